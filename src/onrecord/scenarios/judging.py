"""One rule held against many recorded votes: what is alike in all that it looks at is decided once.

Where a rule adds seats, the outcome is looked at with all states that did not sit in favour and with all against.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from onrecord.record.model import Option, Outcome
from onrecord.record.roll_calls import RollCall
from onrecord.rules import (
    Decision,
    DecisionRule,
    RuleError,
    body_file,
    decision_rule,
    outcome,
    outcome_of_counts,
    result_of_counts,
    stopping_votes,
)
from onrecord.rules.model import PROCEDURAL
from onrecord.scenarios.ballots import Alike, Ballot, Ballots, Change, Counts

if TYPE_CHECKING:
    from onrecord.record.store import Record


class Division(NamedTuple):
    """All that a rule that counts members looks at."""

    counts: Counts
    stopping: tuple[str, ...]
    unseated: tuple[str, ...]

    def empty(self, rule: DecisionRule) -> int:
        """Seats that nobody held."""
        return max(0, (rule.size or 0) - sum(self.counts))


class Found(NamedTuple):
    """Alike ballots that come out otherwise, or may, or of which the rule would need to know more."""

    alike: Alike
    change: Change
    rule: DecisionRule
    division: Division | None
    """None where the rule weighs members."""


class Verdict(NamedTuple):
    """What a vote becomes."""

    outcome: Outcome
    """Unknown where it is open."""
    by: tuple[str, ...]
    reason: str


class Judge:
    """A rule, by name or file, and what it makes of ballots."""

    def __init__(self, rule: str, record: Record) -> None:
        self._name = rule
        self._record = record
        self._file = body_file(rule)
        rules = [rule for own in self._file.rules.values() for rule in own]
        self._weighs = any(rule.weights for rule in rules)
        self._holders = tuple(dict.fromkeys(holder for rule in rules for holder in rule.veto_holders))
        self._rules: dict[bool, list[DecisionRule]] = {False: [], True: []}
        self._decisions: dict[tuple[str, Division], tuple[Decision, Decision]] = {}

    def judge(self, ballots: Ballots, within: frozenset[str] | None) -> tuple[list[Found], int]:
        """What comes out otherwise, of all votes or of some vote events, and of how many it cannot be known."""
        chosen = ballots.alike_in_votes if self._weighs else ballots.alike(self._holders)
        if within is not None:
            chosen = ballots.within(chosen, within)
        not_known = sum(len(alike.places) for alike in chosen if alike.first.settled is Change.NOT_KNOWN)
        found = [
            own
            for rule, held in self._by_rule(ballots, chosen)
            for own in (self._weighed(rule, held) if rule.weights else self._counted(rule, held))
        ]
        without_votes = [own for own in found if own.change is Change.NOT_KNOWN]
        not_known += sum(len(own.alike.places) for own in without_votes)
        return [own for own in found if own.change is not Change.NOT_KNOWN], not_known

    def _by_rule(self, ballots: Ballots, chosen: Sequence[Alike]) -> Iterable[tuple[DecisionRule, list[Alike]]]:
        """Ballots by the rule of their day and matter, but for those that are settled whatever the rule."""
        by_rule: dict[str, tuple[DecisionRule, list[Alike]]] = {}
        has_procedural = PROCEDURAL in self._file.rules
        for alike in chosen:
            if alike.first.settled is not None:
                continue
            procedural = has_procedural and alike.first.procedural
            rule = self._rule(alike.first.call.date, procedural)
            if rule.end is None or alike.last.call.date <= rule.end:
                by_rule.setdefault(rule.id, (rule, []))[1].append(alike)
                continue
            for one in ballots.apart(alike):
                rule = self._rule(one.first.call.date, procedural)
                by_rule.setdefault(rule.id, (rule, []))[1].append(one)
        return by_rule.values()

    def _rule(self, on: date, procedural: bool) -> DecisionRule:
        known = self._rules[procedural]
        for rule in known:
            if (rule.start is None or rule.start <= on) and (rule.end is None or on <= rule.end):
                return rule
        known.append(decision_rule(self._name, on, PROCEDURAL if procedural else None))
        return known[-1]

    def _counted(self, rule: DecisionRule, held: Sequence[Alike]) -> Iterator[Found]:
        vetoes: dict[object, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        results: dict[tuple[Counts, int, int], tuple[Outcome, Outcome]] = {}
        for alike in held:
            call, counts, *_ = alike.first
            options: object = tuple(map(call.votes.get, rule.veto_holders)) if call.votes else call.vote_event
            if options not in vetoes:
                vetoes[options] = _vetoes(rule, call)
            division = Division(counts, *vetoes[options])
            numbers = (counts, len(division.stopping), len(division.unseated))
            if numbers not in results:
                results[numbers] = _results(rule, division)
            change = _change(call.outcome is Outcome.ADOPTED, *results[numbers])
            if change is not None:
                yield Found(alike, change, rule, division)

    def _weighed(self, rule: DecisionRule, held: Sequence[Alike]) -> Iterator[Found]:
        for alike in held:
            if not alike.first.call.votes:
                yield Found(alike, Change.NOT_KNOWN, rule, None)
                continue
            worst, best = self._of_votes(rule, alike.first)
            adopted = alike.first.call.outcome is Outcome.ADOPTED
            change = _change(adopted, worst.outcome, best.outcome)
            if change is not None:
                yield Found(alike, change, rule, None)

    def verdict(self, found: Found, ballot: Ballot) -> Verdict:
        """What one of the ballots found becomes, by whom and why."""
        worst, best = self._decided(found) if found.division else self._of_votes(found.rule, ballot)
        if found.change is Change.OPEN:
            both = f"{best.outcome} if all are in favour, {worst.outcome} if all are against"
            return Verdict(Outcome.UNKNOWN, (), f"It rests on the seats that nobody held: {both}.")
        if found.change is Change.CARRIED:
            return Verdict(Outcome.ADOPTED, ballot.call.vetoed_by, worst.reason)
        lacking = tuple(member for member, option in ballot.call.votes.items() if option is not Option.YES)
        return Verdict(best.outcome, best.blocking or lacking, best.reason)

    def _decided(self, found: Found) -> tuple[Decision, Decision]:
        rule, division = found.rule, found.division
        assert division is not None
        if (rule.id, division) not in self._decisions:
            self._decisions[rule.id, division] = self._of_counts(rule, division)
        return self._decisions[rule.id, division]

    def _of_counts(self, rule: DecisionRule, division: Division) -> tuple[Decision, Decision]:
        """The decision with all seats that nobody held against it, and with all in favour."""
        (yes, no, abstain, absent), stopping, unseated = division
        empty = division.empty(rule)
        against = outcome_of_counts(rule, yes, no + empty, abstain, absent, (*stopping, *unseated), self._names)
        return against, outcome_of_counts(rule, yes + empty, no, abstain, absent, stopping, self._names)

    def _of_votes(self, rule: DecisionRule, ballot: Ballot) -> tuple[Decision, Decision]:
        votes, id = ballot.call.votes, ballot.call.vote_event
        strangers = [member for member in votes if member not in rule.members]
        if strangers:
            raise RuleError(f"{strangers[0]} voted on {id} but is not among the members of {self._file.id} on that day")
        empty = [member for member in rule.members if member not in votes]
        against = {**votes, **dict.fromkeys(empty, Option.NO)}
        in_favour = {**votes, **dict.fromkeys(empty, Option.YES)}
        return outcome(rule, against, self._names), outcome(rule, in_favour, self._names)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {code: member.name for code, member in self._record.members.items()}


def _vetoes(rule: DecisionRule, call: RollCall) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Veto holders whose votes stop it, should there be enough of them, and those that had no seat."""
    if rule.veto is None:
        return (), ()
    holders = rule.veto.holders
    if not call.votes:
        own = decision_rule(call.body, call.date).veto_holders
        stopping = tuple(holder for holder in call.vetoed_by if holder in holders)
        return stopping, tuple(holder for holder in holders if holder not in own)
    unseated = tuple(holder for holder in holders if holder not in call.votes)
    return tuple(holder for holder in stopping_votes(rule, call.votes) if holder not in unseated), unseated


def _results(rule: DecisionRule, division: Division) -> tuple[Outcome, Outcome]:
    """The outcome with all seats that nobody held against it, and with all in favour."""
    (yes, no, abstain, absent), stopping, unseated = division
    empty = division.empty(rule)
    best = result_of_counts(rule, yes + empty, no, abstain, absent, len(stopping))
    if not empty and not unseated:
        return best, best
    return result_of_counts(rule, yes, no + empty, abstain, absent, len(stopping) + len(unseated)), best


def _change(adopted: bool, worst: Outcome, best: Outcome) -> Change | None:
    carried = worst is Outcome.ADOPTED
    if carried != (best is Outcome.ADOPTED):
        return Change.OPEN
    if carried == adopted:
        return None
    return Change.CARRIED if carried else Change.LOST
