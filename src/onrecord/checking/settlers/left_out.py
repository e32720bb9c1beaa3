"""Whom "the others" and "everyone else" leave out: those of whom the text told before on the same vote."""

from __future__ import annotations

from onrecord.checking.docket import Docket
from onrecord.checking.judgement import parts
from onrecord.checking.members import codes_on
from onrecord.checking.thread import Thread
from onrecord.reading.claims.vote import Position, Sponsor, Tally, VoteClaim, whole
from onrecord.record.model import VoteEvent

BESIDE = 1
"""Sentences between what is told of a group and what is told of one of it."""


def mentioned(claim: VoteClaim, thread: Thread, event: VoteEvent, docket: Docket) -> frozenset[str]:
    """The members already spoken of on this vote, whom "the others" and "nobody else" leave out."""
    if isinstance(claim, Position) and claim.members.of_a_group:
        return _told_apart(claim, thread, event, docket)
    if not isinstance(claim, Position) or not claim.members.others:
        return frozenset()
    found: set[str] = set()
    for other in thread.claims:
        if (
            isinstance(other, Position)
            and other is not claim
            and (_side(other.choice) == _side(claim.choice)) is claim.members.nobody
            and not other.members.others
            and not other.negated
        ):
            codes = codes_on(other.members, docket, event.date)
            if codes is not None:
                found |= codes
    if claim.members.nobody and claim.choice == "yes":
        # "Chad and Mali tabled it. Nobody else voted for it."
        for other in thread.claims:
            if isinstance(other, Sponsor) and not other.negated and other.quantity is None:
                found |= codes_on(other.members, docket, event.date) or frozenset()
    if claim.members.adjective is None and claim.members.quantity is None and not claim.members.nobody:
        found |= _counted_apart(claim, thread, event, docket)
    seats = len(docket.seats(event.date))
    if (
        claim.members.adjective is None
        and claim.members.quantity is not None
        and len(found) != seats - claim.members.quantity
    ):
        return _but_for_fellows(claim, thread, event, docket)
    return frozenset(found)


def _but_for_fellows(claim: Position, thread: Thread, event: VoteEvent, docket: Docket) -> frozenset[str]:
    """ "The Soviet No was a veto, the other three were not": all but those that voted as the one told of just before,
    where they are as many as said.
    """
    before = [c for c in thread.claims if isinstance(c, Position) and c.start < claim.start and not c.members.others]
    if not before or before[-1].negated or _side(before[-1].choice) != _side(claim.choice):
        return frozenset()
    votes = docket.votes(event)
    did = {code for code, option in votes.items() if option.value == _side(claim.choice)}
    fellows = did - (codes_on(before[-1].members, docket, event.date) or did)
    return frozenset(docket.seats(event.date)) - fellows if len(fellows) == claim.members.quantity else frozenset()


def _side(choice: str) -> str:
    """ "Two vetoed it; nobody else voted against": a veto is a No."""
    return "no" if choice == "veto" else choice


def _told_apart(claim: Position, thread: Thread, event: VoteEvent, docket: Docket) -> frozenset[str]:
    """ "The Europeans voted for it; only Germany abstained": those of whom the text tells something else beside it."""
    found = frozenset[str]()
    for other in thread.claims:
        if (
            isinstance(other, Position)
            and abs(other.sentence - claim.sentence) <= BESIDE
            and other.members.named
            and not other.members.groups
            and (other.choice == claim.choice) is (other.negated != claim.negated)
        ):
            found |= codes_on(other.members, docket, event.date) or frozenset()
    return found


def _counted_apart(claim: Position, thread: Thread, event: VoteEvent, docket: Docket) -> set[str]:
    """ "It found one supporter, its author; everyone else abstained": those of whom the text gave the number."""
    votes = docket.votes(event)
    found: set[str] = set()
    for tally in (c for c in thread.claims if isinstance(c, Tally)):
        for role, part in parts(tally).items():
            did = {code for code, option in votes.items() if option.value == role.replace("_", " ")}
            if role != claim.choice and len(did) == whole(part):
                found |= did
    return found
