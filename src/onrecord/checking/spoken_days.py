"""The day that a text speaks of where a thread begins: from there "two days later" and "that spring" count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from onrecord.checking.choosing import Link
from onrecord.checking.cues import likened_from
from onrecord.checking.set_apart import walked_out_then
from onrecord.checking.thread import Thread
from onrecord.checking.times_of_events import dates_an_event
from onrecord.reading.claims.vote import Reference
from onrecord.reading.dates import DateMention
from onrecord.reading.intervals import Interval
from onrecord.reading.read import Reading

MONTHLY = ("calendar", "season")
"""Forms of dates that may leave out their year."""
LONG_BEFORE = 550
"""Days before the article for which a year that heads a passage is no longer its own."""
BACK = 6
"""Sentences before a thread in which a day is looked for that its relative dates count from."""


def day_spoken_of(thread: Thread, reading: Reading, links: Mapping[int, Link], article: date | None) -> date | None:
    """The day last spoken of before the thread: an event's, or one that the text gives."""
    linked = _linked_days(thread, links)
    if (year := _heading_year(thread, reading, linked, article)) is not None:
        return year
    first, last = min(thread.sentences), max(thread.sentences)
    if thread.order:
        # "Two days later …. On 7 July a third …. Chad voted against the second.": the days between are another's
        last = next(index for index in range(first, last + 1) if index + 1 not in thread.sentences)
    for index in range(last, max(-1, min(first, *(thread.lead_in or {first})) - BACK - 1), -1):
        if index in linked and (index < first or thread.after is not None):
            return linked[index]
        near = linked.get(max((i for i in linked if i < index), default=-1))
        if index < last and (stated := _stated_day(reading, index, near, article, thread.dates)) is not None:
            return stated
    return linked[max(linked)] if linked else None


def _heading_year(thread: Thread, reading: Reading, linked: Mapping[int, date], article: date | None) -> date | None:
    """ "The year 1976 deserves a chapter. … In June …", "So to the spring of 2011": the year that the months behind it
    are of, long past.
    """
    if not thread.dates or any(d.year is not None or d.form not in MONTHLY for d in thread.dates):
        return None
    first = min(thread.sentences)
    for index in range(first - 1, max(-1, first - BACK - 1), -1):
        if index in linked:
            return None
        sentence = reading.sentences[index]
        told = [c for c in sentence.chunks if c.date is not None and c.date.year is not None]
        if not told:
            if all(map(_in_that_month, thread.dates)) and any(c.date.month for c in sentence.dates if c.date):
                return None  # "Suez, 1956. By October … On the night of the 30th": of that month
            continue
        mention = told[-1].date
        if mention is None or mention.form not in MONTHLY or mention.year is None:
            return None
        # "New Year 1980 was worse. … On 7 January": nearer than the middle of the year
        told_at = mention.resolve(None) if mention.month is not None else None
        then = (told_at.end if told_at is not None else None) or date(mention.year, 7, 1)
        past = article is None or (article - then).days > LONG_BEFORE
        return then if past and len(told) == 1 and dates_an_event(sentence, told[0]) else None
    return None


def _linked_days(thread: Thread, links: Mapping[int, Link]) -> dict[int, date]:
    """Sentence to the day of the vote that an earlier thread found there."""
    days: dict[int, date] = {}
    earlier = thread.after
    while earlier is not None:
        link = links.get(id(earlier))
        if link is not None and link.events:
            # "In July and again in October …. After that the Assembly …": the story goes on from the last of several
            day = max(event.date for event in link.events) if link.together else link.events[0].date
            for index in earlier.sentences:
                days.setdefault(index, day)
        earlier = earlier.after
    return days


def _stated_day(
    reading: Reading, index: int, near: date | None, article: date | None, own: tuple[DateMention, ...]
) -> date | None:
    """`near` is the day spoken of before, of whose year a bare month is where that is long past; `own` are the dates
    that count from the day asked for.
    """
    sentence = reading.sentences[index]
    for place in range(len(sentence.chunks) - 1, -1, -1):
        chunk = sentence.chunks[place]
        mention = chunk.date
        if mention is not None and mention.role == "until" and own and all(map(_in_that_month, own)):
            mention = replace(mention, role="at")  # "By June the wind had turned. The draft of the 4th …"
        if mention is None or mention.role != "at" or not _names_a_day(mention):
            continue
        if mention.unit is not None and replace(mention, from_context=True) in own:
            continue  # "The next August"
        if (likened := likened_from(sentence.chunks, place)) is not None and likened > sentence.start:
            continue  # "far fewer than the 141 of March 2022"
        if not dates_an_event(sentence, chunk):
            continue
        if near is not None and walked_out_then(sentence, place):
            continue
        if near is None and mention.year is None:
            near = _year_told(reading, index, chunk.start)
        interval = mention.resolve(article, near) if not mention.from_context else None
        if interval is not None and interval.end is not None:
            return interval.end
    return None


def _in_that_month(mention: DateMention) -> bool:
    """ "On the 4th", of the month spoken of last."""
    return mention.form == "calendar" and mention.day is not None and mention.month is None


def _names_a_day(mention: DateMention) -> bool:
    """ "On 3 December", "fifty years ago today", "ten years ago this month"."""
    if mention.form == "calendar":
        return mention.month is not None
    return mention.within is not None and mention.form in ("day", "unit")


def _year_told(reading: Reading, index: int, before: int) -> date | None:
    """ "The war of December 1971. On 3 December …": a day of the time with its year that was spoken of last."""
    for sentence in reversed(reading.sentences[max(0, index - BACK) : index + 1]):
        for chunk in reversed(sentence.dates):
            mention = chunk.date
            if chunk.start >= before or mention is None or mention.year is None or mention.form not in MONTHLY:
                continue
            if mention.role != "at" or not dates_an_event(sentence, chunk):
                continue
            told = mention.resolve(None)
            return told.end if told is not None else None
    return None


DAY_BACK = 2
"""Sentences back to the one that named "that day"."""


def time_before(reading: Reading, claim: Reference, article: date | None) -> Interval | None:
    """When it was that the sentences just before told of last: a day, or as little as they say."""
    told: Interval | None = None
    for sentence in reading.sentences[max(0, claim.sentence - DAY_BACK) : claim.sentence]:
        for mention in (c.date for c in sentence.dates):
            if mention is not None and mention.role == "at" and not mention.from_elsewhere:
                named = mention.resolve(article, told.start if told is not None else None)
                told = named if named is not None and None not in (named.start, named.end) else told
    return told
