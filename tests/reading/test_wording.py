"""The clause that a reader takes a claim to be, around the words (in brackets) that were enough to read it."""

import pytest

from onrecord.reading.lexicon import lexicon
from onrecord.reading.parsed import Sentence
from onrecord.reading.read import read
from onrecord.reading.wording import clause
from onrecord.record.store import open_record

CLAUSES = [
    (
        "Two islands, in 1999 and 2000, had [Chinese abstentions] to swallow.",
        False,
        "Two islands, in 1999 and 2000, had Chinese abstentions to swallow",
    ),
    ("The mayor thought so, but in the end [Paris abstained].", False, "in the end Paris abstained"),
    (
        "It [passed with twelve votes], Russia and China abstaining.",
        False,
        "It passed with twelve votes, Russia and China abstaining",
    ),
    (
        "[Turkey stood alone] on Tuesday when the mandate came up, and left.",
        False,
        "Turkey stood alone on Tuesday when the mandate came up",
    ),
    (
        "Then his own text, put to the vote at midnight, [got four votes].",
        False,
        "his own text, put to the vote at midnight, got four votes",
    ),
    (
        "The plea was read out in full and [got three votes].",
        False,
        "The plea was read out in full and got three votes",
    ),
    ("[Four abstained]: Chad, Mali and Togo.", False, "Four abstained: Chad, Mali and Togo"),
    ("[Four abstained]: nobody knew why.", False, "Four abstained"),
    ("On Monday [China abstained], and Mali was angry about it.", False, "On Monday China abstained"),
    ("Ten countries backed [the Western text] in the end.", True, "the Western text in the end"),
    ("[Russia abstained]; the others were content.", False, "Russia abstained"),
]


def first_sentence(text: str) -> Sentence:
    return read(text, lexicon(open_record().aliases)).sentences[0]


@pytest.mark.parametrize(("marked", "named", "expected"), CLAUSES)
def test_a_claim_reaches_over_its_clause_and_no_further(marked: str, named: bool, expected: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    start, end = marked.index("["), marked.index("]") - 1
    sentence = first_sentence(text)
    begins, ends = clause(sentence, start, end, named=named)
    assert text[begins:ends] == expected


def test_it_stops_before_another_claim_of_its_kind() -> None:
    text = "Yes from Paris, no from Moscow."
    sentence = first_sentence(text)
    moscow = text.index("no from"), text.index(".")
    assert clause(sentence, 0, 3, [moscow]) == (0, text.index(","))
