"""Rules: what the body required or allowed on the day, from the dated rules in `onrecord.rules`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Evidence, Verdict, Why
from onrecord.checking.members import codes_on
from onrecord.checking.settlers.rule_charter import (
    Case,
    appointment,
    binding,
    binding_text,
    elected_by,
    party_to_a_dispute,
    presidency,
    ratification,
    re_election,
    recommendation,
    rotation,
    unanimity,
    uniting_for_peace,
    veto_debate,
)
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.size import DECIDED, ENLARGED
from onrecord.checking.words import capital, counted, day, names, number, text_of
from onrecord.reading.claims.rule import Rule
from onrecord.reading.intervals import shift
from onrecord.record.model import VoteEvent
from onrecord.rules.catalogue import RuleError, decision_rule, is_procedural, rule_of
from onrecord.rules.model import DecisionRule
from onrecord.rules.words import in_words

STOPS = "One vote against by a permanent member stops a decision of the Security Council that is not procedural."
HOLDERS = "Only the five permanent members of the Security Council hold a veto, on decisions that are not procedural."
LATEST = date(2026, 1, 1)
"""What a text without any date says in the present tense is held against the rules as they stand."""
FIRST = date(1946, 1, 17)
"""The Council's first meeting, which a rule told "since the 1940s" is not older than."""
DECISION = "A decision of the Security Council"
FEWEST = 5
"""What is said to be enough may be something else than votes, where it is fewer."""
OLD_QUOTA, NEW_QUOTA = 7, 9
"""Votes that a decision of the Council of eleven needed, and those that one of 15 does."""


def settle(claim: Rule, docket: Docket, article: date | None, event: VoteEvent | None) -> Settled | None:
    """`event` is the vote that the text speaks of there; None is no finding."""
    on = _day(claim, article, event)
    if on is not None and on >= ENLARGED and _of_old(claim, event):
        on = ENLARGED - timedelta(days=1)
    if on is None:
        return Settled(
            Verdict.UNSETTLED,
            "Neither the text nor the article's date says which time is meant.",
            (),
            Why.AMBIGUOUS,
            0.4,
        )
    rule = _rule(claim, on, event)
    if rule is None:
        return Settled(
            Verdict.UNSETTLED, f"The record holds no rule of that body for {day(on)}.", (), Why.NOT_COVERED, 0.5
        )
    return _STATEMENTS[claim.statement](Case(claim, docket, on, rule, event))


def _of_old(claim: Rule, event: VoteEvent | None) -> bool:
    """ "Before that seven had been enough", with no time that can be told: of the Council of eleven."""
    undated = claim.date is None or claim.date.form == "then"
    earlier = undated and (claim.of_old or (claim.past and event is None))
    return claim.statement == "votes needed" and claim.quantity == OLD_QUOTA and earlier


def _day(claim: Rule, article: date | None, event: VoteEvent | None) -> date | None:
    if claim.date is not None:
        context = event.date if event is not None else None
        named = claim.date.when(article, context)
        if named is not None:
            if claim.date.role in ("since", "after"):
                return max(named.start, FIRST) if claim.date.role == "since" and named.start else named.end
            this_year = claim.date.form == "unit" and claim.date.unit == "year" and not claim.date.step
            if claim.date.role == "before" or (claim.date.role == "until" and this_year and claim.past):
                return shift(named.start, -1, "day") if named.start else None
            on = named.end or named.start
            return max(on, FIRST) if on is not None and on.year == FIRST.year - 1 else on  # "the rule of 1945"
    if event is not None and claim.past:
        return event.date
    return article or LATEST


def _rule(claim: Rule, on: date, event: VoteEvent | None) -> DecisionRule | None:
    matter = "procedural" if claim.matter == "procedural" and claim.body == "unsc" else None
    if claim.body == "unga":
        matter = "important question" if claim.statement == "share needed" else None
    try:
        if (
            event is not None
            and event.body == claim.body == "unsc"
            and matter is None
            and abs((event.date - on).days) < 400
            and (event.date < ENLARGED) == (on < ENLARGED)
        ):
            return rule_of(event)
        return decision_rule(claim.body, on, matter)
    except RuleError:
        return None


