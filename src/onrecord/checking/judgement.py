"""Whether one claim holds of one vote event: the question that linking and settling both ask."""

from __future__ import annotations

from onrecord.checking.docket import Docket
from onrecord.checking.judging.outcome import outcome
from onrecord.checking.judging.result import UNKNOWN, Holds, Judgement
from onrecord.checking.judging.sponsorship import sponsor
from onrecord.checking.members import codes_on, in_region
from onrecord.checking.words import DID, NUMBERS, capital, count_in_words, counted, event_on, listing, name, names, number
from onrecord.reading.claims.vote import Position, Tally
from onrecord.reading.numbers import NumberMention
from onrecord.record.model import Certainty, Modality, Option, Outcome, VoteEvent

OPTIONS = {"yes": Option.YES, "no": Option.NO, "abstain": Option.ABSTAIN, "not voting": Option.NOT_VOTING, "veto": Option.NO}


# --- positions -------------------------------------------------------------------------------


def position(claim: Position, event: VoteEvent, docket: Docket, mentioned: frozenset[str] = frozenset()) -> Judgement:
    """Whether the members named acted on the event as the claim says."""
    votes = docket.votes(event)
    if not votes and not event.vetoed_by:
        return _without_votes(claim, event, docket)
    if claim.members.nobody:
        return _nobody(claim, event, docket)
    if claim.members.quantity is not None and claim.members.adjective is not None and not claim.members.others:
        some = _some(claim, event, docket)
        if some is not None:
            return some
    codes = codes_on(claim.members, docket, event.date, mentioned)
    if codes is None and claim.members.others:
        codes = _complement(claim, event, docket)
    if codes is None:
        return UNKNOWN
    return _of_codes(claim, event, docket, codes, votes)


def _did(claim: Position, event: VoteEvent, docket: Docket) -> frozenset[str]:
    if claim.choice == "veto":
        return frozenset(event.vetoed_by)
    return frozenset(c for c, o in docket.votes(event).items() if o is OPTIONS.get(claim.choice))


def _nobody(claim: Position, event: VoteEvent, docket: Docket) -> Judgement:
    did = _did(claim, event, docket)
    said = "cast a veto" if claim.choice == "veto" else DID[OPTIONS[claim.choice]] + " it"
    if did:
        return Judgement(Holds.NO, f"{capital(names(did, docket.record))} {said}: {event_on(event)} ({event.tally}).")
    return Judgement(Holds.YES, f"Nobody {said}: {event_on(event)} ({event.tally}).")


def _some(claim: Position, event: VoteEvent, docket: Docket) -> Judgement | None:
    """ "Three permanent members vetoed it", where there are more than three: how many did."""
    region = in_region(claim.members.adjective or "", docket, event.date)
    if region is None or len(region) <= (claim.members.quantity or 0) or claim.choice in ("with", "alone", "same"):
        return None
    did = region & _did(claim, event, docket)
    who = capital(names(did, docket.record)) if did else "None of them"
    said = "vetoed" if claim.choice == "veto" else DID[OPTIONS[claim.choice]]
    holds = (len(did) == claim.members.quantity) != claim.negated
    return Judgement(Holds.YES if holds else Holds.NO, f"{who} {said} {event_on(event)} ({event.tally}).", did)


def _without_votes(claim: Position, event: VoteEvent, docket: Docket) -> Judgement:
    if event.modality is Modality.WITHOUT_VOTE and event.outcome is Outcome.ADOPTED and claim.choice in ("veto", "no", "abstain"):
        return UNKNOWN
    return Judgement(Holds.UNKNOWN, f"The record does not say who voted how on {event_on(event)}.")


def _complement(claim: Position, event: VoteEvent, docket: Docket) -> frozenset[str] | None:
    """ "The other 14" where nobody was named before: those that did as said, if they are that many."""
    option = OPTIONS.get(claim.choice)
    votes = docket.votes(event)
    if option is None or claim.members.quantity is None:
        return None
    did = frozenset(c for c, o in votes.items() if o is option)
    return did if len(did) == claim.members.quantity else frozenset(votes)


