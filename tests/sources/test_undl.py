"""The UN Digital Library's two voting files, in the layouts of 2025 and 2026."""

from __future__ import annotations

import gzip
import zipfile
from datetime import date
from pathlib import Path

import pytest

from onrecord.record.model import Modality, Option, Outcome
from onrecord.record.store import open_record

from .builders import (
    COUNCIL_1990,
    COUNCIL_2024,
    GENERAL_ASSEMBLY_2025,
    GENERAL_ASSEMBLY_2026,
    SECURITY_COUNCIL_2025,
    SECURITY_COUNCIL_2026,
    all_in_favour,
    assembly_rows,
    council_rows,
    table,
    write,
)
from .conftest import Import

RUSSIA_ABSTAINS = {**all_in_favour(COUNCIL_2024), "RUS": "A", "CHN": "X"}


@pytest.mark.parametrize("header", [SECURITY_COUNCIL_2025, SECURITY_COUNCIL_2026], ids=["2025", "2026"])
def test_a_new_resolution_of_the_council_is_in_the_record_after_import(
    header: list[str], tmp_path: Path, run_import: Import
) -> None:
    path = write(tmp_path, "2026_02_06_sc_voting.csv", table(header, council_rows(RUSSIA_ABSTAINS)))
    status, said, _ = run_import(path)
    record = open_record()
    event = record.vote_event("S/RES/9001")
    assert status == 0
    assert "new          1 vote events (unsc 1)" in said
    assert (event.body, event.date, event.tally, event.not_voting) == ("unsc", date(2024, 6, 5), "13-0-1", 1)
    assert (event.outcome, event.modality, event.votes_known) == (Outcome.ADOPTED, Modality.VOTE, True)
    assert event.title == "a made-up subject"
    assert record.votes("S/RES/9001")["CHN"] is Option.NOT_VOTING
    assert record.sources[event.sources[0]].version == "2026-02-06"


@pytest.mark.parametrize("header", [GENERAL_ASSEMBLY_2025, GENERAL_ASSEMBLY_2026], ids=["2025", "2026"])
def test_a_new_resolution_of_the_assembly_is_in_the_record_after_import(
    header: list[str], tmp_path: Path, run_import: Import
) -> None:
    votes = {"USA": "N", "FRA": "Y", "SLV": "A", "PLW": "X"}
    path = write(tmp_path, "ga.csv", table(header, assembly_rows(votes, date="2025-12-30")))
    assert run_import(path)[0] == 0
    record = open_record()
    event = record.vote_event("A/RES/78/9001")
    assert (event.body, event.tally, event.members, event.title) == ("unga", "1-1-1", 4, "A made-up subject")
    assert record.votes(event.id) == {
        "USA": Option.NO,
        "FRA": Option.YES,
        "SLV": Option.ABSTAIN,
        "PLW": Option.NOT_VOTING,
    }
    assert record.as_of["unga"] == date(2025, 12, 30)


def test_adopted_resolutions_alone_do_not_make_the_council_complete_to_their_day(
    tmp_path: Path, run_import: Import
) -> None:
    before = open_record().as_of["unsc"]
    members = [seat.member for seat in open_record().seats("unsc", date(2026, 7, 1))]
    rows = council_rows(all_in_favour(members), date="2026-07-01")
    assert run_import(write(tmp_path, "sc.csv", table(SECURITY_COUNCIL_2026, rows)))[0] == 0
    assert open_record().as_of["unsc"] == before


def test_a_note_of_adoption_without_a_vote_is_read(tmp_path: Path, run_import: Import) -> None:
    rows = council_rows(all_in_favour(COUNCIL_2024), vote_note="Adopted by acclamation")
    run_import(write(tmp_path, "sc.csv", table(SECURITY_COUNCIL_2026, rows)))
    event = open_record().vote_event("S/RES/9001")
    assert (event.modality, event.note) == (Modality.WITHOUT_VOTE, "Adopted by acclamation")


@pytest.mark.parametrize(
    ("published", "day", "member"),
    [
        ({"ms_code": "RUS", "ms_name": "RUSSIAN FEDERATION"}, "2024-06-05", "RUS"),
        ({"ms_code": "RUS", "ms_name": "USSR"}, "1990-08-02", "SUN"),
        ({"ms_code": "SUN", "ms_name": "USSR"}, "1990-08-02", "SUN"),
        ({"ms_code": "SUN", "ms_name": "USSR"}, "1991-12-31", "RUS"),
        ({"ms_code": "GER", "ms_name": "GERMANY, FEDERAL REPUBLIC OF"}, "1980-01-01", "DEU"),
        ({"ms_code": "ARE", "ms_name": "UNITED ARAB REPUBLIC"}, "1965-01-01", "EGY"),
        ({"ms_code": "ARE", "ms_name": "UNITED ARAB EMIRATES"}, "1986-01-17", "ARE"),
        ({"ms_code": "ZAR", "ms_name": "ZAIRE"}, "1990-08-02", "COD"),
        ({"ms_code": "TUR", "ms_name": "TÜRKİYE"}, "2024-06-05", "TUR"),
    ],
)
def test_codes_and_names_of_the_day_become_the_records_members(
    published: dict[str, str], day: str, member: str, tmp_path: Path, run_import: Import
) -> None:
    rows = assembly_rows({"XXX": "Y"}, date=day, **published)
    status, _, errors = run_import(write(tmp_path, "ga.csv", table(GENERAL_ASSEMBLY_2026, rows)))
    assert (status, errors) == (0, "")
    assert list(open_record().votes("A/RES/78/9001")) == [member]


