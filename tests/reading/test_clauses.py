"""Which noun phrase is a verb's subject, over what is inserted, embedded or joined."""

from __future__ import annotations

from functools import lru_cache

import pytest

from onrecord.reading.clauses import clause_end, subject
from onrecord.reading.lexicon import Lexicon, lexicon
from onrecord.reading.read import read
from onrecord.record.layers import SHIPPED, Layers
from onrecord.record.store import Record


@lru_cache(maxsize=1)
def words() -> Lexicon:
    return lexicon(Record(Layers((SHIPPED,))).aliases)


SUBJECTS = [
    # sentence, verb, its subject
    ("The draft failed.", "failed", "The draft"),
    ("Peru, one of the elected members, drafted the text.", "drafted", "Peru"),
    ("Peru, unlike Chile, abstained.", "abstained", "Peru"),
    ("A bid by Peru to extend the mandate failed on Friday.", "failed", "A bid"),
    ("The draft Peru tabled failed.", "tabled", "Peru"),
    ("The draft Peru tabled failed.", "failed", "The draft"),
    ("The text that Peru and Chile tabled failed.", "failed", "The text"),
    ("The text that Peru and Chile tabled failed.", "tabled", "Peru and Chile"),
    ("Officials said that the text was vetoed.", "vetoed", "the text"),
    ("Peru tabled a text, and on Monday it failed.", "failed", "it"),
    ("The Council met and adopted the text.", "adopted", "The Council"),
    ("After weeks of talks, the Council adopted the text.", "adopted", "the Council"),
    ("It was the Peruvian text that passed.", "passed", "the Peruvian text"),
    ("Peru, which wrote the text, kept silent.", "wrote", "Peru"),
    ("The second, shorter one failed.", "failed", "The second, shorter one"),
    ("Wednesday's renewal passed.", "passed", "Wednesday's renewal"),
    ("Neither was adopted.", "adopted", "Neither"),
    ("The Peruvian and Chilean drafts failed.", "failed", "The Peruvian and Chilean drafts"),
    ("More than a hundred states co-sponsored it.", "co-sponsored", "More than a hundred states"),
]


@pytest.mark.parametrize(("text", "verb", "expected"), SUBJECTS)
def test_the_subject_of_a_verb(text: str, verb: str, expected: str) -> None:
    reading = read(text, words())
    sentence, found = reading.sentences[0], reading.phrases[0]
    at = next(i for i, chunk in enumerate(sentence.chunks) if chunk.lower == verb)
    noun = subject(sentence, found, at)
    assert noun is not None
    assert text[sentence.chunks[noun.first].start : sentence.chunks[noun.last].end] == expected


@pytest.mark.parametrize(
    ("text", "verb", "last"),
    [
        ("Peru tabled a text on Monday, and Chile abstained.", "tabled", "Monday"),
        ("Peru tabled a text on Monday while Chile slept.", "tabled", "Monday"),
        ("The text Peru tabled failed.", "tabled", "tabled"),
        ("Peru tabled a text with Chile and Brazil.", "tabled", "Brazil"),
    ],
)
def test_the_end_of_a_verbs_clause(text: str, verb: str, last: str) -> None:
    reading = read(text, words())
    sentence, found = reading.sentences[0], reading.phrases[0]
    at = next(i for i, chunk in enumerate(sentence.chunks) if chunk.lower == verb)
    assert sentence.chunks[clause_end(sentence, found, at)].text == last
