"""The record as Popolo (https://www.popoloproject.com/specs/): organizations, memberships, vote events with their
motion, counts and votes. What Popolo has no property for is added beside its own, under the record's column name.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onrecord.record.schema import TABLES, Table
from onrecord.record.tabular import identifier, literal, order_by, replacing

ORGANIZATIONS, MEMBERSHIPS, VOTE_EVENTS = "organizations.json", "memberships.json", "vote_events.json"

TITLES = {
    ORGANIZATIONS: "Bodies and their members as Popolo organizations",
    MEMBERSHIPS: "Terms as Popolo memberships",
    VOTE_EVENTS: "Votes taken as Popolo vote events, with motion, counts and votes",
}

TABLES_OF_FILES = {
    "bodies": ORGANIZATIONS,
    "members": ORGANIZATIONS,
    "memberships": MEMBERSHIPS,
    "vote_events": VOTE_EVENTS,
    "votes": VOTE_EVENTS,
}

_BODY, _MEMBER = "body", "member state"

_ORGANIZATION_COLUMNS = (
    "{id: 'VARCHAR', name: 'VARCHAR', classification: 'VARCHAR', short_name: 'VARCHAR', full_name: 'VARCHAR', "
    "other_names: 'STRUCT(name VARCHAR)[]', successor: 'VARCHAR', complete_to: 'DATE', note: 'VARCHAR'}"
)
_MEMBERSHIP_COLUMNS = (
    "{organization_id: 'VARCHAR', member_id: 'VARCHAR', role: 'VARCHAR', start_date: 'DATE', end_date: 'DATE', "
    "regional_group: 'VARCHAR', note: 'VARCHAR'}"
)
_OWN = tuple(
    column
    for column in TABLES["vote_events"].columns
    if column.name not in ("id", "body", "date", "title", "kind", "yes", "no", "abstain", "not_voting")
)
"""Columns of `vote_events` that Popolo has no property for; `sources` is a list of links there."""
_EVENT_COLUMNS = (
    "{id: 'VARCHAR', organization_id: 'VARCHAR', start_date: 'DATE', classification: 'VARCHAR', "
    'motion: \'STRUCT("text" VARCHAR)\', counts: \'STRUCT("option" VARCHAR, "value" INTEGER)[]\', '
    "votes: 'STRUCT(voter_id VARCHAR, \"option\" VARCHAR)[]', "
    + ", ".join(
        f"{'source_ids' if column.name == 'sources' else identifier(column.name)}: '{column.duckdb_type}'"
        for column in _OWN
    )
    + "}"
)


def write(connection: Any, folder: Path) -> None:
    """The three documents, from the record's tables on the connection; each a JSON array."""
    _write(connection, folder / ORGANIZATIONS, _organizations())
    _write(connection, folder / MEMBERSHIPS, _memberships())
    _write(connection, folder / VOTE_EVENTS, _vote_events())


def read_sql(folder: Path, table: Table) -> str | None:
    """A query for a table's rows in the documents of `folder`; None where it is not kept in one."""
    path = folder / TABLES_OF_FILES.get(table.name, "")
    if not path.is_file():
        return None
    if table.name == "bodies":
        organizations = _organizations_in(path)
        return f"select id, name, short_name, complete_to, note from {organizations} where classification = '{_BODY}'"
    if table.name == "members":
        names = "(select list(n.name order by n.name) from (select unnest(other_names) as n))"
        return (
            f"select id as code, short_name as name, full_name, {names} as printed_names, successor, note "
            f"from {_organizations_in(path)} where classification = '{_MEMBER}'"
        )
    if table.name == "memberships":
        return (
            "select organization_id as body, member_id as member, role as kind, start_date as start, "
            f'end_date as "end", regional_group, note from {_json(path, _MEMBERSHIP_COLUMNS)}'
        )
    if table.name == "votes":
        return (
            'select id as vote_event, vote.voter_id as member, vote."option" as "option" '
            f"from (select id, unnest(votes) as vote from {_json(path, _EVENT_COLUMNS)})"
        )
    return _events_in(path)


def _write(connection: Any, path: Path, query: str) -> None:
    with replacing(path) as temporary:
        connection.execute(f"copy ({query}) to {literal(str(temporary))} (format json, array true)")


def _json(path: Path, columns: str) -> str:
    return f"read_json({literal(str(path))}, format = 'array', columns = {columns})"


def _organizations_in(path: Path) -> str:
    return _json(path, _ORGANIZATION_COLUMNS)


def _organizations() -> str:
    nothing = "null::STRUCT(name VARCHAR)[]"
    return (
        "select id, name, classification, short_name, full_name, other_names, successor, complete_to, note from ("
        f"select 0 as place, id, name, '{_BODY}' as classification, short_name, null as full_name, "
        f"{nothing} as other_names, null as successor, complete_to, note from bodies union all "
        f"select 1, code, name, '{_MEMBER}', name, full_name, "
        f"(select list({{'name': n}} order by n) from (select unnest(printed_names) as n)), successor, null, note "
        "from members) order by place, id"
    )


def _memberships() -> str:
    return (
        'select body as organization_id, member as member_id, kind as role, start as start_date, "end" as end_date, '
        f"regional_group, note from memberships order by {order_by(TABLES['memberships'])}"
    )


def _vote_events() -> str:
    own = ", ".join(
        "e.sources as source_ids" if column.name == "sources" else f"e.{identifier(column.name)}" for column in _OWN
    )
    counts = (
        "case when e.yes is not null then [{'option': 'yes', 'value': e.yes}, {'option': 'no', 'value': e.no}, "
        "{'option': 'abstain', 'value': e.abstain}, {'option': 'not voting', 'value': e.not_voting}] end"
    )
    return (
        "select e.id, e.body as organization_id, coalesce(e.resolution, e.draft, e.meeting, e.id) as identifier, "
        "e.date as start_date, e.kind as classification, "
        "case e.outcome when 'adopted' then 'pass' when 'unknown' then null else 'fail' end as result, "
        "{'organization_id': e.body, 'classification': e.kind, 'text': e.title} as motion, "
        f"{counts} as counts, v.votes, case when e.url is not null then [{{'url': e.url}}] end as sources, {own} "
        "from vote_events e left join (select vote_event, "
        "list({'voter_id': member, 'option': \"option\"} order by member) as votes from votes group by vote_event) v "
        f"on v.vote_event = e.id order by {', '.join(f'e.{identifier(n)}' for n in TABLES['vote_events'].order)}, e.id"
    )


def _events_in(path: Path) -> str:
    counted = {"yes": "yes", "no": "no", "abstain": "abstain", "not_voting": "not voting"}
    columns = {
        "id": "e.id",
        "body": "organization_id",
        "date": "start_date",
        "title": 'motion."text"',
        "kind": "classification",
        "sources": "source_ids",
    } | {name: f"c.{name}" for name in counted}
    select = ", ".join(
        f"{columns.get(n, identifier(n))} as {identifier(n)}" for n in TABLES["vote_events"].column_names
    )
    counts = ", ".join(f'max(c."value") filter (c."option" = \'{option}\') as {n}' for n, option in counted.items())
    events = _json(path, _EVENT_COLUMNS)
    return (
        f"select {select} from {events} e left join (select id, {counts} from "
        f"(select id, unnest(counts) as c from {events}) group by id) c on c.id = e.id"
    )
