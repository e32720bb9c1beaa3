"""Whether words say that they are of the latest vote: "this time Chad voted yes", "now voted yes", "to 153"."""

from __future__ import annotations

from onrecord.checking.clauses_apart import ACTS, VOTES_AS_NOUNS
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Tally, VoteClaim
from onrecord.reading.dates import DateMention
from onrecord.reading.parsed import Sentence

THIS_TIME = ("this time", "this time around", "this time round", "on this occasion")
A_COUNT = 6
"""Chunks of the count in front of "with": "…; and now eleven, with Pakistan abstaining"."""
DEEDS = (*ACTS, "join")


def this_time(sentence: Sentence, claim: VoteClaim) -> bool:
    """Whether the claim, or the word right beside it, says that it is of the latest vote."""
    return said_of_now(sentence, claim) is not None


def said_of_now(sentence: Sentence, claim: VoteClaim) -> Chunk | None:
    """The word that says so."""
    chunks = sentence.chunks
    inside = [i for i, c in enumerate(chunks) if claim.start <= c.start < claim.end]
    if not inside:
        return None
    first = chunks[inside[0]]
    if isinstance(claim, Tally) and first.lower == "to":
        return first  # "rose from 120 in October to 153"
    opens = max(0, inside[0] - 1)
    while first.lower == "with" and opens and inside[0] - opens < A_COUNT and chunks[opens - 1].text not in ",;:—":
        opens -= 1
    for at in range(opens, min(inside[-1] + 2, len(chunks))):
        if chunks[at].lower in THIS_TIME or (chunks[at].lower == "now" and at and _votes_now(chunks, at)):
            return chunks[at]
    return None


def _votes_now(chunks: list[Chunk], at: int) -> bool:
    """ "Now voted yes", "voted yes now", "voted for it now", "…; now it voted yes", "and now eleven"; not "whatever it
    now says", "it now turns out".
    """
    before, behind = chunks[at - 1], chunks[at + 1] if at + 1 < len(chunks) else None
    if behind is None or not behind.is_word or behind.has("and", "but"):
        if before.has("pronoun_text") and at > 2:
            before = chunks[at - 2] if chunks[at - 2].has(*VOTES_AS_NOUNS) else chunks[at - 3]
        return before.has(*VOTES_AS_NOUNS) or before.verb(*DEEDS) is not None
    opens = not before.is_word or before.has("and", "but")
    counts = behind.number is not None and not behind.number.ordinal
    return behind.verb(*DEEDS) is not None or (
        opens and (counts or behind.has("member", "pronoun_member", "pronoun", "pronoun_text"))
    )


def of_another_deed(sentence: Sentence, claim: VoteClaim, dates: tuple[DateMention, ...]) -> bool:
    """ "Mexico did so in 1947 and voted yes this time": whether the dates are of what is told in front of that."""
    now = said_of_now(sentence, claim)
    inside = bool(dates) and all(claim.start - sentence.start <= d.start for d in dates)
    if now is None or not inside:
        return False
    ends = sentence.start + max(d.end for d in dates)
    behind = next((c for c in sentence.chunks if c.start >= ends and c.text != ","), None)
    return behind is not None and behind.has("and", "but") and behind.start < now.start
