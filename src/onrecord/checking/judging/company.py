"""Whether members voted alone, or with whom a text says that they did."""

from __future__ import annotations

from onrecord.checking.judging.case import OPTIONS, Case
from onrecord.checking.judging.result import UNKNOWN, Holds, Judgement
from onrecord.checking.members import codes_on, for_sure, in_region
from onrecord.checking.words import DID, capital, counted
from onrecord.record.model import Option

SOME = 3
"""Members of each side that are named where a region or group was split."""


def alone(case: Case, codes: frozenset[str]) -> Judgement:
    """ "France stood alone": whether nobody else voted as those named did, whichever way that was."""
    options = {case.votes.get(c) for c in codes}
    option = options.pop() if len(options) == 1 else None
    if option is None:
        return UNKNOWN
    same = frozenset(c for c, o in case.votes.items() if o is option)
    holds = Holds.YES if same == codes else Holds.NO
    only = "Only " if holds is Holds.YES else ""
    return Judgement(holds, lambda: capital(f"{only}{case.names(same)} {DID[option]} {case.at()}."), codes)


def so_many_with(case: Case) -> Judgement:
    """ "Eighteen stood with Moscow": how many voted as it did, itself counted among them or not."""
    companions = codes_on(case.claim.companions, case.docket, case.event.date) if case.claim.companions else None
    options = {case.votes.get(code) for code in companions or ()}
    option = options.pop() if len(options) == 1 else None
    if companions is None or option is None:
        return UNKNOWN
    same = frozenset(c for c, o in case.votes.items() if o is option)
    holds = case.claim.members.quantity in (len(same), len(same) - len(companions))
    return Judgement(
        Holds.YES if holds else Holds.NO,
        lambda: (
            f"{capital(counted(len(same), 'member'))} {DID[option]} {case.at()}, {case.names(companions)} included."
        ),
    )


def with_them(case: Case, codes: frozenset[str]) -> Judgement:
    """ "Poland stood with Moscow": whether those named and their companions all voted alike."""
    if case.claim.companions is None:
        return UNKNOWN
    companions = codes_on(case.claim.companions, case.docket, case.event.date)
    if companions is None or not companions <= set(case.votes):
        return UNKNOWN
    stayed_away = all(case.votes.get(c) is Option.NOT_VOTING for c in companions)
    if stayed_away and not all(case.votes.get(c) is Option.NOT_VOTING for c in codes):
        return UNKNOWN  # "stuck with Taipei", of one that took no part: its friend all the same
    if case.claim.companions.groups and len({case.votes.get(c) for c in companions}) > 1:
        return UNKNOWN
    holds = (len({case.votes.get(c) for c in (*codes, *companions)}) == 1) != case.claim.negated
    return Judgement(Holds.YES if holds else Holds.NO, lambda: f"{case.how(codes | companions)}.", codes)


def as_one(case: Case, codes: frozenset[str] | None) -> Judgement:
    """ "The EU voted as one", "Europe was united in abstention": whoever did not take part stands aside.

    `codes` are all its members, None where some may not be known: two that voted otherwise than each other say it then.
    """
    claim = case.claim
    inside = for_sure(claim.members.adjective or "")[0] if codes is None else codes
    voted = {o: [c for c in sorted(inside) if case.votes.get(c) is o] for o in Option if o is not Option.NOT_VOTING}
    chosen = {option for option, members in voted.items() if members}
    told = frozenset(code for members in voted.values() for code in members[:SOME])
    if not chosen:
        return UNKNOWN
    own = OPTIONS.get(claim.choice)
    if len(chosen) > 1 or (own is not None and own not in chosen):
        return Judgement(Holds.YES if claim.negated else Holds.NO, lambda: f"{case.how(told)}.", told)
    if codes is None or any(case.votes.get(c) is Option.NOT_VOTING for c in codes):
        return UNKNOWN
    return Judgement(Holds.NO if claim.negated else Holds.YES, lambda: f"{case.how(codes)}.", codes)


def only_with(case: Case, codes: frozenset[str], judged: Judgement) -> Judgement:
    """ "Only Israel stood with Washington": nobody else said No, or abstained, as it did."""
    companions = codes_on(case.claim.companions, case.docket, case.event.date) if case.claim.companions else None
    option = next((case.votes[c] for c in codes), None)
    rest = frozenset(c for c, o in case.votes.items() if o is option) - codes - (companions or codes)
    if case.claim.only_of is not None:
        rest &= in_region(case.claim.only_of, case.docket, case.event.date) or frozenset()
    if not rest or companions is None or option is None or option is Option.YES:
        return judged
    return Judgement(Holds.NO, lambda: f"{capital(case.names(rest))} also {DID[option]} {case.at()}.", codes)
