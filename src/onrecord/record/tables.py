"""The record's tables: ask them with SQL, hand them on as Arrow, pandas or polars, write them out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from onrecord.errors import RecordError
from onrecord.record.kept import Rows, kept, kept_rows
from onrecord.record.layers import SHIPPED, Layers, load_tables
from onrecord.record.questions import Question
from onrecord.record.schema import TABLES
from onrecord.record.tabular import identifier


class Tables:
    """What is under a record: layers of tables, read by DuckDB where they lie."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that it is read from, lowest first."""
        return self._layers.folders

    @cached_property
    def version(self) -> str:
        """The shipped edition, and the names of the imports laid over it."""
        return self._layers.version()

    def table(self, name: str) -> Any:
        """A DuckDB relation of a whole table: `.arrow()`, `.df()`, `.pl()`, `.fetchall()`."""
        if name not in TABLES:
            raise RecordError(f"no table {name!r}; there are {', '.join(TABLES)}")
        return self._connection.sql(self._source(name))

    def export(self, destination: Path, format: str = "parquet") -> dict[str, int]:
        """Write the whole record to a folder as `csv`, `parquet` or `popolo`; gives the rows by table.

        `onrecord.open(destination)` opens it again as the same record. An earlier export is replaced; InputError
        where the folder holds anything else.
        """
        import duckdb

        from onrecord.record.writing import replacing_folder, write_record

        # One thread writes the same bytes every time.
        connection = duckdb.connect(config={"threads": 1})
        load_tables(connection, self._layers)
        with replacing_folder(destination) as folder:
            return write_record(connection, folder, self.version, format)

    def sql(self, query: str) -> Any:
        """A DuckDB relation over copies of the tables, which it can read and nothing else.

        Raises RecordError where the query is not one SELECT or DuckDB refuses it.
        """
        from onrecord.record.reading_sql import read_only

        return read_only(self._locked, query)

    @cached_property
    def _locked(self) -> Any:
        from onrecord.record.reading_sql import locked_copy

        return locked_copy(self._layers)

    @cached_property
    def _connection(self) -> Any:
        import duckdb

        connection = duckdb.connect()
        if not self._layers.in_parquet:
            load_tables(connection, self._layers)
        return connection

    def _source(self, table: str, body: str | None = None) -> str:
        if not self._layers.in_parquet:
            return f"select * from {identifier(table)}"
        return self._layers.select(TABLES[table], body)

    def execute(self, query: str, parameters: Sequence[Any] = ()) -> Any:
        """Run a query of this package's own, which names tables as {table}, or {votes unsc} for one body's alone."""
        import duckdb

        try:
            return self._connection.execute(self._with_sources(query), parameters)
        except duckdb.Error as error:
            said = str(error).strip().splitlines()[0]
            raise RecordError(f"{self.folders[-1]}: the record's tables cannot be read: {said}") from error

    def _select(self, query: str, parameters: Sequence[Any] = ()) -> Rows:
        rows: Rows = self.execute(query, parameters).fetchall()
        return rows

    def select(self, question: Question) -> Rows:
        """The answer as the tables give it."""
        return self._select(question.query, question.parameters)

    def _answer(self, question: Question) -> Rows:
        """To a question of whole tables: what came with the shipped record, or is kept from an earlier run of it."""
        ask = partial(self.select, question)
        if self.folders[0] != SHIPPED:
            return ask()
        came = kept_rows(SHIPPED / question.file, question.asked) if len(self.folders) == 1 else None
        return kept(self.folders, question.asked, ask) if came is None else came

    def _with_sources(self, query: str) -> str:
        def source(match: re.Match[str]) -> str:
            name, _, body = match[1].partition(" ")
            return f"({self._source(name, body or None)})"

        return re.sub(r"\{(\w+(?: [\w-]+)?)\}", source, query)

    def relation(self, query: str) -> Any:
        """A DuckDB relation of a query of this package's own; tables are named as {table}."""
        return self._connection.sql(self._with_sources(query))
