"""Numbers that deny: "has cast none since 2019", "had not cast one", "there was none"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count, Generalisation

DENIED_BACK = 5
"""Chunks before "one" in which a negation denies it."""


def none_at_all(claim: Count | Generalisation, before: list[Chunk]) -> Count | Generalisation:
    """ "China has cast none since 2019", "had not cast one since" is a denial, and no count."""
    if not isinstance(claim, Count) or claim.quantity is None or claim.ordinal is not None or claim.of_those:
        return claim
    inside = [c for c in before if c.start >= claim.start]
    not_one = claim.quantity.value == 1 and any(c.has("negation") for c in inside)
    if (claim.quantity.value and not not_one) or claim.quantity.step != 1.0:
        return claim
    had = not_one and any(c.lower in ("had", "hadn't") for c in inside)
    return Generalisation(
        claim.start, claim.end, claim.sentence, claim.said_by, acts=claim.acts, form="never", past_perfect=had
    )
