"""A checked document as plain values, in the shape of the contract `onrecord.check/1`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from onrecord.checking.finding import SCHEMA, CheckedDocument, Evidence, Finding, Quotation


def record_values(version: str, as_of: Mapping[str, date]) -> dict[str, Any]:
    return {"version": version, "as_of": dict(as_of)}


def heading_values(version: str, as_of: Mapping[str, date]) -> dict[str, Any]:
    """What says which schema and which record answered."""
    return {"schema": SCHEMA, "record": record_values(version, as_of)}


def document_values(document: CheckedDocument) -> dict[str, Any]:
    return {
        "id": document.id,
        "source": document.source,
        "title": document.title,
        "url": document.url,
        "sha256": document.sha256,
        "date": {"value": document.date.value, "basis": document.date.basis},
        "text": document.text,
        "findings": [_finding_values(finding) for finding in document.findings],
        "quotations": [_quotation_values(quotation) for quotation in document.quotations],
    }


def encode(values: Any) -> str:
    """JSON on one line."""
    return msgspec.json.encode(values).decode("utf-8")


def encode_indented(values: Any) -> str:
    """JSON for people to read as well."""
    return msgspec.json.format(msgspec.json.encode(values), indent=1).decode("utf-8")


def _finding_values(finding: Finding) -> dict[str, Any]:
    return {
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "kind": finding.kind,
        "claim": finding.claim,
        "said_by": finding.said_by,
        "verdict": finding.verdict,
        "why": finding.why,
        "reason": finding.reason,
        "evidence": [_evidence_values(evidence) for evidence in finding.evidence],
        "confidence": finding.confidence,
    }


def _evidence_values(evidence: Evidence) -> dict[str, Any]:
    return {
        "vote_event": evidence.vote_event,
        "date": evidence.date,
        "tally": evidence.tally,
        "source": evidence.source,
        "url": evidence.url,
        "table": evidence.table,
        "id": evidence.id,
        "symbol": evidence.symbol,
        "draft": evidence.draft,
        "resolution": evidence.resolution,
        "value": evidence.value,
        "says": evidence.says,
    }


def _quotation_values(quotation: Quotation) -> dict[str, Any]:
    return {
        "start": quotation.start,
        "end": quotation.end,
        "text": quotation.text,
        "speaker": quotation.speaker,
        "cue": quotation.cue,
    }
