"""Recorded votes as rules are tried on them: counted once, and sorted by what a rule looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from onrecord.record.model import Modality, Option, Outcome, VoteEvent
from onrecord.record.roll_calls import RollCall, roll_call
from onrecord.rules import RuleError, is_procedural

if TYPE_CHECKING:
    from onrecord.record.store import Record

Votes = Mapping[str, Option]
Counts = tuple[int, int, int, int]
"""Yes, no, abstaining, not voting."""


class Change(StrEnum):
    """How a vote comes out under the other rule, set against what happened."""

    CARRIED = "carried"
    """Failed then, adopted now."""
    LOST = "lost"
    """Adopted then, fails now."""
    OPEN = "open"
    """Would rest on the votes of states that did not sit."""
    UNCHANGED = "unchanged"
    NOT_KNOWN = "not known"
    """The record does not say enough of the vote."""


class Ballot(NamedTuple):
    """One recorded vote, counted once for all the rules it is held against. (Tuples are made quickest.)"""

    call: RollCall
    counts: Counts
    procedural: bool
    settled: Change | None
    """Unchanged or not known whatever the rule: taken without a vote, or not recorded well enough."""
    estimated: bool = False
    """Whether votes of states that did not sit are filled in from estimates."""


class Alike(NamedTuple):
    """Ballots that are alike in what is looked at, so that a rule decides those of a day alike."""

    first: Ballot
    last: Ballot
    places: tuple[int, ...]
    """Where they stand among all ballots, in order."""


class Ballots:
    """Recorded votes in the order they were taken, sorted by what a rule looks at."""

    def __init__(self, each: Iterable[Ballot], events: Callable[[], Mapping[str, VoteEvent]]) -> None:
        self.each = tuple(each)
        self.events = events
        """Their vote events by id, which are read when they are to be shown."""
        self._alike: dict[tuple[str, ...], tuple[Alike, ...]] = {}

    @cached_property
    def alike_in_votes(self) -> tuple[Alike, ...]:
        """With the same votes, and adopted or not."""
        votes: dict[int, frozenset[tuple[str, Option]]] = {}
        groups: dict[object, list[int]] = {}
        for place, (call, counts, procedural, settled, estimated) in enumerate(self.each):
            own = votes.get(id(call.votes))
            if own is None:
                own = votes[id(call.votes)] = frozenset(call.votes.items())
            kind = (own or call.vote_event, counts, call.outcome is Outcome.ADOPTED, procedural, settled, estimated)
            groups.setdefault(kind, []).append(place)
        return self._at(groups.values())

    def alike(self, holders: tuple[str, ...]) -> tuple[Alike, ...]:
        """With the same counts and votes of these veto holders, and adopted or not."""
        if holders not in self._alike:
            groups: dict[object, list[int]] = {}
            for first, _, places in self.alike_in_votes:
                call, counts, procedural, settled, estimated = first
                options = tuple(map(call.votes.get, holders)) if call.votes else call.vote_event
                kind = (options, counts, call.outcome is Outcome.ADOPTED, procedural, settled, estimated)
                groups.setdefault(kind, []).extend(places)
            self._alike[holders] = self._at(map(sorted, groups.values()))
        return self._alike[holders]

    def within(self, alike: Iterable[Alike], vote_events: frozenset[str]) -> tuple[Alike, ...]:
        """The same of some vote events alone."""
        return self._at(
            [place for place in own.places if self.each[place].call.vote_event in vote_events] for own in alike
        )

    def apart(self, alike: Alike) -> tuple[Alike, ...]:
        """The same one by one."""
        return self._at([place] for place in alike.places)

    def _at(self, groups: Iterable[Sequence[int]]) -> tuple[Alike, ...]:
        each = self.each
        return tuple(Alike(each[places[0]], each[places[-1]], tuple(places)) for places in groups if places)

    def with_estimates(self, estimates: Mapping[str, Votes]) -> Ballots:
        """The same, with votes of states that did not sit filled in; a recorded vote is never overridden."""
        return Ballots((_estimated(ballot, estimates) for ballot in self.each), self.events)


def recorded_ballots(
    record: Record, body: str = "unsc", topic: str | None = None, since: date | None = None, until: date | None = None
) -> Ballots:
    """The body's recorded votes, or those of a topic set and of some days, counted once for any number of rules."""
    in_topic = None if topic is None else topic_events(record, (topic,))
    calls = [
        call
        for call in record.roll_calls(body)
        if (since is None or call.date >= since)
        and (until is None or call.date <= until)
        and (in_topic is None or call.vote_event in in_topic)
    ]
    return _ballots(calls, lambda: {event.id: event for event in record.vote_events(body)})


def ballots(events: Sequence[VoteEvent], votes: Mapping[str, Votes]) -> Ballots:
    """Count votes that are at hand, so that several rules can be tried on them; votes are by vote event."""
    calls = [roll_call(event, votes.get(event.id, {})) for event in events]
    return _ballots(calls, lambda: {event.id: event for event in events})


def _ballots(calls: Iterable[RollCall], events: Callable[[], Mapping[str, VoteEvent]]) -> Ballots:
    # Votes that are one object are counted once; the calls hold them, so that no other can take their identity.
    counted: dict[int, Counts] = {}
    each: list[Ballot] = []
    for call in calls:
        if id(call.votes) not in counted:
            counted[id(call.votes)] = _counted(call.votes)
        each.append(_ballot(call, counted[id(call.votes)]))
    return Ballots(each, events)


def _counted(votes: Votes) -> Counts:
    options = list(votes.values())
    yes, no, abstain = options.count(Option.YES), options.count(Option.NO), options.count(Option.ABSTAIN)
    return yes, no, abstain, len(options) - yes - no - abstain


def _ballot(call: RollCall, counted: Counts) -> Ballot:
    yes, no, abstain, not_voting = call.counts
    counts = counted if call.votes else (yes or 0, no or 0, abstain or 0, not_voting or 0)
    settled = None
    if call.modality is Modality.WITHOUT_VOTE:
        settled = Change.UNCHANGED
    # Some printed roll-calls name nobody as voting; that says nothing of how they voted.
    elif not (counts[0] or counts[1]) or (not call.votes and (yes is None or no is None)):
        settled = Change.NOT_KNOWN
    return Ballot(call, counts, is_procedural(call), settled)


def _estimated(ballot: Ballot, estimates: Mapping[str, Votes]) -> Ballot:
    own = estimates.get(ballot.call.vote_event)
    if own is None or not ballot.call.votes or ballot.settled is not None:
        return ballot
    votes = {**own, **ballot.call.votes}
    return ballot._replace(call=ballot.call._replace(votes=votes), counts=_counted(votes), estimated=True)


def topic_events(record: Record, names: Sequence[str]) -> frozenset[str]:
    """Ids of the vote events in any of the topic sets; RuleError where there is no such set."""
    for name in names:
        if name not in record.topics:
            raise RuleError(f"no topic {name!r}; there are {', '.join(record.topics)}")
    return frozenset(entry.vote_event for name in names for entry in record.topics[name].entries)
