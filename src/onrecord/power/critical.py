"""Indices that look at minimal winning coalitions, or at how many members of a coalition are critical.

A member is critical in a winning coalition that loses without it, and a coalition is minimal when all its members are.
Each index is worked out by classes of alike members, by tables of one weighted majority, or from all coalitions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial

from onrecord.power.classes import MOST_PROFILES, number_of_profiles
from onrecord.power.coalitions import (
    MOST_PLAYERS,
    critical_by_enumeration,
    minimal_by_enumeration,
    shift_by_enumeration,
)
from onrecord.power.critical_classes import critical_by_classes, minimal_by_classes, shift_by_classes
from onrecord.power.descending import critical_divided, minimal_containing, minimal_divided
from onrecord.power.game import Game, PowerError, player_classes
from onrecord.power.indices import Values
from onrecord.power.residues import Progress
from onrecord.power.surplus import shift_containing
from onrecord.power.ways import of_few_profiles, quota_of

Scores = Sequence[Fraction]
"""One number a player; the index is each one's share in them all."""


def public_good(game: Game, progress: Progress | None = None) -> Values:
    """Public good index: shares in the number of minimal winning coalitions a member belongs to.

    Holler, "Forming Coalitions and Measuring Voting Power", Political Studies 30 (1982); Holler and Packel, "Power,
    Luck and the Right Index", Journal of Economics 43 (1983).
    """
    return _shares(
        game,
        lambda: minimal_by_classes(game)[0],
        partial(minimal_containing, progress=progress),
        lambda: minimal_by_enumeration(game, progress)[0],
    )


def deegan_packel(game: Game, progress: Progress | None = None) -> Values:
    """Deegan-Packel index: every minimal winning coalition is as likely and divides its gain equally.

    Deegan and Packel, "A New Index of Power for Simple n-Person Games", International Journal of Game Theory 7 (1978).
    """
    return _shares(
        game,
        lambda: minimal_by_classes(game)[1],
        partial(minimal_divided, progress=progress),
        lambda: minimal_by_enumeration(game, progress)[1],
    )


def johnston(game: Game, progress: Progress | None = None) -> Values:
    """Johnston's index: a coalition's critical members share it equally.

    Johnston, "On the Measurement of Power: Some Reactions to Laver", Environment and Planning A 10 (1978).
    """
    return _shares(
        game,
        lambda: critical_by_classes(game),
        partial(critical_divided, progress=progress),
        lambda: critical_by_enumeration(game, progress),
    )


def shift(game: Game, progress: Progress | None = None) -> Values:
    """Shift index: shares in the minimal winning coalitions that lose when a member makes way for a weaker one.

    Alonso-Meijide and Freixas, "A New Power Index Based on Minimal Winning Coalitions without Any Surplus", Decision
    Support Systems 49 (2010).
    """
    return _shares(game, lambda: shift_by_classes(game), shift_containing, lambda: shift_by_enumeration(game, progress))


def _shares(
    game: Game,
    by_classes: Callable[[], Scores],
    by_weight: Callable[[Sequence[int], int], Scores],
    by_enumeration: Callable[[], Scores],
) -> Values:
    """Each player's share, by the cheapest way that the game allows; PowerError where none is in reach."""
    quota = quota_of(game) if len(game.weights) == 1 else None
    beyond = ""
    scores: Scores | None = None
    if quota is not None and not of_few_profiles(game):
        try:
            scores = by_weight(game.weights[0], quota)
        except PowerError as error:
            beyond = str(error)
    if scores is None and number_of_profiles(game) <= MOST_PROFILES:
        scores = by_classes()
    if scores is None and game.size <= MOST_PLAYERS:
        scores = by_enumeration()
    if scores is None:
        raise PowerError(f"out of reach of exact counting: {beyond or _unlike(game)}")
    total = sum(scores, Fraction(0))
    return tuple(score / total for score in scores)


def _unlike(game: Game) -> str:
    kinds = len(player_classes(game))
    return (
        f"there are {game.size} players of {kinds} kinds and more than one majority; it takes fewer kinds, "
        f"one majority alone, or at most {MOST_PLAYERS} players"
    )
