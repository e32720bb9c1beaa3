"""Indices from minimal winning coalitions and critical members: every way to count them against their definitions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import comb

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onrecord.power import INDICES, Bar, Every, Game, PowerError, Some, measure, weighted
from onrecord.power.coalitions import critical_by_enumeration, minimal_by_enumeration, shift_by_enumeration
from onrecord.power.critical_classes import critical_by_classes, minimal_by_classes, shift_by_classes
from onrecord.power.descending import critical_divided, minimal_containing, minimal_divided
from onrecord.power.generating_functions import count_totals
from onrecord.power.surplus import shift_containing

Coalition = frozenset[int]
WEIGHTS = st.sampled_from([0, 1, 2, 3, 4, 7, 12])


@st.composite
def weighted_games(draw: st.DrawFn) -> tuple[Game, list[int], int]:
    weights = draw(st.lists(WEIGHTS, min_size=1, max_size=6))
    assume(sum(weights))
    quota = draw(st.integers(1, sum(weights)))
    return weighted(quota, weights), weights, quota


@st.composite
def games_of_two_majorities(draw: st.DrawFn) -> Game:
    size = draw(st.integers(2, 6))
    rows = tuple(tuple(draw(WEIGHTS) for _ in range(size)) for _ in range(2))
    bars = tuple(Bar(place, draw(st.integers(1, max(1, sum(row))))) for place, row in enumerate(rows))
    game = Game(tuple(map(str, range(size))), rows, draw(st.sampled_from([Every(bars), Some(bars)])))
    assume(game.wins(range(size)))
    return game


def coalitions(game: Game) -> list[Coalition]:
    return [frozenset(own) for size in range(game.size + 1) for own in combinations(range(game.size), size)]


def minimal_winning(game: Game) -> list[Coalition]:
    won = {own for own in coalitions(game) if game.wins(tuple(own))}
    return [own for own in won if not any(own - {player} in won for player in own)]


def containing(game: Game, chosen: list[Coalition]) -> tuple[int, ...]:
    return tuple(sum(player in coalition for coalition in chosen) for player in range(game.size))


def public_good(game: Game) -> tuple[Fraction, ...]:
    return shares(containing(game, minimal_winning(game)))


def deegan_packel(game: Game) -> tuple[Fraction, ...]:
    found = minimal_winning(game)
    return tuple(
        sum((Fraction(1, len(own) * len(found)) for own in found if player in own), Fraction(0))
        for player in range(game.size)
    )


def johnston(game: Game) -> tuple[Fraction, ...]:
    scores = [Fraction(0)] * game.size
    for own in coalitions(game):
        critical = [p for p in own if game.wins(tuple(own)) and not game.wins(tuple(own - {p}))]
        for player in critical:
            scores[player] += Fraction(1, len(critical))
    return shares(scores)


def shift(game: Game) -> tuple[Fraction, ...]:
    everybody = range(game.size)
    won = {own for own in coalitions(game) if game.wins(tuple(own))}

    def at_least(one: int, other: int) -> bool:
        return all(own | {one} in won or own | {other} not in won for own in coalitions(game) if not own & {one, other})

    weaker = [(a, b) for a, b in product(everybody, everybody) if a != b and at_least(a, b) and not at_least(b, a)]
    kept = [
        own
        for own in minimal_winning(game)
        if not any(a in own and b not in own and (own - {a}) | {b} in won for a, b in weaker)
    ]
    return shares(containing(game, kept))


def shares(scores: Sequence[Fraction | int]) -> tuple[Fraction, ...]:
    return tuple(Fraction(score) / sum(scores) for score in scores)


DEFINITIONS = {"public-good": public_good, "deegan-packel": deegan_packel, "johnston": johnston, "shift": shift}
GENERAL: dict[str, list[Callable[[Game], Sequence[Fraction]]]] = {
    "public-good": [lambda game: minimal_by_classes(game)[0], lambda game: minimal_by_enumeration(game)[0]],
    "deegan-packel": [lambda game: minimal_by_classes(game)[1], lambda game: minimal_by_enumeration(game)[1]],
    "johnston": [critical_by_classes, critical_by_enumeration],
    "shift": [shift_by_classes, shift_by_enumeration],
}
OF_ONE_WEIGHT: dict[str, Callable[[list[int], int], Sequence[Fraction]]] = {
    "public-good": minimal_containing,
    "deegan-packel": minimal_divided,
    "johnston": critical_divided,
    "shift": shift_containing,
}


@pytest.mark.parametrize("index", DEFINITIONS)
@settings(max_examples=80, deadline=None)
@given(weighted_games())
def test_three_ways_give_what_the_definition_gives(index: str, drawn: tuple[Game, list[int], int]) -> None:
    game, weights, quota = drawn
    expected = DEFINITIONS[index](game)
    assert shares(OF_ONE_WEIGHT[index](weights, quota)) == expected
    assert [shares(way(game)) for way in GENERAL[index]] == [expected, expected]
    assert measure(game, [index]).values[index] == expected


@pytest.mark.parametrize("index", DEFINITIONS)
@settings(max_examples=60, deadline=None)
@given(games_of_two_majorities())
def test_two_ways_give_what_the_definition_gives_under_two_majorities(index: str, game: Game) -> None:
    expected = DEFINITIONS[index](game)
    assert [shares(way(game)) for way in GENERAL[index]] == [expected, expected]


@settings(max_examples=60, deadline=None)
@given(weighted_games())
def test_who_can_never_matter_has_no_power_and_shares_add_up(drawn: tuple[Game, list[int], int]) -> None:
    game, _, _ = drawn
    won = [own for own in coalitions(game) if game.wins(tuple(own))]
    dummies = [p for p in range(game.size) if all(game.wins(tuple(own - {p})) for own in won)]
    values = measure(game, list(INDICES)).values
    for index in ("shapley-shubik", "banzhaf-normalised", "public-good", "deegan-packel", "johnston", "shift"):
        assert sum(values[index]) == 1
    for index in set(INDICES) - {"rae"}:
        assert all(values[index][player] == 0 for player in dummies)


def test_the_college_by_weight_and_by_classes_of_states() -> None:
    """Twenty players of few kinds, whose 2**20 coalitions are all looked at, too."""
    weights = [9, 9, 7, 7, 7, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2]
    quota = sum(weights) // 2 + 1
    game = weighted(quota, weights)
    for index, by_weight in OF_ONE_WEIGHT.items():
        expected = shares(by_weight(weights, quota))
        assert [shares(way(game)) for way in GENERAL[index]] == [expected, expected]


THOUSAND = tuple(1 + number * 7 % 200 for number in range(1000))


def test_a_thousand_players_of_two_hundred_weights_have_a_public_good_index() -> None:
    """Whoever is heavier is in more minimal winning coalitions here, and all shares add up to one."""
    quota = sum(THOUSAND) * 9 // 10
    values = measure(weighted(quota, THOUSAND), ["public-good"]).values["public-good"]
    assert sum(values) == 1
    assert len(set(values)) == len(set(THOUSAND))
    assert values[THOUSAND.index(200)] > values[THOUSAND.index(1)] > 0


def test_a_thousand_players_of_two_weights_against_sums_of_binomials() -> None:
    """Of 600 players of weight 2 and 400 of weight 1, with an odd and an even surplus looked at apart."""
    weights = [2] * 600 + [1] * 400
    quota = 901
    game = weighted(quota, weights)

    def minimal(heavy: int, light: int) -> bool:
        total = 2 * heavy + light
        return total >= quota and (light == 0 or total - 1 < quota) and (heavy == 0 or total - 2 < quota)

    sizes = [(heavy, quota + over - 2 * heavy) for heavy in range(601) for over in (0, 1)]
    sizes = [(heavy, light) for heavy, light in sizes if 0 <= light <= 400 and minimal(heavy, light)]
    of_heavy = sum(comb(599, heavy - 1) * comb(400, light) for heavy, light in sizes if heavy)
    of_light = sum(comb(600, heavy) * comb(399, light - 1) for heavy, light in sizes if light)
    expected = shares([of_heavy] * 600 + [of_light] * 400)
    assert (
        shares(minimal_containing(weights, quota)) == expected == measure(game, ["public-good"]).values["public-good"]
    )


def test_players_who_all_differ_beyond_machine_words() -> None:
    """Seventy players: each coalition's shares, times their number, are its swings, which other tables count."""
    weights = [3 * number + 1 for number in range(70)]
    quota = sum(weights) * 2 // 3
    assert sum(critical_divided(weights, quota)) == coalitions_with_critical_members(weights, quota)
    assert sum(minimal_divided(weights, quota)) == minimal_coalitions(weights, quota)


