"""Unanimity of a vote, told, denied or missed: "unanimously", "not a unanimous vote", "two votes short of unanimity".

What was only wished for, is the rule, or is said of somebody else than the body that voted is no count. The words are
in `tables/unanimity_words.csv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import NOT_ALL, Share, Tally
from onrecord.reading.clauses import clause_end, subject
from onrecord.reading.extract.tally_ballots import number_of
from onrecord.reading.extract.tally_words import clause_start, supposed, voting_around
from onrecord.reading.extract.unanimous_bodies import AHEAD, BACK, DECIDING, done_by_the_body, numbers_a_text
from onrecord.reading.nouns import Noun, each_noun
from onrecord.reading.parsed import Phrase, Sentence, covering
from onrecord.reading.table import word_sets

_WORDS = word_sets("unanimity_words.csv")
FIGURES_OF_SPEECH = frozenset({"with one voice", "to a man", "as one", "in unison"})
"""They mean unanimity only behind a verb of deciding."""
ADJECTIVES = frozenset({"unanimous", "near-unanimous"})
NEARLY_ALL = Share("yes", 0.85, 0.999, 0.1)
STEADILY = _WORDS["steadily"]
FARTHEST = 10


@dataclass(frozen=True, slots=True)
class _Said:
    """What a word of unanimity says: whether there was any, and from which chunk to which."""

    first: int
    last: int
    share: Share | None = None
    thrown_in: bool = False
    """Whether it stands by itself, and not in the clause around it."""


def unanimity(sentence: Sentence, found: list[Phrase], near: bool) -> list[Tally]:
    """`near`: whether a vote was told of just before."""
    kinds = sentence.kinds
    if "unanimous" not in kinds and "without_vote" not in kinds and "unanimity" not in sentence.words:
        return []
    chunks = sentence.chunks
    claims = []
    for at, chunk in enumerate(chunks):
        if at >= sentence.unreal_from:
            break
        by_consensus = "without_vote" in chunk.kinds
        if not (by_consensus or "unanimous" in chunk.kinds or chunk.lower == "unanimity") or supposed(sentence, at):
            continue
        if not (near or voting_around(sentence, at)):
            continue
        if by_consensus and [c.lower for c in chunks[at + 1 : at + 3]] in (["to", "spare"], ["in", "hand"]):
            continue  # "passed without a vote to spare"
        if chunk.lower == "unanimity" and (missing := _votes_short(chunks, at)) is not None:
            start, end = clause_start(sentence, missing), clause_end(sentence, found, at)
            others = ("yes", number_of(chunks[missing]))
            claims.append(Tally(*sentence.placed(start, end, missing), others=others))
            continue
        told = _told(sentence, found, at, near)
        if told is None or (by_consensus and told.share is not None):
            continue
        first, last = told.first if told.thrown_in else clause_start(sentence, told.first), told.last
        if told.share is not None:
            place = sentence.placed(first, max(last, clause_end(sentence, found, last)), told.first)
            claims.append(Tally(*place, share=told.share))
        else:
            place = sentence.placed(first, last)
            # "By consensus" is also said of a vote that went one way.
            agreed = (entry := chunk.get("without_vote")) is not None and entry.value == "consensus"
            claims.append(Tally(*place, unanimous=agreed or not by_consensus, without_vote=by_consensus))
    return claims


_OF_EACH = re.compile(
    r"\b(?:(?:each|every)(?: single)?(?: one)? of (?:them|these|those)|all of them|each time|every time|each one)"
    r"(?: (?:was|were|being|adopted|passed|carried|approved|voted|agreed|renewed))*$"
)
"""In front of what is said of several votes, one by one."""


def _told(sentence: Sentence, found: list[Phrase], at: int, near: bool) -> _Said | None:
    chunks = sentence.chunks
    chunk = chunks[at]
    if not _WORDS["wrongly"].isdisjoint(sentence.words) or _inverted_wish(chunks, at):
        return None
    if any(c.lower.split()[0] == "never" for c in chunks[:at]):
        return None  # "never before had it been less than unanimous"
    if chunk.lower == "unanimity":
        return _noun(chunks, at)
    if _not_since(chunks, at):
        return None  # "has not been unanimous since 2017": of no one vote
    if at and chunks[at - 1].lower in STEADILY:
        return None  # "the Council has been consistently unanimous in this": of no one vote
    if _OF_EACH.search(" ".join(c.lower for c in chunks[max(0, at - BACK) : at])):
        return None  # "nine rounds of sanctions, every one of them unanimously"
    if chunk.lower in ADJECTIVES and not _for_an_adverb(chunks, at):
        return _adjective(sentence, found, at, near)
    if chunk.lower in FIGURES_OF_SPEECH and not _decides(chunks, at):
        return None
    if _of_the_others(found, chunks, at):
        return None
    if ("unanim" in chunk.lower or "consensus" in chunk.lower) and not done_by_the_body(sentence, found, at, near):
        return None
    if any(c.has("habit") for c in chunks[max(0, at - BACK) : at]) or _asked_for(chunks, at):
        return None
    return _Said(at, _past_a_verb(sentence, found, at), _how_many(chunks, at))


def _not_since(chunks: list[Chunk], at: int) -> bool:
    since = chunks[at + 1].date if at + 1 < len(chunks) else None
    if since is None or since.role != "since":
        return False
    before = chunks[max(0, at - BACK) : at]
    return any(c.has("negation") and b.has("have") for b, c in pairwise(before))


def _for_an_adverb(chunks: list[Chunk], at: int) -> bool:
    """ "The text passed unanimous", "was adopted by unanimous": what others write "unanimously"."""
    if at < 1 or (at + 1 < len(chunks) and chunks[at + 1].is_word and not chunks[at + 1].has("preposition", "and")):
        return False
    verb = at - 2 if chunks[at - 1].lower == "by" else at - 1
    return verb > 0 and chunks[verb].verb("adopt", "pass", "vote") is not None


def _asked_for(chunks: list[Chunk], at: int) -> bool:
    """ "Urged the Council to act unanimously"."""
    to = next((i for i in range(at - 1, max(at - BACK, 0), -1) if chunks[i].lower.split()[-1] == "to"), None)
    if to is None:
        return False
    return any(c.lower in _WORDS["wished"] for c in chunks[max(0, to - BACK) : to + 1])


def _past_a_verb(sentence: Sentence, found: list[Phrase], at: int) -> int:
    """ "It demanded, unanimously, an end": the words are the verb's behind the comma as well."""
    chunks = sentence.chunks
    commas = at > 0 and at + 2 < len(chunks) and chunks[at - 1].text == chunks[at + 1].text == ","
    return clause_end(sentence, found, at + 2) if commas and chunks[at + 2].has("verb") else at


