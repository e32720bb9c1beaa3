"""Read a run of number words ("a hundred and forty-one", "two and a half million", "forty-fourth") into numbers.

A run may hold several numbers ("five and ten"); each is read as far as English allows. The words are in
`tables/number_words.csv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from onrecord.reading.table import any_of, phrases, rows, word_sets

LARGEST_STEP_SHARE = 0.1
"""Zeros at the end of a number are read as rounding as long as a step stays within this share of it: 36,000 and 60,000
are precise to thousands, 100,000 to ten thousands."""
LARGEST_SCALE_SHARE = 0.5
"""A scale word is the step ("30 million" is precise to millions), but never more than this share of the number."""
EXACT_BELOW = 1000
"""Smaller whole numbers are counts and exact."""
_SEPARATOR = re.compile(r" and an? |-and-| and | an? |-| ")
_ARTICLE = re.compile(r"an? ")


@dataclass(frozen=True, slots=True)
class Parsed:
    start: int
    """Offsets in the run."""
    end: int
    value: float
    step: float
    ordinal: bool = False
    unit: str | None = None
    vague: bool = False


@dataclass(slots=True)
class _Number:
    """A number as read so far: `total` of the closed scales, `group` below the next one."""

    start: int
    total: float = 0
    group: float = 0
    last: str = ""
    scale: float = 1
    """The last scale word's value."""
    half: bool = False

    @property
    def value(self) -> float:
        return self.total + self.group


DOZEN = 12
DOZENS = 4
"""How exactly several dozens are meant: "two dozen" are 22 to 26."""


@dataclass(slots=True)
class _Reader:
    run: str
    of_follows: bool
    found: list[Parsed] = field(default_factory=list)
    number: _Number | None = None
    end: int = 0

    def close(self) -> None:
        number, self.number = self.number, None
        if number is None:
            return
        value = whole(number.value)
        if number.last == "half" and value == 0.5:
            self.found.append(Parsed(number.start, self.end, 0.5, 0.1, unit="fraction"))
        else:
            step = number.scale / 10 if number.half and number.scale > 1 else step_of(value, number.scale)
            step = DOZENS if number.last == "dozen" and value > DOZEN else step
            self.found.append(Parsed(number.start, self.end, value, step))

    def finish(self, start: int, end: int, value: float, *, ordinal: bool = False, unit: str | None = None) -> None:
        """One that ends here, with what was read before as its beginning."""
        begin = self.number.start if self.number else start
        self.number = None
        self.found.append(Parsed(begin, end, value, 0.1 if unit == "fraction" else 1, ordinal, unit))

    def take(self, kind: str, value: float, separator: str, start: int, end: int) -> None:
        number = self.number
        if kind in ("zero", "times", "vague"):
            self.close()
            times = value if kind != "vague" else 2 * value
            self.found.append(
                Parsed(start, end, times, 1, unit="times" if kind == "times" else None, vague=kind == "vague")
            )
        elif kind in ("fraction", "fraction_one"):
            self._fraction(value, start, end)
        elif kind.startswith("ordinal"):
            self._ordinal(kind, value, separator, start, end)
        elif number is None or not self._extends(number, kind, separator):
            self.close()
            self.number = _opened(kind, value, start)
        else:
            _extend(number, kind, value)
        self.end = end

    def _fraction(self, value: float, start: int, end: int) -> None:
        number = self.number
        if number is not None and 0 < number.value < value:
            self.finish(start, end, number.value / value, unit="fraction")
        elif number is None and self.of_follows:
            self.finish(start, end, 1 / value, unit="fraction")
        else:
            self.close()

    def _ordinal(self, kind: str, value: float, separator: str, start: int, end: int) -> None:
        number = self.number
        cardinal = kind.removeprefix("ordinal_")
        one_before = number is not None and number.value == 1 and number.last == "unit"
        a_before = number is None and self.of_follows and _ARTICLE.match(self.run) is not None
        if value in (3, 5, 10) and (one_before or a_before):
            self.finish(start, end, 1 / value, unit="fraction")
        elif number is not None and self._extends(number, cardinal, separator):
            _extend(number, cardinal, value)
            self.finish(start, end, number.value, ordinal=True)
        else:
            self.close()
            self.finish(start, end, value, ordinal=True)

    @staticmethod
    def _extends(number: _Number, kind: str, separator: str) -> bool:
        joined = "and" in separator
        above = number.last in ("hundred", "scale")
        if kind == "half":
            return joined and number.last in ("unit", "teen", "ten", "scale")
        if kind == "unit":
            return above or (number.last == "ten" and not joined)
        if kind in ("teen", "ten"):
            return above
        if kind == "hundred":
            return not joined and number.last in ("unit", "teen", "ten") and 0 < number.group < 100
        if kind == "dozen":
            return not joined and number.last in ("unit", "teen", "half")
        return kind == "scale" and not joined and number.last != "dozen"


