"""`--format json`: one JSON object with every document (contract `onrecord.check/1`)."""

from __future__ import annotations

from onrecord.checking.finding import CheckedDocument
from onrecord.report.formats import Report, Setting, Totals
from onrecord.report.values import document_values, encode, encode_indented, heading_values


class OneObject:
    separator = ",\n"
    has_title = False

    def __init__(self, setting: Setting) -> None:
        self._heading = heading_values(setting.version, setting.as_of)

    def start(self, title: str | None) -> str:
        return encode(self._heading).removesuffix("}") + ',"documents":[\n'

    def document(self, document: CheckedDocument, place: int) -> str:
        return encode_indented(document_values(document))

    def finish(self, totals: Totals) -> str:
        return "\n]}\n"


def make(setting: Setting) -> Report:
    return OneObject(setting)