def coalitions_with_critical_members(weights: list[int], quota: int) -> int:
    """Winning coalitions with a critical member: those that exceed the quota by less than their heaviest weighs."""
    ways = {0: 1}
    found = 0
    for weight in sorted(weights):
        # This one is the heaviest of the coalition.
        found += sum(number for total, number in ways.items() if quota - weight <= total < quota)
        for total, number in list(ways.items()):
            ways[total + weight] = ways.get(total + weight, 0) + number
    return found


def minimal_coalitions(weights: list[int], quota: int) -> int:
    """Those that exceed the quota by less than their lightest weighs."""
    ways = {0: 1}
    found = 0
    for weight in sorted(weights, reverse=True):
        found += sum(number for total, number in ways.items() if quota - weight <= total < quota)
        for total, number in list(ways.items()):
            ways[total + weight] = ways.get(total + weight, 0) + number
    return found


def test_swings_are_the_same_by_two_tables() -> None:
    """With one critical member at most, where the quota is all there is, Johnston's index is Banzhaf's."""
    weights = [5, 4, 3, 2, 1]
    assert shares(critical_divided(weights, 15)) == shares(count_totals(weights, 15).swings)


def test_what_is_out_of_reach_says_what_would_be_in_reach() -> None:
    rows = (tuple(range(1, 61)), tuple(number * 7 % 61 for number in range(1, 61)))
    game = Game(tuple(map(str, range(60))), rows, Every((Bar(0, 900), Bar(1, 900))))
    left_out = measure(game, ["johnston"]).left_out["johnston"]
    assert left_out.startswith("out of reach of exact counting: there are 60 players of 60 kinds")
    assert "at most 27 players" in left_out
    heavy = [10**9 + number for number in range(60)]
    with pytest.raises(PowerError, match="counting the minimal winning coalitions of 60 players"):
        minimal_divided(heavy, sum(heavy) // 2)
    steep = [10**9 + 10**7 * number + number**2 for number in range(20)]
    with pytest.raises(PowerError, match="counting the shift-minimal winning coalitions of 20 players"):
        shift_containing(steep, sum(steep) // 2)
