"""Two ways of voting of which those named chose either: "the others voted against or abstained"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.claims.vote import OPTIONS, Position
from onrecord.reading.parsed import Sentence

WAYS = frozenset(OPTIONS)
LONGEST = 10
"""Characters from the end of the first way to "or": "were for it or abstained"."""


def either_way(sentence: Sentence, claims: list[Position]) -> list[Position]:
    """The claims, with two that "or" joins as one; of how many did the one or the other, none."""
    found = [claim for claim in claims if not _some_left_out(sentence, claim)]
    for second in claims:
        first = next((c for c in found if _joined_by_or(sentence, c, second)), None)
        if first is None:
            continue
        at = found.index(first)
        found.remove(second)
        if first.total is not None or first.members.quantity is not None:
            found.remove(first)
        else:
            found[at] = replace(first, end=second.end, or_else=second.choice)
    return found


def _some_left_out(sentence: Sentence, claim: Position) -> bool:
    """ "All members but one either supported it or abstained": of nobody in particular."""
    chunks = [c for c in sentence.chunks if claim.start <= c.start < claim.end]
    left = any(c.has("exception", "but") and then.cardinal is not None for c, then in pairwise(chunks))
    return claim.members.everyone and left


def _joined_by_or(sentence: Sentence, first: Position, second: Position) -> bool:
    if first is second or first.members != second.members or {first.choice, second.choice} - WAYS:
        return False
    if first.negated or second.negated or not first.end < second.end or first.or_else is not None:
        return False
    joins = next((c for c in sentence.chunks if first.end <= c.start < second.end and c.lower == "or"), None)
    return joins is not None and joins.start - first.end <= LONGEST
