"""Counts of several members' acts added up: "Britain and France have cast 49 vetoes between them"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.frequency import ways_of
from onrecord.checking.frequency_words import span
from onrecord.checking.settlers.far_off import own_words
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.words import number
from onrecord.reading.claims.frequency import Count
from onrecord.reading.claims.vote import Members
from onrecord.record.model import VoteEvent

SEVERAL = 2
BETWEEN_THEM = re.compile(
    r"\b(?:between them|combined|put together|in total|altogether|in all|among them)\b", re.IGNORECASE
)


def added_up(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, near: str) -> Settled | None:
    """ "Britain and France have cast 49 vetoes between them": each one's own added up, by each rule of counting."""
    own = own_words(claim, near)
    if claim.ordinal is not None or len(claim.acts.members.named) < SEVERAL or not BETWEEN_THEM.search(own):
        return None
    each = [
        ways_of(
            replace(claim.acts, members=Members((named,)), together=False),
            docket, article, article, event, near, distinct=False,
        )
        for named in claim.acts.members.named
    ]  # fmt: skip
    if claim.quantity is None or any(ways.untold or not ways.each for ways in each):
        return None
    sums = {
        way.rule: sum(max(len(w.events) for w in ways.each if w.rule == way.rule) for ways in each)
        for way in each[0].each
        if all(any(w.rule == way.rule for w in ways.each) for ways in each)
    }
    fitting = [n for n in sums.values() if claim.quantity.admits(n)]
    if not fitting:
        return None
    reason = f"The record counts {number(fitting[0])} in all, each member's own added up{span(each[0], article)}"
    cited = tuple(e for ways in each for e in ways.each[0].events[-2:])
    if len(fitting) == len(sums):
        return Settled(Verdict.SUPPORTED, f"{reason}.", cited, confidence=0.8)
    other = next(n for n in sums.values() if n not in fitting)
    return Settled(Verdict.DEPENDS, f"{reason}, but {number(other)} by another way of counting.", cited)