def _verdict(right: bool, reason: str, case: Case, confidence: float = 0.9, event: bool = False) -> Settled:
    reference = Evidence(
        "rules", case.rule.id, "; ".join(case.rule.references[:2]), date=case.rule.start, says=in_words(case.rule)
    )
    events = (case.event,) if event and case.event is not None else ()
    return Settled(
        Verdict.SUPPORTED if right else Verdict.CONTRADICTED, reason, events, confidence=confidence, rows=(reference,)
    )


def _votes_needed(case: Case) -> Settled | None:
    needed = case.rule.affirmative_votes_needed
    if needed is None:
        return None
    right = case.claim.quantity == needed
    may_be_more = case.claim.will_do
    if not right and may_be_more and case.event is not None and case.event.yes == case.claim.quantity:
        return _enough(case)  # "Cuba and Yemen were against. Ten was enough": so many the text got
    until, since = "needed seven of eleven votes until 1965", "has needed nine of 15"
    if DECIDED <= case.on < date(1964, 1, 1) and not right and case.claim.quantity == NEW_QUOTA:
        reason = f"{DECISION} {until} and {since} since, as the General Assembly had decided on {day(DECIDED)}."
        return replace(_verdict(right, reason, case), verdict=Verdict.DEPENDS)
    if case.on < ENLARGED:
        return _verdict(right, f"{DECISION} {until} and {since} since.", case)
    return _verdict(right, f"{DECISION} {since} votes since 1966; it {until}.", case)


def _least(case: Case) -> Settled | None:
    needed = case.rule.affirmative_votes_needed
    event = case.event
    if needed is None or event is None or event.yes != needed:
        # Another vote may be meant; where it is not, the count that is given beside it says so.
        return None
    votes = counted(needed, "vote")
    return _verdict(True, f"{capital(text_of(event))} got {votes} in favour, and no more were needed.", case, 0.8, True)


def _enough(case: Case) -> Settled | None:
    needed, event = case.rule.affirmative_votes_needed, case.event
    if needed is None or event is None or event.yes is None:
        return None
    got = f"{capital(text_of(event))} got {counted(event.yes, 'vote')} in favour, where {number(needed)} were needed."
    return _verdict(event.yes >= needed, got, case, 0.8, event=True)


def _enough_votes(case: Case) -> Settled | None:
    """ "Seven would have sufficed", "ten votes would have been enough": so many, whatever they came to in the end."""
    needed = case.rule.affirmative_votes_needed
    if needed is None or case.claim.quantity is None or case.claim.quantity < FEWEST:
        return None
    reason = f"{DECISION} {'has needed' if case.on >= ENLARGED else 'needed'} {counted(needed, 'vote')}."
    return _verdict(case.claim.quantity >= needed, reason, case, 0.8)


def _short_by(case: Case) -> Settled | None:
    needed, event = case.rule.affirmative_votes_needed, case.event
    if needed is None or event is None or event.yes is None:
        return None
    if event.vetoed_by and event.no == case.claim.quantity:
        return None  # "it died by one vote": by the one that was a veto
    right = needed - event.yes == case.claim.quantity
    reason = (
        f"{capital(text_of(event))} got {counted(event.yes, 'vote')} in favour, where {number(needed)} were needed."
    )
    return _verdict(right, reason, case, 0.85, event=True)


def _one_no(case: Case) -> Settled | None:
    if case.rule.veto is None:
        reason = f"{_procedural(case)}, so a permanent member's vote against stops nothing."
        return _verdict(case.claim.negated, reason, case, event=True)
    return _verdict(not case.claim.negated, STOPS, case)


def _noes_needed(case: Case) -> Settled | None:
    return _verdict(case.claim.quantity == 1, STOPS, case)


def _procedural(case: Case) -> str:
    if case.event is not None and is_procedural(case.event):
        return f"{capital(text_of(case.event))} was a procedural decision"
    return "The Charter gives no veto on procedural matters"


def _veto_applies(case: Case) -> Settled | None:
    claim = case.claim
    if claim.body == "unga":
        return _verdict(claim.negated, "No member has a veto in the General Assembly.", case)
    if case.rule.veto is None:
        own = case.event is not None and is_procedural(case.event)
        reason = (
            f"{_procedural(case)}: any nine members (seven before 1966) decide, and no permanent member has a veto."
        )
        return _verdict(claim.negated, reason, case, event=own)
    if claim.negated:
        # Said of a vote that the record does not know to be procedural, "no veto" may only mean that none was cast.
        return None
    return _verdict(True, STOPS, case)


