"""What the record says to claims about what became of a text."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from reading_votes import findings

from onrecord.checking.check import Checker

GAZA, IRAN, CYPRUS, FORCE = date(2025, 6, 6), date(2025, 9, 21), date(2026, 2, 1), date(2025, 11, 19)
outcomes = partial(findings, "outcome")

VETOED = "The draft S/2025/353 of 4 June 2025 got 14 votes in favour but was vetoed by the United States."
SHORT = (
    "The draft S/2025/561 of 19 September 2025 failed without a veto: it got four votes in favour, "
    "short of the nine it needed."
)
ADOPTED = "Resolution 2803 was adopted on 17 November 2025 (13-0-2)."

SETTLED = [
    # text, article's date, verdict, reason
    ("On Wednesday the Security Council adopted a Gaza ceasefire text.", GAZA, "contradicted", VETOED),
    ("On Wednesday a Gaza ceasefire text failed in the Security Council.", GAZA, "supported", VETOED),
    ("On Wednesday the Security Council rejected a Gaza ceasefire text.", GAZA, "supported", VETOED),
    ("On Wednesday a Gaza ceasefire resolution was not adopted.", GAZA, "supported", VETOED),
    ("On Friday a resolution to keep Iran free of sanctions was vetoed.", IRAN, "contradicted", SHORT),
    ("The Security Council on Monday authorised a force for Gaza.", FORCE, "supported", ADOPTED),
    ("The Gaza resolution was vetoed on Monday.", FORCE, "contradicted", ADOPTED),
    (
        "On Friday the Security Council wound up its force in Cyprus.",
        CYPRUS,
        "contradicted",
        "Resolution 2815 of 30 January 2026 did not do that: its subject is “extension of the mandate of the UN "
        "Peacekeeping Force in Cyprus (UNFICYP) until 31 Jan. 2027”.",
    ),
]


@pytest.mark.parametrize(("text", "when", "verdict", "reason"), SETTLED, ids=[row[0] for row in SETTLED])
def test_verdict_and_reason(checker: Checker, text: str, when: date, verdict: str, reason: str) -> None:
    found = outcomes(checker, text, when)[-1]
    assert (str(found.verdict), found.reason) == (verdict, reason)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # nothing of the kind was voted on, or the words may mean something else
        ("On Monday the Council condemned the traffic in Geneva.", FORCE),
        ("On Monday the mayor was told to leave; the United Nations took no part in it.", FORCE),
        # several texts, and only one of them is found
        ("On Monday the Council authorised a force for Gaza. Three drafts had failed before.", FORCE),
        # an ending that no text speaks of
        ("The sanctions on Iran were lifted on Friday. The Council had met.", IRAN),
    ],
)
def test_words_that_no_vote_bears_out_are_no_contradiction(checker: Checker, text: str, when: date) -> None:
    assert [f for f in outcomes(checker, text, when) if str(f.verdict) == "contradicted"] == []


def test_an_amendment_is_not_held_against_its_text(checker: Checker) -> None:
    found = outcomes(checker, "Resolution 2728 was adopted on Monday; a Russian amendment failed.", date(2024, 3, 27))
    assert [str(f.verdict) for f in found if "amendment" in f.text] in ([], ["unsettled"], ["supported"])
