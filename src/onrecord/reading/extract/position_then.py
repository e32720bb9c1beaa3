"""Who did at another time, or on another text, what was just told: "A year earlier only the United States had", "on
1803 Indonesia did".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position
from onrecord.reading.extract.position_ellipsis import as_said_last
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Phrase, Sentence

DID = ("did", "had")
LEADING = ("preposition", "determiner", "cite", "text", "adverb", "and", "but", "vote_noun")
"""Kinds of words of which a time or a text is made that opens a clause."""


def did_then(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """Of clauses that are a time or a text, names, and "did" or "had"."""
    if sentence.words.isdisjoint(DID) or sentence.withdrawn or sentence.question:
        return []
    chunks = sentence.chunks
    told: list[Position] = []
    for phrase in found:
        did = phrase.last + 1
        if (
            not phrase.members.named
            or did >= len(chunks)
            or chunks[did].lower not in DID
            or did >= sentence.unreal_from
        ):
            continue
        if did + 1 < len(chunks) and chunks[did + 1].is_word:
            continue
        first = phrase.first
        while first > 0 and chunks[first - 1].has("only", "determiner", "even"):
            first -= 1
        opens = _opens(chunks, first)
        if opens is None:
            continue
        claim = as_said_last(sentence, found, phrase, opens, did, False, discourse)
        if claim is not None:
            only = any(c.has("only") for c in chunks[first : phrase.first])
            told.append(replace(claim, only=only) if only and claim.choice in ("yes", "no", "abstain") else claim)
    return told


def _opens(chunks: list[Chunk], first: int) -> int | None:
    """Where the clause begins, where nothing but a time or a text stands in front of the names."""
    opens = first
    named = False
    while opens > 0 and chunks[opens - 1].text not in ".;:–—":
        chunk = chunks[opens - 1]
        if chunk.date is None and chunk.number is None and chunk.text != "," and not chunk.has(*LEADING):
            return None
        named = named or chunk.date is not None or chunk.number is not None or chunk.has("cite")
        opens -= 1
    return opens if named else None
