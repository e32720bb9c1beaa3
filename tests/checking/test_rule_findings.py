"""What a text says the rules require or allow, against the rules of the day."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from reading_votes import findings

from onrecord.checking.check import Checker
from onrecord.checking.finding import Verdict

IN_2024 = date(2024, 6, 15)
rules = partial(findings, "rule")

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
SETTLED = [
    ("A resolution of the Security Council needs nine votes and no veto.", IN_2024, SUPPORTED),
    ("The Security Council met. It takes nine votes; before that it was seven out of eleven.", IN_2024, SUPPORTED),
    ("The Security Council met. Seven of the ten can block any text.", IN_2024, SUPPORTED),
    ("The Security Council met. Six of the ten can block any text.", IN_2024, CONTRADICTED),
    ("In the Security Council a party to a dispute shall abstain under Chapter VI.", IN_2024, SUPPORTED),
    ("In the Security Council a party to a dispute need not abstain under Chapter VI.", IN_2024, CONTRADICTED),
    (
        "A larger Council? Changing the Charter takes two thirds of them all and all five permanent ones.",
        IN_2024,
        SUPPORTED,
    ),
    ("A resolution of the Security Council needs eight votes.", IN_2024, CONTRADICTED),
    ("In 1960 a resolution of the Security Council needed seven votes.", None, SUPPORTED),
    ("In 1960 a resolution of the Security Council needed nine votes.", None, CONTRADICTED),
    ("In the Security Council nine votes are enough unless a permanent member says No.", IN_2024, SUPPORTED),
    ("A single No from a permanent member is enough to sink a draft in the Council.", IN_2024, SUPPORTED),
    ("Two permanent members must vote against a draft before the Council drops it.", IN_2024, CONTRADICTED),
    ("In the Security Council an abstention by a permanent member is not a veto.", IN_2024, SUPPORTED),
    ("In the Security Council an abstention by a permanent member counts as a veto.", IN_2024, CONTRADICTED),
    ("Calling an emergency special session is procedural, and no permanent member can veto it.", IN_2024, SUPPORTED),
    ("China, which could have vetoed the resolution in the Security Council, abstained.", IN_2024, SUPPORTED),
    ("Japan, which could have vetoed the resolution in the Security Council, abstained.", IN_2024, CONTRADICTED),
    ("Only the five permanent members have a veto in the Security Council.", IN_2024, SUPPORTED),
    ("In the General Assembly every state has one vote.", IN_2024, SUPPORTED),
    ("Important questions in the General Assembly need a two-thirds majority.", IN_2024, SUPPORTED),
    ("Important questions in the General Assembly need a three-fifths majority.", IN_2024, CONTRADICTED),
    ("Elected members of the Security Council cannot be re-elected at once.", IN_2024, SUPPORTED),
    ("The non-permanent members of the Council are elected by the General Assembly.", IN_2024, SUPPORTED),
    ("The Council met. Nine votes have to be found for any text.", IN_2024, SUPPORTED),
    ("Malta and Guyana sit on the Council, but neither can veto.", IN_2024, SUPPORTED),
    ("The Security Council, explained. How many votes does a resolution need? Nine.", IN_2024, SUPPORTED),
    ("The Security Council, explained. How many votes does a resolution need? Ten.", IN_2024, CONTRADICTED),
    ("The Security Council, explained. What does it take to pass a text? Nine votes in favour.", IN_2024, SUPPORTED),
    ("The Security Council, explained. What does a resolution need to pass? Ten votes.", IN_2024, CONTRADICTED),
    ("The Security Council, explained. How many countries can veto? Five of them.", IN_2024, SUPPORTED),
    ("The Security Council, explained. Do elected members have a veto? No.", IN_2024, SUPPORTED),
    ("The Security Council, explained. Does an abstention by China count as a veto? Yes.", IN_2024, CONTRADICTED),
    ("The Council met. Ten votes have to be found for any text.", IN_2024, CONTRADICTED),
    (
        "The Council, explained. When one of the permanent members sits out the vote, a draft can pass.",
        IN_2024,
        SUPPORTED,
    ),
    (
        "The Council, explained. When one of the permanent members sits out the vote, nothing passes.",
        IN_2024,
        CONTRADICTED,
    ),
    ("The Council, explained. No draft gets past the objection of a permanent member.", IN_2024, SUPPORTED),
    ("The Council, explained. A draft gets through even if one of the five is against.", IN_2024, CONTRADICTED),
    ("The Council, explained. The no of a rotating member blocks nothing.", IN_2024, SUPPORTED),
    ("The Council, explained. Should one of the elected ten vote no, the draft is lost.", IN_2024, CONTRADICTED),
    ("The Council, explained. All fifteen members of the Council can veto a text.", IN_2024, CONTRADICTED),
    ("The Council, explained. It is a fallacy that the absence of a permanent member is a veto.", IN_2024, SUPPORTED),
    ("The Council, explained. On procedural motions a permanent member's no stops nothing.", IN_2024, SUPPORTED),
    ("The Council, explained. In the Assembly a permanent member's no stops nothing.", IN_2024, SUPPORTED),
    ("The Council, explained. The five have a veto in the General Assembly as well.", IN_2024, CONTRADICTED),
    ("The Council, explained. You cannot veto what has not got nine votes.", IN_2024, SUPPORTED),
    ("The Council, explained. Weighty matters pass the Assembly only with two thirds.", IN_2024, SUPPORTED),
    ("The Council, explained. Nobody can block the calling of a meeting.", IN_2024, SUPPORTED),
    ("The Council met. Eight votes are not enough.", IN_2024, SUPPORTED),
    ("The Council met. None of the ten can veto anything.", IN_2024, SUPPORTED),
    ("The Council met. A permanent member that abstains lets the text pass.", IN_2024, SUPPORTED),
    ("The Council met. Five of the ten are replaced each year.", IN_2024, SUPPORTED),
    ("The Council met. Four of the ten are replaced each year.", IN_2024, CONTRADICTED),
    ("The Council met. Unlike its decisions, the Assembly's resolutions are not binding.", IN_2024, SUPPORTED),
    ("The Council met. The Assembly's resolutions are binding on all members.", IN_2024, CONTRADICTED),
    ("The decisions of the Security Council are binding on all members.", IN_2024, SUPPORTED),
    ("The Council met. The veto belongs to five countries only.", IN_2024, SUPPORTED),
    ("The Council met. The veto belongs to six countries only.", IN_2024, CONTRADICTED),
    ("The Council met. New members are let in by two thirds of the Assembly.", IN_2024, SUPPORTED),
    ("The Council met. Nobody gets into the UN without the Council's recommendation.", IN_2024, SUPPORTED),
    ("The Council met. Each of its members has one vote; decisions on procedure are made by nine.", IN_2024, SUPPORTED),
    ("The Council met. The veto does not apply to procedural matters.", IN_2024, SUPPORTED),
    ("The Council met. On procedural matters no member has a veto.", IN_2024, SUPPORTED),
    ("The Council met. Non-permanent members do not have veto power.", IN_2024, SUPPORTED),
    ("The Council met. Non-permanent members wield veto power.", IN_2024, CONTRADICTED),
    ("The Council met. Five of its members hold veto power.", IN_2024, SUPPORTED),
    ("The Council met. Six of its members hold veto power.", IN_2024, CONTRADICTED),
    ("In the General Assembly the five permanent members have a veto.", IN_2024, CONTRADICTED),
    ("Candidates for the Security Council must secure a two-thirds majority.", IN_2024, SUPPORTED),
    ("Candidates for the Security Council must secure a three-quarters majority.", IN_2024, CONTRADICTED),
    (
        "The elected members of the Security Council are chosen by the Assembly by a simple majority.",
        IN_2024,
        CONTRADICTED,
    ),
    ("The elected members of the Security Council are chosen by the Assembly.", IN_2024, SUPPORTED),
    ("In the Council you need nine votes and no No by the five; procedural matters need nine.", IN_2024, SUPPORTED),
    ("No elected member of the Security Council may serve two terms in a row.", IN_2024, SUPPORTED),
    ("Members of the Security Council can be re-elected for a second consecutive term.", IN_2024, CONTRADICTED),
    # in other words
    ("The Council went to fifteen in 1966. Before that seven votes had been enough.", IN_2024, SUPPORTED),
    ("The Council went to fifteen in 1966. Before that eight votes had been enough.", IN_2024, CONTRADICTED),
    ("The Council met. If one of the big five abstains the thing is dead.", IN_2024, CONTRADICTED),
    ("The Council met. On a procedural question a veto does not count.", IN_2024, SUPPORTED),
    ("The Council met. Nine's the fewest you can have.", IN_2024, SUPPORTED),
    ("The Council met. Ten's the fewest you can have.", IN_2024, CONTRADICTED),
    ("The Council met. With fewer than nine a text falls by itself.", IN_2024, SUPPORTED),
    ("The Council met. Ten are required.", IN_2024, CONTRADICTED),
    ("The Council met. If China abstains, nothing is blocked.", IN_2024, SUPPORTED),
    ("The Council met. Japan has no veto.", IN_2024, SUPPORTED),
    ("The Council met. Japan has a veto.", IN_2024, CONTRADICTED),
    ("The General Assembly voted. There they can't veto.", IN_2024, SUPPORTED),
    ("The General Assembly voted. Each country has one vote there.", IN_2024, SUPPORTED),
    ("The General Assembly voted. Abstentions aren't counted there.", IN_2024, SUPPORTED),
    ("A new member must be recommended by the Security Council.", IN_2024, SUPPORTED),
    ("The Assembly can't let anyone in unless the Council recommends it.", IN_2024, SUPPORTED),
    ("Admission needs the Council's blessing and two thirds of the Assembly.", IN_2024, SUPPORTED),
    ("Any of the five could have stopped that in the Security Council.", IN_2024, SUPPORTED),
    ("In the Council a candidate can be blocked by any one of the permanent members.", IN_2024, SUPPORTED),
    ("Nobody can veto a question of procedure in the Security Council.", IN_2024, SUPPORTED),
    ("In the Council, if one of the five abstains, that counts as a veto.", IN_2024, CONTRADICTED),
    ("A Council text that gets eight votes fails by itself.", IN_2024, SUPPORTED),
    ("A Council text that gets ten votes fails by itself.", IN_2024, CONTRADICTED),
    ("In the Council a draft without nine votes can't be vetoed.", IN_2024, SUPPORTED),
    ("Up to 1965 the Council decided by seven votes of eleven; afterwards nine of fifteen.", IN_2024, SUPPORTED),
    ("Pre-1966: six of eleven in the Security Council.", IN_2024, CONTRADICTED),
    ("A Council decision needs nine; without nine votes nothing passes.", IN_2024, SUPPORTED),
    ("Any Security Council resolution, should there be one, requires nine votes and no veto.", IN_2024, SUPPORTED),
    (
        "Once the Council has recommended it, the Assembly decides on admission by a simple majority.",
        IN_2024,
        CONTRADICTED,
    ),
    ("Admission of a state needs a recommendation from the Security Council.", IN_2024, SUPPORTED),
    ("An elected member's no is not a veto in the Security Council.", IN_2024, SUPPORTED),
    ("Slovenia voted against in the Security Council, and its no counted as a veto.", IN_2024, CONTRADICTED),
    ("Nobody gets past the Security Council against the will of one of the Five.", IN_2024, SUPPORTED),
    ("It takes only one permanent member of the Security Council to bring it all down.", IN_2024, SUPPORTED),
    ("In the Security Council nine will do, so long as none of the Five objects.", IN_2024, SUPPORTED),
    ("What does the Council ask for? Nine, and no permanent member may be against.", IN_2024, SUPPORTED),
    ("How is one chosen? Eight votes in the Security Council and no veto.", IN_2024, CONTRADICTED),
    ("In the Security Council before 1966 seven of eleven were enough.", IN_2024, SUPPORTED),
    ("In the Security Council until 1965 nine out of eleven sufficed.", IN_2024, CONTRADICTED),
    ("In the Security Council an abstention by one of the Five is as good as a veto.", IN_2024, CONTRADICTED),
    ("In the Security Council the five can veto procedural motions as well.", IN_2024, CONTRADICTED),
    ("The Council's motion was one of procedure, and the two could not block it.", IN_2024, SUPPORTED),
    ("The Noes counted for nothing in the Council, since the question was one of procedure.", IN_2024, SUPPORTED),
    ("The veto belongs only to the five permanent members of the Council.", IN_2024, SUPPORTED),
    ("Only four countries have the power to veto in the Council.", IN_2024, CONTRADICTED),
    ("It ended in the General Assembly, where, as all know, there is no veto.", IN_2024, SUPPORTED),
    ("In the Security Council a no of Turkey stops nothing.", IN_2024, SUPPORTED),
    ("A text in the Security Council needed eight and it got seven.", IN_2024, CONTRADICTED),
    ("In the Security Council nine in favour are required.", IN_2024, SUPPORTED),
    ("Ten's all you need in the Security Council.", IN_2024, CONTRADICTED),
    ("In the Council, if one of the five says no, the plan is dead.", IN_2024, SUPPORTED),
    ("It passes the Council unless somebody with a permanent seat says no.", IN_2024, SUPPORTED),
    ("In the Council an abstention by one of the five, though, blocks nothing.", IN_2024, SUPPORTED),
    ("A permanent member of the Council who abstains, or who stays away, stops nothing.", IN_2024, SUPPORTED),
    ("The Council's procedure is proof against any veto.", IN_2024, SUPPORTED),
    ("In the Council a permanent member's No counts as a veto only if nine others are in favour.", IN_2024, SUPPORTED),
    ("The Council recommends one name, and the Assembly appoints.", IN_2024, SUPPORTED),
    ("To change the Charter all five permanent members have to ratify.", IN_2024, SUPPORTED),
    ("If seven of them refuse to vote Yes, no resolution can pass the Council.", IN_2024, SUPPORTED),
    ("If six of them refuse to vote Yes, no resolution can pass the Council.", IN_2024, CONTRADICTED),
    ("In the Assembly two thirds of those voting suffice.", IN_2024, SUPPORTED),
    ("In the Assembly half of those voting suffice.", IN_2024, CONTRADICTED),
    ("A state can only join the United Nations if the Security Council recommends it.", IN_2024, SUPPORTED),
    ("If a permanent member votes No, a resolution of the Council fails, unless it is procedural.", IN_2024, SUPPORTED),
    (
        "On procedural questions any nine of the Council will do; on all else one No from a permanent member kills it.",
        IN_2024,
        SUPPORTED,
    ),
    ("The Council met. None of the ten can block anything alone.", IN_2024, SUPPORTED),
    ("The Council met. An empty chair is not a veto.", IN_2024, SUPPORTED),
    ("The Council met. The General Assembly can override a veto.", IN_2024, CONTRADICTED),
    ("The Council met. Half of the ten elected seats are filled anew every year.", IN_2024, SUPPORTED),
]


@pytest.mark.parametrize(("text", "on", "verdict"), SETTLED)
def test_a_rule_is_settled_as_it_stood(checker: Checker, text: str, on: date | None, verdict: Verdict) -> None:
    assert {f.verdict for f in rules(checker, text, on)} == {verdict}


def test_the_evidence_names_the_rule_and_its_source(checker: Checker) -> None:
    (finding,) = rules(checker, "A resolution of the Security Council needs eight votes.", IN_2024)
    assert [row.table for row in finding.evidence] == ["rules"]
    assert "Article 27" in finding.evidence[0].source


@pytest.mark.parametrize(
    "text",
    [
        "Does a resolution of the Security Council need ten votes?",
        "If a resolution of the Council needed ten votes, this one would have failed.",
        "Suppose that the Council had thirty members. A resolution might then need twenty votes.",
        "The president could have vetoed the bill.",
        "China might veto the draft in the Council.",
        "The Security Council may need two votes on the matter.",
        "The Security Council met. How many votes did it get? Nine. Does anybody care? No.",
        "The Security Council met. The parish council needs five votes to move the bin.",
        "The Council adopted the resolution in March; thirteen votes were not enough in April, for there was a veto.",
        "The Council works. Reformers would like a system in which a permanent member's no stops nothing.",
        "The Council works. The draft has nine promises, so if an elected member votes no the draft falls.",
        "The Council works. A press statement needs everyone: an elected member's no kills it in committee.",
        "The Council works. A veto by one of the five does not stop the fighting.",
        "The Council works. If a permanent member votes no, the Assembly can still take the matter up.",
    ],
)
def test_a_question_a_condition_or_another_body_states_no_rule(checker: Checker, text: str) -> None:
    assert rules(checker, text, IN_2024) == []
