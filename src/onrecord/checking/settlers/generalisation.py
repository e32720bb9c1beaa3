"""All, every, never, first since, last: settled by searching the record for the exception."""

from __future__ import annotations

from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import RULES, Scope, acts, day_before, interval_of, members_of, scopes, within
from onrecord.checking.settlers.vote import Settled
from onrecord.checking.words import capital, counted, day, event_on, names
from onrecord.reading.claims.vote import Generalisation
from onrecord.reading.intervals import Interval
from onrecord.record.model import Outcome, VoteEvent

DONE = {"veto": ("vetoed", "a veto"), "no": ("voted against", "a vote against"), "abstain": ("abstained on", "an abstention"), "yes": ("voted for", "a vote in favour")}


def settle(claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, context: date | None) -> Settled | None:
    until = article or (event.date if event is not None else None)
    period = interval_of([d for d in claim.period if claim.form not in ("first", "last") or d.role != "at"], article or until, context, until)
    if period is None:
        return None
    readings = members_of(claim.members, until, period)
    if not readings:
        return None
    found = scopes(claim.scope, docket, event, period)
    match claim.form:
        case "never":
            return _never(claim, docket, readings[-1], period, until, found)
        case "every":
            return _every(claim, docket, readings[-1], period, until, found, event)
        case "first":
            return _first(claim, docket, readings, period, article, event, found)
        case "last":
            return _last(claim, docket, readings, article, found)
    return None


def _never(claim: Generalisation, docket: Docket, codes: frozenset[str], period: Interval, until: date | None, found: list[Scope] | None) -> Settled | None:
    if found is None:
        return Settled(Verdict.UNSETTLED, "The record cannot delimit the subject that is meant here.", (), Why.NOT_COVERED, 0.4)
    since = [d for d in claim.period if d.role in ("since", "after")]
    start = None
    if since:
        named = since[0].when(until)
        start = named.end if named is not None else period.start
    who = capital(names(codes, docket.record))
    exceptions: list[list[VoteEvent]] = []
    for rule in RULES if claim.what == "veto" else ("",):
        done = acts(docket, codes, claim.what, rule or None, claim.only)
        for scope in found or [None]:  # type: ignore[list-item]
            exceptions.append([e for e in within(done, period, until, scope) if start is None or e.date > start])
    did, noun = DONE[claim.what]
    if all(exceptions):
        listed = exceptions[0][-5:]
        alone = " alone" if claim.only else ""
        return Settled(Verdict.CONTRADICTED, f"{who} {did} {event_on(listed[-1])}{alone}{f', and {counted(len(exceptions[0]) - 1, chr(111) + chr(116) + chr(104) + chr(101) + chr(114))}' if len(exceptions[0]) > 1 else ''}.", tuple(listed))
    if any(exceptions):
        listed = next(e for e in exceptions if e)[-5:]
        return Settled(Verdict.DEPENDS, f"{who} {did} {event_on(listed[-1])}, which some ways of counting leave out.", tuple(listed))
    last = [e for e in acts(docket, codes, claim.what, None, claim.only) if until is None or e.date <= until]
    latest = f"; the last was on {day(last[-1].date)}" if last and since else ""
    return Settled(Verdict.SUPPORTED, f"The record holds no {noun.split(' ', 1)[1]} by {names(codes, docket.record)}{' alone' if claim.only else ''}{f' after {day(start)}' if start else ''}{latest}.", tuple(last[-1:]) if since else ())


def _every(
    claim: Generalisation, docket: Docket, codes: frozenset[str], period: Interval, until: date | None, found: list[Scope] | None, event: VoteEvent | None
) -> Settled | None:
    if not found:
        return Settled(Verdict.UNSETTLED, "The record cannot delimit the texts that are meant here.", (), Why.NOT_COVERED, 0.4)
    curated = [s for s in found if s.curated]
    worst: list[VoteEvent] | None = None
    for scope in curated or found:
        universe = within(docket.events, period, until, scope)
        did = {e.id for e in acts(docket, codes, claim.what, "every_vetoed_vote", claim.only)}
        missed = [e for e in universe if e.id not in did and docket.votes(e)]
        if claim.what == "veto":
            missed = [e for e in missed if not (e.outcome is Outcome.VETOED and not codes & set(e.vetoed_by))]
        if not missed and universe:
            return Settled(Verdict.SUPPORTED, f"The record finds no exception among {counted(len(universe), 'vote')} on that subject{_to(until)}.", tuple(universe[-8:]))
        if worst is None or len(missed) < len(worst):
            worst = missed
    if not worst:
        return Settled(Verdict.UNSETTLED, "The record holds no vote on that subject in that time.", (), Why.NOT_FOUND, 0.4)
    who = capital(names(codes, docket.record))
    verb = DONE[claim.what][0].replace("abstained on", "abstain on").replace("vetoed", "veto").replace("voted", "vote")
    adopted = [e for e in worst if e.outcome is Outcome.ADOPTED] or worst
    reason = f"{who} did not {verb} {event_on(adopted[0])} ({adopted[0].tally})" + (f", nor {event_on(adopted[1])} ({adopted[1].tally})" if len(adopted) > 1 else "") + "."
    return Settled(Verdict.CONTRADICTED, reason, tuple(adopted[:8]))


