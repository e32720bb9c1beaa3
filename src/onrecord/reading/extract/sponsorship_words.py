"""What every reader of sponsorship needs: the claim itself, and whether a text is one that was voted on."""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Sponsor
from onrecord.reading.clauses import clause_end, clause_start, verb_group_start
from onrecord.reading.extract.authors import Authors
from onrecord.reading.extract.state import VOTE_BACK, Discourse
from onrecord.reading.nouns import Noun, noun_at
from onrecord.reading.parsed import Phrase, Sentence, finite
from onrecord.reading.table import word_sets

WORDS = word_sets("clause_words.csv")
VOTING = ("vote_noun", "veto_noun", "abstention_noun", "council", "assembly", "yes_noun", "no_noun", "cite")
VOTING_VERBS = ("veto", "block", "adopt", "fail", "pass", "defeat", "abstain", "vote", "yes", "no")
DOES = ("act", "adopt")
"""Meanings of the verbs behind a text that say what it is for: "a draft calling for a truce"."""
DRAFTS = WORDS["drafts"]
REACH = 16
"""Chunks before a verb within which the text is looked for."""


def sponsor_claim(
    sentence: Sentence,
    first: int,
    last: int,
    authors: Authors,
    *,
    negated: bool = False,
    co: bool = False,
    loose: bool = False,
    known: bool = False,
    role: bool = False,
    of_draft: bool = False,
    naming: bool = False,
) -> Sponsor:
    chunks = sentence.chunks
    while last > first and not (chunks[last].is_word or chunks[last].lower == "'s"):
        last -= 1
    return Sponsor(
        *sentence.placed(first, last),
        members=authors.members,
        quantity=authors.quantity,
        co_sponsor=co or authors.quantity is not None,
        negated=negated,
        loose=loose,
        known=known,
        role=role
        or any(c.lower.split()[0] in TOOK_BACK for c in chunks[first:])
        or any(_lent_a_hand(c) for c in chunks[first : last + 1])
        or _of_another(chunks, first, last),
        of_draft=of_draft,
        naming=naming,
        amendment=_of_amendment(chunks, first, last),
    )


def _lent_a_hand(chunk: Chunk) -> bool:
    """ "China helped to write it": who has a say in the words need not put their name to them."""
    words = chunk.lower.split()
    return words[0].startswith("help") and words[-1] in ("write", "draft")


TOOK_BACK = frozenset({"withdrew", "withdrawn", "withdraw", "withdraws", "withdrawing"})
"""Behind who wrote a text: it may have been put forward by others in the end."""


ANOTHER = WORDS["another"]
BESIDE_IT = 3
"""Chunks beside the words of a claim in which such a word may stand: "a text of its own"."""


def _of_another(chunks: list[Chunk], first: int, last: int) -> bool:
    """ "Russia, author of a rival draft", "tabled a text of its own", "had drafted a text too", "the second one"."""
    around = chunks[max(0, first - 1) : last + 1 + BESIDE_IT]
    if any(one.lower == "of" and its.lower in OF_THEIRS for one, its in pairwise(around)):
        return True
    if any(c.lower.split()[0] in ANOTHER for c in around):
        return any(c.has("text") or c.lower.startswith("counter") for c in around)
    return any(
        one.lower in FURTHER and (text.has("text") or text.lower == "one")
        for one, text in pairwise(chunks[first : last + 1])
    )


OF_THEIRS = frozenset({"theirs", "hers", "his", "ours", "mine"})
"""Behind "a text of": of several one, which need not be the one told of."""
FURTHER = frozenset({"first", "second", "third", "fourth", "fifth", "other", "next"})
"""Of several texts one, which need not be the one told of."""


def the_first(chunks: list[Chunk], verb: int) -> Noun | None:
    """ "The first had been tabled by Chad": the ordinal, which alone would be an adverb, as the verb's subject."""
    start = verb_group_start(chunks, verb)
    number = chunks[start].number
    if start and start < verb + 1 and number is not None and number.ordinal and chunks[start - 1].lower == "the":
        return Noun(start - 1, start, "pronoun")
    return None


def contrasted(chunks: list[Chunk], first: int) -> bool:
    """ "Unlike Russia's draft", "despite the Russian text", "instead of an Iraqi one": not the text told of."""
    before = chunks[max(0, first - 2) : first]
    return bool(before) and (before[-1].lower in CONTRASTS or " ".join(c.lower for c in before) in CONTRASTS)


CONTRASTS = WORDS["contrast"]


def denied_to_be(chunks: list[Chunk], first: int, last: int) -> bool:
    """ "It was not a Russian text", "no Russian draft", "an American and not a Russian one"."""
    if any(c.lower == "no" for c in chunks[first:last]):
        return True
    return first > 0 and (chunks[first - 1].has("negation") or chunks[first - 1].lower in ("not", "n't", "never", "no"))


def _of_amendment(chunks: list[Chunk], first: int, last: int) -> bool:
    """ "Three Russian amendments", and not "the amended text that Malta tabled"."""
    if to_amend(chunks, last):
        return True
    texts = [e for i in range(first, last + 1) if (e := chunks[i].get("text")) is not None]
    return bool(texts) and all(entry.value == "amendment" for entry in texts)


def to_amend(chunks: list[Chunk], last: int) -> bool:
    """ "Three proposals to amend the text": behind the noun at chunk `last` it is said to be a change of another."""
    words = [word for c in chunks[last : last + 3] for word in c.lower.split()][1:3]
    return words[:1] == ["to"] and words[-1] in WORDS["amending"]


