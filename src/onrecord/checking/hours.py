"""Votes of one day that a text tells apart by the hour: "In the morning …. In the afternoon …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.checking.thread import Thread
from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.parsed import Sentence

HOURS = frozenset({"morning", "afternoon", "evening", "night", "lunchtime", "noon"})
OPENS = re.compile(
    r"(?:^|; )(?:\W*(?:and|but|then|later) )?(?:late |early )?(?:in|by|at|over) (?:the )?"
    rf"({'|'.join(sorted(HOURS))})\b(?! (?:of|before|after|that|when)\b)",
    re.IGNORECASE,
)
"""The beginning of a sentence, or of what stands behind a semicolon, that says at what hour something was."""


def at_another_hour(
    found: Sequence[Thread], current: Thread | None, claim: VoteClaim, sentences: Sequence[Sentence]
) -> tuple[bool, Thread | None]:
    """Whether the claim is of another hour than the vote told of last, and the vote told of that hour before."""
    hour = _hour(sentences[claim.sentence], claim.end)
    if hour is None or current is None:
        return False, None
    told = set(_hours(current.claims, sentences))
    if not told or hour in told:
        return False, None
    alike = (t for t in reversed(found) if t.body == current.body and hour in _hours(t.claims, sentences))
    return True, next(alike, None)


def _hours(claims: Iterable[VoteClaim], sentences: Sequence[Sentence]) -> Iterable[str]:
    return {hour for c in claims if (hour := _hour(sentences[c.sentence], c.end)) is not None}


def _hour(sentence: Sentence, end: int) -> str | None:
    """The one named last in front of what ends there, where its words open with one."""
    if HOURS.isdisjoint(sentence.words):
        return None
    opening = list(OPENS.finditer(sentence.text, 0, end - sentence.start))
    return opening[-1][1].lower() if opening else None
