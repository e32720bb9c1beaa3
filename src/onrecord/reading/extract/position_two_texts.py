"""One verb for two texts: "Peru voted for the first and against the second" says what it did on each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.reading.claims.vote import Position
from onrecord.reading.parsed import Sentence

_PLACE = r"the (?:first|former|second|latter|other|third|last)"
_BOTH = re.compile(
    rf"\b(?:for|against) {_PLACE}(?: \w+)?(?P<joint>,? (?:and|but) |, )(?P<side>for|against) {_PLACE}(?: \w+)?$"
)
SIDES = {"for": "yes", "against": "no"}


def on_each_of_two(sentence: Sentence, claims: Iterable[Position]) -> list[Position]:
    """The claims, and those of two texts as one of each."""
    told: list[Position] = []
    for claim in claims:
        words = sentence.text[claim.start - sentence.start : claim.end - sentence.start].rstrip(" .,;")
        both = _BOTH.search(words) if claim.choice in SIDES.values() and not claim.negated else None
        if both is None:
            told.append(claim)
            continue
        told.append(replace(claim, end=claim.start + both.start("joint")))
        told.append(replace(claim, start=claim.start + both.start("side"), choice=SIDES[both["side"]]))
    return told
