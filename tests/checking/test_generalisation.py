"""All, never, first, last, only, held against the record: settled by search for the exception."""

from __future__ import annotations

from datetime import date

import pytest
from reading_votes import OPENING, finding

from onrecord.checking.check import Checker
from onrecord.checking.finding import Finding


def cited(answer: Finding) -> set[str]:
    return {symbol for row in answer.evidence for symbol in (row.resolution, row.draft) if symbol}


EXCEPTIONS = [
    # day, text, the exception that the record must show
    ("2024-07-15", "The United States vetoed the text on Panama in January 1990. It never vetoed again.", "S/2024/312"),
    ("2022-03-01", "The first veto on Rhodesia was cast by the United States in 1970.", "S/5425/Rev.1"),
    ("2024-07-15", "The US has blocked every ceasefire resolution on Gaza.", "S/RES/2728"),
    ("2024-07-15", "Beijing has never vetoed alone.", "S/1997/18"),
    ("2024-07-15", "China has never blocked anything that Russia voted for.", "S/1997/18"),
    ("2017-12-20", "It was Washington's first veto since 2006.", "S/2011/24"),
    ("2009-06-20", "It was Moscow's first veto since 2004.", "S/2008/447"),
    (
        "2024-07-15",
        "Since the end of the Cold War no African member has voted against a resolution that was adopted.",
        "S/RES/955",
    ),
    ("2024-07-15", "China's first veto came in 1981.", "S/10771"),
    ("2024-07-15", "The United States cast its first veto in 1966.", "S/9696"),
    ("2024-07-15", "Britain last vetoed a resolution in 1982.", "S/21048"),
    ("2024-07-15", "Britain's last veto, in December 1989, was cast over Grenada.", "S/21048"),
    ("2024-07-15", "The last French veto was over Libya in January 1989.", "S/21048"),
    ("2024-07-15", "China's last veto was in March 2024, over Syria.", "S/2024/239"),
    ("2024-07-15", "Only the United States has cast a veto since 2023.", "S/2024/302"),
    ("2024-07-15", "Every resolution on Mali was adopted unanimously.", "S/RES/2640"),
    ("2024-07-15", "The Council has never adopted a resolution on Ukraine.", "S/RES/2202"),
    ("2024-07-15", "In 2019 there was no veto at all.", "S/2019/756"),
    ("1990-12-01", "China abstained, as it has on every resolution on Iraq since August.", "S/RES/660"),
    ("2024-07-15", "The United States has never vetoed a resolution on Cuba or Nicaragua.", "S/21084"),
    ("2024-12-10", "The war in Sudan has never drawn a veto.", "S/2024/826"),
    ("2026-04-08", "Not a single draft has been vetoed so far in 2026.", "S/2026/273"),
    ("2025-06-10", "China last cast a lone veto in 1997.", "S/1999/201"),
    ("2025-11-03", "It was the first time since 1991 that a MINURSO renewal failed to win unanimity.", "S/RES/2756"),
    ("2025-10-31", "UNIFIL had always been renewed unanimously.", "S/RES/434"),
    ("2008-07-12", "Not since 1972 had Moscow and Beijing vetoed a text together.", "S/2007/14"),
    # none cast, the Assembly never called, the last one's subject
    ("2024-03-14", "Who uses the veto? China has cast none since 2019.", "S/2023/792"),
    (
        "2022-03-01",
        "Ukraine went to the Assembly. It was the first time ever that the Council sent a war to the Assembly.",
        "S/RES/500",
    ),
    ("2025-11-20", "The last French veto came over the Comoros.", "S/21048"),
]


@pytest.mark.parametrize(("day", "text", "symbol"), EXCEPTIONS)
def test_contradicted_by_the_exception(checker: Checker, day: str, text: str, symbol: str) -> None:
    answer = finding(checker, day, text, "generalisation")
    assert answer.verdict == "contradicted", answer.reason
    assert symbol in cited(answer)


