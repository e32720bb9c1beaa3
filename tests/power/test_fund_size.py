"""The Fund's Board of Governors: 190 members with five million votes, counted in two ways that share no code."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from onrecord.power import count_without_sizes, game_of, measure
from onrecord.power.indices import banzhaf, coleman_prevent
from onrecord.rules import decision_rule

from .builders import one_great_number

ON = date(2024, 2, 1)


@pytest.fixture(scope="module")
def special_majority() -> tuple[tuple[int, ...], int]:
    rule = decision_rule("imf", ON, "eighty-five per cent")
    weights = tuple(rule.weights["votes"].values())
    return weights, -(-sum(weights) * 85 // 100)


def test_banzhaf_under_eighty_five_per_cent_is_exact(special_majority: tuple[tuple[int, ...], int]) -> None:
    weights, quota = special_majority
    game = game_of(decision_rule("imf", ON, "eighty-five per cent"))
    totals = count_without_sizes(game)
    # The dual game has the same swings, mirrored, and a table a sixth as long, which keeps the reference quick.
    chosen = ("USA", "JPN", "DEU", "GBR", "BRA", "TUV")
    places = [game.players.index(member) for member in chosen]
    reference = one_great_number(weights, sum(weights) + 1 - quota, places)
    assert [totals.swings[place] for place in places] == list(reference.swings)
    assert totals.winning == (1 << len(weights)) - reference.winning


def test_the_united_states_alone_can_prevent_what_needs_eighty_five_per_cent() -> None:
    game = game_of(decision_rule("imf", ON, "eighty-five per cent"))
    totals = count_without_sizes(game)
    prevent = dict(zip(game.players, coleman_prevent(totals), strict=True))
    assert [member for member, value in prevent.items() if value == 1] == ["USA"]


def test_a_half_of_the_votes_gives_the_united_states_more_power_than_votes() -> None:
    """Leech, Voting Power in the Governance of the International Monetary Fund, Annals of Operations Research 2002."""
    rule = decision_rule("imf", ON)
    game = game_of(rule)
    votes = rule.weights["votes"]
    share = votes["USA"] / sum(votes.values())
    power = measure(game, ["banzhaf-normalised"]).values["banzhaf-normalised"]
    assert power[game.players.index("USA")] > 1.3 * share


def test_a_member_with_more_votes_never_has_less_power() -> None:
    rule = decision_rule("imf", ON, "seventy per cent")
    game = game_of(rule)
    by_votes = sorted(zip(rule.weights["votes"].values(), banzhaf(count_without_sizes(game)), strict=True))
    assert all(lighter[1] <= heavier[1] for lighter, heavier in pairwise(by_votes))
