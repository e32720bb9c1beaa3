"""Who is said in passing to have voted alike: "like Russia and China, Germany abstained"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.reading.claims.vote import CHOICES, Position
from onrecord.reading.parsed import Phrase, Sentence

LIKE = frozenset({"like", "just like", "much like", "exactly like"})
ACTS = ("abstain", "vote", "yes", "no", "veto", "block")


def alike(sentence: Sentence, found: list[Phrase], claims: list[Position]) -> Iterator[Position]:
    """What a claim says of its subject, of those named behind "like" in front of its verb, between commas."""
    if "like" not in sentence.words or len(found) < 2:
        return
    chunks = sentence.chunks
    for phrase in found:
        opens, closes = phrase.first - 1, phrase.last + 1
        while opens > 0 and chunks[opens].has("determiner"):
            opens -= 1
        if opens < 0 or chunks[opens].lower not in LIKE or not phrase.members.named:
            continue
        if closes >= len(chunks) or chunks[closes].text != "," or (opens and chunks[opens - 1].text != ","):
            continue
        told = next((c for c in claims if _of_its_neighbour(sentence, found, phrase, opens, c)), None)
        if told is not None:
            yield replace(
                told,
                start=chunks[opens].start,
                end=chunks[phrase.last].end,
                members=phrase.members,
                only=False,
                total=None,
                stance=True,
            )


def _of_its_neighbour(sentence: Sentence, found: list[Phrase], phrase: Phrase, opens: int, claim: Position) -> bool:
    """Whether the claim is told of whom the words in front name, or of those behind the comma where none are."""
    chunks = sentence.chunks
    if claim.choice not in CHOICES or claim.negated or not claim.members.named or claim.members == phrase.members:
        return False
    who = next((p for p in found if p.members.named == claim.members.named), None)
    if who is None or not claim.start <= chunks[who.first].start < claim.end or claim.end <= chunks[phrase.last].end:
        return False  # "Like France, Germany sits there; on Thursday it abstained"
    act = max(who.last, phrase.last + 1) + 1
    while act < len(chunks) and chunks[act].has("adverb"):
        act += 1
    if act >= len(chunks) or chunks[act].verb(*ACTS) is None:
        return False  # "Like Italy, Germany had doubts and abstained"
    if opens == 0:
        first = who.first - (chunks[who.first - 1].has("determiner"))
        return first == phrase.last + 2
    return who.last == opens - 2