SUPPORTED = [
    (
        "2022-03-05",
        "On 27 February the Council called the Assembly over Ukraine. It was the first time in forty years that "
        "the Council had called the Assembly into session.",
    ),
    ("2022-02-27", "Not since 1982 had the Council sent a crisis to the Assembly."),
    ("2025-11-20", "China's last veto concerned Gaza."),
    ("2016-12-27", "In February 2011 Obama vetoed a text on settlements, the only veto of his presidency."),
    ("2025-11-20", "Obama's only veto came in 2011."),
    ("1974-11-01", "Three powers vetoed it on Wednesday. Never before had three vetoed one and the same text."),
    ("2026-05-10", "France has not vetoed anything since 1989."),
    ("1968-08-24", "Moscow used its veto on Thursday. The United States has never used its own."),
    ("2025-06-05", "The US vetoed the Gaza text on Wednesday. It was the first veto of Trump's second term."),
    ("2022-03-01", "The first veto on Rhodesia was cast by Britain in September 1963."),
    ("2015-07-09", "Russia vetoed the Srebrenica text on Wednesday. Moscow had last vetoed a Bosnia text in 1994."),
    ("2008-07-14", "Russia and China vetoed the Zimbabwe text, the first double veto since Myanmar 18 months ago."),
    ("2009-06-16", "It was the first time since the Cyprus vote of 2004 that Moscow had blocked something on its own."),
    ("2024-07-15", "France has not vetoed anything since December 1989."),
    ("2024-07-15", "Neither Britain nor France has used the veto since 1989."),
    ("2024-07-15", "London and Paris have not cast a veto for 34 years."),
    ("2024-07-15", "The last French veto dates back to 1989."),
    ("2024-07-15", "Every Chinese veto since 2007 has been cast together with Russia."),
    ("2024-07-15", "No permanent member has vetoed a text on Haiti."),
    ("2024-07-15", "Nobody vetoed anything in 2013."),
    ("2024-07-15", "China and the United States have never cast a veto together."),
    ("2017-12-19", "It was the first time in more than six years that the United States had used its veto."),
    ("2017-12-19", "Not since 2011 had Washington vetoed a resolution."),
    ("2004-04-22", "Wednesday's veto was Russia's first in almost ten years."),
    ("1985-06-01", "Not until March 1970 did the United States use its veto."),
    ("1985-06-01", "Until 1970 the Americans had never vetoed anything."),
    ("2022-05-27", "Never before had Beijing vetoed a resolution on North Korea."),
    ("1997-01-11", "China had not used its veto since 1972."),
    ("2022-05-01", "Every sanctions resolution on North Korea since 2006 had been adopted unanimously."),
    ("2024-07-15", "Russia is the only country to have vetoed a text on climate change."),
    ("2024-06-01", "Malta has voted yes on every resolution since it took its seat."),
    (None, "The first veto of all was the Soviet Union's, in February 1946."),
    ("2025-06-10", "It has been more than 35 years since France last used its veto."),
    ("2025-06-10", "It took the United States until 1970 to cast its first veto."),
    ("2025-06-10", "London and Paris have vetoed nothing since 1989."),
    ("2026-01-05", "All but three of the vetoes that Beijing has cast since 1972 were cast together with Moscow."),
    ("2026-04-08", "Ten of China's last ten vetoes were cast together with Russia."),
    ("2011-10-05", "Not since 2008 had two permanent members joined in blocking a text."),
    ("2026-01-05", "With 44 resolutions, 2025 was the Council's leanest year since 1991."),
    (None, "From June 1990 until May 1993 nobody vetoed anything."),
    ("1974-11-01", "It was the first triple veto in the Council's history."),
    ("1999-03-01", "China vetoed the force in Macedonia. Beijing had not cast one since January 1997."),
    ("2017-12-20", "Washington vetoed the Jerusalem text. The last American veto before that was in February 2011."),
    ("2017-12-20", "It was the first American veto in six years. The last one had been in February 2011."),
]


