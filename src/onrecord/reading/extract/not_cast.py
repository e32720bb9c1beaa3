"""Votes spoken of that were only feared, or that never came: "the Russian veto stayed in the drawer"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.claims.vote import Position
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import any_of, word_sets

_WORDS = word_sets("position_words.csv")
_BETWEEN = (
    r"(?:,? (?:which|that) [^.,;:]{1,60}?,?|,? [a-z]+ (?:had|have) [a-z]+(?: of)?,?|,? (?:too|though|however),?)?"
)
_AUX = (
    r"(?: (?:has|had|have|was|is|were|be|been|then|in the end|at last|finally|duly|widely|generally|long|again|but))*"
)
NOT_CAST = re.compile(rf"{_BETWEEN}{_AUX} (?:{any_of(_WORDS['vote_not_cast'])})(?!\w)", re.IGNORECASE)
FEARED = re.compile(
    rf"{_BETWEEN}(?:{_AUX} (?:was|is|were|been|seemed|looked|appeared)(?: never)?{_AUX}"
    rf" (?:{any_of(_WORDS['vote_only_feared'])})"
    r"| (?:loomed|looms|threatened)\b| (?:turned )?into (?:an?|its) \w+)(?!\w)",
    re.IGNORECASE,
)
REACH = 120
"""Characters behind a vote in which it is said what became of it."""


def stayed_away(sentence: Sentence, told: Position, last: int) -> Position | None:
    """ "The veto that many had feared never came": its owner did not cast it; `last` is the last chunk of its noun."""
    match = NOT_CAST.match(_behind(sentence, last)) if told.members.named else None
    if match is None:
        return None
    return replace(told, end=sentence.chunks[last].end + match.end(), negated=True, noun=False)


def only_feared(sentence: Sentence, last: int) -> bool:
    """ "A Russian veto was expected", "the abstention was averted"."""
    return FEARED.match(_behind(sentence, last)) is not None


def _behind(sentence: Sentence, last: int) -> str:
    at = sentence.chunks[last].end - sentence.start
    return sentence.text[at : at + REACH]
