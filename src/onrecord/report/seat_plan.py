"""Who voted how, as a plan of the seats: the Council's horseshoe table as inline SVG.

The horseshoe is the Council's own table; seats run in alphabetical order, for the record does not say who
presided. Shapes and signs carry the vote beside colours (Okabe and Ito's palette for colour-blind readers).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import cos, pi, sin

from onrecord.errors import RecordError
from onrecord.record.model import Option, VoteEvent
from onrecord.record.store import Record
from onrecord.report.words import OPTION_MEANS, OUTCOME_MEANS

_RADIUS = 84.0
_SEAT = 10.0
_GAP = 33.0
"""Distance between neighbouring seats along the table."""
_WIDTH, _TOP = 440.0, 46.0
_SIGNS = {Option.YES: "+", Option.NO: "×", Option.ABSTAIN: "–", Option.NOT_VOTING: ""}
_LONGEST_NAME = 20
"""Characters of a name that fit beside a seat."""


@dataclass(frozen=True, slots=True)
class Seat:
    code: str
    name: str
    permanent: bool
    option: Option


@dataclass(frozen=True, slots=True)
class SeatPlan:
    vote_event: VoteEvent
    seats: tuple[Seat, ...]
    """In alphabetical order of their names."""

    def having(self, option: Option) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats if seat.option == option)


def seat_plan(record: Record, vote_event: str) -> SeatPlan | None:
    """Who voted how on one vote event; None where the record does not say."""
    try:
        event = record.vote_event(vote_event)
        votes = record.votes(vote_event)
        terms = record.seats(event.body, event.date)
    except RecordError:
        return None
    if not votes:
        return None
    permanent = {term.member for term in terms if term.kind == "permanent"}
    seats = (
        Seat(code, record.members[code].name if code in record.members else code, code in permanent, option)
        for code, option in votes.items()
    )
    return SeatPlan(event, tuple(sorted(seats, key=lambda seat: seat.name)))


def summary(plan: SeatPlan) -> str:
    """As in "14 in favour; 1 against: United States; vetoed"; up to three of a side are named."""
    parts = []
    for option in Option:
        seats = plan.having(option)
        named = f": {', '.join(seat.name for seat in seats)}" if seats and len(seats) <= 3 else ""
        if seats:
            parts.append(f"{len(seats)} {OPTION_MEANS[option]}{named}")
    return "; ".join([*parts, OUTCOME_MEANS[plan.vote_event.outcome]])


def draw(plan: SeatPlan) -> tuple[str, str]:
    """The plan as the inside of an SVG, and its viewBox."""
    arc = pi * _RADIUS
    leg = max(0.0, ((len(plan.seats) - 1) * _GAP - arc) / 2)
    places = [_place(number * _GAP, leg, arc, len(plan.seats)) for number in range(len(plan.seats))]
    drawn = [_table(leg), *(_seat(seat, *place) for seat, place in zip(plan.seats, places, strict=True))]
    event = plan.vote_event
    middle = _TOP + _RADIUS
    drawn.append(
        f'<text class="tally" x="{_WIDTH / 2:g}" y="{middle:g}">{escape(event.tally.replace("-", "–"))}</text>'
        f'<text class="outcome" x="{_WIDTH / 2:g}" y="{middle + 20:g}">{OUTCOME_MEANS[event.outcome]}</text>'
    )
    return "".join(drawn), f"0 0 {_WIDTH:g} {middle + leg + _SEAT + 8:g}"


def _place(along: float, leg: float, arc: float, seats: int) -> tuple[float, float, float, float]:
    """Centre of the seat that far along the table from its lower left end, and the way outward."""
    if seats == 1:
        along = leg + arc / 2
    middle = _TOP + _RADIUS
    if along < leg:
        return _WIDTH / 2 - _RADIUS, middle + leg - along, -1.0, 0.0
    if along > leg + arc:
        return _WIDTH / 2 + _RADIUS, middle + along - leg - arc, 1.0, 0.0
    angle = (along - leg) / _RADIUS
    return _WIDTH / 2 - _RADIUS * cos(angle), middle - _RADIUS * sin(angle), -cos(angle), -sin(angle)


def _table(leg: float) -> str:
    inner, middle = _RADIUS - _SEAT - 9, _TOP + _RADIUS
    left, right = _WIDTH / 2 - inner, _WIDTH / 2 + inner
    return (
        f'<path class="table" d="M{left:g} {middle + leg:.1f}V{middle:g}'
        f'A{inner:g} {inner:g} 0 0 1 {right:g} {middle:g}V{middle + leg:.1f}"/>'
    )


def _seat(seat: Seat, x: float, y: float, out_x: float, out_y: float) -> str:
    at_top = abs(out_x) < 0.05
    label_x = x + out_x * (_SEAT + 9)
    label_y = y + out_y * (_SEAT + (16 if at_top else 9)) + (0 if at_top else 4)
    anchor = "middle" if at_top else "start" if out_x > 0 else "end"
    ring = f'<circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="{_SEAT + 3.5:g}"/>' if seat.permanent else ""
    name = seat.name if len(seat.name) <= _LONGEST_NAME else seat.name[: _LONGEST_NAME - 1].rstrip() + "…"
    kind = "permanent" if seat.permanent else "elected"
    return (
        f'<g class="seat {seat.option.name.lower()} {kind}">{ring}<circle class="chair" cx="{x:.1f}" cy="{y:.1f}" '
        f'r="{_SEAT:g}"/><text class="sign" x="{x:.1f}" y="{y + 4.5:.1f}">{_SIGNS[seat.option]}</text>'
        f'<text class="name" x="{label_x:.1f}" y="{label_y:.1f}" text-anchor="{anchor}">{escape(name)}</text></g>'
    )


def names_by_option(plan: SeatPlan) -> Sequence[tuple[Option, tuple[Seat, ...]]]:
    return [(option, seats) for option in Option if (seats := plan.having(option))]
