"""So many years, or votes, in a row: counted back from the vote spoken of until one was otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.checking.deeds import eligible
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import Way, Ways, ways_of
from onrecord.checking.frequency_words import BASE, CARRIED, NOUNS, about, how, ordinal, who
from onrecord.checking.scopes import says_a_subject
from onrecord.checking.settlers.ordinal import RECENT, only
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.untold import MOST_CITED, untold
from onrecord.checking.words import event_on
from onrecord.reading.claims.frequency import OF_THE_BODY, Count
from onrecord.reading.intervals import Interval
from onrecord.record.model import Outcome, VoteEvent

OF_THE_FILE = "file"


def settle_in_a_row(
    claim: Count, order: int, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """Unsettled where the words name no subject, or the vote that ends the row cannot be told."""
    acts = replace(claim.acts, period=(), since="")
    if not says_a_subject(acts.subject, docket):
        acts = replace(acts, subject=OF_THE_FILE)  # of the matter spoken of
    ways = ways_of(acts, docket, article, article, event, near, bounded=False, ever=True)
    if ways.untold:
        return untold(ways, event)
    told = [_row(claim, way, docket, article, event) for way in ways.each]
    rows = [(way, row, broken) for way, (row, broken) in zip(ways.each, told, strict=True) if row]
    if not rows:
        reason = "The record holds no vote that clearly fits what the text says."
        return Settled(Verdict.UNSETTLED, reason, only(event), Why.NOT_FOUND, 0.4)
    right = [r for r in rows if len(r[1]) == order]
    way, row, broken = (right or rows)[0]
    cited = tuple(e for votes in row for e in votes[::-1])[:MOST_CITED]
    reason = f"It was the {ordinal(len(row))} {claim.in_a_row} in a row{about(way)} {_so(claim, way, docket)}"
    if broken is not None:
        reason = f"{reason}; {_otherwise(claim, way, docket, broken)}"
        cited = (*cited[: MOST_CITED - 1], broken)
    if right:
        return Settled(Verdict.SUPPORTED, f"{reason}.", cited, confidence=0.9 if len(right) == len(rows) else 0.7)
    if not _plain(ways):
        return Settled(Verdict.UNSETTLED, f"{reason}, as far as the record can tell.", cited, Why.AMBIGUOUS, 0.5)
    return Settled(Verdict.CONTRADICTED, f"{reason}.", cited, confidence=0.8)


def _plain(ways: Ways) -> bool:
    return ways.sure and all(scope.events is not None for scope in ways.scopes)


def _row(
    claim: Count, way: Way, docket: Docket, article: date | None, event: VoteEvent | None
) -> tuple[list[list[VoteEvent]], VoteEvent | None]:
    """The years or votes of the row, the latest first, and the vote that came before it and was otherwise."""
    texts = eligible(claim.acts, docket, (Interval(None, article),), way.scope)
    if claim.acts.what in OF_THE_BODY:
        texts = [e for e in texts if e.outcome is Outcome.ADOPTED]
    done = {e.id for e in way.events}
    groups = _grouped(texts, claim.in_a_row)
    ends = next((i for i in range(len(groups) - 1, -1, -1) if event is not None and event in groups[i]), None)
    if ends is None:
        ends = len(groups) - 1
        if not groups or article is None or (article - groups[ends][-1].date).days > RECENT:
            return [], None
    row: list[list[VoteEvent]] = []
    for group in reversed(groups[: ends + 1]):
        if not any(e.id in done for e in group):
            return row, group[-1]
        row.append([e for e in group if e.id in done])
    return row, None


def _grouped(texts: Sequence[VoteEvent], by: str) -> list[list[VoteEvent]]:
    if by != "year":
        return [[event] for event in texts]
    years: dict[int, list[VoteEvent]] = {}
    for event in texts:
        years.setdefault(event.date.year, []).append(event)
    return [years[year] for year in sorted(years)]


def _so(claim: Count, way: Way, docket: Docket) -> str:
    """ "In which Russia abstained", "with a resolution adopted without unanimity"."""
    if claim.acts.what in OF_THE_BODY:
        return f"with a {NOUNS[claim.acts.what][0]}{how(claim.acts)}"
    return f"in which {who(way, docket)} {DID_SO[claim.acts.what]}"


DID_SO = {
    "veto": "vetoed",
    "no": "voted against",
    "abstain": "abstained",
    "yes": "voted in favour",
    "not voting": "took no part",
}


def _otherwise(claim: Count, way: Way, docket: Docket, event: VoteEvent) -> str:
    if claim.acts.carried:
        return f"{event_on(event)} was not adopted {CARRIED[claim.acts.carried]} ({event.tally})"
    if claim.acts.what in OF_THE_BODY:
        return f"{event_on(event)} was otherwise ({event.tally})"
    return f"{who(way, docket)} did not {BASE[claim.acts.what]} {event_on(event)} ({event.tally})"
