"""Who did what on which votes: the acts of members and of the body, vetoes by each published rule of counting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain

from onrecord.checking.docket import Docket
from onrecord.checking.scope_rows import Scope
from onrecord.checking.whose import Whose, whose
from onrecord.reading.claims.frequency import Acts
from onrecord.reading.claims.vote import Members
from onrecord.reading.intervals import Interval
from onrecord.record.model import Kind, Option, Outcome, VoteEvent

RULES = ("dhl_list", "every_vetoed_vote", "public_vetoed_vote", "distinct_drafts", "drafts_without_amendments")
BY_DRAFT = ("distinct_drafts", "drafts_without_amendments")
BY_DRAFT_FROM = date(1950, 1, 1)
"""Before, several drafts share a meeting's symbol, so that counting drafts undercounts."""
OPTIONS = {"no": Option.NO, "abstain": Option.ABSTAIN, "yes": Option.YES, "not voting": Option.NOT_VOTING}
DRAFT_RESOLUTIONS = ("draft resolution", "draft resolutions")


NAMED_RULES = {
    "with_amendments": ("every_vetoed_vote",),
    "without_amendments": ("dhl_list", "drafts_without_amendments"),
    "library": ("dhl_list",),
}
"""The rules that a text's own words choose."""


def rules_for(acts: Acts) -> tuple[str, ...]:
    if acts.what not in ("veto", "vetoed"):
        return ("",)
    if acts.noun == "amendments":
        return ("every_vetoed_vote",)
    if acts.rule in NAMED_RULES:
        return NAMED_RULES[acts.rule]
    if acts.noun in DRAFT_RESOLUTIONS:
        return ("dhl_list", "drafts_without_amendments")
    return RULES


def deeds(acts: Acts, docket: Docket, reading: Whose, rule: str) -> Sequence[VoteEvent]:
    """All votes on which those members did that, whenever and on whatever subject."""
    alike = Acts(
        Members(), acts.what, noun=acts.noun, alone=acts.alone, together=acts.together, at_once=acts.at_once,
        outcome=acts.outcome, carried=acts.carried,
    )  # fmt: skip
    found = _deeds(alike, docket, reading, rule)
    return found if acts.companions is None else [e for e in found if _company_fits(acts, docket, e)]


@lru_cache(maxsize=1024)
def _deeds(acts: Acts, docket: Docket, reading: Whose, rule: str) -> tuple[VoteEvent, ...]:
    """Kept, since texts count the same few members' acts again and again; `acts` has no more than tells them apart."""
    if not reading.codes:
        found = _of_body(acts, docket, rule)
    elif acts.what == "veto":
        found = _vetoes(acts, docket, reading, rule)
    else:
        found = _chosen(acts, docket, reading)
    return tuple(e for e in found if _texts_fit(acts, e))


def _of_body(acts: Acts, docket: Docket, rule: str) -> list[VoteEvent]:
    match acts.what:
        case "vetoed":
            vetoed_by = _vetoers(docket, rule)
            return [e for e in docket.events if len(vetoed_by.get(e.id, ())) >= (acts.at_once or 1)]
        case "adopted":
            return [e for e in docket.events if e.outcome is Outcome.ADOPTED and _a_resolution(e)]
        case "failed":
            return [
                e
                for e in docket.events
                if e.outcome in (Outcome.VETOED, Outcome.NOT_ADOPTED)
                and e.kind is not Kind.PROCEDURAL
                and not (acts.noun.startswith(WHOLE) and e.kind in (Kind.AMENDMENT, Kind.PART))
            ]
    texts = (Kind.RESOLUTION, Kind.DRAFT)
    return [
        e
        for e in docket.events
        if e.kind in texts or (acts.noun in ("", "votes") and e.kind in (Kind.AMENDMENT, Kind.PART))
    ]


WHOLE = ("draft", "text", "resolution")
"""Beginnings of words for what is no amendment."""


def _a_resolution(event: VoteEvent) -> bool:
    """Those that called the Assembly, which are procedural, have numbers like any other."""
    return event.kind is Kind.RESOLUTION or (event.kind is Kind.PROCEDURAL and event.resolution is not None)


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
        least = acts.at_once or (2 if reading.any_of else len(_present(reading.codes)))
        if (acts.together or acts.at_once) and len(did) < least:
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


def _texts_fit(acts: Acts, event: VoteEvent) -> bool:
    if acts.noun == "amendments" and event.kind is not Kind.AMENDMENT:
        return False
    if acts.noun in DRAFT_RESOLUTIONS and event.kind in (Kind.AMENDMENT, Kind.PART):
        return False
    if not became(acts, event):
        return False
    return not acts.carried or carried_so(acts.carried, event)


def carried_so(how: str, event: VoteEvent) -> bool:
    """Whether a text was carried as the claim's words say; what the record does not know is not so."""
    no, abstain = event.no or 0, event.abstain or 0
    match how:
        case "unanimous":
            return not (no or abstain or event.not_voting)
        case "divided":
            return bool(no or abstain or event.not_voting)
        case "opposed":
            return no > 0
        case "unopposed":
            return no == 0
        case "abstained":
            return abstain > 0
        case "unabstained":
            return abstain == 0
    return event.outcome is Outcome.ADOPTED and event.yes == majority(event)


def became(acts: Acts, event: VoteEvent) -> bool:
    """Whether what became of the text is what the claim's words ask."""
    match acts.outcome:
        case "adopted":
            return event.outcome is Outcome.ADOPTED
        case "vetoed":
            return event.outcome is Outcome.VETOED
        case "failed":
            return event.outcome in (Outcome.VETOED, Outcome.NOT_ADOPTED)
    return True


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
    either = readings[0].any_of or " or " in acts.companions.text
    return bool(did) if either else len(did) >= len(_present(codes))


def eligible(acts: Acts, docket: Docket, period: Iterable[Interval], scope: Scope) -> list[VoteEvent]:
    """The texts of that subject and time of which "every" or "none" is said."""
    stretches = tuple(period)
    resolutions = acts.noun.startswith(("resolution", "un resolution"))
    spans = (docket.places_between(stretch.start, stretch.end) for stretch in stretches)
    return [
        e for e in map(docket.events.__getitem__, sorted(set(chain.from_iterable(spans))))
        if scope.holds(e) and e.kind is not Kind.PROCEDURAL
        and (not acts.renewals or docket.renews(e))
        and (acts.companions is None or acts.companions_chose in ("same", "apart") or _company_fits(acts, docket, e))
        and (became(acts, e) if acts.outcome else e.outcome is Outcome.ADOPTED or not resolutions)
        and not (acts.noun and acts.noun != "amendments" and e.kind in (Kind.AMENDMENT, Kind.PART))
    ]  # fmt: skip
