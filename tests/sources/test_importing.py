"""What an import does to the record: new, changed and conflicting facts, whole or not at all, and undone again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.record import importing, overlay
from onrecord.record.importing import Export, import_export
from onrecord.record.model import Option
from onrecord.record.sources import undl_security_council
from onrecord.record.sources.publication import Request
from onrecord.record.store import open_record

from .builders import COUNCIL_2024, SECURITY_COUNCIL_2026, all_in_favour, council_rows, table, write
from .conftest import Import

IN_FAVOUR = all_in_favour(COUNCIL_2024)
RUSSIA_ABSTAINS = IN_FAVOUR | {"RUS": "A"}


def _file(folder: Path, votes: dict[str, str], name: str = "2026_02_06_sc_voting.csv", **cells: str) -> Path:
    return write(folder, name, table(SECURITY_COUNCIL_2026, council_rows(votes, **cells)))


def _export(path: Path) -> Export:
    format = undl_security_council.FORMAT
    return Export(format.id, format.title, format.read, Request({"votes": path}))


def _state() -> tuple[object, ...]:
    record = open_record()
    return record.version, record.vote_events("unsc"), record.all_votes("unsc"), record.sources


def test_the_same_file_twice_changes_nothing(tmp_path: Path, run_import: Import) -> None:
    path = _file(tmp_path, RUSSIA_ABSTAINS)
    run_import(path)
    before = _state()
    status, said, _ = run_import(path)
    assert (status, said) == (0, f"{path.name}: imported already, as 0001-undl-sc; nothing changes\n")
    assert _state() == before


def test_the_same_facts_in_another_file_change_nothing(tmp_path: Path, run_import: Import) -> None:
    run_import(_file(tmp_path, RUSSIA_ABSTAINS))
    before = _state()
    _, said, _ = run_import(_file(tmp_path, RUSSIA_ABSTAINS, "2026_05_01_sc_voting.csv", subjects="OTHER"))
    assert "nothing changes" in said
    assert _state() == before


def test_a_dry_run_reports_and_writes_nothing(tmp_path: Path, run_import: Import, user_folder: Path) -> None:
    status, said, _ = run_import(_file(tmp_path, RUSSIA_ABSTAINS), "--dry-run")
    assert status == 0
    assert "new          1 vote events (unsc 1)" in said
    assert "nothing is written" in said
    assert not user_folder.exists()


def test_what_is_imported_can_be_listed_and_taken_away_again(
    tmp_path: Path, run_import: Import, user_folder: Path
) -> None:
    before = _state()
    path = _file(tmp_path, RUSSIA_ABSTAINS)
    assert "nothing is laid over" in run_import("--list")[1]
    run_import(path)
    listed = run_import("--list")[1]
    assert listed.startswith("0001-undl-sc  ")
    assert "2026_02_06_sc_voting.csv: UN Digital Library, Security Council voting data, edition of 2026-02-06" in listed
    assert _state() != before
    assert run_import("--remove", "0001-undl-sc")[0] == 0
    assert _state() == before
    assert list((user_folder / "imports").iterdir()) == []


def test_there_is_no_removing_what_is_not_there(run_import: Import) -> None:
    assert run_import("--remove", "0007-none") == (2, "", "onrecord import: no import '0007-none'; there are none\n")
    assert run_import("--remove", "../../elsewhere")[0] == 2


def test_a_later_edition_of_the_same_source_changes_the_value_and_keeps_the_earlier(
    tmp_path: Path, run_import: Import
) -> None:
    run_import(_file(tmp_path, RUSSIA_ABSTAINS))
    status, said, _ = run_import(_file(tmp_path, IN_FAVOUR, "2026_05_01_sc_voting.csv"))
    record = open_record()
    event = record.vote_event("S/RES/9001")
    assert status == 0
    assert "changed      1 values, by a later edition of the same source" in said
    assert "changed: S/RES/9001 vote:RUS: abstain -> yes" in said
    assert record.votes(event.id)["RUS"] is Option.YES
    assert event.tally == "15-0-0"
    (kept,) = record.disagreements(event.id)
    assert (kept.field, kept.chosen, kept.other, kept.resolved) == ("vote:RUS", "yes", "abstain", True)
    assert record.sources[kept.source].version == "2026-02-06"


@pytest.mark.parametrize("name", ["2025_11_01_sc_voting.csv", "unnamed.csv"], ids=["earlier", "no edition known"])
def test_an_edition_not_known_to_be_later_changes_nothing_and_is_kept_as_a_disagreement(
    name: str, tmp_path: Path, run_import: Import
) -> None:
    run_import(_file(tmp_path, RUSSIA_ABSTAINS))
    _, said, _ = run_import(_file(tmp_path, IN_FAVOUR, name))
    record = open_record()
    assert "conflicting  1 values; the record's stand, these are kept as disagreements" in said
    assert record.votes("S/RES/9001")["RUS"] is Option.ABSTAIN
    (kept,) = record.disagreements("S/RES/9001")
    assert (kept.field, kept.chosen, kept.other, kept.resolved) == ("vote:RUS", "abstain", "yes", False)


def test_the_edition_may_be_said_where_the_name_does_not_say_it(tmp_path: Path, run_import: Import) -> None:
    run_import(_file(tmp_path, RUSSIA_ABSTAINS))
    run_import(_file(tmp_path, IN_FAVOUR, "unnamed.csv"), "--edition", "2026-05-01")
    assert open_record().votes("S/RES/9001")["RUS"] is Option.YES


def test_a_value_that_other_sources_were_weighed_against_is_not_changed_by_a_later_edition(
    tmp_path: Path, run_import: Import
) -> None:
    """On S/RES/309 the record says that China took no part, where the library prints an abstention."""
    record = open_record()
    event = record.vote_event("S/RES/309")
    letters = {Option.YES: "Y", Option.NO: "N", Option.ABSTAIN: "A", Option.NOT_VOTING: "X"}
    votes = {member: letters[option] for member, option in record.votes(event.id).items()} | {"CHN": "Y"}
    rows = council_rows(votes, event.id, event.date.isoformat())
    run_import(write(tmp_path, "2026_02_06_sc_voting.csv", table(SECURITY_COUNCIL_2026, rows)))
    assert open_record().votes(event.id)["CHN"] is Option.NOT_VOTING
    assert ("vote:CHN", "yes", False) in {
        (row.field, row.other, row.resolved) for row in open_record().disagreements(event.id)
    }


def test_a_date_of_the_same_source_is_changed_and_a_value_that_was_empty_is_filled_in(
    tmp_path: Path, run_import: Import
) -> None:
    run_import(_file(tmp_path, RUSSIA_ABSTAINS))
    _, said, _ = run_import(
        _file(tmp_path, RUSSIA_ABSTAINS, "2026_05_01_sc_voting.csv", date="2024-06-06", draft="S/2024/9001")
    )
    event = open_record().vote_event("S/RES/9001")
    assert "filled in    1 values" in said
    assert "changed: S/RES/9001 date: 2024-06-05 -> 2024-06-06" in said
    assert (event.date.isoformat(), event.draft) == ("2024-06-06", "S/2024/9001")


class InterruptionError(Exception):
    """Something from outside that ends the import."""


def _while_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def tell(self: object, done: int, total: int) -> None:
        raise InterruptionError

    monkeypatch.setattr("onrecord.commands.import_._Progress.__call__", tell)


def _while_the_tables_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def to_parquet(*arguments: object) -> None:
        raise InterruptionError

    monkeypatch.setattr(overlay, "_to_parquet", to_parquet)


def _before_the_new_name_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    def commit(*arguments: object) -> None:
        raise InterruptionError

    monkeypatch.setattr(importing.overlay, "commit", commit)


def _while_the_disk_is_made_to_hold_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def sync(path: Path) -> None:
        raise InterruptionError

    monkeypatch.setattr(overlay, "_sync", sync)


@pytest.mark.parametrize(
    "interrupt",
    [_while_reading, _while_the_tables_are_written, _before_the_new_name_is_given, _while_the_disk_is_made_to_hold_it],
)
def test_an_interrupted_import_leaves_the_record_as_it_was(
    interrupt: Callable[[pytest.MonkeyPatch], None],
    tmp_path: Path,
    run_import: Import,
    user_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run_import(_file(tmp_path, IN_FAVOUR))
    before, files = _state(), sorted(user_folder.rglob("*"))
    second = _file(tmp_path, IN_FAVOUR, "2026_05_01_sc_voting.csv", resolution="S/RES/9002 (2024)")
    with monkeypatch.context() as patch:
        interrupt(patch)
        with pytest.raises(InterruptionError):
            run_import(second)
    assert sorted(user_folder.rglob("*")) == files
    assert _state() == before
    assert run_import(second)[0] == 0
    assert open_record().vote_event("S/RES/9002").votes_known


def test_the_report_comes_while_nothing_is_written(tmp_path: Path, user_folder: Path) -> None:
    seen = []

    def look(report: importing.Report) -> None:
        seen.append((report.new, overlay.imports()))

    report = import_export(_export(_file(tmp_path, IN_FAVOUR)), open_record(), before_writing=look)
    assert seen == [(1, ())]
    assert [held.name for held in overlay.imports()] == [report.written]


def test_what_a_crash_leaves_behind_is_not_read_and_swept_away_after_a_day(
    tmp_path: Path, run_import: Import, user_folder: Path
) -> None:
    run_import(_file(tmp_path, IN_FAVOUR))
    before = _state()
    held = user_folder / "imports" / "0001-undl-sc"
    fresh, stale = (user_folder / "imports" / f".unfinished-{name}" for name in ("fresh", "stale"))
    for left in (fresh, stale):
        left.mkdir()
        (left / "vote_events.parquet").write_bytes((held / "vote_events.parquet").read_bytes()[:100])
    os.utime(stale, (time.time() - 100_000,) * 2)
    assert _state() == before
    run_import(_file(tmp_path, IN_FAVOUR, "2026_05_01_sc_voting.csv", resolution="S/RES/9002 (2024)"))
    assert (fresh.exists(), stale.exists()) == (True, False)


def test_a_refused_file_does_not_undo_the_one_before_it(tmp_path: Path, run_import: Import) -> None:
    good = _file(tmp_path, IN_FAVOUR)
    bad = _file(tmp_path, IN_FAVOUR, "2026_05_01_sc_voting.csv", resolution="S/RES/9002", total_yes="3")
    status, said, errors = run_import(good, bad)
    assert status == 2
    assert "written as 0001-undl-sc" in said
    assert "total_yes" in errors
    assert [held.files for held in overlay.imports()] == [(good.name,)]


def test_progress_is_said_on_a_long_file_where_it_is_asked_for(
    tmp_path: Path, run_import: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = iter(range(1_000_000))
    monkeypatch.setattr("onrecord.commands.import_.time.monotonic", lambda: next(seconds))
    path = _file(tmp_path, IN_FAVOUR)
    assert run_import(path, "--dry-run")[2] == ""
    assert "2026_02_06_sc_voting.csv: 100 % read\n" in run_import(path, "--dry-run", "--progress")[2]


def test_a_data_folder_that_cannot_be_written_to_is_said(
    tmp_path: Path, run_import: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = write(tmp_path, "blocked", "a file where a folder should be")
    monkeypatch.setenv("ONRECORD_DATA", str(blocked))
    status, _, errors = run_import(_file(tmp_path, IN_FAVOUR))
    assert status == 2
    assert "cannot be written to" in errors
    assert "ONRECORD_DATA names another" in errors
