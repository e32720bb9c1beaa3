"""Open a published file without trusting it: plain, gzip or zip, within a size, decoded byte by byte checked.

Limits are on what comes out, not on what an archive says of itself, so that a zip bomb stops at the limit.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from onrecord.record.sources.refusal import RefusalError

MAXIMUM_EXPANSION = 100
"""How many times its packed size an archive may unpack to; the Assembly's file reaches 34, a bomb about 1,000."""

MAXIMUM_LINE = 1 << 20
"""Bytes in one line; the longest published line is a few thousand."""

EXPANSION_GRACE = 1 << 20
"""Bytes that any archive may unpack to, whatever its packed size."""

_WIDE_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_BINARY_MARKS = {
    b"PAR1": "a Parquet file",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"\xfd7zX": "an xz archive",
    b"BZh": "a bzip2 archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x89PNG": "a picture",
    b"RDX": "an R data file",
}


@dataclass(slots=True)
class Progress:
    """How far the reading has come, in bytes of the file on disk."""

    total: int
    done: int = 0


class _Bounded(io.RawIOBase):
    """A stream that refuses to give more than a number of bytes and counts what it read from the disk."""

    def __init__(self, inner: IO[bytes], disk: IO[bytes], file: str, most: int, why: str, progress: Progress) -> None:
        self._inner, self._disk, self._file = inner, disk, file
        self._left, self._why, self._progress = most, why, progress

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            chunk = self._inner.read(len(buffer))
        except (zlib.error, EOFError, gzip.BadGzipFile, zipfile.BadZipFile) as error:
            raise RefusalError(self._file, f"the archive is damaged or cut short ({error})") from None
        self._left -= len(chunk)
        if self._left < 0:
            raise RefusalError(self._file, self._why)
        buffer[: len(chunk)] = chunk
        self._progress.done = self._disk.tell()
        return len(chunk)


def megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB" if size >= 1_000_000 else f"{size:,} bytes"


@contextmanager
def open_bytes(path: Path, most: int, progress: Progress | None = None) -> Iterator[IO[bytes]]:
    """The unpacked bytes of a plain, gzip or single-file zip at `path`; RefusalError where they pass `most`."""
    file = str(path)
    if path.is_dir():
        raise RefusalError(file, "is a folder", expected="a file")
    try:
        disk = path.open("rb")
    except OSError as error:
        raise RefusalError(file, f"cannot be opened: {error.strerror}") from None
    with disk:
        size = path.stat().st_size
        if size == 0:
            raise RefusalError(file, "is empty", expected="a header and at least one row")
        if size > most:
            raise RefusalError(file, f"is {megabytes(size)}", expected=f"at most {megabytes(most)} for this format")
        progress = progress or Progress(size)
        progress.total = size
        start = disk.read(4)
        disk.seek(0)
        inner: IO[bytes] = disk
        if start.startswith(b"PK"):
            inner = _only_csv_in_zip(disk, file, most)
        elif start.startswith(b"\x1f\x8b"):
            inner = gzip.GzipFile(fileobj=disk)  # type: ignore[assignment]
        if inner is disk:
            why = f"grew past {megabytes(most)} while it was read"
        else:
            expansion = max(size * MAXIMUM_EXPANSION, EXPANSION_GRACE)
            why = (
                f"unpacks to more than {megabytes(most)}, the limit for this format"
                if most <= expansion
                else f"unpacks to more than {MAXIMUM_EXPANSION} times its size, as a zip bomb does"
            )
            most = min(most, expansion)
        yield io.BufferedReader(_Bounded(inner, disk, file, most, why, progress), 1 << 16)


def _only_csv_in_zip(disk: IO[bytes], file: str, most: int) -> IO[bytes]:
    try:
        archive = zipfile.ZipFile(disk)
    except zipfile.BadZipFile as error:
        raise RefusalError(file, f"the archive is damaged or cut short ({error})") from None
    names = archive.namelist()
    if "[Content_Types].xml" in names:
        raise RefusalError(file, "is a workbook or document", expected="a table saved as CSV")
    held = [
        entry
        for entry in archive.infolist()
        if not entry.is_dir() and not entry.filename.startswith("__MACOSX/") and entry.filename.lower().endswith(".csv")
    ]
    if len(held) != 1:
        raise RefusalError(file, f"the archive holds {len(held)} CSV files among {len(names)}", expected="exactly one")
    if held[0].flag_bits & 0x1:
        raise RefusalError(file, f"{held[0].filename} in the archive is encrypted", expected="an open archive")
    if held[0].file_size > most:
        raise RefusalError(
            file,
            f"{held[0].filename} in the archive says it unpacks to {megabytes(held[0].file_size)}",
            expected=f"at most {megabytes(most)} for this format",
        )
    try:
        return archive.open(held[0])
    except (NotImplementedError, RuntimeError) as error:
        raise RefusalError(file, f"the archive cannot be unpacked: {error}") from None


def lines(stream: IO[bytes], file: str, encoding: str = "utf-8") -> Iterator[str]:
    """The text lines of a stream, each with its line end; RefusalError names the first byte that is no text."""
    offset, number = 0, 0
    while raw := stream.readline(MAXIMUM_LINE):
        number += 1
        if number == 1:
            _refuse_other_kinds(raw, file)
            if raw.startswith(b"\xef\xbb\xbf"):
                raw, offset = raw[3:], 3
        if len(raw) == MAXIMUM_LINE and not raw.endswith(b"\n"):
            raise RefusalError(
                file, f"line {number} is longer than {MAXIMUM_LINE:,} bytes", expected="a table in lines"
            )
        if b"\0" in raw:
            at = offset + raw.index(b"\0")
            raise RefusalError(file, f"byte {at:,} (line {number}) is NUL: this is no text", expected="a CSV in UTF-8")
        try:
            yield raw.decode(encoding)
        except UnicodeDecodeError as error:
            at = offset + error.start
            raise RefusalError(
                file,
                f"byte {at:,} (line {number}, byte {error.start + 1} of it) is 0x{raw[error.start]:02x}, "
                f"which is not {encoding.upper()}",
                expected="UTF-8, or the encoding that it is in said with --encoding, such as cp1252",
            ) from None
        offset += len(raw)


def _refuse_other_kinds(start: bytes, file: str) -> None:
    for mark, name in _WIDE_MARKS.items():
        if start.startswith(mark):
            raise RefusalError(file, f"is in {name} (byte 0 is 0x{start[0]:02x})", expected="UTF-8; save it as such")
    for mark, name in _BINARY_MARKS.items():
        if start.startswith(mark):
            raise RefusalError(file, f"is {name}", expected="a CSV, plain, .gz or .zip")
