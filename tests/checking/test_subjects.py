"""What a text speaks of, and which vote events speak of the same."""

from __future__ import annotations

import pytest

from onrecord.checking.subjects_phrases import Phrases, subject_rows
from onrecord.checking.subjects_words import fold, split
from onrecord.record.model import Alias


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    names = [("GIN", "Guinea"), ("JOR", "Jordan"), ("USA", "US"), ("SDN", "Sudan"), ("KOR", "Korea"), ("PRK", "Korea")]
    return Phrases([Alias(code, name, "short") for code, name in names], subject_rows())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Israel's settlements", ["Israel", "s", "settlements"]),
        ("Côte d’Ivoire", ["Cote", "dIvoire"]),
        ("the U.S.-drafted text", ["the", "US", "drafted", "text"]),
        ("the United Nations force", ["the", "UN", "force"]),
        ("cross\u00adborder", ["crossborder"]),
    ],
)
def test_accents_apostrophes_dots_and_soft_hyphens_do_not_matter(text: str, words: list[str]) -> None:
    assert split(text) == words


@pytest.mark.parametrize(
    ("word", "folded"),
    [("vetoes", "veto"), ("Territories", "territory"), ("Cyprus", "cyprus"), ("crisis", "crisis"), ("us", "us")],
)
def test_plurals_fold_and_names_in_s_do_not(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        ("the mandate in Guinea-Bissau", "member:GNB", "member:GIN"),
        ("Papua New Guinea", "member:PNG", "member:GIN"),
        ("piracy in the Gulf of Guinea", "place:gulf-of-guinea", "member:GIN"),
        ("the arms embargo on South Sudan", "member:SSD", "member:SDN"),
        ("fighting in Sudan", "member:SDN", "member:SSD"),
        ("North Korea's missiles", "member:PRK", "member:KOR"),
        ("troops to South Korea", "member:KOR", "member:PRK"),
        ("the Democratic Republic of the Congo", "member:COD", "member:COG"),
        ("Congo-Brazzaville", "member:COG", "member:COD"),
        ("the West Bank", "place:west-bank", "bank"),
        ("the US blockade of Cuba", "member:USA", "us"),
        ("Northern Ireland", "place:northern-ireland", "member:IRL"),
        ("the Jordan Valley", "place:jordan-valley", "member:JOR"),
    ],
)
def test_the_longest_name_wins(phrases: Phrases, text: str, present: str, absent: str) -> None:
    terms = phrases.weigh(text)
    assert present in terms
    assert absent not in terms


def test_a_short_abbreviation_counts_only_in_capitals(phrases: Phrases) -> None:
    assert "member:USA" in phrases.weigh("the US embargo")
    assert "member:USA" not in phrases.weigh("they told us")
