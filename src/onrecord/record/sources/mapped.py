"""Any table of votes, long (a row a vote) or wide (a column a member), read by a column mapping that the user gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from onrecord.errors import InputError
from onrecord.record.model import (
    Body,
    Certainty,
    Kind,
    Member,
    Modality,
    Option,
    Outcome,
    Source,
    VoteEvent,
)
from onrecord.record.sources import cells
from onrecord.record.sources.codes import Codes
from onrecord.record.sources.opening import Progress
from onrecord.record.sources.publication import (
    Part,
    Publication,
    Reading,
    ReadVoteEvent,
    Record,
    Request,
    by_vote_event,
    open_part,
    scattered,
)
from onrecord.record.sources.seats import recorded_days, refuse_unseated
from onrecord.record.sources.table import Row
from onrecord.record.sources.tallies import counts

LARGEST = 500_000_000
"""Bytes of one table."""

TEXT_FIELDS = ("title", "resolution", "draft", "meeting", "agenda_item", "url", "note")
COUNT_FIELDS = ("yes", "no", "abstain", "not_voting", "members")
FIELDS = ("vote_event", "date", "member", "option", "outcome", *TEXT_FIELDS, *COUNT_FIELDS)
"""What a column may be mapped to."""

PLAIN_OPTIONS: Mapping[str, Option | None] = {option.value: option for option in Option}
FIRST_DAY = date(1000, 1, 1)


@dataclass(frozen=True, slots=True)
class Mapped:
    """How the user says a table is to be read."""

    body: str
    columns: Mapping[str, str]
    """Field (one of FIELDS) to the table's column."""
    body_name: str | None = None
    options: Mapping[str, Option | None] = field(default_factory=lambda: PLAIN_OPTIONS)
    """What the table writes to what it means; None where it means that there is no vote."""
    wide: bool = False
    ignored: tuple[str, ...] = ()
    """Columns of a wide table that are neither mapped nor members."""
    date_format: str = "%Y-%m-%d"
    states: bool = False
    """Whether the members are states; otherwise they are the body's own."""


def check(mapped: Mapped) -> None:
    """InputError where the mapping cannot be meant."""
    if not re.fullmatch(r"[a-z][a-z0-9-]*", mapped.body):
        raise InputError(f"--body {mapped.body!r}: expected small letters, digits and hyphens, such as hrc")
    unknown = sorted(set(mapped.columns) - set(FIELDS))
    if unknown:
        raise InputError(f"--map {unknown[0]}=...: no such field; there are {', '.join(FIELDS)}")
    needed = ("vote_event", "date") if mapped.wide else ("vote_event", "date", "member", "option")
    missing = [name for name in needed if name not in mapped.columns]
    if missing:
        raise InputError(f"--map {missing[0]}=COLUMN is missing; a {'wide' if mapped.wide else 'long'} table needs it")
    if mapped.wide and ("member" in mapped.columns or "option" in mapped.columns):
        raise InputError("--wide: the members are the columns, so that neither member nor option is mapped")


def read(request: Request, record: Record, mapped: Mapped) -> Reading:
    """The vote events of the table; members that it brings are known once it is read through."""
    check(mapped)
    path = request.files["votes"]
    known = record.bodies.get(mapped.body)
    body = known or Body(mapped.body, mapped.body_name or mapped.body, mapped.body_name or mapped.body)
    source = Source(
        id=f"table-{mapped.body}",
        title=f"{path.name}, a table of votes",
        publisher="not stated",
        terms="not stated",
        citation=path.name,
    )
    members: dict[str, Member] = {}
    progress = Progress(0)
    publication = Publication(source, (body,), request.edition, members=members)
    part = Part("votes", (*mapped.columns.values(), *mapped.ignored), LARGEST)
    column = mapped.columns["vote_event"]
    return Reading(
        publication,
        _vote_events(request, record, mapped, part, members, progress),
        progress,
        scattered=lambda: scattered(request, part, lambda row: row[column]),
    )


