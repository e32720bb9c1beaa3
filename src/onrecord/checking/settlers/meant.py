"""Whether a claim that a vote does not bear out may be meant of another one.

Texts that tell of several votes go from one to the other without saying so.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds, judge
from onrecord.checking.members import codes_on
from onrecord.reading.claims.vote import Position, VoteClaim
from onrecord.record.model import VoteEvent

ACTS = {"yes": "yes", "no": "no", "veto": "no", "abstain": "abstain", "not voting": "not voting"}
"""Choices, a veto being a No."""
SEVERAL = 2


def gone_back(claim: VoteClaim, event: VoteEvent, docket: Docket, told_before: Sequence[VoteEvent]) -> VoteEvent | None:
    """ "A year ago it was 187 to two. Hungary and Ukraine stood with us": the later vote, told of before the glance
    back, to which the text has returned; only several members that all did as said tell so much.
    """
    if not isinstance(claim, Position) or len(claim.members.named) < SEVERAL:
        return None
    later = (other for other in told_before if other.date > event.date)
    return next((other for other in later if judge(claim, other, docket).holds is Holds.YES), None)


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
