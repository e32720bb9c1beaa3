"""How often, or for the how-manieth time: counted in every way that the words leave open."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.checking.belonging import BORNE_OUT
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import Way, Ways, ways_of
from onrecord.checking.frequency_words import about, by, difference, how, noun, shared, span, stretch
from onrecord.checking.members import codes_on
from onrecord.checking.scopes import says_a_subject
from onrecord.checking.settlers.count_otherwise import (
    at_most,
    counted_by_draft,
    each_members_own,
    fullest,
    misread,
    nearly,
    published_count,
    size_of,
)
from onrecord.checking.settlers.count_senses import DID_SO, anybodys, senses
from onrecord.checking.settlers.differing import settle_difference
from onrecord.checking.settlers.far_off import far_off, own_words, says_all
from onrecord.checking.settlers.in_a_row import settle_in_a_row
from onrecord.checking.settlers.in_so_long import nth_in_so_long, settle_in_so_long, so_long
from onrecord.checking.settlers.ordinal import latest, only, settle_ordinal
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.totals import STOOD, settle_total, when_told_of
from onrecord.checking.settlers.untold import (
    MOST_CITED,
    UNTOLD,
    in_the_open,
    not_covered,
)
from onrecord.checking.whose import deputised
from onrecord.checking.words import number
from onrecord.reading.claims.frequency import Count
from onrecord.reading.claims.vote import OPTIONS
from onrecord.reading.intervals import Interval, shift
from onrecord.record.model import VoteEvent

NEWS = 14
"""Days within which a vote is the article's news."""
EARLIER = re.compile(r"\b(?:previous|previously|earlier|already|past|prior|before)\b", re.IGNORECASE)
NOW = re.compile(r"\b(?:now|thereby|with (?:it|that|this|yesterday))\b", re.IGNORECASE)
"""Words by which "had vetoed four times" counts the vote spoken of as well."""
BEHIND_DAYS = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: [A-Z][a-z]+)?,? and (?:on )?(?:the )?"
    r"\d{1,2}(?:st|nd|rd|th)?(?: [A-Z][a-z]+)?(?: \d{4})? ?[(,;–—-] ?$"
)
"""A list of days in front of what is said of one of them: "on the 4th, the 5th and the 13th (its 110th)"."""
SUCH = re.compile(
    r"\b(?:such|similar|comparable|like it|of its kind|of the kind|of that kind|of this kind)\b", re.IGNORECASE
)


def settle(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, near: str) -> Settled | None:
    """`event` is the vote spoken of; `near` the words before the claim, from which "the war" takes its sense."""
    if claim.closing is not None:
        return settle_total(claim, article, event, lambda sense, day: settle(sense, docket, day, event, near))
    if claim.than is not None:
        return settle_difference(claim, docket, article, event, near)
    if (lasting := so_long(claim)) is not None:
        return settle_in_so_long(claim, lasting, docket, article, event, near)
    if event is not None and nth_in_so_long(claim) and (article is None or event.date < article):
        then = _settle(claim, docket, event.date, event, near)
        if article is None or (then is not None and then.verdict in BORNE_OUT):
            return in_the_open(then, claim.acts, docket)
    settled = in_the_open(_settle(claim, docket, article, event, near), claim.acts, docket)
    if settled is not None and claim.or_otherwise:
        return settled.left_open(f"{settled.reason.removesuffix('.')}; the other acts counted are not on record.")
    if settled is not None and event is not None and _done_before(claim, own_words(claim, near)):
        if settled.verdict in BORNE_OUT and _on_another_matter(claim, docket, article, event):
            return settled.left_open(f"{settled.reason[:-1]}; whether on another matter too is open.")
    borne_out = settled is not None and settled.verdict in BORNE_OUT
    if settled is not None and settled.verdict is not Verdict.SUPPORTED and event is not None and claim.ordinal is None:
        if EARLIER.search(own_words(claim, near)):
            # "Five earlier drafts were vetoed": before the one that is spoken of
            before = replace(claim, acts=replace(claim.acts, narrated=False, untimed=False))
            earlier = _settle(before, docket, event.date - timedelta(days=1), event, near)
            if earlier is not None and earlier.verdict in (BORNE_OUT[:1] if borne_out else BORNE_OUT):
                return earlier
            if claim.acts.narrated and settled.verdict is Verdict.CONTRADICTED:
                # "Before that Russia vetoed two drafts": how long before, the words do not say
                return settled.left_open()
    if settled is not None and settled.verdict is Verdict.CONTRADICTED and claim.ordinal is not None:
        if BEHIND_DAYS.search(near[: len(near) - (claim.end - claim.start)]) is not None:
            return settled.left_open(f"{settled.reason[:-1]}; of which of the days told it is said is open.")
    if settled is not None and settled.verdict is Verdict.CONTRADICTED:
        own = own_words(claim, near)
        if event is not None and (article is None or STOOD.search(own)):
            if then := when_told_of(claim, event, lambda sense, day: _settle(sense, docket, day, event, near)):
                return then
        for sense, earlier_only in senses(claim, own):
            until = event.date - timedelta(days=1) if event is not None and earlier_only else article
            otherwise = _settle(sense, docket, until, event, near) if event is not None or not earlier_only else None
            if otherwise is not None and otherwise.verdict in BORNE_OUT:
                return otherwise
        if claim.acts.whoever:
            others = _settle(anybodys(claim), docket, article, event, near)
            if others is not None and others.verdict in BORNE_OUT:
                return settled.left_open(f"{others.reason[:-1]}; whether anybody's are meant is open.")
        if claim.acts.narrated and len(settled.events) <= 1:
            if (overall := _of_all_so_far(claim, docket, article, event, near)) is not None:
                return overall
        if _of_some_stretch(claim, docket, article, event, near):
            return settled.left_open()
        if claim.acts.what == "vote" and not says_a_subject(claim.acts.subject, docket):
            # "Two votes in eight days": which of the Council's votes are meant, the words do not say.
            return settled.left_open()
        if claim.acts.by_then and claim.ordinal is None:
            return _by_then(claim, docket, article, event, near, settled)
    return settled


