"""What the UN Digital Library's two voting files share: one row a member and vote, totals on every row.

Columns and codes after the data dictionaries that accompany them (digitallibrary.un.org records 4055387, 4060887).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.record.model import Option, Source, VoteEvent
from onrecord.record.sources import cells
from onrecord.record.sources.codes import Codes
from onrecord.record.sources.opening import Progress
from onrecord.record.sources.publication import Part, ReadVoteEvent, Record, Request, by_vote_event, open_part
from onrecord.record.sources.table import Row
from onrecord.record.sources.tallies import counts

OPTIONS: Mapping[str, Option | None] = {"Y": Option.YES, "N": Option.NO, "A": Option.ABSTAIN, "X": Option.NOT_VOTING}
TOTALS = {
    "yes": "total_yes",
    "no": "total_no",
    "abstain": "total_abstentions",
    "not_voting": "total_non_voting",
    "members": "total_ms",
}
"""The record's name of a count to the file's column."""

FIRST_DAY = date(1946, 1, 1)
_EDITION = re.compile(r"(\d{4})_(\d{1,2})_(\d{1,2})_")
_ROW_COLUMNS = ("ms_code", "ms_name", "ms_vote", "permanent_member", "vote_note")

Describe = Callable[[Row, date, Mapping[str, Option]], VoteEvent]
"""From the first row of a vote event, its day and its votes to the vote event."""


def part(largest: int, *own_columns: str) -> Part:
    """The file of one body, with the columns that it alone has."""
    both = ("undl_id", "ms_code", "ms_name", "ms_vote", "date", "resolution", "draft", "meeting")
    return Part("votes", (*both, *own_columns, *TOTALS.values(), "undl_link"), largest)


def edition(request: Request) -> date | None:
    """The day of the edition: as the user says, else from the file's name (2026_02_06_sc_voting.csv)."""
    found = _EDITION.match(request.files["votes"].name)
    if request.edition or not found:
        return request.edition
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def source(title: str, record_number: int, on: date | None) -> Source:
    """The library as a source; `undl` is what the record calls it."""
    url = f"https://digitallibrary.un.org/record/{record_number}"
    return Source(
        id="undl",
        title=f"United Nations {title} Voting Data",
        publisher="United Nations, Dag Hammarskjöld Library",
        terms="Copyright, United Nations; non-commercial use with attribution",
        citation=f"United Nations Dag Hammarskjöld Library, {title} Voting Data, {url}",
        url=url,
        version=on.isoformat() if on else None,
    )


def vote_events(
    request: Request, record: Record, part: Part, describe: Describe, progress: Progress
) -> Iterator[ReadVoteEvent]:
    """The vote events of one file, each as soon as its last row is read."""
    with open_part(request, part, progress) as (table, rows):
        codes = Codes("undl", record.members, codes_are_ours=True)
        shared = [column for column in table.header if column not in _ROW_COLUMNS]
        for group in by_vote_event(request, rows, undl_id):
            first = group[0]
            if not first["undl_id"].isdigit():
                raise first.refuse("undl_id", f"{first['undl_id']!r} is no record number", "a whole number")
            cells.same_throughout(group, shared)
            on = cells.day(first, "date", FIRST_DAY)
            votes = _votes(group, codes, on)
            notes = dict.fromkeys(note for row in group if (note := cells.given(row, "vote_note")))
            event = replace(describe(first, on, votes), note="; ".join(notes) or None)
            printed = cells.check_totals(first, TOTALS, counts(votes), request.keep_printed_totals)
            yield ReadVoteEvent(event, votes, first, printed)


def undl_id(row: Row) -> str:
    return row["undl_id"]


def link(row: Row) -> str:
    return f"https://digitallibrary.un.org/record/{row['undl_id']}"


def _votes(group: Sequence[Row], codes: Codes, on: date) -> dict[str, Option]:
    votes: dict[str, Option] = {}
    rows: dict[str, Row] = {}
    for row in group:
        member = codes.member(row, "ms_code", "ms_name", on)
        if member in votes:
            raise cells.refuse_second_vote(row, "ms_code", member, rows[member])
        option = cells.option(row, "ms_vote", OPTIONS)
        assert option is not None
        votes[member], rows[member] = option, row
    return votes
