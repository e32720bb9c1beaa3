"""One input to its rendered answer: read, check, render. What cannot be used becomes a refusal, not an end.

Everything here is a plain value that travels between processes, so that a stream can be shared among several.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from onrecord.checking.check import check_text
from onrecord.checking.finding import CheckedDocument, Verdict
from onrecord.errors import OnrecordError
from onrecord.reading.document import Document, document_from_bytes, read_document
from onrecord.reading.jsonl import Line, read_article
from onrecord.record.store import open_record
from onrecord.report.formats import Report, Style, make_report, setting_for, title_of, verdicts_of

_PATH_WEIGHS = 1_000_000
"""Bytes that a file not yet read counts as: each travels alone."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """An article that was read already (standard input)."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an input has no answer, in one line."""

    message: str


Source = str | Bytes | Line | Refusal
"""A path, bytes at hand, a line of JSON lines, or what could not even be opened."""


@dataclass(frozen=True, slots=True)
class Question:
    """One input and its place among all, from 1."""

    place: int
    source: Source


@dataclass(frozen=True, slots=True)
class Wish:
    """How every answer of a run is to be made."""

    format: str
    given_date: date | None = None
    """Taken for documents that are not given one of their own."""
    style: Style = field(default_factory=Style)


@dataclass(frozen=True, slots=True)
class Answer:
    title: str
    verdicts: Mapping[Verdict, int]
    rendered: str


@dataclass(frozen=True, slots=True)
class _Prepared:
    given_date: date | None
    report: Report


_prepared: list[_Prepared] = []


def prepare(wish: Wish) -> Report:
    """Open the record and the report once for this process."""
    report = make_report(wish.format, setting_for(open_record(), wish.style))
    _prepared[:] = [_Prepared(wish.given_date, report)]
    return report


def answer(question: Question) -> Answer | Refusal:
    """The answer to one input after `prepare`; every failure is a refusal, for the rest of a stream goes on."""
    prepared = _prepared[0]
    if isinstance(question.source, Refusal):
        return question.source
    try:
        checked = _check(_document(question.source), prepared.given_date)
        rendered = prepared.report.document(checked, question.place)
    except OnrecordError as error:
        return Refusal(" ".join(str(error).split()))
    except Exception as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(at.filename).name}, line {at.lineno}"
        said = " ".join(f"{type(error).__name__}: {error}".split())
        return Refusal(f"{_named(question.source)}: a fault in onrecord itself ({said}; {where})")
    return Answer(title_of(checked), verdicts_of(checked), rendered)


def weigh(question: Question) -> int:
    """The bytes to read."""
    source = question.source
    if isinstance(source, Line):
        return len(source.data or b"")
    return len(source.data) if isinstance(source, Bytes) else _PATH_WEIGHS


def _document(source: str | Bytes | Line) -> Document:
    if isinstance(source, Line):
        return read_article(source)
    if isinstance(source, Bytes):
        return document_from_bytes(source.data, source.name)
    return read_document(source)


def _check(document: Document, given_date: date | None) -> CheckedDocument:
    checked = check_text(
        document.prose or document.text,
        date=document.given_date or given_date,
        id=document.id,
        source=document.source,
        metadata_date=document.metadata_date,
        title=document.title,
        url=document.url,
    )
    return _in_words_of_the_text(checked, document.text) if document.prose else checked


def _in_words_of_the_text(checked: CheckedDocument, text: str) -> CheckedDocument:
    """What was found in a text with its markup covered, said of the text itself; offsets are the same."""
    return replace(
        checked,
        text=text,
        findings=tuple(replace(each, text=text[each.start : each.end]) for each in checked.findings),
        quotations=tuple(replace(each, text=text[each.start : each.end]) for each in checked.quotations),
    )


def _named(source: str | Bytes | Line) -> str:
    if isinstance(source, Line):
        return f"{source.file}, line {source.number:,}"
    name = source.name if isinstance(source, Bytes) else source
    return "standard input" if name == "-" else name
