"""Given how some will vote: carried, lost or open, what is still needed, and who can decide it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.model import Option, Outcome
from onrecord.rules import decision_rule, outcome
from onrecord.scenarios import Whip, WhipError, members_on, whip

TODAY = date(2025, 1, 1)
RULE = decision_rule("unsc", TODAY)
MEMBERS = (*RULE.veto_holders, *(f"E{number}" for number in range(1, 11)))


def council(yes: str = "", no: str = "", abstain: str = "", absent: str = "", matter: str | None = None) -> Whip:
    lists = {Option.YES: yes, Option.NO: no, Option.ABSTAIN: abstain, Option.NOT_VOTING: absent}
    positions = {member: option for option, members in lists.items() for member in members.split()}
    return whip(decision_rule("unsc", TODAY, matter), MEMBERS, positions)


P5 = "CHN FRA GBR RUS USA"
SIX = "E1 E2 E3 E4 E5 E6"


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "status"),
    [
        ("", "", "", "open"),
        (f"{P5} E1 E2 E3 E4", "", "", "carried"),
        (f"{P5} E1 E2 E3", "", "", "open"),
        (SIX, "USA", "", "lost"),
        ("", "E1 E2 E3 E4", "E5 E6 E7", "lost"),
        ("", "E1 E2 E3", "E4 E5 E6", "open"),
        (f"{SIX} E7 E8 E9", "", "", "open"),
        (f"{SIX} E7 E8 E9", "", P5, "carried"),
    ],
)
def test_status(yes: str, no: str, abstain: str, status: str) -> None:
    assert council(yes, no, abstain).status == status


def test_nobody_can_veto_a_procedural_matter() -> None:
    assert council(yes=f"CHN FRA GBR RUS {SIX}", no="USA", matter="procedural").status == "carried"


def test_what_is_still_needed_and_who_must_not_oppose() -> None:
    found = council(yes="USA GBR FRA E1 E2 E3 E4", abstain="E5", no="E6")
    assert found.must_not_oppose == ("CHN", "RUS")
    assert found.ways_to_win is not None
    assert found.ways_to_win.fewest == 2
    assert sum(way.sets for way in found.ways_to_win.ways) == 15
    assert found.ways_to_block is not None
    assert [(way.size, way.parts) for way in found.ways_to_block.ways] == [(1, ((1, ("CHN", "RUS")),))]


def test_once_the_votes_are_there_only_the_permanent_members_can_still_decide() -> None:
    found = council(yes=f"{SIX} E7 E8 E9")
    assert set(found.pivotal) == set(RULE.veto_holders)
    assert found.ways_to_win is not None
    assert found.ways_to_win.fewest == 0


def test_without_the_permanent_members_against_five_short_of_nine_block_it() -> None:
    found = council(yes=P5)
    assert found.ways_to_block is not None
    assert found.ways_to_block.fewest == 7
    assert found.must_not_oppose == ()


def test_who_is_indispensable_to_what_would_pass() -> None:
    found = council(yes=f"{P5} E1 E2 E3 E4 E5")
    assert found.status == "carried"
    assert set(found.indispensable) == set(RULE.veto_holders)


def test_a_position_without_a_seat_is_named() -> None:
    with pytest.raises(WhipError, match="XXX has no seat; the members are CHN"):
        council(yes="XXX")


SMALL = {
    "veto": "members: [A, B, C, D]\ncarried_by: {at_least: 2}\nveto: {holders: [A]}",
    "voting": "members: [A, B, C, D]\ncarried_by: {more_than: 50%, among: present and voting}",
    "weights": "members: {A: {votes: 3}, B: {votes: 2}, C: {votes: 2}, D: {votes: 1}}\n"
    "carried_by: {of: votes, at_least: 5}",
    "two vetoes": "members: [A, B, C, D]\ncarried_by: {at_least: 2}\nveto: {holders: [A, B, C], needed: 2}",
}


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(list(SMALL)), st.lists(st.sampled_from([*Option, None]), min_size=4, max_size=4))
def test_against_every_way_the_undecided_can_vote(
    tmp_path_factory: pytest.TempPathFactory, name: str, options: list[Option | None]
) -> None:
    rule = decision_rule(str(_file(tmp_path_factory, name)), TODAY)
    members = tuple(rule.members)
    positions = {member: option for member, option in zip(members, options, strict=True) if option is not None}
    found = whip(rule, members, positions)

    def carried(votes: dict[str, Option]) -> bool:
        return outcome(rule, positions | votes).outcome is Outcome.ADOPTED

    ends = {
        carried(dict(zip(found.undecided, choice, strict=True)))
        for choice in product(Option, repeat=len(found.undecided))
    }
    assert found.status == ("open" if len(ends) == 2 else "carried" if ends == {True} else "lost")
    for member in found.undecided:
        others = [other for other in found.undecided if other != member]
        turned = 0
        for choice in product((Option.YES, Option.NO), repeat=len(others)):
            votes = dict(zip(others, choice, strict=True))
            turned += carried(votes | {member: Option.YES}) and not carried(votes | {member: Option.NO})
        assert found.chances is not None
        assert found.chances[member] == Fraction(turned, 2 ** len(others))


def _file(factory: pytest.TempPathFactory, name: str) -> Path:
    path = factory.getbasetemp() / f"{name.replace(' ', '-')}.yml"
    path.write_text(f"id: {path.stem}\nname: Body\n{SMALL[name]}\n", encoding="utf-8")
    return path


def test_new_seats_of_a_proposal_are_undecided_members() -> None:
    rule = decision_rule("g4", TODAY)
    members = members_on(rule, None, TODAY)
    assert len(members) == 25
    found = whip(rule, members, dict.fromkeys(RULE.veto_holders, Option.YES))
    assert found.status == "open"
    assert len(found.undecided) == 20
