"""What places the texts of an article are called by: "the Gaza one" is not the text on North Korea."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.checking.thread import Thread
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.parsed import Sentence

REACH = 6
"""Chunks before a claim in which "on the Gaza text," may stand."""
STEM = 4
"""Letters that a place and what is called after it have in common: Bosnia, the Bosnian text."""
ONE = frozenset({"one", "vote", "ballot"})
ABOUT = frozenset({"on", "over", "about"})


def matter_of(sentence: Sentence, claim: VoteClaim, seated: frozenset[str]) -> str | None:
    """The place of "the Gaza text", "the Gaza one", in lower case, where the claim speaks of a text so called.

    `seated` are the members that ever sat on the Council: "the Russian text" is rather of Russia's making.
    """
    chunks = sentence.chunks
    start = next((at for at, c in enumerate(chunks) if c.start >= claim.start), len(chunks))
    for at in range(max(2, start - REACH), len(chunks)):
        if chunks[at].start >= claim.end:
            return None
        called = _of_a_text(chunks[at]) and chunks[at - 2].lower == "the" and _place(chunks[at - 1], seated)
        if called and not (at + 1 < len(chunks) and chunks[at + 1].lower == "of"):
            return chunks[at - 1].lower
    return None


def of_another_matter(thread: Thread, place: str, sentences: list[Sentence], seated: frozenset[str]) -> bool:
    """Whether the thread is told of another place, and nowhere of this."""
    told = [sentences[index] for index in sorted(thread.sentences | thread.lead_in)]
    return not speaks_of(told, place) and any(any(_places(sentence.chunks, seated)) for sentence in told)


def speaks_of(told: Iterable[Sentence], place: str) -> bool:
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
