"""Which vote event a thread is about: cues vote for candidates, from hard (symbol, date) to soft (subject).

Weights are in points; an event must lead clearly, else all that fit are kept and the claim must hold of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from onrecord.checking import judgement
from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds
from onrecord.checking.threads import Thread
from onrecord.reading.claims.vote import Outcome, Position, Reference, Sponsor, Tally, VoteClaim
from onrecord.reading.read import Reading
from onrecord.record.model import Certainty, Kind, VoteEvent

EXACT_DAY, NEAR_DAY, NARROW, WIDE = 8.0, 3.0, 5.0, 2.5
COARSE = 300
"""Days; "last year" and the like may stand beside the point."""
OTHER_YEAR = 2.0
"""The day and month given without a year, in another year than the latest."""
OFF_DATE = -7.0
LED = 0.75
"""What a date counts that stands in a sentence before the claim's own."""
SUBJECT, DOCUMENT = 7.0, 3.0
AGREES = {Tally: 3.0, Position: 1.5, Outcome: 0.8, Sponsor: 1.8, Reference: 0.0}
DISAGREES = {Tally: -1.0, Position: -1.0, Outcome: -1.0, Sponsor: -0.6, Reference: 0.0}
APART = 5.0
"""Taken from the event of a text that this one is set apart from."""
LEAST = 4.0
"""Points below which no event is meant."""
CLEAR = 1.0
"""Points by which the best must lead."""
RIVAL = 2.5
"""A contradiction stands only where no event within this many points would bear the claim out."""
MOST = 40
"""Candidates that are looked at closely."""


@dataclass(slots=True)
class Candidate:
    event: VoteEvent
    cues: float
    """Points from date, subject and the like."""
    agreement: dict[int, float] = field(default_factory=dict)
    """Points by claim (its place in the thread)."""

    @property
    def points(self) -> float:
        return self.cues + sum(self.agreement.values())

    def without(self, claim: int) -> float:
        return self.points - self.agreement.get(claim, 0.0)


@dataclass(slots=True)
class Link:
    """What a thread is about: the events it may mean, best first, and whether it is all of them."""

    events: list[VoteEvent] = field(default_factory=list)
    together: bool = False
    """Several events named together: a claim is of each of them."""
    candidates: list[Candidate] = field(default_factory=list)
    basis: str = "none"
    """`symbol`, `date`, `subject`, `none`."""
    missing_symbol: str | None = None
    """A symbol that the record does not hold."""

    @property
    def best(self) -> VoteEvent | None:
        return self.events[0] if self.events else None


