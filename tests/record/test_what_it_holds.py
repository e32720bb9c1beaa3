"""What the record holds: how many votes of which body, from when to when, and what it says it lacks."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.record.model import Certainty, Kind, Modality, Outcome
from onrecord.record.store import Record

MISSING_FROM_THE_UN_FILE = 11
AFTER_THE_LAST_COMPLETE_DAY = 8


def test_every_vote_of_the_security_council_is_in(record: Record) -> None:
    assert len(record.vote_events("unsc")) == 3_210 + AFTER_THE_LAST_COMPLETE_DAY + MISSING_FROM_THE_UN_FILE


@pytest.mark.parametrize(
    ("outcome", "count"),
    [
        (Outcome.ADOPTED, 2_817 + AFTER_THE_LAST_COMPLETE_DAY),
        (Outcome.VETOED, 270),
        (Outcome.NOT_ADOPTED, 123 + MISSING_FROM_THE_UN_FILE),
    ],
)
def test_votes_of_the_council_by_outcome(record: Record, outcome: Outcome, count: int) -> None:
    assert sum(event.outcome is outcome for event in record.vote_events("unsc")) == count


def test_the_council_s_member_votes_are_those_of_the_source(record: Record) -> None:
    votes = record.all_votes("unsc")
    laid_over = {e.id for e in record.vote_events("unsc") if e.note and "not in the UN's voting data" in e.note}
    later = {f"S/RES/{number}" for number in range(2818, 2826)}
    assert sum(len(of) for id, of in votes.items() if id not in laid_over | later) == 46_458


def test_every_resolution_of_the_assembly_is_in_and_its_recorded_votes_with_members(record: Record) -> None:
    events = record.vote_events("unga")
    recorded = [event for event in events if event.votes_known]
    # One of the 7,200 records has neither symbol nor date; it cannot be told which text it is.
    assert (len(events), len(recorded)) == (7_199, 5_539)
    assert sum(map(len, record.all_votes("unga").values())) == 917_380
    assert {event.modality for event in events if not event.votes_known} == {Modality.WITHOUT_VOTE}


def test_the_record_says_how_far_it_reaches(record: Record) -> None:
    assert dict(record.as_of) == {"unsc": date(2026, 4, 7), "unga": date(2025, 10, 29)}


def test_the_first_and_last_votes_of_the_council(record: Record) -> None:
    events = record.vote_events("unsc")
    assert (events[0].id, events[0].date) == ("S/RES/1", date(1946, 1, 25))
    assert (events[-1].id, events[-1].date) == ("S/RES/2825", date(2026, 6, 29))


def test_four_votes_of_1947_and_1948_have_no_member_votes(record: Record) -> None:
    unknown = [event.id for event in record.vote_events("unsc") if not event.votes_known and event.date.year < 1950]
    assert unknown == ["S/516@1947-08-28", "S/1148@1948-12-24", "S/1158@1948-12-27", "S/1159@1948-12-27"]
    assert all(not record.votes(id) for id in unknown)


MISSING = [
    ("oral-amendment@2024-03-25#RUS", Certainty.CONFIRMED, "3-1-11", Kind.AMENDMENT, True),
    ("oral-amendment@2025-02-24#EU-1", Certainty.SINGLE_SOURCE, "6-1-8", Kind.AMENDMENT, False),
    ("oral-amendment@2025-02-24#RUS-1", Certainty.PRESS, "?-?-?", Kind.AMENDMENT, False),
    ("procedural-motion@2025-02-24", Certainty.PRESS, "?-?-?", Kind.PROCEDURAL, False),
    ("amendment-to-S/2024/302@2024-04-24", Certainty.GENERAL_KNOWLEDGE, "7-7-1", Kind.AMENDMENT, False),
    ("oral-amendment@2024-01-10#RUS-3", Certainty.GENERAL_KNOWLEDGE, "?-?-?", Kind.AMENDMENT, False),
]


@pytest.mark.parametrize(("id", "certainty", "tally", "kind", "known"), MISSING)
def test_votes_that_no_file_holds_are_marked_by_how_sure_they_are(
    record: Record, id: str, certainty: Certainty, tally: str, kind: Kind, known: bool
) -> None:
    event = record.vote_event(id)
    assert (event.certainty, event.tally, event.kind, event.votes_known) == (certainty, tally, kind, known)


def test_where_a_report_says_that_all_others_abstained_they_are_the_members_of_that_day(record: Record) -> None:
    votes = record.votes("oral-amendment@2024-03-25#RUS")
    assert {code for code, option in votes.items() if option == "yes"} == {"CHN", "DZA", "RUS"}
    assert {code for code, option in votes.items() if option == "no"} == {"USA"}
    assert set(votes) == {seat.member for seat in record.seats("unsc", date(2024, 3, 25))}


@pytest.mark.parametrize(
    ("id", "certainty"),
    [
        ("S/RES/242", Certainty.CONFIRMED),
        ("S/RES/2803", Certainty.CONFIRMED),
        ("S/2024/173@2024-02-20", Certainty.CONFIRMED),
        ("S/PV.194@1947-08-25", Certainty.SINGLE_SOURCE),
        ("draft-RUS@2026-03-11", Certainty.PRESS),
    ],
)
def test_certainty_follows_from_the_sources_seen(record: Record, id: str, certainty: Certainty) -> None:
    assert record.vote_event(id).certainty is certainty


def test_the_assembly_s_terms_are_not_in_the_record_and_it_says_so(record: Record) -> None:
    assert record.memberships("unga") == ()
    assert "Terms of membership are not in the record" in (record.bodies["unga"].note or "")


def test_the_figures_of_every_series_are_in(record: Record) -> None:
    assert all(record.figures(series) for series in record.series)
    killed = record.figures("gaza-killed-moh")
    assert (killed[-1].end, killed[-1].value) == (date(2026, 8, 22), 73_419)


def test_a_day_without_a_report_has_no_value(record: Record) -> None:
    killed = record.figures("gaza-killed-moh")
    days = (killed[-1].end - killed[0].end).days + 1
    assert days - len(killed) == 18


def test_retroactive_additions_to_the_dead_are_marked(record: Record) -> None:
    marked = {value.end for value in record.figures("gaza-killed-moh") if value.note}
    assert {date(2025, 1, 11), date(2025, 3, 19), date(2025, 8, 3)} <= marked


@pytest.mark.parametrize(("year", "adopted", "vetoed"), [(1946, 15, 10), (1963, 8, 2), (2023, 50, 6)])
def test_yearly_counts_of_the_council_are_counted_in_the_record(
    record: Record, year: int, adopted: int, vetoed: int
) -> None:
    def value(series: str) -> float:
        return next(figure.value for figure in record.figures(series) if figure.end.year == year)

    assert (value("sc-resolutions-adopted"), value("sc-vetoed-votes")) == (adopted, vetoed)


def test_a_fiscal_year_is_named_after_the_year_it_ends_in(record: Record) -> None:
    fiscal = {figure.end.year: figure for figure in record.figures("us-military-aid-israel-fmf")}
    assert (fiscal[2019].start, fiscal[2019].end) == (date(2018, 10, 1), date(2019, 9, 30))
