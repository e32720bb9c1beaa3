"""A numbered text with its year, date or subject, against the event's own."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.settlers.vote import Settled
from onrecord.checking.words import MONTHS, capital, called, day
from onrecord.reading.claims.vote import Reference
from onrecord.record.model import VoteEvent


def settle(claim: Reference, docket: Docket, article: date | None) -> Settled | None:
    """Contradicted where the number exists with another year or date; a subject only ever supports."""
    events = docket.with_symbol(claim.symbol)
    if not events:
        return _missing(claim, docket)
    if len({e.date.year for e in events}) > 1 and claim.year is None and claim.date is None:
        return None
    if claim.year is not None:
        fitting = [e for e in events if e.date.year == claim.year]
        return _answer(events, fitting, f"{capital(called(events[0]))} was adopted on {day(events[0].date)}")
    if claim.date is not None:
        return _dated(claim, events, docket, article)
    return _subject(claim, events, docket)


def _missing(claim: Reference, docket: Docket) -> Settled | None:
    number = claim.symbol.rsplit("/", 1)[-1]
    if claim.symbol.startswith("S/RES/") and number.isdigit():
        last = max((int(e.resolution.rsplit("/", 1)[-1]) for e in docket.events if e.resolution), default=0)
        if int(number) > last:
            return Settled(Verdict.UNSETTLED, f"The record reaches resolution {last}; it does not hold {number}.", (), Why.NOT_COVERED)
    return Settled(Verdict.UNSETTLED, f"The record holds no text numbered {claim.symbol}.", (), Why.NOT_FOUND)


def _answer(events: list[VoteEvent], fitting: list[VoteEvent], said: str) -> Settled:
    if fitting:
        return Settled(Verdict.SUPPORTED, said + ".", tuple(fitting))
    return Settled(Verdict.CONTRADICTED, said + ".", tuple(events))


def _dated(claim: Reference, events: list[VoteEvent], docket: Docket, article: date | None) -> Settled | None:
    assert claim.date is not None
    event = events[0]
    interval = claim.date.resolve(article, None)
    said = f"{capital(called(event))} was adopted on {day(event.date)}"
    for row in docket.record.disagreements(event.id):
        if row.field == "date" and not row.resolved:
            other = date.fromisoformat(row.other)
            if interval is not None and (event.date in interval) != (other in interval):
                return Settled(Verdict.DEPENDS, f"{said} by the record and on {day(other)} by {row.source}.", (event,))
    if interval is None:
        if claim.date.matches(event.date):
            return Settled(Verdict.SUPPORTED, said + ".", (event,), confidence=0.7)
        if claim.date.form == "calendar" and claim.date.month is not None:
            return Settled(Verdict.CONTRADICTED, f"{said}, not in {MONTHS[claim.date.month - 1]}." if claim.date.month != event.date.month else said + ".", (event,))
        return None
    if event.date in interval:
        return Settled(Verdict.SUPPORTED, said + ".", (event,))
    near = interval.start is not None and interval.end is not None and any(abs((event.date - edge)) <= timedelta(days=1) for edge in (interval.start, interval.end))
    if near:
        return Settled(Verdict.SUPPORTED, f"{said}, within a day of the date given.", (event,), confidence=0.7)
    if claim.date.form == "calendar" or (interval.start is not None and interval.end is not None and (interval.end - interval.start).days <= 40):
        return Settled(Verdict.CONTRADICTED, said + ".", (event,))
    return None


def _subject(claim: Reference, events: list[VoteEvent], docket: Docket) -> Settled | None:
    """The words said of it are borne out where they share its subject."""
    terms = docket.subjects.terms(claim.subject or "")
    if not terms:
        return None
    relevance = docket.subjects.relevance(terms)
    event = max(events, key=lambda e: relevance.get(e.id, 0.0))
    if relevance.get(event.id, 0.0) >= 0.2:
        return Settled(Verdict.SUPPORTED, f"{capital(called(event))} of {day(event.date)} is about that: {event.title}.", (event,), confidence=0.7)
    return None
