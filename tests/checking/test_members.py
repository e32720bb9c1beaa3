"""Which states are meant on the day of a vote."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.checking.check import Checker
from onrecord.checking.docket import Docket, at_date
from onrecord.checking.members import code_on, codes_on, in_region, region
from onrecord.reading.claims.vote import Members, Named

RAMADAN = date(2024, 3, 25)
"""Resolution 2728: Algeria, Ecuador, Guyana, Japan, Malta, Mozambique, the Republic of Korea, Sierra Leone, Slovenia
and Switzerland sat beside the permanent five."""
KUWAIT = date(1990, 8, 2)
"""Resolution 660: Canada, Colombia, Cuba, Ethiopia, Finland, Côte d'Ivoire, Malaysia, Romania, Yemen and Zaire."""
IDLIB = date(2020, 7, 7)
SUEZ = date(1956, 10, 30)
PERMANENT = "CHN FRA GBR RUS USA"


def named(checker: Checker, *names: str) -> tuple[Named, ...]:
    return tuple(Named(name, tuple(a for a in checker.record.aliases if a.alias == name)) for name in names)


def codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Names


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [
        ("Washington", RAMADAN, "USA"),
        ("Moscow", RAMADAN, "RUS"),
        ("Moscow", KUWAIT, "SUN"),
        ("Russia", date(1991, 12, 24), "SUN"),
        ("Russia", date(1991, 12, 25), "RUS"),
        ("Biden administration", RAMADAN, "USA"),
        ("Zaire", KUWAIT, "COD"),
        ("London", RAMADAN, "GBR"),
        ("Beijing", RAMADAN, "CHN"),
    ],
)
def test_a_name_means_the_state_that_bore_it_or_was_governed_from_it_that_day(
    checker: Checker, name: str, on: date, code: str
) -> None:
    assert code_on(named(checker, name)[0], on) == code


def test_a_name_that_the_record_does_not_know_means_nobody(checker: Checker) -> None:
    assert code_on(Named("Ruritania", ()), RAMADAN) is None


@pytest.mark.parametrize(("on", "code"), [(KUWAIT, "YEM"), (date(2024, 1, 1), "YEM")])
def test_of_two_states_of_one_name_the_one_that_sits_is_meant(
    checker: Checker, council: Docket, on: date, code: str
) -> None:
    assert code_on(named(checker, "Yemen")[0], on, council.seats(on)) == code


@pytest.mark.parametrize(
    ("code", "on", "seat"),
    [("RUS", KUWAIT, "SUN"), ("SUN", RAMADAN, "RUS"), ("RUS", None, "RUS"), ("USA", KUWAIT, "USA")],
)
def test_the_soviet_seat_and_russias_are_one(code: str, on: date | None, seat: str) -> None:
    assert at_date(code, on) == seat


# Groups and regions


@pytest.mark.parametrize(
    ("group", "on", "expected"),
    [
        ("GROUP:P5", RAMADAN, PERMANENT),
        ("GROUP:P5", KUWAIT, "CHN FRA GBR SUN USA"),
        ("GROUP:E10", RAMADAN, "CHE DZA ECU GUY JPN KOR MLT MOZ SLE SVN"),
        ("GROUP:A3", RAMADAN, "DZA MOZ SLE"),
        ("GROUP:A3+", RAMADAN, "DZA GUY MOZ SLE"),
        ("GROUP:A3+1", IDLIB, "NER TUN VCT ZAF"),
        ("GROUP:A3+1", KUWAIT, "CIV COD ETH"),
        ("GROUP:ARAB", RAMADAN, "DZA"),
        ("GROUP:P3", RAMADAN, "FRA GBR USA"),
    ],
)
def test_a_group_means_its_members_that_sit_that_day(council: Docket, group: str, on: date, expected: str) -> None:
    assert codes_on(Members(groups=(group,)), council, on) == codes(expected)


def test_a_group_that_the_record_does_not_know_cannot_be_told(council: Docket) -> None:
    assert codes_on(Members(groups=("GROUP:FRIENDS",)), council, RAMADAN) is None


