"""Whether the first or last act, once found by its day, was on the subject that the text says it was on."""

from __future__ import annotations

from dataclasses import replace

from onrecord.checking.deeds import vetoers
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.scopes import PLACES
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.subjects_phrases import PERMANENT_TERMS
from onrecord.reading.claims.frequency import Generalisation


def on_its_subject(claim: Generalisation, settled: Settled | None, docket: Docket) -> Settled | None:
    """Borne out only where the act found was on that subject; belied where it was on another country's."""
    if (
        settled is None
        or settled.verdict not in (Verdict.SUPPORTED, Verdict.DEPENDS)
        or not claim.said_on
        or not claim.at
    ):
        return settled
    terms = frozenset(t for t in docket.subjects.main_terms(claim.said_on) if t.startswith(PLACES))
    event = settled.events[0]
    own = docket.subjects.subject_terms(event.id)
    if not terms or terms & own:
        return settled
    reason = f"{settled.reason[:-1]}; its subject is “{event.title.rstrip('.')}”." if event.title else settled.reason
    theirs = {f"member:{code}" for code in vetoers(docket, event)} | PERMANENT_TERMS
    others = {t for t in own if t.startswith("member:")} - theirs
    if not others or not all(t.startswith("member:") for t in terms) or terms & theirs:
        return settled.left_open(f"{settled.reason[:-1]}; whether it was on what the text says is open.")
    return replace(settled, verdict=Verdict.CONTRADICTED, reason=reason, why=None, confidence=0.75)
