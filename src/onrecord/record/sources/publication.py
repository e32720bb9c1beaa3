"""What a reader hands on: whose data a file is, and its vote events one after another, as the record's own classes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from onrecord.record.model import Body, Member, Membership, Option, Source, VoteEvent
from onrecord.record.sources.opening import Progress
from onrecord.record.sources.refusal import RefusalError
from onrecord.record.sources.table import Row, ScatteredRowsError, Table, gathered, open_table, require, together


@dataclass(frozen=True, slots=True)
class ReadVoteEvent:
    """One vote event as a file has it; `event.order` is 0, the place of the day being the record's to give."""

    event: VoteEvent
    votes: Mapping[str, Option]
    """Member code to option; empty where the file does not say."""
    row: Row
    """Where it begins."""
    printed: Mapping[str, int] = field(default_factory=dict)
    """Counts as printed, by the record's name of the count, where the votes say otherwise and that was let pass."""


@dataclass(frozen=True, slots=True)
class Publication:
    """Whose data a file is."""

    source: Source
    """A record's source with the same id is the same series, which a later edition may correct."""
    bodies: tuple[Body, ...]
    edition: date | None = None
    """The day of the edition; None where neither the file's name nor the user says it."""
    complete: bool = False
    """Whether it has every vote that the record would hold of its bodies, so that they are known to its last day."""
    members: Mapping[str, Member] = field(default_factory=dict)
    """Members that the file brings with it, by code; all known once its vote events are read."""
    memberships: Sequence[Membership] = ()
    """Terms likewise."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to read and how, as the user asked."""

    files: Mapping[str, Path]
    """By the name of the format's part."""
    encoding: str = "utf-8"
    delimiter: str | None = None
    edition: date | None = None
    gather: bool = False
    """Sort the rows on disk first, because those of one vote event do not stand together."""
    keep_printed_totals: bool = False
    """Take vote events whose printed totals disagree with their votes; the votes count, the totals are noted."""


class Record(Protocol):
    """The part of the record that readers ask: who the members are and who sat when."""

    @property
    def bodies(self) -> Mapping[str, Body]: ...

    @property
    def members(self) -> Mapping[str, Member]: ...

    def seats(self, body: str, on: date) -> tuple[Membership, ...]: ...

    def vote_events(self, body: str) -> tuple[VoteEvent, ...]: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """A publication and its vote events, which are read as they are asked for."""

    publication: Publication
    vote_events: Iterator[ReadVoteEvent]
    progress: Progress
    scattered: Callable[[], bool] = lambda: False
    """Whether rows of one vote event stand apart, so that a refusal may come from taking part of one for the whole."""
    tables: Mapping[str, Iterable[tuple[Any, ...]]] = field(default_factory=dict)
    """Rows of the record's other tables, where the file is an export of onrecord's own."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a format."""

    name: str
    columns: tuple[str, ...]
    """Those by which it is known and without which it is refused."""
    largest: int
    """Bytes that it may have, unpacked."""


@dataclass(frozen=True, slots=True)
class Format:
    """One published format, of one file or of several that belong together."""

    id: str
    title: str
    parts: tuple[Part, ...]
    read: Callable[[Request, Record], Reading]


@contextmanager
def open_part(request: Request, part: Part, progress: Progress | None = None) -> Iterator[tuple[Table, Iterator[Row]]]:
    """The table and rows of one part of the request; RefusalError where its header is another."""
    with open_table(request.files[part.name], part.largest, request.encoding, request.delimiter, progress) as opened:
        require(opened[0], part.columns)
        yield opened


def by_vote_event(request: Request, rows: Iterable[Row], key: Callable[[Row], str]) -> Iterator[list[Row]]:
    """Rows gathered by vote event; ScatteredRowsError where they need to be sorted and that was not asked."""
    return (gathered if request.gather else together)(rows, key)


def scattered(request: Request, part: Part, key: Callable[[Row], str]) -> bool:
    """Whether the rows of some vote event in the part's file stand apart."""
    if request.gather:
        return False
    try:
        with open_part(request, part) as (_, rows):
            for _group in together(rows, key):
                pass
    except ScatteredRowsError:
        return True
    except RefusalError:
        return False
    return False
