"""Texts that had other authors and another end than the vote that a claim was held against."""

from __future__ import annotations

from onrecord.checking.docket import Docket
from onrecord.checking.settlers.no_vote_meant import DOUBTFUL
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.whose_text import codes_named
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.vote import Outcome, Position, Sponsor, VoteClaim
from onrecord.reading.read import Reading
from onrecord.record.model import Outcome as Result
from onrecord.record.model import VoteEvent

ANOTHER = "The words are of a text that others wrote and that fared otherwise, and which one that was cannot be told."


def of_anothers_text(claim: VoteClaim, settled: Settled, reading: Reading, docket: Docket) -> Settled:
    """ "A veto had stopped Chad's paper", behind a text that was Peru's and was adopted."""
    event = settled.events[0]
    row = docket.record.sponsorship(event.id)
    beside = [c for c in reading.claims_in(claim.sentence) if _of_the_same(c, claim)]
    authors = {code for c in beside if isinstance(c, Sponsor) and not c.negated for code in codes_named(c)}
    if row is None or not authors or not authors.isdisjoint((*row.leads, *row.sponsors)):
        return settled
    return settled.left_open(ANOTHER, DOUBTFUL) if any(_otherwise(c, event) for c in beside) else settled


def _of_the_same(other: VoteClaim, claim: VoteClaim) -> bool:
    """Whether its words are of the claim's text: "the tenth American veto, they say, stopped Chad's paper"."""
    return isinstance(other, Count | Generalisation) or (other.start < claim.end and claim.start < other.end)


def _otherwise(claim: VoteClaim, event: VoteEvent) -> bool:
    adopted = event.outcome is Result.ADOPTED
    if isinstance(claim, Position):
        return adopted and claim.choice == "veto" and not claim.negated
    if isinstance(claim, Count | Generalisation):
        return adopted and claim.acts.what == "veto"
    return isinstance(claim, Outcome) and ((claim.outcome == "adopted") == claim.negated) == adopted
