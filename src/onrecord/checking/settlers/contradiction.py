"""Whether a vote that speaks against a claim contradicts it: only where something else singles that vote out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from operator import ge

from onrecord.checking.choosing import LEAST, RIVAL, Candidate, Link
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.judgement import Holds, Judgement, judge
from onrecord.checking.judging.tally import parts
from onrecord.checking.settlers.left_out import mentioned
from onrecord.checking.settlers.meant import (
    counted_apart,
    elsewhen,
    far_on,
    long_ago_and_vague,
    on_the_day_told,
    several_outside,
    undated,
)
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.thread import Thread
from onrecord.checking.words import capital, counted, event_on
from onrecord.reading.claims.vote import Outcome, Position, Reference, Sponsor, Tally, VoteClaim, whole
from onrecord.record.model import VoteEvent

SURE = 6.0
"""Points, this claim's own left out, that an undated text needs before a contradiction of it stands."""
FEW_MEANT = 4
"""Votes that a text may mean without giving a day, beyond which nothing singles any of them out."""
LONG_AGO = 5000
"""Days before a text of which nothing but a word or two of its subject points to a vote."""
DAYS_OF_AN_ACT = 10
"""Days within which an act must be dated to be held against what a text of those days did."""


def contradiction(
    claim: VoteClaim,
    thread: Thread,
    link: Link,
    docket: Docket,
    event: VoteEvent,
    judged: Judgement,
    events: tuple[VoteEvent, ...],
    article: date | None,
) -> Settled:
    """A contradiction stands only where the event is singled out by something else than this claim."""
    place = next((i for i, c in enumerate(thread.claims) if c is claim), -1)
    best = next((c for c in link.candidates if c.event is event), None)
    if link.basis == "symbol" and (other := on_the_day_told(claim, thread, docket, article, event)) is not None:
        reason = f"{judged.reason[:-1]}; but on the day that the text gives {event_on(other)} bears it out."
        return Settled(Verdict.UNSETTLED, reason, (event, other), Why.AMBIGUOUS, 0.5)
    vaguely = link.basis == "date" and docket.body == "unga" and not singled_out(thread, link, article, DAYS_OF_AN_ACT)
    if link.basis == "subject" and (thread.elsewhen or len(events) > FEW_MEANT):
        return _fits_none(event, events)
    veto = isinstance(claim, Position) and claim.choice == "veto" and not claim.block
    if veto and link.basis == "subject" and len(events) > 1 and len(thread.claims) == 1:
        return _fits_none(event, events)  # "they vetoed a text on Korea": of the many on it, which none tells apart
    if vaguely and len(events) > FEW_MEANT:
        return _fits_none(event, events)
    if docket.body == "unga" and _not_on_record(claim, thread, link, article):
        return Settled(Verdict.UNSETTLED, ONLY_ADOPTED, (), Why.NOT_COVERED, 0.5)
    if isinstance(claim, Tally) and claim.without_vote and thread.dates and link.basis == "date":
        if docket.body == "unga" and not singled_out(thread, link, article, DAYS_OF_AN_ACT):
            # "Libya was suspended in 2011, without a vote": most texts of the Assembly are, and the record has few.
            return _fits_none(event, events)
    if far_on(claim, thread) or (link.basis != "symbol" and counted_apart(claim, thread, event)):
        return _fits_none(event, events)
    if link.basis == "told" or link.other_year:
        # What singled it out is what is told of it: that cannot be wrong and still point to it.
        return _fits_none(event, events)
    if link.basis != "symbol":
        enough = LEAST if link.basis == "date" and not long_ago_and_vague(thread, docket) else SURE
        others = (
            [(c, p) for i, (c, p) in enumerate(zip(thread.claims, best.agreement, strict=False)) if i != place]
            if best
            else []
        )
        borne_out = any(p > 0 for _, p in others)
        # That one voted yes, which most do, does not say whose vote it was.
        known = borne_out and (thread.body_named or any(p > 0 and not _in_favour(c) for c, p in others))
        doubtful = judged.doubtful and (not known or several_outside(claim, thread, event, docket))
        astray = (
            isinstance(claim, Tally) and link.basis == "date" and not borne_out and elsewhen(thread, event, article)
        )
        # Nor does it then count towards what singles the vote out by its subject alone.
        alone = link.basis == "subject" and isinstance(claim, Position)
        cheap = sum(p for c, p in others if p > 0 and _in_favour(c)) if alone else 0.0
        against = sum(p < 0 for _, p in others) >= sum(p > 0 for _, p in others)
        astray = astray or (against and undated(thread, article))
        if link.basis == "subject" and article is not None and not (borne_out or thread.dates):
            # "Only nine stood up for him; six were the little islands": of its own time, whatever islands it names
            astray = astray or (article - event.date).days > LONG_AGO
        days = {e.date for e in events}
        if link.basis == "date" and len(events) > SOME and len(days) > 1 and isinstance(claim, Position):
            # "In October the Americans abstained on it": of the month's votes nothing tells any apart
            astray = astray or not _told_apart(link, events)
        if isinstance(claim, Tally) and claim.yes is None and docket.body == "unga" and len(events) > 1:
            # "In 2016 there was not a single no": the Assembly votes on the like often in a year.
            vague = link.basis == "date" and not singled_out(thread, link, article, DAYS_OF_AN_ACT)
            astray = astray or (vague and not borne_out)
        if (
            best is None
            or (best.cues <= 0 and len(events) > 1)
            or best.without(place) - cheap < enough
            or doubtful
            or astray
        ):
            return _fits_none(event, events)
        carried = any(c is claim for c in thread.carried)
        said_of_none = carried and isinstance(claim, Position | Tally) and not _goes_right_on(claim, thread)
        for earlier in link.before if judged.doubtful or said_of_none else ():
            if not carried and not all(d.matches(earlier.date) for d in thread.dates):
                continue  # "In October Chad abstained. In February Chad abstained again": not in October
            if earlier.body == docket.body and (held := judge(claim, earlier, docket)).holds is Holds.YES:
                if not judged.doubtful:
                    reason = (
                        f"{judged.reason[:-1]}; but the words may also mean {event_on(earlier)}, of which it holds."
                    )
                    return Settled(Verdict.UNSETTLED, capital(reason), (event, earlier), Why.AMBIGUOUS, 0.5)
                return Settled(Verdict.SUPPORTED, held.reason, (earlier,), confidence=0.6)
        rival = _rival(claim, thread, link, docket, best, place, events)
        rival = rival or _that_month_of_late(claim, thread, link, docket, event, article)
        if rival is not None:
            holds = "" if isinstance(claim, Sponsor) else ", of which it holds"
            reason = f"{judged.reason[:-1]}; but the words may also mean {event_on(rival)}{holds}."
            return Settled(Verdict.UNSETTLED, capital(reason), (event, rival), Why.AMBIGUOUS, 0.5)
    elif judged.doubtful and any(c is claim for c in thread.carried):
        # "Ten were for it on Wednesday. In 2005 resolution 1595 was unanimous. Peru was for it": on Wednesday
        for earlier in link.before:
            if earlier.body == docket.body and judge(claim, earlier, docket).holds is Holds.YES:
                reason = f"{judged.reason[:-1]}; but the words may also mean {event_on(earlier)}, of which it holds."
                return Settled(Verdict.UNSETTLED, capital(reason), (event, earlier), Why.AMBIGUOUS, 0.5)
    if _far_from_its_count(claim, thread, link, docket, event):
        return _fits_none(event, events)
    reason = of_all(judged.reason, events)
    return Settled(Verdict.CONTRADICTED, reason, events, confidence=0.9 if link.basis != "subject" else 0.75)


