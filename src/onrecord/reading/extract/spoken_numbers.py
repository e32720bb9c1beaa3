"""Resolutions' numbers in words, as people say them: "two-forty-two", "resolution thirteen twenty-five"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.table import word_sets

HUNDREDS, TENS = range(1, 30), range(10, 100)
HUNDRED, LAST = 100, 2900
"""The least number said so, and one that no resolution of the Council has."""
NUMBER_WORDS = word_sets("clause_words.csv")["number_word"]
COUNTED = ("vote_noun", "member_noun", "yes_noun", "no_noun", "abstention_noun")


def spoken_number(chunks: list[Chunk], at: int) -> tuple[int, int] | None:
    """The number that the words at chunk `at` say and the last chunk that says it; None where they cite nothing."""
    first = _in_words(chunks, at)
    if first is None:
        return None
    named = _named(chunks, at)
    if first >= HUNDRED:
        return (first, at) if named and first < LAST else None
    hyphen = at + 1 < len(chunks) and chunks[at + 1].text == "-" and chunks[at].end == chunks[at + 1].start
    last = at + 1 + hyphen
    second = _in_words(chunks, last)
    if first not in HUNDREDS or second is None or second not in TENS or not (named or (hyphen and second % 10)):
        return None
    following = chunks[last + 1] if last + 1 < len(chunks) else None
    if not named and following is not None and (following.has(*COUNTED) or following.text == "-"):
        return None
    number = HUNDRED * first + second
    return (number, last) if number < LAST else None


def _in_words(chunks: list[Chunk], at: int) -> int | None:
    number = chunks[at].number if at < len(chunks) else None
    plain = number is not None and number.in_words and not number.ordinal and number.unit is None
    return int(number.value) if number is not None and plain and number.value == int(number.value) else None


def _named(chunks: list[Chunk], at: int) -> bool:
    before = chunks[at - 1] if at else None
    if before is None:
        return False
    return before.has("cite") or before.lower in NUMBER_WORDS or before.lower.split()[-1] == "resolution"
