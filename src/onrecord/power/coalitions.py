"""Critical members, minimal and shift-minimal winning coalitions from a table of all coalitions of up to 27 players.

The brute force for the indices of `critical.py`, and their only way where a rule has several majorities and members
who all differ, such as the European Union. A coalition is a number whose bits say who is in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.power.enumeration import sums
from onrecord.power.game import Game, PowerError, holds
from onrecord.power.residues import Progress

MOST_PLAYERS = 27
"""Half a gigabyte."""
_LOW = 14
"""The first so many players make the columns of the table of verdicts, which is filled row by row."""
Verdicts = NDArray[np.bool_]


@lru_cache(maxsize=1)
def minimal_by_enumeration(game: Game, progress: Progress | None = None) -> tuple[list[Fraction], list[Fraction]]:
    """For each player the minimal winning coalitions that contain it: how many, and one by the size of each.

    Kept for the next who asks, since two indices are read from it.
    """
    found = _minimal(game, _winning(game), progress)
    within = [found >> np.int64(player) & 1 for player in range(game.size)]
    sizes = sum(within, np.zeros(len(found), dtype=np.int64))
    containing = [sizes[own == 1] for own in within]
    return [Fraction(len(own)) for own in containing], [_divided(own) for own in containing]


def critical_by_enumeration(game: Game, progress: Progress | None = None) -> list[Fraction]:
    """For each player, one by the number of critical members of each coalition it is critical in, added up."""
    wins = _winning(game)
    critical = np.zeros(len(wins), dtype=np.uint8)
    for player, own in _swinging(wins, game.size):
        _joined(critical, player)[...] += own
    scores = []
    for player, own in _swinging(wins, game.size):
        scores.append(_divided(_joined(critical, player)[own]))
        _told(progress, player, game.size)
    return scores


def shift_by_enumeration(game: Game, progress: Progress | None = None) -> list[Fraction]:
    """For each player, how many winning coalitions contain it that can neither spare nor weaken a member."""
    wins = _winning(game)
    found = _minimal(game, wins, None)
    swings = [int(own.sum()) for _, own in _swinging(wins, game.size)]
    for stronger in range(game.size):
        for weaker in range(game.size):
            # Who has no more swings is not stronger.
            if swings[stronger] > swings[weaker] and _replaces(game, wins, stronger, weaker):
                exchanged = found & ~(np.int64(1) << stronger) | np.int64(1) << weaker
                both = (found >> stronger & 1 == 1) & (found >> weaker & 1 == 0)
                found = found[~(both & wins[exchanged])]
        _told(progress, stronger, game.size)
    return [Fraction(int((found >> np.int64(player) & 1).sum())) for player in range(game.size)]


def _winning(game: Game) -> Verdicts:
    """Whether each coalition wins, from nobody to everybody."""
    if game.size > MOST_PLAYERS:
        raise PowerError(f"{game.size} players have too many coalitions to look at each; at most {MOST_PLAYERS} can be")
    low = [sums(row[:_LOW]) for row in game.weights]
    high = [sums(row[_LOW:]) for row in game.weights]
    wins = np.empty((len(high[0]), len(low[0])), dtype=np.bool_)
    for number, row in enumerate(wins):
        row[...] = holds(game.formula, [own + beyond[number] for own, beyond in zip(low, high, strict=True)])
    return wins.ravel()


def _swinging(wins: Verdicts, size: int) -> Iterator[tuple[int, Verdicts]]:
    """For each player, which of the coalitions with it win and lose without it."""
    for player in range(size):
        halves = wins.reshape(-1, 2, 1 << player)
        yield player, halves[:, 1, :] & ~halves[:, 0, :]


def _joined(table: NDArray[np.uint8], player: int) -> NDArray[np.uint8]:
    """The part of the table for coalitions with the player."""
    return table.reshape(-1, 2, 1 << player)[:, 1, :]


def _minimal(game: Game, wins: Verdicts, progress: Progress | None) -> NDArray[np.int64]:
    """The winning coalitions that lose whoever leaves."""
    spared = np.zeros(len(wins), dtype=np.bool_)
    for player in range(game.size):
        halves, own = wins.reshape(-1, 2, 1 << player), spared.reshape(-1, 2, 1 << player)
        own[:, 1, :] |= halves[:, 0, :]
        _told(progress, player, game.size)
    return np.flatnonzero(wins & ~spared)


def _replaces(game: Game, wins: Verdicts, one: int, other: int) -> bool:
    """Whether the one can take the other's place in every winning coalition."""
    if all(row[one] >= row[other] for row in game.weights):
        return True
    first, second = min(one, other), max(one, other)
    parts = wins.reshape(-1, 2, 1 << (second - first - 1), 2, 1 << first)
    with_first, with_second = parts[:, 0, :, 1, :], parts[:, 1, :, 0, :]
    own, others = (with_first, with_second) if one == first else (with_second, with_first)
    return not bool((others & ~own).any())


def _divided(numbers: NDArray[np.integer[Any]]) -> Fraction:
    """One by each of the numbers, added up."""
    counts = np.bincount(numbers.ravel())
    return sum((Fraction(int(own), number) for number, own in enumerate(counts) if own), Fraction(0))


def _told(progress: Progress | None, player: int, size: int) -> None:
    if progress is not None:
        progress((player + 1) / size)
