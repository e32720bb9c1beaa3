"""Terms told of others without saying again what they do: "Chad came on in January, Peru a year earlier", "Mali's term
ends this December, Togo's in 2027".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import Members
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Sentence, finite

FORMS = ("start", "end", "elected")
BEFORE_A_TIME = frozenset({"in", "on", "at", "from", "since", "until", "till", "only", "already", "just", "not", "by"})
LINKS = frozenset({"and", "but", "while", "the", "that", "of", "then"})


def gapped(sentence: Sentence, said: list[Membership]) -> list[Membership]:
    """What the sentence's last claim to a term says, told of whoever follows with nothing but a time."""
    last = said[-1] if said else None
    if last is None or last.form not in FORMS or last.negated or last.date is None or last.sentence != sentence.index:
        return []
    claims: list[Membership] = []
    chunks = sentence.chunks
    for at in range(1, len(chunks)):
        entry = chunks[at].get("member")
        if entry is None or entry.form == "leader" or chunks[at].start < last.end - len(chunks[at].text):
            continue
        if not (names := named_by(chunks[at])):
            continue
        first = at
        while first > 0 and chunks[first - 1].lower in LINKS:
            first -= 1
        when = _time_behind(chunks, at + 1)
        if when is None or chunks[first - 1].text not in (",", ";", "–", "—"):
            continue
        if any(c.start <= chunks[at].start < c.end for c in said if c is not last):
            continue
        date = chunks[when].date
        assert date is not None
        told = replace(
            last, start=chunks[at].start, end=chunks[when].end, members=Members(tuple(names), text=chunks[at].text),
            or_members=None, date=date, also=(), said_by=sentence.speaker_at(chunks[at].start),
            loose=last.loose or date.form == "distance",
        )  # fmt: skip
        claims.append(told)
    return claims


def _time_behind(chunks: list[Chunk], at: int) -> int | None:
    """Where the time stands that is all the clause has from chunk `at` on: "('s in 2027)", "(a year earlier)"."""
    at += at < len(chunks) and chunks[at].lower in ("'s", "'")
    while at < len(chunks) and chunks[at].lower in BEFORE_A_TIME:
        at += 1
    if at >= len(chunks) or chunks[at].date is None:
        return None
    behind = chunks[at + 1 : at + 2]
    goes_on = any(c.is_word and not c.has("and", "but") for c in behind)
    return None if goes_on or any(finite(c) for c in chunks[at + 1 : at + 3]) else at