def test_rows_of_one_vote_event_that_do_not_stand_together_are_sorted_first(tmp_path: Path, run_import: Import) -> None:
    rows = [
        *assembly_rows({"USA": "N", "FRA": "Y"}),
        *assembly_rows({"USA": "Y", "FRA": "Y"}, "A/RES/78/9002", undl_id=7),
    ]
    by_member = sorted(rows, key=lambda row: row["ms_code"])
    assert run_import(write(tmp_path, "ga.csv", table(GENERAL_ASSEMBLY_2026, by_member)))[0] == 0
    record = open_record()
    assert record.vote_event("A/RES/78/9001").tally == "1-1-0"
    assert record.vote_event("A/RES/78/9002").tally == "2-0-0"


def test_packed_files_and_a_byte_order_mark_are_read_as_the_plain_file(tmp_path: Path, run_import: Import) -> None:
    text = table(GENERAL_ASSEMBLY_2026, assembly_rows({"USA": "N", "FRA": "Y"}))
    marked = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    with zipfile.ZipFile(tmp_path / "ga.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("2026_02_06_ga_voting.csv", text)
        archive.writestr("__MACOSX/._2026_02_06_ga_voting.csv", b"\0")
    write(tmp_path, "ga.csv.gz", gzip.compress(marked))
    assert run_import(tmp_path / "ga.zip")[0] == 0
    _, said, _ = run_import(tmp_path / "ga.csv.gz")
    assert "nothing changes" in said


def test_totals_that_disagree_are_taken_as_a_disagreement_where_the_user_says_so(
    tmp_path: Path, run_import: Import
) -> None:
    rows = assembly_rows({"USA": "N", "FRA": "Y"}, total_yes="2.0")
    path = write(tmp_path, "ga.csv", table(GENERAL_ASSEMBLY_2026, rows))
    assert run_import(path)[0] == 2
    assert run_import(path, "--keep-printed-totals")[0] == 0
    record = open_record()
    assert record.vote_event("A/RES/78/9001").tally == "1-1-0"
    (noted,) = record.disagreements("A/RES/78/9001")
    assert (noted.field, noted.chosen, noted.other, noted.resolved) == ("tally", "1-1-0", "2-1-0", False)


def test_the_records_own_correction_of_the_file_is_no_conflict(tmp_path: Path, run_import: Import) -> None:
    """The library prints China as abstaining on S/RES/309 (1972); the record knows that it took no part."""
    record = open_record()
    event = record.vote_event("S/RES/309")
    printed = {row.field: row.other for row in record.disagreements(event.id) if row.source == "undl"}
    assert printed["vote:CHN"] == "abstain", "the record no longer holds the correction that this test is about"
    letters = {Option.YES: "Y", Option.NO: "N", Option.ABSTAIN: "A", Option.NOT_VOTING: "X"}
    votes = {member: letters[option] for member, option in record.votes(event.id).items()} | {"CHN": "A"}
    rows = council_rows(votes, "S/RES/309", event.date.isoformat())
    _, said, _ = run_import(write(tmp_path, "sc.csv", table(SECURITY_COUNCIL_2026, rows)), "--dry-run")
    assert "conflicting  0 values" in said
    assert "known        1 differences" in said


def test_a_council_of_1990_is_read_with_its_own_members(tmp_path: Path, run_import: Import) -> None:
    rows = council_rows(all_in_favour(COUNCIL_1990), "S/RES/9001 (1990)", "1990-08-02")
    assert run_import(write(tmp_path, "sc.csv", table(SECURITY_COUNCIL_2026, rows)))[0] == 0
    assert open_record().vote_event("S/RES/9001").members == 15


def test_another_encoding_and_delimiter_are_read_where_they_are_said(tmp_path: Path, run_import: Import) -> None:
    rows = assembly_rows({"USA": "N", "FRA": "Y"}, title="Une résolution")
    text = table(GENERAL_ASSEMBLY_2026, rows).replace(",", "\t")
    path = write(tmp_path, "ga.csv", text.encode("cp1252"))
    assert run_import(path)[0] == 2
    assert run_import(path, "--encoding", "cp1252", "--delimiter", "tab")[0] == 0
    assert open_record().vote_event("A/RES/78/9001").title == "Une résolution"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--encoding", "klingon"], "'klingon' is no encoding"),
        (["--delimiter", "::"], "'::' is no delimiter"),
        (["--edition", "soon"], "'soon' is not a date; write it as 2025-06-05"),
    ],
)
def test_an_argument_that_cannot_be_meant_is_refused(
    arguments: list[str], error: str, run_import: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run_import("file.csv", *arguments)
    assert ended.value.code == 2
    assert error in capsys.readouterr().err
