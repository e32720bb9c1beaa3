"""The how-manieth of the Council's or the Assembly's own acts: "the second that the Council has adopted on this war",
"for the 33rd time the Assembly has called for an end to the embargo".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import SUCH, Acts, Count, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import CLAUSE_ENDS, says
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.stretches import Stretch, clause, tail
from onrecord.reading.parsed import Phrase, Sentence, ends_at
from onrecord.reading.table import word_sets

REACH = 6
"""Chunks between the ordinal and the relative clause that says what it numbers."""
PASSED = word_sets("frequency.csv")["passed"]
AFTER_THE_TIME = 10
"""Chunks between "for the 33rd time" and the body, and from there to its verb."""


def body_ordinal(sentence: Sentence, found: list[Phrase], at: int, order: int) -> Count | Generalisation | None:
    """What the ordinal at chunk `at` numbers, where that is the body's own."""
    if order >= YEARLY and (said := _said_of_it(sentence, at, order)) is not None:
        return said
    if "council" not in sentence.kinds and "assembly" not in sentence.kinds:
        return None
    return (
        _that_it_adopted(sentence, found, at, order)
        or _for_the_time(sentence, found, at, order)
        or _behind_the_body(sentence, at, order)
    )


YEARLY = 10
"""From so many on an ordinal is of a text that comes round each year."""
ROUND = frozenset({"year", "autumn", "session", "vote", "time", "occasion"})


def _said_of_it(sentence: Sentence, at: int, order: int) -> Count | None:
    """ "It was the 31st year running", "this was the 31st such vote", behind a vote of the Assembly."""
    chunks = sentence.chunks
    first = at - 1
    while first > 0 and (chunks[first].has("determiner", "be", "adverb", "have") or chunks[first].lower == "'s"):
        if chunks[first].lower in ("it", "this", "that"):
            break
        first -= 1
    if first < 0 or chunks[first].lower not in ("it", "this", "that") or not any(c.has("be") for c in chunks[first:at]):
        return None
    head = next((i for i in range(at + 1, min(at + 3, len(chunks))) if chunks[i].lower in ROUND), None)
    if head is None or any(c.has("negation", "modal") for c in chunks[first:at]):
        return None
    running = says(chunks, head + 1, "in_a_row") if head + 1 < len(chunks) else 0
    last = head + running
    again = running or any(c.lower in CONSECUTIVE for c in chunks[at + 1 : head])
    ends = ends_at(chunks, last + 1)
    return _of_the_assembly(sentence, first, last, at, order) if again and ends else None


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


def _behind_the_body(sentence: Sentence, at: int, order: int) -> Count | None:
    """ "The General Assembly called for the 32nd consecutive year for an end to it"."""
    chunks = sentence.chunks
    near = range(at + 1, min(at + 4, len(chunks)))
    head = next((i for i in near if chunks[i].lower in ("time", "year", "session", "autumn")), None)
    if head is None or order == 1 or at < 2 or chunks[at - 2].lower.split()[-1] != "for":
        return None
    if any(chunks[i].lower not in CONSECUTIVE for i in range(at + 1, head)) or not _assembly_does(chunks, at - 1):
        return None
    return _of_the_assembly(sentence, at - 2, head, at, order)


def years_running(sentence: Sentence) -> Count | None:
    """ "The resolution has now been adopted 25 years running", "for the 25th year in a row" told of no one vote."""
    if sentence.words.isdisjoint(RUNNING):
        return None
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks[:-2]):
        number = chunk.number
        if number is None or number.ordinal or number.integer is None or chunks[at + 1].lower not in ("years", "times"):
            continue
        verb = next((i for i in range(at - 1, max(at - 4, 0), -1) if chunks[i].verb("adopt", "pass")), None)
        if not says(chunks, at + 2, "in_a_row") or verb is None:
            continue
        if any(c.has("negation", "modal", "unreal") for c in chunks[max(0, verb - 4) : verb]):
            continue
        first = next((i for i in range(verb, -1, -1) if chunks[i].has("text")), verb)
        return _of_the_assembly(
            sentence, max(0, first - 1), at + 1 + says(chunks, at + 2, "in_a_row"), at, number.integer
        )
    return None


RUNNING = frozenset({"running", "row", "succession", "straight", "consecutive", "consecutively"})
CONSECUTIVE = frozenset({"consecutive", "straight", "successive", "annual", "such"})


def _assembly_does(chunks: list[Chunk], before: int) -> bool:
    """Whether the Assembly is the subject of a verb, told as done, in front of that chunk."""
    body = next((i for i in range(before - 1, -1, -1) if chunks[i].has("assembly")), None)
    if body is None or before - body > 2 * AFTER_THE_TIME:
        return False
    between = chunks[body + 1 : before]
    told = any(c.has("verb", "reporting", "vote_noun") for c in between)
    return told and not any(c.has("negation", "modal", "unreal", "member") or c.text in ";:" for c in between)


def _of_the_assembly(sentence: Sentence, first: int, last: int, at: int, order: int) -> Count:
    counted = Acts(Members(), "adopted", subject=SUCH)
    return Count(*sentence.placed(first, last, at), acts=counted, ordinal=order, restated=True)


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
