"""One part of a vote's count against the earlier votes on the same matter: the fewest in favour since a year."""

from __future__ import annotations

from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.untold import MOST_CITED
from onrecord.checking.words import capital, counted, event_on
from onrecord.reading.claims.frequency import Generalisation
from onrecord.record.model import VoteEvent

NOUNS = {
    "yes": ("vote in favour", "votes in favour"),
    "no": ("vote against", "votes against"),
    "abstain": ("abstention", "abstentions"),
}


def settle_tally_record(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None
) -> Settled | None:
    """None where no vote is spoken of; the votes compared are those under the same title, one a year."""
    role = claim.acts.what
    if event is not None and claim.acts.up_to_now and article is not None:
        # "Never have so many opposed it", behind one of the votes of years before
        event = max((e for e in _matter(event, docket) if e.date <= article), key=lambda e: e.date, default=event)
    size = _part(event, role) if event is not None else None
    if event is None or size is None or role not in NOUNS:
        return None
    start = None
    if claim.at:
        named = claim.at[0].when(article or event.date, event.date)
        if named is None or named.end is None:
            return None
        start = named.start if claim.at[0].form == "span" else named.end
    matter = _matter(event, docket)
    earlier = [e for e in matter if e.date < event.date and e.outcome is event.outcome]
    values = [(e, n) for e in earlier if (n := _part(e, role)) is not None and (start is None or e.date > start)]
    had = f"{capital(event_on(event))} had {counted(size, *NOUNS[role])}"
    if not values:
        reason = f"{had}; the record holds no earlier vote on the same matter in that time."
        return Settled(Verdict.UNSETTLED, reason, (event,), Why.NOT_FOUND, 0.4)
    fewest = claim.form == "fewest_votes"
    against = [(e, n) for e, n in values if (n <= size if fewest else n >= size)]
    if against:
        other, n = against[-1]
        reason = f"{had}, and {event_on(other)} had {counted(n, *NOUNS[role])}."
        return Settled(Verdict.CONTRADICTED, reason, (event, *(e for e, _ in against[::-1]))[:MOST_CITED])
    nearest, n = (min if fewest else max)(values, key=lambda one: one[1])
    before = [e for e in matter if e.date < event.date and start is not None and e.date <= start]
    reason = f"{had}; of the {counted(len(values), 'earlier vote')} on the matter in that time none had "
    reason += f"{'as few' if fewest else 'as many'} (the nearest is {event_on(nearest)} with {n})."
    return Settled(Verdict.SUPPORTED, reason, (event, *before[-1:], nearest), confidence=0.85)


def _part(event: VoteEvent, role: str) -> int | None:
    return {"yes": event.yes, "no": event.no, "abstain": event.abstain}.get(role)


def _matter(event: VoteEvent, docket: Docket) -> list[VoteEvent]:
    """The votes of the same body whose titles begin alike: the item that comes back every year."""
    key = _key(event)
    return [e for e in docket.events if key and _key(e) == key and e.kind is event.kind]


def _key(event: VoteEvent) -> str:
    return " ".join((event.title or "").lower().replace("unites", "united").split()[:12])
