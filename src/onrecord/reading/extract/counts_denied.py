"""Numbers that deny: "has cast none since 2019", "had not cast one", "there was none"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count, Generalisation

DENIED_BACK = 5
"""Chunks before "one" in which a negation denies it."""


OF_A_TIME = frozenset({"cast", "there", "there was", "there were"})
"""Words that tell of no more than the time spoken of: "cast none", "there was none"."""


def none_at_all(claim: Count | Generalisation, before: list[Chunk]) -> Count | Generalisation:
    """ "China has cast none since 2019", "had not cast one since" is a denial, and no count."""
    if not isinstance(claim, Count) or claim.quantity is None or claim.ordinal is not None or claim.of_those:
        return claim
    inside = [c for c in before if c.start >= claim.start]
    not_one = claim.quantity.value == 1 and any(c.has("negation") for c in inside)
    if (claim.quantity.value and not not_one) or claim.quantity.step != 1.0:
        return claim
    own = claim.acts
    outright = any(c.lower in OF_A_TIME for c in inside) and not any(c.has("have", "negation") for c in inside)
    if outright and not (own.period or own.since or own.tenure):
        # "Russia cast four this year. China cast none alone", "a veto was feared. There was none": in that time
        told = own.told_from
        own = replace(own, period=(told,)) if told is not None else replace(own, since="that time")
    had = not_one and any(c.lower in ("had", "hadn't") for c in inside)
    return Generalisation(
        claim.start, claim.end, claim.sentence, claim.said_by, acts=own, form="never", past_perfect=had
    )
