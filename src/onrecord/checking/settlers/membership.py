"""Seats and terms, against the table of terms: who sat when, in which kind of seat, how often, and how many sit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.members import code_on, codes_on, in_region, region
from onrecord.checking.settlers.region_seats import GROUPS, seats_of_region
from onrecord.checking.settlers.seat_counts import (
    first_since,
    how_many_of_them,
    most_terms,
    never_seated,
    so_many_elected,
    so_many_terms,
    which_term,
    years_off,
)
from onrecord.checking.settlers.seat_times import ELECTED_AHEAD, interval_of, of_one_member, seat_at
from onrecord.checking.settlers.seat_words import verdict_of
from onrecord.checking.settlers.seats_shared import shared_term, so_many_never
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.several_members import together
from onrecord.checking.settlers.size import LATEST
from onrecord.checking.terms import terms_of
from onrecord.checking.whose import of_peking, whichever_china
from onrecord.checking.words import capital, day, name, names
from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import Members
from onrecord.reading.intervals import shift
from onrecord.record.model import PERMANENT

NEW_YEARS_DAYS = timedelta(days=10)
"""Before and after the turn of the year."""
SO_MANY = ("start", "end", "off", "year")
"""What is said of a number of the elected members."""
NO_DATE = "Neither the text nor the article's date says which time is meant."


def settle(claim: Membership, docket: Docket, article: date | None, context: date | None) -> Settled | None:
    """None where it cannot be told whom the claim means."""
    settled = _settle(claim, docket, article, context)
    if settled is not None and settled.verdict is Verdict.UNSETTLED and claim.loose:
        return None
    if settled is None or settled.verdict is not Verdict.CONTRADICTED:
        return settled
    meant = list(_otherwise(claim, docket, article, context))
    if (borne_out := next((m for m in meant if m.verdict is Verdict.SUPPORTED), None)) is not None:
        return borne_out
    if claim.loose and not _at_new_year(claim, article, context):
        return None
    if of_peking(claim.members):
        china = _settle(replace(claim, members=whichever_china(claim.members)), docket, article, context)
        if china is not None and china.verdict is Verdict.SUPPORTED:
            return settled.left_open("It is so of China's seat, which another government then held.")
    return settled


def _otherwise(claim: Membership, docket: Docket, article: date | None, context: date | None) -> Iterator[Settled]:
    """What the record says to the other things that the words may mean."""
    for one in _readings(claim, article, context):
        settled = _settle(one[0], docket, one[1], one[2])
        if settled is not None:
            yield settled


def _readings(
    claim: Membership, article: date | None, context: date | None
) -> Iterator[tuple[Membership, date | None, date | None]]:
    """The claim read otherwise, each with the article's date and the time spoken of that go with it."""
    if claim.or_members is not None:
        # "Benin abstained on Mali. It sat there then"
        yield replace(claim, members=claim.or_members), article, context
    ahead = claim.future and not claim.present
    if ahead and claim.form == "seat" and claim.date is None and not claim.negated and article is not None:
        # "Latvia will sit on the Council", told after its election
        yield claim, article + ELECTED_AHEAD, None
    if _undated(claim):
        for mention in claim.beside:
            whole = mention.year is not None or (context is None and claim.date_before is None)
            if mention.role == "at" and whole and not mention.from_context:
                yield replace(claim, date=mention), article, context
        if claim.past and context is not None and claim.date_before is not None:
            # "In March … Singapore was no longer there": of the time told last, and not of the vote told before
            yield replace(claim, date=claim.date_before), article, None
        if claim.past and claim.today and context is not None and article is not None:
            # "In March they voted. Yesterday it met again. Singapore was there too": of the day it met again
            yield claim, article, article
        if claim.untensed and context is not None:
            # "Chad, an elected member, abstained": of the day on which it did
            yield replace(claim, past=True), article, context
    if claim.date is not None and claim.date.form == "then" and claim.date_before is not None:
        yield replace(claim, date=claim.date_before), article, None
    if claim.date is None or claim.date.year is not None or claim.date.month is None:
        return
    if context is not None and claim.date.unit is None and (claim.earlier or claim.untensed):
        # "Turkey had left in December", "there since January": counted from the vote spoken of
        now = context if claim.date.role == "since" else article
        year = context.year - (claim.date.month > context.month)
        yield replace(claim, date=replace(claim.date, year=year), date_before=None), now, None
    if context is not None and claim.form in ("start", "end") and claim.date.role == "at" and claim.date.unit is None:
        # "Nine were for it in October 2011. … Morocco joined in January": the story goes on
        onward = replace(claim.date, year=context.year + (claim.date.month <= context.month))
        begun = onward.resolve(None)
        if article is None or (begun is not None and begun.start is not None and begun.start <= article):
            yield replace(claim, date=onward, date_before=None), article, None
    if claim.date_before is not None or context is not None:
        # "Pakistan sat there in 2003. Togo joined in January": of that year, or of the article's.
        yield replace(claim, date_before=None), article, None
    ahead = claim.present and (claim.date.role == "at" or (claim.untensed and claim.date.role == "since"))
    if claim.form == "elected" and claim.date.role == "at" and not claim.negated:
        # "Won two-year terms starting on 1 January"
        yield replace(claim, form="start", future=True, date_before=None), article, None
    if ahead and not (claim.past or claim.future):
        # "Germany returns in January", "a member from January": told in June of the January ahead.
        yield replace(claim, future=True, date_before=None), article, None


