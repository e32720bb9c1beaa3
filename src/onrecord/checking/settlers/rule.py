"""Rules: what the body required or allowed on the day, from the dated rules in `onrecord.rules`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Evidence, Verdict, Why
from onrecord.checking.members import codes_on
from onrecord.checking.settlers.vote import Settled
from onrecord.checking.words import capital, counted, day, event_on, names, number
from onrecord.reading.claims.rule import Rule
from onrecord.reading.intervals import shift
from onrecord.record.model import VoteEvent
from onrecord.rules.catalogue import RuleError, decision_rule, is_procedural, rule_of
from onrecord.rules.model import DecisionRule
from onrecord.rules.words import in_words

CHANGE = "From 1946 to 1965 a decision of the Security Council needed seven votes of eleven, since 1966 nine of fifteen"
ARTICLE_27 = Evidence("rules", "unsc/substantive/1966-01-01", "Charter of the United Nations, Article 27(3)", says="nine votes, the permanent members' concurring")


@dataclass(frozen=True, slots=True)
class _Case:
    claim: Rule
    docket: Docket
    on: date
    rule: DecisionRule
    event: VoteEvent | None


def settle(claim: Rule, docket: Docket, article: date | None, event: VoteEvent | None) -> Settled | None:
    """`event` is the vote that the text speaks of there; None is no finding."""
    on = _day(claim, article, event)
    if on is None:
        return Settled(Verdict.UNSETTLED, "Neither the text nor the article's date says which time is meant.", (), Why.AMBIGUOUS, 0.4)
    rule = _rule(claim, on, event)
    if rule is None:
        return Settled(Verdict.UNSETTLED, f"The record holds no rule of that body for {day(on)}.", (), Why.NOT_COVERED, 0.5)
    return _STATEMENTS[claim.statement](_Case(claim, docket, on, rule, event))


def _day(claim: Rule, article: date | None, event: VoteEvent | None) -> date | None:
    if claim.date is not None:
        context = event.date if event is not None else None
        named = claim.date.when(article, context)
        if named is not None:
            if claim.date.role in ("since", "after"):
                return named.start if claim.date.role == "since" else named.end
            if claim.date.role == "before":
                return shift(named.start, -1, "day") if named.start else None
            return named.end or named.start
    if event is not None and claim.past:
        return event.date
    return article or (event.date if event is not None else date(2026, 1, 1))


def _rule(claim: Rule, on: date, event: VoteEvent | None) -> DecisionRule | None:
    matter = "procedural" if claim.matter == "procedural" and claim.body == "unsc" else None
    if claim.body == "unga":
        matter = "important question" if claim.statement == "share needed" else None
    try:
        if event is not None and event.body == claim.body == "unsc" and matter is None and abs((event.date - on).days) < 400:
            return rule_of(event)
        return decision_rule(claim.body, on, matter)
    except RuleError:
        return None


def _verdict(right: bool, reason: str, case: _Case, confidence: float = 0.9, event: bool = False) -> Settled:
    reference = Evidence("rules", case.rule.id, "; ".join(case.rule.references[:2]), date=case.rule.start, says=in_words(case.rule))
    events = (case.event,) if event and case.event is not None else ()
    return Settled(Verdict.SUPPORTED if right else Verdict.CONTRADICTED, reason, events, confidence=confidence, rows=(reference,))


def _votes_needed(case: _Case) -> Settled | None:
    needed = case.rule.affirmative_votes_needed
    if needed is None:
        return None
    right = case.claim.quantity == needed
    return _verdict(right, f"On {day(case.on)} a decision of the Security Council needed {counted(needed, 'vote')} in favour. {CHANGE}.", case)


def _least(case: _Case) -> Settled | None:
    needed = case.rule.affirmative_votes_needed
    event = case.event
    if needed is None or event is None or event.yes is None:
        return None
    reason = f"{capital(event_on(event))} had {counted(event.yes, 'vote')} in favour, where {number(needed)} were needed."
    return _verdict(event.yes == needed, reason, case, 0.8, event=True)


def _short_by(case: _Case) -> Settled | None:
    needed, event = case.rule.affirmative_votes_needed, case.event
    if needed is None or event is None or event.yes is None:
        return None
    right = needed - event.yes == case.claim.quantity
    reason = f"{capital(event_on(event))} had {counted(event.yes, 'vote')} in favour, where {number(needed)} were needed."
    return _verdict(right, reason, case, 0.85, event=True)


def _one_no(case: _Case) -> Settled | None:
    if case.rule.veto is None:
        return _verdict(False, f"{_procedural(case)}, so a permanent member's vote against stops nothing.", case, event=True)
    return _verdict(True, "A single vote against by a permanent member stops a decision of the Security Council that is not procedural.", case)


def _noes_needed(case: _Case) -> Settled | None:
    reason = "One vote against by a permanent member is enough to stop a decision of the Security Council that is not procedural."
    return _verdict(case.claim.quantity == 1, reason, case)


def _procedural(case: _Case) -> str:
    if case.event is not None and is_procedural(case.event):
        return f"{capital(event_on(case.event))} was a procedural decision"
    return "The Charter gives no veto on procedural matters"


def _veto_applies(case: _Case) -> Settled | None:
    claim = case.claim
    if claim.body == "unga":
        return _verdict(claim.negated, "No member has a veto in the General Assembly.", case)
    procedural = case.rule.veto is None
    if procedural:
        return _verdict(claim.negated, f"{_procedural(case)}, where any nine members (seven before 1966) decide and no permanent member has a veto.", case, event=case.event is not None and is_procedural(case.event))
    if claim.negated:
        # Said of a vote that the record does not know to be procedural, "no veto" may only mean that none was cast.
        return None
    return _verdict(True, "A permanent member's vote against stops a decision of the Security Council that is not procedural.", case)


def _consent(case: _Case) -> Settled | None:
    if case.rule.veto is None:
        return _verdict(False, f"{_procedural(case)}: it needs no permanent member's consent, only nine votes (seven before 1966).", case, event=True)
    return _verdict(True, "A decision of the Security Council that is not procedural needs the concurring votes of the permanent members, though an abstention does not count against it.", case, 0.75)


def _abstention(case: _Case) -> Settled | None:
    if case.claim.body == "unga":
        return _verdict(case.claim.negated, "Members of the General Assembly that abstain count as not voting, so an abstention does not count towards a majority.", case)
    return _verdict(case.claim.negated, "An abstention by a permanent member does not stop a decision of the Security Council.", case)


def _could_stop(case: _Case) -> Settled | None:
    claim = case.claim
    if claim.members is None:
        return None
    codes = codes_on(claim.members, case.docket, case.on)
    if not codes:
        return None
    holders = set(case.rule.veto_holders)
    who = capital(names(codes, case.docket.record))
    are = "is" if len(codes) == 1 else "are"
    if case.rule.veto is None:
        return _verdict(claim.negated, f"{_procedural(case)}, so {who[:1].lower() + who[1:] if who.startswith('The ') else who} could not stop it.", case, event=True)
    outside = codes - holders
    if outside:
        reason = f"{capital(names(outside, case.docket.record))} {'is' if len(outside) == 1 else 'are'} no permanent member of the Security Council and {'has' if len(outside) == 1 else 'have'} no veto."
        return _verdict(claim.negated, reason, case, 0.8)
    if claim.negated:
        return None
    member = "a permanent member" if len(codes) == 1 else "permanent members"
    reason = f"{who} {are} {member} of the Security Council, and the vote of {'one' if len(codes) == 1 else 'any one of them'} against stops a decision that is not procedural."
    return _verdict(True, reason, case, 0.9, event=case.event is not None)


def _holds_veto(case: _Case) -> Settled | None:
    return _verdict(not case.claim.negated, "The five permanent members of the Security Council hold a veto on decisions that are not procedural, and no other member does.", case)


def _elected_veto(case: _Case) -> Settled | None:
    return _verdict(case.claim.negated, "Only the five permanent members of the Security Council hold a veto.", case)


def _share(case: _Case) -> Settled | None:
    right = case.claim.share is not None and abs(case.claim.share - 2 / 3) < 0.01
    return _verdict(right, "Important questions in the General Assembly, elections and admissions among them, need two thirds of the members present and voting.", case)


def _one_vote(case: _Case) -> Settled | None:
    return _verdict(True, "Each member of the General Assembly has one vote.", case)


def _re_election(case: _Case) -> Settled | None:
    return _verdict(case.claim.negated, "Under Article 23(2) of the Charter a retiring member of the Security Council is not eligible for immediate re-election.", case)


def _elected_by(case: _Case) -> Settled | None:
    return _verdict(not case.claim.negated, "The General Assembly elects the non-permanent members of the Security Council, by a two-thirds majority.", case)


def _recommendation(case: _Case) -> Settled | None:
    return _verdict(True, "Under Article 4(2) of the Charter the General Assembly admits a state upon the recommendation of the Security Council.", case)


_STATEMENTS = {
    "votes needed": _votes_needed,
    "least": _least,
    "short by": _short_by,
    "share needed": _share,
    "one no stops": _one_no,
    "noes needed": _noes_needed,
    "veto applies": _veto_applies,
    "consent of all": _consent,
    "abstention stops": _abstention,
    "could stop": _could_stop,
    "holds veto": _holds_veto,
    "elected veto": _elected_veto,
    "one vote each": _one_vote,
    "re-election": _re_election,
    "elected by": _elected_by,
    "recommendation": _recommendation,
}