def _consent(case: Case) -> Settled | None:
    if case.rule.veto is None:
        reason = f"{_procedural(case)}: it needs nine votes (seven before 1966) and no permanent member's consent."
        return _verdict(False, reason, case, event=True)
    reason = (
        "A decision of the Security Council that is not procedural needs the concurring votes "
        "of the permanent members, though an abstention does not count against it."
    )
    return _verdict(True, reason, case, 0.75)


def _abstention(case: Case) -> Settled | None:
    reason = "A permanent member's abstention or absence does not stop a decision of the Security Council."
    if case.claim.body == "unga":
        reason = (
            "Members of the General Assembly that abstain count as not voting, so an abstention adds to no majority."
        )
    return _verdict(case.claim.negated, reason, case)


def _could_stop(case: Case) -> Settled | None:
    claim = case.claim
    codes = codes_on(claim.members, case.docket, case.on) if claim.members is not None else None
    if not codes:
        return None
    record = case.docket.record
    if case.rule.veto is None:
        reason = f"{_procedural(case)}, so {names(codes, record)} could not stop it."
        return _verdict(claim.negated, reason, case, event=True)
    if claim.quantity is not None:
        able = codes & set(case.rule.veto_holders)
        reason = (
            f"Of {names(codes, record)}, {number(len(able))} held a permanent seat, whose vote against stops a text."
        )
        return _verdict((len(able) == claim.quantity) is not claim.negated, reason, case, 0.8)
    outside = codes - set(case.rule.veto_holders)
    if outside and not (claim.names_body or claim.negated or outside <= set(case.docket.seats(case.on))):
        # A state without a seat, said to be able to stop something: another body's veto.
        return None
    if outside:
        one = len(outside) == 1
        member, have = ("is not a permanent member", "has") if one else ("are not permanent members", "have")
        reason = f"{capital(names(outside, record))} {member} of the Security Council and {have} no veto."
        return _verdict(claim.negated, reason, case, 0.8)
    if claim.negated:
        return None
    are, whose = (
        ("is a permanent member", "its vote") if len(codes) == 1 else ("are permanent members", "each one's vote")
    )
    reason = (
        f"{capital(names(codes, record))} {are} of the Security Council, "
        f"and {whose} against stops a decision that is not procedural."
    )
    return _verdict(True, reason, case, event=case.event is not None)


def _counts_as_veto(case: Case) -> Settled | None:
    claim, event = case.claim, case.event
    codes = codes_on(claim.members, case.docket, case.on) if claim.members is not None else None
    if not codes or not codes <= set(case.docket.seats(case.on)):
        return None
    record = case.docket.record
    if case.rule.veto is None:
        return _verdict(claim.negated, f"{_procedural(case)}, so no vote against is a veto.", case, event=True)
    outside = codes - set(case.rule.veto_holders)
    if outside:
        reason = (
            f"{capital(names(outside, record))} held no permanent seat, and only a permanent member's vote is a veto."
        )
        return _verdict(claim.negated, reason, case)
    needed = case.rule.affirmative_votes_needed
    if event is None or event.yes is None or needed is None or event.yes >= needed:
        return None if claim.negated else _verdict(True, STOPS, case, event=event is not None)
    reason = (
        f"{capital(text_of(event))} got {counted(event.yes, 'vote')} in favour, where {number(needed)} were needed, "
        "and failed without a veto."
    )
    return _verdict(claim.negated, reason, case, 0.8, event=True)


def _holds_veto(case: Case) -> Settled | None:
    return _verdict(not case.claim.negated, HOLDERS, case)


def _no_veto_needed(case: Case) -> Settled | None:
    needed, event = case.rule.affirmative_votes_needed, case.event
    if needed is None:
        return None
    if case.claim.quantity is not None:
        reason = f"A draft with fewer than {counted(needed, 'vote')} in favour fails without a veto."
        return _verdict(case.claim.quantity < needed, reason, case)
    if event is not None and event.outcome == "adopted" and case.claim.past:
        return None  # nobody needed a veto, since nobody wished for one
    if event is None or event.yes is None or not case.claim.past:
        votes = counted(needed, "vote")
        return _verdict(True, f"A draft with fewer than {votes} in favour fails without a veto.", case)
    reason = (
        f"{capital(text_of(event))} got {counted(event.yes, 'vote')} in favour, where {number(needed)} were needed."
    )
    return _verdict(event.yes < needed, reason, case, 0.85, event=True)