class Linker:
    """Links the threads of one document."""

    def __init__(self, reading: Reading, dockets: Mapping[str, Docket], article: date | None) -> None:
        self.reading = reading
        self.dockets = dockets
        self.article = article
        self.links: dict[int, Link] = {}
        self._document_terms: dict[str, dict[str, float]] = {}

    def link(self, thread: Thread) -> Link:
        cached = self.links.get(id(thread))
        if cached is not None:
            return cached
        docket = self.dockets[thread.body]
        link = self._by_symbol(thread, docket) or self._by_dates(thread, docket)
        self.links[id(thread)] = link
        return link

    # --- hard keys -----------------------------------------------------------------------

    def _by_symbol(self, thread: Thread, docket: Docket) -> Link | None:
        if not thread.symbols:
            return None
        found: list[VoteEvent] = []
        missing: str | None = None
        for symbol in thread.symbols:
            events = docket.with_symbol(symbol)
            if not events and symbol.startswith("A/"):
                events = self.dockets["unga"].with_symbol(symbol)
            events = [e for e in events if e.kind not in (Kind.AMENDMENT,)] or events
            if not events:
                missing = symbol
            elif len(events) > 1 and self.article is not None:
                past = [e for e in events if e.date <= self.article + timedelta(days=1)]
                found.extend(past or events)
            else:
                found.extend(events)
        if missing is not None and not found:
            return Link(basis="symbol", missing_symbol=missing)
        together = len(thread.symbols) > 1 or len(found) > 1
        return Link(found, together=together, candidates=[Candidate(e, 20.0) for e in found], basis="symbol", missing_symbol=missing)

    def _by_dates(self, thread: Thread, docket: Docket) -> Link:
        if len(thread.dates) > 1:
            links = [self._ranked(thread, docket, index) for index in range(len(thread.dates))]
            events = [link.events[0] for link in links if link.events]
            if len(events) == len(links):
                unique = list({e.id: e for e in events}.values())
                candidates = [c for link in links for c in link.candidates]
                return Link(unique, together=True, candidates=candidates, basis="date")
        return self._ranked(thread, docket, 0)

    # --- soft keys -----------------------------------------------------------------------

    def _context(self, thread: Thread) -> date | None:
        """The day last spoken of before the thread: an event's, or one that the text gives."""
        linked: dict[int, date] = {}
        earlier = thread.after
        while earlier is not None:
            link = self.links.get(id(earlier))
            if link is not None and link.events:
                for index in earlier.sentences:
                    linked.setdefault(index, link.events[0].date)
            earlier = earlier.after
        first = min(thread.sentences | thread.lead_in)
        for index in range(max(thread.sentences), -1, -1):
            if index in linked and (index < min(thread.sentences) or thread.after is not None):
                return linked[index]
            if index < max(thread.sentences) and (stated := self._stated_day(index)) is not None:
                return stated
            if index < first - 6:
                break
        return max(linked.items())[1] if linked else None

    def _stated_day(self, index: int) -> date | None:
        for chunk in reversed(self.reading.sentences[index].chunks):
            mention = chunk.date
            if mention is not None and mention.role == "at" and mention.form == "calendar" and not mention.from_context:
                interval = mention.resolve(self.article, None)
                if interval is not None and interval.end is not None and mention.month is not None:
                    return interval.end
        return None

    def _ranked(self, thread: Thread, docket: Docket, which: int) -> Link:
        mention = thread.dates[which] if thread.dates else None
        context = self._context(thread)
        interval = mention.resolve(self.article, context) if mention is not None else None
        subject = self._relevance(thread, docket)
        whole = self._document_relevance(thread.body, docket)
        scored: dict[str, Candidate] = {}
        for event in self._pool(thread, docket, interval, mention, subject, whole):
            if self.article is not None and event.date > self.article:
                continue
            cues = self._date_points(event, interval, mention, context, docket) * (LED if thread.dates_led else 1.0)
            cues += SUBJECT * subject.get(event.id, 0.0) + DOCUMENT * whole.get(event.id, 0.0)
            cues += _kind_points(event, thread)
            scored[event.id] = Candidate(event, cues)
        for other in thread.differs_from:
            link = self.links.get(id(other))
            if link is not None and len(link.events) == 1 and link.events[0].id in scored:
                scored[link.events[0].id].cues -= APART
        close = sorted(scored.values(), key=lambda c: -c.cues)[:MOST]
        close += self._fitting_tally(thread, docket, scored, close)
        for candidate in close:
            self._agree(thread, docket, candidate)
        close.sort(key=lambda c: -c.points)
        return self._choice(thread, close, interval, mention)

    def _pool(self, thread: Thread, docket: Docket, interval, mention, subject: Mapping[str, float], whole: Mapping[str, float]) -> Iterable[VoteEvent]:  # type: ignore[no-untyped-def] # noqa: ANN001
        pool: dict[str, VoteEvent] = {}
        if interval is not None:
            start = interval.start - timedelta(days=2) if interval.start else None
            end = interval.end + timedelta(days=2) if interval.end else None
            pool.update((e.id, e) for e in docket.between(start, end))
        elif self.article is not None:
            pool.update((e.id, e) for e in docket.between(self.article - timedelta(days=70), self.article + timedelta(days=1)))
        for source, most in ((subject, 60), (whole, 20)):
            for event_id, _ in sorted(source.items(), key=lambda item: -item[1])[:most]:
                pool[event_id] = docket.by_id[event_id]
        return pool.values()

    def _date_points(self, event: VoteEvent, interval, mention, context: date | None, docket: Docket) -> float:  # type: ignore[no-untyped-def] # noqa: ANN001
        if interval is not None:
            days = (interval.end - interval.start).days if interval.start and interval.end else 9_999
            if any(d in interval for d in docket.days(event)):
                return EXACT_DAY if days <= 1 else EXACT_DAY - 1.5 if days <= 8 else NARROW if days <= 62 else WIDE + 0.8 if days <= 400 else WIDE - 1.0
            gap = min(abs((event.date - edge).days) for edge in (interval.start, interval.end) if edge is not None)
            if days <= 1 and gap == 1:
                return NEAR_DAY
            if mention is not None and mention.form == "calendar" and mention.year is None and mention.month is not None and mention.matches(event.date):
                return OTHER_YEAR
            return OFF_DATE if days < COARSE else OFF_DATE / 2
        if mention is not None:
            return NEAR_DAY - 1.5 if mention.matches(event.date) else OFF_DATE / 2
        points = 0.0
        if context is not None:
            gap = abs((event.date - context).days)
            points = 2.5 if gap == 0 else 1.5 if gap <= 3 else 0.8 if gap <= 40 else 0.0
        if self.article is not None:
            age = (self.article - event.date).days
            recent = 5.0 if age <= 1 else 4.5 if age <= 3 else 4.0 if age <= 7 else 3.0 if age <= 14 else 2.0 if age <= 31 else 1.0 if age <= 92 else 0.3 if age <= 400 else 0.0
            points = max(points, recent)
        return points

    def _relevance(self, thread: Thread, docket: Docket) -> dict[str, float]:
        texts = [self.reading.sentences[i].text for i in sorted(thread.sentences | thread.lead_in)]
        first = min(thread.sentences | thread.lead_in)
        terms = docket.subjects.terms(" ".join(texts))
        relevance = docket.subjects.relevance(terms)
        if not relevance and first > 0:
            relevance = {k: 0.6 * v for k, v in docket.subjects.relevance(docket.subjects.terms(self.reading.sentences[first - 1].text)).items()}
        return relevance

    def _document_relevance(self, body: str, docket: Docket) -> dict[str, float]:
        cached = self._document_terms.get(body)
        if cached is None:
            cached = docket.subjects.relevance(docket.subjects.terms(self.reading.normal.text[:6000]))
            self._document_terms[body] = cached
        return cached

    def _fitting_tally(self, thread: Thread, docket: Docket, scored: dict[str, Candidate], close: list[Candidate]) -> list[Candidate]:
        """Where nothing dates the text, a full count may single an event out."""
        have = {c.event.id for c in close}
        extra: list[Candidate] = []
        for claim in thread.claims:
            if not isinstance(claim, Tally):
                continue
            given = judgement.parts(claim)
            if set(given) >= {"yes", "no"}:
                key = tuple(int(getattr(given.get(r, 0), "value", given.get(r, 0))) for r in ("yes", "no", "abstain"))
                for event in docket.by_tally.get(key, [])[:200]:  # type: ignore[call-overload]
                    if event.id in have:
                        continue
                    candidate = scored.get(event.id)
                    if candidate is None and (self.article is None or event.date <= self.article + timedelta(days=1)) and not thread.dates:
                        candidate = Candidate(event, _kind_points(event, thread))
                    if candidate is not None:
                        extra.append(candidate)
                        have.add(event.id)
        return extra

    def _agree(self, thread: Thread, docket: Docket, candidate: Candidate) -> None:
        for index, claim in enumerate(thread.claims):
            holds = judge(claim, candidate.event, docket).holds
            if holds in (Holds.YES, Holds.DEPENDS):
                points = AGREES[type(claim)]
                if isinstance(claim, Tally):
                    given = len(judgement.parts(claim))
                    points = 4.0 if given >= 3 else 3.0 if given == 2 else 1.0
                elif isinstance(claim, Position) and claim.choice == "veto":
                    points = 2.5
                candidate.agreement[index] = points
            elif holds is Holds.NO:
                candidate.agreement[index] = DISAGREES[type(claim)] * (1.5 if isinstance(claim, Position) and claim.choice == "veto" else 1.0)

    def _choice(self, thread: Thread, close: list[Candidate], interval, mention) -> Link:  # type: ignore[no-untyped-def] # noqa: ANN001
        if not close or close[0].points < LEAST:
            return Link(candidates=close[:10])
        best = close[0]
        fitting = [c for c in close if best.points - c.points < CLEAR]
        basis = "date" if mention is not None else "subject"
        return Link([c.event for c in fitting], candidates=close[:15], basis=basis)


def judge(claim: VoteClaim, event: VoteEvent, docket: Docket, mentioned: frozenset[str] = frozenset()) -> judgement.Judgement:
    """One claim against one event."""
    if isinstance(claim, Position):
        return judgement.position(claim, event, docket, mentioned)
    if isinstance(claim, Tally):
        return judgement.tally(claim, event, docket)
    if isinstance(claim, Outcome):
        return judgement.outcome(claim, event, docket)
    if isinstance(claim, Sponsor):
        return judgement.sponsor(claim, event, docket)
    return judgement.UNKNOWN


def _kind_points(event: VoteEvent, thread: Thread) -> float:
    points = 0.0
    if event.kind is Kind.AMENDMENT:
        points += 2.5 if thread.amendment else -3.0
    elif thread.amendment:
        points -= 1.5
    if event.kind is Kind.PART:
        points -= 0.3
    if event.kind is Kind.PROCEDURAL and event.resolution is None:
        points -= 0.0 if thread.uncovered else 4.0
    if event.yes is None:
        points -= 1.5
    if event.certainty is Certainty.GENERAL_KNOWLEDGE:
        points -= 1.0
    if not event.votes_known and event.body == "unsc":
        points -= 0.5
    return points
