"""Counting by looking at every coalition: the brute force that all other ways are checked against.

The players are cut in two; every coalition of the one half meets every coalition of the other as rows and columns of
a table of verdicts, which matrix products then add up by size and membership (all numbers stay exact in floats).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.power.counts import Counts, swings_from_membership
from onrecord.power.game import Game, PowerError, holds

MOST_PLAYERS = 30
_CELLS_AT_ONCE = 1 << 23
_LARGEST_INTEGER = 1 << 62


def count_by_enumeration(game: Game) -> Counts:
    """Winning coalitions and swings by size from all 2**n coalitions; PowerError beyond 30 players."""
    size = game.size
    if size > MOST_PLAYERS:
        raise PowerError(f"{size} players have too many coalitions to look at each; at most {MOST_PLAYERS} can be")
    first = _Half([row[: size // 2] for row in game.weights])
    second = _Half([row[size // 2 :] for row in game.weights])
    with_first = np.zeros((len(second.sizes), *first.shape))
    with_second = np.zeros((*second.shape, first.shape[1]))
    step = max(1, _CELLS_AT_ONCE // first.length)
    for start in range(0, second.length, step):
        rows = slice(start, start + step)
        totals = [b[rows, None] + a[None, :] for a, b in zip(first.totals, second.totals, strict=True)]
        wins = np.asarray(holds(game.formula, totals), dtype=np.float32)
        by_first = (wins @ first.features).astype(np.float64)
        with_first += (second.sizes[:, rows] @ by_first).reshape(with_first.shape)
        everybody = by_first[:, : first.shape[1]]
        with_second += (second.features[rows].T.astype(np.float64) @ everybody).reshape(with_second.shape)
    members = [_by_size(with_first[:, player + 1, :]) for player in range(first.players)]
    members += [_by_size(with_second[player + 1]) for player in range(second.players)]
    winning = _by_size(with_first[:, 0, :])
    return Counts(winning, swings_from_membership(winning, members))


class _Half:
    """All coalitions of some of the players: their totals of each weight, their sizes and who is in them."""

    def __init__(self, rows: Sequence[tuple[int, ...]]) -> None:
        self.players = len(rows[0])
        self.length = 1 << self.players
        self.shape = (self.players + 1, self.players + 1)
        masks = np.arange(self.length)
        inside = [(masks >> player) & 1 for player in range(self.players)]
        count = sum(inside, np.zeros(self.length, dtype=np.int64))
        self.totals = [sums(row) for row in rows]
        self.sizes = np.stack([count == number for number in range(self.players + 1)]).astype(np.float64)
        present = [np.ones(self.length), *inside]
        self.features = np.stack([own * has for has in present for own in self.sizes], axis=1).astype(np.float32)
        """One column for everybody, then each player, times each size."""


def sums(weights: Sequence[int]) -> NDArray[Any]:
    """The weight of each coalition, which is a number whose bits say who is in it."""
    exact: Any = np.int64 if sum(weights) < _LARGEST_INTEGER else object
    totals = np.zeros(1, dtype=exact)
    for weight in weights:
        totals = np.concatenate([totals, totals + weight])
    return totals


def _by_size(table: NDArray[np.float64]) -> tuple[int, ...]:
    """Sums along the diagonals: the size of a coalition is the sizes of its halves together."""
    flipped = table[:, ::-1]
    height, width = table.shape
    return tuple(round(flipped.diagonal(width - 1 - size).sum()) for size in range(height + width - 1))
