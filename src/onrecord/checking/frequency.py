"""The votes that a count or a generalisation is about, under every way of counting that its words leave open.

Published rules say what counts as a veto (`record.counting_rules`); names, subjects and times may have more than
one reading. Where all ways agree a claim is settled, where they differ it depends.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import product

from onrecord.checking.deeds import BY_DRAFT, BY_DRAFT_FROM, OPTIONS, deeds, rules_for
from onrecord.checking.docket import END_OF_SOVIET_UNION, Docket
from onrecord.checking.periods import period_of, whole
from onrecord.checking.scope_rows import CEASEFIRE, Scope, beginning_again, beginning_named, beginning_of
from onrecord.checking.scopes import refers_back, says_a_subject, scopes_of
from onrecord.checking.summons import also_without_summons, speaks_of_summons
from onrecord.checking.whose import Whose, leading, tenures, whose
from onrecord.checking.words_of_time import beginning
from onrecord.reading.claims.frequency import OF_THE_BODY, Acts
from onrecord.reading.dates import DateMention
from onrecord.reading.intervals import Interval, shift
from onrecord.reading.table import word_sets
from onrecord.record.model import VETO_HOLDERS, VoteEvent

STILL_COVERED = timedelta(days=14)
"""An article so soon after the record's last day is taken to know no later vote."""
NEWS = timedelta(days=14)
"""An article so soon after an act tells of that one."""
SAME_OCCASION = timedelta(days=3)
"""Around the vote spoken of, for what is told of one occasion."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of counting, and what it counts."""

    whose: Whose
    scope: Scope
    rule: str
    """A counting rule's id; empty where the act is no veto."""
    events: tuple[VoteEvent, ...]
    """In the order they were taken."""
    together: bool = False
    """Only those of all the members at once."""
    since: date | None = None
    """The day from which it counts, where the words leave two open."""


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways of counting one claim's acts."""

    each: tuple[Way, ...] = ()
    period: tuple[Interval, ...] = ()
    until: date | None = None
    uncovered: bool = False
    """Whether the time goes on beyond the record's last day."""
    late: bool = False
    """Whether no more than the last little of it does."""
    untold: str = ""
    """Why nothing can be counted: `whose`, `when` or `what`."""
    scopes: tuple[Scope, ...] = field(default=())
    loose: bool = False
    """Whether the words single out some of these votes in a way that the record cannot ("packages of sanctions")."""

    @property
    def complete(self) -> bool:
        """Whether what was not counted is known not to belong."""
        return not self.loose and any(scope.complete for scope in self.scopes)

    @property
    def sure(self) -> bool:
        """Whether what was counted is known to belong."""
        return not self.loose and any(scope.sure for scope in self.scopes)


