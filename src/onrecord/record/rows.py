"""The record's classes as rows of its tables, for whoever writes tables from objects (compile, import)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onrecord.record.model import (
    Body,
    Disagreement,
    Figure,
    Member,
    Membership,
    Series,
    Source,
    Sponsorship,
    VoteEvent,
)
from onrecord.record.schema import TABLES

TABLE_OF: dict[type, str] = {
    Body: "bodies",
    Member: "members",
    Membership: "memberships",
    VoteEvent: "vote_events",
    Disagreement: "disagreements",
    Sponsorship: "sponsors",
    Series: "series",
    Figure: "figures",
    Source: "sources",
}
"""The classes that are rows as they stand; their fields are named as the columns are."""


def row(item: object) -> tuple[Any, ...]:
    """The item's values in the order of its table's columns."""
    return tuple(getattr(item, name) for name in TABLES[TABLE_OF[type(item)]].column_names)


def rows(items: Iterable[object]) -> list[tuple[Any, ...]]:
    return [row(item) for item in items]
