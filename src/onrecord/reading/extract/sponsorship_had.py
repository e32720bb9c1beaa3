"""Whose text it was by their having it, coming with it or giving it to the body: "Peru had a draft ready", "Chad turned
up with a text", "from Lomé came a resolution", "its Polish authors".

Others may have put such a text to the vote: nothing of this is held against anybody.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.assertion import asserted, negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Sponsor
from onrecord.reading.clauses import subject
from onrecord.reading.extract.authors import authors_at, authors_before
from onrecord.reading.extract.sponsorship_doers import doer
from onrecord.reading.extract.sponsorship_objects import told_near
from onrecord.reading.extract.sponsorship_words import DRAFTS, sponsor_claim
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Phrase, Sentence, is_demonym
from onrecord.reading.table import word_sets

_WORDS = word_sets("clause_words.csv")
CAME_WITH, GAVE, READY = _WORDS["came_with_text"], _WORDS["gave_text"], _WORDS["text_ready"]
WRITERS = _WORDS["writers"]
ADJECTIVES = 3
"""Chunks between an article and the text."""
OF_IT = frozenset({"its", "the", "'s", "'", "their"})
ANOTHER = frozenset({"rival", "another", "other", "second", "new", "different", "similar", "earlier", "counter"})


def had_it(sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int) -> Sponsor | None:
    """The text at chunk `at` as what somebody had, came with or gave to the body."""
    chunks = sentence.chunks
    first = _article(chunks, at)
    if first is None or first < 1 or not (chunks[at].lower in DRAFTS and told_near(sentence, discourse)):
        return None
    if (came := _came_from(sentence, found, first, at)) is not None:
        return came
    verb = _verb_before(chunks, first, at)
    noun = subject(sentence, found, verb) if verb is not None else None
    if verb is None or noun is None or noun.last >= verb or not asserted(sentence, verb, noun.last, "past"):
        return None
    if negated(sentence, verb, noun.last) or (noun.kind not in ("members", "pronoun")):
        return None
    authors = doer(sentence, found, discourse, noun, verb)
    if authors is None or not (authors.members.named or authors.members.groups):
        return None
    return replace(sponsor_claim(sentence, min(authors.first, noun.first), at, authors), role=True)


def _article(chunks: list[Chunk], at: int) -> int | None:
    """Where "a", "the" or "its own" stands in front of the text, and nothing that makes it another one."""
    for first in range(at - 1, max(at - 2 - ADJECTIVES, -1), -1):
        chunk = chunks[first]
        if chunk.has("determiner") or chunk.lower in ("a", "an", "the"):
            return first
        if not chunk.is_word or chunk.lower in ANOTHER or chunk.has("verb", "preposition", "and", "member"):
            return None
    return None


def _verb_before(chunks: list[Chunk], first: int, at: int) -> int | None:
    """The verb of which the text is what was had, given or come with."""
    before = chunks[first - 1]
    if before.lower == "had":
        known = chunks[first].lower == "the"
        ready = any(c.lower in READY for c in chunks[at + 1 : at + 4])
        return first - 1 if ready or not known else None
    if before.lower == "with" and first > 1 and chunks[first - 2].lower in CAME_WITH:
        return first - 2
    if before.has("council", "assembly") and first > 1 and chunks[first - 2].lower in GAVE:
        return first - 2
    return None


def _came_from(sentence: Sentence, found: list[Phrase], first: int, text: int) -> Sponsor | None:
    """ "From Peru and Chad came a draft", "out of Lomé had come the text"."""
    chunks = sentence.chunks
    opens = 1 if chunks[0].lower in ("from", "out of") else 2 if [c.lower for c in chunks[:2]] == ["out", "of"] else 0
    if not opens or chunks[first - 1].lower not in ("came", "comes", "come"):
        return None
    authors = authors_at(chunks, found, opens)
    end = first - 1 - (chunks[first - 2].lower == "had")
    if authors is None or authors.last != end - 1 or not authors.members.named:
        return None
    return replace(sponsor_claim(sentence, 0, text, authors), role=True)


def its_authors(sentence: Sentence, discourse: Discourse, at: int) -> Sponsor | None:
    """ "Its Polish authors", "the text's British drafters": of what country those are who wrote it."""
    chunks = sentence.chunks
    if at < 2 or chunks[at].lower not in WRITERS or not is_demonym(chunks[at - 1]):
        return None
    of_another = at + 1 < len(chunks) and chunks[at + 1].lower in ("of", "on")
    if of_another or chunks[at - 2].lower not in OF_IT or not told_near(sentence, discourse):
        return None
    if chunks[at - 2].lower in ("'s", "'") and not (at > 2 and chunks[at - 3].has("text")):
        return None
    authors = authors_before(chunks, at)
    if authors is None or not authors.members.named:
        return None
    return replace(sponsor_claim(sentence, at - 2, at, authors, known=True), role=True)


def hand_in_it(sentence: Sentence, found: list[Phrase], discourse: Discourse, at: int) -> Sponsor | None:
    """ "Beirut had a hand in it", "had a hand in the draft", and not "in the war"."""
    chunks = sentence.chunks
    if at < 2 or chunks[at].lower != "hand in" or chunks[at - 1].lower != "a" or chunks[at - 2].lower != "had":
        return None
    behind = chunks[at + 1 : at + 3]
    it = bool(behind) and behind[0].lower == "it" and (len(behind) == 1 or not behind[1].is_word)
    text = len(behind) > 1 and behind[0].has("determiner") and behind[1].lower in DRAFTS
    noun = subject(sentence, found, at - 2)
    if not ((it or text) and told_near(sentence, discourse)) or noun is None or noun.kind != "members":
        return None
    authors = doer(sentence, found, discourse, noun, at - 2)
    if authors is None or not asserted(sentence, at - 2, noun.last, "past"):
        return None
    return replace(sponsor_claim(sentence, authors.first, at + 1 + text, authors, co=True), role=True)
