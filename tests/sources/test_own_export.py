"""Export and import again: the same record, in all three formats, and nothing believed unchecked."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from onrecord.record.layers import layers, load_tables
from onrecord.record.schema import TABLES
from onrecord.record.store import open_record
from onrecord.record.writing import FORMATS, write_record

from .builders import VOTEVIEW, write_all
from .conftest import Import


def _export(folder: Path, format: str) -> Path:
    with duckdb.connect() as connection:
        load_tables(connection, layers())
        write_record(connection, folder, open_record().version, format)
    return folder


def _tables() -> dict[str, list[tuple[object, ...]]]:
    record = open_record()
    return {name: record.sql(f"select * from {name} order by all").fetchall() for name in TABLES}


@pytest.mark.parametrize("format", FORMATS)
def test_a_record_exported_and_imported_elsewhere_is_the_same_record(
    format: str, tmp_path: Path, run_import: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_import(*write_all(tmp_path, VOTEVIEW))
    exported = _export(tmp_path / "export", format)
    before = _tables()
    assert "nothing changes" in run_import(exported)[1]
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path / "elsewhere"))
    assert run_import(exported)[0] == 0
    after = _tables()
    imported = [row for row in after["sources"] if row[0] == "onrecord"]
    assert len(imported) == 1, "the export itself is a source of what came from it"
    after["sources"].remove(imported[0])
    for name in TABLES:
        assert after[name] == before[name], name


@pytest.mark.usefixtures("whole_record")
def test_the_whole_shipped_record_exported_and_imported_again_changes_nothing(
    tmp_path: Path, run_import: Import
) -> None:
    status, said, _ = run_import(_export(tmp_path / "export", "csv"))
    assert status == 0
    assert "10,428 vote events with 963,973 votes" in said
    assert "conflicting  0 values" in said
    assert "nothing changes" in said


@pytest.fixture(scope="session")
def council_csv(council_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported") / "export"
    with duckdb.connect() as connection:
        load_tables(connection, layers(council_record))
        write_record(connection, folder, "1", "csv")
    return folder


def _change(file: str, before: str, after: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert before in text
        (folder / file).write_text(text.replace(before, after, 1), encoding="utf-8")

    return change


SPOILT: list[tuple[Callable[[Path], None], str]] = [
    (
        _change("votes.csv", "S/RES/678,USA,yes", "S/RES/678,USA,ja"),
        "column option: 'ja' is not known; expected one of",
    ),
    (_change("votes.csv", "S/RES/678,USA,yes", "S/RES/678,UAS,yes"), "votes: 'UAS' is not in members"),
    (_change("votes.csv", "S/RES/678,USA,yes", "S/RES/678,USA,no"), "S/RES/678 has the counts 12-2-1 and votes 11-3-1"),
    (_change("votes.csv", "S/RES/678,USA,yes", "S/RES/678,GBR,yes"), "votes: S/RES/678 GBR stands twice"),
    (_change("votes.csv", "S/RES/678,USA,yes", "S/RES/678,USA"), "has 2 cells; expected 3, as the header has"),
    (
        _change("vote_events.csv", "1990-11-29", "29.11.1990"),
        "'29.11.1990' is not a date; expected a day as YYYY-MM-DD",
    ),
    (_change("vote_events.csv", "id,body,date", "id,body,day"), "the header is id, body, day"),
    (_change("figures.csv", ",exact,", ",,"), "column bound: is empty; expected"),
    (lambda folder: (folder / "datapackage.json").write_text("{"), "not readable as a data package"),
    (lambda folder: (folder / "members.csv").unlink(), "no table 'members'; the record is not whole"),
]


@pytest.mark.parametrize(("spoil", "error"), SPOILT)
def test_a_spoilt_export_is_refused(
    spoil: Callable[[Path], None], error: str, council_csv: Path, tmp_path: Path, run_import: Import
) -> None:
    folder = tmp_path / "export"
    shutil.copytree(council_csv, folder)
    spoil(folder)
    status, _, errors = run_import(folder)
    assert (status, errors.count("\n")) == (2, 1)
    assert error in errors


def test_a_damaged_parquet_table_is_refused(tmp_path: Path, run_import: Import) -> None:
    folder = _export(tmp_path / "export", "parquet")
    path = folder / "votes-unsc.parquet"
    path.write_bytes(path.read_bytes()[:5000])
    status, _, errors = run_import(folder)
    assert (status, errors.count("\n")) == (2, 1)
    assert "cannot be read" in errors


def test_a_fact_changed_in_an_export_is_a_conflict_and_the_records_stands(
    council_csv: Path, tmp_path: Path, run_import: Import
) -> None:
    folder = tmp_path / "export"
    shutil.copytree(council_csv, folder)
    _change("vote_events.csv", "S/RES/678,unsc,1990-11-29", "S/RES/678,unsc,1990-11-30")(folder)
    status, said, _ = run_import(folder)
    assert status == 0
    assert "conflicting: S/RES/678 date: 1990-11-29 -> 1990-11-30" in said
    record = open_record()
    assert record.vote_event("S/RES/678").date.isoformat() == "1990-11-29"
    assert ("date", "1990-11-30", False) in {
        (row.field, row.other, row.resolved) for row in record.disagreements("S/RES/678")
    }