@pytest.mark.parametrize(("day", "text"), SUPPORTED)
def test_supported_where_there_is_no_exception(checker: Checker, day: str | None, text: str) -> None:
    answer = finding(checker, day, text, "generalisation")
    assert answer.verdict == "supported", answer.reason


DEPENDS = [
    ("2024-07-15", "China's first veto came in 1972.", "S/3502"),
    ("2024-07-15", "From June 1995 to February 1997 Washington did not use its veto once.", "S/1996/952"),
    ("2024-07-15", "More than half of all American vetoes have concerned Israel.", None),
    ("2024-07-15", "Russia has cast more vetoes than any other permanent member.", None),
]


@pytest.mark.parametrize(("day", "text", "symbol"), DEPENDS)
def test_it_depends_where_rules_differ_on_the_exception(
    checker: Checker, day: str, text: str, symbol: str | None
) -> None:
    answer = finding(checker, day, text, "generalisation")
    assert answer.verdict == "depends", answer.reason
    assert symbol is None or any(symbol in one for one in cited(answer))


UNSETTLED = [
    ("2023-10-04", "No resolution on our country has ever been vetoed."),
    ("2024-07-15", "Britain has always voted against such drafts."),
    ("2027-01-15", "France has not vetoed anything since 1989."),
    ("2024-11-19", "On Monday Russia vetoed the text on Sudan. It was Moscow's first veto."),
]


@pytest.mark.parametrize(("day", "text"), UNSETTLED)
def test_what_the_record_cannot_delimit_or_does_not_reach_is_unsettled(checker: Checker, day: str, text: str) -> None:
    answer = finding(checker, day, text, "generalisation")
    assert answer.verdict == "unsettled", answer.reason
    assert answer.why is not None


NO_FINDING = [
    "The governor has never vetoed a bill.",
    "Hungary has vetoed every EU statement on Gaza since October.",
    "Poland's president vetoed the pensions bill, his third veto in a month.",
    "Every resolution needs nine votes.",
    "China rarely vetoes alone.",
    "The Soviet Union was the first to recognise Israel.",
    "The rules have been changed only once.",
]


@pytest.mark.parametrize("text", NO_FINDING)
def test_other_bodies_rules_and_habits_are_no_finding(checker: Checker, text: str) -> None:
    document = checker.check(OPENING + text, date=date(2024, 6, 1))
    assert [f.text for f in document.findings if f.kind in ("count", "generalisation")] == []


NO_CLAIMS = [
    "No country has dared to veto it.",
    "The five permanent members have no veto over procedural questions.",
    "There has not been a year without a veto since 2013.",
]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_what_says_nothing_of_every_act_of_a_kind_is_no_generalisation(checker: Checker, text: str) -> None:
    document = checker.check(OPENING + text, date=date(2024, 1, 2))
    assert not [f for f in document.findings if f.kind == "generalisation"]


RECORDS = [
    # what is said of the Assembly's 165 votes to 7 with 12 abstentions on the embargo on Cuba, and the verdict
    ("the fewest in favour since 1999", "supported"),
    ("the fewest in favour since 1994", "contradicted"),
    ("the highest number of abstentions since 1996", "contradicted"),
    ("the most votes against since 1992", "supported"),
]


@pytest.mark.parametrize(("words", "verdict"), RECORDS)
def test_a_vote_is_held_against_the_earlier_votes_on_the_matter(checker: Checker, words: str, verdict: str) -> None:
    text = (
        "On Wednesday the General Assembly once more called for the embargo on Cuba to be lifted "
        f"by 165 votes to seven, with 12 abstentions, {words}."
    )
    document = checker.check(text, date=date(2025, 10, 30))
    assert [f.verdict for f in document.findings if f.kind == "generalisation"] == [verdict]
