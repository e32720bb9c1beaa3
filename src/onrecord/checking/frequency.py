"""The votes that a count or a generalisation is about, under every way of counting that its words leave open.

Published rules say what counts as a veto (`record.counting_rules`); names, subjects and times may have more than
one reading. Where all ways agree a claim is settled, where they differ it depends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from onrecord.checking.docket import END_OF_SOVIET_UNION, Docket
from onrecord.checking.periods import period_of, whole
from onrecord.checking.scopes import Scope, beginning_of, refers_back, says_a_subject, scopes_of
from onrecord.checking.whose import Whose, tenures, whose
from onrecord.reading.claims.frequency import Acts
from onrecord.reading.intervals import Interval, shift
from onrecord.record.model import Kind, Option, Outcome, VoteEvent

RULES = ("dhl_list", "every_vetoed_vote", "public_vetoed_vote", "distinct_drafts", "drafts_without_amendments")
BY_DRAFT = ("distinct_drafts", "drafts_without_amendments")
BY_DRAFT_FROM = date(1950, 1, 1)
"""Before, several drafts share a meeting's symbol, so that counting drafts undercounts."""
OPTIONS = {"no": Option.NO, "abstain": Option.ABSTAIN, "yes": Option.YES, "not voting": Option.NOT_VOTING}
STILL_COVERED = timedelta(days=14)
"""An article so soon after the record's last day is taken to know no later vote."""
SAME_OCCASION = timedelta(days=3)
"""Around the vote spoken of, for what is told of one occasion."""
DRAFT_RESOLUTIONS = ("draft resolution", "draft resolutions")


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


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways of counting one claim's acts."""

    each: tuple[Way, ...] = ()
    period: tuple[Interval, ...] = ()
    until: date | None = None
    uncovered: bool = False
    """Whether the time goes on beyond the record's last day."""
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
    acts: Acts, docket: Docket, article: date | None, until: date | None, event: VoteEvent | None, near: str, bounded: bool = True, ever: bool = False,
    pairs: bool = False,
) -> Ways:
    """`until` is the last day that counts; `bounded` says whether the claim's own time bounds the acts, `ever` whether
    they are of all time ("never", "the first"), `pairs` whether several members may be meant as acting together.
    """
    if event is None and (acts.since or refers_back(acts.subject, docket)):
        event = _latest_done(acts, docket, article)
    context = event.date if event is not None else None
    reach = period_of(replace(acts, since="", tenure=None), docket, article, until, context, None) if bounded and acts.period else None
    scopes = scopes_of(acts.subject, acts.what, docket, event, near, acts.back, reach[0].start if reach else None, ever)
    if scopes is None:
        return Ways(untold="what")
    starts = [s.start for s in scopes if s.start is not None]
    period = period_of(acts, docket, article, until, context, min(starts, default=beginning_of(event, docket))) if bounded else (Interval(None, until),)
    if period is None:
        return Ways(untold="when", scopes=tuple(scopes))
    if acts.narrated and event is not None:
        period = (Interval(event.date - SAME_OCCASION, event.date + SAME_OCCASION),)
    outer = whole(period)
    readings = [Whose(frozenset())]
    if acts.what not in ("vote", "adopted", "failed", "vetoed") or acts.members.named:
        readings = [Whose(_ever_seated(docket), any_of=True)] if acts.members.everyone and acts.what != "veto" else whose(acts.members, outer.end or article, outer, any(s.events is not None for s in scopes), _federal(scopes))
        if not readings:
            return Ways(untold="whose", scopes=tuple(scopes))
        if acts.what == "veto" and not any(r.codes & PERMANENT_CODES for r in readings):
            return Ways(untold="whose", scopes=tuple(scopes))
    told = [acts, replace(acts, together=True)] if pairs and acts.what == "veto" and len(acts.members.named) > 1 and not acts.together else [acts]
    found = [way for one in told for reading in readings for scope in scopes for way in _ways(one, docket, reading, scope, period, article, bounded)]
    if acts.tenure is not None and len(period) == 1:
        period = _in_office(acts, readings[0].codes, article, period[0])
    end = whole(period).end
    uncovered = end is not None and end > docket.as_of + STILL_COVERED
    everything = all(s.events is None for s in scopes)
    singled_out = bool(acts.told_of_texts) and not says_a_subject(acts.told_of_texts, docket)
    loose = singled_out or acts.noun == "packages" or (everything and not acts.members.named and acts.what == "adopted" and acts.noun in ("", "packages"))
    return Ways(tuple(_distinct(found)), period, end, uncovered, "", tuple(scopes), loose)


