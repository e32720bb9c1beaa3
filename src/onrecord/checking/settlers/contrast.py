"""How one side of a vote compares with that of another: "33 more than in October"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.judging.tally import admits
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.words import capital, count_in_words, event_on
from onrecord.reading.claims.vote import Contrast
from onrecord.record.model import VoteEvent


def settle_contrast(claim: Contrast, told: Sequence[VoteEvent], docket: Docket, article: date | None) -> Settled | None:
    """`told` are the votes that the text told of, the last first; None where it cannot be told which two are meant."""
    if not told:
        return None
    if claim.against is not None:
        return _within_one(claim, told[0])
    event = told[0]
    dated = claim.date.resolve(article, event.date) if claim.date is not None else None
    if claim.date is not None and dated is None:
        return None
    if dated is not None and event.date in dated:
        event = next((e for e in told if e.date not in dated and e.date > event.date), None) or event
        if event.date in dated:
            return None
    others = [e for e in told if e.id != event.id and (dated is None or e.date in dated)]
    sure = len(others) == 1
    if not others and dated is not None:
        others = [e for e in docket.events if e.date in dated and e.title == event.title and e.id != event.id]
    if dated is None and any(e.date > event.date for e in others):
        return None
    if len(others) != 1 or event.yes is None or others[0].yes is None:
        return None
    own, other = getattr(event, claim.role), getattr(others[0], claim.role)
    if own is None or other is None:
        return None
    by = (other - own) if claim.fewer else (own - other)
    right = by > 0 and (claim.number is None or admits(claim.number, by))
    if not right and not sure:
        return None
    reason = f"The vote on {event_on(event)} was {count_in_words(event)}; that on {event_on(others[0])} was "
    reason += f"{count_in_words(others[0])}."
    return Settled(
        Verdict.SUPPORTED if right else Verdict.CONTRADICTED, capital(reason), (event, others[0]), None, 0.85
    )


NEAR, FAR = 0.15, 0.3
"""How far from a number of times one told as such may be, and from where it is wrong, as a part of it."""


def _within_one(claim: Contrast, event: VoteEvent) -> Settled | None:
    """ "Twice as many for it as against"."""
    own, other = getattr(event, claim.role), getattr(event, claim.against or "")
    if own is None or other is None:
        return None
    if claim.factor is not None:
        ratio = own / other if other else float("inf")
        right, wrong = _so_many_times(claim.factor, claim.hedge, ratio)
    else:
        by = (other - own) if claim.fewer else (own - other)
        right = by > 0 and (claim.number is None or admits(claim.number, by))
        wrong = not right
    if not (right or wrong) or (wrong and claim.loose):
        return None
    reason = capital(f"the vote on {event_on(event)} was {count_in_words(event)}.")
    return Settled(Verdict.SUPPORTED if right else Verdict.CONTRADICTED, reason, (event,), None, 0.85)


def _so_many_times(factor: float, hedge: str, ratio: float) -> tuple[bool, bool]:
    """Whether a ratio is as told, and whether it is far from it."""
    if hedge == "over":
        return ratio > factor, ratio <= factor
    if hedge == "nearly":
        return factor * (1 - FAR) <= ratio < factor * (1 + NEAR / 3), not factor / 2 <= ratio <= factor * (1 + NEAR)
    if factor == 1.0:
        return ratio == 1.0, ratio != 1.0
    return abs(ratio - factor) <= NEAR * factor, abs(ratio - factor) > FAR * factor
