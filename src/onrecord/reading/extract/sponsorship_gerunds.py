"""Who tabled a text, by a verb that another one governs: "ended up sponsoring it", "after tabling it, Chad …"."""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position, Sponsor
from onrecord.reading.extract.authors import of_noun
from onrecord.reading.extract.sponsorship_objects import text_of
from onrecord.reading.extract.sponsorship_words import WORDS, spoken_of, sponsor_claim
from onrecord.reading.extract.state import Discourse
from onrecord.reading.nouns import noun_at, nouns
from onrecord.reading.overlapping import overlaps
from onrecord.reading.parsed import Phrase, Sentence, finite


def finite_before(chunks: list[Chunk], found: list[Phrase], at: int) -> int | None:
    """Where the verb stands that has what the gerund at `at` says come true: "ended up tabling", "took part in
    drafting", "joined Peru in sponsoring".
    """
    for words in range(1, min(DOING, at) + 1):
        if (
            " ".join(c.lower for c in chunks[at - words : at])
            in WORDS["doing"] | WORDS["taking_part"] | WORDS["no_part"]
        ):
            return at - words
    if (
        at > 2
        and chunks[at - 1].lower == "in"
        and (chunks[at - 2].lower == "us" or any(p.last == at - 2 for p in found))
    ):
        joined = next((i for i in range(at - 2, max(at - COMPANY, 0), -1) if finite(chunks[i])), None)
        return joined if joined is not None and chunks[joined].lower in JOINED else None
    return None


DOING = 5
"""Most chunks of "had nothing to do with"."""
COMPANY = 16
"""Chunks before "in sponsoring it" within which stand those that somebody joined."""
JOINED = frozenset({"joined", "join", "joins"})


def no_part(chunks: list[Chunk], main: int, at: int) -> bool:
    """ "Had no part in drafting it"."""
    return " ".join(c.lower for c in chunks[main:at]) in WORDS["no_part"]


def in_part(chunks: list[Chunk], main: int, at: int) -> bool:
    """ "Took part in drafting it": who has a say in the words need not put their name to them."""
    return " ".join(c.lower for c in chunks[main:at]) in WORDS["taking_part"]


def by_doing_so(sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int, meaning: str) -> Sponsor | None:
    """ "By sponsoring it, Peru angered them", "Having tabled the text, Chad …": whoever stands behind the comma."""
    chunks = sentence.chunks
    opens = at - 1
    having = opens > 0 and chunks[opens].lower == "having"
    opens -= having and chunks[opens - 1].lower in BY_DOING
    if opens < 0 or not (chunks[opens].lower in BY_DOING or chunks[opens].lower == "having"):
        return None
    if opens > 0 and not (opens == 1 and chunks[0].has("and", "but")):
        return None
    comma = next((i for i in range(at + 1, min(at + REACH, len(chunks) - 2)) if chunks[i].text == ","), None)
    if comma is None or sentence.question or sentence.unreal_from <= at:
        return None
    noun = noun_at(chunks, {p.first: p for p in found}, comma + 1, len(chunks))
    authors = of_noun(chunks, found, noun) if noun is not None and noun.kind == "members" else None
    if noun is None or authors is None or not any(finite(c) for c in chunks[authors.last + 1 : authors.last + 4]):
        return None
    text = text_of(sentence, found, discourse, at, noun, meaning)
    if text is None or text >= comma:
        return None
    objects = nouns(chunks, found, at + 1, text + 1)
    definite = bool(objects) and chunks[objects[0].first].lower in ("the", "this", "that") and text == comma - 1
    known = definite or (bool(objects) and spoken_of(chunks, objects[0]))
    return sponsor_claim(sentence, at, text, authors, co=meaning == "cosponsor", known=known)


BY_DOING = frozenset({"by", "after", "in", "for", "since", "besides", "despite", "having"})
"""In front of a gerund that opens its sentence, so that what it says was done."""
REACH = 14


def of_the_writing(sentence: Sentence, position: Position, told: list[Sponsor]) -> bool:
    """ "Egypt joined Peru in sponsoring it", "in sponsoring the talks": what they did together was no vote."""
    if any(s.start <= position.start and overlaps(position, [s]) for s in told):
        return True
    for before, one in pairwise(sentence.chunks):
        inside = before.lower == "in" and position.start < before.start < position.end + len(" in ")
        if inside and one.verb("sponsor", "cosponsor") is not None:
            return any(e.kind == "verb" and e.form == "gerund" for e in one.entries)
    return False
