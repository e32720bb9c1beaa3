"""The phrases that say a rule, as `tables/rule_phrases.csv` has them, and the claim that one makes where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from onrecord.reading.claims.rule import Rule
from onrecord.reading.extract.figure_measures import piece
from onrecord.reading.extract.rule_circumstances import (
    WORDS,
    by_another_majority,
    earlier,
    of_old,
    of_procedure,
    told_of_the_past,
)
from onrecord.reading.extract.sizes import nearest_date
from onrecord.reading.parsed import Sentence
from onrecord.reading.phrasing import Around, Fixed, Index, Vocabulary
from onrecord.reading.table import class_pattern, phrases, rows

PHRASES = "rule_phrases.csv"
DATE_REACH = 60
"""Characters before a clause within which a date still belongs to it."""
NAMED = re.compile(r"\b(?:Council|UNSC)\b")
_CLAUSE = re.compile(r"\b(?:were|was|had|has|is|are|have)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    statement: str
    negated: bool
    body: str
    phrase: Fixed | Around


@dataclass(frozen=True, slots=True)
class Read:
    """A claim and the words that made it, which are fewer than its clause."""

    rule: Rule
    start: int
    end: int


def rule_words(kind: str) -> re.Pattern[str]:
    return class_pattern(WORDS, kind)


@cache
def rule_rows() -> tuple[Index[Row], Index[Row]]:
    """Those with a number in their phrase, and those without."""
    vocabulary = Vocabulary()
    for row in rows(WORDS):
        vocabulary.add_words(row["class"], phrases(row["words"]))
    vocabulary.patterns["holder"] += _named_aside(vocabulary.patterns["holders_names"])
    numbered: list[Row] = []
    plain: list[Row] = []
    for row in rows(PHRASES):
        if row["statement"].startswith("="):
            vocabulary.add_phrase(row["statement"][1:], row["phrase"])
            continue
        compiled = vocabulary.phrase(row["phrase"])
        target = numbered if isinstance(compiled, Around) else plain
        target.append(Row(row["statement"], row["negated"] == "yes", row["body"], compiled))
    return Index((row, row.phrase) for row in numbered), Index((row, row.phrase) for row in plain)


def _named_aside(names: str) -> str:
    """ "The five permanent members (China, France, …)": whom a rule is said of may be told in between."""
    listed = rf"(?:(?:(?:the|and|&) )*{names}(?:,? ?(?=[\w&])|(?!\w))){{3,5}}"
    return rf"(?: ?(?:\({listed}\)|, {listed},|(?:--|[—–-]) ?{listed} ?(?:--|[—–-])))?"


def make(sentence: Sentence, start: int, end: int, row: Row, **fields: Any) -> Read:
    first, last = piece(sentence.text, start, end)
    date = nearest_date(sentence, start)
    for chunk in sentence.dates:
        begins, ends = chunk.start - sentence.start, chunk.end - sentence.start
        if chunk.date is date and 0 < first - begins < DATE_REACH and not _CLAUSE.search(sentence.text, ends, first):
            first = begins
    if row.body == "unsc" and of_procedure(sentence.text, end):
        fields.setdefault("matter", "procedural")
    if row.statement == "elected by" and not row.negated and by_another_majority(sentence.text, start, end):
        row = replace(row, negated=True)
    rule = Rule(
        sentence.start + first, sentence.start + last, sentence.index, sentence.speaker_at(sentence.start + start),
        row.statement, row.body, date=earlier(sentence, start, date), negated=row.negated,
        names_body=NAMED.search(sentence.text) is not None, past=told_of_the_past(sentence, first, last),
        of_old=of_old(sentence, start, end), **fields,
    )  # fmt: skip
    return Read(rule, start, end)
