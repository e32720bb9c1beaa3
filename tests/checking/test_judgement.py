"""Whether a claim holds of one vote event: the sentences of `judged.txt`, each held against the event above them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.checking.check import Checker
from onrecord.checking.judgement import judge
from onrecord.reading.claims.vote import Outcome, Position, Sponsor, Tally
from onrecord.reading.read import read


@dataclass(frozen=True, slots=True)
class Judged:
    event: str
    text: str
    holds: str


def table() -> list[Judged]:
    rows: list[Judged] = []
    event = ""
    for line in Path(__file__).with_name("judged.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            text, _, holds = line.strip().partition(" => ")
            rows.append(Judged(event, text, holds))
        elif line.strip() and not line.startswith("#"):
            event = line.strip()
    return rows


def judged(checker: Checker, event: str, text: str) -> str:
    """What is judged of the sentence's claims, in their order: `yes`, `no`, `depends`, `unknown`."""
    docket = checker.dockets["unga" if event.startswith("A/") else "unsc"]
    claims = [c for c in read(text, checker.lexicon).claims if isinstance(c, Position | Tally | Outcome | Sponsor)]
    return " ".join(str(judge(claim, docket.by_id[event], docket).holds) for claim in claims)


TABLE = table()


@pytest.mark.parametrize("row", TABLE, ids=[f"{row.event} {row.text}" for row in TABLE])
def test_a_claim_holds_of_a_vote_or_not(checker: Checker, row: Judged) -> None:
    assert judged(checker, row.event, row.text) == row.holds


def test_the_table_has_every_answer() -> None:
    assert {row.holds for row in TABLE} == {"yes", "no", "depends", "unknown"}
