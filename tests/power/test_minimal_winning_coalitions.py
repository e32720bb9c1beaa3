"""Indices from minimal winning coalitions and critical members, against their definitions on all small games."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onrecord.power import INDICES, Game, measure, weighted
from onrecord.power.minimal import minimal_by_classes, minimal_of_weighted

Coalition = frozenset[int]


@st.composite
def weighted_games(draw: st.DrawFn) -> tuple[Game, list[int], int]:
    weights = draw(st.lists(st.sampled_from([0, 1, 2, 3, 4, 7]), min_size=1, max_size=6))
    assume(sum(weights))
    quota = draw(st.integers(1, sum(weights)))
    return weighted(quota, weights), weights, quota


def coalitions(game: Game) -> list[Coalition]:
    return [frozenset(own) for size in range(game.size + 1) for own in combinations(range(game.size), size)]


def minimal_winning(game: Game) -> list[Coalition]:
    won = {own for own in coalitions(game) if game.wins(tuple(own))}
    return [own for own in won if not any(own - {player} in won for player in own)]


def shares(game: Game, chosen: list[Coalition]) -> tuple[Fraction, ...]:
    own = [sum(player in coalition for coalition in chosen) for player in range(game.size)]
    return tuple(Fraction(number, sum(own)) for number in own)


@settings(max_examples=80, deadline=None)
@given(weighted_games())
def test_public_good_is_the_share_in_minimal_winning_coalitions(drawn: tuple[Game, list[int], int]) -> None:
    game, _, _ = drawn
    assert measure(game, ["public-good"]).values["public-good"] == shares(game, minimal_winning(game))


@settings(max_examples=80, deadline=None)
@given(weighted_games())
def test_deegan_packel_divides_each_minimal_winning_coalition(drawn: tuple[Game, list[int], int]) -> None:
    game, _, _ = drawn
    found = minimal_winning(game)
    expected = tuple(
        sum((Fraction(1, len(own) * len(found)) for own in found if player in own), Fraction(0))
        for player in range(game.size)
    )
    assert measure(game, ["deegan-packel"]).values["deegan-packel"] == expected


@settings(max_examples=80, deadline=None)
@given(weighted_games())
def test_johnston_divides_each_coalition_among_its_critical_members(drawn: tuple[Game, list[int], int]) -> None:
    game, _, _ = drawn
    scores = [Fraction(0)] * game.size
    for own in coalitions(game):
        critical = [p for p in own if game.wins(tuple(own)) and not game.wins(tuple(own - {p}))]
        for player in critical:
            scores[player] += Fraction(1, len(critical))
    assert measure(game, ["johnston"]).values["johnston"] == tuple(score / sum(scores) for score in scores)


@settings(max_examples=60, deadline=None)
@given(weighted_games())
def test_shift_leaves_out_coalitions_where_a_weaker_player_would_do(drawn: tuple[Game, list[int], int]) -> None:
    game, _, _ = drawn
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
    assert measure(game, ["shift"]).values["shift"] == shares(game, kept)


@settings(max_examples=80, deadline=None)
@given(weighted_games())
def test_two_ways_to_count_minimal_winning_coalitions(drawn: tuple[Game, list[int], int]) -> None:
    game, weights, quota = drawn
    assert minimal_of_weighted(weights, quota) == minimal_by_classes(game)
    assert minimal_by_classes(game).total == len(minimal_winning(game))


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
