"""Whose text it is where the verb is left out: "the first came from Chad, the second from Peru", "Chad tabled the
first, Peru the second".
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Sponsor
from onrecord.reading.extract.authors import Authors, authors_at, authors_before
from onrecord.reading.extract.sponsorship_words import FURTHER, sponsor_claim
from onrecord.reading.parsed import Phrase, Sentence

PARTING = (",", ";", "and", "but", "while")
SOURCES = ("from", "by", "of")
ALSO_FURTHER = frozenset({"latter", "former"})
LONGEST = 4
"""Chunks of a name that a possessive may have."""


def gapped(sentence: Sentence, found: list[Phrase], behind: Sponsor) -> list[Sponsor]:
    """What stands behind the claim `behind` with its verb understood."""
    chunks = sentence.chunks
    at = next((i for i, c in enumerate(chunks) if c.start >= behind.end - 1), len(chunks))
    claims: list[Sponsor] = []
    while at + 2 < len(chunks):
        if chunks[at].lower in PARTING:
            first = at + 1 + (chunks[at + 1].lower in PARTING)
            claim = _one(sentence, found, first)
            if claim is not None:
                claims.append(claim)
        at += 1
    return claims


def one_of_them(chunks: list[Chunk], at: int) -> int | None:
    """ "The other", "the second one": where the words end that stand for one text of several."""
    if at + 1 >= len(chunks) or chunks[at].lower != "the":
        return None
    if chunks[at + 1].lower not in FURTHER | ALSO_FURTHER:
        return None
    return at + 1 + (at + 2 < len(chunks) and chunks[at + 2].lower in ("one", "text", "draft", "paper"))


def _one(sentence: Sentence, found: list[Phrase], first: int) -> Sponsor | None:
    chunks = sentence.chunks
    last = one_of_them(chunks, first)
    if last is None:
        # "Peru the second"
        authors = authors_at(chunks, found, first)
        closes = None if authors is None else one_of_them(chunks, authors.last + 1)
        if authors is None or closes is None or not _ended(chunks, closes + 1):
            return None
        return sponsor_claim(sentence, authors.first, closes, authors, role=True)
    if last + 2 < len(chunks) and chunks[last + 1].lower in SOURCES:
        authors = authors_at(chunks, found, last + 2)
        if authors is None or not _ended(chunks, authors.last + 1):
            return None
        return sponsor_claim(sentence, first, authors.last, authors, role=True)
    owned = _owned(chunks, last + 1)
    return None if owned is None else sponsor_claim(sentence, first, owned.last, owned, role=True)


def _owned(chunks: list[Chunk], at: int) -> Authors | None:
    """ "The second Peru's"."""
    mark = next((i for i in range(at + 1, min(at + LONGEST, len(chunks))) if chunks[i].lower in ("'s", "'")), None)
    if mark is None or not _ended(chunks, mark + 1):
        return None
    owner = authors_before(chunks, mark + 1)
    return None if owner is None else Authors(owner.members, owner.first, mark)


def _ended(chunks: list[Chunk], at: int) -> bool:
    return at >= len(chunks) or not chunks[at].is_word or chunks[at].has("and", "but")
