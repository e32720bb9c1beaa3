"""The words that tell a part of some: a share ("most", "nearly half", `tables/shares.csv`) or a number that they leave
open ("several", "a handful of", `tables/vague_counts.csv`).
"""

from __future__ import annotations

from functools import cache, lru_cache

from onrecord.reading.chunks import MOST_MEMBERS, WORDS_KEPT, Chunk
from onrecord.reading.claims.vote import Part
from onrecord.reading.table import phrases, rows

LONGEST = 5
MEASURING = frozenset({"how", "so", "as", "too", "not", "than", "at"})
"""Words in front of "many" or "most" that make another thing of them: "how many", "not many", "at most"."""
ROUNDED = 0.04
"""By how much a share in a round fraction may be off."""


@cache
def _shares() -> dict[str, tuple[float, float]]:
    return {
        words: (float(row["least"]), float(row["most"]))
        for row in rows("shares.csv")
        for words in phrases(row["words"])
    }


@lru_cache(maxsize=WORDS_KEPT)
def second_words(first: str) -> frozenset[str]:
    """What may stand behind a word with which a share begins; nothing ("") where it is one by itself."""
    following = (words.removeprefix(first) for words in _shares() if words.startswith(first))
    joined = (rest.replace("-", " - ").split() for rest in following if rest[:1] in ("", " ", "-"))
    return frozenset(rest[0] if rest else "" for rest in joined)


def may_be_share(chunks: list[Chunk], at: int) -> bool:
    """Whether a share can begin there, as far as two words tell, to pass over all others cheaply."""
    seconds = second_words(chunks[at].lower)
    if not seconds or "" in seconds:
        return bool(seconds)
    return at + 1 < len(chunks) and chunks[at + 1].lower.replace("-", " - ").split()[0] in seconds


def told_share(chunks: list[Chunk], at: int) -> tuple[int, tuple[float, float] | None]:
    """How many chunks spell a share, the longest first, and its bounds."""
    for length in range(min(LONGEST, len(chunks) - at), 0, -1):
        bounds = _shares().get(" ".join(c.lower for c in chunks[at : at + length]).replace(" - ", "-"))
        if bounds is not None:
            return length, bounds
    return 0, None


def share_at(chunks: list[Chunk], at: int) -> tuple[int, Part] | None:
    """How many chunks spell a share in words or as a fraction or percentage, and which share it is."""
    number = chunks[at].number
    if number is not None and number.unit in ("percent", "fraction"):
        whole = 100.0 if number.unit == "percent" else 1.0
        bounds = number.bounds
        least = (bounds.lower if bounds.lower is not None else 0.0) / whole
        most = (bounds.upper if bounds.upper is not None else whole) / whole
        return 1, Part(least, most, 0.0 if number.hedge else ROUNDED)
    length, told = told_share(chunks, at) if may_be_share(chunks, at) else (0, None)
    return (length, Part(*told)) if told is not None else None


@cache
def _vague() -> dict[str, Part]:
    return {
        words: Part(float(row["share"] or -1), fewest=int(row["least"]), highest=int(row["most"] or MOST_MEMBERS))
        for row in rows("vague_counts.csv")
        for words in phrases(row["words"])
    }


@cache
def _vague_beginnings() -> frozenset[str]:
    return frozenset(words.split()[0] for words in _vague())


@lru_cache(maxsize=WORDS_KEPT)
def may_open_part(word: str) -> bool:
    """Whether a part may begin with the word, which is no number."""
    return bool(second_words(word)) or word.split()[0] in _vague_beginnings()


def part_at(chunks: list[Chunk], at: int) -> tuple[int, Part] | None:
    """How many chunks spell a part of some, a share or a vague number ("several"), and which part it is."""
    if at and chunks[at - 1].lower.split()[-1] in MEASURING:
        return None
    if chunks[at].lower.split()[0] in _vague_beginnings():
        for length in range(min(LONGEST, len(chunks) - at), 0, -1):
            part = _vague().get(" ".join(c.lower for c in chunks[at : at + length]))
            if part is not None:
                return length, part
    return share_at(chunks, at)


BACK = 5
"""Chunks in front of those of whom they are a part within which the words of a share begin."""
BEFORE_THEM = frozenset({"of", "the", "all", "of the", "of all", "all the"})
OUT_OF = frozenset({"in", "out of", "of"})


def part_of_them(chunks: list[Chunk], at: int) -> bool:
    """Whether the words in front of those named at `at` make them a part: "half the | French", "one in two |
    Israelis", "seventy per cent of | Spaniards".
    """
    last = at - 1
    while last > 0 and chunks[last].lower in BEFORE_THEM:
        last -= 1
    if last > 1 and chunks[last].cardinal is not None and chunks[last - 1].lower in OUT_OF:
        return chunks[last - 2].cardinal is not None
    if last > 2 and chunks[last].cardinal is not None and [c.lower for c in chunks[last - 2 : last]] == ["out", "of"]:
        return chunks[last - 3].cardinal is not None
    for first in range(last, max(last - BACK, -1), -1):
        if chunks[first].number is None and not may_open_part(chunks[first].lower):
            continue
        told = part_at(chunks, first)
        if told is not None and first + told[0] > last:
            return True
    return False
