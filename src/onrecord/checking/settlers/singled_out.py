"""The last, the only one, the only member: settled by searching the record for another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.checking.belonging import BORNE_OUT
from onrecord.checking.deeds import OPTIONS, vetoers
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import ways_of
from onrecord.checking.frequency_words import DID, NOUNS, about, act_on, by, difference, how, noun, shared, span, who
from onrecord.checking.members import codes_on, excepted
from onrecord.checking.scopes import PLACES
from onrecord.checking.settlers.far_off import MANY, names_them
from onrecord.checking.settlers.last_of_a_time import settle_last_of_a_time
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.untold import MOST_CITED, behind_the_named, untold
from onrecord.checking.settlers.up_to import NEWS, before_what_is_told
from onrecord.checking.words import capital, day, event_on, names, uncapital
from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.dates import DateMention
from onrecord.record.model import VoteEvent


def settle_last(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    if claim.said_on and not claim.at:
        settled = _last_on(claim, docket, article, event, near)
        if settled is None or settled.verdict is not Verdict.CONTRADICTED or article is None or not settled.events:
            return settled
        latest = max(settled.events, key=lambda e: e.date)
        if not 0 <= (article - latest.date).days <= NEWS:
            return settled
        # "The last was on Cyprus", in the news of one on Georgia: before that one
        earlier = _last_on(claim, docket, latest.date - timedelta(days=1), None, near)
        return earlier if earlier is not None and earlier.verdict is Verdict.SUPPORTED else settled
    if not claim.at:
        return settle_last_of_a_time(claim, docket, article, event, near)
    if claim.of_all:
        return _last_of_all(claim, docket, article, event, near)
    settled = _last(claim, docket, article, event, near)
    if settled is None or settled.verdict is not Verdict.CONTRADICTED or article is None:
        return settled
    latest = max(settled.events, key=lambda e: e.date)
    if (article - latest.date).days > NEWS or latest.date > article:
        return settled
    # "It last vetoed in June", in the news of a veto in September: before that one
    before = latest.date - timedelta(days=1)
    meant = (_last(one, docket, before, None, near) for one in (claim, _of_all_times(claim, near)) if one is not None)
    return next((e for e in meant if e is not None and e.verdict is Verdict.SUPPORTED), settled)


def _of_all_times(claim: Generalisation, near: str) -> Generalisation | None:
    """ "Its first under Brown. It cast its last one before that in 1989": without the time and the matter that the
    words themselves do not name.
    """
    own, acts = near[claim.start - claim.end :], claim.acts
    if not acts.subject or acts.subject in own:
        return None
    return replace(claim, acts=replace(acts, subject="", period=(), tenure=None, term=None, in_office=False))


def _last_of_all(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """ "The last veto before it was Russia's, in February": of anybody's, and whose it was."""
    anybodys = replace(claim, of_all=False, acts=replace(claim.acts, members=Members(everyone=True)))
    settled = settle_last(anybodys, docket, article, event, near)
    if settled is None or settled.verdict not in BORNE_OUT or not settled.events:
        return settled
    latest = settled.events[0]
    if (codes_on(claim.acts.members, docket, latest.date) or frozenset()) & vetoers(docket, latest):
        return settled
    reason = f"{settled.reason[:-1]}, by {names(sorted(vetoers(docket, latest)), docket.record)}."
    return replace(settled, verdict=Verdict.CONTRADICTED, reason=reason)


