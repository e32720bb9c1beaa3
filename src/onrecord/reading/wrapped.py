"""Lines that were broken to fit a column, as in a mail or a wire's file, made one again."""

from __future__ import annotations

import re
from itertools import pairwise

WIDEST = 120
"""Characters; lines that are longer were not broken to fit."""
FEWEST = 2
"""Lines that go on with a small letter."""
FITTING = 0.9
"""Of those, which had no room for the next line's first word."""
SLACK = 1.15
"""By how much a line may be longer than the longest of those."""
_ITEM = re.compile(r"\s*(?:[-*+•>#–—]|\d{1,2}[.)])\s")


def unwrapped(text: str) -> str:
    """The text at the same length, with a space for each break of a line that only the column's width made.

    A break is one of those where the next line's first word had no room any more, in a text in which lines that go on
    with a small letter all end so; a list's items and what follows a blank line stay apart.
    """
    if text.count("\n") < FEWEST:
        return text
    lines = text.split("\n")
    pairs = [(len(line.rstrip()), _first_word(after), after) for line, after in pairwise(lines)]
    soft = [(length, word) for length, word, _ in pairs if length and word[:1].islower()]
    width = max((length for length, _ in soft), default=0)
    fitting = sum(length + 1 + len(word) > width for length, word in soft)
    if len(soft) < FEWEST or width > WIDEST or fitting < FITTING * len(soft):
        return text
    joined = [lines[0]]
    for length, word, after in pairs:
        goes_on = length and word and width - 1 - len(word) < length <= SLACK * width and not _ITEM.match(after)
        joined += [" " if goes_on else "\n", after]
    return "".join(joined)


def _first_word(line: str) -> str:
    return next(iter(line.split(None, 1)), "")
