"""A count of which one part is wrong and another right: "twelve voted for it, and not one against"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.checking.finding import Verdict
from onrecord.checking.judging.tally import ROLES, admits
from onrecord.checking.settlers.settled import Settled
from onrecord.reading.claims.vote import Tally, VoteClaim


def parted(claim: VoteClaim, settled: Settled) -> Iterator[tuple[VoteClaim, Settled]]:
    """The parts by themselves, where what is wrong is most of it; else the claim as it is."""
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
