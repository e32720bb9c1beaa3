"""The how-manieth of the Council's or the Assembly's own acts: "the second that the Council has adopted on this war",
"for the 33rd time the Assembly has called for an end to the embargo".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import CLAUSE_ENDS, says
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.stretches import Stretch, clause, tail
from onrecord.reading.parsed import Phrase, Sentence

REACH = 6
"""Chunks between the ordinal and the relative clause that says what it numbers."""
PASSED = ("passed", "passed on", "approved", "agreed", "agreed on", "produced", "issued", "managed", "voted through")
"""Verbs besides "adopt" for what a body does with a text."""
AFTER_THE_TIME = 10
"""Chunks between "for the 33rd time" and the body, and from there to its verb."""


def body_ordinal(sentence: Sentence, found: list[Phrase], at: int, order: int) -> Count | Generalisation | None:
    """What the ordinal at chunk `at` numbers, where that is the body's own."""
    if "council" not in sentence.kinds and "assembly" not in sentence.kinds:
        return None
    return _that_it_adopted(sentence, found, at, order) or _for_the_time(sentence, found, at, order)


def _that_it_adopted(sentence: Sentence, found: list[Phrase], at: int, order: int) -> Count | Generalisation | None:
    """ "The second (resolution) that the Council has adopted on this war"."""
    chunks = sentence.chunks
    body = next((i for i in range(at + 1, min(at + REACH, len(chunks))) if _is_body(chunks[i])), None)
    if body is None or not all(_joins(c) for c in chunks[at + 1 : body]):
        return None
    verb = _adopting(chunks, body)
    if verb is None or any(c.has("negation", "modal", "unreal") for c in chunks[body:verb]):
        return None
    stretch = clause(sentence, at, verb)
    last = max(stretch.last, clause(sentence, verb).last)
    return _made(sentence, found, Stretch(stretch.first, last, verb), at, order, frozenset(range(at, verb + 1)))


def _for_the_time(sentence: Sentence, found: list[Phrase], at: int, order: int) -> Count | Generalisation | None:
    """ "For the 33rd time the General Assembly has told Washington to lift the embargo"."""
    chunks = sentence.chunks
    near = range(at + 1, min(at + 3, len(chunks)))
    head = next((i for i in near if says(chunks, i, "occasion") or chunks[i].lower in ("year", "session")), None)
    if head is None or "assembly" not in sentence.kinds:
        return None
    body = next((i for i in range(head + 1, min(head + AFTER_THE_TIME, len(chunks))) if _is_body(chunks[i])), None)
    if body is None or not chunks[body].has("assembly") or any(c.text in CLAUSE_ENDS for c in chunks[head:body]):
        return None
    verb = next(
        (i for i in range(body + 1, min(body + AFTER_THE_TIME, len(chunks))) if chunks[i].has("verb", "reporting")),
        None,
    )
    if verb is None or any(c.has("negation", "modal", "unreal", "be") for c in chunks[body + 1 : verb]):
        return None
    first = at - 2 if at > 1 and chunks[at - 2].lower == "for" else max(at - 1, 0)
    last = max(clause(sentence, verb).last, verb)
    return _made(sentence, found, Stretch(first, last, verb), at, order, frozenset(range(first, body + 1)))


def _made(
    sentence: Sentence, found: list[Phrase], stretch: Stretch, at: int, order: int, excluded: frozenset[int]
) -> Count | Generalisation:
    when = times(sentence, stretch, ordinal=True)
    counted = bounded(sentence, found, stretch, Members(), "adopted", when, excluded)
    counted = replace(counted, outcome="", companions=None, companions_chose="", told_of_texts="")
    placed = sentence.placed(stretch.first, tail(sentence.chunks, stretch.last), at)
    if order == 1:
        return Generalisation(*placed, acts=counted, form="first", at=when.at)
    return Count(*placed, acts=counted, ordinal=order, at=when.at, restated=True)


def _is_body(chunk: Chunk) -> bool:
    return chunk.has("council", "assembly", "same_body")


def _joins(chunk: Chunk) -> bool:
    return chunk.has("text", "relative", "member", "of_adjective", "cite") or chunk.lower in ("the", "that", "which")


def _adopting(chunks: list[Chunk], body: int) -> int | None:
    for position in range(body + 1, min(body + REACH, len(chunks))):
        if chunks[position].verb("adopt", "pass") is not None or chunks[position].lower in PASSED:
            return position
        if not chunks[position].has("have", "adverb", "ever"):
            return None
    return None
