"""What became of a text, told by a noun: "applause greeted its adoption", "after the passage of the resolution", "the
defeat of the draft". What is spoken of so need not have happened, so that it is a finding only where it did.
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome
from onrecord.reading.clauses import clause_end, clause_start
from onrecord.reading.extract.outcome_words import WORDS, of_a_text
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Phrase, Sentence, finite

OUTCOMES = {word: outcome for outcome in ("adopted", "failed") for word in WORDS[f"{outcome}_noun"]}
AFTER, GREETED = WORDS["after_an_outcome"], WORDS["greeted"]
REACH = 9
"""Chunks behind the noun within which the verb stands that it is the subject of."""


def by_noun(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Outcome | None:
    """The first such noun of the sentence."""
    if sentence.words.isdisjoint(OUTCOMES) or not of_a_text(sentence, discourse):
        return None
    chunks = sentence.chunks
    if not sentence.kinds.isdisjoint(("modal", "unreal", "negation", "condition", "habit")):
        return None
    for at, chunk in enumerate(chunks):
        outcome = OUTCOMES.get(chunk.lower)
        first = _of_the_text(chunks, at) if outcome is not None else None
        if outcome is None or first is None or not _had_happened(chunks, first, at):
            continue
        start = clause_start(sentence, found, first)
        placed = sentence.placed(min(start, first), clause_end(sentence, found, at), at)
        return Outcome(*placed, outcome=outcome, soft=True)
    return None


def _of_the_text(chunks: list[Chunk], at: int) -> int | None:
    """Where "its adoption", "the text's adoption", "the adoption of the resolution" begins."""
    first = at
    while first > 0 and chunks[first - 1].has("unanimous", "determiner") and at - first < 2:
        first -= 1
    if first == at:
        owned = at > 2 and chunks[at - 1].lower in ("'s", "'") and chunks[at - 2].has("text")
        return at - 3 if owned else None
    if chunks[first].lower == "its":
        return first
    behind = chunks[at + 1 : at + 4]
    of_a_text = bool(behind) and behind[0].lower == "of" and any(c.has("text", "cite") for c in behind[1:])
    ends = not behind or not behind[0].is_word or finite(behind[0]) or behind[0].has("be")
    return first if chunks[first].lower == "the" and (of_a_text or ends) else None


def _had_happened(chunks: list[Chunk], first: int, at: int) -> bool:
    """Whether the noun opens its clause and a verb in the past follows, or stands behind what only follows the deed."""
    before = chunks[first - 1] if first else None
    if before is not None and before.is_word:
        return before.lower in AFTER or before.lower in GREETED
    return any(finite(c) or c.lower in ("was", "were", "came") for c in chunks[at + 1 : at + REACH])
