"""Given how some members will vote: is it carried, lost or open, what is still needed, and who can decide it.

A way to win is a set of undecided members whose votes in favour carry the proposal while the other undecided abstain;
a way to block is one whose votes against defeat it though all the other undecided vote in favour. Who can still
decide follows from the swings of the game that is left (Banzhaf 1965).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import comb, prod
from typing import TYPE_CHECKING

from onrecord.errors import OnrecordError
from onrecord.record.model import Option, Outcome
from onrecord.rules import Decision, DecisionRule, outcome
from onrecord.rules.model import MEMBERS, AllOf, Among, Condition, Majority

if TYPE_CHECKING:
    from onrecord.power.game import Formula

_MOST_TRIALS = 4_000
"""How many combinations of undecided members are tried before the list of ways is cut short."""


class WhipError(OnrecordError):
    """A position that cannot be: of a member that has no seat."""


@dataclass(frozen=True, slots=True)
class Way:
    """So many of each group of undecided members that are alike; any of the group will do."""

    parts: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def size(self) -> int:
        return sum(number for number, _ in self.parts)

    @property
    def sets(self) -> int:
        """How many different sets of members it stands for."""
        return prod(comb(len(members), number) for number, members in self.parts)


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways that take fewest members."""

    fewest: int
    ways: tuple[Way, ...]
    complete: bool
    """Whether these are all; with many unlike members only the first are listed."""


@dataclass(frozen=True, slots=True)
class Whip:
    status: str
    """`carried` or `lost` whatever the undecided do, else `open`."""
    as_it_stands: Decision
    """The outcome should all the undecided abstain."""
    at_best: Decision
    """The outcome should all the undecided vote in favour."""
    at_worst: Decision
    """The outcome should all of them vote against."""
    undecided: tuple[str, ...]
    must_not_oppose: tuple[str, ...]
    """Undecided members whose vote against would defeat it even with all the others in favour."""
    chances: Mapping[str, Fraction] | None
    """For each undecided member how often it decides when the others toss coins; None where it is out of reach."""
    indispensable: tuple[str, ...]
    """Members in favour whose turning against would defeat what would pass as it stands."""
    ways_to_win: Ways | None
    """None where it is settled, or where there are too many combinations to find the smallest."""
    ways_to_block: Ways | None

    @property
    def pivotal(self) -> tuple[str, ...]:
        """Undecided members whose vote can still make the difference."""
        return tuple(member for member in self.undecided if self.chances and self.chances[member])


def whip(
    rule: DecisionRule,
    members: Sequence[str],
    positions: Mapping[str, Option],
    names: Mapping[str, str] | None = None,
) -> Whip:
    """Take stock of a vote to come; WhipError names a position whose member has no seat.

    `names` are used in reasons instead of the members' codes.
    """
    strangers = [member for member in positions if member not in members]
    if strangers:
        raise WhipError(f"{strangers[0]} has no seat; the members are {', '.join(members)}")
    undecided = tuple(member for member in members if member not in positions)

    def decided(rest: Option, others: Sequence[str] = (), option: Option = Option.YES) -> Decision:
        return outcome(rule, {**dict.fromkeys(undecided, rest), **positions, **dict.fromkeys(others, option)}, names)

    def carried(decision: Decision) -> bool:
        return decision.outcome is Outcome.ADOPTED

    as_it_stands = decided(Option.ABSTAIN)
    at_best, at_worst = decided(Option.YES), decided(Option.NO)
    status = "carried" if carried(at_worst) else "open" if carried(at_best) else "lost"
    is_open = status == "open"
    groups = _alike(rule, undecided)
    committed = [member for member, option in positions.items() if option is Option.YES]
    return Whip(
        status=status,
        as_it_stands=as_it_stands,
        at_best=at_best,
        at_worst=at_worst,
        undecided=undecided,
        must_not_oppose=tuple(
            member for member in undecided if is_open and not carried(decided(Option.YES, [member], Option.NO))
        ),
        chances=_chances(rule, members, positions, undecided) if is_open else dict.fromkeys(undecided, Fraction(0)),
        indispensable=tuple(
            member
            for member in committed
            if carried(as_it_stands) and not carried(decided(Option.ABSTAIN, [member], Option.NO))
        ),
        ways_to_win=_smallest(rule, groups, lambda chosen: carried(decided(Option.ABSTAIN, chosen)))
        if is_open
        else None,
        ways_to_block=_smallest(rule, groups, lambda chosen: not carried(decided(Option.YES, chosen, Option.NO)))
        if is_open
        else None,
    )