# --- whether there was any -------------------------------------------------------------------


def _how_many(chunks: list[Chunk], at: int) -> Share | None:
    """None where all were of one mind."""
    denied = _denied(chunks, at)
    before = _before(chunks, at)
    if not denied and not before.isdisjoint(_WORDS["nearly"]):
        return NEARLY_ALL
    if denied or _but_for_some(chunks, at):
        return NOT_ALL
    return None


def _before(chunks: list[Chunk], at: int) -> set[str]:
    """The word before and the two before as one, an article passed over: "far from", "anything but a"."""
    end = at
    while end > 0 and (chunks[end - 1].lower in ("a", "an", "the", "quite", "-") or chunks[end - 1].has("same_way")):
        end -= 1
    one = chunks[end - 1].lower if end else ""
    return {one, " ".join(c.lower for c in chunks[max(0, end - 2) : end])}


def _denied(chunks: list[Chunk], at: int) -> bool:
    """ "Not unanimous", "nor was it unanimous", "was not renewed unanimously", "no unanimous vote"."""
    before = _before(chunks, at)
    if before == {""}:
        return False
    if not before.isdisjoint(_WORDS["not"]):
        return "not only" not in before
    first = max(0, at - BACK)
    opens = next(
        (i + 1 for i in range(at - 1, first - 1, -1) if chunks[i].text in ",;:—–(" or chunks[i].has("but")), first
    )
    stretch = chunks[opens:at]
    if stretch and stretch[0].lower.split()[0] in ("nor", "neither"):
        return True
    verb = next((i for i in range(at - 1, opens - 1, -1) if chunks[i].has("verb", "be", "have", "obtain")), None)
    verb = at if verb is None else verb
    return any(c.has("negation") for c in chunks[max(opens, verb - 3) : verb + 1])


