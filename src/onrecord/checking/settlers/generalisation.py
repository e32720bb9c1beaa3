"""Never, last, only, more than any other: settled by searching the record for the exception."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.checking.deeds import OPTIONS, eligible, vetoers
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import Way, Ways, ways_of
from onrecord.checking.frequency_words import DID, NOUNS, about, difference, noun, span, who
from onrecord.checking.settlers.count import UNTOLD
from onrecord.checking.settlers.every import settle_every, settle_share
from onrecord.checking.settlers.first import settle_first
from onrecord.checking.settlers.vote import Settled
from onrecord.checking.whose import PERMANENT
from onrecord.checking.words import capital, counted, day, event_on, names, number
from onrecord.reading.claims.frequency import Acts, Generalisation
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.dates import DateMention
from onrecord.record.model import Alias, VoteEvent

MOST_CITED = 12
NEWS = 14
"""Days within which an act is the article's news."""


def settle(claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str) -> Settled | None:
    """`event` is the vote spoken of; `near` the words before the claim, from which "the war" takes its sense."""
    match claim.form:
        case "never":
            return _never(claim, docket, article, event, near)
        case "every":
            return settle_every(claim, docket, article, event, near)
        case "first":
            return settle_first(claim, docket, article, event, near)
        case "last":
            return _last(claim, docket, article, event, near)
        case "share":
            return settle_share(claim, docket, article, event, near)
        case "sole":
            return _sole(claim, docket, article, event, near)
        case "only":
            return _only(claim, docket, article, event, near)
        case "most" | "majority" | "fewest":
            return _more(claim, docket, article, event, near)
    return None


def untold(ways: Ways, event: VoteEvent | None) -> Settled | None:
    """The answer where the record cannot tell what is meant; nothing at all where it cannot tell whose acts are."""
    if ways.untold == "whose":
        return None
    reason = UNTOLD[ways.untold].replace("counted", "meant")
    return Settled(Verdict.UNSETTLED, reason, (event,) if event is not None else (), Why.NOT_COVERED, 0.4)


# --- never -----------------------------------------------------------------------------------


def _never(claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str) -> Settled | None:
    until = _before_what_is_told(claim, docket, article, event) or article
    ways = ways_of(behind_the_named(claim.acts), docket, article, until, event, near, ever=True)
    if ways.untold:
        return untold(ways, event)
    with_exception = [w for w in ways.each if w.events]
    without = [w for w in ways.each if not w.events]
    if with_exception and not without:
        if not ways.sure:
            way = with_exception[0]
            reason = f"The record finds that {who(way, docket)} {DID.get(claim.acts.what, 'adopted')} {event_on(way.events[-1])}, but that may not be on the subject meant."
            return Settled(Verdict.UNSETTLED, reason, way.events[-4:], Why.AMBIGUOUS, 0.5)
        return _exceptions(claim, docket, with_exception)
    if with_exception and ways.complete:
        way = with_exception[0]
        exception = event_on(way.events[-1])
        reason = f"{capital(who(way, docket))} {DID.get(claim.acts.what, 'adopted')} {exception} {difference(way, ways.each)}; {difference(without[0], ways.each)} there is no such vote."
        return Settled(Verdict.DEPENDS, reason, way.events[-MOST_CITED:])
    if ways.uncovered and not ways.period[0].start:
        pass
    elif ways.uncovered:
        reason = f"The record of votes ends on {day(docket.as_of)}, before the time that is meant here does."
        return Settled(Verdict.UNSETTLED, reason, (), Why.NOT_COVERED, 0.6)
    return _none_found(claim, docket, article, until, event, near, ways)


def _before_what_is_told(claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None) -> date | None:
    """ "Never before had it vetoed": the day before the vote spoken of, or before the act that is the article's news."""
    if not (claim.past_perfect or "before" in claim.acts.subject.lower().split()):
        return None
    if event is None and article is not None:
        ways = ways_of(replace(claim.acts, period=(), since=""), docket, article, article, None, "", bounded=False, ever=True)
        latest = max((w.events[-1] for w in ways.each if w.events), key=lambda e: e.date, default=None)
        event = latest if latest is not None and (article - latest.date).days <= NEWS else None
    return event.date - timedelta(days=1) if event is not None else None


