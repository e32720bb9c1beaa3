"""Where a clause opens with a time of its own and tells of another vote: "…; in 2019 it was Chad that abstained".

What such a clause says is said of that time as much as if it were a sentence by itself, and is read as one.
"""

from __future__ import annotations

import re
from itertools import islice

from onrecord.reading.dates import find_dates
from onrecord.reading.table import any_of, word_sets

_WORDS = word_sets("clause_words.csv")
_JOINS, _BEFORE = any_of(_WORDS["joins_a_clause"]), any_of(_WORDS["before_a_time"])
_MARK = re.compile(
    rf"(?:;|,? [–—]|[,;] (?:{_JOINS})) (?=(?:(?:{_BEFORE}) )?(?:{any_of(_WORDS['opens_a_time'])}|\d)\b)", re.IGNORECASE
)
_LED = re.compile(rf"(?:{_BEFORE})?(?:\s*(?:{any_of(_WORDS['leads_to_a_time'])}))*\s*", re.IGNORECASE)
"""Words in front of the time."""
_SUBJECT = re.compile(rf",? ?(?:[A-Z]|(?:{any_of(_WORDS['opens_a_clause'])}|\d+)\b)")
"""What may open a clause of its own behind the time; a verb right behind it shares the subject before."""
_ONE_OF_BEFORE = re.compile(rf",? ?(?:{any_of(_WORDS['stands_for_before'])})\b")
"""The same where it stands for somebody or something told of before."""
DASHES = ("–", "—")
_WORD = re.compile(r"\w+")
WIDE = 48
"""Characters in which the time and the clause behind it begin."""
FULL = 3
"""Words that a clause has at the least, on either side."""
BEFORE_A_DASH = 6
"""Words that stand before a dash at the least, where it is a clause that stands there."""


def led_by_a_time(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words before such a clause end, and where it begins; None where there is none."""
    for mark in _MARK.finditer(text, start, end):
        opens, before = mark.end(), text[start : mark.start()]
        dash = mark.group().strip(", ") in DASHES
        # "14 October 2006 – five days later the Council met": a heading stands before a dash, or a whole clause
        if _inside(before) or not _full(text, start, mark.start(), BEFORE_A_DASH if dash else FULL):
            continue
        head = text[opens : min(end, opens + WIDE)]
        told = next(iter(find_dates(head)), None)
        if told is None or _LED.fullmatch(head, 0, told.start) is None:
            continue
        if _SUBJECT.match(head, told.end) is None or not _full(text, opens + told.end, end, FULL):
            continue
        loosely = not mark.group().startswith(";")
        if loosely and _ONE_OF_BEFORE.match(head, told.end) and not find_dates(before):
            continue  # "Moscow tabled a text, and on Friday it was lost": of what the words before it tell
        return mark.start(), opens
    return None


def _inside(before: str) -> bool:
    """Whether brackets or quotation marks are still open."""
    return before.count("(") > before.count(")") or before.count('"') % 2 == 1


def _full(text: str, start: int, end: int, words: int) -> bool:
    return sum(1 for _ in islice(_WORD.finditer(text, start, end), words)) == words
