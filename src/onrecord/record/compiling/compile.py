"""From published copies and masters to the shipped tables, the same bytes every time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onrecord.record.compiling import assembly, council, council_additions, figures, names, topics
from onrecord.record.compiling.answers import write_answers
from onrecord.record.compiling.council_disagreements import find_disagreements
from onrecord.record.compiling.council_order import put_in_order
from onrecord.record.compiling.reading import MASTERS, yaml_document
from onrecord.record.rows import rows
from onrecord.record.schema import TABLES
from onrecord.record.tabular import create_table
from onrecord.record.writing import write_parquet_record

Row = tuple[Any, ...]


def compile_record(source: Path, destination: Path) -> dict[str, int]:
    """Write every table and `datapackage.json` to `destination`; gives the rows by table.

    Raises InputError where a source or a master is missing or does not fit; nothing is then written.
    """
    import duckdb

    connection = duckdb.connect(config={"threads": 1})
    connection.execute("set preserve_insertion_order = true")
    content = _content(source, connection)
    for name, table in TABLES.items():
        create_table(connection, table, content[name])
    connection.execute("insert into votes select * from assembly_votes")
    version = str(yaml_document(MASTERS / "record.yml")["version"])
    counts = write_parquet_record(connection, destination, version)
    write_answers(destination)
    return counts


def _content(source: Path, connection: Any) -> dict[str, list[Row]]:
    events, printed = council.read_council(source)
    council_additions.lay_official_list_over(source / "sc" / "sc_adopted_2000_2026.csv", events)
    council_additions.lay_veto_checks_over(source / "sc" / "sc_vetoes.csv", events)
    terms = names.council_memberships(source)
    days = {event_day: names.council_on(terms, event_day) for event_day in council_additions.missing_days()}
    council_additions.read_missing(events, days)
    disagreements = find_disagreements(source, events, printed)
    ordered = put_in_order(events)
    heads, entries = topics.topics(events)
    return {
        "bodies": names.bodies(),
        "members": names.members(source),
        "memberships": terms,
        "vote_events": [*rows(event.finished() for event in ordered), *assembly.assembly_events(source, connection)],
        "votes": [(event.id, member, option) for event in ordered for member, option in sorted(event.votes.items())],
        "disagreements": rows(
            [*disagreements, *assembly.corrected_days(source, connection), *assembly.told_otherwise(connection)]
        ),
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
