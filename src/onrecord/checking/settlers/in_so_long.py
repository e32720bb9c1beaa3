"""So many within so long a time, whenever that was: "vetoed twice in a week", "four times in ten days".

Told in the simple past the stretch lies where the text is, not up to its own day; told with "has" it ends with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import Way, ways_of
from onrecord.checking.frequency_words import about, by, noun, stretch
from onrecord.checking.settlers.settled import Settled
from onrecord.reading.claims.frequency import Acts, Count
from onrecord.reading.dates import DateMention
from onrecord.reading.intervals import shift
from onrecord.record.model import VoteEvent

LONGEST = timedelta(days=100)
"""Longer stretches bound a count like any other time."""
NEWS = timedelta(days=70)
"""Days before an article within which what it tells without a date may lie."""
ROUGH = {"day": 1, "week": 2, "fortnight": 3, "month": 5}
"""Days by which the rounding of a stretch may fall short, by its unit."""


def so_long(claim: Count) -> DateMention | None:
    """The stretch in which the acts are said to have been done, where the words do not say that it ends now."""
    if claim.ordinal is not None or claim.quantity is None or claim.acts.up_to_now:
        return None
    if claim.acts.what == "vote" or claim.acts.tenure is not None:
        return None
    spans = [
        d
        for d in claim.acts.period
        if d.form == "span" and d.role == "at" and d.step == 0 and d.count is not None and d.unit in ROUGH
    ]
    if len(spans) != 1 or claim.acts.since:
        return None
    length = _length(spans[0])
    return spans[0] if length is not None and length <= LONGEST else None


def nth_in_so_long(claim: Count) -> bool:
    """ "The second Soviet veto in three weeks": of a stretch that ends with the vote spoken of, not with the text."""
    spans = [d for d in claim.acts.period if d.form == "span" and d.role == "at" and d.step == 0]
    return claim.ordinal is not None and bool(spans) and not (claim.at or claim.acts.since or claim.acts.up_to_now)


def _length(span: DateMention) -> timedelta | None:
    anchor = date(2001, 1, 1)
    end = shift(anchor, (span.count or 0) * (4 if span.vague else 1), span.unit or "day")
    return end - anchor + timedelta(days=ROUGH[span.unit or "day"]) if end is not None else None


def settle_in_so_long(
    claim: Count, span: DateMention, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """`span` is the stretch: in the other time named, else about the vote spoken of, else before the article."""
    length = _length(span)
    if length is None or claim.quantity is None:
        return None
    # "Three times in ten days, on the 4th, 5th and 13th": the days are those of the acts, not the time counted.
    days = [d for d in claim.acts.period if d.role == "at" and d.day is not None]
    period = tuple(d for d in claim.acts.period if d is not span and d not in days)
    acts: Acts = replace(claim.acts, period=period)
    ways = ways_of(acts, docket, article, article, event, near, pairs=True)
    if ways.untold or not ways.each:
        return None
    for way in ways.each if days else ():
        # "Three in nine weeks, on 8 June, 26 June and 6 August": those, whichever others there were
        listed = _densest([e for e in way.events if any(d.matches(e.date) for d in days)], length)
        if claim.quantity.admits(len(listed)) and len(listed) == len(days):
            reason = f"The record counts {noun(acts, len(listed))}{by(acts, way, docket)}{about(way)} on those days."
            return Settled(Verdict.SUPPORTED, reason, listed, confidence=0.85)
    if event is not None and days and not any(d.matches(event.date) for d in days):
        event = None  # the vote told of last is on none of these
    held: list[tuple[Way, tuple[VoteEvent, ...]]] = []
    for way in ways.each:
        where = _where(way.events, bool(acts.period), length, event, article)
        if where is not None:
            held.append((way, _densest(where, length)))
    if not held:
        reason = "The record cannot tell from when to count."
        return Settled(Verdict.UNSETTLED, reason, (), Why.AMBIGUOUS, 0.4)
    fitting = [(way, most) for way, most in held if claim.quantity.admits(len(most))]
    way, most = (fitting or held)[0]
    told = f"{noun(claim.acts, len(most))}{by(claim.acts, way, docket)}{about(way)}"
    when = f" {stretch(most[0].date, most[-1].date)}" if most else ""
    if fitting:
        return Settled(Verdict.SUPPORTED, f"The record counts {told}{when}.", most, confidence=0.85)
    if not (ways.complete and most and (acts.period or (event is not None and event in most))):
        return Settled(Verdict.UNSETTLED, f"The record counts at most {told}{when}.", most, Why.AMBIGUOUS, 0.5)
    if not claim.acts.members.named and claim.quantity.value < len(most):
        reason = f"The record counts {told}{when}; whose the text means is open."
        return Settled(Verdict.UNSETTLED, reason, most, Why.AMBIGUOUS, 0.4)
    return Settled(Verdict.CONTRADICTED, f"The record counts at most {told} in so long{when}.", most, confidence=0.8)


def _where(
    events: Sequence[VoteEvent], dated: bool, length: timedelta, event: VoteEvent | None, article: date | None
) -> list[VoteEvent] | None:
    """The acts among which the stretch is looked for; None where nothing tells which."""
    if dated:
        return list(events)
    if event is not None:
        close = [e for e in events if abs(e.date - event.date) <= length]
        if close:
            return close
    if article is not None:
        recent = [e for e in events if timedelta(0) <= article - e.date <= NEWS]
        return recent or None
    return None


def _densest(events: Sequence[VoteEvent], length: timedelta) -> tuple[VoteEvent, ...]:
    """The most acts that lie in a stretch so long, the latest of such."""
    best: tuple[VoteEvent, ...] = ()
    for index, first in enumerate(events):
        inside = tuple(e for e in events[index:] if e.date - first.date <= length)
        if len(inside) >= len(best):
            best = inside
    return best
