"""Whether a body did unanimously what a verb says."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.clauses import subject, verb_group_start
from onrecord.reading.parsed import Phrase, Sentence, finite
from onrecord.reading.table import word_sets

_WORDS = word_sets("unanimity_words.csv")
DECIDING = ("vote", "adopt", "pass", "act", "yes", "defeat")
BY_MEMBERS = ("vote", "adopt", "pass", "yes")
"""What members do together that is no statement of theirs."""
BACK, AHEAD = 6, 7
"""Chunks before and behind "unanimous" that tell what it is said of."""
FEWEST_FIGURES = 3


def numbers_a_text(chunk: Chunk) -> bool:
    """ "2231 was unanimous": a number that a text is called by has at least three figures."""
    return chunk.text.isdigit() and len(chunk.text) > FEWEST_FIGURES - 1


def done_by_the_body(sentence: Sentence, found: list[Phrase], at: int, near: bool) -> bool:
    """Whether the body, its members or the text are the subject of the verb that "unanimously" stands beside."""
    chunks = sentence.chunks
    verb = _verb_beside(chunks, at)
    if verb is None:
        return True
    who = subject(sentence, found, verb)
    decides = chunks[verb].verb(*DECIDING) is not None
    if chunks[verb].verb("adopt", "pass") and _behind_a_text(chunks, min(verb, at)):
        return True  # "it was set up by resolution 827, adopted unanimously"
    passive = any(c.has("be") for c in chunks[max(0, verb - 4) : verb])
    if passive and not decides and not any(c.has("cite") for c in chunks):
        return False
    if passive:
        by = _agent(chunks, max(at, verb))
        everyone = by is None or chunks[by].has("council", "assembly", "same_body", "everybody")
        return everyone or (by is not None and chunks[by].lower in _WORDS["voters"])
    if who is None or who.last >= verb or who.kind in ("body", "text", "pronoun"):
        return True
    inside = chunks[who.first : who.last + 1]
    head = inside[-1].lower
    if who.kind == "members":
        members = who.members
        whole = members is not None and (members.everyone or members.quantity in (15, 193)) and not members.but
        return whole and chunks[verb].verb(*BY_MEMBERS) is not None
    if inside[-1].date is not None or head in _WORDS["decided"] or numbers_a_text(inside[-1]):
        return True
    return _which(chunks, verb)


def _behind_a_text(chunks: list[Chunk], at: int) -> bool:
    """Whether what begins at `at` is said of a text in front: "resolution 418 of November 1977, passed unanimously"."""
    last = at - 2
    if last < 0 or chunks[at - 1].text not in ",(":
        return False
    if last > 1 and chunks[last].text == ")" and chunks[last - 2].text == "(":
        last -= 3
    elif last > 1 and chunks[last].date is not None:
        last -= 2
    return last >= 0 and _a_text(chunks[last])


def _a_text(chunk: Chunk) -> bool:
    return chunk.has("text") or (chunk.text.isdigit() and chunk.date is None)


def _which(chunks: list[Chunk], verb: int) -> bool:
    """ "Resolution 678, all necessary means, which passed": of the text further left."""
    start = verb_group_start(chunks, verb)
    if start < 1 or chunks[start - 1].lower not in ("which", "that"):
        return False
    return any(c.has("cite", "text") for c in chunks[max(0, start - 1 - AHEAD) : start - 1])


def _verb_beside(chunks: list[Chunk], at: int) -> int | None:
    """The verb that an adverb belongs to: the one right behind it, or the one before it."""
    if at + 1 < len(chunks) and (chunks[at + 1].has("verb") or finite(chunks[at + 1])):
        return at + 1
    for position in range(at - 1, max(at - BACK, -1), -1):
        if chunks[position].has("verb"):
            return position
        if chunks[position].text in ",;:—–(" or chunks[position].has("council", "assembly"):
            return None
    return None


def _agent(chunks: list[Chunk], at: int) -> int | None:
    """The last word of whom "by" names behind a passive."""
    by = next((i for i in range(at + 1, min(at + 5, len(chunks))) if chunks[i].lower == "by"), None)
    if by is None:
        return None
    last = by
    while last + 1 < len(chunks) and chunks[last + 1].is_word and not chunks[last + 1].has("preposition", "and", "be"):
        last += 1
        if chunks[last].has("council", "assembly", "same_body", "everybody"):
            return last
    return last if last > by else None
