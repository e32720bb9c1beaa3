"""What the record holds, as plain frozen classes.

Names follow Popolo (https://www.popoloproject.com/specs/) where it has one: body, motion, vote event,
vote, membership. Every class is one row of a table of the same name in the shipped record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
"""Codes of the permanent members of the Security Council (Charter, Article 23)."""
VETO_HOLDERS = frozenset((*PERMANENT, "SUN"))
"""Codes of those that can veto or could (Charter, Article 27): the Soviet Union's as well as Russia's."""


class Option(StrEnum):
    """How one member acted on one vote event; a member that took no part did not abstain."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NOT_VOTING = "not voting"


class Outcome(StrEnum):
    """What became of a motion; `vetoed` means it had the needed votes and a permanent member's No stopped it."""

    ADOPTED = "adopted"
    VETOED = "vetoed"
    NOT_ADOPTED = "not adopted"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """What was put to the vote."""

    RESOLUTION = "resolution"
    DRAFT = "draft"
    AMENDMENT = "amendment"
    PART = "part"
    """A paragraph, or one of several ballots under one symbol."""
    PROCEDURAL = "procedural"


class Modality(StrEnum):
    """How the decision was taken."""

    VOTE = "vote"
    WITHOUT_VOTE = "without vote"


class Certainty(StrEnum):
    """How sure the record is that the vote event happened as it says."""

    CONFIRMED = "confirmed"
    """Two or more independent sources, or the UN's own voting data."""
    SINGLE_SOURCE = "single source"
    PRESS = "press"
    GENERAL_KNOWLEDGE = "general knowledge"


@dataclass(frozen=True, slots=True)
class Body:
    id: str
    """`unsc`, `unga`."""
    name: str
    short_name: str
    complete_to: date | None = None
    """The last day to which all its votes that the sources know are in; None where that is their last vote."""
    note: str | None = None
    """What the record holds of it and what it lacks."""


@dataclass(frozen=True, slots=True)
class Member:
    code: str
    """ISO 3166-1 alpha-3 where there is one; `SUN` for the Soviet Union to 24 December 1991."""
    name: str
    """The name to print, with the article left out: "United States"."""
    full_name: str
    note: str | None = None
    printed_names: tuple[str, ...] = ()
    """Names that the UN's voting data prints for it, over time."""
    successor: str | None = None
    """Code of the member that continued its seat."""


@dataclass(frozen=True, slots=True)
class Membership:
    body: str
    member: str
    kind: str
    """`permanent`, `elected` or, in the Assembly, `member`."""
    start: date
    end: date | None
    """First and last day of the term; None where it is open."""
    regional_group: str | None = None
    note: str | None = None

    def covers(self, on: date) -> bool:
        return self.start <= on and (self.end is None or on <= self.end)


@dataclass(frozen=True, slots=True)
class VoteEvent:
    id: str
    """`S/RES/2803`, `S/2025/353@2025-06-04`, `A/RES/68/262`."""
    body: str
    date: date
    order: int
    """Place among the body's votes of that day, from 1, as far as it is known."""
    outcome: Outcome
    kind: Kind
    modality: Modality
    resolution: str | None
    """The resolution's symbol: `S/RES/2803`."""
    draft: str | None
    meeting: str | None
    title: str
    agenda_item: str | None
    yes: int | None
    no: int | None
    abstain: int | None
    not_voting: int | None
    members: int | None
    """How many members the body had."""
    votes_known: bool
    """Whether the record says who voted how."""
    vetoed_by: tuple[str, ...]
    certainty: Certainty
    sources: tuple[str, ...]
    """Keys of the `sources` table."""
    url: str | None = None
    chapter_vii: bool | None = None
    note: str | None = None

    @property
    def tally(self) -> str:
        """The count as "14-1-0"; "?" where a part is not known."""
        return "-".join("?" if part is None else str(part) for part in (self.yes, self.no, self.abstain))

    def __hash__(self) -> int:
        """The id's, since events are counted in sets and a hash of all their fields costs more than the counting."""
        return hash(self.id)

    @property
    def symbol(self) -> str:
        """What a reader would look it up by: the resolution, else the draft, else the meeting, else the id."""
        return self.resolution or self.draft or self.meeting or self.id


RESTATED = "restated tally"
"""What a disagreement is on where a count stands as the votes were cast, and is told with what members put right later.

Whoever tells the record's own count of these is right; whoever tells the other is so by that source.
"""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sources that say different things of one vote event."""

    vote_event: str
    field: str
    """`date`, `tally`, `restated tally`, `modality`, `draft`, or `vote:CHN` for one member's option."""
    chosen: str
    """What the record says."""
    other: str
    """What the other source says."""
    source: str
    """Whose the other value is."""
    resolved: bool
    """Whether the record has chosen for a stated reason; where it has not, a claim of either value `depends`."""
    reason: str


@dataclass(frozen=True, slots=True)
class Sponsorship:
    vote_event: str
    sponsors: tuple[str, ...]
    leads: tuple[str, ...]
    """Who tabled or drafted it, where the list of sponsors is longer."""
    as_group: str | None
    complete: bool
    """Whether the list is the whole official one."""
    verified: int
    """Independent sources seen; 0 is general knowledge."""
    basis: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TopicEntry:
    vote_event: str
    scope: str
    """`core` or `wider`."""
    calls_for: str | None = None
    verb: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    id: str
    title: str
    description: str
    checked: str
    entries: tuple[TopicEntry, ...]
    missing: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CountingRule:
    id: str
    title: str
    counts: str
    leaves_out: str
    uncertainty: str
    reference: str


@dataclass(frozen=True, slots=True)
class CountedVeto:
    """One veto by one member as one counting rule counts it."""

    rule: str
    vote_event: str
    """The vote event that stands for it (the first, where the rule joins several under one draft)."""
    member: str
    date: date


@dataclass(frozen=True, slots=True)
class PublishedCount:
    """A veto count that somebody else has published."""

    date: date
    what: str
    """A member's code, `RUS_SUN` for both, or what was counted."""
    count: int
    stated_by: str
    source: str
    rule: str | None = None
    """The counting rule it was counted by, where that is stated or known to reproduce it."""


@dataclass(frozen=True, slots=True)
class Series:
    id: str
    title: str
    measure_words: tuple[str, ...]
    place: str
    population: str
    publisher: str
    terms: str


@dataclass(frozen=True, slots=True)
class Figure:
    series: str
    start: date
    end: date
    """The day, or the first and last day of the year or stretch, that the value is for.

    A United States fiscal year is named after the year of its last day.
    """
    value: float
    unit: str
    bound: str
    """`exact`, `at least`, `about`, `up to`."""
    source: str
    verified: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    code: str
    """A member's code, `GROUP:x`, or `-` where the words name no member and block a match."""
    alias: str
    kind: str
    start: date | None = None
    end: date | None = None
    ambiguous: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    title: str
    rule: str
    members: tuple[str, ...]
    """Static members; empty where the group is computed for a day."""
    start: date | None = None
    end: date | None = None
    computed_from: str | None = None
    """What its members on a day are computed from, or what table that would need."""


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    title: str
    publisher: str
    terms: str
    citation: str
    url: str | None = None
    version: str | None = None
    note: str | None = field(default=None)
