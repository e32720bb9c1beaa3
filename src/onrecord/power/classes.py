"""Counting by classes of alike players: how many of each class are in the coalition is all that matters.

The Council has two classes and 66 profiles where it has 32,768 coalitions. A sum over profiles is the multilinear
extension of Owen, "Multilinear Extensions of Games", Management Science 18 (1972), with alike players joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import comb, prod

from onrecord.power.counts import Counts
from onrecord.power.game import Game, PowerError, holds, in_figures, player_classes

MOST_PROFILES = 200_000


def number_of_profiles(game: Game) -> int:
    return prod(len(group) + 1 for group in player_classes(game))


def winning_profiles(game: Game) -> dict[tuple[int, ...], bool]:
    """Whether a coalition with so many members of each class wins, for every profile."""
    groups = player_classes(game)
    if number_of_profiles(game) > MOST_PROFILES:
        many = in_figures(number_of_profiles(game))
        raise PowerError(f"{len(groups)} classes of players make {many} profiles, too many")
    weights = [[row[group[0]] for group in groups] for row in game.weights]
    profiles = product(*(range(len(group) + 1) for group in groups))
    return {
        profile: bool(holds(game.formula, [sum(map(int.__mul__, row, profile)) for row in weights]))
        for profile in profiles
    }


def count_by_classes(game: Game) -> Counts:
    """Winning coalitions and swings by size, exact; PowerError where there are too many profiles."""
    groups = player_classes(game)
    verdicts = winning_profiles(game)
    winning = [0] * (game.size + 1)
    swings = [[0] * game.size for _ in groups]
    sizes = [len(group) for group in groups]
    for profile, wins in verdicts.items():
        if wins:
            winning[sum(profile)] += prod(map(comb, sizes, profile))
            continue
        for number, joined in _joined_by_one(profile, sizes):
            if verdicts[joined]:
                others = [size - (place == number) for place, size in enumerate(sizes)]
                swings[number][sum(profile)] += prod(map(comb, others, profile))
    of_player = {player: number for number, group in enumerate(groups) for player in group}
    return Counts(tuple(winning), tuple(tuple(swings[of_player[player]]) for player in range(game.size)))


def _joined_by_one(profile: tuple[int, ...], sizes: list[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    for number, (count, size) in enumerate(zip(profile, sizes, strict=True)):
        if count < size:
            yield number, (*profile[:number], count + 1, *profile[number + 1 :])
