"""Recorded votes under another rule: both ways, by whom, and what nobody can know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import onrecord
from onrecord.record.model import Certainty, Kind, Modality, Option, Outcome, VoteEvent
from onrecord.record.store import Record
from onrecord.rules import RuleError
from onrecord.scenarios import Change, Flip, ballots, replay, replay_ballots

PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
ELECTED = tuple(f"E{number}" for number in range(1, 11))


@cache
def record() -> Record:
    return onrecord.open()


def vote(
    outcome: Outcome,
    no: tuple[str, ...] = (),
    abstain: tuple[str, ...] = (),
    vetoed_by: tuple[str, ...] = (),
    on: date = date(2024, 5, 1),
) -> tuple[VoteEvent, Mapping[str, Option]]:
    votes = dict.fromkeys((*PERMANENT, *ELECTED), Option.YES)
    votes |= dict.fromkeys(no, Option.NO) | dict.fromkeys(abstain, Option.ABSTAIN)
    event = VoteEvent(
        id="S/2024/1@2024-05-01", body="unsc", date=on, order=1, outcome=outcome, kind=Kind.DRAFT,
        modality=Modality.VOTE, resolution=None, draft="S/2024/1", meeting=None, title="A draft", agenda_item=None,
        yes=15 - len(no) - len(abstain), no=len(no), abstain=len(abstain), not_voting=0, members=15, votes_known=True,
        vetoed_by=vetoed_by, certainty=Certainty.CONFIRMED, sources=(),
    )  # fmt: skip
    return event, votes


def flip(
    rule: str,
    drawn: tuple[VoteEvent, Mapping[str, Option]],
    estimates: Mapping[str, Mapping[str, Option]] | None = None,
) -> Flip | None:
    event, votes = drawn
    found = replay_ballots(record(), rule, ballots([event], {event.id: votes}), estimates=estimates)
    return found.flips[0] if found.flips else None


FAILED = vote(Outcome.VETOED, no=("USA",), vetoed_by=("USA",))
FAILED_TWICE = vote(Outcome.VETOED, no=("CHN", "RUS"), vetoed_by=("CHN", "RUS"))
SHORT = vote(Outcome.NOT_ADOPTED, no=("USA",), abstain=ELECTED[:6])
CARRIED = vote(Outcome.ADOPTED)
NARROW = vote(Outcome.ADOPTED, abstain=("CHN", "RUS", *ELECTED[:4]))


@pytest.mark.parametrize(
    ("rule", "drawn", "change", "by"),
    [
        ("no-veto", FAILED, Change.CARRIED, ("USA",)),
        ("no-veto", FAILED_TWICE, Change.CARRIED, ("CHN", "RUS")),
        ("no-veto", SHORT, None, None),
        ("no-veto", CARRIED, None, None),
        ("two-vetoes", FAILED, Change.CARRIED, ("USA",)),
        ("two-vetoes", FAILED_TWICE, None, None),
        ("unsc", FAILED, None, None),
        # Ten more seats: fifteen known votes in favour carry it whatever the ten do, nine leave it open.
        ("g4", CARRIED, None, None),
        ("g4", NARROW, Change.OPEN, ()),
        ("g4", FAILED, None, None),
        # Six more vetoes: what was carried rests on states that did not sit; what was vetoed stays so.
        ("ezulwini", CARRIED, Change.OPEN, ()),
        ("ezulwini", FAILED, None, None),
        ("uniting-for-consensus", CARRIED, None, None),
        ("intermediate", NARROW, Change.OPEN, ()),
    ],
)
def test_what_flips_and_by_whom(
    rule: str,
    drawn: tuple[VoteEvent, Mapping[str, Option]],
    change: Change | None,
    by: tuple[str, ...] | None,
) -> None:
    found = flip(rule, drawn)
    assert (found.change if found else None, found.by if found else None) == (change, by)


def test_a_higher_bar_lets_adopted_texts_fail(tmp_path: Path) -> None:
    path = tmp_path / "twelve.yml"
    path.write_text(
        "id: twelve\nname: Twelve\namends: unsc\nmatters:\n  substantive:\n"
        "    carried_by: {at_least: {1946-01-17: 9, 1966-01-01: 12}}\n",
        encoding="utf-8",
    )
    found = flip(str(path), NARROW)
    assert found is not None
    assert (found.change, found.becomes, found.by) == (Change.LOST, Outcome.NOT_ADOPTED, ("CHN", "RUS", *ELECTED[:4]))
    assert found.reason == "Not adopted: 9 votes in favour, where 12 were needed."


def test_estimates_settle_what_is_open_and_are_marked() -> None:
    event, _ = NARROW
    states = [f"X{number}" for number in range(10)]
    in_favour = {event.id: dict.fromkeys(states, Option.YES)}
    against = {event.id: dict.fromkeys(states, Option.NO)}
    assert flip("g4", NARROW, in_favour) is None
    found = flip("g4", NARROW, against)
    assert found is not None
    assert (found.change, found.estimated) == (Change.LOST, True)


def test_recorded_votes_are_never_overridden_by_estimates() -> None:
    event, _ = CARRIED
    estimates = {event.id: {"USA": Option.NO, **{f"X{number}": Option.YES for number in range(10)}}}
    assert flip("g4", CARRIED, estimates) is None


def test_a_vote_known_by_its_counts_alone_is_decided_from_them() -> None:
    event, _ = FAILED
    found = replay_ballots(record(), "no-veto", ballots([event], {}))
    assert [own.by for own in found.flips] == [("USA",)]


def test_votes_that_are_alike_are_decided_by_the_rule_of_their_day(tmp_path: Path) -> None:
    path = tmp_path / "dated.yml"
    path.write_text(
        "id: dated\nname: Dated\namends: unsc\nmatters:\n  substantive:\n"
        "    veto: {1946-01-17: {holders: [USA]}, 2024-06-01: ~}\n",
        encoding="utf-8",
    )
    days = [date(2024, 5, 31), date(2024, 6, 1), date(2024, 7, 1)]
    events = [replace(FAILED[0], id=str(day), date=day) for day in days]
    found = replay_ballots(record(), str(path), ballots(events, {event.id: FAILED[1] for event in events}))
    assert [own.event.date for own in found.flips] == days[1:]


def test_a_rule_that_weighs_members_knows_nothing_of_a_vote_without_a_roll_call(tmp_path: Path) -> None:
    path = tmp_path / "rich.yml"
    path.write_text(
        "id: rich\nname: Rich\nmembers: {USA: {dues: 22}, CHN: {dues: 20}}\ncarried_by: {of: dues, at_least: 22}\n",
        encoding="utf-8",
    )
    assert replay_ballots(record(), str(path), ballots([FAILED[0]], {})).not_known == 1


def test_a_vote_without_counts_is_not_decided() -> None:
    event = replace(FAILED[0], yes=None, no=None)
    found = replay_ballots(record(), "no-veto", ballots([event], {}))
    assert (found.flips, found.not_known) == ((), 1)


def test_a_decision_without_a_vote_stands() -> None:
    event = replace(CARRIED[0], modality=Modality.WITHOUT_VOTE)
    assert replay_ballots(record(), "ezulwini", ballots([event], {})).unchanged == 1


def test_a_rule_for_another_body_is_refused() -> None:
    with pytest.raises(RuleError, match="no-veto is a rule for another body than 'unga'"):
        replay(record(), "no-veto", body="unga")


def test_an_unknown_topic_is_named() -> None:
    with pytest.raises(RuleError, match=r"no topic 'gazza'; there are .*gaza-ceasefire"):
        replay(record(), "no-veto", topic="gazza")


def test_a_file_that_weighs_members_must_list_who_voted(tmp_path: Path) -> None:
    path = tmp_path / "rich.yml"
    path.write_text(
        "id: rich\nname: Rich\nmembers: {USA: {dues: 22}, CHN: {dues: 20}}\ncarried_by: {of: dues, at_least: 22}\n",
        encoding="utf-8",
    )
    with pytest.raises(RuleError, match=r"voted on .* but is not among the members of rich"):
        replay(record(), str(path), since=date(2025, 1, 1))


# On the shipped record.


def test_the_charter_s_own_rule_changes_nothing() -> None:
    found = replay(record(), "unsc")
    assert found.flips == ()
    assert found.considered == len(record().vote_events("unsc"))


def test_without_the_veto_exactly_the_vetoed_votes_are_carried() -> None:
    vetoed = {event.id for event in record().vote_events("unsc") if event.outcome is Outcome.VETOED}
    found = replay(record(), "no-veto")
    assert {own.event.id for own in found.of(Change.CARRIED)} == vetoed
    assert found.of(Change.LOST) == found.of(Change.OPEN) == ()


def test_with_two_vetoes_needed_exactly_the_lone_vetoes_fall_away() -> None:
    events = record().vote_events("unsc")
    lone = {event.id for event in events if event.outcome is Outcome.VETOED and len(event.vetoed_by) == 1}
    found = replay(record(), "two-vetoes")
    assert {own.event.id for own in found.flips} == lone
    assert all(len(own.by) == 1 for own in found.flips)


def test_restraint_touches_only_its_topics() -> None:
    topics = ("syria-war", "gaza-war-since-2023", "ukraine-war", "sudan-war-since-2023")
    within = {entry.vote_event for topic in topics for entry in record().topics[topic].entries}
    found = replay(record(), "restraint")
    assert found.flips
    assert {own.event.id for own in found.flips} <= within


def test_a_topic_and_a_time_limit_what_is_looked_at() -> None:
    found = replay(record(), "no-veto", topic="gaza-war-since-2023", since=date(2024, 1, 1), until=date(2024, 12, 31))
    assert found.considered < 20
    assert {own.event.date.year for own in found.flips} == {2024}


@pytest.mark.parametrize("rule", ["g4", "ezulwini", "uniting-for-consensus", "intermediate"])
def test_enlarged_councils_leave_open_what_nobody_knows(rule: str) -> None:
    found = replay(record(), rule)
    assert found.of(Change.OPEN)
    assert found.considered == len(found.flips) + found.unchanged + found.not_known
    # A recorded veto is a veto under all of them, so nothing is carried for certain.
    assert found.of(Change.CARRIED) == ()


def test_the_assembly_s_votes_under_two_thirds(tmp_path: Path) -> None:
    path = tmp_path / "thirds.yml"
    path.write_text(
        "id: thirds\nname: Two thirds always\namends: unga\ndefault_matter: important question\n", encoding="utf-8"
    )
    found = replay(record(), str(path), body="unga")
    assert found.of(Change.LOST)
    for own in found.of(Change.LOST):
        assert own.event.yes is not None
        assert own.event.no is not None
        assert 3 * own.event.yes < 2 * (own.event.yes + own.event.no)
