"""How often, or for the how-manieth time: counted in every way that the words leave open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import STILL_COVERED, Way, Ways, ways_of
from onrecord.checking.frequency_words import NOUNS, about, difference, noun, ordinal, span, who
from onrecord.checking.settlers.vote import Settled
from onrecord.checking.words import capital, day, event_on, listing, number
from onrecord.reading.claims.frequency import Count
from onrecord.reading.dates import DateMention
from onrecord.record.model import PublishedCount, VoteEvent

MOST_CITED = 12
JUST_NOW = 14
"""Days within which the latest act is news."""
FIRST_YEAR = 1946
RECENT = 70
"""Days before the article within which the latest act is the one that an ordinal without a date numbers."""
UNTOLD = {
    "whose": "The record cannot tell whose acts are counted here.",
    "when": "The record cannot tell from when to count.",
    "what": "The record cannot delimit the subject that is counted here.",
}


def settle(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, near: str) -> Settled | None:
    """`event` is the vote spoken of; `near` the words before the claim, from which "the war" takes its sense."""
    if claim.ordinal is not None and event is None:
        event = _latest(claim, docket, article)
    ways = ways_of(claim.acts, docket, article, article, event, near, pairs=True)
    if ways.untold == "whose":
        return None
    if ways.untold:
        return Settled(Verdict.UNSETTLED, UNTOLD[ways.untold], _only(event), Why.AMBIGUOUS if ways.untold == "when" else Why.NOT_COVERED, 0.4)
    if claim.ordinal is not None:
        return _ordinal(claim, claim.ordinal, docket, article, event, ways)
    return _cardinal(claim, docket, article, event, ways)


def _latest(claim: Count, docket: Docket, article: date | None) -> VoteEvent | None:
    """The member's latest such act before the article: what an ordinal numbers in a text that tells of no vote."""
    if article is None and not claim.at:
        return None
    ways = ways_of(replace(claim.acts, subject="", back=False), docket, article, article, None, "")
    return next((this for way in ways.each if (this := numbered(claim.at, way, article, None)) is not None), None)


def _only(event: VoteEvent | None) -> tuple[VoteEvent, ...]:
    return (event,) if event is not None else ()


def _cited(way: Way, event: VoteEvent | None) -> tuple[VoteEvent, ...]:
    chosen = list(way.events[-MOST_CITED:])
    if event is not None and event in way.events and event not in chosen:
        chosen.append(event)
    return tuple(chosen)


def _fullest(ways: list[Way]) -> Way:
    return max(ways, key=lambda w: len(w.events))


# --- how many --------------------------------------------------------------------------------


def _cardinal(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, ways: Ways) -> Settled:
    values = [(way, _size(claim, way)) for way in ways.each]
    fitting = [(w, n) for w, n in values if claim.quantity is not None and claim.quantity.admits(n)]
    failing = [(w, n) for w, n in values if (w, n) not in fitting]
    if ways.uncovered:
        return _not_covered(docket, values, claim)
    first = ways.each[0]
    by = f" by {who(first, docket)}" if first.whose.codes else ""
    if fitting and not failing:
        way, size = fitting[0]
        reason = f"The record counts {noun(claim.acts, size)}{by}{_how(claim)}{about(way)}{span(ways, article)}."
        return Settled(Verdict.SUPPORTED, reason, _cited(_fullest([w for w, _ in fitting]), event), confidence=0.95 if ways.complete else 0.75)
    if fitting and not ways.complete:
        way, size = fitting[0]
        return Settled(Verdict.SUPPORTED, f"The record counts {noun(claim.acts, size)}{by}{_how(claim)}{about(way)}{span(ways, article)}.", _cited(way, event), confidence=0.7)
    if fitting:
        return _depends(claim, docket, article, event, ways, fitting, failing, by)
    return _against(claim, docket, article, event, ways, failing, by)