def _of_codes(claim: Position, event: VoteEvent, docket: Docket, codes: frozenset[str], votes: dict) -> Judgement:  # type: ignore[type-arg]
    record = docket.record
    who = names(codes, record)
    absent = [c for c in codes if c not in votes]
    if absent and docket.body == "unsc" and event.votes_known:
        seats = docket.seats(event.date)
        outside = [c for c in absent if c not in seats]
        if outside:
            reason = f"{capital(names(outside, record))} {'was' if len(outside) == 1 else 'were'} not on the Council on the day of the vote on {event_on(event)}."
            return Judgement(Holds.NO if not claim.negated else Holds.YES, reason, codes)
    if absent and not (claim.choice == "veto" and event.vetoed_by):
        if docket.body == "unga" and claim.choice in ("not voting",):
            return UNKNOWN
        if any(votes.get(c) not in (None, OPTIONS.get(claim.choice)) for c in codes):
            pass
        else:
            return Judgement(Holds.UNKNOWN, f"The record does not say how {names(absent, record)} voted on {event_on(event)}.", codes)
    if claim.choice == "alone":
        return _alone(event, docket, codes, votes)
    if claim.choice == "with":
        return _with(claim, event, docket, codes, votes)
    if claim.choice == "veto":
        judged = _veto(claim, event, docket, codes, votes)
    else:
        judged = _option(claim, event, docket, codes, votes)
    if claim.only and judged.holds is Holds.YES and not claim.negated:
        judged = _nobody_else(claim, event, docket, codes, votes, judged)
    if claim.negated:
        return _denied(judged, claim, event, docket, codes, votes, who)
    return judged


def _veto(claim: Position, event: VoteEvent, docket: Docket, codes: frozenset[str], votes: dict) -> Judgement:  # type: ignore[type-arg]
    record = docket.record
    stopped = set(event.vetoed_by)
    who = capital(names(codes, record))
    if codes <= stopped:
        alone = " alone" if len(stopped) == 1 and event.no == 1 else ""
        reason = f"{who} voted against {event_on(event)} ({event.tally}){alone and ', the only vote against'}; as {'a permanent member' if len(codes) == 1 else 'permanent members'}, {'it' if len(codes) == 1 else 'they'} blocked the text."
        return Judgement(Holds.YES, reason, codes)
    wrong = codes - stopped
    no_voters = {c for c in wrong if votes.get(c) is Option.NO}
    if no_voters and no_voters == wrong:
        reason = f"{capital(names(wrong, record))} voted against {event_on(event)}, but {_why_no_veto(event, docket, wrong)}."
        return Judgement(Holds.NO, reason, codes)
    others = wrong - no_voters
    reason = f"{capital(_how(others, votes, docket))} {event_on(event)} ({event.tally})"
    if stopped:
        reason += f"; the veto was {names(stopped, record)}'s"
    elif event.outcome is Outcome.ADOPTED:
        reason += ", and the text was adopted"
    return Judgement(Holds.NO, reason + ".", codes)


def _why_no_veto(event: VoteEvent, docket: Docket, codes: frozenset[str] | set[str]) -> str:
    seats = docket.seats(event.date)
    elected = [c for c in codes if c in seats and seats[c].kind != "permanent"]
    if elected:
        return f"{names(elected, docket.record)} {'is' if len(elected) == 1 else 'are'} not among the permanent members and cannot veto"
    if event.outcome is Outcome.ADOPTED:
        return "the question was procedural, on which no member has a veto, and the text was adopted"
    needed = 7 if event.members == 11 else 9
    if event.yes is not None and event.yes < needed:
        return f"the text got {counted(event.yes, 'vote')} in favour, short of the {number(needed)} it needed, so it failed without a veto"
    return "the vote did not count as a veto"


def _how(codes: set[str] | frozenset[str], votes: dict, docket: Docket) -> str:  # type: ignore[type-arg]
    by_option: dict[Option | None, list[str]] = {}
    for code in sorted(codes):
        by_option.setdefault(votes.get(code), []).append(code)
    parts = []
    for option, members in by_option.items():
        did = DID[option] if option is not None else "is not recorded as voting on"
        parts.append(f"{names(members, docket.record)} {did}")
    return listing(parts)