def _but_for_some(chunks: list[Chunk], at: int) -> bool:
    """ "Unanimous minus two", "unanimous but for China", "by consensus, minus one"."""
    for position in range(at + 1, min(at + 1 + AHEAD, len(chunks))):
        chunk = chunks[position]
        if chunk.has("exception") and not chunk.has("verb"):
            return True
        if chunk.text in ";:—." or chunk.has("verb", "be", "and"):
            return False
    return False


def _inverted_wish(chunks: list[Chunk], at: int) -> bool:
    """ "It would have been better had the vote been unanimous"."""
    before = [c.lower for c in chunks[:at]]
    return "had" in before and any(c.has("modal") for c in chunks[: before.index("had")])


# --- "unanimity" -----------------------------------------------------------------------------


def _votes_short(chunks: list[Chunk], at: int) -> int | None:
    """Where the number stands of "one vote short of unanimity", "within two votes of unanimity"."""
    if at > 3 and chunks[at - 4].lower == "within" and chunks[at - 2].has("vote_noun") and chunks[at - 1].lower == "of":
        return at - 3 if chunks[at - 3].cardinal is not None else None
    if at < 2 or chunks[at - 1].lower not in ("of", "from"):
        return None
    if chunks[at - 2].lower.split()[-1] not in ("short", "shy", "away"):
        return None
    return next((i for i in range(at - 3, max(at - 6, -1), -1) if chunks[i].cardinal is not None), None)


def _noun(chunks: list[Chunk], at: int) -> _Said | None:
    before = chunks[at - BACK if at > BACK else 0 : at]
    opens = next((i + 1 for i in range(len(before) - 1, -1, -1) if before[i].text in ";:—–,("), 0)
    words = {w for c in before[opens:] for w in c.lower.split()}
    behind = [c.lower for c in chunks[at + 1 : at + 1 + AHEAD]]
    behind = behind[: next((i for i, w in enumerate(behind) if w in ".;:—–("), len(behind))]
    follows = {*behind, *(" ".join(behind[i : i + 3]) for i in range(len(behind)))}
    if not follows.isdisjoint(_WORDS["wished_behind"]) or any(c.has("modal") for c in chunks[at + 1 : at + 3]):
        return None
    denied = any(c.has("negation") for c in before[opens:]) or "no" in words
    refused = any(w in ("not", "n't", "never", "no") for w in behind)
    if behind[:1] in (["in"], ["among"], ["between"]) and not any(
        c.has("council", "assembly", "vote_noun") for c in chunks[at + 2 : at + 4]
    ):
        return None  # "unanimity in Brussels failed"
    if not words.isdisjoint(_WORDS["not_got"]) or "so much for" in " ".join(c.lower for c in before):
        return None if denied else _Said(at - 1 if at else at, at, NOT_ALL)
    if not follows.isdisjoint(_WORDS["not_had"]):
        return None if denied or refused else _Said(at, min(at + 2, len(chunks) - 1), NOT_ALL)
    if not follows.isdisjoint(_WORDS["had"]):
        return _Said(at, at, NOT_ALL if denied or refused else None)
    if not words.isdisjoint(_WORDS["wished"]):
        return None
    if denied:
        return _Said(at - 1 if at else at, at, NOT_ALL)
    if not words.isdisjoint(("with", "complete", "rare", "perfect", "full")) or "vote" in behind:
        return _Said(at, at)
    return None


