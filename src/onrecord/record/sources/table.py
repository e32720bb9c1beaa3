"""A CSV file as rows that know their place, and rows gathered by vote event in memory bounded by one event."""

from __future__ import annotations

import csv
import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from onrecord.record.sources.opening import Progress, lines, open_bytes
from onrecord.record.sources.refusal import RefusalError

DELIMITERS = ",;\t|"
MOST_BLANK_LINES = 100
"""How many may stand together; more is no table, and reading on would take long for nothing."""

MOST_ROWS_TOGETHER = 10_000
"""Rows of one vote event; the largest chamber recorded has some 700 members, and they are held in memory together."""


class Row:
    """One row of a table: cells by column name, stripped, and a way to refuse it that says where it stands."""

    __slots__ = ("cells", "number", "table")

    def __init__(self, table: Table, number: int, cells: Sequence[str]) -> None:
        self.table, self.number, self.cells = table, number, cells

    def __getitem__(self, column: str) -> str:
        return self.cells[self.table.place[column]].strip()

    def get(self, column: str) -> str:
        """The cell, or "" where the table has no such column."""
        place = self.table.place.get(column)
        return "" if place is None else self.cells[place].strip()

    def refuse(self, column: str | None, problem: str, expected: str | None = None) -> RefusalError:
        return RefusalError(self.table.file, problem, row=self.number, column=column, expected=expected)


@dataclass(frozen=True, slots=True)
class Table:
    """A table being read: `file` as the user named it, `place` column name to index."""

    file: str
    header: tuple[str, ...]
    place: dict[str, int]


def header_of(path: Path, most: int, encoding: str = "utf-8", delimiter: str | None = None) -> tuple[str, ...]:
    """The column names of the file at `path`."""
    with open_table(path, most, encoding, delimiter) as (table, _):
        return table.header


@contextmanager
def open_table(
    path: Path,
    most: int,
    encoding: str = "utf-8",
    delimiter: str | None = None,
    progress: Progress | None = None,
    rows_required: bool = True,
) -> Iterator[tuple[Table, Iterator[Row]]]:
    """The table at `path` (at most `most` bytes unpacked) and its rows, read as they are asked for."""
    file = str(path)
    with open_bytes(path, most, progress) as stream:
        text = lines(stream, file, encoding)
        first = next(text, "")
        records = _records(_with_first(first, text), file, delimiter or _delimiter(first))
        _, names = next(records, (1, []))
        header = tuple(name.strip() for name in names)
        if not any(header):
            raise RefusalError(file, "has no header", row=1, expected="column names")
        repeated = next((name for name in header if name and header.count(name) > 1), None)
        if repeated is not None:
            raise RefusalError(file, f"the header names {repeated!r} twice", row=1, expected="every column once")
        table = Table(file, header, {name: index for index, name in enumerate(header)})
        yield table, _rows(table, records, rows_required)


def require(table: Table, columns: Iterable[str]) -> None:
    """Refuse the table unless its header has all of `columns`."""
    missing = [column for column in columns if column not in table.place]
    if missing:
        raise RefusalError(
            table.file,
            f"the header lacks {', '.join(missing)}; it has {', '.join(table.header)[:400]}",
            row=1,
            expected=", ".join(columns),
        )


def _with_first(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _delimiter(header: str) -> str:
    return max(DELIMITERS, key=header.count)


def _records(text: Iterator[str], file: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Numbered records; blank lines are passed over but counted."""
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    number = blank = 0
    while True:
        number += 1
        began = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "end of data" in str(error) or "field limit" in str(error):
                raise RefusalError(
                    file,
                    f"a quotation mark opened in or after line {began} is never closed: the file looks cut short",
                    row=number,
                ) from None
            if "new-line" in str(error):
                raise RefusalError(
                    file,
                    f"line {reader.line_num} ends in a carriage return alone",
                    row=number,
                    expected="lines that end in LF or CR LF",
                ) from None
            raise RefusalError(file, f"line {reader.line_num} is not CSV ({error})", row=number) from None
        blank = 0 if cells else blank + 1
        if blank > MOST_BLANK_LINES:
            raise RefusalError(file, f"more than {MOST_BLANK_LINES} blank lines follow each other", row=number)
        if cells:
            yield number, cells


def _rows(table: Table, records: Iterator[tuple[int, list[str]]], required: bool) -> Iterator[Row]:
    width = len(table.header)
    empty = True
    for number, cells in records:
        empty = False
        if len(cells) != width:
            last = next(records, None) is None
            raise RefusalError(
                table.file,
                f"has {len(cells)} cells" + (" and is the last: the file looks cut short" if last else ""),
                row=number,
                expected=f"{width}, as the header has",
            )
        yield Row(table, number, cells)
    if empty and required:
        raise RefusalError(table.file, "has a header and no rows", row=1, expected="at least one row")


class ScatteredRowsError(Exception):
    """The rows of one vote event do not stand together."""


def together(rows: Iterable[Row], key: Callable[[Row], str]) -> Iterator[list[Row]]:
    """Rows gathered by key where equal keys stand together; ScatteredRowsError at the first that comes back."""
    seen: set[str] = set()
    current: str | None = None
    held: list[Row] = []
    for row in rows:
        this = key(row)
        if this != current:
            if held:
                yield held
            if this in seen:
                raise ScatteredRowsError(this)
            seen.add(this)
            current, held = this, []
        _hold(row, held)
    if held:
        yield held


def gathered(rows: Iterable[Row], key: Callable[[Row], str], folder: Path | None = None) -> Iterator[list[Row]]:
    """Rows gathered by key wherever they stand, sorted on disk, in the order in which keys first appear."""
    with (
        tempfile.TemporaryDirectory(dir=folder, prefix="gather-") as place,
        closing(sqlite3.connect(Path(place) / "rows.db", isolation_level=None)) as spool,
    ):
        spool.execute("pragma journal_mode = off")
        spool.execute("create table rows (nth integer, number integer, cells text)")
        nth: dict[str, int] = {}
        table: Table | None = None

        def entries() -> Iterator[tuple[int, int, str]]:
            nonlocal table
            for row in rows:
                table = row.table
                yield nth.setdefault(key(row), len(nth)), row.number, json.dumps(row.cells)

        spool.execute("begin")
        spool.executemany("insert into rows values (?, ?, ?)", entries())
        spool.execute("commit")
        current = -1
        held: list[Row] = []
        for place_in_order, number, cells in spool.execute("select * from rows order by nth, number"):
            assert table is not None
            if place_in_order != current:
                if held:
                    yield held
                current, held = place_in_order, []
            _hold(Row(table, number, json.loads(cells)), held)
        if held:
            yield held


def _hold(row: Row, held: list[Row]) -> None:
    if len(held) == MOST_ROWS_TOGETHER:
        raise row.refuse(None, f"more than {MOST_ROWS_TOGETHER:,} rows are of one vote event", "a row a member")
    held.append(row)
