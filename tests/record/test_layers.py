"""An overlay's rows replace those of the same key; everything else stays as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from onrecord.errors import RecordError
from onrecord.record.layers import DATA_FOLDER_VARIABLE, SHIPPED, Layers, data_folder, layers, load_tables, overlays
from onrecord.record.model import Disagreement, Option
from onrecord.record.rows import row, rows
from onrecord.record.schema import TABLES
from onrecord.record.store import Record
from onrecord.record.tabular import create_table, write_parquet


def _overlay(folder: Path, tables: dict[str, list[tuple[object, ...]]]) -> Path:
    folder.mkdir(parents=True)
    for name, content in tables.items():
        with duckdb.connect() as connection:
            create_table(connection, TABLES[name], content)
            write_parquet(connection, TABLES[name], folder / f"{name}.parquet")
    return folder


def test_a_row_of_the_same_key_is_replaced_and_others_stay(record: Record, tmp_path: Path) -> None:
    event = replace(record.vote_event("S/RES/2803"), title="another title")
    over = Record(Layers((SHIPPED, _overlay(tmp_path / "1", {"vote_events": [row(event)]}))))
    assert over.vote_event("S/RES/2803").title == "another title"
    assert over.vote_event("S/RES/2802") == record.vote_event("S/RES/2802")
    assert len(over.vote_events("unsc")) == len(record.vote_events("unsc"))


def test_the_votes_of_an_event_are_replaced_as_one(record: Record, tmp_path: Path) -> None:
    over = Record(Layers((SHIPPED, _overlay(tmp_path / "1", {"votes": [("S/RES/2803", "USA", "no")]}))))
    assert dict(over.votes("S/RES/2803")) == {"USA": Option.NO}
    assert over.votes("S/RES/2802") == record.votes("S/RES/2802")


def test_a_new_row_is_added(record: Record, tmp_path: Path) -> None:
    event = replace(record.vote_event("S/RES/2803"), id="S/RES/9000", resolution="S/RES/9000")
    said = Disagreement("S/RES/9000", "date", "2025-11-17", "2025-11-18", "press", False, "two reports")
    tables = {"vote_events": [row(event)], "votes": [("S/RES/9000", "USA", "yes")], "disagreements": rows([said])}
    over = Record(Layers((SHIPPED, _overlay(tmp_path / "1", tables))))
    assert over.find("S/RES/9000") == (event,)
    assert dict(over.votes("S/RES/9000")) == {"USA": Option.YES}
    assert over.disagreements("S/RES/9000") == (said,)


def test_the_later_overlay_wins(record: Record, tmp_path: Path) -> None:
    event = record.vote_event("S/RES/2803")
    folders = [
        _overlay(tmp_path / str(place), {"vote_events": [row(replace(event, title=title))]})
        for place, title in enumerate(("first", "second"))
    ]
    assert Record(Layers((SHIPPED, *folders))).vote_event("S/RES/2803").title == "second"


def test_the_version_names_what_lies_over_the_record(record: Record, tmp_path: Path) -> None:
    folder = _overlay(tmp_path / "0001-mine", {"votes": [("S/RES/2803", "USA", "no")]})
    assert Record(Layers((SHIPPED, folder))).version == f"{record.version}+0001-mine"


def test_imports_lie_in_the_users_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_FOLDER_VARIABLE, str(tmp_path))
    for name in ("0002-b", "0001-a", ".unfinished-x"):
        (tmp_path / "imports" / name).mkdir(parents=True)
    (tmp_path / "imports" / "a-file").touch()
    assert data_folder() == tmp_path
    assert [path.name for path in overlays()] == ["0001-a", "0002-b"]
    assert [path.name for path in layers().folders[1:]] == ["0001-a", "0002-b"]


def test_without_the_variable_the_platform_names_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DATA_FOLDER_VARIABLE)
    assert data_folder().name == "onrecord"


def test_tables_in_memory_are_the_layers_together(tmp_path: Path) -> None:
    folder = _overlay(tmp_path / "1", {"votes": [("S/RES/2803", "USA", "no")]})
    with duckdb.connect() as connection:
        load_tables(connection, Layers((SHIPPED, folder)))
        found = connection.execute("select member from votes where vote_event = 'S/RES/2803'").fetchall()
    assert found == [("USA",)]


def test_a_damaged_table_is_an_error_that_names_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    folder.mkdir()
    for path in SHIPPED.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "vote_events.parquet").write_bytes(b"PAR1 and nothing else")
    with pytest.raises(RecordError, match=r"damaged: the record's tables cannot be read"):
        Record(Layers((folder,))).find("S/RES/2803")
