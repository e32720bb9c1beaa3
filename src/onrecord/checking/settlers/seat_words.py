"""Seats and terms in a reason's words: when a term runs, which others there were."""

from __future__ import annotations

from datetime import date

from onrecord.checking.finding import Verdict
from onrecord.checking.frequency_words import stretch
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.terms import evidence, span, spans
from onrecord.checking.words import day
from onrecord.reading.claims.membership import Membership
from onrecord.reading.intervals import Interval
from onrecord.record.model import Membership as Term


def verdict_of(right: bool, reason: str, terms: list[Term] | tuple[Term, ...], confidence: float = 0.9) -> Settled:
    verdict = Verdict.SUPPORTED if right else Verdict.CONTRADICTED
    return Settled(
        verdict,
        reason.replace("; nor an elected one", ", nor an elected one"),
        confidence=confidence,
        rows=evidence(terms),
    )


def permanence(claim: Membership, terms: list[Term], who: str, holds: bool) -> Settled:
    if holds:
        return verdict_of(not claim.negated, f"{who} is a permanent member of the Security Council.", terms[-1:])
    elected = f"it sat as an elected member ({spans(terms)})" if terms else "nor an elected one"
    return verdict_of(
        claim.negated, f"{who} has never been a permanent member of the Security Council; {elected}.", terms[-1:]
    )


def other_terms(terms: list[Term], until: date | None) -> str:
    if not terms:
        return ", and never has been"
    over = until is not None and terms[-1].end is not None and terms[-1].end < until
    if len(terms) > 1:
        return f"; its terms {'were' if over else 'are'} {spans(terms)}"
    return f"; its one term {'was' if over else 'is'} {span(terms[0])}"


def in_words(when: Interval) -> str:
    return f" {stretch(when.start, when.end)}" if when.start is not None and when.end is not None else ""


def runs(who: str, term: Term, article: date | None) -> str:
    """ "Malta's term on the Security Council ran from 1 January 2023 to 31 December 2024."."""
    if term.end is None:
        return f"{who} has been on the Security Council since {day(term.start)}."
    verb = "runs" if article is None or term.end >= article else "ran"
    return f"{whose(who)} term on the Security Council {verb} from {day(term.start)} to {day(term.end)}."


def whose(who: str) -> str:
    return f"{who}'" if who.endswith("s") else f"{who}'s"
