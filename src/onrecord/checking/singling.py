"""The one vote in a body's record of which all that a text tells is true: its counts, who vetoed, who voted how.

For texts whose dates and subjects lead to no vote, or to one that what they tell does not fit: few votes have the
same count, and hardly two the same members on the same sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds, judge, parts
from onrecord.checking.members import codes_on
from onrecord.reading.claims.vote import LARGEST_COUNCIL, Outcome, Position, Tally, VoteClaim, whole
from onrecord.record.model import Kind, VoteEvent

ENOUGH, INSTEAD = 3.0, 4.0
"""What must speak for an event, and for one instead of another: a part of its count is 1, a member's vote is 1."""
LEAD = 1.5
"""By how much it must lead the next."""
VETO, AGAINST = 1.5, -1.5
"""A veto that the event had; anything told that is not so of it."""
SIDES = ("yes", "no", "abstain")
ALL_NAMED = 2.0
"""All that took a side, by name."""
IN_FULL = 5.0
"""A full count of more than the Council's members, which hardly any two votes share."""
MOST = 40
"""Events held against what is told; of more, too little is told to single one out."""


def singled_out(
    claims: Sequence[VoteClaim], docket: Docket, plausible: Callable[[VoteEvent], bool], enough: float = ENOUGH
) -> tuple[VoteEvent, float] | None:
    """The event, and how much speaks for it; None where no event stands out. `plausible` is asked about its day."""
    told = [claim for claim in claims if _tells(claim)]
    pool = [event for event in _pool(told, docket) if event.kind is not Kind.AMENDMENT and plausible(event)]
    if not pool or len(pool) > MOST:
        return None
    ranked = sorted(((_fit(told, event, docket), event) for event in pool), key=lambda pair: -pair[0])
    best, event = ranked[0]
    if best < enough or (len(ranked) > 1 and ranked[1][0] > best - LEAD):
        return None
    return event, best


def _tells(claim: VoteClaim) -> bool:
    if isinstance(claim, Position):
        return not claim.loose
    return isinstance(claim, Tally) or (isinstance(claim, Outcome) and not claim.words)


def _pool(told: Sequence[VoteClaim], docket: Docket) -> Iterable[VoteEvent]:
    """Events with at least two of the parts of the count that is told, or vetoed by those who are said to have."""
    counts: dict[str, int] = {}
    for claim in told:
        for role, count in _counts(claim).items():
            if counts.setdefault(role, count) != count:
                return ()
    given = [docket.by_count.get((role, count), frozenset()) for role, count in counts.items() if role != "not_voting"]
    if len(given) >= 2:
        return [docket.by_id[event_id] for event_id in sorted(frozenset.intersection(*given))]
    vetoers = [c for c in told if isinstance(c, Position) and c.choice == "veto" and not c.negated and c.members.named]
    if not vetoers:
        return ()
    pool = docket.vetoed if not given else [e for e in docket.vetoed if e.id in given[0]]
    return [e for e in pool if all(_vetoed(claim, e, docket) for claim in vetoers)]


def _counts(claim: VoteClaim) -> dict[str, int]:
    """The parts of the count that it gives: "three were for it, Chad, Mali and Togo" names all of them."""
    if isinstance(claim, Tally):
        return {role: whole(value) for role, value in parts(claim).items()}
    if isinstance(claim, Position) and _names_all(claim) and claim.total is not None:
        return {claim.choice: whole(claim.total)}
    return {}


def _names_all(claim: Position) -> bool:
    named = len(claim.members.named)
    told = claim.choice in SIDES and not claim.negated and claim.total is not None
    return told and claim.total is not None and whole(claim.total) == named > 1


def _vetoed(claim: Position, event: VoteEvent, docket: Docket) -> bool:
    codes = codes_on(claim.members, docket, event.date)
    return bool(codes) and codes is not None and codes <= set(event.vetoed_by)


def _fit(told: Sequence[VoteClaim], event: VoteEvent, docket: Docket) -> float:
    points = 0.0
    for claim in told:
        holds = judge(claim, event, docket).holds
        if holds in (Holds.YES, Holds.DEPENDS):
            points += _worth(claim)
        elif holds is Holds.NO:
            points += AGAINST
    return points


def _worth(claim: VoteClaim) -> float:
    if isinstance(claim, Tally):
        given = parts(claim)
        large = {"yes", "no", "abstain"} <= given.keys() and whole(given["yes"]) > LARGEST_COUNCIL
        return IN_FULL if large else float(len(given)) or 0.5
    if isinstance(claim, Position):
        return VETO if claim.choice == "veto" else ALL_NAMED if _names_all(claim) else 1.0
    return 0.0
