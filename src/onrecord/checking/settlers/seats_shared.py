"""Who shared a term, each for a year of it, and how many members of the United Nations never had one."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.checking.docket import Docket
from onrecord.checking.members import code_on
from onrecord.checking.settlers.seat_words import verdict_of
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.terms import span, terms_of
from onrecord.checking.words import capital, day, name, names
from onrecord.reading.claims.membership import Membership
from onrecord.record.model import Membership as Term
from onrecord.record.model import VoteEvent

A_YEAR = timedelta(days=366)
ROLLS = timedelta(days=400)
"""Within which a vote of the Assembly says who its members are."""
FAR_OFF = 0.2
"""The share of a number by which it must be wrong to be called so: a state that came after another may count or not."""


def shared_term(claim: Membership, docket: Docket, article: date | None) -> Settled | None:
    """ "Italy and the Netherlands split a term": whether one sat for a year and the other for the next."""
    codes = [code for named in claim.members.named if (code := code_on(named, article)) is not None]
    if len(codes) != 2:
        return None
    one, other = (_short(code, docket, article) for code in codes)
    for a in one:
        for b in other:
            first, second = sorted((a, b), key=lambda term: term.start)
            if first.end is not None and first.end + timedelta(days=1) == second.start:
                who = capital(name(first.member, docket.record)), name(second.member, docket.record)
                reason = f"{who[0]} sat on the Security Council in {span(first)} and {who[1]} in {span(second)}."
                return verdict_of(True, reason, [first, second])
    both = capital(names(codes, docket.record))
    terms = [t for code in codes for t in terms_of(code, docket)]
    return verdict_of(False, f"{both} never followed one another on the Security Council for a year each.", terms[-2:])


def _short(code: str, docket: Docket, article: date | None) -> list[Term]:
    """Its terms of not more than a year."""
    terms = (t for t in terms_of(code, docket) if t.kind == "elected" and t.end is not None)
    return [t for t in terms if t.end is not None and t.end - t.start <= A_YEAR and _begun(t, article)]


def _begun(term: Term, article: date | None) -> bool:
    return article is None or term.start <= article + ROLLS


def so_many_never(claim: Membership, docket: Docket, on: date | None) -> Settled | None:
    """ "Some sixty countries have never had a turn": of those on the Assembly's roll, who never had a term."""
    roll = _roll(docket, on) if on is not None else None
    if roll is None or on is None or claim.so_many is None:
        return None
    members = frozenset(docket.record.votes(roll.id))
    seated = frozenset(t.member for t in docket.record.memberships("unsc") if t.start <= on)
    many = len(members - seated)
    reason = f"Of {len(members)} members of the United Nations, {many} had had no seat on the Council by {day(on)}."
    if claim.so_many.admits(many):
        return verdict_of(True, reason, (), 0.8)
    slack = int(many * FAR_OFF)
    near = any(claim.so_many.admits(value) for value in range(many - slack, many + slack + 1))
    return None if near else verdict_of(False, reason, (), 0.8)


def _roll(docket: Docket, on: date) -> VoteEvent | None:
    """The vote of the Assembly shortly before that day whose roll is the longest."""
    known = [e for e in docket.record.vote_events("unga") if e.members is not None and on - ROLLS < e.date <= on]
    return max(known, key=lambda e: (e.members or 0, e.date), default=None)
