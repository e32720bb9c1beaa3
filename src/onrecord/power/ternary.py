"""Voting power when members may abstain: ternary games, worked out over classes of alike members.

Felsenthal and Machover, "Ternary Voting Games", International Journal of Game Theory 26 (1997), and The Measurement
of Voting Power (1998), chapter 8, whose example is the Council: a permanent member's abstention does not block.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import comb, factorial, prod

from onrecord.power.game import PowerError, in_figures
from onrecord.power.indices import Values
from onrecord.rules.model import MEMBERS, AllOf, Among, Condition, DecisionRule, Majority

MOST_PROFILES = 400_000
Division = tuple[tuple[int, int, int], ...]
"""For each class of members how many vote yes, abstain, and vote no."""


@dataclass(frozen=True)
class TernaryGame:
    """A decision rule with its members, each of whom votes yes, abstains or votes no."""

    rule: DecisionRule
    players: tuple[str, ...]

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Members with the same weights and the same right of veto, as tuples of player numbers."""
        alike: dict[tuple[object, ...], list[int]] = {}
        for number, player in enumerate(self.players):
            weights = tuple(amounts[player] for amounts in self.rule.weights.values())
            alike.setdefault((player in self.rule.veto_holders, *weights), []).append(number)
        return tuple(map(tuple, alike.values()))

    def passes(self, division: Division) -> bool:
        """Whether the proposal passes when the classes divide so."""
        return self._carried(self.rule.carried_by, division) and not self._vetoed(division)

    def _vetoed(self, division: Division) -> bool:
        if self.rule.veto is None:
            return False
        stopping = 0
        for (_, abstaining, against), group in zip(division, self.groups, strict=True):
            if self.players[group[0]] in self.rule.veto_holders:
                stopping += against + (abstaining if self.rule.veto.abstention_blocks else 0)
        return stopping >= self.rule.veto.needed

    def _carried(self, condition: Condition, division: Division) -> bool:
        if isinstance(condition, Majority):
            weights = self._weights[condition.of]
            in_favour = sum(weight * yes for weight, (yes, _, _) in zip(weights, division, strict=True))
            against = sum(weight * no for weight, (_, _, no) in zip(weights, division, strict=True))
            base = self._totals[condition.of] if condition.among is Among.ALL else in_favour + against
            return in_favour >= condition.amount(base)
        parts = (self._carried(part, division) for part in condition.parts)
        return all(parts) if isinstance(condition, AllOf) else any(parts)

    @cached_property
    def _weights(self) -> Mapping[str, Sequence[int]]:
        named = {MEMBERS: dict.fromkeys(self.players, 1), **self.rule.weights}
        return {name: [own[self.players[group[0]]] for group in self.groups] for name, own in named.items()}

    @cached_property
    def _totals(self) -> Mapping[str, int]:
        sizes = [len(group) for group in self.groups]
        return {name: sum(map(int.__mul__, own, sizes)) for name, own in self._weights.items()}


def ternary_banzhaf(game: TernaryGame) -> Values:
    """The chance to decide by voting yes rather than no when each other member does one of three things by chance.

    Felsenthal and Machover 1997, section 4 (the absolute index); PowerError where there are too many classes.
    """
    sizes = [len(group) for group in game.groups]
    _check(prod(comb(size + 2, 2) for size in sizes), game)
    swings = []
    for number in range(len(sizes)):
        others = [size - (place == number) for place, size in enumerate(sizes)]
        swings.append(sum(ways for division, ways in _divisions(others) if _decides(game, division, number)))
    every = 3 ** (len(game.players) - 1)
    return _spread(game, [Fraction(own, every) for own in swings])


def ternary_shapley_shubik(game: TernaryGame) -> Values:
    """The chance to be pivotal in a roll-call in random order where each vote is one of three by chance.

    The pivot is the member whose vote settles the outcome, whatever those after it do. Felsenthal and Machover 1997,
    section 5; PowerError where there are too many classes.
    """
    sizes = [len(group) for group in game.groups]
    count = len(game.players)
    if len(sizes) == 1:
        # Every roll-call has one pivot, and all members are alike.
        return (Fraction(1, count),) * count
    _check(prod(comb(size + 3, 3) for size in sizes), game)
    values = []
    for number in range(len(sizes)):
        others = [size - (place == number) for place, size in enumerate(sizes)]
        chance = Fraction(0)
        for called in product(*(range(size + 1) for size in others)):
            before = sum(called)
            orders = factorial(before) * factorial(count - 1 - before) * prod(map(comb, others, called))
            pivots = sum(ways * _settling(game, division, number) for division, ways in _divisions(called))
            chance += Fraction(orders * pivots, factorial(count) * 3 ** (before + 1))
        values.append(chance)
    return _spread(game, values)


def _check(profiles: int, game: TernaryGame) -> None:
    if profiles > MOST_PROFILES:
        classes = "one class" if len(game.groups) == 1 else f"{len(game.groups)} classes"
        raise PowerError(
            f"with abstention {classes} of members can divide in {in_figures(profiles)} ways, too many to look at"
        )


def _divisions(sizes: Sequence[int]) -> Iterator[tuple[Division, int]]:
    """Every way the classes can divide into yes, abstaining and no, and how many ways of voting each stands for."""
    each = [[(yes, rest - no, no) for yes in range(size + 1) for rest in (size - yes,) for no in range(rest + 1)]
            for size in sizes]  # fmt: skip
    for division in product(*each):
        yield division, prod(comb(sum(own), own[0]) * comb(own[1] + own[2], own[1]) for own in division)


def _decides(game: TernaryGame, others: Division, number: int) -> bool:
    return game.passes(_with(others, number, (1, 0, 0))) and not game.passes(_with(others, number, (0, 0, 1)))


def _settling(game: TernaryGame, called: Division, number: int) -> int:
    """How many of the three votes of a member of that class settle an outcome that was open before it was called."""
    if _settled(game, called):
        return 0
    return sum(_settled(game, _with(called, number, vote)) for vote in ((1, 0, 0), (0, 1, 0), (0, 0, 1)))


def _settled(game: TernaryGame, called: Division) -> bool:
    """Whether the outcome is the same when all members not yet called vote yes as when all vote no."""
    left = [len(group) - sum(own) for group, own in zip(game.groups, called, strict=True)]
    all_yes = tuple((yes + rest, abstain, no) for (yes, abstain, no), rest in zip(called, left, strict=True))
    all_no = tuple((yes, abstain, no + rest) for (yes, abstain, no), rest in zip(called, left, strict=True))
    return game.passes(all_yes) == game.passes(all_no)


def _with(division: Division, number: int, vote: tuple[int, int, int]) -> Division:
    yes, abstain, no = division[number]
    changed = (yes + vote[0], abstain + vote[1], no + vote[2])
    return (*division[:number], changed, *division[number + 1 :])


def _spread(game: TernaryGame, values: Sequence[Fraction]) -> Values:
    by_player = {player: value for value, group in zip(values, game.groups, strict=True) for player in group}
    return tuple(by_player[player] for player in range(len(game.players)))
