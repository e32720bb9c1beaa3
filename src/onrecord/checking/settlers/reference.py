"""A numbered text with its year, date or subject, against the event's own.

A wrong year or date contradicts. A subject contradicts only where the words plainly name another country or
mission, or where another text of that very date is the one described; else it can only bear out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from onrecord.checking.choosing import Link
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.judging.outcome import did_the_opposite
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.subjects_phrases import PERMANENT_TERMS
from onrecord.checking.words import MONTHS, called, capital, day
from onrecord.reading.claims.vote import Reference
from onrecord.reading.dates import DateMention
from onrecord.reading.intervals import Interval
from onrecord.record.model import VoteEvent

TOO_COMMON = frozenset({"issue:peacekeeping", "issue:conflict", "issue:sanctions"})
CLEARLY = 0.7
"""Relevance from which the words describe a text."""
VERB = 4
"""Words at the head of a subject in which its verb stands: "which ended the …"."""
MATTER = re.compile(r"(?:on|about|concerning|regarding|over|against|dealing with)\b")
"""What opens words that tell a text's subject and not its fate."""
LAST_PLAIN_NUMBER = 1976
LOW = 100
"""Any body numbers resolutions so far: a bare number below says too little to hold a writer wrong."""
FEW_YEARS = 15
"""Years ago that are still counted and not rounded."""
NARROW = 40
"""Days: a stretch of time in which a text's date can be looked for."""


def settle(
    claim: Reference, dockets: Mapping[str, Docket], article: date | None, told: Interval | None = None
) -> Settled | None:
    """None where the words turn out to assert nothing that the record can bear out or deny.

    `told` is the time that the text named last, for "adopted that day", "that summer", "then came resolution 502".
    """
    if claim.loose and claim.date is None and claim.year is None:
        return _then(claim, dockets, told)
    settled = _settle(claim, dockets, article, told)
    return None if claim.loose and (settled is None or settled.verdict is not Verdict.SUPPORTED) else settled


def _settle(
    claim: Reference, dockets: Mapping[str, Docket], article: date | None, told: Interval | None
) -> Settled | None:
    if claim.date is not None and claim.date.from_context and claim.date.form != "calendar" and told is not None:
        return _back_then(claim, dockets, article, told)
    body = "unga" if claim.symbol.startswith("A/") else "unsc"
    settled = _in_body(claim, claim.symbol, dockets[body], article)
    number = claim.symbol.rsplit("/", 1)[-1]
    if claim.symbol.removeprefix("A/RES/").isdigit() and (_said_year(claim, article) or 0) > LAST_PLAIN_NUMBER:
        # The Assembly's numbers have had their session before them since; the Council has yet to reach this one.
        return _in_body(claim, f"S/RES/{number}", dockets["unsc"], article)
    if claim.sure or (settled is not None and settled.verdict is Verdict.SUPPORTED):
        return settled
    # A bare number may be the other body's, where what is said of it fits.
    other = "unsc" if body == "unga" else "unga"
    second = _in_body(claim, _of_the_other_body(claim.symbol), dockets[other], article)
    if second is not None and second.verdict in (Verdict.SUPPORTED, Verdict.DEPENDS):
        return second
    if settled is not None and settled.verdict is Verdict.CONTRADICTED and int(number) < LOW:
        # Its subject may say whose it is, whatever its date.
        about = _subject(claim, settled.events[0], dockets[body], article) if settled.events else None
        return settled if about is not None and about.verdict is Verdict.SUPPORTED else None
    return settled


def _back_then(claim: Reference, dockets: Mapping[str, Docket], article: date | None, told: Interval) -> Settled | None:
    """Whether it was adopted in the day, month or season spoken of: which that is cannot be told for sure."""
    assert claim.date is not None
    counted = claim.date.step != 0
    exact = claim.date.unit in ("day", "week") and not claim.date.vague and told.start == told.end
    interval = claim.date.resolve(told.start, told.start) if exact or not counted else None
    if interval is not None and (then := _then(claim, dockets, interval)) is not None:
        return then
    return _settle(replace(claim, date=None), dockets, article, None) if claim.subject else None