def _to(until: date | None) -> str:
    return f" to {day(until)}" if until else ""


def _first(
    claim: Generalisation, docket: Docket, readings: list[frozenset[str]], period: Interval, article: date | None, event: VoteEvent | None, found: list[Scope] | None
) -> Settled | None:
    if found is None:
        return Settled(Verdict.UNSETTLED, "The record cannot delimit the subject that is meant here.", (), Why.NOT_COVERED, 0.4)
    at = [d for d in claim.period if d.role == "at"]
    since = [d for d in claim.period if d.role in ("since", "after")]
    verdicts: list[tuple[bool, list[VoteEvent], VoteEvent | None]] = []
    for codes in readings:
        for rule in RULES if claim.what == "veto" else ("",):
            done = acts(docket, codes, claim.what, rule or None, claim.only)
            for scope in found or [None]:  # type: ignore[list-item]
                chosen = within(done, None, article, scope)
                verdicts.append(_first_of(chosen, at, since, event, article))
    if not verdicts or all(v[2] is None and not v[1] for v in verdicts):
        return Settled(Verdict.UNSETTLED, "The record holds no vote that clearly fits what the text says.", (), Why.NOT_FOUND, 0.4)
    who = capital(names(readings[0], docket.record))
    good = [v for v in verdicts if v[0]]
    bad = [v for v in verdicts if not v[0]]
    noun = DONE[claim.what][1].split(" ", 1)[1]
    if good and not bad:
        first = good[0][2]
        assert first is not None
        return Settled(Verdict.SUPPORTED, f"{who}'s {'first ' + noun + ' in that time' if since else 'first ' + noun} was on {event_on(first)}.", (first, *good[0][1][-2:]))
    exception = bad[0][1]
    if good:
        return Settled(Verdict.DEPENDS, f"By some ways of counting it is the first; others count {event_on(exception[-1])}." if exception else "It depends on the way of counting.", tuple(exception[-3:]))
    if not exception:
        return Settled(Verdict.UNSETTLED, "The record holds no vote that clearly fits what the text says.", (), Why.NOT_FOUND, 0.4)
    return Settled(Verdict.CONTRADICTED, f"{who} had already {DONE[claim.what][0]} {event_on(exception[-1])}.", (*([event] if event else []), *exception[-4:]))


def _first_of(chosen: list[VoteEvent], at: list, since: list, event: VoteEvent | None, article: date | None) -> tuple[bool, list[VoteEvent], VoteEvent | None]:  # type: ignore[type-arg]
    """Whether this act is the first (since then), the earlier ones that say otherwise, and the act itself."""
    start: date | None = None
    if since:
        named = since[0].when(article)
        start = named.end if named is not None else None
        if start is None:
            return False, [], None
    this: VoteEvent | None = None
    if at:
        interval = at[0].resolve(article)
        fitting = [e for e in chosen if (interval is not None and e.date in interval) or (interval is None and at[0].matches(e.date))]
        this = fitting[0] if fitting else None
    elif event is not None and any(e.id == event.id or e.date == event.date for e in chosen):
        this = next(e for e in chosen if e.id == event.id or e.date == event.date)
    elif start is not None:
        after = [e for e in chosen if e.date > start]
        this = after[0] if after and article is not None and (article - after[0].date).days < 60 else None
    elif chosen:
        return True, [], chosen[0]
    if this is None:
        return False, [], None
    earlier = [e for e in chosen if e.date <= day_before(this.date) and (start is None or e.date > start)]
    return not earlier, earlier, this


def _last(claim: Generalisation, docket: Docket, readings: list[frozenset[str]], article: date | None, found: list[Scope] | None) -> Settled | None:
    if not claim.period or found is None:
        return None
    interval = claim.period[0].resolve(article)
    codes = readings[-1] if len(readings) == 1 else readings[0]
    done = [e for e in acts(docket, codes, claim.what, None, claim.only) if article is None or e.date <= article]
    if not done:
        return None
    last = done[-1]
    who = capital(names(codes, docket.record))
    fits = last.date in interval if interval is not None else claim.period[0].matches(last.date)
    reason = f"{who} last {DONE[claim.what][0]} {event_on(last)}."
    return Settled(Verdict.SUPPORTED if fits else Verdict.CONTRADICTED, reason, (last,))
