"""One vote held against another: "33 more than in October", "fewer countries abstained than last time"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Contrast, Tally, VoteClaim
from onrecord.reading.extract.contrasts_within import within_one
from onrecord.reading.extract.tally_words import ROLES
from onrecord.reading.extract.voting import acts_at
from onrecord.reading.extract.voting_words import tells
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import any_of, word_sets

_WORDS = word_sets("tally_words.csv")
MORE = frozenset({"more", "fewer", "less", "higher", "lower"})
DOWN = frozenset({"fewer", "less", "lower"})
_THAN_BEFORE = re.compile(rf"\bthan (?:(?:in|at|on) )?(?:the )?(?:{any_of(_WORDS['time_before'])})\b", re.I)
COUNTED = _WORDS["counted_so"]
"""What may stand between the number and what those did."""
SIDES = frozenset({"yes", "no", "abstain"})
REACH = 9
"""Chunks from "more" to "than"."""


def contrasts(
    sentences: Iterable[Sentence], phrases: Iterable[list[Phrase]], claims: Iterable[VoteClaim]
) -> list[Contrast]:
    """The contrasts that a text tells; `claims` are what else it says of votes."""
    counts = [claim for claim in claims if isinstance(claim, Tally)]
    made: list[Contrast] = []
    for sentence, found in zip(sentences, phrases, strict=True):
        if (one := within_one(sentence, found, _role)) is not None:
            made.append(one)
        elif "than" in sentence.words and not sentence.words.isdisjoint(MORE):
            before = next((c for c in reversed(counts) if c.sentence < sentence.index), None)
            made += _contrast(sentence, found, before)
    return made


def _contrast(sentence: Sentence, found: list[Phrase], before: Tally | None) -> list[Contrast]:
    """`before` is the count told last before the sentence."""
    if sentence.question or sentence.withdrawn or sentence.elsewhere or "modal" in sentence.kinds:
        return []
    chunks = sentence.chunks
    more = next((i for i, c in enumerate(chunks) if c.lower in MORE), None)
    than = next((i for i, c in enumerate(chunks) if more is not None and more < i and c.lower == "than"), None)
    if more is None or than is None or than - more > REACH or than >= sentence.unreal_from:
        return []
    last = than + 1
    while last < len(chunks) and (chunks[last].has("preposition", "determiner") and chunks[last].date is None):
        last += 1
    date = chunks[last].date if last < len(chunks) else None
    if date is None:
        said = _THAN_BEFORE.match(sentence.text, chunks[than].start - sentence.start)
        if said is None:
            return []
        last = next(i for i, c in enumerate(chunks) if c.end - sentence.start >= said.end())
    elif date.role != "at":
        return []
    counted = chunks[more - 1].cardinal is not None if more else False
    if than == more + 1 and not counted:
        return []  # "less than three years on"
    first = more - counted
    opens = _opens(chunks, first)
    role = _role(sentence, found, more + 1, than) or _role(sentence, found, last + 1, min(last + 5, len(chunks)))
    if role is None and opens is not None and than <= more + 2:
        role = _of_the_count(before)  # "That was 33 more than in October"
    if role is None or opens is None:
        return []
    number = chunks[more - 1].number if counted else None
    fewer = chunks[more].lower in DOWN
    return [Contrast(*sentence.placed(opens, last, first), role=role, fewer=fewer, number=number, date=date)]


def _opens(chunks: list[Chunk], at: int) -> int | None:
    """Where the clause begins, if nothing but "that was" or "there were" stands in front."""
    first = at
    while first > 0 and chunks[first - 1].is_word:
        first -= 1
        if chunks[first].has("member", "verb", "text") or chunks[first].lower not in LEADING:
            return None
    return first


LEADING = frozenset(
    {"that", "this", "it", "which", "was", "is", "were", "are", "there", "and", "but", "with", "some", "a", "total",
     "of", "in", "all", "also", "far", "many", "even", "got", "received", "had", "he", "they", "which was", "'s"}
)  # fmt: skip


def _role(sentence: Sentence, found: list[Phrase], first: int, end: int) -> str | None:
    """What those did who are counted, by the words from chunk `first` on; None where they say something else."""
    chunks = sentence.chunks
    told: str | None = None
    at = first
    while at < end:
        chunk = chunks[at]
        act = next((a for a in acts_at(sentence, found, at) if a.choice in SIDES), None) if tells(chunk) else None
        if act is not None and act.denied:
            return None
        one = act.choice if act is not None else next((r for kind, r in ROLES if chunk.has(kind) and r in SIDES), None)
        if one is not None and told not in (None, one):
            return None
        told = told or one
        if one is None and not (
            chunk.has("member_noun", "vote_noun", "pronoun_text", "determiner", "text", "preposition", "relative", "be")
            or chunk.lower in COUNTED
        ):
            return None
        at = act.last + 1 if act is not None else at + 1
    return told


def _of_the_count(before: Tally | None) -> str | None:
    if before is None:
        return None
    given = [role for role in ("yes", "no", "abstain") if getattr(before, role) is not None]
    return "yes" if "yes" in given else given[0] if len(given) == 1 else None
