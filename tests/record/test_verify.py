"""Every invariant holds in the shipped record, and each one finds a record that breaks it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from onrecord.record.datapackage import FILE
from onrecord.record.layers import SHIPPED, Layers, load_tables
from onrecord.record.store import Record
from onrecord.record.writing import write_record
from onrecord.verifying import INVARIANTS, Check, verify


@pytest.fixture(scope="module")
def checks(record: Record) -> dict[str, Check]:
    return {check.id: check for check in verify(record)}


@pytest.mark.parametrize("invariant", list(INVARIANTS))
def test_the_shipped_record_breaks_nothing_that_is_not_explained(checks: dict[str, Check], invariant: str) -> None:
    assert checks[invariant].examined
    assert checks[invariant].unexplained == ()


def test_who_voted_is_who_sat_on_every_vote_of_the_council_with_known_members(checks: dict[str, Check]) -> None:
    added_to_the_3206_of_the_source = 8 + 1
    assert checks["seats"].examined == 3_206 + added_to_the_3206_of_the_source
    assert checks["seats"].breaks == ()


def test_differences_of_outcome_are_listed_with_their_reason(checks: dict[str, Check]) -> None:
    reasons = [found.explanation or "" for found in checks["outcomes"].breaks]
    assert sum("counts are not known" in reason for reason in reasons) == 10
    assert sum("prints no member as voting" in reason for reason in reasons) == 3
    assert len(reasons) == 13


BROKEN: list[tuple[str, str]] = [
    ("keys", "insert into bodies select * from bodies where id = 'unga'"),
    ("keys", "update vote_events set title = null where id = 'S/RES/2803'"),
    ("references", "delete from members where code = 'VCT'"),
    ("references", "update vote_events set sources = ['rumour'] where id = 'S/RES/2803'"),
    ("references", "update sponsors set sponsors = ['ATL'] where vote_event = 'S/RES/2803'"),
    ("references", "insert into topic_events values ('kosovo', 99, 'S/RES/9999', 'core', null, null, null)"),
    ("references", "insert into aliases values ('ATL', 'Atlantis', 'short', null, null, null, null)"),
    ("words", "update vote_events set outcome = 'postponed' where id = 'S/RES/2803'"),
    ("words", "update votes set option = 'maybe' where vote_event = 'S/RES/2803' and member = 'USA'"),
    ("terms", "delete from memberships where member = 'GUY' and start = '2024-01-01'"),
    ("terms", "update memberships set \"end\" = null where member = 'SUN'"),
    ("seats", "delete from votes where vote_event = 'S/RES/2803' and member = 'USA'"),
    ("totals", "update vote_events set yes = 14 where id = 'S/RES/2803'"),
    ("totals", "update votes set option = 'no' where vote_event = 'S/RES/2803' and member = 'CHN'"),
    ("outcomes", "update vote_events set outcome = 'adopted' where id = 'S/2024/173@2024-02-20'"),
    ("outcomes", "update vote_events set vetoed_by = ['GBR'] where id = 'S/2024/173@2024-02-20'"),
    ("outcomes", "update vote_events set kind = 'resolution', resolution = 'S/X' where id = 'S/RES/2623'"),
    ("numbers", "delete from vote_events where id = 'S/RES/242'"),
    ("numbers", "update vote_events set date = '1950-01-01' where id = 'S/RES/2803'"),
    ("order", "update vote_events set \"order\" = 7 where id = 'S/RES/2803'"),
    ("veto-counts", "delete from counted_vetoes where rule = 'dhl_list' and member = 'FRA'"),
    ("disagreements", "update disagreements set chosen = '1960-07-15' where vote_event = 'S/RES/143'"),
    ("disagreements", "update disagreements set other = chosen where vote_event = 'S/RES/1287'"),
    ("figures", "update figures set value = 1 where series = 'gaza-killed-moh' and \"end\" = '2025-01-01'"),
    ("figures", "update figures set start = '2030-01-01' where series = 'us-mou-israel'"),
    ("figures", "delete from figures where series = 'us-mou-israel'"),
]


@pytest.fixture(scope="module")
def whole() -> Any:
    """The Council's record alone, in memory; the Assembly's 917,380 votes would make each case slow."""
    connection = duckdb.connect()
    load_tables(connection, Layers((SHIPPED,)))
    connection.execute("delete from votes where vote_event in (select id from vote_events where body = 'unga')")
    connection.execute("delete from vote_events where body = 'unga'")
    return connection


@pytest.mark.parametrize(("invariant", "change"), BROKEN)
def test_a_record_that_breaks_an_invariant_is_found_out(
    whole: Any, tmp_path: Path, invariant: str, change: str
) -> None:
    connection = whole.cursor()
    connection.execute("begin")
    connection.execute(change)
    write_record(connection, tmp_path / "broken", "broken", "parquet")
    connection.execute("rollback")
    examined, breaks = INVARIANTS[invariant][1](Record(Layers((tmp_path / "broken",))))
    assert examined
    assert [found for found in breaks if found.explanation is None]


def _missing(folder: Path) -> None:
    (folder / "topics.parquet").unlink()


def _changed(folder: Path) -> None:
    (folder / "topics.parquet").write_bytes((folder / "groups.parquet").read_bytes())


def _misdescribed(folder: Path) -> None:
    described = json.loads((folder / FILE).read_text(encoding="utf-8"))
    described["resources"][0]["hash"] = "sha256:0"
    (folder / FILE).write_text(json.dumps(described), encoding="utf-8")


@pytest.mark.parametrize("damage", [_missing, _changed, _misdescribed])
def test_files_that_are_not_as_described_are_found_out(
    whole: Any, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    write_record(whole, tmp_path, "council", "parquet")
    damage(tmp_path)
    _, breaks = INVARIANTS["files"][1](Record(Layers((tmp_path,))))
    assert len(breaks) == 1
