"""From published copies and masters to the shipped tables, the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from onrecord.record.compiling import assembly, council, figures, names, topics
from onrecord.record.compiling.council_disagreements import find_disagreements
from onrecord.record.compiling.council_order import put_in_order
from onrecord.record.compiling.reading import MASTERS, yaml_document
from onrecord.record.datapackage import FILE, describe, to_json
from onrecord.record.schema import SOURCES, TABLES
from onrecord.record.tabular import create_table, identifier, replacing, write_parquet

Row = tuple[Any, ...]


def compile_record(source: Path, destination: Path) -> dict[str, int]:
    """Write every table and `datapackage.json` to `destination`; gives the rows by table.

    Raises InputError where a source or a master is missing or does not fit; nothing is then written.
    """
    import duckdb

    connection = duckdb.connect(config={"threads": 1})
    connection.execute("set preserve_insertion_order = true")
    rows = _rows(source, connection)
    for name, table in TABLES.items():
        create_table(connection, table, rows[name])
    connection.execute("insert into votes select * from assembly_votes")
    version = str(yaml_document(MASTERS / "record.yml")["version"])
    return write_record(connection, destination, version)


def write_record(connection: Any, destination: Path, version: str) -> dict[str, int]:
    """Write the connection's tables as the shipped layout: Parquet, the votes in one file a body."""
    destination.mkdir(parents=True, exist_ok=True)
    files: dict[str, list[str]] = {}
    counts: dict[str, int] = {}
    bodies = [body for (body,) in connection.execute("select id from bodies order by id").fetchall()]
    for name, table in TABLES.items():
        if name == "votes":
            files[name] = [f"votes-{body}.parquet" for body in bodies]
            for body, file in zip(bodies, files[name], strict=True):
                where = f"vote_event in (select id from vote_events where body = '{body}')"
                write_parquet(connection, table, destination / file, where)
        else:
            files[name] = [f"{name}.parquet"]
            write_parquet(connection, table, destination / files[name][0])
        counts[name] = connection.execute(f"select count(*) from {identifier(name)}").fetchall()[0][0]
    keys = SOURCES.column_names
    cited = [dict(zip(keys, row, strict=True)) for row in connection.execute("select * from sources order by id").fetchall()]
    description = describe(destination, files, counts, version, cited)
    with replacing(destination / FILE) as temporary:
        temporary.write_text(to_json(description), encoding="utf-8")
    return counts


def _rows(source: Path, connection: Any) -> dict[str, list[Row]]:
    events, printed = council.read_council(source)
    terms = names.council_memberships(source)
    days = {event_day: names.council_on(terms, event_day) for event_day in council.missing_days()}
    council.read_missing(events, days)
    disagreements = find_disagreements(source, events, printed)
    ordered = put_in_order(events)
    heads, entries = topics.topics(events)
    return {
        "bodies": names.bodies(),
        "members": names.members(source),
        "memberships": terms,
        "vote_events": [*map(_event_row, ordered), *assembly.assembly_events(source, connection)],
        "votes": [(event.id, member, option) for event in ordered for member, option in sorted(event.votes.items())],
        "disagreements": [
            (row.vote_event, row.field, row.chosen, row.other, row.source, row.resolved, row.reason)
            for row in disagreements
        ],
        "sponsors": names.sponsors(),
        "topics": heads,
        "topic_events": entries,
        "counting_rules": topics.counting_rules(),
        "counted_vetoes": topics.counted_vetoes(source, events, entries),
        "published_counts": topics.published_counts(),
        "aliases": names.aliases(),
        "groups": names.groups(),
        "series": figures.series(),
        "figures": figures.figures(source, ordered),
        "sources": names.sources(),
    }


def _event_row(event: council.Draft) -> Row:
    return (
        event.id,
        "unsc",
        event.date,
        event.order,
        event.outcome,
        event.kind,
        event.modality,
        event.resolution,
        event.draft,
        event.meeting,
        event.title,
        event.agenda_item,
        *event.counts,
        event.members,
        event.votes_known,
        " ".join(topics.vetoed_by(event)) or None,
        event.certainty,
        " ".join(event.sources),
        event.url,
        event.chapter_vii,
        event.note,
    )


def summary(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.items())
