"""Seats and terms, against the table of terms: who sat when, in which kind of seat, how often, and how many sit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.members import PERMANENT, code_on, codes_on, in_region, region
from onrecord.checking.settlers.seat_counts import how_many_of_them, most_terms, never_seated, so_many_terms
from onrecord.checking.settlers.seat_times import ELECTED_AHEAD, interval_of, of_one_member, seat_at
from onrecord.checking.settlers.seat_words import verdict_of
from onrecord.checking.settlers.several_members import together
from onrecord.checking.settlers.vote import Settled
from onrecord.checking.terms import terms_of
from onrecord.checking.words import capital, day, name, names
from onrecord.reading.claims.membership import Membership

NO_DATE = "Neither the text nor the article's date says which time is meant."


def settle(claim: Membership, docket: Docket, article: date | None, context: date | None) -> Settled | None:
    """None where it cannot be told whom the claim means."""
    settled = _settle(claim, docket, article, context)
    if settled is None or settled.verdict is not Verdict.CONTRADICTED:
        return settled
    if claim.future and claim.form == "seat" and claim.date is None and not claim.negated and article is not None:
        # "Latvia will sit on the Council", told after its election
        ahead = _settle(claim, docket, article + ELECTED_AHEAD, None)
        return ahead if ahead is not None and ahead.verdict is Verdict.SUPPORTED else settled
    if claim.date is None or claim.date.year is not None or claim.date.month is None:
        return settled
    meant = []
    if claim.date_before is not None:
        # "Pakistan sat there in 2003. Togo joined in January": of that year, or of the article's.
        meant.append(_settle(replace(claim, date_before=None), docket, article, None))
    if claim.present and claim.date.role == "at" and not (claim.past or claim.future):
        # "Germany returns in January": told in June of the January ahead.
        meant.append(_settle(replace(claim, future=True, date_before=None), docket, article, None))
    return next((m for m in meant if m is not None and m.verdict is Verdict.SUPPORTED), settled)


def _settle(claim: Membership, docket: Docket, article: date | None, context: date | None) -> Settled | None:
    on = _moment(claim, article, context)
    if claim.form == "count" or (claim.members.quantity is not None and claim.members.named):
        return how_many_of_them(claim, docket, article, context)
    if claim.form == "region":
        return _region(claim, docket)
    codes = _codes(claim, docket, on)
    if not codes:
        return None
    if claim.form == "times":
        often = so_many_terms(claim, docket, codes, article)
        right = often is not None and often.verdict is Verdict.SUPPORTED
        return _at_all(claim, docket, codes, article, often) if right and often is not None else often
    if claim.form == "most":
        return most_terms(docket, codes, article)
    if claim.form == "never":
        return never_seated(claim, docket, codes, article)
    when = interval_of(claim, article, context)
    judged = [
        of_one_member(claim, code, docket, when, article)
        for code in sorted(codes, key=lambda c: name(c, docket.record))
    ]
    settled = [j for j in judged if j is not None]
    if len(settled) < len(codes):
        return Settled(Verdict.UNSETTLED, NO_DATE, (), Why.AMBIGUOUS, 0.4) if claim.date is not None else None
    all_of_them = _at_all(claim, docket, codes, article, together(settled))
    if claim.only_of is not None and all_of_them.verdict is Verdict.SUPPORTED:
        return _only_one(claim.only_of, codes, docket, on, all_of_them)
    return all_of_them


def _region(claim: Membership, docket: Docket) -> Settled | None:
    """ "Africa has no permanent seat": whether any permanent member is of that part of the world."""
    inside = region(claim.members.adjective or "")
    if not inside:
        return None
    seated = sorted(inside & frozenset(PERMANENT))
    if not seated:
        five = capital(names(PERMANENT, docket.record))
        return verdict_of(claim.negated, f"{five} are the permanent members; none is {claim.members.adjective}.", ())
    verb = "is a permanent member" if len(seated) == 1 else "are permanent members"
    return verdict_of(not claim.negated, f"{capital(names(seated, docket.record))} {verb} of the Security Council.", ())


def _at_all(claim: Membership, docket: Docket, codes: frozenset[str], article: date | None, first: Settled) -> Settled:
    """ "In 1979-80 and in 2000-01": what was so at the first time told must be so at each of the others."""
    if first.verdict is not Verdict.SUPPORTED or len(codes) != 1:
        return first
    terms = terms_of(next(iter(codes)), docket)
    who = capital(name(next(iter(codes)), docket.record))
    for other in claim.also:
        at = replace(claim, form="seat", kind=None, date=other, also=())
        when = interval_of(at, article, None)
        settled = seat_at(at, terms, who, when) if when is not None else first
        if settled.verdict is not Verdict.SUPPORTED:
            return settled
    return first


def _only_one(adjective: str, codes: frozenset[str], docket: Docket, on: date | None, seated: Settled) -> Settled:
    """ "The only Arab country on the Council": whoever else of that region sat there contradicts it."""
    region = in_region(adjective, docket, on) if on is not None else None
    if region is None or on is None:
        reason = f"{seated.reason[:-1]}; who else is meant by “{adjective}” the record does not say."
        return replace(seated, verdict=Verdict.UNSETTLED, why=Why.AMBIGUOUS, reason=reason, confidence=0.5)
    if not (others := region - codes):
        return seated
    verb = "was" if len(others) == 1 else "were"
    reason = f"{capital(names(others, docket.record))} {verb} on the Security Council on {day(on)} as well."
    return replace(seated, verdict=Verdict.CONTRADICTED, reason=reason)


def _moment(claim: Membership, article: date | None, context: date | None) -> date | None:
    when = interval_of(claim, article, context)
    return (when.end or when.start) if when is not None else article or context


def _codes(claim: Membership, docket: Docket, on: date | None) -> frozenset[str] | None:
    members = claim.members
    if members.named and not members.groups and members.adjective is None:
        codes = [code_on(named, on) for named in members.named]
        return frozenset(code for code in codes if code) if all(codes) else None
    return codes_on(members, docket, on) if on is not None else None
