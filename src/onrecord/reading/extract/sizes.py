"""How many members the Council has, how many of them permanent or elected, and for how many years they sit.

The phrases are in `tables/size_phrases.csv`, in the notation of `phrasing.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from onrecord.reading.claims.membership import Size
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.figure_measures import piece
from onrecord.reading.extract.membership_state import words_of_class
from onrecord.reading.numbers import NumberMention, find_numbers
from onrecord.reading.parsed import Sentence
from onrecord.reading.phrasing import Around, Index, Vocabulary, Words
from onrecord.reading.table import rows, word_sets

MEMORY = 2
"""Sentences for which the Council's size is still the topic."""
LARGEST = 30
ITS_SIZES = (11, 15)
"""Members that the Council has had, until 1965 and since."""
MOST = 24
"""Numbers of one sentence that are looked at."""
_COUNCIL = re.compile(r"\b(?:Security Council|Council|UNSC)\b")
MOST_ELECTED = 10
_BEFORE_THAT = re.compile(r"\b(?:before (?:that|then)|until then|previously)\b[^.;:]{0,30}\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:the )?(\w+)(?: \w+)? to \Z", re.IGNORECASE)
GREW_FROM = ("eleven", "11", "six", "6")
"""Members that the Council had before it grew, and those of them that were elected."""
_BEFORE_IT = re.compile(r"\b(?:before|until|prior to|till) [^,;.]{0,60}\Z", re.IGNORECASE)
_VOTED = re.compile(
    r"\b(?:vot\w+|abstain\w*|abstention\w*|vetoe?\w*|favou?r|against|backed|support\w*|oppos\w+|joined"
    r"|for company|in tow|on board|beside \w+|alongside"
    r"|(?:on|at|by) (?:its|his|her|their) side|(?:with|behind) (?:it|him|her|them))\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:would|could|should|might|may|must|want\w*|propos\w+|demand\w*|(?:call|ask)\w* for|plus|if|suppose)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:by|from|(?:work|text|draft|paper|initiative|idea|votes?|hands?|voices?|support|backing|names?|doing"
    r"|veto(?:es)?|noes|ayes|abstentions?|objections?|opposition|approval|consent|blessing) of) "
    r"(?:(?:the|all|only|just|its|some) )?\Z",
    re.IGNORECASE,
)
"""Before so many members that did something together."""
_PAST = re.compile(
    r"\b(?:(?<!has )(?<!have )had|were|was|numbered|consisted|comprised|counted|sat|stood|started|began|grew)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:once|original(?:ly)?|at first|in the beginning|to begin with|started|began|set out|was born)\b",
    re.IGNORECASE,
)
_WORDS = word_sets("rule_words.csv")
_FOR_GOOD = _WORDS["for_good"]
_BY_ELECTION = _WORDS["by_election"]

FOR_GOOD = 5
"""Permanent members."""
_BY_THEN = re.compile(
    r"\bhad\b(?: \w+){0,3} (?:raised|increased|expanded|enlarged|grown|risen|gone|widened|extended)\b"
)
"""Before the number to which the Council "had just grown" at a time when it had it."""
_OF_THEM = re.compile(r" of (?:them|those|these|whom|which)\b")


@dataclass(frozen=True, slots=True)
class _Row:
    what: str
    """`members`, `grown` (the Council became this large), `years` (of a term)."""
    kind: str | None
    only_when_said: bool
    """Whether the words mean the Council's size only where the text speaks of it already."""
    phrase: Around
    names_council: bool
    only_its_sizes: bool
    """Whether the words mean the Council only with a size that it has had."""


class Memory:
    """When the text last spoke of the Council and of its size."""

    __slots__ = ("council_at", "date", "kind", "size_at")

    def __init__(self) -> None:
        self.date: DateMention | None = None
        self.kind: str | None = None
        self.council_at = self.size_at = -99


