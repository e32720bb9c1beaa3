"""How often, held against the record: every published rule counted, subjects delimited, doubt told from error."""

from __future__ import annotations

from datetime import date

import pytest
from reading_votes import OPENING, finding

from onrecord.checking.check import Checker
from onrecord.checking.frequency import ways_of
from onrecord.reading.claims.frequency import Acts
from onrecord.reading.claims.vote import Members, Named
from onrecord.record.model import Alias


def vetoes(checker: Checker, code: str, until: str, subject: str = "", **more: object) -> dict[str, int]:
    """How many vetoes each rule counts for one member to that day, whoever held its seat."""
    members = Members((Named(code, (Alias(code, code, "code"),)),))
    day = date.fromisoformat(until)
    ways = ways_of(Acts(members, "veto", subject=subject, **more), checker.dockets["unsc"], day, day, None, "")  # type: ignore[arg-type]
    return {way.rule: len(way.events) for way in ways.each if not way.whose.label}


@pytest.mark.parametrize(
    ("code", "until", "library", "every_vote"),
    [
        ("GBR", "2024-07-15", 29, 32),
        ("USA", "2026-04-07", 89, 95),
        ("FRA", "2026-04-07", 17, 17),
        ("CHN", "2026-04-07", 20, 22),
    ],
)
def test_the_published_rules_give_their_published_counts(
    checker: Checker, code: str, until: str, library: int, every_vote: int
) -> None:
    counted = vetoes(checker, code, until)
    assert counted["dhl_list"] == library
    assert counted.get("every_vetoed_vote", library) == every_vote


DEPENDS = [
    ("2026-05-10", "The United States has cast 95 vetoes."),
    ("2025-12-20", "With its ninety-fifth veto, in September, the United States is closing in on a record."),
    ("2022-10-01", "Russia vetoed the text on Ukraine on Friday, its second on Ukraine since the war began."),
    ("2024-07-15", "Britain has used its veto 32 times."),
    ("2024-07-15", "Britain has cast 29 vetoes since 1946."),
    ("2025-09-19", "Six times by now Washington has vetoed a text on a ceasefire in Gaza."),
    (
        "2025-06-05",
        "On Wednesday the US vetoed a call for a ceasefire in Gaza. It was the fifth time since October 2023 that "
        "Washington had stopped such a text.",
    ),
    ("2025-09-19", "Washington has used its veto for the sixth time to stop a ceasefire in Gaza."),
    ("2024-04-19", "It was the fourth time since October that the US had used its veto."),
    ("2026-04-08", "China's 22nd veto fell on Tuesday."),
    ("2025-12-31", "There were four vetoes in 2025."),
    ("2024-07-15", "Since 1946 France has resorted to the veto just 16 times."),
    ("1985-12-31", "This year the United States has cast seven vetoes."),
    ("2024-07-15", "Since 1972 the US has vetoed more than 45 resolutions critical of Israel."),
]


@pytest.mark.parametrize(("day", "text"), DEPENDS)
def test_it_depends_where_rules_or_readings_differ(checker: Checker, day: str, text: str) -> None:
    answer = finding(checker, day, text, "count")
    assert answer.verdict == "depends", answer.reason
    assert answer.evidence


