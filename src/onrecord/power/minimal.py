"""Indices that look at minimal winning coalitions, or at how many members of a coalition are critical.

All are worked out over profiles of classes of alike players, so they are exact and cheap for games with few classes;
for weighted games with many classes `minimal_of_weighted` counts minimal winning coalitions by generating functions
(Matsui and Matsui, "A Survey of Algorithms for Calculating Power Indices of Weighted Majority Games", Journal of the
Operations Research Society of Japan 43, 2000).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import comb, prod

from onrecord.power.classes import winning_profiles
from onrecord.power.game import Game, PowerError, player_classes
from onrecord.power.indices import Values

MOST_STEPS = 5_000_000
Profile = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Minimal:
    """Minimal winning coalitions: for each player, how many of each size (0 to n) contain the player."""

    containing: tuple[tuple[int, ...], ...]

    @property
    def total(self) -> int:
        """How many there are: each is counted once for each of its members."""
        size = len(self.containing)
        return sum(sum(own[members] for own in self.containing) // members for members in range(1, size + 1))


def public_good(minimal: Minimal) -> Values:
    """Public good index: shares in the number of minimal winning coalitions a member belongs to.

    Holler, "Forming Coalitions and Measuring Voting Power", Political Studies 30 (1982); Holler and Packel, "Power,
    Luck and the Right Index", Journal of Economics 43 (1983).
    """
    own = [sum(row) for row in minimal.containing]
    return tuple(Fraction(number, sum(own)) for number in own)


def deegan_packel(minimal: Minimal) -> Values:
    """Deegan-Packel index: every minimal winning coalition is as likely and divides its gain equally.

    Deegan and Packel, "A New Index of Power for Simple n-Person Games", International Journal of Game Theory 7 (1978).
    """
    total = minimal.total
    return tuple(
        sum((Fraction(number, members * total) for members, number in enumerate(row) if members), Fraction(0))
        for row in minimal.containing
    )


def johnston(game: Game) -> Values:
    """Johnston's index: a coalition's critical members share it equally.

    Johnston, "On the Measurement of Power: Some Reactions to Laver", Environment and Planning A 10 (1978).
    """
    wins = winning_profiles(game)
    groups = player_classes(game)
    scores = [Fraction(0)] * len(groups)
    for profile, won in wins.items():
        critical = _critical(profile, wins) if won else []
        heads = sum(profile[number] for number in critical)
        for number in critical:
            scores[number] += Fraction(_coalitions(profile, groups, number), heads)
    return _shares(scores, groups)


def shift(game: Game) -> Values:
    """Shift index: shares in the minimal winning coalitions that lose when a member makes way for a weaker one.

    Alonso-Meijide and Freixas, "A New Power Index Based on Minimal Winning Coalitions without Any Surplus", Decision
    Support Systems 49 (2010). A member is weaker than another who can take its place in every winning coalition, and
    not the other way round.
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
    return _shares([Fraction(sum(row)) for row in own], groups)


def minimal_by_classes(game: Game) -> Minimal:
    """Minimal winning coalitions from class profiles; PowerError where there are too many profiles."""
    groups = player_classes(game)
    own = _minimal(winning_profiles(game), groups, lambda profile: True)
    of_player = {player: number for number, group in enumerate(groups) for player in group}
    return Minimal(tuple(tuple(own[of_player[player]]) for player in range(game.size)))


def minimal_of_weighted(weights: Sequence[int], quota: int) -> Minimal:
    """Minimal winning coalitions of [quota; weights]; PowerError where counting them is not cheap.

    Heaviest first, a coalition is minimal when its last member takes it over the quota. Numbers by size are packed
    into whole numbers.
    """
    count = len(weights)
    order = sorted((player for player in range(count) if weights[player]), key=lambda player: -weights[player])
    steps = len(order) ** 2 * (quota // max(1, min(weights[player] for player in order)) + 1)
    if steps + len(order) * quota > MOST_STEPS:
        raise PowerError(f"counting the minimal winning coalitions of {count} players takes too many steps here")
    bits = count + 1
    below = [0] * (quota + 1)
    below[1:] = [1] * quota
    containing = [0] * count
    for place, last in enumerate(order):
        containing[last] += _between(below, quota - weights[last], quota) << bits
        for other in order[:place]:
            low, high = quota - weights[last] - weights[other], quota - weights[other]
            without = _without(below, weights[other], high, bits) - _without(below, weights[other], low, bits)
            containing[other] += without << (2 * bits)
        for bar in range(quota, weights[last], -1):
            below[bar] += below[bar - weights[last]] << bits
    mask = (1 << bits) - 1
    return Minimal(tuple(tuple((own >> (bits * size)) & mask for size in range(count + 1)) for own in containing))


def _between(below: Sequence[int], low: int, high: int) -> int:
    return below[max(high, 0)] - below[max(low, 0)]


def _without(below: Sequence[int], weight: int, bar: int, bits: int) -> int:
    """Coalitions lighter than the bar that a player of that weight is not in, by size, packed."""
    total, sign, shifted = 0, 1, 0
    while bar > 0:
        total += sign * (below[bar] << shifted)
        bar, sign, shifted = bar - weight, -sign, shifted + bits
    return total


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


def _shares(scores: Sequence[Fraction], groups: Sequence[Sequence[int]]) -> Values:
    total = sum((score * len(group) for score, group in zip(scores, groups, strict=True)), Fraction(0))
    by_player = {player: score / total for score, group in zip(scores, groups, strict=True) for player in group}
    return tuple(by_player[player] for player in range(len(by_player)))