def _goes_right_on(claim: VoteClaim, thread: Thread) -> bool:
    """ "On 8 November thirteen said yes. Rwanda was against it. Pakistan abstained": right behind what else is told of
    the vote, with that told of before it sentences back.
    """
    veto = isinstance(claim, Position) and claim.choice == "veto"
    if veto or thread.after is None or not any(c is claim for c in thread.going_on):
        return False
    only_cited = all(isinstance(c, Reference) for c in thread.after.claims)  # "That was resolution 502. On Friday …"
    return only_cited or min(thread.sentences) - max(thread.after.sentences) >= APART


APART = 2
"""Sentences behind the vote told of before, from which what goes on is no longer of that."""


def _told_apart(link: Link, events: tuple[VoteEvent, ...]) -> bool:
    """Whether something but their time points more to the first of the votes than to another of them."""
    cues = [c.cues for c in link.candidates if any(c.event is e for e in events)]
    return max(cues, default=0.0) - min(cues, default=0.0) > SAME


SOME, SAME = 2, 0.1
"""Votes of a time, and points of cues, up to which one is hardly told from another."""


ONLY_ADOPTED = "The record holds what the General Assembly adopted, and no text that it did not adopt."


def _not_on_record(claim: VoteClaim, thread: Thread, link: Link, article: date | None) -> bool:
    """Whether a text of the Assembly is said to have failed, and nothing but that points to one that did not."""
    if isinstance(claim, Outcome):
        return (claim.outcome == "adopted") == claim.negated and not singled_out(thread, link, article)
    if not isinstance(claim, Tally) or claim.yes is None or claim.no is None:
        return False
    return claim.lost or (whole(claim.yes) < whole(claim.no) and not claim.either_way)


