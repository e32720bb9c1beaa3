"""The first of all, the first since, the first in so many years: no such act may stand between."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from onrecord.checking.belonging import BORNE_OUT
from onrecord.checking.deeds import vetoers
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import STILL_COVERED, Way, ways_of
from onrecord.checking.frequency_words import (
    ACT_ON,
    DID,
    NOUNS,
    about,
    act_on,
    by,
    difference,
    doers_of,
    how,
    kind,
    shared,
)
from onrecord.checking.periods import start_of
from onrecord.checking.scope_rows import beginning_again, beginning_named, beginning_of
from onrecord.checking.settlers.far_off import MANY, names_them, own_words
from onrecord.checking.settlers.ordinal import DATED, numbered
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.untold import MOST_CITED, UNTOLD
from onrecord.checking.whose import whose
from onrecord.checking.words import capital, day, event_on, names, uncapital
from onrecord.reading.claims.frequency import Acts, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.intervals import Interval, shift
from onrecord.record.model import VoteEvent

_HAD_FIRST = re.compile(
    r"\bhad (?:\w+ )?(?:cast|used|wielded|exercised|resorted|reached|made|vetoed)\b.*\bfirst\b", re.I
)
_SEVERAL_FIRST = re.compile(
    r"\b(?:those|these|they|both(?: of (?:them|these|those))?|(?:those|these|the|all) (?:two|three|four|five|six|pair))"
    r" were\b",
    re.I,
)
ROUNDED = {"decade": ("month", 120, 12), "year": ("month", 12, 1)}
"""By the unit of "the first in so many": the smaller unit that it is told in, how many make one, and what rounding
takes off.
"""
A_FEW_MONTHS = 24
OFF_A_MONTH, OFF_MONTHS = 4, 15
"""Days that rounding takes off each of so few months, and off all of them at most."""
LONG_PAST = 2
"""Years."""
SINCE = ("since", "after")


@dataclass(frozen=True, slots=True)
class _Placed:
    """The act that is said to be the first, and those of its kind before it, in one way of counting."""

    way: Way
    this: VoteEvent
    earlier: tuple[VoteEvent, ...]
    """Since the time named; before it there may be more."""
    before: tuple[VoteEvent, ...]
    start: date | None
    """The last day of what "since" names; None for the first of all."""

    @property
    def first(self) -> bool:
        return not self.earlier


def several_first(claim: Generalisation, near: str) -> bool:
    """ "Those two were the first Chinese vetoes in years": before the earlier of them there was none."""
    return claim.form == "first" and _SEVERAL_FIRST.search(own_words(claim, near)) is not None


def settle_first(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """Supported where in every way of counting no such act came between; the reason names the one that did."""
    settled = _first(claim, docket, article, event, near)
    if settled is not None and settled.verdict is Verdict.SUPPORTED:
        if _THEN_ON_WHAT.search(own_words(claim, near)) if claim.acts.subject.strip() else _on_what_is_told(claim):
            return _or_of_all(claim, settled, docket, article, event, near)
    if settled is None or settled.verdict is not Verdict.CONTRADICTED or not claim.acts.by_then or claim.at:
        return settled
    # "They had cast their first veto": earlier than the vote spoken of
    return settled.left_open() if _HAD_FIRST.search(own_words(claim, near)) else settled


_THEN_ON_WHAT = re.compile(
    r"\bfor the first time,? (?:over|on|about|against)\b|"
    r"\bfirst (?:used|cast|wielded|exercised) [\w' ]{2,30} (?:over|on)\b",
    re.IGNORECASE,
)
"""Words that may tell of the first of all, and on what it was, as well as of the first on that."""


def _on_what_is_told(claim: Generalisation) -> bool:
    """ "For France it was a first": on the matter told of, or of all time, where no word says which."""
    bounded = (
        claim.acts.period or claim.acts.since or claim.acts.tenure is not None or claim.acts.companions is not None
    )
    return claim.acts.back and claim.acts.what == "veto" and not (bounded or claim.at)


def _or_of_all(
    claim: Generalisation, settled: Settled, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled:
    """ "It used its veto for the first time over Rhodesia, in 1963": it had used it before, though not on that."""
    of_all = _first(replace(claim, acts=replace(claim.acts, subject="", back=False)), docket, article, event, near)
    if of_all is None or of_all.verdict is not Verdict.CONTRADICTED:
        return settled
    reason = f"{settled.reason[:-1]}, but {uncapital(of_all.reason)}"
    return replace(settled, verdict=Verdict.DEPENDS, reason=reason)


def _first(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    claim = _dated(claim, article)
    acts = claim.acts if not claim.of_all else replace(claim.acts, members=Members(everyone=True))
    unbounded = replace(acts, period=(), since="")
    bounded = not claim.acts.period and not claim.acts.since
    ways = ways_of(unbounded, docket, article, article, event, near, bounded=bounded, ever=True)
    if ways.untold == "whose":
        return None
    if (otherwise := _after_something(claim)) is not None:
        # "Its first veto after the Soviet collapse in May 1993": the date may be the veto's
        told = settle_first(otherwise, docket, article, event, near)
        if told is not None and told.verdict in BORNE_OUT:
            return told
    if ways.untold:
        return Settled(
            Verdict.UNSETTLED, UNTOLD[ways.untold].replace("counted", "meant"), _event(event), Why.NOT_COVERED, 0.4
        )
    placed = [p for way in ways.each for p in _places(claim, way, docket, article, event)]
    if (
        not placed
        and claim.at
        and not claim.acts.period
        and ways.sure
        and ways.each[0].events
        and any(m.year is not None for m in claim.at)
    ):
        return _at_another_time(claim, docket, ways.each)
    if not placed:
        if article is not None and article > docket.as_of + STILL_COVERED:
            return Settled(
                Verdict.UNSETTLED,
                f"The record of votes ends on {day(docket.as_of)}.",
                _event(event),
                Why.NOT_COVERED,
                0.5,
            )
        return Settled(
            Verdict.UNSETTLED,
            "The record holds no vote that clearly fits what the text says.",
            _event(event),
            Why.NOT_FOUND,
            0.4,
        )
    if claim.of_all:
        # The first on Syria may be that of the war as well as that of all time.
        of_the_file = ways_of(unbounded, docket, article, article, event, near, bounded=bounded)
        placed += [p for way in of_the_file.each for p in _places(claim, way, docket, article, event)]
        return _of_all(claim, docket, placed, ways.sure)
    office = ways.period[0].start if len(ways.period) == 1 and not claim.acts.period else None
    settled = _verdict(claim, docket, placed, ways.complete, ways.sure, office)
    own = own_words(claim, near)
    nobodys = not names_them(claim, claim.acts, near) and OWNED.search(own) is None
    if (
        settled.verdict is Verdict.CONTRADICTED
        and _of_what_is_spoken_of(placed, nobodys)
        and not OF_ALL_TIME.search(own)
    ):
        reason = f"{settled.reason[:-1]}; of which votes the text calls it the first is open."
        return settled.left_open(reason)
    return settled


def _after_something(claim: Generalisation) -> Generalisation | None:
    """The claim with the date behind "after" as its own; None where there is none, or nothing stands between."""
    told = claim.acts.period
    after = [d for d in told if d.role == "after"]
    dated = [d for d in told if d.form == "calendar" and d.year is not None and d.role in ("at", "after")]
    if claim.at or not after or len(dated) != 1 or any(d not in dated and d not in after for d in told):
        return None
    return replace(claim, at=(replace(dated[0], role="at"),), acts=replace(claim.acts, period=()))


OWNED = re.compile(r"\b(?:its|their|his|her|our|it|they)\b|'s\b", re.IGNORECASE)
OF_ALL_TIME = re.compile(r"\b(?:ever|history|career|existence|life|foundation|all time|before)\b", re.IGNORECASE)


def _of_what_is_spoken_of(placed: list[_Placed], nobodys: bool) -> bool:
    """ "It was Russia's first veto", of the year or on the matter of which the text tells, where many came before;
    "the first veto, in 1972", where the words say neither whose nor on what (`nobodys`).
    """
    return all(
        p.start is None
        and p.way.scope.events is None
        and not p.way.whose.any_of
        and (nobodys or len(p.earlier) >= MANY)
        for p in placed
    )


def _dated(claim: Generalisation, article: date | None) -> Generalisation:
    """ "Cast its first veto in March 1970": long past, that says when, and not within which time it was the first."""
    told = [
        d
        for d in claim.acts.period
        if d.role == "at" and ((d.form == "calendar" and d.year is not None) or d.form == "era")
    ]
    if (
        len(told) != len(claim.acts.period)
        or not told
        or claim.at
        or (article is not None and article.year - (told[0].year or 0) < LONG_PAST)
    ):
        return claim
    return replace(claim, at=tuple(told), acts=replace(claim.acts, period=()))


def _at_another_time(claim: Generalisation, docket: Docket, ways: tuple[Way, ...]) -> Settled:
    """ "Cast its first veto in 1971": no such act in that time, and the first was another."""
    firsts = list(dict.fromkeys(w.events[0] for w in ways if w.events))
    told = f"{NOUNS[claim.acts.what][0]}{by(claim.acts, ways[0], docket)}{how(claim.acts)}{about(ways[0])}"
    was = "was on" if claim.acts.what in ACT_ON else "was"
    return Settled(Verdict.CONTRADICTED, f"The first {told} {was} {event_on(firsts[0])}.", tuple(firsts[:4]))


def _event(event: VoteEvent | None) -> tuple[VoteEvent, ...]:
    return (event,) if event is not None else ()


def _places(
    claim: Generalisation, way: Way, docket: Docket, article: date | None, event: VoteEvent | None
) -> list[_Placed]:
    """Once for each day from which "since" may count."""
    this = _said(claim, way, article, event)
    if this is None:
        return []
    named = beginning_named(claim.acts.since, docket)
    first, again = named or (way.scope.start, way.scope.again or beginning_again(this, docket))
    placed: list[_Placed] = []
    for topic in (again, first) if again is not None and again <= this.date else (first,):
        start = _start(claim.acts, docket, article, this, topic, again)
        if start is _UNKNOWN or (start is not None and this.date < start):
            continue
        if start is not None and any(d.role in SINCE and d.form in AGO for d in claim.acts.period):
            # "Since Myanmar eighteen months ago": the act that is named is no exception.
            meant = [e.date for e in way.events if abs((e.date - start).days) <= _slack(claim)]
            start = max(meant, default=start)
        before = tuple(
            e
            for e in way.events
            if e.date < this.date or (e.date == this.date and e.order < this.order and bool(claim.at))
        )
        earlier = before if start is None else tuple(e for e in before if e.date > start)
        one = _Placed(replace(way, since=shift(start, 1, "day") if start else None), this, earlier, before, start)
        if all(one.start != other.start for other in placed):
            placed.append(one)
    return placed


AGO = ("distance", "span")
SLACK = {"year": 183, "month": 16, "week": 4}


def _slack(claim: Generalisation) -> int:
    """Days by which a time told as so long ago may be out."""
    return max((SLACK.get(d.unit or "", 0) for d in claim.acts.period if d.form in AGO), default=0)


def _said(claim: Generalisation, way: Way, article: date | None, event: VoteEvent | None) -> VoteEvent | None:
    """The act said to be the first: at its date, else the vote spoken of, else the very first."""
    for mention in claim.at:
        interval = mention.resolve(article, event.date if event is not None else None)
        if interval is None and mention.form not in DATED:
            return None  # "that week", where no day is spoken of
        fitting = [e for e in way.events if (e.date in interval if interval is not None else mention.matches(e.date))]
        if fitting:
            return fitting[0]
    if claim.at and any(m.form == "calendar" and m.year is not None for m in claim.at):
        return None
    if event is None and not claim.acts.period and not claim.acts.since:
        # Told without a date, the first is whichever came first; only what is said of it can be wrong.
        whichever = way.events and article is None and not claim.denied
        return way.events[0] if whichever else numbered((), way, article, event)
    return numbered((), way, article, event)


_UNKNOWN = date.min


def _start(
    acts: Acts, docket: Docket, article: date | None, this_event: VoteEvent, topic: date | None, again: date | None
) -> date | None:
    """The last day of what "since" names (no act after it may come before this one); None for the first of all."""
    this = this_event.date
    for mention in acts.period:
        if mention.form in ("span", "distance") and mention.count is not None and mention.unit is not None:
            unit, each, less = ROUNDED.get(mention.unit, (mention.unit, 1, 0))
            less += less if mention.hedge == "under" else 0  # "the first in nearly two years": after 21 months
            start = shift(this, -(mention.count * each - less * mention.count), unit)
            if unit == mention.unit == "month" and mention.count <= A_FEW_MONTHS:
                return shift(start, min(OFF_A_MONTH * mention.count, OFF_MONTHS), "day") if start is not None else None
            return start
        named = mention.when(article or this, this)
        if named is None:
            return _UNKNOWN
        if mention.role in SINCE:
            if named.end is not None and named.end >= this:
                return named.start
            return named.end
        if mention.role == "at" and named.start is not None:
            return _day_before(named)
    if acts.since:
        since = start_of(acts, docket, this, this, topic or beginning_of(this_event, docket), again)
        before = shift(since, -1, "day") if since is not None else None
        return before if before is not None else _UNKNOWN
    return None


def _day_before(named: Interval) -> date | None:
    return shift(named.start, -1, "day") if named.start is not None else None


def _verdict(
    claim: Generalisation, docket: Docket, placed: list[_Placed], complete: bool, sure: bool, office: date | None
) -> Settled:
    """`office` is the first day of the time in office that the words name."""
    good = [p for p in placed if p.first]
    bad = [p for p in placed if not p.first]
    one = (good or bad)[0]
    acts = claim.acts
    doers = f"{kind(acts)}{by(acts, one.way, docket)}{how(acts)}"
    subject = f"{act_on(acts, one.this)} was the first{doers}"
    if good and not (bad and complete):
        last = f"; the one before was on {event_on(one.before[-1])}" if one.before and not bad else ""
        since = f" since {day(office)}" if office is not None else _since(one)
        reason = f"{subject}{about(one.way)}{since}{last}."
        cited = (one.this,) if bad else (one.this, *one.before[-2:][::-1])
        return Settled(Verdict.SUPPORTED, reason, cited, confidence=0.7 if bad else 0.95 if complete else 0.75)
    if good:
        other = bad[0]
        came = f"{act_on(acts, other.earlier[0])} came before it"
        since = _since(one, one.start != other.start)
        reason = (
            f"{subject}{shared(one.way, other.way)}{since} {difference(one.way, other.way)}; "
            f"{difference(other.way, one.way)}, {came[:1].lower()}{came[1:]}."
        )
        return Settled(Verdict.DEPENDS, reason, tuple(dict.fromkeys((one.this, *other.earlier[:4]))))
    if not sure:
        reason = f"{act_on(acts, one.earlier[-1])} came before it, but may not be on the subject meant."
        return Settled(Verdict.UNSETTLED, reason, (one.this, *one.earlier[-4:]), Why.AMBIGUOUS, 0.5)
    did = DID.get(acts.what, NOUNS[acts.what][0].split()[-1])
    doer = (
        capital(doers_of(acts, one.way, one.earlier[-1], docket))
        if one.way.whose.codes or did == "adopted"
        else "The Council"
    )
    reason = f"{doer} had {did} {event_on(one.earlier[-1])}{how(acts)} before {event_on(one.this)}."
    cited = tuple(dict.fromkeys((one.this, *one.earlier[::-1])))[:MOST_CITED]
    return Settled(Verdict.CONTRADICTED, reason, cited, confidence=0.9 if complete else 0.75)


def _since(placed: _Placed, apart: bool = False) -> str:
    """ " since the end of 2009", " since 20 July 1979"."""
    if placed.start is None or apart:
        return ""
    ended = (placed.start.month, placed.start.day) == (12, 31)
    return f" since {f'the end of {placed.start.year}' if ended else day(placed.start)}"


def _of_all(claim: Generalisation, docket: Docket, placed: list[_Placed], sure: bool) -> Settled:
    """ "Moscow's was the first veto ever": which vote, and whose."""
    judged = [(p.way, p.way.events[0], _was_theirs(claim, docket, p.way.events[0])) for p in placed]
    right = [j for j in judged if j[2]]
    way, this, _ = (right or judged)[0]
    of_all = about(way) or " of all"
    doers = names(sorted(vetoers(docket, this)), docket.record)
    reason = f"The first veto{of_all} was by {doers}, on {event_on(this)}."
    cited = tuple(dict.fromkeys(j[1] for j in judged))
    if right and len(right) < len(judged):
        return Settled(Verdict.DEPENDS, reason, cited)
    if not right and not sure:
        return Settled(Verdict.UNSETTLED, reason, cited, Why.AMBIGUOUS, 0.5)
    return Settled(Verdict.SUPPORTED if right else Verdict.CONTRADICTED, reason, cited)


def _was_theirs(claim: Generalisation, docket: Docket, this: VoteEvent) -> bool:
    """Whether a vote is of the day and by those that the claim names."""
    readings = whose(claim.acts.members, this.date, Interval(this.date, this.date), True)
    at_its_date = all(m.matches(this.date) for m in claim.at)
    return bool(readings) and bool(readings[0].codes & vetoers(docket, this)) and at_its_date
