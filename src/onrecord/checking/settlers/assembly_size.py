"""How many members the United Nations had at a time, by the General Assembly's recorded votes around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from onrecord.checking.finding import Verdict
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.words import capital, day
from onrecord.reading.claims.figure import Figure
from onrecord.reading.intervals import Interval
from onrecord.record.model import VoteEvent
from onrecord.record.store import Record


def on_the_roll(claim: Figure, when: Interval, record: Record) -> Settled | None:
    """Supported where a roll of that time had so many members; None where none had, which may be for want of votes.

    A member numbered ("the 193rd") joined between a roll with fewer and one with at least as many.
    """
    rolls = _rolls(record.vote_events("unga"), when)
    if claim.number.ordinal:
        joined = _joined(rolls, claim.number.value)
        if joined is None:
            return None
        before, after = joined
        told = f"{before.members} members on {day(before.date)} and {after.members} on {day(after.date)}"
        return _supported(f"the General Assembly's rolls had {told}", (before, after))
    event = next((e for e in rolls if e.members is not None and claim.number.admits(e.members)), None)
    if event is None:
        return None
    return _supported(f"the General Assembly's roll had {event.members} members on {day(event.date)}", (event,))


def _supported(told: str, events: Sequence[VoteEvent]) -> Settled:
    return Settled(Verdict.SUPPORTED, f"{capital(told)}.", tuple(events), confidence=0.85)


def _rolls(events: Sequence[VoteEvent], when: Interval) -> list[VoteEvent]:
    """The votes of that time whose roll is known, with the last before it and the first behind it."""
    known = sorted((e for e in events if e.members is not None), key=lambda e: e.date)
    start, end = when.start or date.min, when.end or date.max
    before = [e for e in known if e.date < start][-1:]
    after = next((e for e in known if e.date > end), None)
    return [*before, *(e for e in known if start <= e.date <= end), *((after,) if after is not None else ())]


def _joined(rolls: Sequence[VoteEvent], number: float) -> tuple[VoteEvent, VoteEvent] | None:
    for before, after in pairwise(rolls):
        if before.members is not None and after.members is not None and before.members < number <= after.members:
            return before, after
    return None
