"""Whether a count is the event's, with the parts that a text gives; sources that differ make it depend."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.checking.docket import Docket
from onrecord.checking.judging.result import Holds, Judgement
from onrecord.checking.words import capital, count_in_words, event_on, whose_other
from onrecord.reading.claims.vote import Tally, whole
from onrecord.reading.numbers import NumberMention
from onrecord.record.model import RESTATED, Modality, Option, Outcome, VoteEvent

ROLES = ("yes", "no", "abstain", "not_voting")
Parts = Mapping[str, NumberMention | int]


def parts(claim: Tally) -> Parts:
    """The parts of the count that the text gives, by role."""
    given: dict[str, NumberMention | int] = {}
    # Spelled out, since every count is held against hundreds of events.
    if claim.yes is not None:
        given["yes"] = claim.yes
    if claim.no is not None:
        given["no"] = claim.no
    if claim.abstain is not None:
        given["abstain"] = claim.abstain
    if claim.not_voting is not None:
        given["not_voting"] = claim.not_voting
    return given


def met(claim: Tally, event: VoteEvent) -> list[int]:
    """The numbers that the text gives and the event's count bears out, whatever becomes of the others."""
    return [whole(value) for role, value in parts(claim).items() if admits(value, getattr(event, role))]


def tally(claim: Tally, event: VoteEvent, docket: Docket) -> Judgement:
    if event.yes is None:
        return Judgement(Holds.UNKNOWN, lambda: f"The record does not give the count on {event_on(event)}.")
    if claim.without_vote:
        if event.modality is Modality.WITHOUT_VOTE:
            return Judgement(Holds.YES, lambda: f"{capital(event_on(event))} was adopted without a vote.")
        if claim.unanimous and event.yes == event.members:
            return Judgement(Holds.UNKNOWN, lambda: f"A vote was taken on {event_on(event)}, and all were in favour.")
        return Judgement(Holds.NO, lambda: f"A vote was taken on {event_on(event)}: {count_in_words(event)}.")
    if claim.unanimous:
        return _unanimous(event, docket)
    if event.modality is Modality.WITHOUT_VOTE and docket.body == "unga":
        return Judgement(Holds.NO, lambda: f"{capital(event_on(event))} was adopted without a recorded vote.")
    if claim.share is not None or claim.others is not None:
        return _of_the_whole(claim, event, docket)
    if claim.won and claim.yes is not None:
        return _besides_its_authors(claim.yes, event, docket)
    given = parts(claim)
    most = event.members or len(docket.seats(event.date))
    if most and sum(map(whole, given.values())) > most:
        return Judgement(Holds.UNKNOWN, f"So many votes cannot be cast in a body of {most} members.")
    disputed = _disputed(event, docket, given)
    if disputed is not None:
        return Judgement(Holds.DEPENDS, disputed)
    wrong = [role for role, value in given.items() if not admits(value, getattr(event, role))]
    from_the_winners = not claim.sided and _from_the_winners(given, event)
    if not wrong or from_the_winners or (claim.either_way and _turned_round(given, event)):
        return Judgement(Holds.YES, lambda: _reason(event))
    if claim.aimed and _turned_round(given, event):
        return Judgement(Holds.UNKNOWN, lambda: f"{_reason(event)[:-1]}; what the text was for may be what is meant.")
    if claim.by_votes and claim.yes is not None and admits(claim.yes, abs((event.yes or 0) - (event.no or 0))):
        return Judgement(Holds.YES, lambda: _reason(event))
    if claim.bare and not event.no and wrong == ["no"] and admits(given["no"], event.abstain):
        return Judgement(Holds.UNKNOWN, f"{_reason(event)[:-1]}; the second number may be that of the abstentions.")
    if set(wrong) <= {"abstain", "not_voting"} and _absent_as_abstaining(event, docket, given):
        return Judgement(
            Holds.DEPENDS,
            lambda: f"{_reason(event)[:-1]}; the UN Digital Library counts those that took no part as abstaining.",
        )
    return Judgement(Holds.NO, lambda: _reason(event))


def _besides_its_authors(won: NumberMention | int, event: VoteEvent, docket: Docket) -> Judgement:
    """Where the record names no author, one is reckoned with."""
    row = docket.record.sponsorship(event.id)
    votes = docket.votes(event)
    leads = sum(votes.get(code) is Option.YES for code in (row.leads if row is not None else ())) or 1
    many = sum(votes.get(code) is Option.YES for code in (row.sponsors if row is not None else ())) or leads
    yes = event.yes or 0
    held = any(admits(won, yes - own) for own in {leads, many})
    open_ = not held and leads != many and yes - many <= whole(won) <= yes - leads
    holds = Holds.YES if held else Holds.UNKNOWN if open_ else Holds.NO
    return Judgement(holds, lambda: _reason(event))


