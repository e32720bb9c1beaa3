"""What a figure series says of a time, and whether a number in a text fits it.

The latest value at or before the time counts, with those published in the days around it; nothing is interpolated:
between two values of a count that only grows, a number that neither rules out is left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from onrecord.checking.finding import Evidence
from onrecord.checking.words import day
from onrecord.reading.hedges import Bounds, hedge
from onrecord.reading.intervals import Interval
from onrecord.reading.numbers import NumberMention
from onrecord.reading.table import rows
from onrecord.record.model import Figure
from onrecord.record.store import Record

LAG = timedelta(days=7)
"""An article's number may be some days old."""
COUNTS_BACK = 2
"""Published values before the latest that a report may still have been between."""
LEAST_COUNTED = 100
LEAD = timedelta(days=1)
"""Time zones: what is published on a day may be in an article dated the day before."""


class Fits(StrEnum):
    YES = "yes"
    NO = "no"
    OPEN = "open"
    """The series reaches there and can rule the number neither in nor out."""
    NOT_COVERED = "not covered"


@dataclass(frozen=True, slots=True)
class SeriesWords:
    """How to speak of a series: a row of `tables/series_words.csv`."""

    count: str
    """Whose it is: "the Gaza Ministry of Health's count"."""
    measured: str
    """What it counts."""
    monotone: bool
    """Whether it can only grow."""
    stale_after: int | None
    """Days after its last value for which that still speaks; None has no limit."""
    each: str
    """`year`, `fiscal` or empty for values of a day."""
    growth: float | None
    """The largest share of itself that it can have grown by in a year."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A number held against one series at one time."""

    series: str
    fits: Fits
    figure: Figure | None = None
    """The value that decides, or the nearest."""
    later: Figure | None = None
    """The next value after, where the time lies between two."""


@cache
def series_words() -> dict[str, SeriesWords]:
    return {
        row["series"]: SeriesWords(
            row["count"], row["measured"], row["monotone"] == "yes",
            int(row["stale_after"]) if row["stale_after"] else None, row["each"],
            float(row["growth"]) if row["growth"] else None,
        )
        for row in rows("series_words.csv", "checking")
    }  # fmt: skip


SOON = 30
"""Days ahead in which a count may have been known before the day that the record has it for."""


def compare(
    series: str, number: NumberMention, when: Interval, record: Record, attributed: bool = False,
    article: date | None = None,
) -> Compared:  # fmt: skip
    """Hold the number against the series at the time; `attributed` says that the text gives it as the series' own.

    `article` is the article's date: what was published by then about an earlier time can be what it gives.
    """
    figures = record.figures(series)
    start, end = when.start or when.end, when.end or when.start
    if start is None or end is None or not figures:
        return Compared(series, Fits.NOT_COVERED)
    spoken = series_words()[series]
    at_hand = _at_hand(figures, start, end, spoken)
    before = [figure for figure in figures if figure.end <= end]
    if at_hand:
        compared = _against(series, number, at_hand, end, attributed)
        grown = spoken.monotone and compared.fits is Fits.NO and _counted_between(number, at_hand, end)
        return replace(compared, fits=Fits.OPEN) if grown else compared
    if not before:
        return Compared(series, Fits.NOT_COVERED, later=figures[0])
    last = before[-1]
    later = next((figure for figure in figures if figure.start > end), None)
    if spoken.monotone:
        compared = _between(series, number, last, later, attributed)
        if compared.fits is Fits.OPEN and later is not None and article is not None and later.end <= article:
            if _fits(number, later, attributed) is Fits.YES:
                return Compared(series, Fits.YES, later)
        soon = later is not None and (later.start - end).days <= SOON and _fits(number, later, False) is not Fits.NO
        if compared.fits is Fits.OPEN and not soon and _beyond_growth(number, last, end, spoken, attributed):
            return Compared(series, Fits.NO, last)
        too_old = spoken.stale_after is not None and (end - last.end).days > spoken.stale_after
        return Compared(series, Fits.NOT_COVERED, last) if compared.fits is Fits.OPEN and too_old else compared
    if spoken.stale_after is not None and (end - last.end).days > spoken.stale_after:
        return Compared(series, Fits.NOT_COVERED, last, later)
    compared = _against(series, number, [last], end, attributed)
    moved = compared.fits is Fits.NO and later is not None and _on_the_way(number, last, later)
    return Compared(series, Fits.OPEN, last, later) if moved else compared


def _on_the_way(number: NumberMention, last: Figure, later: Figure) -> bool:
    """Whether a figure that has come to stand at the later value may have stood at the number by then."""
    reached = _fits(number, later, attributed=False) is not Fits.NO
    return reached or min(last.value, later.value) < number.value < max(last.value, later.value)


def _counted_between(number: NumberMention, figures: list[Figure], end: date) -> bool:
    """Whether a count that grows by the hour may have stood at the number between two of its published values."""
    latest = max((i for i, figure in enumerate(figures) if figure.start <= end), default=0)
    values = [figure.value for figure in figures[max(0, latest - COUNTS_BACK) : latest + 2]]
    exact = number.hedge is None and number.step <= LEAST_COUNTED <= number.value
    return exact and min(values) < number.value < max(values)


