"""Many ways of saying one thing: the tables in `ways`, one for a kind of claim.

A line at the margin is a date and what the text says first, `date | words` (`-` where there is none). Each indented
line below it is said next; behind its arrow stand the verdicts of that kind of finding in it, in order, or `nothing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from onrecord.checking.check import Checker

WAYS = Path(__file__).with_name("ways")


@dataclass(frozen=True, slots=True)
class Way:
    kind: str
    when: date | None
    first: str
    sentence: str
    verdicts: str


def ways() -> list[Way]:
    rows: list[Way] = []
    for file in sorted(WAYS.glob("*.txt")):
        when, first = None, ""
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                sentence, _, verdicts = line.strip().rpartition(" => ")
                rows.append(Way(file.stem, when, first, sentence, verdicts))
            elif line.strip() and not line.startswith("#"):
                told, _, first = line.partition("|")
                when, first = None if told.strip() == "-" else date.fromisoformat(told.strip()), first.strip()
    return rows


TABLE = ways()


@pytest.mark.parametrize("way", TABLE, ids=[f"{way.kind}: {way.sentence}" for way in TABLE])
def test_each_way_is_found_and_settled(checker: Checker, way: Way) -> None:
    text = f"{way.first} {way.sentence}".strip()
    start = len(text) - len(way.sentence)
    findings = checker.check(text, date=way.when).findings
    said = [f.verdict for f in findings if f.kind == way.kind and f.start >= start]
    assert (" ".join(said) or "nothing") == way.verdicts
