"""Voteview and Voeten's roll calls: bodies of their own, asked as any other."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from onrecord.record.model import Kind, Option, Outcome
from onrecord.record.sources.congress_terms import ListedMembers, congress_days
from onrecord.record.sources.voteview import outcome
from onrecord.record.store import open_record

from .builders import DATAVERSE, UNVOTES, VOTEVIEW, write, write_all
from .conftest import Import


def test_voteview_becomes_the_senate_without_the_president(tmp_path: Path, run_import: Import) -> None:
    assert run_import(*write_all(tmp_path, VOTEVIEW))[0] == 0
    record = open_record()
    cloture, amendment = record.vote_events("us-senate")
    assert (cloture.id, cloture.date, cloture.tally, cloture.members) == (
        "us-senate/118/1",
        date(2023, 1, 23),
        "2-1-0",
        3,
    )
    assert (cloture.outcome, amendment.outcome) == (Outcome.ADOPTED, Outcome.NOT_ADOPTED)
    assert (cloture.kind, amendment.kind) == (Kind.PROCEDURAL, Kind.AMENDMENT)
    assert record.votes("us-senate/118/2") == {
        "ICPSR90001": Option.YES,
        "ICPSR90002": Option.NO,
        "ICPSR90003": Option.ABSTAIN,
    }
    assert record.members["ICPSR90001"].name == "ABLE, Ann"
    assert [seat.member for seat in record.seats("us-senate", date(2023, 6, 1))] == [
        "ICPSR90001",
        "ICPSR90002",
        "ICPSR90003",
    ]
    assert "us-house" not in record.bodies


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_three_files_may_be_given_in_any_order(order: tuple[int, ...], tmp_path: Path, run_import: Import) -> None:
    paths = write_all(tmp_path, VOTEVIEW)
    assert run_import(*(paths[place] for place in order), "--dry-run")[0] == 0


@pytest.mark.parametrize(
    ("congress", "first", "last"),
    [
        (1, "1789-03-04", "1791-03-03"),
        (73, "1933-03-04", "1935-01-02"),
        (74, "1935-01-03", "1937-01-02"),
        (119, "2025-01-03", "2027-01-02"),
    ],
)
def test_a_congress_begins_in_march_and_since_1935_in_january(congress: int, first: str, last: str) -> None:
    assert congress_days(congress) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_term_runs_over_the_congress_unless_the_member_came_late_or_left_early() -> None:
    listed = ListedMembers()
    days = {1: date(2023, 1, 9), 2: date(2023, 5, 1), 3: date(2024, 12, 1)}
    for roll_call, members in ((1, ["A", "B"]), (3, ["A", "C"]), (2, ["A", "B", "C"])):
        listed.add("us-senate", 118, roll_call, days[roll_call], members)
    listed.add("us-senate", 119, 1, date(2025, 1, 9), ["A"])
    assert [(term.member, term.start.isoformat(), str(term.end)) for term in listed.terms()] == [
        ("A", "2023-01-03", "2027-01-02"),
        ("B", "2023-01-03", "2023-05-01"),
        ("C", "2023-05-01", "2025-01-02"),
    ]


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("Nomination Confirmed", Outcome.ADOPTED),
        ("Cloture on the Motion to Proceed Rejected", Outcome.NOT_ADOPTED),
        ("Motion to Table Failed", Outcome.NOT_ADOPTED),
        ("Veto Sustained", Outcome.NOT_ADOPTED),
        ("Decision of Chair Sustained", Outcome.ADOPTED),
        ("Point of Order Not Sustained", Outcome.NOT_ADOPTED),
        ("Not Guilty", Outcome.NOT_ADOPTED),
        ("Guilty", Outcome.ADOPTED),
        ("Johnson (LA)", Outcome.UNKNOWN),
    ],
)
def test_a_result_in_words_becomes_an_outcome(result: str, expected: Outcome) -> None:
    assert outcome(result) is expected


def test_unvotes_becomes_the_assemblys_roll_calls(tmp_path: Path, run_import: Import) -> None:
    assert run_import(*write_all(tmp_path, UNVOTES))[0] == 0
    record = open_record()
    first, second = record.vote_events("unga-roll-calls")
    assert (first.kind, second.kind) == (Kind.AMENDMENT, Kind.PART)
    assert (first.title, second.title) == ("AMENDMENTS, RULES", "A paragraph")
    # Absent states are not listed, so that how many took no part is not known.
    assert (first.tally, first.not_voting, first.members, first.votes_known) == ("1-1-1", None, None, False)
    assert record.votes(first.id) == {"SUN": Option.NO, "USA": Option.YES, "YEM": Option.ABSTAIN}


def test_namibias_code_is_told_from_rs_word_for_no_code_and_russia_from_the_soviet_union(
    tmp_path: Path, run_import: Import
) -> None:
    run_import(*write_all(tmp_path, UNVOTES))
    assert set(open_record().votes("unga-roll-calls/9001")) == {"NAM", "RUS", "DEU"}


def test_dataverse_lists_absent_states_and_those_that_were_no_members(tmp_path: Path, run_import: Import) -> None:
    assert run_import(write(tmp_path, "UNVotes.csv", DATAVERSE))[0] == 0
    record = open_record()
    (event,) = record.vote_events("unga-roll-calls")
    assert (event.tally, event.not_voting, event.members) == ("1-1-1", 1, 4)
    assert set(record.votes(event.id)) == {"USA", "SUN", "GBR", "FRA"}


def test_the_assemblys_own_record_is_left_alone(tmp_path: Path, run_import: Import) -> None:
    before = open_record().vote_events("unga")
    run_import(*write_all(tmp_path, UNVOTES))
    assert open_record().vote_events("unga") == before
