"""Counting games of several weights in one table, exact: a thousand players, each with weights of its own.

The generating function of a game with weights v, w, ... has the terms x**v y**w ... (Algaba, Bilbao, Fernandez Garcia
and Lopez, "Computing Power Indices in Weighted Multiple Majority Games", Mathematical Social Sciences 46, 2003). Only
the part of the table below the quotas is filled, of the game or of its dual; from running totals the losing coalitions
are read at a few corners, and a player is divided out again by an alternating sum along a line through a corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import comb, prod

import numpy as np

from onrecord.power.corners import MOST_TERMS, Corner, Terms, dual, losing_terms
from onrecord.power.counts import Counts, Totals
from onrecord.power.game import Game, PowerError, in_figures
from onrecord.power.products import Place, bits_below, filled
from onrecord.power.residues import (
    Progress,
    Words,
    alternating_sum,
    bring_below,
    cumulate_in_place,
    joined,
    moduli_for,
    over_moduli,
)

MOST_CELLS = 300_000_000
"""Of one table, 8 bytes each."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The coalitions by some of the weights, and by size last where sizes count."""

    bounded: tuple[int, ...]
    """The weights, as numbers of rows of the game, that with fewest cells first."""
    shape: tuple[int, ...]
    offsets: tuple[Place, ...]
    """For each player the place it moves a coalition to."""


@dataclass(frozen=True, slots=True)
class TablePlan:
    """Which tables answer for a game, and how its losing coalitions are read from them."""

    game: Game
    mirrored: bool
    """Whether the game is the dual of the one asked about."""
    by_size: bool
    terms: tuple[Terms, ...]
    """The boxes of losing coalitions, by size from nobody to everybody; one alone where sizes do not count."""
    tables: tuple[_Table, ...]

    @property
    def cells(self) -> int:
        return max((prod(table.shape) for table in self.tables), default=0)

    @property
    def work(self) -> int:
        """Steps of counting: cells times players times moduli."""
        everything = sum(prod(table.shape) for table in self.tables)
        return everything * self.game.size * len(self.moduli)

    @property
    def moduli(self) -> tuple[int, ...]:
        """Enough for the number of losing coalitions, which no box holds more of than one of its weights allows."""
        size = self.game.size
        if any(_limits(self.game) in own for own in self.terms):
            return moduli_for(size + 1)
        bits = [
            min(map(bits_below, (self.game.weights[row] for row in table.bounded), table.shape))
            for table in self.tables
        ]
        return moduli_for(min(size, max(bits, default=0) + MOST_TERMS.bit_length()) + 1)


def table_plan(game: Game, by_size: bool) -> TablePlan:
    """The cheaper of the game and its dual; PowerError where the rule is too involved."""
    plans = [_plan(game, False, by_size), _plan(dual(game), True, by_size)]
    return min(plans, key=lambda plan: plan.work)


def count_by_tables(game: Game, progress: Progress | None = None) -> Counts:
    """Winning coalitions and swings by size; PowerError where a table would be too large."""
    plan = table_plan(game, by_size=True)
    size = game.size
    losing, without = _losing(plan, progress)
    winning = [comb(size, heads) - lost for heads, lost in enumerate(losing)]
    # A losing coalition without the player either swings or loses with the player, too.
    swings = {
        number: tuple(own[heads] + own[heads + 1] - losing[heads + 1] for heads in range(size))
        for number, own in without.items()
    }
    if plan.mirrored:
        winning = losing[::-1]
        swings = {number: own[::-1] for number, own in swings.items()}
    return Counts(tuple(winning), tuple(swings[number] for number in _kinds(game)))


def count_totals_by_tables(game: Game, progress: Progress | None = None) -> Totals:
    """Winning coalitions and swings without regard to size; PowerError where a table would be too large."""
    plan = table_plan(game, by_size=False)
    (losing,), without = _losing(plan, progress)
    winning = losing if plan.mirrored else (1 << game.size) - losing
    return Totals(game.size, winning, tuple(2 * without[number][0] - losing for number in _kinds(game)))


def _kinds(game: Game) -> list[Place]:
    """Every player's weights: players with the same weights have the same swings."""
    return list(zip(*game.weights, strict=True))


def _plan(game: Game, mirrored: bool, by_size: bool) -> TablePlan:
    sizes = range(game.size + 1) if by_size else (None,)
    terms = tuple(losing_terms(game, size) for size in sizes)
    limits = _limits(game)
    reach: dict[tuple[int, ...], list[int]] = {}
    for corner in {corner for own in terms for corner in own}:
        bounded = tuple(place for place, bound in enumerate(corner) if bound < limits[place])
        known = reach.setdefault(bounded, [0] * len(bounded))
        reach[bounded] = [max(own, corner[place]) for own, place in zip(known, bounded, strict=True)]
    tables = tuple(_table_of(game, bounded, extents, by_size) for bounded, extents in reach.items() if bounded)
    return TablePlan(game, mirrored, by_size, terms, tables)


def _limits(game: Game) -> Corner:
    """The corner that bounds nothing."""
    return tuple(sum(row) + 1 for row in game.weights)


