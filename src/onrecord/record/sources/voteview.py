"""Voteview's members, rollcalls and votes (voteview.com/data): the chambers of the United States Congress as bodies.

Codes after its help pages. A president's announced positions (icpsr 99900 to 99999) are no votes and are left out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.record.model import (
    Body,
    Certainty,
    Kind,
    Member,
    Membership,
    Modality,
    Option,
    Outcome,
    Source,
    VoteEvent,
)
from onrecord.record.sources import cells
from onrecord.record.sources.congress_terms import ListedMembers
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

MEMBERS = Part("members", ("congress", "chamber", "icpsr", "state_abbrev", "party_code", "bioname"), 50_000_000)
ROLLCALLS = Part(
    "rollcalls",
    ("congress", "chamber", "rollnumber", "date", "yea_count", "nay_count", "vote_result", "vote_desc"),
    200_000_000,
)
VOTES = Part("votes", ("congress", "chamber", "rollnumber", "icpsr", "cast_code"), 2_000_000_000)
"""The file of all Congresses has about 26 million rows in 700 MB."""

BODIES = {
    "Senate": Body("us-senate", "United States Senate", "Senate"),
    "House": Body("us-house", "United States House of Representatives", "House of Representatives"),
}
OPTIONS: Mapping[str, Option | None] = {
    "0": None,
    "1": Option.YES,
    "2": Option.YES,
    "3": Option.YES,
    "4": Option.NO,
    "5": Option.NO,
    "6": Option.NO,
    "7": Option.ABSTAIN,
    "8": Option.ABSTAIN,
    "9": Option.NOT_VOTING,
}
"""Cast codes: yea, paired yea, announced yea; announced nay, paired nay, nay; present; not voting. 0 is no member."""

SOURCE = Source(
    id="voteview",
    title="Voteview: Congressional Roll-Call Votes Database",
    publisher="Lewis, Poole, Rosenthal, Boche, Rudkin and Sonnet",
    terms="asks to be cited",
    citation="Lewis, Jeffrey B., et al., Voteview: Congressional Roll-Call Votes Database, https://voteview.com/",
    url="https://voteview.com/data",
)
FIRST_DAY = date(1789, 3, 4)
_PARTIES = {"100": "Democrat", "200": "Republican", "328": "Independent"}


class _RollCall(NamedTuple):
    day: date
    yea: int | None
    nay: int | None
    bill: str | None
    title: str
    question: str
    outcome: Outcome


def read(request: Request, record: Record) -> Reading:
    progress = Progress(0)
    members = _members(request)
    terms: list[Membership] = []
    publication = Publication(SOURCE, tuple(BODIES.values()), request.edition, members=members, memberships=terms)
    return Reading(
        publication,
        _vote_events(request, members, _rollcalls(request), terms, progress),
        progress,
        scattered=lambda: scattered(request, VOTES, _id),
    )


def _members(request: Request) -> dict[str, Member]:
    members: dict[str, Member] = {}
    with open_part(request, MEMBERS) as (_, rows):
        for row in rows:
            if row["chamber"] == "President":
                continue
            _body(row)
            code = _member_code(row)
            party = _PARTIES.get(row["party_code"].removesuffix(".0"), f"party {row['party_code']}")
            members[code] = Member(code, row["bioname"], row["bioname"], f"{row['state_abbrev']}, {party}")
    return members


def _rollcalls(request: Request) -> dict[str, _RollCall]:
    found: dict[str, _RollCall] = {}
    with open_part(request, ROLLCALLS) as (_, rows):
        for row in rows:
            id = _id(row)
            if id in found:
                raise row.refuse("rollnumber", f"roll call {id} stands twice", "every roll call once")
            question = row.get("vote_question")
            title = ": ".join(part for part in (question, row["vote_desc"] or row.get("dtl_desc")) if part)
            found[id] = _RollCall(
                cells.day(row, "date", FIRST_DAY),
                cells.count(row, "yea_count"),
                cells.count(row, "nay_count"),
                cells.given(row, "bill_number"),
                title or id,
                question,
                outcome(row["vote_result"]),
            )
    return found


def _vote_events(
    request: Request,
    members: Mapping[str, Member],
    rollcalls: Mapping[str, _RollCall],
    terms: list[Membership],
    progress: Progress,
) -> Iterator[ReadVoteEvent]:
    listed = ListedMembers()
    with open_part(request, VOTES, progress) as (_, rows):
        for group in by_vote_event(request, rows, _id):
            first, id = group[0], _id(group[0])
            called = rollcalls.get(id)
            if called is None:
                raise first.refuse(
                    "rollnumber", f"roll call {id} is not in {request.files['rollcalls']}", "its row there"
                )
            votes = _votes(group, members)
            if not votes:
                continue
            listed.add(_body(first), _whole(first, "congress"), _whole(first, "rollnumber"), called.day, votes)
            yield ReadVoteEvent(
                _vote_event(id, first, called, votes), votes, first, _printed(first, called, votes, request)
            )
    terms.extend(listed.terms())


def _vote_event(id: str, row: Row, called: _RollCall, votes: Mapping[str, Option]) -> VoteEvent:
    return VoteEvent(
        id=id,
        body=_body(row),
        date=called.day,
        order=0,
        outcome=called.outcome,
        kind=_kind(called.question),
        modality=Modality.VOTE,
        resolution=None,
        draft=called.bill,
        meeting=None,
        title=called.title,
        agenda_item=None,
        votes_known=True,
        vetoed_by=(),
        certainty=Certainty.SINGLE_SOURCE,
        sources=(SOURCE.id,),
        url=f"https://voteview.com/rollcall/R{row['chamber'][0]}{int(row['congress']):03}{int(row['rollnumber']):04}",
        **counts(votes),
    )


def _votes(group: Sequence[Row], members: Mapping[str, Member]) -> dict[str, Option]:
    votes: dict[str, Option] = {}
    rows: dict[str, Row] = {}
    for row in group:
        if 99900 <= _whole(row, "icpsr") <= 99999:
            continue
        code = _member_code(row)
        if code not in members:
            raise row.refuse("icpsr", f"{row['icpsr']!r} is no member of the members file", "a member's icpsr")
        if code in rows:
            raise cells.refuse_second_vote(row, "icpsr", code, rows[code])
        rows[code] = row
        option = cells.option(row, "cast_code", OPTIONS)
        if option is not None:
            votes[code] = option
    return votes


def _printed(row: Row, called: _RollCall, votes: Mapping[str, Option], request: Request) -> dict[str, int]:
    counted = dict[str, object](counts(votes))
    printed = {"yes": called.yea, "no": called.nay}
    differing = {name: value for name, value in printed.items() if value is not None and value != counted[name]}
    if differing and not request.keep_printed_totals:
        name, value = next(iter(differing.items()))
        raise row.refuse(
            "cast_code",
            f"the votes on {_id(row)} have {counted[name]} {name} and {request.files['rollcalls']} prints {value}",
            f"{value}, unless the file is cut short; {cells.KEEP}",
        )
    return differing


def _kind(question: str) -> Kind:
    words = question.casefold()
    if "amendment" in words:
        return Kind.AMENDMENT
    return Kind.PROCEDURAL if "motion" in words or "cloture" in words or "point of order" in words else Kind.DRAFT


def outcome(result: str) -> Outcome:
    """What a result such as "Cloture Motion Rejected" means (results.csv); unknown where the table does not say."""
    words = result.casefold()
    return next((found for ending, found in _results() if words.endswith(ending)), Outcome.UNKNOWN)


@cache
def _results() -> tuple[tuple[str, Outcome], ...]:
    with files("onrecord.record.sources").joinpath("results.csv").open(encoding="utf-8") as table:
        return tuple((line["ends_with"], Outcome(line["outcome"])) for line in csv.DictReader(table))


def _id(row: Row) -> str:
    return f"{_body(row)}/{row['congress']}/{row['rollnumber']}"


def _body(row: Row) -> str:
    body = BODIES.get(row["chamber"])
    if body is None:
        raise row.refuse("chamber", f"{row['chamber']!r} is no chamber", "Senate or House")
    return body.id


def _member_code(row: Row) -> str:
    return f"ICPSR{_whole(row, 'icpsr')}"


def _whole(row: Row, column: str) -> int:
    number = cells.count(row, column)
    if number is None:
        raise row.refuse(column, "is empty", "a whole number")
    return number


FORMAT = Format("voteview", "Voteview, United States Congress", (MEMBERS, ROLLCALLS, VOTES), read)