def _up_to_the_last(acts: Acts, done: list[VoteEvent], period: tuple[Interval, ...], article: date | None) -> tuple[Interval, ...]:
    """ "Three vetoes in five weeks": the weeks are those up to the last of them, not up to the article."""
    span = next((d for d in acts.period if d.form == "span" and d.role == "at" and d.step == 0 and d.count is not None and d.unit is not None), None)
    past = [e for e in done if article is None or e.date <= article]
    if span is None or not past or len(period) != 1 or period[0].end is None or (period[0].end - past[-1].date).days > LATELY:
        return period
    start = shift(past[-1].date, -(span.count or 0), span.unit or "day")
    return (Interval(start, period[0].end),)


TWO = 2
LATELY = 70
PERMANENT_CODES = frozenset(("CHN", "FRA", "GBR", "RUS", "SUN", "USA"))


def _latest_done(acts: Acts, docket: Docket, article: date | None) -> VoteEvent | None:
    """The latest such act of those members: in a text that tells of no vote, "the war" is the one that it was about."""
    readings = whose(acts.members, article, Interval(None, article), False)
    done = [e for reading in readings[:1] for e in _done(acts, docket, reading, _rules(acts)[-1]) if article is None or e.date <= article]
    return done[-1] if done else None


def _in_office(acts: Acts, codes: frozenset[str], article: date | None, period: Interval) -> tuple[Interval, ...]:
    """The time in office, for the reason's words."""
    found = tenures(acts.tenure, codes, article)
    if not found:
        return (period,)
    return tuple(Interval(max(filter(None, (t.start, period.start))), min(filter(None, (t.end, period.end)), default=None)) for t in found)


@lru_cache(maxsize=8)
def _ever_seated(docket: Docket) -> frozenset[str]:
    return frozenset(m.member for m in docket.record.memberships(docket.body))


def _federal(scopes: list[Scope]) -> bool:
    """Whether the subject is of the Russian Federation's time only."""
    return bool(scopes) and all(s.start is not None and s.start > END_OF_SOVIET_UNION for s in scopes)


def _ways(
    acts: Acts, docket: Docket, reading: Whose, scope: Scope, period: tuple[Interval, ...], article: date | None, bounded: bool
) -> Iterable[Way]:
    terms = tenures(acts.tenure, reading.codes, article)
    for rule in _rules(acts):
        done = [e for e in _done(acts, docket, reading, rule) if scope.holds(e) and (not terms or any(e.date in t for t in terms))]
        stretches = _up_to_the_last(acts, done, period, article) if bounded else period
        chosen = [e for e in done if any(e.date in stretch for stretch in stretches)]
        if rule in BY_DRAFT and any(e.date < BY_DRAFT_FROM for e in chosen):
            continue
        yield Way(reading, scope, rule, tuple(chosen), acts.together)


def _rules(acts: Acts) -> tuple[str, ...]:
    if acts.what not in ("veto", "vetoed"):
        return ("",)
    if acts.noun == "amendments":
        return ("every_vetoed_vote",)
    if acts.noun in DRAFT_RESOLUTIONS:
        return ("dhl_list", "drafts_without_amendments")
    return RULES


def _distinct(found: Iterable[Way]) -> Iterable[Way]:
    """Ways that count the same votes are one, the first."""
    seen: set[tuple[str, ...]] = set()
    for way in found:
        key = tuple(e.id for e in way.events)
        if key not in seen:
            seen.add(key)
            yield way


# --- what was done ---------------------------------------------------------------------------


def _done(acts: Acts, docket: Docket, reading: Whose, rule: str) -> list[VoteEvent]:
    """All votes on which those members did that, whenever and on whatever subject."""
    if not reading.codes:
        found = _of_body(acts, docket, rule)
    elif acts.what == "veto":
        found = _vetoes(acts, docket, reading, rule)
    else:
        found = _chosen(acts, docket, reading)
    return [e for e in found if _texts_fit(acts, docket, e) and _company_fits(acts, docket, e)]


def _of_body(acts: Acts, docket: Docket, rule: str) -> list[VoteEvent]:
    match acts.what:
        case "vetoed":
            events = {veto.vote_event for veto in docket.record.vetoes(rule)}
            return [e for e in docket.events if e.id in events]
        case "adopted":
            return [e for e in docket.events if e.outcome is Outcome.ADOPTED and e.kind is Kind.RESOLUTION]
        case "failed":
            return [e for e in docket.events if e.outcome in (Outcome.VETOED, Outcome.NOT_ADOPTED) and e.kind is not Kind.PROCEDURAL]
    texts = (Kind.RESOLUTION, Kind.DRAFT)
    return [e for e in docket.events if e.kind in texts or (acts.noun in ("", "votes") and e.kind in (Kind.AMENDMENT, Kind.PART))]


