"""What a count or a generalisation is answered where the record cannot tell what is meant, or ends before it."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency import Ways
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.vote import IN_PRIVATE
from onrecord.checking.words import day
from onrecord.reading.claims.frequency import THAT_DAY, Acts
from onrecord.reading.dates import DateMention
from onrecord.record.model import VoteEvent

MOST_CITED = 12
UNTOLD = {
    "whose": "The record cannot tell whose acts are counted here.",
    "when": "The record cannot tell from when to count.",
    "what": "The record cannot delimit the subject that is counted here.",
}


def untold(ways: Ways, event: VoteEvent | None) -> Settled | None:
    """The answer where the record cannot tell what is meant; nothing at all where it cannot tell whose acts are."""
    if ways.untold == "whose":
        return None
    reason = UNTOLD[ways.untold].replace("counted", "meant")
    return Settled(Verdict.UNSETTLED, reason, (event,) if event is not None else (), Why.NOT_COVERED, 0.4)


def not_covered(docket: Docket) -> Settled:
    """The answer where the time that is counted goes on beyond the record's last day."""
    reason = f"The record of votes ends on {day(docket.as_of)}, before the time that is meant here does."
    return Settled(Verdict.UNSETTLED, reason, (), Why.NOT_COVERED, 0.6)


def in_the_open(settled: Settled | None, acts: Acts, docket: Docket) -> Settled | None:
    """What speaks of straw polls and secret ballots, which the record does not hold, is not contradicted by it."""
    if settled is None or settled.verdict is not Verdict.CONTRADICTED:
        return settled
    if not _PRIVATE.search(acts.subject) and "issue:secretary-general" not in docket.subjects.main_terms(acts.subject):
        return settled
    return Settled(Verdict.UNSETTLED, IN_PRIVATE, (), Why.NOT_COVERED, 0.5)


_PRIVATE = re.compile(
    r"\b(?:straw polls?|secret(?: ballots?)?|closed[ -]doors?|behind the (?:curtain|scenes)|in private|in camera)\b",
    re.IGNORECASE,
)


_UNTIL_THEN = re.compile(r"\b(?:until|till|before) (?!that\b|then\b)[^.;:!?]{3,60}, $", re.IGNORECASE)


def up_to_a_clause(before: str) -> bool:
    """Whether the words in front of a claim bound it without a date: "Until Chad came along, it had vetoed nothing"."""
    return _UNTIL_THEN.search(before) is not None


def behind_the_named(acts: Acts) -> Acts:
    """ "Not since 1989": nothing after that year; the act that "since" names is no exception."""
    told = acts.told_from
    if acts.since == THAT_DAY and told is not None and told.form == "calendar" and told.month is None:
        # "Its last was in 1989. It has vetoed nothing since."
        return replace(acts, since="", told_from=None, period=(*acts.period, replace(told, role="after")))
    return replace(acts, period=tuple(part for d in acts.period for part in _inside(d)))


def _inside(mention: DateMention) -> tuple[DateMention, ...]:
    """ "From June 1990 until May 1993 nobody vetoed anything": between what happened in the one and in the other."""
    moved = {"since": "after", "until": "before"}
    if mention.until is not None and mention.form == "calendar" and mention.month is not None and mention.day is None:
        return (replace(mention, role="after", until=None), replace(mention.until, role="before"))
    if mention.role in moved and _wide(mention):
        return (replace(mention, role=moved[mention.role]),)
    return (mention,)


def _wide(mention: DateMention) -> bool:
    if mention.form == "then" or (mention.form == "distance" and mention.step == 0):
        # "Since that night" leaves out what was done that night.
        return True
    return mention.form in ("calendar", "era", "season", "unit", "weekday", "decade") and mention.name != "october-7"
