"""Which settler answers a claim that does not hang on one vote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.settlers import figure, membership, rule, size
from onrecord.checking.settlers.settled import Settled
from onrecord.reading.claims.figure import Figure
from onrecord.reading.claims.membership import Membership, Size
from onrecord.reading.claims.rule import Rule
from onrecord.reading.claims.vote import VoteClaim
from onrecord.record.model import VoteEvent


def settle(
    claim: VoteClaim, docket: Docket, article: date | None, event: VoteEvent | None, near: Sequence[date] = ()
) -> Settled | None:
    """`event` is the vote spoken of nearby, if any, `near` the days of those told of around the claim; None is no
    finding, or a claim of another kind.
    """
    context = event.date if event is not None else None
    if isinstance(claim, Figure):
        return figure.settle(claim, docket.record, article, context)
    if isinstance(claim, Membership):
        settled = membership.settle(claim, docket, article, context, near)
        sure = settled is not None and settled.verdict is Verdict.SUPPORTED and not claim.loose
        doubtful = claim.guessed and not sure
        return None if doubtful else settled
    if isinstance(claim, Size):
        return size.settle(claim, article, context)
    if isinstance(claim, Rule):
        return rule.settle(claim, docket, article, event)
    return None
