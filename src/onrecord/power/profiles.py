"""Counting rules of several weights for many players of few kinds, by size, exact: a thousand players of four classes.

How many of each class are in the coalition decides. The largest class is not run through: given the others, its
members win from some number on (the game is monotone), so coalitions are gathered by size and by that number. The
sum is Owen's multilinear extension, Management Science 18 (1972), with alike players joined; it is made modulo several
numbers whose products fit a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import comb, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.power.counts import Counts
from onrecord.power.game import Game, PowerError, holds, in_figures, player_classes
from onrecord.power.residues import Progress, Words, joined, reduce_in_place, short_moduli_for

MOST_WORK = 25_000_000_000
"""Some minutes."""
_ROWS_AT_ONCE = 1 << 20
"""Short residues of so many rows still add up exactly in a float."""
_LARGEST_INTEGER = 1 << 62


def profile_work(game: Game) -> int:
    """Steps that `count_by_profiles` takes: rows times classes times moduli."""
    classes = _classes(game)
    return _rows(game, classes) * len(classes) * len(short_moduli_for(_bits(game)))


def count_by_profiles(game: Game, progress: Progress | None = None) -> Counts:
    """Winning coalitions and swings by size; PowerError where there are too many profiles."""
    if profile_work(game) > MOST_WORK:
        raise PowerError(f"the players' classes make {in_figures(profile_work(game))} steps of counting, too many")
    classes = _classes(game)
    sizes = [len(group) for group in classes]
    moduli = short_moduli_for(_bits(game))
    gathered = [np.zeros((len(classes), _bins(game, sizes)), dtype=np.uint64) for _ in moduli]
    whole = _rows(game, classes)
    for start in range(0, whole, _ROWS_AT_ONCE):
        _gather(game, classes, range(start, min(start + _ROWS_AT_ONCE, whole)), moduli, gathered)
        if progress is not None:
            progress(min(1.0, (start + _ROWS_AT_ONCE) / whole))
    residues = [_losing(own, sizes, modulus) for own, modulus in zip(gathered, moduli, strict=True)]
    numbers = joined(residues, moduli)
    rows = [numbers[start : start + game.size + 1] for start in range(0, len(numbers), game.size + 1)]
    return _counts(game, classes, rows[0], rows[1:])


def _classes(game: Game) -> list[tuple[int, ...]]:
    """Classes of alike players, the largest last."""
    return sorted(player_classes(game), key=len)


def _rows(game: Game, classes: Sequence[Sequence[int]]) -> int:
    return prod(len(group) + 1 for group in classes[:-1])


def _bits(game: Game) -> int:
    """Of the members of one class in all coalitions of a size, added up."""
    return game.size + game.size.bit_length()


def _bins(game: Game, sizes: Sequence[int]) -> int:
    return (game.size - sizes[-1] + 1) * (sizes[-1] + 2)


def _gather(
    game: Game, classes: Sequence[Sequence[int]], rows: range, moduli: Sequence[int], gathered: Sequence[Words]
) -> None:
    """Add up ways to choose from all classes but the last, plain and times the members of each class.

    By the number chosen and the number of the last class from which on the coalition wins.
    """
    sizes = [len(group) for group in classes]
    chosen: list[NDArray[np.int64]] = []
    rest = np.arange(rows.start, rows.stop)
    for size in sizes[:-1]:
        rest, own = np.divmod(rest, size + 1)
        chosen.append(own)
    heads = sum(chosen, np.zeros(len(rows), dtype=np.int64))
    bins = heads * (sizes[-1] + 2) + _needed(game, classes, chosen, len(rows))
    for modulus, sums in zip(moduli, gathered, strict=True):
        ways = np.ones(len(rows), dtype=np.uint64)
        for own, size in zip(chosen, sizes, strict=False):
            ways *= _binomials(size, modulus)[own]
            reduce_in_place(ways[None, :], modulus)
        sums[0] += _added(bins, ways, sums.shape[1])
        for place, own in enumerate(chosen, start=1):
            times = ways * own.astype(np.uint64)
            reduce_in_place(times[None, :], modulus)
            sums[place] += _added(bins, times, sums.shape[1])
        reduce_in_place(sums, modulus)


def _needed(
    game: Game, classes: Sequence[Sequence[int]], chosen: Sequence[NDArray[np.int64]], rows: int
) -> NDArray[np.int64]:
    """How many of the last class it takes to win, one more than there are where even all do not suffice."""
    totals: list[NDArray[Any]] = []
    for row in game.weights:
        exact: Any = np.int64 if sum(row) < _LARGEST_INTEGER else object
        total = np.zeros(rows, dtype=exact)
        for group, own in zip(classes, chosen, strict=False):
            total = total + own.astype(exact) * row[group[0]]
        totals.append(total)
    last = [row[classes[-1][0]] for row in game.weights]
    low, high = np.zeros(rows, dtype=np.int64), np.full(rows, len(classes[-1]) + 1, dtype=np.int64)
    for _ in range(len(classes[-1]).bit_length() + 1):
        middle = np.minimum((low + high) // 2, len(classes[-1]))
        with_last = [t + middle.astype(t.dtype) * weight for t, weight in zip(totals, last, strict=True)]
        wins = np.asarray(holds(game.formula, with_last), dtype=np.bool_)
        high = np.where(wins, np.minimum(middle, high), high)
        low = np.where(wins, low, np.minimum(middle + 1, high))
    return high


def _binomials(size: int, modulus: int) -> Words:
    return np.array([comb(size, number) % modulus for number in range(size + 1)], dtype=np.uint64)


def _added(bins: NDArray[np.int64], values: Words, length: int) -> Words:
    return np.bincount(bins, weights=values.astype(np.float64), minlength=length).astype(np.uint64)


def _losing(gathered: Words, sizes: Sequence[int], modulus: int) -> list[int]:
    """Losing coalitions by size, then the members of each class in them, added up, by size; modulo."""
    last = sizes[-1]
    table = gathered.reshape(len(gathered), -1, last + 2)
    # With so many of the last class, what loses is what needs more of them.
    losing = np.cumsum(table[:, :, ::-1], axis=2, dtype=np.uint64)[:, :, ::-1][:, :, 1:].copy()
    for own in losing:
        reduce_in_place(own, modulus)
        own *= _binomials(last, modulus)
        reduce_in_place(own, modulus)
    of_last = losing[0] * np.arange(last + 1, dtype=np.uint64)
    reduce_in_place(of_last, modulus)
    by_size = np.add.outer(np.arange(losing.shape[1]), np.arange(last + 1)).ravel()
    answers: list[int] = []
    for own in (*losing, of_last):
        added = _added(by_size, own.ravel(), 0)
        reduce_in_place(added[None, :], modulus)
        answers += added.tolist()
    return answers


def _counts(
    game: Game, classes: Sequence[Sequence[int]], losing: Sequence[int], members: Sequence[Sequence[int]]
) -> Counts:
    """A losing coalition without the player either swings or loses with the player, too."""
    size = game.size
    winning = tuple(comb(size, heads) - lost for heads, lost in enumerate(losing))
    swings: dict[int, tuple[int, ...]] = {}
    for group, added in zip(classes, members, strict=True):
        with_player = [number // len(group) for number in added]
        own = tuple(losing[heads] - with_player[heads] - with_player[heads + 1] for heads in range(size))
        swings.update(dict.fromkeys(group, own))
    return Counts(winning, tuple(swings[player] for player in range(size)))
