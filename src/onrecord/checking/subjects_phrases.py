"""What a stretch of text speaks of: phrases of the subject table and names of members, longest match first.

`tables/subjects.csv` says which phrases mean the same subject, whoever uses them, a librarian in a title or
a reporter in an article; what no phrase claims and no list of empty words holds stays as a plain word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from onrecord.checking.subjects_words import POSSESSIVE, fold, is_capitals, split
from onrecord.reading.table import phrases, rows, word_sets
from onrecord.record.model import PERMANENT, Alias

BACKGROUND = 0.5
"""How much a term counts that a phrase brings along without naming it ("the Golan observers": Syria)."""
_NAMES_OF_PERSONS = frozenset(("leader", "envoy", "administration"))
_ADJECTIVES = frozenset(("demonym", "abbreviation"))
_SUCCESSORS = {"SUN": "RUS", "YMD": "YEM", "EAZ": "TZA", "SCG": "YUG", "DDR": "DEU"}
"""Members that a text about one subject names by either name: the term is that of the later."""
_KEPT_CACHED = 50_000
_TEXTS_KEPT = 256
"""Texts of which the terms are kept, since a sentence is asked after for either body, and a subject time and again."""
_END = ""
_WORDS = word_sets("thread_words.csv", "checking")
_TEXTS = _WORDS["somebodys_text"]
_PROPOSALS = _WORDS["proposal"]
_LOOKAHEAD = 3
_VERBS = _WORDS["doing"]
_ARTICLES = ("the", "a", "an")
"""Left out at the head of a phrase, so that "the West" does not hide "West Bank"."""


def member_term(code: str) -> str:
    """The term that stands for a member: `member:PRK`; the Soviet Union's is Russia's."""
    return f"member:{_SUCCESSORS.get(code, code)}"


PERMANENT_TERMS = frozenset(map(member_term, PERMANENT))
"""Terms of the permanent members, which are named in texts on anything."""


def author_term(code: str) -> str:
    """The term that stands for a member as the author of a text: `author:DZA`."""
    return f"author:{_SUCCESSORS.get(code, code)}"


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase stands for, and from when to when; open ends are None."""

    terms: tuple[tuple[str, float], ...]
    """Term and strength: 1, or `BACKGROUND`."""
    start: date | None = None
    end: date | None = None

    @property
    def dated(self) -> bool:
        return self.start is not None or self.end is not None

    def holds(self, on: date) -> bool:
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """One row of `subjects.csv`: wordings that mean the same, and the terms they mean."""

    phrases: tuple[str, ...]
    sense: Sense


@cache
def subject_rows() -> tuple[SubjectRow, ...]:
    """The subject table, in file order."""
    return tuple(_subject_rows())


