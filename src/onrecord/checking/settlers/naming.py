"""Words that only say which text is meant: "voted against the American draft", "on its own paper it abstained".

A reader takes them for a name, not for a statement of who wrote it; they are worth an answer only where the record
has one, and only once.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.checking.finding import Verdict
from onrecord.checking.settlers.settled import Settled
from onrecord.reading.claims.vote import Sponsor, VoteClaim

STANDS_FOR_TEXT = ("one", "ones")


def only_named(claim: VoteClaim, answer: Settled, words: str, before: Sequence[tuple[VoteClaim, Settled]]) -> bool:
    """Whether the claim names a text and tells nothing; `before` is what was answered of the text's words so far."""
    if not isinstance(claim, Sponsor) or not claim.naming:
        return False
    if answer.verdict is Verdict.UNSETTLED or words.lower().endswith(STANDS_FOR_TEXT):
        return True
    return any(isinstance(c, Sponsor) and a.reason == answer.reason and a.events == answer.events for c, a in before)
