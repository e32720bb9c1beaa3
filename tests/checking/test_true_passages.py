"""What is truly told of several votes in one breath is never called wrong: the passages of `true_passages.txt`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.checking.check import Checker
from onrecord.checking.finding import Verdict


def table() -> list[tuple[str, str]]:
    """Each passage with its date, "-" where it has none; a backslash and an "n" in it end a paragraph."""
    lines = Path(__file__).with_name("true_passages.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.partition(" | ") for line in lines if line.strip() and not line.startswith("#")]
    return [(when.strip(), text.replace("\\n", "\n")) for when, _, text in rows]


TABLE = table()


@pytest.mark.parametrize(("when", "text"), TABLE, ids=[text[:60] for _, text in TABLE])
def test_nothing_that_is_true_is_contradicted(checker: Checker, when: str, text: str) -> None:
    findings = checker.check(text, date=None if when == "-" else date.fromisoformat(when)).findings
    assert [f"{f.text}: {f.reason}" for f in findings if f.verdict is Verdict.CONTRADICTED] == []
    assert sum(f.verdict is Verdict.SUPPORTED for f in findings) > 0
