"""What the record says to a numbered resolution with its year, date or subject."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from reading_votes import findings

from onrecord.checking.check import Checker

NOW = date(2025, 11, 20)
references = partial(findings, "reference")

SETTLED = [
    # text, verdict, reason
    ("Resolution 1701 was passed on 11 August 2006.", "supported", None),
    ("Resolution 1701, which the Council adopted in August 2006, stands.", "supported", None),
    ("Resolution 1701, which the Council adopted in July 2006, stands.", "contradicted", None),
    ("Resolution 1701 was born in August 2006.", "supported", None),
    ("Resolution 1701 had been passed on 11 August.", "supported", None),
    ("Resolution 1701 had been passed on 12 August.", "contradicted", None),
    ("The Council's resolution 955 was unpopular in Kigali. It created the tribunal for Rwanda.", "supported", None),
    (
        "The Council's resolution 955 was unpopular in Kigali. It created the tribunal for Yugoslavia.",
        "contradicted",
        None,
    ),
    ("It was in May 2006 that the Council adopted resolution 1701.", "contradicted", None),
    ("In June 2024 the Council called for a ceasefire (resolution 2735).", "supported", None),
    ("In May 2024 the Council called for a ceasefire (resolution 2735).", "contradicted", None),
    ("On Monday 13 members of the Council voted for the plan. It is numbered 2803.", "supported", None),
    ("On Monday 13 members of the Council voted for the plan. It is numbered 2805.", "contradicted", None),
    ("SCR 1701 dates from August 2006.", "supported", None),
    ("Res. 1701 (2005) stands.", "contradicted", None),
    ("UNSC 1701 of August 2006 stands.", "supported", None),
    ("The regime dates from March 2015 and resolution 2206.", "supported", None),
    ("The regime dates from May 2014 and resolution 2206.", "contradicted", None),
    ("The Council acted on Ebola in 2014 (resolution 2177).", "supported", None),
    ("The Council acted on Ebola in 2016 (resolution 2177).", "contradicted", None),
    ("Dec 2006: Res. 1737, first sanctions on Iran", "supported", None),
    ("Mar 2008: Res. 1737, first sanctions on Iran", "contradicted", None),
    ("Resolution 2231 was adopted eight years ago.", "contradicted", None),
    ("Waldheim was recommended under resolution 306, at Christmas 1976.", "contradicted", None),
    ("Last June the text went through as resolution 2803.", "contradicted", None),
    ("In 1962, when the Assembly first asked for sanctions in resolution 1761, few listened.", "supported", None),
    ("It was resolution 1973 that allowed the bombing of Libya.", "supported", None),
    ("Resolution 1244 was the Kosovo resolution.", "supported", None),
    ("Resolution 1701 ended the war. The settlements resolution is 2334.", "supported", None),
    ("Resolution 1701 ended the war. The Haiti resolution is 2334.", "contradicted", None),
    ("Resolution 2231 endorsed the nuclear deal with Iran.", "supported", None),
    ("Resolution 2231 endorsed the peace plan for Yemen.", "contradicted", None),
    ("Resolution 1696 was followed by resolution 1737 in December 2006.", "supported", None),
    ("Resolution 1701 of 2006 ended the war in Lebanon.", "supported", None),
    ("After resolution 1160 came the tests in India and Pakistan (1172, of 1998).", "supported", None),
    ("Resolution 1701 (2006) stands.", "supported", "Resolution 1701 was adopted on 11 August 2006."),
    ("Resolution 1701 of 2005 stands.", "contradicted", "Resolution 1701 was adopted on 11 August 2006, not in 2005."),
    (
        "Resolution 1701 of July 2006 stands.",
        "contradicted",
        "Resolution 1701 was adopted on 11 August 2006, not in July 2006.",
    ),
    (
        "Resolution 1701 of 12 August 2006 stands.",
        "contradicted",
        "Resolution 1701 was adopted on 11 August 2006, not on 12 August.",
    ),
    ("Monday's resolution, number 2803, stands.", "supported", "Resolution 2803 was adopted on 17 November 2025."),
    (
        "In 2003 the Security Council adopted resolution 1441.",
        "contradicted",
        "Resolution 1441 was adopted on 8 November 2002, not in 2003.",
    ),
    (
        "Draft S/2025/353 of 4 June 2025 was vetoed.",
        "supported",
        "The draft S/2025/353 was put to the vote on 4 June 2025.",
    ),
    (
        "Resolution 1325, on women and peace, stands.",
        "supported",
        "Resolution 1325 was adopted on 31 October 2000; its subject is “women and peace and security”.",
    ),
    (
        "Resolution 1701 (2006) extended the mission in Haiti.",
        "contradicted",
        None,
    ),
    (
        "Resolution 1696 demanded that North Korea stop its missile tests.",
        "contradicted",
        None,
    ),
    (
        "General Assembly resolution 3379 (1975) stands.",
        "supported",
        "A/RES/3379(XXX) was adopted on 10 November 1975.",
    ),
    ("Resolution 9000 of 2031 stands.", "unsettled", None),
]


@pytest.mark.parametrize(("text", "verdict", "reason"), SETTLED, ids=[row[0] for row in SETTLED])
def test_verdict_and_reason(checker: Checker, text: str, verdict: str, reason: str | None) -> None:
    found = references(checker, text, NOW)[0]
    assert str(found.verdict) == verdict
    if reason is not None:
        assert found.reason == reason


def test_a_number_beyond_the_record_is_not_covered(checker: Checker) -> None:
    found = references(checker, "Resolution 2899 of December 2026 is about Mali.", date(2027, 1, 5))[0]
    assert str(found.why) == "not_covered"


def test_days_on_which_sources_differ_leave_it_open(checker: Checker) -> None:
    found = references(checker, "On 13 July 1960 resolution 143 asked Belgium to leave the Congo.", None)[0]
    assert str(found.verdict) == "depends"


def test_a_bare_number_may_be_the_assemblys(checker: Checker) -> None:
    found = references(checker, "Resolution 2758 gave China's seat to Beijing in 1971.", NOW)[0]
    assert (str(found.verdict), found.evidence[0].id) == ("supported", "A/RES/2758(XXVI)")


def test_another_text_of_the_same_days_shows_a_wrong_number(checker: Checker) -> None:
    found = references(checker, "In December 1996 Kofi Annan was appointed under resolution 1091.", NOW)[0]
    assert (str(found.verdict), {e.resolution for e in found.evidence}) == (
        "contradicted",
        {"S/RES/1090", "S/RES/1091"},
    )


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the United States cited resolution 242.",
        "The mandate under resolution 2790 ends in December 2026.",
        "House Resolution 894 was adopted in 2023; the United Nations was not amused.",
    ],
)
def test_dates_and_numbers_of_other_things_are_no_finding(checker: Checker, text: str) -> None:
    assert references(checker, text, NOW) == []
