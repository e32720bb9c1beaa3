"""A number and a date that stand in one clause with no words to tie them: "the sanctions came on 6 August, by 661"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Reference, VoteClaim
from onrecord.reading.extract.citations import Cited
from onrecord.reading.extract.reference_words import only_year
from onrecord.reading.parsed import Sentence, finite

OF_THE_CALENDAR = frozenset({"calendar", "weekday", "day", "unit", "season"})
REACH = 16
"""Chunks between a number and a day or month of its clause."""
BESIDE = 4
"""Chunks between a number and a year, which is said of much else."""

NEAR = 25
"""Characters behind the two in which what is told of the vote may begin."""


def dated_beside(sentence: Sentence, cited: list[Cited], told: Sequence[VoteClaim]) -> list[Reference]:
    """What is borne out where the date is the text's, and says nothing where it is not.

    `told` is what else the sentence says of votes: where it tells how one went, the day is that vote's.
    """
    if sentence.question or sentence.withdrawn or not sentence.dates:
        return []
    claims: list[Reference] = []
    for place, one in enumerate(cited):
        if one.first < sentence.unreal_from:
            before = cited[place - 1].last if place else -1
            until = cited[place + 1].first if place + 1 < len(cited) else len(sentence.chunks)
            claim = _beside(sentence, one, before, until)
            if claim is not None and not any(c.start < claim.end + NEAR and claim.start < c.end for c in told):
                claims.append(claim)
    return claims


def _beside(sentence: Sentence, one: Cited, before: int, until: int) -> Reference | None:
    """`before` is the last chunk of the number in front of it, `until` the first of the one behind it."""
    chunks = sentence.chunks
    first = _bound(chunks, one.first, max(before + 1, one.first - REACH), -1)
    last = _bound(chunks, one.last, min(until, len(chunks), one.last + REACH) - 1, 1)
    if any(c.has("modal", "negation") for c in chunks[first : last + 1]):
        return None
    dates = [i for i in range(first, last + 1) if _its_own(chunks, i, one)]
    if not dates:
        return None
    at = min(dates, key=lambda i: max(one.first - i, i - one.last))
    date = chunks[at].date
    assert date is not None
    year = only_year(date)
    return Reference(
        chunks[first].start if at < one.first else one.start,
        max(one.end, chunks[at].end),
        sentence.index,
        sentence.speaker_at(one.start),
        one.symbol,
        year=date.year if year else None,
        date=None if year else date,
        sure=one.sure,
        loose=True,
    )


def _bound(chunks: list[Chunk], start: int, end: int, step: int) -> int:
    """The furthest chunk from `start` towards `end` with nothing between that ends a clause for good."""
    at = start
    while at != end and (chunks[at + step].text not in ";.!?" or _goes_on(chunks, at + step, step)):
        at += step
    while at != start and not chunks[at].is_word:
        at -= step
    return at


def _goes_on(chunks: list[Chunk], mark: int, step: int) -> bool:
    """ "Resolution 502 took a day; it was voted on 3 April"."""
    return step > 0 and mark + 1 < len(chunks) and chunks[mark + 1].lower == "it"


def _its_own(chunks: list[Chunk], at: int, one: Cited) -> bool:
    date = chunks[at].date
    if date is None or date.role not in ("at", "since") or date.form not in OF_THE_CALENDAR or date.from_elsewhere:
        return False
    if not only_year(date):
        return True
    between = chunks[at + 1 : one.first] if at < one.first else chunks[one.last + 1 : at]
    return len(between) <= BESIDE and not any(finite(c) and not c.has("be") for c in between)
