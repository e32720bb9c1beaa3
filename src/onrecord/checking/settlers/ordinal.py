"""The how-manieth: the act spoken of placed among those of its kind, in every way that the words leave open."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import STILL_COVERED, Way, Ways, ways_of
from onrecord.checking.frequency_words import NOUNS, about, act_on, by, difference, how, kind, ordinal, shared, stretch
from onrecord.checking.settlers.far_off import far_off, own_words, says_all
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.untold import MOST_CITED, not_covered
from onrecord.checking.words import day, event_on
from onrecord.reading.claims.frequency import Count
from onrecord.reading.claims.vote import OPTIONS
from onrecord.reading.dates import DateMention
from onrecord.record.model import VoteEvent

WIDE = 10
"""Ways of counting that lie so far apart leave room for others between them."""

JUST_NOW = 14
"""Days within which the latest act is news."""
FEW = 4
DATED = ("calendar", "weekday")
"""Forms of dates that rule days out also where nothing tells from when they count."""
RECENT = 70
"""Days before the article within which the latest act is the one that an ordinal without a date numbers."""

_Placed = tuple[Way, VoteEvent, int, int]
"""A way of counting, the act, and the first and the last place that it can have: acts of one day share theirs."""


def latest(claim: Count, docket: Docket, article: date | None) -> VoteEvent | None:
    """The member's latest such act before the article: what an ordinal numbers in a text that tells of no vote."""
    if article is None and not claim.at:
        return None
    known = tuple(d for d in claim.acts.period if not d.from_context)  # "that week": the week of the act itself
    ways = ways_of(replace(claim.acts, subject="", back=False, period=known), docket, article, article, None, "")
    return next((this for way in ways.each if (this := numbered(claim.at, way, article, None)) is not None), None)


def only(event: VoteEvent | None) -> tuple[VoteEvent, ...]:
    return (event,) if event is not None else ()