def _at_new_year(claim: Membership, article: date | None, context: date | None) -> bool:
    """Whether the words are of the days in which terms begin and end: "takes a seat on Wednesday", at Christmas."""
    told = claim.date is not None and claim.form in ("start", "end") and article is not None
    when = interval_of(claim, article, context) if told else None
    if when is None or when.start is None or when.end is None or when.end - when.start > NEW_YEARS_DAYS:
        return False
    around = (shift(when.end, days, "day") for days in (-NEW_YEARS_DAYS.days, NEW_YEARS_DAYS.days))
    return len({on.year for on in around if on is not None}) > 1


def _undated(claim: Membership) -> bool:
    """Whether its time must be told from what stands around it."""
    return claim.date is None and claim.form in ("seat", "year") and (claim.past or claim.untensed)


def _settle(claim: Membership, docket: Docket, article: date | None, context: date | None) -> Settled | None:
    on = _moment(claim, article, context)
    if claim.form == "count" or (claim.members.quantity is not None and claim.members.named):
        return how_many_of_them(claim, docket, article, context)
    if claim.form == "shared":
        return shared_term(claim, docket, article)
    if claim.form == "never count":
        return so_many_never(claim, docket, article or context)
    if claim.form == "region":
        return _region(claim, docket)
    if claim.members.quantity is not None and claim.form in SO_MANY and _of_the_elected(claim.members):
        return so_many_elected(claim, docket, interval_of(claim, article, context))
    if claim.form == "seats":
        if on is None and not claim.past and (claim.members.adjective or "") in GROUPS:
            on = LATEST  # the seats of a region's group are as many at any time
        return seats_of_region(claim, docket, on) if on is not None else None
    codes = _codes(claim, docket, on)
    if not codes:
        return None
    if claim.form == "times":
        often = so_many_terms(claim, docket, codes, article, context)
        right = often is not None and often.verdict is Verdict.SUPPORTED
        return _at_all(claim, docket, codes, article, often) if right and often is not None else often
    if claim.form == "most":
        but = (code_on(named, article) for named in claim.members.but)
        return most_terms(docket, codes, article, frozenset(code for code in but if code))
    if claim.form == "again":
        return first_since(claim, docket, codes, article, context)
    if claim.form == "never":
        return never_seated(claim, docket, codes, article, context)
    when = interval_of(claim, article, context)
    judged = [
        of_one_member(claim, code, docket, when, article, context)
        for code in sorted(codes, key=lambda c: name(c, docket.record))
    ]
    settled = [j for j in judged if j is not None]
    if len(settled) < len(codes):
        return Settled(Verdict.UNSETTLED, NO_DATE, (), Why.AMBIGUOUS, 0.4) if claim.date is not None else None
    all_of_them = _at_all(claim, docket, codes, article, together(settled))
    if claim.date is None and claim.form in ("start", "end") and len({row.date for row in all_of_them.rows}) > 1:
        return all_of_them.left_open(NO_DATE)  # "Those who left were Chad and Chile", each in another year
    if claim.nth is not None and all_of_them.verdict is Verdict.SUPPORTED and len(codes) == 1:
        return which_term(claim.nth, next(iter(codes)), docket, all_of_them)
    if claim.away is not None and all_of_them.verdict is Verdict.SUPPORTED:
        return years_off(claim.away, docket, codes, on, all_of_them)
    if claim.away is not None and claim.earlier:
        return None  # "had not sat there for ten years", of a time when it had come back
    if claim.only_of is not None and all_of_them.verdict is Verdict.SUPPORTED:
        return _only_one(claim, claim.only_of, codes, docket, on, all_of_them)
    return all_of_them


def _of_the_elected(members: Members) -> bool:
    plain = not (members.others or members.everyone or members.nobody or members.groups or members.pronoun)
    return plain and (members.adjective or "").lower() in ("elected", "non-permanent", "nonpermanent")


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
        if when is not None and when.end is not None and claim.form == "times":
            # "Twice, in 1997 and in 2023": the years of the elections, or of the terms
            when = replace(when, end=when.end + ELECTED_AHEAD)
        settled = seat_at(at, terms, who, when) if when is not None else first
        if settled.verdict is not Verdict.SUPPORTED:
            return settled
    return first


def _only_one(
    claim: Membership, adjective: str, codes: frozenset[str], docket: Docket, on: date | None, seated: Settled
) -> Settled:
    """ "The only Arab country on the Council": whoever else of that region sat there contradicts it."""
    region = in_region(adjective, docket, on) if on is not None else None
    if region is None or on is None:
        reason = f"{seated.reason[:-1]}; who else is meant by “{adjective}” the record does not say."
        return replace(seated, verdict=Verdict.UNSETTLED, why=Why.AMBIGUOUS, reason=reason, confidence=0.5)
    but = (code_on(named, on) for named in claim.members.but)
    if not (others := region - codes.union(code for code in but if code)):
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
        seats = docket.seats(on) if on is not None else None
        codes = [code_on(named, on, seats) for named in members.named]
        return frozenset(code for code in codes if code) if all(codes) else None
    return codes_on(members, docket, on) if on is not None else None
