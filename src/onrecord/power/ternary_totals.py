"""Voting power with abstention from totals: how often the votes so far add up to what, member after member.

A second way for what `ternary.py` works out over classes, and one for rules under which abstaining has the effect of
voting no, where the game of two choices tells all. The indices are Felsenthal and Machover's, "Ternary Voting Games",
International Journal of Game Theory 26 (1997).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import factorial

from onrecord.power.game import PowerError, game_of, in_figures
from onrecord.power.indices import Values, shapley_shubik
from onrecord.power.residues import Progress
from onrecord.power.ternary import TernaryGame
from onrecord.power.ways import count
from onrecord.rules.model import MEMBERS, AllOf, Among, Condition, Majority, majorities

MOST_STATES = 300_000
Totals = tuple[int, ...]
_Choices = tuple[Totals, Totals, Totals]
"""What a vote in favour, abstaining and a vote against add to each total."""


def abstaining_is_voting_no(game: TernaryGame) -> bool:
    """Whether it makes no difference to the outcome if a member abstains or votes no."""
    every = all(majority.among is Among.ALL for majority in majorities(game.rule.carried_by))
    return every and (game.rule.veto is None or game.rule.veto.abstention_blocks)


def banzhaf_of_two_choices(game: TernaryGame, progress: Progress | None = None) -> Values:
    """The ternary index where abstaining is voting no: coalitions in favour, the others having two ways each."""
    counts = count(game_of(game.rule, game.players), progress)
    others = len(game.players) - 1
    return tuple(
        Fraction(sum(number << (others - size) for size, number in enumerate(own)), 3**others) for own in counts.swings
    )


def shapley_shubik_of_two_choices(game: TernaryGame, progress: Progress | None = None) -> Values:
    """The ternary index where abstaining is voting no: that of the game of two choices.

    Pivots in a roll-call in random order are as frequent however likely a vote in favour is (Felsenthal and Machover,
    "Alternative Forms of the Shapley Value and the Shapley-Shubik Index", Public Choice 87, 1996).
    """
    return shapley_shubik(count(game_of(game.rule, game.players), progress))


def banzhaf_by_totals(game: TernaryGame) -> Values:
    """Absolute ternary index from how often the others' votes come to each total; PowerError where these are many."""
    votes = _Votes(game)
    values: dict[_Choices, Fraction] = {}
    for player, own in enumerate(votes.of):
        if own not in values:
            ways = {votes.nothing: 1}
            for other in (*votes.of[:player], *votes.of[player + 1 :]):
                ways = _joined(ways, other)
            yes, _, no = own
            swings = sum(
                number
                for total, number in ways.items()
                if votes.passes(_sum(total, yes)) and not votes.passes(_sum(total, no))
            )
            values[own] = Fraction(swings, 3 ** (len(votes.of) - 1))
    return tuple(values[own] for own in votes.of)


def shapley_shubik_by_totals(game: TernaryGame) -> Values:
    """Ternary roll-call index from how often those called come to each total; PowerError where these are many."""
    votes = _Votes(game)
    values: dict[_Choices, Fraction] = {}
    for player, own in enumerate(votes.of):
        if own not in values:
            # A state is how many were called, the totals of their votes, and what these could have been at most.
            nobody = (0, *votes.nothing, *votes.nothing)
            ways = {nobody: 1}
            for other in (*votes.of[:player], *votes.of[player + 1 :]):
                ways = _joined(ways, (nobody, *((1, *vote, *_most(other)) for vote in other)))
            values[own] = votes.settling(own, ways)
    return tuple(values[own] for own in votes.of)


class _Votes:
    """What each member's vote adds to the totals that the rule looks at."""

    def __init__(self, game: TernaryGame) -> None:
        self.rule = game.rule
        self.weights = {MEMBERS: dict.fromkeys(game.players, 1), **game.rule.weights}
        looked_at = list(majorities(game.rule.carried_by))
        self.in_favour = list(dict.fromkeys(majority.of for majority in looked_at))
        voting = (majority.of for majority in looked_at if majority.among is Among.PRESENT_AND_VOTING)
        self.against = list(dict.fromkeys(voting))
        self.nothing: Totals = (0,) * (len(self.in_favour) + len(self.against) + 1)
        self.of = [self._choices(player) for player in game.players]
        self.everything = tuple(map(sum, zip(*map(_most, self.of), strict=True)))

    def _choices(self, player: str) -> _Choices:
        in_favour = [self.weights[name][player] for name in self.in_favour]
        against = [self.weights[name][player] for name in self.against]
        veto = self.rule.veto
        stops = int(player in self.rule.veto_holders)
        abstaining = stops if veto is not None and veto.abstention_blocks else 0
        yes = (*in_favour, *(0 for _ in against), 0)
        return yes, (*self.nothing[:-1], abstaining), (*(0 for _ in in_favour), *against, stops)

    def settling(self, own: _Choices, ways: dict[Totals, int]) -> Fraction:
        """How often a member's vote settles the outcome, from how often the others are in each state before it."""
        size = len(self.of)
        by_called = [0] * size
        for (called, *state), number in ways.items():
            total, most = tuple(state[: len(self.nothing)]), tuple(state[len(self.nothing) :])
            if not self.settled(total, most):
                then = _sum(most, _most(own))
                by_called[called] += number * sum(self.settled(_sum(total, vote), then) for vote in own)
        chance = Fraction(0)
        for called, number in enumerate(by_called):
            orders = factorial(called) * factorial(size - 1 - called)
            chance += Fraction(orders * number, factorial(size) * 3 ** (called + 1))
        return chance

    def passes(self, total: Totals) -> bool:
        in_favour = dict(zip(self.in_favour, total, strict=False))
        against = dict(zip(self.against, total[len(self.in_favour) :], strict=False))
        stopped = self.rule.veto is not None and total[-1] >= self.rule.veto.needed
        return not stopped and self._carried(self.rule.carried_by, in_favour, against)

    def _carried(self, condition: Condition, in_favour: dict[str, int], against: dict[str, int]) -> bool:
        if isinstance(condition, Majority):
            of = condition.of
            everybody = self.everything[self.in_favour.index(of)]
            return condition.met(in_favour[of], against.get(of, 0), everybody)
        parts = (self._carried(part, in_favour, against) for part in condition.parts)
        return all(parts) if isinstance(condition, AllOf) else any(parts)

    def settled(self, total: Totals, called: Totals) -> bool:
        """Whether the outcome is the same when all not yet called vote yes as when all vote no."""
        left = [whole - own for whole, own in zip(self.everything, called, strict=True)]
        yes = len(self.in_favour)
        all_yes = (*_sum(total[:yes], left[:yes]), *total[yes:])
        all_no = (*total[:yes], *_sum(total[yes:], left[yes:]))
        return self.passes(all_yes) == self.passes(all_no)


def _most(choices: _Choices) -> Totals:
    """What a member could add at most to each total: in favour, or against."""
    yes, _, no = choices
    return _sum(yes, no)


def _sum(left: Sequence[int], right: Sequence[int]) -> Totals:
    return tuple(map(int.__add__, left, right))


def _joined(ways: dict[Totals, int], choices: Sequence[Totals]) -> dict[Totals, int]:
    """Every state with every choice added, and how often each comes about."""
    joined: dict[Totals, int] = {}
    for state, number in ways.items():
        for choice in choices:
            key = _sum(state, choice)
            joined[key] = joined.get(key, 0) + number
    if len(joined) > MOST_STATES:
        raise PowerError(f"with abstention votes can add up in more than {in_figures(MOST_STATES)} ways, too many")
    return joined
