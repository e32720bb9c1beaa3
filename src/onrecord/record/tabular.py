"""Tables in and out of files: CSV with lists joined, Parquet in one fixed layout.

DuckDB reads and writes both. Rows are sorted by the table's order and written by one thread in row groups of one
size, so that equal content gives equal bytes under one version of DuckDB.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from onrecord.record.schema import Table

ROW_GROUP = 122_880


def identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def paths_literal(paths: Iterable[Path]) -> str:
    return "[" + ", ".join(literal(str(path)) for path in paths) + "]"


def typed_columns(table: Table) -> str:
    """SELECT list that turns a CSV's text columns into the table's types."""
    parts = []
    for column in table.columns:
        name = identifier(column.name)
        if column.separator:
            parts.append(f"string_split({name}, {literal(column.separator)}) as {name}")
        else:
            parts.append(f"cast({name} as {column.duckdb_type}) as {name}")
    return ", ".join(parts)


def text_columns(table: Table) -> str:
    """SELECT list that turns the table's columns into a CSV's text."""
    parts = []
    for column in table.columns:
        name = identifier(column.name)
        if column.separator:
            parts.append(f"array_to_string({name}, {literal(column.separator)}) as {name}")
        elif column.type == "number":
            # A whole number is printed as one: 36000, not 36000.0.
            parts.append(
                f"case when {name} = trunc({name}) then {name}::bigint::varchar else {name}::varchar end as {name}"
            )
        else:
            parts.append(name)
    return ", ".join(parts)


def read_csv_sql(table: Table, path: Path) -> str:
    columns = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in table.column_names)
    return (
        f"select {typed_columns(table)} from read_csv({literal(str(path))}, header = true, delim = ',', quote = '\"', "
        f"escape = '\"', nullstr = '', auto_detect = false, columns = {{{columns}}})"
    )


def order_by(table: Table) -> str:
    return ", ".join(f"{identifier(name)} nulls first" for name in (*table.order, *table.key))


def csv_cells(table: Table, values: Sequence[Any]) -> list[Any]:
    """A row's values as the table's CSV has them: lists joined, true and false in words."""
    cells: list[Any] = []
    for column, value in zip(table.columns, values, strict=True):
        if column.separator:
            cells.append(column.separator.join(value or ()) or None)
        else:
            cells.append({True: "true", False: "false"}[value] if isinstance(value, bool) else value)
    return cells


def create_table(connection: Any, table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """A DuckDB table of that name from rows in the order of its columns."""
    import csv
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(table.column_names)
            writer.writerows(csv_cells(table, row) for row in rows)
        connection.execute(f"create table {identifier(table.name)} as {read_csv_sql(table, path)}")


def write_parquet(connection: Any, table: Table, path: Path, where: str = "true") -> None:
    columns = ", ".join(identifier(name) for name in table.column_names)
    query = f"select {columns} from {identifier(table.name)} where {where} order by {order_by(table)}"
    options = f"format parquet, compression zstd, compression_level 19, row_group_size {ROW_GROUP}"
    with replacing(path) as temporary:
        connection.execute(f"copy ({query}) to {literal(str(temporary))} ({options})")


def write_csv(connection: Any, table: Table, path: Path) -> None:
    query = f"select {text_columns(table)} from {identifier(table.name)} order by {order_by(table)}"
    with replacing(path) as temporary:
        connection.execute(f"copy ({query}) to {literal(str(temporary))} (format csv, header true, delimiter ',')")


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place once the block has ended well."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
