"""Questions asked of whole tables, whose answers are kept (kept.py) so that DuckDB need not start for them.

Those that commands ask before all else come with the record, in files that `onrecord compile` writes.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from onrecord.record.schema import TABLES
from onrecord.record.tabular import identifier


class Question(NamedTuple):
    name: str
    query: str
    """Tables are named as {table}, or {votes unsc} for one body's alone."""
    parameters: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """What holds its answer in the folder of the record."""
        return f"kept-{self.name}.json"

    @property
    def asked(self) -> list[Any]:
        """What tells it from any other question."""
        return [self.query, *self.parameters]


BODIES = Question("bodies", "select id, name, short_name, complete_to, note from {bodies} order by id")
MEMBERS = Question(
    "members", "select code, name, full_name, note, printed_names, successor from {members} order by code"
)
TOPICS = Question("topics", "select id, title, description, checked, missing from {topics} order by id")
TOPIC_EVENTS = Question(
    "topic-events",
    "select topic, vote_event, scope, calls_for, verb, note from {topic_events} order by topic, place",
)


def vote_events(body: str) -> Question:
    """All columns of the body's vote events, in the order they were taken."""
    columns = ", ".join(identifier(name) for name in TABLES["vote_events"].column_names)
    query = f'select {columns} from {{vote_events}} where body = ? order by date, "order", id'
    return Question(f"vote-events-{body}", query, (body,))


def roll_calls(body: str) -> Question:
    """What a decision rule looks at in the body's vote events, in the order they were taken; see roll_calls.py."""
    # Most members vote yes, so that it goes without saying.
    cast = "member || case option when 'yes' then '' else ' ' || option end"
    return Question(
        f"roll-calls-{body}",
        "select id, date, outcome, kind, modality, resolution, yes, no, abstain, not_voting, vetoed_by, cast_by "
        f"from {{vote_events}} left join (select vote_event, string_agg({cast}, '|' order by member) as cast_by "
        f'from {{votes {body}}} group by vote_event) on vote_event = id where body = ? order by date, "order", id',
        (body,),
    )


WITH_THE_RECORD = (BODIES, TOPICS, TOPIC_EVENTS, roll_calls("unsc"))
"""Whose answers the shipped record brings."""
