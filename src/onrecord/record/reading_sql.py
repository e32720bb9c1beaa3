"""SQL that can read the record's tables and do nothing else.

The tables are copied into memory; then DuckDB is shut off from files and the network and its settings are locked
(https://duckdb.org/docs/stable/operations_manual/securing_duckdb/overview).
"""

from __future__ import annotations

from typing import Any

from onrecord.errors import RecordError
from onrecord.record.layers import Layers, load_tables


def locked_copy(layers: Layers) -> Any:
    """A connection that holds every table and has no way out."""
    import duckdb

    connection = duckdb.connect()
    load_tables(connection, layers)
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def read_only(connection: Any, query: str) -> Any:
    """A relation for the query; RecordError where it is not exactly one SELECT or DuckDB refuses it."""
    import duckdb

    try:
        statements = connection.extract_statements(query)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise RecordError("only one SELECT at a time; the tables cannot be changed")
        return connection.sql(query)
    except duckdb.Error as error:
        raise RecordError(f"the query cannot be run: {str(error).strip().splitlines()[0]}") from error
