"""Which votes a thread may be about at all: those that a time, a subject or a full count speaks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

import numpy as np

from onrecord.checking import weighing
from onrecord.checking.choosing import (
    Candidate,
)
from onrecord.checking.docket import Docket
from onrecord.checking.judgement import parts
from onrecord.checking.subjects import Places, Relevance
from onrecord.checking.thread import Thread
from onrecord.reading.claims.vote import Tally, whole
from onrecord.reading.dates import DateMention, Interval
from onrecord.record.model import VoteEvent

SLACK = timedelta(days=2)
WINDOW = timedelta(days=70)
"""How long before a dated article a vote may lie that it tells of without a date."""
BESIDE = timedelta(days=40)
"""How far from the vote spoken of before another may lie that the text does not date."""
AGES = timedelta(days=5 * 365)
"""From a time told by its distance from another's to a vote that cannot be meant."""
BY_SUBJECT, BY_DOCUMENT = 60, 20
"""Candidates taken for their subject alone."""


def in_reach(
    docket: Docket,
    interval: Interval | None,
    lately: Interval | None,
    context: date | None,
    article: date | None,
    subject: Relevance,
    of_document: Relevance,
) -> Places:
    """The events that a time or a subject speaks for, each once."""
    near: list[range] = []
    if lately is not None:
        near.append(docket.places_between(lately.start, lately.end))
    if context is not None:
        near.append(docket.places_between(context - BESIDE, context + BESIDE))
    if interval is not None:
        start = interval.start - SLACK if interval.start else None
        end = interval.end + SLACK if interval.end else None
        near.append(docket.places_between(start, end))
    elif article is not None:
        near.append(docket.places_between(article - WINDOW, article))
    places = chain(*near, subject.highest(BY_SUBJECT), of_document.highest(BY_DOCUMENT))
    return np.array(list(dict.fromkeys(places)), dtype=np.intp)


def ages_off(event: VoteEvent, interval: Interval) -> bool:
    """ "Two years before, the Albanian text had failed": whatever it was, it was no vote of half a century later."""
    edges = [edge for edge in (interval.start, interval.end) if edge is not None]
    return event.date not in interval and all(abs(event.date - edge) > AGES for edge in edges)


LONG_AGO = timedelta(days=10 * 365)
"""Before a text, for a vote of which it gives no time and no subject, be its count as rare as it may."""


def of_late(mention: DateMention | None, interval: Interval | None, article: date | None) -> Interval | None:
    """The latest 18 April, or January, before the article, where the time spoken of makes it one long before."""
    if mention is None or mention.form != "calendar" or mention.year is not None or mention.step < 0:
        return None
    if article is None or mention.month is None or mention.from_context or mention.within is not None:
        return None
    latest = mention.resolve(article)
    return latest if latest != interval else None


def going_on(
    mention: DateMention | None, interval: Interval | None, article: date | None, context: date | None, back: bool
) -> Interval | None:
    """ "In December 1975 …. In April it did so again": of a text without a day of its own, the April that follows what
    it told of last, beside that of the same year; `back` is where it goes back, as in "had".
    """
    bare = mention is not None and mention.form == "calendar" and mention.month is not None and mention.year is None
    if mention is None or not bare or mention.from_context or mention.unit is not None or mention.within is not None:
        return None
    if article is not None or context is None or interval is None or interval.end is None or back:
        return None
    if not HALF_A_YEAR < (context - interval.end).days < 2 * HALF_A_YEAR:
        return None  # the one that went before is nearer
    return replace(mention, year=context.year + 1).resolve(None)


HALF_A_YEAR = 183


def fitting_tally(
    thread: Thread,
    docket: Docket,
    scored: Mapping[int, float],
    close: list[Candidate],
    subject: Relevance,
    article: date | None,
) -> list[Candidate]:
    """Events with the full count that the text gives, which may single one out where no date of its own does."""
    have = {c.event.id for c in close}
    undated = not thread.dates or thread.dates_led
    extra: list[Candidate] = []
    for claim in thread.claims:
        given = parts(claim) if isinstance(claim, Tally) else {}
        if not isinstance(claim, Tally) or not given.keys() >= {"yes", "no"}:
            continue
        yes, no = whole(given["yes"]), whole(given["no"])
        abstain = whole(given["abstain"]) if "abstain" in given else None
        alike = docket.by_tally.get((yes, no, abstain), [])[:100]
        if claim.lost and not claim.sided:
            # "Went down twelve to three": told from the side that won, or of a text that was vetoed
            alike = [*alike, *docket.by_tally.get((no, yes, abstain), [])[:100]]
        for event in alike:
            if event.id in have:
                continue
            long_ago = article is not None and article - event.date > LONG_AGO
            if long_ago and undated and abstain is None and not subject.get(event.id):
                continue  # "137 to 10!": of a vote lately taken, and not of one that was so decades before
            cues = scored.get(docket.places[event.id])
            if undated and (article is None or event.date <= article):
                without_time = weighing.by_kind(event, thread) + weighing.SUBJECT * subject.get(event.id, 0.0)
                cues = without_time if cues is None else max(cues, without_time)
            if cues is not None:
                have.add(event.id)
                extra.append(Candidate(event, cues, off_date=not undated))
    return extra
