"""The date of an article that does not say: the one that makes its dated claims fit one event best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds, judge
from onrecord.checking.offices import HOLDERS, held_on
from onrecord.checking.relevance import relevance
from onrecord.checking.subjects import Relevance
from onrecord.checking.thread import Thread
from onrecord.checking.threads import threads
from onrecord.checking.weighing import SUBJECT
from onrecord.reading.claims.vote import Outcome, Position, Tally
from onrecord.reading.dates import DateMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.read import Reading
from onrecord.record.model import Alias, VoteEvent

OFFICE = 0.8
"""Points for each leader, envoy or administration named that held office on the day."""
MOST_LIKELY = 120
"""Events, by their subject, that are looked at."""
FEW = 600
"""So many events since the last day that the text tells are all looked at: its subject need not single one out."""
THREADS = 12
"""Votes told of first, among which the one is looked for that dates the article."""
CITED = 20.0
LEAST = 5.0
LEAST_WITHOUT_YEAR = 6.0
BORNE_OUT = 2.0
"""Points of a vote on a day told without its year, in a year that is known by then."""
LEAD = 1.5
JUDGED = (Position, Tally, Outcome)
"""Claims that one vote bears out and another does not."""
RELATIVE_FORMS = ("weekday", "day")
"""Words for days that count from the article's own."""


def infer_date(reading: Reading, dockets: Mapping[str, Docket]) -> date | None:
    """The day after the one event that a weekday or "yesterday" points to, else after the last that a day without its
    year does ("On 18 September fourteen were in favour"); None where none clearly fits.
    """
    if not any(_may_date(c.date) for s in reading.sentences for c in s.chunks if c.date is not None):
        return None
    all_told = threads(reading, dockets["unsc"].ever_seated)
    past = (d for s in reading.sentences if "modal" not in s.kinds and not s.question for d in _told_in(s))
    of_votes = (d for thread in all_told for d in thread.dates)
    not_before = max(_years_told(chain(of_votes, past)), default=date.min)
    told = all_told[:THREADS]
    holders = _holders(reading)

    whole: dict[str, Relevance] = {}

    def around(event: VoteEvent) -> float:
        if event.body not in whole:
            whole[event.body] = relevance(dockets[event.body], reading.head, reading.claims)
        return 2.0 * whole[event.body].get(event.id, 0.0) + _in_office(holders, event.date)

    for thread in told:
        relative = (d for d in thread.dates if d.form in RELATIVE_FORMS)
        # "Resolution 82 got through that same Sunday. … In September …" was not written that week.
        mention = next(
            (d for d in relative if not (d.from_context and thread.symbols and _goes_on(reading, thread))), None
        )
        if mention is None:
            continue
        fitting = _fitting(thread, mention, reading, dockets[thread.body], not_before, around)
        if fitting and any(isinstance(c, JUDGED) for c in thread.claims):
            day = _clearly_best(fitting, LEAST)
            return day + timedelta(days=1) if day is not None else None
    days: list[date | None] = []
    likely: list[date] = []
    for thread in told:
        for mention in filter(_lacks_its_year, () if thread.symbols else thread.dates):
            fitting = _fitting(thread, mention, reading, dockets[thread.body], not_before, around)
            days.append(_clearly_best(fitting, LEAST_WITHOUT_YEAR))
            likely.extend(day for points, day in fitting if points >= BORNE_OUT)
    # "In April 1982 … On 4 June they vetoed it": the year was told before.
    years = {c.date.year for sentence in reading.sentences for c in sentence.chunks if c.date is not None}
    known = [day for day in days if day is not None and day.year not in years]
    # "On 12 September ten said no. … On 18 September Washington vetoed": the second is of the first one's year.
    of_that_year = [day for day in likely if known and day.year == max(known).year]
    return max(*known, *of_that_year) + timedelta(days=1) if known else None


def _goes_on(reading: Reading, thread: Thread) -> bool:
    """Whether months without a year are told of after the thread."""
    told = (c.date for s in reading.sentences[max(thread.sentences) + 1 :] for c in s.chunks if c.date is not None)
    return any(d.month is not None and d.year is None and not d.from_context for d in told)


