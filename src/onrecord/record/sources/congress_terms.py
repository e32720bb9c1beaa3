"""Terms in the United States Congress, from the roll calls in which Voteview lists a member.

Voteview lists who was a member when a roll call was taken, whether voting or not; it has no days of taking and leaving
a seat. A term runs over the Congress where the member is listed from its first to its last roll call, and otherwise
from the day of the member's own first to that of the last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.record.model import Membership


class _Span(NamedTuple):
    """From one roll call to another, by number and day."""

    first: int
    first_day: date
    last: int
    last_day: date


@dataclass(slots=True)
class ListedMembers:
    """Who was listed from when to when, gathered while the roll calls are read; memory grows with members alone."""

    _congresses: dict[tuple[str, int], _Span] = field(default_factory=dict)
    _members: dict[tuple[str, int, str], _Span] = field(default_factory=dict)

    def add(self, body: str, congress: int, roll_call: int, day: date, members: Iterable[str]) -> None:
        span = _Span(roll_call, day, roll_call, day)
        self._congresses[body, congress] = _joined(self._congresses.get((body, congress)), span)
        for member in members:
            self._members[body, congress, member] = _joined(self._members.get((body, congress, member)), span)

    def terms(self) -> list[Membership]:
        """Terms without gaps between consecutive Congresses, in the order in which they began."""
        spans: dict[tuple[str, str], list[tuple[date, date]]] = {}
        for (body, congress, member), own in sorted(self._members.items()):
            whole, (first_day, last_day) = self._congresses[body, congress], congress_days(congress)
            start = first_day if own.first == whole.first else own.first_day
            end = last_day if own.last == whole.last else own.last_day
            held = spans.setdefault((body, member), [])
            if held and held[-1][1] + timedelta(days=1) == start:
                held[-1] = held[-1][0], end
            else:
                held.append((start, end))
        terms = [
            Membership(body, member, "elected", start, end)
            for (body, member), held in spans.items()
            for start, end in held
        ]
        return sorted(terms, key=lambda term: (term.body, term.start, term.member))


def congress_days(congress: int) -> tuple[date, date]:
    """First and last day: 4 March of odd years to the Twentieth Amendment, 3 January since 1935."""

    def first(number: int) -> date:
        year = 1789 + 2 * (number - 1)
        return date(year, 3, 4) if number <= 73 else date(year, 1, 3)

    return first(congress), first(congress + 1) - timedelta(days=1)


def _joined(held: _Span | None, added: _Span) -> _Span:
    if held is None:
        return added
    early, late = min(held, added), max(held, added, key=lambda span: span.last)
    return _Span(early.first, early.first_day, late.last, late.last_day)
