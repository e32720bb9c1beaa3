"""How long a member had been off the Council: "returns after eleven years away", "the first time in two decades"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.reading import hedges
from onrecord.reading.extract.membership_state import Hit
from onrecord.reading.hedges import Bounds
from onrecord.reading.numbers import find_numbers
from onrecord.reading.parsed import Sentence

_UNIT = re.compile(r"[ -](?P<many>decades?\b)|[ -]years?\b")
_WHOLE = re.compile(
    r"\b(?:(?P<ten>a (?:whole |full )?decade)|(?P<half>half a century)|(?P<quarter>a quarter of a century))\b"
)
WHOLE = {"ten": 10.0, "half": 50.0, "quarter": 25.0}
"""Years of the lengths of time that are told without a number."""
_TELLS = frozenset({"after", "following", "first", "ending", "absence", "gap"})
_BEFORE = re.compile(
    r"\b(?:(?:after|following|ending) (?P<gap>an? |(?:an?|the|its|a long) (?:absence|gap|break|wait|hiatus) of )?|"
    r"(?P<first>first (?:\w+ )?(?:on (?:the|it) (?:Security )?(?:Council )?|there )?in ))"
    r"(?:(?:well |just )?(?:more|less|over|under)(?: than)? |nearly |almost |about |around |some |close to )?\Z",
    re.IGNORECASE,
)
_OF_ABSENCE = re.compile(
    r" ?(?:away\b|(?:off|out of) (?:it|the)\b|of (?:absence|waiting)\b|without a\b|absence|gap\b|break\b|wait\b)"
)
_RETURNS = re.compile(r"\b(?:return(?:s|ed|ing)?|back|again|rejoin(?:s|ed)?)\b", re.IGNORECASE)
DECADE = 10.0


def years_away(sentence: Sentence) -> Bounds | None:
    """The years that the words allow; None where they tell of no absence."""
    if sentence.words.isdisjoint(_TELLS):
        return None
    for start, end, bounds in _lengths(sentence):
        before = _BEFORE.search(sentence.text, 0, start)
        if before is None:
            continue
        of_absence = "of" in (before["gap"] or "") or before["first"] or _OF_ABSENCE.match(sentence.text, end)
        if of_absence or _RETURNS.search(sentence.text, 0, start):
            return bounds
    return None


_HAD_NONE = re.compile(
    r"\b(?:had not|hadn't|had had no|had no|had been (?:off|out|away|absent|gone|missing|without))\b[^.;:]{0,60}?"
    r"\bfor (?:(?:well |just )?(?:more|less|over|under)(?: than)? |nearly |almost |about |around |some |close to )?\Z"
)


def before_its_term(sentence: Sentence, hit: Hit) -> Hit:
    """ "Had not had a seat for fifty years": told of one that has a seat, and of how long it had none before."""
    if hit.form not in ("seat", "off") or "for" not in sentence.words or "had" not in sentence.text:
        return hit
    for start, _, bounds in _lengths(sentence):
        if _HAD_NONE.search(sentence.text, 0, start):
            return replace(hit, form="seat", negated=False, gap=bounds)
    return hit


def _lengths(sentence: Sentence) -> Iterator[tuple[int, int, Bounds]]:
    """Each time told in years: where it begins and ends, and what it allows."""
    for number in find_numbers(sentence.text):
        unit = _UNIT.match(sentence.text, number.end)
        if unit is not None and not number.ordinal:
            value, step = (number.value * DECADE, DECADE) if unit["many"] else (number.value, number.step)
            bounds = hedges.hedge(number.hedge).bounds(value, step) if number.hedge else hedges.rounding(value, step)
            yield number.start, unit.end(), bounds
    for match in _WHOLE.finditer(sentence.text):
        value = next(years for name, years in WHOLE.items() if match[name])
        hedge = hedges.hedge_before(sentence.text.lower(), match.start())
        bounds = hedges.hedge(hedge[0]).bounds(value, DECADE) if hedge else hedges.rounding(value, DECADE)
        yield match.start(), match.end(), bounds