def behind_the_named(acts: Acts) -> Acts:
    """ "Not since 1989": nothing after that year; the act that "since" names is no exception."""
    moved = {"since": "after", "until": "before"}
    return replace(acts, period=tuple(replace(d, role=moved[d.role]) if d.role in moved and _wide(d) else d for d in acts.period))


def _wide(mention: DateMention) -> bool:
    return mention.form in ("calendar", "era", "season", "unit", "weekday", "decade") and mention.name != "october-7"


def _exceptions(claim: Generalisation, docket: Docket, ways: list[Way]) -> Settled:
    way = max(ways, key=lambda w: len(w.events))
    latest = way.events[-1]
    others = len(way.events) - 1
    more = f", and did so on {counted(others, 'other occasion')}" if others else ""
    if way.whose.any_of:
        votes = docket.votes(latest)
        did = sorted(c for c, option in votes.items() if c in way.whose.codes and option.value == {"veto": "no"}.get(claim.acts.what, claim.acts.what))
        doers = names(did or latest.vetoed_by, docket.record)
        more = f", and the record has {counted(others, 'other such vote')}" if others else ""
    else:
        doers = who(way, docket)
    how = " alone" if claim.acts.alone else " together" if claim.acts.together else ""
    did_so = DID.get(claim.acts.what, "adopted" if claim.acts.what == "adopted" else "voted on")
    reason = f"{capital(doers)} {did_so} {event_on(latest)}{how}{more}."
    cited = tuple(dict.fromkeys((*way.events[-6:][::-1], *way.events[:4])))
    complete = any(w.scope.complete for w in ways)
    return Settled(Verdict.CONTRADICTED, reason, cited[:MOST_CITED], confidence=0.9 if complete else 0.75)


def _none_found(
    claim: Generalisation, docket: Docket, article: date | None, until: date | None, event: VoteEvent | None, near: str, ways: Ways
) -> Settled:
    """No exception: the last such act before the time meant, else the votes on which it might have been."""
    acts = claim.acts
    way = ways.each[0]
    ever = ways_of(replace(acts, period=(), since=""), docket, article, until, event, near, bounded=False, ever=True)
    start = ways.period[0].start
    earlier = [e for w in ever.each[:1] for e in w.events if start is not None and e.date < start]
    doers = who(way, docket)
    how = " alone" if acts.alone else " together" if acts.together else ""
    reason = f"The record holds no {NOUNS[acts.what][0]} by {doers}{how}{about(way)}{span(ways, article)}"
    cited: tuple[VoteEvent, ...] = tuple(earlier[-2:][::-1])
    if earlier:
        reason += f"; the last before was on {event_on(earlier[-1])}"
    if way.scope.events is not None:
        held = eligible(acts, docket, ways.period, way.scope)
        cited = tuple(dict.fromkeys((*cited, *held[-8:])))
    return Settled(Verdict.SUPPORTED, f"{reason}.", cited[:MOST_CITED], confidence=0.9 if ways.complete else 0.7)


# --- the last, the only one ------------------------------------------------------------------


def _last(claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str) -> Settled | None:
    told = claim.at[0]
    bounded = bool(claim.acts.period)
    ways = ways_of(claim.acts, docket, article, article, event, near, bounded=bounded, ever=True)
    if ways.untold:
        return untold(ways, event)
    lasts = [w.events[-1] for w in ways.each if w.events]
    if not lasts:
        return Settled(Verdict.UNSETTLED, "The record holds no vote that clearly fits what the text says.", (), Why.NOT_FOUND, 0.4)
    fitting = [e for e in lasts if on_the_day(told, e, article)]
    way = next(w for w in ways.each if w.events)
    kind = f"{NOUNS[claim.acts.what][0]} by {who(way, docket)}{about(way)}"
    until = f" to {day(article)}" if article is not None else ""
    if fitting and len(fitting) == len(lasts):
        return Settled(Verdict.SUPPORTED, f"The last {kind}{until} was on {event_on(fitting[0])}.", (fitting[0],))
    if fitting:
        other = next(e for e in lasts if e not in fitting)
        reason = f"The last {kind}{until} was on {event_on(fitting[0])} by one way of counting, on {event_on(other)} by another."
        return Settled(Verdict.DEPENDS, reason, (fitting[0], other))
    if not ways.complete or (article is None and ways.each[0].whose.any_of):
        return Settled(Verdict.UNSETTLED, f"The last {kind} that the record finds was on {event_on(lasts[0])}.", (lasts[0],), Why.AMBIGUOUS, 0.5)
    return Settled(Verdict.CONTRADICTED, f"The last {kind}{until} was on {event_on(lasts[0])}.", tuple(dict.fromkeys(lasts))[:4])


