""" "So did China": of the same vote as what it leans on, whichever others the text has told of besides."""

from __future__ import annotations

import re

from onrecord.checking.finding import Verdict
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.vote import OF_ANOTHER
from onrecord.reading.claims.vote import Position, VoteClaim
from onrecord.record.model import VoteEvent

SO_DID = re.compile(r"(?:and )?(?:so|as|nor|neither) (?:did|had|was|were|does)\b", re.IGNORECASE)
NEXT_TO_IT = 5
"""Characters between what is said and "so did"."""


def leant_on(
    text: str, claim: VoteClaim, before: tuple[VoteClaim, Settled | None] | None
) -> tuple[VoteEvent, ...] | None:
    """The one vote of which what stands right before the claim was borne out, where the claim leans on that.

    `text` is the whole text, plain; `before` the claim before and its answer.
    """
    if before is None or before[1] is None or before[1].verdict is not Verdict.SUPPORTED:
        return None
    told, answer = before
    if not isinstance(claim, Position) or answer is None or len(answer.events) != 1:
        return None
    near = 0 <= claim.start - told.end < NEXT_TO_IT
    return answer.events if near and SO_DID.match(text, claim.start) is not None else None


def after_another(
    claim: VoteClaim, settled: Settled | None, before: tuple[VoteClaim, Settled | None] | None
) -> Settled | None:
    """A contradiction left open where the words right before were found to be of another vote."""
    if settled is None or settled.verdict is not Verdict.CONTRADICTED or before is None:
        return settled
    told, answer = before
    if answer is None or not answer.reason.startswith(OF_ANOTHER) or claim.sentence - told.sentence > 1:
        return settled
    return settled.left_open(answer.reason)