def _done_before(claim: Count, own: str) -> bool:
    """ "They had done it once before, in 1994": of a time before the vote that was told of, "it" is what was done."""
    acts, few = claim.acts, claim.quantity is not None and claim.quantity.value <= A_FEW
    told_of = few and bool(acts.period) and not (acts.subject.strip() or claim.ordinal is not None)
    return told_of and DID_SO.search(own) is not None and EARLIER.search(own) is not None


A_FEW = 2
"""So many acts of a time are told of one by one, and not counted on all subjects."""


def _on_another_matter(claim: Count, docket: Docket, article: date | None, event: VoteEvent) -> bool:
    """Whether so many there are, but not on what the vote told of is about."""
    ways = ways_of(replace(claim.acts, back=True), docket, article, article, event, "")
    same = [way for way in ways.each if way.scope.events is not None]
    return claim.quantity is not None and bool(same) and not any(claim.quantity.admits(size_of(claim, w)) for w in same)


def _of_some_stretch(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, near: str) -> bool:
    """ "In six months it vetoed four drafts": told without saying which six, whether any such time has so many."""
    acts = claim.acts
    lengths = [d for d in acts.period if d.form == "span" and d.role == "at" and d.step == 0 and d.count and d.unit]
    if claim.quantity is None or len(lengths) != 1 or len(acts.period) != 1 or acts.up_to_now or acts.since:
        return False
    length = lengths[0]
    ways = ways_of(replace(acts, period=()), docket, article, article, event, near)
    for way in ways.each:
        for at, first in enumerate(way.events):
            end = shift(first.date, length.count or 0, length.unit or "day")
            if end is not None and claim.quantity.admits(sum(e.date <= end for e in way.events[at:])):
                return True
    return False


