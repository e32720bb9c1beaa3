"""Whatever a cell holds, it is the same after it went through CSV and Parquet."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.schema import SEMICOLON, SPACE, Column, Table
from onrecord.record.tabular import create_table, read_csv_sql, write_csv, write_parquet

TABLE = Table(
    "things",
    "Things of every type",
    (
        Column("id", "integer", "Key", None, True),
        Column("text", "string", "Text"),
        Column("codes", "array", "Codes", SPACE),
        Column("words", "array", "Words", SEMICOLON),
        Column("day", "date", "Day"),
        Column("value", "number", "Value"),
        Column("known", "boolean", "Known", None, True),
    ),
    ("id",),
    ("id",),
)

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\",\n;'\\ "), min_size=1)
CODES = st.lists(st.text("ABCXYZ", min_size=3, max_size=3), min_size=1)
WORDS = st.lists(st.text("abc xyz,\"'", min_size=1), min_size=1)
NUMBERS = st.integers(-(10**12), 10**12).map(float) | st.floats(-1e6, 1e6, allow_subnormal=False)


def rows() -> st.SearchStrategy[list[tuple[Any, ...]]]:
    cells = st.tuples(
        st.none() | TEXT,
        st.none() | CODES,
        st.none() | WORDS,
        st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
        st.none() | NUMBERS,
        st.booleans(),
    )
    return st.lists(cells, max_size=5).map(lambda found: [(place, *row) for place, row in enumerate(found)])


@given(rows())
@settings(max_examples=60, deadline=None)
def test_rows_are_the_same_after_csv_and_parquet(content: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        create_table(connection, TABLE, content)
        write_csv(connection, TABLE, Path(folder) / "things.csv")
        write_parquet(connection, TABLE, Path(folder) / "things.parquet")
        again = [
            connection.execute(read_csv_sql(TABLE, Path(folder) / "things.csv")).fetchall(),
            connection.execute(f"select * from '{folder}/things.parquet'").fetchall(),
        ]
    assert again == [content, content]


@given(rows())
@settings(max_examples=10, deadline=None)
def test_equal_rows_give_equal_bytes_in_whatever_order_they_came(content: list[tuple[Any, ...]]) -> None:
    written = []
    for ordered in (content, list(reversed(content))):
        with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
            create_table(connection, TABLE, ordered)
            write_csv(connection, TABLE, Path(folder) / "things.csv")
            write_parquet(connection, TABLE, Path(folder) / "things.parquet")
            written.append([(Path(folder) / f"things.{kind}").read_bytes() for kind in ("csv", "parquet")])
    assert written[0] == written[1]
