"""The claim in an answer, as plain values: the body, members by code, numbers that may be nought."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from onrecord.checking.check import Checker

AMERICAN_VETO = "On 4 June 2025 the United States vetoed a draft on Gaza. "
CLAIMS = [
    (
        AMERICAN_VETO,
        {"body": "unsc", "members": ["USA"], "members_as_written": "United States", "choice": "veto"},
    ),
    (
        f"{AMERICAN_VETO}France and Britain voted for it.",
        {"body": "unsc", "members": ["FRA", "GBR"], "members_as_written": "France and Britain", "choice": "yes"},
    ),
    (
        "On 2 March 2022 the General Assembly deplored the invasion, and Eritrea voted against.",
        {"body": "unga", "members": ["ERI"], "members_as_written": "Eritrea", "choice": "no"},
    ),
    (
        "The Security Council adopted resolution 2254 on 18 December 2015 by 15 votes to none.",
        {"body": "unsc", "yes": {"value": 15, "step": 1.0}, "no": {"value": 0, "step": 1, "in_words": True}},
    ),
    (
        "More than 43,000 people have been killed in Gaza.",
        {
            "measure": "killed",
            "place": "gaza",
            "number": {"value": 43000, "step": 1000.0, "hedge": "over"},
            "words": "More than 43,000",
            "series": ["gaza-killed-moh"],
        },
    ),
]


def claims(checker: Checker, text: str) -> list[dict[str, Any]]:
    return [dict(finding.claim) for finding in checker.check(text, date=date(2025, 6, 5)).findings]


@pytest.mark.parametrize(("text", "claim"), CLAIMS)
def test_a_claim_says_what_the_text_asserts(checker: Checker, text: str, claim: dict[str, Any]) -> None:
    found = claims(checker, text)
    assert claim in found, found