def sizes(sentence: Sentence, memory: Memory, words: Words) -> list[Size]:
    """Claims in the order of the sentence."""
    text = sentence.text
    if not words.isdisjoint(("council", "unsc")) and _COUNCIL.search(text):
        memory.council_at = max(memory.council_at, sentence.index)
    if sentence.question or sentence.withdrawn or sentence.index - memory.council_at > MEMORY + 1:
        return []
    if "council" in words and "security" not in words and words_of_class("other_council").search(text):
        return []  # "The European Council had fifteen members in 1995"
    told = [c.date for c in sentence.dates if c.date is not None and c.date.form == "calendar" and c.date.year]
    fitting = _rows().fitting(words)
    claims: list[Size] = []
    numbers = _numbers(sentence) if fitting else []
    for number in numbers:
        if number.ordinal or number.integer is None or not 1 <= number.integer <= LARGEST:
            continue
        if number.unit is None:
            claim = _claim(sentence, number, memory, fitting)
            if claim is not None and not _unreal(sentence, number) and not _of_some(sentence, number):
                claims.append(claim)
                memory.size_at, memory.kind = sentence.index, claim.kind
    memory.date = told[-1] if told else memory.date
    return claims


def _numbers(sentence: Sentence) -> list[NumberMention]:
    """Those of the sentence, and those within the names of groups: "five permanent members"."""
    found = [c.number for c in sentence.chunks if c.number is not None]
    groups = [(c.start - sentence.start, c.end - sentence.start) for c in sentence.chunks if "group" in c.kinds]
    if groups:
        inside = find_numbers(sentence.text)
        found += [n for n in inside if any(start <= n.start < end for start, end in groups)]
    return found[:MOST]


@cache
def _rows() -> Index[_Row]:
    vocabulary = Vocabulary()
    vocabulary.add_words("kind", [*_FOR_GOOD, *_BY_ELECTION], capture=True)
    found: list[_Row] = []
    for row in rows("size_phrases.csv"):
        if row["what"].startswith("="):
            vocabulary.add_phrase(row["what"][1:], row["phrase"])
            continue
        compiled = vocabulary.phrase(row["phrase"])
        if isinstance(compiled, Around):
            found.append(
                _Row(row["what"], row["kind"] or None, row["topic"] == "said", compiled, _names_council(row["phrase"]),
                     row["topic"] == "size")
            )  # fmt: skip
    return Index((row, row.phrase) for row in found)


def _names_council(phrase: str) -> bool:
    """Whether the phrase cannot do without the Council's name."""
    return "{council}" in re.sub(r"\[[^\[\]]*\]", "", phrase)


def _unreal(sentence: Sentence, number: NumberMention) -> bool:
    conditional = sentence.chunks[sentence.unreal_from :][:1]
    governed = any(chunk.start - sentence.start <= number.start for chunk in conditional)
    return governed or _UNREAL.search(sentence.text, max(0, number.start - 60), number.start) is not None


def _of_some(sentence: Sentence, number: NumberMention) -> bool:
    """ "Thirteen members, including four permanent and nine elected members, voted for it": some of those counted."""
    if number.integer not in ITS_SIZES and _THEIRS.search(sentence.text, 0, number.start):
        return True  # "was the work of eight elected members"
    if (number.integer or 0) < FOR_GOOD and _OF_THEM.match(sentence.text, number.end):
        return True  # "Six abstained. Two of them were permanent members."
    at = sentence.text.rfind("including", 0, number.start)
    if at < 0 or any(mark in sentence.text[at : number.start] for mark in ";:."):
        return False
    counted = [c.number for c in sentence.chunks if c.number is not None and c.end - sentence.start <= at]
    return bool(counted) and counted[-1].integer not in ITS_SIZES


