"""Which clauses behind a semicolon, a dash or ", and" are read as sentences of their own."""

from __future__ import annotations

import pytest

from onrecord.checking.check import Checker
from onrecord.reading.read import read

APART = [
    ["China abstained on resolution 2803", "the draft of 18 September was vetoed by the United States."],
    ["Denmark was elected until the end of 2026", "Chad's term ended in 2015."],
    ["Nobody was against the text", "the Council met again in June."],
    ["The Council heard nobody that day", "a Cuban draft got three votes."],
]
TOGETHER = [
    "Thirteen were in favour; China abstained.",
    "Chad voted no in May; so did Mali in June.",
    "Chad voted against a resolution in 1990; Mali did so twice, in 1991.",
    "The embargo had held since July 2018; that day Chad abstained.",
    "Ten members voted for it; three votes, two abstentions, Chad's among the two.",
    "If Chad votes no; the Council will meet in May.",
    "Chad barred the door on 4 May against the north; on 5 May against the south.",
    "It is the first veto of the year; the first that Moscow has cast since 2020.",
    "They asked whether Chad had abstained (Mali had; the Council met in May).",
    "Is it true that Chad abstained; the Council met in May?",
]


def cut(checker: Checker, text: str) -> list[str]:
    return [text[s.start : s.end] for s in read(text, checker.lexicon).sentences]


@pytest.mark.parametrize("mark", ["; ", ", and ", " – "])
@pytest.mark.parametrize("parts", APART, ids=" ".join)
def test_a_clause_that_names_what_it_tells_of_is_read_by_itself(checker: Checker, parts: list[str], mark: str) -> None:
    assert cut(checker, mark.join(parts)) == parts


@pytest.mark.parametrize("text", TOGETHER)
def test_one_that_goes_on_about_what_stands_before_it_is_not(checker: Checker, text: str) -> None:
    assert cut(checker, text) == [text]


def test_a_text_told_of_behind_and_is_the_one_before(checker: Checker) -> None:
    text = "Chad and Mali abstained on it, and the draft fell."
    assert cut(checker, text) == [text]
    assert len(cut(checker, text.replace(", and", ";"))) == len(["Chad and Mali abstained on it", "the draft fell."])


def test_who_says_it_says_each(checker: Checker) -> None:
    text = "The Council met on 4 May; China vetoed the draft of 18 September, the minister said."
    sentences = read(text, checker.lexicon).sentences
    assert [bool(s.said_by) for s in sentences] == [True, True]
