"""A claim of which one part is wrong and another right: "twelve voted for it, and not one against", "Chad abstained,
and with it Mali".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.judgement import judge
from onrecord.checking.judging.result import Holds
from onrecord.checking.judging.tally import ROLES, admits
from onrecord.checking.settlers.settled import Settled
from onrecord.reading.claims.vote import Members, Position, Tally, VoteClaim
from onrecord.reading.table import any_of, word_sets


def parted(text: str, claim: VoteClaim, settled: Settled, docket: Docket) -> Iterator[tuple[VoteClaim, Settled]]:
    """The parts by themselves, where what is wrong is most of it; else the claim as it is, behind what is right of it
    where that is said first. `text` is the whole text, plain.
    """
    if isinstance(claim, Position) and (own := _without_company(text, claim, settled, docket)) is not None:
        yield own
    if not isinstance(claim, Tally) or settled.verdict is not Verdict.CONTRADICTED or not claim.pieces:
        yield claim, settled
        return
    event = settled.events[0]
    right = [
        all(admits(value, getattr(event, role)) for role in roles if (value := getattr(claim, role)) is not None)
        for _, _, roles in claim.pieces
    ]
    ends = [*(start for start, _, _ in claim.pieces[1:]), claim.end]
    wrong = sum(e - p[0] for p, e, fits in zip(claim.pieces, ends, right, strict=True) if not fits)
    if not any(right) or all(right) or 2 * wrong < claim.end - claim.start:
        yield claim, settled
        return
    for (start, end, roles), fits in zip(claim.pieces, right, strict=True):
        yes, no, abstain, absent = (getattr(claim, role) if role in roles else None for role in ROLES)
        piece = replace(claim, start=start, end=end, pieces=(), yes=yes, no=no, abstain=abstain, not_voting=absent)
        verdict = Verdict.SUPPORTED if fits else Verdict.CONTRADICTED
        yield piece, replace(settled, verdict=verdict)


def _without_company(text: str, claim: Position, settled: Settled, docket: Docket) -> tuple[Position, Settled] | None:
    """Of "Chad abstained, and with it Mali", that Chad abstained, where Mali did not."""
    if settled.verdict is not Verdict.CONTRADICTED or len(settled.events) != 1 or len(claim.members.named) < 2:
        return None
    said = text[claim.start : claim.end]
    if claim.members.groups or (mark := _beside().search(said)) is None:
        return None
    own = tuple(one for one in claim.members.named if one.text in said[: mark.start()])
    beside = said[mark.end() :]
    ends = [beside.rfind(one.text) + len(one.text) for one in claim.members.named if one not in own]
    if not own or not ends or any(c.isalnum() for c in beside[max(ends) :]):
        return None  # "Chad, along with Mali, abstained"
    members = Members(own, text=" ".join(one.text for one in own))
    piece = replace(claim, end=claim.start + mark.start(), members=members, total=None, only=False)
    judged = judge(piece, settled.events[0], docket)
    if judged.holds is not Holds.YES:
        return None
    return piece, replace(settled, verdict=Verdict.SUPPORTED, reason=judged.reason)


@cache
def _beside() -> re.Pattern[str]:
    words = any_of(word_sets("position_words.csv")["in_company"])
    return re.compile(rf"(?:,| [–—]) ?(?:(?:and )?with (?:it|him|her|them)\b|(?:and )?(?:{words})(?= ))", re.IGNORECASE)
