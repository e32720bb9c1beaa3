"""Every way of counting against brute force on small games, and against each other on large ones."""

from __future__ import annotations

import random
from itertools import combinations, product
from math import comb

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onrecord.power import (
    Bar,
    Counts,
    Every,
    Game,
    PowerError,
    Some,
    count,
    count_without_sizes,
    decision_diagram,
    weighted,
)
from onrecord.power.classes import count_by_classes
from onrecord.power.decision_diagram import count_by_decision_diagram
from onrecord.power.enumeration import count_by_enumeration
from onrecord.power.game import Formula
from onrecord.power.generating_functions import count_by_generating_functions, count_totals, staircase
from onrecord.power.indices import shapley_shubik
from onrecord.power.profiles import count_by_profiles
from onrecord.power.required import required_players, with_required, without_required
from onrecord.power.tables import count_by_tables, count_totals_by_tables

from .builders import one_great_number, rows_of_great_numbers

WEIGHTS = st.sampled_from([0, 1, 1, 2, 3, 5, 8, 13, 21])
HUGE_WEIGHTS = st.sampled_from([0, 1, 2, 7, 10**19, 10**19 + 1])


def by_definition(game: Game) -> Counts:
    """Winning coalitions and swings straight from their definition."""
    players = range(game.size)
    winning = [0] * (game.size + 1)
    swings = [[0] * game.size for _ in players]
    for size in range(game.size + 1):
        for coalition in combinations(players, size):
            won = game.wins(coalition)
            winning[size] += won
            for player in set(players) - set(coalition):
                swings[player][size] += not won and game.wins((*coalition, player))
    return Counts(tuple(winning), tuple(map(tuple, swings)))


