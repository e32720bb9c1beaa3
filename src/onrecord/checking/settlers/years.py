"""A year's number against those of the years since another: the fewest, the most."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.frequency import ways_of
from onrecord.checking.frequency_words import noun
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.untold import not_covered
from onrecord.reading.claims.frequency import Generalisation
from onrecord.record.model import VoteEvent


def settle_years(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """None where the claim's own time is no one year; the reason names the year that says otherwise."""
    own = ways_of(claim.acts, docket, article, article, event, near)
    named = claim.at[0].when(article)
    since = named.end.year if named is not None and named.end is not None else None
    start = own.period[0].start if own.period else None
    end = own.period[0].end if own.period else None
    if since is None or start is None or end is None or start.year != end.year or since >= start.year:
        return None
    if own.uncovered:
        return not_covered(docket)
    every = ways_of(replace(claim.acts, period=(), since=""), docket, article, article, event, near)
    size = len(own.each[0].events)
    rule = own.each[0].rule
    of_all = next((way.events for way in every.each if way.rule == rule), every.each[0].events)
    through = max(start.year, article.year) if article is not None else start.year
    compared = [year for year in range(since + 1, through) if year != start.year]
    by_year = Counter(e.date.year for e in of_all)
    between = {year: by_year[year] for year in compared}
    fewest = claim.form == "fewest_years"
    against = [year for year, n in between.items() if (n <= size if fewest else n >= size)]
    told = f"The record counts {noun(claim.acts, size)} in {start.year}"
    if not compared:
        return None
    if not against:
        side = "more" if fewest else "fewer"
        return Settled(
            Verdict.SUPPORTED, f"{told} and {side} in every other year from {since + 1} to {max(compared)}.", ()
        )
    year = against[-1]
    return Settled(Verdict.CONTRADICTED, f"{told} and {noun(claim.acts, between[year])} in {year}.", ())
