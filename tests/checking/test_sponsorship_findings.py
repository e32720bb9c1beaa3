"""What the record says to claims of sponsorship, by the conventions: the lead, the list, what is not known."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from reading_votes import findings

from onrecord.checking.check import Checker

SUDAN, SPACE, GAZA, HAITI = date(2024, 11, 19), date(2024, 4, 26), date(2024, 3, 27), date(2025, 10, 3)
sponsorships = partial(findings, "sponsorship")

SETTLED = [
    # text, article's date, verdict, reason
    (
        "On Monday Russia vetoed a draft on Sudan tabled by Britain and Sierra Leone.",
        SUDAN,
        "supported",
        "Sierra Leone and the United Kingdom put forward the draft S/2024/826 of 18 November 2024.",
    ),
    (
        "On Monday Russia vetoed a draft on Sudan. Norway had tabled it.",
        SUDAN,
        "contradicted",
        "The draft S/2024/826 of 18 November 2024 was put forward by Sierra Leone and the United Kingdom; "
        "Norway is not on the official list of sponsors.",
    ),
    (
        "On Monday Russia vetoed a draft on Sudan. Norway had not tabled it.",
        SUDAN,
        "supported",
        "The draft S/2024/826 of 18 November 2024 was put forward by Sierra Leone and the United Kingdom; "
        "Norway is not on the official list of sponsors.",
    ),
    (
        "On Wednesday Russia vetoed a text on weapons in space. Argentina drafted it.",
        SPACE,
        "depends",
        "Argentina is on the list of sponsors of the draft S/2024/302 of 24 April 2024, "
        "but Japan and the United States put it forward.",
    ),
    (
        "On Wednesday Russia vetoed a text on weapons in space. Argentina co-sponsored it.",
        SPACE,
        "supported",
        "Argentina is on the list of sponsors of the draft S/2024/302 of 24 April 2024.",
    ),
    (
        "On Wednesday Russia vetoed a text on weapons in space. Sixty-five states had co-sponsored it.",
        SPACE,
        "supported",
        "The official list names 65 sponsors of the draft S/2024/302 of 24 April 2024.",
    ),
    (
        "On Wednesday Russia vetoed a text on weapons in space. Ninety states had co-sponsored it.",
        SPACE,
        "contradicted",
        "The official list names 65 sponsors of the draft S/2024/302 of 24 April 2024.",
    ),
    (
        "Resolution 2728 was put forward by the ten elected members.",
        GAZA,
        "supported",
        "Resolution 2728 of 25 March 2024 was put forward by Mozambique for the elected members.",
    ),
    (
        "Resolution 598 was drafted by the five permanent members.",
        date(1987, 8, 1),
        "unsettled",
        "The record does not say who sponsored resolution 598 of 20 July 1987.",
    ),
    (
        "Resolution 1244 was drafted by Belgium.",
        date(1999, 7, 1),
        "unsettled",
        "The record's list of the sponsors of resolution 1244 of 10 June 1999 is not complete; it names Canada, "
        "France, Germany, Italy, Japan, Russia, the United Kingdom and the United States.",
    ),
]


@pytest.mark.parametrize(("text", "when", "verdict", "reason"), SETTLED, ids=[row[0] for row in SETTLED])
def test_verdict_and_reason(checker: Checker, text: str, when: date, verdict: str, reason: str) -> None:
    found = sponsorships(checker, text, when)[-1]
    assert (str(found.verdict), found.reason) == (verdict, reason)


def test_a_nationality_that_says_what_a_text_is_about_is_no_finding(checker: Checker) -> None:
    assert sponsorships(checker, "On Monday Russia vetoed the Sudanese text.", SUDAN) == []


def test_a_nationality_in_passing_is_no_finding(checker: Checker) -> None:
    assert sponsorships(checker, "At the United Nations the American draft is on everybody's lips.", HAITI) == []


def test_the_assembly_has_no_list_of_sponsors(checker: Checker) -> None:
    text = "On Wednesday the General Assembly adopted a resolution on Ukraine, drafted by Lithuania."
    found = sponsorships(checker, text, date(2022, 3, 4))[0]
    assert (str(found.verdict), str(found.why)) == ("unsettled", "not_covered")