def _last(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    told = claim.at[0]
    bounded = bool(claim.acts.period)
    until = article
    if event is None or not on_the_day(told, event, article):
        # "Had last vetoed", "the last before that": before the vote spoken of
        before = before_what_is_told(claim, docket, article, event)
        bounded, until = (True, before) if before is not None else (bounded, until)
    ways = ways_of(claim.acts, docket, article, until, event, near, bounded=bounded, ever=True)
    if ways.untold:
        return untold(ways, event)
    with_any = [w for w in ways.each if w.events]
    lasts = [w.events[-1] for w in with_any]
    if not lasts:
        return Settled(
            Verdict.UNSETTLED, "The record holds no vote that clearly fits what the text says.", (), Why.NOT_FOUND, 0.4
        )
    fitting = [e for e in lasts if on_the_day(told, e, article)]
    if told.from_context and told.step and fitting:
        return None
    way = with_any[0]
    doers = f"{NOUNS[claim.acts.what][0]}{by(claim.acts, way, docket)}{how(claim.acts)}"
    up_to = f" up to {day(until)}" if until is not None else ""
    if claim.acts.period and ways.period and ways.period[0].start is not None:
        up_to = span(ways, article)  # "the last Soviet veto of 1971"
    kind = f"{doers}{about(way)}"
    if fitting and len(fitting) == len(lasts):
        return Settled(Verdict.SUPPORTED, f"The last {kind}{up_to} was on {event_on(fitting[0])}.", (fitting[0],))
    if fitting:
        one = next(w for w in with_any if w.events[-1] in fitting)
        other = next(w for w in with_any if w.events[-1] not in fitting)
        reason = (
            f"The last {doers}{shared(one, other)}{up_to} was on {event_on(one.events[-1])} {difference(one, other)}, "
            f"but on {event_on(other.events[-1])} {difference(other, one)}."
        )
        return Settled(Verdict.DEPENDS, reason, (one.events[-1], other.events[-1]))
    if not ways.complete or (article is None and ways.each[0].whose.any_of):
        return Settled(
            Verdict.UNSETTLED,
            f"The last {kind} that the record finds was on {event_on(lasts[0])}.",
            (lasts[0],),
            Why.AMBIGUOUS,
            0.5,
        )
    return Settled(
        Verdict.CONTRADICTED, f"The last {kind}{up_to} was on {event_on(lasts[0])}.", tuple(dict.fromkeys(lasts))[:4]
    )


def _last_on(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """Whether the last act was on the subject that the text says; against it only another act that was can speak."""
    index = docket.subjects
    terms = frozenset(t for t in index.main_terms(claim.said_on) if t.startswith(PLACES))
    ways = ways_of(claim.acts, docket, article, article, event, near, bounded=False, ever=True)
    lasts = [(w, w.events[-1]) for w in ways.each if w.events]
    if ways.untold or not terms or not lasts:
        return None
    way, latest = max(lasts, key=lambda one: (one[1].date, one[1].order))
    told = f"{NOUNS[claim.acts.what][0]}{by(claim.acts, way, docket)}{how(claim.acts)}"
    up_to = f" up to {day(article)}" if article is not None else ""
    reason = f"The last {told}{up_to} was on {event_on(latest)}."
    if ways.uncovered:
        return Settled(Verdict.UNSETTLED, f"The record of votes ends on {day(docket.as_of)}.", (), Why.NOT_COVERED, 0.6)
    if all(terms & index.subject_terms(e.id) for _, e in lasts):
        return Settled(Verdict.SUPPORTED, reason, (latest,), confidence=0.85)
    earlier = any(terms & index.subject_terms(e.id) for e in way.events[:-1])
    fitting = next(((w, e) for w, e in lasts if terms & index.subject_terms(e.id)), None)
    if fitting is not None:
        other = next((w for w, e in lasts if e == latest), way)
        said = f"The last {told}{up_to} was on {event_on(fitting[1])} {difference(fitting[0], other)}, "
        reason = f"{said}but on {event_on(latest)} {difference(other, fitting[0])}."
        return Settled(Verdict.DEPENDS, reason, (fitting[1], latest))
    if earlier and ways.complete and article is not None:
        return Settled(Verdict.CONTRADICTED, reason, (latest,), confidence=0.75)
    return Settled(Verdict.UNSETTLED, reason, (latest,), Why.AMBIGUOUS, 0.5)


def on_the_day(told: DateMention, event: VoteEvent, article: date | None) -> bool:
    interval = told.resolve(article)
    return event.date in interval if interval is not None else told.matches(event.date)


def settle_only(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    ways = ways_of(behind_the_named(claim.acts), docket, article, article, event, near, ever=True)
    if ways.untold:
        return untold(ways, event)
    if ways.uncovered:
        return Settled(Verdict.UNSETTLED, f"The record of votes ends on {day(docket.as_of)}.", (), Why.NOT_COVERED, 0.6)
    way = max(ways.each, key=lambda w: len(w.events))
    right = [w for w in ways.each if len(w.events) == 1 and all(on_the_day(d, w.events[0], article) for d in claim.at)]
    several = [w for w in ways.each if len(w.events) > 1]
    doers = f"{by(claim.acts, way, docket)}{how(claim.acts)}"
    kind = f"{NOUNS[claim.acts.what][0]}{doers}"
    if right and (len(right) == len(ways.each) or not ways.complete):
        return Settled(
            Verdict.SUPPORTED,
            f"The only {kind}{about(right[0])}{span(ways, article)} was on {event_on(right[0].events[0])}.",
            right[0].events,
            confidence=0.9 if ways.complete else 0.7,
        )
    if right and several and ways.complete:
        one = right[0].events[0]
        other = next(e for e in several[0].events if e != one)
        also = f"there was also {uncapital(act_on(claim.acts, other))}"
        reason = (
            f"The only {kind}{shared(right[0], several[0])}{span(ways, article)} was on {event_on(one)} "
            f"{difference(right[0], several[0])}; {difference(several[0], right[0])}, {also}."
        )
        return Settled(Verdict.DEPENDS, reason, (one, *several[0].events[:6]))
    if several and len(several) == len(ways.each):
        many = noun(claim.acts, len(way.events))
        reason = f"The record counts {many}{doers}{about(way)}{span(ways, article)}, not one."
        if len(way.events) >= MANY and not claim.acts.up_to_now and not claim.acts.period and not claim.acts.since:
            reason = f"{reason[:-1]}; among which the text means is open."
            return Settled(Verdict.UNSETTLED, reason, way.events[-MOST_CITED:], Why.AMBIGUOUS, 0.4)
        return Settled(Verdict.CONTRADICTED, reason, way.events[-MOST_CITED:])
    return Settled(
        Verdict.UNSETTLED,
        "The record holds no vote that clearly fits what the text says.",
        way.events[-4:],
        Why.NOT_FOUND,
        0.4,
    )


def settle_sole(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """Whether those members did so, and nobody else."""
    until = before_what_is_told(claim, docket, article, event) or article
    own = ways_of(claim.acts, docket, article, until, event, near, ever=True)
    if own.untold:
        return untold(own, event)
    everybody = replace(claim.acts, members=Members(everyone=True))
    anyone = ways_of(everybody, docket, article, until, event, near, ever=True)
    done = [e for w in own.each for e in w.events]
    codes = frozenset(c for w in own.each for c in w.whose.codes)
    strict = anyone.scopes[0]
    others = [e for w in anyone.each if w.scope == strict for e in w.events if _others(claim, docket, e, codes)]
    kind = f"{NOUNS[claim.acts.what][0]}{about(own.each[0])}{span(own, article)}"
    if others:
        other = others[-1]
        of_one = len({tuple(_others(claim, docket, e, codes)) for e in others}) == 1
        if of_one and not done and not names_them(claim, claim.acts, near):
            # "In 2009 Russia vetoed one. Nobody else vetoed anything that year."
            return untold(replace(anyone, untold="what"), event)
        others_named = names(_others(claim, docket, other, codes), docket.record)
        return Settled(
            Verdict.CONTRADICTED if anyone.sure else Verdict.UNSETTLED,
            f"{capital(others_named)} {DID[claim.acts.what]} {event_on(other)} too.",
            tuple(dict.fromkeys(others[::-1]))[:MOST_CITED],
            Why.AMBIGUOUS,
        )
    if not done:
        return Settled(
            Verdict.UNSETTLED, "The record holds no vote that clearly fits what the text says.", (), Why.NOT_FOUND, 0.4
        )
    return Settled(
        Verdict.SUPPORTED,
        f"The record holds no {kind} by anybody but {_and_besides(claim, docket, done[-1], who(own.each[0], docket))}.",
        tuple(dict.fromkeys(done[::-1]))[:MOST_CITED],
    )


def _and_besides(claim: Generalisation, docket: Docket, event: VoteEvent, own: str) -> str:
    """Those singled out, and those whom the words leave out."""
    besides = excepted(claim.acts.members, docket, event.date)
    return f"{own} and {names(sorted(besides), docket.record)}" if besides else own


def _others(claim: Generalisation, docket: Docket, event: VoteEvent, codes: frozenset[str]) -> list[str]:
    codes |= excepted(claim.acts.members, docket, event.date)
    if claim.acts.what == "veto":
        return sorted(vetoers(docket, event) - codes)
    return sorted(
        c for c, option in docket.votes(event).items() if option is OPTIONS[claim.acts.what] and c not in codes
    )