def _of_all_so_far(
    claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """ "They vetoed it on Thursday. They vetoed three drafts on Syria": may be of all that they ever did, where the
    vote spoken of is one alone.
    """
    if claim.quantity is None:
        return None
    overall = replace(claim, acts=replace(claim.acts, narrated=False, untimed=True))
    settled = _settle(overall, docket, article, event, near)
    if settled is None or settled.verdict is not Verdict.CONTRADICTED:
        return settled
    ways = ways_of(overall.acts, docket, article, article, event, near)
    enough = any(size_of(overall, way) >= claim.quantity.value for way in ways.each)
    return settled.left_open(f"{settled.reason[:-1]}; which of them the text means is open.") if enough else None


def _by_then(
    claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, near: str, settled: Settled
) -> Settled:
    """ "Britain had used it three times": up to the vote spoken of; where none is, not to be told."""
    then = _settle(claim, docket, event.date, event, near) if event is not None else None
    if (
        event is not None
        and then is not None
        and then.verdict not in BORNE_OUT
        and not NOW.search(own_words(claim, near))
    ):
        before = _settle(claim, docket, event.date - timedelta(days=1), event, near)
        then = before if before is not None and before.verdict in BORNE_OUT else then
    if then is not None and then.verdict in BORNE_OUT:
        return then
    if event is not None and article is not None and (article - event.date).days > NEWS:
        # told of a vote long ago, which may be mentioned by the way: up to the news
        if (newest := latest(replace(claim, at=()), docket, article)) is not None:
            until = (newest.date, newest.date - timedelta(days=1))
            late = [s for day in until if (s := _settle(claim, docket, day, newest, near)) is not None]
            if (fits := next((s for s in late if s.verdict in BORNE_OUT), None)) is not None:
                return fits
    if then is not None:
        return then
    if article is not None:
        return settled
    return settled.left_open()


def _settle(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, near: str) -> Settled | None:
    if claim.in_a_row and claim.ordinal is not None:
        return settle_in_a_row(claim, claim.ordinal, docket, article, event, near)
    if claim.ordinal is not None and event is None:
        event = latest(claim, docket, article)
    ways = ways_of(claim.acts, docket, article, article, event, near, pairs=True)
    if ways.untold == "whose":
        return None
    if ways.untold:
        return Settled(
            Verdict.UNSETTLED,
            UNTOLD[ways.untold],
            only(event),
            Why.AMBIGUOUS if ways.untold == "when" else Why.NOT_COVERED,
            0.4,
        )
    if claim.ordinal is not None:
        return settle_ordinal(claim, claim.ordinal, docket, article, event, ways, near)
    settled = _cardinal(claim, docket, article, event, ways)
    if article is None and settled.verdict is Verdict.CONTRADICTED and _was_once_so_few(claim, ways):
        then = _settle(claim, docket, event.date, event, near) if event is not None else None
        if then is not None and then.verdict in BORNE_OUT:
            return then
        return settled.left_open(
            f"{settled.reason[:-1]}; when the text was written, and how many there then were, is open."
        )
    if settled.verdict is Verdict.CONTRADICTED and (way := _on_the_file(claim, docket, article, event)) is not None:
        told = f"{_told(claim, size_of(claim, way), way, docket)}{about(way)}"
        if SUCH.search(own_words(claim, near)):
            return Settled(Verdict.SUPPORTED, f"The record counts {told}.", way.events[-MOST_CITED:], confidence=0.7)
        reason = f"The record counts {told}, but not on all subjects together."
        return Settled(Verdict.DEPENDS, reason, settled.events, confidence=0.6)
    if settled.verdict is Verdict.CONTRADICTED and _of_others(claim, docket, article, event, ways, near):
        reason = f"{settled.reason[:-1]}; which votes the text means is open."
        return settled.left_open(reason)
    return settled


def _was_once_so_few(claim: Count, ways: Ways) -> bool:
    """Whether a text without a date counts fewer than there are by now, up to its own day."""
    return (
        claim.quantity is not None
        and all(stretch_.end is None for stretch_ in ways.period)
        and all(size_of(claim, way) > claim.quantity.value for way in ways.each)
    )


def _on_the_file(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None) -> Way | None:
    """The way of counting by the curated set of the vote spoken of that fits, where the text names no subject."""
    if event is None or claim.quantity is None or says_a_subject(claim.acts.subject, docket):
        return None
    ways = ways_of(replace(claim.acts, subject="file", back=False), docket, article, article, event, "")
    return next((w for w in ways.each if w.scope.complete and claim.quantity.admits(size_of(claim, w))), None)


def _of_others(
    claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, ways: Ways, near: str
) -> bool:
    """Whether the text rather counts other acts than its words were taken for."""
    if claim.quantity is None or not ways.each:
        return False
    if not far_off(claim.quantity.value, [size_of(claim, way) for way in ways.each]):
        return False
    if claim.acts.up_to_now and not (claim.acts.period or claim.acts.since or claim.acts.tenure):
        if claim.quantity.value <= OF_LATE and not ALL_TIME.search(own_words(claim, near)):
            return True
    if any(way.scope.events is not None for way in ways.each):
        most = at_most(claim, docket, article, event)
        if most is None or most >= claim.quantity.value:
            return True
    return not says_all(claim, claim.acts, near)


OF_LATE = 8
"""Vetoes that "has cast" or "has vetoed" may count of late, where it says no time: "has vetoed two drafts, on …"."""
ALL_TIME = re.compile(r"\b(?:ever|only|just|in all|all told|altogether|in total|so far|to date|in its history)\b", re.I)


def _cited(way: Way, event: VoteEvent | None) -> tuple[VoteEvent, ...]:
    chosen = list(way.events[-MOST_CITED:])
    if event is not None and event in way.events and event not in chosen:
        chosen.append(event)
    return tuple(chosen)


def _cardinal(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, ways: Ways) -> Settled:
    values = [(way, size_of(claim, way)) for way in ways.each]
    fitting = [(w, n) for w, n in values if claim.quantity is not None and claim.quantity.admits(n)]
    failing = [(w, n) for w, n in values if (w, n) not in fitting]
    too_many = claim.quantity is not None and all(n > claim.quantity.value for _, n in failing)
    if ways.uncovered and not (ways.late and (fitting or too_many)):
        return not_covered(docket)
    if fitting and not (failing and ways.complete):
        way, size = fitting[0]
        told = f"{_told(claim, size, way, docket)}{about(way)}{_time(claim, way, ways, article)}"
        cited = _cited(way if failing else fullest([w for w, _ in fitting]), event)
        confidence = 0.95 if ways.complete else 0.7 if failing else 0.75
        return Settled(Verdict.SUPPORTED, f"The record counts {told}.", cited, confidence=confidence)
    if fitting:
        return _depends(claim, docket, article, event, ways, fitting, failing)
    return _against(claim, docket, article, event, ways, failing)


def _time(claim: Count, way: Way, ways: Ways, article: date | None) -> str:
    """The time that is counted; of what is told of one occasion, the days of the acts themselves."""
    if claim.acts.narrated and way.events:
        return f" {stretch(way.events[0].date, way.events[-1].date)}"
    return span(ways, article)


def _told(claim: Count, size: int, way: Way, docket: Docket) -> str:
    """ "At most two vetoes by Russia on one day", "12 resolutions adopted by the Council"."""
    if claim.acts.one_day:
        return f"at most {noun(claim.acts, size)}{by(claim.acts, way, docket)} on one day"
    return f"{noun(claim.acts, size)}{by(claim.acts, way, docket)}{how(claim.acts)}"


def _depends(
    claim: Count,
    docket: Docket,
    article: date | None,
    event: VoteEvent | None,
    ways: Ways,
    fitting: list[tuple[Way, int]],
    failing: list[tuple[Way, int]],
) -> Settled:
    (one, size), (other, others) = _clearest(fitting, failing)
    if one.since != other.since and ways.until is not None:
        ways = replace(ways, period=(Interval(None, ways.until),))  # the ways' own differences tell from when
    told = f"{_told(claim, size, one, docket)}{shared(one, other)}{span(ways, article)}"
    elsewise = f"{number(others) if others else 'none'} {difference(other, one)}"
    reason = f"The record counts {told} {difference(one, other)}, but {elsewise}."
    return Settled(Verdict.DEPENDS, reason, _cited(fullest([w for w, _ in (*fitting, *failing)]), event))


def _clearest(
    fitting: list[tuple[Way, int]], failing: list[tuple[Way, int]]
) -> tuple[tuple[Way, int], tuple[Way, int]]:
    """A way that fits and one that does not that differ in one thing only, if there are."""
    for one in fitting:
        for other in failing:
            if one[0].whose == other[0].whose and one[0].scope == other[0].scope:
                return one, other
    for one in fitting:
        for other in failing:
            if one[0].rule == other[0].rule:
                return one, other
    return fitting[0], failing[0]


def _seated(claim: Count, docket: Docket, ways: Ways) -> bool:
    """Whether those named had a seat at the beginning or the end of the time; of a body of all states, they had."""
    bounds = [day for interval in ways.period for day in (interval.start, interval.end) if day is not None]
    if docket.body != "unsc" or not bounds or not claim.acts.members.named:
        return True
    for day in bounds:
        codes = codes_on(claim.acts.members, docket, day)
        if codes is None or codes & set(docket.seats(day)):
            return True
    return False


def _against(
    claim: Count,
    docket: Docket,
    article: date | None,
    event: VoteEvent | None,
    ways: Ways,
    failing: list[tuple[Way, int]],
) -> Settled:
    way, size = failing[0]
    if size == 0 and not _seated(claim, docket, ways):
        reason = "The record has no votes of theirs in the time that the text seems to speak of."
        return Settled(Verdict.UNSETTLED, reason, (), Why.NOT_FOUND, 0.4)
    sizes = sorted({n for _, n in failing})
    events = _cited(fullest([w for w, _ in failing]), event)
    if (each := each_members_own(claim, ways, failing, events)) is not None:
        return each
    narrow = f"{_told(claim, size, way, docket)}{about(way)}{span(ways, article)}"
    most = at_most(claim, docket, article, event)
    if most is not None and claim.quantity is not None and all(not claim.quantity.admits(n) for n in range(most + 1)):
        everything = " on all subjects together" if any(w.scope.events is not None for w in ways.each) else ""
        told = f"{_told(claim, most, way, docket)}{span(ways, article)}{everything}"
        return Settled(Verdict.CONTRADICTED, f"The record counts {told}.", events)
    too_few = claim.quantity is not None and claim.quantity.value > sizes[-1]
    if (
        not too_few
        and claim.acts.what in OPTIONS
        and ways.period[0].start is None
        and all(w.scope.events is None for w in ways.each)
    ):
        reason = f"The record counts {narrow} on all subjects together; which of them the text means is open."
        return Settled(Verdict.UNSETTLED, reason, events, Why.AMBIGUOUS, 0.4)
    if not too_few and deputised(claim.acts.tenure, docket.record, (e.date for e in events)):
        reason = f"The record counts {narrow}; it does not say whose hand was raised."
        return Settled(Verdict.UNSETTLED, reason, events, Why.AMBIGUOUS, 0.4)
    between = claim.quantity is not None and sizes[0] < claim.quantity.value < sizes[-1]
    fewer = claim.quantity is not None and claim.quantity.value <= sizes[-1]
    more = too_few and claim.acts.what == "vote"
    if not ways.complete and (between or ((fewer or more) and not ways.sure)):
        reason = f"The record finds {narrow}, but cannot be sure that these are all."
        return Settled(Verdict.UNSETTLED, reason, events, Why.AMBIGUOUS if size else Why.NOT_FOUND, 0.5)
    if nearly(claim, sizes) and any(w.scope.events is not None for w, _ in failing):
        reason = f"The record counts {narrow}; so many may be counted with others that belong to it."
        return Settled(Verdict.UNSETTLED, reason, events, Why.AMBIGUOUS, 0.5)
    if claim.acts.untimed and claim.quantity is not None and 2 * claim.quantity.value <= sizes[0]:
        return Settled(
            Verdict.UNSETTLED,
            f"The record counts {narrow}; which time the text means is open.",
            events,
            Why.AMBIGUOUS,
            0.4,
        )
    if misread(claim, sizes[0]):
        return Settled(
            Verdict.UNSETTLED,
            f"The record counts {narrow}; the text may mean fewer of them.",
            events,
            Why.AMBIGUOUS,
            0.4,
        )
    by_draft = counted_by_draft(claim, docket, article, event)
    if by_draft is not None:
        reason = f"The record counts {narrow}; {by_draft}."
        return Settled(Verdict.DEPENDS, reason, events, confidence=0.6)
    published = published_count(claim, docket, failing)
    if published is not None:
        reason = f"The record counts {narrow}; {number(published.count)} is the count of {published.stated_by}."
        return Settled(Verdict.DEPENDS, reason, events, confidence=0.7)
    if len(sizes) == 1:
        return Settled(Verdict.CONTRADICTED, f"The record counts {narrow}.", events)
    few, many = min(failing, key=lambda f: f[1]), max(failing, key=lambda f: f[1])
    told = f"{_told(claim, few[1], few[0], docket)}{shared(few[0], many[0])}{span(ways, article)}"
    lower, upper = difference(few[0], many[0]), difference(many[0], few[0])
    others = ", with other ways of counting in between" if len(sizes) > 2 else ""
    reason = f"The record counts {told} {lower}, and {number(many[1])} {upper}{others}."
    return Settled(Verdict.CONTRADICTED, reason, events)
