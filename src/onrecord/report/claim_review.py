"""`--format claimreview`: one schema.org ClaimReview a finding, as JSON-LD.

Types and properties from https://schema.org/ClaimReview. The rating is in words only and rates the passage: no
author and no outlet is named as the maker of a claim, so that no aggregator can score one.
"""

from __future__ import annotations

from typing import Any

from onrecord.checking.finding import CheckedDocument, Evidence, Finding
from onrecord.report.formats import Report, Setting, Totals
from onrecord.report.values import encode_indented
from onrecord.report.words import address, capital, passage_identifier, symbol, text_identifier, verdict, web_address


class ClaimReviews:
    separator = ",\n"
    has_title = False

    def __init__(self, setting: Setting) -> None:
        self._record = f"onrecord, record {setting.version}"

    def start(self, title: str | None) -> str:
        return '{"@context":"https://schema.org","@graph":[\n'

    def document(self, document: CheckedDocument, place: int) -> str:
        return self.separator.join(encode_indented(self._review(document, finding)) for finding in document.findings)

    def finish(self, totals: Totals) -> str:
        return "\n]}\n"

    def _review(self, document: CheckedDocument, finding: Finding) -> dict[str, Any]:
        return {
            "@type": "ClaimReview",
            "@id": passage_identifier(document, finding),
            "author": {"@type": "Organization", "name": "onrecord"},
            "claimReviewed": finding.text,
            "itemReviewed": {"@type": "Claim", "text": finding.text, "appearance": _appearance(document)},
            "reviewRating": {
                "@type": "Rating",
                "alternateName": capital(verdict(finding)),
                "ratingExplanation": finding.reason,
            },
            "reviewBody": finding.reason,
            "inLanguage": "en",
            "isBasedOn": [_row(evidence) for evidence in finding.evidence],
            "creditText": self._record,
        }


def _appearance(document: CheckedDocument) -> dict[str, Any]:
    work: dict[str, Any] = {"@type": "CreativeWork", "identifier": [document.id, text_identifier(document)]}
    if document.title:
        work["headline"] = document.title
    if url := web_address(document.url):
        work["url"] = url
    if document.date.value:
        work["datePublished"] = document.date.value
    return work


def _row(evidence: Evidence) -> dict[str, Any]:
    work: dict[str, Any] = {"@type": "CreativeWork", "identifier": evidence.id, "name": symbol(evidence) or evidence.id}
    if evidence.date:
        work["temporalCoverage"] = evidence.date.isoformat()
    if said := evidence.says or evidence.tally:
        work["description"] = said
    if url := address(evidence):
        work["url"] = url
    work["creditText"] = evidence.source
    return work


def make(setting: Setting) -> Report:
    return ClaimReviews(setting)