def _reason(event: VoteEvent) -> str:
    return f"The vote on {event_on(event)} was {count_in_words(event)}."


def admits(value: NumberMention | int, actual: int | None) -> bool:
    if actual is None:
        return False
    return value.admits(actual) if isinstance(value, NumberMention) else value == actual


def _from_the_winners(given: Parts, event: VoteEvent) -> bool:
    """A defeat told from the side that won: "lost by twelve votes to three"."""
    if event.outcome is Outcome.ADOPTED or set(given) != {"yes", "no"} or (event.no or 0) <= (event.yes or 0):
        return False
    return _turned_round(given, event)


def _turned_round(given: Parts, event: VoteEvent) -> bool:
    actual = {"yes": event.no, "no": event.yes, "abstain": event.abstain, "not_voting": event.not_voting}
    return all(admits(value, actual[role]) for role, value in given.items())


def _absent_as_abstaining(event: VoteEvent, docket: Docket, given: Parts) -> bool:
    rows = [r for r in docket.record.disagreements(event.id) if r.field.startswith("vote:") and r.other == "abstain"]
    return bool(rows) and "abstain" in given and admits(given["abstain"], (event.abstain or 0) + len(rows))


def _disputed(event: VoteEvent, docket: Docket, given: Parts) -> str | None:
    """Where sources differ on the count and the record has not chosen: what each says."""
    for row in docket.record.disagreements(event.id):
        if row.field not in ("tally", RESTATED) or row.resolved:
            continue
        chosen = {role: getattr(event, role) for role in ROLES}
        values = [int(part) for part in row.other.split("-") if part.isdigit()]
        other = dict(zip(ROLES, values, strict=False))
        fits = [all(admits(value, source.get(role)) for role, value in given.items()) for source in (chosen, other)]
        if fits[0] != fits[1] and not (fits[0] and row.field == RESTATED):
            source = whose_other(row, docket.record)
            return f"Sources differ on {event_on(event)}: {event.tally} in the record, {row.other} in {source}."
    return None


def _unanimous(event: VoteEvent, docket: Docket) -> Judgement:
    if event.modality is Modality.WITHOUT_VOTE:
        return Judgement(Holds.YES, lambda: f"{capital(event_on(event))} was adopted without a vote, nobody objecting.")
    together = not event.no and not event.abstain and not event.not_voting
    for row in docket.record.disagreements(event.id):
        if row.field == "tally" and not row.resolved and _together(row.other) != together:
            source = whose_other(row, docket.record)
            differ = f"Sources differ on {event_on(event)}: {event.tally} in the record, {row.other} in {source}."
            return Judgement(Holds.DEPENDS, differ)
    return Judgement(Holds.YES if together else Holds.NO, lambda: _reason(event))


def _together(tally: str) -> bool:
    """Whether "15-0-0" leaves nobody apart."""
    return all(part == "0" for part in tally.split("-")[1:])


def _of_the_whole(claim: Tally, event: VoteEvent, docket: Docket) -> Judgement:
    """Of a part of the members; in the Assembly those absent may be left out of what it is a part of."""
    seats = event.members or len(docket.seats(event.date))
    yes, no, abstain = event.yes or 0, event.no or 0, event.abstain or 0
    wholes = {seats, yes + no + abstain, yes + no} if docket.body == "unga" else {seats}
    if 0 in wholes:
        return Judgement(Holds.UNKNOWN, f"The record does not say how many members could vote on {event_on(event)}.")
    if claim.others is not None:
        role, number = claim.others
        rest = {whole - getattr(event, role) for whole in wholes}
        return Judgement(Holds.YES if any(admits(number, left) for left in rest) else Holds.NO, lambda: _reason(event))
    share = claim.share
    assert share is not None
    if not share.fewest <= getattr(event, share.role) <= share.highest:
        return Judgement(Holds.NO, lambda: _reason(event))
    held = [getattr(event, share.role) / whole for whole in wholes]
    if any(share.least < part <= share.most for part in held):
        return Judgement(Holds.YES, lambda: _reason(event))
    if any(share.least - share.fuzz < part <= share.most + share.fuzz for part in held):
        return Judgement(Holds.UNKNOWN, lambda: f"{_reason(event)[:-1]}; the words leave open how many are meant.")
    return Judgement(Holds.NO, lambda: _reason(event))