SUPPORTED = [
    ("2014-03-16", "Russia vetoed the Crimea text on Saturday, its fourth veto since the troubles in Syria began."),
    ("2025-09-19", "The US vetoed the Gaza text on Thursday, the second time this administration has used its veto."),
    ("2025-09-19", "The US vetoed the Gaza text on Thursday. It was the current president's second veto on Gaza."),
    ("1980-01-21", "The Soviets have now vetoed twice inside a week."),
    ("2025-09-20", "The United States vetoed the draft on Thursday, its second veto since the spring."),
    ("2025-11-01", "MINURSO was renewed on Friday, Russia abstaining for the eighth year running."),
    ("2022-07-09", "Russia has vetoed a Syria text for the seventeenth time since 2011."),
    ("2022-07-09", "Seventeen times Russia has shielded Assad with its veto."),
    ("2022-07-09", "That brings to 17 the number of Russian vetoes on Syria."),
    ("2017-04-13", "Moscow's eighth veto in defence of Damascus came on Wednesday."),
    ("2012-07-20", "China and Russia cast their third double veto on Syria on Thursday."),
    ("2015-07-30", "It was the second time in July that Russia had used its veto."),
    ("2024-05-01", "That makes three Russian vetoes in five weeks."),
    ("2023-08-31", "It was Russia's second veto of the summer."),
    ("2005-05-01", "The Chinese have vetoed but twice since the Cold War ended."),
    (
        "1990-01-10",
        "Between 1974 and 1989 the three Western permanent members cast their vetoes together thirteen times.",
    ),
    ("2018-06-02", "It was Nikki Haley's second veto in six months."),
    ("2024-07-15", "Under Trump the US vetoed three times."),
    ("2024-07-15", "Barack Obama used the veto once in eight years."),
    ("2024-12-31", "The Council adopted 46 resolutions this year."),
    ("2024-06-01", "Algeria has abstained three times since January."),
    ("1955-12-14", "Fifteen times in one afternoon the Soviet delegate raised his hand to say no."),
    ("2020-07-11", "Russia cast two vetoes in one week."),
    ("2020-07-11", "Twice in a week Russia and China blocked the renewal of cross-border aid to Syria."),
    ("2012-07-20", "It is the third time in nine months that Russia and China have used their veto on Syria."),
    ("2025-06-10", "China has joined Russia in ten of its Syria vetoes."),
    ("2017-04-13", "It was the eighth time that Russia has protected Assad with its veto."),
    ("2025-01-05", "In 2024 the Council adopted 30 resolutions unanimously."),
    ("1986-02-09", "It was Washington's third veto since the New Year."),
    ("2026-01-02", "Counting the amendments, Russia has vetoed on Ukraine six times since 2014."),
    ("2024-07-15", "By the UN library's count, Britain has used its veto 29 times."),
    ("2026-01-02", "Output is shrinking: 44 resolutions in 2025."),
    # so many in so long a time, which lies where the text tells of it
    ("2025-06-10", "In July 2020 Russia and China vetoed twice in four days."),
    ("2025-06-10", "In December 1971 the Soviet Union vetoed three drafts in ten days."),
    # the Council's and the Assembly's own acts
    ("2024-10-07", "The Council has managed four resolutions on the war in Gaza."),
    (
        "2024-03-26",
        "Resolution 2728 on Gaza was adopted by 14 votes. It is the third that the Council has passed on the Gaza war.",
    ),
    (
        "2025-10-30",
        "On Wednesday, by 165 votes to seven, for the thirty-third time the General Assembly condemned Cuba's embargo.",
    ),
    # sums
    ("2022-07-09", "Russia vetoed again on Friday. That brings Moscow's total on Syria to seventeen."),
    ("2022-07-09", "Russian vetoes on Syria now number seventeen."),
]


@pytest.mark.parametrize(("day", "text"), SUPPORTED)
def test_supported_where_every_way_of_counting_agrees(checker: Checker, day: str, text: str) -> None:
    answer = finding(checker, day, text, "count")
    assert answer.verdict == "supported", answer.reason
    assert answer.evidence


CONTRADICTED = [
    ("2022-10-01", "It was Russia's fifth veto on Ukraine.", "fourth"),
    ("2020-08-31", "Trump's ambassador cast the fourth veto of his term.", "third"),
    ("2024-07-15", "Russia vetoed twice in 2023.", "three"),
    ("1998-01-01", "China has used its veto twelve times.", "two vetoes"),
    ("2024-07-15", "In 2022 the Council passed 56 resolutions.", "54"),
    ("2024-12-31", "South Korea abstained ten times in 2024.", "one abstention"),
    ("2024-12-31", "Russia and China vetoed four texts together in 2024.", "one veto"),
    ("2015-07-30", "It was Russia's fifth veto of 2015.", "second"),
    ("2024-06-01", "China has vetoed four texts on Myanmar.", "one veto"),
    ("2025-06-10", "Four times in ten days the Soviets used their veto in December 1971.", "three vetoes"),
    ("1986-06-19", "Yesterday's American veto was at least the ninth of the year.", "sixth"),
    ("2024-06-01", "Britain cast four vetoes in 1986 and never alone.", "three vetoes"),
    ("2024-06-01", "Moscow's loneliest year was 2022: it vetoed six drafts.", "four vetoes"),
    ("2024-06-01", "France has cast forty vetoes since 1946.", "17 vetoes"),
    ("2024-06-01", "American vetoes of 1976: nine.", "six vetoes"),
    ("2024-06-01", "1997 brought five vetoes.", "three texts vetoed"),
    ("2024-06-01", "France vetoed two drafts on Nicaragua in 1985.", "no vetoes"),
]


