"""Figures: the number in the text against the series that measure it, at the text's date or the article's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.checking.finding import Verdict, Why
from onrecord.checking.series import Compared, Fits, compare, evidence, series_words, time_in_words, value_in_words
from onrecord.checking.settlers.aid import settle_aid
from onrecord.checking.settlers.assembly_size import on_the_roll
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.words import capital, day, listing, name, number, within
from onrecord.reading.claims.figure import Doubt, Figure
from onrecord.reading.intervals import Interval, shift
from onrecord.record.store import Record

PLAUSIBLE = 4
"""A number further off than this factor, without words for the whole, counts something else than the series does."""
PLAUSIBLE_OF_ITS_OWN = 10
"""The same for a number of the whole, and for one that the text gives as the very source's, which counts single days
and strikes as well.
"""
CUT_OFF = 0.017
"""Share of a value that writers leave out of it without rounding."""
DISTINCT = 10_000
"""A number at least this large that is a series' value to the unit is no other's by chance."""
THE_DAY = date(2023, 10, 7)
OF_ONE_DAY = frozenset({"israel-7-october-killed", "israel-hostages-taken"})
"""What was counted of one day, over and over since: the day itself is not the time of the figure."""
MEMBERS = "un-member-states"
DOUBTS = {
    Doubt.ANOTHERS: "the text gives “{}” as another's count, which the record does not hold",
    Doubt.PART: "“{}” may be of a part of them or of a shorter time, which the record does not count apart",
    Doubt.TIME: "for what day “{}” is meant the text does not say",
}
PARTIAL = frozenset({"killed", "injured", "displaced", "refugees"})


def settle(claim: Figure, record: Record, article: date | None, context: date | None = None) -> Settled | None:
    """None where the number turns out to count something that no series measures."""
    if (claim.place == "israel" and "aid" in claim.measure) or claim.measure == "missile defence":
        return settle_aid(claim, record, article)
    if not claim.series:
        return Settled(
            Verdict.UNSETTLED, f"The record holds no figures for {_measured(claim, record)}.", (), Why.NOT_COVERED, 0.6
        )
    when = time_of(claim, record, article, context)
    if when is None:
        reason = "Neither the text nor the article's date says what time this figure is for."
        return Settled(Verdict.UNSETTLED, reason, (), Why.AMBIGUOUS, 0.5)
    compared = [compare(series, claim.number, when, record, claim.attributed, article) for series in claim.series]
    reached = claim.reached.when(None) if claim.reached is not None else None
    if reached is not None and not any(c.fits is Fits.YES for c in compared):
        then = [compare(series, claim.number, reached, record, claim.attributed, article) for series in claim.series]
        if claim.doubt is None or any(c.fits is Fits.YES for c in then):
            compared, when = then, reached
    if claim.series[0] in OF_ONE_DAY and article is not None and compared[0].fits is not Fits.YES:
        # "In October 2023 about 1,200 people were killed in Israel": as counted since
        today = Interval(article, article)
        since = [compare(series, claim.number, today, record, claim.attributed, article) for series in claim.series]
        compared, when = (since, today) if since[0].fits is Fits.YES else (compared, when)
    if claim.series == (MEMBERS,) and compared[0].fits is not Fits.YES:
        if claim.number.ordinal and claim.date is None:
            return None  # "became its 190th member": when is not told
        if (rolled := on_the_roll(claim, when, record)) is not None:
            return rolled
        if compared[0].fits is Fits.NO and not _at_the_end(claim):
            return _within_the_year(claim, compared[0], when, record)
    of_a_part = claim.measure in PARTIAL and not claim.whole
    if not _plausible(claim, compared, PLAUSIBLE if of_a_part and not claim.attributed else PLAUSIBLE_OF_ITS_OWN):
        return None
    return _verdict(claim, compared, when, record)


def _at_the_end(claim: Figure) -> bool:
    """ "By the end of 1975": the very day that the series counts at."""
    return claim.date is not None and (claim.date.part == "end" or claim.date.role == "until")


def _within_the_year(claim: Figure, compared: Compared, when: Interval, record: Record) -> Settled:
    """Members join through the year: what was so at the end of the year before was so for a part of this one."""
    moment = when.end or when.start
    last = shift(moment, -1, "year") if moment is not None else None
    before = compare(MEMBERS, claim.number, Interval(last, last), record, claim.attributed) if last else compared
    ends = sorted(f.value for f in (before.figure, compared.figure) if f is not None)
    if before.fits is not Fits.YES and len(ends) > 1 and ends[0] < claim.number.value < ends[1]:
        rows = tuple(evidence(f, record) for f in (before.figure, compared.figure) if f is not None)
        reason = f"{_said([before])}, and {_lower(_said([compared]))}; when in the year is meant the text does not say."
        return Settled(Verdict.UNSETTLED, reason, (), Why.AMBIGUOUS, 0.6, rows)
    return _verdict(claim, [before if before.fits is Fits.YES else compared], when, record)


COUNTED_AFTERWARDS = frozenset({"syria-civilian-deaths-ohchr"})
"""Series of years gone by, published only later."""


def time_of(claim: Figure, record: Record, article: date | None, context: date | None) -> Interval | None:
    """The time that the figure is for: the text's, else the article's; None where neither is known."""
    if claim.period is not None and (claim.period.role == "between" or claim.period.until is not None):
        stretch = claim.period.resolve(article, context)
        if stretch is not None and stretch.end is not None:
            first = min((f.start for series in claim.series for f in record.figures(series)), default=stretch.end)
            afterwards = any(series in COUNTED_AFTERWARDS for series in claim.series)
            if afterwards and article is not None and stretch.end < first <= article:
                return Interval(article, article)
            return Interval(stretch.end, stretch.end)
    if claim.date is not None and not (claim.series and claim.series[0] in OF_ONE_DAY and _is_that_day(claim)):
        named = _end_before(claim, article) or claim.date.when(article, context)
        if named is not None and claim.series and claim.series[0] in OF_ONE_DAY and named.start == named.end == THE_DAY:
            named = None  # "taken hostage two years ago today"
        if named is not None and not (article and named.start and named.start > article):
            return Interval(named.start, min(named.end, article) if article and named.end else named.end)
        if article is None and claim.date.form != "day":
            return None
    if article is not None:
        return Interval(article, article)
    if claim.series == (MEMBERS,):
        last = record.figures(MEMBERS)[-1].end
        return Interval(last, last)
    return None


def _end_before(claim: Figure, article: date | None) -> Interval | None:
    """ "At the end of the year the toll was 71,000", told in April: of the year before."""
    told = claim.date
    if told is None or article is None or told.form != "unit" or told.part != "end" or told.step:
        return None
    this = told.when(article, None)
    late = this is not None and this.start is not None and this.start > article
    return replace(told, step=-1).when(article, None) if late else None


def _is_that_day(claim: Figure) -> bool:
    return claim.date is not None and claim.date.month == 10 and claim.date.day == 7


def _measured(claim: Figure, record: Record) -> str:
    what = {"killed": "people killed", "injured": "people injured", "displaced": "people displaced"}.get(claim.measure)
    what = what or claim.measure.replace("_", " ")
    place = (claim.place or "").replace("-", " ")
    place = place.title() if place.islower() else name(place, record) if place in record.members else place
    return f"{what} in {place}" if place else what


def _plausible(claim: Figure, compared: list[Compared], least: int) -> bool:
    values = [c.figure.value for c in compared if c.figure is not None]
    if not values:
        return True
    return any(value / least <= claim.number.value <= value * least for value in values)


def _verdict(claim: Figure, compared: list[Compared], when: Interval, record: Record) -> Settled:
    reached = [c for c in compared if c.fits is not Fits.NOT_COVERED]
    named = [c for c in reached if _to_the_unit(claim, c)]
    reached = named or reached
    rows = tuple(evidence(figure, record) for c in reached for figure in (c.figure,) if figure is not None)
    if not reached:
        return Settled(Verdict.UNSETTLED, _not_reached(claim, compared, when), (), Why.NOT_COVERED, 0.7)
    found = {c.fits for c in reached}
    if found == {Fits.YES}:
        reason = f"{_said(reached)}, which fits “{within(claim.words)}”{_misleads(claim, reached)}."
        return Settled(Verdict.SUPPORTED, reason, confidence=0.9, rows=rows)
    if found == {Fits.NO} and any(_cut_off(claim, c) for c in reached):
        reason = f"{_said(reached)}; “{within(claim.words)}” is that cut off and not rounded."
        return Settled(Verdict.UNSETTLED, reason, (), Why.AMBIGUOUS, 0.6, rows)
    if found == {Fits.NO} and (doubt := _doubt(claim, reached)) is not None:
        reason = f"{_said(reached)}; {DOUBTS[doubt].format(within(claim.words))}."
        why = Why.NOT_COVERED if doubt is Doubt.ANOTHERS else Why.AMBIGUOUS
        return Settled(Verdict.UNSETTLED, reason, (), why, 0.5, rows)
    if found == {Fits.NO}:
        return Settled(
            Verdict.CONTRADICTED, f"{_said(reached)}; {_difference(claim, reached)}.", confidence=0.85, rows=rows
        )
    if Fits.YES in found:
        yes, others = [c for c in reached if c.fits is Fits.YES], [c for c in reached if c.fits is not Fits.YES]
        does_not = "which does not bear it out" if found == {Fits.YES, Fits.OPEN} else "which does not"
        reason = f"{_said(yes)}, which fits “{within(claim.words)}”; {_lower(_said(others))}, {does_not}."
        return Settled(Verdict.DEPENDS, reason, confidence=0.8, rows=rows)
    reason = f"{_said(reached)}, which neither bears out nor rules out “{within(claim.words)}”."
    return Settled(Verdict.UNSETTLED, reason, (), Why.AMBIGUOUS, 0.6, rows)


def _doubt(claim: Figure, compared: list[Compared]) -> Doubt | None:
    """Why the number may be right of something else: a part, and an earlier time, have fewer than the whole."""
    fewer = all(c.figure is not None and claim.number.value < c.figure.value for c in compared)
    return claim.doubt if fewer or claim.doubt is Doubt.ANOTHERS else None


def _cut_off(claim: Figure, compared: Compared) -> bool:
    """Whether a plain number is the value with its last digits left out: "306,000" of 306,887."""
    number, figure = claim.number, compared.figure
    if figure is None or number.hedge is not None or number.step <= 1 or figure.value <= 0:
        return False
    return figure.value // number.step * number.step == number.value and number.step <= CUT_OFF * figure.value


def _to_the_unit(claim: Figure, compared: Compared) -> bool:
    """Whether the text gives a series' value to the last digit, and so means that series."""
    number, figure = claim.number, compared.figure
    return figure is not None and number.value == figure.value and number.step == 1 and number.value >= DISTINCT


