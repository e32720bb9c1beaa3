"""An empty user's data folder for every test, so that none reads or writes the real one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from onrecord.cli import main
from onrecord.record import layers
from onrecord.record.writing import write_record

SHIPPED = layers.SHIPPED


@pytest.fixture(scope="session")
def council_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped record without the Assembly's 917,380 votes, which would only make these tests slow."""
    folder = tmp_path_factory.mktemp("shipped") / "record"
    with duckdb.connect() as connection:
        layers.load_tables(connection, layers.layers(layers.SHIPPED))
        for table in ("votes", "disagreements"):
            connection.execute(
                f"delete from {table} where vote_event in (select id from vote_events where body = 'unga')"
            )
        connection.execute("delete from vote_events where body = 'unga'")
        write_record(connection, folder, "council", "parquet")
    return folder


@pytest.fixture(autouse=True)
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, council_record: Path) -> Path:
    """The user's data folder, which does not exist yet, over the record without the Assembly's votes."""
    monkeypatch.setattr(layers, "SHIPPED", council_record)
    folder = tmp_path / "user"
    monkeypatch.setenv("ONRECORD_DATA", str(folder))
    return folder


@pytest.fixture
def whole_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped record as it is, for the tests that are about all of it."""
    monkeypatch.setattr(layers, "SHIPPED", SHIPPED)


Import = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run_import(capsys: pytest.CaptureFixture[str]) -> Import:
    """Run `onrecord import` and give its exit status, output and errors."""

    def run(*arguments: object) -> tuple[int, str, str]:
        status = main(["import", *map(str, arguments)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run
