"""What the Charter itself says of who is elected, admitted or bound, and no dated rule of the catalogue repeats."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Evidence, Verdict
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.settlers.size import ENLARGED
from onrecord.checking.words import number
from onrecord.reading.claims.rule import Rule
from onrecord.record.model import VoteEvent
from onrecord.rules.model import DecisionRule


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule was said of: the day, the rule in force on it and the vote spoken of."""

    claim: Rule
    docket: Docket
    on: date
    rule: DecisionRule
    event: VoteEvent | None


def _charter(right: bool, reason: str, article: str) -> Settled:
    """What the Charter itself says and no dated rule repeats."""
    row = Evidence("rules", f"charter/{article}", f"Charter of the United Nations, Article {article}", says=reason)
    return Settled(Verdict.SUPPORTED if right else Verdict.CONTRADICTED, reason, confidence=0.9, rows=(row,))


def re_election(case: Case) -> Settled | None:
    reason = "A retiring member of the Security Council is not eligible for immediate re-election."
    return _charter(case.claim.negated, reason, "23(2)")


def elected_by(case: Case) -> Settled | None:
    reason = "The General Assembly elects the non-permanent members of the Security Council, by a two-thirds majority."
    return _charter(not case.claim.negated, reason, "23(1)")


def recommendation(case: Case) -> Settled | None:
    reason = "The General Assembly admits a state upon the recommendation of the Security Council."
    return _charter(not case.claim.negated, reason, "4(2)")


def appointment(case: Case) -> Settled | None:
    reason = (
        "The General Assembly appoints the Secretary-General upon the recommendation of the Security Council, "
        "where any permanent member may block a name."
    )
    return _charter(not case.claim.negated, reason, "97")


def ratification(case: Case) -> Settled | None:
    reason = "An amendment of the Charter needs two thirds of the members, with all the permanent members among them."
    return _charter(not case.claim.negated, reason, "108")


def party_to_a_dispute(case: Case) -> Settled | None:
    reason = (
        "In decisions under Chapter VI a party to a dispute shall abstain from voting in the Security Council, "
        "though the rule has seldom been kept."
    )
    return _charter(not case.claim.negated, reason, "27(3)")


def rotation(case: Case) -> Settled | None:
    each_year = 3 if case.on < ENLARGED else 5
    reason = (
        f"The General Assembly elects {number(each_year)} members of the Security Council each year, for two years."
    )
    half = case.claim.quantity is None
    return _charter(half or case.claim.quantity == each_year, reason, "23(2)")


def unanimity(case: Case) -> Settled | None:
    needed = case.rule.affirmative_votes_needed
    if needed is None or case.rule.veto is None:
        return None
    reason = (
        f"A decision of the Security Council needs {number(needed)} votes, with no permanent member's against; "
        "it need not be unanimous."
    )
    return _charter(case.claim.negated, reason, "27(3)")


def uniting_for_peace(case: Case) -> Settled | None:
    votes = 7 if case.on < ENLARGED else 9
    reason = (
        f"An emergency special session of the General Assembly is called by {number(votes)} members of the Security "
        "Council, where there is no veto on it, or by a majority of the members of the United Nations."
    )
    row = Evidence("rules", "A/RES/377(V)", "General Assembly resolution 377 A (V), Uniting for Peace", says=reason)
    right = case.claim.quantity in (None, 7, 9)  # seven as the resolution was written, nine since 1966
    return Settled(Verdict.SUPPORTED if right else Verdict.CONTRADICTED, reason, confidence=0.85, rows=(row,))


VETO_DEBATES = date(2022, 4, 26)
"""Since when a veto brings the Assembly together."""
VETO_DEBATE_DAYS = 10


def veto_debate(case: Case) -> Settled | None:
    """ "Since 2022 every veto is debated in the Assembly within ten working days"."""
    told = case.claim.date
    since = told.when(case.on) if told is not None and told.role == "since" else None
    if case.on < VETO_DEBATES and (since is None or since.end is None or since.end < VETO_DEBATES):
        return None
    if since is not None and since.start is not None and since.start > VETO_DEBATES:
        return None
    reason = (
        "A veto in the Security Council brings the General Assembly together within ten working days, to debate it, "
        "under a resolution of 26 April 2022."
    )
    row = Evidence("rules", "A/RES/76/262", "General Assembly resolution 76/262 of 26 April 2022", says=reason)
    right = case.claim.quantity in (None, VETO_DEBATE_DAYS) and not case.claim.negated
    return Settled(Verdict.SUPPORTED if right else Verdict.CONTRADICTED, reason, confidence=0.85, rows=(row,))


def presidency(case: Case) -> Settled | None:
    reason = (
        "The presidency of the Security Council is held in turn by its members, in the English alphabetical order of "
        "their names, for one calendar month each."
    )
    source = "Provisional rules of procedure of the Security Council (S/96/Rev.7), rule 18"
    row = Evidence("rules", "S/96/Rev.7/18", source, says=reason)
    right = not case.claim.negated
    return Settled(Verdict.SUPPORTED if right else Verdict.CONTRADICTED, reason, confidence=0.9, rows=(row,))


def binding_text(case: Case) -> Settled | None:
    """ "The resolution is not binding", of the text spoken of; the Council's is only told where it says so itself."""
    claim, event = case.claim, case.event
    if event is None or event.outcome != "adopted":
        return None
    if event.body == "unga":
        return binding(case) if claim.negated or not claim.names_body else None
    return (
        binding(replace(case, claim=replace(claim, body="unsc"))) if event.chapter_vii and not claim.negated else None
    )


def binding(case: Case) -> Settled | None:
    if case.claim.body == "unga":
        reason = "What the General Assembly resolves is a recommendation to states and does not bind them."
        return _charter(case.claim.negated, reason, "10")
    return _charter(not case.claim.negated, "Members agree to carry out the decisions of the Security Council.", "25")
