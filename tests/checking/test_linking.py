"""Which vote each part of a text is about, from hard cues to soft ones."""

from __future__ import annotations

from datetime import date

import pytest
from reading_votes import linked

from onrecord.checking.check import Checker
from onrecord.checking.choosing import CLEAR
from onrecord.checking.linking import LEAST

GAZA = "S/2025/353@2025-06-04"
WINTER, OCTOBER, SUMMER = date(2024, 12, 1), date(2023, 10, 20), date(2025, 6, 5)

LINKED = [
    # text, article's date, basis, events, best first
    # by symbol, whatever else the text says
    ("Russia abstained on resolution 2735.", WINTER, "symbol", ["S/RES/2735"]),
    ("Russia abstained on resolution 2735 in May 1998.", WINTER, "symbol", ["S/RES/2735"]),
    ("The draft S/2024/173 was vetoed by Britain.", WINTER, "symbol", ["S/2024/173@2024-02-20"]),
    # by day, also a day that the article's date gives
    ("On 22 March 2024 Russia vetoed a draft on Gaza.", WINTER, "date", ["S/2024/239@2024-03-22"]),
    ("On Wednesday the United States vetoed the text on Gaza.", OCTOBER, "date", ["S/2023/773@2023-10-18"]),
    ("Last week Russia vetoed a text on Khan Sheikhoun.", date(2017, 4, 20), "date", ["S/2017/315@2017-04-12"]),
    ("The General Assembly voted 149 to 12 last week.", date(2025, 6, 15), "date", ["A/RES/ES-10/27"]),
    # of several votes on a day, by kind, subject, sponsors and what is claimed
    ("On Wednesday a Brazilian text was vetoed.", OCTOBER, "date", ["S/2023/773@2023-10-18"]),
    ("On 30 May 2024 the Council adopted it with two abstentions.", WINTER, "date", ["S/RES/2731"]),
    ("On 25 March 2024 the Council adopted a text on a Gaza ceasefire.", WINTER, "date", ["S/RES/2728"]),
    (
        "On Wednesday two Russian amendments failed.",
        OCTOBER,
        "date",
        ["S/2023/775@2023-10-18", "S/2023/776@2023-10-18"],
    ),
    # what the claim is likened to, or what lies ahead, gives no day
    ("Algeria, as a year ago, was absent on Friday over the Sahara.", date(2025, 11, 2), "date", ["S/RES/2797"]),
    ("All fifteen agreed that UNIFIL goes home in 2027.", date(2025, 8, 29), "subject", ["S/RES/2790"]),
    # calling the Assembly is the Council's vote, and not the one on the substance
    ("In October 1956 the Council summoned the Assembly over Suez.", None, "date", ["S/RES/119"]),
    ("In January 1980 twelve members sent Afghanistan to the Assembly.", None, "date", ["S/RES/462"]),
    # a number of the count that is right, another being wrong
    ("In November 1982 the Assembly voted by 90 to 52 on the Falklands.", None, "date", ["A/RES/37/9"]),
    # by a bare number that was voted on when the text says
    ("There was 1199 in September 1998, with China abstaining.", None, "date", ["S/RES/1199"]),
    # by all that is told, where no date or subject leads to it
    (
        "Three votes for it. Twelve against. Namibia went with Russia and China, and Slovenia voted no.",
        None,
        "told",
        ["S/1999/328@1999-03-26"],
    ),
    # by who was in office
    ("Samantha Power abstained on the settlements.", WINTER, "subject", ["S/RES/2334"]),
    # by subject
    ("Russia vetoed the draft on Srebrenica.", SUMMER, "subject", ["S/2015/508@2015-07-08"]),
    # several days that one sentence names
    (
        "Russia vetoed in February 2022 and again in September 2022.",
        WINTER,
        "date",
        ["S/2022/155@2022-02-25", "S/2022/720@2022-09-30"],
    ),
]


@pytest.mark.parametrize(("text", "when", "basis", "events"), LINKED, ids=[row[0] for row in LINKED])
def test_a_text_is_linked_to_the_vote_that_fits_it_clearly_best(
    checker: Checker, text: str, when: date, basis: str, events: list[str]
) -> None:
    [(_, link)] = linked(checker, text, when)
    assert (link.basis, [event.id for event in link.events]) == (basis, events)


NOT_LINKED = [
    # nothing singles a vote out
    ("Russia vetoed it. The Security Council was divided.", None),
    ("The Security Council met on Friday. China abstained.", None),
    ("Spain voted no and France voted yes.", None),
    # nothing of the kind on that day
    ("The Council voted by 13 to none on 2 December 1983.", WINTER),
    # not yet, when the article appeared
    ("The United States vetoed a Gaza draft on 4 June 2025.", date(2023, 1, 15)),
]


