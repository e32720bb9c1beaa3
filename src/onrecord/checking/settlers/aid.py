"""Aid to Israel: sums of a fiscal year, of a stretch, in all, or of an agreement, each against its own series."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.checking.finding import Verdict, Why
from onrecord.checking.series import Fits, compare, evidence, money, series_words, time_in_words
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.words import capital, day, listing, within
from onrecord.reading.claims.figure import Figure as Claim
from onrecord.reading.intervals import Interval
from onrecord.record.model import Figure
from onrecord.record.store import Record

GRANTS, MISSILES, AGREEMENTS = "us-military-aid-israel-fmf", "us-missile-defence-israel", "us-mou-israel"
TOTAL = "us-aid-israel-cumulative"
ALL_ACCOUNTS = ("us-aid-israel-obligations", "us-aid-israel-disbursements", "us-aid-israel-crs-total")
DAYS_OF_A_YEAR = 400
"""At most, of a year of whichever calendar."""
TEN_YEARS = 10
"""What each memorandum is for."""
LATEST_WITHIN = 3
"""Fiscal years: "a year" said now is held against the latest year that the record holds, if no older than this."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One published reading of the sum, with the rows that make it."""

    said: str
    value: float
    figures: tuple[Figure, ...]


def settle_aid(claim: Claim, record: Record, article: date | None) -> Settled | None:
    if claim.kind == "total":
        return _total(claim, record, article)
    if claim.kind == "agreement part":
        reason = "The record holds what the memorandum with Israel is for in all, not what its parts are for."
        return Settled(Verdict.UNSETTLED, reason, (), Why.NOT_COVERED, 0.5)
    if claim.kind in ("agreement", "agreement before"):
        return _agreement(claim, record, article)
    if claim.period is not None and claim.period.role == "between":
        return _stretch(claim, record, article)
    year = _fiscal_year(claim, article)
    if year is None:
        return Settled(
            Verdict.UNSETTLED,
            "Neither the text nor the article's date says which year's aid is meant.",
            (),
            Why.AMBIGUOUS,
            0.5,
        )
    first, others = _of_year(claim, record, year)
    settled = _settled(claim, first, others, record, habitual=claim.date is None)
    if settled.verdict is Verdict.CONTRADICTED and (agreed := _agreed_a_year(claim, record, article)) is not None:
        return agreed
    return settled


def _fiscal_year(claim: Claim, article: date | None) -> int | None:
    if claim.date is not None:
        named = claim.date.when(article)
        if claim.date.form == "fiscal" or (claim.date.year and not claim.date.month):
            return claim.date.year
        if named is not None and named.end is not None:
            return named.end.year
    if article is None:
        return None
    return article.year + (article.month >= 10)


def _figure(series: str, year: int, record: Record, habitual: bool) -> Figure | None:
    """The value of the fiscal year; of "a year" said now the latest that is not too old."""
    yearly = [f for f in record.figures(series) if (f.end - f.start).days < DAYS_OF_A_YEAR and f.end.year <= year]
    if not yearly or yearly[-1].end.year < (year - LATEST_WITHIN if habitual else year):
        return None
    return yearly[-1]


def _of_year(claim: Claim, record: Record, year: int) -> tuple[list[Sum], list[Sum]]:
    """The readings that the words mean first, and others that some publish for the same."""
    habitual = claim.date is None
    grants, missiles = _figure(GRANTS, year, record, habitual), _figure(MISSILES, year, record, habitual)
    if claim.measure == "missile defence":
        return _one(missiles), []
    together: list[Sum] = []
    if grants and missiles and MISSILES in claim.series and grants.end.year == missiles.end.year:
        both = grants.value + missiles.value
        amount = f"{money(both)} {time_in_words(grants)}"
        said = f"US military grants to Israel and missile defence funds together came to {amount}"
        together = [Sum(said, both, (grants, missiles))]
    if claim.measure == "military aid":
        return _one(grants), together
    accounts = [s for series in ALL_ACCOUNTS for s in _one(_figure(series, year, record, habitual))]
    return accounts, [*(_one(grants) if not accounts or habitual else []), *together]


