"""Whether the members that vote are those that sat: as many, and the same ones."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from onrecord.record.sources.publication import Record
from onrecord.record.sources.table import Row

ENLARGED = date(1966, 1, 1)
"""From when the Council has fifteen members for eleven (Charter, Article 23 as amended; first vote in 1966)."""


def council_size(on: date) -> int:
    return 15 if on >= ENLARGED else 11


def refuse_unseated(row: Row, column: str, record: Record, body: str, on: date, voting: Collection[str]) -> None:
    """Refuse votes on a Council matter by others, or by more or fewer, than those that sat on the day."""
    if len(voting) != council_size(on):
        raise row.refuse(
            column, f"{len(voting)} members vote", f"{council_size(on)}, as the Council had on {on.isoformat()}"
        )
    seated = {seat.member for seat in record.seats(body, on)}
    # On the day a seat changes hands both holders have a term; either may have voted.
    strangers = sorted(set(voting) - seated)
    if seated and strangers:
        raise row.refuse(
            column,
            f"{', '.join(strangers)} had no seat on {on.isoformat()}",
            f"votes of {', '.join(sorted(seated - set(voting))) or ', '.join(sorted(seated))}",
        )