def _subject_rows() -> Iterator[SubjectRow]:
    for row in rows("subjects.csv", "checking"):
        terms = tuple((term[1:], BACKGROUND) if term.startswith("~") else (term, 1.0) for term in row["terms"].split())
        yield SubjectRow(tuple(phrases(row["phrase"])), Sense(terms, _day(row["from"]), _day(row["to"])))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def empty_words() -> frozenset[str]:
    """Verbs of voting, words of procedure and function words: no subject, whoever uses them."""
    text = files("onrecord.checking").joinpath("tables", "subjects_empty_words.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(fold(word) for line in lines for word in split(line))


class _Folds(dict[str, str]):
    """Words met before to what they fold to; `capitals` stay as they are."""

    def __init__(self, capitals: set[str]) -> None:
        super().__init__()
        self._capitals = capitals

    def __missing__(self, word: str) -> str:
        if len(self) > _KEPT_CACHED:
            self.clear()
        folded = self[word] = word if word in self._capitals else fold(word)
        return folded


class _Tells(dict[str, bool]):
    """Folded words met before to whether they are a subject where no phrase takes them."""

    def __missing__(self, word: str) -> bool:
        if len(self) > _KEPT_CACHED:
            self.clear()
        told = self[word] = len(word) > 2 and word not in empty_words() and not word.isdigit()
        return told


class Phrases:
    """The known phrases as a trie over folded words; reading a text is one pass, linear in it."""

    def __init__(self, aliases: Iterable[Alias], rows: Iterable[SubjectRow]) -> None:
        self._root: dict[str, Any] = {}
        self._capitals: set[str] = set()
        self._folded = _Folds(self._capitals)
        self._tells = _Tells()
        self._adjectives: set[tuple[str, ...]] = set()
        senses: dict[tuple[str, ...], list[Sense]] = {}
        for alias in aliases:
            if alias.code.startswith("GROUP:") or (alias.kind in _NAMES_OF_PERSONS and alias.ambiguous):
                continue
            terms = () if alias.code == "-" else ((member_term(alias.code), 1.0),)
            words = self._words_of_phrase(alias.alias)
            senses.setdefault(words, []).append(Sense(terms, alias.start, alias.end))
            if alias.kind in _ADJECTIVES:
                self._adjectives.add(words)
        named = {words: _undated_where_alone(meant) for words, meant in senses.items()}
        described: dict[tuple[str, ...], list[Sense]] = {}
        for row in rows:
            for phrase in (*row.phrases, *(p.replace("'s ", " ") for p in row.phrases if "'s " in p)):
                described.setdefault(self._words_of_phrase(phrase), []).append(row.sense)
        for words, meant in (named | described).items():
            node = self._root
            for word in words:
                node = node.setdefault(word, {})
            node[_END] = tuple(sorted(meant, key=lambda sense: sense.dated))
        dated = [sense for meant in (*named.values(), *described.values()) for sense in meant if sense.dated]
        starts = {sense.start for sense in dated if sense.start}
        self.weigh = lru_cache(maxsize=_TEXTS_KEPT)(self._weigh)
        self._turns = sorted(starts | {sense.end + timedelta(days=1) for sense in dated if sense.end})

    def _weigh(self, text: str, on: date | None = None) -> Mapping[str, float]:
        """Each term of a text with its strength, 0 to 1; `on` leaves out senses that did not hold that day."""
        found: dict[str, float] = {}
        words = list(map(self._folded.__getitem__, split(text)))
        root, tells = self._root, self._tells
        at, count = 0, len(words)
        while at < count:
            word = words[at]
            node = root.get(word)
            if node is not None and (_END in node or (at + 1 < count and words[at + 1] in node)):
                length, senses = self._longest(words, at, on)
                if length:
                    subject, author = self._roles(words, at, at + length)
                    at += length
                    for sense in senses:
                        for term, strength in sense.terms:
                            if author and term.startswith("member:"):
                                found["author:" + term[7:]] = strength
                                if not subject:
                                    continue
                            if found.get(term, 0.0) < strength:
                                found[term] = strength
                    continue
            if tells[word]:
                found[word] = 1.0
            at += 1
        return found

    def era(self, on: date) -> int:
        """A number that is the same for two days where every phrase meant the same on both."""
        return bisect_right(self._turns, on)

    def _longest(self, words: list[str], at: int, on: date | None) -> tuple[int, Sequence[Sense]]:
        node, best, senses = self._root, 0, _NONE
        for position in range(at, len(words)):
            if words[position] not in node:
                break
            node = node[words[position]]
            if _END in node:
                holding = node[_END]
                if on is not None and holding[-1].dated:
                    holding = tuple(sense for sense in holding if sense.holds(on))
                if holding:
                    best, senses = position + 1 - at, holding
        return best, senses

    def _roles(self, words: list[str], start: int, end: int) -> tuple[bool, bool]:
        """Whether the name that stands there may be a subject, and whether it may be a text's author."""
        if end < len(words) and words[end] == POSSESSIVE:
            end += 1
        elif tuple(words[start:end]) not in self._adjectives or (end < len(words) and words[end] in _VERBS):
            return True, False
        for word in words[end : end + _LOOKAHEAD]:
            if word in _TEXTS:
                return False, True
            if word in _PROPOSALS:
                return True, True
        return True, False

    def _words_of_phrase(self, phrase: str) -> tuple[str, ...]:
        words = split(phrase)
        if len(words) > 1 and words[0].casefold() in _ARTICLES:
            words = words[1:]
        self._capitals.update(filter(is_capitals, words))
        return tuple(word if word in self._capitals else fold(word) for word in words)


_NONE: Sequence[Sense] = ()


@lru_cache(maxsize=2)
def phrases_for(aliases: tuple[Alias, ...]) -> Phrases:
    """The phrases of the subject table with one record's names, built once."""
    return Phrases(aliases, subject_rows())


def _undated_where_alone(senses: list[Sense]) -> list[Sense]:
    """A name that only one member ever bore speaks of it before and after, too ("South Sudan" before 2011)."""
    if len({sense.terms for sense in senses}) > 1:
        return senses
    return [Sense(senses[0].terms)]
