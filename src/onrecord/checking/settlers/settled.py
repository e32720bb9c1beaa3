"""What every settler answers: a verdict with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.checking.finding import Evidence, Verdict, Why
from onrecord.record.model import VoteEvent


@dataclass(frozen=True, slots=True)
class Settled:
    """A verdict with what it rests on; turned into a finding by `onrecord.checking.check`."""

    verdict: Verdict
    reason: str
    events: tuple[VoteEvent, ...] = ()
    why: Why | None = None
    confidence: float = 0.9
    rows: tuple[Evidence, ...] = ()
    """Evidence that is no vote event: figures, terms, rules."""

    def left_open(self, reason: str | None = None, confidence: float = 0.4) -> Settled:
        """The same, where which votes or which time is meant cannot be told after all."""
        why = reason if reason is not None else self.reason
        return replace(self, verdict=Verdict.UNSETTLED, reason=why, why=Why.AMBIGUOUS, confidence=confidence)
