"""Power with abstention as a third choice, against every division and every roll-call of small bodies."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import permutations, product
from math import factorial
from pathlib import Path

import pytest

from onrecord.power import PowerError, TernaryGame, measure_with_abstention
from onrecord.power.ternary import ternary_banzhaf, ternary_shapley_shubik
from onrecord.power.ternary_totals import (
    abstaining_is_voting_no,
    banzhaf_by_totals,
    banzhaf_of_two_choices,
    shapley_shubik_by_totals,
    shapley_shubik_of_two_choices,
)
from onrecord.record.model import Option, Outcome
from onrecord.rules import decision_rule, outcome

TODAY = date(2026, 1, 1)
CHOICES = (Option.YES, Option.ABSTAIN, Option.NO)
BODIES = {
    "a veto that abstention does not cast": "members: [A, B, C, D]\ncarried_by: {at_least: 2}\nveto: {holders: [A]}",
    "a veto that abstention casts": (
        "members: [A, B, C]\ncarried_by: {at_least: 2}\nveto: {holders: [A], abstention: blocks}"
    ),
    "two vetoes needed": "members: [A, B, C, D]\ncarried_by: {at_least: 2}\nveto: {holders: [A, B, C], needed: 2}",
    "present and voting": "members: [A, B, C, D]\ncarried_by: {more_than: 50%, among: present and voting}",
    "two thirds of those voting": "members: [A, B, C]\ncarried_by: {at_least: 2/3, among: present and voting}",
    "weights": "members: {A: {votes: 3}, B: {votes: 2}, C: {votes: 2}, D: {votes: 1}}\n"
    "carried_by: [{of: votes, at_least: 5}, {at_least: 2}]",
}


@pytest.fixture(params=BODIES)
def game(request: pytest.FixtureRequest, tmp_path: Path) -> TernaryGame:
    path = tmp_path / "body.yml"
    path.write_text(f"id: body\nname: Body\n{BODIES[request.param]}\n", encoding="utf-8")
    rule = decision_rule(str(path), TODAY)
    return TernaryGame(rule, tuple(rule.members))


def passes(game: TernaryGame, votes: dict[str, Option]) -> bool:
    return outcome(game.rule, votes).outcome is Outcome.ADOPTED


def test_banzhaf_counts_the_divisions_a_member_can_turn(game: TernaryGame) -> None:
    for player, value in zip(game.players, ternary_banzhaf(game), strict=True):
        others = [other for other in game.players if other != player]
        turned = 0
        for choices in product(CHOICES, repeat=len(others)):
            votes = dict(zip(others, choices, strict=True))
            turned += passes(game, votes | {player: Option.YES}) and not passes(game, votes | {player: Option.NO})
        assert value == Fraction(turned, 3 ** len(others))
    assert banzhaf_by_totals(game) == ternary_banzhaf(game)


def test_shapley_shubik_counts_the_roll_calls_a_member_settles(game: TernaryGame) -> None:
    pivots = dict.fromkeys(game.players, 0)
    for order in permutations(game.players):
        for choices in product(CHOICES, repeat=len(order)):
            pivots[_pivot(game, dict(zip(order, choices, strict=True)))] += 1
    every = factorial(len(game.players)) * 3 ** len(game.players)
    expected = tuple(Fraction(pivots[player], every) for player in game.players)
    assert ternary_shapley_shubik(game) == shapley_shubik_by_totals(game) == expected


def _pivot(game: TernaryGame, roll_call: dict[str, Option]) -> str:
    """The first in the roll-call after whom all the rest voting yes and all voting no come to the same."""
    called: dict[str, Option] = {}
    for player, option in roll_call.items():
        called[player] = option
        rest = [other for other in roll_call if other not in called]
        if passes(game, called | dict.fromkeys(rest, Option.YES)) == passes(
            game, called | dict.fromkeys(rest, Option.NO)
        ):
            return player
    raise AssertionError


def test_roll_call_shares_add_up(game: TernaryGame) -> None:
    assert sum(ternary_shapley_shubik(game)) == 1


def test_where_abstaining_is_voting_no_the_game_of_two_choices_tells_all(game: TernaryGame) -> None:
    alike = all(
        passes(game, dict(zip(game.players, choices, strict=True)))
        == passes(game, dict(zip(game.players, (_no_for(choice) for choice in choices), strict=True)))
        for choices in product(CHOICES, repeat=len(game.players))
    )
    assert abstaining_is_voting_no(game) == alike
    if alike:
        assert banzhaf_of_two_choices(game) == ternary_banzhaf(game)
        assert shapley_shubik_of_two_choices(game) == ternary_shapley_shubik(game)


def _no_for(choice: Option) -> Option:
    return Option.NO if choice is Option.ABSTAIN else choice


def test_the_assembly_has_power_with_abstention_too() -> None:
    rule = decision_rule("unga", TODAY)
    game = TernaryGame(rule, tuple(f"state {number}" for number in range(193)))
    power = measure_with_abstention(game)
    assert len(set(power.values["banzhaf"])) == 1
    assert set(power.values["shapley-shubik"]) == {Fraction(1, 193)}


def test_the_college_of_twenty_classes_by_totals_and_by_two_choices() -> None:
    rule = decision_rule("us-electoral-college", TODAY)
    game = TernaryGame(rule, tuple(rule.members))
    assert banzhaf_by_totals(game) == banzhaf_of_two_choices(game) == measure_with_abstention(game).values["banzhaf"]


def test_what_cannot_be_had_is_left_out_with_the_reason(tmp_path: Path) -> None:
    members = ", ".join(f"M{number}: {{votes: {3**number}}}" for number in range(18))
    path = tmp_path / "body.yml"
    carried_by = "{of: votes, more_than: 50%, among: present and voting}"
    path.write_text(f"id: body\nname: Body\nmembers: {{{members}}}\ncarried_by: {carried_by}\n", encoding="utf-8")
    rule = decision_rule(str(path), TODAY)
    game = TernaryGame(rule, tuple(rule.members))
    with pytest.raises(PowerError, match="18 classes of members can divide in 387,420,489 ways"):
        ternary_banzhaf(game)
    power = measure_with_abstention(game, ["banzhaf", "johnston"])
    assert not power.values
    assert "votes can add up in more than 300,000 ways" in power.left_out["banzhaf"]
    assert "has no form with abstention here" in power.left_out["johnston"]
