"""Whether a claim that a vote does not bear out may be meant of another one.

Texts that tell of several votes go from one to the other without saying so; and rival texts are voted on together.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds, judge
from onrecord.checking.members import codes_on
from onrecord.checking.threads import Thread
from onrecord.reading.claims.vote import Position, VoteClaim
from onrecord.record.model import Kind, VoteEvent

ACTS = {"yes": "yes", "no": "no", "veto": "no", "abstain": "abstain", "not voting": "not voting"}
"""Choices, a veto being a No."""


def borne_out_elsewhere(
    claim: VoteClaim, thread: Thread, event: VoteEvent, docket: Docket, told_too: Sequence[VoteEvent]
) -> VoteEvent | None:
    """The vote of which the claim holds, among the others that the text tells of and those on rival texts."""
    for other in (*told_too, *_rivals(event, docket)):
        if other.id == event.id or judge(claim, other, docket).holds is not Holds.YES:
            continue
        if other in told_too or not _told_apart(claim, thread, event, other, docket):
            return other
    return None


def _rivals(event: VoteEvent, docket: Docket) -> Sequence[VoteEvent]:
    """The Council's other votes of that day on texts of the same title."""
    if docket.body != "unsc":
        return ()
    title = docket.title_key(event)
    same_day = docket.between(event.date, event.date)
    return [e for e in same_day if e is not event and e.kind is not Kind.PROCEDURAL and docket.title_key(e) == title]


def _told_apart(claim: VoteClaim, thread: Thread, event: VoteEvent, other: VoteEvent, docket: Docket) -> bool:
    """Whether something else that is said of the vote holds of it and not of the other."""
    return any(
        judge(c, event, docket).holds is Holds.YES and judge(c, other, docket).holds is Holds.NO
        for c in thread.claims
        if c is not claim
    )


def told_otherwise(claim: Position, positions: Sequence[Position], event: VoteEvent, docket: Docket) -> bool:
    """Whether the text rightly says of the same members that they did something else: then this is another vote."""
    codes = codes_on(claim.members, docket, event.date)
    if not codes or claim.members.others or claim.members.everyone:
        return False
    for other in positions:
        if other is claim or other.sentence == claim.sentence:
            continue
        if other.choice not in ACTS or claim.choice not in ACTS or ACTS[other.choice] == ACTS[claim.choice]:
            continue
        if other.negated or claim.negated or not codes <= (codes_on(other.members, docket, event.date) or frozenset()):
            continue
        if judge(other, event, docket).holds is Holds.YES:
            return True
    return False