def _then(claim: Reference, dockets: Mapping[str, Docket], told: Interval | None) -> Settled | None:
    """Borne out where it was adopted at the time told of."""
    for symbol in (claim.symbol, *([] if claim.sure else [_of_the_other_body(claim.symbol)])):
        events = dockets["unga" if symbol.startswith("A/") else "unsc"].with_symbol(symbol)
        if told is not None and (fitting := tuple(e for e in events if e.date in told)):
            return Settled(Verdict.SUPPORTED, f"{_voted_on(fitting[0])}.", fitting, confidence=0.7)
    return None


def _of_the_other_body(symbol: str) -> str:
    return f"{'S' if symbol.startswith('A/') else 'A'}/RES/{symbol.rsplit('/', 1)[-1]}"


def settle_number(claim: Reference, link: Link) -> Settled | None:
    """Whether the text spoken of has that number; None where it cannot be told which text it is."""
    if len(link.events) != 1:
        return None
    event = link.events[0]
    number = claim.symbol.rsplit("/", 1)[-1].partition("(")[0]
    if event.resolution is None:
        return None
    own = event.resolution.rsplit("/", 1)[-1].partition("(")[0]
    if own == number or claim.symbol == event.resolution:
        return Settled(Verdict.SUPPORTED, f"{_voted_on(event)}.", (event,), confidence=0.8)
    sessions = event.resolution.count("/") > 2 and number.isdigit() and int(number) >= LOW
    if link.basis != "date" or sessions:
        return None  # the Assembly's numbers have their session before them: a bare one is of another vote
    return Settled(Verdict.CONTRADICTED, f"What was adopted on {day(event.date)} is {called(event)}.", (event,))


def _said_year(claim: Reference, article: date | None) -> int | None:
    if claim.year is not None or claim.date is None:
        return claim.year
    interval = claim.date.resolve(article) if claim.date.year is None else None
    return claim.date.year or (interval.start.year if interval is not None and interval.start is not None else None)


def _in_body(claim: Reference, symbol: str, docket: Docket, article: date | None) -> Settled | None:
    events = docket.with_symbol(symbol) or docket.parts_of(symbol)
    if not events:
        return _missing(symbol, docket)
    when = _when(claim, events, docket, article)
    if when is not None and when.verdict is Verdict.CONTRADICTED:
        return when
    subject = _subject(claim, when.events[0] if when is not None and when.events else events[0], docket, article)
    if subject is not None and (when is None or subject.verdict is Verdict.CONTRADICTED):
        return subject
    return when


def _missing(symbol: str, docket: Docket) -> Settled:
    number = symbol.rsplit("/", 1)[-1]
    if symbol.startswith("S/RES/") and number.isdigit():
        last = docket.last_number
        if int(number) > last:
            reason = f"The record reaches resolution {last}; it does not hold {number}."
            return Settled(Verdict.UNSETTLED, reason, (), Why.NOT_COVERED)
    if docket.body == "unga":
        return Settled(Verdict.UNSETTLED, f"The record of the Assembly's votes holds no {symbol}.", (), Why.NOT_COVERED)
    return Settled(Verdict.UNSETTLED, f"The record holds no {symbol}.", (), Why.NOT_FOUND)


# --- year and date ---------------------------------------------------------------------------


def _when(claim: Reference, events: list[VoteEvent], docket: Docket, article: date | None) -> Settled | None:
    """Both the year and the date where both are given; what is wrong first, then what is open."""
    year = _year(claim.year, events) if claim.year is not None else None
    day_said = _dated(claim.date, events, docket, article) if claim.date is not None else None
    given = [settled for settled in (year, day_said) if settled is not None]
    order = (Verdict.CONTRADICTED, Verdict.DEPENDS, Verdict.SUPPORTED)
    return min(given, key=lambda settled: order.index(settled.verdict), default=None)