def ways_of(
    acts: Acts,
    docket: Docket,
    article: date | None,
    until: date | None,
    event: VoteEvent | None,
    near: str,
    bounded: bool = True,
    ever: bool = False,
    pairs: bool = False,
    distinct: bool = True,
    by_draft: bool = False,
) -> Ways:
    """`until` is the last day that counts; `bounded` says whether the claim's own time bounds the acts, `ever` whether
    they are of all time ("never", "the first"), `pairs` whether several members may be meant as acting together;
    `distinct` leaves out ways that count the same votes as an earlier one; `by_draft` counts drafts also before 1950.
    """
    if event is None and article is not None and (acts.since or refers_back(acts.subject, docket)):
        event = _latest_done(acts, docket, article)
        if event is not None and any(_before(mention, event.date) for mention in acts.period):
            event = None
    elif event is None and acts.narrated and article is not None:
        latest = _latest_done(acts, docket, article)
        event = latest if latest is not None and article - latest.date <= NEWS else None
    context = event.date if event is not None else None
    reach = (
        period_of(replace(acts, since="", tenure=None), docket, article, until, context, None)
        if bounded and acts.period
        else None
    )
    scopes = scopes_of(acts.subject, acts.what, docket, event, near, acts.back, reach[0].start if reach else None, ever)
    if scopes is None:
        return Ways(untold="what")
    if acts.what == "adopted" and docket.body == "unsc":
        scopes = also_without_summons(scopes, docket)
    if acts.to_the_word:
        scopes = [s for s in scopes if s.title.endswith(CEASEFIRE)] or scopes
    alone = len(acts.members.named) == 1 and not acts.members.groups
    if acts.together and alone and "they" in acts.subject.lower().split():
        return Ways(untold="whose", scopes=tuple(scopes))  # "they had not vetoed the same text": whose other no
    starts = [s.start for s in scopes if s.start is not None]
    named = beginning_named(acts.since, docket)
    anew_from = named[1] if named is not None else _again(scopes, event, docket)
    period = (
        period_of(
            acts,
            docket,
            article,
            until,
            context,
            named[0] if named is not None else min(starts, default=beginning_of(event, docket)),
            anew_from,
        )
        if bounded
        else (Interval(None, until),)
    )
    if period is not None and acts.ended:
        period = _up_to_such_an_act(acts, period, docket, article)
    again = anew_from if bounded and _counts_anew(acts, docket, anew_from, until) else None
    if period is None:
        return Ways(untold="when", scopes=tuple(scopes))
    if acts.narrated and event is not None:
        period = (Interval(event.date - SAME_OCCASION, event.date + SAME_OCCASION),)
    outer = whole(period)
    readings = [Whose(frozenset())]
    if acts.what not in OF_THE_BODY or acts.members.named:
        readings = (
            [Whose(_ever_seated(docket), any_of=True)]
            if acts.members.everyone and acts.what != "veto"
            else whose(
                acts.members,
                outer.end or article,
                outer,
                any(s.events is not None for s in scopes),
                _federal(scopes) or any(words in acts.subject for words in RENAMED),
            )
        )
        if not readings:
            return Ways(untold="whose", scopes=tuple(scopes))
        # "Britain has done so once" of texts adopted: what a body does, no member does.
        nobodys = any(r.codes for r in readings) and acts.what not in OPTIONS and acts.what != "veto"
        if nobodys or (acts.what == "veto" and not any(r.codes & VETO_HOLDERS for r in readings)):
            return Ways(untold="whose", scopes=tuple(scopes))
    if (acts.in_office and acts.term is None) or (acts.term is not None and acts.tenure is None):
        if readings[0].any_of:
            return Ways(untold="whose", scopes=tuple(scopes))
        acts = replace(acts, tenure=leading(docket.record, readings[0].codes, context or article))
        if acts.tenure is None:
            return Ways(untold="when", scopes=tuple(scopes))
    if acts.term is not None and not tenures(acts.tenure, readings[0].codes, article, acts.term):
        return Ways(untold="when", scopes=tuple(scopes))
    told = (
        [acts, replace(acts, together=True)]
        if pairs and acts.what == "veto" and len(acts.members.named) > 1 and not acts.together
        else [acts]
    )
    found = [
        way
        for one in told
        for reading in readings
        for way in _ways(one, docket, reading, scopes, period, article, bounded, by_draft)
    ]
    if again is not None:
        anew = [replace(way, events=tuple(e for e in way.events if e.date >= again), since=again) for way in found]
        found = [*anew, *(replace(way, since=whole(period).start) for way in found)]
    if acts.tenure is not None and len(period) == 1:
        period = _in_office(acts, readings[0].codes, article, period[0])
    end = whole(period).end
    uncovered = end is not None and end > docket.as_of + STILL_COVERED
    everything = all(s.events is None for s in scopes)
    singled_out = bool(acts.told_of_texts) and not says_a_subject(acts.told_of_texts, docket)
    loose = (
        singled_out
        or (acts.noun == "packages" and not speaks_of_summons(acts.subject))
        or (everything and not acts.members.named and acts.what == "adopted" and acts.noun in ("", "packages"))
    )
    late = uncovered and end is not None and _late(whole(period).start, end, docket)
    each = tuple(_distinct(found) if distinct else found)
    return Ways(each, period, docket.as_of if late else end, uncovered, late, "", tuple(scopes), loose)


def _up_to_such_an_act(
    acts: Acts, period: tuple[Interval, ...], docket: Docket, article: date | None
) -> tuple[Interval, ...] | None:
    """ "Before Myanmar it had cast no veto since 1999": up to the day before the first such act of theirs on that."""
    about = docket.subjects.about(docket.subjects.main_terms(acts.ended))
    inside = whole(period)
    readings = whose(acts.members, article, inside, False) if acts.members.named else []
    on_it = (e for r in readings[:1] for e in deeds(acts, docket, r, rules_for(acts)[-1]) if e.id in about)
    first = next((e.date for e in on_it if inside.start is None or e.date >= inside.start), None)
    last = first - timedelta(days=1) if first is not None else None
    if last is not None and inside.end is not None and inside.end < last:
        return period
    clipped = [replace(i, end=last) for i in period if last is not None and (i.start is None or i.start <= last)]
    return tuple(clipped) or None


def _before(mention: DateMention, day: date) -> bool:
    """Whether the words name a time that was over by that day: "on 31 October 1977"."""
    told = mention.role == "at" and mention.form == "calendar" and mention.year is not None
    interval = mention.resolve(None) if told else None
    return interval is not None and interval.end is not None and interval.end < day


LATE = timedelta(days=90)
LITTLE = 20
"""Times as long as what it does not reach the record must reach, for a short end to be left aside."""