def _table_of(game: Game, bounded: Sequence[int], extents: Sequence[int], by_size: bool) -> _Table:
    ordered = sorted(zip(extents, bounded, strict=True))
    places = tuple(place for _, place in ordered)
    shape = tuple(extent for extent, _ in ordered)
    rows = [game.weights[place] for place in places]
    if by_size:
        # No coalition below the bounds has more members than the lightest that fit.
        fitting = min(
            sum(total < extent for total in accumulate(sorted(row))) for row, extent in zip(rows, shape, strict=True)
        )
        shape, rows = (*shape, fitting + 1), [*rows, (1,) * game.size]
    return _Table(places, shape, tuple(zip(*rows, strict=True)))


def _losing(plan: TablePlan, progress: Progress | None) -> tuple[list[int], dict[Place, list[int]]]:
    """Losing coalitions by size, then the same of those that a player of each kind is not in."""
    if plan.cells > MOST_CELLS:
        raise PowerError(f"a table of all weights at once would have {in_figures(plan.cells)} cells, too many")
    kinds = sorted(set(_kinds(plan.game)))
    moduli = plan.moduli
    residues = over_moduli(lambda modulus: _residues(plan, kinds, modulus), moduli, plan.cells, progress)
    numbers = joined(residues, moduli)
    length = len(plan.terms)
    lists = [numbers[start : start + length] for start in range(0, len(numbers), length)]
    return lists[0], dict(zip(kinds, lists[1:], strict=True))


def _residues(plan: TablePlan, kinds: Sequence[Place], modulus: int) -> list[int]:
    """All numbers of `_losing` in a row, modulo."""
    answers = [[0] * len(plan.terms) for _ in range(len(kinds) + 1)]
    _add_unbounded(plan, answers)
    for table in plan.tables:
        reader = _Reader(table, plan.by_size, modulus)
        corners: dict[Corner, list[tuple[int, int]]] = {}
        for heads, own in enumerate(plan.terms):
            for corner, times in own.items():
                if _is_of(corner, table, plan.game):
                    corners.setdefault(corner, []).append((heads, times))
        for corner, uses in corners.items():
            place = tuple(corner[weight] for weight in table.bounded)
            found = [reader.below(place)]
            found += [reader.below_without(place, tuple(kind[w] for w in table.bounded)) for kind in kinds]
            for answer, values in zip(answers, found, strict=True):
                for heads, times in uses:
                    if heads < len(values):
                        answer[heads] += times * values[heads]
    return [value % modulus for answer in answers for value in answer]


def _is_of(corner: Corner, table: _Table, game: Game) -> bool:
    bounded = {place for place, bound in enumerate(corner) if bound <= sum(game.weights[place])}
    return bounded == set(table.bounded)


def _add_unbounded(plan: TablePlan, answers: list[list[int]]) -> None:
    """Boxes without a bound hold every coalition."""
    limits = _limits(plan.game)
    size = plan.game.size
    for heads, own in enumerate(plan.terms):
        times = own.get(limits, 0)
        for place, answer in enumerate(answers):
            others = size - (place > 0)
            answer[heads] += times * (comb(others, heads) if plan.by_size else 1 << others)


class _Reader:
    """A filled table, modulo, and the numbers read from it: one a size, or one alone."""

    def __init__(self, table: _Table, by_size: bool, modulus: int) -> None:
        self.by_size = by_size
        self.modulus = modulus
        moving = [offset for offset in table.offsets if any(offset)]
        # Without sizes a player of no weight doubles everything and moves nothing.
        self.doubled = len(table.offsets) - len(moving)
        self.table = filled(moving, table.shape, modulus)
        for axis in range(len(table.bounded)):
            _cumulate(self.table, axis, modulus)

    def below(self, corner: Place) -> list[int]:
        """Coalitions below the corner."""
        values = self.table[tuple(bound - 1 for bound in corner)]
        return self._doubled(np.atleast_1d(values).tolist(), self.doubled)

    def below_without(self, corner: Place, weights: Place) -> list[int]:
        """Those that a player of these weights is not in."""
        if not self.by_size and not any(weights):
            values = self.table[tuple(bound - 1 for bound in corner)]
            return self._doubled(np.atleast_1d(values).tolist(), self.doubled - 1)
        return self._without(corner, weights)

    def _doubled(self, values: list[int], times: int) -> list[int]:
        return [value * pow(2, times, self.modulus) % self.modulus for value in values]

    def _without(self, corner: Place, weights: Place) -> list[int]:
        most = min(
            ((bound - 1) // weight + 1 for bound, weight in zip(corner, weights, strict=True) if weight),
            default=self.table.shape[-1],
        )
        steps = np.arange(min(most, self.table.shape[-1]) if self.by_size else most)
        values = self.table[tuple(bound - 1 - steps * weight for bound, weight in zip(corner, weights, strict=True))]
        if not self.by_size:
            return self._doubled([int(alternating_sum(values[None, :], self.modulus)[0])], self.doubled)
        # With each step along the line the coalition has one member more: sums run along diagonals.
        count, width = values.shape
        padded = np.zeros((count, width + count), dtype=np.uint64)
        padded[:, :width] = values
        slanted = padded.ravel()[: count * (width + count - 1)].reshape(count, -1)[:, :width]
        sums: list[int] = alternating_sum(np.ascontiguousarray(slanted.T), self.modulus).tolist()
        return sums


def _cumulate(table: Words, axis: int, modulus: int) -> None:
    """Running totals along an axis, modulo."""
    if axis == table.ndim - 1:
        cumulate_in_place(table, modulus)
        return
    slices = np.moveaxis(table, axis, 0)
    for place in range(1, len(slices)):
        slices[place] += slices[place - 1]
        bring_below(slices[place], modulus)
