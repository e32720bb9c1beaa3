"""What places the texts of an article are called by: "the Gaza one" is not the text on North Korea."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.checking.thread import Thread
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.parsed import Sentence

BACK = 12
"""Votes told of before, among which that on a place named again is looked for."""
REACH = 6
"""Chunks before a claim in which "on the Gaza text," may stand."""
STEM = 4
"""Letters that a place and what is called after it have in common: Bosnia, the Bosnian text."""
ONE = frozenset({"one", "vote", "ballot"})
ABOUT = frozenset({"on", "over", "about"})


def turned_to(
    found: list[Thread], current: Thread, claim: VoteClaim, sentences: list[Sentence], seated: frozenset[str]
) -> tuple[bool, Thread | None]:
    """Whether the claim names a text by another place than the vote just told of, and the vote told of that place.

    `seated` are the members that ever sat on the Council: "the Guatemala draft" is rather of its making, unless
    something was told before on Guatemala.
    """
    near = found[-BACK:]
    place = _matter(sentences[claim.sentence], claim, seated, near, sentences) if seated else None
    if place is None:
        return False, None
    told = [sentences[index] for index in sorted(current.sentences | current.lead_in)]
    if _speaks_of(told, place) or not any(any(_places(sentence.chunks, seated)) for sentence in told):
        return False, None
    alike = (thread for thread in reversed(near) if thread.body == current.body)
    return True, next((t for t in alike if _speaks_of((sentences[i] for i in t.sentences), place)), None)


def _matter(
    sentence: Sentence, claim: VoteClaim, seated: frozenset[str], near: list[Thread], sentences: list[Sentence]
) -> str | None:
    """The place of "the Gaza text", "the Gaza one", in lower case."""
    chunks = sentence.chunks
    start = next((at for at, c in enumerate(chunks) if c.start >= claim.start), len(chunks))
    for at in range(max(2, start - REACH), len(chunks)):
        if chunks[at].start >= claim.end:
            return None
        here, before = chunks[at - 1], chunks[at - 2].lower
        if before != "the" or not _of_a_text(chunks[at]) or [c.lower for c in chunks[at + 1 : at + 2]] == ["of"]:
            continue
        if _place(here, seated):
            return here.lower
        told = (sentences[index] for thread in near for index in thread.sentences)
        if here.has("member") and any(here.lower in _places(other.chunks, seated) for other in told):
            return here.lower
    return None


def _speaks_of(told: Iterable[Sentence], place: str) -> bool:
    return any(place[:STEM] in sentence.text.lower() for sentence in told)


def _of_a_text(chunk: Chunk) -> bool:
    return chunk.has("text") or chunk.lower in ONE


def _place(chunk: Chunk, seated: frozenset[str]) -> bool:
    if not chunk.text[:1].isupper() or chunk.text.isupper() or chunk.date is not None or not chunk.text[-1].isalpha():
        return False
    entry = chunk.get("member")
    if entry is None:
        return not chunk.entries
    return all(alias.code not in seated for alias in entry.aliases)


def _places(chunks: list[Chunk], seated: frozenset[str]) -> Iterator[str]:
    for at in range(1, len(chunks)):
        before, here = chunks[at - 1], chunks[at]
        if before.lower in ABOUT and (here.has("member") or _place(here, seated)):
            yield here.lower
        elif _of_a_text(here) and _place(before, seated):
            yield before.lower
