"""Which days the leaders and envoys named in a claim were in office: "Samantha Power abstained", "under Reagan"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.lexicon import Entry
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets
from onrecord.record.model import Alias

HOLDERS = ("leader", "envoy", "administration")
"""Forms of names that stand for a state while somebody is in office."""
REIGNS = word_sets("thread_words.csv", "checking")["reign"]
_SECOND_TERM = re.compile(
    r"\b(?:votes|hands|members|states|all|everybody) (?:but \w+ )?for (?:giving \w+ )?a (?:second|third) term\b"
    r"|\b(?:denied|refused|vetoed|blocked)(?: \w+)? a (?:second|third) term\b"
)

Terms = Sequence[Alias]


def in_office(sentence: Sentence, claim: VoteClaim) -> Iterator[Terms]:
    """The dated terms of each whom the claim names, or in whose time its sentence says that it happened."""
    chunks = sentence.chunks
    for at, entry in _holders(sentence):
        chunk = chunks[at]
        named = claim.start <= chunk.start < claim.end
        if named or (at and chunks[at - 1].lower == "under") or any(c.lower in REIGNS for c in chunks[at + 1 : at + 3]):
            terms = [alias for alias in entry.aliases if alias.start is not None]
            if terms:
                yield terms


def speaks_of_a_second_term(sentence: Sentence) -> bool:
    """ "Fourteen votes for a second term": of a Secretary-General, whom the Council appoints."""
    return (
        " term" in sentence.text and "council" not in sentence.kinds and _SECOND_TERM.search(sentence.text) is not None
    )


@lru_cache(maxsize=4)
def _holders(sentence: Sentence) -> tuple[tuple[int, Entry], ...]:
    """Where a sentence names them; kept for the sentences at hand, since each of their claims asks."""
    if "member" not in sentence.kinds:
        return ()
    named = ((at, chunk.get("member")) for at, chunk in enumerate(sentence.chunks) if "member" in chunk.kinds)
    return tuple((at, entry) for at, entry in named if entry is not None and entry.form in HOLDERS)


def held_on(terms: Terms, day: date) -> bool:
    """Whether any of the terms covers the day."""
    return any(a.start is not None and a.start <= day and (a.end is None or day <= a.end) for a in terms)


def apart(one: Sequence[Terms], other: Sequence[Terms]) -> bool:
    """Whether some of the one and all of the other were never in office at the same time."""
    return bool(one) and bool(other) and not any(_meet(a, b) for first in one for a in first for s in other for b in s)


def _meet(one: Alias, other: Alias) -> bool:
    begins = one.end is None or other.start is None or other.start <= one.end
    return begins and (other.end is None or one.start is None or one.start <= other.end)
