"""By how many a year's number differs from another's: "two fewer than in 2024"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.frequency import ways_of
from onrecord.checking.frequency_words import about, by, noun, span
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.untold import not_covered
from onrecord.checking.words import number
from onrecord.reading.claims.frequency import Count
from onrecord.record.model import VoteEvent


def settle_difference(
    claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """None where either number cannot be told."""
    if claim.than is None or claim.quantity is None:
        return None
    this = ways_of(claim.acts, docket, article, article, event, near, distinct=False)
    other = ways_of(replace(claim.acts, period=(claim.than,)), docket, article, article, event, near, distinct=False)
    if this.untold or other.untold or len(this.each) != len(other.each) or not this.each:
        return None
    if this.uncovered or other.uncovered:
        return not_covered(docket)
    sizes = [(len(one.events), len(before.events)) for one, before in zip(this.each, other.each, strict=True)]
    right = [claim.quantity.admits((b - a) if claim.fewer else (a - b)) for a, b in sizes]
    chosen = right.index(True) if any(right) else 0
    way, (size, before) = this.each[chosen], sizes[chosen]
    told = f"{noun(claim.acts, size)}{by(claim.acts, way, docket)}{about(way)}{span(this, article)}"
    reason = f"The record counts {told}, and {number(before) if before else 'none'}{span(other, article)}"
    if all(right):
        return Settled(Verdict.SUPPORTED, f"{reason}.", (), confidence=0.85)
    if any(right):
        return Settled(Verdict.DEPENDS, f"{reason}; by another way of counting they differ otherwise.", ())
    settled = Settled(Verdict.CONTRADICTED, f"{reason}.", ())
    return settled if this.complete and other.complete else settled.left_open()
