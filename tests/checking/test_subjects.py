"""What a text speaks of, and which vote events speak of the same."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from onrecord.checking.subjects import SubjectIndex
from onrecord.checking.subjects_phrases import Phrases, subject_rows
from onrecord.checking.subjects_words import fold, split
from onrecord.reading.table import rows
from onrecord.record.model import Alias, Outcome
from onrecord.record.store import Record, open_record

PREFIXES = {"act", "author", "institution", "issue", "member", "mission", "place", "war"}
WINDOW = timedelta(days=45)


@pytest.fixture(scope="module")
def record() -> Record:
    return open_record()


@pytest.fixture(scope="module")
def indexes(record: Record) -> dict[str, SubjectIndex]:
    return {body: SubjectIndex(record, body) for body in ("unsc", "unga")}


@pytest.fixture(scope="module")
def council(indexes: dict[str, SubjectIndex]) -> SubjectIndex:
    return indexes["unsc"]


# Words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Israel's settlements", ["Israel", "s", "settlements"]),
        ("the Russians’ text", ["the", "Russians", "s", "text"]),
        ("Côte d’Ivoire", ["Cote", "dIvoire"]),
        ("the U.S.-drafted text", ["the", "US", "drafted", "text"]),
        ("the United Nations force", ["the", "UN", "force"]),
        ("cross\u00adborder", ["crossborder"]),
    ],
)
def test_accents_apostrophes_dots_and_soft_hyphens_do_not_matter(text: str, words: list[str]) -> None:
    assert split(text) == words


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("vetoes", "veto"),
        ("Territories", "territory"),
        ("Cyprus", "cyprus"),
        ("crisis", "crisis"),
        ("us", "us"),
        ("Hamas", "hamas"),
    ],
)
def test_plurals_fold_and_names_in_s_do_not(word: str, folded: str) -> None:
    assert fold(word) == folded


# Phrases


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        ("the mandate in Guinea-Bissau", "member:GNB", "member:GIN"),
        ("Equatorial Guinea", "member:GNQ", "member:GIN"),
        ("Papua New Guinea", "member:PNG", "member:GIN"),
        ("piracy in the Gulf of Guinea", "place:gulf-of-guinea", "member:GIN"),
        ("West Papua", "place:west-new-guinea", "member:PNG"),
        ("the arms embargo on South Sudan", "member:SSD", "member:SDN"),
        ("fighting in Sudan", "member:SDN", "member:SSD"),
        ("North Korea's missiles", "member:PRK", "member:KOR"),
        ("troops to South Korea", "member:KOR", "member:PRK"),
        ("the Democratic Republic of the Congo", "member:COD", "member:COG"),
        ("Congo-Brazzaville", "member:COG", "member:COD"),
        ("the West Bank", "place:west-bank", "bank"),
        ("Northern Ireland", "place:northern-ireland", "member:IRL"),
        ("the Jordan Valley", "place:jordan-valley", "member:JOR"),
        ("the Green March", "place:western-sahara", "march"),
        ("the Dominican Republic", "member:DOM", "member:DMA"),
    ],
)
def test_the_longest_name_wins(council: SubjectIndex, text: str, present: str, absent: str) -> None:
    terms = council.terms(text)
    assert present in terms
    assert absent not in terms


@pytest.mark.parametrize("text", ["talks in Geneva", "the Washington Post", "the Moscow Times", "male workers"])
def test_a_venue_or_a_newspaper_is_no_member(council: SubjectIndex, text: str) -> None:
    assert not [term for term in council.terms(text) if term.startswith("member:")]


def test_a_short_abbreviation_counts_only_in_capitals(council: SubjectIndex) -> None:
    assert "member:USA" in council.terms("the US embargo")
    assert "member:USA" not in council.terms("they told us")


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        ("the Algerian draft", "author:DZA", "member:DZA"),
        ("Malta's humanitarian text", "author:MLT", "member:MLT"),
        ("a US-drafted text", "author:USA", "member:USA"),
        ("a draft on Algeria", "member:DZA", "author:DZA"),
        ("the Algeria text", "member:DZA", "author:DZA"),
    ],
)
def test_a_members_draft_is_its_authors_and_not_about_it(
    council: SubjectIndex, text: str, present: str, absent: str
) -> None:
    terms = council.terms(text)
    assert present in terms
    assert absent not in terms


def test_a_phrase_means_what_it_meant_that_day(council: SubjectIndex) -> None:
    text = "the situation in the Republic of the Congo"
    assert council.terms(text, date(1960, 9, 17)) & {"member:COD", "member:COG"} == {"member:COD"}
    assert council.terms(text, date(2001, 1, 1)) & {"member:COD", "member:COG"} == {"member:COG"}


def test_words_of_voting_and_function_words_are_no_subject(council: SubjectIndex) -> None:
    assert council.terms("On Wednesday the Council voted to adopt the draft resolution") == frozenset()


def test_reading_is_the_same_whatever_precedes() -> None:
    phrases = Phrases([Alias("GIN", "Guinea", "short")], subject_rows())
    assert phrases.weigh("New New Guinea Guinea") == phrases.weigh("New Guinea New New Guinea")


# Relevance


def test_relevance_lies_between_nought_and_one(council: SubjectIndex) -> None:
    found = council.relevance(council.terms("the Cyprus blue helmets and the Golan observers"))
    assert found
    assert all(0 < value <= 1 for value in found.values())


def test_what_a_text_does_finds_nothing_alone(council: SubjectIndex) -> None:
    assert council.relevance(council.terms("extended the mandate")) == {}


def test_words_that_no_event_has_change_nothing(council: SubjectIndex) -> None:
    terms = council.terms("the Cyprus blue helmets")
    assert council.relevance({*terms, "flibbertigibbet"}) == council.relevance(terms)


def test_an_event_is_found_by_its_own_terms(council: SubjectIndex) -> None:
    found = council.relevance(council.subject_terms("S/2009/310@2009-06-15"))
    assert max(found, key=lambda event: found[event]) == "S/2009/310@2009-06-15"


def _queries(body: str) -> list[tuple[date, set[str], str]]:
    with Path(__file__).with_name("subjects_queries.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["body"] == body]
    return [(date.fromisoformat(row["date"]), set(row["expected"].split(" | ")), row["query"]) for row in rows]


@pytest.mark.parametrize(
    ("body", "first", "among_three", "among_five_of_year"), [("unsc", 0.95, 0.98, 0.98), ("unga", 0.95, 0.98, 0.98)]
)
def test_sentences_in_reporters_words_find_their_events(
    record: Record,
    indexes: dict[str, SubjectIndex],
    body: str,
    first: float,
    among_three: float,
    among_five_of_year: float,
) -> None:
    """The share of queries whose event ranks first, and among three, within 45 days; among five, within its year."""
    index, days = indexes[body], {event.id: event.date for event in record.vote_events(body)}
    queries = _queries(body)
    hits = [0, 0, 0]
    for on, expected, query in queries:
        found = index.relevance(index.terms(query))
        ranked = sorted(found, key=lambda event: (-found[event], event))
        near = [event for event in ranked if abs(days[event] - on) <= WINDOW]
        year = [event for event in ranked if days[event].year == on.year]
        for place, events in enumerate((near[:1], near[:3], year[:5])):
            hits[place] += not expected.isdisjoint(events)
    shares = [hit / len(queries) for hit in hits]
    assert shares[0] >= first
    assert shares[1] >= among_three
    assert shares[2] >= among_five_of_year


# Tables


def test_every_term_of_the_table_has_a_known_prefix_and_every_member_exists(record: Record) -> None:
    terms = {term for row in subject_rows() for term, _ in row.sense.terms}
    assert {term.partition(":")[0] for term in terms} <= PREFIXES
    assert {term.partition(":")[2] for term in terms if term.startswith("member:")} <= set(record.members)


def test_no_phrase_stands_twice_in_one_row() -> None:
    for row in subject_rows():
        assert len(set(row.phrases)) == len(row.phrases), row.phrases


def test_added_words_belong_to_events_that_the_record_holds(record: Record) -> None:
    known = {event.id for body in ("unsc", "unga") for event in record.vote_events(body)}
    assert {row["vote_event"] for row in rows("events_subjects.csv", "checking")} <= known


def test_every_draft_that_failed_can_be_found_by_a_subject(record: Record, council: SubjectIndex) -> None:
    failed = [e.id for e in record.vote_events("unsc") if e.outcome in (Outcome.VETOED, Outcome.NOT_ADOPTED)]
    concrete = ("member:", "place:", "mission:", "issue:", "war:", "institution:")
    assert [event for event in failed if not any(t.startswith(concrete) for t in council.subject_terms(event))] == []
