"""What each cue is worth when a text's words point to a vote event, in points.

Hard cues (a symbol, a day) outweigh soft ones (subject, recency, agreement of what is claimed); the figures were set by
hand on labelled passages and mean nothing beyond their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds, admits, parts
from onrecord.checking.members import codes_on
from onrecord.checking.offices import Terms, held_on
from onrecord.checking.subjects import Places
from onrecord.checking.thread import Thread
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.vote import (
    LARGEST_COUNCIL,
    Members,
    Outcome,
    Position,
    Reference,
    Sponsor,
    Tally,
    VoteClaim,
    whole,
)
from onrecord.reading.dates import DateMention, Interval
from onrecord.reading.intervals import shift
from onrecord.reading.read import Reading
from onrecord.record.model import Certainty, Kind, Option, VoteEvent

Points = NDArray[np.float64]
"""By the places in a pool of events."""

OF_THE_COUNCIL = "S/RES/"
EXACT_DAY, SAME_WEEK, NEAR_DAY = 8.0, 6.5, 3.0
WITHIN = ((62, 5.0), (400, 3.3))
"""Points by the length of the stretch, in days, that the event lies in; longer ones give `LONG`."""
LONG = 1.5
OFF_DATE, COARSE = -7.0, 300
"""An event outside the stretch; half of it where the stretch is longer than `COARSE` days."""
ABOUT, ROUGHLY = 1.5, 0.3
"""An event that lies out of a distance ("three weeks later") by no more than that part of it."""
UNITS = {"week": 7, "fortnight": 14, "month": 30}
CLOSE_TO, SPREAD = 1.5, {"month": 30, "year": 365}
"""An event that lies just so many months or years away; less the farther it is from there."""
OTHER_YEAR = 2.0
"""The day and month given without a year, in another year than the latest."""
LED = 0.75
"""What a date counts that stands in a sentence before the claim's own."""
POSSIBLE = 1.5
"""An undated article's weekday or month that the event's day fits."""
RECENT = ((1, 5.0), (3, 4.5), (7, 4.0), (14, 3.0), (31, 2.0), (92, 1.0), (400, 0.3))
"""Days before the article, and points, where the text gives no date."""
BESIDE = ((0, 5.0), (3, 4.0), (40, 2.0))
"""Days from the vote spoken of before."""
AWAY = -3.5
"""An event far from the vote spoken of before, where the text tells of times long past."""
SUBJECT, DOCUMENT = 7.0, 3.0
"""Full relevance of the thread's sentences, and of the whole document."""
CARRIED = 1.5
"""The subject of the vote spoken of before, where nothing else tells one."""
ON_STATE = 2.0
"""A vote on the state that a claim says it was on: "vetoed Japan", "abstained on Laos"."""
WHOSE = 4.0
"""Points of a text by those whose text the words mean without saying that they wrote one."""
NUMBERED = 5.0
"""A bare number that is the number of a resolution voted on when the text says."""
IN_ORDER = 1.5
"""Of the votes of one day the one that is of the number told; taken from the others."""
APART = 5.0
"""Taken from the event of a text that this one is set apart from."""
SURELY_APART = 12.0
"""The same where that text is cited and this one is "a second text"."""
SAME_TITLE = 3.0
"""A text that goes by the same title as the one spoken of before, where no other subject is told."""
AGREES = {Position: 1.5, Outcome: 0.8, Sponsor: 1.8, Reference: 0.0}
TALLY_AGREES = {1: 1.0, 2: 3.0, 3: 4.0, 4: 4.0}
"""By the number of its parts that the text gives."""
PARTLY = ((16, 2.5), (2, 0.8))
"""A number of the count that is right where another is wrong, by how large it is at least: large ones are rarely met
by chance.
"""
A_LIST = 3
"""Names of which all but one may point to an event."""
BY_NAME, MOST_BY_NAME = 0.6, 2.4
"""For each that is right where another is wrong."""
LISTED = {"no": Option.NO, "abstain": Option.ABSTAIN}
TOO_MANY = -6.0
"""More votes than the body then had members."""
DISAGREES = {Tally: -1.0, Position: -1.0, Outcome: -1.0, Sponsor: -0.6, Reference: 0.0}
VETO, NO_VETO = 2.5, -1.5
IN_OFFICE, OUT_OF_OFFICE = 1.0, -4.0
"""For each leader or envoy named."""
SUMMONS = 4.0
"""For the resolutions that called the Assembly, where a text tells of its being called."""
VETO_TOLD = 6.0
"""Taken from what was not vetoed, where the sentence that leads up to a claim numbers a veto of that day."""
LOOSE = 0.4
"""What words count that may mean something else than a vote."""


