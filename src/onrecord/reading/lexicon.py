"""The words that reading knows, from tables a non-programmer can mend, matched longest first in one pass.

Members and groups come from the record's aliases; verbs of voting, nouns and function words from
`tables/`. A word that spells a name and something else ("us", "may", "Turkey") must be written as the name is.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain

from onrecord.reading.table import phrases, rows, word_sets
from onrecord.record.model import Alias

TOKEN = re.compile(
    r"[A-Z](?:/[A-Z0-9](?:[A-Za-z0-9.\-]|\([^()\s]*\))*)+"  # a document symbol
    r"|[\U0001F1E6-\U0001F1FF]{2}"  # a flag
    r"|(?:[A-Za-z]\.){2,}"  # U.S.
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+?(?=(?i:n't)\b)|(?i:n't)\b"
    r"|[^\W\d_]+"
    r"|'(?i:s|re|ve|ll|d|m)\b"
    r"|\S",
    re.UNICODE,
)
WORDING = re.compile(r"\{\w+\}|" + TOKEN.pattern, re.UNICODE)
"""A token of a wording in a table, where a place may stand for several words."""
POSSESSIVES = ("its", "their", "there", "his", "her", "our", "my", "the")
TITLES = ("Ambassador", "Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Envoy", "Minister", "Secretary")
"""In front of a surname they make it as good as the full name."""
PRONOUNS = frozenset(
    {("it",), ("this",), ("that",), ("them",), ("both",), ("this", "one"), ("that", "one"), ("things",)}
)
SLOTS: dict[str, frozenset[tuple[str, ...]]] = {
    "{its}": frozenset((word,) for word in (*POSSESSIVES, "a", "own"))
    | {(word, "own") for word in POSSESSIVES if word != "the"}
    | {(the, single) for the in ("the", "a", "its") for single in ("only", "lone", "sole", "single", "solitary")},
    "{nth}": frozenset((the, nth) for the in ("a", "the") for nth in ("second", "third", "fourth", "fifth", "further"))
    | {("another",), ("one", "more"), ("the", "other")},
    "{self}": frozenset((word + "self",) for word in ("it", "him", "her")) | {("themselves",), ("ourselves",)},
    "{way}": frozenset(
        {
            (way,)
            for way in ("yes", "no", "abstain", "abstaining", "abstention", "against", "aye", "support", "opposition")
        }
        | {(a, way) for a in ("a", "an", "its") for way in ("yes", "no", "abstention", "veto")}
        | {("voting", way) for way in ("yes", "no", "against", "for")}
    ),
    "{it}": PRONOUNS,
    "{text}": PRONOUNS
    | {
        (the, *kind, noun)
        for the in ("the", "this", "that")
        for kind in ((), ("draft",), ("whole",), ("final",), ("new",), ("revised",), ("amended",), ("compromise",))
        for noun in ("text", "draft", "resolution", "measure", "motion", "proposal", "thing", "plan", "bid")
    },
}
"""What a place in the wordings of `stances.csv` and `verbs.csv` stands for."""
LONGEST_FILLING = 3
_WORDS = word_sets("clause_words.csv")
WITHIN = _WORDS["within_verb"]
SPLIT = " … "
"""In `stances.csv` where the text stands inside the wording: "gave the Algerian draft its blessing"."""
AUXILIARY: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "be": {
        "third": ("is",),
        "base": ("be", "are"),
        "past": ("was", "were"),
        "participle": ("been",),
        "gerund": ("being",),
    },
    "have": {"third": ("has",), "base": ("have",), "past": ("had",), "participle": ("had",), "gerund": ("having",)},
}
REGIONAL_A = 0x1F1E6
"""The first of the letters that flags are written in."""
VOWELS = "aeiou"
DOUBLING = _WORDS["doubling"]


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
    free: bool = False
    """Of a name: whether it is one in small letters too, as hurried writing has it."""
    needs: str = ""
    """Of a verb that says other things as well: `text` where a text must be its object, `vote` where its sentence
    must speak of votes, `event` where only a vote that bears it out shows that it was meant so."""
    tails: frozenset[tuple[str, ...]] = frozenset()
    """Of a `split` verb: the words behind its object that make it say so."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """What a run of tokens may mean, and of which kinds that is."""

    entries: tuple[Entry, ...]
    kinds: frozenset[str]


NOTHING = Meanings((), frozenset())
NAMES_OF_STATES = frozenset({"official", "short", "people", "demonym", "historical"})
OWNING = frozenset({"official", "short", "historical", "capital"})
CASED = frozenset({"member", "members", "group", "blocked"})
"""Kinds of words whose capitals must be written."""


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node]
    entries: list[tuple[tuple[str, ...], Entry]]
    whole: Meanings | None = None
    """All the entries at once."""
    cased: bool = False
    """Whether any of the entries asks for capitals."""
    slots: tuple[str, ...] = ()
    verbal: bool = False
    """Whether it lies on the way to a verb, inside which an adverb may stand."""

    def ends(self, lower: list[str], position: int) -> bool:
        """Whether no wording that has come here goes on with what stands at `position`, as is the rule."""
        if not self.next:
            return not self.slots
        return not (self.verbal or self.slots) and (position >= len(lower) or lower[position] not in self.next)


class Lexicon:
    """A trie over lower-case tokens."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._root = _Node({}, [])
        self._spelling = {wrong: row["right"] for row in rows("misspellings.csv") for wrong in phrases(row["wrong"])}
        for words, entry in _function_words():
            self._add(words, entry)
        for words, entry in _verbs():
            self._add(words, entry)
        self.names: dict[str, bool] = {}
        """Names of states and capitals of one word, in small letters, and whether they are names in these too."""
        for words, entry in _names((*aliases, *_flags())):
            self._add(words, entry)
            if entry.form in OWNING and words.isalpha():
                self.names.setdefault(words.lower(), entry.free)
        self.names = {name: free for name, free in self.names.items() if f"{name}s" not in self._root.next}
        for words, entry in _nicknames():
            self._add(words, entry)

    def _add(self, words: str, entry: Entry) -> None:
        tokens = tuple(match.group() for match in WORDING.finditer(words))
        node = self._root
        for token in tokens:
            if token in SLOTS and token not in node.slots:
                node.slots = (*node.slots, token)
            node = node.next.setdefault(token.lower(), _Node({}, []))
            node.verbal = node.verbal or entry.kind == "verb"
        node.entries.append((tokens, entry))
        node.cased = node.cased or entry.exact or entry.kind in CASED

    @property
    def begins(self) -> Container[str]:
        """The words, in lower case, with which anything that is known begins."""
        return self._root.next

    def spelled(self, words: list[str]) -> list[str]:
        """The words as they are meant, where they are misspelt in a common way."""
        if self._spelling.keys().isdisjoint(words):
            return words
        spelling = self._spelling.get
        return [spelling(word, word) for word in words]

    def longest(self, lower: list[str], tokens: list[str], at: int) -> tuple[int, Meanings]:
        """How many tokens from `at` are known as one, and what they may mean; 0 where none are.

        One adverb may stand inside a verb of several words: "sat firmly on its hands".
        """
        following = self._root.next.get(lower[at])
        if following is None:
            return 0, NOTHING
        if following.ends(lower, at + 1):
            meant = _fitting(following, tokens[at : at + 1]) if following.entries else NOTHING
            return (1, meant) if meant.entries else (0, NOTHING)
        end, meant = _furthest(following, lower, tokens, at, at + 1, False)
        return end - at, meant


