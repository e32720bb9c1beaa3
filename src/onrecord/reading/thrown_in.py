"""Whose account it is that is denied, thrown in before what it denies: "did not, as you write, veto it".

The words are in `tables/denying.csv`.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.reading.table import any_of, word_sets

_GATE = re.compile(r"[,–—] ?(?:as|contrary to|whatever|despite|in spite of) ", re.IGNORECASE)
_DENIAL = (
    r"(?:\b(?:not|never|hardly|nowise)|n't|\b(?:neither|none(?: of \w+)?|nor) (?:\w+ ){0,2}(?:was|is|were|are|did))"
    r"(?: \w+){0,2}"
)
_REST = r"[^,.;:!?()\n]{1,60}"


def thrown_in(text: str) -> list[tuple[int, int]]:
    """Each such aside with its two commas, in their order."""
    if _GATE.search(text) is None:
        return []
    return [match.span("aside") for match in _aside().finditer(text)]


@cache
def _aside() -> re.Pattern[str]:
    held = any_of(word_sets("denying.csv")["held"])
    opens = rf"(?:as (?:{_REST} )??(?:{held})(?: it| so| of it)?|(?:contrary to|whatever|despite|in spite of) {_REST})"
    return re.compile(rf"{_DENIAL}(?P<aside> ?[,–—] ?{opens} ?[,–—])(?= )", re.IGNORECASE)
