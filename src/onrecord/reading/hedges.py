"""What "over", "nearly", "about" and their like allow: each a stated interval in `tables/hedges.csv`, never code.

Bounds are multiples of the number written; `half_step` widens by half a step of the precision it was written in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.reading.table import phrases, rows


@dataclass(frozen=True, slots=True)
class Bounds:
    """Which values a number with its hedge allows; None is no bound."""

    lower: float | None
    upper: float | None
    lower_open: bool = False
    """Whether the bound itself is left out."""
    upper_open: bool = False
    fair_lower: float | None = None
    fair_upper: float | None = None
    """Beyond these a value still makes the words true, and the words still mislead."""

    def admits(self, value: float) -> bool:
        if self.lower is not None and (value < self.lower or (self.lower_open and value == self.lower)):
            return False
        return self.upper is None or value < self.upper or (value == self.upper and not self.upper_open)

    def misleads(self, value: float) -> bool:
        """Whether the value makes the words true though it lies far from the number written."""
        too_low = self.fair_lower is not None and value < self.fair_lower
        return too_low or (self.fair_upper is not None and value > self.fair_upper)


@dataclass(frozen=True, slots=True)
class Hedge:
    """One row of the table."""

    id: str
    lower: str
    upper: str
    fair_lower: str
    fair_upper: str
    half_step: bool

    def bounds(self, value: float, step: float) -> Bounds:
        """The interval around `value`, written to the nearest `step`."""
        if not (self.lower or self.upper):
            return rounding(value, step)
        slack = step / 2 if self.half_step else 0.0
        lower, lower_open = _bound(self.lower, value)
        upper, upper_open = _bound(self.upper, value)
        if lower is not None and slack:
            lower = min(lower, value - slack)
        if upper is not None and slack:
            upper = max(upper, value + slack)
        fair_lower, fair_upper = _bound(self.fair_lower, value)[0], _bound(self.fair_upper, value)[0]
        return Bounds(lower, upper, lower_open, upper_open, fair_lower, fair_upper)


@lru_cache(maxsize=4096)
def rounding(value: float, step: float) -> Bounds:
    """The values that round to a plain number at the precision it was written in; halves round up."""
    return Bounds(value - step / 2, value + step / 2, upper_open=True)


def _bound(cell: str, value: float) -> tuple[float | None, bool]:
    if not cell:
        return None, False
    multiple = cell.lstrip("<>=")
    return value * float(multiple), cell[0] in "<>" and "=" not in cell


@cache
def hedge(id: str) -> Hedge:
    """The hedge of that id; KeyError where the table has none."""
    return _hedges()[0][id]


def hedge_before(text: str, start: int) -> tuple[str, int] | None:
    """The hedge that ends where a number starts, and where the hedge starts. `text` is in lower case."""
    words = text[max(0, start - 32) : start].split()
    if not words or (words[-1].isalpha() and words[-1] not in _last_words()):
        return None
    match = _hedges()[1].search(text, max(0, start - 32), start)
    if (
        match is None
        or _COMPARED.search(match.group())
        or (match.group(1) == "up to" and _ADDS.search(text, max(0, match.start(1) - 12), match.start(1)))
    ):
        return None
    return _hedges()[3][_key(match.group(1))], match.start(1)


def hedge_after(text: str, end: int) -> tuple[str, int] | None:
    """The hedge that starts where a number ends, and where the hedge ends. `text` is in lower case."""
    match = _hedges()[2].match(text, end, end + 40)
    return (_hedges()[4][_key(match.group(1))], match.end(1)) if match else None


_COMPARED = re.compile(r"\b(?:more|fewer|less) +than +the ?\Z")
"""Words that set one number beside another: "59 in favour, fewer than the 71 who abstained"."""
_ADDS = re.compile(r"\b(?:add|adds|added|adding|sums|summed|tots|totted|totals|totalled|works|worked|mounts) ?\Z")
"""Verbs with which "up to" gives a sum and no bound: "adds up to"."""


@cache
def _last_words() -> frozenset[str]:
    """The words that may stand right before a number with a hedge, to pass over most numbers cheaply."""
    return frozenset(("an", "a", "the", "some", "many", *(words.split()[-1] for words in _hedges()[3])))


def _key(words: str) -> str:
    return " ".join(words.split())


@cache
def _hedges() -> tuple[dict[str, Hedge], re.Pattern[str], re.Pattern[str], dict[str, str], dict[str, str]]:
    hedges: dict[str, Hedge] = {}
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for row in rows("hedges.csv"):
        bounds = (row["lower"], row["upper"], row["fair_lower"], row["fair_upper"])
        hedges[row["hedge"]] = Hedge(row["hedge"], *bounds, bool(row["half_step"]))
        target = before if row["place"] == "before" else after
        target.update((words, row["hedge"]) for words in phrases(row["words"]))
    find_before = re.compile(rf"(?<!\w)({_any_of(before)})(?: an?| the| some| as many as)? ?\Z")
    find_after = re.compile(rf" ?,?(?: people)? ?({_any_of(after)})(?!\w)")
    return hedges, find_before, find_after, before, after


def _any_of(words: dict[str, str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", " +") for phrase in longest_first)