def _furthest(
    node: _Node, lower: list[str], tokens: list[str], at: int, position: int, skipped: bool
) -> tuple[int, Meanings]:
    """The furthest end that a wording reaches which has come to `node` at `position`; `at` where none does."""
    best, meant = at, NOTHING
    spelled = True
    while True:
        if spelled and node.entries and (fitting := _fitting(node, tokens[at:position])).entries:
            best, meant = position, fitting
        if position >= len(lower):
            return best, meant
        for slot in node.slots:
            for length in range(1, LONGEST_FILLING + 1):
                if position + length <= len(lower) and tuple(lower[position : position + length]) in SLOTS[slot]:
                    end, entries = _furthest(node.next[slot], lower, tokens, at, position + length, skipped)
                    if end > best:
                        best, meant = end, entries
        following = node.next.get(lower[position])
        if following is None:
            word = lower[position]
            if node.verbal and word == '"' and spelled:
                # answered "yes"
                spelled = False
                position += 1
                continue
            if skipped or not node.verbal or not _may_stand_inside(word):
                return best, meant
            skipped, spelled = True, False
            position += 1
            continue
        node, spelled = following, True
        position += 1


def _may_stand_inside(word: str) -> bool:
    """Whether a word is no more than the manner of a verb; "voted unanimously to" says more."""
    return word in WITHIN or (len(word) > 4 and word.endswith("ly") and word != "unanimously")