@pytest.mark.parametrize(
    ("adjective", "on", "expected"),
    [
        ("African", RAMADAN, "DZA MOZ SLE"),
        ("African", KUWAIT, "CIV COD ETH"),
        ("permanent", RAMADAN, PERMANENT),
        ("elected", KUWAIT, "CAN CIV COD COL CUB ETH FIN MYS ROU YEM"),
        ("non-permanent", SUEZ, "AUS BEL CUB IRN PER YUG"),
        ("European", RAMADAN, "CHE FRA GBR MLT SVN"),
        ("EU", RAMADAN, "FRA MLT SVN"),
        ("EU", date(2019, 6, 1), "BEL DEU FRA GBR POL"),
        ("Arabs", KUWAIT, "YEM"),
        ("Latin American", KUWAIT, "COL CUB"),
    ],
)
def test_an_adjective_means_the_members_of_that_kind_that_sit(
    council: Docket, adjective: str, on: date, expected: str
) -> None:
    assert in_region(adjective, council, on) == codes(expected)


@pytest.mark.parametrize(
    ("adjective", "on", "expected"),
    [
        ("Common Market", date(1975, 11, 10), "BEL DEU DNK FRA GBR IRL ITA LUX NLD"),
        ("Nordic", date(1975, 11, 10), "DNK FIN ISL NOR SWE"),
        ("GROUP:BRICS", date(2014, 3, 27), "BRA CHN IND RUS ZAF"),
    ],
)
def test_in_the_assembly_an_adjective_means_all_members_of_that_kind(
    assembly: Docket, adjective: str, on: date, expected: str
) -> None:
    assert in_region(adjective, assembly, on) == codes(expected)


def test_a_region_not_known_in_full_is_left_open_in_the_assembly(assembly: Docket) -> None:
    assert in_region("European", assembly, RAMADAN) is None


def test_an_adjective_of_no_region_means_nobody(council: Docket) -> None:
    assert in_region("hesitant", council, RAMADAN) is None


def test_a_region_is_known_apart_from_who_sits() -> None:
    assert {"DNK", "NOR", "SWE"} <= region("Nordic") == region("Nordics")
    assert region("hesitant") == frozenset()


# Numbers and rests


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (Members(adjective="African", quantity=3), "DZA MOZ SLE"),
        (Members(adjective="African", quantity=4), None),
        (Members(everyone=True, quantity=15), f"{PERMANENT} CHE DZA ECU GUY JPN KOR MLT MOZ SLE SVN"),
        (Members(everyone=True, quantity=14), None),
        (Members(), None),
    ],
)
def test_a_number_that_is_not_theirs_leaves_it_open_who_is_meant(
    council: Docket, members: Members, expected: str | None
) -> None:
    assert codes_on(members, council, RAMADAN) == (codes(expected) if expected else None)


@pytest.mark.parametrize(
    ("quantity", "mentioned", "count"), [(14, "USA", 14), (None, "USA CHN", 13), (13, "USA", None), (14, "", None)]
)
def test_the_others_are_all_but_those_spoken_of(
    council: Docket, quantity: int | None, mentioned: str, count: int | None
) -> None:
    found = codes_on(Members(others=True, quantity=quantity), council, RAMADAN, codes(mentioned))
    assert (found is None) == (count is None)
    if found is not None:
        assert len(found) == count
        assert not found & codes(mentioned)


def test_whom_all_but_leaves_out_is_not_among_them(checker: Checker, council: Docket) -> None:
    everyone_else = codes_on(Members(everyone=True, but=named(checker, "Russia")), council, RAMADAN)
    assert everyone_else == codes("CHN FRA GBR USA CHE DZA ECU GUY JPN KOR MLT MOZ SLE SVN")


def test_one_name_that_cannot_be_told_makes_the_whole_list_unknown(checker: Checker, council: Docket) -> None:
    members = Members(named=(*named(checker, "France"), Named("Ruritania", ())))
    assert codes_on(members, council, RAMADAN) is None


def test_every_day_has_all_its_seats_taken(council: Docket) -> None:
    for event in council.events:
        assert event.members is None or len(council.seats(event.date)) <= (11 if event.date.year < 1966 else 15)