@pytest.mark.parametrize(("day", "text", "said"), CONTRADICTED)
def test_contradicted_where_no_way_of_counting_gives_it(checker: Checker, day: str, text: str, said: str) -> None:
    answer = finding(checker, day, text, "count")
    assert answer.verdict == "contradicted", answer.reason
    assert said in answer.reason


UNSETTLED = [
    ("2026-10-02", "It was America's third veto of the year.", "not_covered"),
    ("2024-06-01", "Russia cast four vetoes.", "ambiguous"),
    ("1986-11-07", "Twice now the United States has used its veto to escape the judgment of a court.", "not_covered"),
    ("2024-06-01", "It was only the second time that the Council referred a case to the Court.", "ambiguous"),
    ("2024-11-19", "On Monday Russia vetoed the text on Sudan. It was Moscow's second veto.", "ambiguous"),
]


@pytest.mark.parametrize(("day", "text", "why"), UNSETTLED)
def test_unsettled_says_why(checker: Checker, day: str, text: str, why: str) -> None:
    answer = finding(checker, day, text, "count")
    assert (answer.verdict, answer.why) == ("unsettled", why), answer.reason


def test_draft_resolutions_are_counted_without_amendments(checker: Checker) -> None:
    texts = vetoes(checker, "USA", "2024-02-21", "on Gaza", noun="texts")
    drafts = vetoes(checker, "USA", "2024-02-21", "on Gaza", noun="draft resolutions")
    assert max(texts.values()) == max(drafts.values()) + 1


def test_russia_without_a_subject_is_counted_with_and_without_the_soviet_union(checker: Checker) -> None:
    answer = finding(checker, "2022-02-26", "It was the 119th veto cast by Moscow since 1946.", "count")
    assert answer.verdict == "depends"
    assert "the Soviet Union" in answer.reason


def test_one_event_counts_for_an_ordinal_up_to_its_own_day(checker: Checker) -> None:
    text = "On 17 November 2017 Russia vetoed a thirty-day extension. It was its eleventh veto on Syria since 2011."
    answer = finding(checker, "2024-01-01", text, "count")
    assert answer.verdict == "supported", answer.reason
    assert answer.evidence[0].draft == "S/2017/970"


def test_what_had_happened_is_counted_up_to_the_time_spoken_of(checker: Checker) -> None:
    text = (
        "By the end of 1965 the Soviets had cast more than sixty vetoes. The Americans had cast none. "
        "Britain had used it three times."
    )
    found = [f for f in checker.check(text).findings if f.kind in ("count", "generalisation")]
    assert [f.verdict for f in found] == ["supported"] * 3


def test_a_few_of_many_without_a_time_may_be_others_than_all(checker: Checker) -> None:
    text = "The Soviet Union vetoed the draft in 1980. The United States cast two vetoes."
    found = [f for f in checker.check(text).findings if f.kind == "count"]
    assert [f.verdict for f in found] == ["unsettled"]


def test_a_bare_number_answers_the_question_before_it(checker: Checker) -> None:
    text = "How many times has Russia vetoed on Syria? Seventeen. And China? Ten of those, together with Russia."
    found = [f for f in checker.check(OPENING + text, date=date(2022, 7, 9)).findings if f.kind == "count"]
    assert [(f.text, f.verdict) for f in found] == [
        ("Seventeen", "supported"),
        ("Ten of those, together with Russia", "supported"),
    ]


OTHERS = [
    ("2018-12-31", "Russia vetoed twice in 2018, the US once.", ["supported", "supported"]),
    ("2018-12-31", "Russia vetoed twice in 2018, the US three times.", ["supported", "contradicted"]),
    ("1988-12-31", "The US cast six vetoes in 1988. Britain had one.", ["supported", "supported"]),
    ("1988-12-31", "The US cast six vetoes in 1988. Britain had two.", ["supported", "contradicted"]),
]


@pytest.mark.parametrize(("day", "text", "verdicts"), OTHERS)
def test_what_others_did_as_often_is_counted_over_the_same_time(
    checker: Checker, day: str, text: str, verdicts: list[str]
) -> None:
    found = [f for f in checker.check(text, date=date.fromisoformat(day)).findings if f.kind == "count"]
    assert [str(f.verdict) for f in found] == verdicts
