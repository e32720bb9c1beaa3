"""A count of which one part is right: the wrong part alone is contradicted."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.checking.check import Checker

SAHARA = date(2025, 11, 1)

SAID = [
    (
        "Last night twelve countries in the Security Council voted for the Western Sahara resolution, not one against.",
        [("contradicted", "voted for"), ("supported", "not one against")],
    ),
    (
        "Last night eleven countries in the Security Council voted for the Western Sahara resolution, not one against.",
        [("supported", "not one against")],
    ),
    (
        "Last night the Security Council voted on Western Sahara: twelve for, none against, three abstentions.",
        [("contradicted", "twelve for, none against, three abstentions")],
    ),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_what_is_wrong_of_a_count(checker: Checker, text: str, said: list[tuple[str, str]]) -> None:
    found = [f for f in checker.check(text, date=SAHARA).findings if str(f.kind) == "tally"]
    assert [str(f.verdict) for f in found] == [verdict for verdict, _ in said]
    assert all(words in f.text for f, (_, words) in zip(found, said, strict=True))
