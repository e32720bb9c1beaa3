"""Which words a verdict is on: of a count the wrong part alone, of a veto not what somebody thinks of it."""

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


@pytest.mark.parametrize(
    ("said", "of_record"),
    [
        ("The American veto was a disgrace.", "The American veto"),
        ("The American veto shows contempt for the dead.", "The American veto"),
        ("The US use of the veto power embodies its contempt for the law.", "The US use of the veto power"),
        ("Britain's vote in favour was a betrayal of Israel.", "Britain's vote in favour"),
        ("The 14-1 vote was a humiliation.", "The 14-1 vote"),
        ("The only veto was the work of Washington.", "The only veto was the work of Washington"),
    ],
)
def test_what_somebody_thinks_of_a_vote_is_no_part_of_what_is_supported(
    checker: Checker, said: str, of_record: str
) -> None:
    found = checker.check(f"On Wednesday the Council voted on Gaza. {said}", date=date(2025, 6, 5)).findings
    assert [(f.verdict, f.text) for f in found] == [("supported", of_record)]


@pytest.mark.parametrize("said", ["The Russian veto never came", "Russia's veto stayed in the drawer"])
def test_that_a_veto_was_not_cast_is_underlined_whole(checker: Checker, said: str) -> None:
    found = checker.check(f"On Wednesday the Council voted on Gaza. {said}.", date=date(2025, 6, 5)).findings
    assert [(f.verdict, f.text) for f in found] == [("supported", said)]
