"""Every bad file gives its own error, in one line, with exit status 2, and leaves the record as it was.

bad_files/errors.csv says for each file of that folder how it is imported and what must be said; files that are too
large or too odd to keep are made here.
"""

from __future__ import annotations

import csv
import gzip
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from .builders import (
    COUNCIL_2024,
    SECURITY_COUNCIL_2026,
    VOTEVIEW,
    all_in_favour,
    council_rows,
    table,
    write,
    write_all,
)
from .conftest import Import

BAD_FILES = Path(__file__).parent / "bad_files"
with (BAD_FILES / "errors.csv").open(encoding="utf-8", newline="") as listed:
    EXPECTED = list(csv.DictReader(listed))

A_LONG_LINE = b"4099001,USA,UNITED STATES,Y,2024-06-05," + b"x" * 20_000 + b"," * 14 + b"\n"
A_SHORT_LINE = "4099001" + "," * 19 + "\n"
HUNDRED_MEGABYTES = A_LONG_LINE * 5_000
GOOD = table(SECURITY_COUNCIL_2026, council_rows(all_in_favour(COUNCIL_2024)))


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: case["file"].removesuffix(".csv"))
def test_a_bad_file_gives_its_error(case: dict[str, str], run_import: Import, user_folder: Path) -> None:
    path = BAD_FILES / case["file"]
    status, _, errors = run_import(path, *case["arguments"].split())
    expected = case["error"].replace("FILE", str(path)).replace("TODAY", date.today().isoformat())
    assert (status, errors) == (2, f"onrecord import: {expected}\n")
    assert not list(user_folder.rglob("*.parquet"))


def test_every_bad_file_has_its_error_listed() -> None:
    files = {path.name for path in BAD_FILES.iterdir()} - {"errors.csv"}
    assert files == {case["file"] for case in EXPECTED}


def _five_gigabytes(folder: Path) -> Path:
    path = write(folder, "sc.csv", GOOD)
    with path.open("r+b") as file:
        file.truncate(5_000_000_000)
    return path


def _larger_than_its_format(folder: Path) -> Path:
    """Small enough for the largest format and too large for the Council's."""
    path = write(folder, "sc.csv", GOOD)
    with path.open("r+b") as file:
        file.truncate(300_000_000)
    return path


def _zip(folder: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(folder / "file.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_csv", ".csv"), content)
    return folder / "file.zip"


def _zip_bomb(folder: Path) -> Path:
    return _zip(folder, sc_csv=GOOD.encode() + HUNDRED_MEGABYTES)


def _gzip_bomb(folder: Path) -> Path:
    return write(folder, "sc.csv.gz", gzip.compress(GOOD.encode() + HUNDRED_MEGABYTES))


