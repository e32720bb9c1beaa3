"""What a speaker takes back in the same breath: "the third, no, wait, the fourth", "ten, sorry, eleven were for it"."""

from __future__ import annotations

import re

from onrecord.reading.date_grammar import words
from onrecord.reading.table import any_of, word_sets

_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|\d{1,3}(?:st|nd|rd|th))"
)
_CARDINAL = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|\d{1,3})"
)
_MONTH = rf"(?:{any_of(words('month'))})"
_DAY = rf"(?:{any_of(words('weekday'))})"
_YEAR = r"(?:(?:19|20)\d\d)"
_CORRECTING = any_of(word_sets("clause_words.csv")["correcting"])
_SORRY = rf"(?:no,? ?)?(?:{_CORRECTING})(?:,? (?:no|sorry))?"
_BREAK = r"\s*(?:,|—|–|-|\(|\.{2,3}|\.(?= ?[a-z]))\s*"
_GOES_ON = (
    r"[,:.—–-]*\s*(?:(?:it(?:'s| is| was)|that(?:'s| is| was)|they were|there were|the|its|their|his|her|in|on) ){0,2}"
)
_TAIL = r"(?: [^.;:!?—–()\n]{0,60}?)?"
_ANY = (_ORDINAL, _MONTH, _DAY, _YEAR, _CARDINAL)
_WAYS = (
    *((kind, rf"{_TAIL}{_BREAK}{_SORRY}", "") for kind in _ANY),
    *((kind, rf"{_TAIL}{_BREAK}no(?=[,:.—–])", "") for kind in _ANY if kind is not _CARDINAL),
    (_CARDINAL, rf"{_TAIL}\s*(?:\.{{2,3}}|—|–)\s*no(?=[,—–])", ""),
    (_CARDINAL, r",\s*no(?=,)", r"(?= [a-z])"),
)
"""What is told, how it is taken back, and what follows behind another of its kind: "no," between numbers may count
those who voted so.
"""
_TAKEN_BACK = tuple(
    re.compile(rf"\b(?P<old>{kind})\b{how}{_GOES_ON}(?P<new>{kind})\b(?!-){then}", re.IGNORECASE)
    for kind, how, then in _WAYS
)
_SAYS_SO = re.compile(rf"\b(?:no[,:.—–]|{_CORRECTING})", re.IGNORECASE)


def taken_back(text: str) -> list[tuple[int, int]]:
    """Each stretch from what is taken back to what stands in its place, in their order."""
    if _SAYS_SO.search(text) is None:
        return []
    told = sorted(
        (match.start("old"), match.start("new"))
        for pattern in _TAKEN_BACK
        for match in pattern.finditer(text)
        if match["old"].lower() != match["new"].lower()
    )
    found: list[tuple[int, int]] = []
    for start, end in told:
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


_FALTERING = re.compile(
    r"\b(?:and|or|by|with|of|the|were|was|from|for)(?P<before>\.{2,4}|…)(?= ?[\w])"
    r"|\w(?P<behind> ?(?:\.{3,4}|…))(?= (?:and|or) )"
)


def faltering(text: str) -> list[tuple[int, int]]:
    """The dots where a speaker falters within a sentence: "China and... Pakistan", "Russia, China… and Pakistan"."""
    if "..." not in text and "…" not in text:
        return []
    spans = (m.span("before" if m["before"] else "behind") for m in _FALTERING.finditer(text))
    # where no space follows, one of the dots is left to be one
    return [(start, end) if text[end : end + 1] == " " else (start + 1, end) for start, end in spans]
