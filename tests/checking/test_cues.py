"""What in a text points to the vote that a claim is about."""

from __future__ import annotations

import pytest
from reading_votes import claim_with, read_text

from onrecord.checking.check import Checker
from onrecord.checking.citing import symbols_of
from onrecord.checking.cues import Cues, cues


def seen(checker: Checker, text: str, words: str, body: str = "unsc", last: int = -1) -> Cues:
    """The cues of the claim that holds the words, where the text was about that body, its claim before there."""
    reading = read_text(checker, text)
    claim = claim_with(reading, words)
    return cues(reading, claim, body, last)


# Which of the texts cited a claim is about


CITED = [
    # text, words of the claim, symbols
    ("The United States abstained on resolution 2728.", "abstained", ["S/RES/2728"]),
    ("Resolution 2728 passed with Washington abstaining.", "abstaining", ["S/RES/2728"]),
    ("Resolutions 1737 and 1747 were adopted unanimously.", "unanimously", ["S/RES/1737", "S/RES/1747"]),
    ("Russia abstained on the American text, resolution 2735.", "Russia abstained", ["S/RES/2735"]),
    ("The American text became resolution 2735 after Russia abstained.", "Russia abstained", ["S/RES/2735"]),
    ("Resolution 2728, an Algerian text, passed with Washington abstaining.", "abstaining", ["S/RES/2728"]),
    ("Resolution 2735 was an American draft and only Russia abstained.", "Russia abstained", ["S/RES/2735"]),
    # another text is named beside the one cited
    ("Russia let resolution 2728 pass; it had vetoed the American text earlier.", "had vetoed", []),
    ("Washington abstained on resolution 2728, having vetoed an Algerian draft.", "an Algerian draft", []),
    ("Resolution 2728 came after a US text that Russia and China had vetoed.", "Russia and China", []),
    ("The United States vetoed an Algerian draft and abstained on resolution 2728.", "an Algerian draft", []),
    ("The United States vetoed an Algerian draft and abstained on resolution 2728.", "2728", ["S/RES/2728"]),
    # another day is named
    ("Resolution 2728 was carried on 25 March 2024; on 4 June 2025 Washington vetoed the text.", "vetoed", []),
]


@pytest.mark.parametrize(("text", "words", "symbols"), CITED)
def test_a_claim_is_about_the_text_cited_unless_it_names_another(
    checker: Checker, text: str, words: str, symbols: list[str]
) -> None:
    reading = read_text(checker, text)
    assert list(symbols_of(reading, claim_with(reading, words))) == symbols


# Dates


DATED = [
    # text, words of the claim, (form, year, month, day) of each date
    ("On 4 June 2025 the United States vetoed it.", "vetoed", [("calendar", 2025, 6, 4)]),
    ("Russia abstained on 10 June.", "abstained", [("calendar", None, 6, 10)]),
    ("Mali voted no in 2023 and in 2024.", "voted", [("calendar", 2023, None, None), ("calendar", 2024, None, None)]),
    ("France voted yes in May but Russia voted no in June.", "Russia voted no", [("calendar", None, 6, None)]),
    # what ends or begins then was not voted on then
    ("Russia abstained on the mandate, which runs until 31 October 2025.", "abstained", []),
    ("Since October 2023 the United States has vetoed it.", "has vetoed", []),
    # an inserted clause keeps its date to itself
    ("India, which had abstained in February 2022, voted for it.", "voted for it", []),
    # a day that belongs to a text cited, which the claim is not about
    ("Resolution 2728, adopted on 25 March 2024, came after a US text that Russia had vetoed.", "had vetoed", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "dates"), DATED)
def test_a_claims_dates_are_those_at_which_its_clause_says_it_happened(
    checker: Checker, text: str, words: str, dates: list[tuple[str, int | None, int | None, int | None]]
) -> None:
    assert [(d.form, d.year, d.month, d.day) for d in seen(checker, text, words).dates] == dates


def test_a_claim_without_date_takes_that_of_the_sentence_that_leads_up_to_it(checker: Checker) -> None:
    text = "The Council met on 22 March 2024. Nobody slept. Russia and China vetoed the draft."
    led = seen(checker, text, "vetoed")
    assert [d.day for d in led.dates] == [22]
    assert led.dates_led
    assert list(led.lead_in) == [0, 1]


