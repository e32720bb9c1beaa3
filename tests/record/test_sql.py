"""SQL reads the tables and does nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record.schema import TABLES
from onrecord.record.store import Record


@pytest.mark.parametrize("table", list(TABLES))
def test_every_table_can_be_read_and_has_the_columns_that_the_schema_states(record: Record, table: str) -> None:
    relation = record.sql(f'select * from "{table}"')
    assert tuple(relation.columns) == TABLES[table].column_names
    assert relation.fetchall()


REFUSED = [
    "delete from votes",
    "insert into bodies select * from bodies",
    "drop table votes",
    "create table mine as select 1",
    "update vote_events set yes = 15",
    "select 1; delete from votes",
    "select 1; select 2",
    "copy votes to '{folder}/votes.csv'",
    "attach '{folder}/mine.duckdb' as mine",
    "select * from read_csv('{folder}/secret.csv')",
    "select * from '{folder}/secret.csv'",
    "select * from read_text('{folder}/secret.csv')",
    "set enable_external_access = true",
    "install httpfs",
    "load httpfs",
    "pragma database_list; select 1",
    "export database '{folder}'",
    "",
    "selec",
    "select no_such_column from votes",
]


@pytest.mark.parametrize("query", REFUSED)
def test_everything_else_is_refused(record: Record, tmp_path: Path, query: str) -> None:
    (tmp_path / "secret.csv").write_text("secret\n1\n", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(RecordError):
        record.sql(query.format(folder=tmp_path)).fetchall()
    assert sorted(tmp_path.iterdir()) == before
    assert record.sql("select count(*) from bodies").fetchall() == [(2,)]


def test_the_help_of_the_command_names_every_table() -> None:
    from onrecord.commands import sql

    assert [table for table in TABLES if table not in (sql.__doc__ or "")] == []
