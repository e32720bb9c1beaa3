"""Who is told of as for the writer's side or against it, where the text said how that side voted: "116 for us, six
against. Sweden was for us; India was on our side."
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position
from onrecord.reading.extract.position_fragments import standing_there
from onrecord.reading.extract.position_ours import OTHER, at_something_else, our_side
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Phrase, Sentence

BESIDE = ("for", "with", "behind", "on", "at", "by")
ASIDE = ("adverb", "preposition", "and", "but")


def for_us(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """Those of whom the sentence says so; nothing where how the writer's side voted was not told."""
    if sentence.words.isdisjoint(("us", "our")) or (ours := our_side(sentence, discourse)) not in OTHER:
        return []
    told: list[Position] = []
    chunks = sentence.chunks
    for at in range(2, len(chunks)):
        aim, last = _aim(chunks, at)
        if aim is None or (last + 1 < len(chunks) and chunks[last + 1].is_word and not chunks[last + 1].has(*ASIDE)):
            continue
        if at_something_else(chunks, last):
            continue
        who = standing_there(sentence, found, at, denied_too=True)
        if who is None or not who.members.named or who.members.first_person:
            continue
        denied = any(c.has("negation") for c in chunks[who.last + 1 : at])
        choice = ours if aim == "for" else OTHER[ours]
        claim = Position(*sentence.placed(who.first, last), members=who.members, choice=choice)
        told.append(replace(claim, negated=denied, loose=who.last == at - 1))
    return told


def _aim(chunks: list[Chunk], at: int) -> tuple[str | None, int]:
    """Whether "for us", "on our side" or "against us" begins at a chunk, and where that ends."""
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    ours = behind is not None and (behind.text == "us" or behind.lower == "our side")
    if ours and chunks[at].lower == "against":
        return "against", at + 1
    return ("for" if ours and chunks[at].lower in BESIDE else None), at + 1
