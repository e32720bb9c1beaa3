"""The words that a reader takes a claim to be: the clause around those that were enough to read it.

"Chinese abstentions" was read; what the text says is "Kiribati and Tuvalu, in 1999 and 2000, had Chinese abstentions".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.reading.chunks import Chunk
from onrecord.reading.parsed import Sentence, finite
from onrecord.reading.table import word_sets

FARTHEST = 24
"""Chunks on either side of what was read."""
BREAKS = frozenset(';—–()"')
ENDS = BREAKS | frozenset(".!?:")
SUBORDINATORS = word_sets("clause_words.csv")["subordinator"]
DANGLING = ("and", "but", "relative", "condition", "preposition", "determiner", "modal", "negation")
"""What no clause ends with."""


def clause(
    sentence: Sentence,
    start: int,
    end: int,
    told: Sequence[tuple[int, int]] = (),
    *,
    named: bool = False,
    beside: int = 0,
    foremost: bool = False,
    until: int | None = None,
) -> tuple[int, int]:
    """Offsets of the clause that the claim from `start` to `end` makes.

    `told` are the offsets of other claims of its kind in the sentence: the clause reaches none of them. What merely
    names something (`named`) keeps clear of the verb that says something else of it. A claim of another kind that ends
    right before it, at `beside`, is no part of a clause with a verb of its own. A bare count that is the `foremost`
    thing said is of the clause that it closes: "The draft failed all the same, eleven to two". Up to `until` a
    count goes on with what is told beside it: "Thirteen were for, and China abstained".
    """
    chunks = sentence.chunks
    first = bisect_right(chunks, start, key=lambda c: c.end)
    last = bisect_left(chunks, end, key=lambda c: c.start) - 1
    if first > last:
        return start, end
    verbs = _verbs(chunks, first, last) or named
    before = range(first - 1, max(first - FARTHEST, 0) - 1, -1)
    behind = range(last + 1, min(last + FARTHEST, len(chunks)))
    floor = (next((i for i in before if _within(chunks[i], told)), before.stop) if told else before.stop) + 1
    if beside and verbs:
        floor = max(floor, bisect_left(chunks, beside, key=lambda c: c.start))
    ceiling = next((i for i in behind if _within(chunks[i], told)), behind.stop) if told else behind.stop
    begins, verbs = _leftwards(chunks, first, floor, verbs, foremost and not verbs)
    begins = _to_its_subject(chunks, begins, floor)
    if named and begins and finite(chunks[begins - 1]):
        begins = first
    ends = _rightwards(chunks, last, ceiling, verbs)
    if until is not None:
        while ends + 1 < ceiling and chunks[ends + 1].end <= until and chunks[ends + 1].text not in ENDS:
            ends += 1
        while ends > last and (not chunks[ends].is_word or chunks[ends].has(*DANGLING)):
            ends -= 1
    return min(start, chunks[begins].start), max(end, chunks[ends].end)


def follows(sentence: Sentence, end: int, start: int) -> bool:
    """Whether nothing but a comma or "and" stands between two claims."""
    first = bisect_left(sentence.chunks, end, key=lambda c: c.start)
    last = bisect_right(sentence.chunks, start, key=lambda c: c.end)
    return all(c.text == "," or c.has("and") for c in sentence.chunks[first:last])


def _within(chunk: Chunk, told: Sequence[tuple[int, int]]) -> bool:
    return any(chunk.start < end and start < chunk.end for start, end in told)


def _verbs(chunks: Sequence[Chunk], first: int, last: int) -> int:
    """How many finite verbs begin in these chunks; an auxiliary and its participle are one."""
    verbs, behind_verb = 0, first > 0 and _finite(chunks[first - 1])
    for chunk in chunks[first : last + 1]:
        verb = _finite(chunk)
        verbs += verb and not behind_verb
        behind_verb = verb
    return verbs


def _finite(chunk: Chunk) -> bool:
    return "modal" in chunk.kinds or finite(chunk) or chunk.lower.startswith(("would ", "could "))


def opens_clause(chunk: Chunk) -> bool:
    """Whether a clause may begin with the word."""
    return chunk.date is None and (chunk.has("but", "relative", "condition") or chunk.lower in SUBORDINATORS)


def _leftwards(chunks: Sequence[Chunk], first: int, floor: int, verbs: int, closes: bool) -> tuple[int, int]:
    """The first chunk of the clause, and how many finite verbs it then has."""
    begins = at = first
    if opens_clause(chunks[first]):
        return first, verbs
    unanimous = not verbs and chunks[first].has("unanimous") and first > 0 and chunks[first - 1].text == ","
    if (unanimous or (closes and first > 0 and chunks[first - 1].text in (",", ":"))) and first - 1 > floor:
        # "It demanded an end to the siege, unanimously"
        at = first - 1
    while at > floor:
        before = chunks[at - 1]
        if before.text in BREAKS or opens_clause(before):
            break
        if _finite(before):
            if verbs:
                break
            while at - 1 > floor and _finite(chunks[at - 2]):
                at -= 1
            verbs += 1
        elif (before.text in (":", ",") or before.has("and")) and _has_verb(chunks, at - 1):
            break
        elif verbs and before.lower == "and" and at > 1 and chunks[at - 2].text == ",":
            break  # "A second text met a Soviet veto, and Ghana voted in favour"
        at -= 1
        begins = at
    while begins < first and (not chunks[begins].is_word or chunks[begins].has("and", "but")):
        begins += 1
    return begins, verbs


def _to_its_subject(chunks: Sequence[Chunk], begins: int, floor: int) -> int:
    """ "His text, put to the vote that night, got four votes", "it was put to the vote and got four": where the clause
    of a verb begins whose subject stands before an aside or another verb.
    """
    at = begins - 1
    if not _finite(chunks[begins]) or at <= floor:
        return begins
    if chunks[at].text == ",":
        at = next((i for i in range(at - 1, floor, -1) if chunks[i].text in BREAKS or chunks[i].text == ","), floor)
        if chunks[at].text != ",":
            return begins
    elif not chunks[at].has("and", "but"):
        return begins
    while (
        at > floor
        and chunks[at - 1].text not in ENDS
        and chunks[at - 1].text != ","
        and not opens_clause(chunks[at - 1])
    ):
        at -= 1
    while at < begins and (not chunks[at].is_word or chunks[at].has("and", "but")):
        at += 1
    return at


def _has_verb(chunks: Sequence[Chunk], end: int) -> bool:
    """Whether a clause of its own stands before chunk `end`, as far back as the next break."""
    for at in range(end - 1, -1, -1):
        if chunks[at].text in BREAKS:
            return False
        if _finite(chunks[at]):
            return True
    return False


def _rightwards(chunks: Sequence[Chunk], last: int, ceiling: int, verbs: int) -> int:
    ends = at = last
    while at + 1 < ceiling:
        after = chunks[at + 1]
        if after.lower == "when" and chunks[at].is_word:
            # "They merely abstained when the attacks were condemned"
            ends = _stretch(chunks, at + 1, ceiling) - 1
            break
        if after.text == ":" and _names(chunks, at + 2, ceiling):
            ends = ceiling - 1
            break
        if after.text in ENDS or opens_clause(after):
            break
        if _finite(after) and not _finite(chunks[at]):
            if verbs:
                break
            verbs += 1
        if after.text == "," and not _goes_on(chunks, at + 2, ceiling, verbs):
            break
        if after.has("and") and _clause(chunks, at + 2, ceiling):
            break
        at += 1
        ends = at
    while ends > last and (not chunks[ends].is_word or chunks[ends].has(*DANGLING)):
        ends -= 1
    return ends


def _names(chunks: Sequence[Chunk], at: int, ceiling: int) -> bool:
    """ "Six abstained: China, Congo and the rest": whether nothing but names follows."""
    listed = chunks[at:ceiling]
    return any(c.has("member") for c in listed[:2]) and not any(_finite(c) or c.text in BREAKS for c in listed)


def _goes_on(chunks: Sequence[Chunk], at: int, ceiling: int, verbs: int) -> bool:
    """Whether what a comma joins is no clause of its own: "twelve votes, Russia and China abstaining"."""
    if at >= ceiling or chunks[at].has("and", "determiner") or _clause(chunks, at, ceiling):
        return False
    ends = _stretch(chunks, at, ceiling)
    return not verbs or chunks[at].has("preposition") or any(c.lower.endswith("ing") for c in chunks[at:ends])


def _clause(chunks: Sequence[Chunk], at: int, ceiling: int) -> bool:
    """Whether a clause of its own begins at chunk `at`."""
    return any(_finite(c) or opens_clause(c) for c in chunks[at : _stretch(chunks, at, ceiling)])


def _stretch(chunks: Sequence[Chunk], at: int, ceiling: int) -> int:
    """The next mark that ends what begins at chunk `at`."""
    return next((i for i in range(at, ceiling) if chunks[i].text in ENDS or chunks[i].text == ","), ceiling)
