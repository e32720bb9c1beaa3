"""Whether a claim holds of one vote event: the question that linking and settling both ask."""

from __future__ import annotations

from onrecord.checking.docket import Docket
from onrecord.checking.judging.outcome import outcome
from onrecord.checking.judging.position import position
from onrecord.checking.judging.result import UNKNOWN, Holds, Judgement
from onrecord.checking.judging.sponsorship import sponsor
from onrecord.checking.judging.tally import admits, met, parts, tally
from onrecord.reading.claims.vote import Outcome, Position, Sponsor, Tally, VoteClaim
from onrecord.record.model import VoteEvent

__all__ = ["Holds", "Judgement", "admits", "judge", "met", "parts"]


def judge(claim: VoteClaim, event: VoteEvent, docket: Docket, mentioned: frozenset[str] = frozenset()) -> Judgement:
    """`mentioned` are members spoken of before on the same vote, whom "the others" leave out."""
    match claim:
        case Position():
            return position(claim, event, docket, mentioned)
        case Tally():
            return tally(claim, event, docket)
        case Outcome():
            return outcome(claim, event, docket)
        case Sponsor():
            return sponsor(claim, event, docket)
    return UNKNOWN
