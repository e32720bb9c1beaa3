"""On what the first act of all was: "China's first veto was about Bangladesh", with no date."""

from __future__ import annotations

from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.frequency import ways_of
from onrecord.checking.frequency_words import NOUNS, by, how
from onrecord.checking.scopes import PLACES
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.words import event_on
from onrecord.reading.claims.frequency import Generalisation
from onrecord.record.model import VoteEvent


def settle_first_on(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """Whether the first act was on the subject that the text says; None where the words do not tell of all time.

    Against it only a later act on that subject can speak, and only where the text tells of no vote that may be meant.
    """
    acts = claim.acts
    if not claim.said_on or claim.at or acts.period or acts.since or acts.back or acts.tenure is not None:
        return None
    terms = frozenset(t for t in docket.subjects.main_terms(claim.said_on) if t.startswith(PLACES))
    ways = ways_of(acts, docket, article, article, event, near, bounded=False, ever=True)
    firsts = [(way, way.events[0]) for way in ways.each if way.events and way.scope.events is None]
    if ways.untold or ways.uncovered or not terms or not firsts:
        return None
    way, first = min(firsts, key=lambda one: (one[1].date, one[1].order))
    reason = f"The first {NOUNS[acts.what][0]}{by(acts, way, docket)}{how(acts)} was on {event_on(first)}."
    about = docket.subjects.subject_terms
    if all(terms & about(one.id) for _, one in firsts):
        return Settled(Verdict.SUPPORTED, reason, (first,), confidence=0.85)
    later = any(terms & about(one.id) for one in way.events[1:])
    if later and event is None and not any(terms & about(one.id) for _, one in firsts):
        return Settled(Verdict.CONTRADICTED, reason, (first,), confidence=0.75)
    return None
