"""The record arranged for finding vote events: by symbol, by day, by count, by subject."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from onrecord.checking.subjects import SubjectIndex
from onrecord.record.model import Membership, Option, Outcome, VoteEvent
from onrecord.record.store import Record

NAMES_OF_STATES = frozenset({"historical", "official", "abbreviation", "short", "demonym", "people"})
"""Kinds of words for a state itself, its own for as long as it was."""
END_OF_SOVIET_UNION = date(1991, 12, 24)
"""Last day of the Soviet Union's seat; the Russian Federation continued it (letter of 24 December 1991)."""
_RENEWS = re.compile(r"\b(?:renew|extension|extend|prolong|continuation)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
TITLE_HEAD = 8
_NOT_SYMBOL = re.compile(r"[^A-Z0-9/]")


class Docket:
    """One body's vote events."""

    def __init__(self, record: Record, body: str) -> None:
        self.record = record
        self.body = body

    @cached_property
    def events(self) -> Sequence[VoteEvent]:
        """In the order in which they were taken."""
        return sorted(self.record.vote_events(self.body), key=lambda e: (e.date, e.order))

    @cached_property
    def _days(self) -> Sequence[date]:
        return [e.date for e in self.events]

    @cached_property
    def ordinals(self) -> NDArray[np.int64]:
        """The day of each event, by its place, as `date.toordinal` gives it."""
        return np.array([day.toordinal() for day in self._days])

    @cached_property
    def places(self) -> Mapping[str, int]:
        """By id, where an event stands among `events`."""
        return self.subjects.places

    @cached_property
    def subjects(self) -> SubjectIndex:
        return SubjectIndex(self.record, self.body)

    def renews(self, event: VoteEvent) -> bool:
        """Whether the text prolongs a mandate or measures, as its title says."""
        return _RENEWS.search(event.title or "") is not None

    def title_key(self, event: VoteEvent) -> tuple[str, ...]:
        """The first words of a text's title, by which those of one series are known, however it names the states."""
        known = self._titles.get(event.id)
        if known is None:
            known = self._titles[event.id] = _head(event.title or "")
        return known

    @cached_property
    def states_ended(self) -> Mapping[str, date]:
        """By code, the last day of the states that are no more."""
        ends: dict[str, list[date | None]] = {}
        for alias in self.record.aliases:
            if alias.kind in NAMES_OF_STATES:
                ends.setdefault(alias.code, []).append(alias.end)
        return {code: max(filter(None, days)) for code, days in ends.items() if all(days)}

    @cached_property
    def by_title(self) -> Mapping[tuple[str, ...], list[VoteEvent]]:
        """By `title_key`, in the order in which they were taken."""
        found: dict[tuple[str, ...], list[VoteEvent]] = {}
        for event in self.events:
            found.setdefault(self.title_key(event), []).append(event)
        return found

    def series(self, event: VoteEvent) -> frozenset[str]:
        """Ids of the votes on texts that go by the same title, or, of a draft that goes by its item alone, on that."""
        key = self.title_key(event)
        same = self.by_title[key]
        if self.body == "unsc" and (not event.agenda_item or _head(event.agenda_item) == key):
            same = [*same, *self._by_item.get(key, ())]
        return frozenset(e.id for e in same)

    @cached_property
    def _by_item(self) -> Mapping[tuple[str, ...], list[VoteEvent]]:
        found: dict[tuple[str, ...], list[VoteEvent]] = {}
        for event in self.events:
            if event.agenda_item:
                found.setdefault(_head(event.agenda_item), []).append(event)
        return found

    @cached_property
    def last_number(self) -> int:
        """That of the last resolution of a body that numbers them in one series."""
        return max((int(e.resolution.rsplit("/", 1)[-1]) for e in self.events if e.resolution), default=0)

    @cached_property
    def _titles(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def kind_points(self) -> dict[Hashable, NDArray[np.float64]]:
        """What the kinds of the events count for threads that say the same of theirs, by place."""
        return {}

    @cached_property
    def by_id(self) -> Mapping[str, VoteEvent]:
        return {e.id: e for e in self.events}

    @cached_property
    def _by_symbol(self) -> Mapping[str, list[VoteEvent]]:
        found: dict[str, list[VoteEvent]] = {}
        for event in self.events:
            written = [s for s in (event.id.partition("@")[0], event.resolution, event.draft) if s]
            plain = [re.sub(r"\(.*|/REV.*", "", symbol.upper()) for symbol in written]
            for folded in {_folded(symbol) for symbol in (*written, *plain)}:
                found.setdefault(folded, []).append(event)
        return found

    @cached_property
    def by_tally(self) -> Mapping[tuple[int | None, int | None, int | None], list[VoteEvent]]:
        """By those for, against and abstaining; those abstaining are none where a text does not give them."""
        found: dict[tuple[int | None, int | None, int | None], list[VoteEvent]] = {}
        for event in self.events:
            found.setdefault((event.yes, event.no, event.abstain), []).append(event)
            if event.abstain is not None:
                found.setdefault((event.yes, event.no, None), []).append(event)
        return found

    @cached_property
    def by_count(self) -> Mapping[tuple[str, int], frozenset[str]]:
        """Ids by a part of the count alone: `("yes", 13)`."""
        found: dict[tuple[str, int], set[str]] = {}
        for event in self.events:
            for role, count in (("yes", event.yes), ("no", event.no), ("abstain", event.abstain)):
                if count is not None:
                    found.setdefault((role, count), set()).add(event.id)
        return {key: frozenset(ids) for key, ids in found.items()}

    @cached_property
    def vetoed(self) -> Sequence[VoteEvent]:
        return [e for e in self.events if e.vetoed_by]

    @cached_property
    def _votes(self) -> Mapping[str, Mapping[str, Option]]:
        return self.record.all_votes(self.body) if self.body == "unsc" else {}

    def votes(self, event: VoteEvent) -> Mapping[str, Option]:
        if self.body == "unsc":
            return self._votes.get(event.id, {})
        return self.record.votes(event.id)

    def days(self, event: VoteEvent) -> tuple[date, ...]:
        """The day of the vote, and the day that another source gives where the record has not settled which."""
        return (event.date, *self.other_days.get(event.id, ()))

    @cached_property
    def other_days(self) -> Mapping[str, tuple[date, ...]]:
        """By id, of the few events whose day is not settled."""
        found: dict[str, tuple[date, ...]] = {}
        for event in self.events:
            other = tuple(
                date.fromisoformat(r.other)
                for r in self.record.disagreements(event.id)
                if r.field == "date" and not r.resolved
            )
            if other:
                found[event.id] = other
        return found

    def with_symbol(self, symbol: str) -> list[VoteEvent]:
        """Events with that resolution or draft symbol, revisions included."""
        return self._by_symbol.get(_folded(symbol), [])

    def parts_of(self, symbol: str) -> list[VoteEvent]:
        """ "A/RES/181(II)" where the record holds it by its parts, "A/RES/181(II)[A]"."""
        if "(" not in symbol:
            return []
        whole = symbol.partition("[")[0]
        return [e for e in self.with_symbol(symbol.partition("(")[0]) if (e.resolution or "").startswith(whole)]

    def between(self, start: date | None, end: date | None) -> Sequence[VoteEvent]:
        places = self.places_between(start, end)
        return self.events[places.start : places.stop]

    def places_between(self, start: date | None, end: date | None) -> range:
        first = 0 if start is None else bisect_left(self._days, start)
        last = len(self.events) if end is None else bisect_right(self._days, end)
        return range(first, max(first, last))

    @cached_property
    def _memberships(self) -> tuple[Membership, ...]:
        return self.record.memberships(self.body)

    def seats(self, on: date) -> dict[str, Membership]:
        """Member to membership on that day."""
        key = on
        cached = self._seats_cache.get(key)
        if cached is None:
            cached = {m.member: m for m in self._memberships if m.covers(on)}
            self._seats_cache[key] = cached
        return cached

    @cached_property
    def _seats_cache(self) -> dict[date, dict[str, Membership]]:
        return {}

    @cached_property
    def ever_seated(self) -> frozenset[str]:
        return frozenset(m.member for m in self._memberships)

    @property
    def as_of(self) -> date:
        return self.record.as_of[self.body]


def _folded(symbol: str) -> str:
    return _NOT_SYMBOL.sub("", symbol.upper().replace("(AS AMENDED)", "").replace("REV.", "REV"))


def _head(title: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(title.lower())[:TITLE_HEAD])


def at_date(code: str, on: date | None) -> str:
    """The code that held the seat on that day: the Soviet Union's before 25 December 1991, Russia's after."""
    if code in ("RUS", "SUN") and on is not None:
        return "SUN" if on <= END_OF_SOVIET_UNION else "RUS"
    return code


def vetoed(event: VoteEvent) -> bool:
    return event.outcome is Outcome.VETOED


def latest(events: Iterable[VoteEvent]) -> VoteEvent | None:
    return max(events, key=lambda e: (e.date, e.order), default=None)
