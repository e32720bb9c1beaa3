"""Whom a sentence without a vote turns to, so that "it" in the next is that member: "All eyes were on Kenya."."""

from __future__ import annotations

from onrecord.reading.claims.vote import Members
from onrecord.reading.parsed import Phrase, Sentence

TURNED_ON = frozenset({"about", "of", "from", "with", "at", "to", "for", "on", "upon"})
"""Words between what is looked at, heard or expected and the member of whom the next sentence tells."""


def turned_to(sentence: Sentence, found: list[Phrase]) -> Members | None:
    """ "All eyes were on Kenya.", "You are wrong about the Chinese.": the only one named, at the end of a sentence."""
    if len(found) != 1:
        return None
    phrase = found[0]
    before = phrase.first - 1
    while before > 0 and sentence.chunks[before].has("determiner"):
        before -= 1
    closes = phrase.last + 2 >= len(sentence.chunks)
    led = before >= 0 and sentence.chunks[before].lower in TURNED_ON
    return phrase.members if closes and led and len(phrase.members.named) == 1 else None
