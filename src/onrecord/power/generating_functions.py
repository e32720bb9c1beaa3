"""Counting weighted games by generating functions, with exact integers.

The coefficient of x**t y**k in the product of (1 + y x**weight) over the players is the number of coalitions of k
players with total weight t: Cantor's remark in Mann and Shapley, "Values of Large Games VI", RAND RM-3158 (1962), for
the Shapley-Shubik index; Brams and Affuso, "Power and Size", Theory and Decision 7 (1976), for Banzhaf's. Dividing a
player out again is an alternating sum of a few running totals (Bilbao et al., "Generating Functions for Computing
Power Indices Efficiently", TOP 8, 2000), so the table is built once for all players.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

from onrecord.power.counts import Counts, Totals
from onrecord.power.game import Game, PowerError, bars, holds, in_figures
from onrecord.power.products import bits_below, filled
from onrecord.power.residues import (
    Progress,
    Words,
    alternating_sum,
    cumulate_in_place,
    difference,
    joined,
    moduli_for,
    over_moduli,
)

MOST_CELLS = 400_000_000
"""Of one table, 8 bytes each."""
_VALUES_AT_ONCE = 4_000_000

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Staircase:
    """A game of one weight in which how much is needed may fall with the size of the coalition."""

    weights: tuple[int, ...]
    thresholds: tuple[int, ...]
    """By size, 0 to n: coalitions of that size win from this weight on; more than all weights where none wins."""

    total: int
    """Of all weights."""

    @property
    def dual(self) -> Staircase:
        """The game whose winning coalitions are those whose absence loses here; it has the same swings, mirrored."""
        mirrored = tuple(self.total + 1 - bar for bar in reversed(self.thresholds))
        return Staircase(self.weights, mirrored, self.total)


def staircase(game: Game) -> Staircase | None:
    """The game as a staircase; None where it has more weights than one beside the count of members."""
    counting = [number for number, row in enumerate(game.weights) if set(row) == {1}]
    weighing = [number for number in range(len(game.weights)) if number not in counting] or counting[:1]
    if len(weighing) > 1:
        return None
    own = weighing[0]
    row = game.weights[own]
    total = sum(row)
    candidates = sorted({0, *(bar.quota for bar in bars(game.formula) if bar.weight == own and bar.quota <= total)})
    thresholds = []
    totals = [0] * len(game.weights)
    for size in range(game.size + 1):
        totals = [size] * len(game.weights)
        enough = total + 1
        for totals[own] in candidates:
            if holds(game.formula, totals):
                enough = totals[own]
                break
        thresholds.append(enough)
    return Staircase(row, tuple(thresholds), total)


def cells_needed(steps: Staircase) -> int:
    """Cells of the table that `count_by_generating_functions` would fill."""
    return min(cells for cells, _, _ in _layouts(steps))


def staircase_work(steps: Staircase) -> int:
    """Steps that it would take: cells times players times moduli."""
    cells, _, sizes = min(_layouts(steps))
    moduli = moduli_for(bits_below(steps.weights, cells // (sizes + 1)) + 1)
    return cells * len(steps.weights) * len(moduli)


def count_totals(weights: Sequence[int], quota: int, progress: Progress | None = None) -> Totals:
    """Winning coalitions and swings of [quota; weights] without regard to size."""
    total = sum(weights)
    dual = total + 1 - quota
    width = min(quota, dual)
    moduli = moduli_for(bits_below(weights, width) + 1)
    distinct = sorted(set(weights) - {0})

    def below_the_quota(modulus: int) -> list[int]:
        table = filled([(weight,) for weight in weights], (width,), modulus)
        cumulate_in_place(table[None, :], modulus)
        # The swings with weight w: coalitions without the player below the quota less those below quota - w.
        own = [int(table[width - 1])]
        for weight in distinct:
            without = int(alternating_sum(table[None, width - 1 :: -weight], modulus)[0])
            shifted = (
                int(alternating_sum(table[None, width - 1 - weight :: -weight], modulus)[0]) if weight < width else 0
            )
            own.append((without - shifted) % modulus)
        return own

    answers = joined(over_moduli(below_the_quota, moduli, width, progress), moduli)
    swings = dict(zip([0, *distinct], [0, *answers[1:]], strict=True))
    winning = answers[0] if width == dual else (1 << len(weights)) - answers[0]
    return Totals(len(weights), winning, tuple(swings[weight] for weight in weights))


def count_by_generating_functions(steps: Staircase, progress: Progress | None = None) -> Counts:
    """Winning coalitions and swings by size; PowerError where the table would be too large."""
    cells, split, sizes = min(_layouts(steps))
    if cells > MOST_CELLS:
        raise PowerError(f"the table of sizes and weights would have {in_figures(cells)} cells, too many")
    width = cells // (sizes + 1)
    count = len(steps.weights)
    moduli = moduli_for(bits_below(steps.weights, width) + 1)
    distinct = sorted(set(steps.weights))

    def residues(modulus: int) -> list[int]:
        return _residues(steps, distinct, split, sizes, width, modulus)

    numbers = joined(over_moduli(residues, moduli, cells, progress), moduli)
    rows = [tuple(numbers[start : start + count]) for start in range(0, len(distinct) * count, count)]
    swings = dict(zip(distinct, rows, strict=True))
    return Counts(tuple(numbers[len(distinct) * count :]), tuple(swings[weight] for weight in steps.weights))


def _layouts(steps: Staircase) -> list[tuple[int, int, int]]:
    """Ways to lay out the table, each as cells, split and most players of a coalition.

    Sizes up to `split` are read from the game itself, the others mirrored from its dual, so that half the sizes are
    enough, or half the weights.
    """
    count = len(steps.weights)
    half = (count - 1) // 2
    mirrored = steps.dual.thresholds
    layouts = []
    for split, sizes in ((count, count), (-1, count), (half, count - half - 1)):
        used = (*(steps.thresholds[: split + 2] if split >= 0 else ()), *mirrored[: count - split])
        width = max((bar for bar in used if bar <= steps.total), default=1)
        layouts.append(((sizes + 1) * max(width, 1), split, sizes))
    return layouts


def _residues(steps: Staircase, distinct: Sequence[int], split: int, sizes: int, width: int, modulus: int) -> list[int]:
    """Swings by size for each distinct weight, then winning coalitions by size, modulo."""
    table = filled([(1, weight) for weight in steps.weights], (sizes + 1, width), modulus)
    cumulate_in_place(table, modulus)
    count, dual = len(steps.weights), steps.dual
    direct = min(split + 1, count)
    answers: list[int] = []
    portion = max(1, _VALUES_AT_ONCE // (sizes + 1) ** 2)
    for start in range(0, len(distinct), portion):
        weights = np.array(distinct[start : start + portion], dtype=np.int64)
        own = _swings(table, steps, weights, direct, modulus)
        mirrored = _swings(table, dual, weights, count - direct, modulus)
        answers += np.hstack([own, mirrored[:, ::-1]]).ravel().tolist()
    lighter = _lighter(table, steps, steps.thresholds[: min(split, count) + 1], modulus)
    winning = [(comb(count, size) - lost) % modulus for size, lost in enumerate(lighter)]
    return answers + winning + _lighter(table, steps, dual.thresholds[: count + 1 - len(winning)], modulus)[::-1]


def _lighter(table: Words, steps: Staircase, bars: Sequence[int], modulus: int) -> list[int]:
    """Coalitions of size 0, 1, ... lighter than that size's bar, modulo."""
    count = len(steps.weights)
    return [
        0 if bar <= 0 else comb(count, size) % modulus if bar > steps.total else int(table[size, bar - 1])
        for size, bar in enumerate(bars)
    ]


