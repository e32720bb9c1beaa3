"""The words that reading knows, from tables a non-programmer can mend, matched longest first in one pass.

Members and groups come from the record's aliases; verbs of voting, nouns and function words from
`tables/`. A word that spells a name and something else ("us", "may", "Turkey") must be written as the name is.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.record.model import Alias

TOKEN = re.compile(
    r"[A-Z](?:/[A-Z0-9][A-Za-z0-9.\-()]*)+"  # a document symbol
    r"|(?:[A-Za-z]\.){2,}"  # U.S.
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+?(?=n't\b)|n't\b"
    r"|[^\W\d_]+"
    r"|'(?:s|re|ve|ll|d|m)\b"
    r"|\S",
    re.UNICODE,
)
POSSESSIVES = ("its", "their", "his", "her", "our", "my", "the")
TITLES = ("Ambassador", "Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Envoy", "Minister", "Secretary")
"""In front of a surname they make it as good as the full name."""
VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a run of tokens may mean."""

    kind: str
    """`member`, `group`, `verb`, or a class of `words.csv`."""
    value: str
    form: str = ""
    """Of a verb: `base`, `third`, `past`, `participle` (both where spelled alike: `past`), `gerund`."""
    aliases: tuple[Alias, ...] = ()
    exact: bool = False
    """Whether the letters' case must be as written."""


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node]
    entries: list[tuple[tuple[str, ...], Entry]]


class Lexicon:
    """A trie over lower-case tokens."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._root = _Node({}, [])
        for words, entry in _function_words():
            self._add(words, entry)
        for words, entry in _verbs():
            self._add(words, entry)
        for words, entry in _names(aliases):
            self._add(words, entry)

    def _add(self, words: str, entry: Entry) -> None:
        tokens = tuple(match.group() for match in TOKEN.finditer(words))
        node = self._root
        for token in tokens:
            node = node.next.setdefault(token.lower(), _Node({}, []))
        node.entries.append((tokens, entry))

    def longest(self, lower: list[str], tokens: list[str], at: int) -> tuple[int, tuple[Entry, ...]]:
        """How many tokens from `at` are known as one, and what they may mean; 0 where none are."""
        node = self._root
        best: tuple[int, tuple[Entry, ...]] = (0, ())
        position = at
        limit = len(lower)
        while position < limit:
            following = node.next.get(lower[position])
            if following is None:
                break
            node = following
            position += 1
            if node.entries:
                fitting = tuple(e for words, e in node.entries if _case_fits(words, e, tokens, at))
                if fitting:
                    best = (position - at, fitting)
        return best


def _case_fits(words: tuple[str, ...], entry: Entry, tokens: list[str], at: int) -> bool:
    if entry.exact:
        return all(tokens[at + i] == word for i, word in enumerate(words))
    if entry.kind in ("member", "group", "blocked"):
        return all(tokens[at + i][:1].isupper() or not word[:1].isupper() for i, word in enumerate(words))
    return True


def _rows(name: str) -> Iterator[dict[str, str]]:
    with files("onrecord.reading").joinpath(f"tables/{name}").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _function_words() -> Iterator[tuple[str, Entry]]:
    for row in _rows("words.csv"):
        for words in row["words"].split("|"):
            phrase = words.strip()
            yield phrase, Entry(row["class"], row["value"], exact=phrase in ("SC", "the council", "No"))
    for row in _rows("elsewhere.csv"):
        for words in row["words"].split("|"):
            phrase = words.strip()
            yield phrase, Entry("elsewhere", row["what"], exact=phrase != phrase.lower())
    for row in _rows("prefixes.csv"):
        if row["code"]:
            yield row["prefix"], Entry("prefix", row["code"])


def _verbs() -> Iterator[tuple[str, Entry]]:
    for row in _rows("verbs.csv"):
        for form, words in _forms(row["base"], row["past"], row["participle"]):
            if "{its}" in words:
                for possessive in POSSESSIVES:
                    yield words.replace("{its}", possessive), Entry("verb", row["meaning"], form)
            else:
                yield words, Entry("verb", row["meaning"], form)


def _forms(base: str, past: str, participle: str) -> Iterator[tuple[str, str]]:
    if base:
        head, _, rest = base.partition(" ")
        tail = f" {rest}" if rest else ""
        yield "base", base
        yield "third", third_person(head) + tail
        yield "gerund", gerund(head) + tail
    yield "past", past
    if participle != past:
        yield "participle", participle


def third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe")):
        return verb[:-1] + "ing"
    if re.fullmatch(r"[^aeiou]*[aeiou][bdglmnprt]", verb) or verb in ("admit", "submit", "refer", "permit", "quash "):
        return verb + verb[-1] + "ing"
    return verb + "ing"


def _names(aliases: Iterable[Alias]) -> Iterator[tuple[str, Entry]]:
    grouped: dict[str, list[Alias]] = {}
    for alias in aliases:
        if alias.code not in ("GROUP:UNSC",):
            grouped.setdefault(alias.alias, []).append(alias)
    for words, rows in grouped.items():
        kind = "blocked" if rows[0].code == "-" else "group" if rows[0].code.startswith("GROUP:") else "member"
        yield words, Entry(kind, rows[0].code, rows[0].kind, tuple(rows), exact=len(words) <= 3 or words.isupper())
        if kind == "member" and rows[0].kind in ("envoy", "leader") and " " in words and not words.startswith("President"):
            surname = words.rsplit(" ", 1)[-1]
            for title in TITLES:
                yield f"{title} {surname}", Entry(kind, rows[0].code, rows[0].kind, tuple(rows))
        if words.startswith("the ") and kind == "member":
            yield words[4:], Entry(kind, rows[0].code, rows[0].kind, tuple(rows))


@lru_cache(maxsize=4)
def lexicon(aliases: tuple[Alias, ...]) -> Lexicon:
    return Lexicon(aliases)


@lru_cache(maxsize=1)
def _prefixes() -> dict[str, str]:
    return {row["prefix"].lower(): row["code"] for row in _rows("prefixes.csv") if row["code"]}


def prefix_code(word: str) -> str | None:
    """The member that a combining form stands for: "Franco" in "Franco-Emirati"."""
    return _prefixes().get(word.lower())
