"""Labelled passages on figures, seats and rules: how many are met, and that nothing true is contradicted.

Each line of `tests/passages/*.jsonl` has a text, a date and labels in the form that `onrecord check` is scored by.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.checking.check import check_text
from onrecord.checking.finding import Finding

PASSAGES = Path(__file__).resolve().parents[1] / "passages"
KINDS = frozenset({"figure", "membership", "rule"})
LEAST_MET = 0.93


def labelled(name: str) -> Iterator[tuple[dict[str, Any], list[Finding]]]:
    for line in (PASSAGES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        on = date.fromisoformat(passage["date"]) if passage["date"] else None
        yield passage, [f for f in check_text(passage["text"], date=on).findings if f.kind in KINDS]


def meeting(passage: dict[str, Any], label: dict[str, Any], findings: list[Finding]) -> list[Finding]:
    start = passage["text"].index(label["anchor"])
    end = start + len(label["anchor"])
    return [
        f
        for f in findings
        if f.kind in label["kinds"] and 2 * (min(f.end, end) - max(f.start, start)) >= len(label["anchor"])
    ]


@pytest.mark.parametrize("name", ["figures", "memberships", "rules"])
def test_the_labels_are_met(name: str) -> None:
    required = met = 0
    for passage, findings in labelled(name):
        for label in passage["claims"]:
            if not label.get("optional") and KINDS & set(label["kinds"]):
                required += 1
                accepted = label["verdict"].split("|")
                met += any(f.verdict in accepted for f in meeting(passage, label, findings))
    assert met >= LEAST_MET * required, f"{met} of {required}"


@pytest.mark.parametrize("name", ["figures", "memberships", "rules"])
def test_nothing_is_contradicted_that_no_label_contradicts(name: str) -> None:
    false = [
        (passage["id"], finding.text)
        for passage, findings in labelled(name)
        for finding in findings
        if finding.verdict == "contradicted"
        and not any(
            "contradicted" in label["verdict"] and meeting(passage, label, [finding]) for label in passage["claims"]
        )
    ]
    assert false == []
