"""Print a list of rows as the user asked: a table, CSV, JSON or Parquet; every row of data says where it comes from.

A table is drawn with rich on a terminal and as plain aligned text where it is piped.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.record.store import Record

FORMATS = ("table", "csv", "json", "parquet")


@dataclass(frozen=True, slots=True)
class Listing:
    """Named columns and rows of plain values; `sources` has what each row rests on."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]
    sources: Sequence[str]
    title: str = ""
    note: str = ""


def add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=FORMATS, default="table", help="how to print it (default: table)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write to a file instead; parquet needs one")


def print_listing(listing: Listing, record: Record, options: argparse.Namespace) -> None:
    """Print or write the listing in the format asked for."""
    if options.format == "parquet":
        _write_parquet(listing, record, options.output)
        return
    render = {"table": _table, "csv": _csv, "json": _json}[options.format]
    if options.output is None:
        if options.format == "table" and sys.stdout.isatty():
            _draw(listing)
        else:
            sys.stdout.write(render(listing, record))
        return
    _replace(options.output, render(listing, record))


def sources_of(record: Record, keys: Sequence[str]) -> str:
    """Titles of sources, as a row cites them."""
    return "; ".join(record.sources[key].title if key in record.sources else key for key in keys)


def _cited(listing: Listing, record: Record) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    columns = _told_apart((*listing.columns, "source", "record_version"))
    rows = [(*row, source, record.version) for row, source in zip(listing.rows, listing.sources, strict=True)]
    return columns, rows


def _told_apart(columns: Sequence[str]) -> tuple[str, ...]:
    """The columns with a number after each name that a column before it has: a query may name its own `source`."""
    named: list[str] = []
    for column in columns:
        numbered = (f"{column}_{number}" for number in range(2, len(columns) + 2))
        named.append(
            column if column not in named else next(name for name in numbered if name not in (*named, *columns))
        )
    return tuple(named)


def _json(listing: Listing, record: Record) -> str:
    import json

    columns, rows = _cited(listing, record)
    document = {
        "record": {"version": record.version, "as_of": {body: str(last) for body, last in record.as_of.items()}},
        "rows": [dict(zip(columns, map(_plain, row), strict=True)) for row in rows],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _csv(listing: Listing, record: Record) -> str:
    import csv
    import io

    columns, rows = _cited(listing, record)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_in_full(value) for value in row] for row in rows)
    return text.getvalue()


def _table(listing: Listing, record: Record) -> str:
    cells = [listing.columns, *([_text(value) for value in row] for row in listing.rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(listing.columns))]
    numeric = _numeric(listing)
    lines = []
    for row in cells:
        parts = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ]
        lines.append("  ".join(parts).rstrip())
    head = [listing.title, ""] if listing.title else []
    foot = ["", listing.note] if listing.note else []
    if listing.note and not listing.rows:
        # Names of columns over nothing say less than the note alone.
        return "\n".join((*head, listing.note)) + "\n"
    return "\n".join((*head, *lines, *foot)) + "\n"


def _draw(listing: Listing) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if listing.note and not listing.rows:
        Console().print(Text("\n\n".join(part for part in (listing.title, listing.note) if part)))
        return
    table = Table(title=Text(listing.title) if listing.title else None, title_justify="left", box=box.SIMPLE_HEAD)
    for column, right in zip(listing.columns, _numeric(listing), strict=True):
        table.add_column(column, justify="right" if right else "left", overflow="fold")
    for row in listing.rows:
        table.add_row(*(Text(_text(value), style=COLOURS.get(str(value), "")) for value in row))
    console = Console()
    console.print(table)
    if listing.note:
        console.print(Text(listing.note))


COLOURS: Mapping[str, str] = {"adopted": "green", "vetoed": "red", "not adopted": "yellow"}


def _write_parquet(listing: Listing, record: Record, path: Path | None) -> None:
    if path is None:
        raise InputError("--format parquet needs --output FILE")
    import duckdb

    from onrecord.record.tabular import identifier, literal, replacing

    columns, rows = _cited(listing, record)
    types = [_type([row[place] for row in rows]) for place in range(len(columns))]
    connection = duckdb.connect()
    named = ", ".join(f"{identifier(name)} {type}" for name, type in zip(columns, types, strict=True))
    connection.execute(f"create table listing ({named})")
    marks = ", ".join("?" for _ in columns)
    if rows:
        connection.executemany(
            f"insert into listing values ({marks})", [[_plain(value) for value in row] for row in rows]
        )
    with replacing(path) as temporary:
        connection.execute(f"copy listing to {literal(str(temporary))} (format parquet, compression zstd)")


def _replace(path: Path, text: str) -> None:
    from onrecord.record.tabular import replacing

    try:
        with replacing(path) as temporary:
            temporary.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error


def _type(values: Sequence[Any]) -> str:
    kinds = {type(value) for value in values if value is not None}
    if kinds == {bool}:
        return "BOOLEAN"
    if kinds == {int}:
        return "BIGINT"
    if kinds and kinds <= {int, float}:
        return "DOUBLE"
    return "DATE" if kinds == {date} else "VARCHAR"


def _numeric(listing: Listing) -> list[bool]:
    return [
        all(isinstance(row[place], int | float | None) for row in listing.rows) for place in range(len(listing.columns))
    ]


def _plain(value: Any) -> Any:
    """A value as JSON and Parquet have it."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return " ".join(value)
    return value.isoformat() if isinstance(value, date) else value


def _in_full(value: Any) -> str:
    """A value as CSV has it: as a reader sees it, but with every digit."""
    return repr(value) if isinstance(value, float) and not value.is_integer() else _text(value)


def _text(value: Any) -> str:
    """A value as a reader sees it: numbers without trailing zeros, nothing for what is not known."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.4f}".rstrip("0")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(_plain(value))
