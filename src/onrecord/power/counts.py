"""What every way of counting answers with: winning coalitions and swings, by the size of the coalition.

A swing of a player is a losing coalition without that player that wins when the player joins (Banzhaf, "Weighted
Voting Doesn't Work", Rutgers Law Review 19, 1965).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    winning: tuple[int, ...]
    """Number of winning coalitions by size, from nobody to everybody: n + 1 numbers."""
    swings: tuple[tuple[int, ...], ...]
    """For each player the number of swings by the size of the coalition joined: n numbers from 0 to n - 1."""

    @property
    def totals(self) -> Totals:
        return Totals(len(self.swings), sum(self.winning), tuple(map(sum, self.swings)))


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts without the sizes: enough for all but the Shapley-Shubik index, and much cheaper for large games."""

    size: int
    winning: int
    swings: tuple[int, ...]


def swings_from_membership(
    winning: Sequence[int], winning_with: Sequence[Sequence[int]]
) -> tuple[tuple[int, ...], ...]:
    """Swings from how many winning coalitions of each size contain each player.

    In a monotone game a coalition of size k without the player swings when it wins with the player and not without:
    winning_with[player][k + 1] less the winning ones of size k that the player is not in.
    """
    size = len(winning) - 1
    return tuple(tuple(own[k + 1] - (winning[k] - own[k]) for k in range(size)) for own in winning_with)
