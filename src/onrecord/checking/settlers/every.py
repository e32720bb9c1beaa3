"""Every and all: settled by searching the texts of that kind for one without the act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.checking.deeds import carried_so, eligible
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import Way, ways_of
from onrecord.checking.frequency_words import BASE, CARRIED, DID, about, by, difference, doers_of, how, noun, span, who
from onrecord.checking.scopes import PLACES
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.untold import MOST_CITED, UNTOLD
from onrecord.checking.settlers.up_to import before_what_is_told
from onrecord.checking.words import capital, counted, event_on, number
from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.claims.vote import OPTIONS
from onrecord.record.model import Outcome, VoteEvent

STRETCHES = ("decade", "calendar", "era", "unit", "span")
"""Forms of the times told before, of which what follows may be said."""


def settle_every(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """Of a member's acts, or of what became of the texts."""
    if claim.universe is not None:
        return _of_those(claim, docket, article, event, near)
    ways = ways_of(claim.acts, docket, article, article, event, near)
    if ways.untold == "whose":
        return None
    unbounded = all(scope.events is None for scope in ways.scopes) and (
        claim.acts.what == "veto"
        or ways.period[:1] == ()
        or ways.period[0].start is None
        or (not claim.acts.noun and claim.acts.what in ("no", "yes", "abstain", "not voting"))
    )
    if ways.untold or unbounded:
        return Settled(
            Verdict.UNSETTLED,
            UNTOLD["what"].replace("counted", "meant"),
            (event,) if event is not None else (),
            Why.NOT_COVERED,
            0.4,
        )
    # "Every Swiss paper before this one"
    until = before_what_is_told(claim, docket, article, event) or date.max
    texts = [[e for e in eligible(claim.acts, docket, ways.period, s) if e.date <= until] for s in ways.scopes]
    judged = [
        (scope, *_split(claim, docket, scope_ways, of_scope))
        for (scope, scope_ways), of_scope in zip(_by_scope(ways.each, ways.scopes), texts, strict=True)
    ]
    judged = [j for j in judged if j[1] or j[2]]
    if not judged:
        on = f" on {ways.scopes[0].title}" if ways.scopes[0].title else ""
        reason = f"The record holds no vote{on}{span(ways, article)}."
        return Settled(Verdict.UNSETTLED, reason, (), Why.NOT_FOUND, 0.4)
    clean = [j for j in judged if not j[2]]
    if clean and len(clean) < len(judged) and clean[0][0].complete:
        scope, did, _ = clean[0]
        missed = next(j[2] for j in judged if j[2])
        wider = _missed(claim, ways.each[0], docket, missed)
        reason = f"The record finds no exception among {scope.title}; in the wider sense, {wider}."
        return Settled(Verdict.DEPENDS, reason, tuple(dict.fromkeys((*missed[:4], *did[-8:]))))
    if clean and len(clean[0][1]) == 1 and not clean[0][0].complete:
        reason = f"The record holds one such vote{span(ways, article)}, and cannot be sure that it is all."
        return Settled(Verdict.UNSETTLED, reason, tuple(clean[0][1]), Why.AMBIGUOUS, 0.4)
    if clean:
        scope, did, _ = clean[0]
        votes = "one vote that it holds" if len(did) == 1 else counted(len(did), "vote")
        on = f" on {scope.title}" if scope.title else ""
        reason = f"The record finds no exception among the {votes}{on}{span(ways, article)}."
        return Settled(Verdict.SUPPORTED, reason, tuple(did[-MOST_CITED:]), confidence=0.9 if scope.complete else 0.7)
    scope, did, missed = min(judged, key=lambda j: len(j[2]))
    sure = [e for e in missed if _clear_exception(claim, e)] if scope.sure and ways.sure else []
    sure = _to_the_word(claim, docket, sure) or sure
    if not sure:
        reason = f"{_missed(claim, ways.each[0], docket, missed)}, but that may not be such a text."
        return Settled(Verdict.UNSETTLED, capital(reason), tuple(missed[:MOST_CITED]), Why.AMBIGUOUS, 0.5)
    return Settled(
        Verdict.CONTRADICTED,
        f"{capital(_missed(claim, ways.each[0], docket, sure))}.",
        tuple(sure[:MOST_CITED]),
        confidence=0.9 if scope.complete else 0.75,
    )


