"""Recorded votes as rules are tried on them: counted once, and sorted by what a rule looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from onrecord.record.model import Modality, Option, VoteEvent
from onrecord.rules import RuleError, is_procedural

if TYPE_CHECKING:
    from onrecord.record.store import Record

Votes = Mapping[str, Option]


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

    event: VoteEvent
    votes: Votes
    counts: tuple[int, int, int, int]
    """Yes, no, abstaining, not voting."""
    against: tuple[str, ...]
    procedural: bool
    settled: Change | None
    """Unchanged or not known whatever the rule: taken without a vote, or not recorded well enough."""


@dataclass(frozen=True, slots=True)
class Ballots:
    """Recorded votes in the order they were taken, sorted by what a rule looks at."""

    each: tuple[Ballot, ...]
    alike: tuple[tuple[int, ...], ...]
    """Places of ballots with the same votes and the same outcome, which every rule of a day decides alike."""


def recorded_ballots(
    record: Record, body: str = "unsc", topic: str | None = None, since: date | None = None, until: date | None = None
) -> Ballots:
    """The body's recorded votes, or those of a topic set and of some days, counted once for any number of rules."""
    in_topic = None if topic is None else topic_events(record, (topic,))
    events = [
        event
        for event in record.vote_events(body)
        if (since is None or event.date >= since)
        and (until is None or event.date <= until)
        and (in_topic is None or event.id in in_topic)
    ]
    return ballots(events, record.all_votes(body))


def ballots(events: Sequence[VoteEvent], votes: Mapping[str, Votes]) -> Ballots:
    """Count recorded votes, so that several rules can be tried on them; votes are by vote event."""
    # Votes that are one object are counted once; they are kept here so that no other can take their identity.
    counted: dict[int, tuple[_Counted, object, Votes]] = {}
    each: list[Ballot] = []
    alike: dict[object, list[int]] = {}
    for place, event in enumerate(events):
        own = votes.get(event.id, _NO_VOTES)
        if id(own) not in counted:
            counted[id(own)] = (_counted(own), frozenset(own.items()), own)
        known, key, _ = counted[id(own)]
        ballot = _ballot(event, own, known if own else None)
        each.append(ballot)
        kind = (event.outcome, event.vetoed_by, ballot.procedural, ballot.settled, ballot.counts, key)
        alike.setdefault(kind, []).append(place)
    return Ballots(tuple(each), tuple(map(tuple, alike.values())))


_NO_VOTES: Votes = {}
_Counted = tuple[tuple[int, int, int, int], tuple[str, ...]]
"""Yes, no, abstaining and not voting; who voted against."""


def _counted(votes: Votes) -> _Counted:
    options = list(votes.values())
    yes, no, abstain = options.count(Option.YES), options.count(Option.NO), options.count(Option.ABSTAIN)
    against = tuple(member for member, option in votes.items() if option is Option.NO) if no else ()
    return (yes, no, abstain, len(options) - yes - no - abstain), against


def ballot_of(event: VoteEvent, votes: Votes) -> Ballot:
    """One vote with the votes given, which may be estimates beside the recorded ones."""
    return _ballot(event, votes, _counted(votes) if votes else None)


def _ballot(event: VoteEvent, votes: Votes, counted: _Counted | None) -> Ballot:
    counts, against = counted or (
        (event.yes or 0, event.no or 0, event.abstain or 0, event.not_voting or 0),
        (),
    )
    settled = None
    if event.modality is Modality.WITHOUT_VOTE:
        settled = Change.UNCHANGED
    # Some printed roll-calls name nobody as voting; that says nothing of how they voted.
    elif not any(counts[:2]) or (not votes and (event.yes is None or event.no is None)):
        settled = Change.NOT_KNOWN
    return Ballot(event, votes, counts, against, is_procedural(event), settled)


def topic_events(record: Record, names: Sequence[str]) -> frozenset[str]:
    """Ids of the vote events in any of the topic sets; RuleError where there is no such set."""
    for name in names:
        if name not in record.topics:
            raise RuleError(f"no topic {name!r}; there are {', '.join(record.topics)}")
    return frozenset(entry.vote_event for name in names for entry in record.topics[name].entries)
