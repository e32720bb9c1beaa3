"""Who they were of whom so many were counted before: "Moscow was the one, Beijing the other", "They were Chad and
Mali"; and that those told of last were all: "Just them.", "They were the only ones."
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import CHOICES, Position
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, covering
from onrecord.reading.table import word_sets


def named_as(chunks: list[Chunk], found: list[Phrase], others: Phrase, last: int) -> Phrase | None:
    """Who the others are said to be: "Ethiopia and Chad were the other two who abstained", "the other two who abstained
    with China were Ethiopia and Chad"; `last` is where what they did ends.
    """
    opens = others.first
    while opens and chunks[opens - 1].has("determiner"):
        opens -= 1
    before = covering(found, opens - 2) if opens > 1 and chunks[opens - 1].has("be") else None
    if before is not None and before.members.named:
        return before
    be = next((i for i in range(last + 1, min(last + RELATIVE, len(chunks))) if chunks[i].has("be")), None)
    if be is None or any(c.text in ",;:—" for c in chunks[last + 1 : be]):
        return None
    behind = phrase_from(chunks, found, be + 1)
    return behind if behind is not None and behind.members.named else None


RELATIVE = 8
"""Chunks between what some did and who they were."""
ONLY_THEY = word_sets("position_words.csv")["only_they"]


def only_they(sentence: Sentence, discourse: Discourse) -> Position | None:
    members, choice = discourse.last_members, discourse.last_choice
    if sentence.index - discourse.last_in != 1 or members is None or sentence.question or sentence.withdrawn:
        return None
    if choice not in CHOICES or discourse.last_negated or not members.named:
        return None
    words = [c.lower for c in sentence.chunks if c.is_word and not c.has("and", "but", "adverb")]
    told = " ".join(words)
    if told not in ONLY_THEY and " ".join(c.lower for c in sentence.chunks if c.is_word) not in ONLY_THEY:
        return None
    at = next(i for i, c in enumerate(sentence.chunks) if c.is_word)
    last = max(i for i, c in enumerate(sentence.chunks) if c.is_word)
    return Position(*sentence.placed(at, last), members=members, choice=choice, only=True)
