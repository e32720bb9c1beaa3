"""Vote events found by symbol, day and count, and who sat and voted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from onrecord.checking.docket import Docket, latest, vetoed
from onrecord.record.model import Option


@pytest.mark.parametrize(
    ("symbol", "ids"),
    [
        ("S/RES/2728", ["S/RES/2728"]),
        ("S/2024/173", ["S/2024/173@2024-02-20"]),
        ("s/2024/173", ["S/2024/173@2024-02-20"]),
        ("S/9999/999", []),
        ("S/RES/9999", []),
    ],
)
def test_a_symbol_finds_its_votes_in_any_case(council: Docket, symbol: str, ids: list[str]) -> None:
    assert [event.id for event in council.with_symbol(symbol)] == ids


@pytest.mark.parametrize("symbol", ["S/4985", "S/4985/Rev.1", "S/4985/REV 1"])
def test_a_draft_is_found_with_and_without_its_revision_each_vote_once(council: Docket, symbol: str) -> None:
    ids = [event.id for event in council.with_symbol(symbol)]
    assert ids == ["S/4985/Rev.1@1961-11-24#1", "S/4985/Rev.1@1961-11-24#2"]


def test_no_symbol_finds_a_vote_twice(council: Docket) -> None:
    for event in council.events:
        ids = [found.id for found in council.with_symbol(event.id.partition("@")[0])]
        assert event.id in ids
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("symbol", ["A/RES/3379(XXX)", "A/RES/3379 (XXX)", "A/RES/3379"])
def test_the_assemblys_session_in_brackets_may_be_left_out(dockets: Mapping[str, Docket], symbol: str) -> None:
    assert [event.id for event in dockets["unga"].with_symbol(symbol)] == ["A/RES/3379(XXX)"]


@pytest.mark.parametrize(
    ("start", "end", "ids"),
    [
        (
            date(2023, 10, 18),
            date(2023, 10, 18),
            ["S/2023/775@2023-10-18", "S/2023/776@2023-10-18", "S/2023/773@2023-10-18"],
        ),
        (
            date(2024, 3, 25),
            date(2024, 3, 28),
            ["oral-amendment@2024-03-25#RUS", "S/RES/2728", "S/2024/255@2024-03-28"],
        ),
        (date(2024, 3, 23), date(2024, 3, 24), []),
    ],
)
def test_first_and_last_day_are_included_and_votes_keep_their_order(
    council: Docket, start: date, end: date, ids: list[str]
) -> None:
    assert [event.id for event in council.between(start, end)] == ids


def test_a_stretch_may_be_open_at_either_end(council: Docket) -> None:
    day = date(2000, 1, 1)
    assert [*council.between(None, day), *council.between(day, None)] == council.events


def test_a_count_finds_every_vote_that_had_it(council: Docket) -> None:
    fourteen_to_one = council.by_tally[14, 1, 0]
    assert "S/2025/353@2025-06-04" in {event.id for event in fourteen_to_one}
    assert {event.tally for event in fourteen_to_one} == {"14-1-0"}


@pytest.mark.parametrize(
    ("event", "member", "option"),
    [
        ("S/2025/353@2025-06-04", "USA", Option.NO),
        ("S/RES/2803", "RUS", Option.ABSTAIN),
        ("S/RES/344", "CHN", Option.NOT_VOTING),
        ("S/RES/83", "SUN", Option.NOT_VOTING),
    ],
)
def test_it_knows_who_voted_how(council: Docket, event: str, member: str, option: Option) -> None:
    assert council.votes(council.by_id[event])[member] is option


def test_the_assemblys_votes_are_known_too(dockets: Mapping[str, Docket]) -> None:
    assembly = dockets["unga"]
    votes = assembly.votes(assembly.by_id["A/RES/ES-11/1"])
    assert votes["RUS"] is Option.NO
    assert sum(option is Option.YES for option in votes.values()) == 141


@pytest.mark.parametrize(
    ("event", "days"),
    [
        ("S/RES/2728", [date(2024, 3, 25)]),
        ("S/1653@1950-09-05", [date(1950, 9, 5), date(1950, 9, 6)]),
        ("S/RES/143", [date(1960, 7, 14), date(1960, 7, 13), date(1960, 7, 17)]),
    ],
)
def test_a_vote_has_the_days_that_unreconciled_sources_give_its_own_first(
    council: Docket, event: str, days: list[date]
) -> None:
    assert list(council.days(council.by_id[event])) == days


def test_seats_change_with_the_year(council: Docket) -> None:
    last, first = council.seats(date(2023, 12, 31)), council.seats(date(2024, 1, 1))
    assert set(last) - set(first) == {"ALB", "ARE", "BRA", "GAB", "GHA"}
    assert set(first) - set(last) == {"DZA", "GUY", "KOR", "SLE", "SVN"}
    assert {code for code, seat in first.items() if seat.kind == "permanent"} == {"CHN", "FRA", "GBR", "RUS", "USA"}


def test_the_latest_of_several_votes_of_a_day_is_the_one_taken_last(council: Docket) -> None:
    day = council.between(date(2023, 10, 18), date(2023, 10, 18))
    last = latest(reversed(day))
    assert last is not None
    assert last.id == "S/2023/773@2023-10-18"
    assert [vetoed(event) for event in day] == [False, False, True]
    assert latest([]) is None


def test_events_and_their_subjects_stand_in_the_same_order(dockets: Mapping[str, Docket]) -> None:
    for docket in dockets.values():
        assert docket.subjects.ids == [event.id for event in docket.events]
        assert [docket.places[event.id] for event in docket.events] == list(range(len(docket.events)))
