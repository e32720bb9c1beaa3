"""Whose text it is by where they stand ("behind the text stood Norway") or by a pronoun ("its own draft")."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Sponsor
from onrecord.reading.extract.authors import Authors, authors_at
from onrecord.reading.extract.sponsorship_words import of_voting, sponsor_claim, to_come
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import governed
from onrecord.reading.parsed import Phrase, Sentence

STANDING = frozenset({"stood", "stands", "stand", "lay", "was", "were", "is", "are"})
OWNERS = {"its": "it", "his": "it", "her": "it", "their": "they"}


def stood_behind(sentence: Sentence, found: list[Phrase], at: int) -> Sponsor | None:
    """ "Behind the paper stood Niger and Ireland"."""
    chunks = sentence.chunks
    if at and chunks[at - 1].is_word and not chunks[at - 1].has("and", "but"):
        return None
    ahead = range(at + 1, min(at + 7, len(chunks) - 1))
    text = next((i for i in ahead if chunks[i].has("text") and chunks[i + 1].lower in STANDING), None)
    authors = authors_at(chunks, found, text + 2) if text is not None else None
    if authors is None or not (authors.members.named or authors.members.groups):
        return None
    return sponsor_claim(sentence, at, authors.last, authors)


def own(sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int) -> Sponsor | None:
    """ "Its own draft", "her own text": of those spoken of last."""
    chunks = sentence.chunks
    word = next((i for i in range(at - 1, max(at - 4, -1), -1) if chunks[i].lower == "own"), None)
    if word is None or word == 0 or chunks[word - 1].lower not in OWNERS or not of_voting(sentence):
        return None
    if to_come(sentence, found, word - 1):
        return None
    pronoun = OWNERS[chunks[word - 1].lower]
    members = _spoken_of(chunks, found, word - 1, pronoun == "they")
    if members is None:
        members = discourse.resolve_pronoun(Members(pronoun=True, text=pronoun), sentence)
    if members is None or not (members.named or members.groups):
        return None
    return sponsor_claim(sentence, word - 1, at, Authors(members, word - 1, at), loose=True)


def _spoken_of(chunks: list[Chunk], found: list[Phrase], before: int, plural: bool) -> Members | None:
    """Whom the sentence itself named before, as its subject."""
    for phrase in found:
        if phrase.last < before and phrase.members.named and not governed(chunks, phrase.first):
            return phrase.members if (len(phrase.members.named) > 1) == plural else None
    return None
