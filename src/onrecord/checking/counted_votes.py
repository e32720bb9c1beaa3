"""Which votes "all four", "each time" or "two of them" are: those that the text has just counted, or that the body cast
on the day it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.checking.choosing import Link
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.judgement import Holds, judge
from onrecord.checking.settlers import vote
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.thread import Thread
from onrecord.checking.words import counted, event_on, uncapital
from onrecord.reading.claims.frequency import OF_THE_BODY, Count
from onrecord.reading.claims.vote import Position, Tally
from onrecord.record.model import Kind, VoteEvent

BACK = 2
"""Sentences before the words in which those votes were counted."""
NUMBERS = {"one": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_NUMBER = "|".join(NUMBERS)
_TEXTS = r"(?:texts|drafts|votes|resolutions|occasions|ballots|motions|times|of them|of those|of these)"
ALL = re.compile(
    rf"\b(?:(?:on |for |against |to )?all (?:(?:of )?the )?(?P<number>three|four|five|six|seven|eight)(?: {_TEXTS})?"
    r"|(?:on |for |against |to )?(?:every one|every single one|each one|each|all) of (?:them|those|these)"
    r"|each time|every time|on each occasion|on every occasion|each and every time"
    r"|(?:none|neither|not one|not a single one) of"
    rf" (?:them|those|these|the (?P<denied>three|four|five|six|seven|eight))(?: {_TEXTS})?)\W*$"
)
"""The end of words that tell of each of several votes."""
SOME = re.compile(
    r"\b(?:on|for|against|in|to|backed|supported|opposed|vetoed) (?:only |just |exactly )?"
    rf"(?P<number>{_NUMBER}) of (?:them|those|these"
    rf"|the (?:{_NUMBER}))(?: {_TEXTS})?\W*$"
)
"""The end of words that tell of so many of several votes."""
FRONTED = re.compile(
    r"(?:^|[;:.,—–] |\b(?:and|but) )[Oo]n (?P<number>both)(?P<denied>)(?: of them| texts| drafts| votes| occasions)?,? "
    r"(?=(?:the )?[A-Z])"
)
"""Words in front of a claim that tell of both: "Moscow vetoed two; on both Chad abstained"."""
OF_TEXTS = ("veto", *OF_THE_BODY)
"""What is counted where each is a text of its own."""
ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3}
_PLACE = "first|second|third|fourth"
ONE = re.compile(
    rf"\b(?:[Oo]n|[Ii]n|[Tt]o|[Ff]or|[Aa]gainst|backed|supported|opposed) the (?P<order>{_PLACE})"
    rf"(?:,? (?:and|but|or) (?:the )?(?P<also>{_PLACE}))?"
    rf"(?: (?:of them|of the (?:{_NUMBER})|one|draft|text|vote|ballot|motion))?"
    r"(?=,? (?:the )?[A-Z]|,? (?:and|but) \w|\W*$)"
)
"""Words that single one out of several votes by its place among them."""


def of_several(claim: Position, words: str, clause: str) -> re.Match[str] | None:
    """The words that tell of several votes told of together, or of one of them by its place, if there are any."""
    if claim.loose:
        return None
    return (
        ALL.search(words)
        or SOME.search(words)
        or FRONTED.search(clause)
        or next(reversed([*ONE.finditer(clause)]), None)
    )


def number_of(said: re.Match[str]) -> int:
    """How many votes the words say there were, 0 where they do not."""
    number = (said["number"] or said["denied"]) if said.re in (ALL, FRONTED) else None
    return NUMBERS[number] if number else 0


def settle_several(
    claim: Position,
    said: re.Match[str],
    counts: Iterable[tuple[Count, Settled | None]],
    told: list[VoteEvent],
    thread: Thread,
    link: Link,
    docket: Docket,
    article: date | None,
) -> Settled | None:
    """Held against each of the votes meant; None where the words are to be read of the thread's own.

    `counts` are the text's, the last first, as they are settled; `told` the votes that it told of one after the other.
    """
    events = _votes(claim, said, counts, thread, link.events, docket, article)
    if events and said.re is SOME:
        return _settle_some(claim, said, events, docket)
    if said.re is ONE:
        in_order = sorted(events, key=lambda event: (event.date, event.order))
        places = [ORDER[place] for place in (said["order"], said["also"]) if place]
        events = [in_order[place] for place in places if place < len(in_order)]
        if len(events) < len(places):
            return None
    if events:
        return vote.settle(claim, thread, Link(list(events), together=True, basis="date"), docket, article)
    if said.re is FRONTED:
        both = Link(told, together=True, basis="date") if len(told) > 1 else link
        settled = vote.settle(claim, thread, both, docket, article)
        if settled is None or (both is not link and settled.verdict is Verdict.SUPPORTED):
            return settled
        return settled.left_open(WHICH_TWO)
    if said.re is SOME and said["number"] != "both":
        return _of_some_unknown(vote.settle(claim, thread, link, docket, article))
    if not told or len(link.events) >= number_of(said):
        return None
    settled = vote.settle(claim, thread, Link(told, together=True, basis="date"), docket, article)
    if settled is None or settled.verdict is Verdict.SUPPORTED:
        return settled
    return of_one(vote.settle(claim, thread, link, docket, article))


WHICH_TWO = "The text means two votes, and which they are cannot be told."


def of_one(settled: Settled | None) -> Settled | None:
    """What is said of several votes, of which only one is known, is not borne out by that one."""
    if settled is None or settled.verdict is not Verdict.SUPPORTED:
        return settled
    reason = f"{settled.reason[:-1]}; the text means several votes, and which the others are cannot be told."
    return settled.left_open(reason, confidence=0.5)


def _of_some_unknown(settled: Settled | None) -> Settled | None:
    """ "Opposed one of them": which one cannot be told, and so it may be another than the one known."""
    if settled is None or settled.verdict not in (Verdict.CONTRADICTED, Verdict.SUPPORTED):
        return settled
    reason = f"{settled.reason[:-1]}; the text means some of several votes, and which cannot be told."
    return settled.left_open(reason, confidence=0.5)


def in_place(claim: Tally, place: int, counts: Iterable[tuple[Count, Settled | None]]) -> VoteEvent | None:
    """ "Three times they vetoed it. The first got nine votes": so many-eth of the votes that were just counted."""
    for count, settled in counts:
        if count.end > claim.start or claim.sentence - count.sentence > BACK or count.ordinal is not None:
            continue
        known = settled is not None and settled.verdict is Verdict.SUPPORTED and count.quantity is not None
        if not known or settled is None or count.quantity is None or count.acts.what not in OF_TEXTS:
            return None
        in_order = sorted(settled.events, key=lambda event: (event.date, event.order))
        return in_order[place] if place < len(in_order) == count.quantity.value else None
    return None


def _votes(
    claim: Position,
    said: re.Match[str],
    counts: Iterable[tuple[Count, Settled | None]],
    thread: Thread,
    linked: Sequence[VoteEvent],
    docket: Docket,
    article: date | None,
) -> Sequence[VoteEvent]:
    """The votes meant, none where it cannot be told; `linked` are those that the claim's thread may mean."""
    number = number_of(said)
    for count, settled in counts:
        if count.end > claim.start or claim.sentence - count.sentence > BACK or count.ordinal is not None:
            continue
        if settled is None or settled.verdict is not Verdict.SUPPORTED or count.quantity is None:
            continue
        if said.re is ONE and count.acts.what not in OF_TEXTS:
            continue  # "The East Germans voted no twice": of which votes, their place among those told is no matter
        if len(settled.events) == count.quantity.value and number in (0, len(settled.events)):
            return settled.events
    if not number or docket.body != "unsc":
        return ()
    days: set[date | None] = {e.date for e in linked}
    if thread.dates and (interval := thread.dates[0].resolve(article)) is not None and interval.start == interval.end:
        days = {interval.start}
    on_the_day = [e for e in docket.events if {e.date} == days and e.kind in (Kind.DRAFT, Kind.RESOLUTION)]
    return on_the_day if len(on_the_day) == number else ()


def _settle_some(claim: Position, said: re.Match[str], events: Sequence[VoteEvent], docket: Docket) -> Settled | None:
    """ "Abstained on two of them": on no more and no fewer, where the record knows each."""
    number = NUMBERS[said["number"]]
    judged = [(event, judge(claim, event, docket)) for event in events]
    if any(j.holds not in (Holds.YES, Holds.NO) for _, j in judged):
        return None
    held = [(e, j) for e, j in judged if j.holds is Holds.YES]
    so_many = f"That holds of {counted(len(held), 'vote')} of the {len(judged)} counted"
    first = next(iter(held if held and len(held) >= number else [p for p in judged if p not in held]), None)
    if first is None:
        return None
    shown = f": {uncapital(first[1].reason)}" if first[1].reason else f", {event_on(first[0])} among them."
    verdict = Verdict.SUPPORTED if len(held) == number else Verdict.CONTRADICTED
    chosen = tuple(e for e, _ in held) or tuple(e for e, _ in judged)
    return Settled(verdict, so_many + shown, chosen, confidence=0.8)