def _said(compared: list[Compared]) -> str:
    """ "The Gaza Ministry of Health's count of people killed ... was 36,439 on 3 June 2024"."""
    parts: list[str] = []
    for c in compared:
        if c.figure is None:
            continue
        spoken = series_words()[c.series]
        later = (
            f" and {value_in_words(c.later)} {time_in_words(c.later)}"
            if c.later is not None and c.fits is Fits.OPEN
            else ""
        )
        parts.append(
            f"{spoken.count} of {spoken.measured} was {value_in_words(c.figure)} {time_in_words(c.figure)}{later}"
        )
    return capital(listing(parts))


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:] if sentence.startswith("The ") else sentence


def _misleads(claim: Figure, compared: list[Compared]) -> str:
    if all(c.figure is not None and claim.number.bounds.misleads(c.figure.value) for c in compared):
        return ", though the number lies far from it"
    return ""


def _difference(claim: Figure, compared: list[Compared]) -> str:
    """By how much the text differs, from the value that is nearest."""
    figures = [c.figure for c in compared if c.figure is not None]
    nearest = min(figures, key=lambda figure: abs(figure.value - claim.number.value))
    gap = claim.number.value - nearest.value
    if gap == 0:
        return f"“{within(claim.words)}” is not that"
    share = round(abs(gap) / nearest.value * 100) if nearest.value else 0
    percent = f" ({share} per cent)" if share else ""
    amount = number(round(abs(gap))) if abs(gap) >= 1 else f"{abs(gap):g}"
    return f"“{within(claim.words)}” is {amount}{percent} {'more' if gap > 0 else 'less'}"


def _not_reached(claim: Figure, compared: list[Compared], when: Interval) -> str:
    spoken, nearest = series_words()[claim.series[0]], compared[0]
    moment = when.end or when.start
    if nearest.figure is not None:
        held = f"its last before is {value_in_words(nearest.figure)} {time_in_words(nearest.figure)}"
        return f"The record holds no figure for {spoken.measured} close to {day(moment) if moment else 'then'}; {held}."
    if nearest.later is not None:
        return f"The record's figures for {spoken.measured} begin only {time_in_words(nearest.later)}."
    return f"The record holds no figures for {spoken.measured}."