def _beyond_growth(number: NumberMention, last: Figure, end: date, spoken: SeriesWords, attributed: bool) -> bool:
    """Whether the number is larger than the count can have become since its last value: in a quarter of a year, if
    that is not said to be that very count.
    """
    if spoken.growth is None or number.bounds.lower is None:
        return False
    years = (end - last.end).days / 365.25
    return number.bounds.lower > last.value * (1 + spoken.growth * max(years, 0.1 if attributed else 0.25))


def _at_hand(figures: Sequence[Figure], start: date, end: date, spoken: SeriesWords) -> list[Figure]:
    """Those that speak for the time."""
    if not spoken.each:
        try:
            start, end = start - LAG, end + LEAD
        except OverflowError:
            return []
    return [figure for figure in figures if figure.start <= end and start <= figure.end]


def _against(series: str, number: NumberMention, figures: list[Figure], end: date, attributed: bool) -> Compared:
    """Whether any of the values, all of that time, bears the number out; the latest by then speaks where none does."""
    by_then = [figure for figure in figures if figure.start <= end] or figures[:1]
    in_order = [by_then[-1], *(figure for figure in reversed(figures) if figure is not by_then[-1])]
    judged = [(_fits(number, figure, attributed), figure) for figure in in_order]
    for wanted in (Fits.YES, Fits.OPEN):
        for fits, figure in judged:
            if fits is wanted:
                return Compared(series, fits, figure)
    return Compared(series, Fits.NO, in_order[0])


def _between(series: str, number: NumberMention, last: Figure, later: Figure | None, attributed: bool) -> Compared:
    """Of a count that only grows: the truth lies from the last value before to the next one after."""
    fits = _fits(number, last, attributed)
    bounds = number.bounds
    if fits is Fits.NO:
        too_low = bounds.upper is not None and bounds.upper < last.value
        too_high = later is not None and bounds.lower is not None and bounds.lower > later.value
        if not too_low and not too_high:
            fits = Fits.OPEN
    if fits is Fits.YES and later is not None and not number.admits(later.value) and bounds.upper is not None:
        # The count may have outgrown the number by then; close to the value that bears it out it has not.
        return Compared(series, Fits.YES, last, later)
    return Compared(series, fits, last, later)


def _fits(number: NumberMention, figure: Figure, attributed: bool) -> Fits:
    bounds, value = number.bounds, figure.value
    if bounds.admits(value):
        return Fits.YES
    if figure.bound == "exact":
        return Fits.NO
    if figure.bound == "at least":
        if bounds.upper is None:
            return Fits.YES if bounds.lower is not None and bounds.lower <= value else _above(attributed)
        return Fits.NO if bounds.upper < value else _above(attributed)
    allowed = hedge("about" if figure.bound == "about" else "up_to").bounds(value, 1)
    if _overlap(bounds, allowed, allowed.fair_lower):
        return Fits.YES
    far_below = bounds.upper is not None and allowed.fair_lower is not None and bounds.upper < allowed.fair_lower
    return Fits.NO if figure.bound == "about" or far_below or (bounds.lower or 0) > value else Fits.OPEN


def _above(attributed: bool) -> Fits:
    """More than a published minimum is no contradiction of it, unless it is said to be that count itself."""
    return Fits.NO if attributed else Fits.OPEN


def _overlap(one: Bounds, other: Bounds, least: float | None) -> bool:
    lower = other.lower if other.lower is not None else least
    starts = one.lower is None or other.upper is None or one.lower <= other.upper
    return starts and (one.upper is None or lower is None or lower <= one.upper)


# --- in words --------------------------------------------------------------------------------


def value_in_words(figure: Figure) -> str:
    """As in "36,439", "at least 10,582", "$3.31 billion"."""
    written = money(figure.value) if figure.unit == "USD" else f"{figure.value:,.0f}"
    return f"{figure.bound} {written}" if figure.bound in ("at least", "about", "up to") else written


def money(amount: float) -> str:
    """As in "$68.03 billion", "$500 million"."""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if abs(amount) >= size:
            return f"${f'{amount / size:.2f}'.rstrip('0').rstrip('.')} {word}"
    return f"${amount:,.0f}"


def time_in_words(figure: Figure) -> str:
    """As in "on 4 June 2025", "in 2024", "in mid-2007", "at the end of 2022", "in fiscal 2021"."""
    each = series_words()[figure.series].each
    if each == "fiscal":
        return f"in fiscal {figure.end.year}"
    if each == "year":
        return f"in mid-{figure.end.year}" if figure.end.month == 6 else f"at the end of {figure.end.year}"
    if figure.start != figure.end:
        return f"in {figure.end.year}"
    return f"on {day(figure.end)}"


def evidence(figure: Figure, record: Record) -> Evidence:
    """The row that a reader can look up."""
    publisher = record.series[figure.series].publisher if figure.series in record.series else ""
    source = f"{publisher} ({figure.source})" if figure.source else publisher
    says = f"{value_in_words(figure)} {time_in_words(figure)}"
    return Evidence("figures", f"{figure.series}:{figure.end}", source, date=figure.end, value=figure.value, says=says)
