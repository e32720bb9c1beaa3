"""Denials of a place among acts: "it was not the first time", "hardly its only veto", "not for the first time"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.extract.acts import CLAUSE_ENDS
from onrecord.reading.parsed import Sentence

FORMS = ("first", "only", "last")
SCARCELY = ("hardly", "scarcely", "anything but", "by no means", "far from", "nothing like")
NOT_ONLY = ("only", "just", "merely", "simply")
TILL = ("until", "before")
BACK = 8
"""Chunks before the ordinal in which its denial stands."""


def deny(claim: Count | Generalisation, sentence: Sentence) -> Count | Generalisation:
    """The claim, marked as denied where the words in front of its ordinal say so."""
    if isinstance(claim, Count) and claim.ordinal is None:
        return claim
    if isinstance(claim, Generalisation) and claim.form not in FORMS:
        return claim
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if claim.start <= chunk.start < claim.end and _numbers(chunk, claim):
            return replace(claim, denied=True) if _denied(chunks, at) else claim
    return claim


def _numbers(chunk: Chunk, claim: Count | Generalisation) -> bool:
    if isinstance(claim, Generalisation) and claim.form != "first":
        return chunk.has("only" if claim.form == "only" else "last_word")
    ordinal = chunk.number is not None and chunk.number.ordinal
    return ordinal or chunk.lower in ("first", "for the first time", "maiden")


def _denied(chunks: list[Chunk], at: int) -> bool:
    for place in range(at - 1, max(at - BACK, -1), -1):
        chunk = chunks[place]
        if _says_not(chunks, place) and [c.lower for c in chunks[max(0, place - 2) : place]] != ["it", "or"]:
            behind = chunks[place + 1]
            if behind.date is not None and behind.date.role in TILL:
                return False  # "it was not until 1956 that Britain first used it": then it did
            return behind.lower not in NOT_ONLY and _of_being(chunks, place)
        if chunk.text in CLAUSE_ENDS or ("verb" in chunk.kinds and not chunk.has("be", "veto_noun", "text")):
            return False
    return False


def _says_not(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.has("negation") or chunk.lower.split()[0] == "nor" or chunk.lower in SCARCELY:
        return True
    return at > 0 and f"{chunks[at - 1].lower} {chunk.lower}" in SCARCELY


def _of_being(chunks: list[Chunk], at: int) -> bool:
    """ "Was not the first", "nor was it the first", "not for the first time": no act is denied."""
    before = chunks[at - 1] if at else None
    opens = before is None or before.text in CLAUSE_ENDS or before.has("and", "but")
    beside = any(c.has("be") for c in chunks[max(0, at - 2) : at + 2])
    return beside or (opens and at + 1 < len(chunks) and "verb" not in chunks[at + 1].kinds)
