"""`--format jsonl`: one JSON object a document, with the schema and the record (contract `onrecord.check/1`)."""

from __future__ import annotations

from onrecord.checking.finding import CheckedDocument
from onrecord.report.formats import Report, Setting, Totals
from onrecord.report.values import document_values, encode, heading_values


class JsonLines:
    separator = ""
    has_title = False

    def __init__(self, setting: Setting) -> None:
        self._heading = heading_values(setting.version, setting.as_of)

    def start(self, title: str | None) -> str:
        return ""

    def document(self, document: CheckedDocument, place: int) -> str:
        return encode(self._heading | document_values(document)) + "\n"

    def finish(self, totals: Totals) -> str:
        return ""


def make(setting: Setting) -> Report:
    return JsonLines(setting)
