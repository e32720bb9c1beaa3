"""Hold what a file says of a vote event against what the record says: new, filled in, changed, conflicting or the same.

The record's value stands unless the file is a later edition of the very source that the value came from and no other
source was ever weighed against it; whatever else differs is kept as a disagreement, laid over and never written in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from onrecord.record.model import Body, Disagreement, Option, Source, VoteEvent
from onrecord.record.sources.publication import Publication, ReadVoteEvent
from onrecord.record.sources.tallies import counts

WORDS = ("title", "kind", "modality", "draft", "meeting", "agenda_item", "note")
FILLED_WHERE_EMPTY = ("resolution", "draft", "meeting", "agenda_item", "url", "chapter_vii", "note")
"""Fields that a file may add and never replace: their wording differs from source to source."""

_EDITION = re.compile(r"-(\d{4}-\d{2}-\d{2}|[0-9a-f]{8})$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Record(Protocol):
    """The part of the record that a comparison asks."""

    @property
    def bodies(self) -> Mapping[str, Body]: ...

    @property
    def sources(self) -> Mapping[str, Source]: ...

    def vote_events(self, body: str) -> tuple[VoteEvent, ...]: ...

    def all_votes(self, body: str) -> Mapping[str, Mapping[str, Option]]: ...

    def disagreements(self, vote_event: str) -> tuple[Disagreement, ...]: ...


@dataclass(frozen=True, slots=True)
class Fact:
    """One value that a file gives, and what the record said before."""

    vote_event: str
    field: str
    """`date`, `tally`, `outcome`, `vote:CHN`, or the name of a field that was empty."""
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What one vote event of a file adds to the record."""

    event: VoteEvent | None = None
    """The row to lay over the record's, or None where that stays."""
    votes: Mapping[str, Option] | None = None
    """All of its votes, where they are to be laid over."""
    new: bool = False
    filled: tuple[Fact, ...] = ()
    changed: tuple[Fact, ...] = ()
    conflicting: tuple[Fact, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    known: int = 0
    """Differences that the record already knew of."""
    worded_otherwise: int = 0
    """Titles, symbols and items that the file has in other words; the record's stay."""


def base(key: str) -> str:
    """The source that an edition's key belongs to: `undl` of `undl-2026-02-06`."""
    return _EDITION.sub("", key)


def edition_of(source: Source) -> date | None:
    """The latest day that its key or version names."""
    found = _DAY.findall(f"{source.id} {source.version or ''}")
    return max(map(date.fromisoformat, found)) if found else None


class Comparison:
    """One file against the record; `key` is what the record is to call this edition of its source."""

    def __init__(self, record: Record, publication: Publication, key: str, name: str) -> None:
        self._record, self._publication, self._key, self._name = record, publication, key, name
        self._events: dict[str, Mapping[str, VoteEvent]] = {}
        self._votes: dict[str, Mapping[str, Mapping[str, Option]]] = {}
        self._places: dict[tuple[str, date], int] = {}
        self.compared: set[str] = set()

    def compare(self, read: ReadVoteEvent) -> Difference:
        """RefusalError where the file has the vote event a second time."""
        event = read.event
        if event.id in self.compared:
            raise read.row.refuse(None, f"{event.id} stands a second time", "every vote event once")
        self.compared.add(event.id)
        recorded = self._recorded(event.body).get(event.id)
        if recorded is None:
            return self._new(read)
        return self._differences(read, recorded, self._votes[event.body].get(event.id, {}))

    def _recorded(self, body: str) -> Mapping[str, VoteEvent]:
        if body not in self._events:
            known = body in self._record.bodies
            self._events[body] = {event.id: event for event in self._record.vote_events(body)} if known else {}
            self._votes[body] = self._record.all_votes(body) if known else {}
            for event in self._events[body].values():
                place = body, event.date
                self._places[place] = max(self._places.get(place, 0), event.order or 0)
        return self._events[body]

    def _new(self, read: ReadVoteEvent) -> Difference:
        place = read.event.body, read.event.date
        self._places[place] = read.event.order or self._places.get(place, 0) + 1
        event = replace(read.event, order=self._places[place], sources=self._sources(read.event.sources))
        printed = self._printed(read, event)
        return Difference(event, read.votes, new=True, disagreements=printed)

    def _differences(self, read: ReadVoteEvent, recorded: VoteEvent, votes: Mapping[str, Option]) -> Difference:
        event = read.event
        weighed = self._record.disagreements(recorded.id)
        facts = [*_values(event, recorded), *_votes(event.id, read.votes, votes)]
        # A tally that follows from votes that differ is no fact of its own.
        if not (read.votes and votes) and event.tally != recorded.tally and "?" not in event.tally:
            facts.append(Fact(event.id, "tally", recorded.tally, event.tally))
        unknown = [fact for fact in facts if not self._known(fact, weighed)]
        changing = [fact for fact in unknown if self._may_change(fact, recorded, weighed)]
        conflicting = [fact for fact in unknown if fact not in changing]
        laid, laid_votes, filled = self._lay(read, recorded, votes, changing, conflicting)
        return Difference(
            laid,
            laid_votes,
            filled=filled,
            changed=tuple(changing),
            conflicting=tuple(conflicting),
            disagreements=(
                *(self._replaced(fact, recorded) for fact in changing),
                *(self._open(fact) for fact in conflicting),
                *(row for row in self._printed(read, recorded) if row not in weighed),
            ),
            known=len(facts) - len(unknown),
            worded_otherwise=_worded_otherwise(event, recorded),
        )

    def _lay(
        self,
        read: ReadVoteEvent,
        recorded: VoteEvent,
        votes: Mapping[str, Option],
        changing: list[Fact],
        conflicting: list[Fact],
    ) -> tuple[VoteEvent | None, Mapping[str, Option] | None, tuple[Fact, ...]]:
        """The vote event and votes to lay over, each None where the record's stays, and what was empty before."""
        filled = {
            name: getattr(read.event, name)
            for name in FILLED_WHERE_EMPTY
            if getattr(recorded, name) is None and getattr(read.event, name) is not None
        }
        laid = replace(recorded, **filled)
        facts = [Fact(recorded.id, name, None, str(value)) for name, value in filled.items()]
        laid_votes: dict[str, Option] | None = None
        if read.votes and not votes and not conflicting:
            laid_votes = dict(read.votes)
            facts.append(Fact(recorded.id, "votes", None, f"{len(laid_votes)} members"))
        for fact in changing:
            if fact.field == "date":
                laid = replace(laid, date=read.event.date)
            elif fact.field == "outcome":
                laid = replace(laid, outcome=read.event.outcome)
            else:
                laid_votes = dict(votes) if laid_votes is None else laid_votes
                member = fact.field.removeprefix("vote:")
                laid_votes[member] = read.votes[member]
        if laid_votes is not None:
            laid = replace(laid, votes_known=True, **counts(laid_votes))
        if laid == recorded:
            return None, None, ()
        return replace(laid, sources=(*recorded.sources, self._key)), laid_votes, tuple(facts)

    def _known(self, fact: Fact, weighed: tuple[Disagreement, ...]) -> bool:
        """Whether the record already says that this source gives this value."""
        return any(
            row.field == fact.field and row.other == fact.after and base(row.source) == self._publication.source.id
            for row in weighed
        )

    def _may_change(self, fact: Fact, recorded: VoteEvent, weighed: tuple[Disagreement, ...]) -> bool:
        """A later edition of the same source replaces a value that no other source was weighed against."""
        same = [key for key in recorded.sources if base(key) == self._publication.source.id]
        before = [edition_of(self._record.sources[key]) for key in same if key in self._record.sources]
        edition = self._publication.edition
        if edition is None or not before or any(day is None or day >= edition for day in before):
            return False
        fields = {fact.field, "tally"} if fact.field.startswith("vote:") else {fact.field}
        return fact.field != "tally" and not any(row.field in fields for row in weighed)

    def _replaced(self, fact: Fact, recorded: VoteEvent) -> Disagreement:
        earlier = [key for key in recorded.sources if base(key) == self._publication.source.id][-1]
        return Disagreement(
            fact.vote_event,
            fact.field,
            fact.after,
            fact.before or "no vote",
            earlier,
            True,
            f"the edition of {self._publication.edition} replaces the earlier one of the same source",
        )

    def _open(self, fact: Fact) -> Disagreement:
        reason = f"{self._name}, laid over the record, says otherwise and no choice was made"
        return Disagreement(fact.vote_event, fact.field, fact.before or "no vote", fact.after, self._key, False, reason)

    def _printed(self, read: ReadVoteEvent, event: VoteEvent) -> tuple[Disagreement, ...]:
        """The totals that the file prints where its own votes say otherwise."""
        if not read.printed.keys() & {"yes", "no", "abstain"}:
            return ()
        parts = [read.printed.get(name, getattr(read.event, name)) for name in ("yes", "no", "abstain")]
        reason = "the file's totals differ from its votes, which are followed"
        tally = "-".join(map(str, parts))
        return (Disagreement(event.id, "tally", event.tally, tally, self._key, False, reason),)

    def _sources(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._key if key == self._publication.source.id else key for key in keys)


def _values(event: VoteEvent, recorded: VoteEvent) -> list[Fact]:
    facts = []
    if event.date != recorded.date:
        facts.append(Fact(event.id, "date", recorded.date.isoformat(), event.date.isoformat()))
    if event.outcome != recorded.outcome and event.outcome != "unknown":
        facts.append(Fact(event.id, "outcome", recorded.outcome.value, event.outcome.value))
    return facts


def _votes(id: str, read: Mapping[str, Option], recorded: Mapping[str, Option]) -> list[Fact]:
    """Members whose option differs; one that only the record has is left as it is."""
    if not recorded:
        return []
    return [
        Fact(id, f"vote:{member}", recorded[member].value if member in recorded else None, option.value)
        for member, option in read.items()
        if recorded.get(member) != option
    ]


def _worded_otherwise(event: VoteEvent, recorded: VoteEvent) -> int:
    pairs = ((getattr(event, name), getattr(recorded, name)) for name in WORDS)
    return sum(said is not None and held is not None and said != held for said, held in pairs)