def _option(claim: Position, event: VoteEvent, docket: Docket, codes: frozenset[str], votes: dict) -> Judgement:  # type: ignore[type-arg]
    wanted = OPTIONS[claim.choice]
    wrong = {c for c in codes if votes.get(c) is not wanted}
    if not wrong:
        reason = f"{capital(names(codes, docket.record))} {DID[wanted]} {event_on(event)} ({event.tally})."
        if claim.choice == "abstain" or claim.choice == "not voting":
            disputed = _disputed(event, docket, codes, wanted)
            if disputed:
                return Judgement(Holds.DEPENDS, disputed, codes)
        return Judgement(Holds.YES, reason, codes)
    if claim.choice == "not voting" and len(wrong) == len(codes) and docket.body == "unsc" and False:
        return UNKNOWN
    disputed = _disputed(event, docket, frozenset(wrong), wanted)
    if disputed:
        return Judgement(Holds.DEPENDS, disputed, codes)
    return Judgement(Holds.NO, f"{capital(_how(wrong, votes, docket))} {event_on(event)} ({event.tally}).", codes)


def _disputed(event: VoteEvent, docket: Docket, codes: frozenset[str], wanted: Option) -> str | None:
    """What another source says of those members, where the record has not settled which is right."""
    for row in docket.record.disagreements(event.id):
        if row.field.startswith("vote:") and row.field[5:] in codes and not row.resolved:
            who = capital(name(row.field[5:], docket.record))
            chosen, other = _plainly(row.chosen), _plainly(row.other)
            if wanted.value in (row.other, row.chosen) or _plainly(wanted.value) in (chosen, other):
                return f"{who} {chosen} {event_on(event)} by the record, but {row.source} prints that it {other}."
    return None


def _plainly(option: str) -> str:
    return {"yes": "voted for", "no": "voted against", "abstain": "abstained on", "not voting": "did not take part in the vote on"}.get(option, option)


def _nobody_else(claim: Position, event: VoteEvent, docket: Docket, codes: frozenset[str], votes: dict, judged: Judgement) -> Judgement:  # type: ignore[type-arg]
    if claim.choice == "veto":
        rest = set(event.vetoed_by) - codes
        did = "cast a veto"
    else:
        rest = {c for c, o in votes.items() if o is OPTIONS[claim.choice]} - codes
        did = DID[OPTIONS[claim.choice]] + " it"
    if rest:
        return Judgement(Holds.NO, f"{capital(names(rest, docket.record))} also {did}: {event_on(event)} ({event.tally}).", codes)
    return judged


def _denied(judged: Judgement, claim: Position, event: VoteEvent, docket: Docket, codes: frozenset[str], votes: dict, who: str) -> Judgement:  # type: ignore[type-arg]
    if judged.holds is Holds.YES:
        return Judgement(Holds.NO, judged.reason, codes)
    if judged.holds is Holds.NO:
        if all(c in votes and votes[c] is not OPTIONS.get(claim.choice) for c in codes) or claim.choice == "veto":
            return Judgement(Holds.YES, f"{capital(_how(codes, votes, docket))} {event_on(event)} ({event.tally}).", codes)
        return Judgement(Holds.UNKNOWN, judged.reason, codes)
    return judged


def _alone(event: VoteEvent, docket: Docket, codes: frozenset[str], votes: dict) -> Judgement:  # type: ignore[type-arg]
    options = {votes.get(c) for c in codes}
    if len(options) != 1 or None in options:
        return UNKNOWN
    option = options.pop()
    same = {c for c, o in votes.items() if o is option}
    if same == set(codes):
        return Judgement(Holds.YES, f"{capital(names(codes, docket.record))} alone {DID[option]} {event_on(event)} ({event.tally}).", codes)  # type: ignore[index]
    return Judgement(Holds.NO, f"{capital(names(same, docket.record))} {DID[option]} {event_on(event)} ({event.tally}).", codes)  # type: ignore[index]


def _with(claim: Position, event: VoteEvent, docket: Docket, codes: frozenset[str], votes: dict) -> Judgement:  # type: ignore[type-arg]
    if claim.companions is None:
        return UNKNOWN
    companions = codes_on(claim.companions, docket, event.date)
    if companions is None or not companions <= set(votes):
        return UNKNOWN
    options = {votes.get(c) for c in (*codes, *companions)}
    how = f"{capital(_how(codes | companions, votes, docket))} {event_on(event)} ({event.tally})."
    return Judgement(Holds.YES if len(options) == 1 else Holds.NO, how, codes)


# --- tallies ---------------------------------------------------------------------------------


