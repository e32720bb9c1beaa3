"""The date of an article: printed at its head, else inferred from the vote that it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from reading_votes import read_text

import onrecord
from onrecord.checking.check import Checker
from onrecord.checking.datelines import dateline
from onrecord.checking.dating import infer_date
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.errors import InputError

PRINTED = [
    ("A fifth veto\nBy A Writer\n5 June 2025\n\nThe Council met.", date(2025, 6, 5)),
    ("June 5, 2025 | Opinion\nThe Council met.", date(2025, 6, 5)),
    ("2025-06-05\nThe Council met.", date(2025, 6, 5)),
    ("Published: Thursday 5 June 2025, 10:31 GMT\nThe Council met.", date(2025, 6, 5)),
    ("Last updated 5 June 2025 at 10.31\nThe Council met.", date(2025, 6, 5)),
    # in front of the first sentence, as agencies print it
    (
        "VIENNA, June 5, 2025 (Own Agency) - The Council met on Wednesday and put off what it had come for.",
        date(2025, 6, 5),
    ),
    ("GENEVA, 5 June 2025. On Wednesday the Council met and put off what it had come together for.", date(2025, 6, 5)),
    ("(Nairobi, June 5, 2025) – The Council should not put off on Friday what it put off on Monday.", date(2025, 6, 5)),
    ("On Thursday, 5 June 2025 – it rained all day – the Council met and put off what it had come for.", None),
    ("Resolution 2735, 10 June 2024 – fourteen in favour, none against, and Russia abstained that day.", None),
    # on a masthead, in a byline, among what the web puts around it
    (
        "The Weekly Lamp\nVol. III No. 7.  Trieste, Saturday, May 5, 1956.  4d.\n\nIt met.",
        date(1956, 5, 5),
    ),
    ("Bergen, Norway              Friday, May 11, 1956\nLEADER\nThe Council met.", date(1956, 5, 11)),
    ("By Ann Writer. Published: 3 May 2021 – 11:47 (UTC-3) | Updated 4 May\nThe Council met.", date(2021, 5, 3)),
    ("Ann Writer, Tromsø\n5 May 2021, 09:14\nThe Council met.", date(2021, 5, 5)),
    ("Ann Writer, Tromsø, 5 May 2021\nThe Council met.", date(2021, 5, 5)),
    (
        "\n\nHome\n\nOpinion\n\nShop\n\nThe lamp\n\nAnn Writer\n\nMay 5, 2021 6:02 AM\n\nIt met.",
        date(2021, 5, 5),
    ),
    ("The Council met.\n" * 30 + "Posted on May 5th, 2021 in Opinion | 34 comments\n", date(2021, 5, 5)),
    ("Nothing gained\nBy our diplomatic correspondent, Geneva, 5 May 2021\nThe Council met.", date(2021, 5, 5)),
    ("Nothing gained\nFrom the editorial board, May 5, 2021\nThe Council met.", date(2021, 5, 5)),
    ("Photo: the Security Council, New York, 5 May 2021\nThe Council met.", None),
    # a date that the text tells of is not the article's
    ("On 5 June 2025 the Council met in New York and voted.\n", None),
    ("The Council met on 5 June 2025.\n", None),
    ("Votes from 5 June 2025 to 7 June 2025\nThe Council met.", None),
    # a letter's place and day, and what a regular piece is called; not a scene before what is told of later
    ("Tunis, 4 March 2011. The hall was full and the radio was on.\n", date(2011, 3, 4)),
    ("The Friday column – 3 May 2019\nNobody reads resolutions.\n", date(2019, 5, 3)),
    ("Tunis, 4 March 2011. The hall was full. By 6 June 2014 it was empty.\n", None),
    ("The fall of the wall – 9 November 1989\nThey danced on it.\n", None),
    # nor is half a date, or one far down
    ("June 2025\nThe Council met.", None),
    ("5 June\nThe Council met.", None),
    ("The Council met.\n" * 20 + "5 June 2025\n", None),
]


@pytest.mark.parametrize(("text", "printed"), PRINTED, ids=[repr(text[:50]) for text, _ in PRINTED])
def test_a_date_alone_on_a_line_at_the_head_is_the_articles(text: str, printed: date | None) -> None:
    assert dateline(text) == printed


INFERRED = [
    # a weekday and a vote that alone fits it: the day after
    (
        "On Monday the Security Council voted by 13 to 0 for a US-drafted text on Gaza. Russia and China abstained.",
        date(2025, 11, 18),
    ),
    ("Yesterday Russia vetoed a Security Council text on Srebrenica.", date(2015, 7, 9)),
    (
        "On Friday Russia vetoed a draft in which the Council would have deplored the invasion of Ukraine. China, "
        "India and the Emirates abstained.",
        date(2022, 2, 26),
    ),
    ("On Tuesday the United States vetoed the Algerian draft on Gaza. Thirteen voted for it.", date(2024, 2, 21)),
    # a day without its year, of which there is one that fits
    (
        "On 18 September the ten elected members brought a text on Gaza. Fourteen of the Security Council said yes and "
        "the Americans said no.",
        date(2025, 9, 19),
    ),
    # whose subject alone would not do, but which is the only one since the last told that fits
    (
        "On Thursday evening the ten elected members put a text to the vote. It asked for a truce. Fourteen countries "
        "said yes. One said no, and that one was the United States. In November 2024 it had been alone as well.",
        date(2025, 9, 19),
    ),
    # and of two such days the later one, in the year that the other has
    (
        "On 12 September the General Assembly voted for the New York Declaration on Palestine. Ten countries, Israel "
        "and Hungary among them, voted against, twelve abstained and 142 were for it. On 18 September the United "
        "States vetoed a text of the Security Council.",
        date(2025, 9, 19),
    ),
    # but not where the year was told before
    ("The war of 1982 was short. On 4 June London and Washington vetoed a cease-fire in the Security Council.", None),
    # no weekday, no inference
    ("Russia vetoed a Security Council text on Srebrenica.", None),
    ("Last week the United States vetoed a Security Council draft on Gaza.", None),
    # a date of its own needs none
    ("On 4 June 2025 the United States vetoed a Security Council draft on Gaza.", None),
    # several votes fit as well
    ("On Wednesday the US vetoed a Security Council draft on Gaza. The other 14 voted in favour.", None),
    # nothing says which vote
    ("On Friday Russia vetoed a draft in the Security Council.", None),
    ("France voted yes on Monday.", None),
]


@pytest.mark.parametrize(("text", "inferred"), INFERRED, ids=[text for text, _ in INFERRED])
def test_a_date_is_inferred_only_where_one_vote_fits_best(
    checker: Checker, dockets: Mapping[str, Docket], text: str, inferred: date | None
) -> None:
    assert infer_date(read_text(checker, text), dockets) == inferred


@pytest.mark.parametrize(
    ("who", "inferred"),
    [
        ("The Trump administration was alone.", date(2025, 6, 5)),
        ("The Biden administration was alone.", date(2024, 11, 21)),
    ],
)
def test_who_held_office_may_tell_which_of_two_votes_is_meant(
    checker: Checker, dockets: Mapping[str, Docket], who: str, inferred: date
) -> None:
    text = "On Wednesday the US vetoed a Security Council draft on a ceasefire in Gaza. The other 14 voted in favour. "
    assert infer_date(read_text(checker, text + who), dockets) == inferred


TAKEN = "; this takes the article's date to be 9 July 2015, inferred from the vote it tells of."
RESTING = [
    # behind "Yesterday Russia vetoed a Security Council text on Srebrenica.", whether it rests on that day
    ("It was alone in voting against.", True),
    ("It was its second veto of the year.", True),
    ("Malaysia is an elected member of the Security Council.", True),
    ("In 2007 it had vetoed one on Myanmar.", False),
    ("It cast three vetoes in 2014.", False),
    ("France is a permanent member of the Security Council.", False),
    ("Russia vetoed draft S/2014/189.", False),
]


@pytest.mark.parametrize(("text", "rests"), RESTING)
def test_what_rests_on_an_inferred_date_says_so(checker: Checker, text: str, rests: bool) -> None:
    checked = checker.check(f"Yesterday Russia vetoed a Security Council text on Srebrenica. {text}")
    assert (checked.date.value, checked.date.basis) == (date(2015, 7, 9), "inferred")
    told, added = checked.findings
    assert [told.reason.endswith(TAKEN), added.reason.endswith(TAKEN)] == [True, rests]


@pytest.mark.parametrize(
    ("given", "text", "basis"),
    [
        (date(2024, 3, 1), "5 June 2025\nThe Council met and Russia vetoed it.", "given"),
        (None, "5 June 2025\nThe Council met and Russia vetoed it.", "metadata"),
        (None, "Yesterday Russia vetoed a Security Council text on Srebrenica.", "inferred"),
        (None, "Russia vetoed it.", "unknown"),
    ],
)
def test_a_date_given_rules_over_one_printed_and_that_over_one_inferred(
    checker: Checker, given: date | None, text: str, basis: str
) -> None:
    assert checker.check(text, date=given).date.basis == basis


@pytest.mark.parametrize("given", [date(2025, 6, 5), "2025-06-05", datetime(2025, 6, 5, 9, 30, tzinfo=UTC)])
def test_a_given_date_may_be_written_and_may_have_a_time(given: date | str) -> None:
    answer = onrecord.check("On Wednesday the United States vetoed a ceasefire text.", given)
    assert answer.documents[0].date.value == date(2025, 6, 5)
    assert [finding.verdict for finding in answer.documents[0].findings] == [Verdict.SUPPORTED]


def test_a_given_date_that_is_none_says_so() -> None:
    with pytest.raises(InputError, match="'last June' is not a date; write it as 2025-06-05"):
        onrecord.check("On Wednesday the United States vetoed a ceasefire text.", "last June")
