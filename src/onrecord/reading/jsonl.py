"""Articles as JSON lines, one object a line, read one at a time so that a stream of any length stays small."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from onrecord.errors import InputError
from onrecord.reading.document import MAXIMUM_BYTES, Document

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a JSON lines file, still as bytes; None where it was longer than the limit."""

    file: str
    number: int
    """From 1."""
    data: bytes | None


class _Article(msgspec.Struct):
    id: str | int
    text: str
    date: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None


@contextmanager
def open_lines(path: str) -> Iterator[BinaryIO]:
    """The file at `path`, or standard input for `-`; InputError where it cannot be opened."""
    if path == "-":
        yield sys.stdin.buffer
        return
    if Path(path).is_dir():
        raise InputError(f"{path} is a folder; --jsonl takes one file")
    try:
        file = open(path, "rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from None
    with file:
        yield file


def read_lines(stream: BinaryIO, file: str) -> Iterator[Line]:
    """Every line that is not blank, in order, each read when it is asked for."""
    shown = "standard input" if file == "-" else file
    number = 0
    while data := stream.readline(MAXIMUM_BYTES + 1):
        number += 1
        if len(data) > MAXIMUM_BYTES:
            _skip_rest(stream, data)
            yield Line(shown, number, None)
        elif data := (data.removeprefix(_MARK) if number == 1 else data).strip():
            yield Line(shown, number, data)


def read_article(line: Line) -> Document:
    """The article on the line; InputError names the file, the line and what is wrong with it."""
    where = f"{line.file}, line {line.number:,}"
    if line.data is None:
        raise InputError(f"{where}: longer than {MAXIMUM_BYTES:,} bytes, the most taken for one article")
    try:
        article = _DECODER.decode(line.data)
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: not UTF-8 text (byte {error.start:,})") from None
    except msgspec.ValidationError as error:
        raise InputError(f"{where}: {_in_words(str(error))}") from None
    except msgspec.DecodeError as error:
        raise InputError(f"{where}: not a JSON object ({str(error).removeprefix('JSON is malformed: ')})") from None
    if not article.text.strip():
        raise InputError(f"{where}: the text of {article.id!r} is empty")
    given = day_of(article.date, where) if article.date else None
    return Document(str(article.id), article.text, article.source, article.title, article.url, given_date=given)


_DECODER = msgspec.json.Decoder(_Article)


def _skip_rest(stream: BinaryIO, data: bytes) -> None:
    while data and not data.endswith(b"\n"):
        data = stream.readline(1 << 20)


def _in_words(problem: str) -> str:
    return problem[0].lower() + problem[1:].replace("`", '"').replace(" - at ", " at ")


def day_of(value: date | str, where: str) -> date:
    """The day that a date, a moment or words like "2025-06-05" mean; raises InputError, naming `where` it stood."""
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    try:
        return datetime.fromisoformat(value).date()
    except (ValueError, TypeError):
        raise InputError(f"{where}: {value!r} is not a date; write it as 2025-06-05") from None
