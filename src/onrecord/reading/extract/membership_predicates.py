"""Words that say of somebody that they sit, join, leave or how often they sat: where they stand in a sentence.

The phrases are in `tables/membership_phrases.csv`, in the notation of `phrasing.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import Members
from onrecord.reading.dates import DateMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.phrasing import Fixed, Index, Vocabulary, Words
from onrecord.reading.table import class_pattern, phrases, rows

WORDS, PHRASES = "membership_words.csv", "membership_phrases.csv"
MEMORY = 3
"""Sentences for which a subject or a topic is still understood."""
_COUNCIL = re.compile(r"\b(?:Council|UNSC|security council)\b")
_OWNER = re.compile(r"(?:its|their|whose|our|his|'s|s'|the)\b", re.IGNORECASE)
_NOR = re.compile(r"\b(?:has(?:n't| not)|have(?:n't| not)|nor has|neither has)\b[^.;:]{0,20}?(?:\beither\b|$)")
_ITS_OWN = re.compile(r"(?:'s|s') (?:runs? (?:to|until|till|out)|ends?|expires?|lasts? until)\b")
_ELECTED = re.compile(
    r"\b(?:elected|chosen|served|sat|been a member|member)\b"
    r"(?:[^.;]{0,16}| to the (?:UN |U\.N\. )?(?:Security )?Council )$",
    re.IGNORECASE,
)
_WHO_DID = re.compile(r"\s*(?:to|that|which|who)\b")
_OWN_TERM = re.compile(
    r"\b(?:its|their|on its|for an?|for its|serving a|serving its|began its|begins its|in its|of its)\s\Z|'s\s\Z",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Memory:
    """Whom the text spoke of last, and whether it spoke of terms."""

    subject: Members | None = None
    subject_at: int = -99
    several: Members | None = None
    several_at: int = -99
    form: str | None = None
    form_at: int = -99
    claim: Membership | None = None
    date: DateMention | None = None
    date_at: int = -99
    council_at: int = -99
    """The last sentence that may speak of the Council."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a predicate stands in the sentence, and what it says."""

    start: int
    end: int
    form: str
    kind: str | None = None
    negated: bool = False
    quantity: int | None = None
    ordinal: bool = False
    owner: bool = False
    """Whether the subject owns the noun ("its term") instead of doing the verb."""


_SEATED = re.compile(r"\bpermanent (?:members?|five|seats?)\b|\b(?:ten|other|six) elected members\b|\bE10\b|\bP5\b")
"""Words that only the Security Council's members are spoken of in."""


def words_of_class(kind: str) -> re.Pattern[str]:
    return class_pattern(WORDS, kind)


def speaks_of_council(text: str) -> bool:
    return _COUNCIL.search(text) is not None or _SEATED.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Row:
    form: str
    negated: bool
    phrase: Fixed


@cache
def _rows() -> Index[_Row]:
    vocabulary = Vocabulary()
    for row in rows(WORDS):
        vocabulary.add_words(row["class"], phrases(row["words"]), capture=row["class"] == "kind")
    found: list[_Row] = []
    for row in rows(PHRASES):
        if row["form"].startswith("="):
            vocabulary.add_phrase(row["form"][1:], row["phrase"])
            continue
        compiled = vocabulary.phrase(row["phrase"])
        if isinstance(compiled, Fixed):
            found.append(_Row(row["form"], row["negated"] == "yes", compiled))
    return Index((row, row.phrase) for row in found)


def hits_in(sentence: Sentence, memory: Memory, words: Words) -> list[Hit]:
    text = sentence.text
    hits = _times(sentence, memory)
    spoken = sentence.index - memory.council_at <= MEMORY or sentence.index - memory.form_at <= MEMORY
    for row in _rows().fitting(words):
        for match in row.phrase.pattern.finditer(text):
            if _about_the_council(row, match, spoken) and not _singled_out(text, match):
                kind = _kind(match.groupdict().get("kind"))
                owner = _OWNER.match(match.group()) is not None and row.form in ("start", "end")
                hits.append(Hit(match.start(), match.end(), row.form, kind, row.negated, owner=owner))
    hits.extend(_elliptic(sentence, memory, hits))
    return sorted(hits, key=lambda hit: (hit.start, -hit.end))