def _year(year: int, events: list[VoteEvent]) -> Settled:
    fitting = tuple(e for e in events if e.date.year == year)
    if fitting:
        return Settled(Verdict.SUPPORTED, f"{_voted_on(fitting[0])}.", fitting)
    return Settled(Verdict.CONTRADICTED, f"{_voted_on(events[0])}, not in {year}.", tuple(events))


def _voted_on(event: VoteEvent) -> str:
    """ "Resolution 242 was adopted on 22 November 1967"."""
    did = "was adopted" if event.resolution is not None else "was put to the vote"
    return f"{capital(called(event))} {did} on {day(event.date)}"


def _dated(mention: DateMention, events: list[VoteEvent], docket: Docket, article: date | None) -> Settled | None:
    if mention.from_context and mention.form != "calendar":
        # "1199, a month earlier": earlier than what, only the text before can say.
        return None
    interval = mention.resolve(article, None)
    if interval is None:
        return _without_article(mention, events)
    fitting = tuple(e for e in events if e.date in interval)
    if fitting:
        return Settled(Verdict.SUPPORTED, f"{_voted_on(fitting[0])}.", fitting)
    if mention.form == "calendar" and mention.year is None and mention.within is None:
        # "Had been passed on 12 September": of whichever year the number is
        if fitting := tuple(e for e in events if mention.matches(e.date)):
            told = Settled(Verdict.SUPPORTED, f"{_voted_on(fitting[0])}.", fitting, confidence=0.7)
            return told if mention.day is not None else None
    event = events[0]
    other = next((d for d in docket.days(event)[1:] if d in interval), None)
    if other is not None:
        days = f"on {day(event.date)} by the record, on {day(other)} by another list"
        return Settled(Verdict.DEPENDS, f"Sources differ on when {called(event)} was voted on: {days}.", (event,))
    if mention.form == "calendar" or _days(interval) <= NARROW or _years_off(mention, event, article):
        return Settled(Verdict.CONTRADICTED, f"{_voted_on(event)}{_instead_of(mention, event)}.", tuple(events))
    return None


def _years_off(mention: DateMention, event: VoteEvent, article: date | None) -> bool:
    """Whether "nine years ago" is plainly wrong: more than a year off, of years that are few and not rounded."""
    if mention.form != "distance" or mention.unit != "year" or mention.vague or article is None or mention.from_context:
        return False
    if mention.count is None or not 1 < mention.count <= FEW_YEARS or mention.step >= 0:
        return False
    gone = (article - event.date).days / 365.25
    return not mention.count - 1 < gone < mention.count + 1.1


def _without_article(mention: DateMention, events: list[VoteEvent]) -> Settled | None:
    fitting = tuple(e for e in events if mention.matches(e.date))
    if fitting:
        return Settled(Verdict.SUPPORTED, f"{_voted_on(fitting[0])}.", fitting, confidence=0.7)
    if mention.form == "calendar" and mention.month is not None:
        return Settled(Verdict.CONTRADICTED, f"{_voted_on(events[0])}{_instead_of(mention, events[0])}.", tuple(events))
    return None


def _instead_of(mention: DateMention, event: VoteEvent) -> str:
    if mention.form != "calendar" or mention.month is None:
        return ""
    month = MONTHS[mention.month - 1]
    if mention.day is not None and mention.month == event.date.month and mention.year in (None, event.date.year):
        return f", not on {mention.day} {month}"
    return f", not in {month} {mention.year}" if mention.year is not None else f", not in {month}"


def _days(interval: Interval) -> int:
    return (interval.end - interval.start).days if interval.start and interval.end else 10**6


# --- subject ---------------------------------------------------------------------------------


