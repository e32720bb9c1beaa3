"""Never, last, only, more than any other: settled by searching the record for the exception."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onrecord.checking.deeds import eligible, vetoers
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import Way, Ways, ways_of
from onrecord.checking.frequency_words import DID, NOUNS, about, by, difference, doers_of, how, span
from onrecord.checking.settlers.comparison import settle_comparison, settle_than_another
from onrecord.checking.settlers.every import settle_every, settle_share
from onrecord.checking.settlers.far_off import MANY, names_them, own_words
from onrecord.checking.settlers.first import settle_first
from onrecord.checking.settlers.first_on import settle_first_on
from onrecord.checking.settlers.said_on import on_its_subject
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.singled_out import settle_last, settle_only, settle_sole
from onrecord.checking.settlers.tally_record import settle_tally_record
from onrecord.checking.settlers.untold import MOST_CITED, behind_the_named, in_the_open, untold, up_to_a_clause
from onrecord.checking.settlers.up_to import before_what_is_told
from onrecord.checking.settlers.years import settle_years
from onrecord.checking.whose import LEADING
from onrecord.checking.words import called, capital, counted, day, event_on
from onrecord.reading.claims.frequency import Generalisation
from onrecord.record.model import VoteEvent


def settle(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """`event` is the vote spoken of; `near` the words before the claim, from which "the war" takes its sense."""
    settled = in_the_open(_settle(claim, docket, article, event, near), claim.acts, docket)
    if settled is not None and settled.verdict is Verdict.CONTRADICTED and claim.reserved:
        return settled.left_open(f"{settled.reason[:-1]}; whether the text leaves that out is open.")
    if settled is not None and settled.verdict is Verdict.CONTRADICTED and claim.past_perfect:
        if up_to_a_clause(near[: len(near) - (claim.end - claim.start)]):
            return settled.left_open(f"{settled.reason[:-1]}; up to when it is said the text leaves open.")
    return settled


def _settle(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    match claim.form:
        case "never":
            return _never(claim, docket, article, event, near)
        case "every":
            return settle_every(claim, docket, article, event, near)
        case "first":
            if (of_all := settle_first_on(claim, docket, article, event, near)) is not None:
                return of_all
            settled = settle_first(claim, docket, article, event, near)
            if settled is not None and settled.verdict is Verdict.CONTRADICTED and _of_who_led_twice(claim):
                return settled.left_open()
            return on_its_subject(claim, settled, docket)
        case "last":
            return on_its_subject(claim, settle_last(claim, docket, article, event, near), docket)
        case "share":
            return settle_share(claim, docket, article, event, near)
        case "sole":
            return settle_sole(claim, docket, article, event, near)
        case "only":
            return settle_only(claim, docket, article, event, near)
        case "fewest_years" | "most_years":
            return settle_years(claim, docket, article, event, near)
        case "more_than" | "fewer_than":
            return settle_than_another(claim, docket, article, event, near)
        case "fewest_votes" | "most_votes":
            return settle_tally_record(claim, docket, article, event)
        case "most" | "majority" | "fewest":
            return settle_comparison(claim, docket, article, event, near)
    return None


def _of_who_led_twice(claim: Generalisation) -> bool:
    """ "Mr Trump's first veto, in 2019": of which time in office the name leaves open."""
    if claim.acts.term is not None or not claim.at:
        return False
    return any(
        len({a.start for a in named.aliases}) > 1 and all(a.kind in LEADING for a in named.aliases)
        for named in claim.acts.members.named
    )


def _never(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    until = before_what_is_told(claim, docket, article, event) or article
    ways = ways_of(behind_the_named(claim.acts), docket, article, until, event, near, ever=True)
    if ways.untold:
        return untold(ways, event)
    apart = event is not None and _leaves_out(claim)
    if event is not None and apart:
        # "Moscow vetoed the text on Prague. It vetoed nothing else that year."
        ways = replace(ways, each=tuple(replace(w, events=_but(w.events, event)) for w in ways.each))
    with_exception = [w for w in ways.each if w.events]
    without = [w for w in ways.each if not w.events]
    if with_exception and not without:
        if claim.past_perfect and until == article and event is None:
            reason = "The record cannot tell up to when that is said."
            return Settled(Verdict.UNSETTLED, reason, (), Why.AMBIGUOUS, 0.4)
        if not ways.sure:
            way = with_exception[0]
            did = _what_was_done(claim, way, docket)
            reason = f"The record finds that {did}, but that may not be on the subject meant."
            return Settled(Verdict.UNSETTLED, reason, way.events[-4:], Why.AMBIGUOUS, 0.5)
        settled = _exceptions(claim, docket, with_exception)
        if apart and (event is None or not any(event.date in p for p in ways.period)):
            if len({vetoers(docket, e) for w in with_exception for e in w.events}) == 1:
                return settled.left_open()  # "In 2009 Russia vetoed one. Nobody else vetoed anything that year."
        if not claim.acts.up_to_now and any(d.form == "span" and not d.step for d in claim.acts.period):
            # "For twenty years it cast no veto", told of whichever years
            return settled.left_open(f"{settled.reason[:-1]}; which years are meant the words leave open.")
        between = _between(claim) if BETWEEN.search(own_words(claim, near)) is not None else None
        inner = _never(between, docket, article, event, near) if between is not None else None
        if inner is not None and inner.verdict is Verdict.SUPPORTED:
            reason = f"{settled.reason[:-1]}; of the time between it holds."
            return replace(settled, verdict=Verdict.DEPENDS, reason=reason)
        if OF_THOSE.search(own_words(claim, near)) is not None and not claim.acts.period:
            return settled.left_open(f"{settled.reason[:-1]}; of which votes it is said the text leaves open.")
        loosely = LOOSE.search(own_words(claim, near)) is not None
        by_pronoun = claim.acts.what == "veto" and loosely and not names_them(claim, claim.acts, near)
        if by_pronoun and all(len(w.events) >= MANY for w in with_exception):
            reason = f"{settled.reason[:-1]}; but of others than these it may be said."
            return settled.left_open(reason)
        return settled
    # "Moscow never used it over Hungary": the Soviet Union's are Moscow's too, of whatever titles
    with_exception = [w for w in with_exception if ways.complete or any(_of_more(w, other) for other in without)]
    if with_exception:
        way, other = with_exception[0], without[0]
        did = capital(_what_was_done(claim, way, docket))
        reason = f"{did} {difference(way, other)}; {difference(other, way)}, there is no such vote."
        return Settled(Verdict.DEPENDS, reason, way.events[-MOST_CITED:])
    if ways.uncovered and not ways.period[0].start:
        pass
    elif ways.uncovered and not ways.late:
        reason = f"The record of votes ends on {day(docket.as_of)}, before the time that is meant here does."
        return Settled(Verdict.UNSETTLED, reason, (), Why.NOT_COVERED, 0.6)
    return _none_found(claim, docket, article, until, event, near, ways, "other " if apart else "")


def _of_more(way: Way, other: Way) -> bool:
    """Whether it counts the same votes, of more members."""
    return way.scope == other.scope and way.rule == other.rule and way.whose.codes > other.whose.codes


BETWEEN = re.compile(r"\b(?:between|until)\b", re.IGNORECASE)


def _between(claim: Generalisation) -> Generalisation | None:
    """The claim of the time between two years or months, both left out: "between 1989 and 1993 nobody cast a veto" may
    mean from the one in 1989 to the one in 1993. None where that is not how it is told.
    """
    told = claim.acts.period
    if len(told) != 1 or told[0].role != "between" or told[0].until is None or (told[0].day and told[0].until.day):
        return None
    first, last = told[0], told[0].until
    period = (replace(first, role="after", until=None), replace(last, role="before", until=None))
    return replace(claim, acts=replace(claim.acts, period=period))


OF_THOSE = re.compile(
    r"\b(?:any|one|either|a single one) of (?:them|these|those)\b"
    r"|\b(?:in|over|through|throughout|during|for) (?:the|that|those|this|all that) (?:whole |entire |same )?"
    r"(?:decade|period|time|years|stretch|century|half-century|era)\b",
    re.IGNORECASE,
)
"""Said of texts told of before, and not of all, or of a time told of before."""
LOOSE = re.compile(r"\b(?:they|their|theirs|so|did it|done it)\b", re.IGNORECASE)
"""Words that may stand for other members, or for more of a deed, than they were taken for."""
OTHERS = frozenset(("else", "other", "others", "another", "further"))
"""Words that leave out the vote just told of."""


def _leaves_out(claim: Generalisation) -> bool:
    return not OTHERS.isdisjoint(claim.acts.subject.lower().split())


def _but(events: tuple[VoteEvent, ...], told: VoteEvent) -> tuple[VoteEvent, ...]:
    return tuple(e for e in events if e.id != told.id)


def _what_was_done(claim: Generalisation, way: Way, docket: Docket) -> str:
    """The last time: "China vetoed the draft S/2024/239 on 22 March 2024"."""
    last = way.events[-1]
    return f"{doers_of(claim.acts, way, last, docket)} {DID.get(claim.acts.what, 'adopted')} {event_on(last)}"


def _exceptions(claim: Generalisation, docket: Docket, ways: list[Way]) -> Settled:
    way = max(ways, key=lambda w: len(w.events))
    latest = way.events[-1]
    others = len(way.events) - 1
    more = f", and did so on {counted(others, 'other occasion')}" if others else ""
    if way.whose.any_of and others:
        more = f", and the record has {counted(others, 'other such vote')}"
    doers = doers_of(claim.acts, way, latest, docket)
    did_so = DID.get(claim.acts.what, "adopted" if claim.acts.what == "adopted" else "voted on")
    what = f"{called(latest)}{how(claim.acts)} on {day(latest.date)}"
    reason = f"{capital(doers)} {did_so} {what}{more}."
    cited = tuple(dict.fromkeys((*way.events[-6:][::-1], *way.events[:4])))
    complete = any(w.scope.complete for w in ways)
    return Settled(Verdict.CONTRADICTED, reason, cited[:MOST_CITED], confidence=0.9 if complete else 0.75)


def _none_found(
    claim: Generalisation,
    docket: Docket,
    article: date | None,
    until: date | None,
    event: VoteEvent | None,
    near: str,
    ways: Ways,
    other: str,
) -> Settled:
    """No exception: the last such act before the time meant, else the votes on which it might have been."""
    acts = claim.acts
    way = ways.each[0]
    ever = ways_of(replace(acts, period=(), since=""), docket, article, until, event, near, bounded=False, ever=True)
    start = ways.period[0].start
    earlier = [e for w in ever.each[:1] for e in w.events if start is not None and e.date < start]
    told = f"{NOUNS[acts.what][0]}{by(acts, way, docket)}{how(acts)}"
    reason = f"The record holds no {other}{told}{about(way)}{span(ways, article)}"
    cited: tuple[VoteEvent, ...] = tuple(earlier[-2:][::-1])
    if earlier:
        reason += f"; the last before was on {event_on(earlier[-1])}"
    if way.scope.events is not None:
        held = eligible(acts, docket, ways.period, way.scope)
        cited = tuple(dict.fromkeys((*cited, *held[-8:])))
    return Settled(Verdict.SUPPORTED, f"{reason}.", cited[:MOST_CITED], confidence=0.9 if ways.complete else 0.7)
