"""The Council's and the Assembly's decision rules, as the Charter and the rules of procedure have them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.model import Kind, Modality, Option, Outcome
from onrecord.rules import RuleError, decide, decision_rule, in_words, outcome, outcome_of_counts, rule_of

from .builders import council, vote_event

LONG_AGO, TODAY = date(1960, 1, 1), date(2025, 1, 1)
PERMANENT = ("CHN", "FRA", "RUS", "GBR", "USA")


@pytest.mark.parametrize(
    ("on", "size", "needed"),
    [(date(1946, 1, 17), 11, 7), (date(1965, 12, 31), 11, 7), (date(1966, 1, 1), 15, 9), (date(2026, 1, 1), 15, 9)],
)
def test_council_grew_from_eleven_with_seven_votes_to_fifteen_with_nine(on: date, size: int, needed: int) -> None:
    for kind in (Kind.RESOLUTION, Kind.PROCEDURAL):
        rule = decision_rule("unsc", on, kind)
        assert (rule.size, rule.affirmative_votes_needed) == (size, needed)


@pytest.mark.parametrize(("on", "seat"), [(date(1991, 12, 23), "SUN"), (date(1991, 12, 24), "RUS")])
def test_russia_continues_the_soviet_union_s_permanent_seat(on: date, seat: str) -> None:
    assert set(decision_rule("unsc", on).veto_holders) == {"CHN", "FRA", "GBR", "USA", seat}


def test_there_is_no_rule_before_the_council_met() -> None:
    with pytest.raises(
        RuleError, match="unsc has no rule for 1945-12-31; it has one for 1946-01-17 to 1965-12-31, 1966-01-01"
    ):
        decision_rule("unsc", date(1945, 12, 31))


def test_unknown_bodies_and_matters_are_named() -> None:
    with pytest.raises(RuleError, match=r"no body or rule 'unsk'; shipped are .*unsc"):
        decision_rule("unsk", TODAY)
    with pytest.raises(RuleError, match="unsc has no rule for 'budget'; it has substantive, procedural"):
        decision_rule("unsc", TODAY, "budget")


@pytest.mark.parametrize(
    ("on", "no", "abstain", "absent", "kind", "expected", "blocking"),
    [
        (TODAY, ("USA",), (), (), Kind.DRAFT, Outcome.VETOED, ("USA",)),
        (TODAY, ("RUS", "CHN"), (), (), Kind.DRAFT, Outcome.VETOED, ("CHN", "RUS")),
        (TODAY, (), ("RUS", "CHN"), (), Kind.DRAFT, Outcome.ADOPTED, ()),
        (TODAY, (), (), ("CHN",), Kind.DRAFT, Outcome.ADOPTED, ()),
        (TODAY, ("USA",), (), (), Kind.PROCEDURAL, Outcome.ADOPTED, ()),
        (TODAY, ("E1", "E2", "E3", "E4", "E5", "E6"), (), (), Kind.DRAFT, Outcome.ADOPTED, ()),
        (TODAY, ("USA",), ("E1", "E2", "E3", "E4", "E5", "E6"), (), Kind.DRAFT, Outcome.NOT_ADOPTED, ()),
        (LONG_AGO, ("SUN",), (), (), Kind.DRAFT, Outcome.VETOED, ("SUN",)),
        (LONG_AGO, (), (), ("SUN",), Kind.DRAFT, Outcome.ADOPTED, ()),
        (LONG_AGO, ("E1", "E2"), ("E3", "E4"), (), Kind.DRAFT, Outcome.ADOPTED, ()),
        (LONG_AGO, ("SUN", "E1"), ("E3", "E4", "E5"), (), Kind.DRAFT, Outcome.NOT_ADOPTED, ()),
    ],
)
def test_outcome_of_a_council_vote(
    on: date,
    no: tuple[str, ...],
    abstain: tuple[str, ...],
    absent: tuple[str, ...],
    kind: Kind,
    expected: Outcome,
    blocking: tuple[str, ...],
) -> None:
    decision = outcome(decision_rule("unsc", on, kind), council(on, no=no, abstain=abstain, absent=absent))
    assert (decision.outcome, decision.blocking) == (expected, blocking)


SIX = ("E1", "E2", "E3", "E4", "E5", "E6")
NEEDED = "votes in favour, where 9 were needed"


@pytest.mark.parametrize(
    ("no", "abstain", "kind", "reason"),
    [
        ((), ("RUS",), Kind.DRAFT, f"Adopted with 14 {NEEDED}, and no permanent member voted against it."),
        (
            ("USA",),
            (),
            Kind.DRAFT,
            f"Vetoed: it had 14 {NEEDED}, but a permanent member voted against it (United States).",
        ),
        (
            ("CHN", "RUS"),
            (),
            Kind.DRAFT,
            f"Vetoed: it had 13 {NEEDED}, but two permanent members voted against it (China and Russia).",
        ),
        (
            ("USA",),
            SIX,
            Kind.DRAFT,
            f"Not adopted: 8 {NEEDED}; the vote against by a permanent member (United States) blocked nothing, "
            "since the majority was missing anyway.",
        ),
        ((), (*SIX, "E7"), Kind.DRAFT, f"Not adopted: 8 {NEEDED}."),
        (("RUS",), (), Kind.PROCEDURAL, f"Adopted with 14 {NEEDED}, on a procedural matter, where there is no veto."),
    ],
)
def test_the_reason_says_what_decided(no: tuple[str, ...], abstain: tuple[str, ...], kind: Kind, reason: str) -> None:
    names = {"USA": "United States", "CHN": "China", "RUS": "Russia"}
    decision = outcome(decision_rule("unsc", TODAY, kind), council(TODAY, no=no, abstain=abstain), names)
    assert decision.reason == reason


def test_a_permanent_member_s_no_short_of_the_majority_is_no_veto() -> None:
    votes = council(TODAY, no=("USA",), abstain=("E1", "E2", "E3", "E4", "E5", "E6"))
    decision = outcome(decision_rule("unsc", TODAY), votes)
    assert (decision.outcome, decision.blocking, decision.unheeded) == (Outcome.NOT_ADOPTED, (), ("USA",))


@given(st.lists(st.sampled_from(list(Option)), min_size=15, max_size=15))
def test_counts_with_the_vetoing_members_decide_as_the_votes_do(options: list[Option]) -> None:
    rule = decision_rule("unsc", TODAY)
    votes = dict(zip(council(TODAY), options, strict=True))
    against = [member for member in PERMANENT if votes[member] is Option.NO]
    counts = [options.count(option) for option in (Option.YES, Option.NO, Option.ABSTAIN, Option.NOT_VOTING)]
    from_votes, from_counts = outcome(rule, votes), outcome_of_counts(rule, *counts, against)
    assert (from_counts.outcome, from_counts.reason) == (from_votes.outcome, from_votes.reason)


@given(st.lists(st.sampled_from(list(Option)), min_size=15, max_size=15), st.integers(0, 14))
def test_a_member_that_turns_to_yes_never_loses_what_was_carried(options: list[Option], turned: int) -> None:
    rule = decision_rule("unsc", TODAY)
    votes = dict(zip(council(TODAY), options, strict=True))
    if outcome(rule, votes).outcome is Outcome.ADOPTED:
        votes[list(votes)[turned]] = Option.YES
        assert outcome(rule, votes).outcome is Outcome.ADOPTED


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "matter", "expected"),
    [
        (2, 1, 100, None, Outcome.ADOPTED),
        (50, 50, 20, None, Outcome.NOT_ADOPTED),
        (66, 34, 0, "important question", Outcome.NOT_ADOPTED),
        (66, 33, 90, "important question", Outcome.ADOPTED),
        (0, 0, 120, None, Outcome.NOT_ADOPTED),
    ],
)
def test_the_assembly_counts_only_members_present_and_voting(
    yes: int, no: int, abstain: int, matter: str | None, expected: Outcome
) -> None:
    assert outcome_of_counts(decision_rule("unga", TODAY, matter), yes, no, abstain).outcome is expected


def test_an_emergency_special_session_is_called_over_a_permanent_member_s_no() -> None:
    event = vote_event("S/RES/2623", date(2022, 2, 27), Kind.RESOLUTION, resolution="S/RES/2623")
    votes = council(event.date, no=("RUS",), abstain=("CHN", "E1", "E2"))
    decision = decide(rule_of(event), event, votes)
    assert decision is not None
    assert decision.outcome is Outcome.ADOPTED


def test_a_decision_without_a_vote_needs_no_counting() -> None:
    event = vote_event("S/RES/1", date(1946, 1, 25), Kind.RESOLUTION, modality=Modality.WITHOUT_VOTE)
    decision = decide(rule_of(event), event, {})
    assert decision is not None
    assert (decision.outcome, decision.reason) == (Outcome.ADOPTED, "Adopted without a vote.")


def test_a_vote_without_counts_is_left_undecided() -> None:
    event = vote_event("S/PV.1@1946-02-16", date(1946, 2, 16), Kind.DRAFT, yes=None)
    assert decide(rule_of(event), event, {}) is None


def test_the_rule_in_words() -> None:
    assert in_words(decision_rule("unsc", TODAY), {"GBR": "United Kingdom"}) == (
        "A proposal is carried when at least 9 of the 15 members vote in favour. One vote against by a permanent "
        "member (CHN, FRA, RUS, United Kingdom, USA) stops it. Abstaining or staying away has the effect of not "
        "voting in favour; a permanent member that abstains or does not take part stops nothing."
    )
    assert in_words(decision_rule("unga", TODAY, "important question")) == (
        "A proposal is carried when at least two thirds of the members present and voting vote in favour. "
        "Members that abstain or are absent are not counted."
    )


def test_every_rule_names_its_authority() -> None:
    for body in ("unsc", "unga"):
        assert "Charter" in " ".join(decision_rule(body, TODAY).references)
    assert any("1991 A (XVIII)" in reference for reference in decision_rule("unsc", TODAY).references)
    assert not any("1991 A (XVIII)" in reference for reference in decision_rule("unsc", LONG_AGO).references)
