"""Which votes a count or a generalisation is about: whose act, of what kind, on what subject, in what time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.checking.docket import Docket, at_date
from onrecord.checking.members import code_on
from onrecord.reading.claims.vote import Members
from onrecord.reading.dates import DateMention
from onrecord.reading.intervals import Interval
from onrecord.record.model import Kind, Option, VoteEvent

RULES = ("dhl_list", "every_vetoed_vote", "public_vetoed_vote", "distinct_drafts", "drafts_without_amendments")
OPTIONS = {"no": Option.NO, "abstain": Option.ABSTAIN, "yes": Option.YES, "not voting": Option.NOT_VOTING}
SOVIET = ("RUS", "SUN")


@dataclass(frozen=True, slots=True)
class Scope:
    """A subject as a set of vote events; several readings of one subject are several scopes."""

    title: str
    events: frozenset[str]
    curated: bool
    """From a curated topic set, so that what is not in it is known to be out."""


def members_of(members: Members, on: date | None, period: Interval | None) -> list[frozenset[str]]:
    """The readings of whose acts are counted: for "Russia" without a time, with and without the Soviet Union's."""
    codes: set[str] = set()
    soviet = False
    for named in members.named:
        code = code_on(named, on)
        if code is None:
            return []
        if code in SOVIET:
            soviet = True
            only_soviet = all(a.code == "SUN" or "Soviet" in a.alias for a in named.aliases) or "soviet" in named.text.lower()
            code = "SUN" if only_soviet else code
        codes.add(code)
    if not codes:
        return []
    if soviet and "RUS" in codes:
        start = period.start if period is not None else None
        end = period.end if period is not None else on
        if start is not None and start > date(1991, 12, 24):
            return [frozenset(codes)]
        both = frozenset((codes - {"RUS"}) | {"SUN"})
        if end is not None and end <= date(1991, 12, 25):
            return [both]
        return [frozenset(codes), frozenset(codes | {"SUN"})]
    return [frozenset(codes)]


def interval_of(period: Sequence[DateMention], article: date | None, context: date | None, until: date | None) -> Interval | None:
    """The stretch that the dates of a claim span; open where they say nothing."""
    start: date | None = None
    end: date | None = until
    for mention in period:
        resolved = mention.resolve(article, context)
        if resolved is None:
            if mention.role in ("since", "between", "after", "until", "before"):
                return None
            continue
        if mention.role in ("since", "after"):
            start = resolved.start if start is None or (resolved.start and resolved.start > start) else start
        elif mention.role in ("until", "before"):
            end = min(filter(None, (end, resolved.end)), default=None)
        else:
            start = resolved.start if start is None else start
            end = min(filter(None, (end, resolved.end)), default=None)
    return Interval(start, end)


def scopes(text: str, docket: Docket, event: VoteEvent | None, period: Interval | None) -> list[Scope] | None:
    """The subjects that the words may mean; [] for no subject, None where they name one the record cannot delimit."""
    index = docket.subjects
    terms = {t for t in index.terms(text) if not t.startswith("act:")}
    words = text.lower()
    if event is not None and not terms and " war" in f" {words}":
        found = [_topic_scope(docket, t) for t in docket.record.topics_of(event.id) if "war" in t]
        if found:
            return [s for pair in found for s in pair]
    terms = {t for t in terms if ":" in t}
    if not terms:
        return []
    found_scopes: list[Scope] = []
    for topic in docket.record.topics.values():
        own = {t for t in index.terms(f"{topic.title}") if ":" in t}
        if own and terms <= own | _implied(own) and len(own & terms) >= max(1, len(own) - 1):
            found_scopes.extend(_topic_scope(docket, topic.id))
    events = frozenset(e.id for e in docket.events if terms <= index.subject_terms(e.id))
    if events:
        found_scopes.append(Scope(text, events, curated=False))
    return found_scopes or None


def _implied(terms: set[str]) -> set[str]:
    return set()


def _topic_scope(docket: Docket, topic_id: str) -> list[Scope]:
    topic = docket.record.topics[topic_id]
    core = frozenset(e.vote_event for e in topic.entries if e.scope == "core")
    every = frozenset(e.vote_event for e in topic.entries)
    found = [Scope(topic.title, every, curated=True)]
    if core and core != every:
        found.append(Scope(f"{topic.title}, core", core, curated=True))
    return found


def acts(docket: Docket, codes: frozenset[str], what: str, rule: str | None, only: bool = False, together: bool = False) -> list[VoteEvent]:
    """The events on which those members did that, by date; vetoes under one counting rule."""
    if what == "veto":
        return _vetoes(docket, codes, rule or "every_vetoed_vote", only, together)
    option = OPTIONS.get(what)
    found = []
    for event in docket.events:
        votes = docket.votes(event) if docket.body == "unsc" else {}
        did = {c for c in (at_date(c, event.date) for c in codes) if votes.get(c) is option}
        if did and (not together or len(did) == len(codes)):
            if only and sum(o is option for o in votes.values()) > len(did):
                continue
            found.append(event)
    return found


def _vetoes(docket: Docket, codes: frozenset[str], rule: str, only: bool, together: bool) -> list[VoteEvent]:
    by_event: dict[str, set[str]] = {}
    for veto in docket.record.vetoes(rule):
        by_event.setdefault(veto.vote_event, set()).add(veto.member)
    found = []
    for event_id, members in by_event.items():
        event = docket.by_id.get(event_id)
        if event is None:
            continue
        wanted = {at_date(c, event.date) for c in codes}
        if together:
            if not wanted <= members:
                continue
        elif not wanted & members or (codes == {"RUS"} and "SUN" in members and "RUS" not in members) or not codes & members:
            continue
        if only and len(members) > 1:
            continue
        found.append(event)
    return sorted(found, key=lambda e: (e.date, e.order))


def within(events: Iterable[VoteEvent], period: Interval | None, until: date | None, scope: Scope | None, drafts_only: bool = False) -> list[VoteEvent]:
    """Those of the stretch and the subject, none later than `until`."""
    return [
        e
        for e in events
        if (period is None or e.date in period)
        and (until is None or e.date <= until)
        and (scope is None or e.id in scope.events)
        and not (drafts_only and e.kind is Kind.AMENDMENT)
    ]


def day_before(when: date) -> date:
    return when - timedelta(days=1)