def by_date(mention: DateMention, interval: Interval | None, docket: Docket, pool: Places) -> Points:
    """What a date says for each event of the pool, whose day other sources may give otherwise."""
    if interval is None:
        return np.where(_matched(mention, docket, pool), POSSIBLE, OFF_DATE / 2)
    days = docket.ordinals[pool]
    length = (interval.end - interval.start).days if interval.start and interval.end else 9_999
    edges = [edge.toordinal() for edge in (interval.start, interval.end) if edge is not None]
    outside = OFF_DATE if length < COARSE else OFF_DATE / 2
    points = np.full(len(pool), outside)
    any_year = mention.form == "calendar" and mention.year is None and bool(mention.month)
    if any_year and (mention.unit is None or mention.from_context):
        points[_matched(mention, docket, pool)] = OTHER_YEAR
    if length <= 1:
        for day in {edge + step for edge in edges for step in (-1, 1)}.difference(edges):
            points[days == day] = NEAR_DAY
    if mention.form == "distance" and mention.role == "at" and mention.count is not None:
        slack = max(1, round(ROUGHLY * mention.count * UNITS.get(mention.unit or "", 0)))
        for edge in edges:
            points[np.abs(days - edge) <= slack] = ABOUT
    first, last = interval.start or date.min, interval.end or date.max
    within = (days >= first.toordinal()) & (days <= last.toordinal())
    for event_id, others in docket.other_days.items():
        if any(day in interval for day in others):
            within |= pool == docket.places[event_id]
    points[within] = EXACT_DAY if length <= 1 else SAME_WEEK if length <= 8 else _step(WITHIN, length, LONG)
    if mention.form == "weekday" and length > 1 and mention.weekday is not None:
        points[within & (days % 7 != mention.weekday % 7)] = outside
        if not mention.vague and mention.step == 0 and interval.end is not None:
            points[days == interval.end.toordinal()] = EXACT_DAY
    return points


def _matched(mention: DateMention, docket: Docket, pool: Places) -> NDArray[np.bool_]:
    """Whether nothing that is written rules an event's day out."""
    days, each = np.unique(docket.ordinals[pool], return_inverse=True)
    fitting = [mention.matches(date.fromordinal(day)) for day in days.tolist()]
    return np.array(fitting, dtype=bool)[each]


def by_closeness(mention: DateMention, base: date | None, docket: Docket, pool: Places) -> Points | float:
    """How near each event is to just so many months or years from the day that is counted from: "a year ago"."""
    spread = SPREAD.get(mention.unit or "")
    if base is None or mention.form != "distance" or mention.count is None or spread is None or mention.vague:
        return 0.0
    exact = shift(base, mention.step * mention.count, mention.unit or "year")
    if exact is None:
        return 0.0
    return CLOSE_TO * np.maximum(0.0, 1 - np.abs(docket.ordinals[pool] - exact.toordinal()) / spread)


def by_recency(docket: Docket, pool: Places, article: date | None, context: date | None) -> Points:
    """How near each event, none of them later than the article, is to it, or to the vote spoken of before."""
    days = docket.ordinals[pool]
    points = np.zeros(len(pool))
    if context is not None:
        long_ago = article is None or (article - context).days > COARSE
        points = _steps(BESIDE, np.abs(days - context.toordinal()), AWAY if long_ago else 0.0)
    if article is not None:
        ago = article.toordinal() - days
        points = np.where(ago <= RECENT[-1][0], np.maximum(points, _steps(RECENT, ago, 0.0)), points)
    return points


