"""Every recorded vote again under another rule: what flips, both ways, by whom and when.

Only known votes count. Where a proposed rule adds seats, the outcome is looked at with all states that did not sit in
favour and with all against; where those differ it is open, unless estimates are given, which are marked as such.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onrecord.record.model import Option, Outcome, VoteEvent
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
from onrecord.scenarios.ballots import Ballot, Ballots, Change, Votes, ballot_of, recorded_ballots, topic_events

if TYPE_CHECKING:
    from onrecord.record.store import Record


class Flip(NamedTuple):
    """One vote event that the other rule would, or might, have decided differently."""

    event: VoteEvent
    change: Change
    becomes: Outcome
    """Adopted, vetoed or not adopted; unknown where it is open."""
    by: tuple[str, ...]
    """Whose votes made the difference: vetoes that no longer stop it, or now do, or votes in favour that it lacks."""
    reason: str
    estimated: bool = False
    """Whether votes of states that did not sit were filled in from estimates."""


@dataclass(frozen=True, slots=True)
class Replay:
    rule: str
    title: str
    references: tuple[str, ...]
    flips: tuple[Flip, ...]
    """In the order the votes were taken; open ones among them."""
    considered: int
    """Vote events looked at."""
    unchanged: int
    not_known: int

    def of(self, change: Change) -> tuple[Flip, ...]:
        return tuple(flip for flip in self.flips if flip.change is change)


def replay(
    record: Record,
    rule: str,
    body: str = "unsc",
    topic: str | None = None,
    since: date | None = None,
    until: date | None = None,
    estimates: Mapping[str, Votes] | None = None,
) -> Replay:
    """Decide the body's recorded votes by `rule`, a shipped scenario or body or the path of a YAML file.

    `estimates` may give votes of states that did not sit, by vote event and member. RuleError where the rule is for
    another body, or weighs members it does not list.
    """
    return replay_ballots(record, rule, recorded_ballots(record, body, topic, since, until), body, estimates)


def replay_ballots(
    record: Record,
    rule: str,
    counted: Ballots,
    body: str = "unsc",
    estimates: Mapping[str, Votes] | None = None,
) -> Replay:
    """The same on ballots at hand; the record gives the names of members and the topics a rule is confined to."""
    file = body_file(rule)
    if file.seated and any(own.body != body for rules in file.rules.values() for own in rules):
        raise RuleError(f"{file.id} is a rule for another body than {body!r}")
    only = topic_events(record, file.topics) if file.topics else None
    judge = _Judge(rule, {code: member.name for code, member in record.members.items()}, estimates or {})
    flips: dict[int, Flip] = {}
    not_known = 0
    for places in counted.alike:
        if only is not None:
            places = tuple(place for place in places if counted.each[place].event.id in only)
        found = judge.flips(counted.each, places) if places else Change.UNCHANGED
        if found is Change.NOT_KNOWN:
            not_known += len(places)
        elif not isinstance(found, Change):
            flips.update(found)
    whole = len(counted.each)
    in_order = tuple(flips[place] for place in sorted(flips))
    unchanged = whole - len(flips) - not_known
    return Replay(file.id, file.name, file.references, in_order, whole, unchanged, not_known)


_Division = tuple[str, tuple[int, int, int, int], tuple[str, ...], tuple[str, ...]]
"""Rule; counts; veto holders whose votes stop it; veto holders that had no seat."""


_Verdict = tuple[Change, Outcome, tuple[str, ...], str]
"""What changes, what it becomes, by whom and why."""


class _Judge:
    """One rule applied to many votes; votes that are alike in all the rule looks at are decided once."""

    def __init__(self, rule: str, names: Mapping[str, str], estimates: Mapping[str, Votes]) -> None:
        self.file = body_file(rule)
        self.name = rule
        self.names = names
        self.estimates = estimates
        self.rules: dict[bool, list[DecisionRule]] = {}
        self.results: dict[_Division, tuple[Outcome, Outcome]] = {}
        self.decisions: dict[_Division, tuple[Decision, Decision]] = {}

    def flips(self, ballots: Sequence[Ballot], places: Sequence[int]) -> Mapping[int, Flip] | Change:
        """What flips of the ballots at some places, which are alike and in order; one word where none does."""
        first, last = ballots[places[0]], ballots[places[-1]]
        if first.settled is not None:
            return first.settled
        procedural = first.procedural and PROCEDURAL in self.file.rules
        rule = self._rule(first.event.date, procedural)
        if self.estimates or not _holds(rule, last.event.date):
            each = {place: self._flip(ballots[place], procedural) for place in places}
            return {place: flip for place, flip in each.items() if flip is not None}
        verdict = self._verdict(rule, first)
        if verdict is None:
            return Change.UNCHANGED
        return {place: Flip(ballots[place].event, *verdict) for place in places}

    def _flip(self, ballot: Ballot, procedural: bool) -> Flip | None:
        rule = self._rule(ballot.event.date, procedural)
        estimated = bool(ballot.votes) and ballot.event.id in self.estimates
        if estimated:
            ballot = ballot_of(ballot.event, {**self.estimates[ballot.event.id], **ballot.votes})
        verdict = self._verdict(rule, ballot)
        return Flip(ballot.event, *verdict, estimated) if verdict else None

    def _rule(self, on: date, procedural: bool) -> DecisionRule:
        known = self.rules.setdefault(procedural, [])
        for rule in known:
            if _holds(rule, on):
                return rule
        known.append(decision_rule(self.name, on, PROCEDURAL if procedural else None))
        return known[-1]

    def _verdict(self, rule: DecisionRule, ballot: Ballot) -> _Verdict | None:
        if rule.weights and ballot.votes:
            return _compared(ballot, *self._of_votes(rule, ballot))
        division = _division(rule, ballot)
        if division not in self.results:
            self.results[division] = _results(rule, division)
        worst, best = self.results[division]
        if (worst is Outcome.ADOPTED) != (best is Outcome.ADOPTED):
            return _open(worst, best)
        if (best is Outcome.ADOPTED) == (ballot.event.outcome is Outcome.ADOPTED):
            return None
        if division not in self.decisions:
            self.decisions[division] = self._of_counts(rule, division)
        return _compared(ballot, *self.decisions[division])

    def _of_counts(self, rule: DecisionRule, division: _Division) -> tuple[Decision, Decision]:
        """The decision with all seats that nobody held against it, and with all in favour."""
        _, (yes, no, abstain, absent), stopping, unseated = division
        empty = _empty(rule, division)
        against = outcome_of_counts(rule, yes, no + empty, abstain, absent, (*stopping, *unseated), self.names)
        return against, outcome_of_counts(rule, yes + empty, no, abstain, absent, stopping, self.names)

    def _of_votes(self, rule: DecisionRule, ballot: Ballot) -> tuple[Decision, Decision]:
        strangers = [member for member in ballot.votes if member not in rule.members]
        if strangers:
            raise RuleError(
                f"{strangers[0]} voted on {ballot.event.id} but is not among the members of {self.file.id} on that day"
            )
        empty = [member for member in rule.members if member not in ballot.votes]
        against = {**ballot.votes, **dict.fromkeys(empty, Option.NO)}
        in_favour = {**ballot.votes, **dict.fromkeys(empty, Option.YES)}
        return outcome(rule, against, self.names), outcome(rule, in_favour, self.names)


def _holds(rule: DecisionRule, on: date) -> bool:
    return (rule.start is None or rule.start <= on) and (rule.end is None or on <= rule.end)


def _division(rule: DecisionRule, ballot: Ballot) -> _Division:
    stopping: tuple[str, ...] = ()
    unseated: tuple[str, ...] = ()
    if rule.veto is not None and not ballot.votes:
        own = decision_rule(ballot.event.body, ballot.event.date).veto_holders
        stopping = tuple(holder for holder in ballot.event.vetoed_by if holder in rule.veto.holders)
        unseated = tuple(holder for holder in rule.veto.holders if holder not in own)
    elif rule.veto is not None:
        holders = frozenset(rule.veto.holders)
        if not holders <= ballot.votes.keys():
            unseated = tuple(holder for holder in rule.veto.holders if holder not in ballot.votes)
        if rule.veto.abstention_blocks or rule.veto.absence_blocks or not holders.isdisjoint(ballot.against):
            stopping = tuple(holder for holder in stopping_votes(rule, ballot.votes) if holder not in unseated)
    return rule.id, ballot.counts, stopping, unseated


def _empty(rule: DecisionRule, division: _Division) -> int:
    """Seats that nobody held."""
    return max(0, (rule.size or 0) - sum(division[1]))


def _results(rule: DecisionRule, division: _Division) -> tuple[Outcome, Outcome]:
    _, (yes, no, abstain, absent), stopping, unseated = division
    empty = _empty(rule, division)
    best = result_of_counts(rule, yes + empty, no, abstain, absent, len(stopping))
    if not empty and not unseated:
        return best, best
    return result_of_counts(rule, yes, no + empty, abstain, absent, len(stopping) + len(unseated)), best


def _open(worst: Outcome, best: Outcome) -> _Verdict:
    reason = f"It rests on the seats that nobody held: {best} if all are in favour, {worst} if all are against."
    return Change.OPEN, Outcome.UNKNOWN, (), reason


def _compared(ballot: Ballot, worst: Decision, best: Decision) -> _Verdict | None:
    event = ballot.event
    carried_at_worst = worst.outcome is Outcome.ADOPTED
    if carried_at_worst != (best.outcome is Outcome.ADOPTED):
        return _open(worst.outcome, best.outcome)
    if carried_at_worst == (event.outcome is Outcome.ADOPTED):
        return None
    if carried_at_worst:
        return Change.CARRIED, Outcome.ADOPTED, event.vetoed_by, worst.reason
    lacking = tuple(member for member, option in ballot.votes.items() if option is not Option.YES)
    return Change.LOST, best.outcome, best.blocking or lacking, best.reason
