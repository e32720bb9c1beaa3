"""Counts in words: what was counted, by whom, in what time, under which rule."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.checking.docket import Docket
from onrecord.checking.frequency import Way, Ways
from onrecord.checking.members import codes_on
from onrecord.checking.words import MONTHS, capital, counted, day, event_on, listing, names, number
from onrecord.reading.claims.frequency import Acts
from onrecord.record.model import VoteEvent

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
ACT_ON = {
    "veto": "the veto of",
    "no": "the vote against",
    "abstain": "the abstention on",
    "yes": "the vote for",
    "not voting": "the absence from the vote on",
    "vote": "the vote on",
}
CARRIED = {
    "unanimous": "unanimously",
    "divided": "without unanimity",
    "opposed": "against somebody's vote",
    "unopposed": "without a vote against",
    "abstained": "with somebody abstaining",
    "unabstained": "without an abstention",
    "bare": "with no vote to spare",
}
RULES = {
    "dhl_list": "on the UN library's list",
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


def doers_of(acts: Acts, way: Way, event: VoteEvent, docket: Docket) -> str:
    """Those who did it there, named where it is asked of any of many: "China and Russia"."""
    if not way.whose.any_of and (acts.together or len(way.whose.shown) == 1):
        return who(way, docket)
    option = {"veto": "no"}.get(acts.what, acts.what)
    did = sorted(c for c, o in docket.votes(event).items() if c in way.whose.codes and o.value == option)
    if not way.whose.any_of:
        shown = [code for code in did if code in way.whose.shown]
        return names(shown, docket.record) if shown else who(way, docket)
    return names(did or event.vetoed_by, docket.record)


def by(acts: Acts, way: Way, docket: Docket) -> str:
    """ " by Russia", " by the Council" of what it adopts, " in the Council" of what becomes of texts there."""
    if acts.at_once is not None and way.whose.any_of:
        return f" by {number(acts.at_once)} or more permanent members at once"
    inside = not way.whose.codes and acts.what != "adopted"
    return f" {'in' if inside else 'by'} {who(way, docket)}{_company(acts, way, docket)}"


def _company(acts: Acts, way: Way, docket: Docket) -> str:
    """ " with the United Kingdom", " without it": on whose side, where the claim says so."""
    chose = acts.companions_chose
    if acts.companions is None or not chose:
        return ""
    codes = codes_on(acts.companions, docket, way.events[-1].date if way.events else docket.as_of)
    if not codes:
        return ""
    others = names(sorted(codes), docket.record)
    word = {"same": "with", "apart": "without"}.get(chose)
    return f" {word} {others}" if word is not None else f" on texts that {others} {DID[chose].removesuffix(' on')}"


def how(acts: Acts) -> str:
    """ " alone", " together", " unanimously" where the claim says so."""
    if acts.carried:
        return f" {CARRIED[acts.carried]}"
    several = len(acts.members.named) != 1 or bool(acts.members.groups)
    return " alone" if acts.alone else " together" if acts.together and several else ""


def act_on(acts: Acts, event: VoteEvent) -> str:
    """ "The veto of the draft S/2025/353 on 4 June 2025": one act of those that are counted."""
    return capital(f"{ACT_ON[acts.what]} {event_on(event)}" if acts.what in ACT_ON else event_on(event))


def kind(acts: Acts) -> str:
    """ " resolution adopted", behind "the third"; nothing where the act was named before."""
    return "" if acts.what in ACT_ON else f" {NOUNS[acts.what][0]}"


def span(ways: Ways, article: date | None) -> str:
    """ " from 1 January 1991 to 10 March 2025", " in 2024", as far as the time is bounded."""
    if len(ways.period) > 1:
        each = [stretch(p.start, p.end) for p in ways.period]
        if all(one.startswith("in ") for one in each):
            return f" in {listing(one.removeprefix('in ') for one in each)}"
        return f" {listing(each)}"
    start = ways.period[0].start if ways.period else None
    told = stretch(start, ways.until or article)
    ends = " (where the record ends)" if ways.late else ""
    return f" {told}{ends}" if told else ""


def stretch(start: date | None, end: date | None) -> str:
    """ "In 2024", "from 2011 to 2014", "in March 2024", "from 7 October 2023 to 5 June 2025", "up to 5 June 2025"."""
    if start is None or end is None:
        return f"up to {day(end)}" if end is not None else f"since {day(start)}" if start is not None else ""
    if start == end:
        return f"on {day(start)}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"in {start.year}" if start.year == end.year else f"from {start.year} to {end.year}"
    if start.day == 1 and (start.year, start.month) == (end.year, end.month) and (end + timedelta(days=1)).day == 1:
        return f"in {MONTHS[start.month - 1]} {start.year}"
    return f"from {day(start)} to {day(end)}"


def about(way: Way) -> str:
    """ " on the Gaza war", " among texts that call for a halt" where a subject narrows the count."""
    title = way.scope.title
    if way.scope.events is None or not title:
        return ""
    if title.startswith("texts on ") and " put forward by " not in title:
        return title.removeprefix("texts")
    return f" among {title}" if title.startswith("texts") else f" on {title}"


def difference(way: Way, other: Way) -> str:
    """What sets one way of counting apart from another, as a reason says it."""
    parts = []
    if way.whose.label != other.whose.label:
        parts.append(way.whose.label or other.whose.label.replace("without", "with", 1))
    if way.since != other.since and way.since is not None:
        parts.append(f"counting since {day(way.since)}")
    if way.together != other.together:
        parts.append("together" if way.together else "together or alone")
    if way.scope.title != other.scope.title:
        parts.append(about(way).strip() or "on all subjects")
    if way.rule and (way.rule != other.rule or not parts):
        parts.append(RULES[way.rule])
    return ", ".join(parts)


def shared(way: Way, other: Way) -> str:
    """ " with the Soviet Union's on the Gaza war": what two ways of counting have in common."""
    label = f" {way.whose.label}" if way.whose.label and way.whose.label == other.whose.label else ""
    return f"{label}{about(way) if way.scope.title == other.scope.title else ''}"
