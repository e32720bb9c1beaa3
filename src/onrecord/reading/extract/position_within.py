"""Who alone of a region did so: "in Europe only Prague", "Panama was the only Latin American country against"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Named, Position
from onrecord.reading.extract.position_only import BESIDE
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.quantified import SINGLE
from onrecord.reading.regions import LONGEST, WITHIN, region_at, region_before

ALONE = SINGLE - {"one"} | {"the only", "only one"}
NEAR = 8
"""Chunks before a claim's names in which "only" may stand."""


def only_within(sentence: Sentence, found: list[Phrase], claims: list[Position]) -> list[Position]:
    """The claims, with the region to which "only" in their clause keeps what is said."""
    if any(c.only for c in claims):
        claims = [_kept_to(sentence.chunks, claim) if claim.only and claim.members.named else claim for claim in claims]
    if not claims or ("only" not in sentence.kinds and sentence.words.isdisjoint(SINGLE)):
        return claims
    if not any(_single(c) for c in sentence.chunks):
        return claims
    limited = [_but_for_some(sentence, _limited(sentence, found, claim)) for claim in claims]
    if "exception" not in sentence.kinds and sentence.words.isdisjoint(BESIDE):
        return limited
    return [_with_those_beside(sentence, found, claim) for claim in limited]


def _with_those_beside(sentence: Sentence, found: list[Phrase], claim: Position) -> Position:
    """ "Djibouti was the only African member besides Rwanda to support it": both did, and no other."""
    if not (claim.only or claim.only_of) or claim.negated or not claim.members.named:
        return claim
    beside = _beside(sentence, found, claim)
    if not beside or set(beside) & set(claim.members.named):
        return claim
    return replace(claim, members=replace(claim.members, named=(*claim.members.named, *beside)))


def _beside(sentence: Sentence, found: list[Phrase], claim: Position) -> tuple[Named, ...]:
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        inside = claim.start <= chunk.start < claim.end
        opens = chunk.start < claim.start and (not at or not chunks[at - 1].is_word)
        if not (inside or opens) or not (chunk.lower in BESIDE or chunk.has("exception")):
            continue
        phrase = next((p for p in found if at < p.first <= at + 2 or p.first < at < p.last), None)
        if phrase is not None and phrase.first > at:
            own = next((p.first for p in found if p.members.named == claim.members.named and p.first > at), at)
            if any(c.has("and", "but") or c.text in ";:" for c in chunks[phrase.last + 1 : own]):
                continue  # "the Europeans besides Britain, and of those only Germany abstained"
            return phrase.members.named
        if phrase is not None:
            return phrase.members.but
    return ()


_BUT_FOR = re.compile(
    r"\b(?:outside|apart from|besides|except|other than|beyond|not counting|leaving aside)\b[^.;:]*\Z"
)


def _but_for_some(sentence: Sentence, claim: Position) -> Position:
    """ "Outside the Caribbean only Israel stood by Washington": others did, of those left out."""
    if claim.only and claim.choice == "with" and _BUT_FOR.search(sentence.text, 0, claim.start - sentence.start + 8):
        return replace(claim, only=False)
    return claim


def _limited(sentence: Sentence, found: list[Phrase], claim: Position) -> Position:
    chunks = sentence.chunks
    if claim.only or claim.negated or claim.members.nobody or claim.members.others or claim.members.everyone:
        return claim
    if claim.members.adjective is not None and not claim.members.named:
        return _said_of_one(sentence, found, claim)
    if not claim.members.named:
        return claim
    inside = [i for i, c in enumerate(chunks) if claim.start <= c.start < claim.end]
    if not inside:
        return claim
    first = _clause_opens(chunks, inside[0])
    if first == inside[0] > 1 and chunks[first - 1].text == ",":
        # "Only one EU country, Hungary, was among the nine"; not "the Council's only Arab member, Algeria, …"
        opens = _clause_opens(chunks, first - 1)
        first = opens if _single(chunks[opens]) and (not opens or chunks[opens - 1].text in ",;:—") else first
    for at in range(first, inside[-1]):
        if _single(chunks[at]) and (region := _region(chunks, at + 1)) is not None:
            return replace(claim, only_of=region)
    phrase = next((p for p in found if p.members.named == claim.members.named and p.first in inside), None)
    lone = phrase.first - 1 if phrase is not None else 0
    while lone > 0 and chunks[lone].has("determiner"):
        lone -= 1
    if phrase is not None and lone > 0 and chunks[lone].has("only"):
        region = region_before(chunks, lone)
        return replace(claim, only_of=region) if region is not None else claim
    return claim


