"""The reason of every finding: the sentences of `reasons.txt`, each with what a check says to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from onrecord.checking.check import Checker
from onrecord.checking.finding import ClaimKind, Finding, Verdict, Why

FILE = Path(__file__).with_name("reasons.txt")
LONGEST = 420
"""Characters of a reason."""
NO_NAMES = 12
"""Names in a row that no reader wants to count."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text of the table, the date of its article, and the findings that it has, as the table writes them."""

    when: date | None
    text: str
    findings: tuple[str, ...]


def table() -> list[Told]:
    rows: list[Told] = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(" "):
            last = rows.pop()
            rows.append(Told(last.when, last.text, (*last.findings, line.strip())))
        else:
            day, _, text = line.partition(" | ")
            rows.append(Told(None if day == "-" else date.fromisoformat(day), text, ()))
    return rows


def written(finding: Finding) -> str:
    why = f" ({finding.why})" if finding.why is not None else ""
    return f"{finding.kind} {finding.verdict}{why}: {finding.reason}"


TABLE = table()
REASONS = sorted({line.partition(": ")[2] for told in TABLE for line in told.findings})


@pytest.mark.parametrize("told", TABLE, ids=[told.text for told in TABLE])
def test_a_text_is_answered_in_these_words(checker: Checker, told: Told) -> None:
    found = checker.check(told.text, date=told.when).findings
    assert "\n".join(map(written, found)) == "\n".join(told.findings)


def test_the_table_has_every_kind_verdict_and_why() -> None:
    heads = [line.partition(": ")[0] for told in TABLE for line in told.findings]
    assert {head.split()[0] for head in heads} == set(ClaimKind)
    assert {head.split()[1] for head in heads} == set(Verdict)
    assert {head.partition("(")[2].rstrip(")") for head in heads if "(" in head} == set(Why)


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_is_one_sentence_of_bearable_length(reason: str) -> None:
    assert re.match(r"[A-Z“]", reason)
    assert reason.endswith(".")
    assert len(re.findall(r"[a-z)”]\. [A-Z]", reason)) == 0
    assert len(reason) <= LONGEST
    assert reason.count(", ") < NO_NAMES


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_has_no_slips(reason: str) -> None:
    assert "  " not in reason
    assert not re.search(r"\b(?:None|nan|True|False|unsc|unga|dhl|verdict|claim)\b", reason)
    assert not re.search(r"\b(?:1|one) (?:votes|vetoes|abstentions|texts|members|occasions|resolutions)\b", reason)
    assert not re.search(
        r"\b(?:two|three|four|\d\d) (?:vote|veto|abstention|text|member|occasion|resolution)\b", reason
    )
    assert not re.search(r"\b(\w+) \1\b", reason)
    assert not re.search(r" [,.;:)]|\(\)|\( |,,|;;|\.\.", reason)
