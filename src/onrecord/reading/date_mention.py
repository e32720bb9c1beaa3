"""What one expression of time says, and which days it can mean once the article's date is known."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from onrecord.reading import intervals
from onrecord.reading.intervals import Interval, shift
from onrecord.reading.table import rows

BOUNDING = ("since", "until", "before", "after", "between")
"""Roles of what begins or ends a stretch of time."""
LONG_BEFORE = 400
"""Days: a bare month told of a time further back than this belongs to that time's year, not to the article's."""

YEARS_OF_A_DECADE = 10
WEDNESDAY, SATURDAY = 3, 6
A_YEAR = 12
"""Months."""
OVER, OVER_A_UNIT = 0.12, 0.6
"""Shares of a time, and of the unit that it is told in, by which "over" and "nearly" so long may be off."""
A_MONTH = 30.4
"""Days."""
SOON = 31
"""Days ahead for which "by" a day of the calendar means the one to come."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time with its offsets; which fields are set depends on `form`."""

    start: int
    end: int
    form: str
    """`calendar` (year, month, day as far as written), `weekday`, `day` (from the article's: yesterday), `unit` (this
    month, that year), `distance` (two days later, a year ago), `span` (in twelve days, the past two years), `season`,
    `decade`, `fiscal`, `era`, `then`."""
    role: str = "at"
    """`at`, `since`, `until`, `between`, `before`, `after`."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 Monday to 7 Sunday."""
    count: int | None = None
    unit: str | None = None
    step: int = 0
    """-1 last, 0 this, 1 next; of a distance its direction."""
    from_context: bool = False
    """Counted from the time spoken of, not from the article's date."""
    from_elsewhere: bool = False
    """Counted from an event that the words go on to name: not for this layer to resolve."""
    vague: bool = False
    hedge: str = ""
    """Of a distance back: `over` ("more than fifty years ago"), `under` ("almost thirty"), `about`."""
    part: str | None = None
    """`early`, `mid`, `late`, `start`, `end`, `first_half`, `second_half` of it."""
    name: str | None = None
    """Of a season or an era."""
    until: DateMention | None = None
    """The other end of a range."""
    within: DateMention | None = None
    """The longer time that it is a part of: "Thursday of last week", "a year ago, in July"."""

    @property
    def lasts(self) -> bool:
        """Whether it names a stretch of time or one end of it, rather than a date."""
        return self.role in BOUNDING or self.form in ("span", "unit", "decade", "era")

    def when(self, article_date: date | None, context: date | None = None, future: bool = False) -> Interval | None:
        """The time named, whatever its role: all of October 2023 for "since October 2023"; None where not to be told.

        `context` is the day that the text speaks of; `future` says that the verb looks ahead.
        """
        whole = _inside(self, article_date, context) if self.within is not None else None
        whole = whole or _FORMS[self.form](self, article_date, context, future)
        return intervals.part(whole, self.part) if whole and self.part else whole

    def resolve(self, article_date: date | None, context: date | None = None, future: bool = False) -> Interval | None:
        """The stretch that the words mean with their role: from October 2023 to the article's date."""
        named = self.when(article_date, context, future)
        if named is None:
            return None
        if self.until is not None:
            last = self.until.when(article_date, named.end or context, future)
            return Interval(named.start, last.end if last else None)
        if self.role == "since":
            start = named.start
            if article_date is None and context is not None and start is not None and start > context:
                # "Since October", of a text that tells of June: of the year before
                start = shift(start, -1, "year") if self.year is None else start
            return Interval(start, article_date)
        if self.role == "until":
            return Interval(None, named.end)
        if self.role == "before":
            return Interval(None, shift(named.start, -1, "day") if named.start else None)
        if self.role == "after":
            return Interval(shift(named.end, 1, "day") if named.end else None, article_date)
        return named

    def matches(self, day: date) -> bool:
        """Whether nothing that is written rules the day out, whatever the article's date."""
        if self.role != "at" or self.until is not None:
            interval = self.resolve(None)
            return interval is None or day in interval
        if self.weekday is not None and day.isoweekday() != self.weekday:
            return False
        if self.form == "calendar":
            if self.year is not None and self.year != day.year:
                return False
            if (self.month is not None and self.month != day.month) or (self.day is not None and self.day != day.day):
                return False
            if self.part and self.month is not None and self.day is None:
                month = intervals.month(day.year, self.month)
                return month is None or day in intervals.part(month, self.part)
        interval = self.when(None)
        return interval is None or day in interval

    def fits(self, day: date, article_date: date | None, context: date | None = None) -> bool:
        """Whether the words can mean that day."""
        if not self.matches(day):
            return False
        interval = self.resolve(article_date, context)
        return interval is None or day in interval


