"""Apostrophes as they were meant: left out ("didnt", "Russias veto"), torn off ("Russia s"), or spoilt ("Russia?s").

Hurried writing has the first, pages taken over by machines the others; without them a denial goes unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from onrecord.reading.table import any_of, word_sets

_SETS = word_sets("apostrophes.csv")
_SPOILT = re.compile(r"(?<=[A-Za-z])[?\ufffd\x92](?=(?:s|t|re|ve|ll)\b)|(?<=[a-z]n) (?=t )|(?<=[a-z]{3}) (?=s [a-z])")
_CONTRACTED = re.compile(rf"\b(?<!its )(?<!his )(?<!her )(?:{any_of(_SETS['contracted'])})n(?=t\b)", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:[A-Za-z]{3,}|UK|UN|US)(?=s\b)")
_SEVERAL = re.compile(r"\b(?:the|two|both|many|several|other|these) $", re.IGNORECASE)
"""Words before names that are meant in the plural: "the Koreas", "both Congos"."""
_OF_THE_BODY = {"council": "security ", "assembly": "general "}
_OF_A_TIME = re.compile(
    r"\b(?:(?:yester|to)day(?=s [a-z])|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?=s (?:vote|veto|session|"
    r"resolution|draft|text|decision|ballot|debate|council|sitting|motion)\b)|"
    r"(?<!the )(?:this|last|next) (?:week|month|year|spring|summer|autumn|winter)(?=s (?!of\b)[a-z]))",
    re.IGNORECASE,
)


def mended(text: str) -> str:
    """The text with spoilt apostrophes as they were; no place moves."""
    return _SPOILT.sub("'", text)


def left_out(text: str, names: Mapping[str, bool]) -> list[int]:
    """Where an apostrophe was left out, in order; `names` has the names of states, and if small letters do."""
    found = {match.end() for match in _CONTRACTED.finditer(text)}
    found.update(match.end() for match in _OF_A_TIME.finditer(text))
    found.update(_owners(text, names))
    return sorted(found)


def _owners(text: str, names: Mapping[str, bool]) -> Iterator[int]:
    for match in _OWNED.finditer(text):
        name = match.group().lower()
        if name in _OF_THE_BODY:
            if text[: match.start()].lower().endswith(_OF_THE_BODY[name]):
                yield match.end()
        elif len(name) == 2:
            yield match.end()
        elif name in names and (names[name] or match.group()[0].isupper()):
            if not _SEVERAL.search(text, max(0, match.start() - 8), match.start()):
                yield match.end()