# --- "unanimous" -----------------------------------------------------------------------------


def _adjective(sentence: Sentence, found: list[Phrase], at: int, near: bool) -> _Said | None:
    chunks = sentence.chunks
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    head = _head(chunks, at)
    if head is not None:
        return _attributive(sentence, at, head)
    ends = following is None or not following.is_word or following.lower in GOING_ON or following.has("adverb")
    ends = ends or [c.lower for c in chunks[at + 1 : at + 4]] == ["by", "the", "way"]
    if ends and not (following is not None and following.lower == "in") and _beside_a_number(chunks, at):
        return _Said(at, at, _how_many(chunks, at), thrown_in=True)
    be = _copula(chunks, at)
    if be is not None:
        return _predicate(sentence, found, at, be, near)
    before = chunks[at - 1] if at else None
    numbered = before is not None and before.number is not None and at > 1 and chunks[at - 2].has("cite")
    made = any(c.lower in MADE for c in chunks[max(0, at - 4) : at])
    bare = numbered or before is None or not before.is_word
    bare = bare or not _before(chunks, at).isdisjoint(_WORDS["not"] | _WORDS["nearly"])
    return _Said(at, at, _how_many(chunks, at)) if (bare and ends) or made else None


def _beside_a_number(chunks: list[Chunk], at: int) -> bool:
    """ "That was resolution 249 of April 1968, unanimous by the way": thrown in behind the text's number."""
    place = at - 2
    if place < 1 or chunks[at - 1].text not in ",(":
        return False
    while place > 0 and (chunks[place].date is not None or chunks[place].lower in ("of", "in")):
        place -= 1
    return chunks[place].number is not None and chunks[place - 1].has("cite")


GOING_ON = frozenset(
    {"again", "too", "for", "but", "in", "and", "as", "as well", "that", "this", "on", "at", "if", "like"}
)
"""What may follow a bare "unanimous"."""
MADE = _WORDS["made"]


def _head(chunks: list[Chunk], at: int) -> int | None:
    """The noun that "unanimous" describes in front of it."""
    for position in range(at + 1, min(at + 5, len(chunks))):
        chunk = chunks[position]
        if chunk.lower in _WORDS["decided"] or chunk.has("council", "assembly", "vote_noun", "text"):
            plain = not chunk.has("preposition")
            if plain or chunk.lower in _WORDS["decided"]:
                return position
        if not chunk.is_word or chunk.has("preposition", "and", "but", "be", "relative", "determiner", "verb", "modal"):
            return None
    return None


def _attributive(sentence: Sentence, at: int, head: int) -> _Said | None:
    """ "A unanimous vote", "no unanimous vote", "the unanimous backing of the Council's members"."""
    chunks = sentence.chunks
    if chunks[head].lower.endswith("s") and chunks[head].lower not in ("members", "yes", "sanctions", "us"):
        return None  # "unanimous votes on Cyprus": several
    behind = chunks[head + 1 : head + 1 + AHEAD]
    behind = behind[: next((i for i, c in enumerate(behind) if c.text in ",.;:—–("), len(behind))]
    if any(c.has("modal") for c in behind[:2]):
        return None
    if any(c.lower in _WORDS["wished_behind"] for c in behind) and any(c.has("be") for c in behind):
        return None
    if chunks[at - 1].has("last_word") or chunks[at - 1].lower in ANOTHER:
        return None
    for position in range(at - 1, max(at - BACK - 1, -1), -1):
        chunk = chunks[position]
        if chunk.text in ",;:—–(" or chunk.has("but"):
            break
        words = set(chunk.lower.split()) | {chunk.lower}
        if not words.isdisjoint(_WORDS["not_got"]):
            return _Said(position, head, NOT_ALL)
        if not words.isdisjoint(_WORDS["wished"]) or chunk.has("reporting", "condition"):
            return None
        if chunk.lower in _WORDS["got"] and chunk.lower not in ("in", "with", "by"):
            break
    last = head if chunks[head].has("council", "assembly") else at
    return _Said(at, last, _how_many(chunks, at) or (NOT_ALL if _but_for_some(chunks, head) else None))