def on_the_day(told: DateMention, event: VoteEvent, article: date | None) -> bool:
    interval = told.resolve(article)
    return event.date in interval if interval is not None else told.matches(event.date)


def _only(claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str) -> Settled | None:
    ways = ways_of(behind_the_named(claim.acts), docket, article, article, event, near, ever=True)
    if ways.untold:
        return untold(ways, event)
    if ways.uncovered:
        return Settled(Verdict.UNSETTLED, f"The record of votes ends on {day(docket.as_of)}.", (), Why.NOT_COVERED, 0.6)
    way = max(ways.each, key=lambda w: len(w.events))
    right = [w for w in ways.each if len(w.events) == 1 and all(on_the_day(d, w.events[0], article) for d in claim.at)]
    several = [w for w in ways.each if len(w.events) > 1]
    how = " alone" if claim.acts.alone else " together" if claim.acts.together else ""
    kind = f"{NOUNS[claim.acts.what][0]} by {who(way, docket)}{how}{about(way)}{span(ways, article)}"
    if right and (len(right) == len(ways.each) or not ways.complete):
        return Settled(Verdict.SUPPORTED, f"The only {kind} was on {event_on(right[0].events[0])}.", right[0].events, confidence=0.9 if ways.complete else 0.7)
    if right and several and ways.complete:
        one = right[0].events[0]
        other = next(e for e in several[0].events if e != one)
        reason = f"The only {kind} was on {event_on(one)} {difference(right[0], ways.each)}; {difference(several[0], ways.each)}, there was also {event_on(other)}."
        return Settled(Verdict.DEPENDS, reason, (one, *several[0].events[:6]))
    if several and len(several) == len(ways.each):
        plural = NOUNS[claim.acts.what][1]
        reason = f"The record counts {noun(claim.acts, len(way.events))} by {who(way, docket)}{how}{about(way)}{span(ways, article)}, not one."
        verdict = Verdict.CONTRADICTED if plural else Verdict.UNSETTLED
        return Settled(verdict, reason, way.events[-MOST_CITED:])
    return Settled(Verdict.UNSETTLED, "The record holds no vote that clearly fits what the text says.", way.events[-4:], Why.NOT_FOUND, 0.4)


def _sole(claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str) -> Settled | None:
    """Whether those members did so, and nobody else."""
    own = ways_of(claim.acts, docket, article, article, event, near, ever=True)
    if own.untold:
        return untold(own, event)
    everybody = replace(claim.acts, members=Members(everyone=True))
    anyone = ways_of(everybody, docket, article, article, event, near, ever=True)
    done = [e for w in own.each for e in w.events]
    codes = frozenset(c for w in own.each for c in w.whose.codes)
    strict = anyone.scopes[0]
    others = [e for w in anyone.each if w.scope == strict for e in w.events if _others(claim, docket, e, codes)]
    kind = f"{NOUNS[claim.acts.what][0]}{about(own.each[0])}{span(own, article)}"
    if others:
        other = others[-1]
        return Settled(Verdict.CONTRADICTED if anyone.sure else Verdict.UNSETTLED, f"{capital(names(_others(claim, docket, other, codes), docket.record))} {DID[claim.acts.what]} {event_on(other)} too.", tuple(dict.fromkeys(others[::-1]))[:MOST_CITED], Why.AMBIGUOUS)
    if not done:
        return Settled(Verdict.UNSETTLED, "The record holds no vote that clearly fits what the text says.", (), Why.NOT_FOUND, 0.4)
    return Settled(Verdict.SUPPORTED, f"The record holds no {kind} by anybody but {who(own.each[0], docket)}.", tuple(dict.fromkeys(done[::-1]))[:MOST_CITED])


