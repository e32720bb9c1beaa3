"""Critical members and minimal winning coalitions by classes of alike members: cheap for any rule with few kinds.

Sums over profiles, which say how many members of each class are in the coalition, as in `classes.py`. Each function
gives a number a player.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from math import comb, prod

from onrecord.power.classes import winning_profiles
from onrecord.power.game import Game, player_classes

Profile = tuple[int, ...]


def minimal_by_classes(game: Game) -> tuple[list[Fraction], list[Fraction]]:
    """For each player the minimal winning coalitions that contain it: how many, and one by the size of each.

    PowerError, here and below, where there are too many profiles.
    """
    groups = player_classes(game)
    own = _minimal(winning_profiles(game), groups, lambda profile: True)
    containing = [Fraction(sum(row)) for row in own]
    divided = [sum((Fraction(n, size) for size, n in enumerate(row) if size), Fraction(0)) for row in own]
    return _by_player(containing, groups), _by_player(divided, groups)


def critical_by_classes(game: Game) -> list[Fraction]:
    """For each player, one by the number of critical members of each coalition it is critical in, added up."""
    wins = winning_profiles(game)
    groups = player_classes(game)
    scores = [Fraction(0)] * len(groups)
    for profile, won in wins.items():
        critical = _critical(profile, wins) if won else []
        heads = sum(profile[number] for number in critical)
        for number in critical:
            scores[number] += Fraction(_coalitions(profile, groups, number), heads)
    return _by_player(scores, groups)


def shift_by_classes(game: Game) -> list[Fraction]:
    """For each player, how many winning coalitions contain it that can neither spare nor weaken a member.

    A member is weaker than another who can take its place in every winning coalition, and not the other way round.
    """
    wins = winning_profiles(game)
    groups = player_classes(game)
    numbers = range(len(groups))
    at_least = {(c, d) for c, d in product(numbers, numbers) if c != d and _replaces(c, d, wins, groups)}
    weaker = {(c, d) for c, d in at_least if (d, c) not in at_least}

    def without_surplus(profile: Profile) -> bool:
        moves = ((c, d) for c, d in weaker if profile[c] and profile[d] < len(groups[d]))
        return not any(wins[_moved(_moved(profile, c, -1), d, 1)] for c, d in moves)

    own = _minimal(wins, groups, without_surplus)
    return _by_player([Fraction(sum(row)) for row in own], groups)


def _minimal(
    wins: dict[Profile, bool], groups: Sequence[Sequence[int]], fits: Callable[[Profile], bool]
) -> list[list[int]]:
    """For each class and size, the minimal winning coalitions that fit and hold one given player of the class."""
    size = sum(map(len, groups))
    own = [[0] * (size + 1) for _ in groups]
    for profile, won in wins.items():
        present = [number for number, heads in enumerate(profile) if heads]
        if won and len(_critical(profile, wins)) == len(present) and fits(profile):
            for number in present:
                own[number][sum(profile)] += _coalitions(profile, groups, number)
    return own


def _critical(profile: Profile, wins: dict[Profile, bool]) -> list[int]:
    """Classes whose members the winning coalition cannot do without."""
    present = (number for number, heads in enumerate(profile) if heads)
    return [number for number in present if not wins[_moved(profile, number, -1)]]


def _replaces(c: int, d: int, wins: dict[Profile, bool], groups: Sequence[Sequence[int]]) -> bool:
    """Whether a player of class c can take the place of one of class d in every winning coalition."""
    return all(
        wins[_moved(profile, c, 1)] or not wins[_moved(profile, d, 1)]
        for profile in wins
        if profile[c] < len(groups[c]) and profile[d] < len(groups[d])
    )


def _moved(profile: Profile, number: int, by: int) -> Profile:
    return (*profile[:number], profile[number] + by, *profile[number + 1 :])


def _coalitions(profile: Profile, groups: Sequence[Sequence[int]], number: int) -> int:
    """Coalitions of that profile that hold one given player of the class."""
    return prod(
        comb(len(group) - (place == number), heads - (place == number))
        for place, (group, heads) in enumerate(zip(groups, profile, strict=True))
    )


def _by_player(scores: Sequence[Fraction], groups: Sequence[Sequence[int]]) -> list[Fraction]:
    by_player = {player: score for score, group in zip(scores, groups, strict=True) for player in group}
    return [by_player[player] for player in range(len(by_player))]
