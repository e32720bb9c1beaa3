"""The General Assembly's texts of one title, year after year: the how-manieth time that it adopts one, and how members
voted on that of another year.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from onrecord.checking.deeds import OPTIONS
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict, Why
from onrecord.checking.frequency_words import ordinal
from onrecord.checking.judgement import Holds, judge
from onrecord.checking.members import codes_on
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.untold import MOST_CITED
from onrecord.checking.words import capital, event_on, number
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.vote import Members, Position
from onrecord.record.model import Option, Outcome, VoteEvent

CAST = (Option.YES, Option.NO, Option.ABSTAIN)
A_SERIES = 5
"""Texts of one title from which the Assembly may be said to adopt it time and again."""
CLOSE = 2
"""Places by which a number must miss at most to be one of that series told wrongly, and not another's."""


def settle_series(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None) -> Settled:
    """The place of the vote spoken of among those of its title; the record may lack texts adopted without a vote."""
    event = _this_years(claim, docket, article, event)
    if event is None or claim.ordinal is None or event.outcome is not Outcome.ADOPTED:
        reason = "The record holds no vote that clearly fits what the text says."
        return Settled(Verdict.UNSETTLED, reason, (), Why.NOT_FOUND, 0.4)
    series = docket.by_title[docket.title_key(event)]
    before = [e for e in series if e.date <= event.date and e.outcome is Outcome.ADOPTED]
    place = len(before)
    reason = f"{capital(event_on(event))} was the {ordinal(place)} that the Assembly adopted under its title"
    cited = tuple(before[::-1][:MOST_CITED])
    if place == claim.ordinal:
        return Settled(Verdict.SUPPORTED, f"{reason}.", cited, confidence=0.85)
    if place >= A_SERIES and abs(place - claim.ordinal) <= CLOSE and _each_in_its_turn(before):
        return Settled(Verdict.CONTRADICTED, f"{reason}.", cited, confidence=0.75)
    return Settled(Verdict.UNSETTLED, f"{reason}, as far as the record holds them.", cited, Why.AMBIGUOUS, 0.5)


def settle_of_year(claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent) -> Settled | None:
    """ "In 2016 nobody voted no", where the Assembly's yearly text is spoken of: whether anybody did on that year's;
    None where no one vote of its series is meant.
    """
    whens = [when for d in claim.acts.period if (when := d.resolve(article, event.date)) is not None]
    if claim.form != "never" or len(whens) != 1 or len(claim.acts.period) != 1:
        return None
    same = [e for e in docket.by_title[docket.title_key(event)] if e.date in whens[0] and e.outcome is Outcome.ADOPTED]
    if len(same) != 1:
        return None
    nobody = claim.acts.members.everyone
    members = Members(nobody=True, text=claim.acts.members.text) if nobody else claim.acts.members
    position = Position(
        claim.start, claim.end, claim.sentence, claim.said_by,
        members=members, choice=claim.acts.what, negated=not nobody,
    )  # fmt: skip
    judged = judge(position, same[0], docket)
    verdict = {Holds.YES: Verdict.SUPPORTED, Holds.NO: Verdict.CONTRADICTED}.get(judged.holds)
    return None if verdict is None else Settled(verdict, judged.reason, (same[0],), confidence=0.75)


def settle_of_series(claim: Generalisation, docket: Docket, article: date | None, event: VoteEvent) -> Settled | None:
    """ "China has always voted for it", "Israel has never abstained": over all texts of the title spoken of; None where
    there are too few to speak of a series.
    """
    same = [e for e in docket.by_title[docket.title_key(event)] if e.outcome is Outcome.ADOPTED and docket.votes(e)]
    same = [e for e in same if e.date <= (article or event.date)]
    for since in (d.resolve(article, event.date) for d in claim.acts.period):
        if since is not None or claim.form != "only":  # "for the only time in three decades"
            same = [e for e in same if since is not None and e.date in since]
    named = codes_on(claim.acts.members, docket, event.date) if claim.acts.members.named else None
    codes = named or frozenset[str]()
    if len(same) < A_SERIES or not (codes or claim.acts.members.everyone) or claim.acts.what not in OPTIONS:
        return None
    option = OPTIONS[claim.acts.what]
    chose = {e.id: {c for c, o in docket.votes(e).items() if o is option and (c in codes or not codes)} for e in same}
    against = [e for e in same if chose[e.id]]
    if claim.form == "every":
        against = [e for e in same if not codes <= chose[e.id]]
        if not codes:
            return None
        if claim.exceptions is not None and len(against) == claim.exceptions:
            reason = f"Of the {number(len(same))} that the Assembly adopted under its title it is not so of "
            told = event_on(against[0]) if len(against) == 1 else number(len(against))
            return Settled(Verdict.SUPPORTED, f"{reason}{told} alone.", tuple(against[:MOST_CITED]), confidence=0.8)
    texts = f"the {number(len(same))} that the Assembly adopted under its title"
    if claim.form == "only":
        return _once(claim, against, article, event, texts)
    if not against:
        reason = f"The record finds no exception among {texts}."
        return Settled(Verdict.SUPPORTED, reason, tuple(same[::-1][:MOST_CITED]), confidence=0.8)
    reason = f"Of {texts} it is not so of {event_on(against[-1])}."
    otherwise = [e for e in against if any(docket.votes(e).get(c) in CAST for c in codes - chose[e.id])]
    if claim.form == "every" and not otherwise:
        return Settled(Verdict.UNSETTLED, reason, tuple(against[::-1][:MOST_CITED]), Why.AMBIGUOUS, 0.5)  # it was away
    if claim.reserved:
        return Settled(Verdict.UNSETTLED, reason, tuple(against[::-1][:MOST_CITED]), Why.AMBIGUOUS, 0.5)
    return Settled(Verdict.CONTRADICTED, reason, tuple(against[::-1][:MOST_CITED]), confidence=0.75)