def _inside(mention: DateMention, article: date | None, context: date | None) -> Interval | None:
    """The part of the longer time that is meant; None where that is not known, or has no such part."""
    within = mention.within
    outer = (within.resolve if within.until else within.when)(article, context) if within is not None else None
    if outer is None or outer.start is None or outer.end is None:
        return None
    if mention.weekday is not None:
        return intervals.weekday(outer, mention.weekday) if (outer.end - outer.start).days <= 10 else outer
    if mention.day is not None and mention.month is None:
        return _day_of_month(min(mention.day, monthrange(outer.start.year, outer.start.month)[1]), None, outer.start)
    if mention.form in ("unit", "day"):
        return _the_same_time(mention, article, context, outer)
    middle = outer.start + (outer.end - outer.start) / 2
    found = []
    for year in range(outer.start.year, outer.end.year + 1):
        part = _FORMS[mention.form](replace(mention, year=year, within=None), article, context, False)
        if part is not None and part.start is not None and part.meets(outer):
            found.append((abs((part.start - middle).days), part))
    return min(found, key=lambda one: one[0])[1] if found else None


def _the_same_time(
    mention: DateMention, article: date | None, context: date | None, outer: Interval
) -> Interval | None:
    """ "A year ago today", "five years ago this month", "a year ago last week", "the same month of 1996"."""
    base = context if mention.from_context else article
    if base is not None and mention.step:
        base = shift(base, mention.step, mention.unit or "day")
    if base is None or outer.start is None or outer.end is None:
        return None
    middle = outer.start + (outer.end - outer.start) / 2
    years = [base.replace(year=y, day=min(base.day, 28)) for y in range(outer.start.year, outer.end.year + 1)]
    nearest = min(years, key=lambda day: abs((day - middle).days))
    exact = shift(base, (nearest.year - base.year) * 12, "month")
    return intervals.containing(exact, mention.unit or "day") if exact is not None else None