def _claim(sentence: Sentence, number: NumberMention, memory: Memory, fitting: list[_Row]) -> Size | None:
    text = sentence.text
    said = sentence.index - memory.size_at <= MEMORY
    for row in fitting:
        if (row.only_when_said and not said) or (row.only_its_sizes and number.integer not in ITS_SIZES):
            continue
        span = row.phrase.matches(text, number.start, number.end)
        if span is None or (row.names_council and not _COUNCIL.search(text) and not _small(sentence, memory)):
            continue
        if row.kind == "elected" and row.what == "members" and number.value > MOST_ELECTED:
            continue  # "It was smaller then: there were eleven of them"
        if row.what == "grown" and (was := _FROM.search(text, 0, number.start)) is not None and was[1] not in GREW_FROM:
            continue
        if row.what == "years" and _kind(row.phrase, text, number) == "permanent":
            continue
        first, last = piece(text, number.start, number.end)
        behind = text[number.end : min(last, number.end + 40)].partition(" and ")[0].replace("veto-wielding", "")
        if row.what != "years" and _VOTED.search(behind):
            continue
        time = _time(sentence, number, memory)
        return Size(
            sentence.start + first, sentence.start + last, sentence.index, sentence.speaker_at(sentence.start + first),
            quantity=number.integer or 0,
            kind=row.kind or _kind(row.phrase, text, number) or _still(row, memory, number),
            what="years" if row.what == "years" else "members", date=time,
            changed=row.what == "grown" and not _by_then(text, number, time),
            past=_PAST.search(text, 0, last) is not None,
            once=_ONCE.search(text, 0, last) is not None,
        )  # fmt: skip
    return None


def _by_then(text: str, number: NumberMention, time: DateMention | None) -> bool:
    """ "In April 1966 the Council had just grown to 15": before the time named, and not then."""
    grown = _BY_THEN.search(text, 0, number.start) if time is not None else None
    return grown is not None and time is not None and time.start < grown.start()


def _small(sentence: Sentence, memory: Memory) -> bool:
    """ "The council is made up of 15 members", in small letters, of the one that was named shortly before."""
    return sentence.index - memory.council_at <= MEMORY + 1 and " council" in sentence.text


def _still(row: _Row, memory: Memory, number: NumberMention) -> str | None:
    """Of which kind of member a bare number is said next: "six elected members. Since then there are ten"."""
    return memory.kind if row.only_when_said and number.value <= MOST_ELECTED else None


def _time(sentence: Sentence, number: NumberMention, memory: Memory) -> DateMention | None:
    """The date that goes with the number; "in those days" are those told of before."""
    date = nearest_date(sentence, number.start)
    told = [c.date for c in sentence.dates if c.end - sentence.start <= number.start]
    if date is None and told and _BEFORE_THAT.search(sentence.text, 0, number.start) is not None:
        date = told[-1]
        return replace(date, role="before") if date is not None else None
    if date is not None and date.role == "at" and _BEFORE_IT.search(sentence.text, 0, date.start) is not None:
        # "Before the enlargement took effect in 1966 there were six"
        return replace(date, role="before")
    return memory.date if date is not None and date.form == "then" and memory.date is not None else date


def _kind(phrase_: Around, text: str, number: NumberMention) -> str | None:
    """`permanent` or `elected` where the phrase says so."""
    before = phrase_.before.search(text, max(0, number.start - 100), number.start)
    after = phrase_.after.match(text, number.end)
    for match in (before, after):
        word = match.groupdict().get("kind") if match else None
        if word is not None:
            return "permanent" if word.lower() in _FOR_GOOD else "elected"
    return None


def nearest_date(sentence: Sentence, offset: int) -> DateMention | None:
    """The last date before the offset, else the first after it, with no clause mark between."""
    before = [c for c in sentence.dates if c.start - sentence.start <= offset]
    if before and ";" not in sentence.text[before[-1].end - sentence.start : offset]:
        return before[-1].date
    after = [c for c in sentence.dates if c.start - sentence.start > offset]
    if after and not re.search(r"[;:,]", sentence.text[offset : after[0].start - sentence.start]):
        return after[0].date
    return None