def _subject(claim: Reference, event: VoteEvent, docket: Docket, article: date | None) -> Settled | None:
    words = claim.subject
    if not words:
        return None
    said = {t for t in docket.subjects.terms(words, event.date) if ":" in t and not t.startswith(("act:", "author:"))}
    about = docket.subjects.subject_terms(event.id)
    other = _described(claim, event, docket, article)
    if other is not None:
        meant = f"{called(other)} of {day(other.date)}"
        reason = f"{_voted_on(event)}; its subject is {_title(event)}, and what is described is {meant}."
        return Settled(Verdict.CONTRADICTED, reason, (event, other), confidence=0.8)
    if _names_another(words, event, docket):
        reason = f"{_voted_on(event)}; its subject is {_title(event)}."
        return Settled(Verdict.CONTRADICTED, reason, (event,), confidence=0.8)
    if said & about - TOO_COMMON - PERMANENT_TERMS:
        opposed = did_the_opposite(words, event, docket, VERB)
        if opposed is not None:
            return Settled(Verdict.CONTRADICTED, opposed.reason, (event,), confidence=0.8)
        return Settled(
            Verdict.SUPPORTED, f"{_voted_on(event)}; its subject is {_title(event)}.", (event,), confidence=0.7
        )
    return None


def _title(event: VoteEvent) -> str:
    """The event's own title in quotation marks, which reads right whatever its grammar."""
    title = event.title.rstrip(". ")
    return f"“{title}”"


def _names_another(words: str, event: VoteEvent, docket: Docket) -> bool:
    """Whether the words name a mission or a country, and the event's subject has others and not these."""
    named = docket.subjects.main_terms(words, event.date) - PERMANENT_TERMS
    about = docket.subjects.subject_terms(event.id)
    for kind in ("mission:", "member:"):
        said = {t for t in named if t.startswith(kind)}
        has = {t for t in about if t.startswith(kind)} - PERMANENT_TERMS
        if not MATTER.match(words):
            # "An Irish paper", "carried with Yemen taking no part": whoever voted or wrote it need not be the subject
            said -= {f"member:{code}" for code in (*docket.votes(event), *_sponsors(event, docket))}
        if said and has:
            return not said & has and _known(said, docket)
    return False


def _sponsors(event: VoteEvent, docket: Docket) -> tuple[str, ...]:
    row = docket.record.sponsorship(event.id)
    return row.sponsors if row is not None else ()


def _known(terms: set[str], docket: Docket) -> bool:
    """Whether other texts are about what the words name, so that they name a subject and not a bystander."""
    return docket.subjects.relevance(terms).most >= CLEARLY


def _described(claim: Reference, event: VoteEvent, docket: Docket, article: date | None) -> VoteEvent | None:
    """The one text of the date given that the words describe, where the number cited is not it."""
    interval = claim.date.resolve(article, None) if claim.date is not None else None
    if interval is None and claim.year is not None:
        interval = Interval(date(claim.year, 1, 1), date(claim.year, 12, 31))
    if interval is None or interval.start is None or interval.end is None or event.date not in interval:
        return None
    terms = {
        t
        for t in docket.subjects.main_terms(claim.subject or "", event.date)
        if ":" in t and not t.startswith(("act:", "author:"))
    }
    relevance = docket.subjects.relevance(terms - PERMANENT_TERMS)
    own = relevance.get(event.id, 0.0)
    rivals = [
        (relevance[e.id], e)
        for e in docket.between(interval.start, interval.end)
        if e.id in relevance and e.resolution is not None and e.resolution != event.resolution
    ]
    if not rivals:
        return None
    best, other = max(rivals, key=lambda pair: pair[0])
    if best < CLEARLY or own > best / 2:
        return None
    if claim.date is not None and claim.date.day is None:
        told = docket.subjects.subject_terms(event.id) & docket.subjects.subject_terms(other.id)
        if any(t.startswith("member:") for t in told):
            return None  # both are about that country, and a title does not tell all that a text does
    return other