def _others(claim: Generalisation, docket: Docket, event: VoteEvent, codes: frozenset[str]) -> list[str]:
    if claim.acts.what == "veto":
        return sorted(vetoers(docket, event) - codes)
    return sorted(c for c, option in docket.votes(event).items() if option is OPTIONS[claim.acts.what] and c not in codes)


# --- more than any other ---------------------------------------------------------------------


def _more(claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str) -> Settled | None:
    """Whether a permanent member has vetoed more often than each of the others, or than all of them."""
    mine = ways_of(claim.acts, docket, article, article, event, near)
    if mine.untold:
        return untold(mine, event)
    if claim.acts.what != "veto":
        return _more_of_members(claim, docket, article, event, near, mine)
    verdicts: list[tuple[bool, str]] = []
    for way in mine.each:
        sizes: dict[str, int] = {}
        for code in sorted(PERMANENT - way.whose.codes - ({"SUN", "RUS"} if way.whose.codes & {"SUN", "RUS"} else frozenset())):
            readings = [w for w in _of(code, claim, docket, article, event, near) if w.rule == way.rule]
            sizes[code] = max((len(w.events) for w in readings), default=0)
        if "SUN" in sizes and "RUS" in sizes:
            sizes["RUS"] += sizes.pop("SUN")
        own = len(way.events)
        best = max(sizes, key=lambda c: sizes[c])
        least = min(sizes, key=lambda c: sizes[c])
        held = own > sizes[best] if claim.form == "most" else own > sum(sizes.values()) if claim.form == "majority" else own < sizes[least]
        rival = least if claim.form == "fewest" else best
        text = f"{number(own)} by {who(way, docket)}, {number(sizes[rival])} by {names([rival], docket.record)}"
        if claim.form == "majority":
            text = f"{number(own)} by {who(way, docket)}, {number(sum(sizes.values()))} by the others"
        verdicts.append((held, text))
    right = [t for held, t in verdicts if held]
    wrong = [t for held, t in verdicts if not held]
    vetoes = f"The record counts the vetoes{span(mine, article)} like this: "
    if right and not wrong:
        return Settled(Verdict.SUPPORTED, f"{vetoes}{right[0]}.", mine.each[0].events[-3:])
    if right:
        return Settled(Verdict.DEPENDS, f"{vetoes}{right[0]}; counted another way, {wrong[0]}.", mine.each[0].events[-3:])
    return Settled(Verdict.CONTRADICTED, f"{vetoes}{wrong[0]}.", mine.each[0].events[-3:])


def _more_of_members(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str, mine: Ways
) -> Settled | None:
    """The same of abstentions or votes against, among all who sat in that time."""
    way = mine.each[0]
    sizes: dict[str, int] = {}
    for held in docket.events:
        if way.scope.holds(held) and any(held.date in p for p in mine.period):
            for code, option in docket.votes(held).items():
                if option is OPTIONS[claim.acts.what]:
                    sizes[code] = sizes.get(code, 0) + 1
    own = sum(sizes.get(c, 0) for c in way.whose.codes)
    rivals = {c: n for c, n in sizes.items() if c not in way.whose.codes}
    if not rivals or mine.period[0].start is None:
        return None
    rival = max(rivals, key=lambda c: rivals[c])
    reason = f"The record counts {noun(claim.acts, own)} by {who(way, docket)}{span(mine, article)}, {number(rivals[rival])} by {names([rival], docket.record)}."
    return Settled(Verdict.SUPPORTED if own > rivals[rival] else Verdict.CONTRADICTED, reason, way.events[-MOST_CITED:])


def _of(code: str, claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str) -> tuple[Way, ...]:
    named = Named(code, (Alias(code, code, "code"),))
    return ways_of(replace(claim.acts, members=Members((named,)), tenure=None), docket, article, article, event, near).each

