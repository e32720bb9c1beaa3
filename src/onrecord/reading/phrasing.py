"""Phrases in tables instead of regular expressions in code: a small notation and what it compiles to.

words            themselves, in any case, whole
{class}          any word of the class
[a b]            may be left out
(a|b)            either
*                any one word
...              up to some forty characters within the clause
$                the clause ends here
#                the number at hand; the phrase is then read outwards from it
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.reading.number_words import any_of

_TOKEN = re.compile(r"\.\.\.|\{\w+\}|[\[\](){}|*#$]|\s+|[^\s\[\](){}|*#$]+?(?=\.\.\.|[\s\[\](){}|*#$]|\Z)")
_GAP = r"[^.;:]{0,40}?"
_SPACE = r"\s{0,3}"
_WORD = r"[\w'-]+"
_ENDS = r"(?=\s*(?:[.,;:)!?\"]|\Z|and\b|but\b|of them\b|in those\b|then\b|at the\b|today\b|now\b|as\b))"
_OPENING, _CLOSING = {"[": "(?:", "(": "(?:"}, {"]": ")?", ")": ")"}


@dataclass(frozen=True, slots=True)
class Around:
    """A phrase with a number in it, as what stands before and behind the number."""

    before: re.Pattern[str]
    after: re.Pattern[str]

    def matches(self, text: str, start: int, end: int, window: int = 100) -> tuple[int, int] | None:
        """Where the phrase begins and ends around the number at `start` to `end`; None where it does not fit."""
        begins = self.before.search(text, max(0, start - window), start)
        ends = self.after.match(text, end) if begins else None
        return (begins.start(), ends.end()) if begins and ends else None


def phrase(notation: str, classes: Mapping[str, str]) -> re.Pattern[str]:
    """The pattern of a phrase without a number; `classes` gives the pattern of each class."""
    return re.compile(_translated(notation, classes), re.IGNORECASE)


def around(notation: str, classes: Mapping[str, str]) -> Around:
    """The patterns of a phrase around its number."""
    before, _, after = notation.partition("#")
    left = _translated(before.rstrip(), classes) + (_SPACE if before else "") + r"\Z"
    right = (_SPACE if after else "") + _translated(after.lstrip(), classes)
    return Around(re.compile(left, re.IGNORECASE), re.compile(right, re.IGNORECASE))


def word_class(words: list[str], name: str | None = None) -> str:
    """A pattern for any of the words, captured under the name where one is given."""
    return rf"(?{f'P<{name}>' if name else ':'}{any_of(words)})"


def _translated(notation: str, classes: Mapping[str, str]) -> str:
    parts: list[str] = []
    for match in _TOKEN.finditer(notation):
        token = match.group()
        if token.isspace():
            parts.append(_SPACE)
        elif token == "...":
            # At the phrase's end it takes what it can, elsewhere as little as it must.
            parts.append(_GAP if notation[match.end() :].strip("]) ") else _GAP.removesuffix("?"))
        elif token == "*":
            parts.append(_WORD)
        elif token == "|":
            parts.append("|")
        elif token == "$":
            parts.append(_ENDS)
        elif token in _OPENING:
            parts.append(_OPENING[token])
        elif token in _CLOSING:
            parts.append(_CLOSING[token])
        elif token.startswith("{"):
            parts.append(_bounded(classes[token[1:-1]], "x", "x"))
        else:
            parts.append(_bounded(re.escape(token), token[0], token[-1]))
    return "".join(parts)


def _bounded(pattern: str, first: str, last: str) -> str:
    """With word boundaries on the sides where a letter stands."""
    left = r"(?<!\w)" if first.isalnum() else ""
    right = r"(?!\w)" if last.isalnum() else ""
    return f"{left}{pattern}{right}"
