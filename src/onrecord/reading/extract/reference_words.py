"""Small questions about a citation's neighbours: where its phrase begins, what is set beside it, what kind of date."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.dates import DateMention
from onrecord.reading.nouns import noun_at
from onrecord.reading.parsed import Phrase

ACTING = ("verb", "be", "have", "do", "modal", "relative", "but")
REACH = 9


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