def _swings(table: Words, steps: Staircase, weights: Integers, wanted: int, modulus: int) -> Words:
    """Swings of a player of each weight (rows) by size 0 .. wanted - 1 (columns), modulo.

    A coalition swings that is lighter than its size's threshold without the player and no longer so with it.
    """
    bars = np.array(steps.thresholds[: wanted + 1], dtype=np.int64)[None, :]
    lost = _lighter_without(table, steps, weights, np.repeat(bars[:, :wanted], len(weights), axis=0), modulus)
    still = _lighter_without(table, steps, weights, bars[:, 1:] - weights[:, None], modulus)
    return difference(lost, still, modulus)


def _lighter_without(table: Words, steps: Staircase, weights: Integers, bars: Integers, modulus: int) -> Words:
    """Coalitions without one player of each weight (rows), of size 0, 1, ... (columns), lighter than `bars`, modulo.

    Divides (1 + y x**weight) out of the running totals: an alternating sum down the table, one size and one weight
    a step.
    """
    sizes = np.arange(bars.shape[1])
    others = (steps.total - weights)[:, None]
    limits = np.where((bars > 0) & (bars <= others), bars, 0)
    lightest = max(1, int(weights.min()))
    most = len(sizes) if weights.min() == 0 else min(len(sizes), int(limits.max(initial=0)) // lightest + 1)
    terms = np.arange(most)
    columns = (limits - 1)[:, :, None] - terms * weights[:, None, None]
    rows = (sizes[:, None] - terms)[None, :, :]
    values = np.where((columns >= 0) & (rows >= 0), table[np.maximum(rows, 0), np.maximum(columns, 0)], np.uint64(0))
    everything = np.array([comb(len(steps.weights) - 1, size) % modulus for size in sizes], dtype=np.uint64)
    return np.where(bars > others, everything, alternating_sum(values, modulus))