def _kept_to(chunks: list[Chunk], claim: Position) -> Position:
    """ "Prague alone voted no in Europe", "within the EU the Czechs were alone in voting against": of those there."""
    at = next(i for i, c in enumerate(chunks) if c.start >= claim.start)
    if (owner := _owned_by(chunks, at)) is not None:
        return replace(claim, only=False, only_of=owner)
    for place in range(_clause_opens(chunks, at), len(chunks) - 1):
        chunk = chunks[place]
        if chunk.text in ";:—" or (chunk.start >= claim.end and (chunk.text == "," or chunk.has("and", "but"))):
            return claim
        counted = chunk.number is not None and chunk.lower.split()[0] in WITHIN  # "of the 27"
        if (chunk.lower in WITHIN or counted) and (named := region_at(chunks, place + 1)) is not None:
            owned = named[1] + 1 < len(chunks) and chunks[named[1] + 1].lower in ("'s", "'")
            return claim if owned else replace(claim, only=False, only_of=named[0])
    return claim


def _owned_by(chunks: list[Chunk], at: int) -> str | None:
    """The region of "Africa's only vote against", of which the claim begins at chunk `at`."""
    own = at if chunks[at].lower in ("'s", "'") else at - 1
    if own < 1 or chunks[own].lower not in ("'s", "'"):
        return None
    named = (region_at(chunks, start) for start in range(max(0, own - LONGEST), own))
    return next((found[0] for found in named if found is not None and found[1] == own - 1), None)


def _clause_opens(chunks: list[Chunk], at: int) -> int:
    first = at
    while first > 0 and at - first < NEAR and chunks[first - 1].is_word:
        first -= 1
    return first


def _said_of_one(sentence: Sentence, found: list[Phrase], claim: Position) -> Position:
    """ "Panama was the only Latin American country against": of Panama, and of nobody else there."""
    chunks = sentence.chunks
    at = next((i for i, c in enumerate(chunks) if c.start >= claim.start), None)
    if at is None or at < 2 or claim.members.quantity != 1 or claim.members.adjective is None:
        return claim
    be = at - 1
    while be > 0 and chunks[be].has("determiner", "adverb"):
        be -= 1
    who = next((p for p in found if p.last == be - 1 and p.members.named), None) if chunks[be].has("be") else None
    if who is None or not any(_single(c) for c in chunks[be + 1 : at + 3]):
        return claim
    members = replace(who.members, text=who.members.text)
    return replace(claim, start=chunks[who.first].start, members=members, only_of=claim.members.adjective)


def _single(chunk: Chunk) -> bool:
    return "only" in chunk.kinds or chunk.lower in ALONE


def _region(chunks: list[Chunk], at: int) -> str | None:
    """ "Europeans", "EU country", "ones in Africa" behind "the only"."""
    for place in range(at, min(at + 3, len(chunks))):
        if chunks[place].has("of_adjective"):
            return chunks[place].text
        if chunks[place].lower in ("one", "ones", "country", "state", "countries", "states", "member", "members"):
            named = region_at(chunks, place + 2) if place + 2 < len(chunks) else None
            within = place + 1 < len(chunks) and chunks[place + 1].lower in ("in", "from", "of", "among")
            if named is not None and within:
                return named[0]
        if chunks[place].lower != "one":
            return None
    return None
