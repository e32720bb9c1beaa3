"""A number and a date that stand in one clause with no words to tie them: "the sanctions came on 6 August, by 661"; and
a number that was adopted at the time told of before: "then resolution 502 went through".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome, Reference, VoteClaim
from onrecord.reading.extract.citations import Cited
from onrecord.reading.extract.reference_words import CAME, head_of, only_year
from onrecord.reading.parsed import Sentence, finite

OF_THE_CALENDAR = frozenset({"calendar", "weekday", "day", "unit", "season"})
PASSED = 3
"""Chunks behind a number within which it is said to have been adopted."""
REACH = 16
"""Chunks between a number and a day or month of its clause."""
BESIDE = 4
"""Chunks between a number and a year, which is said of much else."""

NEAR = 25
"""Characters behind the two in which what is told of the vote may begin."""


def dated_beside(sentence: Sentence, cited: list[Cited], told: Sequence[VoteClaim]) -> list[Reference]:
    """What is borne out where the date is the text's, and says nothing where it is not.

    `told` is what else the sentence says of votes: where it tells how one went, the day is that vote's, unless it
    tells of what the body did by it.
    """
    if sentence.question or sentence.withdrawn:
        return []
    if not sentence.dates:
        return [_adopted_then(sentence, one) for one in cited if _tells_of_adoption(sentence, one)]
    told = [c for c in told if not (isinstance(c, Outcome) and c.act)]
    claims: list[Reference] = []
    for place, one in enumerate(cited):
        if one.first < sentence.unreal_from:
            before = cited[place - 1].last if place else -1
            until = cited[place + 1].first if place + 1 < len(cited) else len(sentence.chunks)
            claim = _beside(sentence, one, before, until)
            if claim is None:
                continue
            near = 0 if _apposed(sentence.chunks, one, claim) else NEAR
            if not any(_tells_it(c, claim, near) for c in told):
                claims.append(claim)
    return claims


def _tells_it(told: VoteClaim, claim: Reference, near: int) -> bool:
    if not near:
        return told.start <= claim.start and claim.end <= told.end
    return told.start < claim.end + near and claim.start < told.end


def _apposed(chunks: list[Chunk], one: Cited, claim: Reference) -> bool:
    """ "In March came the ban on oil, resolution 418": beside what was decided that day, and how they voted on it is
    another matter.
    """
    head = head_of(chunks, one.first)
    if (
        head < FEW
        or claim.start >= chunks[head].start
        or chunks[head - 1].text not in ",(:"
        or chunks[head - 2].date is not None
    ):
        return False
    inside = [c for c in chunks[:head] if c.start >= claim.start]
    return chunks[head - 2].is_word and not any(
        c.verb(*VOTED) is not None or c.cardinal is not None or c.has("relative", "unanimous") for c in inside
    )


FEW = 3
VOTED = ("vote", "yes", "no", "abstain", "veto", "block")


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


def _tells_of_adoption(sentence: Sentence, one: Cited) -> bool:
    """ "Resolution 502 went through", "then came resolution 502", "next the Council adopted resolution 502"."""
    chunks = sentence.chunks
    if one.first >= sentence.unreal_from:
        return False
    behind = list(takewhile(lambda c: c.is_word, chunks[one.last + 1 : one.last + 1 + PASSED]))
    head = head_of(chunks, one.first)
    before = [c for c in chunks[max(0, head - PASSED) : head] if not c.has("determiner")]
    if any(c.has("modal", "negation", "unreal", "relative", "nobody") for c in (*before, *behind)):
        return False
    came = before[-1:] and (before[-1].lower in CAME or before[-1].verb("adopt") is not None)
    won = any(c.cardinal is not None for c in behind) and any(c.verb("obtain") or c.has("have") for c in behind)
    return bool(came) or won or any(c.verb("adopt", "pass") is not None for c in behind)


def _adopted_then(sentence: Sentence, one: Cited) -> Reference:
    behind = (c for c in sentence.chunks[one.last + 1 : one.last + 1 + PASSED] if c.verb("adopt", "pass") is not None)
    done = next(behind, None)
    end = done.end if done is not None else one.end
    start = sentence.chunks[head_of(sentence.chunks, one.first)].start
    return Reference(start, end, sentence.index, sentence.speaker_at(start), one.symbol, sure=one.sure, loose=True)


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
    if date is None or date.role not in ("at", "since") or date.from_elsewhere:
        return False
    if date.form not in OF_THE_CALENDAR:
        return date.form == "distance" and date.from_context and date.unit == "day"
    if not only_year(date):
        return True
    between = chunks[at + 1 : one.first] if at < one.first else chunks[one.last + 1 : at]
    if one.alone and at > one.last:
        between = list(dropwhile(lambda c: c.has("have", "be", "do", "adverb") or finite(c), between))
    return len(between) <= BESIDE and not any(finite(c) and not c.has("be", "have") for c in between)
