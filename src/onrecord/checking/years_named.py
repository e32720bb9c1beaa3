"""The years and days that a text named last before a claim, of which its months are, and from which "since then" is."""

from __future__ import annotations

from datetime import date

from onrecord.checking.settlers.settled import Settled
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.parsed import Sentence
from onrecord.reading.read import Reading
from onrecord.record.model import VoteEvent

BACK = 3
"""Sentences before a claim within which a year or a day named is still its own."""
YEARS = range(1946, 2100)
LONG = ("decade", "era")


def years_before(reading: Reading, claim: VoteClaim) -> tuple[int, ...]:
    """The years last named before a claim, of which a month or a count without a year may be."""
    for index in range(claim.sentence, max(claim.sentence - BACK - 1, -1), -1):
        chunks = (c for c in reading.sentences[index].chunks if c.start < claim.start)
        years = [year for c in chunks if (year := _year(c)) is not None]
        if years:
            return tuple(years)
    return ()


def _year(chunk: Chunk) -> int | None:
    """The year that a chunk names, in a date or by itself: "during its two years, 2009 and 2010,"."""
    if chunk.date is not None:
        return chunk.date.year
    year = int(chunk.text) if len(chunk.text) == 4 and chunk.text.isdecimal() else 0
    return year if year in YEARS else None


def of_another_year(reading: Reading, claim: Count | Generalisation, event: VoteEvent | None) -> bool:
    """ "1982 was a bad year. … Moscow vetoed nothing that year": whether the year last named is not the vote's."""
    context = [d.unit for d in claim.acts.period if d.from_context and d.step == 0]
    if event is None or not context:
        return False
    if any(d.from_context and d.form == "calendar" and d.month is None and d.day for d in claim.acts.period):
        return _of_another_month(reading, claim, event)
    if "year" not in context:
        return False
    for index in range(claim.sentence, -1, -1):
        years = [d.year for c in reading.sentences[index].chunks if (d := c.date) is not None and d.year]
        if years:
            told = claim.acts.told_from
            return event.date.year not in years and (told is None or told.year not in years)
    return False


def _of_another_month(reading: Reading, claim: Count | Generalisation, event: VoteEvent) -> bool:
    """ "At Christmas 1948 … On the 27th it voted for two": whether the month named last is not that of the vote."""
    for index in range(claim.sentence, max(claim.sentence - BACK, -1), -1):
        chunks = [c for c in reading.sentences[index].chunks if c.start < claim.start]
        months = [d for c in chunks if (d := c.date) is not None and d.form == "calendar" and d.month]
        if months:
            told = months[-1]
            return told.month != event.date.month or told.year not in (None, event.date.year)
    return False


def outside_its_time(sentence: Sentence, claim: VoteClaim, settled: Settled | None, article: date | None) -> bool:
    """ "Britain vetoed several texts in the nineties": whether the vote that bears it out was at another time."""
    for event in settled.events if settled is not None else ():
        for chunk in sentence.dates:
            if chunk.date is None or not claim.start <= chunk.start < claim.end:
                continue
            if chunk.date.form not in LONG and not (chunk.date.lasts and chunk.date.year is not None):
                continue
            told = chunk.date.resolve(article, event.date)
            if told is not None and told.start is not None and event.date not in told:
                return True
    return False
