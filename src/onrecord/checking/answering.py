"""Claims to findings: what the record can speak to is kept, said once, and put in the order of the text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from onrecord.checking.belonging import belongs, borne_out
from onrecord.checking.docket import Docket
from onrecord.checking.finding import ArticleDate, ClaimKind, Evidence, Finding, Verdict
from onrecord.checking.own_words import in_order, words_of_claim
from onrecord.checking.parted import parted
from onrecord.checking.plain import plain_claim
from onrecord.checking.settlers.naming import only_named
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.spoken import Spoken
from onrecord.reading.claims.figure import Figure
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.membership import Membership, Size
from onrecord.reading.claims.rule import Rule
from onrecord.reading.claims.vote import Contrast, Outcome, Position, Reference, Sponsor, Tally, VoteClaim
from onrecord.reading.read import Reading
from onrecord.record.model import VoteEvent

KINDS: Mapping[type[VoteClaim], ClaimKind] = {
    Position: ClaimKind.POSITION,
    Tally: ClaimKind.TALLY,
    Contrast: ClaimKind.TALLY,
    Outcome: ClaimKind.OUTCOME,
    Sponsor: ClaimKind.SPONSORSHIP,
    Reference: ClaimKind.REFERENCE,
    Count: ClaimKind.COUNT,
    Generalisation: ClaimKind.GENERALISATION,
    Figure: ClaimKind.FIGURE,
    Membership: ClaimKind.MEMBERSHIP,
    Size: ClaimKind.MEMBERSHIP,
    Rule: ClaimKind.RULE,
}


def answer(text: str, reading: Reading, dockets: Mapping[str, Docket], when: ArticleDate, offset: int) -> list[Finding]:
    """Findings in the order of the text, which stands at `offset` in the document; theirs count from its start."""
    spoken = Spoken(reading, dockets, when)
    answered = [(c, a) for c, a in (*spoken.of_votes(), *spoken.of_the_rest()) if a is not None]
    known = borne_out(reading, answered)
    plain = reading.normal.text
    own = ((c, a) for c, a in answered if belongs(reading, c, a, known))
    settled = [one for c, a in own for one in parted(plain, c, a, spoken.docket_of(c))]
    kept = _once(sorted(settled, key=lambda one: (one[0].start, -one[0].end)))
    told: dict[int, list[tuple[VoteClaim, Settled]]] = {}
    kept = [(c, a) for i, (c, a) in enumerate(kept) if not only_named(c, a, plain[c.start : c.end], kept[:i])]
    for claim, answer in kept:
        told.setdefault(claim.sentence, []).append((claim, answer))
    found = []
    for claim, answer in kept:
        words = words_of_claim(reading, claim, answer, told[claim.sentence])
        found.append(_finding(text, offset, spoken, claim, words, answer))
    return in_order(found)


def _once(settled: list[tuple[VoteClaim, Settled]]) -> list[tuple[VoteClaim, Settled]]:
    """What the same words say twice ("abstained and let it pass") is one finding."""
    kept: list[tuple[VoteClaim, Settled]] = []
    for one in settled:
        if not any(_says_the_same(other, one) for other in kept[-4:]):
            kept.append(one)
    return kept


def _says_the_same(one: tuple[VoteClaim, Settled], other: tuple[VoteClaim, Settled]) -> bool:
    (claim, answer), (later, repeated) = one, other
    overlap = claim.start < later.end and later.start < claim.end
    if answer.verdict is not repeated.verdict and isinstance(claim, Tally) and isinstance(later, Tally):
        return False
    if isinstance(claim, Position) and claim.negated and answer.verdict is not repeated.verdict:
        return False  # "instead of voting no, it abstained", where it voted yes
    return overlap and KINDS[type(claim)] is KINDS[type(later)] and answer.reason == repeated.reason


def _finding(
    text: str, offset: int, spoken: Spoken, claim: VoteClaim, words: tuple[int, int], settled: Settled
) -> Finding:
    start, end = spoken.reading.normal.original(*words)
    docket = spoken.docket_of(claim)
    return Finding(
        start=start + offset,
        end=end + offset,
        text=text[start:end],
        kind=KINDS[type(claim)],
        claim=plain_claim(claim, docket, settled.events[0].date if settled.events else spoken.article),
        verdict=settled.verdict,
        reason=settled.reason,
        evidence=(*(_row(event, docket) for event in settled.events), *settled.rows),
        why=settled.why if settled.verdict is Verdict.UNSETTLED else None,
        said_by=claim.said_by,
        confidence=round(settled.confidence, 2),
    )


@lru_cache(maxsize=1024)
def _row(event: VoteEvent, docket: Docket) -> Evidence:
    """Kept and shared, since a long text rests on the same votes time and again."""
    sources = docket.record.sources
    return Evidence(
        "vote_events",
        event.id,
        source="; ".join(sources[key].title for key in event.sources if key in sources),
        date=event.date,
        symbol=event.symbol,
        draft=event.draft,
        resolution=event.resolution,
        tally=event.tally,
        url=event.url,
    )