def _step(steps: tuple[tuple[int, float], ...], value: int, beyond: float) -> float:
    """The points of the first step that reaches as far as the value."""
    return next((points for most, points in steps if value <= most), beyond)


def _steps(steps: tuple[tuple[int, float], ...], values: NDArray[np.int64], beyond: float) -> Points:
    """The same for each of many values."""
    reaches, points = [most for most, _ in steps], np.array([*(points for _, points in steps), beyond])
    return points[np.searchsorted(reaches, values)]


def by_kinds(thread: Thread, docket: Docket, pool: Places) -> Points:
    """What `by_kind` gives each event of the pool, kept for threads that say the same."""
    said = (thread.amendment, thread.summons, not thread.uncovered)
    known = docket.kind_points.get(said)
    if known is None:
        known = docket.kind_points[said] = np.full(len(docket.events), np.nan)
    for place in pool[np.isnan(known[pool])].tolist():
        known[place] = by_kind(docket.events[place], thread)
    return known[pool]


def by_kind(event: VoteEvent, thread: Thread) -> float:
    """Amendments, parts, motions and events that are little known are meant only where the text says so."""
    points = 0.0
    if event.kind is Kind.AMENDMENT:
        points += 2.5 if thread.amendment else -3.0
    elif thread.amendment:
        points -= 1.5
    if thread.summons:
        points += SUMMONS if event.kind is Kind.PROCEDURAL and event.resolution is not None else -SUMMONS / 2
    if event.kind is Kind.PART:
        points -= 0.3
    if event.kind is Kind.PROCEDURAL and event.resolution is None and not thread.uncovered:
        points -= 4.0
    if event.yes is None:
        points -= 1.5
    if event.certainty is Certainty.GENERAL_KNOWLEDGE:
        points -= 1.0
    if not event.votes_known and event.body == "unsc":
        points -= 0.5
    return points


def by_offices(event: VoteEvent, offices: Sequence[Terms]) -> float:
    """Whether those whom the text names were in office on the day; `offices` are their terms, by the name."""
    points = 0.0
    for terms in offices:
        points += IN_OFFICE if held_on(terms, event.date) else OUT_OF_OFFICE
    return points


def numbered(thread: Thread, reading: Reading, docket: Docket, interval: Interval | None) -> frozenset[str]:
    """ "There was 1199 in September": the resolutions of a bare number that were voted on when the text says."""
    if interval is None or interval.start is None or docket.body != "unsc":
        return frozenset()
    numbers = {
        chunk.number.integer
        for index in thread.sentences
        for chunk in reading.sentences[index].chunks
        if chunk.number is not None and chunk.date is None and chunk.number.unit is None
    }
    events = (
        e for n in numbers if n is not None and n > LARGEST_COUNCIL for e in docket.with_symbol(f"{OF_THE_COUNCIL}{n}")
    )
    return frozenset(e.id for e in events if e.date in interval)


def veto_told(thread: Thread, reading: Reading) -> Iterator[frozenset[str]]:
    """ "Washington cast its first veto on 17 March 1970. Finland abstained": whose veto leads up to the thread."""
    sentences = reading.sentences
    dated = [i for i in thread.lead_in if any(c.date in thread.dates for c in sentences[i].dates)]
    dated = [i for i in dated if sum(c.number is not None and c.number.ordinal for c in sentences[i].chunks) < A_PAIR]
    around = {i - sentences[i - 1].question for i in dated if i}.union(dated)  # "When was it? On 17 March."
    for claim in (c for i in around for c in reading.claims_in(i) if isinstance(c, Count | Generalisation)):
        placed = claim.ordinal is not None if isinstance(claim, Count) else claim.form in PLACED
        if placed and claim.acts.what == "veto" and not claim.denied:
            yield frozenset(alias.code for named in claim.acts.members.named for alias in named.aliases)