def _once(claim: Generalisation, done: list[VoteEvent], article: date | None, event: VoteEvent, texts: str) -> Settled:
    """ "The only time Washington abstained was in 2016"."""
    cited = tuple(done[::-1][:MOST_CITED])
    if len(done) != 1:
        reason = f"Of {texts} it is so of {number(len(done)) if done else 'none'}, not one."
        if not done:  # of another matter, or of somebody else
            return Settled(Verdict.UNSETTLED, reason, cited, Why.NOT_FOUND, 0.4)
        return Settled(Verdict.CONTRADICTED, reason, cited, confidence=0.75)
    whens = [when for d in claim.at if (when := d.resolve(article, event.date)) is not None]
    right = not claim.at or any(done[0].date in when for when in whens)
    reason = f"Of {texts} it is so of {event_on(done[0])} alone."
    if not right and not whens:
        return Settled(Verdict.UNSETTLED, reason, cited, Why.AMBIGUOUS, 0.5)
    return Settled(Verdict.SUPPORTED if right else Verdict.CONTRADICTED, reason, cited, confidence=0.75)


def settle_count_of_series(claim: Count, docket: Docket, article: date | None, event: VoteEvent) -> Settled | None:
    """ "The United States has abstained just once, in 2016", "has voted no 30 times": over the texts of one title."""
    if claim.quantity is None or claim.ordinal is not None or claim.acts.what not in OPTIONS:
        return None
    same = [e for e in docket.by_title[docket.title_key(event)] if e.outcome is Outcome.ADOPTED and docket.votes(e)]
    same = [e for e in same if e.date <= (article or event.date)]
    codes = codes_on(claim.acts.members, docket, event.date) if claim.acts.members.named else None
    if len(same) < A_SERIES or not codes:
        return None
    option = OPTIONS[claim.acts.what]
    done = [e for e in same if any(docket.votes(e).get(code) is option for code in codes)]
    texts = f"the {number(len(same))} that the Assembly adopted under its title"
    once = claim.quantity.value == 1
    if once and claim.acts.period and all(d.role == "at" for d in claim.acts.period):
        told = Generalisation(claim.start, claim.end, claim.sentence, claim.said_by, acts=claim.acts, form="only",
                              at=claim.acts.period)  # fmt: skip
        return _once(told, done, article, event, texts)
    for since in (d.resolve(article, event.date) for d in claim.acts.period):
        done = [e for e in done if since is not None and e.date in since]
    reason = f"Of {texts} it is so of {number(len(done)) if done else 'none'}."
    cited = tuple(done[::-1][:MOST_CITED])
    if claim.quantity.admits(len(done)):
        return Settled(Verdict.SUPPORTED, reason, cited, confidence=0.75)
    return Settled(Verdict.UNSETTLED, reason, cited, Why.AMBIGUOUS, 0.5)


def _this_years(claim: Count, docket: Docket, article: date | None, event: VoteEvent | None) -> VoteEvent | None:
    """Of a series told of by an earlier vote ("a year ago only two had voted no. It is the 33rd") the news."""
    if event is None or article is None or event.date > article - NEWS:
        return event
    key = docket.title_key(event)
    days = (e for e in docket.events if article - NEWS <= e.date <= article and e.outcome is Outcome.ADOPTED)
    lately = [e for e in days if docket.title_key(e) == key]
    return lately[-1] if lately else event


NEWS = timedelta(days=14)


def _each_in_its_turn(series: list[VoteEvent]) -> bool:
    """Whether no text of the series can be missing: they come at even distances, one left out at most."""
    gaps = [(later.date - one.date).days for one, later in pairwise(series)]
    usual = sorted(gaps)[len(gaps) // 2]
    return sum(gap > 3 * usual // 2 for gap in gaps) <= 1
