"""The gate lets through every text that speaks of the United Nations' votes, however it is written, and little else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.checking.check import Checker
from onrecord.checking.gate import STEMS, worth_reading

PASSAGES = Path(__file__).resolve().parents[1] / "passages"


def test_no_passage_is_shut_out_that_something_would_be_found_in(
    checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [
        json.loads(line)["text"]
        for file in sorted(PASSAGES.glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    shut_out = [text for text in texts if not worth_reading(text)]
    assert len(shut_out) < len(texts)
    monkeypatch.setattr("onrecord.checking.check.worth_reading", lambda _: True)
    assert not [text for text in shut_out if checker.check(text).findings]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow vetoed it.", "VETOED AGAIN", "“Vetoed,” said the envoy", "#veto", "veto", "\nVeto\n", "a non-veto",
        "it ve\u00adtoed the text", "it ve\u200dtoed", "he said\u2014veto", "de U.N.", "U.N.-backed", "the UN",
        "the UN’s envoy", "(P5)", "$3.8 billion", "$3.8billion", "non-permanent", "non‑permanent", "a no-fly zone",
        "IN\u00a0FAVOUR", "4 abstentions", "The Security Council met.", "the general assembly", "resolution 242",
        "It passed by a vote of 14 to one.", "More than 36,000 had been killed in Gaza.", "$3.8bn in military aid",
        "one of the five permanent members", "The U.N. has 193 member states.", "Fourteen were in favour.",
        "It ended seven for, none against.", "Eleven for, nobody against.",
    ],
)  # fmt: skip
def test_a_word_of_the_matter_opens_it_however_it_is_written(text: str) -> None:
    assert worth_reading(text)


@pytest.mark.parametrize(
    "text",
    [
        "", " \n", "The baker opens at six.", "Hungary won the match.", "She studied clocks.", "An under-21 side.",
        "He undid the knot.", "Arsenal beat Chelsea 3-1 on Wednesday.",
        "Rain is forecast for the weekend, and the trains run late.",
        "They devoted a week to it.", "Der Bäcker öffnet um sechs.", "\ud800", "\x00\x01",
    ],
)  # fmt: skip
def test_other_words_leave_it_shut(text: str) -> None:
    assert not worth_reading(text)


def test_stems_are_written_as_the_gate_reads_them() -> None:
    assert all(set(stem) <= set("abcdefghijklmnopqrstuvwxyz5 ") for stem in STEMS)