def settle_ordinal(
    claim: Count, order: int, docket: Docket, article: date | None, event: VoteEvent | None, ways: Ways, near: str
) -> Settled | None:
    found = [(way, _fitting(claim, order, way, article, event)) for way in ways.each]
    if event is not None and any(this is not None and this.id == event.id and _is(order, this, w) for w, this in found):
        # one way of counting makes it the vote spoken of: the others are asked of the same
        found = [(way, next((e for e in way.events if e.id == event.id), this)) for way, this in found]
    placed = [(way, this, *_places(this, way)) for way, this in found if this is not None]
    if (
        not placed
        and claim.at
        and any(m.year is not None for m in claim.at)
        and ways.sure
        and all(len(w.events) >= order for w in ways.each)
    ):
        nth = list(dict.fromkeys(w.events[order - 1] for w in ways.each))
        told = f"{NOUNS[claim.acts.what][0]}{by(claim.acts, ways.each[0], docket)}{how(claim.acts)}"
        reason = f"The {ordinal(order)} {told}{about(ways.each[0])}{_from(ways)} was on {event_on(nth[0])}."
        return Settled(Verdict.CONTRADICTED, reason, tuple(nth[:4]))
    if not placed or (event is None and not claim.at and article is None):
        if article is not None and article > docket.as_of + STILL_COVERED:
            return not_covered(docket)
        return Settled(
            Verdict.UNSETTLED,
            "The record holds no vote that clearly fits what the text says.",
            only(event),
            Why.NOT_FOUND,
            0.4,
        )
    this = placed[0][1]
    if ways.uncovered and event is None and not claim.at:
        return not_covered(docket)
    fitting = [p for p in placed if p[2] <= order <= p[3] or (claim.at_least and order <= p[3])]
    failing = [p for p in placed if p not in fitting]
    chosen = max(placed, key=lambda p: p[3])
    events = tuple(dict.fromkeys((this, *(e for e in reversed(chosen[0].events) if e.date <= this.date))))[:MOST_CITED]
    subject = f"{act_on(claim.acts, this)} was"
    doers = f"{kind(claim.acts)}{by(claim.acts, chosen[0], docket)}{how(claim.acts)}"
    narrow = f"{doers}{about(chosen[0])}{_from(ways)}"
    complete = ways.complete
    if claim.acts.back and fitting and all(p[0].scope.events is None for p in fitting):
        # "It was Moscow's 118th": so many there are only on all matters together, of which none is left out
        failing, complete = [p for p in failing if p[0].scope.events is None], True
    if fitting and not (failing and complete):
        confidence = 0.95 if ways.complete else 0.7 if failing else 0.75
        return Settled(Verdict.SUPPORTED, f"{subject} the {ordinal(order)}{narrow}.", events, confidence=confidence)
    if fitting:
        one, other = _clearest(fitting, failing)
        told = f"the {ordinal(order)}{doers}{shared(one[0], other[0])}{_from(ways)} {difference(one[0], other[0])}"
        reason = f"{subject} {told}, but the {ordinal(other[3])} {difference(other[0], one[0])}."
        return Settled(Verdict.DEPENDS, reason, events)
    places = sorted({p[3] for p in failing})
    open_ended = ways.period[0].start is None and all(w.scope.events is None for w in ways.each)
    if open_ended and claim.acts.what in OPTIONS:
        reason = f"{subject} the {_either(places)}{narrow} on all subjects together; which the text means is open."
        return Settled(Verdict.UNSETTLED, reason, events, Why.AMBIGUOUS, 0.4)
    on_the_file = _on_the_file(claim, order, docket, article, this, ways)
    if on_the_file is not None:
        told = f"the {ordinal(order)}{doers}{about(on_the_file)}{_from(ways)}"
        reason = f"{subject} {told}, but the {_either(places)} on all subjects together."
        return Settled(Verdict.DEPENDS, reason, events, confidence=0.6)
    if _ANOTHER.search(own_words(claim, near)) is not None and (row := _one_more(order, this, chosen[0])) is not None:
        reason = f"{subject} the {ordinal(order)}{narrow} {stretch(row[0].date, row[-1].date)}."
        return Settled(Verdict.SUPPORTED, reason, tuple(reversed(row)), confidence=0.7)
    if not ways.complete and (places[0] < order < places[-1] or (order <= places[-1] and not ways.sure)):
        reason = f"{subject} the {_either(places)}{narrow} that the record finds, and it cannot be sure to know all."
        return Settled(Verdict.UNSETTLED, reason, events, Why.AMBIGUOUS, 0.5)
    if places[-1] - places[0] >= WIDE and places[0] < order < places[-1]:
        reason = f"{subject} the {_either(places)}{narrow}, by how votes are counted, and there are ways in between."
        return Settled(Verdict.DEPENDS, reason, events, confidence=0.5)
    whose = bool(claim.acts.members.named)
    if whose and far_off(order, [p[3] for p in failing]) and not says_all(claim, claim.acts, near):
        reason = f"{subject} the {_either(places)}{narrow}; among which the text numbers it is open."
        return Settled(Verdict.UNSETTLED, reason, events, Why.AMBIGUOUS, 0.4)
    if len(places) == 1:
        return Settled(Verdict.CONTRADICTED, f"{subject} the {ordinal(places[0])}{narrow}.", events)
    one, other = min(failing, key=lambda p: p[3]), max(failing, key=lambda p: p[3])
    told = f"the {ordinal(one[3])}{doers}{shared(one[0], other[0])}{_from(ways)} {difference(one[0], other[0])}"
    reason = f"{subject} {told}, and the {ordinal(other[3])} {difference(other[0], one[0])}."
    return Settled(Verdict.CONTRADICTED, reason, events)


