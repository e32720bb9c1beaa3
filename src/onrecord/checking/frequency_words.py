"""Counts in words: what was counted, by whom, in what time, under which rule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.frequency import Way, Ways
from onrecord.checking.words import counted, day, listing, names
from onrecord.reading.claims.frequency import Acts

NOUNS = {
    "veto": ("veto", "vetoes"),
    "no": ("vote against", "votes against"),
    "abstain": ("abstention", "abstentions"),
    "yes": ("vote in favour", "votes in favour"),
    "not voting": ("vote without taking part", "votes without taking part"),
    "vote": ("vote", "votes"),
    "adopted": ("resolution adopted", "resolutions adopted"),
    "failed": ("text not adopted", "texts not adopted"),
    "vetoed": ("text vetoed", "texts vetoed"),
}
DID = {
    "veto": "vetoed",
    "no": "voted against",
    "abstain": "abstained on",
    "yes": "voted for",
    "not voting": "took no part in the vote on",
}
BASE = {
    "veto": "veto",
    "no": "vote against",
    "abstain": "abstain on",
    "yes": "vote for",
    "not voting": "stay out of the vote on",
}
RULES = {
    "dhl_list": "by the UN library's list",
    "every_vetoed_vote": "counting every vetoed vote, amendments and parts of texts included",
    "public_vetoed_vote": "counting every vote vetoed in public",
    "distinct_drafts": "counting each draft once",
    "drafts_without_amendments": "leaving out amendments",
}
ORDINALS = (
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)


def noun(acts: Acts, value: int) -> str:
    """ "One veto", "14 votes against": the number with what it counts."""
    singular, plural = NOUNS[acts.what]
    if acts.noun == "amendments":
        singular, plural = f"{singular} of an amendment", f"{plural} of amendments"
    return counted(value, singular, plural)


def ordinal(value: int) -> str:
    """ "Third", "twenty-first" as "21st"."""
    if 0 < value < len(ORDINALS):
        return ORDINALS[value]
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def who(way: Way, docket: Docket) -> str:
    """The members, "any permanent member" where any will do; the Council where it acts itself."""
    if not way.whose.codes:
        return "the Council"
    if way.whose.any_of:
        return "any of those members" if len(way.whose.codes) > 6 else "any permanent member"
    return names(sorted(way.whose.shown), docket.record)


def span(ways: Ways, article: date | None) -> str:
    """ " from 1 January 1991 to 10 March 2025", as far as the time is bounded."""
    starts = [p.start for p in ways.period]
    start = None if None in starts else min((s for s in starts if s is not None), default=None)
    end = ways.until or article
    if start is not None and end is not None and start == end:
        return f" on {day(start)}"
    if len(ways.period) > 1:
        return f" in {listing([_stretch(p.start, p.end) for p in ways.period])}"
    return (f" from {day(start)}" if start is not None else "") + (f" to {day(end)}" if end is not None else "")


def _stretch(start: date | None, end: date | None) -> str:
    if (
        start is not None
        and end is not None
        and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
        and start.year == end.year
    ):
        return str(start.year)
    return " to ".join(day(d) for d in (start, end) if d is not None)


def about(way: Way) -> str:
    """ " on that subject" where a subject narrows the count."""
    return "" if way.scope.events is None else " on that subject"


def difference(way: Way, others: Sequence[Way]) -> str:
    """What sets one way of counting apart from the others, as a reason says it."""
    parts = []
    if way.whose.label and any(o.whose.label != way.whose.label for o in others):
        parts.append(way.whose.label)
    if way.together and any(not o.together for o in others):
        parts.append("together")
    if way.scope.title and any(o.scope.title != way.scope.title for o in others):
        parts.append(f"among {way.scope.title}" if way.scope.complete else "on that subject")
    if way.rule and (
        any(o.rule != way.rule and o.whose == way.whose and o.scope == way.scope for o in others) or not parts
    ):
        parts.append(RULES[way.rule])
    return listing(parts)
