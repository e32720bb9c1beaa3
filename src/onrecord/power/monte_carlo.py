"""Estimates by chance where exact counting is out of reach, each with its standard error.

Mann and Shapley, "Values of Large Games IV: Evaluating the Electoral College by Monte Carlo Techniques", RAND
RM-2651 (1960); the standard error is that of a share of independent trials.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.power.game import Game, PowerError, holds

_CELLS_AT_ONCE = 4_000_000
_LARGEST_SUM = 1 << 62


@dataclass(frozen=True, slots=True)
class GeneralGame:
    """Any simple game: players, and a function that says whether a coalition wins."""

    players: tuple[str, ...]
    wins: Callable[[frozenset[str]], bool]
    """Must be monotone: a coalition that wins still wins when others join."""

    @property
    def size(self) -> int:
        return len(self.players)


@dataclass(frozen=True, slots=True)
class Estimates:
    values: tuple[float, ...]
    standard_errors: tuple[float, ...]
    samples: int


def estimate_banzhaf(game: Game | GeneralGame, samples: int = 100_000, seed: int = 0) -> Estimates:
    """Absolute Banzhaf index from random coalitions; the same seed gives the same numbers."""
    generator = np.random.default_rng(seed)
    swings = np.zeros(game.size)
    for rows in _portions(samples, game.size):
        inside = generator.random((rows, game.size)) < 0.5
        swings += _swings_of_weighted(game, inside) if isinstance(game, Game) else _swings_of_general(game, inside)
    return _shares(swings, samples)


def estimate_shapley_shubik(game: Game | GeneralGame, samples: int = 100_000, seed: int = 0) -> Estimates:
    """Shapley-Shubik index from random orders; the same seed gives the same numbers."""
    generator = np.random.default_rng(seed)
    pivots = np.zeros(game.size)
    for rows in _portions(samples, game.size):
        orders = generator.permuted(np.tile(np.arange(game.size), (rows, 1)), axis=1)
        found = _pivots_of_weighted(game, orders) if isinstance(game, Game) else _pivots_of_general(game, orders)
        pivots += np.bincount(found, minlength=game.size)
    return _shares(pivots, samples)


def _portions(samples: int, size: int) -> Iterator[int]:
    if samples < 2:
        raise PowerError(f"{samples} samples are too few; a standard error needs at least 2")
    step = max(1, _CELLS_AT_ONCE // size)
    for start in range(0, samples, step):
        yield min(step, samples - start)


def _shares(hits: NDArray[np.float64], samples: int) -> Estimates:
    shares = hits / samples
    errors = np.sqrt(shares * (1 - shares) / samples)
    return Estimates(tuple(shares.tolist()), tuple(errors.tolist()), samples)


def _rows(game: Game) -> list[NDArray[Any]]:
    return [np.array(row, dtype=np.int64 if sum(row) < _LARGEST_SUM else object) for row in game.weights]


def _swings_of_weighted(game: Game, inside: NDArray[np.bool_]) -> NDArray[np.float64]:
    rows = _rows(game)
    totals = [inside.astype(row.dtype) @ row for row in rows]
    swings = np.zeros(game.size)
    for player in range(game.size):
        present = inside[:, player]
        without = [total - present * row[player] for total, row in zip(totals, rows, strict=True)]
        joined = [total + row[player] for total, row in zip(without, rows, strict=True)]
        swings[player] = np.count_nonzero(holds(game.formula, joined) & ~holds(game.formula, without))
    return swings


def _swings_of_general(game: GeneralGame, inside: NDArray[np.bool_]) -> NDArray[np.float64]:
    swings = np.zeros(game.size)
    for row in inside:
        coalition = frozenset(player for player, present in zip(game.players, row, strict=True) if present)
        won = game.wins(coalition)
        for number, player in enumerate(game.players):
            # Only one of the two coalitions is new; a player can matter only towards what the coalition is not yet.
            if row[number] == won:
                changed = coalition - {player} if won else coalition | {player}
                swings[number] += game.wins(changed) != won
    return swings


def _pivots_of_weighted(game: Game, orders: NDArray[np.int64]) -> NDArray[np.int64]:
    totals = [np.cumsum(row[orders], axis=1) for row in _rows(game)]
    first = np.argmax(np.asarray(holds(game.formula, totals), dtype=np.bool_), axis=1)
    return np.asarray(orders[np.arange(len(orders)), first])


def _pivots_of_general(game: GeneralGame, orders: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.array([_pivot(game, order) for order in orders], dtype=np.int64)


def _pivot(game: GeneralGame, order: NDArray[np.int64]) -> int:
    low, high = 0, game.size - 1
    while low < high:
        middle = (low + high) // 2
        if game.wins(frozenset(game.players[number] for number in order[: middle + 1])):
            high = middle
        else:
            low = middle + 1
    return int(order[low])