def _one(figure: Figure | None) -> list[Sum]:
    if figure is None:
        return []
    spoken = series_words()[figure.series]
    return [Sum(f"{spoken.count} was {money(figure.value)} {time_in_words(figure)}", figure.value, (figure,))]


def _settled(claim: Claim, first: list[Sum], others: list[Sum], record: Record, habitual: bool) -> Settled:
    every = [*first, *others]
    if not every:
        return Settled(
            Verdict.UNSETTLED,
            "The record's figures for US aid to Israel do not reach the year meant.",
            (),
            Why.NOT_COVERED,
            0.6,
        )
    fitting = [s for s in every if claim.number.admits(s.value)]
    failing = [s for s in every if s not in fitting]
    rows = tuple(evidence(figure, record) for s in every for figure in s.figures)
    if fitting and (not failing or habitual or (all(s in fitting for s in first) and first)):
        reason = f"{_said(fitting)}, which fits “{within(claim.words)}”{_beside(failing)}."
        return Settled(Verdict.SUPPORTED, reason, confidence=0.85, rows=rows)
    if fitting:
        reason = f"{_said(fitting)}, which fits “{within(claim.words)}”; {_plain(failing)}, which does not."
        return Settled(Verdict.DEPENDS, reason, confidence=0.8, rows=rows)
    return Settled(Verdict.CONTRADICTED, f"{_said(failing)}; {_difference(claim, failing)}.", confidence=0.8, rows=rows)


def _said(sums: list[Sum]) -> str:
    return capital(_plain(sums))


def _plain(sums: list[Sum]) -> str:
    return listing(s.said for s in sums)


def _beside(sums: list[Sum]) -> str:
    return f"; {_plain(sums)}" if sums else ""


def _difference(claim: Claim, sums: list[Sum]) -> str:
    nearest = min(sums, key=lambda s: abs(s.value - claim.number.value))
    gap = claim.number.value - nearest.value
    return f"“{within(claim.words)}” is {money(abs(gap))} {'more' if gap > 0 else 'less'}"


# --- totals, agreements, stretches -----------------------------------------------------------


def _total(claim: Claim, record: Record, article: date | None) -> Settled:
    named = claim.date.when(article) if claim.date is not None else None
    moment = named.end if named is not None and named.end is not None else article
    if moment is None:
        return Settled(
            Verdict.UNSETTLED,
            "Neither the text nor the article's date says up to when this sum runs.",
            (),
            Why.AMBIGUOUS,
            0.5,
        )
    compared = compare(TOTAL, claim.number, Interval(moment, moment), record)
    figure = compared.figure
    if figure is None or compared.fits is Fits.NOT_COVERED:
        return Settled(
            Verdict.UNSETTLED,
            f"The record holds no running total of US aid to Israel for {day(moment)}.",
            (),
            Why.NOT_COVERED,
            0.6,
        )
    spoken = series_words()[TOTAL]
    amount = f"{money(figure.value)} {time_in_words(figure)}, not adjusted for inflation"
    said = f"{capital(spoken.count)} of {spoken.measured} was {amount}"
    rows = (evidence(figure, record),)
    if compared.fits is Fits.YES:
        return Settled(Verdict.SUPPORTED, f"{said}, which fits “{within(claim.words)}”.", confidence=0.85, rows=rows)
    if compared.fits is Fits.NO:
        difference = _difference(claim, [Sum("", figure.value, (figure,))])
        return Settled(Verdict.CONTRADICTED, f"{said}; {difference}.", confidence=0.8, rows=rows)
    return Settled(
        Verdict.UNSETTLED,
        f"{said}, which neither bears out nor rules out “{within(claim.words)}”.",
        (),
        Why.AMBIGUOUS,
        0.6,
        rows,
    )


