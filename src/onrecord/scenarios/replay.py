"""Every recorded vote again under another rule: what flips, both ways, by whom and when.

Only known votes count. Where a proposed rule adds seats, the outcome is looked at with all states that did not sit in
favour and with all against; where those differ it is open, unless estimates are given, which are marked as such.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from onrecord.record.model import Outcome, VoteEvent
from onrecord.rules import RuleError, body_file
from onrecord.scenarios.ballots import Ballots, Change, Votes, recorded_ballots, topic_events
from onrecord.scenarios.judging import Found, Judge

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


@dataclass(frozen=True)
class Replay:
    rule: str
    title: str
    references: tuple[str, ...]
    considered: int
    """Vote events looked at."""
    changed: Mapping[Change, int]
    """How many of them come out otherwise, or may."""
    not_known: int
    tell: Callable[[], tuple[Flip, ...]] = field(repr=False)
    """Gives the flips, which are put into words when they are asked for."""

    @cached_property
    def flips(self) -> tuple[Flip, ...]:
        """In the order the votes were taken; open ones among them."""
        return self.tell()

    @property
    def unchanged(self) -> int:
        return self.considered - sum(self.changed.values()) - self.not_known

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
    if estimates:
        counted = counted.with_estimates(estimates)
    only = topic_events(record, file.topics) if file.topics else None
    judge = Judge(rule, record)
    found, not_known = judge.judge(counted, only)
    changed: Counter[Change] = Counter()
    for own in found:
        changed[own.change] += len(own.alike.places)
    whole = len(counted.each)
    return Replay(file.id, file.name, file.references, whole, changed, not_known, lambda: _flips(judge, counted, found))


def _flips(judge: Judge, counted: Ballots, found: Sequence[Found]) -> tuple[Flip, ...]:
    flips: dict[int, Flip] = {}
    events = counted.events()
    for own in found:
        for place in own.alike.places:
            ballot = counted.each[place]
            event = events[ballot.call.vote_event]
            flips[place] = Flip(event, own.change, *judge.verdict(own, ballot), ballot.estimated)
    return tuple(flips[place] for place in sorted(flips))
