"""Curated subjects: which words mean which curated set of votes (`tables/scopes.csv`), and the readings of a set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from onrecord.checking.docket import Docket
from onrecord.reading.intervals import Interval
from onrecord.reading.table import rows
from onrecord.record.model import VoteEvent
from onrecord.record.store import Record

CEASEFIRE = "ceasefire"
"""What the strictest reading of a curated set's `calls_for` asks of a text."""


PLACES = ("member:", "place:")
"""Kinds of term that say where."""
LIVING_MEMORY = 40
"""Years before a curated set begins beyond which an older vote that names the state is of another matter."""


@dataclass(frozen=True, slots=True)
class Scope:
    """One reading of a subject."""

    title: str
    events: frozenset[str] | None
    """Ids of its vote events; None for every vote there is."""
    complete: bool
    """Whether what is not in it is known to be out."""
    sure: bool = True
    """Whether what is in it is known to belong."""
    start: date | None = None
    again: date | None = None
    """When it began anew, where "the war" may be counted from either day."""

    def holds(self, event: VoteEvent) -> bool:
        return self.events is None or event.id in self.events


@dataclass(frozen=True, slots=True)
class ScopeRow:
    topic: str
    needs: frozenset[str]
    tolerates: frozenset[str]
    days: Interval
    again: date | None
    acts: str
    called: str
    """The set in the words of a reason, and its core."""
    core_called: str


def beginning_of(event: VoteEvent | None, docket: Docket) -> date | None:
    """The first day of the curated set that a vote is of: what "since the war began" means where it is spoken of."""
    if event is None:
        return None
    topics = docket.record.topics_of(event.id)
    own = [row for row in scope_rows() if row.topic in topics]
    where = frozenset(term for row in own for term in row.needs if term.startswith(PLACES))
    # A vote on a question as old as Palestine's is spoken of in the war that is on there.
    around = [row for row in scope_rows() if row in own or where & (row.needs | row.tolerates)]
    return max((s for row in around if (s := row.days.start) is not None and s <= event.date), default=None)


def beginning_named(words: str, docket: Docket) -> tuple[date | None, date | None] | None:
    """The first day, and the second from which it may count, of the war that the words behind "since" name."""
    terms = docket.subjects.main_terms(words) if words else frozenset()
    rows = [row for row in scope_rows() if row.needs & terms and row.days.start is not None and row.needs <= terms]
    latest = max(rows, key=lambda row: row.days.start or date.min, default=None)
    return (latest.days.start, latest.again) if latest is not None else None


def beginning_again(event: VoteEvent | None, docket: Docket) -> date | None:
    """The day from which the war may be counted as well, where the curated set of the vote spoken of has one."""
    topics = docket.record.topics_of(event.id) if event is not None else ()
    return max((row.again for row in scope_rows() if row.topic in topics and row.again is not None), default=None)


def topic_scopes(
    row: ScopeRow,
    docket: Docket,
    ever: bool = False,
    reach: date | None = None,
    said: frozenset[str] = frozenset(),
) -> list[Scope]:
    """The set as a whole and its core; of all time, each with the votes outside its days that the titles name, with
    what the words `said` of the subject beyond what the set needs.
    """
    wider = ever or (reach is not None and row.days.start is not None and reach < row.days.start)
    outside = (
        frozenset(
            i
            for i in docket.subjects.about(row.needs | (said & row.tolerates))
            if _older(docket.by_id[i].date, row.days)
        )
        if wider
        else frozenset()
    )
    every, core, called = _sets(docket.record, row.topic)
    found = [Scope(row.called, every | outside, True, start=row.days.start, again=row.again)]
    if called and called != every:
        found.append(
            Scope(f"{row.called} and say {CEASEFIRE}", called | outside, True, start=row.days.start, again=row.again)
        )
    if core and core != every:
        found.append(Scope(row.core_called, core | outside, True, start=row.days.start, again=row.again))
    return found


@lru_cache(maxsize=64)
def _sets(record: Record, topic: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """All of a topic's votes, its core, and those that call for a ceasefire; kept, since each claim on it asks."""
    entries = record.topics[topic].entries
    return (
        frozenset(e.vote_event for e in entries),
        frozenset(e.vote_event for e in entries if e.scope == "core"),
        frozenset(e.vote_event for e in entries if e.calls_for is not None and CEASEFIRE in e.calls_for),
    )


def _older(day: date, days: Interval) -> bool:
    """Whether a vote outside the set's days can be of the same matter, rather than name the state by the way."""
    return day not in days and (days.start is None or days.start.year - day.year <= LIVING_MEMORY)


@cache
def scope_rows() -> tuple[ScopeRow, ...]:
    return tuple(
        ScopeRow(
            row["topic"],
            frozenset(row["needs"].split()),
            frozenset(row["tolerates"].split()),
            Interval(_day(row["from"]), _day(row["to"])),
            _day(row["again_from"]),
            row["acts"],
            row["called"],
            row["core_called"] or row["called"],
        )
        for row in rows("scopes.csv", "checking")
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