def _calendar(mention: DateMention, article: date | None, context: date | None, future: bool) -> Interval | None:
    year, month, day = mention.year, mention.month, mention.day
    if month is None and day is not None:
        return _day_of_month(day, article, context, mention.weekday)
    if year is None and month is not None:
        year = _year_of(mention, month, day, article, context, future)
    if year is None:
        return None
    if month is None:
        return intervals.years(year, year)
    if day is None:
        return intervals.month(year, month)
    try:
        return Interval(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def _day_of_month(day: int, article: date | None, context: date | None, weekday: int | None = None) -> Interval | None:
    """ "On the 7th": of the month last spoken of, or of the one before where that day is still to come; "Friday the
    7th": of the nearest month in which it was one.
    """
    base = context or article
    nearest = (0, 1, 2) if weekday is None else (0, -1, *range(1, A_YEAR))
    for back in nearest if base is not None else ():
        month = shift(base.replace(day=1), -back, "month") if base else None
        if month is None or day > monthrange(month.year, month.month)[1]:
            continue
        meant = month.replace(day=day)
        if weekday is not None and meant.isoweekday() != weekday:
            continue
        if article is None or meant <= article:
            return Interval(meant, meant)
    return None


def _year_of(
    mention: DateMention, month: int, day: int | None, article: date | None, context: date | None, future: bool
) -> int | None:
    """The year that a bare month belongs to: that of the time spoken of, else the latest that is past."""
    if mention.unit == "month" and not mention.from_context and mention.step == 0:
        return article.year if article else None
    if mention.unit == "year" and not mention.from_context and article is None:
        return None  # "In June of this year": of the article's, whatever year the text told of before
    long_before = mention.unit is None and context and article and (article - context).days > LONG_BEFORE
    if mention.from_context or article is None or long_before:
        return _year_near(mention, month, context) if context else None
    this_year = (month, day or 1) <= (article.month, article.day)
    if mention.step > 0 or future:
        upcoming = (month, day or 31) >= (article.month, article.day)
        return article.year if upcoming else article.year + 1
    if not this_year and mention.role == "until" and day is not None and _soon(article, month, day):
        return article.year
    year = article.year if this_year else article.year - 1
    if mention.step < 0 and (month == article.month or mention.unit == "year"):
        return article.year - 1
    just_over = (article.year - year) * 12 + article.month - month == 1
    if mention.step < 0 and just_over and context is not None and (context.year, context.month) == (year, month):
        return year - 1  # on 2 November, "Friday's vote … Last October": the one before that just told of
    if mention.weekday is not None and day is not None:
        return _year_with_weekday(year, month, day, mention.weekday)
    return year


def _soon(article: date, month: int, day: int) -> bool:
    """Whether the day is so near ahead that "by Christmas" means the coming one."""
    try:
        return (date(article.year, month, day) - article).days <= SOON
    except ValueError:
        return False


LATE, EARLY = (11, 12), (1, 2)
"""Months at the end of a year, and those at the next one's beginning."""


def _year_near(mention: DateMention, month: int, context: date) -> int:
    """The year of the month as told from a day: that November, June of the following year, the following June."""
    if mention.unit is None and not mention.from_context and context.month in LATE and month in EARLY:
        return context.year + 1  # "On 31 December … On 13 January": the story goes on
    if mention.unit != "month" or mention.step == 0:
        return context.year + mention.step
    if mention.step > 0:
        return context.year if month > context.month else context.year + 1
    return context.year if month < context.month else context.year - 1


def _year_with_weekday(year: int, month: int, day: int, weekday: int) -> int:
    """That year, else the next, else the latest before in which that day fell on the weekday; else the year."""
    candidates: list[int] = [year, year + 1, *range(year - 1, max(year - 12, 1), -1)]
    for candidate in candidates:
        try:
            if date(candidate, month, day).isoweekday() == weekday:
                return candidate
        except ValueError:
            continue
    return year


def _weekday(mention: DateMention, article: date | None, context: date | None, future: bool) -> Interval | None:
    base = context or article if mention.from_context else article
    if base is None or mention.weekday is None:
        return None
    if mention.vague and mention.from_context and context is not None:
        # "On the Monday" may lie before the day spoken of, or behind it.
        return Interval(shift(base, -6, "day"), shift(base, 6, "day"))
    behind = (base.isoweekday() - mention.weekday) % 7
    latest = shift(base, -behind, "day")
    if latest is None:
        return None
    if mention.vague and mention.from_context:
        return Interval(shift(latest, -7, "day"), latest)
    if mention.step > 0 or future:
        ahead = shift(base, (mention.weekday - base.isoweekday()) % 7 or (7 if mention.step > 0 else 0), "day")
        return Interval(ahead, ahead)
    if mention.step < -1 or (mention.step < 0 and mention.from_context):
        weeks = -mention.step - 1 + (0 if behind else 1)
        earlier = shift(latest, -7 * weeks, "day")
        return Interval(earlier, earlier) if earlier else None
    if mention.step < 0:
        # "Last Wednesday" on a Friday is two days back to some and nine to others.
        last = latest if behind else shift(latest, -7, "day")
        return Interval(shift(last, -7, "day") if last else None, last)
    if not behind and not mention.from_context and mention.role == "at":
        return Interval(shift(latest, -7, "day"), latest)  # "on Friday", said on a Friday, may be the one before
    return Interval(latest, latest)


def _day(mention: DateMention, article: date | None, context: date | None, future: bool) -> Interval | None:
    day = shift(article, mention.step, "day") if article else None
    return Interval(day, day) if day else None


def _unit(mention: DateMention, article: date | None, context: date | None, future: bool) -> Interval | None:
    base = context if mention.from_context else article
    if base is None or mention.unit is None:
        return None
    if mention.unit == "weekend":
        return _weekend(mention, base)
    if mention.unit == "decade" and mention.step == 0 and base.year % YEARS_OF_A_DECADE == 0:
        return None  # in 1990 "the decade" may be the one that has just ended
    middle = shift(base, mention.step, mention.unit)
    whole = intervals.containing(middle, mention.unit) if middle else None
    if whole and mention.unit == "week" and mention.step == -1 and not mention.from_context:
        # Said late in a week, "last week" may mean its first days.
        return Interval(whole.start, shift(base, -1, "day"))
    early = mention.unit == "week" and mention.step == 0 and not mention.from_context and base.isoweekday() <= WEDNESDAY
    if whole and whole.start and early:
        # Said early in a week, "this week" may mean the last seven days.
        return Interval(min(whole.start, shift(base, -6, "day") or whole.start), whole.end)
    return whole


def _weekend(mention: DateMention, base: date) -> Interval | None:
    """The last that had begun by the article's date; of a time spoken of, the one that ends its week."""
    sunday = intervals.containing(base, "week")
    if sunday is None or sunday.end is None:
        return None
    weeks = mention.step if mention.from_context or base.isoweekday() >= SATURDAY else min(mention.step, -1)
    if mention.step > 0:
        weeks = 0 if base.isoweekday() < SATURDAY else 1
    start, end = shift(sunday.end, 7 * weeks - 1, "day"), shift(sunday.end, 7 * weeks, "day")
    return Interval(start, end) if start and end else None


def _distance(mention: DateMention, article: date | None, context: date | None, future: bool) -> Interval | None:
    base = context if mention.from_context else article
    if base is None and mention.step < 0:
        base = article
    if base is None or mention.count is None or mention.unit is None or mention.from_elsewhere:
        return None
    if not mention.vague:
        whole = intervals.around(base, mention.step * mention.count, mention.unit)
        return _roughly(whole, mention) if whole is not None and mention.hedge else whole
    far = shift(base, mention.step * mention.count * 4, mention.unit)
    near = shift(base, mention.step, mention.unit)
    return Interval(far, near) if mention.step < 0 else Interval(near, far)


def _roughly(whole: Interval, mention: DateMention) -> Interval:
    """ "More than fifty years ago" may be fifty-three, "almost thirty" twenty-eight."""
    days = (mention.count or 1) * intervals.MONTHS.get(mention.unit or "", 0) * A_MONTH
    back = max(OVER_A_UNIT * days / (mention.count or 1), OVER * days) if mention.hedge != "under" else 0
    ahead = OVER * days if mention.hedge != "over" else 0
    start = shift(whole.start, -round(back), "day") if whole.start is not None else None
    return Interval(start or whole.start, shift(whole.end, round(ahead), "day") if whole.end is not None else None)


def _span(mention: DateMention, article: date | None, context: date | None, future: bool) -> Interval | None:
    base = context if mention.from_context else article
    if base is None or mention.count is None or mention.unit is None or mention.from_elsewhere:
        return None
    ahead = mention.step > 0 or (future and mention.step == 0)
    other = shift(base, mention.count * (4 if mention.vague else 1) * (1 if ahead else -1), mention.unit)
    return (Interval(base, other) if ahead else Interval(other, base)) if other else None


def _season(mention: DateMention, article: date | None, context: date | None, future: bool) -> Interval | None:
    base = context if mention.from_context else article
    year = mention.year
    if year is None and base is None and mention.from_context:
        base = article
    if year is None and base is not None and mention.from_context and mention.step:
        return _season_beside(mention, base)
    if year is None and base is not None:
        this_year = intervals.season(base.year, mention.name or "")
        begun = this_year is not None and this_year.start is not None and this_year.start <= base
        if mention.name == "winter" and not (future or mention.step or mention.from_context):
            return intervals.winter_of(base)
        year = base.year if begun or future or mention.from_context else base.year - 1
        if mention.step < 0 and this_year is not None and base in this_year:
            year -= 1
    return intervals.season(year, mention.name or "") if year is not None else None


def _season_beside(mention: DateMention, base: date) -> Interval | None:
    """The first such season that begins after that day, or the last that ended before it."""
    around = (intervals.season(year, mention.name or "") for year in range(base.year - 2, base.year + 3))
    seasons = [s for s in around if s is not None and s.start is not None and s.end is not None]
    if mention.step > 0:
        return next((s for s in seasons if s.start is not None and s.start > base), None)
    return next((s for s in reversed(seasons) if s.end is not None and s.end < base), None)


def _decade(mention: DateMention, article: date | None, context: date | None, future: bool) -> Interval | None:
    return intervals.years(mention.year, mention.year + 9) if mention.year else None


def _fiscal(mention: DateMention, article: date | None, context: date | None, future: bool) -> Interval | None:
    return intervals.fiscal_year(mention.year) if mention.year else None


def _era(mention: DateMention, article: date | None, context: date | None, future: bool) -> Interval | None:
    start, end = eras()[mention.name or ""]
    if mention.step < 0:
        return Interval(start, start)
    if mention.step > 0:
        return Interval(end, end) if end else None
    return Interval(start, end)


def _then(mention: DateMention, article: date | None, context: date | None, future: bool) -> Interval | None:
    return Interval(context, context) if context else None


@cache
def eras() -> dict[str, tuple[date, date | None]]:
    """First and last day of each named era of `tables/eras.csv`; None where it lasts."""
    return {
        row["era"]: (date.fromisoformat(row["start"]), date.fromisoformat(row["end"]) if row["end"] else None)
        for row in rows("eras.csv")
    }


_FORMS: dict[str, Callable[[DateMention, date | None, date | None, bool], Interval | None]] = {
    "calendar": _calendar,
    "weekday": _weekday,
    "day": _day,
    "unit": _unit,
    "distance": _distance,
    "span": _span,
    "season": _season,
    "decade": _decade,
    "fiscal": _fiscal,
    "era": _era,
    "then": _then,
}