def _by_scope(each: tuple[Way, ...], scopes: tuple) -> list:  # type: ignore[type-arg]
    return [(scope, [w for w in each if w.scope == scope] or list(each)) for scope in scopes]


def _split(
    claim: Generalisation, docket: Docket, ways: list[Way], texts: list[VoteEvent]
) -> tuple[list[VoteEvent], list[VoteEvent]]:
    """The texts of which it holds, and those of which it does not; who voted how must be known."""
    if claim.acts.carried:
        adopted = [e for e in texts if e.outcome is Outcome.ADOPTED]
        fitting = [e for e in adopted if carried_so(claim.acts.carried, e)]
        return fitting, [e for e in adopted if e not in fitting]
    done = {e.id for way in ways for e in way.events}
    known = [e for e in texts if docket.votes(e) or claim.acts.what in ("adopted", "failed")]
    missed = [e for e in known if e.id not in done]
    codes = frozenset(c for way in ways for c in way.whose.codes)
    if codes and claim.acts.what in OPTIONS:
        # "While Turkey sat there it voted against every renewal of the force": of those on which it had a vote
        seated = [e for e in missed if not codes.isdisjoint(docket.seats(e.date))]
        missed = seated if seated or done else missed
    if claim.acts.what == "veto":
        # Another member's veto spared this one the need of its own.
        missed = [e for e in missed if not (e.outcome is Outcome.VETOED and not codes & set(e.vetoed_by))]
    return [e for e in known if e.id in done], missed


def _clear_exception(claim: Generalisation, event: VoteEvent) -> bool:
    """Of "has blocked every text" an adopted text is an exception; one that failed by itself may not be meant."""
    return claim.acts.what != "veto" or event.outcome is Outcome.ADOPTED


def _to_the_word(claim: Generalisation, docket: Docket, texts: list[VoteEvent]) -> list[VoteEvent]:
    """Those whose text calls for just what the claim names: of "ceasefire texts", none that only asked for a pause."""
    words = (claim.acts.subject or "").lower().replace("cease-fire", "ceasefire")
    calls = {e.vote_event: e.calls_for for t in docket.record.topics.values() for e in t.entries if e.calls_for}
    return [e for e in texts if (call := calls.get(e.id)) and call.rsplit(" ", 1)[-1] in words and " of " not in call]


def _missed(claim: Generalisation, way: Way, docket: Docket, missed: list[VoteEvent]) -> str:
    if claim.acts.carried:
        return f"{event_on(missed[0])} was not adopted {CARRIED[claim.acts.carried]} ({missed[0].tally})"
    if claim.acts.what in ("adopted", "failed"):
        became = "not adopted" if claim.acts.what == "adopted" else missed[0].outcome.value
        return f"{event_on(missed[0])} was {became} ({missed[0].tally})"
    doers = who(way, docket)
    told = [f"{event_on(e)} ({e.tally}){_instead(way, docket, e)}" for e in missed[:2]]
    if len(missed) > len(told):
        told.append(counted(len(missed) - len(told), "other text"))
    return f"{doers} did not {BASE[claim.acts.what]} {', nor '.join(told)}"


def _instead(way: Way, docket: Docket, event: VoteEvent) -> str:
    """What a single member did in its place: ": it abstained"."""
    if len(way.whose.shown) != 1 or way.whose.any_of:
        return ""
    option = docket.votes(event).get(next(iter(way.whose.shown)))
    return {"yes": ", which it voted for", "abstain": ", on which it abstained", "no": ", which it voted against"}.get(
        option.value if option else "", ""
    )


