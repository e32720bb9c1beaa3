"""One call for a game's voting power: which index, by which way of counting, exact or estimated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from math import inf
from operator import itemgetter

from onrecord.power.classes import count_by_classes, number_of_profiles
from onrecord.power.counts import Counts, Totals
from onrecord.power.decision_diagram import count_by_decision_diagram
from onrecord.power.enumeration import MOST_PLAYERS, count_by_enumeration
from onrecord.power.game import Game, PowerError
from onrecord.power.generating_functions import (
    MOST_CELLS,
    cells_needed,
    count_by_generating_functions,
    count_totals,
    staircase,
    staircase_work,
)
from onrecord.power.indices import (
    Values,
    banzhaf,
    banzhaf_normalised,
    coleman_initiate,
    coleman_prevent,
    collectivity,
    rae,
    shapley_shubik,
)
from onrecord.power.minimal import (
    Minimal,
    deegan_packel,
    johnston,
    minimal_by_classes,
    minimal_of_weighted,
    public_good,
    shift,
)
from onrecord.power.monte_carlo import Estimates, estimate_banzhaf, estimate_shapley_shubik
from onrecord.power.profiles import MOST_WORK as MOST_PROFILE_WORK
from onrecord.power.profiles import count_by_profiles, profile_work
from onrecord.power.required import required_players, with_required, without_required
from onrecord.power.residues import Progress
from onrecord.power.tables import MOST_CELLS as MOST_TABLE_CELLS
from onrecord.power.tables import count_by_tables, count_totals_by_tables, table_plan
from onrecord.power.ternary import TernaryGame, ternary_banzhaf, ternary_shapley_shubik

_FEW_PROFILES = 5_000
_FEW_PLAYERS = 14
_MOST_WORK = 1_000_000_000_000
"""In cells of tables times players times moduli: some minutes."""
_QUICK_WORK = 20_000_000_000
"""Some seconds."""
_PROFILE_STEP = 25
"""How many steps of filling a table take as long as one of running through profiles."""


@dataclass(frozen=True, slots=True)
class Index:
    """An index by name, what it needs to be worked out from, and how."""

    id: str
    title: str
    says: str
    of_totals: Callable[[Totals], Values] | None = None
    of_counts: Callable[[Counts], Values] | None = None
    of_minimal: Callable[[Minimal], Values] | None = None
    of_game: Callable[[Game], Values] | None = None
    estimate: Callable[[Game, int, int], Estimates] | None = None
    ternary: Callable[[TernaryGame], Values] | None = None


INDICES: Mapping[str, Index] = {
    index.id: index
    for index in (
        Index(
            "shapley-shubik",
            "Shapley-Shubik",
            "how often a member settles it, when members come to favour it one by one in random order",
            of_counts=shapley_shubik,
            estimate=estimate_shapley_shubik,
            ternary=ternary_shapley_shubik,
        ),
        Index(
            "banzhaf",
            "Banzhaf, absolute",
            "how often a member's vote decides, when all the others toss coins",
            of_totals=banzhaf,
            estimate=estimate_banzhaf,
            ternary=ternary_banzhaf,
        ),
        Index(
            "banzhaf-normalised",
            "Banzhaf, normalised",
            "the Banzhaf index as a share of the sum over all members",
            of_totals=banzhaf_normalised,
        ),
        Index(
            "coleman-prevent",
            "Coleman, to prevent",
            "the share of winning coalitions that a member can undo",
            of_totals=coleman_prevent,
        ),
        Index(
            "coleman-initiate",
            "Coleman, to initiate",
            "the share of losing coalitions that a member can turn",
            of_totals=coleman_initiate,
        ),
        Index("rae", "Rae", "how often the outcome is what a member voted for", of_totals=rae),
        Index(
            "public-good",
            "Holler-Packel",
            "a member's share in the winning coalitions that can spare nobody",
            of_minimal=public_good,
        ),
        Index(
            "deegan-packel",
            "Deegan-Packel",
            "the winning coalitions that can spare nobody, each divided equally among its members",
            of_minimal=deegan_packel,
        ),
        Index(
            "johnston",
            "Johnston",
            "the winning coalitions, each divided equally among those it cannot spare",
            of_game=johnston,
        ),
        Index(
            "shift",
            "Shift",
            "a member's share in the winning coalitions that can neither spare nor weaken a member",
            of_game=shift,
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Power:
    """A game's voting power: for each index, one value a player in the order of `players`."""

    players: tuple[str, ...]
    values: Mapping[str, tuple[Fraction, ...] | tuple[float, ...]]
    """Fractions where exact, floats where estimated."""
    standard_errors: Mapping[str, tuple[float, ...]]
    """For estimated indices only."""
    left_out: Mapping[str, str]
    """Indices that were not worked out, and why."""
    collectivity: Fraction | None = None
    """Coleman's power of the collectivity to act, where winning coalitions were counted."""


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
        few = number_of_profiles(game) <= _FEW_PROFILES
        return count_by_classes(game) if few else count_by_enumeration(game)
    work, way = min(_ways_with_sizes(game), key=itemgetter(0))
    if work <= _MOST_WORK:
        return way(progress)
    try:
        return count_by_decision_diagram(game)
    except PowerError:
        if game.size > MOST_PLAYERS:
            raise PowerError(
                f"{game.size} players with such weights are out of reach of exact counting; "
                "ask for an estimate (--samples, or samples in Python)"
            ) from None
        return count_by_enumeration(game)


