"""What extractors pass over cheaply holds nothing: asked of every word, they read the same claims."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from onrecord.reading import date_grammar, naming
from onrecord.reading.attribution import may_report, reported_by
from onrecord.reading.dates import find_dates
from onrecord.reading.extract import (
    acts,
    citations,
    generalisations,
    membership_predicates,
    own_nation,
    position_ellipsis,
    positions,
    rule_rows,
    shares,
    sizes,
    sponsorship,
    tally_parts,
)
from onrecord.reading.lexicon import Lexicon, lexicon
from onrecord.reading.phrasing import Fixed, words_of
from onrecord.reading.read import read
from onrecord.reading.sentences import sentences
from onrecord.record.store import open_record

TESTS = Path(__file__).resolve().parents[1]


class Every(frozenset[str]):
    """A set that has whatever it is asked for."""

    def __contains__(self, _: object) -> bool:
        return True

    def isdisjoint(self, _: object) -> bool:
        return False


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return lexicon(open_record().aliases)


def texts() -> list[str]:
    told = (TESTS / "reading" / "votes_told.txt").read_text(encoding="utf-8").splitlines()
    passages = [
        json.loads(line)["text"]
        for file in sorted((TESTS / "passages").glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    return [*passages, *(line.partition("=>")[0] for line in told if "=>" in line)]


def test_dates_are_found_wherever_their_forms_stand() -> None:
    anchors = date_grammar.anchors()
    odd = "FY24, FY2024 and fy 24; '68, since '45, d'oh; ten_x; twenty-fifth of May; the fall; mid-1990s; x'68; 2020s"
    for text in (*texts(), odd):
        assert [m.span() for m in anchors.finditer(text)] == [m.span() for m in anchors.pattern.finditer(text)]


def test_no_sentence_tells_a_time_or_who_says_so_without_a_word_for_it() -> None:
    for text in texts():
        for span in sentences(text):
            sentence = text[span.start : span.end]
            words = words_of(sentence)
            assert date_grammar.may_stand_in(sentence, words) or not find_dates(sentence), sentence
            assert may_report(words) or reported_by(sentence) is None, sentence


def test_no_claim_begins_at_a_word_that_is_passed_over(words: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [read(text, words) for text in texts()]
    for module, name in (
        (generalisations, "opens"),
        (generalisations, "may_open"),
        (naming, "opens"),
        (own_nation, "_may_speak"),
        (shares, "may_be_share"),
        (tally_parts, "_may_count"),
    ):
        monkeypatch.setattr(module, name, lambda *_: True)
    for module, name in (
        (sponsorship, "OPENING_KINDS"),
        (tally_parts, "OPENING_KINDS"),
        (positions, "LABELS"),
        (positions, "LEANING_KINDS"),
        (positions, "OPENING_KINDS"),
        (position_ellipsis, "LEANING_KINDS"),
        (acts, "NOUNS"),
    ):
        monkeypatch.setattr(module, name, Every())
    monkeypatch.setattr(citations, "MAY_CITE", re.compile(""))
    differing = [
        text for text, reading in zip(texts(), before, strict=True) if read(text, words).claims != reading.claims
    ]
    assert before
    assert not differing


def test_the_rows_that_may_fit_are_those_whose_every_need_a_sentence_meets() -> None:
    sentences_of = [words_of(text[span.start : span.end]) for text in texts() for span in sentences(text)]
    for index in (*rule_rows.rule_rows(), membership_predicates._rows(), sizes._rows()):
        for words in sentences_of[::7]:
            met = [row for row in index._rows if not any(need.isdisjoint(words) for need in row.phrase.needs)]
            assert index.fitting(words) == met


def test_every_phrase_of_the_tables_compiles() -> None:
    for index in (*rule_rows.rule_rows(), membership_predicates._rows(), sizes._rows()):
        for row in index._rows:
            phrase = row.phrase
            compiled = [phrase.pattern] if isinstance(phrase, Fixed) else [phrase.before, phrase.after]
            assert all(pattern.flags for pattern in compiled)
