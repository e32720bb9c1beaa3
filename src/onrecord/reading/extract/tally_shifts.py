"""Counts told by how they moved: "the noes fell from fourteen to ten", "support rose to 153", "153, up from 120"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Tally
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.tally_words import ROLES, needed, supposed
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

MOVED = word_sets("tally_words.csv")["moved"]
SIDES = {"support": "yes", "backing": "yes", "opposition": "no", "opponents": "no", "supporters": "yes"}
"""What is counted where no vote is named."""
SUBJECT_REACH = 7
"""Chunks before the verb in which stands what moved."""
NUMBER_REACH = 9
"""Chunks behind it in which stands to how many."""


def shifted(sentence: Sentence, discourse: Discourse) -> list[Tally]:
    """The count that there was at last, of a vote told of before, and the one before it where both are dated."""
    if not sentence.numbered or sentence.words.isdisjoint(_WORDS):
        return []
    told_of = discourse.voted_near(sentence) or discourse.vote_before(sentence) or discourse.text_before(sentence)
    if not told_of and sentence.index - discourse.body_in > 1:
        return []
    chunks = sentence.chunks
    found: list[Tally] = []
    for verb, chunk in enumerate(chunks):
        if chunk.lower not in MOVED or verb >= sentence.unreal_from or supposed(sentence, verb):
            continue
        subject = _what_moved(chunks, verb)
        to = _to_how_many(chunks, verb)
        if subject is None or to is None or needed(chunks, to):
            continue
        start, role, loose = subject
        number = chunks[to].number
        before = next((i for i in range(verb + 1, to) if chunks[i].cardinal is not None), None)
        if number is None or (before is not None and chunks[before].cardinal == chunks[to].cardinal):
            continue
        dated = _dated(chunks, to + 1)
        told: list[Tally] = []
        if before is not None and _dated(chunks, before + 1):
            loose, last = False, before + 1 + _led(chunks, before + 1)
            told.append(_tally(sentence, start, last, role, chunks[before].number, loose))
        first = _joint(chunks, to) if told else start
        # "Grew from five to seven": from one vote to another, of which only one may be known
        loose = loose or (before is not None and not told)
        told.append(_tally(sentence, first, to + (1 + _led(chunks, to + 1) if dated else 0), role, number, loose))
        found += told
    return found


_WORDS = frozenset(word.split()[0] for word in MOVED)


def _tally(sentence: Sentence, first: int, last: int, role: str, number: NumberMention | None, loose: bool) -> Tally:
    return Tally(*sentence.placed(first, last), stray=loose, **{role: number})  # type: ignore[arg-type]


def _joint(chunks: list[Chunk], number: int) -> int:
    """Where "to" stands in front of it."""
    return next(i for i in range(number - 1, -1, -1) if chunks[i].lower == "to")


def _what_moved(chunks: list[Chunk], verb: int) -> tuple[int, str, bool] | None:
    """Where the words begin that say whose number it was, what those did, and whether it may be of something else."""
    for at in range(verb - 1, max(verb - SUBJECT_REACH, -1), -1):
        chunk = chunks[at]
        role = SIDES.get(chunk.lower) or next(
            (r for kind, r in ROLES if chunk.has(kind) and not chunk.has("preposition", "uttered")), None
        )
        if role is not None:
            loose = chunk.lower in SIDES
            while at and (chunks[at - 1].has("determiner") or chunks[at - 1].lower in ("of", "number", "votes")):
                at -= 1
            opens = at == 0 or not chunks[at - 1].is_word or chunks[at - 1].has("and", "but") or at == 1
            return (at, role, loose) if opens else None
        if not chunk.is_word or chunk.has("member", "relative"):
            return None
    return None


def _to_how_many(chunks: list[Chunk], verb: int) -> int | None:
    """ "Fell from fourteen to ten", "fell to only ten", "up by twenty to 153"."""
    for at in range(verb + 1, min(verb + NUMBER_REACH, len(chunks) - 1)):
        number = at + 1 + (chunks[at + 1].has("only", "determiner") or chunks[at + 1].lower in ("just", "a mere"))
        if chunks[at].lower == "to" and number < len(chunks) and chunks[number].cardinal is not None:
            behind = chunks[number + 1] if number + 1 < len(chunks) else None
            ends = behind is None or not behind.is_word or behind.has("and", "but") or behind.lower in AGAIN
            return number if ends or _dated(chunks, number + 1) else None
        if chunks[at].text in ";:—–.":
            return None
    return None


AGAIN = frozenset({"now", "this time", "votes", "today", "tonight", "in all", "again"})


def _led(chunks: list[Chunk], at: int) -> int:
    """One where a preposition stands before the date at `at`."""
    return int(at + 1 < len(chunks) and chunks[at].date is None and chunks[at].has("preposition"))


def _dated(chunks: list[Chunk], at: int) -> bool:
    place = at + _led(chunks, at)
    return place < len(chunks) and chunks[place].date is not None


def up_from(chunks: list[Chunk]) -> bool:
    """Whether the number that opens is said to have been another before: "153, up from 120 in October"."""
    moved = [c.lower for c in chunks[1:4]] in ([",", "up", "from"], [",", "down", "from"])
    if not moved or len(chunks) < 5 or chunks[4].cardinal is None:
        return False
    return len(chunks) == 5 or not chunks[5].is_word or chunks[5].has("preposition")
