"""Whether the fewer of a score were for what was turned down: "rejected by nine votes to two (Chad and Mali)"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.table import word_sets

TURNED_BACK = 8
"""Chunks before a number in which the verb stands that says that the text was turned down."""
TURNED_DOWN = word_sets("position_words.csv")["turned_down"]


def fewer_for_it(chunks: list[Chunk], number: int) -> bool:
    """`number` is where the fewer stand, who are named in brackets behind it: "rejected by nine votes to two (Chad and
    Mali)", "voted seven to two (Chad and Mali) against asking for it".
    """
    before = chunks[max(0, number - TURNED_BACK) : number]
    if any(c.verb("defeat") is not None and c.lower.split()[0] in TURNED_DOWN for c in before):
        return True
    closes = next((i for i in range(number + 1, len(chunks) - 1) if chunks[i].text == ")"), None)
    voted = any(c.verb("vote") is not None for c in before)
    return closes is not None and voted and chunks[closes + 1].lower == "against"
