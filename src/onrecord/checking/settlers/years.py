"""A year's number against those of all others, or of the years since one: the fewest, the most."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import Way, Ways, ways_of
from onrecord.checking.frequency_words import noun
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.untold import not_covered
from onrecord.reading.claims.frequency import Generalisation
from onrecord.record.model import VoteEvent


def settle_years(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """None where the claim's own time is no one year; the reason names the year that says otherwise."""
    own = ways_of(claim.acts, docket, article, article, event, near, distinct=False)
    start = own.period[0].start if own.period else None
    end = own.period[0].end if own.period else None
    if start is None or end is None or start.year != end.year or not own.each:
        return None
    if own.uncovered:
        return not_covered(docket)
    every = ways_of(replace(claim.acts, period=(), since=""), docket, article, article, event, near, distinct=False)
    if claim.at:
        named = claim.at[0].when(article)
        since = named.end.year if named is not None and named.end is not None else None
        if since is None or since >= start.year:
            return None
        through = max(start.year, article.year) if article is not None else start.year
        compared = [year for year in range(since + 1, through) if year != start.year]
    else:
        through = article.year if article is not None else docket.as_of.year
        compared = [year for year in range(FIRST_FULL_YEAR, through) if year != start.year]
    if not compared:
        return None
    settled = [_by_one_rule(claim, own.each[0], every, start.year, compared)]
    settled += [_by_one_rule(claim, way, every, start.year, compared) for way in own.each[1:]]
    verdicts = {s.verdict for s in settled}
    if len(verdicts) == 1 or claim.at:
        return settled[0]
    against = next(s for s in settled if s.verdict is Verdict.CONTRADICTED)
    return Settled(Verdict.DEPENDS, against.reason, (), confidence=0.6)


FIRST_FULL_YEAR = 1947
"""The Council first met in January 1946, and voted on few texts that year."""


def _by_one_rule(claim: Generalisation, own: Way, every: Ways, this: int, compared: list[int]) -> Settled:
    """By one way of counting; a number that only a later year has beaten may have been the record when it was told."""
    size = len(own.events)
    same = (way for way in every.each if way.rule == own.rule and way.whose.codes == own.whose.codes)
    of_all = next((way.events for way in same), every.each[0].events)
    by_year = Counter(e.date.year for e in of_all)
    between = {year: by_year[year] for year in compared}
    fewest = claim.form == "fewest_years"
    against = [year for year, n in between.items() if (n <= size if fewest else n >= size)]
    told = f"The record counts {noun(claim.acts, size)} in {this}"
    if not against:
        side = "more" if fewest else "fewer"
        reason = f"{told} and {side} in every other year from {min(compared)} to {max(compared)}."
        return Settled(Verdict.SUPPORTED, reason, ())
    year = against[-1] if claim.at else against[0]
    reason = f"{told} and {noun(claim.acts, between[year])} in {year}."
    if not claim.at and min(against) > this:
        return Settled(Verdict.UNSETTLED, reason, (), Why.AMBIGUOUS, 0.5)
    return Settled(Verdict.CONTRADICTED, reason, ())
