"""What a sentence tells between commas of somebody of whom it then says something else."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.parsed import Sentence, finite


def told_by_the_way(sentence: Sentence, end: int) -> bool:
    """Whether what ends at the offset stands in a relative clause between commas, a verb of the sentence behind it."""
    if "relative" not in sentence.kinds:
        return False
    chunks = sentence.chunks
    comma = next((i for i, c in enumerate(chunks) if c.start >= end), len(chunks))
    if comma + 1 >= len(chunks) or chunks[comma].text != "," or not _verb_follows(chunks, comma + 1):
        return False
    opens = next((i for i in range(comma - 1, 0, -1) if chunks[i].text == ","), None)
    return opens is not None and chunks[opens + 1].has("relative")


def _verb_follows(chunks: list[Chunk], at: int) -> bool:
    """Whether a verb, and no further clause, follows: "…, had asked for changes", "…, later changed its mind"."""
    while at < len(chunks) and chunks[at].has("adverb"):
        at += 1
    if at >= len(chunks) or chunks[at].has("and", "but", "relative", "preposition", "member", "pronoun_member"):
        return False
    return (
        finite(chunks[at])
        or chunks[at].has("have", "be", "do", "modal")
        or chunks[at].lower.endswith("ed")
        or (not chunks[at].entries and chunks[at].is_word)
    )
