"""Counting games of several weights in one table, exact, for any number of players while the weights are small.

The generating function of a game with weights v, w, ... has the terms x**v y**w ...; packed into one variable
(Kronecker's substitution: a coalition's place is v + w * (sum of all v + 1) + ...) it is the table of a game with one
weight. Algaba, Bilbao, Fernandez Garcia and Lopez, "Computing Power Indices in Weighted Multiple Majority Games",
Mathematical Social Sciences 46 (2003). A player is divided out by 1/(1 + z) = (1 - z)(1 + z**2)(1 + z**4) ...
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

from onrecord.power.counts import Counts, Totals
from onrecord.power.game import Game, PowerError, holds, in_figures
from onrecord.power.generating_functions import coalitions_by_weight
from onrecord.power.residues import WORD, Words, joined, moduli_for

MOST_CELLS = 30_000_000


def table_cells(game: Game, by_size: bool) -> int:
    """Cells of the table; with a row for each size of coalition where sizes are asked for."""
    return prod(sum(row) + 1 for row in game.weights) * (game.size + 1 if by_size else 1)


def count_by_tables(game: Game) -> Counts:
    """Winning coalitions and swings by size; PowerError where the table would be too large."""
    by_player = _count(game, by_size=True)
    winning, *swings = by_player
    return Counts(tuple(winning), tuple(tuple(own[: game.size]) for own in swings))


def count_totals_by_tables(game: Game) -> Totals:
    """Winning coalitions and swings without regard to size; PowerError where the table would be too large."""
    (winning,), *swings = _count(game, by_size=False)
    return Totals(game.size, winning, tuple(own[0] for own in swings))


def _count(game: Game, by_size: bool) -> list[list[int]]:
    """First the winning coalitions, then each player's swings; by size, or in one number."""
    cells = table_cells(game, by_size)
    if cells > MOST_CELLS:
        raise PowerError(f"a table of all weights at once would have {in_figures(cells)} cells, too many")
    # Sizes come first, so that the coalitions of one size lie together.
    rows = ((1,) * game.size, *game.weights) if by_size else game.weights
    shape = [sum(row) + 1 for row in rows]
    strides = [prod(shape[place + 1 :]) for place in range(len(shape))]
    offsets = [
        sum(row[player] * stride for row, stride in zip(rows, strides, strict=True)) for player in range(game.size)
    ]
    wins = _verdicts(game, shape, by_size)
    sizes = game.size + 1 if by_size else 1
    distinct = sorted(set(offsets))
    moduli = moduli_for(game.size + 1)
    residues = [_residues(offsets, distinct, wins, sizes, modulus) for modulus in moduli]
    numbers = joined(residues, moduli)
    lists = [numbers[start : start + sizes] for start in range(0, len(numbers), sizes)]
    swings = dict(zip(distinct, lists[1:], strict=True))
    return [lists[0], *(swings[offset] for offset in offsets)]


def _verdicts(game: Game, shape: Sequence[int], by_size: bool) -> NDArray[np.bool_]:
    axes = [np.arange(length).reshape([-1 if own == place else 1 for own in range(len(shape))])
            for place, length in enumerate(shape)]  # fmt: skip
    verdicts = holds(game.formula, axes[1:] if by_size else axes)
    return np.ascontiguousarray(np.broadcast_to(verdicts, tuple(shape))).ravel()


def _residues(
    offsets: Sequence[int], distinct: Sequence[int], wins: NDArray[np.bool_], sizes: int, modulus: int
) -> list[int]:
    table = coalitions_by_weight(offsets, len(wins), modulus)
    answers = _sums(np.where(wins, table, np.uint64(0)), sizes, modulus)
    for offset in distinct:
        if offset == 0:
            answers += [0] * sizes
            continue
        swinging = np.zeros(len(wins), dtype=np.uint64)
        turned = ~wins[:-offset] & wins[offset:]
        swinging[:-offset][turned] = _divided(table, offset, modulus)[:-offset][turned]
        answers += _sums(swinging, sizes, modulus)
    return answers


def _divided(table: Words, offset: int, modulus: int) -> Words:
    """The table without one player: divided by 1 + z, z standing for the player's place."""
    rest = table.copy()
    if modulus == WORD:
        rest[offset:] -= table[:-offset]
    else:
        rest[offset:] += np.uint64(modulus) - table[:-offset]
        _reduce(rest, modulus)
    step = 2 * offset
    while step < len(table):
        shifted = rest[:-step].copy()
        rest[step:] += shifted
        _reduce(rest, modulus)
        step *= 2
    return rest


def _reduce(values: Words, modulus: int) -> None:
    """Bring values below twice the modulus below it: what is too small to subtract from wraps round and is larger."""
    if modulus != WORD:
        np.minimum(values, values - np.uint64(modulus), out=values)


def _sums(values: Words, sizes: int, modulus: int) -> list[int]:
    """One sum a size, modulo; halves of words are added apart so that nothing overflows."""
    rows = values.reshape(sizes, -1)
    low = (rows & np.uint64(0xFFFFFFFF)).sum(axis=1, dtype=np.uint64).tolist()
    high = (rows >> np.uint64(32)).sum(axis=1, dtype=np.uint64).tolist()
    return [(above * (1 << 32) + below) % modulus for above, below in zip(high, low, strict=True)]
