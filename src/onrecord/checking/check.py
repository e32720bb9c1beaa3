"""Hold a text against the record: read it, link its claims to vote events, settle each, say why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from datetime import date
from typing import Any

from onrecord.checking.dating import dateline, infer_date
from onrecord.checking.docket import Docket
from onrecord.checking.finding import (
    ArticleDate,
    CheckedDocument,
    ClaimKind,
    Evidence,
    Finding,
    Quotation,
    Verdict,
    Why,
)
from onrecord.checking.gate import worth_reading
from onrecord.checking.linking import Link, Linker
from onrecord.checking.settlers import count, generalisation, reference, vote
from onrecord.checking.settlers.vote import Settled
from onrecord.checking.threads import Thread, threads
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.vote import Outcome, Position, Reference, Sponsor, Tally, VoteClaim
from onrecord.reading.lexicon import Lexicon, lexicon
from onrecord.reading.read import Reading, read
from onrecord.record.model import VoteEvent
from onrecord.record.store import Record

KINDS: Mapping[type[VoteClaim], ClaimKind] = {
    Position: ClaimKind.POSITION,
    Tally: ClaimKind.TALLY,
    Outcome: ClaimKind.OUTCOME,
    Sponsor: ClaimKind.SPONSORSHIP,
    Reference: ClaimKind.REFERENCE,
    Count: ClaimKind.COUNT,
    Generalisation: ClaimKind.GENERALISATION,
}


NEAR = 1500
"""Characters before a count that tell which war or mission it speaks of."""
BORNE_OUT = (Verdict.SUPPORTED, Verdict.DEPENDS)


class Checker:
    """Holds what is loaded once: the record arranged for checking and the words."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.lexicon: Lexicon = lexicon(record.aliases)
        self.dockets = {body: Docket(record, body) for body in ("unsc", "unga")}

    def check(
        self, text: str, *, id: str = "", source: str | None = None, date: date | None = None, basis: str = "given",
        title: str | None = None, url: str | None = None,
    ) -> CheckedDocument:  # fmt: skip
        """Findings in the order of the text; `date` is the article's, `basis` how it is known."""
        sha = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        when = ArticleDate(date, basis if date is not None else "unknown")
        if date is None and (stated := dateline(text)) is not None:
            date, when = stated, ArticleDate(stated, "metadata")
        if not worth_reading(text):
            return CheckedDocument(id, source, text, sha, when, (), (), title, url)
        reading = read(text, self.lexicon)
        if date is None:
            date = infer_date(reading, self.dockets)
            when = ArticleDate(date, "inferred" if date is not None else "unknown")
        findings = self._findings(text, reading, when)
        quotations = tuple(
            Quotation(*span, text[span[0] : span[1]], q.speaker, q.cue) for q in reading.quotations for span in [reading.normal.original(q.start, q.end)]
        )
        return CheckedDocument(id, source, text, sha, when, findings, quotations, title, url)

    def _findings(self, text: str, reading: Reading, when: ArticleDate) -> tuple[Finding, ...]:
        spun = threads(reading, self.dockets["unsc"].ever_seated)
        linker = Linker(reading, self.dockets, when.value)
        found: list[Finding] = []
        known = reading.speaks_of_the_united_nations
        for thread in spun:
            link = linker.link(thread)
            docket = self.dockets[thread.body]
            for claim in thread.claims:
                if isinstance(claim, Reference):
                    settled = reference.settle(claim, docket, when.value)
                else:
                    settled = vote.settle(claim, thread, link, docket, when.value)
                if settled is not None and not _idle(claim, settled, known) and _here(reading, claim, settled):
                    found.append(self._finding(text, reading, claim, settled, when))
        for claim in reading.claims:
            if isinstance(claim, Count | Generalisation):
                settled = self._frequency(claim, spun, linker, when.value, reading)
                if settled is not None and (known or claim.acts.what == "veto" or settled.verdict in BORNE_OUT) and _here(reading, claim, settled):
                    found.append(self._finding(text, reading, claim, settled, when))
        return tuple(sorted(found, key=lambda f: (f.start, f.end)))

    def _frequency(self, claim: Count | Generalisation, spun: list[Thread], linker: Linker, article: date | None, reading: Reading) -> Settled | None:
        thread = _near(claim, spun)
        link = linker.link(thread) if thread is not None else Link()
        event = link.best
        docket = self.dockets["unsc"]
        if event is not None and event.body != "unsc":
            event = None
        near = reading.normal.text[max(0, claim.start - NEAR) : claim.end]
        if isinstance(claim, Count):
            return count.settle(claim, docket, article, event, near)
        return generalisation.settle(claim, docket, article, event, near)

    def _finding(self, text: str, reading: Reading, claim: VoteClaim, settled: Settled, when: ArticleDate) -> Finding:
        start, end = reading.normal.original(claim.start, claim.end)
        reason = settled.reason
        return Finding(
            start=start, end=end, text=text[start:end], kind=KINDS[type(claim)], claim=as_plain(claim), verdict=settled.verdict,
            reason=reason, evidence=tuple(self._evidence(settled.events)),
            why=settled.why if settled.verdict is Verdict.UNSETTLED else None, said_by=claim.said_by, confidence=round(settled.confidence, 2),
        )  # fmt: skip

    def _evidence(self, events: Iterable[VoteEvent]) -> Iterable[Evidence]:
        for event in events:
            sources = self.record.sources
            titles = [sources[s].title for s in event.sources if s in sources]
            yield Evidence(
                "vote_events", event.id, source="; ".join(titles), date=event.date, symbol=event.symbol, draft=event.draft,
                resolution=event.resolution, tally=event.tally, url=event.url,
            )  # fmt: skip