def _size(claim: Count, way: Way) -> int:
    """How many a way counts; of acts on one day, those of the day that fits best."""
    if not claim.acts.one_day:
        return len(way.events)
    days: dict[date, int] = {}
    for event in way.events:
        days[event.date] = days.get(event.date, 0) + 1
    fitting = [n for n in days.values() if claim.quantity is not None and claim.quantity.admits(n)]
    return fitting[0] if fitting else max(days.values(), default=0)


def _depends(
    claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, ways: Ways, fitting: list[tuple[Way, int]], failing: list[tuple[Way, int]], by: str
) -> Settled:
    one, other = _clearest(fitting, failing)
    each = [w for w, _ in (*fitting, *failing)]
    reason = (
        f"The record counts {noun(claim.acts, one[1])}{by}{_how(claim)}{span(ways, article)} {difference(one[0], each)}, "
        f"but {number(other[1])} {difference(other[0], each)}."
    )
    return Settled(Verdict.DEPENDS, reason, _cited(_fullest(each), event))


def _clearest(fitting: list[tuple[Way, int]], failing: list[tuple[Way, int]]) -> tuple[tuple[Way, int], tuple[Way, int]]:
    """A way that fits and one that does not that differ in one thing only, if there are."""
    for one in fitting:
        for other in failing:
            if one[0].whose == other[0].whose and one[0].scope == other[0].scope:
                return one, other
    for one in fitting:
        for other in failing:
            if one[0].rule == other[0].rule:
                return one, other
    return fitting[0], failing[0]


def _against(
    claim: Count, docket: Docket, article: date | None, event: VoteEvent | None, ways: Ways, failing: list[tuple[Way, int]], by: str
) -> Settled:
    way, size = failing[0]
    sizes = sorted({n for _, n in failing})
    events = _cited(_fullest([w for w, _ in failing]), event)
    narrow = f"{by}{_how(claim)}{about(way)}{span(ways, article)}"
    most = _at_most(claim, docket, article, event)
    if most is not None and claim.quantity is not None and all(not claim.quantity.admits(n) for n in range(most + 1)):
        return Settled(Verdict.CONTRADICTED, f"The record counts {noun(claim.acts, most)}{by}{_how(claim)}{span(ways, article)} on whatever subject.", events)
    too_few = claim.quantity is not None and claim.quantity.value > sizes[-1]
    if not too_few and claim.acts.what in ("no", "abstain", "yes", "not voting") and ways.period[0].start is None and all(w.scope.events is None for w in ways.each):
        reason = f"The record finds {noun(claim.acts, size)}{narrow} on all subjects together."
        return Settled(Verdict.UNSETTLED, reason, events, Why.AMBIGUOUS, 0.4)
    between = claim.quantity is not None and sizes[0] < claim.quantity.value < sizes[-1]
    fewer = claim.quantity is not None and claim.quantity.value <= sizes[-1]
    if not ways.complete and (between or (fewer and not ways.sure)):
        reason = f"The record finds {noun(claim.acts, size)}{narrow}, but cannot be sure that these are all."
        return Settled(Verdict.UNSETTLED, reason, events, Why.AMBIGUOUS if size else Why.NOT_FOUND, 0.5)
    if claim.acts.untimed and claim.quantity is not None and 2 * claim.quantity.value < sizes[0]:
        return Settled(Verdict.UNSETTLED, f"The record counts {noun(claim.acts, size)}{narrow}; of which time the text does not say.", events, Why.AMBIGUOUS, 0.4)
    published = _published(claim, docket, failing)
    if published is not None:
        reason = f"The record counts {noun(claim.acts, size)}{narrow}; {published.stated_by} gave {number(published.count)}."
        return Settled(Verdict.DEPENDS, reason, events, confidence=0.7)
    if len(sizes) == 1:
        return Settled(Verdict.CONTRADICTED, f"The record counts {noun(claim.acts, size)}{narrow}.", events)
    told = listing([number(n) for n in sizes]) if len(sizes) == 2 else f"{number(sizes[0])} to {number(sizes[-1])}"
    told = told.replace(" and ", " or ")
    reason = f"The record counts {told} {NOUNS[claim.acts.what][1]}{narrow}, depending on how they are counted."
    return Settled(Verdict.CONTRADICTED, reason, events)


