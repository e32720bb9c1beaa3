"""Whether a claim that a vote does not bear out may be meant of another one.

Texts that tell of several votes go from one to the other without saying so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds, judge, met, parts
from onrecord.checking.members import codes_on
from onrecord.checking.thread import Thread
from onrecord.reading.claims.vote import Position, Sponsor, Tally, VoteClaim, whole
from onrecord.record.model import VoteEvent

ACTS = {"yes": "yes", "no": "no", "veto": "no", "abstain": "abstain", "not voting": "not voting"}
"""Choices, a veto being a No."""
SEVERAL = 2
VAGUE = timedelta(days=62)
PARAGRAPH = 5
"""Sentences."""
FAR = timedelta(days=550)
"""Days from the one given beyond which no vote is meant."""


def gone_back(claim: VoteClaim, event: VoteEvent, docket: Docket, told_before: Sequence[VoteEvent]) -> VoteEvent | None:
    """ "A year ago it was 187 to two. Hungary and Ukraine stood with us": the later vote, told of before the glance
    back, to which the text has returned; only several members that all did as said tell so much.
    """
    if not isinstance(claim, Position) or len(claim.members.named) < SEVERAL:
        return None
    later = (other for other in told_before if other.date > event.date)
    return next((other for other in later if judge(claim, other, docket).holds is Holds.YES), None)


def written_before(claim: VoteClaim, docket: Docket, told_before: Sequence[VoteEvent]) -> VoteEvent | None:
    """ "Twelve voted for it. Two years ago Chad had written it alone. The paper was Peru's": the text told of before,
    by those named.
    """
    if not isinstance(claim, Sponsor) or claim.negated:
        return None
    return next((e for e in told_before if judge(claim, e, docket).holds is Holds.YES), None)


def numbered_apart(
    claim: VoteClaim, event: VoteEvent, docket: Docket, told_before: Sequence[VoteEvent]
) -> VoteEvent | None:
    """ "It went down as resolution 2747. Five abstained": the vote just told of, where the number is one of other
    years and may be a slip.
    """
    apart = (other for other in told_before if abs(other.date - event.date) > VAGUE)
    return next((other for other in apart if judge(claim, other, docket).holds is Holds.YES), None)


PLACES = ("place:", "member:")
"""Kinds of terms for where that lies what a text is about."""


def on_another_matter(event: VoteEvent, before: Sequence[VoteEvent], docket: Docket) -> bool:
    """ "The veto on Gaza. … On Friday ten had been for it": whether what was voted on then lies elsewhere than all that
    was told of before.
    """
    own, others = _places(event, docket), [_places(e, docket) for e in before if e.body == docket.body]
    return bool(own and others) and all(other and own.isdisjoint(other) for other in others)


def _places(event: VoteEvent, docket: Docket) -> frozenset[str]:
    return frozenset(t for t in docket.subjects.subject_terms(event.id) if t.startswith(PLACES))


def told_otherwise(claim: VoteClaim, told: Sequence[Position | Tally], event: VoteEvent, docket: Docket) -> bool:
    """Whether the text rightly tells the same members' votes, or the same numbers, otherwise: then this is another
    vote.
    """
    if isinstance(claim, Tally):
        return _counted_otherwise(claim, told, event, docket)
    if not isinstance(claim, Position):
        return False
    codes = codes_on(claim.members, docket, event.date)
    if not codes or claim.members.others or claim.members.everyone:
        return False
    for other in told:
        if not isinstance(other, Position) or other is claim or other.sentence == claim.sentence:
            continue
        if other.choice not in ACTS or claim.choice not in ACTS or other.negated or claim.negated:
            continue
        acted = codes_on(other.members, docket, event.date) or frozenset()
        same = ACTS[other.choice] == ACTS[claim.choice]
        # "Moscow vetoed the other. No permanent member was against this one"
        apart = same and bool(codes & acted) if claim.members.nobody else not same and codes <= acted
        if not apart:
            continue
        if judge(other, event, docket).holds is Holds.YES:
            return True
    return False


def _counted_otherwise(claim: Tally, told: Sequence[Position | Tally], event: VoteEvent, docket: Docket) -> bool:
    given = parts(claim)
    nobody = {act for act in ("no", "abstain") if claim.unanimous or (act in given and not whole(given[act]))}
    for other in told:
        if isinstance(other, Position) and ACTS.get(other.choice) in nobody and other.sentence != claim.sentence:
            # "Britain vetoed it. After that came a call on all states, ten to none"
            if not other.negated and judge(other, event, docket).holds is Holds.YES:
                return True
        if not isinstance(other, Tally) or other is claim:
            continue
        differs = any(role in given and whole(value) != whole(given[role]) for role, value in parts(other).items())
        if differs and judge(other, event, docket).holds is Holds.YES:
            return True
    return False


def counted_apart(claim: VoteClaim, thread: Thread, event: VoteEvent) -> bool:
    """Whether the text counts a vote of the Assembly in full, and otherwise in every number: then it is another vote.

    The record of its resolutions does not hold the texts that failed there.
    """
    if event.body != "unga" or not isinstance(claim, Position | Tally):
        return False
    counts = [c for c in thread.claims if isinstance(c, Tally) and len(parts(c)) > SEVERAL]
    counts = [c for c in counts if c is claim] or counts
    return bool(counts) and not any(met(count, event) for count in counts)


def far_on(claim: VoteClaim, thread: Thread) -> bool:
    """Whether the text told of other things, a paragraph long, since it last spoke of the vote, and now says nothing of
    which it means.
    """
    if not any(claim is carried for carried in thread.carried):
        return False
    before = [told.sentence for told in thread.claims if told.start < claim.start]
    return bool(before) and claim.sentence - max(before) >= PARAGRAPH


def undated(thread: Thread, article: date | None) -> bool:
    """Whether all that dates the thread counts from the day of an article that has none: "last December"."""
    return article is None and bool(thread.dates) and all(d.year is None and d.step < 0 for d in thread.dates)


def elsewhen(thread: Thread, event: VoteEvent, article: date | None) -> bool:
    """Whether the event lies years from the day that the text gives, so that neither day nor count is its own."""
    intervals = [d.resolve(article) for d in thread.dates if d.year is not None or article is not None]
    starts = [i.start for i in intervals if i is not None and i.start is not None]
    return bool(starts) and all(abs(start - event.date) > FAR for start in starts)


def on_the_day_told(
    claim: VoteClaim, thread: Thread, docket: Docket, article: date | None, event: VoteEvent
) -> VoteEvent | None:
    """Another vote, which bears the claim out, on the one day that the text gives and on which the text that it cites
    was not voted on: then the number may be wrong.
    """
    if len(thread.dates) != 1 or thread.dates_led:
        return None
    interval = thread.dates[0].resolve(article)
    if interval is None or interval.start is None or interval.end is None or event.date in interval:
        return None
    if (interval.end - interval.start).days > 1:
        return None
    others = docket.between(interval.start, interval.end)
    return next((e for e in others if judge(claim, e, docket).holds is Holds.YES), None)


def several_outside(claim: VoteClaim, thread: Thread, event: VoteEvent, docket: Docket) -> bool:
    """Whether two or more of those named had no seat: then another vote is meant rather than all of them mistaken.

    Where the text does not name the body, those of its other claims on the vote count as well.
    """
    seats = set(docket.seats(event.date))
    claims = [claim] if thread.body_named else thread.claims
    named = (codes_on(c.members, docket, event.date) for c in claims if isinstance(c, Position) and not c.negated)
    return len({code for codes in named if codes for code in codes - seats}) > 1


def long_ago_and_vague(thread: Thread, docket: Docket) -> bool:
    """Whether all that dates the thread is a long stretch of time, in which many votes lie."""
    resolved = [d.resolve(docket.as_of) for d in thread.dates]
    return all(i is None or i.start is None or i.end is None or i.end - i.start > VAGUE for i in resolved)
