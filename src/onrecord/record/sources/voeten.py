"""Erik Voeten's General Assembly roll calls, as the R package unvotes has them and as Harvard Dataverse does.

They are a body of their own beside the Assembly's resolutions: they hold votes on paragraphs and amendments, their
days are wrong by days before about 2000, and several may share one resolution's symbol, so that they cannot be laid
over the library's record vote by vote. Codes after the codebook of hdl:1902.1/12379.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.record.model import Body, Certainty, Kind, Modality, Option, Outcome, Source, VoteEvent
from onrecord.record.sources import cells
from onrecord.record.sources.codes import Codes
from onrecord.record.sources.opening import Progress
from onrecord.record.sources.publication import (
    Format,
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
from onrecord.record.sources.table import Row
from onrecord.record.sources.tallies import counts

UNVOTES = Part("votes", ("rcid", "country", "country_code", "vote"), 200_000_000)
UNVOTES_ROLL_CALLS = Part(
    "roll_calls", ("rcid", "session", "importantvote", "date", "unres", "amend", "para", "short", "descr"), 20_000_000
)
DATAVERSE = Part("votes", ("rcid", "ccode", "vote", "session", "date", "unres"), 1_500_000_000)

BODY = Body("unga-roll-calls", "United Nations General Assembly, Voeten's roll calls", "General Assembly roll calls")
FIRST_DAY = date(1946, 1, 1)

WORDS: Mapping[str, Option | None] = {"yes": Option.YES, "no": Option.NO, "abstain": Option.ABSTAIN}
NUMBERS: Mapping[str, Option | None] = {
    "1": Option.YES,
    "2": Option.ABSTAIN,
    "3": Option.NO,
    "8": Option.NOT_VOTING,
    "9": None,
}
"""9 is a state that was no member at the time."""


VoteEvents = Callable[[Request, Record, Progress], Iterator[ReadVoteEvent]]


class _RollCall(NamedTuple):
    day: date
    resolution: str | None
    kind: Kind
    title: str


def read_unvotes(request: Request, record: Record) -> Reading:
    return _reading(request, record, UNVOTES, _unvotes)


def read_dataverse(request: Request, record: Record) -> Reading:
    return _reading(request, record, DATAVERSE, _dataverse)


def _reading(request: Request, record: Record, part: Part, vote_events: VoteEvents) -> Reading:
    progress = Progress(0)
    return Reading(
        _publication(request),
        vote_events(request, record, progress),
        progress,
        scattered=lambda: scattered(request, part, _rcid),
    )


def _publication(request: Request) -> Publication:
    source = Source(
        id="voeten",
        title="United Nations General Assembly Voting Data",
        publisher="Erik Voeten, Anton Strezhnev, Michael Bailey; Harvard Dataverse",
        terms="CC0",
        citation="Voeten, Strezhnev and Bailey, United Nations General Assembly Voting Data, hdl:1902.1/12379",
        url="https://hdl.handle.net/1902.1/12379",
        note="days are wrong by days in two thirds of the roll calls before about 2000",
    )
    return Publication(source, (BODY,), request.edition)


def _unvotes(request: Request, record: Record, progress: Progress) -> Iterator[ReadVoteEvent]:
    codes = Codes("unvotes", record.members, codes_are_ours=False)
    roll_calls: dict[str, _RollCall] = {}
    with open_part(request, UNVOTES_ROLL_CALLS) as (_, rows):
        for row in rows:
            if row["rcid"] in roll_calls:
                raise row.refuse("rcid", f"roll call {row['rcid']} stands twice", "every roll call once")
            roll_calls[row["rcid"]] = _roll_call(row)
    with open_part(request, UNVOTES, progress) as (_, rows):
        for group in by_vote_event(request, rows, _rcid):
            first = group[0]
            roll_call = roll_calls.get(first["rcid"])
            if roll_call is None:
                where = request.files["roll_calls"]
                raise first.refuse("rcid", f"roll call {first['rcid']} is not in {where}", "its row there")
            votes = _votes(group, codes, "country_code", "country", WORDS, roll_call.day)
            # Those that were absent are not listed, so that how many took no part is not known.
            yield _vote_event(first, roll_call, votes, absences_listed=False)


def _dataverse(request: Request, record: Record, progress: Progress) -> Iterator[ReadVoteEvent]:
    codes = Codes("cow", record.members, codes_are_ours=False)
    with open_part(request, DATAVERSE, progress) as (table, rows):
        shared = [
            name for name in ("session", "date", "unres", "amend", "para", "short", "descr") if name in table.place
        ]
        for group in by_vote_event(request, rows, _rcid):
            first = group[0]
            cells.same_throughout(group, shared)
            roll_call = _roll_call(first)
            votes = _votes(group, codes, "ccode", None, NUMBERS, roll_call.day)
            if not votes:
                continue
            read = _vote_event(first, roll_call, votes, absences_listed=Option.NOT_VOTING in votes.values())
            columns = {str(name): str(name) for name in ("yes", "no", "abstain") if name in table.place}
            printed = cells.check_totals(first, columns, dict(counts(votes)), request.keep_printed_totals)
            yield ReadVoteEvent(read.event, votes, first, printed)


def _rcid(row: Row) -> str:
    return row["rcid"]


def _roll_call(row: Row) -> _RollCall:
    kind = Kind.AMENDMENT if _flag(row, "amend") else Kind.PART if _flag(row, "para") else Kind.DRAFT
    title = cells.given(row, "short") or cells.given(row, "descr") or cells.given(row, "unres")
    return _RollCall(
        cells.day(row, "date", FIRST_DAY), cells.given(row, "unres"), kind, title or f"roll call {row['rcid']}"
    )


def _flag(row: Row, column: str) -> bool:
    return (cells.count(row, column) or 0) > 0


def _votes(
    group: Sequence[Row], codes: Codes, code: str, name: str | None, options: Mapping[str, Option | None], on: date
) -> dict[str, Option]:
    votes: dict[str, Option] = {}
    rows: dict[str, Row] = {}
    for row in group:
        option = cells.option(row, "vote", options)
        if option is None:
            continue
        member = codes.member(row, code, name, on)
        if member in votes:
            raise cells.refuse_second_vote(row, code, member, rows[member])
        votes[member], rows[member] = option, row
    return votes


def _vote_event(row: Row, roll_call: _RollCall, votes: Mapping[str, Option], absences_listed: bool) -> ReadVoteEvent:
    counted = counts(votes)
    event = VoteEvent(
        id=f"{BODY.id}/{row['rcid']}",
        body=BODY.id,
        date=roll_call.day,
        order=0,
        outcome=Outcome.UNKNOWN,
        kind=roll_call.kind,
        modality=Modality.VOTE,
        resolution=roll_call.resolution,
        draft=None,
        meeting=None,
        title=roll_call.title,
        agenda_item=None,
        yes=counted["yes"],
        no=counted["no"],
        abstain=counted["abstain"],
        not_voting=counted["not_voting"] if absences_listed else None,
        members=counted["members"] if absences_listed else None,
        votes_known=absences_listed,
        vetoed_by=(),
        certainty=Certainty.SINGLE_SOURCE,
        sources=("voeten",),
    )
    return ReadVoteEvent(event, votes, row)


UNVOTES_FORMAT = Format(
    "unvotes", "Voeten's roll calls, as the R package unvotes has them", (UNVOTES, UNVOTES_ROLL_CALLS), read_unvotes
)
DATAVERSE_FORMAT = Format("voeten", "Voeten's roll calls, as Harvard Dataverse has them", (DATAVERSE,), read_dataverse)
