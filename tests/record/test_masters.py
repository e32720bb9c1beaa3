"""The masters that people edit are sound, and the shipped tables are what they say."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.record.compiling import figures, names, topics
from onrecord.record.compiling.council import PROCEDURAL_RESOLUTIONS
from onrecord.record.compiling.reading import MASTERS
from onrecord.record.model import Kind
from onrecord.record.schema import TABLES
from onrecord.record.store import Record
from onrecord.record.tabular import csv_cells
from onrecord.rules import procedural_votes

FROM_MASTERS_ALONE: list[tuple[str, Callable[[], list[tuple[Any, ...]]]]] = [
    ("bodies", names.bodies),
    ("sponsors", names.sponsors),
    ("counting_rules", topics.counting_rules),
    ("published_counts", topics.published_counts),
    ("aliases", names.aliases),
    ("groups", names.groups),
    ("series", figures.series),
    ("sources", names.sources),
]


@pytest.mark.parametrize(("table", "read"), FROM_MASTERS_ALONE, ids=[table for table, _ in FROM_MASTERS_ALONE])
def test_the_shipped_table_is_what_its_master_says(
    record: Record, table: str, read: Callable[[], list[tuple[Any, ...]]]
) -> None:
    def comparable(rows: list[tuple[Any, ...]]) -> list[list[str]]:
        return sorted([str(cell) for cell in csv_cells(TABLES[table], row)] for row in rows)

    assert comparable(record.table(table).fetchall()) == comparable(read())


def test_the_shipped_topics_are_what_their_masters_say(record: Record) -> None:
    events = {event.id: event for event in record.vote_events("unsc")}
    heads, entries = topics.topics(events)  # type: ignore[arg-type]
    assert [head[0] for head in heads] == list(record.topics)
    for topic in record.topics.values():
        assert [entry[2] for entry in entries if entry[0] == topic.id] == [entry.vote_event for entry in topic.entries]


@pytest.mark.parametrize("master", sorted(MASTERS.glob("*.csv")), ids=lambda path: path.name)
def test_every_row_of_a_master_has_as_many_values_as_its_header_and_says_why(master: Path) -> None:
    with master.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert {len(row) for row in rows} == {len(rows[0])}
    if "reason" in rows[0]:
        assert all(row[rows[0].index("reason")] for row in rows)


def test_every_correction_names_a_source_of_the_record(record: Record) -> None:
    with (MASTERS / "corrections.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["source"] in record.sources
            assert record.disagreements(row["vote_event"])


def test_record_and_rules_agree_on_what_is_procedural(record: Record) -> None:
    kinds = {event.id for event in record.vote_events("unsc") if event.kind is Kind.PROCEDURAL and event.resolution}
    assert kinds == set(procedural_votes()) == {f"S/RES/{number}" for number in PROCEDURAL_RESOLUTIONS}