ANOTHER = _WORDS["another"]


COPULAS = _WORDS["stayed"]


def _copula(chunks: list[Chunk], at: int) -> int | None:
    """Where "was" stands of "was not unanimous", "was, for once, unanimous", "was the vote unanimous"."""
    for position in range(at - 1, max(at - FARTHEST, -1), -1):
        chunk = chunks[position]
        if chunk.has("be") or chunk.lower in COPULAS:
            return position
        if chunk.has("neither") and chunk.lower.split()[-1] in ("was", "were", "is"):
            return position
        if chunk.text in ";:—." or (chunk.has("verb", "reporting", "and") and not chunk.has("vote_noun", "text")):
            return None
    return None


def _predicate(sentence: Sentence, found: list[Phrase], at: int, be: int, near: bool) -> _Said | None:
    """ "The vote was unanimous", "nor was it unanimous"; not "the press was unanimous"."""
    chunks = sentence.chunks
    if any(c.has("habit") or c.lower in _WORDS["lasting"] for c in chunks):
        return None
    behind = " ".join(c.lower for c in chunks[at + 1 : at + 3])
    if behind.startswith(tuple(_WORDS["about"])) or behind.split(" ")[0] in ("that", "about"):
        return None
    nor = be > 0 and chunks[be - 1].lower.split()[0] in ("nor", "neither")
    nor = nor or chunks[be].lower.split()[0] in ("nor", "neither")
    who = None if nor else subject(sentence, found, be)
    if nor and not any(c.lower in _WORDS["decided"] or c.has("council", "pronoun_text") for c in chunks[be + 1 : at]):
        return None
    if chunks[0].lower == "in" and chunks[1].has("member"):
        return None  # "in Washington it was not unanimous"
    before = chunks[be - 1].lower if be else ""
    if who is None:
        if not (near or nor) or before == "there":
            return None
    elif before not in ("it", "that", "which", "this") and not _may_be_unanimous(chunks, who):
        # "We recall that resolution 502 was unanimous"
        that = next((i for i in range(who.last + 1, be) if chunks[i].lower == "that"), be)
        inner = next(each_noun(chunks, found, that + 1, be), None)
        if inner is None or not _may_be_unanimous(chunks, inner):
            return None
    return _Said(be, at, NOT_ALL if nor else _how_many(chunks, at))


def _may_be_unanimous(chunks: list[Chunk], who: Noun) -> bool:
    """Whether it is one vote, one text, the body or all of its members of whom it is said."""
    inside = chunks[who.first : who.last + 1]
    head = inside[-1].lower.split()[-1]
    if who.kind == "body":
        return True
    if who.kind == "members":
        members = who.members
        return members is not None and (members.everyone or members.quantity in (15, 193)) and not members.but
    if who.kind == "pronoun":
        return head in ("it", "this", "that", "one", "they", "all", "result") or inside[-1].number is not None
    if inside[-1].date is not None or head == "only" or numbers_a_text(inside[-1]):
        return True
    if who.plural and not any(c.has("cite") for c in inside):
        return False
    return who.kind == "text" or head in _WORDS["decided"] or inside[-1].has("vote_noun")


# --- "unanimously" ---------------------------------------------------------------------------


# --- helpers ---------------------------------------------------------------------------------


def _of_the_others(found: list[Phrase], chunks: list[Chunk], at: int) -> bool:
    """ "With the votes of all the rest": somebody was not."""
    if at + 1 < len(chunks) and chunks[at + 1].has("all_others"):
        return True
    if chunks[at - 1].has("be") and (told := covering(found, at - 2)) is not None:
        return told.members.others or chunks[told.last].has("other")
    return False


def _decides(chunks: list[Chunk], at: int) -> bool:
    return any(c.verb(*DECIDING) is not None for c in chunks[max(0, at - 6) : at])