def _late(start: date | None, end: date, docket: Docket) -> bool:
    """Whether the record ends so little before the time does that what it holds still tells of it."""
    rest = end - docket.as_of
    return rest <= LATE and (start is None or LITTLE * rest <= docket.as_of - start)


def _again(scopes: list[Scope], event: VoteEvent | None, docket: Docket) -> date | None:
    return max((s.again for s in scopes if s.again is not None), default=beginning_again(event, docket))


def _counts_anew(acts: Acts, docket: Docket, again: date | None, until: date | None) -> bool:
    """Whether "since the war began" may count from the second day."""
    opened = bool(acts.since) and beginning(acts.since, docket) == "topic"
    return opened and again is not None and (until is None or again <= until)


def _up_to_the_last(
    acts: Acts, done: list[VoteEvent], period: tuple[Interval, ...], article: date | None
) -> tuple[Interval, ...]:
    """ "Three vetoes in five weeks": the weeks are those up to the last of them, not up to the article."""
    span = next(
        (
            d
            for d in acts.period
            if d.form == "span" and d.role == "at" and d.step == 0 and d.count is not None and d.unit is not None
        ),
        None,
    )
    past = [e for e in done if article is None or e.date <= article] if span is not None else []
    if (
        span is None
        or not past
        or len(period) != 1
        or period[0].end is None
        or (period[0].end - past[-1].date).days > LATELY
    ):
        return period
    start = shift(past[-1].date, -(span.count or 0), span.unit or "day")
    return (Interval(start, period[0].end),)


LATELY = 70


def _latest_done(acts: Acts, docket: Docket, article: date | None) -> VoteEvent | None:
    """The latest such act of those members: in a text that tells of no vote, "the war" is the one that it was about."""
    readings = whose(acts.members, article, Interval(None, article), False)
    done = [
        e
        for reading in readings[:1]
        for e in deeds(acts, docket, reading, rules_for(acts)[-1])
        if article is None or e.date <= article
    ]
    return done[-1] if done else None


def _in_office(acts: Acts, codes: frozenset[str], article: date | None, period: Interval) -> tuple[Interval, ...]:
    """The time in office, for the reason's words."""
    found = tenures(acts.tenure, codes, article, acts.term)
    if not found:
        return (period,)
    return tuple(
        Interval(max(filter(None, (t.start, period.start))), min(filter(None, (t.end, period.end)), default=None))
        for t in found
    )


@lru_cache(maxsize=8)
def _ever_seated(docket: Docket) -> frozenset[str]:
    return frozenset(m.member for m in docket.record.memberships(docket.body))


RENAMED = word_sets("thread_words.csv", "checking")["renamed"]


def _federal(scopes: list[Scope]) -> bool:
    """Whether the subject is of the Russian Federation's time only."""
    return bool(scopes) and all(s.start is not None and s.start > END_OF_SOVIET_UNION for s in scopes)


def _ways(
    acts: Acts,
    docket: Docket,
    reading: Whose,
    scopes: Iterable[Scope],
    period: tuple[Interval, ...],
    article: date | None,
    bounded: bool,
    by_draft: bool = False,
) -> Iterable[Way]:
    """By scope and rule."""
    terms = [
        (term.start or date.min, term.end or date.max)
        for term in tenures(acts.tenure, reading.codes, article, acts.term)
    ]
    first, last = reading.since or date.min, reading.until or date.max
    of_all = {rule: deeds(acts, docket, reading, rule) for rule in rules_for(acts)}
    for scope, (rule, all_done) in product(scopes, of_all.items()):
        inside = scope.events
        done = [
            e
            for e in all_done
            if (inside is None or e.id in inside)
            and first <= e.date <= last
            and (not acts.renewals or docket.renews(e))
            and (not terms or any(start <= e.date <= end for start, end in terms))
        ]
        stretches = _up_to_the_last(acts, done, period, article) if bounded else period
        chosen = _within(done, stretches)
        if acts.last is not None:
            chosen = chosen[-acts.last :]
        if rule in BY_DRAFT and not by_draft and any(e.date < BY_DRAFT_FROM for e in chosen):
            continue
        yield Way(reading, scope, rule, tuple(chosen), acts.together)


def _within(events: list[VoteEvent], stretches: tuple[Interval, ...]) -> list[VoteEvent]:
    if len(stretches) > 1:
        return [e for e in events if any(e.date in stretch for stretch in stretches)]
    first, last = (stretches[0].start or date.min, stretches[0].end or date.max) if stretches else (date.max, date.min)
    return [e for e in events if first <= e.date <= last]


def _distinct(found: Iterable[Way]) -> Iterable[Way]:
    """Ways that count the same votes are one, the first."""
    seen: set[tuple[str, ...]] = set()
    for way in found:
        key = tuple([e.id for e in way.events])
        if key not in seen:
            seen.add(key)
            yield way
