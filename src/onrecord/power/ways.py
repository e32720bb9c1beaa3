"""Which exact way of counting a game is cheapest, and whether any is in reach."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from math import inf
from operator import itemgetter

from onrecord.power.classes import count_by_classes, number_of_profiles
from onrecord.power.counts import Counts, Totals
from onrecord.power.decision_diagram import count_by_decision_diagram
from onrecord.power.enumeration import MOST_PLAYERS, count_by_enumeration
from onrecord.power.game import Game, PowerError, in_figures, player_classes
from onrecord.power.generating_functions import (
    MOST_CELLS,
    cells_needed,
    count_by_generating_functions,
    count_totals,
    staircase,
    staircase_work,
)
from onrecord.power.profiles import MOST_WORK as MOST_PROFILE_WORK
from onrecord.power.profiles import count_by_profiles, profile_work
from onrecord.power.required import required_players, with_required, without_required
from onrecord.power.residues import Progress
from onrecord.power.tables import MOST_CELLS as MOST_TABLE_CELLS
from onrecord.power.tables import count_by_tables, count_totals_by_tables, table_plan

_FEW_PROFILES = 5_000
_FEW_PLAYERS = 14
_MOST_WORK = 4_000_000_000_000
"""In cells of tables times players times moduli: a quarter of an hour or so on two processors."""
_QUICK_WORK = 20_000_000_000
"""Some seconds."""
_PROFILE_STEP = 25
"""How many steps of filling a table take as long as one of running through profiles."""


def count(game: Game, progress: Progress | None = None) -> Counts:
    """Winning coalitions and swings by size, by whichever exact way is cheapest; PowerError where none is in reach.

    `progress` is told now and then how much is done, where counting takes long.
    """
    required = required_players(game)
    others = without_required(game, required) if required else game
    if others is not None and (not required or others.size < game.size):
        counted = _count(others, progress)
        return with_required(counted, required, game.size) if required else counted
    return with_required(None, required, game.size)


def _count(game: Game, progress: Progress | None) -> Counts:
    if _is_small(game):
        return count_by_classes(game) if of_few_profiles(game) else count_by_enumeration(game)
    work, way = min(_ways_with_sizes(game), key=itemgetter(0))
    if work <= _MOST_WORK:
        return way(progress)
    try:
        return count_by_decision_diagram(game)
    except PowerError:
        if game.size > MOST_PLAYERS:
            raise PowerError(_out_of_reach(game, by_size=True)) from None
        return count_by_enumeration(game)


def count_without_sizes(game: Game, progress: Progress | None = None) -> Totals:
    """Winning coalitions and swings; quicker than `count` for many players, and in reach for more of them."""
    work, way = _way_without_sizes(game)
    if work <= min(_MOST_WORK, _work_with_sizes(game)):
        return way(progress)
    try:
        return count(game, progress).totals
    except PowerError:
        raise PowerError(_out_of_reach(game, by_size=False)) from None


def _out_of_reach(game: Game, by_size: bool) -> str:
    """Why neither of the ways will do, and what will."""
    kinds = "each with weights of its own" if len(player_classes(game)) == game.size else "with such weights"
    needs = ""
    with suppress(PowerError):
        cells, work = _size_of_table(game, by_size)
        what = "by size, as the Shapley-Shubik index needs it, it" if by_size else "it"
        needs = f": {what} takes {in_figures(work)} steps on a table of {in_figures(cells)} cells"
    return (
        f"{game.size} players {kinds} are out of reach of exact counting{needs}; "
        "ask for an estimate (--samples, or samples in Python)"
    )


def of_few_profiles(game: Game) -> bool:
    """Whether its players are so much alike that running through all profiles takes no time."""
    return number_of_profiles(game) <= _FEW_PROFILES


def counting_is_slow(game: Game, by_size: bool) -> bool:
    """Whether exact counting takes more than a few seconds."""
    work = _work_with_sizes(game)
    if not by_size:
        work = min(work, _way_without_sizes(game)[0])
    return _QUICK_WORK < work <= _MOST_WORK


def _is_small(game: Game) -> bool:
    return of_few_profiles(game) or game.size <= _FEW_PLAYERS


def _ways_with_sizes(game: Game) -> list[tuple[float, Callable[[Progress | None], Counts]]]:
    """Ways to count that could do, each with the work it takes, in steps of filling a table; infinite beyond reach."""
    profiles = profile_work(game)
    ways: list[tuple[float, Callable[[Progress | None], Counts]]] = [
        (profiles * _PROFILE_STEP if profiles <= MOST_PROFILE_WORK else inf, partial(count_by_profiles, game))
    ]
    steps = staircase(game)
    if steps is None:
        return [*ways, (_table_work(game, by_size=True), partial(count_by_tables, game))]
    work = staircase_work(steps) if cells_needed(steps) <= MOST_CELLS else inf
    return [*ways, (work, partial(count_by_generating_functions, steps))]


def _way_without_sizes(game: Game) -> tuple[float, Callable[[Progress | None], Totals]]:
    quota = quota_of(game)
    if len(game.weights) > 1 or quota is None:
        return _table_work(game, by_size=False), partial(count_totals_by_tables, game)
    cells = min(quota, sum(game.weights[0]) + 1 - quota)
    return cells * game.size if cells <= MOST_CELLS else inf, partial(count_totals, game.weights[0], quota)


def _work_with_sizes(game: Game) -> float:
    return 0 if _is_small(game) else min(work for work, _ in _ways_with_sizes(game))


def _table_work(game: Game, by_size: bool) -> float:
    try:
        plan = table_plan(game, by_size)
    except PowerError:
        return inf
    return plan.work if plan.cells <= MOST_TABLE_CELLS else inf


def _size_of_table(game: Game, by_size: bool) -> tuple[int, int]:
    """Cells, and steps to fill them."""
    steps = staircase(game)
    if by_size and steps is not None:
        return cells_needed(steps), staircase_work(steps)
    plan = table_plan(game, by_size)
    return plan.cells, plan.work


def quota_of(game: Game) -> int | None:
    """What a coalition of any size needs of the one weight; None where it is not one number."""
    steps = staircase(game)
    if steps is None or len(set(steps.thresholds)) > 1:
        return None
    return steps.thresholds[0]
