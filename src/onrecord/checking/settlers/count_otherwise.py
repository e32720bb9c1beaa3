"""What else a number may be that no way of counting gives: of each member's vetoes, of drafts, of a published list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import Way, Ways, ways_of
from onrecord.checking.frequency_words import span
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.words import number
from onrecord.reading.claims.frequency import Count
from onrecord.record.model import PublishedCount, VoteEvent

FIRST_YEAR = 1946
FEW = 2
SEVERAL = 5
FAR_FROM = 4
MANY = 20
WITHIN = 0.06
"""By how small a part of it a great number on one subject may differ: others draw the subject's bounds elsewhere."""


def fullest(ways: list[Way]) -> Way:
    return max(ways, key=lambda w: len(w.events))


def size_of(claim: Count, way: Way) -> int:
    """How many a way counts; of acts on one day, those of the day that fits best."""
    if not claim.acts.one_day:
        return len(way.events)
    days: dict[date, int] = {}
    for event in way.events:
        days[event.date] = days.get(event.date, 0) + 1
    fitting = [n for n in days.values() if claim.quantity is not None and claim.quantity.admits(n)]
    return fitting[0] if fitting else max(days.values(), default=0)


def each_members_own(
    claim: Count, ways: Ways, failing: list[tuple[Way, int]], events: tuple[VoteEvent, ...]
) -> Settled | None:
    """ "The veto has been used 300 times": a vote that two members vetoed may be told as two."""
    members = claim.acts.members
    several = members.everyone or not {"five", "p5"}.isdisjoint(members.text.lower().split())
    cast_ = claim.acts.what == "vetoed" and "vetoes" in claim.acts.subject.lower().split()
    if not (cast_ or (claim.acts.what == "veto" and several)) or claim.quantity is None or claim.acts.one_day:
        return None
    cast = sorted({sum(len(e.vetoed_by) for e in way.events) for way, _ in failing})
    fewest = min(n for _, n in failing)
    if not cast or not fewest < claim.quantity.value <= cast[-1]:
        return None
    between = f"{cast[0]} to {cast[-1]}" if len(cast) > 1 else f"{cast[0]}"
    votes = f"{fewest} to {max(n for _, n in failing)}" if len(failing) > 1 else f"{fewest}"
    reason = f"The record has {votes} vetoed votes{span(ways, None)}, by the way of counting; each member's veto"
    reason = f"{reason} counted for itself makes {between}."
    if any(claim.quantity.admits(n) for n in cast):
        return Settled(Verdict.DEPENDS, reason, events, confidence=0.6)
    return Settled(Verdict.UNSETTLED, reason, events, Why.AMBIGUOUS, 0.5)


def counted_by_draft(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None) -> str | None:
    """Whether the number is that of drafts counted once each, those before 1950 by the symbols that they share."""
    if claim.acts.what != "veto" or claim.quantity is None or (claim.acts.subject and claim.acts.back):
        return None
    ways = ways_of(claim.acts, docket, article, article, event, "", distinct=False, by_draft=True)
    for way in ways.each:
        if way.rule == "distinct_drafts" and way.scope.events is None and claim.quantity.admits(len(way.events)):
            return f"counting each draft once{_and_before_it(way)}, {number(len(way.events))}"
    return None


def _and_before_it(way: Way) -> str:
    return " and the Soviet Union's with Russia's" if {"RUS", "SUN"} <= way.whose.codes else ""


def nearly(claim: Count, sizes: list[int]) -> bool:
    if claim.quantity is None or claim.quantity.value < MANY:
        return False
    return any(abs(n - claim.quantity.value) <= WITHIN * claim.quantity.value for n in sizes)


def misread(claim: Count, least: int) -> bool:
    """Whether so small a number of so many acts, whose kind or time the words before said, is rather of others."""
    acts = claim.acts
    carried = acts.back or acts.told_from is not None or acts.narrated or acts.untimed or claim.of_those
    claimed = claim.quantity.value if claim.quantity is not None else 0.0
    return carried and claimed <= FEW and least >= SEVERAL and least > FAR_FROM * claimed


def published_count(claim: Count, docket: Docket, failing: list[tuple[Way, int]]) -> PublishedCount | None:
    """A count of all a member's vetoes that others published and that no veto since has overtaken."""
    acts = claim.acts
    way = failing[0][0]
    started = any(d.role != "since" or d.year is None or d.year > FIRST_YEAR for d in acts.period)
    if (
        acts.what != "veto"
        or started
        or acts.alone
        or acts.together
        or acts.companions is not None
        or way.scope.events is not None
        or acts.tenure is not None
    ):
        return None
    what = (
        "RUS_SUN"
        if {"RUS", "SUN"} <= way.whose.codes
        else next(iter(way.whose.codes))
        if len(way.whose.codes) == 1
        else ""
    )
    most = fullest([w for w, _ in failing])
    for published in docket.record.published_counts:
        if (
            published.what == what
            and claim.quantity is not None
            and claim.quantity.admits(published.count)
            and not any(e.date > published.date for e in most.events)
        ):
            return published
    return None


def at_most(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None) -> int | None:
    """The number of such acts in that time whatever the subject: more cannot have been on one."""
    ways = ways_of(replace(claim.acts, subject="", back=False), docket, article, article, event, "")
    return (
        max((size_of(claim, way) for way in ways.each), default=None)
        if not ways.untold and ways.period[0].start is not None
        else None
    )
