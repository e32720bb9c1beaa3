"""Counts written as a score: "13-0-2", "fourteen to one", "by 13 votes to none", "fifteen-nil"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.tally_ballots import hoped
from onrecord.reading.extract.tally_words import Part, is_count, numbered, supposed, voting_around
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

_DASHED = re.compile(
    r"(?<![\d/.,\-–:$€£])(\d{1,3})(?:(?P<dash>\s?[-–]\s?|-to-)|(?P<colon>:|\s:\s))(\d{1,3}|nil|zip|zero|nothing|none|love|nowt)(?:\s?[-–:]\s?(\d{1,3}))?(?:\s?[-–:]\s?(\d{1,3}))?"
    r"(?![\d/%]|[\-–:]\w|[.,]\d|\s?(?:years?|day|month|week|hour|minute|point|page|p\.?m\b|a\.?m\b|km\b|mile|per\s?cent)|[A-Za-z]{2,}/)"
)
FULL = (15, 11)
"""Seats of the Council now and until 1965, which a whole count adds up to."""
COUNCIL_MAJORITY = 9
SMALLEST_ASSEMBLY = 30
MANY_STATES = 60
PAIR = 2
SHORT = 9
"""Chunks from a score within which abstentions behind it show what it counts."""
ROLES = ("yes", "no", "abstain", "not_voting")
_WORDS = word_sets("tally_words.csv")
NOTHING = _WORDS["nothing"]


def dashed(sentence: Sentence, near: bool) -> dict[int, list[Part]]:
    """The parts of each score with dashes, by the chunk at which it begins; `near`: a vote was told of just before."""
    scores: dict[int, list[Part]] = {}
    for match in _DASHED.finditer(sentence.text):
        values = [int(part) if part.isdigit() else 0 for part in match.group(1, 4, 5, 6) if part is not None]
        start, end = sentence.start + match.start(), sentence.start + match.end()
        at = _chunk_at(sentence, start)
        # "91-21-29 in 1979, 105-23-19 in 1983": of a row of scores where one is a count the others are.
        in_row = any(len(told) == len(values) > 2 for told in scores.values()) and sum(values) >= MANY_STATES
        colon = match.group("colon") is not None
        again = near and not colon and at is not None and _said_of_it(sentence.chunks, at)
        if at is None or not (in_row or again or _plausible(sentence, at, values, colon)):
            continue
        if any(c.date is not None and c.start < end and start < c.end for c in sentence.chunks[at : at + 8]):
            continue
        if at >= sentence.unreal_from or supposed(sentence, at) or numbered(sentence.chunks, at):
            continue
        last = bisect_left(sentence.chunks, end, key=lambda c: c.start) - 1
        scores[at] = [Part(role, value, at, last) for role, value in zip(ROLES, values, strict=False)]
    return scores


_LETTERED = re.compile(
    r"(?<![\w.])(?:(\d{1,3})\s?Y\b[\s,/|;–-]*(\d{1,3})\s?N\b(?:[\s,/|;–-]*(\d{1,3})\s?A\b)?"
    r"|(\d{1,3})\s?y\b[\s,/|;–-]*(\d{1,3})\s?n\b[\s,/|;–-]*(\d{1,3})\s?a\b"
    r"|Y:?\s?(\d{1,3})[\s,/|;]+N:?\s?(\d{1,3})(?:[\s,/|;]+A:?\s?(\d{1,3}))?)(?!\w)"
)


def lettered(sentence: Sentence) -> dict[int, list[Part]]:
    """The parts of a count in letters, by the chunk at which it begins: "143Y 9N 25A", "Y 143 / N 9 / A 25"."""
    counts: dict[int, list[Part]] = {}
    for match in _LETTERED.finditer(sentence.text):
        at = _chunk_at(sentence, sentence.start + match.start())
        if at is not None and at < sentence.unreal_from and not supposed(sentence, at):
            last = bisect_left(sentence.chunks, sentence.start + match.end(), key=lambda c: c.start) - 1
            given = [int(part) for part in match.groups() if part is not None]
            counts[at] = [Part(role, value, at, last) for role, value in zip(ROLES, given, strict=False)]
    return counts


def _plausible(sentence: Sentence, at: int, values: list[int], colon: bool) -> bool:
    """Whether the numbers may be a count of votes, rather than dates, ages or a match."""
    total = sum(values)
    if total > 195 or total < 5 or (len(values) == 2 and values[0] == values[1] == 0):
        return False
    of_states = len(values) > PAIR and values[0] >= MANY_STATES  # no time of day
    if colon and not (of_states or (total in FULL and voting_around(sentence, at)) or _ended(sentence, at, values)):
        return False
    if len(values) == 2 and ((values[0] == 24 and values[1] == 7) or values[0] == values[1] == 50):
        return False
    if len(values) == 2 and total in range(9, 16):
        led = at > 0 and sentence.chunks[at - 1].lower == "at"
        return voting_around(sentence, at) or (not led and (total in FULL or len(sentence.chunks) < 9))
    if len(values) > 2 and total in range(9, 16):
        return True
    if len(values) == 3 and total >= MANY_STATES and len(sentence.chunks) < 9:
        return True
    return voting_around(sentence, at) and (total <= 15 or total >= SMALLEST_ASSEMBLY)


ENDED = _WORDS["ended"]


def _ended(sentence: Sentence, at: int, values: list[int]) -> bool:
    """ "The rival text ended 7:7", "resolution 353 was adopted; 15:0": no time of day and no verse."""
    chunks = sentence.chunks
    if len(values) == PAIR and values[1] > 9:
        return False
    if not 9 <= sum(values) <= FULL[0]:
        return False
    if at == 0:
        return any(c.has("abstention_noun", "no_noun") for c in chunks[1:SHORT])
    if not any(c.has("text", "cite", "pronoun_text") for c in chunks[:at]):
        return False
    before = chunks[at - 1]
    marked = before.text in ";,:–—(" or before.lower.split()[-1] in ENDED
    return marked and (values[0] != values[1] or before.lower in ENDED)


def _chunk_at(sentence: Sentence, start: int) -> int | None:
    at = bisect_right(sentence.chunks, start, key=lambda c: c.start) - 1
    return at if at >= 0 and start < sentence.chunks[at].end else None


def _said_of_it(chunks: list[Chunk], at: int) -> bool:
    """ "In 2023 it had been 13-0", "it was 104 to 18"."""
    verb = at - 1
    while verb > 0 and chunks[verb].has("be", "have", "adverb", "only"):
        verb -= 1
    return 0 <= verb < at - 1 and chunks[verb].lower in ("it", "this", "that", "the vote", "vote", "score", "count")


def _it_was(chunks: list[Chunk], at: int) -> bool:
    """ "It was 104 to 18 in 1980": with so many nothing else is counted."""
    return _said_of_it(chunks, at) and (chunks[at].cardinal or 0) >= SMALLEST_ASSEMBLY


def pair(sentence: Sentence, at: int, near: bool) -> list[Part]:
    """`near` is whether a vote was told of shortly before: "13 votes to none", "14 in favour to 1 against",
    "thirteen to zero", "fifteen-nil".
    """
    chunks = sentence.chunks
    position = at + 1
    while (
        position < len(chunks) and position <= at + 3 and chunks[position].has("member_noun", "vote_noun", "yes_noun")
    ):
        position += 1
    worded = position > at + 1
    position = _past_a_bracket(chunks, position)
    if position + 1 >= len(chunks):
        return []
    joint, other = chunks[position], chunks[position + 1]
    if position == at + 1 and joint.lower in NOTHING and _near_or_told(sentence, at, near):
        number = chunks[at].number
        whole = number is not None and not (other.is_word and not other.has("and", "but", "preposition", "adverb"))
        return [Part("yes", number or 0, at, at), Part("no", 0, position, position)] if whole else []
    if joint.lower not in ("to", "against", "versus", "v", "vs") and not (
        joint.text in "-–" and (number := chunks[at].number) is not None and number.in_words
    ):
        return []
    if at and position == at + 1 and chunks[at - 1].lower.split()[-1] == "from":
        return []  # "the opponents fell from 37 to 32"
    if position + 2 < len(chunks) and chunks[position + 2].has("text"):
        return []  # "three members against four texts"
    if not is_count(other) and (other.lower not in NOTHING or joint.lower == "against"):
        return []
    rest = _rest(chunks, position + 2) if joint.text in "-–" else None
    whole_count = rest is not None and sum(_many(c) for c in (chunks[at], other, rest)) in FULL
    loose = not worded and not voting_around(sentence, at) and not near and not _of_states(chunks, at, other)
    loose = loose and not whole_count
    opens = at == 0 or chunks[at - 1].text in ",:—–" or chunks[at - 1].lower in ("also", "again")
    if loose and not (opens or _it_was(chunks, at)):
        return []
    hedged = (number := chunks[at].number) is not None and number.hedge is not None
    if hedged and not worded and other.cardinal == 1 and (chunks[at].cardinal or 0) < COUNCIL_MAJORITY:
        return []  # "more than eight to one": a ratio
    carried = any(c.verb("defeat", "adopt", "fail", "pass") is not None for c in chunks[max(0, at - 3) : at])
    if not worded and not carried and not _fits_a_vote(chunks[at], other):
        return []
    last = position + 1
    while (
        last + 1 < len(chunks)
        and last - position < 3
        and chunks[last + 1].has("vote_noun", "no_noun")
        and chunks[last + 1].lower != "no"
    ):
        last += 1
    wished = hoped(chunks, at) and chunks[at - 1].lower not in ("by", "with")
    if wished or (supposed(sentence, at) and not _allowed(chunks, at)) or _some_split(chunks, at):
        return []
    told = [
        Part("yes", first if (first := chunks[at].number) is not None else 0, at, at),
        Part("no", other.number if other.number is not None else 0, position + 1, last),
    ]
    if rest is not None and whole_count:
        told.append(Part("abstain", rest.number if rest.number is not None else 0, position + 3, position + 3))
    return told


def _rest(chunks: list[Chunk], at: int) -> Chunk | None:
    """The abstentions of "ten-one-four", behind whose second number `at` stands."""
    if at + 1 >= len(chunks) or chunks[at].text not in "-–":
        return None
    return chunks[at + 1] if is_count(chunks[at + 1]) or chunks[at + 1].lower in NOTHING else None


def _many(chunk: Chunk) -> int:
    return chunk.cardinal or 0


NAMED_IN_BRACKETS = 40
"""Chunks that a bracket of those who voted so may take."""


def _past_a_bracket(chunks: list[Chunk], at: int) -> int:
    """ "9 (including the United States) to 2": past whom a bracket names of those counted."""
    if at >= len(chunks) or chunks[at].text != "(" or at + 1 >= len(chunks):
        return at
    if not chunks[at + 1].has("member", "determiner", "group") and chunks[at + 1].lower != "including":
        return at
    return next((i + 1 for i in range(at, min(at + NAMED_IN_BRACKETS, len(chunks))) if chunks[i].text == ")"), at)


def _allowed(chunks: list[Chunk], at: int) -> bool:
    """ "He may speak by video, 145 to five": what a text allows or asks, and the count behind a comma."""
    if at < 2 or chunks[at - 1].text not in ",:–—":
        return False
    modal = next((c for c in reversed(chunks[max(0, at - 7) : at - 1]) if c.has("modal", "unreal")), None)
    return modal is not None and modal.lower in ("may", "can", "must", "shall", "should")


def _some_split(chunks: list[Chunk], at: int) -> bool:
    """ "The elected ten split six to four": a few members, not all that voted."""
    parted = at > 0 and chunks[at - 1].lower in ("split", "divided", "splitting", "dividing")
    return parted and any(c.has("group", "of_adjective") for c in chunks[max(0, at - 5) : at])


def _near_or_told(sentence: Sentence, at: int, near: bool) -> bool:
    """Whether "fifteen zero" and "fourteen nil" can only be votes."""
    return near or voting_around(sentence, at)


def _of_states(chunks: list[Chunk], at: int, other: Chunk) -> bool:
    """ "The score was 153 to 10": more than play a match, and far apart."""
    one, two = chunks[at].cardinal or 0, other.cardinal or 0
    scored = any(c.lower in ("score", "scoreline", "tally") for c in chunks[max(0, at - 6) : at])
    return scored and one + two >= MANY_STATES and 2 * two <= one


def _fits_a_vote(first: Chunk, second: Chunk) -> bool:
    """ "Two to three weeks", "nine to five": numbers that no count of votes leaves."""
    one, other = first.cardinal or 0, second.cardinal or 0
    return one + other >= 5 and not (one < other <= one + 2 and one + other < 10)
