"""Up to when "had never" and "the last before that" are said: the vote spoken of, or the article's news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.checking.docket import Docket
from onrecord.checking.frequency import ways_of
from onrecord.reading.claims.frequency import Generalisation
from onrecord.record.model import VoteEvent

NEWS = 14
"""Days within which an act is the article's news."""


def before_something(claim: Generalisation) -> bool:
    """Whether what is said is of the time before a vote told of: "had never", "never before"."""
    before = "before" in claim.acts.subject.lower().split()
    return claim.past_perfect or before or (claim.form == "last" and claim.acts.by_then)


def before_what_is_told(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None
) -> date | None:
    """ "Never before had it vetoed": the day before the vote spoken of, or before the article's news."""
    if not before_something(claim):
        return None
    if event is None and article is not None:
        ways = ways_of(
            replace(claim.acts, period=(), since=""), docket, article, article, None, "", bounded=False, ever=True
        )
        latest = max((w.events[-1] for w in ways.each if w.events), key=lambda e: e.date, default=None)
        event = latest if latest is not None and (article - latest.date).days <= NEWS else None
    return event.date - timedelta(days=1) if event is not None else None
