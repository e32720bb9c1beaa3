"""Monte Carlo: a standard error with every value, the same numbers from the same seed, and near the exact ones.

The seeds are fixed, so the statistical tests below cannot fail by chance from run to run; with a fresh seed each value
would lie outside five standard errors less than once in a million.
"""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.power import (
    GeneralGame,
    PowerError,
    estimate_banzhaf,
    estimate_shapley_shubik,
    game_of,
    measure,
)
from onrecord.rules import decision_rule

COLLEGE = game_of(decision_rule("us-electoral-college", date(2025, 1, 1)))
SIXTY = tuple(f"player {number}" for number in range(60))


def chair_decides_ties(coalition: frozenset[str]) -> bool:
    """Sixty players, the chair's side winning at thirty; no small set of weights with few classes is given away."""
    return len(coalition) > 30 or (len(coalition) == 30 and "player 0" in coalition)


@pytest.mark.parametrize(
    ("index", "estimate"), [("banzhaf", estimate_banzhaf), ("shapley-shubik", estimate_shapley_shubik)]
)
def test_estimates_are_near_the_exact_values(index: str, estimate: object) -> None:
    exact = measure(COLLEGE, [index]).values[index]
    power = measure(COLLEGE, [index], samples=20_000, seed=7)
    for value, estimated, error in zip(exact, power.values[index], power.standard_errors[index], strict=True):
        assert abs(float(value) - float(estimated)) <= 5 * max(error, 1e-4)


def test_a_general_game_of_sixty_players() -> None:
    game = GeneralGame(SIXTY, chair_decides_ties)
    banzhaf = estimate_banzhaf(game, samples=2_000, seed=3)
    pivotal = estimate_shapley_shubik(game, samples=4_000, seed=3)
    assert abs(sum(pivotal.values) - 1) < 1e-9
    assert all(error > 0 for error in banzhaf.standard_errors)
    assert banzhaf.values[0] > banzhaf.values[1]


def test_the_same_seed_gives_the_same_numbers_and_another_others() -> None:
    game = GeneralGame(SIXTY, chair_decides_ties)
    first, again, other = (estimate_banzhaf(game, samples=200, seed=seed) for seed in (5, 5, 6))
    assert first == again
    assert first != other


def test_the_standard_error_falls_with_the_root_of_the_samples() -> None:
    few, many = (estimate_banzhaf(COLLEGE, samples=samples, seed=1).standard_errors[0] for samples in (2_000, 32_000))
    assert few / many == pytest.approx(4, rel=0.1)


def test_too_few_samples_are_refused() -> None:
    with pytest.raises(PowerError, match="1 samples are too few"):
        estimate_banzhaf(COLLEGE, samples=1)


def test_an_index_without_an_estimate_is_left_out_with_the_reason() -> None:
    power = measure(COLLEGE, ["johnston"], samples=100)
    assert not power.values
    assert "not estimated by chance" in power.left_out["johnston"]
