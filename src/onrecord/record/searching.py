"""Search vote events by what they were about, what became of them and who voted how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, overload

from onrecord.record.model import Option, Outcome, VoteEvent
from onrecord.record.schema import TABLES
from onrecord.record.tabular import identifier, literal

if TYPE_CHECKING:
    from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for; everything given must hold, and an empty field asks nothing."""

    body: str | None = None
    since: date | None = None
    until: date | None = None
    """First and last day."""
    outcome: Outcome | None = None
    topic: str | None = None
    members: tuple[str, ...] = ()
    """Codes of members that took the `option`; without one, of members on the side of `with_members`."""
    option: Option | None = None
    vetoed_by: tuple[str, ...] = ()
    """Any of these stopped it."""
    with_members: tuple[str, ...] = ()
    against_members: tuple[str, ...] = ()
    """All of `with_members` voted yes and all of `against_members` no, or the other way round."""
    text: str = ""
    """Words that the title, agenda item or remark must all hold."""

    def where(self) -> str:
        """The condition on a row `e` of `vote_events`, with the tables as {table}."""
        return " and ".join(self._conditions()) or "true"

    def _conditions(self) -> Iterator[str]:
        if self.body:
            yield f"e.body = {literal(self.body)}"
        if self.since:
            yield f"e.date >= {literal(self.since.isoformat())}::date"
        if self.until:
            yield f"e.date <= {literal(self.until.isoformat())}::date"
        if self.outcome:
            yield f"e.outcome = {literal(Outcome(self.outcome).value)}"
        if self.topic:
            yield f"e.id in (select vote_event from {{topic_events}} where topic = {literal(self.topic)})"
        if self.vetoed_by:
            yield f"list_has_any(e.vetoed_by, {_list(self.vetoed_by)})"
        if self.option:
            yield from (self._voted((member,), self.option) for member in self.members)
        same_side = (*self.with_members, *(() if self.option else self.members))
        if same_side or self.against_members:
            yes_no = (self._voted(same_side, Option.YES), self._voted(self.against_members, Option.NO))
            no_yes = (self._voted(same_side, Option.NO), self._voted(self.against_members, Option.YES))
            yield f"(({' and '.join(yes_no)}) or ({' and '.join(no_yes)}))"
        for word in self.text.split():
            searched = "concat_ws(' ', e.title, e.agenda_item, e.note)"
            yield f"contains(lower({searched}), {literal(word.lower())})"

    def _voted(self, members: Sequence[str], option: Option) -> str:
        votes = f"{{votes {self.body}}}" if self.body else "{votes}"
        conditions = [
            f"e.id in (select vote_event from {votes} where member = {literal(member)} and option = "
            f"{literal(Option(option).value)})"
            for member in members
        ]
        return " and ".join(conditions) or "true"


class Selection(Sequence[VoteEvent]):
    """Vote events that a search found, in the order they were taken; a table of them on request."""

    def __init__(self, record: Record, search: Search) -> None:
        self._record = record
        self.search = search
        columns = ", ".join(f"e.{identifier(name)}" for name in TABLES["vote_events"].column_names)
        self._query = (
            f"select {columns} from {{vote_events}} e where {search.where()} "
            'order by e.date, e.body desc, e."order", e.id'
        )
        self._events = record.events_of(self._query)

    @overload
    def __getitem__(self, index: int) -> VoteEvent: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[VoteEvent]: ...
    def __getitem__(self, index: int | slice) -> VoteEvent | Sequence[VoteEvent]:
        return self._events[index]

    def __len__(self) -> int:
        return len(self._events)

    def relation(self) -> Any:
        """A DuckDB relation of the rows: `.arrow()`, `.df()`, `.pl()`."""
        return self._record.relation(self._query)


def _list(codes: Sequence[str]) -> str:
    return "[" + ", ".join(literal(code) for code in codes) + "]"