def _alike(rule: DecisionRule, undecided: Sequence[str]) -> list[tuple[str, ...]]:
    """Undecided members with the same weights and right of veto, the heaviest first."""
    alike: dict[tuple[int, ...], list[str]] = {}
    for member in undecided:
        weights = (int(member in rule.veto_holders), *(own[member] for own in rule.weights.values()))
        alike.setdefault(weights, []).append(member)
    return [tuple(alike[weights]) for weights in sorted(alike, reverse=True)]


def _smallest(rule: DecisionRule, groups: Sequence[tuple[str, ...]], does: Callable[[list[str]], bool]) -> Ways | None:
    """The ways with fewest members that do it, heaviest members first; None where the search grows too long."""
    sizes = [len(group) for group in groups]
    ordered = _each_outweighs_the_next(rule, groups)
    tried = 0
    for total in range(sum(sizes) + 1):
        found: list[Way] = []
        for place, numbers in enumerate(_shared_out(total, sizes)):
            tried += 1
            if tried > _MOST_TRIALS:
                return Ways(total, tuple(found), False) if found else None
            chosen = [group[:number] for group, number in zip(groups, numbers, strict=True)]
            if does([member for part in chosen for member in part]):
                found.append(Way(tuple((n, group) for n, group in zip(numbers, groups, strict=True) if n)))
            elif ordered and place == 0:
                break
        if found:
            return Ways(total, tuple(found), True)
    return None


def _each_outweighs_the_next(rule: DecisionRule, groups: Sequence[tuple[str, ...]]) -> bool:
    """Whether all weights put members in one order: where the heaviest fail, no others of their number succeed."""
    return all(
        own[heavier[0]] >= own[lighter[0]] for own in rule.weights.values() for heavier, lighter in pairwise(groups)
    )


def _shared_out(total: int, limits: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every way to share a number out over places with limits, most to the first places first."""
    if not limits:
        if total == 0:
            yield ()
        return
    for number in range(min(total, limits[0]), max(0, total - sum(limits[1:])) - 1, -1):
        for rest in _shared_out(total - number, limits[1:]):
            yield (number, *rest)


def _chances(
    rule: DecisionRule, members: Sequence[str], positions: Mapping[str, Option], undecided: Sequence[str]
) -> Mapping[str, Fraction] | None:
    """How often each undecided member decides; the others vote yes or no by the toss of a coin."""
    from onrecord.power import Bar, Every, Game, PowerError, Some, count_without_sizes
    from onrecord.power.game import simplified
    from onrecord.power.required import lowered

    rows = {MEMBERS: dict.fromkeys(members, 1), **rule.weights}
    names = list(rows)
    in_favour = [member for member, option in positions.items() if option is Option.YES]
    voting = [*in_favour, *undecided, *(member for member, option in positions.items() if option is Option.NO)]

    def formula(condition: Condition) -> Formula:
        if isinstance(condition, Majority):
            base = members if condition.among is Among.ALL else voting
            return Bar(names.index(condition.of), condition.amount(sum(rows[condition.of][m] for m in base)))
        parts = tuple(formula(part) for part in condition.parts)
        return Every(parts) if isinstance(condition, AllOf) else Some(parts)

    whole = formula(rule.carried_by)
    if rule.veto is not None:
        rows["veto"] = {member: int(member in rule.veto_holders) for member in members}
        stopping = {Option.NO} | ({Option.ABSTAIN} if rule.veto.abstention_blocks else set())
        stopped = sum(positions.get(holder) in stopping for holder in rule.veto_holders)
        open_holders = sum(holder in undecided for holder in rule.veto_holders)
        held = sum(rows["veto"][member] for member in in_favour)
        bar = Bar(len(names), held + open_holders - (rule.veto.needed - stopped) + 1)
        names.append("veto")
        whole = Every((whole, bar))
    left = lowered(whole, [sum(rows[name][member] for member in in_favour) for name in names])
    if left is None:
        return dict.fromkeys(undecided, Fraction(0))
    weights = tuple(tuple(rows[name][member] for member in undecided) for name in names)
    try:
        totals = count_without_sizes(simplified(Game(tuple(undecided), weights, left)))
    except PowerError:
        return None
    every = 1 << (len(undecided) - 1)
    return {member: Fraction(own, every) for member, own in zip(undecided, totals.swings, strict=True)}