def _singled_out(text: str, match: re.Match[str]) -> bool:
    """ "Is the only permanent member to have vetoed it": what is said is what follows."""
    return "only" in match.group().split() and _WHO_DID.match(text, match.end()) is not None


def _about_the_council(row: _Row, match: re.Match[str], spoken: bool) -> bool:
    """Whether the words name the Council, or can only mean it where the text speaks of it."""
    words = match.group()
    if speaks_of_council(words) or re.search(r"\btable\b", words):
        return True
    if row.form in ("start", "end") and words.startswith(("'s", "s'", "the ")) and re.search(r"\bterms?\b", words):
        return True
    if row.form == "seat":
        return spoken or match.groupdict().get("kind") is not None
    if not spoken or row.form == "never":
        return spoken
    if words_of_class("ends_alone").fullmatch(words) or words.lower().startswith(("which ", "who ")):
        return True
    seat = re.search(r"\bseats?\b|\bterms?\b|\bstint\b|^in comes?\b|^out goe?s?\b", words, re.IGNORECASE)
    return seat is not None or _OWNER.match(words) is not None


def _elliptic(sentence: Sentence, memory: Memory, hits: list[Hit]) -> Iterator[Hit]:
    """ "Liberia hasn't either", "Ghana's runs to the end of 2024": the noun or verb was said just before."""
    text = sentence.text
    if memory.form == "never" and sentence.index - memory.form_at <= 1:
        match = _NOR.search(text)
        if match:
            yield Hit(match.start(), match.end(), "never")
    said_just_now = memory.form == "end" and sentence.index - memory.form_at <= 1
    if said_just_now or any(hit.form == "end" for hit in hits):
        for match in _ITS_OWN.finditer(text):
            yield Hit(match.start(), match.end(), "end", owner=True)


def _kind(word: str | None) -> str | None:
    if word is None:
        return None
    return "permanent" if word.lower() in ("permanent", "veto-wielding", "veto-holding") else "elected"


def _times(sentence: Sentence, memory: Memory) -> list[Hit]:
    """ "Elected twelve times", "twelve terms", "its eighth term", and after these "Germany has had six"."""
    text = sentence.text
    hits: list[Hit] = []
    spoken = memory.form == "times" and sentence.index - memory.form_at <= MEMORY
    near_council = sentence.index - memory.council_at <= MEMORY or spoken
    for chunk in sentence.chunks:
        number = chunk.number
        if number is None or number.integer is None or not 1 <= number.integer <= 30:
            continue
        start, end = number.start, number.end
        after, before = text[end : end + 24], text[max(0, start - 40) : start]
        if number.ordinal and text.startswith(("a ", "an "), start):
            before += "a "
        if number.unit == "times" or re.match(r" times\b", after):
            if re.match(r"(?: times)? (?:an? )?(?:elected |non-permanent )?member of", after):
                hits.append(Hit(start, end + 6, "times", quantity=number.integer))
            elif _ELECTED.search(before):
                verb = re.search(r"\b(?:elected|chosen|served|sat|been a member|member)\b", before, re.IGNORECASE)
                first = start - (len(before) - verb.start()) if verb else start
                hits.append(Hit(first, end + 6, "times", quantity=number.integer))
        elif re.match(r" (?:two-year |Council )?terms?\b", after) and (near_council or "Council" in after):
            if number.ordinal and (not _OWN_TERM.search(before) or re.match(r"\w* terms? (?:for|as)\b", after.strip())):
                continue
            hits.append(Hit(start, end + 6, "times", quantity=number.integer, ordinal=number.ordinal))
        elif (
            spoken
            and re.search(r"\b(?:has|have|had)(?: had| sat| served)? $", before)
            and re.match(r"\s*(?:[.,;]|$| times| terms)", after)
        ):
            hits.append(Hit(start - 4, end, "times", quantity=number.integer))
        elif (
            (spoken or hits or memory.form in ("start", "seat"))
            and near_council
            and number.ordinal
            and re.search(r"\b(?:on its|for an?|for its) $", before)
            and re.match(r"\s*(?:[.,;]|$| term| time)", after)
        ):
            hits.append(Hit(start - 4, end, "times", quantity=number.integer, ordinal=True))
    return hits
