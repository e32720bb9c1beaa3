"""Which claims of a text speak of the same vote."""

from __future__ import annotations

import pytest
from reading_votes import read_text, words_of, woven

from onrecord.checking.check import Checker

ONE = [
    # what goes on without turning to another date, text or body is about one vote
    ["On Wednesday the United States vetoed the draft.", "The other 14 voted for it."],
    ["It got 13 votes.", "The other two abstained."],
    ["The Council met on 22 March 2024.", "Russia and China vetoed the American draft.", "Algeria voted no too."],
    ["Resolution 2735 was adopted by 14 votes.", "Russia abstained on resolution 2735."],
    # the same day told again
    ["On 5 May 2022 Russia vetoed it.", "On 2 March 2022 the Assembly met.", "On 5 May 2022 India abstained."],
    # the same sponsors' text
    ["Washington vetoed an Algerian draft.", "Britain abstained on the Algerian text."],
    # an aside in the pluperfect is left behind
    ["On 4 June 2025 Washington vetoed it.", "In November it had vetoed another draft.", "Denmark voted yes."],
]  # fmt: skip
SEVERAL = [
    # text, what each vote's claims say, in the order in which the text turns to them
    (
        "On 25 February 2022 Russia vetoed it. On 2 March 2022 the General Assembly deplored it by 141 votes to five. "
        "Russia voted against.",
        [["Russia vetoed"], ["141 votes", "voted against"]],
    ),
    (
        "France voted yes in May. Russia voted no in June.",
        [["France voted yes"], ["Russia voted no"]],
    ),
    (
        "143 to five: Wednesday's vote was better than March, when 141 voted for it.",
        [["143 to five"], ["141 voted"]],
    ),
    (
        "On 6 February eleven voted for the text. The referendum was held two days later all the same. Rome abstained.",
        [["eleven voted", "Rome abstained"]],
    ),
    (
        "On Wednesday Russia vetoed the text. A rival draft got five votes.",
        [["Russia vetoed"], ["five votes"]],
    ),
    (
        "Washington vetoed a Brazilian draft. Two Russian amendments had failed before. Russia abstained on the "
        "Brazilian text.",
        [["vetoed", "Russia abstained"], ["amendments had failed"]],
    ),
    (
        "Russia abstained on resolution 2728; it had vetoed the American text.",
        [["Russia abstained"], ["had vetoed"]],
    ),
    (
        "India, which had abstained in February 2022, voted for the text on 20 November 2024.",
        [["had abstained"], ["voted for the text"]],
    ),
    (
        "Russia vetoed the American draft. China abstained on the Japanese draft.",
        [["Russia vetoed"], ["China abstained"]],
    ),
]


@pytest.mark.parametrize("sentences", ONE[:-3], ids=" ".join)
def test_a_text_that_goes_on_speaks_of_one_vote(checker: Checker, sentences: list[str]) -> None:
    assert len(woven(checker, read_text(checker, " ".join(sentences)))) == 1


@pytest.mark.parametrize("sentences", ONE[-3:], ids=" ".join)
def test_a_text_returns_to_a_vote_by_its_day_its_sponsors_or_by_going_on(
    checker: Checker, sentences: list[str]
) -> None:
    reading = read_text(checker, " ".join(sentences))
    first, last = reading.claims[0], reading.claims[-1]
    assert any(first in thread.claims and last in thread.claims for thread in woven(checker, reading))


@pytest.mark.parametrize(("text", "said"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_another_date_text_or_body_is_another_vote(checker: Checker, text: str, said: list[list[str]]) -> None:
    reading = read_text(checker, text)
    found = woven(checker, reading)
    assert len(found) == len(said)
    for thread, words in zip(found, said, strict=True):
        spoken = [words_of(reading, claim) for claim in thread.claims]
        for fragment in words:
            assert any(fragment in one for one in spoken), (fragment, spoken)


def test_every_claim_about_a_vote_is_in_one_thread(checker: Checker) -> None:
    text = " ".join(row[0] for row in SEVERAL) + " ".join(" ".join(sentences) for sentences in ONE)
    reading = read_text(checker, text)
    told = [claim for thread in woven(checker, reading) for claim in thread.claims]
    assert len(told) == len({id(claim) for claim in told})
    assert {id(claim) for claim in told} <= {id(claim) for claim in reading.claims}


def test_a_rival_text_is_known_to_be_none_of_those_before(checker: Checker) -> None:
    first, rival = woven(
        checker, read_text(checker, "On Wednesday Russia vetoed the text. A rival draft got five votes.")
    )
    assert rival.differs_from == [first]
    assert rival.after is first


def test_after_an_amendment_the_text_returns_to_what_it_would_have_changed(checker: Checker) -> None:
    text = (
        "The Council adopted resolution 2712 by twelve votes, after rejecting a Russian amendment. Britain abstained."
    )
    found = woven(checker, read_text(checker, text))
    [thread] = [t for t in found if t.symbols]
    assert [claim.sentence for claim in thread.claims][-1] == 1


def test_an_adjective_of_a_state_that_never_sat_on_the_council_names_no_sponsor(checker: Checker) -> None:
    [thread] = woven(checker, read_text(checker, "The Council adopted the Tongan draft unanimously."))
    assert thread.sponsors == frozenset()
