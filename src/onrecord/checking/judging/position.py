"""Whether the members named acted on a vote event as a text says.

A No is a veto only by a permanent member on a substantive vote that had the needed votes in favour (Charter,
Article 27), which is what the event's `vetoed_by` records.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.checking.docket import Docket
from onrecord.checking.judging.case import OPTIONS, Case
from onrecord.checking.judging.company import SOME, alone, as_one, only_with, so_many_with, with_them
from onrecord.checking.judging.part import no_member, part_of, some_of
from onrecord.checking.judging.result import UNKNOWN, Holds, Judgement, contrary
from onrecord.checking.members import adjective_of, code_on, codes_on, excepted, for_sure, in_region
from onrecord.checking.words import DID, capital, counted, event_on, name, number, whose_other
from onrecord.reading.claims.vote import Position, whole
from onrecord.record.model import Kind, Modality, Option, Outcome, VoteEvent
from onrecord.rules import rule_of

DID_SO = {
    Option.YES: "voted for it",
    Option.NO: "voted against it",
    Option.ABSTAIN: "abstained",
    Option.NOT_VOTING: "did not take part",
}
INDEFINITE = ("a ", "an ", "any ")
"""Words before a member that leave open whether another did the same."""

WHOLE = ("all ", "every ", "each ")


def _options(claim: Position) -> tuple[Option | None, ...]:
    """What those named chose if the claim is right; several of words that fit more than one."""
    if claim.aside:
        return Option.ABSTAIN, Option.NOT_VOTING
    own = OPTIONS.get(claim.choice)
    return (own,) if claim.or_else is None else (own, OPTIONS[claim.or_else])


def position(claim: Position, event: VoteEvent, docket: Docket, mentioned: frozenset[str]) -> Judgement:
    """`mentioned` are members spoken of before on the same vote, whom "the others" leave out."""
    judged = _position(claim, event, docket, mentioned)
    if not claim.aimed or judged.holds is not Holds.NO:
        return judged
    opposite = Option.YES if claim.choice == "no" else Option.NO
    votes = docket.votes(event)
    some = claim.members.adjective is not None
    if not some and judged.codes and not any(votes.get(code) is opposite for code in judged.codes):
        return judged
    return Judgement(
        Holds.UNKNOWN, lambda: f"{judged.reason[:-1]}; what the text was for may be what is meant.", judged.codes
    )


def _position(claim: Position, event: VoteEvent, docket: Docket, mentioned: frozenset[str]) -> Judgement:
    case = Case(claim, event, docket, docket.votes(event))
    if not case.votes and not event.vetoed_by:
        if event.modality is Modality.WITHOUT_VOTE:
            return UNKNOWN
        return Judgement(Holds.UNKNOWN, lambda: f"The record does not say who voted how on {event_on(event)}.")
    if claim.members.nobody:
        return _nobody(case, mentioned)
    if claim.members.adjective is not None and not claim.members.others and (some := _some(case)) is not None:
        return some
    if claim.choice == "with" and claim.members.quantity is not None and not claim.members.named:
        return so_many_with(case)
    if mentioned and claim.members.others and (rest := _as_many(case)) is not None:
        return _of_codes(case, rest)
    if claim.companions is not None and claim.companions == claim.members and claim.members.adjective is not None:
        return as_one(case, codes_on(claim.members, docket, event.date))
    codes = codes_on(claim.members, docket, event.date, mentioned)
    if codes and docket.body == "unga" and claim.members.adjective is not None:
        codes = codes.intersection(case.votes)
    if codes is None and claim.members.others and claim.members.adjective is None:
        codes = _complement(case)
    if codes is None and claim.members.others and (so_many := _others_of_region(case)) is not None:
        return so_many
    if codes is None:
        return _not_all(case)
    if claim.choice == "alone" and case.docket.body == "unsc" and not codes & set(case.votes):
        return UNKNOWN
    judged = _outside(case, codes) or _of_codes(case, codes)
    if claim.stance and judged.holds is Holds.NO and all(case.votes.get(c) is Option.NOT_VOTING for c in codes):
        # "Iran was against it", which it may have said without a vote
        reason = f"{judged.reason[:-1]}, and may have said so otherwise."
        return Judgement(Holds.UNKNOWN, reason, codes)
    return _mostly(case, codes, judged) if judged.holds is Holds.NO else judged


LOOSE = frozenset({"European", "Western", "Asian", "Muslim", "Islamic", "GROUP:EU-UNSC"})
"""Adjectives by which writers mean those that come to mind, and not one list of states."""


def _mostly(case: Case, codes: frozenset[str], judged: Judgement) -> Judgement:
    """ "European members voted for it", of which most did: no statement about every one of them."""
    members = case.claim.members
    if members.adjective is None or adjective_of(members.adjective) not in LOOSE or not members.of_a_group:
        return judged
    if members.text.lower().startswith(WHOLE) or 2 * len(codes & case.did()) <= len(codes):
        return judged
    return Judgement(Holds.UNKNOWN, lambda: f"{judged.reason[:-1]}; most {members.text} did.", codes)


def _nobody(case: Case, mentioned: frozenset[str]) -> Judgement:
    """ "No permanent member voted against it"; "nobody else backed it", which leaves out one, or those spoken of."""
    members = case.claim.members
    did = case.did()
    if members.adjective is not None:
        region = in_region(members.adjective, case.docket, case.event.date)
        if not region:
            region, doubtful = for_sure(members.adjective)
            if not region or did & doubtful:
                return UNKNOWN
        did &= region
    left_out = excepted(members, case.docket, case.event.date)
    if not left_out <= did:
        return UNKNOWN
    did -= left_out
    if members.others:
        did = did - mentioned if mentioned else did if len(did) > 1 else frozenset()
    said = "cast a veto on" if case.claim.choice == "veto" else DID[OPTIONS[case.claim.choice]]
    if did:
        return Judgement(Holds.NO, lambda: f"{capital(case.names(did))} {said} {case.at()}.")
    if left_out:
        return Judgement(Holds.YES, lambda: f"{case.how(left_out)}.", left_out)
    who = "Nobody else" if members.others else no_member(members.adjective) if members.adjective else "Nobody"
    return Judgement(Holds.YES, lambda: f"{who} {said} {case.at()}.")


def _some(case: Case) -> Judgement | None:
    """ "Three permanent members vetoed it", where there are more than three: how many did."""
    members = case.claim.members
    if members.part is not None:
        return part_of(case, members.part)
    region = in_region(members.adjective or "", case.docket, case.event.date)
    if not region or case.claim.choice not in OPTIONS or members.quantity is None:
        return None
    region = region.intersection(case.votes)
    if len(region) <= members.quantity or members.but:
        return None
    did = region & case.did()
    if case.claim.negated:
        return _some_did_not(case, region - did)
    said = "vetoed" if case.claim.choice == "veto" else DID[OPTIONS[case.claim.choice]]
    some = members.quantity == 1 and members.text.lower().startswith(INDEFINITE)
    seats = case.docket.seats(case.event.date)
    company = {code_on(named, case.event.date, seats) for named in members.named}
    holds = bool(did) if some else members.quantity in (len(did), len(did - company))  # "two of them, with China"
    who = some_of(case, did, members.adjective or "")
    return Judgement(Holds.YES if holds else Holds.NO, lambda: f"{who} {said} {case.at()}.", did)


def _not_all(case: Case) -> Judgement:
    """ "Every European country abstained", where not all that may be meant are known: whether one surely did not."""
    members, own = case.claim.members, OPTIONS.get(case.claim.choice)
    if members.adjective is None or own is None or case.claim.negated or case.docket.body != "unga":
        return UNKNOWN
    if not members.text.lower().startswith(WHOLE) or members.quantity is not None or members.but or members.others:
        return UNKNOWN
    inside = for_sure(members.adjective)[0]
    others = sorted(c for c in inside if case.votes.get(c) not in (own, Option.NOT_VOTING, None))[:SOME]
    return Judgement(Holds.NO, lambda: f"{case.how(others)}.", frozenset(others)) if others else UNKNOWN


def _some_did_not(case: Case, others: frozenset[str]) -> Judgement:
    """ "Two permanent members did not vote for it": whether so many did something else."""
    members = case.claim.members
    some = members.quantity == 1 and members.text.lower().startswith(INDEFINITE)
    # of those that could have vetoed it, some are named for what they chose instead
    at_least = some or case.claim.choice == "veto"
    holds = len(others) >= (members.quantity or 1) if at_least else len(others) == members.quantity
    who = f"{case.how(others)}." if others else f"All {adjective_of(members.adjective or '')} members did so."
    return Judgement(Holds.YES if holds else Holds.NO, lambda: who, others)


def _as_many(case: Case) -> frozenset[str] | None:
    """ "The other 14" where just as many did as said: whoever was named before, rightly or not, it is they."""
    if case.claim.choice not in OPTIONS or case.claim.members.adjective is not None:
        return None
    did = case.did()
    return did if len(did) == case.claim.members.quantity else None


def _others_of_region(case: Case) -> Judgement | None:
    """ "The other three EU members": borne out where just so many did, and somebody there did not."""
    members = case.claim.members
    region = in_region(members.adjective or "", case.docket, case.event.date) if members.adjective else None
    did = (region or frozenset()) & case.did()
    fits = region is not None and len(did) == members.quantity and len(region.intersection(case.votes)) > len(did)
    return Judgement(Holds.YES, lambda: f"{case.how(did)}.", did) if fits and not case.claim.negated else None


def _complement(case: Case) -> frozenset[str] | None:
    """ "The other 14" where nobody was named before: those that did as said, if they are that many."""
    if case.claim.choice not in OPTIONS:
        return None
    did = case.did()
    if case.claim.members.quantity is None:
        return did if len(did) == len(case.votes) - 1 else None
    return did if len(did) == case.claim.members.quantity else frozenset(case.votes)


def _outside(case: Case, codes: frozenset[str]) -> Judgement | None:
    """Members named that had no vote to cast, or whose vote is not known."""
    absent = [c for c in codes if c not in case.votes]
    if not absent:
        return None
    if case.docket.body == "unsc" and case.event.votes_known:
        seats = case.docket.seats(case.event.date)
        outside = [c for c in absent if c not in seats]
        if outside:
            were = "was" if len(outside) == 1 else "were"
            if case.claim.choice == "not voting":
                return Judgement(
                    Holds.UNKNOWN,
                    lambda: f"{capital(case.names(outside))} {were} not on the Council when it voted on {case.at()}.",
                    codes,
                )
            if case.claim.stance:
                return _stance(case, codes - set(outside), outside)
            # Of one without a seat it is true that it did not; of one named beside those who sat it is a mistake.
            did_not = case.claim.negated and len(outside) == len(codes)
            if did_not and len(codes) > 1:
                # Nobody says of several states without a seat that they did not vote so: another vote is meant.
                return UNKNOWN
            return Judgement(
                Holds.YES if did_not else Holds.NO,
                lambda: f"{capital(case.names(outside))} {were} not on the Council when it voted on {case.at()}.",
                codes,
                doubtful=True,
            )
    if case.claim.choice == "veto" and case.event.vetoed_by:
        return None
    if case.docket.body == "unga" and case.claim.choice == "not voting":
        return UNKNOWN
    if any(case.votes.get(c) not in (None, OPTIONS.get(case.claim.choice)) for c in codes):
        return None
    return Judgement(
        Holds.UNKNOWN,
        lambda: f"The record does not say how {case.names(absent)} voted on {event_on(case.event)}.",
        codes,
    )


def _stance(case: Case, seated: frozenset[str], outside: list[str]) -> Judgement:
    """ "Iraq rejected the resolution", "Israel and America opposed it": a vote only of those that had one."""
    judged = _of_codes(case, seated) if seated else None
    if judged is not None and judged.holds is Holds.NO:
        return judged
    reason = f"{capital(case.names(outside))} had no vote on {case.at()}, and may have said so otherwise."
    return Judgement(Holds.UNKNOWN, reason, seated | set(outside))


def _of_codes(case: Case, codes: frozenset[str]) -> Judgement:
    claim = case.claim
    if claim.choice == "alone":
        judged = alone(case, codes)
        return contrary(judged) if claim.negated else judged
    if claim.choice == "with":
        judged = with_them(case, codes)
        singled = (claim.only or claim.only_of is not None) and not claim.negated and judged.holds is Holds.YES
        return only_with(case, codes, judged) if singled else judged
    judged = _veto(case, codes) if claim.choice == "veto" else _option(case, codes)
    if claim.not_alone and judged.holds is Holds.YES:
        region = claim.only_of
        return contrary(_only_there(case, codes, region, judged) if region is not None else _only(case, codes, judged))
    within = in_region(claim.only_of, case.docket, case.event.date) if claim.only_of is not None else None
    if claim.only and not (within and codes <= within) and judged.holds is Holds.YES and not claim.negated:
        judged = _only(case, codes, judged)
    elif claim.only_of is not None and judged.holds is Holds.YES and not claim.negated:
        judged = _only_there(case, codes, claim.only_of, judged)
    counted_too = judged.holds is Holds.YES and not claim.aside
    if claim.total is not None and counted_too and not any(map(claim.total.admits, case.sizes())):
        did = "vetoed" if claim.choice == "veto" else DID[OPTIONS[claim.choice]]
        many = counted(len(case.did()), "member")
        if case.event.members is not None and whole(claim.total) > case.event.members:
            # "One of the 58", of a body of fifteen: another body's vote is meant
            return Judgement(Holds.UNKNOWN, lambda: f"{capital(many)} {did} {case.at()}.", codes)
        return Judgement(Holds.NO, lambda: f"{capital(many)} {did} {case.at()}.", codes)
    if claim.members.but and not claim.members.others and judged.holds is Holds.YES and not claim.negated:
        judged = _but_for_some(case, judged)
    return _denied(case, codes, judged) if claim.negated else judged


def _but_for_some(case: Case, judged: Judgement) -> Judgement:
    """ "All but France voted for it": whether those left out did not."""
    members, day = case.claim.members, case.event.date
    whole = codes_on(replace(members, but=()), case.docket, day) or frozenset()
    left_out = excepted(members, case.docket, day)
    if members.everyone and not left_out & whole:
        return UNKNOWN  # "everyone except Japan", which had no seat
    too = left_out & whole & case.did()
    if not too:
        return judged
    did = "vetoed" if case.claim.choice == "veto" else DID[OPTIONS[case.claim.choice]]
    return Judgement(Holds.NO, lambda: f"{capital(case.names(too))} {did} {case.at()} as well.", judged.codes)


def _nobody_else(case: Case, codes: frozenset[str], judged: Judgement) -> Judgement:
    """ "Only China did not vote for it": whether all others did."""
    option = OPTIONS.get(case.claim.choice)
    others = frozenset(c for c, chosen in case.votes.items() if chosen is not option) - codes
    if not others:
        return judged
    return Judgement(Holds.NO, lambda: f"{case.how(others)}.", codes)


def _only_there(case: Case, codes: frozenset[str], where: str, judged: Judgement) -> Judgement:
    """ "In Europe only Prague was against": whether anybody else of that region did the same."""
    region, doubtful = in_region(where, case.docket, case.event.date), frozenset[str]()
    if region is None:
        region, doubtful = for_sure(where)
    if codes & doubtful:
        region, doubtful = region | doubtful, frozenset()  # "the only European state against was Russia"
    others = (case.did() & region) - codes
    if not codes <= region or not region or (not others and (case.did() & doubtful) - codes):
        return Judgement(
            Holds.UNKNOWN,
            lambda: f"{judged.reason[:-1]}; who else is meant by “{where}” the record does not say.",
            codes,
        )
    if not others:
        return judged
    did = "vetoed" if case.claim.choice == "veto" else DID[OPTIONS[case.claim.choice]]
    return Judgement(Holds.NO, lambda: f"{capital(case.names(others))} {did} {case.at()} as well.", codes)


def _veto(case: Case, codes: frozenset[str]) -> Judgement:
    stopped = frozenset(case.event.vetoed_by)
    if codes <= stopped:
        return Judgement(Holds.YES, lambda: _vetoed(case, codes), codes)
    wrong = codes - stopped
    opposed = {c for c in wrong if case.votes.get(c) is Option.NO}
    if opposed == wrong:
        return Judgement(
            Holds.NO,
            lambda: f"{capital(case.names(wrong))} voted against {case.at()}, but {_why_no_veto(case, wrong)}.",
            codes,
        )
    return Judgement(Holds.NO, lambda: _vetoed_by_others(case, wrong - opposed), codes)


def _vetoed(case: Case, codes: frozenset[str]) -> str:
    lone = ", the only vote against" if case.event.no == 1 else ""
    seat, they = ("a permanent member", "it") if len(codes) == 1 else ("permanent members", "they")
    what = "amendment" if case.event.kind is Kind.AMENDMENT else "text"
    return f"{capital(case.names(codes))} voted against {case.at()}{lone}; as {seat}, {they} blocked the {what}."


def _vetoed_by_others(case: Case, codes: Iterable[str]) -> str:
    reason = case.how(codes)
    if case.event.vetoed_by:
        return f"{reason}; the text was vetoed by {case.names(case.event.vetoed_by)}."
    if case.event.outcome is Outcome.ADOPTED:
        return f"{reason}, and the text was adopted."
    return f"{reason}, and nobody vetoed it."


def _why_no_veto(case: Case, codes: Iterable[str]) -> str:
    seats = case.docket.seats(case.event.date)
    elected = [c for c in codes if c in seats and seats[c].kind != "permanent"]
    if elected:
        member = "is not a permanent member" if len(elected) == 1 else "are not permanent members"
        who = "" if set(elected) == set(codes) else f"{case.names(elected)} "
        return f"{who}{member} and cannot veto"
    if case.event.outcome is Outcome.ADOPTED:
        return "the question was procedural, on which no member has a veto, and the text was adopted"
    needed = rule_of(case.event).affirmative_votes_needed
    if case.event.yes is not None and needed is not None and case.event.yes < needed:
        got = counted(case.event.yes, "vote")
        return f"the text got {got} in favour, short of the {number(needed)} it needed, so it failed without a veto"
    return "that vote is not recorded as a veto"


def _option(case: Case, codes: frozenset[str]) -> Judgement:
    wanted = OPTIONS[case.claim.choice]
    fitting = _options(case.claim)
    wrong = frozenset(c for c in codes if case.votes.get(c) not in fitting)
    if len(fitting) > 1 and not wrong:
        return Judgement(Holds.YES, lambda: f"{case.how(codes)}.", codes)
    if wrong or wanted in (Option.ABSTAIN, Option.NOT_VOTING):
        disputed = _disputed(case, wrong or codes, wanted)
        if disputed is not None:
            return Judgement(Holds.DEPENDS, disputed, codes)
    if wrong:
        return Judgement(Holds.NO, lambda: f"{case.how(wrong)}.", codes)
    return Judgement(Holds.YES, lambda: f"{case.how(codes)}.", codes)


def _disputed(case: Case, codes: frozenset[str], wanted: Option) -> str | None:
    """What another source says of those members, where the record has not settled which is right."""
    for row in case.docket.record.disagreements(case.event.id):
        if row.resolved or not row.field.startswith("vote:") or row.field[5:] not in codes:
            continue
        if wanted.value not in (row.other, row.chosen):
            continue
        who = capital(name(row.field[5:], case.docket.record, case.event.date))
        chosen, other = DID[Option(row.chosen)], DID_SO[Option(row.other)]
        source = whose_other(row, case.docket.record)
        return f"{who} {chosen} {event_on(case.event)} according to the record; according to {source}, it {other}."
    return None


def _only(case: Case, codes: frozenset[str], judged: Judgement) -> Judgement:
    rest = case.did() - codes - case.authors()
    if rest:
        said = "vetoed" if case.claim.choice == "veto" else DID[OPTIONS[case.claim.choice]]
        return Judgement(Holds.NO, lambda: f"{capital(case.names(rest))} also {said} {case.at()}.", codes)
    if case.claim.choice == "veto":
        return judged
    said, beside = DID[OPTIONS[case.claim.choice]], " besides its authors" if case.did() - codes else ""
    return Judgement(Holds.YES, lambda: f"Only {case.names(codes)} {said} {case.at()}{beside}.", codes)


def _denied(case: Case, codes: frozenset[str], judged: Judgement) -> Judgement:
    if judged.holds is Holds.YES:
        return Judgement(Holds.NO, judged.said, codes)
    if judged.holds is not Holds.NO:
        return judged
    option = OPTIONS.get(case.claim.choice)
    if case.claim.members.text.lower().startswith(WHOLE):
        return Judgement(Holds.YES, judged.said, codes)  # "not all African members voted for it"
    if case.claim.choice == "veto" or all(c in case.votes and case.votes[c] is not option for c in codes):
        held = Judgement(Holds.YES, lambda: f"{case.how(codes)}.", codes)
        return _nobody_else(case, codes, held) if case.claim.only and case.claim.choice == "yes" else held
    return Judgement(Holds.UNKNOWN, judged.said, codes)
