"""Phrases in tables instead of regular expressions in code: a small notation and what it compiles to.

    words            themselves, in any case, whole
    {class}          any phrase of the class
    [a b]            may be left out
    (a|b)            either
    *                any one word
    ...              up to some forty characters within the clause; at the end of a phrase all that the clause still has
    $                the clause ends here
    ^                the sentence begins here, "yes" or "well" allowed
    #                the number at hand; the phrase is then read outwards from it

Each phrase also knows words that a sentence must hold for it to fit, so that most are passed over at the cost of a
look-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Generic, TypeVar

from onrecord.reading.table import any_of, phrases, rows

_TOKEN = re.compile(r"\.\.\.|\{\w+\}|[\[\](){}|*#$^]|\s+|[^\s\[\](){}|*#$^]+?(?=\.\.\.|[\s\[\](){}|*#$^]|\Z)")
_ELEMENT = re.compile(r"\{(?P<name>\w+)\}|\((?P<either>[^()]*)\)|(?P<word>[\w'-]+)")
_FIRST_WORD = re.compile(r"\w+")
_WORDS = re.compile(r"\w+")
_OPTIONAL = re.compile(r"\[[^\[\]]*\]")
REACH = 100
"""Characters before a number that a phrase around it may take up."""
_GAP = r"[^.;:]{0,40}?"
_REST = r"[^.,;:]{0,40}"
_SPACE = r"\s{0,3}"
_WORD = r"[\w'-]+"
_ENDS = r"(?=\s*(?:[.,;:)!?\"]|\Z|and\b|but\b|of them\b|in those\b|then\b|at the\b|today\b|now\b|as\b))"
_BEGINS = r"\A[\W_]*(?:(?:yes|no|well|so|answer|a|only|just|exactly|still|today)\b[\W_]*){0,2}"
_OPENING, _CLOSING = {"[": "(?:", "(": "(?:"}, {"]": ")?", ")": ")"}

Row = TypeVar("Row")
COMMON = frozenset(words for row in rows("common_words.csv") for words in phrases(row["words"]))
"""Words too common to look a phrase up by."""
Words = frozenset[str]
"""The words of a sentence, in lower case; of "can't" and "non-permanent" each part."""


def words_of(text: str) -> Words:
    return frozenset(_WORDS.findall(text.lower()))


@cache
def _compiled(source: str) -> re.Pattern[str]:
    """Compiled when a sentence first holds the words that the phrase needs, since most texts need few phrases."""
    return re.compile(source, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A phrase without a number."""

    source: str
    needs: tuple[Words, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(self.source)


@dataclass(frozen=True, slots=True)
class Around:
    """A phrase with a number in it, as what stands before and behind the number."""

    source_before: str
    source_after: str
    needs: tuple[Words, ...]

    @property
    def before(self) -> re.Pattern[str]:
        return _compiled(self.source_before)

    @property
    def after(self) -> re.Pattern[str]:
        return _compiled(self.source_after)

    def matches(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Where the phrase begins and ends around the number at `start` to `end`; None where it does not fit."""
        ends = self.after.match(text, end)
        begins = self.before.search(text, max(0, start - REACH), start) if ends else None
        return (begins.start(), ends.end()) if begins and ends else None


class Index(Generic[Row]):
    """Rows of a table by words of their phrases, so that a sentence meets only those that it may fit.

    Which rows a word speaks for are the bits of one integer, since every sentence asks for all rows at once: first
    a bit for each row's first need, then as many for the second needs, and so on.
    """

    def __init__(self, table: Iterable[tuple[Row, Fixed | Around]]) -> None:
        listed = list(table)
        self._rows = [row for row, _ in listed]
        self._needed = range(max((len(phrase.needs) for _, phrase in listed), default=0))
        """One for each need of the row that has most."""
        self._unneeded = 0
        """The needs that rows do not have, which any sentence meets."""
        self._met_by: dict[str, int] = {}
        count = len(listed)
        for place, (_, phrase) in enumerate(listed):
            for which in self._needed:
                bit = 1 << (which * count + place)
                if which >= len(phrase.needs):
                    self._unneeded |= bit
                    continue
                for word in phrase.needs[which]:
                    self._met_by[word] = self._met_by.get(word, 0) | bit

    def fitting(self, words: Words) -> list[Row]:
        """The rows that a sentence of these words can hold, in the table's order."""
        met, met_by, rows, count = self._unneeded, self._met_by, self._rows, len(self._rows)
        for word in met_by.keys() & words:
            met |= met_by[word]
        fits = (1 << count) - 1
        for _ in self._needed:
            fits &= met
            met >>= count
        fitting: list[Row] = []
        while fits:
            lowest = fits & -fits
            fitting.append(rows[lowest.bit_length() - 1])
            fits ^= lowest
        return fitting


@dataclass(slots=True)
class Vocabulary:
    """The classes that phrases may name."""

    patterns: dict[str, str] = field(default_factory=dict)
    firsts: dict[str, Words] = field(default_factory=dict)
    """Words of which any phrase of the class holds one; no entry where there are none."""

    def add_words(self, name: str, choices: Iterable[str], capture: bool = False) -> None:
        """A class of plain phrases, captured under its name where asked for."""
        listed = list(choices)
        self.patterns[name] = rf"(?{f'P<{name}>' if capture else ':'}{any_of(listed)})"
        self.firsts[name] = frozenset(m.group().lower() for p in listed if (m := _FIRST_WORD.search(p)))

    def add_phrase(self, name: str, notation: str) -> None:
        """A class that a phrase in the notation describes."""
        self.patterns[name] = f"(?:{self._translated(notation)})"
        needs = self._needs(notation)
        if needs:
            self.firsts[name] = min(needs, key=len)

    def phrase(self, notation: str) -> Fixed | Around:
        """Compiled, with the number's place where the notation has one."""
        needs = self._needs(notation)
        if "#" not in notation:
            return Fixed(self._translated(notation), needs)
        before, _, after = notation.partition("#")
        left = self._translated(before.rstrip()) + (_SPACE if before else "") + r"\Z"
        right = (_SPACE if after else "") + self._translated(after.lstrip())
        return Around(left, right, needs)

    def _needs(self, notation: str) -> tuple[Words, ...]:
        """For each part that may not be left out the words of which a sentence must hold one."""
        previous, kept = "", notation
        while kept != previous:
            previous, kept = kept, _OPTIONAL.sub(" ", kept)
        needs: list[Words] = []
        for match in _ELEMENT.finditer(kept):
            if match["name"]:
                needs.append(self.firsts.get(match["name"], frozenset()))
            elif match["either"] is not None:
                needs.append(self._either(match["either"].split("|")))
            elif first := _FIRST_WORD.search(match["word"]):
                needs.append(frozenset({first.group().lower()}))
        return tuple(dict.fromkeys(need for need in needs if need))

    def _either(self, choices: list[str]) -> Words:
        found: set[str] = set()
        for choice in choices:
            element = _ELEMENT.match(choice.strip())
            if element is None:
                return frozenset()
            firsts = self.firsts.get(element["name"]) if element["name"] else None
            word = _FIRST_WORD.search(choice) if not element["name"] else None
            if firsts:
                found |= firsts
            elif word:
                found.add(word.group().lower())
            else:
                return frozenset()
        return frozenset(found)

    def _translated(self, notation: str) -> str:
        parts: list[str] = []
        for match in _TOKEN.finditer(notation):
            token = match.group()
            if token.isspace():
                parts.append(_SPACE)
            elif token == "...":
                parts.append(_GAP if notation[match.end() :].strip("]) ") else _REST)
            elif token in ("*", "|", "$", "^"):
                parts.append({"*": _WORD, "|": "|", "$": _ENDS, "^": _BEGINS}[token])
            elif token in _OPENING or token in _CLOSING:
                parts.append(_OPENING.get(token) or _CLOSING[token])
            elif token.startswith("{"):
                parts.append(_bounded(self.patterns[token[1:-1]], "x", "x"))
            else:
                parts.append(_bounded(re.escape(token), token[0], token[-1]))
        return "".join(parts)


def _bounded(pattern: str, first: str, last: str) -> str:
    """With word boundaries on the sides where a letter stands."""
    left = r"(?<![\w-])" if first.isalnum() else ""
    right = r"(?!\w)" if last.isalnum() else ""
    return f"{left}{pattern}{right}"