_ANOTHER = re.compile(
    r"\b(?:a|yet a|another) (?:second|third|fourth|fifth|sixth|seventh|eighth|2nd|3rd|4th|5th)\b", re.IGNORECASE
)
"""Of those told of just before: "on the 13th a third Soviet veto"."""
IN_A_ROW = timedelta(days=31)


def _one_more(order: int, this: VoteEvent, way: Way) -> list[VoteEvent] | None:
    """The acts up to this one within a month, where they are as many as the ordinal says."""
    near = [e for e in way.events if this.date - IN_A_ROW <= e.date <= this.date]
    row = near[: near.index(this) + 1] if this in near else near
    return row if len(row) == order else None


def _clearest(fitting: list[_Placed], failing: list[_Placed]) -> tuple[_Placed, _Placed]:
    """A way that fits and one that does not that differ in the rule of counting only, if there are."""
    alike = ((a, b) for a in fitting for b in failing if a[0].whose == b[0].whose and a[0].scope == b[0].scope)
    return next(alike, (fitting[0], failing[0]))


def _either(places: list[int]) -> str:
    """ "Fifth or sixth", "third to ninth"."""
    few = len(places) < FEW
    return (" or " if few else " to ").join(ordinal(n) for n in (places if few else (places[0], places[-1])))


def _on_the_file(
    claim: Count, order: int, docket: Docket, article: date | None, this: VoteEvent, ways: Ways
) -> Way | None:
    """The way of counting by the curated set on which the act is of that number, where the text names no subject."""
    if claim.acts.period and any(w.scope.events is not None for w in ways.each):
        return None
    told = ways_of(replace(claim.acts, subject="file", back=False), docket, article, article, this, "")
    for way in told.each:
        if way.scope.complete and this in way.events and _is(order, this, way):
            return way
    return None


def _fitting(claim: Count, order: int, way: Way, article: date | None, event: VoteEvent | None) -> VoteEvent | None:
    """The act numbered; where the vote spoken of is not the latest, the latest if it alone is of that number."""
    this = numbered(claim.at, way, article, event)
    if this is None or claim.at or article is None or event is None:
        return this
    latest = numbered((), way, article, None)
    if latest is None or latest == this or (article - latest.date).days > JUST_NOW:
        return this
    right = [e for e in (this, latest) if _is(order, e, way)]
    if not right and (latest.date - this.date).days > RECENT:
        return latest
    return right[0] if right else this


def _places(this: VoteEvent, way: Way) -> tuple[int, int]:
    """The first and the last place that it can have: acts of one day share theirs."""
    return sum(e.date < this.date for e in way.events) + 1, sum(e.date <= this.date for e in way.events)


def _is(order: int, this: VoteEvent, way: Way) -> bool:
    first, last = _places(this, way)
    return first <= order <= last


def _from(ways: Ways) -> str:
    if len({way.since for way in ways.each}) > 1:
        return ""  # the ways' own differences tell
    starts = [p.start for p in ways.period if p.start is not None]
    return f" since {day(min(starts))}" if starts and len(starts) == len(ways.period) else ""


def numbered(at: tuple[DateMention, ...], way: Way, article: date | None, event: VoteEvent | None) -> VoteEvent | None:
    """The act that an ordinal numbers: at its date, else the vote spoken of, else the latest."""
    for mention in at:
        interval = mention.resolve(article, event.date if event is not None else None)
        if interval is None and mention.form not in DATED:
            return None  # "that week", where no day is spoken of
        fitting = [e for e in way.events if (e.date in interval if interval is not None else mention.matches(e.date))]
        if fitting:
            return fitting[-1]
    if at and any(m.form == "calendar" and m.year is not None for m in at):
        return None
    if event is not None:
        same = [e for e in way.events if e.id == event.id] or [e for e in way.events if e.date == event.date]
        if same:
            return same[-1]
    past = [e for e in way.events if article is None or e.date <= article]
    if past and article is not None and (article - past[-1].date).days <= RECENT:
        return past[-1]
    return None