@pytest.mark.parametrize(("text", "when"), NOT_LINKED, ids=[row[0] for row in NOT_LINKED])
def test_where_nothing_fits_clearly_no_vote_is_meant(checker: Checker, text: str, when: date | None) -> None:
    for _, link in linked(checker, text, when):
        assert (link.events, link.basis) == ([], "none")


def test_votes_that_fit_equally_well_are_all_kept(checker: Checker) -> None:
    [(_, link)] = linked(checker, "On Wednesday the US vetoed a text on Gaza by 14 to one.")
    assert {GAZA, "S/2024/835@2024-11-20"} == {event.id for event in link.events}
    assert not link.together
    points = {candidate.event.id: candidate.points for candidate in link.candidates}
    best = max(points.values())
    assert all(best - points[event.id] < CLEAR for event in link.events)
    assert best >= LEAST


def test_a_symbol_that_the_record_does_not_hold_is_reported(checker: Checker) -> None:
    [(_, link)] = linked(checker, "Russia abstained on draft S/2024/999.", WINTER)
    assert (link.events, link.missing_symbol) == ([], "S/2024/999")


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Resolutions 1737 and 1747 were adopted unanimously.", True),
        ("Resolution 1737 was adopted unanimously.", False),
    ],
)
def test_texts_named_together_are_all_meant(checker: Checker, text: str, together: bool) -> None:
    [(_, link)] = linked(checker, text, WINTER)
    assert link.together is together
    assert len(link.events) == 1 + together


FOLLOWING = [
    # text, article's date, the events of its votes
    # relative days count from the vote spoken of before
    (
        "On 16 October the Council rejected a Russian draft on Gaza. A rival text by Brazil was vetoed two days later "
        "by the United States.",
        OCTOBER,
        ["S/2023/772@2023-10-16", "S/2023/773@2023-10-18"],
    ),
    (
        "Russia voted for resolution 2728 of 25 March 2024; it had vetoed the American text three days earlier.",
        WINTER,
        ["S/RES/2728", "S/2024/239@2024-03-22"],
    ),
    # each body has its own
    (
        "On 25 February 2022 Russia vetoed a draft on Ukraine. On 2 March 2022 the General Assembly deplored the "
        "aggression by 141 votes to five.",
        WINTER,
        ["S/2022/155@2022-02-25", "A/RES/ES-11/1"],
    ),
    # a number of which nothing had been voted on yet is wrong, and the day tells
    ("Last night resolution 687 got twelve votes.", date(1990, 11, 30), ["S/RES/678"]),
    # the Assembly's number, where the Council's of that number cannot be meant
    ("Resolution 2758 was carried by 76 votes to 35.", WINTER, ["A/RES/2758(XXVI)"]),
    # "this time" is the latest, a place named the one that was about it
    (
        "On Monday a Russian draft on weapons in space failed. In April Moscow had vetoed an American one. This time "
        "China voted with it.",
        date(2024, 5, 22),
        ["S/2024/383@2024-05-20", "S/2024/302@2024-04-24"],
    ),
    # what opens the text is the vote that it then dates
    (
        "Fourteen hands went up and one stayed down. On Wednesday Washington vetoed a ceasefire in Gaza.",
        date(2025, 6, 6),
        [GAZA],
    ),
    # an amendment was voted on with its text
    (
        "On Wednesday the United States vetoed a Brazilian draft. Two Russian amendments had failed before it.",
        OCTOBER,
        ["S/2023/773@2023-10-18", "S/2023/776@2023-10-18"],
    ),
]


@pytest.mark.parametrize(("text", "when", "events"), FOLLOWING, ids=[row[0] for row in FOLLOWING])
def test_votes_are_told_from_each_other_over_a_text(checker: Checker, text: str, when: date, events: list[str]) -> None:
    best = [link.best for _, link in linked(checker, text, when)]
    assert [event.id for event in best if event is not None] == events


def test_an_amendment_to_a_text_of_another_day_is_not_meant(checker: Checker) -> None:
    text = "Resolution 2712 was adopted by twelve votes on 15 November 2023. A Russian amendment had failed before it."
    first, amendment = linked(checker, text, WINTER)
    assert [event.id for event in first[1].events] == ["S/RES/2712"]
    assert amendment[1].events == []


def test_each_candidate_knows_what_it_owes_to_which_claim(checker: Checker) -> None:
    text = "On Wednesday the United States vetoed the draft on Gaza. The other 14 voted for it."
    [(thread, link)] = linked(checker, text, SUMMER)
    best = link.candidates[0]
    assert best.event.id == GAZA
    assert len(best.agreement) == len(thread.claims)
    for place, points in enumerate(best.agreement):
        assert best.without(place) == pytest.approx(best.points - points)
