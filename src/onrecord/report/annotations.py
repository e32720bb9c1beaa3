"""`--format annotations`: one W3C Web Annotation a finding, as a JSON-LD list.

After the Web Annotation Data Model (W3C Recommendation, 23 February 2017). The target is the article's address
where it has one, else the text's digest; positions count in the text as checked.
"""

from __future__ import annotations

from typing import Any

from onrecord.checking.finding import CheckedDocument, Finding
from onrecord.report.formats import Report, Setting, Totals
from onrecord.report.values import encode_indented
from onrecord.report.words import address, passage_identifier, text_identifier, verdict, web_address
from onrecord.version import __version__

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_QUOTED_AROUND = 32
"""Characters before and after a passage that tell it from the same words elsewhere."""


class Annotations:
    separator = ",\n"
    has_title = False

    def __init__(self, setting: Setting) -> None:
        self._generator = {"type": "Software", "name": f"onrecord {__version__}, record {setting.version}"}

    def start(self, title: str | None) -> str:
        return "[\n"

    def document(self, document: CheckedDocument, place: int) -> str:
        return self.separator.join(
            encode_indented(self._annotation(document, finding)) for finding in document.findings
        )

    def finish(self, totals: Totals) -> str:
        return "\n]\n"

    def _annotation(self, document: CheckedDocument, finding: Finding) -> dict[str, Any]:
        return {
            "@context": _CONTEXT,
            "id": passage_identifier(document, finding),
            "type": "Annotation",
            "motivation": "assessing",
            "generator": self._generator,
            "body": _bodies(finding),
            "target": {
                "type": "SpecificResource",
                "source": web_address(document.url) or text_identifier(document),
                "selector": _selectors(document.text, finding),
            },
        }


def _bodies(finding: Finding) -> list[dict[str, Any]]:
    words = {"type": "TextualBody", "format": "text/plain", "language": "en"}
    addresses = dict.fromkeys(url for evidence in finding.evidence if (url := address(evidence)))
    return [
        words | {"purpose": "classifying", "value": verdict(finding)},
        words | {"purpose": "assessing", "value": finding.reason},
        *({"type": "SpecificResource", "purpose": "linking", "source": url} for url in addresses),
    ]


def _selectors(text: str, finding: Finding) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": finding.start, "end": finding.end},
        {
            "type": "TextQuoteSelector",
            "exact": finding.text,
            "prefix": text[max(0, finding.start - _QUOTED_AROUND) : finding.start],
            "suffix": text[finding.end : finding.end + _QUOTED_AROUND],
        },
    ]


def make(setting: Setting) -> Report:
    return Annotations(setting)
