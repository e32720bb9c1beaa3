"""Open the record and ask it (the shipped tables, with the user's imports laid over them)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from onrecord.errors import RecordError
from onrecord.record import questions
from onrecord.record.layers import Layers, layers
from onrecord.record.model import (
    Alias,
    Body,
    CountedVeto,
    CountingRule,
    Disagreement,
    Figure,
    Group,
    Member,
    Membership,
    Option,
    PublishedCount,
    Series,
    Source,
    Sponsorship,
    Topic,
    TopicEntry,
    VoteEvent,
)
from onrecord.record.roll_calls import RollCall, roll_calls
from onrecord.record.schema import TABLES
from onrecord.record.searching import Search, Selection
from onrecord.record.tables import Tables
from onrecord.record.tabular import identifier
from onrecord.record.vote_event_rows import vote_event

if TYPE_CHECKING:
    from onrecord.record.agreement import AgreementMatrix

_OPTIONS = {option.value: option for option in Option}


class Record(Tables):
    """Every query is lazy and cached; nothing is loaded before it is asked for."""

    def __init__(self, layers: Layers) -> None:
        super().__init__(layers)
        self._memberships: dict[str, tuple[Membership, ...]] = {}
        self._vote_events: dict[str, tuple[VoteEvent, ...]] = {}
        self._by_id: dict[str, VoteEvent] = {}
        self._roll_calls: dict[str, tuple[RollCall, ...]] = {}
        self._votes: dict[str, dict[str, Mapping[str, Option]]] = {}
        self._votes_of_one: dict[str, Mapping[str, Option]] = {}
        self._vetoes: dict[str, tuple[CountedVeto, ...]] = {}
        self._figures: dict[str, tuple[Figure, ...]] = {}

    @cached_property
    def as_of(self) -> Mapping[str, date]:
        """The last day each body's votes are known to, by body id."""
        rows = self._select(
            "select b.id, coalesce(b.complete_to, (select max(date) from {vote_events} e where e.body = b.id)) "
            "from {bodies} b order by b.id"
        )
        return MappingProxyType({body: day for body, day in rows if day is not None})

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        return MappingProxyType({row[0]: Body(*row) for row in self._answer(questions.BODIES)})

    @cached_property
    def members(self) -> Mapping[str, Member]:
        """By code."""
        return MappingProxyType(
            {
                code: Member(code, name, full_name, note, tuple(printed or ()), successor)
                for code, name, full_name, note, printed, successor in self._answer(questions.MEMBERS)
            }
        )

    def memberships(self, body: str) -> tuple[Membership, ...]:
        """Terms in the order they began; RecordError where the record holds none for the body."""
        if body not in self._memberships:
            rows = self._select(
                'select body, member, kind, start, "end", regional_group, note from {memberships} where body = ? '
                "order by start, kind desc, member",
                [self._body(body)],
            )
            self._memberships[body] = tuple(Membership(*row) for row in rows)
        return self._memberships[body]

    def seats(self, body: str, on: date) -> tuple[Membership, ...]:
        """Who sat on the body that day, permanent members first."""
        sitting = [term for term in self.memberships(body) if term.covers(on)]
        return tuple(sorted(sitting, key=lambda term: (term.kind != "permanent", term.member)))

    def vote_events(self, body: str) -> tuple[VoteEvent, ...]:
        """In the order they were taken."""
        if body not in self._vote_events:
            self._vote_events[body] = self._known(self._answer(questions.vote_events(self._body(body))))
        return self._vote_events[body]

    def vote_event(self, id: str) -> VoteEvent:
        """By exact id; RecordError with near matches where there is none."""
        if id not in self._by_id and not self._events("id = ?", [id]):
            raise self.not_found(id)
        return self._by_id[id]

    def find(self, query: str) -> tuple[VoteEvent, ...]:
        """By id, resolution, draft or meeting symbol, the number of the Council's resolution, or ISO date; in the order
        they were taken, () where none fits.
        """
        asked = query.strip()
        order = 'order by body desc, date, "order", id'
        if re.fullmatch(r"\d{4}-\d\d-\d\d", asked):
            try:
                day = date.fromisoformat(asked)
            except ValueError:
                raise RecordError(f"{asked!r} is no day of the calendar") from None
            return self._events(f"date = ? {order}", [day])
        found = self._events(f"id = ? {order}", [asked])
        return found or self._events(
            "lower(id) = $1 or lower(resolution) = $1 or lower(draft) = $1 or lower(meeting) = $1 "
            f"or starts_with(lower(id), $1 || '@') {order}",
            [_symbol(asked).lower()],
        )

    def not_found(self, query: str) -> RecordError:
        """The error for a query that nothing in the record fits, with what is near it."""
        asked = query.strip()
        if re.fullmatch(r"\d{4}-\d\d-\d\d", asked):
            days = self._select(
                "select distinct date from {vote_events} order by abs(date_diff('day', date, ?::date)), date limit 2",
                [asked],
            )
            near = " and ".join(sorted(day.isoformat() for (day,) in days))
            return RecordError(f"no votes on {asked} in the record; the nearest days with votes are {near}")
        if re.fullmatch(r"S/RES/\d+", _symbol(asked).upper()):
            [(last,)] = self._select(
                "select resolution from {vote_events} where body = 'unsc' and resolution is not null "
                'order by date desc, "order" desc limit 1'
            )
            return RecordError(f"no vote event {asked!r} in the record; its last resolution is {last}")
        known = self._select(
            "select coalesce(resolution, draft, id) as symbol from {vote_events} "
            "order by levenshtein(symbol, ?), symbol limit 3",
            [asked.upper()],
        )
        return RecordError(
            f"no vote event {asked!r} in the record; near it: {', '.join(symbol for (symbol,) in known)}"
        )

    def search(self, search: Search) -> Selection:
        """Vote events that fit, in the order they were taken; RecordError where a body, topic or member is unknown."""
        for code in (*search.members, *search.vetoed_by, *search.with_members, *search.against_members):
            if code not in self.members:
                raise RecordError(f"no member {code!r} in the record; codes are ISO 3166-1 alpha-3, and SUN to 1991")
        if search.body:
            self._body(search.body)
        if search.topic and search.topic not in self.topics:
            raise RecordError(f"no topic {search.topic!r}; there are {', '.join(self.topics)}")
        return Selection(self, search)

    def votes(self, vote_event: str) -> Mapping[str, Option]:
        """Member code to option; empty where the record does not say who voted how."""
        body = self.vote_event(vote_event).body
        if body in self._votes:
            return self._votes[body].get(vote_event, MappingProxyType({}))
        if vote_event not in self._votes_of_one:
            rows = self._select(
                f"select member, option from {{votes {body}}} where vote_event = ? order by member", [vote_event]
            )
            self._votes_of_one[vote_event] = MappingProxyType({member: _OPTIONS[option] for member, option in rows})
        return self._votes_of_one[vote_event]

    def roll_calls(self, body: str) -> tuple[RollCall, ...]:
        """What a decision rule looks at in every vote event of the body, in the order they were taken."""
        if body not in self._roll_calls:
            self._roll_calls[body] = roll_calls(body, self._answer(questions.roll_calls(self._body(body))))
        return self._roll_calls[body]

    def all_votes(self, body: str) -> Mapping[str, Mapping[str, Option]]:
        """Vote event to member to option, for every vote event whose member votes are known at all."""
        if body not in self._votes:
            self._votes[body] = {call.vote_event: call.votes for call in self.roll_calls(body) if call.votes}
        return MappingProxyType(self._votes[body])

    def agreement_matrix(self, body: str, search: Search | None = None) -> AgreementMatrix:
        """How often every pair of members voted alike, over the body's vote events that fit the search."""
        from onrecord.record.agreement import matrix_over

        return matrix_over(self, self._body(body), replace(search or Search(), body=body).where())

    def sponsorship(self, vote_event: str) -> Sponsorship | None:
        """None means not known, never none."""
        return self._sponsorships.get(vote_event)

    @cached_property
    def _sponsorships(self) -> Mapping[str, Sponsorship]:
        rows = self._select(
            "select vote_event, sponsors, leads, as_group, complete, verified, basis, note from {sponsors}"
        )
        return {row[0]: Sponsorship(row[0], tuple(row[1] or ()), tuple(row[2] or ()), *row[3:]) for row in rows}

    def disagreements(self, vote_event: str) -> tuple[Disagreement, ...]:
        return self._disagreements.get(vote_event, ())

    @cached_property
    def _disagreements(self) -> Mapping[str, tuple[Disagreement, ...]]:
        rows = self._select(
            "select vote_event, field, chosen, other, source, resolved, reason from {disagreements} order by all"
        )
        found: dict[str, tuple[Disagreement, ...]] = {}
        for row in rows:
            found[row[0]] = (*found.get(row[0], ()), Disagreement(*row))
        return found

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        entries: dict[str, list[TopicEntry]] = {}
        for topic, *entry in self._answer(questions.TOPIC_EVENTS):
            entries.setdefault(topic, []).append(TopicEntry(*entry))
        return MappingProxyType(
            {
                id: Topic(
                    id, title, description, checked, tuple(entries.get(id, ())), tuple(json.loads(missing or "[]"))
                )
                for id, title, description, checked, missing in self._answer(questions.TOPICS)
            }
        )

    def topics_of(self, vote_event: str) -> tuple[str, ...]:
        """Ids of the topics that hold the vote event."""
        return self._topics_of.get(vote_event, ())

    @cached_property
    def _topics_of(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for topic in self.topics.values():
            for entry in topic.entries:
                found[entry.vote_event] = (*found.get(entry.vote_event, ()), topic.id)
        return found

    @cached_property
    def counting_rules(self) -> Mapping[str, CountingRule]:
        rows = self._select(
            "select id, title, counts, leaves_out, uncertainty, reference from {counting_rules} order by place"
        )
        return MappingProxyType(
            {id: CountingRule(id, title, counts, *(text or "" for text in rest)) for id, title, counts, *rest in rows}
        )

    def vetoes(self, rule: str) -> tuple[CountedVeto, ...]:
        """Every veto as that counting rule counts it, by date."""
        if rule not in self._vetoes:
            if rule not in self.counting_rules:
                raise RecordError(f"no counting rule {rule!r}; there are {', '.join(self.counting_rules)}")
            rows = self._select(
                "select rule, vote_event, member, date from {counted_vetoes} where rule = ? "
                "order by date, vote_event, member",
                [rule],
            )
            self._vetoes[rule] = tuple(CountedVeto(*row) for row in rows)
        return self._vetoes[rule]

    @cached_property
    def published_counts(self) -> tuple[PublishedCount, ...]:
        rows = self._select('select date, what, "count", stated_by, source, rule from {published_counts} order by all')
        return tuple(PublishedCount(*row) for row in rows)

    @cached_property
    def series(self) -> Mapping[str, Series]:
        rows = self._select(
            "select id, title, measure_words, place, population, publisher, terms from {series} order by id"
        )
        return MappingProxyType({row[0]: Series(row[0], row[1], tuple(row[2] or ()), *row[3:]) for row in rows})

    def figures(self, series: str) -> tuple[Figure, ...]:
        """By date."""
        if series not in self._figures:
            if series not in self.series:
                raise RecordError(f"no figure series {series!r}; there are {', '.join(self.series)}")
            rows = self._select(
                'select series, start, "end", value, unit, bound, source, verified, note from {figures} '
                'where series = ? order by "end", start, bound, value',
                [series],
            )
            self._figures[series] = tuple(Figure(*row) for row in rows)
        return self._figures[series]

    @cached_property
    def aliases(self) -> tuple[Alias, ...]:
        rows = self._select('select code, alias, kind, start, "end", ambiguous, note from {aliases} order by all')
        return tuple(Alias(*row) for row in rows)

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        rows = self._select('select id, title, rule, members, start, "end", computed_from from {groups} order by id')
        return MappingProxyType(
            {
                id: Group(id, title, rule, tuple(members or ()), start, end, computed_from)
                for id, title, rule, members, start, end, computed_from in rows
            }
        )

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        rows = self._select(
            "select id, title, publisher, terms, citation, url, version, note from {sources} order by id"
        )
        return MappingProxyType({row[0]: Source(*row) for row in rows})

    def events_of(self, query: str) -> tuple[VoteEvent, ...]:
        """Vote events of a query for all columns of `vote_events`, in its order; tables are named as {table}."""
        return tuple(vote_event(row) for row in self._select(query))

    def _events(self, where: str, parameters: Sequence[Any]) -> tuple[VoteEvent, ...]:
        columns = ", ".join(identifier(name) for name in TABLES["vote_events"].column_names)
        return self._known(self._select(f"select {columns} from {{vote_events}} where {where}", parameters))

    def _known(self, rows: Sequence[tuple[Any, ...]]) -> tuple[VoteEvent, ...]:
        events = tuple(vote_event(row) for row in rows)
        self._by_id.update((event.id, event) for event in events)
        return events

    def _body(self, body: str) -> str:
        if body not in self.bodies:
            raise RecordError(f"no body {body!r} in the record; there are {', '.join(self.bodies)}")
        return body


def open_record(path: Path | None = None) -> Record:
    """The shipped record with the user's imports laid over it, or the one in the folder `path` alone."""
    return Record(layers(path))


def _symbol(asked: str) -> str:
    """A symbol as the record writes it, from "S/RES/2803 (2025)", "A/RES/3379 (XXX)", "resolution 2803" or "2803"."""
    symbol = re.sub(r"\s*\((?:19|20)\d\d\)$", "", asked)
    numbered = re.fullmatch(r"(?:resolution )?(\d{1,4})", symbol, re.IGNORECASE)
    return f"S/RES/{numbered[1]}" if numbered else symbol.replace(" ", "")
