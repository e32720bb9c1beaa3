"""What a check says: findings with verdict, evidence and reason (contract `onrecord.check/1`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

SCHEMA = "onrecord.check/1"


class ClaimKind(StrEnum):
    POSITION = "position"
    TALLY = "tally"
    OUTCOME = "outcome"
    COUNT = "count"
    GENERALISATION = "generalisation"
    SPONSORSHIP = "sponsorship"
    MEMBERSHIP = "membership"
    RULE = "rule"
    REFERENCE = "reference"
    FIGURE = "figure"


class Verdict(StrEnum):
    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DEPENDS = "depends"
    UNSETTLED = "unsettled"


class Why(StrEnum):
    """Why a claim is unsettled."""

    NOT_COVERED = "not_covered"
    """The record does not reach this body, time or measure."""
    NOT_FOUND = "not_found"
    """The record covers the matter and no event fits."""
    AMBIGUOUS = "ambiguous"
    """Several events fit and they disagree."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of the record that bears on a finding; fields that do not apply are None."""

    table: str
    """`vote_events`, `memberships`, `figures`, `rules`, `sponsors` or `counting_rules`."""
    id: str
    """The row's key: a vote event's id, `unsc:KEN:2021-01-01`, `gaza-killed-moh:2025-06-04`, a rule's id."""
    source: str
    """Whose fact it is, as a reader would cite it."""
    date: date | None = None
    symbol: str | None = None
    draft: str | None = None
    resolution: str | None = None
    tally: str | None = None
    """`yes-no-abstain`, vote events only."""
    value: float | None = None
    """Figures only."""
    says: str | None = None
    """The row in a few words, where its fields alone do not speak."""
    url: str | None = None

    @property
    def vote_event(self) -> str | None:
        return self.id if self.table == "vote_events" else None


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of the text that asserts something a record can settle, and what the record says."""

    start: int
    end: int
    """Unicode code points, end exclusive."""
    text: str
    kind: ClaimKind
    claim: Mapping[str, Any]
    """The claim as read, as plain values."""
    verdict: Verdict
    reason: str
    evidence: tuple[Evidence, ...] = ()
    why: Why | None = None
    said_by: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Quotation:
    start: int
    end: int
    text: str
    speaker: str | None
    cue: str | None


@dataclass(frozen=True, slots=True)
class ArticleDate:
    value: date | None
    basis: str
    """`given`, `metadata`, `inferred` or `unknown`."""


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    id: str
    source: str | None
    """Where the text came from: a path, a URL, `-`."""
    text: str
    date: ArticleDate
    findings: tuple[Finding, ...]
    quotations: tuple[Quotation, ...] = ()
    title: str | None = None
    url: str | None = None

    @property
    def sha256(self) -> str:
        """Of the UTF-8 text, in hexadecimal."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Check:
    """The answer to one call: `documents` in input order, and the record that answered."""

    record_version: str
    as_of: Mapping[str, date]
    documents: tuple[CheckedDocument, ...]
    schema: str = field(default=SCHEMA)