A_PAIR = 2
"""Vetoes numbered in one sentence: which of them the text goes on about is open."""
PLACED = ("first", "last", "only")
"""What is said of one veto by its place among others."""


def by_owner(event: VoteEvent, thread: Thread, docket: Docket) -> bool:
    """Whether it is on a text that those put forward whose text is meant: "America's, on 30 October, had thirteen"."""
    row = docket.record.sponsorship(event.id)
    return row is not None and bool(thread.sponsors & {*(row.leads or row.sponsors)})


def by_order(thread: Thread, docket: Docket, day: date | None) -> Iterator[tuple[str, float]]:
    """ "The third got eleven votes": of several votes of that day on texts of one title, in the order taken."""
    if day is None or docket.body != "unsc":
        return
    series: dict[tuple[str, ...], list[VoteEvent]] = {}
    for event in docket.between(day, day):
        row = docket.record.sponsorship(event.id)
        theirs = row is not None and not thread.order_of.isdisjoint((*row.leads, *row.sponsors))
        if event.kind in (Kind.DRAFT, Kind.RESOLUTION) and (theirs or not thread.order_of):
            series.setdefault(docket.title_key(event), []).append(event)
    for events in series.values():
        for place, event in enumerate(sorted(events, key=lambda e: e.order), 1) if len(events) > 1 else ():
            yield event.id, IN_ORDER if place in thread.order else -IN_ORDER


def by_agreement(claim: VoteClaim, holds: Holds) -> float:
    """What it says for an event that the claim holds of it."""
    veto = isinstance(claim, Position) and claim.choice == "veto"
    loosely = LOOSE if isinstance(claim, Position) and claim.loose else 1.0
    if isinstance(claim, Tally) and (claim.share is not None or claim.others is not None):
        loosely = LOOSE
    if holds in (Holds.YES, Holds.DEPENDS):
        if isinstance(claim, Tally):
            return TALLY_AGREES[len(parts(claim)) or 1] * loosely
        return VETO if veto else AGREES[type(claim)] * loosely
    if holds is Holds.NO:
        return NO_VETO if veto else DISAGREES[type(claim)] * loosely
    return 0.0


def parts_weigher(counts: Sequence[Tally]) -> Callable[[VoteEvent], float]:
    """What the numbers of counts say for an event that they do not fit as a whole.

    Kept by the event's own count, since many events have the same.
    """
    told = [(role, value, whole(value)) for claim in counts for role, value in parts(claim).items()]
    most = max((sum(map(whole, parts(claim).values())) for claim in counts), default=0)
    known: dict[tuple[int | None, ...], float] = {}

    def weigh(event: VoteEvent) -> float:
        if event.members is not None and most > event.members:
            return TOO_MANY
        count = (event.yes, event.no, event.abstain, event.not_voting)
        points = known.get(count)
        if points is None:
            largest = 0
            for role, value, number in told:
                if number > largest and admits(value, getattr(event, role)):
                    largest = number
            points = known[count] = next((points for least, points in PARTLY if largest >= least), 0.0)
        return points

    return weigh


def by_names(claim: VoteClaim, event: VoteEvent, docket: Docket) -> float:
    """What a list of who voted against or abstained says for an event that all but one of those named fit."""
    option = LISTED.get(claim.choice) if isinstance(claim, Position) and not claim.negated else None
    if not isinstance(claim, Position) or option is None or not event.votes_known:
        return 0.0
    votes = docket.votes(event)
    named = codes_on(Members(claim.members.named), docket, event.date) or frozenset()
    right = sum(votes.get(code) is option for code in named)
    one_short = A_LIST - 1 <= right == len(named) - 1
    miscounted = right == len(named) >= A_LIST and claim.total is not None
    return min(BY_NAME * right, MOST_BY_NAME) if one_short or miscounted else 0.0


def is_a_list(claim: VoteClaim) -> bool:
    """Whether it names so many that all but one of them may tell the vote."""
    return isinstance(claim, Position) and claim.choice in LISTED and len(claim.members.named) >= A_LIST