def _here(reading: Reading, claim: VoteClaim, settled: Settled) -> bool:
    """Whether the vote is the United Nations': a sentence about a parliament or a match must fit an event to be."""
    return not reading.sentences[claim.sentence].elsewhere or settled.verdict in BORNE_OUT


def _idle(claim: VoteClaim, settled: Settled, known: bool) -> bool:
    """Without an event and in a text that never names the United Nations, nothing says the vote was there."""
    if settled.verdict is not Verdict.UNSETTLED or settled.events or known or settled.why is Why.NOT_COVERED:
        return False
    return not (isinstance(claim, Position) and len(claim.members.named) > 1)


def _near(claim: VoteClaim, spun: list[Thread]) -> Thread | None:
    """The thread that a count or generalisation stands in: that of the claim told last before it, else of the next."""
    before = [(c.start, thread) for thread in spun for c in thread.claims if c.start < claim.end and c.sentence <= claim.sentence]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    behind = [(c.start, thread) for thread in spun for c in thread.claims if c.sentence <= claim.sentence + 1]
    return min(behind, key=lambda pair: pair[0])[1] if behind else None


def as_plain(value: Any) -> Any:
    """A claim as plain values for JSON, empty fields and offsets left out."""
    if is_dataclass(value) and not isinstance(value, type):
        plain = {f.name: as_plain(getattr(value, f.name)) for f in fields(value) if f.name not in ("start", "end", "sentence", "said_by", "aliases")}
        return {k: v for k, v in plain.items() if v not in (None, False, (), [], "", {})}
    if isinstance(value, tuple | list):
        return [as_plain(v) for v in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


__all__ = ["Checker", "Why"]


def check_text(
    text: str, date: date | None = None, record: Record | None = None, *, id: str = "", source: str | None = None,
    metadata_date: date | None = None, title: str | None = None, url: str | None = None,
) -> CheckedDocument:  # fmt: skip
    """Check one text; a given date rules over the document's own, and that over what can be inferred."""
    checker = shared_checker(record)
    when, basis = (date, "given") if date is not None else (metadata_date, "metadata")
    return checker.check(text, id=id, source=source, date=when, basis=basis, title=title, url=url)


def shared_checker(record: Record | None = None) -> Checker:
    """One checker a process, for the record that ships or the one given."""
    if record is None:
        return _shipped()
    return _of(record)


@lru_cache(maxsize=1)
def _shipped() -> Checker:
    from onrecord.record.store import open_record

    return _of(open_record())


@lru_cache(maxsize=4)
def _of(record: Record) -> Checker:
    return Checker(record)
