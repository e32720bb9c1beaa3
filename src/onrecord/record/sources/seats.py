"""Whether the members that vote are those that sat: as many, and the same ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from onrecord.record.model import VoteEvent
from onrecord.record.sources.publication import Record
from onrecord.record.sources.table import Row

ENLARGED = date(1966, 1, 1)
"""From when the Council has fifteen members for eleven (Charter, Article 23 as amended; first vote in 1966)."""


def council_size(on: date) -> int:
    return 15 if on >= ENLARGED else 11


def recorded_days(record: Record, body: str) -> dict[str, date]:
    """The days that the record has for the body's vote events, by id; some of them correct a published one."""
    return {event.id: event.date for event in record.vote_events(body)}


def refuse_unseated(
    row: Row,
    column: str | None,
    record: Record,
    event: VoteEvent,
    voting: Collection[str],
    recorded: Mapping[str, date],
) -> None:
    """Refuse votes on a Council matter by others, or by more or fewer, than those that sat on the day.

    Where the file's day is one that the record has corrected, those that sat on the record's day are right too.
    """
    days = {event.date, recorded.get(event.id, event.date)}
    if all(len(voting) != council_size(day) for day in days):
        raise row.refuse(
            column, f"{len(voting)} members vote", f"{council_size(event.date)}, as the Council had on {event.date}"
        )
    seated = {day: {seat.member for seat in record.seats(event.body, day)} for day in days}
    # On the day a seat changes hands both holders have a term; either may have voted.
    if all(held and not set(voting) <= held for held in seated.values()):
        strangers, others = sorted(set(voting) - seated[event.date]), sorted(seated[event.date] - set(voting))
        raise row.refuse(
            column, f"{', '.join(strangers)} had no seat on {event.date}", f"the vote of {' and '.join(others)}"
        )
