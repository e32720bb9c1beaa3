"""A record that is written and opened again is the same record; and its description says what is there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.errors import RecordError
from onrecord.record.datapackage import FILE, sha256
from onrecord.record.layers import SHIPPED
from onrecord.record.schema import TABLES
from onrecord.record.store import Record
from onrecord.record.writing import FORMATS


@pytest.fixture(scope="module", params=FORMATS)
def exported(request: pytest.FixtureRequest, record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param) / "record"
    record.export(folder, request.param)
    return folder


@pytest.mark.parametrize("table", list(TABLES))
def test_every_table_is_the_same_after_a_round_trip(record: Record, exported: Path, table: str) -> None:
    again = onrecord.open(exported)
    key = ", ".join(f'"{name}"' for name in TABLES[table].key)
    assert again.table(table).order(key).fetchall() == record.table(table).order(key).fetchall()


def test_the_classes_are_the_same_after_a_round_trip(record: Record, exported: Path) -> None:
    again = onrecord.open(exported)
    assert again.vote_events("unsc") == record.vote_events("unsc")
    assert again.topics == record.topics
    assert (again.version, again.as_of) == (record.version, record.as_of)


def test_an_export_of_an_export_has_the_same_bytes(exported: Path, tmp_path: Path) -> None:
    format = exported.parent.name.rstrip("0123456789")
    onrecord.open(exported).export(tmp_path / "again", format)
    assert _hashes(tmp_path / "again") == _hashes(exported)


def test_the_description_lists_every_file_with_its_hash(exported: Path) -> None:
    described = json.loads((exported / FILE).read_text(encoding="utf-8"))
    listed: dict[str, str] = {}
    for resource in described["resources"]:
        paths = [resource["path"]] if isinstance(resource["path"], str) else resource["path"]
        hashes = resource["hash"].removeprefix("sha256:").split("+")
        listed |= dict(zip(paths, hashes, strict=True))
    assert listed == {name: hash for name, hash in _hashes(exported).items() if name != FILE}


@pytest.mark.parametrize("folder", ["missing", "empty"])
def test_a_folder_without_a_record_is_refused(tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(RecordError, match="no record there"):
        onrecord.open(tmp_path / folder)


def test_a_description_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[]", encoding="utf-8")
    with pytest.raises(RecordError, match="not a data package"):
        _ = onrecord.open(tmp_path).version


@pytest.fixture(scope="module")
def popolo(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("popolo-documents") / "record"
    record.export(folder, "popolo")
    return folder


def test_a_vote_event_has_popolo_s_properties(popolo: Path) -> None:
    events = json.loads((popolo / "vote_events.json").read_text(encoding="utf-8"))
    [event] = [event for event in events if event["id"] == "S/2024/173@2024-02-20"]
    assert (event["organization_id"], event["start_date"], event["result"]) == ("unsc", "2024-02-20", "fail")
    counts = {count["option"]: count["value"] for count in event["counts"]}
    assert counts == {"yes": 13, "no": 1, "abstain": 1, "not voting": 0}
    assert {"voter_id": "USA", "option": "no"} in event["votes"]
    assert event["motion"]["text"] == "The situation in the Middle East, including the Palestinian question"


def test_bodies_and_states_are_popolo_organizations_and_terms_memberships(popolo: Path) -> None:
    organizations = json.loads((popolo / "organizations.json").read_text(encoding="utf-8"))
    by_id: dict[str, Any] = {organization["id"]: organization for organization in organizations}
    assert by_id["unsc"]["classification"] == "body"
    assert {"name": "ZAIRE"} in by_id["COD"]["other_names"]
    memberships = json.loads((popolo / "memberships.json").read_text(encoding="utf-8"))
    [term] = [m for m in memberships if m["member_id"] == "GUY" and m["start_date"] == "2024-01-01"]
    assert (term["organization_id"], term["role"], term["end_date"]) == ("unsc", "elected", "2025-12-31")


def test_the_shipped_tables_are_at_most_ten_megabytes() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= 10_000_000


@pytest.mark.parametrize("table", list(TABLES))
def test_the_shipped_description_states_every_column_and_the_rows(record: Record, table: str) -> None:
    described = json.loads((SHIPPED / FILE).read_text(encoding="utf-8"))
    [resource] = [r for r in described["resources"] if r["name"] == table.replace("_", "-")]
    assert [field["name"] for field in resource["schema"]["fields"]] == list(TABLES[table].column_names)
    assert all(field["description"] for field in resource["schema"]["fields"])
    assert resource["rows"] == len(record.table(table).fetchall())


def test_the_shipped_description_states_version_licences_and_sources(record: Record) -> None:
    described = json.loads((SHIPPED / FILE).read_text(encoding="utf-8"))
    assert described["version"] == record.version
    assert described["licenses"]
    assert {source["title"] for source in described["sources"]} == {s.title for s in record.sources.values()}


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path) for path in sorted(folder.iterdir())}
