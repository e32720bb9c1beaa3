"""The tables of words are whole: no cell has slipped, no word stands twice in a list, and each table is told of."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

ROOMS = [Path(__file__).resolve().parents[2] / "src" / "onrecord" / room / "tables" for room in ("reading", "checking")]
TABLES = [table for room in ROOMS for table in sorted(room.glob("*.csv"))]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_row_has_the_cells_of_its_heading(table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    assert [row for row in rows if len(row) != len(heading)] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_no_word_stands_twice_in_a_list(table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if "class" in row and "value" not in row]
    seen: set[tuple[str, str]] = set()
    twice: list[tuple[str, str]] = []
    for row in rows:
        for word in row["words"].split("|"):
            one = row["class"], word.strip()
            twice += [one] * (one in seen)
            seen.add(one)
    assert twice == []


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.parent.name)
def test_every_table_is_told_of(room: Path) -> None:
    told = (room / "README.md").read_text(encoding="utf-8")
    assert [table.name for table in room.iterdir() if f"`{table.name}`" not in told and table.name != "README.md"] == []