def _fitting(node: _Node, tokens: list[str]) -> Meanings:
    if node.whole is None:
        entries = tuple(entry for _, entry in node.entries)
        node.whole = Meanings(entries, frozenset(e.kind for e in entries))
    if not node.cased:
        return node.whole
    fitting = tuple(e for words, e in node.entries if len(words) == len(tokens) and _case_fits(words, e, tokens))
    return node.whole if len(fitting) == len(node.entries) else Meanings(fitting, frozenset(e.kind for e in fitting))


def _case_fits(words: tuple[str, ...], entry: Entry, tokens: list[str]) -> bool:
    if entry.exact:
        return words == tuple(tokens)
    if entry.kind in CASED and not (
        entry.free
        and all(token.islower() or token.isupper() or token == word for token, word in zip(tokens, words, strict=True))
    ):
        return all(token[:1].isupper() or not word[:1].isupper() for token, word in zip(tokens, words, strict=True))
    return True


def _function_words() -> Iterator[tuple[str, Entry]]:
    for row in rows("words.csv"):
        for phrase in phrases(row["words"]):
            yield phrase, Entry(row["class"], row["value"], exact=phrase in ("SC", "the council", "No", "us"))
    for row in rows("elsewhere.csv"):
        for phrase in phrases(row["words"]):
            yield phrase, Entry("elsewhere", row["what"], exact=phrase != phrase.lower())
    for row in rows("prefixes.csv"):
        if row["code"]:
            yield row["prefix"], Entry("prefix", row["code"])


def _verbs() -> Iterator[tuple[str, Entry]]:
    for row in rows("verbs.csv"):
        for form, words in _forms(row["base"], row["past"], row["participle"]):
            needs = "text" if row["meaning"] == "block" else ""
            yield words, Entry("verb", row["meaning"], form, needs=needs)
    irregular = {row["base"]: (row["past"], row["participle"]) for row in rows("irregular_verbs.csv")}
    for row in rows("stances.csv"):
        tails: dict[str, set[tuple[str, ...]]] = {}
        for base in phrases(row["words"]):
            if SPLIT in base:
                head, _, tail = base.partition(SPLIT)
                tails.setdefault(head, set()).update(_filled(tuple(tail.replace("-", " ").split())))
                continue
            for form, words in chain.from_iterable(_inflected(one, irregular) for one in _also_said(base)):
                yield words, Entry("verb", row["meaning"], form, needs=row["needs"])
                if base.partition(" ")[2].startswith("not "):
                    yield words.replace(" not ", " n't ", 1), Entry("verb", row["meaning"], form, needs=row["needs"])
        for head, behind in tails.items():
            for form, words in _inflected(head, irregular):
                yield words, Entry("split", row["meaning"], form, tails=frozenset(behind))


def _also_said(base: str) -> Iterator[str]:
    """ "Do not take sides", and with it "choose not to take sides", "refuse to take sides"."""
    yield base
    if base.startswith("do not "):
        yield from (f"{held_back} {base.removeprefix('do not ')}" for held_back in sorted(_WORDS["held_back"]))


