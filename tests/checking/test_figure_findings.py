"""Figures held against the record's series: what is found, what is said of it, and where nothing is said."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from reading_votes import findings

from onrecord.checking.check import Checker
from onrecord.checking.finding import Verdict, Why

JUNE_2025 = date(2025, 6, 5)
figures = partial(findings, "figure")

SETTLED = [
    # text, article's date, verdict
    ("About 1.9 million people in Gaza have been displaced.", date(2023, 12, 9), Verdict.UNSETTLED),
    ("About 2.9 million people in Gaza have been displaced.", date(2023, 12, 9), Verdict.CONTRADICTED),
    (
        "Over 54,000 people in Gaza have been killed, and the famine that was declared in March goes on.",
        JUNE_2025,
        Verdict.SUPPORTED,
    ),
    ("More than 54,000 people have been killed in Gaza.", JUNE_2025, Verdict.SUPPORTED),
    ("A year into the war 41,800 people had been killed in Gaza.", JUNE_2025, Verdict.SUPPORTED),
    ("A year into the war 61,800 people had been killed in Gaza.", JUNE_2025, Verdict.CONTRADICTED),
    ("On day 100 the toll in Gaza was 24,000.", JUNE_2025, Verdict.SUPPORTED),
    ("Researchers put the death toll in Gaza at 64,000.", JUNE_2025, Verdict.UNSETTLED),
    ("Since the vote 20,000 people have been killed in Gaza.", JUNE_2025, Verdict.UNSETTLED),
    ("Since the vote 90,000 people have been killed in Gaza.", JUNE_2025, Verdict.CONTRADICTED),
    ("When the truce began, 48,000 had been killed in Gaza.", JUNE_2025, Verdict.UNSETTLED),
    ("Israel's war has killed 20,000 people in Gaza.", JUNE_2025, Verdict.CONTRADICTED),
    ("The death toll in Gaza has passed 60,000.", JUNE_2025, Verdict.CONTRADICTED),
    ("More than 54,000 dead, say the Hamas numbers.", JUNE_2025, Verdict.SUPPORTED),
    ("More than 54,000 dead by the ministry's count.", JUNE_2025, Verdict.SUPPORTED),
    ("More than 94,000 dead by the ministry's count.", JUNE_2025, Verdict.CONTRADICTED),
    ("The ministry's list of the dead in Gaza has passed 54,000.", JUNE_2025, Verdict.SUPPORTED),
    (
        "12,654 civilians killed that the monitors could verify. Kyiv still stands.",
        date(2025, 2, 25),
        Verdict.SUPPORTED,
    ),
    ("The General Assembly met. At the end of 1994 there were 185 members.", None, Verdict.SUPPORTED),
    ("The General Assembly met. At the end of 1994 there were 175 members.", None, Verdict.CONTRADICTED),
    ("There were 51 states when the UN was born.", None, Verdict.SUPPORTED),
    ("There were 61 states when the UN was born.", None, Verdict.CONTRADICTED),
    (
        "The dead of Syria were counted again. In August 2014 the UN human rights office put the number at 191,369.",
        None,
        Verdict.SUPPORTED,
    ),
    ("In Gaza the number of the dead stands at nearly 55,000.", JUNE_2025, Verdict.SUPPORTED),
    ("By the end of 2023 the toll in Gaza stood at 21,822.", JUNE_2025, Verdict.SUPPORTED),
    ("In Syria 2,000,000 people have been killed, says the Observatory.", date(2021, 7, 1), Verdict.CONTRADICTED),
    ("At the end of 1995 Jordan had 1.3 million Palestine refugees.", None, Verdict.SUPPORTED),
    ("In 2000 there were 3.7 million Palestine refugees.", None, Verdict.DEPENDS),
    ("In 2000 there were 9 million Palestine refugees.", None, Verdict.CONTRADICTED),
    ("The United Nations had 51 member states when it was founded.", None, Verdict.SUPPORTED),
    ("In ten years of war 306,000 civilians were killed in Syria.", JUNE_2025, Verdict.UNSETTLED),
    ("Washington's annual gift to Israel is $3.8 billion.", JUNE_2025, Verdict.SUPPORTED),
    ("And we give Israel 3.8 billion a year.", JUNE_2025, Verdict.SUPPORTED),
    ("Every year $3.8bn flows from Washington to Israel.", JUNE_2025, Verdict.SUPPORTED),
    ("Washington's ten-year deal with Israel is worth $42 billion.", JUNE_2025, Verdict.CONTRADICTED),
    ("The previous memorandum with Israel promised $30 billion.", JUNE_2025, Verdict.SUPPORTED),
    ("Under the memorandum Israel gets $33 billion in military grants.", JUNE_2025, Verdict.UNSETTLED),
    ("The Organization stands at 195 members, says the United Nations.", JUNE_2025, Verdict.CONTRADICTED),
    ("In 1960 the United Nations had 120 member states.", None, Verdict.CONTRADICTED),
    ("The United Nations has 99 members.", date(1961, 1, 10), Verdict.SUPPORTED),
    ("The United Nations has 108 members.", date(1962, 5, 10), Verdict.UNSETTLED),
    ("The United Nations has 120 members.", date(1962, 5, 10), Verdict.CONTRADICTED),
    ("By the end of 1961 the United Nations had 99 members.", date(1962, 5, 10), Verdict.CONTRADICTED),
    ("The United Nations is forty next week. It now has 159 members.", date(1985, 10, 18), Verdict.SUPPORTED),
    ("The United Nations is forty next week. It now has 179 members.", date(1985, 10, 18), Verdict.CONTRADICTED),
    ("American military aid to Israel comes to $3.3 billion a year.", date(2023, 5, 1), Verdict.SUPPORTED),
    ("In fiscal 2021 US aid to Israel was $3.3 billion.", date(2023, 5, 1), Verdict.SUPPORTED),
    ("In fiscal 2021 US aid to Israel was $3.8 billion.", date(2023, 5, 1), Verdict.DEPENDS),
    ("In fiscal 2021 US aid to Israel was $8 billion.", date(2023, 5, 1), Verdict.CONTRADICTED),
    ("Between 1949 and 1996 the United States gave Israel $68 billion in aid.", None, Verdict.SUPPORTED),
]


@pytest.mark.parametrize(("text", "on", "verdict"), SETTLED)
def test_a_figure_is_settled_at_the_texts_date_else_the_articles(
    checker: Checker, text: str, on: date | None, verdict: Verdict
) -> None:
    assert [f.verdict for f in figures(checker, text, on)] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "An air strike on Gaza City killed 48 people on Tuesday.",
        "Of the dead in Gaza 18,000 are children.",
        "The war could kill 100,000 people in Gaza.",
        "Have 60,000 people been killed in Gaza?",
        "If 60,000 people have been killed in Gaza, who counted them?",
        "Some 200 trucks a day reach Gaza, where people are killed for flour.",
        "Twelve members backed the text, and 54 states spoke.",
        "193 states voted, and 60,000 people watched.",
        "Israel sold chips worth $3.8 billion.",
    ],
)
def test_what_no_series_measures_is_no_finding(checker: Checker, text: str) -> None:
    assert figures(checker, text, JUNE_2025) == []


@pytest.mark.parametrize(
    ("text", "on", "why"),
    [
        ("At least 150,000 people have been killed in Sudan.", JUNE_2025, Why.NOT_COVERED),
        ("In the war of 2014 some 2,200 people were killed in Gaza.", JUNE_2025, Why.NOT_COVERED),
        ("More than 60,000 people have been killed in Gaza.", None, Why.AMBIGUOUS),
    ],
)
def test_a_place_or_time_beyond_the_series_is_unsettled(checker: Checker, text: str, on: date | None, why: Why) -> None:
    assert [(f.verdict, f.why) for f in figures(checker, text, on)] == [(Verdict.UNSETTLED, why)]


def test_the_evidence_names_the_row_and_its_value(checker: Checker) -> None:
    (finding,) = figures(checker, "More than 54,000 people have been killed in Gaza.", JUNE_2025)
    assert [(row.table, row.id, row.value) for row in finding.evidence] == [
        ("figures", "gaza-killed-moh:2025-06-05", 54677)
    ]


def test_reported_speech_is_a_finding_with_its_speaker(checker: Checker) -> None:
    (finding,) = figures(checker, "The mayor said that 90,000 people had been killed in Gaza.", JUNE_2025)
    assert (finding.verdict, finding.said_by) == (Verdict.CONTRADICTED, "The mayor")