def _agreement(claim: Claim, record: Record, article: date | None) -> Settled | None:
    signed = sorted(record.figures(AGREEMENTS), key=lambda figure: figure.end)
    named = claim.date.when(article) if claim.date is not None else None
    known = [f for f in signed if article is None or f.end <= article]
    in_year = [f for f in signed if named is not None and f.end in named]
    chosen = in_year or known[-1:]
    if claim.kind == "agreement before":
        chosen = known[-2:-1]
    if not chosen:
        return Settled(
            Verdict.UNSETTLED, "The record holds no such agreement on aid to Israel.", (), Why.NOT_COVERED, 0.5
        )
    figure = chosen[-1]
    memorandum = "The US memorandum of understanding with Israel"
    said = f"{memorandum} of {day(figure.end)} is for {money(figure.value)} over ten fiscal years"
    rows = (evidence(figure, record),)
    if claim.number.admits(figure.value):
        return Settled(Verdict.SUPPORTED, f"{said}, which fits “{within(claim.words)}”.", confidence=0.85, rows=rows)
    difference = _difference(claim, [Sum("", figure.value, (figure,))])
    return Settled(Verdict.CONTRADICTED, f"{said}; {difference}.", confidence=0.75, rows=rows)


def _agreed_a_year(claim: Claim, record: Record, article: date | None) -> Settled | None:
    """ "The memorandum signed in 2016 gives 3.8 billion a year": a tenth of what was agreed for ten years."""
    named = claim.date.when(article) if claim.date is not None else None
    for figure in record.figures(AGREEMENTS):
        signed_then = named is None or figure.end in named
        if signed_then and (article is None or figure.end <= article) and claim.number.admits(figure.value / TEN_YEARS):
            memorandum = f"The US memorandum of understanding with Israel of {day(figure.end)}"
            said = f"{memorandum} is for {money(figure.value)} over ten fiscal years, {money(figure.value / TEN_YEARS)}"
            reason = f"{said} a year, which fits “{within(claim.words)}”."
            return Settled(Verdict.SUPPORTED, reason, confidence=0.8, rows=(evidence(figure, record),))
    return None


def _stretch(claim: Claim, record: Record, article: date | None) -> Settled:
    """A sum that is published for the stretch, else the yearly values of one series added up."""
    stretch = claim.period.resolve(article) if claim.period is not None else None
    if stretch is None or stretch.start is None or stretch.end is None:
        return Settled(Verdict.UNSETTLED, "It cannot be told which years this sum is for.", (), Why.AMBIGUOUS, 0.5)
    first, last = stretch.start.year, stretch.end.year
    sums = [
        s for series in (*ALL_ACCOUNTS, GRANTS) if series in claim.series for s in _sum(series, first, last, record)
    ]
    if claim.measure == "aid":
        sums = [s for s in sums if s.figures[0].series != GRANTS]
    published = [s for s in sums if len(s.figures) == 1]
    return _settled(claim, published or sums, [], record, habitual=False)


def _sum(series: str, first: int, last: int, record: Record) -> list[Sum]:
    figures = record.figures(series)
    spoken = series_words()[series]
    for figure in figures:
        if (
            (figure.end - figure.start).days > DAYS_OF_A_YEAR
            and figure.end.year == last
            and figure.start.year in (first - 1, first)
        ):
            return [
                Sum(f"{spoken.count} for fiscal {first} to {last} is {money(figure.value)}", figure.value, (figure,))
            ]
    inside = [
        f
        for f in figures
        if (f.end - f.start).days < DAYS_OF_A_YEAR and first <= f.end.year <= last and f.end.month >= 6
    ]
    if len({f.end.year for f in inside}) < last - first + 1:
        return []
    total = sum(f.value for f in inside)
    return [Sum(f"{spoken.count} adds up to {money(total)} for fiscal {first} to {last}", total, tuple(inside))]
