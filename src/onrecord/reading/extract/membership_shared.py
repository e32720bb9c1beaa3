"""Who shared a seat, and how many never had one: "Chad and Mali split a term", "some sixty states never sat there"."""

from __future__ import annotations

import re

from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import Members
from onrecord.reading.numbers import find_numbers
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.phrasing import Words
from onrecord.reading.table import any_of, word_sets
from onrecord.record.model import PERMANENT

SHARING = frozenset({"split", "splitting", "share", "shared", "sharing", "divided", "halved"})
OF_NEVER = frozenset({"never", "not", "without"})
_PERMANENT = frozenset(PERMANENT)
FEWEST = 12
"""Of fewer states it may be told that they, of some region or group, never had a seat."""
_SPLIT = re.compile(
    r"(?: had| have| then| once| both| in the end| finally| eventually| simply)*"
    r"(?: agreed to| decided to| chose to| had to| settled on| ended up)? ?,? ?"
    r"(?:split|splitting|shared?|sharing|divided|halved) (?P<what>(?:a|the|that|one|their|this) "
    r"(?:(?:two-year|Council|Security Council|single|one|elected|Western|European|\d{4}-\d{2,4}) )*"
    r"(?:term|seat|mandate|two years)\b)(?: between them| between the two(?: of them)?)?"
    r"(?: (?:on|in|at|of) the (?:UN )?(?:Security )?Council)?"
    r"(?=\s*(?:[.,;:)–—]|\Z)| (?:in|for) \d| (?:for|after|when|because|each|then|and|with|so)\b)",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\s*(?:(?:UN |United Nations |member |of the |the |its |other )*)"
    r"(?:(?:member )?states|countries|members|nations|governments|of them)"
    r"(?: of the (?:UN|United Nations|organi[sz]ation|world))? (?:have|had)(?: still| so far| as yet| to this day)? "
    rf"(?:{any_of(word_sets('membership_words.csv')['never'])})\b"
    r"(?: (?:there|on it|(?:on|in|of) the (?:UN )?(?:Security )?(?:Council|table)|at (?:the|that) table|to it))?",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r" (?:of|on|in|at|to|as|by) (?!(?:its|their|the) (?:history|life|lives)\b|all\b)\w")
_REGION = re.compile(
    r"\b(?:African|Asian|Arab|European|American|small|island|Muslim|Caribbean|Pacific|new|Commonwealth|NATO|EU)\b",
    re.IGNORECASE,
)
"""Of states of one part of the world or kind."""


def shared(sentence: Sentence, found: list[Phrase], words: Words) -> list[Membership]:
    """ "Italy and the Netherlands split a term": two states that sat for a year each, one behind the other."""
    if words.isdisjoint(SHARING) or sentence.question or sentence.withdrawn or sentence.supposed:
        return []
    for named in found:
        members = named.members
        if len(members.named) != 2 or members.groups:
            continue
        if _PERMANENT.intersection(alias.code for one in members.named for alias in one.aliases):
            continue
        first, end = sentence.chunks[named.first].start, sentence.chunks[named.last].end
        if (match := _SPLIT.match(sentence.text, end - sentence.start)) is not None:
            told = Membership(
                first, sentence.start + match.end(), sentence.index, sentence.speaker_at(first),
                members=members, form="shared",
            )  # fmt: skip
            return [told]
    return []


def never_counted(sentence: Sentence, words: Words) -> list[Membership]:
    """ "Some sixty countries have never had a turn": how many members of the United Nations never sat there."""
    if not sentence.numbered or words.isdisjoint(OF_NEVER) or sentence.question or sentence.withdrawn:
        return []
    for number in find_numbers(sentence.text):
        match = _NEVER.match(sentence.text, number.end)
        if match is not None and _OF_ANOTHER.match(sentence.text, match.end()) is not None:
            continue
        if match is None or number.ordinal or number.unit is not None or number.value < FEWEST:
            continue
        start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
        if _REGION.search(sentence.text, 0, match.end()) is not None:
            continue
        claim = Membership(
            sentence.start + start, sentence.start + match.end(), sentence.index,
            sentence.speaker_at(sentence.start + start),
            members=Members(text=sentence.text[start : number.end]), form="never count", so_many=number.bounds,
        )  # fmt: skip
        return [claim]
    return []
