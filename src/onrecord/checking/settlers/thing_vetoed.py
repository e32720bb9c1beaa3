"""Whether what is said to be vetoed is a thing that no text of the body was ever about: "vetoed the wine"."""

from __future__ import annotations

from onrecord.checking.docket import Docket
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.read import Reading

LONGEST = 4
"""Words between an article and the noun that it belongs to, and that noun."""
OF_KINDS = ("al", "ed", "ful", "ic", "ing", "ive", "less", "ous", "ly", "ary", "able", "ible", "y")
"""Endings of adjectives, which say of what kind a thing is: "a toothless mandate"."""


def of_a_thing(claim: VoteClaim, reading: Reading, docket: Docket) -> bool:
    """ "Nobody has ever vetoed a guest list", "France vetoed the wine": by the words in which the texts on record are
    told of, none of which is what is named behind the verb.
    """
    chunks = reading.sentences[claim.sentence].chunks
    said = (i for i, c in enumerate(chunks) if claim.start <= c.start < claim.end)
    verb = next((i for i in said if chunks[i].verb("veto", "block") is not None), None)
    if verb is None or verb + 2 >= len(chunks) or not chunks[verb + 1].has("determiner", "negation"):
        return False
    named: list[Chunk] = []
    for chunk in chunks[verb + 2 : verb + 2 + LONGEST]:
        if not chunk.is_word or chunk.has("preposition", "and", "but", "relative") or chunk.date is not None:
            break
        if chunk.entries or not chunk.text.islower() or chunk.number is not None:
            return False
        named.append(chunk)
    if not named:
        return False
    *before, noun = named
    if _unknown(noun, docket):
        return True
    beside = docket.subjects.main_terms(noun.lower)
    plain = bool(beside) and not any(":" in term for term in beside)
    return plain and any(_unknown(c, docket) and not c.lower.endswith(OF_KINDS) for c in before)


def _unknown(chunk: Chunk, docket: Docket) -> bool:
    """Whether no title has the word; those that are in too many to tell one from another are no terms at all."""
    terms = docket.subjects.main_terms(chunk.lower)
    return bool(terms) and not any(":" in term for term in terms) and not docket.subjects.weight(terms)
