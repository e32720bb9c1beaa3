"""Small questions about a citation's neighbours: where its phrase begins, what is set beside it, what kind of date."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.dates import DateMention
from onrecord.reading.nouns import noun_at, verbish
from onrecord.reading.parsed import Phrase
from onrecord.reading.table import word_sets

ACTING = ("verb", "be", "have", "do", "modal", "relative", "but")
REACH = 9
_WORDS = word_sets("clause_words.csv")
CAME = _WORDS["came"]
WENT = _WORDS["went_as"]
NUMBERED = frozenset({"number", "numbered", "no", "no.", "nr", "called"})
BECAME = _WORDS["became"]


def once_did(chunks: list[Chunk], by: int) -> int | None:
    """ "The sanctions imposed in 2017 by resolution 2374": the participle of what a text once did, in front of the
    "by" at chunk `by`; none where the clause itself tells of that.
    """
    did = by - 1
    while did > 1 and (chunks[did].date is not None or chunks[did].has("preposition", "adverb")):
        did -= 1
    if did < 1 or not verbish(chunks[did]) or not chunks[did - 1].is_word:
        return None
    itself = chunks[did - 1].has("be", "have", "adverb", "negation", "council", "assembly", "determiner")
    return None if itself else did


def head_of(chunks: list[Chunk], first: int) -> int:
    """The first chunk of "the settlements resolution, number 2334"."""
    at = first
    while (
        at > 0
        and first - at < 5
        and (
            chunks[at - 1].lower in ("number", "no", "no.", "numbered")
            or chunks[at - 1].text in ".,"
            or chunks[at - 1].has("cite", "text")
        )
    ):
        if chunks[at - 1].text == "," and not (at >= 2 and chunks[at - 2].has("cite", "text")):
            break
        at -= 1
        if chunks[at].has("cite", "text"):
            break
    while at > 0 and chunks[at - 1].has("council", "assembly"):
        at -= 1
    return at


def beside_bracket(chunks: list[Chunk], first: int) -> int:
    """The first chunk of what a number in brackets belongs to: "the nuclear tests of India (1172, of 1998)"."""
    if first < 2 or chunks[first - 1].text != "(":
        return first
    at = first - 1
    while at > 0 and first - at < REACH and chunks[at - 1].is_word and not chunks[at - 1].has(*ACTING):
        at -= 1
    return at if at < first - 1 else first


def is_name(chunk: Chunk) -> bool:
    """A title set beside a number: "resolution 377, Uniting for Peace"."""
    return chunk.text[:1].isupper() and not chunk.entries and chunk.date is None


def only_year(date: DateMention) -> bool:
    return date.form == "calendar" and date.year is not None and date.month is None


def insertion_end(chunks: list[Chunk], at: int) -> int:
    """The last chunk before the mark that closes what is set beside a number."""
    position = at
    while position + 1 < len(chunks) and chunks[position + 1].text not in ",;:—–)." and position - at < 24:
        position += 1
    return position


def subject_phrase_end(chunks: list[Chunk], found: list[Phrase], at: int, until: int) -> int | None:
    """The last chunk of "women, peace and security": the phrases that "on" or "about" governs."""
    named = {phrase.first: phrase for phrase in found}
    last: int | None = None
    while at < until:
        noun = noun_at(chunks, named, at, until)
        if noun is None:
            break
        last = noun.last
        at = last + 1
        while at < until and (chunks[at].has("and") or chunks[at].text == "," or chunks[at].lower == "in"):
            at += 1
        if at == last + 1:
            break
    return last


def relative_date(chunks: list[Chunk], at: int, until: int) -> int | None:
    """Where the day stands in ", which the Assembly passed on 11 December 1948": nothing but when it was adopted."""
    while at < until and chunks[at].text in ",(–—":
        at += 1
    if at >= until or chunks[at].lower not in ("which", "that"):
        return None
    verb = next((i for i in range(at + 1, min(at + 7, until)) if chunks[i].verb("adopt", "pass") is not None), None)
    if verb is None or any(c.has("member", "negation", "modal", "text") for c in chunks[at + 1 : verb]):
        return None
    for place in range(verb + 1, min(verb + 5, until)):
        date = chunks[place].date
        if date is not None:
            return place if date.role in ("at", "since") and not date.from_elsewhere else None
        if not chunks[place].has("adverb", "unanimous", "preposition"):
            return None
    return None


def said_to_be(chunks: list[Chunk], first: int) -> int | None:
    """Where "is", "was" or "bears" stands in front of a number: "the one that created it is number 425"."""
    at = first - 1
    while at > 0 and (chunks[at].has("determiner", "adverb", "text") or chunks[at].lower in NUMBERED):
        at -= 1
    if chunks[at].lower == "as":
        # "It went into the books as resolution 2774"
        return next((i for i in range(at - 1, max(at - 5, 0), -1) if chunks[i].lower.split()[0] in WENT), None)
    shortened = chunks[at].lower == "'s" and chunks[at - 1].lower in ("it", "that", "this")
    return at if at > 0 and (shortened or chunks[at].has("be") or chunks[at].lower in BECAME) else None


TOLD = 2


def told_by_name(chunks: list[Chunk], be: int) -> tuple[int, int] | None:
    """The words for what it is about in front of "is 2334": "the settlements resolution", "the one on women", "the
    resolution that created UNIFIL".
    """
    first = max((i + 1 for i in range(be) if chunks[i].text in ".;:—–("), default=0)
    head = next((i for i in range(first, be) if chunks[i].has("text", "cite") or chunks[i].lower == "one"), None)
    if head is not None and be - head > TOLD and chunks[head + 1].lower in ("that", "which"):
        told = chunks[head + TOLD : be]
        plain = not any(c.has("modal", "negation", "relative", "pronoun_text", "member", "group") for c in told[:1])
        return (head + 1, be) if plain and told[0].verb("act", "put", "end") is not None else None
    if head is None or any(c.has(*ACTING) or c.date is not None or c.has("pronoun_text") for c in chunks[first:be]):
        return None
    named = [c for c in chunks[first:head] if c.is_word and not c.has("determiner", "council", "assembly", "cite")]
    about = head + 1 < be - 1 and chunks[head + 1].lower in ("on", "about", "for")
    return (first + (chunks[first].has("determiner")), be - 1) if named or about else None
