"""Open the record and ask it (the shipped tables, with the user's imports laid over them)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.record.model import (
    Alias,
    Body,
    CountedVeto,
    CountingRule,
    Disagreement,
    Figure,
    Group,
    Member,
    Membership,
    Option,
    Series,
    Source,
    Sponsorship,
    Topic,
    VoteEvent,
)


class Record:
    """Every query is lazy and cached; nothing is loaded before it is asked for."""

    version: str

    @property
    def as_of(self) -> Mapping[str, date]:
        """The last day each body's votes are known to, by body id."""
        raise NotImplementedError

    @property
    def bodies(self) -> Mapping[str, Body]:
        raise NotImplementedError

    @property
    def members(self) -> Mapping[str, Member]:
        """By code."""
        raise NotImplementedError

    def memberships(self, body: str) -> tuple[Membership, ...]:
        raise NotImplementedError

    def seats(self, body: str, on: date) -> tuple[Membership, ...]:
        """Who sat on the body that day, permanent members first."""
        raise NotImplementedError

    def vote_events(self, body: str) -> tuple[VoteEvent, ...]:
        """In the order they were taken."""
        raise NotImplementedError

    def vote_event(self, id: str) -> VoteEvent:
        """By exact id; RecordError with near matches where there is none."""
        raise NotImplementedError

    def find(self, query: str) -> tuple[VoteEvent, ...]:
        """By id, resolution, draft or meeting symbol, or ISO date."""
        raise NotImplementedError

    def votes(self, vote_event: str) -> Mapping[str, Option]:
        """Member code to option; empty where the record does not say who voted how."""
        raise NotImplementedError

    def sponsorship(self, vote_event: str) -> Sponsorship | None:
        """None means not known, never none."""
        raise NotImplementedError

    def disagreements(self, vote_event: str) -> tuple[Disagreement, ...]:
        raise NotImplementedError

    @property
    def topics(self) -> Mapping[str, Topic]:
        raise NotImplementedError

    @property
    def counting_rules(self) -> Mapping[str, CountingRule]:
        raise NotImplementedError

    def vetoes(self, rule: str) -> tuple[CountedVeto, ...]:
        """Every veto as that counting rule counts it, by date."""
        raise NotImplementedError

    @property
    def series(self) -> Mapping[str, Series]:
        raise NotImplementedError

    def figures(self, series: str) -> tuple[Figure, ...]:
        """By date."""
        raise NotImplementedError

    @property
    def aliases(self) -> tuple[Alias, ...]:
        raise NotImplementedError

    @property
    def groups(self) -> Mapping[str, Group]:
        raise NotImplementedError

    @property
    def sources(self) -> Mapping[str, Source]:
        raise NotImplementedError

    def sql(self, query: str) -> Any:
        """A DuckDB relation over the read-only tables."""
        raise NotImplementedError


def open_record(path: Path | None = None) -> Record:
    """The shipped record, or the one at `path`, with the user's imports laid over it."""
    raise NotImplementedError
