"""Small questions that readers of outcomes ask of a verb's neighbours: its object, a count, whether a text is meant."""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome
from onrecord.reading.clauses import clause_start, verb_group_start
from onrecord.reading.extract.sponsorship_words import to_amend
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_words import WIDEST_MARGIN
from onrecord.reading.nouns import Noun, noun_at
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

WORDS = word_sets("clause_words.csv")
COMPARED = frozenset({"fewer", "more", "most", "fewest", "less"})
TRIES, AMENDING, OTHERWISE = WORDS["tries"], WORDS["amending"], WORDS["tried_otherwise"]
BEFORE = frozenset({"previous", "earlier", "prior", "past", "former", "last"})
FAR_BACK = 24
"""Chunks before "failed" within which the attempt is named that did."""
INTRANSITIVE, NOT_VOTED, PARTICLES = WORDS["intransitive"], WORDS["not_voted"], WORDS["verb_particle"]


def counts_votes(sentence: Sentence, claim: Outcome) -> bool:
    """Whether the clause gives a count that no other reader took: what it says is more than the outcome."""
    inside = [c for c in sentence.chunks if claim.start <= c.start < claim.end]
    return any(begins_count(inside, at) for at in range(len(inside)))


def begins_count(chunks: list[Chunk], at: int) -> bool:
    """ "By fourteen votes", "13 to none", "15-0", "unanimously"; not "for want of nine votes", "one vote short"."""
    chunk = chunks[at]
    if chunk.has("unanimous", "without_vote", "undissented"):
        return True
    if chunk.number is None or chunk.number.ordinal or at + 1 >= len(chunks):
        return False
    following = chunks[at + 1]
    then = chunks[at + 2] if at + 2 < len(chunks) else None
    if following.text in "-–" or following.lower == "to":
        return then is not None and (then.number is not None or then.lower in ("none", "nil", "zero", "nought"))
    if not following.has("vote_noun", "yes_noun", "no_noun", "abstention_noun"):
        return False
    if at and chunks[at - 1].lower == "by" and chunk.number.value <= WIDEST_MARGIN:
        return False
    short = then is not None and (then.lower == "short" or "spare" in [c.lower for c in chunks[at + 2 : at + 4]])
    return not short and not (at and chunks[at - 1].lower.split()[-1] in ("of", "the", "without"))


def of_any(chunks: list[Chunk], noun: Noun, at: int) -> bool:
    """Whether no one text is meant: "only one draft had been vetoed", "never against a resolution that was adopted"."""
    if any(c.has("only") for c in chunks[noun.first : noun.last]) or chunks[noun.first].has("every"):
        return True
    relative = any(c.has("relative") for c in chunks[noun.last + 1 : at])
    return relative and any(c.has("ever", "every") for c in chunks[: noun.first])


def was_unable(chunks: list[Chunk], at: int) -> bool:
    """ "Could not agree", "was unable to adopt": it says that it did not happen."""
    stretch = chunks[max(0, at - 4) : at]
    could = any(c.lower == "could" or c.lower.endswith("unable to") for c in stretch)
    return could and (any(c.has("negation") for c in stretch) or any(c.lower.endswith("unable to") for c in stretch))


def how_it_was_not(chunks: list[Chunk], at: int) -> bool:
    """ "Was not adopted under Chapter VII", "until Friday", "without a fight": only how, when or why it was adopted
    is denied, behind the verb at `at`.
    """
    if at + 2 >= len(chunks):
        return False
    behind, then = chunks[at + 1], chunks[at + 2]
    if behind.date is not None:
        return behind.date.role in ("until", "before")
    if behind.lower in HOW_IT_WAS:
        return then.is_word
    return (
        behind.lower.endswith("ly")
        or behind.lower == "overnight"
        or (behind.lower == "to" and then.text.islower() and not then.has("determiner"))
    )


HOW_IT_WAS = frozenset({"under", "until", "till", "without", "with", "as"})


def meant_for(chunks: list[Chunk], at: int) -> bool:
    """ "The votes it needs to be passed", "nine votes, enough to pass": what the noun before the infinitive is for."""
    to = at - 1 - (chunks[at - 1].lower == "be")
    if to > 0 and chunks[to].lower == "enough to":
        votes = chunks[to - 1]  # not "was lucky enough to pass", "was enough to pass"
        return not votes.is_word or votes.has("vote_noun", "adverb", "have", "obtain") or votes.lower == "than"
    if to < 1 or chunks[to].lower != "to":
        return False
    before = chunks[to - 1]
    return before.has("vote_noun") or before.lower in NEEDING


NEEDING = WORDS["needing"]


def by_body(chunks: list[Chunk], at: int) -> bool:
    """ "Was condemned on Friday by the Council"."""
    for position in range(at + 1, min(at + 10, len(chunks) - 1)):
        if chunks[position].lower == "by":
            return any(c.has("council", "assembly", "same_body") for c in chunks[position + 1 : position + 3])
        if chunks[position].text in ",;:—.":
            return False
    return False


def to_do(chunks: list[Chunk], at: int) -> bool:
    """ "Agreed to send", "voted to": what was adopted is an act."""
    return at + 1 < len(chunks) and chunks[at + 1].lower in ("to", "on")