def _published(claim: Count, docket: Docket, failing: list[tuple[Way, int]]) -> PublishedCount | None:
    """A count of all a member's vetoes that others published and that no veto since has overtaken."""
    acts = claim.acts
    way = failing[0][0]
    started = any(d.role != "since" or d.year is None or d.year > FIRST_YEAR for d in acts.period)
    if acts.what != "veto" or started or acts.alone or acts.together or acts.companions is not None or way.scope.events is not None or acts.tenure is not None:
        return None
    what = "RUS_SUN" if {"RUS", "SUN"} <= way.whose.codes else next(iter(way.whose.codes)) if len(way.whose.codes) == 1 else ""
    fullest = _fullest([w for w, _ in failing])
    for published in docket.record.published_counts:
        overtaken = any(e.date > published.date for e in fullest.events)
        if published.what == what and claim.quantity is not None and claim.quantity.admits(published.count) and not overtaken:
            return published
    return None


def _at_most(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None) -> int | None:
    """The number of such acts in that time whatever the subject: more cannot have been on one."""
    ways = ways_of(replace(claim.acts, subject="", back=False), docket, article, article, event, "")
    return max((_size(claim, way) for way in ways.each), default=None) if not ways.untold and ways.period[0].start is not None else None


def _how(claim: Count) -> str:
    if claim.acts.one_day:
        return " on one day"
    if claim.acts.alone:
        return " alone"
    return " together" if claim.acts.together else ""


def _not_covered(docket: Docket, values: list[tuple[Way, int]], claim: Count) -> Settled:
    reason = f"The record of votes ends on {day(docket.as_of)}, before the time that is counted here does."
    return Settled(Verdict.UNSETTLED, reason, (), Why.NOT_COVERED, 0.6)


# --- the how-manieth -------------------------------------------------------------------------


def _ordinal(claim: Count, order: int, docket: Docket, article: date | None, event: VoteEvent | None, ways: Ways) -> Settled | None:
    placed: list[tuple[Way, VoteEvent, int, int]] = []
    for way in ways.each:
        this = _fitting(claim, order, way, article, event)
        if this is None:
            continue
        before = sum(e.date < this.date for e in way.events)
        through = sum(e.date <= this.date for e in way.events)
        placed.append((way, this, before + 1, through))
    if not placed and claim.at and any(m.year is not None for m in claim.at) and ways.sure and all(len(w.events) >= order for w in ways.each):
        nth = list(dict.fromkeys(w.events[order - 1] for w in ways.each))
        kind = f"{NOUNS[claim.acts.what][0]} by {who(ways.each[0], docket)}{_how(claim)}{about(ways.each[0])}{_from(ways)}"
        return Settled(Verdict.CONTRADICTED, f"The {ordinal(order)} {kind} was on {event_on(nth[0])}.", tuple(nth[:4]))
    if not placed or (event is None and not claim.at and article is None):
        if article is not None and article > docket.as_of + STILL_COVERED:
            return _not_covered(docket, [], claim)
        return Settled(Verdict.UNSETTLED, "The record holds no vote that clearly fits what the text says.", _only(event), Why.NOT_FOUND, 0.4)
    this = placed[0][1]
    if ways.uncovered and event is None and not claim.at:
        return _not_covered(docket, [], claim)
    fitting = [p for p in placed if p[2] <= order <= p[3]]
    failing = [p for p in placed if p not in fitting]
    chosen = max(placed, key=lambda p: p[3])
    events = tuple(dict.fromkeys((this, *(e for e in reversed(chosen[0].events) if e.date <= this.date))))[:MOST_CITED]
    subject = f"{capital(event_on(this))} was"
    kind = f"{NOUNS[claim.acts.what][0]} by {who(chosen[0], docket)}{_how(claim)}{about(chosen[0])}{_from(ways)}"
    if fitting and not failing:
        return Settled(Verdict.SUPPORTED, f"{subject} the {ordinal(order)} {kind}.", events, confidence=0.95 if ways.complete else 0.75)
    if fitting and ways.complete:
        each = [p[0] for p in placed]
        one, other = fitting[0], failing[0]
        for a in fitting:
            for b in failing:
                if a[0].whose == b[0].whose and a[0].scope == b[0].scope:
                    one, other = a, b
        reason = f"{subject} the {ordinal(order)} {kind} {difference(one[0], each)}, but the {ordinal(other[3])} {difference(other[0], each)}."
        return Settled(Verdict.DEPENDS, reason, events)
    if fitting:
        return Settled(Verdict.SUPPORTED, f"{subject} the {ordinal(order)} {kind}.", events, confidence=0.7)
    places = sorted({p[3] for p in failing})
    on_the_file = _on_the_file(claim, order, docket, article, this, ways)
    if on_the_file is not None:
        told = " or ".join(ordinal(n) for n in places) if len(places) < 4 else f"{ordinal(places[0])} to {ordinal(places[-1])}"
        reason = f"{subject} the {ordinal(order)} {kind} among {on_the_file}, but the {told} otherwise."
        return Settled(Verdict.DEPENDS, reason, events, confidence=0.6)
    told = " or ".join(ordinal(n) for n in places) if len(places) < 4 else f"{ordinal(places[0])} to {ordinal(places[-1])}"
    if not ways.complete and (places[0] < order < places[-1] or (order <= places[-1] and not ways.sure)):
        reason = f"The record finds it the {told} {kind}, but cannot be sure that it knows all."
        return Settled(Verdict.UNSETTLED, reason, events, Why.AMBIGUOUS, 0.5)
    return Settled(Verdict.CONTRADICTED, f"{subject} the {told} {kind}{', depending on how they are counted' if len(places) > 1 else ''}.", events)


