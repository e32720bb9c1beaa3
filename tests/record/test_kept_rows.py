"""Rows kept in files: the same as those asked for, and read again as soon as a table is another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import onrecord
from onrecord.cli import main
from onrecord.record.kept import Rows, cache_folder, keep_rows, kept, kept_rows
from onrecord.record.layers import SHIPPED, Layers
from onrecord.record.questions import WITH_THE_RECORD, Question
from onrecord.record.tables import Tables

ROWS: Rows = [("S/RES/1", date(1946, 1, 25), None, ["GBR", "USA"], True, 9), ("S/RES/2", None, 1.5, None, False, 0)]


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path / "user"))
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "votes.parquet").write_text("one")
    return folder


class Asked:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Rows:
        self.times += 1
        return list(ROWS)


def test_what_was_asked_once_is_not_asked_again(tables: Path) -> None:
    ask = Asked()
    assert [kept([tables], ["select", "unsc"], ask) for _ in range(3)] == [ROWS] * 3
    assert ask.times == 1


def test_another_question_is_asked(tables: Path) -> None:
    ask = Asked()
    for query, body in (("select", "unsc"), ("select", "unga"), ("select all", "unsc")):
        kept([tables], [query, body], ask)
    assert ask.times == 3


@pytest.mark.parametrize("change", ["rewritten", "added", "taken away"])
def test_a_changed_table_is_read_again(tables: Path, change: str) -> None:
    ask = Asked()
    kept([tables], ["select"], ask)
    if change == "rewritten":
        (tables / "votes.parquet").write_text("other")
    elif change == "added":
        (tables / "votes-unsc.parquet").write_text("one")
    else:
        (tables / "votes.parquet").unlink()
    assert kept([tables], ["select"], ask) == ROWS
    assert ask.times == 2


@pytest.mark.parametrize("content", ["", "{", "[]", '{"read_from": 1}', "\x00"])
def test_a_damaged_file_is_read_as_none(tables: Path, content: str) -> None:
    ask = Asked()
    kept([tables], ["select"], ask)
    for file in cache_folder().iterdir():
        file.write_text(content)
    assert kept([tables], ["select"], ask) == ROWS
    assert ask.times == 2


def test_where_nothing_can_be_written_rows_are_asked_every_time(tables: Path) -> None:
    cache_folder().parent.mkdir(parents=True)
    cache_folder().write_text("a file where the folder would be")
    ask = Asked()
    assert [kept([tables], ["select"], ask) for _ in range(2)] == [ROWS] * 2
    assert ask.times == 2


def test_rows_written_are_the_rows_read(tmp_path: Path) -> None:
    keep_rows(tmp_path / "rows.json", ["select", "unsc"], ROWS)
    assert kept_rows(tmp_path / "rows.json", ["select", "unsc"]) == ROWS
    assert kept_rows(tmp_path / "rows.json", ["select", "unga"]) is None


@pytest.mark.parametrize("question", WITH_THE_RECORD, ids=lambda question: question.name)
def test_the_answers_that_come_with_the_record_are_those_of_its_tables(question: Question) -> None:
    assert kept_rows(SHIPPED / question.file, question.asked) == Tables(Layers((SHIPPED,))).select(question)


def refused(*_: object) -> None:
    raise AssertionError("DuckDB was asked")


def test_rules_are_held_against_all_votes_without_duckdb_and_without_an_earlier_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path))
    monkeypatch.setattr(Tables, "execute", refused)
    assert main(["replay", "--rule", "no-veto,two-vetoes,restraint,ezulwini"]) == 0
    assert "votes looked at" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_the_record_reads_the_same_from_kept_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path))
    first = onrecord.open()
    expected = (first.vote_events("unsc"), dict(first.all_votes("unsc")), dict(first.members), dict(first.topics))

    monkeypatch.setattr(Tables, "execute", refused)
    again = onrecord.open()
    assert (
        again.vote_events("unsc"),
        dict(again.all_votes("unsc")),
        dict(again.members),
        dict(again.topics),
    ) == expected
