"""Which settler answers a claim that does not hang on one vote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.settlers import figure, membership, rule, size
from onrecord.checking.settlers.settled import Settled
from onrecord.reading.claims.figure import Figure
from onrecord.reading.claims.membership import Membership, Size
from onrecord.reading.claims.rule import Rule
from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.extract.acts import able
from onrecord.record.model import VoteEvent


def settle(claim: VoteClaim, docket: Docket, article: date | None, event: VoteEvent | None) -> Settled | None:
    """`event` is the vote spoken of nearby, if any; None is no finding, or a claim of another kind."""
    context = event.date if event is not None else None
    if isinstance(claim, Figure):
        return figure.settle(claim, docket.record, article, context)
    if isinstance(claim, Membership):
        settled = membership.settle(claim, docket, article, context)
        told = not claim.loose or (claim.date is not None and claim.date.form in ("calendar", "unit"))
        sure = settled is not None and settled.verdict is Verdict.SUPPORTED and told
        doubtful = claim.guessed and not sure
        return None if doubtful else settled
    if isinstance(claim, Size):
        return size.settle(claim, article, context)
    if isinstance(claim, Rule):
        return rule.settle(claim, docket, article, event)
    return None


def of_the_body_told_of(claim: VoteClaim, told: VoteEvent | None) -> VoteClaim | None:
    """ "Nobody could veto it", "Moscow could have vetoed it": where the vote spoken of is the Assembly's, the first is
    said of that body, and the second of no vote there.
    """
    if not isinstance(claim, Rule) or claim.names_body or told is None or told.body != "unga":
        return claim
    if claim.statement == "veto applies" and claim.negated and claim.past and claim.matter is None:
        return replace(claim, body="unga")  # "it could not be vetoed"
    if claim.statement != "could stop" or claim.members is None or not (claim.past or claim.members.nobody):
        return claim
    the_five = claim.members.nobody or able(claim.members, "veto")
    return replace(claim, statement="veto applies", body="unga", members=None) if claim.negated and the_five else None
