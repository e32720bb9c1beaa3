"""How often, or for the how-manieth time: counted under every published rule, and each reading of the subject."""

from __future__ import annotations

from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import RULES, Scope, acts, interval_of, members_of, scopes, within
from onrecord.checking.settlers.vote import Settled
from onrecord.checking.words import capital, counted, day, listing, names
from onrecord.reading.claims.vote import Count
from onrecord.reading.intervals import Interval
from onrecord.record.model import Outcome, VoteEvent

NOUNS = {"veto": "veto", "no": "vote against", "abstain": "abstention", "yes": "vote in favour"}


def settle(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, context: date | None) -> Settled | None:
    """`event` is the vote spoken of, which an ordinal counts last."""
    until = event.date if claim.exact_event and event is not None else article
    if claim.what in ("vote", "adopted", "failed"):
        return _of_body(claim, docket, article, context)
    if article is None and claim.exact_event and event is None:
        return Settled(Verdict.UNSETTLED, "Without a date the record cannot tell up to when to count.", (), Why.AMBIGUOUS, 0.4)
    period = interval_of(claim.period, article or (event.date if event else None), context, until)
    if period is None:
        return None
    readings = members_of(claim.members, until or article, period)
    if not readings:
        return None
    found_scopes = scopes(claim.scope, docket, event, period)
    if found_scopes is None:
        return Settled(Verdict.UNSETTLED, "The record cannot delimit the subject that is counted here.", (), Why.NOT_COVERED, 0.4)
    values = _values(claim, docket, readings, period, until, found_scopes, event)
    return _verdict(claim, docket, values, readings, period, until, found_scopes, event)


Value = tuple[str, int, list[VoteEvent], bool]


def _values(
    claim: Count, docket: Docket, readings: list[frozenset[str]], period: Interval, until: date | None, found: list[Scope], event: VoteEvent | None
) -> list[Value]:
    """The count under each rule, reading of the member and reading of the subject, with whether it fits."""
    rules = RULES if claim.what == "veto" else ("",)
    drafts_only = claim.noun in ("draft resolution", "draft resolutions")
    values: list[Value] = []
    for codes in readings:
        everyone = codes
        if claim.companions is not None:
            partners = members_of(claim.companions, until, period)
            everyone = codes | (partners[0] if partners else frozenset())
        for rule in rules:
            done = acts(docket, everyone, claim.what, rule or None, claim.only, claim.together)
            for scope in found or [None]:  # type: ignore[list-item]
                chosen = within(done, period, until, scope, drafts_only)
                values.append((_label(docket, rule, scope, codes, readings), len(chosen), chosen, _fits(claim, chosen, event)))
    return values


def _fits(claim: Count, chosen: list[VoteEvent], event: VoteEvent | None) -> bool:
    if claim.ordinal is not None:
        if event is None or not claim.exact_event:
            return len(chosen) == claim.ordinal
        same_day = [e for e in chosen if e.date == event.date]
        before = len(chosen) - len(same_day)
        return before < claim.ordinal <= len(chosen) if same_day else False
    return claim.quantity is not None and claim.quantity.admits(len(chosen))


def _label(docket: Docket, rule: str, scope: Scope | None, codes: frozenset[str], readings: list[frozenset[str]]) -> str:
    parts = []
    if rule:
        parts.append(docket.record.counting_rules[rule].title[:1].lower() + docket.record.counting_rules[rule].title[1:])
    if scope is not None and scope.curated:
        parts.append(f"subject: {scope.title}")
    if len(readings) > 1:
        parts.append("with the Soviet Union's" if "SUN" in codes else "without the Soviet Union's")
    return ", ".join(parts)


def _verdict(
    claim: Count, docket: Docket, values: list[Value], readings: list[frozenset[str]], period: Interval, until: date | None, found: list[Scope], event: VoteEvent | None
) -> Settled | None:
    fitting = [v for v in values if v[3]]
    failing = [v for v in values if not v[3]]
    who = names(sorted(readings[0]), docket.record)
    noun = NOUNS[claim.what]
    span = _span(period, until)
    sure = not found or any(s.curated for s in found)
    if fitting and not failing:
        label, count, events, _ = fitting[0]
        return Settled(Verdict.SUPPORTED, f"The record counts {counted(count, noun, _plural(noun))} by {who}{span}.", _cited(events, event))
    if fitting:
        one, other = fitting[0], failing[0]
        reason = f"{capital(who)}: {one[1]} by one way of counting ({one[0]}), {other[1]} by another ({other[0]}){span}."
        return Settled(Verdict.DEPENDS, reason, _cited(one[2], event))
    label, count, events, _ = failing[0]
    if not sure:
        return Settled(Verdict.UNSETTLED, f"The record finds {counted(count, noun, _plural(noun))} by {who}{span} on that subject, but its list may not be complete.", _cited(events, event), Why.AMBIGUOUS, 0.5)
    numbers = sorted({v[1] for v in failing})
    said = listing([str(n) for n in numbers]) if len(numbers) < 5 else f"{numbers[0]} to {numbers[-1]}"
    return Settled(Verdict.CONTRADICTED, f"The record counts {said} {noun if numbers == [1] else _plural(noun)} by {who}{span}{', depending on the rule of counting' if len(numbers) > 1 else ''}.", _cited(events, event))


def _plural(noun: str) -> str:
    return {"veto": "vetoes", "vote against": "votes against", "vote in favour": "votes in favour"}.get(noun, noun + "s")


def _span(period: Interval, until: date | None) -> str:
    start = f" from {day(period.start)}" if period.start else ""
    end = period.end or until
    return f"{start}{f' to {day(end)}' if end else ''}"


def _cited(events: list[VoteEvent], event: VoteEvent | None) -> tuple[VoteEvent, ...]:
    chosen = list(events[-12:])
    if event is not None and event not in chosen:
        chosen.insert(0, event)
    return tuple(chosen)


def _of_body(claim: Count, docket: Docket, article: date | None, context: date | None) -> Settled | None:
    """ "The Council voted five times on …", "adopted 44 resolutions in 2024"."""
    period = interval_of(claim.period, article, context, article)
    if period is None or (period.start is None and not claim.period):
        return None
    found = scopes(claim.scope, docket, None, period)
    if found is None or claim.quantity is None:
        return None
    values = []
    for scope in found or [None]:  # type: ignore[list-item]
        chosen = [e for e in within(docket.events, period, article, scope) if _kind_fits(claim.what, e)]
        values.append((len(chosen), chosen, claim.quantity.admits(len(chosen))))
    count, events, _ = values[0]
    reason = f"The record counts {counted(count, {'vote': 'vote', 'adopted': 'resolution adopted', 'failed': 'text not adopted'}[claim.what], {'vote': 'votes', 'adopted': 'resolutions adopted', 'failed': 'texts not adopted'}[claim.what])}{_span(period, article)}."
    if any(v[2] for v in values):
        count, events, _ = next(v for v in values if v[2])
        return Settled(Verdict.SUPPORTED, reason if values[0][2] else reason, tuple(events[:12]))
    if found:
        return Settled(Verdict.UNSETTLED, f"{reason[:-1]} on that subject, but its list may not be complete.", tuple(events[:12]), Why.AMBIGUOUS, 0.5)
    return Settled(Verdict.CONTRADICTED, reason, tuple(events[:12]))


def _kind_fits(what: str, event: VoteEvent) -> bool:
    return what == "vote" or (what == "adopted") == (event.outcome is Outcome.ADOPTED)