def _inflected(base: str, irregular: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    head, space, rest = base.partition(" ")
    past, participle = (f"{form}{space}{rest}" for form in irregular.get(head, (regular_past(head),) * 2))
    return _forms(base, past, participle)


def _filled(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The words with each place in them filled in every way."""
    if not words:
        return {()}
    fillings = SLOTS.get(words[0], frozenset({(words[0],)}))
    return {(*first, *rest) for first in fillings for rest in _filled(words[1:])}


def _forms(base: str, past: str, participle: str) -> Iterator[tuple[str, str]]:
    head, space, rest = base.partition(" ")
    tail = space + rest
    if head in AUXILIARY:
        for form, words in AUXILIARY[head].items():
            yield from ((form, word + tail) for word in words)
        return
    yield "base", base
    yield "third", third_person(head) + tail
    yield "gerund", gerund(head) + tail
    yield "past", past
    if participle != past:
        yield "participle", participle


def regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1] if _doubles(verb) else "") + "ed"


def _doubles(verb: str) -> bool:
    """Whether its last consonant is doubled: "nodded", "putting"."""
    return re.fullmatch(r"[^aeiou]*[aeiou][bdglmnprt]", verb) is not None or verb in DOUBLING


def third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _doubles(verb) else "") + "ing"


def _names(aliases: Iterable[Alias]) -> Iterator[tuple[str, Entry]]:
    grouped: dict[str, list[Alias]] = {}
    for alias in aliases:
        if alias.code not in ("GROUP:UNSC",):
            grouped.setdefault(alias.alias, []).append(alias)
    small = word_sets("small_letters.csv")
    for words, named in grouped.items():
        kind = "blocked" if named[0].code == "-" else "group" if named[0].code.startswith("GROUP:") else "member"
        free = kind == "member" and _free(words.lower(), named[0].kind, small)
        entry = Entry(
            kind, named[0].code, named[0].kind, tuple(named), exact=len(words) <= 3 or words.isupper(), free=free
        )
        yield words, entry
        if kind == "member" and words.lower() in small["abbreviation"]:
            yield words.lower(), entry
        if kind == "member" and named[0].kind in ("envoy", "leader") and not words.startswith(("President", *TITLES)):
            surname = words.rsplit(" ", 1)[-1]
            for title in TITLES:
                yield f"{title} {surname}", Entry(kind, named[0].code, named[0].kind, tuple(named))
        if words.startswith("the ") and kind == "member":
            yield words[4:], Entry(kind, named[0].code, named[0].kind, tuple(named), free=free)


def _free(words: str, kind: str, small: Mapping[str, frozenset[str]]) -> bool:
    """Whether a name is one in small letters too: "russia vetoed", but not "turkey" or "may"."""
    if kind == "capital":
        return words in small["capital"]
    return kind in NAMES_OF_STATES and len(words) > 3 and words not in small["never"]


def _nicknames() -> Iterator[tuple[str, Entry]]:
    small = word_sets("small_letters.csv")
    for row in rows("nicknames.csv"):
        codes = row["members"].split()
        kind = row["kind"] if row["kind"] in ("group", "blocked") else "member" if len(codes) == 1 else "members"
        start, end = (date.fromisoformat(row[edge]) if row[edge] else None for edge in ("start", "end"))
        for words in phrases(row["words"]):
            aliases = tuple(Alias(code, words, row["kind"], start, end) for code in codes)
            free = row["kind"] == "short" and _free(words.lower(), "short", small)
            entry = Entry(kind, row["members"], row["kind"], aliases, free=free)
            yield words, entry
            if row["kind"] in ("envoy", "leader") and not words.startswith("the "):
                yield from ((f"{title} {words.rsplit(' ', 1)[-1]}", entry) for title in TITLES)
            if words.startswith(("two ", "three ", "four ", "five ")):
                yield f"the {words}", entry


def _flags() -> Iterator[Alias]:
    for row in rows("flags.csv"):
        yield Alias(row["code"], "".join(chr(REGIONAL_A + ord(letter) - ord("A")) for letter in row["letters"]), "flag")


@lru_cache(maxsize=4)
def lexicon(aliases: tuple[Alias, ...]) -> Lexicon:
    return Lexicon(aliases)


@lru_cache(maxsize=1)
def _prefixes() -> dict[str, str]:
    return {row["prefix"].lower(): row["code"] for row in rows("prefixes.csv") if row["code"]}


def prefix_code(word: str) -> str | None:
    """The member that a combining form stands for: "Franco" in "Franco-Emirati"."""
    return _prefixes().get(word.lower())
