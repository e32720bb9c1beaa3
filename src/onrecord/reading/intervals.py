"""Stretches of days, and the calendar arithmetic that words like "three weeks earlier" need.

A word that names a time never becomes an instant by guess: "three months ago" is a stretch around that day.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = {"day": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
LOOSENESS = {"day": 0, "week": 3, "fortnight": 4, "month": 16, "year": 183, "decade": 1100, "century": 5500}
"""Days either side within which "a month ago" and its like are still true."""
_PARTS = {"early": (0, 0.42), "mid": (0.25, 0.75), "late": (0.58, 1), "first_half": (0, 0.5), "second_half": (0.5, 1)}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day; None is open."""

    start: date | None
    end: date | None

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def meets(self, other: Interval) -> bool:
        """Whether the two share a day."""
        starts_in_time = self.start is None or other.end is None or self.start <= other.end
        return starts_in_time and (other.start is None or self.end is None or other.start <= self.end)


def month(year: int, number: int) -> Interval | None:
    if not (1 <= year <= 9999 and 1 <= number <= 12):
        return None
    return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def years(first: int, last: int) -> Interval | None:
    return Interval(date(first, 1, 1), date(last, 12, 31)) if 1 <= first <= last <= 9999 else None


def season(year: int, name: str) -> Interval | None:
    """Of the northern half of the world; the winter of a year begins with the December before and ends in February
    after, since either is meant.
    """
    if name == "winter":
        return _between(month(year - 1, 12), month(year + 1, 2))
    first, last = _SEASONS[name]
    return _between(month(year, first), month(year, last))


def winter_of(day: date) -> Interval | None:
    """The winter that the day lies in, or the one before it: what "this winter" means in March."""
    first = day.year if day.month == 12 else day.year - 1
    return _between(month(first, 12), month(first + 1, 2))


def fiscal_year(year: int) -> Interval | None:
    """Of the United States: October to September since fiscal 1977, July to June before (31 U.S.C. 1102)."""
    first = 10 if year >= 1977 else 7
    return _between(month(year - 1, first), month(year, first - 1))


def shift(day: date, count: int, unit: str) -> date | None:
    """`count` units after that day, before it where negative; None beyond the calendar."""
    try:
        if unit in DAYS:
            return day + timedelta(days=count * DAYS[unit])
        index = day.year * 12 + day.month - 1 + count * MONTHS[unit]
        year, number = divmod(index, 12)
        return date(year, number + 1, min(day.day, monthrange(year, number + 1)[1]))
    except (OverflowError, ValueError):
        return None


def around(day: date, count: int, unit: str) -> Interval | None:
    """The stretch that "`count` units" from that day may mean; a whole number of years takes in the calendar year."""
    middle = shift(day, count, unit)
    if middle is None:
        return None
    slack = timedelta(days=LOOSENESS[unit])
    try:
        start, end = middle - slack, middle + slack
    except OverflowError:
        return None
    whole = containing(middle, unit) if unit in ("month", "year") else None
    if whole is not None and whole.start is not None and whole.end is not None:
        start, end = min(start, whole.start), max(end, whole.end)
    return Interval(min(start, day), min(end, day)) if count < 0 else Interval(max(start, day), max(end, day))


def containing(day: date, unit: str) -> Interval | None:
    """The calendar unit that holds the day; weeks run from Monday to Sunday."""
    if unit == "day":
        return Interval(day, day)
    if unit in ("week", "fortnight"):
        monday = shift(day, -day.weekday(), "day")
        return Interval(monday, shift(monday, 6, "day")) if monday else None
    if unit == "month":
        return month(day.year, day.month)
    length = MONTHS[unit] // 12
    first = day.year - day.year % length
    return years(first, first + length - 1)


def weekday(whole: Interval, number: int) -> Interval | None:
    """The first such day of a stretch, 1 Monday to 7 Sunday; None where it has none."""
    if whole.start is None or whole.end is None:
        return None
    ahead = shift(whole.start, (number - whole.start.isoweekday()) % 7, "day")
    return Interval(ahead, ahead) if ahead is not None and ahead <= whole.end else None


def part(whole: Interval, name: str) -> Interval:
    """The early, middle or late part of a stretch, its first or last month (week, of a month), its halves."""
    if whole.start is None or whole.end is None:
        return whole
    length = (whole.end - whole.start).days
    edge = 30 if length > 300 else max(length // 3, 0)

    def cut(first: float, last: float) -> Interval:
        assert whole.start is not None
        return Interval(
            whole.start + timedelta(days=round(length * first)), whole.start + timedelta(days=round(length * last))
        )

    if name == "start":
        return Interval(whole.start, whole.start + timedelta(days=edge))
    if name == "end":
        return Interval(whole.end - timedelta(days=edge), whole.end)
    return cut(*_PARTS[name])


def _between(first: Interval | None, last: Interval | None) -> Interval | None:
    return Interval(first.start, last.end) if first and last else None