def test_a_sentence_further_back_does_not_lead_up_to_it(checker: Checker) -> None:
    text = "The talks began on 22 March 2024. Nobody slept. It rained. Russia and China vetoed the draft."
    assert seen(checker, text, "vetoed").dates == ()


def test_the_full_date_of_a_bodys_meeting_leads_up_to_all_that_follows(checker: Checker) -> None:
    text = "The Council met on 22 March 2024. Nobody slept. It rained. Russia and China vetoed the draft."
    assert [d.day for d in seen(checker, text, "vetoed").dates] == [22]


# Body


@pytest.mark.parametrize(
    ("text", "words", "before", "body"),
    [
        ("The General Assembly deplored it by 141 votes to five.", "141", "unsc", "unga"),
        ("Russia voted against it.", "against", "unga", "unga"),
        ("Russia vetoed it.", "vetoed", "unga", "unsc"),
        ("It was carried by 141 votes to five.", "141", "unsc", "unga"),
        ("The Security Council adopted it by 14 votes to none.", "14 votes", "unga", "unsc"),
        ("France voted for A/RES/68/262.", "France", "unsc", "unga"),
    ],
)
def test_the_body_is_the_one_named_or_that_alone_can_have_voted_so_else_the_one_spoken_of(
    checker: Checker, text: str, words: str, before: str, body: str
) -> None:
    assert seen(checker, text, words, before).body == body


# What kind of text and vote


@pytest.mark.parametrize(
    ("text", "words", "amendment"),
    [
        ("An oral amendment was rejected by the United States.", "rejected", True),
        ("The draft was rejected by the United States.", "rejected", False),
    ],
)
def test_an_amendment_is_told_from_a_draft(checker: Checker, text: str, words: str, amendment: bool) -> None:
    assert seen(checker, text, words).amendment is amendment


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("In a straw poll on Thursday China abstained.", "abstained", "procedural"),
        ("On Thursday China abstained.", "abstained", None),
    ],
)
def test_votes_that_the_record_mostly_does_not_hold_are_noticed(
    checker: Checker, text: str, words: str, kind: str | None
) -> None:
    assert seen(checker, text, words).uncovered == kind


@pytest.mark.parametrize(
    ("text", "words", "sponsors"),
    [
        ("The United States vetoed an Algerian draft.", "vetoed", {"DZA"}),
        ("The United States vetoed a draft.", "vetoed", set()),
    ],
)
def test_a_texts_sponsors_tell_it_from_others(checker: Checker, text: str, words: str, sponsors: set[str]) -> None:
    assert seen(checker, text, words).sponsors == sponsors


@pytest.mark.parametrize("text", ["A rival draft was vetoed by China.", "China vetoed another draft."])
def test_some_words_set_a_text_apart_from_the_one_before(checker: Checker, text: str) -> None:
    assert seen(checker, text, "draft").marker is not None


def test_the_pluperfect_tells_back_and_a_relative_clause_may_be_inserted(checker: Checker) -> None:
    assert seen(checker, "Russia had vetoed the text.", "vetoed").told_back
    assert not seen(checker, "Russia vetoed the text.", "vetoed").told_back
    assert seen(checker, "India, which had abstained in 2022, voted for it.", "had abstained").inserted


def test_the_year_that_opens_a_paragraph_is_that_of_what_it_tells(checker: Checker) -> None:
    text = (
        "China abstained on 2 March 2022.\n\nWho remembers 1980? There were tanks then, too. Moscow took no advice. "
        "The council of elders shook its heads. The Soviet Union vetoed the text on Afghanistan."
    )
    assert [(d.year, d.form) for d in seen(checker, text, "vetoed", last=0).dates] == [(1980, "calendar")]


def test_a_while_after_what_is_cited_is_no_time_of_it(checker: Checker) -> None:
    text = "France voted for resolution 2401, and two days later, when Moscow reached for its veto, it did not."
    cited, later = seen(checker, text, "France voted"), seen(checker, text, "Moscow reached")
    assert (cited.symbols, cited.dates) == (("S/RES/2401",), ())
    assert (later.symbols, [d.form for d in later.dates]) == ((), ["distance"])
