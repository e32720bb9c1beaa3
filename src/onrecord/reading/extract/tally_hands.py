"""Hands as parts of a count: "fourteen hands went up", "ten hands went up, five stayed down"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.tally_words import Part, needed, supposed
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

_WORDS = word_sets("tally_words.csv")
RAISED, LOWERED = _WORDS["hands_raised"], _WORDS["hands_lowered"]
RESTED = _WORDS["hands_rested"]
MOST_AGAINST = 3
"""A number of hands and no more words is that of those for: fewer may be those against."""
HANDS_BACK = 14
"""Chunks before a number within which hands are spoken of that it goes on counting."""


def of_hands(chunks: list[Chunk], at: int) -> bool:
    """Whether the number at chunk `at` goes on counting hands: "ten hands went up, five stayed down"."""
    return any(c.has("hand") for c in chunks[max(0, at - HANDS_BACK) : at])


def hands(sentence: Sentence, at: int, position: int, near: bool) -> list[Part]:
    """ "Fourteen hands went up", "14 hands up, one down", "only nine hands for London"."""
    chunks = sentence.chunks
    number = chunks[at].number
    assert number is not None
    if supposed(sentence, at) or needed(chunks, at):
        return []  # "could not find nine hands to raise for it"
    for following in range(position + 1, min(position + 5, len(chunks))):
        low = chunks[following].lower
        if low in RAISED or low in ("for", "in favour", "in favor", "air", "shot") or chunks[following].has("yes_noun"):
            return [Part("yes", number, at, following)]
        if not chunks[following].is_word:
            break
    said = (c for c in (*chunks[:at], *chunks[position + 1 :]) if c.is_word and not c.text[0].isdigit())
    alone = position == at + 1 and all(c.lower in ("pm", "am") for c in said)
    return [Part("yes", number, at, position)] if near and alone and number.value > MOST_AGAINST else []