def formulas(quotas: list[int]) -> st.SearchStrategy[Formula]:
    bars: st.SearchStrategy[Formula] = st.integers(0, len(quotas) - 1).flatmap(
        lambda weight: st.builds(Bar, st.just(weight), st.integers(1, max(1, quotas[weight])))
    )

    def joined(parts: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
        several = st.lists(parts, min_size=1, max_size=3).map(tuple)
        return st.one_of(st.builds(Every, several), st.builds(Some, several))

    return st.recursive(bars, joined, max_leaves=5)


@st.composite
def games(draw: st.DrawFn, weights: st.SearchStrategy[int] = WEIGHTS, most_rows: int = 3) -> Game:
    size = draw(st.integers(1, 7))
    rows = tuple(tuple(draw(weights) for _ in range(size)) for _ in range(draw(st.integers(1, most_rows))))
    game = Game(tuple(map(str, range(size))), rows, draw(formulas([sum(row) for row in rows])))
    assume(game.wins(range(size)) and not game.wins(()))
    return game


@settings(max_examples=150, deadline=None)
@given(games())
def test_brute_force_is_the_definition(game: Game) -> None:
    assert count_by_enumeration(game) == by_definition(game)


@settings(max_examples=150, deadline=None)
@given(games())
def test_classes_count_like_brute_force(game: Game) -> None:
    assert count_by_classes(game) == count_by_enumeration(game)


@settings(max_examples=200, deadline=None)
@given(games(st.one_of(WEIGHTS, HUGE_WEIGHTS)))
def test_profiles_with_the_largest_class_last_count_like_brute_force(game: Game) -> None:
    assert count_by_profiles(game) == count_by_enumeration(game)


@settings(max_examples=200, deadline=None)
@given(games(st.one_of(WEIGHTS, HUGE_WEIGHTS)))
def test_decision_diagrams_count_like_brute_force(game: Game) -> None:
    assert count_by_decision_diagram(game) == count_by_enumeration(game)


@settings(max_examples=200, deadline=None)
@given(st.lists(WEIGHTS, min_size=1, max_size=9), st.integers(1, 60), st.integers(0, 9), st.booleans())
def test_generating_functions_count_like_brute_force(
    weights: list[int], quota: int, members: int, either: bool
) -> None:
    assume(quota <= sum(weights))
    own = Bar(0, quota)
    rows: tuple[tuple[int, ...], ...] = (tuple(weights),)
    formula: Formula = own
    if 0 < members <= len(weights):
        rows = (*rows, (1,) * len(weights))
        formula = Some((own, Bar(1, members))) if either else Every((own, Bar(1, members)))
    game = Game(tuple(map(str, range(len(weights)))), rows, formula)
    steps = staircase(game)
    assert steps is not None
    assert count_by_generating_functions(steps) == count_by_enumeration(game)
    assert count_totals(weights, quota) == count_by_enumeration(weighted(quota, weights)).totals


@settings(max_examples=150, deadline=None)
@given(games())
def test_tables_of_all_weights_count_like_brute_force(game: Game) -> None:
    assert count_by_tables(game) == count_by_enumeration(game)
    assert count_totals_by_tables(game) == count_by_enumeration(game).totals


@settings(max_examples=150, deadline=None)
@given(games(most_rows=2))
def test_setting_required_players_aside_changes_no_count(game: Game) -> None:
    required = required_players(game)
    others = without_required(game, required)
    counted = with_required(count_by_enumeration(others) if others else None, required, game.size)
    assert counted == count_by_enumeration(game)
    assert count(game) == counted
    assert count_without_sizes(game) == counted.totals


@pytest.mark.parametrize("players", [70, 120])
def test_exact_beyond_machine_words(players: int) -> None:
    """Counts have up to 120 bits here; three ways that share no code agree on every one."""
    generator = random.Random(players)
    weights = [generator.randint(1, 40) for _ in range(players)]
    quota = sum(weights) * 55 // 100
    game = weighted(quota, weights)
    steps = staircase(game)
    assert steps is not None
    counted = count_by_generating_functions(steps)
    assert counted == count_by_decision_diagram(game)
    assert counted.totals == count_totals(weights, quota) == one_great_number(weights, quota)
    assert max(counted.totals.swings) > 2**62


@pytest.mark.parametrize("share", [30, 50, 85])
def test_two_majorities_of_many_players(share: int) -> None:
    generator = random.Random(share)
    weights = tuple(generator.randint(1, 30) for _ in range(80))
    game = Game(
        tuple(map(str, range(80))), (weights, (1,) * 80), Every((Bar(0, sum(weights) * share // 100), Bar(1, 41)))
    )
    steps = staircase(game)
    assert steps is not None
    assert count_by_generating_functions(steps) == count_by_decision_diagram(game)


def test_two_weights_beyond_machine_words() -> None:
    generator = random.Random(75)
    rows = tuple(tuple(generator.randint(0, 3) for _ in range(75)) for _ in range(2))
    formula = Every((Bar(0, sum(rows[0]) * 3 // 5), Bar(1, sum(rows[1]) // 2)))
    game = Game(tuple(map(str, range(75))), rows, formula)
    counted = count_by_decision_diagram(game)
    assert count_by_tables(game) == counted
    assert count_totals_by_tables(game) == count_without_sizes(game) == counted.totals


def test_a_thousand_players_of_two_chambers() -> None:
    """A house of 700 and a senate of 300 that must both agree: the counts are products of binomial sums."""
    house = tuple(int(number < 700) for number in range(1000))
    senate = tuple(1 - own for own in house)
    game = Game(tuple(map(str, range(1000))), (house, senate), Every((Bar(0, 351), Bar(1, 151))))
    totals = count_without_sizes(game)
    houses = sum(comb(700, members) for members in range(351, 701))
    senates = sum(comb(300, members) for members in range(151, 301))
    assert totals.winning == houses * senates
    assert totals.swings == (comb(699, 350) * senates,) * 700 + (comb(299, 150) * houses,) * 300


def of_kinds(kinds: dict[tuple[int, int], int], first: int, second: int) -> Game:
    """A game of two weights that must both reach a share in hundredths, with so many players of each kind."""
    players = [kind for kind, number in kinds.items() for _ in range(number)]
    rows = tuple(tuple(player[weight] for player in players) for weight in (0, 1))
    bars = tuple(Bar(weight, -(-sum(rows[weight]) * share // 100)) for weight, share in ((0, first), (1, second)))
    return Game(tuple(map(str, range(len(players)))), rows, Every(bars))


def test_sizes_with_two_weights_beyond_machine_words() -> None:
    game = of_kinds({(5, 1): 30, (2, 3): 25, (1, 7): 20}, 60, 50)
    assert count_by_profiles(game) == count_by_decision_diagram(game)


def test_shapley_shubik_of_a_thousand_players_of_two_weights() -> None:
    """Without sizes a table of all weights agrees, which shares no code; by size, sums of binomials."""
    kinds = {(1, 0): 700, (0, 1): 200, (2, 1): 60, (1, 3): 40}
    game = of_kinds(kinds, 60, 50)
    counted = count(game)
    assert counted.totals == count_totals_by_tables(game)
    assert sum(shapley_shubik(counted)) == 1
    assert len(set(counted.swings)) == 4
    for size in (450, 500, 560):
        assert counted.winning[size] == _winning_of_size(game, tuple(kinds.values()), size)


def _winning_of_size(game: Game, sizes: tuple[int, ...], size: int) -> int:
    bars = [bar.quota for bar in game.formula.parts]  # type: ignore[union-attr]
    one, two, both, more = sizes
    return sum(
        comb(both, c) * comb(more, d) * comb(two, b) * comb(one, size - b - c - d)
        for c in range(both + 1)
        for d in range(more + 1)
        for b in range(max(0, bars[1] - c - 3 * d), min(two, size - c - d) + 1)
        if (size - b - c - d) + 2 * c + d >= bars[0]
    )


def test_a_thousand_players_of_too_many_kinds_are_refused_with_the_size_of_the_task() -> None:
    kinds = {(1 + number % 7, 1 + number // 7): 20 for number in range(50)}
    with pytest.raises(PowerError, match=r"1000 players .* by size, as the Shapley-Shubik index needs it, .* estimate"):
        count(of_kinds(kinds, 60, 50))
    heavy = {(1 + 97 * number, 1 + 89 * (number * 7 % 50)): 20 for number in range(50)}
    with pytest.raises(PowerError, match=r"1000 players .* exact counting: it takes .* cells; ask for an estimate"):
        count_without_sizes(of_kinds(heavy, 60, 50))


@pytest.mark.parametrize(("heaviest", "most_away"), [(40, (130, 150)), (10, (24, 28, 110))])
def test_a_thousand_players_who_all_differ(heaviest: int, most_away: tuple[int, ...]) -> None:
    """A proposal is carried unless more than so much of some weight stays away."""
    generator = random.Random(heaviest)
    kinds = generator.sample(list(product(range(1, heaviest + 1), repeat=len(most_away))), 1000)
    rows = tuple(zip(*kinds, strict=True))
    bars = tuple(Bar(number, sum(row) - most_away[number]) for number, row in enumerate(rows))
    game = Game(tuple(map(str, range(1000))), rows, Every(bars))
    places = [0, 1, 500, 999]
    expected = rows_of_great_numbers(kinds, most_away, places)
    totals = count_without_sizes(game)
    assert totals.winning == expected.winning > 10 ** (50 // len(most_away))
    assert tuple(totals.swings[place] for place in places) == expected.swings


def test_three_weights_beyond_machine_words() -> None:
    generator = random.Random(3)
    rows = tuple(tuple(generator.randint(0, 1) for _ in range(70)) for _ in range(3))
    one, two, three = (Bar(number, sum(row) * 55 // 100) for number, row in enumerate(rows))
    game = Game(tuple(map(str, range(70))), rows, Some((Every((one, two)), Every((two, three)))))
    counted = count_by_decision_diagram(game)
    assert count_totals_by_tables(game) == counted.totals
    assert counted.winning[35] > 2**62


def test_counting_tells_how_far_it_is() -> None:
    told: list[float] = []
    kinds = {(1 + number % 5, 1 + number // 5): 20 for number in range(25)}
    count_without_sizes(of_kinds(kinds, 80, 85), told.append)
    assert told == sorted(told)
    assert told[-1] == 1


def test_three_hundred_equal_players() -> None:
    game = weighted(201, [1] * 300)
    steps = staircase(game)
    assert steps is not None
    counted = count_by_generating_functions(steps)
    assert counted == count_by_classes(game)
    assert len(set(counted.swings)) == 1


def test_a_thousand_players_of_different_weight() -> None:
    weights = [1 + number % 9 for number in range(1000)]
    game = weighted(2501, weights)
    totals = count_without_sizes(game)
    assert totals == one_great_number(weights, 2501)
    assert max(totals.swings).bit_length() > 900


def test_a_thousand_players_of_two_weights() -> None:
    """Two majorities at once: 60 per cent of votes, and half the members."""
    weights = tuple(1 + number % 3 for number in range(1000))
    game = Game(tuple(map(str, range(1000))), (weights, (1,) * 1000), Every((Bar(0, 1200), Bar(1, 501))))
    counted = count(game)
    # Everybody who weighs the same has the same swings, and the heavier have more.
    by_weight = {weight: set() for weight in (1, 2, 3)}
    for weight, swings in zip(weights, counted.swings, strict=True):
        by_weight[weight].add(sum(swings))
    assert all(len(own) == 1 for own in by_weight.values())
    assert min(by_weight[1]) < min(by_weight[2]) < min(by_weight[3])


def test_multiplying_all_weights_changes_nothing() -> None:
    weights = [7, 5, 4, 3, 2, 2, 1]
    small, large = weighted(13, weights), weighted(13 * 10**17, [weight * 10**17 for weight in weights])
    assert count(small) == count(large)


def test_what_is_out_of_reach_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decision_diagram, "MOST_NODES", 20_000)
    generator = random.Random(1)
    weights = [generator.randrange(10**17, 10**18) for _ in range(60)]
    with pytest.raises(PowerError, match="60 players each with weights of its own are out of reach of exact counting"):
        count(weighted(sum(weights) // 2, weights))


@pytest.mark.parametrize(
    ("quota", "weights", "message"),
    [
        (0, [1, 2], "every coalition wins, even the empty one"),
        (4, [1, 2], "no coalition can win"),
        (1, [1, -2], "the weight of 2 is -2; it must be a whole number and not negative"),
        (1, [], "a game needs at least one player"),
    ],
)
def test_a_game_that_is_none_is_refused(quota: int, weights: list[int], message: str) -> None:
    with pytest.raises(PowerError, match=message):
        weighted(quota, weights)


def test_a_player_twice_is_refused() -> None:
    with pytest.raises(PowerError, match="player 'A' is there twice"):
        weighted(2, [1, 1], ["A", "A"])