def no_claim(chunks: list[Chunk], object_: Noun) -> bool:
    """Objects that no vote was on; a number alone; a first or second of its kind, which is a matter of counting."""
    inside = chunks[object_.first : object_.last + 1]
    if any((c.number is not None and c.number.ordinal) or c.lower in COMPARED for c in inside):
        return True
    if inside[-1].lower.rstrip("s") in NOT_VOTED or inside[-1].lower in NOT_VOTED:
        return True
    owned = object_.last > 0 and chunks[object_.last - 1].lower in ("their", "its", "his", "her")
    if owned and inside[-1].lower in ("request", "requests"):
        return True  # "asked for a delay, but the Council rejected their request"
    return inside[0].has("cite") or any(c.has("cite") and n.number is not None for c, n in pairwise(inside))


def object_of(chunks: list[Chunk], found: list[Phrase], at: int) -> Noun | None:
    named = {p.first: p for p in found}
    for position in range(at + 1, min(at + 4, len(chunks))):
        noun = noun_at(chunks, named, position, len(chunks))
        if noun is not None:
            return noun
        if chunks[position].has("preposition", "and", "but") or not chunks[position].is_word:
            return None
    return None


def no_object(chunks: list[Chunk], at: int) -> bool:
    if at + 1 >= len(chunks):
        return True
    following = chunks[at + 1]
    if chunks[at].lower.split()[-1] in INTRANSITIVE and particle(chunks, at):
        return False
    return (
        not following.is_word
        or following.has("preposition", "and", "but", "unanimous", "without_vote", "adverb", "relative", "negation")
        or following.date is not None
        or following.number is not None
        or following.lower.endswith("ly")
        or following.lower.startswith("for ")
        or following.lower
        in (
            "as",
            "all",
            "both",
            "when",
            "short",
            "short of",
            "flat",
            "for",
            "last",
            "with",
            "thanks",
            "amid",
            "despite",
            "due",
            "due to",
            "owing",
            "owing to",
        )
    )


def particle(chunks: list[Chunk], at: int) -> bool:
    """ "Carried out", "passed over": another verb."""
    if at + 2 < len(chunks) and (chunks[at + 1].date is not None or chunks[at + 2].date is not None):
        return False
    return at + 1 < len(chunks) and chunks[at + 1].lower in PARTICLES


def of_a_veto(chunks: list[Chunk], at: int) -> bool:
    """ "Died of a double veto", "fell to a veto": what stopped it, without whose it was."""
    for position in range(at + 1, min(at + 7, len(chunks))):
        if chunks[position].has("veto_noun"):
            return not any(c.has("member", "negation") or c.lower == "no" for c in chunks[at + 1 : position])
        if chunks[position].text in ",;:—.":
            return False
    return False


def every_time(sentence: Sentence, found: list[Phrase], at: int) -> bool:
    """ "Every time the Council has asked for these reports": no one vote is meant."""
    chunks = sentence.chunks
    start = clause_start(sentence, found, verb_group_start(chunks, at))
    return any(c.has("every") or c.lower in ("whenever", "time") for c in chunks[max(0, start - 3) : start + 1])


def so_often(chunks: list[Chunk], at: int) -> bool:
    """ "Has been passed thirty-three times", "is adopted every year": told of several votes."""
    for position in range(at + 1, min(at + OFTEN, len(chunks))):
        chunk = chunks[position]
        if not chunk.is_word or chunk.has("verb", "relative", "and", "but"):
            return False
        if chunk.has("times") or chunk.lower in ("twice", "thrice", "times", "every year", "each year"):
            return True
        if chunk.has("every") and position + 1 < len(chunks) and chunks[position + 1].lower in ("year", "autumn"):
            return True
    return False


OFTEN = 8
"""Chunks behind a verb within which it is told how often."""


def in_a_chronicle(sentence: Sentence, at: int) -> bool:
    """The present tense of a chronicle: "June 2023: the Council ends the mission in Mali"."""
    chunks = sentence.chunks
    return any(c.date is not None for c in chunks[:at]) or any(c.has("cite") for c in chunks)


def of_a_vote(sentence: Sentence) -> bool:
    return any(
        c.has("vote_noun", "text", "council", "assembly", "veto_noun", "cite", "unanimous") or c.date is not None
        for c in sentence.chunks
    )


def of_a_text(sentence: Sentence, discourse: Discourse) -> bool:
    return of_a_vote(sentence) or sentence.index - discourse.text_in <= 1 or discourse.vote_before(sentence)


def tried(chunks: list[Chunk], at: int) -> str | None:
    """What the verb at chunk `at` says failed: an attempt at an `amendment`, at something `other` than a text, or
    `several` attempts or an earlier one.
    """
    place = next((i for i in range(max(0, at - FAR_BACK), at) if chunks[i].lower.split()[0] in TRIES), None)
    if place is None or any(c.text in ";:—–" for c in chunks[place:at]):
        return None
    to = next((i for i in range(place, at - 1) if chunks[i].lower.split()[-1] == "to"), None)
    if to is not None and chunks[to + 1].lower in AMENDING:
        return "amendment"
    if to is not None and chunks[to + 1].lower in OTHERWISE:
        return "other"
    before = chunks[place - 1].lower if place else ""
    return "several" if chunks[place].lower.split()[0].endswith("s") or before in BEFORE else None


def of_amendment(chunks: list[Chunk], noun: Noun) -> bool:
    """ "Three amendments", "its proposal to amend the text"."""
    if to_amend(chunks, noun.last):
        return True
    return any(
        (entry := c.get("text")) is not None and entry.value == "amendment" for c in chunks[noun.first : noun.last + 1]
    )