def _holders(case: Case) -> Settled | None:
    return _verdict(case.claim.quantity == len(case.rule.veto_holders or ()), HOLDERS, case) if case.rule.veto else None


def _elected_veto(case: Case) -> Settled | None:
    return _verdict(case.claim.negated, HOLDERS, case)


def _share(case: Case) -> Settled | None:
    right = case.claim.share is not None and abs(case.claim.share - 2 / 3) < 0.01
    reason = (
        "Important questions in the General Assembly, elections and admissions among them, "
        "need two thirds of the members present and voting."
    )
    return _verdict(right, reason, case)


def _one_vote(case: Case) -> Settled | None:
    body = "Security Council" if case.claim.body == "unsc" else "General Assembly"
    return _verdict(True, f"Each member of the {body} has one vote.", case)


def _blocking(case: Case) -> Settled | None:
    needed, size = case.rule.affirmative_votes_needed, len(case.docket.seats(case.on))
    if needed is None or case.claim.quantity is None:
        return None
    least = size - needed + 1
    reason = (
        f"{DECISION} needs {number(needed)} of {number(size)} votes, so {number(least)} members that withhold theirs "
        "stop it."
    )
    return _verdict(case.claim.quantity >= least, reason, case, 0.8)


def _to_spare(case: Case) -> Settled | None:
    event = case.event
    # by the rule of the day of the vote, whichever time the clause tells of
    needed = rule_of(event).affirmative_votes_needed if event is not None else None
    if needed is None or event is None or event.yes is None or event.yes < needed:
        return None
    more = event.yes - needed
    votes = counted(event.yes, "vote")
    reason = (
        f"{capital(text_of(event))} got {votes} in favour, {number(more)} more than the {number(needed)} it needed."
    )
    return _verdict(more == case.claim.quantity, reason, case, 0.8, event=True)


def _not_reached(case: Case) -> Settled | None:
    needed, event = case.rule.affirmative_votes_needed, case.event
    if needed is None or case.claim.quantity != needed or event is None or event.yes is None:
        return None
    got = f"{capital(text_of(event))} got {counted(event.yes, 'vote')} in favour"
    if event.yes >= needed:
        # Another vote may be meant.
        return None
    return _verdict(True, f"{got}, where {number(needed)} were needed.", case, 0.8, event=True)


def _too_few(case: Case) -> Settled | None:
    needed = case.rule.affirmative_votes_needed
    if needed is None or case.claim.quantity is None or case.claim.quantity >= needed:
        return None  # "thirteen votes were not enough", since there was a veto
    return _verdict(
        True, f"{DECISION} {'has needed' if case.on >= ENLARGED else 'needed'} {number(needed)} votes.", case
    )


_STATEMENTS = {
    "too few": _too_few,
    "rotation": rotation,
    "binding": binding,
    "binding text": binding_text,
    "unanimity": unanimity,
    "uniting for peace": uniting_for_peace,
    "votes needed": _votes_needed,
    "least": _least,
    "enough": _enough,
    "enough votes": _enough_votes,
    "short by": _short_by,
    "share needed": _share,
    "one no stops": _one_no,
    "noes needed": _noes_needed,
    "veto applies": _veto_applies,
    "consent of all": _consent,
    "abstention stops": _abstention,
    "could stop": _could_stop,
    "holds veto": _holds_veto,
    "holders": _holders,
    "no veto needed": _no_veto_needed,
    "counts as veto": _counts_as_veto,
    "elected veto": _elected_veto,
    "one vote each": _one_vote,
    "re-election": re_election,
    "elected by": elected_by,
    "recommendation": recommendation,
    "appointment": appointment,
    "ratification": ratification,
    "blocking number": _blocking,
    "party to a dispute": party_to_a_dispute,
    "presidency": presidency,
    "veto debate": veto_debate,
    "to spare": _to_spare,
    "not reached": _not_reached,
}
