"""The events that a thread may be about, each with what speaks for it, and which of them are let go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import inf

from onrecord.checking import weighing
from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds, judge
from onrecord.reading.claims.vote import Position, VoteClaim
from onrecord.reading.dates import DateMention
from onrecord.record.model import VoteEvent

LEAST = 4.0
"""Points below which no event is meant."""
ENOUGH = 3.0
"""Points that do for an event that leads far."""
CLEAR = 1.0
"""Points by which the best must lead."""
RIVAL = 2.5
"""A contradiction stands only where no event within this many points would bear the claim out."""
AHEAD = 1.5
"""Points by which an event leads so far that no other can be meant."""


@dataclass(slots=True)
class Candidate:
    event: VoteEvent
    cues: float
    """Points from date, subject and the like."""
    agreement: list[float] = field(default_factory=list)
    """Points by claim, in the thread's order."""
    off_date: bool = False
    """Whether the text's own date is another."""
    partly: float = 0.0
    """Points for the numbers of its counts that are right, whatever becomes of the others."""

    @property
    def points(self) -> float:
        return self.cues + self.partly + sum(self.agreement)

    def without(self, claim: int) -> float:
        """Points that do not rest on that claim."""
        return self.points - (self.agreement[claim] if 0 <= claim < len(self.agreement) else 0.0)


@dataclass(slots=True)
class Link:
    """What a thread is about: the events it may mean, best first, and whether it is all of them."""

    events: list[VoteEvent] = field(default_factory=list)
    together: bool = False
    """Several events named together: a claim is of each of them."""
    candidates: list[Candidate] = field(default_factory=list)
    basis: str = "none"
    """`symbol`, `date`, `subject`, `told` (by nothing but what is said to have happened), `none`."""
    missing_symbol: str | None = None
    """A symbol that the record does not hold."""
    before: tuple[VoteEvent, ...] = ()
    """What the thread before is about, and the vote that the text reports as news."""
    other_year: bool = False
    """Found on the day and month that the text gives, in another year than the text has led to."""

    @property
    def best(self) -> VoteEvent | None:
        return self.events[0] if self.events else None


def whole_year(mention: DateMention) -> bool:
    """Whether no month or day is named with the year."""
    return mention.form == "calendar" and mention.month is None


def bearing_out(link: Link, mention: DateMention) -> VoteEvent | None:
    """ "Abstained in 1979 and 1980": a vote of that year which bears out what is said; None where none near does."""
    if not whole_year(mention):
        return link.events[0]
    best = max((c.cues for c in link.candidates), default=0.0)
    near = (c for c in link.candidates if not c.off_date and c.cues > best - CLEAR)
    return next((c.event for c in near if c.agreement and all(points > 0 for points in c.agreement)), None)


def vetoed_besides(
    close: Sequence[Candidate], events: Sequence[VoteEvent], cues: Sequence[float], off_date: Sequence[bool]
) -> list[Candidate]:
    """The vetoed ones that are not among the nearest: of a year's many votes only these can be a veto's."""
    have = {c.event.id for c in close}
    far = (i for i, event in enumerate(events) if event.vetoed_by and event.id not in have)
    return [Candidate(events[i], cues[i], off_date=off_date[i]) for i in far]


def in_the_running(
    close: list[Candidate], claims: Sequence[VoteClaim], docket: Docket, by_parts: Callable[[VoteEvent], float]
) -> list[Candidate]:
    """Those that what is claimed may bring near the best, each with its agreement; others are let go at once.

    `by_parts` weighs an event by the counts of theirs that are the body's own.
    """
    gains = [weighing.by_agreement(claim, Holds.YES) for claim in claims]
    losses = [weighing.by_agreement(claim, Holds.NO) for claim in claims]
    most = sum(gains)
    margin = RIVAL + CLEAR + max(gains, default=0.0) - min(losses, default=0.0)
    best = -inf
    running: list[Candidate] = []
    for candidate in close:
        if not candidate.off_date:
            candidate.partly = by_parts(candidate.event)
        within_reach = candidate.cues + candidate.partly + most
        for claim, gain, loss in zip(claims, gains, losses, strict=True):
            if within_reach < best - margin:
                break
            holds = judge(claim, candidate.event, docket).holds
            agrees = holds is Holds.YES or holds is Holds.DEPENDS
            points = gain if agrees else loss if holds is Holds.NO else 0.0
            candidate.agreement.append(points)
            within_reach += points - gain
        else:
            best = max(best, candidate.points)
            running.append(candidate)
    for place, claim in enumerate(claims):
        if weighing.is_a_list(claim) and all(c.agreement[place] <= 0 for c in running):
            # Nobody else's list is right as it stands.
            for candidate in running:
                candidate.partly += weighing.by_names(claim, candidate.event, docket)
    return running


def far_ahead(close: list[Candidate]) -> bool:
    """Whether what is claimed bears the best out, and no other comes near it."""
    second = close[1].points if len(close) > 1 else -inf
    return sum(close[0].agreement) > CLEAR and close[0].points - second >= AHEAD


def at_odds(claims: Sequence[VoteClaim], link: Link) -> bool:
    """Whether the vote that fits best speaks against all that the text says."""
    agreement = link.candidates[0].agreement if link.candidates else []
    return bool(agreement) and max(agreement) < 0 and any(isinstance(c, Position) for c in claims)


def choice(close: list[Candidate], basis: str) -> Link:
    if not close or close[0].points < (ENOUGH if far_ahead(close) else LEAST):
        return Link(candidates=close[:10])
    fitting = [c.event for c in close if close[0].points - c.points < CLEAR]
    return Link(fitting, candidates=close[:15], basis=basis)
