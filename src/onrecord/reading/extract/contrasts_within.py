"""One side of a vote held against another of the same: "the ayes outnumbered the noes by 37", "three more against than
abstaining", "twice as many for it as against", "carried by a margin of 37".
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Contrast
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

_WORDS = word_sets("tally_words.csv")
EXCEEDED = _WORDS["exceeded"]
MARGIN = _WORDS["margin"]
NEARLY = frozenset({"nearly", "almost", "about", "roughly", "some"})
TIMES = {"twice": 2.0, "double": 2.0, "three times": 3.0, "four times": 4.0, "five times": 5.0, "half": 0.5}
NOT_THEN = _WORDS["not_then"]
TELLING = EXCEEDED | MARGIN | {"many", "more", "fewer"}
"""Of which one stands in every such sentence."""
REACH = 8
"""Chunks of a side."""
Role = Callable[[Sentence, list[Phrase], int, int], str | None]


def within_one(sentence: Sentence, found: list[Phrase], role: Role) -> Contrast | None:
    """The first such clause; `role` is how a stretch of the sentence says on which side somebody was."""
    if sentence.words.isdisjoint(TELLING) or sentence.question or sentence.withdrawn:
        return None
    if not sentence.words.isdisjoint(NOT_THEN) or "modal" in sentence.kinds or sentence.elsewhere:
        return None
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if at >= sentence.unreal_from:
            return None
        made: Contrast | None = None
        if chunk.lower in EXCEEDED:
            made = _exceeded(sentence, found, at, role)
        elif chunk.lower in MARGIN:
            made = _margin(sentence, at)
        elif chunk.lower == "many" and at and chunks[at - 1].lower.split()[-1] == "as":
            made = _as_many(sentence, found, at, role)
        if made is not None:
            return made
    return None


def _clause(chunks: list[Chunk], at: int) -> tuple[int, int]:
    """The first and the last chunk of the words between marks around a chunk."""
    first = last = at
    while first > 0 and chunks[first - 1].is_word and not _joint(chunks[first - 1]):
        first -= 1
    while last + 1 < len(chunks) and chunks[last + 1].is_word:
        last += 1
    return first, last


def _joint(chunk: Chunk) -> bool:
    return chunk.has("and", "but") and chunk.lower != "as"


def _exceeded(sentence: Sentence, found: list[Phrase], at: int, role: Role) -> Contrast | None:
    """ "The noes exceeded the abstentions by three"."""
    chunks = sentence.chunks
    first, last = _clause(chunks, at)
    by = next((i for i in range(at + 1, last) if chunks[i].lower == "by" and chunks[i + 1].cardinal is not None), None)
    end = by + 1 if by is not None else last
    own = role(sentence, found, first, at)
    other = role(sentence, found, at + 1, by if by is not None else last + 1)
    if own is None or other is None or own == other or (chunks[at - 1].has("modal", "negation", "be")):
        return None
    number = chunks[end].number if by is not None else None
    return Contrast(*sentence.placed(first, end, at), role=own, fewer=False, number=number, against=other)


def _margin(sentence: Sentence, at: int) -> Contrast | None:
    """ "A margin of 37 votes", "the majority was 37"."""
    chunks = sentence.chunks
    number = at + 2
    linked = at + 1 < len(chunks) and chunks[at + 1].lower in ("of", "was")
    if not linked or number >= len(chunks) or chunks[number].cardinal is None:
        return None
    told = chunks[number].number
    last = number + (number + 1 < len(chunks) and chunks[number + 1].has("vote_noun"))
    behind = chunks[last + 1 : last + 3]
    if told is None or told.unit or any(c.lower in ("to", "-", "–", "of") or c.cardinal is not None for c in behind):
        return None  # "by a majority of 72 to 35", "of nine of the fifteen"
    if any(c.has("modal") or c.lower in ("needs", "needed", "requires", "required") for c in chunks[:at]):
        return None
    first = at - chunks[at - 1].has("determiner") if at else at
    return Contrast(*sentence.placed(first, last, at), role="yes", fewer=False, number=told, against="no", loose=True)


def _two_sides(sentence: Sentence, found: list[Phrase], at: int, role: Role) -> tuple[int, int, str, str] | None:
    """The clause around a comparison, and what stands on both sides of "as"."""
    chunks = sentence.chunks
    first, last = _clause(chunks, at)
    middle = next((i for i in range(at + 1, last) if chunks[i].lower == "as"), None)
    if middle is None or middle == at + 1 or last - middle > REACH:
        return None
    own, other = role(sentence, found, at + 1, middle), role(sentence, found, middle + 1, last + 1)
    return None if own is None or other is None or own == other else (first, last, own, other)


def _as_many(sentence: Sentence, found: list[Phrase], at: int, role: Role) -> Contrast | None:
    """ "Twice as many for it as against it", "almost as many abstentions as noes"."""
    chunks = sentence.chunks
    sides = _two_sides(sentence, found, at, role)
    if sides is None:
        return None
    first, last, own, other = sides
    before = [c.lower for c in chunks[max(first, at - 5) : at - 1]]
    factor = next((TIMES[word] for word in reversed(before) if word in TIMES), 1.0)
    for place in range(max(first, at - 4), at - 1):
        number = chunks[place].number
        if number is not None and (number.unit == "times" or chunks[place + 1].lower == "times"):
            factor = number.value
    hedge = "over" if "than" in before or "over" in before else "nearly" if not NEARLY.isdisjoint(before) else ""
    return Contrast(*sentence.placed(first, last, at), role=own, fewer=False, against=other, factor=factor, hedge=hedge)
