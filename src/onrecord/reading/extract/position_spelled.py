"""Who they were on a side that a count just gave, as many as it counted: "fourteen to one. Russia, of course.", "two
were against. Moscow and Beijing.", "one vote against, and no prizes for guessing whose: Washington's".
"""

from __future__ import annotations

from onrecord.reading.claims.vote import Position, Tally, whole
from onrecord.reading.extract.state import Discourse
from onrecord.reading.numbers import find_numbers
from onrecord.reading.parsed import Phrase, Sentence, covering
from onrecord.reading.table import word_sets

BACK = 2
"""Sentences between the count and the name: "One against. Guess who. Russia."."""
ASIDE = word_sets("position_words.csv")["aside"]


def spelled_out(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """Names, with nothing but words thrown in, behind a count of which one part was as many."""
    tally = discourse.tallies[-1]
    gap = sentence.index - tally.sentence
    if not 0 <= gap <= BACK or sentence.withdrawn or sentence.unreal_from == 0:
        return []
    if gap and (discourse.last_in > tally.sentence or discourse.last_text.strip(" .()").isdigit()):
        return []  # "2. Nobody: it was 14 to 1. 3. Guyana.": the answer to something else
    if gap == BACK and find_numbers(discourse.last_text):
        return []  # "Two were against. Two spoke afterwards. Chad and Mali.": of those counted between
    named = [p for p in found if p.members.named]
    if len(named) != 1 or named[0].members.groups:
        return []
    role = _told_as_one(tally) if len(named[0].members.named) == 1 else _told_as(tally, len(named[0].members.named))
    if role is None:
        return []
    phrase, chunks = named[0], sentence.chunks
    opening = next((i for i, c in enumerate(chunks) if c.start >= tally.end), len(chunks)) if not gap else 0
    others = [c for i, c in enumerate(chunks) if i >= opening and c.is_word and covering(named, i) is None]
    if phrase.first < opening or any(c.lower not in ASIDE and not c.has("adverb") for c in others):
        return []
    if not gap and not any(c.lower in ("guess", "guessed", "guessing", "prizes", "surprise") for c in others):
        return []
    first = opening + next((i for i, c in enumerate(chunks[opening:]) if c.is_word), 0)
    return [Position(*sentence.placed(first, phrase.last), members=phrase.members, choice=role)]


def _told_as_one(tally: Tally) -> str | None:
    """Those against, or those who abstained, where they are told of as one, and nobody else is."""
    if tally.either_way:
        return None
    parts = {"no": tally.no, "abstain": tally.abstain}
    ones = [role for role, part in parts.items() if part is not None and whole(part) == 1]
    return ones[0] if ones == ["no"] or (len(ones) == 1 and tally.yes is not None) else None


def _told_as(tally: Tally, size: int) -> str | None:
    """The one side that had so many."""
    if tally.either_way:
        return None
    parts = {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain, "not voting": tally.not_voting}
    sides = [role for role, part in parts.items() if part is not None and whole(part) == size]
    return sides[0] if len(sides) == 1 else None
