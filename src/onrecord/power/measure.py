"""One call for a game's voting power: which index, by which way of counting, exact or estimated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from onrecord.power.counts import Counts, Totals
from onrecord.power.critical import deegan_packel, johnston, public_good, shift
from onrecord.power.game import Game, PowerError
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
from onrecord.power.monte_carlo import Estimates, estimate_banzhaf, estimate_shapley_shubik
from onrecord.power.residues import Progress
from onrecord.power.ternary import TernaryGame, ternary_banzhaf, ternary_shapley_shubik
from onrecord.power.ternary_totals import (
    abstaining_is_voting_no,
    banzhaf_by_totals,
    banzhaf_of_two_choices,
    shapley_shubik_by_totals,
    shapley_shubik_of_two_choices,
)
from onrecord.power.ways import count, count_without_sizes, counting_is_slow


@dataclass(frozen=True, slots=True)
class Index:
    """An index by name, what it needs to be worked out from, and how."""

    id: str
    title: str
    says: str
    of_totals: Callable[[Totals], Values] | None = None
    of_counts: Callable[[Counts], Values] | None = None
    of_game: Callable[[Game, Progress | None], Values] | None = None
    estimate: Callable[[Game, int, int], Estimates] | None = None
    ternary: Callable[[TernaryGame, Progress | None], Values] | None = None


def _with_abstention(
    of_two_choices: Callable[[TernaryGame, Progress | None], Values],
    by_classes: Callable[[TernaryGame], Values],
    by_totals: Callable[[TernaryGame], Values],
) -> Callable[[TernaryGame, Progress | None], Values]:
    def values(game: TernaryGame, progress: Progress | None) -> Values:
        if abstaining_is_voting_no(game):
            return of_two_choices(game, progress)
        try:
            return by_classes(game)
        except PowerError:
            return by_totals(game)

    return values


INDICES: Mapping[str, Index] = {
    index.id: index
    for index in (
        Index(
            "shapley-shubik",
            "Shapley-Shubik",
            "how often a member settles it, when members come to favour it one by one in random order",
            of_counts=shapley_shubik,
            estimate=estimate_shapley_shubik,
            ternary=_with_abstention(shapley_shubik_of_two_choices, ternary_shapley_shubik, shapley_shubik_by_totals),
        ),
        Index(
            "banzhaf",
            "Banzhaf, absolute",
            "how often a member's vote decides, when all the others toss coins",
            of_totals=banzhaf,
            estimate=estimate_banzhaf,
            ternary=_with_abstention(banzhaf_of_two_choices, ternary_banzhaf, banzhaf_by_totals),
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
            of_game=public_good,
        ),
        Index(
            "deegan-packel",
            "Deegan-Packel",
            "the winning coalitions that can spare nobody, each divided equally among its members",
            of_game=deegan_packel,
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


def is_slow(game: Game, index: str) -> bool:
    """Whether the exact index takes more than a few seconds, so that a caller may ask first."""
    needs_sizes = INDICES[index].of_counts is not None
    return (needs_sizes or INDICES[index].of_totals is not None) and counting_is_slow(game, needs_sizes)


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


def measure_with_abstention(
    game: TernaryGame, indices: Sequence[str] = ("shapley-shubik", "banzhaf"), progress: Progress | None = None
) -> Power:
    """The same with abstention as a third choice, for the indices that have such a form."""
    values: dict[str, tuple[Fraction, ...] | tuple[float, ...]] = {}
    left_out: dict[str, str] = {}
    for name in indices:
        index = _index(name)
        if index.ternary is None:
            left_out[name] = "has no form with abstention here; the Banzhaf and Shapley-Shubik indices have"
            continue
        try:
            values[name] = index.ternary(game, progress)
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
        assert index.of_game is not None
        return index.of_game(self.game, self.progress)
