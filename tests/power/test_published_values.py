"""Values from the literature, each got by two algorithms that share no code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from onrecord.power import Counts, Game, TernaryGame, game_of, measure, measure_with_abstention, weighted
from onrecord.power.classes import count_by_classes
from onrecord.power.decision_diagram import count_by_decision_diagram
from onrecord.power.enumeration import count_by_enumeration
from onrecord.power.generating_functions import count_by_generating_functions, staircase
from onrecord.power.indices import Values, banzhaf, banzhaf_normalised, shapley_shubik
from onrecord.power.ternary import ternary_banzhaf, ternary_shapley_shubik
from onrecord.power.ternary_totals import banzhaf_by_totals, shapley_shubik_by_totals
from onrecord.rules import decision_rule

Way = Callable[[Game], Counts]


def by_generating_functions(game: Game) -> Counts:
    steps = staircase(game)
    assert steps is not None
    return count_by_generating_functions(steps)


TWO_WAYS: dict[str, tuple[Way, Way]] = {
    "unsc": (count_by_classes, count_by_enumeration),
    "eec": (count_by_enumeration, by_generating_functions),
    "nice": (count_by_decision_diagram, count_by_enumeration),
    "lisbon": (count_by_decision_diagram, count_by_enumeration),
    "college": (by_generating_functions, count_by_decision_diagram),
    "nassau": (count_by_enumeration, by_generating_functions),
}
COUNCIL = game_of(decision_rule("unsc", date(2025, 1, 1)))
EARLY_COUNCIL = game_of(decision_rule("unsc", date(1960, 1, 1)))
EEC = game_of(decision_rule("eu-council", date(1958, 1, 1)))
NICE = game_of(decision_rule("eu-council", date(2008, 1, 1)))
LISBON = game_of(decision_rule("eu-council", date(2021, 1, 1)))
COLLEGE = game_of(decision_rule("us-electoral-college", date(2024, 11, 5)))
NASSAU = weighted(
    58,
    [31, 31, 28, 21, 2, 2],
    ["Hempstead 1", "Hempstead 2", "Oyster Bay", "North Hempstead", "Long Beach", "Glen Cove"],
)

INDEX = {
    "shapley-shubik": shapley_shubik,
    "banzhaf": lambda counts: banzhaf(counts.totals),
    "banzhaf-normalised": lambda counts: banzhaf_normalised(counts.totals),
}

# Game, ways, index, player, value. Sources: [SS] Shapley and Shubik 1954 for the Council of eleven, here with its rule
# as it was; [FM] Felsenthal and Machover, The Measurement of Voting Power, 1998; [BA] Brams and Affuso 1976 and 1985
# for the Community of six; [B] Bilbao, Fernandez, Jimenez, Lopez, Voting Power in the European Union Enlargement,
# European Journal of Operational Research 143 (2002); [K] Koczy, Brexit and Power in the Council of the European
# Union, Games 12 (2021); [N] Banzhaf 1965 for Nassau County. Where the literature rounds, so does the table.
EXACT = [
    (COUNCIL, "unsc", "shapley-shubik", "USA", Fraction(421, 2145)),
    (COUNCIL, "unsc", "shapley-shubik", "other 1", Fraction(4, 2145)),
    (COUNCIL, "unsc", "banzhaf", "CHN", Fraction(53, 1024)),
    (COUNCIL, "unsc", "banzhaf", "other 10", Fraction(21, 4096)),
    (EARLY_COUNCIL, "unsc", "shapley-shubik", "SUN", Fraction(76, 385)),
    (EARLY_COUNCIL, "unsc", "shapley-shubik", "other 6", Fraction(1, 462)),
    (EARLY_COUNCIL, "unsc", "banzhaf", "FRA", Fraction(57, 1024)),
    (EARLY_COUNCIL, "unsc", "banzhaf", "other 1", Fraction(5, 1024)),
    (EEC, "eec", "shapley-shubik", "DEU", Fraction(7, 30)),
    (EEC, "eec", "shapley-shubik", "BEL", Fraction(3, 20)),
    (EEC, "eec", "shapley-shubik", "LUX", Fraction(0)),
    (EEC, "eec", "banzhaf-normalised", "FRA", Fraction(5, 21)),
    (EEC, "eec", "banzhaf-normalised", "NLD", Fraction(1, 7)),
    (EEC, "eec", "banzhaf-normalised", "LUX", Fraction(0)),
    (NASSAU, "nassau", "banzhaf-normalised", "Oyster Bay", Fraction(1, 3)),
    (NASSAU, "nassau", "banzhaf-normalised", "North Hempstead", Fraction(0)),
]
ROUNDED = [
    (COUNCIL, "unsc", "shapley-shubik", "RUS", 0.196270),
    (COUNCIL, "unsc", "shapley-shubik", "other 1", 0.001865),
    (NICE, "nice", "banzhaf-normalised", "DEU", 0.077827),
    (NICE, "nice", "shapley-shubik", "DEU", 0.087137),
    (LISBON, "lisbon", "shapley-shubik", "DEU", 0.175662),
    (LISBON, "lisbon", "shapley-shubik", "MLT", 0.008496),
    (COLLEGE, "college", "banzhaf", "CA", 0.460711),
    (COLLEGE, "college", "shapley-shubik", "CA", 0.108037),
]


@pytest.fixture(scope="module")
def counted() -> Callable[[Game, Way], Counts]:
    known: dict[tuple[int, Way], Counts] = {}

    def count(game: Game, way: Way) -> Counts:
        key = (id(game), way)
        if key not in known:
            known[key] = way(game)
        return known[key]

    return count


@pytest.mark.parametrize("way", [0, 1])
@pytest.mark.parametrize(("game", "ways", "index", "player", "value"), EXACT)
def test_exact_value(
    counted: Callable[[Game, Way], Counts], game: Game, ways: str, index: str, player: str, value: Fraction, way: int
) -> None:
    values = INDEX[index](counted(game, TWO_WAYS[ways][way]))
    assert values[game.players.index(player)] == value


@pytest.mark.parametrize("way", [0, 1])
@pytest.mark.parametrize(("game", "ways", "index", "player", "value"), ROUNDED)
def test_rounded_value(
    counted: Callable[[Game, Way], Counts], game: Game, ways: str, index: str, player: str, value: float, way: int
) -> None:
    values = INDEX[index](counted(game, TWO_WAYS[ways][way]))
    assert round(float(values[game.players.index(player)]), 6) == value


@pytest.mark.parametrize(
    ("banzhaf_of", "shapley_shubik_of"),
    [(ternary_banzhaf, ternary_shapley_shubik), (banzhaf_by_totals, shapley_shubik_by_totals)],
)
def test_the_council_with_abstention(
    banzhaf_of: Callable[[TernaryGame], Values], shapley_shubik_of: Callable[[TernaryGame], Values]
) -> None:
    """[FM], table 8.3.12 and section 8.3: abstention by a permanent member does not block."""
    game = TernaryGame(decision_rule("unsc", date(2025, 1, 1)), COUNCIL.players)
    absolute, pivotal = banzhaf_of(game), shapley_shubik_of(game)
    assert (absolute[0], absolute[-1]) == (Fraction(108336, 3**14), Fraction(53154, 3**14))
    assert (round(float(pivotal[0]), 6), round(float(pivotal[-1]), 6)) == (0.163390, 0.018305)
    power = measure_with_abstention(game).values
    assert (power["banzhaf"], power["shapley-shubik"]) == (absolute, pivotal)


@pytest.mark.parametrize(
    ("index", "permanent", "elected"),
    [
        # A permanent member can prevent everything; a swing needs four elected ones beside the five.
        ("coleman-prevent", Fraction(1), Fraction(21, 212)),
        ("coleman-initiate", Fraction(53, 1995), Fraction(1, 380)),
        ("rae", Fraction(1077, 2048), Fraction(4117, 8192)),
        ("public-good", Fraction(1, 9), Fraction(2, 45)),
        ("deegan-packel", Fraction(1, 9), Fraction(2, 45)),
        ("johnston", Fraction(283, 1590), Fraction(7, 636)),
    ],
)
def test_other_indices_of_the_council(index: str, permanent: Fraction, elected: Fraction) -> None:
    values = measure(COUNCIL, [index]).values[index]
    assert (values[0], values[-1]) == (permanent, elected)
