"""A vote that was not unanimous, told as such: "on a split vote", "the vote was divided", "by a divided Council"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import NOT_ALL, Tally
from onrecord.reading.extract.spans import clause_end
from onrecord.reading.extract.tally_words import clause_start, supposed, voting_around
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

_WORDS = word_sets("unanimity_words.csv")
DIVIDED = _WORDS["divided"]
REACH = 5


def divided(sentence: Sentence, found: list[Phrase], near: bool) -> list[Tally]:
    """`near`: whether a vote was told of just before."""
    if DIVIDED.isdisjoint(sentence.words):
        return []
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if chunk.lower not in DIVIDED or at >= sentence.unreal_from or supposed(sentence, at):
            continue
        told = _vote(chunks, at) or _was_divided(chunks, at) or _council(chunks, at)
        denied = any(c.has("negation", "nobody") or c.lower == "no" for c in chunks[max(0, at - 3) : at])
        if told is None or denied or not (near or voting_around(sentence, at)):
            continue
        last = clause_end(sentence, found, told)
        return [Tally(*sentence.placed(clause_start(sentence, at), max(told, last), at), share=NOT_ALL)]
    return []


def _vote(chunks: list[Chunk], at: int) -> int | None:
    """ "On a split vote", "a divided vote gave us"; not "a split vote would", "split votes"."""
    behind = chunks[at + 1 : at + 3]
    if not behind or behind[0].lower not in _WORDS["ballot"] or not (at and chunks[at - 1].has("determiner")):
        return None
    return None if len(behind) > 1 and behind[1].has("modal") else at + 1


def _was_divided(chunks: list[Chunk], at: int) -> int | None:
    """ "The vote (on it) was split"."""
    be = at - 1 if at and chunks[at - 1].has("be") else -1
    if be < 1 or chunks[be].lower not in ("was", "were"):
        return None
    opens = max((i for i in range(be) if chunks[i].text in ",;:—–"), default=-1) + 1
    ends = at + 1 == len(chunks) or not chunks[at + 1].is_word or chunks[at + 1].has("but", "and")
    return at if ends and any(c.lower in _WORDS["ballot"] for c in chunks[opens : opens + 3]) else None


def _council(chunks: list[Chunk], at: int) -> int | None:
    """ "Adopted by a divided Council", "a divided Council adopted it"."""
    body = chunks[at + 1] if at + 1 < len(chunks) else chunks[at]
    if not (body.has("council", "assembly") or body.text in ("Council", "Assembly")):
        return None
    before, behind = chunks[max(0, at - REACH) : at], chunks[at + 2 : at + 4]
    by = any(c.lower == "by" for c in before[-2:]) and any(c.verb("adopt", "pass") for c in before)
    return at + 1 if by or any(c.verb("adopt", "pass") for c in behind) else None
