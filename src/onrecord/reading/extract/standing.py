"""Claims that do not hang on one vote: figures, seats and terms, rules; read once the sentences are known."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.extract.aid import aid
from onrecord.reading.extract.figures import Memory, figures
from onrecord.reading.grammar import Phrase, Sentence


def standing(sentences: Iterable[Sentence], found: Iterable[list[Phrase]]) -> list[VoteClaim]:
    """In the order of the text; `found` holds each sentence's members."""
    memory = Memory()
    claims: list[VoteClaim] = []
    for sentence, _phrases in zip(sentences, found, strict=True):
        claims.extend(figures(sentence, memory))
        claims.extend(aid(sentence, memory))
    return claims
