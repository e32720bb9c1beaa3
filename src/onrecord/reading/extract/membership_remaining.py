"""How long a term still runs, has run, or lasts: "Finland has four weeks to go", "three months into its term"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.reading.extract.membership_state import Hit
from onrecord.reading.hedges import Bounds
from onrecord.reading.numbers import find_numbers
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

DAYS = {
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.4,
    "half a year": 182.6,
    "year and a half": 548.0,
    "year": 365.25,
}
SLACK = {
    "day": 1.5,
    "week": 5.0,
    "fortnight": 4.0,
    "month": 20.0,
    "half a year": 40.0,
    "year and a half": 75.0,
    "year": 100.0,
}
SHARE = 0.06
"""Days by which a length told in that unit is rounded, and the share of a long one."""
_UNITS = frozenset({"day", "days", "week", "weeks", "fortnight", "month", "months", "year", "years"})
_TELLS = word_sets("membership_words.csv")["remaining"]
_UNIT = re.compile(r"[ -](?:more )?(?P<unit>day|week|month|year)s?\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:a|one) (?P<unit>day|week|fortnight|month)\b", re.IGNORECASE)
_HALVES = {
    "half a year": re.compile(r"\bhalf a year\b", re.IGNORECASE),
    "year and a half": re.compile(r"\b(?:a|one) year and a half\b", re.IGNORECASE),
}
ABOUT = frozenset({"about", "just_over", "just_under", "nearly"})
"""Hedges that the slack of a length leaves room for."""
_SEAT = r"(?: (?:on|in|at) (?:the|this|that|its) (?:UN |U\.N\. )?(?:Security )?(?:Council|table)\b| there\b)"
_TERM = r"(?:two-year |Council )?(?:term|mandate|stint|spell|membership|two years|tenure|turn)\b"
_LEFT = re.compile(
    rf" (?:left|to go|to run|to serve|remaining)\b(?P<sure>{_SEAT}| (?:of|in|on) (?:its|their|our) {_TERM})?"
)
_LEFT_OF = re.compile(
    r" (?:(?:is|are|was|were) )?(?:left|to go|remaining|remained|remain) (?:of|in|on) "
    rf"(?=(?:the )?[A-Z][^.,;:]{{2,30}}?(?:'s|s') {_TERM})"
)
_HAS = re.compile(
    rf"(?P<term>(?:'s|s'|\b(?:its|their|our)) {_TERM}{_SEAT}? )?\b(?:has|have|had|with)"
    r"(?: (?:only|just|still|another|exactly|scarcely|now|but|hardly|barely))* \Z",
    re.IGNORECASE,
)


_IN_NTH = re.compile(
    rf"\bin (?:its|their|our) (?P<nth>[\w-]+) (?P<unit>day|week|month)(?:{_SEAT}| of (?:its|their|our) {_TERM})",
    re.IGNORECASE,
)
_INTO = re.compile(
    rf" (?:into|in to) (?:its|their|our|her|his|a) (?:(?:first|second|third|fourth|fifth|sixth|new) )?{_TERM}|"
    r"(?P<bare> in(?=[,.;:)]|$))"
)
_LASTS = re.compile(
    r"\b(?:there|on it|in|on|sits?|sat|served?|serves|serving|elected|member|Council|table|stayed|stays?) "
    r"(?:but |just |only )?for (?:just |only |but )?(?:one|a single) (?:single )?year\b(?: only| alone)?|"
    r"\A(?:[^,.;]{0,30}) for (?:just |only )?(?:one|a single) year (?:only|alone)\b"
)


_MORE = re.compile(r" (?:more|longer)\b")
_ON_IT = re.compile(rf"(?: more| longer)?{_SEAT}")
_STAYS = re.compile(
    r"\b(?:stays?|remains?|sits?|serves?|carr(?:y|ies) on|(?:keeps?|has|have) (?:its|their|a) seats?|"
    r"(?:is|are) (?:there|on it))(?: on| there| on it)?(?: for)?(?: (?:only|just|another|exactly))* \Z",
    re.IGNORECASE,
)


def time_left(sentence: Sentence) -> Iterator[Hit]:
    """A predicate for each time that is told to be left of a term, to have gone by of it, or to be all of it."""
    if sentence.words.isdisjoint(_UNITS) or sentence.words.isdisjoint(_TELLS):
        return
    text = sentence.text
    lasts = _LASTS.search(text) if "year" in sentence.words else None
    if lasts is not None:
        yield Hit(lasts.start() if lasts.start() else lasts.end() - 1, lasts.end(), "length", quantity=1, loose=True)
    for start, end, unit, order in _nth(text):
        yield Hit(start, end, "early", quantity=int(order * DAYS[unit] + SLACK[unit]), loose=True)
    for start, end, unit, value in _lengths(text):
        length = value * DAYS[unit]
        slack = max(SLACK[unit], length * SHARE)
        days = Bounds(length - slack, length + slack)
        of_term = _LEFT_OF.match(text, end)
        if of_term is not None:
            yield Hit(start, of_term.end(), "left", remaining=days, names_behind=True)
            continue
        into = _INTO.match(text, end)
        if into is not None:
            yield Hit(start, into.end(), "early", quantity=int(length + 2 * slack), loose=into["bare"] is not None)
            continue
        more = " more " in text[start:end] or _MORE.match(text, end)
        if more and (stays := _STAYS.search(text, 0, start)) is not None:
            yield Hit(stays.start(), end, "left", remaining=days, loose=_ON_IT.match(text, end) is None)
            continue
        behind, before = _LEFT.match(text, end), _HAS.search(text, 0, start)
        if behind is not None and before is not None:
            sure = behind["sure"] is not None or before["term"] is not None
            yield Hit(
                before.start(), behind.end(), "left", remaining=days, owner=before["term"] is not None, loose=not sure
            )


def _nth(text: str) -> Iterator[tuple[int, int, str, float]]:
    """ "In its eighth week on the Council": where it stands, the unit, and how many of them are told."""
    for match in _IN_NTH.finditer(text):
        number = next((n for n in find_numbers(match["nth"]) if n.ordinal), None)
        if number is not None:
            yield match.start(), match.end(), match["unit"].lower(), number.value


def _lengths(text: str) -> Iterator[tuple[int, int, str, float]]:
    for number in find_numbers(text):
        unit = _UNIT.match(text, number.end)
        if unit is not None and not number.ordinal and (number.hedge is None or number.hedge in ABOUT):
            start = number.start if number.hedge_start is None else min(number.start, number.hedge_start)
            yield start, unit.end(), unit["unit"].lower(), number.value
    for match in _ONE.finditer(text):
        yield match.start(), match.end(), match["unit"].lower(), 1.0
    for length, half in _HALVES.items():
        yield from ((match.start(), match.end(), length, 1.0) for match in half.finditer(text))
