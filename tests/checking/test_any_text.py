"""Whatever the text, a check answers, always the same, with stretches that stand in it: jumbles of the vocabulary."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.checking.check import Checker
from onrecord.checking.finding import CheckedDocument, Verdict
from onrecord.reading.table import phrases, rows
from onrecord.record.layers import SHIPPED, Layers
from onrecord.record.store import Record

CHECKER = Checker(Record(Layers((SHIPPED,))))
A_HANG = timedelta(seconds=30)
"""Far more than any text of this size takes."""

TABLES = ("words.csv", "number_words.csv", "calendar_words.csv", "membership_words.csv", "rule_words.csv", "eras.csv",
          "figure_measures.csv", "hedges.csv", "aid_words.csv", "shares.csv", "reporting.csv")  # fmt: skip
WORDS = sorted({words for name in TABLES for row in rows(name) for words in phrases(row.get("words") or "")})
VERBS = sorted({form for row in rows("verbs.csv") for form in row.values() if form})
MEMBERS = sorted({alias.alias for alias in CHECKER.record.aliases})
NUMBERS = ("0", "1", "9", "13", "14-1-0", "1,200", "36,000", "2735", "1325 (2000)", "1.9 million", "$3.8bn", "third",
           "45th", "half", "1" * 40, "13 to none", "١٤", "½", "1e9", "-3", "14:1")  # fmt: skip
DATES = ("4 June 2025", "on Wednesday", "since October", "in 1999", "yesterday", "31 February 2024", "2024-02-30",
         "1/1/0001", "9999", "in the 1990s", "7 October 2023", "last month", "since 7 October")  # fmt: skip
TEXTS = ("S/2024/173", "resolution 2735", "resolutions 1737 and 1747", "A/RES/ES-11/1", "the draft", "S/RES/99999",
         "Resolution 242 of 1967", "the Algerian text", "S/PV.23", "resolution")  # fmt: skip
BODIES = ("the Security Council", "the General Assembly", "the Human Rights Council", "NATO", "Parliament", "UNRWA")
MARKS = (".", ",", ";", ":", "?", "!", "(", ")", "—", "–", "-", "'", '"', "“", "”", "’", "/", "\n", "\n\n", "…", "%",
         "\t", "\r\n", "#", "* ", "> ", "|", "&", "<b>", "\\")  # fmt: skip
UNSEEN = ("\xa0", "\xad", "\u200b", "\u200e", "\u200f", "\u202b", "\u202c", "\u2066", "\u2069", "\ufeff", "\u0301",
          "\U0001f1fa\U0001f1f8", "\U0001f44d", "\x00", "\u2028", "\udcff", "ﬁ", "İ", "ß", "Ǆ")  # fmt: skip

SAYINGS = ("vetoed", "abstained", "voted for", "voted against", "the only", "never", "for the first time", "it",
           "by 13 votes to 2", "unanimously", "was adopted", "killed in Gaza", "more than any other", "said that",
           "and", "but", "they", "had", "not", "the other 14", "all five permanent members", "is a member of",
           "needs nine votes")  # fmt: skip

TOKEN = st.one_of(
    *map(st.sampled_from, (WORDS, VERBS, MEMBERS, NUMBERS, DATES, TEXTS, BODIES, MARKS, UNSEEN, SAYINGS, SAYINGS))
)
JOINT = st.sampled_from((" ", " ", " ", " ", "", "\xa0", ", ", ". "))
DAY = st.none() | st.dates()


@st.composite
def jumbles(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.tuples(TOKEN, JOINT), max_size=45))
    return "".join(f"{token}{joint}" for token, joint in parts)


def holds_together(document: CheckedDocument, text: str) -> None:
    assert document.text == text
    for finding in document.findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text == finding.text.strip()
        assert finding.reason.endswith(".")
        assert (finding.why is not None) == (finding.verdict is Verdict.UNSETTLED)
        assert 0 <= finding.confidence <= 1
    for quotation in document.quotations:
        assert text[quotation.start : quotation.end] == quotation.text
    assert [f.start for f in document.findings] == sorted(f.start for f in document.findings)


@settings(max_examples=120, deadline=A_HANG, suppress_health_check=list(HealthCheck))
@given(jumbles(), DAY)
def test_any_jumble_of_the_vocabulary_is_answered(text: str, when: date | None) -> None:
    first = CHECKER.check(text, date=when)
    holds_together(first, text)
    assert CHECKER.check(text, date=when) == first


@settings(max_examples=60, deadline=A_HANG, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=300), DAY)
def test_any_text_at_all_is_answered(text: str, when: date | None) -> None:
    holds_together(
        CHECKER.check(f"The Security Council {text} vetoed {text}", date=when),
        f"The Security Council {text} vetoed {text}",
    )


ENDS = [
    "The draft got two noes:",
    "It lost with three against its own",
    "Two abstentions –",
    "Japan put a text to the council",
    "For it voted everyone except Syria",
    "There were three vetoes, British, French and American, and",
]


@pytest.mark.parametrize("end", ENDS)
def test_a_text_may_end_anywhere(end: str) -> None:
    assert CHECKER.check(f"The Security Council voted on a draft resolution. {end}").text.endswith(end)


TOLD = Path(__file__).resolve().parents[1] / "reading" / "votes_told.txt"
ONE_IN = 15
"""Sentences, of which one is cut behind every word."""


def test_a_sentence_may_be_cut_behind_any_word() -> None:
    sentences = [line.partition(" =>")[0] for line in TOLD.read_text(encoding="utf-8").splitlines() if " =>" in line]
    for words in map(str.split, sentences[::ONE_IN]):
        for count in range(1, len(words)):
            cut = " ".join(words[:count])
            assert CHECKER.check(cut).text == cut