def parts(claim: Tally) -> dict[str, NumberMention | int]:
    given = {"yes": claim.yes, "no": claim.no, "abstain": claim.abstain, "not_voting": claim.not_voting}
    return {role: value for role, value in given.items() if value is not None}


def _admits(value: NumberMention | int, actual: int) -> bool:
    if isinstance(value, NumberMention):
        return value.admits(actual)
    return value == actual


def tally(claim: Tally, event: VoteEvent, docket: Docket) -> Judgement:
    """Whether the count is the event's; unresolved differences between sources make it depend."""
    if event.yes is None:
        return Judgement(Holds.UNKNOWN, f"The record does not give the count on {event_on(event)}.")
    if claim.without_vote:
        if event.modality is Modality.WITHOUT_VOTE:
            return Judgement(Holds.YES, f"{capital(event_on(event))} was adopted without a vote.")
        return Judgement(Holds.NO, f"A vote was taken on {event_on(event)}: {count_in_words(event)}.")
    if claim.unanimous:
        return _unanimous(event)
    given = parts(claim)
    actual = {"yes": event.yes, "no": event.no, "abstain": event.abstain, "not_voting": event.not_voting}
    if event.modality is Modality.WITHOUT_VOTE and docket.body == "unga":
        return Judgement(Holds.NO, f"{capital(event_on(event))} was adopted without a recorded vote.")
    wrong = {r: v for r, v in given.items() if actual[r] is None or not _admits(v, actual[r])}  # type: ignore[arg-type]
    reason = f"The vote on {event_on(event)} was {count_in_words(event)}."
    disputed = _disputed_tally(event, docket, given)
    if disputed is not None:
        return Judgement(Holds.DEPENDS, disputed)
    if not wrong:
        return Judgement(Holds.YES, reason)
    if event.outcome is not Outcome.ADOPTED and set(given) == {"yes", "no"} and _reversed(given, event):
        return Judgement(Holds.YES, reason)
    if set(wrong) <= {"abstain", "not_voting"} and _abstentions_of_absent(event, docket, given):
        return Judgement(Holds.DEPENDS, f"{reason[:-1]}; the UN Digital Library counts those that took no part as abstaining.")
    return Judgement(Holds.NO, reason)


def _reversed(given: dict[str, NumberMention | int], event: VoteEvent) -> bool:
    """A defeat told from the side that won: "lost by twelve votes to three"."""
    return _admits(given["yes"], event.no or 0) and _admits(given["no"], event.yes or 0) and (event.no or 0) > (event.yes or 0)


def _abstentions_of_absent(event: VoteEvent, docket: Docket, given: dict[str, NumberMention | int]) -> bool:
    rows = [r for r in docket.record.disagreements(event.id) if r.field.startswith("vote:") and r.other == "abstain"]
    return bool(rows) and "abstain" in given and _admits(given["abstain"], (event.abstain or 0) + len(rows))


def _disputed_tally(event: VoteEvent, docket: Docket, given: dict[str, NumberMention | int]) -> str | None:
    """Where sources differ on the count and the record has not chosen: what each says."""
    for row in docket.record.disagreements(event.id):
        if row.field != "tally" or row.resolved:
            continue
        values = [int(v) for v in row.other.split("-") if v.isdigit()]
        other = dict(zip(("yes", "no", "abstain", "not_voting"), values, strict=False))
        chosen = {"yes": event.yes, "no": event.no, "abstain": event.abstain, "not_voting": event.not_voting}
        fits = [all(role in source and source[role] is not None and _admits(v, source[role]) for role, v in given.items()) for source in (chosen, other)]  # type: ignore[arg-type]
        if fits[0] != fits[1]:
            return f"Sources differ on {event_on(event)}: {event.tally} in the record, {row.other} in {row.source}."
    return None


def _unanimous(event: VoteEvent) -> Judgement:
    reason = f"The vote on {event_on(event)} was {count_in_words(event)}."
    if event.modality is Modality.WITHOUT_VOTE:
        return Judgement(Holds.YES, f"{capital(event_on(event))} was adopted without a vote, with nobody against.")
    return Judgement(Holds.YES if not event.no and not event.abstain and not event.not_voting else Holds.NO, reason)


def certain(event: VoteEvent) -> bool:
    return event.certainty is not Certainty.GENERAL_KNOWLEDGE


__all__ = ["NUMBERS", "Holds", "Judgement", "outcome", "parts", "position", "sponsor", "tally"]
