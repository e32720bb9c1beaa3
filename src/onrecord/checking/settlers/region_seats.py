"""How many seats of the Council a part of the world has: "three of the ten elected members are African"."""

from __future__ import annotations

from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.members import in_region
from onrecord.checking.settlers.seat_words import verdict_of
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.words import capital, counted, day, names
from onrecord.reading.claims.membership import Membership

GROUPS = {
    "African": "african",
    "Latin American": "latin_american_caribbean",
    "Asian": "asia_pacific",
    "Eastern European": "eastern_european",
    "East European": "eastern_european",
    "Western European": "western_european_others",
}
"""The regional group by whose seats a part of the world may be counted."""


def seats_of_region(claim: Membership, docket: Docket, on: date) -> Settled | None:
    """By who sits for the region's group, or by who lies there; open where the two differ and one bears it out."""
    adjective = claim.members.adjective or ""
    chosen = {m: seat for m, seat in docket.seats(on).items() if claim.kind is None or seat.kind == claim.kind}
    elected = {m for m, seat in chosen.items() if seat.kind == "elected"}
    lying = in_region(adjective, docket, on)
    group = GROUPS.get(adjective)
    sitting = [m for m, seat in chosen.items() if seat.regional_group == group] if group is not None else None
    if any(seat.regional_group is None for seat in chosen.values()):
        if claim.quantity:
            return None
        sitting = None  # before 1966 none sat for a group
    known = (codes for codes in (lying, sitting) if codes or (codes is not None and not claim.quantity))
    ways = [set(codes) & among for codes in known for among in (set(chosen), elected)]
    if not ways:
        return None
    fitting = next((way for way in ways if len(way) == claim.quantity), None)
    meant = fitting if fitting is not None else ways[-1]
    who = f"{capital(names(meant, docket.record))} " if meant else "Nobody "
    reason = f"{who}sat there for that region on {day(on)}, {counted(len(meant), 'member')} in all."
    return verdict_of(fitting is not None, reason, [docket.seats(on)[m] for m in sorted(meant)])