def count_without_sizes(game: Game, progress: Progress | None = None) -> Totals:
    """Winning coalitions and swings; quicker than `count` for many players, and in reach for more of them."""
    work, way = _way_without_sizes(game)
    if work <= min(_MOST_WORK, _work_with_sizes(game)):
        return way(progress)
    return count(game, progress).totals


def _is_small(game: Game) -> bool:
    return number_of_profiles(game) <= _FEW_PROFILES or game.size <= _FEW_PLAYERS


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
    quota = _quota(game)
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


def _quota(game: Game) -> int | None:
    steps = staircase(game)
    if steps is None or len(set(steps.thresholds)) > 1:
        return None
    return steps.thresholds[0]


def is_slow(game: Game, index: str) -> bool:
    """Whether the exact index takes more than a few seconds, so that a caller may ask first."""
    work = _work_with_sizes(game)
    if INDICES[index].of_totals is not None:
        work = min(work, _way_without_sizes(game)[0])
    elif INDICES[index].of_counts is None:
        return False
    return _QUICK_WORK < work <= _MOST_WORK


def measure(
    game: Game,
    indices: Sequence[str] = ("shapley-shubik", "banzhaf"),
    samples: int | None = None,
    seed: int = 0,
    progress: Progress | None = None,
) -> Power:
    """Work out the indices named, exactly, or estimated from `samples` random draws where a number is given.

    An index that cannot be had is left out with the reason; PowerError for a name that is no index. Where exact
    counting takes long, `progress` is told now and then how much is done, from 0 to 1.
    """
    values: dict[str, tuple[Fraction, ...] | tuple[float, ...]] = {}
    errors: dict[str, tuple[float, ...]] = {}
    left_out: dict[str, str] = {}
    whole: Fraction | None = None
    work = _Work(game, progress)
    for name in indices:
        index = _index(name)
        try:
            if samples is None:
                values[name] = work.exact(index)
            elif index.estimate is None:
                left_out[name] = "is not estimated by chance; only the Banzhaf and Shapley-Shubik indices are"
            else:
                estimates = index.estimate(game, samples, seed)
                values[name], errors[name] = estimates.values, estimates.standard_errors
        except PowerError as error:
            left_out[name] = str(error)
    if work.totals is not None:
        whole = collectivity(work.totals)
    return Power(game.players, values, errors, left_out, whole)


def measure_with_abstention(game: TernaryGame, indices: Sequence[str] = ("shapley-shubik", "banzhaf")) -> Power:
    """The same with abstention as a third choice, for the indices that have such a form."""
    values: dict[str, tuple[Fraction, ...] | tuple[float, ...]] = {}
    left_out: dict[str, str] = {}
    for name in indices:
        index = _index(name)
        if index.ternary is None:
            left_out[name] = "has no form with abstention here; the Banzhaf and Shapley-Shubik indices have"
            continue
        try:
            values[name] = index.ternary(game)
        except PowerError as error:
            left_out[name] = str(error)
    return Power(game.players, values, {}, left_out)


def _index(name: str) -> Index:
    if name not in INDICES:
        raise PowerError(f"no index {name!r}; there are {', '.join(INDICES)}")
    return INDICES[name]


class _Work:
    """Counts of one game, each made once and only when an index needs it."""

    def __init__(self, game: Game, progress: Progress | None) -> None:
        self.game = game
        self.progress = progress
        self.totals: Totals | None = None
        self.counts: Counts | None = None
        self.minimal: Minimal | None = None

    def exact(self, index: Index) -> Values:
        if index.of_totals is not None:
            if self.totals is None:
                self.totals = self.counts.totals if self.counts else count_without_sizes(self.game, self.progress)
            return index.of_totals(self.totals)
        if index.of_counts is not None:
            if self.counts is None:
                self.counts = count(self.game, self.progress)
                self.totals = self.counts.totals
            return index.of_counts(self.counts)
        if index.of_minimal is not None:
            if self.minimal is None:
                self.minimal = _minimal(self.game)
            return index.of_minimal(self.minimal)
        assert index.of_game is not None
        return index.of_game(self.game)


def _minimal(game: Game) -> Minimal:
    if len(game.weights) == 1:
        quota = _quota(game)
        if quota is not None and number_of_profiles(game) > _FEW_PROFILES:
            return minimal_of_weighted(game.weights[0], quota)
    return minimal_by_classes(game)