def _far_from_its_count(claim: VoteClaim, thread: Thread, link: Link, docket: Docket, event: VoteEvent) -> bool:
    """ "It got four votes", "five for, six against", of a text that all were for: who errs about a count of the Council
    is off by one or two, or takes one side's number for another's; what is further off is of another vote, and so is
    what else is told with it if nothing of it is so.
    """
    if event.body != "unsc" or not isinstance(claim, Position | Tally):
        return False
    if link.basis == "symbol" and claim.sentence == min(thread.sentences):
        return False
    if isinstance(claim, Position) and any(judge(c, event, docket).holds is Holds.YES for c in thread.claims):
        return False
    told = (event.yes, event.no, event.abstain)
    return any(
        whole(value) not in told and abs(whole(value) - real) >= FAR
        for count in ((claim,) if isinstance(claim, Tally) else thread.claims)
        if isinstance(count, Tally) and count.share is None and count.others is None
        for role, value in parts(count).items()
        if (real := getattr(event, role, None)) is not None
    )


NEXT_DAY = timedelta(days=1)
FAR = 6
"""Votes by which no slip is off."""


def _in_favour(claim: VoteClaim) -> bool:
    return isinstance(claim, Position) and claim.choice == "yes"


def _fits_none(event: VoteEvent, events: tuple[VoteEvent, ...]) -> Settled:
    reason = f"What the text says does not fit {event_on(event)}, and no other vote clearly fits."
    return Settled(Verdict.UNSETTLED, reason, events, Why.NOT_FOUND, 0.5)


def _rival(
    claim: VoteClaim,
    thread: Thread,
    link: Link,
    docket: Docket,
    best: Candidate,
    place: int,
    events: tuple[VoteEvent, ...],
) -> VoteEvent | None:
    """An event nearly as well pointed to that would bear the claim out."""
    counted = isinstance(claim, Tally) and claim.yes is not None
    counted = counted and (docket.body == "unga" or (isinstance(claim, Tally) and claim.no is not None))
    years = [d.resolve(None) for d in thread.dates if d.form == "calendar" and d.month is None] if counted else []
    for other in link.candidates:
        if other.event in events:
            continue
        that_year = any(i is not None and other.event.date in i and best.event.date in i for i in years)
        alone = isinstance(claim, Position) and not any(p > 0 for i, p in enumerate(best.agreement) if i != place)
        that_day = (counted or alone) and docket.body == "unga" and other.event.date == best.event.date
        if isinstance(claim, Sponsor) and all(map(ge, other.agreement, best.agreement)):
            that_day = abs(other.event.date - best.event.date) <= NEXT_DAY  # a sitting may go on past midnight
        if not (that_year or that_day) and best.without(place) - other.without(place) > RIVAL:
            continue
        judged = judge(claim, other.event, docket, mentioned(claim, thread, other.event, docket))
        if judged.holds in (Holds.YES, Holds.DEPENDS):
            return other.event
        if isinstance(claim, Sponsor) and judged.holds is Holds.UNKNOWN and judged.reason:
            return other.event  # whose text that was is not on record
    return None


def _that_month_of_late(
    claim: VoteClaim, thread: Thread, link: Link, docket: Docket, event: VoteEvent, article: date | None
) -> VoteEvent | None:
    """ "The embargo dates from September 1991. In March only China abstained": told of the article's own March, and not
    of the year spoken of; of the year after, where the text has no date ("In November 2024 … In June of this year").
    """
    if link.basis != "date" or not isinstance(claim, Position | Tally):
        return None
    for mention in thread.dates:
        if mention.form != "calendar" or mention.year is not None or mention.month is None or mention.from_context:
            continue
        if article is None:
            veto = isinstance(claim, Position) and claim.choice == "veto"
            back = mention.unit == "year" or (veto and any(earlier.date > event.date for earlier in link.before))
            late = replace(mention, year=event.date.year + 1, unit=None).resolve(None) if back else None
        else:
            late = mention.resolve(article, None)
        if late is None or late.start is None or late.end is None or event.date in late:
            continue
        for other in docket.between(late.start, late.end):
            if judge(claim, other, docket).holds is Holds.YES:
                return other
    return None


def singled_out(thread: Thread, link: Link, article: date | None, within: int = 0) -> bool:
    """Whether a symbol or a day, or so many more, points to the event: enough to hold loose words wrong."""
    if link.basis == "symbol":
        return True
    interval = thread.dates[0].resolve(article) if thread.dates and link.basis == "date" else None
    if interval is None or interval.start is None or interval.end is None:
        return False
    return (interval.end - interval.start).days <= within


def of_all(reason: str, events: tuple[VoteEvent, ...]) -> str:
    """Of several votes that the words may mean, and that agree: the first, and that the others do."""
    others = len(events) - 1
    if not others:
        return reason
    return f"{reason[:-1]}; the same holds of {counted(others, 'other vote')} that the text may mean."
