"""Which times are those of the votes told of: not the article's own day, nor one still to come, nor another year's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.checking.cues import Cues
from onrecord.checking.thread import Thread
from onrecord.reading.claims.vote import Tally, VoteClaim
from onrecord.reading.dates import DateMention
from onrecord.reading.parsed import Sentence, finite
from onrecord.reading.read import Reading

DECIDED = ("that", "to", "for", "which")
"""Words behind which stands what was decided on."""


def of_other_years(thread: Thread, seen: Cues) -> bool:
    """Whether a vote lies in another year than that to which the text has led since."""
    told, led = ({d.year for d in dates if d.year is not None} for dates in (thread.dates, seen.dates))
    return bool(told and led) and told.isdisjoint(led)


def years_without(sentence: Sentence, thread: Thread) -> tuple[DateMention, ...]:
    """ "Between 1946 and 1971 the seat was Taiwan's, which vetoed …": the time of another vote than the one told of."""
    years = {d.year for d in thread.dates if d.year is not None}
    spans = [c.date for c in sentence.dates if c.date is not None and c.date.role == "between"]
    told = tuple(d for d in spans if d.year and d.until is not None and d.until.year)
    within = any(d.year <= year <= d.until.year for d in told for year in years)  # type: ignore[operator, union-attr]
    return told if years and not within else ()


def in_a_year(seen: Cues) -> bool:
    """Whether the claim's own words tell the year of its vote."""
    return not seen.dates_led and any(d.year is not None for d in seen.dates)


def of_the_writing(reading: Reading, article: date | None, dates: tuple[DateMention, ...]) -> bool:
    """ "London letter, 8 June 1982.": whether it is the day of the article, in front of all that it says."""
    head = reading.sentences[0]
    if article is None or len(dates) != 1 or any(map(finite, head.chunks)):
        return False
    told = dates[0]
    day = told.resolve(None) if told.day is not None and any(c.date is told for c in head.dates) else None
    return day is not None and day.start == day.end == article


def to_come(reading: Reading, article: date | None, mention: DateMention, claim: VoteClaim) -> bool:
    """ "All agreed that the force goes home in 2026": what still lies ahead of the text is no day of a vote."""
    if article is None or mention.from_context:
        return False
    sentence = reading.sentences[claim.sentence]
    before = (c for c in sentence.chunks if c.start < sentence.start + mention.start)
    if not any(c.lower.split()[-1] in DECIDED for c in before):
        return False
    interval = mention.resolve(article)
    return interval is not None and interval.start is not None and interval.start > article


def next_after_that(reading: Reading, dates: tuple[DateMention, ...], claim: VoteClaim) -> tuple[DateMention, ...]:
    """ "Next autumn Moscow abstained": what was done is not to come, so next after the time just told of."""
    if not any(_next(d) for d in dates):
        return dates
    told = reading.sentences[claim.sentence].chunks
    if not any(c.lower in WAS or any(e.form == "past" for e in c.entries) for c in told):
        return dates
    return tuple(replace(d, from_context=True) if _next(d) else d for d in dates)


def compared_with(reading: Reading, article: date | None, current: Thread, seen: Cues, claim: VoteClaim) -> bool:
    """ "165 voted for it on Wednesday; last year it was 187": a bare count of a time before that of the vote told of,
    from which the text goes on with what it was about.
    """
    if not isinstance(claim, Tally) or claim.sentence - max(current.sentences) > 1 or not current.dates:
        return False
    sentence = reading.sentences[claim.sentence]
    own = [c for c in sentence.chunks if claim.start <= c.start < claim.end]
    told = (c.date is not None or c.number is not None or c.has(*BARE) or c.lower in ("it", ",") for c in own)
    if not all(told) or not any(c.date is not None or c.lower == "it" for c in own):
        return False
    then, now = (_last_day(dates, article) for dates in (seen.dates, current.dates))
    return then is not None and now is not None and then < now


BARE = ("be", "have", "adverb", "preposition", "and")
"""Kinds of words around a count that says nothing but when it was so."""


def _last_day(dates: tuple[DateMention, ...], article: date | None) -> date | None:
    ends = (interval.end for d in dates if (interval := d.resolve(article)) is not None)
    return max((end for end in ends if end is not None), default=None)


WAS = ("was", "were", "had")


def in_the_year_named(reading: Reading, dates: tuple[DateMention, ...], claim: VoteClaim) -> tuple[DateMention, ...]:
    """ "China had vetoed nothing since 1972. That year it kept Bangladesh out": the bare year named right before."""
    if not any(_that_year(d) for d in dates) or not claim.sentence:
        return dates
    before = [c.date for c in reading.sentences[claim.sentence - 1].dates if c.date is not None]
    last = before[-1] if before else None
    if last is None or last.form != "calendar" or last.year is None or last.month is not None or last.until:
        return dates
    year = replace(last, role="at")
    return tuple(year if _that_year(d) else d for d in dates)


def _that_year(mention: DateMention) -> bool:
    return mention.form == "unit" and mention.unit == "year" and mention.step == 0 and mention.from_context


def _next(mention: DateMention) -> bool:
    unit = mention.form in ("unit", "season") or (mention.form == "calendar" and mention.unit == "month")
    return unit and mention.step == 1 and not mention.from_context
