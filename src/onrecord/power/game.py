"""A simple game: players with weights, and which coalitions win.

Terms after Taylor and Zwicker, Simple Games (1999): a formula of weighted majorities, joined by "all of" and "any of",
can express every simple game; bodies' decision rules are read as such formulas, everybody voting yes or no.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import gcd
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.rules.model import MEMBERS, AllOf, Condition, DecisionRule, Majority


class PowerError(OnrecordError):
    """A game that has no answer, or none within the means of the method asked for."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The coalition's total of one weight must reach `quota`."""

    weight: int
    """Which row of the game's weights."""
    quota: int


@dataclass(frozen=True, slots=True)
class Every:
    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Some:
    parts: tuple[Formula, ...]


Formula = Bar | Every | Some


@dataclass(frozen=True, slots=True)
class Game:
    players: tuple[str, ...]
    weights: tuple[tuple[int, ...], ...]
    """One row a weight, one column a player; never negative."""
    formula: Formula

    @property
    def size(self) -> int:
        return len(self.players)

    def totals(self, coalition: Sequence[int]) -> tuple[int, ...]:
        """The coalition's total of every weight; `coalition` holds player numbers."""
        return tuple(sum(row[player] for player in coalition) for row in self.weights)

    def wins(self, coalition: Sequence[int]) -> bool:
        return bool(holds(self.formula, self.totals(coalition)))


def in_figures(number: int) -> str:
    """A number as an error may print it, however large."""
    return f"{number:,}" if number < 10**12 else "more than a million million"


def weighted(quota: int, weights: Sequence[int], players: Sequence[str] | None = None) -> Game:
    """The weighted majority game [quota; weights]; PowerError where nobody or everybody wins."""
    names = tuple(players) if players is not None else tuple(str(number) for number in range(1, len(weights) + 1))
    return checked(Game(names, (tuple(weights),), Bar(0, quota)))


def holds(formula: Formula, totals: Sequence[Any]) -> Any:
    """Whether the formula is met; `totals` holds one number, or one array of numbers, a weight."""
    if isinstance(formula, Bar):
        return totals[formula.weight] >= formula.quota
    verdicts = [holds(part, totals) for part in formula.parts]
    whole = verdicts[0]
    for verdict in verdicts[1:]:
        whole = whole & verdict if isinstance(formula, Every) else whole | verdict
    return whole


def bars(formula: Formula) -> Iterator[Bar]:
    if isinstance(formula, Bar):
        yield formula
    else:
        for part in formula.parts:
            yield from bars(part)


def checked(game: Game) -> Game:
    """The game itself; PowerError where it is none: no player, doubled names, bad weights, nobody or everybody wins."""
    if not game.players:
        raise PowerError("a game needs at least one player")
    doubled = [name for number, name in enumerate(game.players) if name in game.players[:number]]
    if doubled:
        raise PowerError(f"player {doubled[0]!r} is there twice")
    for row in game.weights:
        if len(row) != game.size:
            raise PowerError(f"{len(row)} weights are given for {game.size} players")
        for player, weight in zip(game.players, row, strict=True):
            if not isinstance(weight, int) or weight < 0:
                raise PowerError(f"the weight of {player} is {weight!r}; it must be a whole number and not negative")
    if not game.wins(range(game.size)):
        raise PowerError("no coalition can win: the quota is more than all players have together")
    if game.wins(()):
        raise PowerError("every coalition wins, even the empty one: the quota is not above nought")
    return game


def game_of(rule: DecisionRule, members: Sequence[str] | None = None) -> Game:
    """The game that a decision rule is when every member votes yes or no.

    `members` says who sits where the rule's file does not list them; without it veto holders keep their codes and
    the other seats are numbered. PowerError where the size is unknown or the members do not fit the rule.
    """
    players = tuple(members) if members is not None else tuple(rule.members) or _unnamed(rule)
    _fit(rule, players)
    rows: dict[str, tuple[int, ...]] = {MEMBERS: (1,) * len(players)}
    for name, amounts in rule.weights.items():
        rows[name] = tuple(amounts[player] for player in players)
    names = list(rows)
    formula = _formula(rule.carried_by, names, rows)
    if rule.veto:
        rows["veto"] = tuple(int(player in rule.veto_holders) for player in players)
        names.append("veto")
        blocked_by = Bar(names.index("veto"), len(rule.veto_holders) - rule.veto.needed + 1)
        formula = Every((formula, blocked_by))
    return checked(simplified(Game(players, tuple(rows[name] for name in names), formula)))


def _unnamed(rule: DecisionRule) -> tuple[str, ...]:
    if rule.size is None:
        raise PowerError(f"who sits on {rule.body_name} is not said; name the members or a day")
    others = rule.size - len(rule.veto_holders)
    return (*rule.veto_holders, *(f"other {number}" for number in range(1, others + 1)))


def _fit(rule: DecisionRule, players: Sequence[str]) -> None:
    missing = [holder for holder in rule.veto_holders if holder not in players]
    if missing:
        raise PowerError(f"{missing[0]} holds a veto but is not among the members")
    if rule.size is not None and rule.size != len(players):
        raise PowerError(f"{rule.body_name} has {rule.size} members, but {len(players)} are given")
    unknown = [player for player in players if rule.members and player not in rule.members]
    if unknown:
        raise PowerError(f"{unknown[0]} is not a member of {rule.body_name}")


def _formula(condition: Condition, names: list[str], rows: Mapping[str, tuple[int, ...]]) -> Formula:
    if isinstance(condition, Majority):
        return Bar(names.index(condition.of), condition.amount(sum(rows[condition.of])))
    parts = tuple(_formula(part, names, rows) for part in condition.parts)
    return Every(parts) if isinstance(condition, AllOf) else Some(parts)


def simplified(game: Game) -> Game:
    """The same game with unused weights left out and each weight divided by what all of it has in common."""
    used = sorted({bar.weight for bar in bars(game.formula)})
    divisors = {weight: gcd(*game.weights[weight]) or 1 for weight in used}
    rows = tuple(tuple(value // divisors[weight] for value in game.weights[weight]) for weight in used)
    return Game(game.players, rows, _renumbered(game.formula, used, divisors))


def _renumbered(formula: Formula, used: list[int], divisors: Mapping[int, int]) -> Formula:
    if isinstance(formula, Bar):
        return Bar(used.index(formula.weight), -(-formula.quota // divisors[formula.weight]))
    parts = tuple(_renumbered(part, used, divisors) for part in formula.parts)
    return type(formula)(parts) if len(parts) > 1 else parts[0]


def player_classes(game: Game) -> tuple[tuple[int, ...], ...]:
    """Players with the same weights throughout, as tuples of player numbers, in the order of first appearance."""
    alike: dict[tuple[int, ...], list[int]] = {}
    for player in range(game.size):
        alike.setdefault(tuple(row[player] for row in game.weights), []).append(player)
    return tuple(tuple(group) for group in alike.values())
