"""Whether a claim is about an amendment: one that is called so, or what would have changed the words of a text."""

from __future__ import annotations

from onrecord.checking.citing import chunks_of
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome, Position, Tally, VoteClaim
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

_WORDS = word_sets("thread_words.csv", "checking")
ATTEMPTS = _WORDS["attempt"]
CHANGES = _WORDS["change"]
WORDINGS = _WORDS["wording"]
CHANGED = 8
"""Chunks in which an attempt says what it would have changed."""


def speaks_of_amendment(sentence: Sentence, claim: VoteClaim) -> bool:
    if isinstance(claim, Outcome) and claim.amendment:
        return True  # "The amendment had won ten votes and fell to a single No"
    words = chunks_of(sentence, claim)
    named = next((at for at in reversed(range(len(words))) if _amendment(words[at]) and not _without(words, at)), None)
    if named is None:
        return _count_on_amendments(sentence, claim)
    if not isinstance(claim, Position):
        return True
    behind = words[named + 1 :]
    turned = next((at for at, c in enumerate(behind) if c.has("and", "but")), len(behind))
    # "Abstained on the amendment and voted for the resolution"
    return not any("text" in c.kinds for c in behind[turned:])


def _without(chunks: list[Chunk], at: int) -> bool:
    """ "Adopted 14-0 without amendment", "with no amendments"."""
    return any(c.lower in ("without", "no", "any") for c in chunks[max(0, at - 2) : at])


def _amendment(chunk: Chunk) -> bool:
    return (entry := chunk.get("text")) is not None and entry.value == "amendment"


def _count_on_amendments(sentence: Sentence, claim: VoteClaim) -> bool:
    """ "Whose two amendments had been turned away with five and seven votes": the amendments' votes."""
    if not isinstance(claim, Tally) or "text" not in sentence.kinds:
        return False
    for chunk in reversed([c for c in sentence.chunks if c.end <= claim.start]):
        if chunk.text in ",;:—" or chunk.has("but", "relative"):
            return False
        if chunk.has("text"):
            return _amendment(chunk)
    return _led_by_its_count(sentence, claim)


def _led_by_its_count(sentence: Sentence, claim: Tally) -> bool:
    """ "By three votes to one, with eleven abstentions, the Council rejected the amendment": the next text named."""
    if not sentence.chunks or sentence.chunks[0].lower not in ("by", "with", "in"):
        return False
    for chunk in [c for c in sentence.chunks if c.start >= claim.end]:
        if chunk.text in ";:—" or chunk.has("but", "relative"):
            return False
        if chunk.has("text"):
            return _amendment(chunk)
    return False


def changes_words(sentence: Sentence, claim: VoteClaim) -> bool:
    """ "The Cuban attempt to strike the word “permanent” got two votes": what would have changed a text."""
    if sentence.words.isdisjoint(ATTEMPTS) or sentence.words.isdisjoint(CHANGES):
        return False
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if claim.start <= chunk.start < claim.end and chunk.lower.split()[0] in ATTEMPTS:
            behind = " ".join(c.lower for c in chunks[at : at + CHANGED]).split()[1:]
            return behind[:1] == ["to"] and not CHANGES.isdisjoint(behind[1:2]) and not WORDINGS.isdisjoint(behind)
    return False