def _opened(kind: str, value: float, start: int) -> _Number:
    number = _Number(start, last=kind)
    if kind == "scale":
        number.total, number.scale = value, value
    else:
        number.group, number.half = value, kind == "half"
    return number


def _extend(number: _Number, kind: str, value: float) -> None:
    if kind in ("hundred", "dozen"):
        number.group *= value
    elif kind == "scale":
        number.total += (number.group or 1) * value
        number.group, number.scale = 0.0, value
    elif kind == "half" and number.last == "scale":
        number.total += value * number.scale
    else:
        number.group += value
        number.scale = 1 if kind != "half" else number.scale
        number.half = kind == "half"
    number.last = kind


def parse_words(run: str, of_follows: bool = False) -> list[Parsed]:
    """The numbers of a run that holds nothing else (in lower case); `of_follows` is whether " of" comes after it."""
    size = _size(run)
    if size is not None:
        return size
    reader = _Reader(run, of_follows)
    position, separator, article = 0, "", 0
    if lead := _ARTICLE.match(run):
        position = article = lead.end()
    while position < len(run):
        match = _word().match(run, position)
        if match is None:
            break
        kind, value = _classes()[match.group()]
        opens = article == position and kind in ("hundred", "scale", "dozen", "half", "fraction_one", "ordinal_unit")
        reader.take(kind, value, separator, 0 if article and opens else match.start(), match.end())
        gap = _SEPARATOR.match(run, match.end())
        position = gap.end() if gap else len(run)
        separator = gap.group() if gap else ""
    reader.close()
    return reader.found


def _size(run: str) -> list[Parsed] | None:
    """Two of the size at the least for "tens of thousands", "several hundred"; None where no size leads the run."""
    for words, times in _sizes().items():
        if run.startswith(words + " "):
            rest = parse_words(run[len(words) + 1 :])
            unit = rest[0].value / (2 if rest[0].vague else 1) if rest else 0
            if len(rest) == 1 and unit >= 10:
                return [Parsed(0, len(run), whole(2 * times * unit), 1, vague=True)]
            return [Parsed(p.start + len(words) + 1, p.end + len(words) + 1, p.value, p.step, p.ordinal) for p in rest]
    return None


def step_of(value: float, scale: float) -> float:
    """The precision a whole number was written in; `scale` is the value of its last scale word, 1 for none."""
    step = 1.0
    if value >= EXACT_BELOW:
        while value % (step * 10) == 0 and step * 10 <= value * LARGEST_STEP_SHARE:
            step *= 10
    return max(step, min(scale, value * LARGEST_SCALE_SHARE))


def whole(value: float) -> float:
    """As an integer where it is one."""
    return int(value) if value == int(value) else value


@cache
def _classes() -> dict[str, tuple[str, float]]:
    classes: dict[str, tuple[str, float]] = {}
    for row in rows("number_words.csv"):
        if row["class"] != "no_before":
            for word in phrases(row["words"]):
                classes[word] = (row["class"], whole(float(row["value"])))
    # "third" and "fifth" are ordinals first; the reader makes fractions of them where "one" or "a ... of" stands by.
    return classes


@cache
def _sizes() -> dict[str, float]:
    return {row["words"]: float(row["times"]) for row in rows("vague_sizes.csv")}


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(_classes())})(?![^\W_])")


def words_pattern() -> str:
    """A pattern for any run of number words, for a larger pattern to hold."""
    word, size = any_of(_classes()), any_of(_sizes())
    return (
        rf"(?:an? |(?:{size}) )?(?:{word})(?![^\W_])"
        rf"(?:(?: and an? |-and-| and | an? |-| )(?:{word})(?![^\W_]))*"
    )


def nothing_pattern() -> str:
    """A pattern for "no" where it counts votes."""
    return rf"no(?= (?:{any_of(word_sets('number_words.csv')['no_before'])})(?![^\W_]))"
