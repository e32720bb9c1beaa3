"""Clauses behind a semicolon, a dash or ", and" that tell of something of their own: "…; in May a draft was lost".

With a subject and a verb such a clause is a sentence in all but its mark, and is read as one, where it names a time, a
text, a vote or a body. One that does not ("…; China abstained") goes on about what stands before it, and stays there.
"""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.clauses import EITHER
from onrecord.reading.listing import CONJUNCTIONS
from onrecord.reading.parsed import Sentence, finite

DASHES = frozenset("–—")
LEAST = 4
"""Chunks that stand before a dash or ", and" at the least, where it is a clause that stands there."""
HEAD = 6
"""Chunks in which a clause names what it tells of."""
MET = 12
"""Chunks in which a pronoun stands that goes on about those before."""
OPENING = 3
"""Chunks in which a clause names whom it is about."""
SUBORDINATES = CONJUNCTIONS | {"if", "unless", "because", "though", "although", "whether"}
NO_SUBJECT = ("verb", "be", "have", "do", "modal", "relative", "negation")
OWNERS = frozenset({"its", "their", "his", "her"})
SUBJECTS = frozenset({"it", "they", "he", "she"})
DONE_SO = frozenset({"did so", "done so", "does so", "do so", "doing so"})
TOLD_OF = frozenset({"the", "that", "this"})
OF_BEFORE = frozenset({"one of them", "that day", "that year", "the same day", "that night", "that month"})
"""Openings of what is only told with what stands before it."""


def full_clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """Where each begins and ends; one alone where the sentence is all one."""
    chunks = sentence.chunks
    marks = _marks(sentence)
    found: list[tuple[int, int]] = []
    first = 0
    for place, (mark, opens) in enumerate(marks):
        until = marks[place + 1][0] if place + 1 < len(marks) else len(chunks)
        before, behind = chunks[first:mark], chunks[opens:until]
        loosely = chunks[mark].text != ";"
        if (loosely and len(before) < LEAST) or _of_whom_it_names(before, behind, loosely):
            continue
        if not (_full(before) and _apart(behind, loosely)):
            continue
        found.append((chunks[first].start, before[-1].end))
        first = opens
    return [*found, (chunks[first].start, sentence.end)] if found else [(sentence.start, sentence.end)]


def _marks(sentence: Sentence) -> list[tuple[int, int]]:
    """Where a clause may end, and where the next opens; none within brackets or quotation marks."""
    chunks = sentence.chunks
    alone = sum(c.text in DASHES for c in chunks) == 1
    found: list[tuple[int, int]] = []
    inside = quotes = 0
    for at, chunk in enumerate(chunks[:-1]):
        if chunk.is_word:
            continue
        inside += (chunk.text == "(") - (chunk.text == ")")
        quotes += chunk.text == '"'
        if inside > 0 or quotes % 2 or at == 0:
            continue
        if chunk.text == ";" or (alone and chunk.text in DASHES and chunks[at - 1].end < chunk.start):
            found.append((at, at + 1))
        elif chunk.text == "," and chunks[at + 1].lower == "and" and at + 2 < len(chunks):
            found.append((at, at + 2))
    return found


def _full(chunks: list[Chunk]) -> bool:
    """Whether they have a finite verb that no word makes a part of another clause."""
    embedded = int(bool(chunks) and chunks[0].lower in EITHER)
    for at, chunk in enumerate(chunks):
        if (chunk.has("relative") and at) or chunk.lower in SUBORDINATES:
            embedded += 1
        elif at and finite(chunk) and not _goes_on(chunks, at):
            if not embedded:
                return True
            embedded -= 1
    return False


def _goes_on(chunks: list[Chunk], at: int) -> bool:
    """ "Have cast", "was then put": part of the verb before; "the united", "ten votes", "40 injured": no verb."""
    before = chunks[at - 1]
    counted = before.number is not None and (not chunks[at].entries or chunks[at].has("vote_noun", "abstention_noun"))
    if counted or before.has("determiner"):
        return True
    while at > 1 and chunks[at - 1].has("adverb", "negation"):
        at -= 1
    return chunks[at - 1].has("be", "have", "do", "modal")


def _with_a_subject(chunks: list[Chunk]) -> bool:
    """ "But then, on 4 May, Chad …", "that draft …": somebody or something stands before the verb."""
    at = 0
    while at < len(chunks):
        timed = chunks[at].has("preposition") and at + 1 < len(chunks) and chunks[at + 1].date is not None
        leads = chunks[at].date is not None or chunks[at].has("and", "but", "adverb") or chunks[at].text == ","
        if not (timed or leads):
            break
        at += 1
    if at == len(chunks):
        return False
    if chunks[at].lower == "that":
        return at + 1 < len(chunks) and chunks[at + 1].has("text", "vote_noun", "be")
    return chunks[at].has("text") or not chunks[at].has(*NO_SUBJECT)


def _apart(chunks: list[Chunk], loosely: bool) -> bool:
    return bool(chunks) and _of_its_own(chunks, loosely) and _with_a_subject(chunks) and _full(chunks)


def _of_whom_it_names(before: list[Chunk], behind: list[Chunk], loosely: bool) -> bool:
    """ "Chad joined in January; it abstained", "Chad was out; its term had ended", "It came in 1946; it goes on", and
    where the two are tied `loosely` "Chad tabled a text, and on Monday it failed".
    """
    opens = behind[0].lower if behind else ""
    meant = opens in SUBJECTS or (loosely and any(c.lower in SUBJECTS for c in behind[:MET]))
    return opens in OWNERS or (meant and any(c.has("member") or c.lower in SUBJECTS for c in before[:OPENING]))


def _leans(one: Chunk, other: Chunk) -> bool:
    """ "Did so twice", "so did Chad", "Chad did then as now"."""
    return one.lower in DONE_SO or other.lower == "then" or (one.lower == "so" and other.has("do", "have", "be"))


def _of_its_own(chunks: list[Chunk], loosely: bool) -> bool:
    """Whether they name a time, a resolution, or early on a text, a vote or a body; `loosely` tied to what stands
    before, not one that was told of there: ", and the draft fell".
    """
    if chunks[0].lower in OF_BEFORE or any(_leans(one, other) for one, other in pairwise(chunks)):
        return False
    if any(c.date is not None or c.has("cite") for c in chunks):
        return True
    told = (at for at, c in enumerate(chunks[:HEAD]) if c.has("text", "vote_noun", "council", "assembly"))
    return any(not (loosely and any(c.lower in TOLD_OF for c in chunks[max(0, at - 2) : at])) for at in told)
