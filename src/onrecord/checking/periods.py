"""The time over which a claim counts, as stretches of days; what cannot be told is not guessed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.checking.docket import Docket
from onrecord.checking.whose import tenures
from onrecord.checking.words_of_time import beginning
from onrecord.reading.claims.frequency import Acts
from onrecord.reading.date_mention import BOUNDING
from onrecord.reading.dates import DateMention
from onrecord.reading.intervals import Interval, years


def period_of(
    acts: Acts,
    docket: Docket,
    article: date | None,
    until: date | None,
    context: date | None,
    topic_start: date | None,
    topic_again: date | None = None,
) -> tuple[Interval, ...] | None:
    """The stretches in any of which an act counts; None where the words name a time that cannot be told."""
    told = _context(acts.told_from, article, context)
    start: date | None = None
    end: date | None = until
    apart: list[Interval] = []
    for mention in acts.period:
        if mention.form == "span" and acts.tenure is not None and mention.role == "at":
            continue  # "Obama used it once in eight years": those in office
        resolved = mention.resolve(article or until, told)
        if _a_year_away(mention) and told is not None:
            resolved = years(told.year + mention.step, told.year + mention.step)
        if mention.form == "then" and mention.role == "since" and "other " in acts.subject and acts.told_from:
            # "Alone in 1972 and 1999; every other veto since then": those just told are left out.
            named = acts.told_from.when(article, context)
            past = named.end + timedelta(days=1) if named is not None and named.end is not None else None
            resolved = Interval(past, article) if past is not None else resolved
        vague = acts.told_from is not None and acts.told_from.form == "calendar" and acts.told_from.day is None
        if mention.form == "then" and mention.role in ("since", "after") and vague:
            turned = _turned(acts.told_from, article, context)
            resolved = Interval(turned + timedelta(days=1), article) if turned is not None else resolved
        if resolved is None:
            if mention.form == "then" and told is not None:
                resolved = Interval(told, article)
            elif mention.from_elsewhere and told is not None and mention.unit == "year" and mention.count == 1:
                resolved = years(told.year + mention.step, told.year + mention.step)
                if resolved is None:
                    return None
            elif mention.role == "at" and any(m.year is not None for m in acts.period):
                continue  # "in his last year, 1988"
            else:
                return None
        if (
            mention.role == "until"
            and mention.form in ("unit", "day", "weekday", "season")
            and resolved.end is not None
        ):
            # "Until this week" leaves the week out.
            named = mention.when(article or until, told)
            resolved = (
                Interval(None, day_before(named.start)) if named is not None and named.start is not None else resolved
            )
        if mention.role in BOUNDING or mention.form in ("span", "era", "distance"):
            start = _later(start, resolved.start)
            end = _earlier(end, resolved.end)
        else:
            apart.append(resolved)
    if acts.since:
        turned = _turned(acts.told_from, article, context)
        since = start_of(acts, docket, article or until, turned, topic_start, topic_again)
        if since is None:
            return None
        start = _later(start, since)
    outer = Interval(start, end)
    if not apart:
        return (outer,)
    joined = _within_each_other(apart)
    return tuple(i for i in (_meet(outer, part) for part in joined) if i is not None) or None


def _a_year_away(mention: DateMention) -> bool:
    """ "The year before, Russia vetoed five": in the calendar year."""
    away = mention.form == "distance" and mention.unit == "year" and mention.count == 1 and mention.role == "at"
    return away and mention.from_context and mention.step in (-1, 1) and not mention.vague


def start_of(
    acts: Acts,
    docket: Docket,
    on: date | None,
    context: date | None,
    topic_start: date | None,
    topic_again: date | None,
) -> date | None:
    """The first day of the time that "since" opens in words, as they stood on a day; None where it cannot be told."""
    since = beginning(acts.since, docket)
    match since:
        case "topic":
            return topic_start
        case "invasion":
            return topic_again if topic_again is not None and (on is None or topic_again <= on) else topic_start
        case "seat":
            return _term(acts, docket, on)
        case "tenure":
            return next((t.start for t in tenures(acts.tenure, _codes(acts), on)), None)
        case "year":
            return date(on.year, 1, 1) if on is not None else None
        case "vote":
            return context + timedelta(days=1) if context is not None else None
    return since if isinstance(since, date) else None


def _term(acts: Acts, docket: Docket, on: date | None) -> date | None:
    """The first day of the latest term of the member named, up to that day."""
    codes = {a.code for n in acts.members.named for a in n.aliases}
    return max(
        (
            m.start
            for m in docket.record.memberships(docket.body)
            if m.member in codes and (on is None or m.start <= on)
        ),
        default=None,
    )


def _codes(acts: Acts) -> frozenset[str]:
    return frozenset(a.code for n in (acts.tenure.named if acts.tenure is not None else ()) for a in n.aliases)


def _context(mention: DateMention | None, article: date | None, context: date | None) -> date | None:
    if mention is None:
        return context
    named = mention.when(article, context)
    return (named.start or named.end) if named is not None else context


def _turned(mention: DateMention | None, article: date | None, context: date | None) -> date | None:
    """The day behind which "since" counts: that of the vote spoken of, if of the time named, else that time's last."""
    named = mention.when(article, context) if mention is not None else None
    if named is None or (context is not None and context in named):
        return context
    return named.end or named.start


def _within_each_other(apart: Sequence[Interval]) -> list[Interval]:
    """A stretch inside another is the one meant ("in May" of "last year"); stretches apart are each meant."""
    return [i for i in apart if not any(o is not i and o != i and _inside(o, i) for o in apart)]


def _inside(inner: Interval, outer: Interval) -> bool:
    starts = outer.start is None or (inner.start is not None and inner.start >= outer.start)
    return starts and (outer.end is None or (inner.end is not None and inner.end <= outer.end))


def _meet(one: Interval, other: Interval) -> Interval | None:
    start, end = _later(one.start, other.start), _earlier(one.end, other.end)
    return None if start is not None and end is not None and start > end else Interval(start, end)


def _later(one: date | None, other: date | None) -> date | None:
    return max((d for d in (one, other) if d is not None), default=None)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((d for d in (one, other) if d is not None), default=None)


def whole(period: Sequence[Interval]) -> Interval:
    """From the first day of the first stretch to the last of the last."""
    starts = [i.start for i in period]
    ends = [i.end for i in period]
    return Interval(
        None if None in starts else min(s for s in starts if s is not None),
        None if None in ends else max(e for e in ends if e is not None),
    )


def day_before(when: date) -> date:
    return when - timedelta(days=1)