TO_COME = frozenset({"until", "till", "by", "next", "expires", "ends", "runs", "due", "from", "coming"})
"""Words of a sentence that may tell of a time still ahead."""


def _told_in(sentence: Sentence) -> Iterator[DateMention]:
    """The times at which a sentence says that something was."""
    if TO_COME.isdisjoint(sentence.words):
        yield from (c.date for c in sentence.chunks if c.date is not None and c.date.month is not None)


def _years_told(dates: Iterable[DateMention]) -> Iterator[date]:
    """The days given with their year, which the text must be younger than."""
    for mention in dates:
        if mention.form == "calendar" and mention.year is not None and mention.role == "at":
            interval = mention.resolve(None)
            if interval is not None and interval.start is not None:
                yield interval.start


def _may_date(mention: DateMention) -> bool:
    """Whether it counts from the article's own day, or lacks its year."""
    relative = mention.form in RELATIVE_FORMS or (mention.until is not None and mention.until.form in RELATIVE_FORMS)
    return relative or _lacks_its_year(mention)


def _lacks_its_year(mention: DateMention) -> bool:
    whole = mention.day is not None and mention.month is not None
    return whole and mention.form == "calendar" and mention.year is None and not mention.from_context


def _fitting(
    thread: Thread,
    mention: DateMention,
    reading: Reading,
    docket: Docket,
    not_before: date,
    around: Callable[[VoteEvent], float],
) -> list[tuple[float, date]]:
    """Points and day of each event that the thread may be about; the most points first.

    `around` gives the points of an event for what the rest of the text speaks of.
    """
    if thread.symbols:
        cited = (docket.with_symbol(symbol) for symbol in thread.symbols)
        return [(CITED, e.date) for all_so in cited for e in all_so if mention.matches(e.date) and e.date >= not_before]
    own = relevance(docket, [reading.sentences[i].text for i in sorted(thread.sentences)], thread.claims)
    found = []
    events: Sequence[VoteEvent]
    if _lacks_its_year(mention):
        events = [e for e in docket.events if e.date.day == mention.day and e.date.month == mention.month]
    else:
        events = _since(docket, not_before) or [docket.events[place] for place in own.highest(MOST_LIKELY)]
    for event in events:
        if not mention.matches(event.date) or event.date < not_before:
            continue
        holds = [judge(c, event, docket).holds for c in thread.claims if isinstance(c, JUDGED)]
        met, unmet = holds.count(Holds.YES), holds.count(Holds.NO)
        if unmet and not met and _lacks_its_year(mention):
            continue  # nothing but the day and month would speak for it
        found.append((SUBJECT * own.get(event.id, 0.0) + around(event) + 2.0 * (met - unmet), event.date))
    return sorted(found, reverse=True)


def _since(docket: Docket, day: date) -> Sequence[VoteEvent]:
    """What was voted from a day on, where that is little enough to be looked at whole; else nothing."""
    events = docket.between(day, None)
    return events if len(events) <= FEW else ()


def _clearly_best(fitting: list[tuple[float, date]], least: float) -> date | None:
    if not fitting or fitting[0][0] < least:
        return None
    rivals = [points for points, day in fitting if day != fitting[0][1]]
    return None if rivals and fitting[0][0] - rivals[0] < LEAD else fitting[0][1]


def _holders(reading: Reading) -> list[list[Alias]]:
    """The terms of each person or government that the text names and that held an office."""
    found: dict[str, list[Alias]] = {}
    for sentence in reading.sentences:
        for chunk in sentence.chunks:
            entry = chunk.get("member")
            if entry is not None and entry.form in HOLDERS and chunk.lower not in found:
                found[chunk.lower] = [a for a in entry.aliases if a.start is not None]
    return [rows for rows in found.values() if rows]


def _in_office(holders: list[list[Alias]], on: date) -> float:
    """Whether the people and governments that the text names were in office that day."""
    points = sum(OFFICE if held_on(rows, on) else -OFFICE for rows in holders)
    return max(-3 * OFFICE, min(3 * OFFICE, points))
