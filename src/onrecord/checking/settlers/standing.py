"""Which settler answers a claim that does not hang on one vote."""

from __future__ import annotations

from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.settlers import figure
from onrecord.checking.settlers.vote import Settled
from onrecord.reading.claims.figure import Figure
from onrecord.reading.claims.vote import VoteClaim


def settle(claim: VoteClaim, docket: Docket, article: date | None, context: date | None) -> Settled | None:
    """`context` is the day of the vote spoken of; None is no finding, or a claim of another kind."""
    if isinstance(claim, Figure):
        return figure.settle(claim, docket.record, article, context)
    return None