@lru_cache(maxsize=32)
def _vetoers(docket: Docket, rule: str) -> Mapping[str, frozenset[str]]:
    """Vote event to the members that vetoed it, as one rule counts."""
    found: dict[str, set[str]] = {}
    for veto in docket.record.vetoes(rule):
        found.setdefault(veto.vote_event, set()).add(veto.member)
    return {event: frozenset(members) for event, members in found.items() if event in docket.by_id}


def vetoers(docket: Docket, event: VoteEvent) -> frozenset[str]:
    """The members that vetoed an event, as every vetoed vote is counted."""
    return _vetoers(docket, "every_vetoed_vote").get(event.id, frozenset(event.vetoed_by))


def _vetoes(acts: Acts, docket: Docket, reading: Whose, rule: str) -> list[VoteEvent]:
    found = []
    for event_id, members in _vetoers(docket, rule).items():
        did = members & reading.codes
        if not did or (acts.alone and len(members) > 1):
            continue
        if acts.together and len(did) < (TWO if reading.any_of else len(_present(reading.codes))):
            continue
        found.append(docket.by_id[event_id])
    return sorted(found, key=lambda e: (e.date, e.order))


def _present(codes: frozenset[str]) -> frozenset[str]:
    """Russia and the Soviet Union are one seat."""
    return codes - {"SUN"} if "RUS" in codes else codes


@lru_cache(maxsize=8)
def _by_option(docket: Docket) -> Mapping[tuple[str, Option], tuple[int, ...]]:
    """Member and option to the places in `docket.events` of the votes on which it chose so."""
    found: dict[tuple[str, Option], list[int]] = {}
    for place, event in enumerate(docket.events):
        for member, option in docket.votes(event).items():
            found.setdefault((member, option), []).append(place)
    return {key: tuple(places) for key, places in found.items()}


def _chosen(acts: Acts, docket: Docket, reading: Whose) -> list[VoteEvent]:
    option = OPTIONS[acts.what]
    index = _by_option(docket)
    counted: dict[int, int] = {}
    for code in reading.codes:
        for place in index.get((code, option), ()):
            counted[place] = counted.get(place, 0) + 1
    wanted = len(_present(reading.codes)) if acts.together and not reading.any_of else 1
    found = [docket.events[place] for place, did in sorted(counted.items()) if did >= wanted]
    if acts.alone:
        found = [e for e in found if sum(o is option for o in docket.votes(e).values()) <= len(_present(reading.codes))]
    return found


def _texts_fit(acts: Acts, docket: Docket, event: VoteEvent) -> bool:
    if acts.noun == "amendments" and event.kind is not Kind.AMENDMENT:
        return False
    if acts.noun in DRAFT_RESOLUTIONS and event.kind in (Kind.AMENDMENT, Kind.PART):
        return False
    if acts.outcome == "adopted" and event.outcome is not Outcome.ADOPTED:
        return False
    return not acts.bare_majority or (event.outcome is Outcome.ADOPTED and event.yes == majority(event))


def majority(event: VoteEvent) -> int:
    """The votes in favour that a decision of the Council needed that day (Article 27, as amended from 1966)."""
    return 9 if event.date.year >= 1966 else 7


def _company_fits(acts: Acts, docket: Docket, event: VoteEvent) -> bool:
    """Whether the others that the claim names voted as it says."""
    if acts.companions is None:
        return True
    readings = whose(acts.companions, event.date, Interval(event.date, event.date), True)
    if not readings:
        return False
    codes = readings[0].codes
    chose = acts.what if acts.companions_chose in ("same", "apart") else acts.companions_chose
    if chose == "veto":
        did = vetoers(docket, event) & codes
    else:
        votes = docket.votes(event)
        did = frozenset(c for c in codes if votes.get(c) is OPTIONS.get(chose))
    if acts.companions_chose == "apart":
        return not did
    return bool(did) if readings[0].any_of else len(did) >= len(_present(codes))


def eligible(acts: Acts, docket: Docket, period: Iterable[Interval], scope: Scope) -> list[VoteEvent]:
    """The texts of that subject and time of which "every" or "none" is said."""
    stretches = tuple(period)
    resolutions = acts.noun.startswith(("resolution", "un resolution"))
    return [
        e for e in docket.events
        if scope.holds(e) and any(e.date in s for s in stretches) and e.kind is not Kind.PROCEDURAL
        and (e.outcome is Outcome.ADOPTED if resolutions or acts.outcome == "adopted" else True)
        and not (acts.noun and acts.noun != "amendments" and e.kind in (Kind.AMENDMENT, Kind.PART))
    ]  # fmt: skip