def _on_the_file(claim: Count, order: int, docket: Docket, article: date | None, this: VoteEvent, ways: Ways) -> str | None:
    """The title of the curated set on which the act is of that number, where the text names no subject."""
    if claim.acts.period and any(w.scope.events is not None for w in ways.each):
        return None
    told = ways_of(replace(claim.acts, subject="file", back=False), docket, article, article, this, "")
    for way in told.each:
        if way.scope.complete and this in way.events and sum(e.date < this.date for e in way.events) < order <= sum(e.date <= this.date for e in way.events):
            return way.scope.title
    return None


def _fitting(claim: Count, order: int, way: Way, article: date | None, event: VoteEvent | None) -> VoteEvent | None:
    """The act numbered; where the vote spoken of is not the latest, the latest if it alone is of that number."""
    this = numbered(claim.at, way, article, event)
    if this is None or claim.at or article is None or event is None:
        return this
    latest = numbered((), way, article, None)
    if latest is None or latest == this or (article - latest.date).days > JUST_NOW:
        return this
    places = {e.id: (sum(o.date < e.date for o in way.events) + 1, sum(o.date <= e.date for o in way.events)) for e in (this, latest)}
    if (latest.date - this.date).days > RECENT:
        return latest
    right = [e for e in (this, latest) if places[e.id][0] <= order <= places[e.id][1]]
    return right[0] if right else this


def _from(ways: Ways) -> str:
    starts = [p.start for p in ways.period if p.start is not None]
    return f" since {day(min(starts))}" if starts and len(starts) == len(ways.period) else ""


def numbered(at: tuple[DateMention, ...], way: Way, article: date | None, event: VoteEvent | None) -> VoteEvent | None:
    """The act that an ordinal numbers: the one at its date, else the vote spoken of, else the latest before the article."""
    for mention in at:
        interval = mention.resolve(article, event.date if event is not None else None)
        fitting = [e for e in way.events if (e.date in interval if interval is not None else mention.matches(e.date))]
        if fitting:
            return fitting[-1]
    if at and any(m.form == "calendar" and m.year is not None for m in at):
        return None
    if event is not None:
        same = [e for e in way.events if e.id == event.id] or [e for e in way.events if e.date == event.date]
        if same:
            return same[-1]
    past = [e for e in way.events if article is None or e.date <= article]
    if past and article is not None and (article - past[-1].date).days <= RECENT:
        return past[-1]
    return None
