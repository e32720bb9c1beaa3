"""Of which time a rule is told, and whether of procedure or of all else."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.dates import DateMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import class_pattern

WORDS = "rule_words.csv"
_EXCEPTED = re.compile(
    r"\b(?:unless|except|save|other than|but for|whether)\b[^,;.]{0,60}\Z|\b(?:not|non)[ -](?:\w+ )?\Z"
)
"""In front of "procedural" where the rule is said of all else."""
_ALL_ELSE = re.compile(
    r"\b(?:(?:everything|all|anything|every other question|whatever) else\b(?! procedural)|otherwise|"
    r"(?:all|any|every|on) other (?:matters?|questions?|things?|decisions?|business)|"
    r"(?:matters?|questions?|decisions?|points?) of substance|(?:on|of) substance|"
    r"substantive (?:matters?|questions?|decisions?|ones?|votes?|drafts?|texts?))\b",
    re.IGNORECASE,
)
"""What is not of procedure, in a sentence that speaks of both."""
_PAST = re.compile(
    r"\b(?:had|was|were|took|sufficed|did|could|"
    r"(?<!is )(?<!are )(?<!be )(?<!number )(?<!figure )(?<!count )(?:needed|required|decided|carried))\b",
    re.IGNORECASE,
)
_AS_THEY_STAND = re.compile(r"\b(?:present|current|today's|modern|now(?:adays)?)\b", re.IGNORECASE)
"""Of the past by the rules of today: "with the present rules it would have needed nine"."""
_AFTERWARDS = re.compile(r"\b(?:afterwards|thereafter|after that|since then|from then on|since)\b")


def earlier(sentence: Sentence, start: int, date: DateMention | None) -> DateMention | None:
    """With "before that" in front, the time before the date."""
    near = sentence.text[max(0, start - 24) : start + 24].lower()
    if date is not None and date.role == "before" and _AFTERWARDS.search(near):
        return replace(date, role="since")
    if re.search(r"\b(?:before that|before then|until then|previously|earlier)\b", near):
        told = [c.date for c in sentence.dates if c.end - sentence.start <= start]
        date = date or (told[-1] if told else None)
        return replace(date, role="before") if date is not None else None
    return date


_OF_OLD = re.compile(
    r"\b(?:before (?:that|then)|(?:until|till|up to) then|previously|earlier|formerly|originally|back then|at first|"
    r"in (?:the old|those|the early|the first) (?:days|years|times))\b",
    re.IGNORECASE,
)
_OF_ELEVEN = re.compile(r"\bof (?:the )?(?:eleven|11)\b")


def of_old(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a rule is told of an earlier time, with or without a date, or of the Council of eleven."""
    near = max(0, start - len("before that, the number "))
    return _OF_OLD.search(sentence.text, near, end + 24) is not None or (
        _OF_ELEVEN.search(sentence.text, start, end + 24) is not None
    )


def of_procedure(text: str, end: int) -> bool:
    """Whether a rule that ends there is told of procedure, and not of "everything else"."""
    matter = class_pattern(WORDS, "procedural").search(text)
    if matter is None or _EXCEPTED.search(text, 0, matter.start()) is not None:
        return False
    other = _ALL_ELSE.search(text)
    if other is None:
        return True
    told = [m for m in (matter, other) if m.start() < end]
    return (max(told, key=re.Match.start) if told else min((matter, other), key=re.Match.start)) is matter


def told_of_the_past(sentence: Sentence, first: int, last: int) -> bool:
    past = _PAST.search(sentence.text, first, last)
    return past is not None and not _AS_THEY_STAND.search(sentence.text)