def spoken_of(chunks: list[Chunk], noun: Noun) -> bool:
    """Whether the text is one already spoken of: "it", "the draft", and not "the draft on Mali"."""
    if noun.kind == "pronoun":
        return True
    following = chunks[noun.last + 1] if noun.last + 1 < len(chunks) else None
    dated = any(c.date is not None for c in chunks[noun.last + 2 : noun.last + 4])  # "the draft on the Wednesday"
    if following is not None and (
        (following.lower in ("on", "for", "of") and not dated) or following.number is not None
    ):
        return False
    if following is not None and following.text == ",":
        behind = chunks[noun.last + 2 : noun.last + 3]
        if not any(finite(c) or c.has("and", "but", "so") for c in behind):
            return False  # "the draft, which Peru …", and not "Peru, which wrote the draft, was pleased"
    return noun.last == noun.first + 1 and chunks[noun.first].lower in ("the", "this", "that")


def complement(sentence: Sentence, found: list[Phrase], at: int) -> int:
    """The end of "on Jerusalem", "for a two-week truce", "calling on Israel to withdraw" behind the text at `at`."""
    chunks = sentence.chunks
    if at + 2 >= len(chunks):
        return at
    following = chunks[at + 1]
    if any(e.kind == "verb" and e.form == "gerund" and e.value in DOES for e in following.entries):
        last = clause_end(sentence, found, at + 1)
        verb = next((i for i in range(at + 2, last + 1) if chunks[i].has("be", "have", "modal", "do")), last + 1)
        return max(at + 1, verb - 1)
    if following.lower not in WORDS["complement"] and not following.lower.startswith("for "):
        return at
    first = at + 2
    while first < len(chunks) and first < at + 5 and chunks[first].has("determiner"):
        first += 1
    if chunks[at + 2].date is not None or first >= len(chunks):
        return at
    if chunks[first].date is not None:
        first += 1
    noun = noun_at(chunks, {p.first: p for p in found}, at + 2, len(chunks)) if chunks[at + 2].date is None else None
    if noun is None and first + 1 < len(chunks) and chunks[first].lower.endswith("ed") and not chunks[first].entries:
        first += 1  # "about captured fighters"
    if noun is None or noun.last < first:
        behind = noun_at(chunks, {p.first: p for p in found}, first, len(chunks)) if first > at + 2 else None
        noun = behind or noun
    return noun.last if noun is not None else at


def weak(chunks: list[Chunk], noun: Noun) -> bool:
    return chunks[noun.last].lower in WORDS["weak_text"]


def of_voting(sentence: Sentence) -> bool:
    return any(c.has(*VOTING) or c.verb(*VOTING_VERBS) for c in sentence.chunks)


def to_come(sentence: Sentence, found: list[Phrase], first: int) -> bool:
    """Whether the text is spoken of as something still to be voted on or only asked for."""
    chunks = sentence.chunks
    start = clause_start(sentence, found, first)
    stretch = chunks[start:first]
    article = chunks[first - 1].lower if first else ""
    if article in ("a", "an", "any") and any(
        c.lower in ("never", "not once", "never once", "never before", "not a single time") for c in chunks[:first]
    ):
        return True
    for position in range(start, min(first + 12, len(chunks))):
        had_been = position > 1 and chunks[position - 1].lower == "been" and chunks[position - 2].lower == "had"
        if chunks[position].lower.split()[0] in WORDS["to_come"] and not had_been:
            return True
    if any(c.lower.split()[0] in WORDS["withdrew"] for c in stretch[-3:]):
        return True
    for position, chunk in enumerate(stretch):
        if chunk.has("realised") or chunk.lower in WORDS["done"]:
            # "voted by 13 to 0 to pass a US-drafted resolution"
            return False
        if chunk.has("unreal", "modal") and not (position > 0 and stretch[position - 1].has("determiner")):
            return True
        following = stretch[position + 1] if position + 1 < len(stretch) else None
        if (
            following is not None
            and chunk.lower == "to"
            and following.verb("veto", "block", "no", "defeat") is not None
        ):
            # "Used their veto to stop the Emirati draft", which was there
            return False
        if (
            chunk.lower == "to"
            and following is not None
            and any(e.kind == "verb" and e.form == "base" for e in following.entries)
        ):
            return True
    return False


def yet_to_be_voted_on(chunks: list[Chunk], start: int, at: int, object_: Noun) -> bool:
    """ "Chad has tabled a draft on Mali": news of a text, and nothing behind says what became of it."""
    if chunks[start].lower not in ("has", "have", "'ve") or chunks[object_.first].lower not in ("a", "an", "another"):
        return False
    return not voted_on(chunks[at + 1 :])


def voted_on(behind: list[Chunk]) -> bool:
    """Whether the words behind a text say what became of it."""
    return any((finite(c) and c.verb(*VOTING_VERBS) is not None) or c.has("vote_noun", "veto_noun") for c in behind)


def one_more(sentence: Sentence, discourse: Discourse, at: int, object_: Noun) -> bool:
    """ "Chad tabled a draft on Mali", behind a vote told of before: it need not be the text that was voted on."""
    chunks = sentence.chunks
    indefinite = chunks[object_.first].lower in ("a", "an", "another")
    return indefinite and 0 < sentence.index - discourse.last_in <= VOTE_BACK and not voted_on(chunks[at + 1 :])


def is_role(chunk: Chunk) -> bool:
    """Whether a noun for an author means a standing part: "the penholder on Sudan"."""
    return chunk.lower.startswith(("penholder", "pen-holder", "pen holder"))


def steered(verb: Chunk) -> bool:
    """ "Negotiated", "shepherded", "carried it for months": of a text that others may have tabled."""
    carried = verb.lower.startswith("carr") and " for " in verb.lower
    return carried or verb.lower.startswith(tuple(WORDS["steering"]))
