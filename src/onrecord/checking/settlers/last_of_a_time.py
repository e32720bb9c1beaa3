"""The last of a year, a decade or an era: whether the act spoken of had none behind it in that time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import ways_of
from onrecord.checking.frequency_words import NOUNS, about, by, difference, how, span
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.untold import untold
from onrecord.checking.words import event_on
from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.dates import DateMention
from onrecord.record.model import VoteEvent


def settle_last_of_a_time(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """ "It was the last Russian veto of the decade": of the act spoken of; None where none is."""
    if event is None:
        return None
    acts = replace(claim.acts, period=tuple(_around(d, event) for d in claim.acts.period))
    ways = ways_of(acts, docket, article, article, event, near)
    if ways.untold:
        return untold(ways, event)
    told = [w for w in ways.each if event in w.events]
    if not told:
        return None
    right = [w for w in told if w.events[-1] == event]
    way = (right or told)[0]
    act = f"The last {NOUNS[acts.what][0]}{by(acts, way, docket)}{how(acts)}{about(way)}{span(ways, article)}"
    reason = f"{act} was on {event_on(way.events[-1])}."
    if len(right) == len(told):
        return Settled(Verdict.SUPPORTED, reason, (event,), confidence=0.85)
    later = next(w for w in told if w not in right)
    if right:
        reason = f"{reason[:-1]} {difference(way, later)}; {difference(later, way)}, on {event_on(later.events[-1])}."
        return Settled(Verdict.DEPENDS, reason, (event, later.events[-1]))
    if not ways.complete:
        return Settled(Verdict.UNSETTLED, reason, (later.events[-1],), Why.AMBIGUOUS, 0.5)
    return Settled(Verdict.CONTRADICTED, reason, (later.events[-1],), confidence=0.8)


def _around(mention: DateMention, event: VoteEvent) -> DateMention:
    """ "The year", "the decade": that of the vote spoken of."""
    if mention.form != "unit" or mention.step or mention.unit not in ("year", "decade"):
        return mention
    year = event.date.year
    return replace(mention, form="decade", unit=None, year=year - year % 10, from_context=False)
