"""How the record is asked: by id, symbol, meeting, day; and what it answers where nothing fits."""

from __future__ import annotations

from datetime import date

import pytest

import onrecord
from onrecord.errors import RecordError
from onrecord.record.model import Option, Outcome
from onrecord.record.roll_calls import roll_call
from onrecord.record.searching import Search
from onrecord.record.store import Record


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("S/RES/2803", ["S/RES/2803"]),
        ("s/res/2803", ["S/RES/2803"]),
        ("S/RES/2803 (2025)", ["S/RES/2803"]),
        ("2803", ["S/RES/2803"]),
        ("Resolution 242 (1967)", ["S/RES/242"]),
        ("S/2024/173", ["S/2024/173@2024-02-20"]),
        ("S/2025/748", ["S/RES/2803"]),
        ("S/2025/353@2025-06-04", ["S/2025/353@2025-06-04"]),
        ("S/PV.9929", ["S/2025/353@2025-06-04"]),
        ("2024-02-20", ["S/2024/173@2024-02-20"]),
        ("A/RES/3379 (XXX)", ["A/RES/3379(XXX)"]),
        ("S/RES/9999", []),
        ("2024-02-21", []),
        ("", []),
    ],
)
def test_find(record: Record, query: str, ids: list[str]) -> None:
    assert [event.id for event in record.find(query)] == ids


def test_a_symbol_finds_every_vote_taken_under_it(record: Record) -> None:
    assert len(record.find("S/PV.57")) > 1


def test_a_day_finds_the_council_s_votes_and_the_assembly_s(record: Record) -> None:
    bodies = [event.body for event in record.find("2023-12-22")]
    assert set(bodies) == {"unsc", "unga"}
    assert bodies == sorted(bodies, reverse=True)


@pytest.mark.parametrize("query", ["2023-13-45", "2023-02-30"])
def test_a_day_that_is_none_is_refused(record: Record, query: str) -> None:
    with pytest.raises(RecordError, match="no day of the calendar"):
        record.find(query)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("S/RES/3000", "its last resolution is S/RES/2825"),
        ("resolution 3000", "its last resolution is S/RES/2825"),
        ("2024-02-21", "nearest days with votes are 2024-02-20 and 2024-03-08"),
        ("S/2024/174", "near it: "),
    ],
)
def test_what_is_not_there_is_answered_with_what_is_near(record: Record, query: str, said: str) -> None:
    assert said in str(record.not_found(query))


def test_an_exact_id_or_an_error(record: Record) -> None:
    assert record.vote_event("S/RES/2803").date == date(2025, 11, 17)
    with pytest.raises(RecordError):
        record.vote_event("S/2024/173")


def test_votes_of_one_event_are_the_same_asked_alone_and_all_at_once(record: Record) -> None:
    alone = Record(record._layers).votes("A/RES/68/262")
    assert alone == record.all_votes("unga")["A/RES/68/262"]
    assert alone["UKR"] is Option.YES


@pytest.mark.parametrize("body", ["unsc", "unga"])
def test_a_roll_call_says_what_its_vote_event_and_the_table_of_votes_say(record: Record, body: str) -> None:
    rows = record.sql(f"select vote_event, member, option from votes where vote_event in "
                      f"(select id from vote_events where body = '{body}') order by all").fetchall()  # fmt: skip
    cast: dict[str, dict[str, Option]] = {}
    for vote_event, member, option in rows:
        cast.setdefault(vote_event, {})[member] = Option(option)
    expected = [roll_call(event, cast.get(event.id, {})) for event in record.vote_events(body)]
    assert list(record.roll_calls(body)) == expected
    assert all(list(call.votes) == sorted(call.votes) for call in record.roll_calls(body))


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda record: record.vote_events("hrc"), "no body 'hrc'"),
        (lambda record: record.figures("rainfall"), "no figure series 'rainfall'"),
        (lambda record: record.table("secrets"), "no table 'secrets'"),
        (lambda record: record.search(Search(topic="weather")), "no topic 'weather'"),
        (lambda record: record.search(Search(vetoed_by=("ATL",))), "no member 'ATL'"),
    ],
)
def test_unknown_names_are_refused(record: Record, ask: object, said: str) -> None:
    with pytest.raises(RecordError, match=said):
        ask(record)  # type: ignore[operator]


def test_the_package_opens_the_record() -> None:
    assert onrecord.open().vote_event("S/RES/242").outcome is Outcome.ADOPTED


def test_tables_come_as_arrow_pandas_and_polars(record: Record) -> None:
    pytest.importorskip("pyarrow")
    votes = record.table("votes")
    assert votes.columns == ["vote_event", "member", "option"]
    assert len(record.table("bodies").df()) == 2
    assert record.table("bodies").pl().shape[0] == 2
    assert record.search(Search(vetoed_by=("FRA",))).relation().df().shape[0] == 17


SEARCHES = [
    (Search(body="unsc", outcome=Outcome.VETOED), 270),
    (Search(vetoed_by=("USA",)), 95),
    (Search(vetoed_by=("RUS", "SUN")), 160),
    (Search(vetoed_by=("USA",), since=date(2023, 10, 7)), 8),
    (Search(vetoed_by=("FRA",), until=date(1950, 1, 1)), 1),
    (Search(topic="gaza-ceasefire"), 18),
    (Search(topic="gaza-ceasefire", outcome=Outcome.ADOPTED), 5),
    (Search(body="unsc", text="ceasefire gaza"), 3),
    (Search(body="unsc", text="CEASEFIRE gaza RAMADAN"), 1),
    (Search(text="no such words"), 0),
]


@pytest.mark.parametrize(("search", "count"), SEARCHES)
def test_search(record: Record, search: Search, count: int) -> None:
    assert len(record.search(search)) == count


def test_a_search_by_option_finds_what_the_votes_say(record: Record) -> None:
    found = record.search(Search(body="unsc", members=("CHN",), option=Option.ABSTAIN))
    votes = record.all_votes("unsc")
    expected = [e.id for e in record.vote_events("unsc") if votes.get(e.id, {}).get("CHN") is Option.ABSTAIN]
    assert [event.id for event in found] == expected


def test_with_and_against_find_members_on_opposite_sides(record: Record) -> None:
    found = {event.id for event in record.search(Search(body="unsc", with_members=("GBR",), against_members=("USA",)))}
    votes = record.all_votes("unsc")
    sides = {Option.YES, Option.NO}
    expected = {id for id, of in votes.items() if {of.get("GBR"), of.get("USA")} == sides}
    assert found == expected
    assert found


def test_words_of_a_search_are_data_not_sql(record: Record) -> None:
    assert len(record.search(Search(text="' or 1=1 --"))) == 0
