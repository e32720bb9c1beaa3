"""What a hand that goes up says by what was asked: "raised his hand when the president asked who was against", "put up
its hand for the abstentions", "raised its hand to complain".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.voting_words import Act

RAISED = frozenset(
    {",", "together", "as one", "as", "one", "once", "more", "on", "with", "in", "unison", "to", "too", "all", "high",
     "up", "at", "the", "same", "time"}
)  # fmt: skip
"""Words between hands that are raised and "against"."""


def as_asked(chunks: list[Chunk], act: Act) -> Act | None:
    """What a raised hand says by what was asked; None where it went up for something else than a vote."""
    if act.choice != "yes" or "hand" not in chunks[act.at].lower:
        return act
    if _asked_who_was_against(chunks, act.last) or _asked_before(chunks, act.at):
        return replace(act, choice="no")
    return None if _for_else(chunks, act.last + 1) else act


def _asked_who_was_against(chunks: list[Chunk], last: int) -> bool:
    """ "Raised his hand when the president asked who was against", "lifted their hands together against it"."""
    for position in range(last + 1, min(last + 7, len(chunks))):
        chunk = chunks[position]
        if chunk.lower in ("against", "in opposition", "in dissent") or chunk.verb("no") is not None:
            return True
        if chunk.verb("vote") is not None and position + 1 < len(chunks):
            return chunks[position + 1].has("no_noun")
        aside = chunk.has("adverb", "only", "member", "and", "together") or chunk.date is not None
        if not (aside or chunk.lower in RAISED or chunk.lower.endswith("ly")):
            break
    asked = next(
        (
            i
            for i in range(last + 1, min(last + 14, len(chunks)))
            if chunks[i].lower in ("who", "those", "asked", "called for")
        ),
        None,
    )
    return asked is not None and any(c.has("no_noun") for c in chunks[asked + 1 : asked + 7])


def _asked_before(chunks: list[Chunk], at: int) -> bool:
    """ "When the president called for those against, it raised its hand"."""
    asked = next((i for i in range(at) if chunks[i].lower in ("call for", "calls for", "called for", "asked")), None)
    return asked is not None and any(c.has("no_noun") for c in chunks[asked + 1 : asked + 6])


def _for_else(chunks: list[Chunk], behind: int) -> bool:
    """ "Raised its hand to complain", "threw up its hands in despair": no vote."""
    if behind + 1 >= len(chunks) or not chunks[behind + 1].text.islower():
        return False
    word = chunks[behind + 1]
    if chunks[behind].lower == "to":
        asked = word.lower in ("ask", "request", "call", "call for", "urge", "speak")
        return asked or (word.verb("vote", "yes", "adopt", "pass", "act") is None and not word.has("determiner"))
    return chunks[behind].lower == "in" and not word.entries and word.lower not in ("unison", "support", "agreement")
