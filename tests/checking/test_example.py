"""The column that comes with the project is answered as its README shows."""

from __future__ import annotations

from pathlib import Path

from onrecord.checking.check import Checker
from onrecord.checking.finding import Verdict

COLUMN = Path(__file__).resolve().parents[2] / "examples" / "column.txt"


def test_only_what_the_column_gets_wrong_is_contradicted(checker: Checker) -> None:
    findings = checker.check(COLUMN.read_text(encoding="utf-8")).findings
    wrong = [finding.text for finding in findings if finding.verdict is Verdict.CONTRADICTED]
    assert [text[:40] for text in wrong] == [
        "Since October 2023 the Americans have bl",
        "Russia and China vetoed resolution 2735,",
    ]
    assert sum(finding.verdict is Verdict.SUPPORTED for finding in findings) >= 11
