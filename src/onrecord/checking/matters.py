"""What places the texts of an article are called by: "the Gaza one" is not the text on North Korea."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.checking.thread import Thread
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position, Tally, VoteClaim
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


def on_another_state(
    found: list[Thread], current: Thread, claim: VoteClaim, sentences: list[Sentence]
) -> tuple[bool, Thread | None]:
    """Whether the claim is of the vote on another state than the one told of last, and the vote told of that state:
    "China vetoed Mongolia. The Soviet Union vetoed Japan", "Cuba abstained on Laos and was against Nepal".
    """
    own = state_voted_on(claim, sentences)
    told = _states(current, sentences)
    if own is None or not told or own in told:
        return False, None
    alike = (thread for thread in reversed(found[-BACK:]) if thread.body == current.body)
    return True, next((t for t in alike if own in _states(t, sentences)), None)


def _states(thread: Thread, sentences: list[Sentence]) -> set[frozenset[str]]:
    return {state for claim in thread.claims if (state := state_voted_on(claim, sentences)) is not None}


def state_voted_on(claim: VoteClaim, sentences: list[Sentence]) -> frozenset[str] | None:
    """Codes of the state that is all that a vote is told to have been on: "vetoed Japan", "abstained on Laos"."""
    if not isinstance(claim, Position | Tally):
        return None
    veto = isinstance(claim, Position) and claim.choice == "veto"
    chunks = sentences[claim.sentence].chunks
    own = [at for at in range(1, len(chunks)) if claim.start < chunks[at].start < claim.end]
    opens = min(own, default=0) - 1
    while opens > 0 and chunks[opens - 1].is_word:
        opens -= 1  # "The one no to Nepal came from Cairo"
    for at in range(opens + 1, max(own, default=0) + 1):
        before = at - 1 - chunks[at - 1].has("determiner")
        if not chunks[at].has("member") or before < max(opens, 0):
            continue
        vetoed = veto and chunks[before].has("verb") and not chunks[before].lower.endswith(" by")
        led = chunks[before - 1] if before else chunks[before]
        sided = chunks[before].lower in BEFORE_STATE and led.verb(*VOTING) is not None
        sided = sided or (chunks[before].lower in ("to", "of") and led.has("no_noun", "yes_noun", "veto_noun"))
        entry = chunks[at].get("member")
        bare = at + 1 >= len(chunks) or not chunks[at + 1].is_word or chunks[at + 1].lower.split()[0] in BEHIND_STATE
        if entry is not None and entry.form != "demonym" and bare and (vetoed or sided):
            return frozenset(alias.code for alias in entry.aliases)
    return None


BEFORE_STATE = frozenset({"on", "over", "for", "against"})
BEHIND_STATE = frozenset({"and", "but", "too", "as", "in", "again", "while", "when", "came", "was"})
VOTING = ("abstain", "no", "yes", "vote")


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