def _workbook(folder: Path) -> Path:
    return _zip(folder, **{"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})


def _cut_gzip(folder: Path) -> Path:
    packed = gzip.compress(GOOD.encode())
    return write(folder, "sc.csv.gz", packed[: len(packed) // 2])


def _cut_zip(folder: Path) -> Path:
    path = _zip(folder, sc_csv=GOOD.encode())
    return write(folder, "cut.zip", path.read_bytes()[:200])


def _wrong_checksum(folder: Path) -> Path:
    packed = bytearray(gzip.compress(GOOD.encode()))
    packed[-6] ^= 0xFF
    return write(folder, "sc.csv.gz", bytes(packed))


def _folder(folder: Path) -> Path:
    (folder / "data").mkdir()
    return folder / "data"


MADE: list[tuple[Callable[[Path], Path], str]] = [
    (_five_gigabytes, "is 5,000 MB; expected at most 2,000 MB for this format"),
    (_larger_than_its_format, "is 300 MB; expected at most 200 MB for this format"),
    (_zip_bomb, "unpacks to more than 100 times its size, as a zip bomb does"),
    (_gzip_bomb, "unpacks to more than 100 times its size, as a zip bomb does"),
    (
        lambda folder: _zip(folder, a_csv=b"a\n", b_csv=b"b\n"),
        "the archive holds 2 CSV files among 2; expected exactly one",
    ),
    (lambda folder: _zip(folder, readme=b"text"), "the archive holds 0 CSV files among 1; expected exactly one"),
    (lambda folder: write(folder, "blank.csv", GOOD + "\n" * 1_000), "row 117: more than 100 blank lines follow"),
    (
        lambda folder: write(folder, "sc.csv", GOOD + A_SHORT_LINE * 10_000),
        "row 10002: more than 10,000 rows are of one vote event; expected a row a member",
    ),
    (_workbook, "is a workbook or document; expected a table saved as CSV"),
    (_cut_gzip, "the archive is damaged or cut short"),
    (_cut_zip, "the archive is damaged or cut short"),
    (_wrong_checksum, "the archive is damaged or cut short"),
    (_folder, "is a folder; expected a file"),
    (lambda folder: folder / "absent.csv", "cannot be opened: No such file or directory"),
    (lambda folder: write(folder, "line.csv", b"x" * 2_000_000), "line 1 is longer than 1,048,576 bytes"),
]


@pytest.mark.parametrize(("make", "error"), MADE)
def test_a_file_too_odd_to_keep_gives_its_error(
    make: Callable[[Path], Path], error: str, tmp_path: Path, run_import: Import, user_folder: Path
) -> None:
    path = make(tmp_path)
    status, _, errors = run_import(path)
    assert status == 2
    assert errors.startswith((f"onrecord import: {path}: {error}", f"onrecord import: {path}, {error}"))
    assert errors.count("\n") == 1
    assert not list(user_folder.rglob("*.parquet"))


def test_an_archive_that_lies_about_its_size_is_stopped_while_it_unpacks(tmp_path: Path, run_import: Import) -> None:
    path = _zip_bomb(tmp_path)
    content = bytearray(path.read_bytes())
    real = (len(GOOD) + len(HUNDRED_MEGABYTES)).to_bytes(4, "little")
    lied = (len(GOOD)).to_bytes(4, "little")
    assert content.count(real) == 2, "the size stands in the entry's head and in the directory"
    status, _, errors = run_import(write(tmp_path, "lying.zip", bytes(content).replace(real, lied)))
    # Whether zipfile stops at the size that it was told or we at the limit: nothing more than that is unpacked.
    assert (status, errors.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("file", "before", "after", "error"),
    [
        ("S118_votes.csv", "1,90002,3", "1,90002,4", "the votes on us-senate/118/1 have 1 yes and"),
        (
            "S118_votes.csv",
            "1,90002,3",
            "1,90009,3",
            "'90009' is no member of the members file; expected a member's icpsr",
        ),
        ("S118_votes.csv", "1,90002,3", "1,90001,3", "ICPSR90001 votes a second time, first in row 2"),
        ("S118_votes.csv", "Senate,2", "Senate,7", "roll call us-senate/118/7 is not in"),
        ("S118_votes.csv", "1,90002,3", "1,90002,12", "'12' is not a vote option"),
        ("S118_members.csv", "118,Senate,90001", "118,Sejm,90001", "'Sejm' is no chamber; expected Senate or House"),
        ("S118_rollcalls.csv", "Senate,2,2023", "Senate,1,2023", "roll call us-senate/118/1 stands twice"),
        ("S118_rollcalls.csv", "2023-01-23", "23.01.2023", "'23.01.2023' is not a date; expected a day as YYYY-MM-DD"),
    ],
)
def test_a_bad_part_of_voteview_is_named(
    file: str, before: str, after: str, error: str, tmp_path: Path, run_import: Import
) -> None:
    assert before in VOTEVIEW[file]
    status, _, errors = run_import(*write_all(tmp_path, VOTEVIEW | {file: VOTEVIEW[file].replace(before, after)}))
    assert status == 2
    assert f"{file}, row " in errors
    assert error in errors


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ("--map date=day", "--map needs --body: whose votes the table has"),
        ("--body HRC --map date=day", "--body 'HRC': expected small letters, digits and hyphens, such as hrc"),
        ("--body hrc --map datum=day", "--map datum=...: no such field; there are vote_event, date"),
        ("--body hrc --map date", "--map 'date': expected FIELD=COLUMN"),
        ("--body hrc --map date=day", "--map vote_event=COLUMN is missing; a long table needs it"),
        ("--body hrc --wide --map date=day", "--map vote_event=COLUMN is missing; a wide table needs it"),
        ("--body hrc --map date=day --options ja=si", "--options ja=si: 'si' is no option; there are yes, no, abstain"),
        (
            "--body hrc --wide --map vote_event=id --map date=day --map member=land",
            "--wide: the members are the columns",
        ),
    ],
)
def test_a_mapping_that_cannot_be_meant_is_refused(
    arguments: str, error: str, tmp_path: Path, run_import: Import
) -> None:
    path = write(tmp_path, "table.csv", "id,day,Bund\n1,2020-05-01,yes\n")
    status, _, errors = run_import(path, *arguments.split())
    assert status == 2
    assert errors.startswith(f"onrecord import: {error}")
