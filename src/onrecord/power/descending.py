"""Minimal winning coalitions, and coalitions by how many of their members are critical, in one weighted majority.

Members come in descending order of weight, so that those without whom a coalition loses come before all others, and a
coalition is minimal when its last member takes it to the quota (Matsui and Matsui, "A Survey of Algorithms for
Calculating Power Indices of Weighted Majority Games", Journal of the Operations Research Society of Japan 43, 2000).
One table holds the ways to come to a total, another what can follow from it; between the two stands the member asked
about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, partial
from itertools import accumulate
from math import isqrt, lcm

import numpy as np
from numpy.typing import NDArray

from onrecord.power.game import PowerError, in_figures
from onrecord.power.residues import (
    Progress,
    Words,
    bring_below,
    difference,
    joined,
    over_moduli,
    reduce_at_once,
    short_moduli_for,
)

MOST_STEPS = 400_000_000_000
"""Some minutes."""
MOST_CELLS = 150_000_000
"""Of all tables kept at a time, 8 bytes each."""
_KEPT_CELLS = 40_000_000
_AT_ONCE = 1 << 15
"""Cells worked on at once; so many products of short residues and half words still add up in one word."""
_WORD = 1 << 64
_MEETING = 8
"""How many steps of adding it takes to look at what stands before and after a member."""

Block = tuple[slice, slice]


@dataclass(frozen=True, slots=True)
class _Level:
    """Players of the same weight."""

    weight: int
    number: int
    next: int
    """The next lower weight; 0 after the last."""
    before: int
    """What all heavier players weigh together."""
    after: int
    """What these and all lighter ones weigh together."""
    most: int
    """How many of these and the heavier ones can be together below the quota."""


@dataclass(frozen=True)
class _Plan:
    quota: int
    levels: tuple[_Level, ...]
    """The heaviest first."""
    minimal: bool
    """Minimal winning coalitions; else all winning ones, of which the critical members are counted."""
    divided: bool
    """Each coalition is divided among the members counted, whose number is then a dimension of the tables."""

    def totals(self, level: _Level, joined: int) -> tuple[int, int]:
        """Totals, from the first up to but not with the second, that are neither beyond hope nor at the quota.

        When so many of the level's players have had their turn.
        """
        turned = joined * level.weight
        return max(0, self.quota - level.after + turned), min(self.quota, level.before + turned + 1)

    @cached_property
    def rows(self) -> int:
        return max(level.most for level in self.levels) + 2 if self.divided else 1

    @property
    def width(self) -> int:
        return self.quota + self.levels[0].weight

    @cached_property
    def whole(self) -> int:
        """What every number of members divides."""
        return lcm(*range(1, self.rows)) if self.divided else 1

    @cached_property
    def moduli(self) -> tuple[int, ...]:
        players = sum(level.number for level in self.levels)
        return short_moduli_for(players + self.whole.bit_length())

    @cached_property
    def stride(self) -> int:
        """Of how many levels the tables are kept at a time: all, or as few as can be."""
        whole = len(self.levels)
        return whole if whole * self.rows * self.width <= _KEPT_CELLS else isqrt(whole) + 1

    @cached_property
    def cells(self) -> int:
        """Of all tables that are kept at a time, in words of 8 bytes."""
        kept = self.stride + len(self.levels) // self.stride
        return (kept // 2 + 3) * self.rows * self.width

    @cached_property
    def steps(self) -> int:
        steps = 0
        for level in self.levels:
            low, high = self.totals(level, 0)
            steps += (high - low) * (level.most + 1 if self.divided else 1) * (2 * level.number + _MEETING)
        return steps * len(self.moduli)


def minimal_containing(weights: Sequence[int], quota: int, progress: Progress | None = None) -> list[Fraction]:
    """For each player of [quota; weights], how many minimal winning coalitions contain it."""
    return _scores(weights, _plan(weights, quota, True, False), progress)


def minimal_divided(weights: Sequence[int], quota: int, progress: Progress | None = None) -> list[Fraction]:
    """For each player, one by the size of each minimal winning coalition that contains it, added up."""
    return _scores(weights, _plan(weights, quota, True, True), progress)


def critical_divided(weights: Sequence[int], quota: int, progress: Progress | None = None) -> list[Fraction]:
    """For each player, one by the number of critical members of each coalition it is critical in, added up.

    Players without weight are left out of the coalitions, so that all sums are smaller by the same factor.
    """
    return _scores(weights, _plan(weights, quota, False, True), progress)


def _plan(weights: Sequence[int], quota: int, minimal: bool, divided: bool) -> _Plan:
    ordered = sorted((weight for weight in weights if weight), reverse=True)
    kinds = sorted(set(ordered), reverse=True)
    totals = list(accumulate(ordered, initial=0))
    levels = []
    for weight, following in zip(kinds, [*kinds[1:], 0], strict=True):
        first, number = ordered.index(weight), ordered.count(weight)
        most = sum(total < quota for total in accumulate(reversed(ordered[: first + number])))
        levels.append(_Level(weight, number, following, totals[first], totals[-1] - totals[first], most))
    return _Plan(quota, tuple(levels), minimal, divided)


def _scores(weights: Sequence[int], plan: _Plan, progress: Progress | None) -> list[Fraction]:
    """PowerError where it takes too long or too much memory."""
    if plan.steps > MOST_STEPS or plan.cells > MOST_CELLS:
        what = "minimal winning coalitions" if plan.minimal else "critical members"
        raise PowerError(
            f"counting the {what} of {len(weights)} players with such weights takes {in_figures(plan.steps)} steps "
            f"on tables of {in_figures(plan.cells)} cells, too many"
        )
    moduli = plan.moduli
    numbers = joined(over_moduli(partial(_residues, plan), moduli, plan.cells, progress), moduli)
    found = {level.weight: Fraction(number, plan.whole) for level, number in zip(plan.levels, numbers, strict=True)}
    return [found.get(weight, Fraction(0)) for weight in weights]


def _residues(plan: _Plan, modulus: int) -> list[int]:
    """For each level the score of its first player, modulo."""
    after = _After(plan, modulus)
    scores: list[int] = []
    for level, before in _before(plan, modulus):
        after.come_to(level)
        for turn in range(level.number, 1, -1):
            after.turn(level, turn)
        scores.append(after.meet(level, before))
        after.turn(level, 1)
        after.leave(level)
    return scores[::-1]


def _before(plan: _Plan, modulus: int) -> Iterator[tuple[_Level, NDArray[np.uint32]]]:
    """Ways to come to each total with players heavier than a level's, modulo; the lightest level first.

    Only every so many tables are kept; those between are made again.
    """
    step = plan.stride
    start = np.zeros((plan.rows, plan.quota), dtype=np.uint32)
    start[0, 0] = 1
    kept = [start]
    for place in range(0, len(plan.levels) - step, step):
        *_, last = _filled(plan, kept[-1], plan.levels[place : place + step], modulus)
        kept.append(last)
    for place in reversed(range(0, len(plan.levels), step)):
        levels = plan.levels[place : place + step]
        tables = [kept.pop()]
        tables += _filled(plan, tables[0], levels[:-1], modulus)
        while tables:
            yield levels[len(tables) - 1], tables.pop()


def _filled(
    plan: _Plan, start: NDArray[np.uint32], levels: Sequence[_Level], modulus: int
) -> Iterator[NDArray[np.uint32]]:
    """The tables after each of the levels."""
    table = start.astype(np.uint64)
    bound = modulus
    more = int(plan.divided)
    for level in levels:
        rows = level.most + 1 if plan.divided else 1
        for turn in range(1, level.number + 1):
            low, high = plan.totals(level, turn)
            bound = _doubled(bound, table[:rows, :high], modulus)
            for down, across in reversed(_blocks(more, rows, max(low, level.weight), high)):
                table[down, across] += table[_back(down, more), _back(across, level.weight)]
        for down, across in _blocks(0, rows, 0, plan.quota):
            part = table[down, across].copy()
            reduce_at_once(part, modulus)
            table[down, across] = part
        bound = modulus
        yield table.astype(np.uint32)


class _After:
    """What follows from each total and number of counted members, once a level's players have their turn; modulo."""

    def __init__(self, plan: _Plan, modulus: int) -> None:
        self.plan = plan
        self.modulus = modulus
        self.table = np.zeros((plan.rows, plan.width), dtype=np.uint64)
        self.bound = modulus
        parts = [0, *(plan.whole // members % modulus for members in range(1, plan.rows))] if plan.divided else [1]
        self.parts = np.array(parts, dtype=np.uint64)
        self.lighter = np.zeros(plan.width, dtype=np.uint64)
        """Ways to come to each total with the lighter players alone."""
        self.lighter[0] = 1
        if plan.minimal:
            self.table[:, plan.quota :] = self.parts[:, None]

    def come_to(self, level: _Level) -> None:
        """Add the coalitions whose critical members weigh as much as the level's players or more."""
        if self.plan.minimal:
            return
        low, high = self.plan.totals(level, level.number)[0], self.plan.quota + level.weight
        # What lies above the quota must be less than the lightest critical member, and not less than any other.
        up_to = np.cumsum(self.lighter, dtype=np.uint64)
        up_to %= np.uint64(self.modulus)
        enough = np.zeros(high - low, dtype=np.uint64)
        enough[: self.plan.quota + level.next - low] = up_to[: self.plan.quota + level.next - low][::-1]
        ways = difference(up_to[: high - low][::-1], enough, self.modulus)
        self.bound = self._room(self.bound + self.modulus, level)
        for down, across in _blocks(1, level.most + 2, low, high):
            added = self.parts[down, None] * ways[None, _back(across, low)]
            reduce_at_once(added, self.modulus)
            self.table[down, across] += added

    def turn(self, level: _Level, turn: int) -> None:
        """Let one of the level's players, who had that turn, join or stay away."""
        low, high = self.plan.totals(level, turn - 1)
        self.bound = self._room(2 * self.bound, level)
        more = int(self.plan.divided)
        for down, across in _blocks(0, level.most + 1 if more else 1, low, high):
            self.table[down, across] += self.table[_back(down, -more), _back(across, -level.weight)]

    def leave(self, level: _Level) -> None:
        """The level's players are lighter than those that come now."""
        if not self.plan.minimal:
            for _ in range(level.number):
                self.lighter[level.weight :] += self.lighter[: -level.weight].copy()
                bring_below(self.lighter, self.modulus)

    def meet(self, level: _Level, before: NDArray[np.uint32]) -> int:
        """The score of the level's first player, who joins what came before and is followed by this."""
        low, high = self.plan.totals(level, 0)
        more = int(self.plan.divided)
        total = 0
        for down, across in _blocks(0, level.most + 1 if more else 1, low, high):
            following = self.table[_back(down, -more), _back(across, -level.weight)].copy()
            reduce_at_once(following, self.modulus)
            came = before[down, across].astype(np.uint64)
            upper = int((came * (following >> np.uint64(16))).sum())
            lower = int((came * (following & np.uint64(0xFFFF))).sum())
            total += (upper << 16) + lower
        return total % self.modulus

    def _room(self, bound: int, level: _Level) -> int:
        """The bound of the values to come; brings those there are below the modulus first where it would not fit."""
        if bound < _WORD:
            return bound
        low = self.plan.totals(level, 0)[0]
        for down, across in _blocks(0, len(self.table), low, self.plan.width):
            part = self.table[down, across].copy()
            reduce_at_once(part, self.modulus)
            self.table[down, across] = part
        return 2 * self.modulus


def _doubled(bound: int, table: Words, modulus: int) -> int:
    """The bound of the values once they are added to each other; brings them below the modulus first where needed."""
    if 2 * bound < _WORD:
        return 2 * bound
    for row in table:
        reduce_at_once(row, modulus)
    return 2 * modulus


def _blocks(top: int, bottom: int, left: int, right: int) -> list[Block]:
    """Parts of a table small enough to be worked on at once, from the first row and column to the last."""
    width = min(max(right - left, 1), _AT_ONCE)
    height = max(1, _AT_ONCE // width)
    return [
        (slice(row, min(row + height, bottom)), slice(column, min(column + width, right)))
        for row in range(top, bottom, height)
        for column in range(left, right, width)
    ]


def _back(part: slice, by: int) -> slice:
    return slice(part.start - by, part.stop - by)
