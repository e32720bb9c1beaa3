"""Positions, counts on one vote, outcomes and sponsorship: settled on the event the text is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.checking.choosing import Link
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.judgement import Holds, Judgement, judge, parts
from onrecord.checking.settlers.contradiction import DAYS_OF_AN_ACT, contradiction, of_all, singled_out
from onrecord.checking.settlers.left_out import mentioned
from onrecord.checking.settlers.meant import (
    gone_back,
    numbered_apart,
    told_otherwise,
    written_before,
)
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.thread import Thread
from onrecord.checking.words import called, capital, day, event_on, uncapital
from onrecord.reading.claims.vote import Outcome, Position, Reference, Sponsor, Tally, VoteClaim, whole
from onrecord.reading.extract.tally_everyone import FEWEST_STATES
from onrecord.record.model import Kind, VoteEvent

VERDICTS = {
    Holds.YES: Verdict.SUPPORTED,
    Holds.NO: Verdict.CONTRADICTED,
    Holds.DEPENDS: Verdict.DEPENDS,
    Holds.UNKNOWN: Verdict.UNSETTLED,
}


def settle(
    claim: VoteClaim,
    thread: Thread,
    link: Link,
    docket: Docket,
    article: date | None,
    nearest: tuple[VoteEvent, ...] = (),
    told: Sequence[Position | Tally] = (),
    told_before: Sequence[VoteEvent] = (),
    years: Sequence[int] = (),
) -> Settled | None:
    """None where the claim is too soft to be a finding without an event.

    `nearest` are the votes spoken of just before, where the claim returns from them to its own without saying so;
    `told` all that the text says of who voted how, and how many, on what `link` means; `told_before` are the other
    votes that the text told of just before, for claims that do not say which they mean; `years` are
    those that it named last.
    """
    if thread.amendment and link.basis != "symbol" and not any(e.kind is Kind.AMENDMENT for e in link.events):
        where = "of the General Assembly" if docket.body == "unga" else "that fits"
        return Settled(
            Verdict.UNSETTLED, f"The record holds no vote on an amendment {where}.", (), Why.NOT_COVERED, 0.6
        )
    if isinstance(claim, Position) and claim.loose:
        return _loose(claim, link, docket)
    if link.basis != "symbol" and _is_uncovered(claim, thread, link):
        return Settled(
            Verdict.UNSETTLED,
            "The record does not cover procedural votes, straw polls or the president's statements.",
            (),
            Why.NOT_COVERED,
            0.6,
        )
    if not link.events:
        return _without_event(claim, thread, link, docket, article)
    if isinstance(claim, Position) and claim.total is not None and _counted_in_full(claim, thread):
        # A wrong number is the count's fault; names that are wrong are of the vote that was so counted.
        named = replace(claim, total=None)
        if all(judge(named, e, docket, mentioned(claim, thread, e, docket)).holds is Holds.YES for e in link.events):
            claim = named
    judged = [(event, judge(claim, event, docket, mentioned(claim, thread, event, docket))) for event in link.events]
    if isinstance(claim, Sponsor) and claim.loose and link.basis == "subject" and _alone(claim, thread):
        return None
    if isinstance(claim, Outcome | Sponsor):
        # Words that are no claim about an event after all ("the Iranian text") are judged without a reason.
        judged = [
            (event, judged_so)
            for event, judged_so in judged
            if judged_so.holds is not Holds.UNKNOWN or judged_so.reason
        ]
        if not judged:
            return None
    if isinstance(claim, Outcome) and _of_many_votes(claim, link) and not link.together:
        return None
    if link.together:
        return _each(claim, judged)
    outcomes = {j.holds for _, j in judged}
    event, first = judged[0]
    events = tuple(e for e, _ in judged)
    if len(outcomes) > 1:
        return _mixed(judged)
    if first.holds is Holds.UNKNOWN:
        reason = first.reason or f"The record does not say whether that is so of {event_on(event)}."
        return Settled(Verdict.UNSETTLED, reason, events[:1], Why.NOT_COVERED)
    if first.holds is Holds.NO:
        if thread.uncovered == "appointment" and (not event.vetoed_by or link.basis == "subject"):
            # Who was for whom was decided in ballots before the one that the record holds.
            return Settled(Verdict.UNSETTLED, IN_PRIVATE, (), Why.NOT_COVERED, 0.6)
        if isinstance(claim, Sponsor) and claim.loose:
            if not singled_out(thread, link, article) or _named_apart(claim, thread, link, docket):
                return None
        if isinstance(claim, Outcome) and claim.words and not singled_out(thread, link, article, DAYS_OF_AN_ACT):
            return None
        if (
            isinstance(claim, Tally)
            and not thread.symbols
            and (claim.stray or (docket.body == "unga" and _of_few(claim)))
        ):
            # "The dockers voted 40 to 3": another body's.
            return None
        if link.basis == "date" and _of_somebodys_text(claim, thread, event, docket):
            # "On 14 June a Soviet text failed", and the record has none of that day but one that was adopted
            reason = f"{first.reason[:-1]}; the record need not hold the text that the words are of."
            return Settled(Verdict.UNSETTLED, reason, events[:1], Why.AMBIGUOUS, 0.5)
        if isinstance(claim, Outcome) and claim.quantity is not None:
            # Said of several texts, and only one of them was found.
            return None
        for other in nearest:
            if other.body == docket.body and (held := judge(claim, other, docket)).holds is Holds.YES:
                return Settled(Verdict.SUPPORTED, held.reason, (other,), confidence=0.6)
        if (later := gone_back(claim, event, docket, told_before)) is not None:
            return Settled(Verdict.SUPPORTED, judge(claim, later, docket).reason, (later,), confidence=0.6)
        if (own := written_before(claim, docket, told_before)) is not None:
            reason = f"{first.reason[:-1]}; but the words may also mean {event_on(own)}, of which it holds."
            return Settled(Verdict.UNSETTLED, capital(reason), (event, own), Why.AMBIGUOUS, 0.5)
        if isinstance(claim, Position) and claim.noun and link.basis != "symbol":
            # "The Turkish noes of 2010": of whichever vote they were.
            return None
        if link.basis == "symbol" and (other_one := numbered_apart(claim, event, docket, told_before)) is not None:
            reason = f"{first.reason[:-1]}; but the words may also mean {event_on(other_one)}, of which it holds."
            return Settled(Verdict.UNSETTLED, capital(reason), (event, other_one), Why.AMBIGUOUS, 0.5)
        if told_otherwise(claim, told, event, docket):
            reason = f"{OF_ANOTHER} than that on {called(event)}, of which the text says otherwise."
            return Settled(Verdict.UNSETTLED, reason, events, Why.NOT_FOUND, 0.5)
        return contradiction(claim, thread, link, docket, event, first, events, article)
    if first.holds is Holds.YES and not link.together:
        # what a later clause or sentence says of it says no day
        says_the_day = claim.start == min((c.start for c in thread.claims), default=claim.start)
        other_day = _day_disputed(thread, event, docket, article) if says_the_day else None
        if other_day is not None:
            return Settled(Verdict.DEPENDS, other_day, events)
    if isinstance(claim, Tally) and not thread.dates and _by_chance(link, years):
        reason = f"{first.reason[:-1]}; but nothing besides the count leads there."
        return Settled(Verdict.UNSETTLED, reason, events, Why.AMBIGUOUS, 0.4)
    reason = of_all(first.reason, events)
    return Settled(VERDICTS[first.holds], reason, events, confidence=0.95 if link.basis in ("symbol", "date") else 0.85)


def _by_chance(link: Link, years: Sequence[int]) -> bool:
    """Whether several votes have that count, none of them of about the years named last, and no word leads to any."""
    if link.basis not in ("subject", "told") or len(link.events) < 2 or not years:
        return False
    if any(c.cues > 0 for c in link.candidates if c.event in link.events):
        return False
    return all(abs(event.date.year - year) > 1 for event in link.events for year in years)


OF_ANOTHER = "The words are of another vote"
"""Opens the reason where what is told goes against all else told of the vote found."""
IN_PRIVATE = "The record does not cover straw polls and secret ballots."


def _counted_in_full(claim: Position, thread: Thread) -> bool:
    """ "Twelve for, three abstentions, those of China, Mali and Russia", "eleven voted for it, France among them": how
    many is the whole count's to say.
    """
    own = whole(claim.total) if claim.total is not None else 0
    some = 0 < len(claim.members.named) < own
    counts = (c for c in thread.claims if isinstance(c, Tally) and c.start <= claim.start < c.end)
    told = (((t.yes if claim.choice == "yes" else None), t.no, t.abstain) for t in counts if some or t.yes is not None)
    return any(own == whole(p) for parts in told for p in parts if p is not None)


SO_OFTEN = re.compile(r"\b(?:\w+ times|\w+(?:st|nd|rd|th) (?:time|year|session)\b|(?:year|time) (?:running|in a row))")


A_PAIR = 2


def _of_somebodys_text(claim: VoteClaim, thread: Thread, event: VoteEvent, docket: Docket) -> bool:
    """Whether a text is said to have failed that had authors whom the vote of that day is not known to have had."""
    if not isinstance(claim, Outcome) or claim.outcome == "adopted" or claim.negated or thread.symbols:
        return False
    written = (c for c in thread.claims if isinstance(c, Sponsor) and c.sentence == claim.sentence)
    return any(judge(c, event, docket).holds is not Holds.YES for c in written)


def _of_many_votes(claim: Outcome, link: Link) -> bool:
    """ "Four resolutions have passed", "has condemned it 33 times": more than the votes that were found can tell."""
    most = max(len(link.events), A_PAIR)
    several = link.basis != "symbol" and claim.quantity is not None and claim.quantity > most
    return several or (claim.act and SO_OFTEN.search(claim.words) is not None)


def _is_uncovered(claim: VoteClaim, thread: Thread, link: Link) -> bool:
    """Procedural votes end with their sentence; a text about an appointment goes on about it."""
    if not thread.uncovered or any(_of_that_kind(thread.uncovered, e) for e in link.events):
        return False
    if _told_in_full(claim, thread, link):
        return False
    if thread.uncovered != "procedural" or claim.sentence == thread.uncovered_in:
        return True
    best = link.candidates[0].agreement if link.candidates else []
    return not any(p > 0 for c, p in zip(thread.claims, best, strict=False) if c.sentence != thread.uncovered_in)


def _told_in_full(claim: VoteClaim, thread: Thread, link: Link) -> bool:
    """Whether the one vote of the day that the text gives has just the count, or the lone vote, that is told."""
    if link.basis != "date" or len(link.events) != 1 or thread.dates_led:
        return False
    place = next((i for i, c in enumerate(thread.claims) if c is claim), -1)
    best = link.candidates[0]
    telling = (isinstance(claim, Tally) and len(parts(claim)) > 1) or (isinstance(claim, Position) and claim.only)
    return telling and 0 <= place < len(best.agreement) and best.agreement[place] > 0 and best.points >= IN_FULL


IN_FULL = 10.0
"""Points of a vote that is surely meant."""


def _of_that_kind(kind: str, event: VoteEvent) -> bool:
    """The few procedural votes and appointments that the record does hold."""
    return event.kind is Kind.PROCEDURAL or (kind == "appointment" and "Secretary-General" in event.title)


def _loose(claim: Position, link: Link, docket: Docket) -> Settled | None:
    """Words that may mean something else than a vote are a finding only where an event bears them out."""
    for event in link.events[:1]:
        judged = judge(claim, event, docket)
        if judged.holds is Holds.YES:
            return Settled(Verdict.SUPPORTED, judged.reason, (event,), confidence=0.8)
    return None


def _of_few(claim: Tally) -> bool:
    """Whether it counts, for and against, fewer than the Assembly has members."""
    votes = sum(whole(part) for part in (claim.yes, claim.no, claim.abstain) if part is not None)
    return claim.yes is not None and claim.no is not None and votes < FEWEST_STATES


def _alone(claim: Sponsor, thread: Thread) -> bool:
    """Whether nothing else is said of the vote: "the American draft", spoken of in passing."""
    return not any(c is not claim and not (isinstance(c, Sponsor) and c.loose) for c in thread.claims)


def _named_apart(claim: Sponsor, thread: Thread, link: Link, docket: Docket) -> bool:
    """ "Resolution 2803 passed. The Russian draft was never voted on": a text spoken of in a sentence of its own, where
    a number tells which one is meant before, and nothing that it says is so of that.
    """
    if link.basis != "symbol" or claim.sentence == min(thread.sentences):
        return False
    beside = (c for c in thread.claims if c is not claim and c.sentence == claim.sentence)
    return not any(judge(c, e, docket).holds is Holds.YES for c in beside for e in link.events)


def _plainly_of_a_vote(claim: Outcome | Sponsor, thread: Thread) -> bool:
    """Whether the words are no loose ones and stand beside others on how a vote went."""
    if (isinstance(claim, Sponsor) and claim.loose) or (isinstance(claim, Outcome) and claim.words):
        return False
    return any(isinstance(c, Tally) or (isinstance(c, Position) and not (c.noun or c.loose)) for c in thread.claims)


def _without_event(
    claim: VoteClaim, thread: Thread, link: Link, docket: Docket, article: date | None
) -> Settled | None:
    if isinstance(claim, Outcome | Sponsor) and not _plainly_of_a_vote(claim, thread):
        return None
    if isinstance(claim, Position) and claim.noun:
        return None
    if link.missing_symbol is not None:
        return Settled(Verdict.UNSETTLED, f"The record holds no vote on {link.missing_symbol}.", (), Why.NOT_FOUND)
    if article is not None and article > docket.as_of:
        return Settled(
            Verdict.UNSETTLED,
            f"The record of votes ends on {day(docket.as_of)} and holds none that fits what the text says.",
            (),
            Why.NOT_COVERED,
            0.6,
        )
    return Settled(
        Verdict.UNSETTLED, "The record holds no vote that clearly fits what the text says.", (), Why.NOT_FOUND, 0.5
    )


def _each(claim: VoteClaim, judged: list[tuple[VoteEvent, Judgement]]) -> Settled:
    """A claim of several votes named together holds where it holds of each."""
    events = tuple(e for e, _ in judged)
    wrong = [(e, j) for e, j in judged if j.holds is Holds.NO]
    if wrong:
        if len(wrong) < len(judged) and isinstance(claim, Sponsor | Reference):
            return Settled(
                Verdict.UNSETTLED,
                f"It holds of some of the votes named together, but not of {event_on(wrong[0][0])}.",
                events,
                Why.AMBIGUOUS,
            )
        return Settled(
            Verdict.CONTRADICTED, wrong[0][1].reason, (wrong[0][0], *(e for e in events if e is not wrong[0][0]))
        )
    if any(j.holds is Holds.UNKNOWN for _, j in judged):
        known = [j.reason for _, j in judged if j.reason]
        return Settled(
            Verdict.UNSETTLED, known[0] if known else "The record cannot settle this.", events, Why.NOT_COVERED
        )
    if any(j.holds is Holds.DEPENDS for _, j in judged):
        return Settled(Verdict.DEPENDS, next(j.reason for _, j in judged if j.holds is Holds.DEPENDS), events)
    reason = judged[0][1].reason
    if len(judged) > 1:
        reason = f"{reason[:-1]}; the same holds of {event_on(judged[1][0])}{' and others' if len(judged) > 2 else ''}."
    return Settled(Verdict.SUPPORTED, reason, events)


def _mixed(judged: list[tuple[VoteEvent, Judgement]]) -> Settled:
    events = tuple(e for e, _ in judged)
    fits = next((j for _, j in judged if j.holds is Holds.YES), None)
    fails = next((j for _, j in judged if j.holds is Holds.NO), None)
    if fits is not None and fails is not None:
        reason = f"Several votes fit, and they differ: {uncapital(fits.reason)[:-1]}, but {uncapital(fails.reason)}"
        return Settled(Verdict.UNSETTLED, reason, events, Why.AMBIGUOUS, 0.5)
    if fits is not None and any(j.holds is Holds.DEPENDS for _, j in judged):
        return Settled(Verdict.DEPENDS, next(j.reason for _, j in judged if j.holds is Holds.DEPENDS), events)
    known = next(
        (j.reason for _, j in judged if j.reason), "Several votes fit, and the record does not settle this of each."
    )
    return Settled(Verdict.UNSETTLED, known, events, Why.AMBIGUOUS, 0.5)


def _day_disputed(thread: Thread, event: VoteEvent, docket: Docket, article: date | None) -> str | None:
    """Where the text gives the day that only another source gives: what each says."""
    interval = thread.dates[0].resolve(article) if thread.dates else None
    if interval is None or event.date in interval:
        return None
    for other in docket.days(event)[1:]:
        if other in interval:
            text = called(event)
            days = f"{day(event.date)} here, {day(other)} in another list"
            return f"Sources differ on the day of the vote on {text}: {days}."
    return None