def _vote_events(
    request: Request, record: Record, mapped: Mapped, part: Part, members: dict[str, Member], progress: Progress
) -> Iterator[ReadVoteEvent]:
    recorded = recorded_days(record, "unsc") if mapped.body == "unsc" else {}
    name = _Names(record, mapped, members)
    with open_part(request, part, progress) as (table, rows):
        taken = set(part.columns)
        of_members = [column for column in table.header if column and column not in taken] if mapped.wide else []
        if mapped.wide and not of_members:
            raise Row(table, 1, table.header).refuse(None, "no column is left for members", "a column a member")
        shared = [column for key, column in mapped.columns.items() if key not in ("member", "option")]
        for group in by_vote_event(request, rows, lambda row: row[mapped.columns["vote_event"]]):
            first = group[0]
            cells.same_throughout(group, shared)
            on = _day(first, mapped)
            if mapped.wide:
                if len(group) > 1:
                    column = mapped.columns["vote_event"]
                    raise group[1].refuse(column, f"{first[column]} stands twice", "every vote event once")
                votes = _wide_votes(first, of_members, mapped, name, on)
            else:
                votes = _long_votes(group, mapped, name, on)
            event = _vote_event(first, mapped, on, votes)
            if mapped.body == "unsc":
                event = replace(event, vetoed_by=_blocking(record, event, votes))
                refuse_unseated(first, mapped.columns["vote_event"], record, event, votes, recorded)
            totals = {key: mapped.columns[key] for key in COUNT_FIELDS if key in mapped.columns}
            printed = cells.check_totals(first, totals, dict(counts(votes)), request.keep_printed_totals)
            yield ReadVoteEvent(event, votes, first, printed)


class _Names:
    """From what the table calls a member to its code in the record."""

    def __init__(self, record: Record, mapped: Mapped, members: dict[str, Member]) -> None:
        self._states = mapped.states or mapped.body in ("unsc", "unga")
        self._codes = Codes("undl", record.members, codes_are_ours=True)
        self._body, self._members = mapped.body, members

    def member(self, row: Row, column: str, text: str, on: date) -> str:
        if not text:
            raise row.refuse(column, "is empty", "a member")
        if self._states:
            return self._codes.named(row, column, text, on)
        code = f"{self._body}:{text}"
        if code not in self._members:
            self._members[code] = Member(code, text, text)
        return code


def _long_votes(group: Sequence[Row], mapped: Mapped, name: _Names, on: date) -> dict[str, Option]:
    column = mapped.columns["member"]
    votes: dict[str, Option] = {}
    rows: dict[str, Row] = {}
    for row in group:
        member = name.member(row, column, row[column], on)
        if member in rows:
            raise cells.refuse_second_vote(row, column, member, rows[member])
        rows[member] = row
        option = cells.option(row, mapped.columns["option"], mapped.options)
        if option is not None:
            votes[member] = option
    return votes


def _wide_votes(row: Row, columns: Sequence[str], mapped: Mapped, name: _Names, on: date) -> dict[str, Option]:
    votes: dict[str, Option] = {}
    for column in columns:
        if not row[column] and "" not in mapped.options:
            continue
        option = cells.option(row, column, mapped.options)
        if option is not None:
            votes[name.member(row, column, column, on)] = option
    return votes


def _day(row: Row, mapped: Mapped) -> date:
    column = mapped.columns["date"]
    if mapped.date_format == "%Y-%m-%d":
        return cells.day(row, column, FIRST_DAY)
    try:
        return datetime.strptime(row[column], mapped.date_format).date()
    except ValueError:
        raise row.refuse(column, f"{row[column]!r} is not a date", f"a day as {mapped.date_format}") from None


def _vote_event(row: Row, mapped: Mapped, on: date, votes: Mapping[str, Option]) -> VoteEvent:
    id = row[mapped.columns["vote_event"]]
    if not id:
        raise row.refuse(mapped.columns["vote_event"], "is empty", "what the vote event is called")
    text = {key: cells.given(row, mapped.columns[key]) if key in mapped.columns else None for key in TEXT_FIELDS}
    return VoteEvent(
        id=id if mapped.body in ("unsc", "unga") else f"{mapped.body}/{id}",
        body=mapped.body,
        date=on,
        order=0,
        outcome=_outcome(row, mapped),
        kind=Kind.RESOLUTION if text["resolution"] else Kind.DRAFT,
        modality=Modality.VOTE,
        resolution=text["resolution"],
        draft=text["draft"],
        meeting=text["meeting"],
        title=text["title"] or id,
        agenda_item=text["agenda_item"],
        votes_known=bool(votes),
        vetoed_by=(),
        certainty=Certainty.SINGLE_SOURCE,
        sources=(f"table-{mapped.body}",),
        url=text["url"],
        note=text["note"],
        **counts(votes),
    )


def _blocking(record: Record, event: VoteEvent, votes: Mapping[str, Option]) -> tuple[str, ...]:
    """The permanent members whose No stopped a text that the table says was vetoed."""
    if event.outcome is not Outcome.VETOED:
        return ()
    permanent = (seat.member for seat in record.seats(event.body, event.date) if seat.kind == "permanent")
    return tuple(sorted({member for member in permanent if votes.get(member) is Option.NO}))


def _outcome(row: Row, mapped: Mapped) -> Outcome:
    column = mapped.columns.get("outcome")
    if column is None or not row[column]:
        return Outcome.UNKNOWN
    try:
        return Outcome(row[column].casefold())
    except ValueError:
        raise row.refuse(column, f"{row[column]!r} is no outcome", ", ".join(Outcome)) from None
