"""What every report has in common, and the list of them; each is a module that renders and decides nothing.

A report is written in parts, so that a stream of any length can be answered document by document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import PurePath
from typing import Protocol

from onrecord.checking.datelines import dateline
from onrecord.checking.finding import Check, CheckedDocument, Verdict
from onrecord.errors import InputError
from onrecord.record.store import Record, open_record

FORMATS: dict[str, str] = {
    "text": "onrecord.report.terminal",
    "html": "onrecord.report.page",
    "json": "onrecord.report.one_object",
    "jsonl": "onrecord.report.json_lines",
    "claimreview": "onrecord.report.claim_review",
    "annotations": "onrecord.report.annotations",
}
"""Format name to the module with its `make(setting) -> Report`."""
_FIRST_LINE = re.compile(r"\s*([^\n]{3,120}[^\n.,;:])[ \t]*\n[ \t]*\n\s*\S")


@dataclass(frozen=True, slots=True)
class Style:
    """How the terminal wants its text."""

    colour: bool = False
    width: int | None = None
    """Columns to fill; None leaves lines unbroken."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report may draw on beside the documents."""

    version: str
    """The record's."""
    as_of: Mapping[str, date]
    body_names: Mapping[str, str]
    record: Record
    style: Style = Style()


@dataclass(slots=True)
class Totals:
    """What a whole run found, for a closing line."""

    documents: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)

    def add(self, verdicts: Mapping[Verdict, int]) -> None:
        self.documents += 1
        self.verdicts.update(verdicts)


class Report(Protocol):
    """Parts of one answer: `start`, then the documents that are not "" parted by `separator`, then `finish`."""

    separator: str
    has_title: bool
    """Whether `start` makes use of its title, which takes two documents to know."""

    def start(self, title: str | None) -> str:
        """What stands before the first document; `title` is what the documents are called together."""

    def document(self, document: CheckedDocument, place: int) -> str:
        """One document, the `place`-th of the input, counted from 1."""

    def finish(self, totals: Totals) -> str:
        """What stands after the last document."""


def setting_for(record: Record, style: Style | None = None) -> Setting:
    names = {body.id: body.short_name for body in record.bodies.values()}
    return Setting(record.version, record.as_of, names, record, style or Style())


def make_report(format: str, setting: Setting) -> Report:
    """The report called `format`; InputError where there is none of that name."""
    if format not in FORMATS:
        raise InputError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    report: Report = import_module(FORMATS[format]).make(setting)
    return report


def render(check: Check, format: str, record: Record | None = None, style: Style | None = None) -> str:
    """A whole check in one of the formats; seat plans come from `record`, else from the shipped one."""
    report = make_report(format, setting_for(record or open_record(), style))
    return "".join(_parts(report, check.documents))


def headline(titles: Iterable[str]) -> str | None:
    """What documents with these titles are called together, of which the first two are enough."""
    listed = [*titles]
    return (f"{listed[0]} and others" if len(listed) > 1 else listed[0]) if listed else None


def title_of(document: CheckedDocument) -> str:
    """What to call a document before readers: its title, else its id; of a file the heading above its text, else its
    name without the folders it lies in.
    """
    if document.title or document.id != document.source:
        return document.title or document.id
    return _heading(document.text) or file_name(document.id)


def file_name(path: str) -> str:
    return "Standard input" if path == "-" else PurePath(path).name or path


def _heading(text: str) -> str | None:
    """The first line, where it stands alone above a text and is neither a sentence nor a date."""
    match = _FIRST_LINE.match(text)
    return match[1] if match and " " in match[1] and dateline(match[1]) is None else None


def verdicts_of(document: CheckedDocument) -> Counter[Verdict]:
    return Counter(finding.verdict for finding in document.findings)


def _parts(report: Report, documents: Iterable[CheckedDocument]) -> Iterable[str]:
    documents = list(documents)
    totals = Totals()
    yield report.start(headline(map(title_of, documents[:2])))
    gap = ""
    for place, document in enumerate(documents, start=1):
        if part := report.document(document, place):
            yield gap + part
            gap = report.separator
        totals.add(verdicts_of(document))
    yield report.finish(totals)
