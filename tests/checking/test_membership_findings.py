"""Seats, terms and sizes of the Security Council, against the table of terms and the dated rules."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from reading_votes import findings

from onrecord.checking.check import Checker
from onrecord.checking.finding import Verdict

IN_2024 = date(2024, 6, 15)
seats = partial(findings, "membership")

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
SETTLED = [
    ("Malta is an elected member of the Security Council.", IN_2024, SUPPORTED),
    ("Norway is an elected member of the Security Council.", IN_2024, CONTRADICTED),
    ("Brazil is not a permanent member of the Security Council.", None, SUPPORTED),
    ("Germany is a permanent member of the Security Council.", None, CONTRADICTED),
    ("Russia is one of the five permanent members of the Security Council.", IN_2024, SUPPORTED),
    ("France has had a permanent seat since 1945.", IN_2024, SUPPORTED),
    ("China has had a permanent seat since 1946.", IN_2024, SUPPORTED),
    ("France has had a permanent seat since 1950.", IN_2024, CONTRADICTED),
    ("Guyana, a member of the Council until the end of 2025, spoke first.", IN_2024, SUPPORTED),
    ("Guyana, a member of the Council until the end of 2024, spoke first.", IN_2024, CONTRADICTED),
    ("Slovenia joined the Security Council in January.", IN_2024, SUPPORTED),
    ("Slovenia joined the Security Council in January 2022.", IN_2024, CONTRADICTED),
    ("Gabon left the Security Council at the end of 2023.", IN_2024, SUPPORTED),
    ("Ecuador's term on the Council ends in December.", IN_2024, SUPPORTED),
    ("Pakistan and Somalia will take their seats on the Council in January.", IN_2024, SUPPORTED),
    ("Iceland has never served on the Security Council.", IN_2024, SUPPORTED),
    ("Ukraine has never sat on the Security Council.", IN_2024, CONTRADICTED),
    ("Japan has been elected to the Council twelve times, more often than any other state.", IN_2024, SUPPORTED),
    ("Japan has been elected to the Council nine times.", IN_2024, CONTRADICTED),
    ("In 1961 Turkey and Liberia held elected seats on the Council.", None, SUPPORTED),
    ("The Security Council has fifteen members, ten of them elected.", IN_2024, SUPPORTED),
    ("In 1950 the Security Council had fifteen members.", None, CONTRADICTED),
    ("The Council was enlarged from eleven members to fifteen in January 1966.", None, SUPPORTED),
    ("Elected members sit on the Council for two years.", IN_2024, SUPPORTED),
    ("Elected members sit on the Council for three years.", IN_2024, CONTRADICTED),
    ("In seven months Malta will be off the Security Council.", IN_2024, SUPPORTED),
    ("By the end of July Ecuador will be off the Security Council.", IN_2024, CONTRADICTED),
    ("Japan leaves the Security Council in December. Ecuador leaves with it.", IN_2024, SUPPORTED),
    ("Slovenia joined the Security Council in January, as had Guyana.", IN_2024, SUPPORTED),
    ("The Council met. Guyana stays on for another year.", IN_2024, SUPPORTED),
    ("The Council met. Malta stays on for another year.", IN_2024, CONTRADICTED),
    ("Slovenia joined the Security Council last year.", IN_2024, CONTRADICTED),
    ("Somalia was elected to the Security Council on 6 June.", IN_2024, SUPPORTED),
    ("Kyrgyzstan won a seat on the Security Council on 6 June.", IN_2024, CONTRADICTED),
    ("Algeria, in its first months on the Security Council, drafted it.", IN_2024, SUPPORTED),
    ("Malta, in its first months on the Security Council, drafted it.", IN_2024, CONTRADICTED),
    ("No country has been elected to the Security Council more often than Japan.", IN_2024, SUPPORTED),
    ("No country has been elected to the Security Council more often than Brazil.", IN_2024, CONTRADICTED),
    ("Malta sits on the Security Council. The island joined it in January 2023.", IN_2024, SUPPORTED),
    # in other words
    ("The Council met. Malta goes in December.", IN_2024, SUPPORTED),
    ("The Council met. Guyana goes in December.", IN_2024, CONTRADICTED),
    ("Japan was on the Council, and Malta is in its second and last year on the Council.", IN_2024, SUPPORTED),
    ("The Council met. Guyana and Slovenia have one more year to go.", IN_2024, SUPPORTED),
    ("The Council met. Malta and Slovenia have one more year to go.", IN_2024, CONTRADICTED),
    ("Algeria is the only Arab country on the Council.", IN_2024, SUPPORTED),
    ("Mozambique is the only African country on the Council.", IN_2024, CONTRADICTED),
    ("The Council met. Pakistan last sat in 2012 and 2013.", IN_2024, SUPPORTED),
    ("The Council met. Pakistan last sat in 2003 and 2004.", IN_2024, CONTRADICTED),
    ("Switzerland had never been on the Council before 2023.", IN_2024, SUPPORTED),
    ("Japan had never been on the Council before 2023.", IN_2024, CONTRADICTED),
    ("The Council met. Malta's on the Council until the end of December.", IN_2024, SUPPORTED),
    ("The Council met. India has no permanent seat.", IN_2024, SUPPORTED),
    ("The Council met. Haiti isn't on the Council.", IN_2024, SUPPORTED),
    ("Ecuador, whose two years on the Council end in December, spoke.", IN_2024, SUPPORTED),
    ("Guyana, whose time on the Council is up in December, spoke.", IN_2024, CONTRADICTED),
    ("Algeria, Mozambique and Sierra Leone speak for Africa on the Council this year.", IN_2024, SUPPORTED),
    ("Morocco holds the Arab seat on the Council.", IN_2024, CONTRADICTED),
    ("Slovenia is new to the Council this year.", IN_2024, SUPPORTED),
    ("Japan, a newcomer to the Council this year, spoke.", IN_2024, CONTRADICTED),
    ("Malta and Japan bow out of the Council at New Year.", IN_2024, SUPPORTED),
    ("Malta is in its second year on the Council.", IN_2024, SUPPORTED),
    ("Slovenia is in its second year on the Council.", IN_2024, CONTRADICTED),
    ("Malta's term on the Council ends in December, Japan's too.", IN_2024, SUPPORTED),
    ("Guyana, elected to serve on the Council until the end of 2025, spoke.", IN_2024, SUPPORTED),
    ("Lithuania left the Council in December 2015, as did Chile.", IN_2024, SUPPORTED),
    ("Spain joined the Council in January 2015 along with Lithuania.", IN_2024, CONTRADICTED),
    ("Five members left the Council at the end of 2023, among them Gabon and Brazil.", IN_2024, SUPPORTED),
    ("New on the Council since January: Guyana and Slovenia.", IN_2024, SUPPORTED),
    ("Leaving the Council in December: Malta and Japan.", IN_2024, SUPPORTED),
    ("Never yet on the Council: Kyrgyzstan.", IN_2024, SUPPORTED),
    ("Who leaves the Council next? Malta and Japan, in December.", IN_2024, SUPPORTED),
    ("Japan has had twelve terms on the Council, Brazil eleven and Argentina nine.", IN_2024, SUPPORTED),
    ("It is Slovenia's second time on the Council.", IN_2024, SUPPORTED),
    ("Slovenia sits on the Council for the third time.", IN_2024, CONTRADICTED),
    ("Iceland has yet to sit on the Security Council.", IN_2024, SUPPORTED),
    ("Iceland has no seat on the Security Council.", IN_2024, SUPPORTED),
    ("Iceland does not sit on the Security Council.", IN_2024, SUPPORTED),
    ("Malta doesn't sit on the Security Council.", IN_2024, CONTRADICTED),
    ("Malta and Japan, on their way out of the Council at New Year, spoke.", IN_2024, SUPPORTED),
    ("The Council of early 2003 counted among its elected ten Angola and Chile.", IN_2024, SUPPORTED),
    ("Each newcomer on the Security Council serves for two years.", IN_2024, SUPPORTED),
    ("Before 1966 there were six elected seats on the Council.", IN_2024, SUPPORTED),
    ("Until 1965 the Security Council was a club of eleven.", IN_2024, SUPPORTED),
    ("Until 1965 there were eleven seats on the Security Council.", IN_2024, SUPPORTED),
    ("Canada has not been a member of the Security Council since 2000.", IN_2024, SUPPORTED),
    ("Canada has not sat on the Security Council since 2000.", IN_2024, SUPPORTED),
    ("Norway has not been a member of the Security Council since 2002.", IN_2024, CONTRADICTED),
    ("Norway has not been on the Security Council since 2022.", IN_2024, SUPPORTED),
    ("Canada has never sat on the Security Council since 2000.", IN_2024, SUPPORTED),
    ("Africa has no permanent seat on the Security Council.", None, SUPPORTED),
    ("Africa has a permanent seat on the Security Council.", None, CONTRADICTED),
    ("Europe has no permanent seat on the Security Council.", None, CONTRADICTED),
    ("Africa has three elected seats on the Security Council and not one permanent seat.", None, SUPPORTED),
    ("The Security Council is old. Latin America still lacks a permanent seat.", None, SUPPORTED),
    ("The Security Council is old. None of the five permanent members is Arab.", None, SUPPORTED),
    ("The Security Council is old. None of the five permanent members is Asian.", None, CONTRADICTED),
    ("The Security Council was once eleven.", None, SUPPORTED),
    ("The Security Council met. From eleven seats it went to fifteen in 1966.", None, SUPPORTED),
    ("Iceland, not on the Council at present, wrote a letter.", IN_2024, SUPPORTED),
    ("Malta, not on the Council at present, wrote a letter.", IN_2024, CONTRADICTED),
    ("Ukraine vetoed nothing. In 2001 Ukraine, then on the Council, kept silent.", None, SUPPORTED),
    ("Ukraine vetoed nothing. In 2004 Ukraine, then on the Council, kept silent.", None, CONTRADICTED),
    ("In 2001 the Council met often. Iceland looked on, not having a seat that year.", None, SUPPORTED),
    ("In 2001 the Council met often. Norway looked on, not having a seat that year.", None, CONTRADICTED),
    ("In 2001 the Council met often. Norway was of course a member at that time.", None, SUPPORTED),
    ("In 2001 the Council met often. Iceland was of course a member at that time.", None, CONTRADICTED),
    (
        "In 2001 the Council met often. Iceland could not vote as it did not sit on the Council that year.",
        None,
        SUPPORTED,
    ),
    ("The Security Council met often. In 2001 Norway, Mali and Mauritius were all members.", None, SUPPORTED),
    ("The Security Council met often. In 2001 Norway, Mali and Egypt were all members.", None, CONTRADICTED),
    ("Slovenia and Guyana are on the Council. It is the third time for Guyana.", IN_2024, SUPPORTED),
    ("Slovenia joined the Council in January. For Slovenia it is the second term.", IN_2024, SUPPORTED),
    ("Slovenia joined the Council in January, and it's the second time.", IN_2024, SUPPORTED),
    ("Guyana is on the Council. Norway has had five turns.", IN_2024, SUPPORTED),
    ("Benin was on the Security Council in 1976-77 and again in 2004-05.", None, SUPPORTED),
    ("Benin was on the Security Council in 1976-77 and again in 1994-95.", None, CONTRADICTED),
    ("Benin has sat on the Security Council twice, in 1976-77 and in 2004-05.", None, SUPPORTED),
    ("Benin has sat on the Security Council twice, in 1976-77 and in 1994-95.", None, CONTRADICTED),
    ("The three African members of the Council are Algeria, Mozambique and Sierra Leone.", IN_2024, SUPPORTED),
    ("The three African members of the Council are Algeria, Mozambique and Gabon.", IN_2024, CONTRADICTED),
]


@pytest.mark.parametrize(("text", "on", "verdict"), SETTLED)
def test_a_seat_is_settled_at_its_time(checker: Checker, text: str, on: date | None, verdict: Verdict) -> None:
    verdicts = {f.verdict for f in seats(checker, text, on)}
    assert verdicts == {verdict}


@pytest.mark.parametrize(
    "text",
    [
        "Is Malta a member of the Security Council?",
        "The United States vetoed the draft. Its authors were the ten elected members of the Council.",
        "Ethiopia raised its hand in the Council as if it had never been otherwise.",
        "Malta joined the Council.",
        "Germany wants a permanent seat on the Security Council.",
        "If Kenya were a member of the Security Council, it would speak.",
        "Hungary is a member of the European Council and of NATO.",
        "The town council has nine members and meets on Mondays.",
        "The Security Council met and the term paper was late.",
        "Africa wants a permanent seat on the Security Council.",
        "Chile voted in the Council to blame the Union; nobody spoke against it, the Union having no seat.",
        "In 1955 the Council agreed. The Assembly admitted sixteen states. Jordan was now a member.",
    ],
)
def test_no_seat_is_said_to_be_held(checker: Checker, text: str) -> None:
    assert seats(checker, text, IN_2024) == []