def settle_share(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """Whether so great a part of the acts were on that subject or with that company, under each rule of counting."""
    assert claim.universe is not None
    assert claim.share is not None
    whole = ways_of(claim.universe, docket, article, article, event, near)
    part = ways_of(claim.acts, docket, article, article, event, near, distinct=False)
    if whole.untold == "whose" or not whole.each:
        return None
    if whole.untold or part.untold:
        return Settled(Verdict.UNSETTLED, UNTOLD["what"].replace("counted", "meant"), (), Why.NOT_COVERED, 0.4)
    least, most = claim.share
    verdicts = []
    for way in whole.each:
        ids = {e.id for e in way.events}
        for scope_way in part.each:
            if scope_way.rule != way.rule or scope_way.whose.codes != way.whose.codes or not ids:
                continue
            held = sum(e.id in ids for e in scope_way.events)
            fits = least <= held / len(ids) <= most
            if claim.exceptions is not None:
                fits = len(ids) - held == claim.exceptions
            verdicts.append((fits, held, way, scope_way))
    if not verdicts:
        return Settled(Verdict.UNSETTLED, "The record holds no such vote.", (), Why.NOT_FOUND, 0.4)
    right = [v for v in verdicts if v[0]]
    _, held, all_of_them, way = (right or verdicts)[0]
    size = len(all_of_them.events)
    last = "the last " if claim.universe.last is not None else ""
    doers = f"{by(claim.universe, all_of_them, docket)}{how(claim.universe)}"
    told = f"{last}{noun(claim.universe, size)}{doers}{span(whole, article)}"
    so_many = number(held) if held else "none"
    reason = f"Of {told}, {so_many} were {(how(claim.acts) or about(way) or ' of that kind').strip()}"
    cited = way.events[-MOST_CITED:]
    if len(right) == len(verdicts):
        return Settled(Verdict.SUPPORTED, f"{reason}.", cited, confidence=0.9 if part.complete else 0.7)
    if right:
        _, others, every, other = next(v for v in verdicts if not v[0])
        counted_so = f"{number(others)} of {number(len(every.events))} {difference(other, way)}"
        return Settled(Verdict.DEPENDS, f"{reason}; {counted_so}.", cited)
    if not part.complete:
        return Settled(
            Verdict.UNSETTLED, f"{reason}, but cannot be sure that these are all.", cited, Why.AMBIGUOUS, 0.5
        )
    return Settled(Verdict.CONTRADICTED, f"{reason}.", cited)


def _on_that_place(claim: Generalisation, docket: Docket, event: VoteEvent) -> bool:
    """ "Every US veto since 2003 has been on the Middle East": of a place as wide as that no list of votes is kept."""
    assert claim.universe is not None
    topic = claim.acts.subject[len(claim.universe.subject) :]
    terms = frozenset(t for t in docket.subjects.main_terms(topic) if t.startswith(PLACES))
    return bool(terms & docket.subjects.subject_terms(event.id))


def _of_those(
    claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent | None, near: str
) -> Settled | None:
    """ "Every one of them in the company of the Russians": of the acts counted before."""
    assert claim.universe is not None
    whole = ways_of(claim.universe, docket, article, article, event, near)
    part = ways_of(claim.acts, docket, article, article, event, near)
    if whole.untold or part.untold or not whole.each:
        return None
    held = {e.id for way in part.each for e in way.events}
    way = max(whole.each, key=lambda w: len(w.events))
    missed = [e for e in way.events if e.id not in held]
    if any(d.form == "then" and d.role == "since" for d in claim.universe.period):
        # "In February 1999 it stood alone. Since then every veto of its was cast with another": behind that one
        missed = [e for e in missed if e.date != whole.period[0].start]
    if not way.events:
        return None
    missed = [e for e in missed if not _on_that_place(claim, docket, e)]
    if not missed:
        votes = counted(len(way.events), "vote")
        reason = f"That holds of each of the {votes} that the record counts{span(whole, article)}."
        return Settled(Verdict.SUPPORTED, reason, way.events[-MOST_CITED:])
    then = claim.universe.told_from
    if then is not None and then.form in STRETCHES and not (claim.universe.period or claim.universe.since):
        # "It vetoed nothing alone in the 1980s; each of its vetoes was cast with the United States": of those years
        period = (replace(then, role="at"),)
        of_then = replace(claim, acts=replace(claim.acts, period=period, told_from=None),
                          universe=replace(claim.universe, period=period, told_from=None))  # fmt: skip
        inner = _of_those(of_then, docket, article, event, near)
        if inner is not None and inner.verdict is Verdict.SUPPORTED:
            return inner
    did = f"{capital(doers_of(claim.acts, way, missed[-1], docket))} {DID[claim.acts.what]} {event_on(missed[-1])}"
    reason = f"{did}, of which that is not so."
    if not part.sure:
        return Settled(Verdict.UNSETTLED, reason, tuple(missed[-MOST_CITED:]), Why.AMBIGUOUS, 0.5)
    return Settled(Verdict.CONTRADICTED, reason, tuple(missed[-MOST_CITED:]))
