"""Numbers in running text: what is read, to what precision, and which values a hedge allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.hedges import hedge
from onrecord.reading.numbers import find_numbers

READ = [
    # words, value, step, unit
    ("36,000 people", 36_000, 1_000, None),
    ("60,000 people", 60_000, 1_000, None),
    ("100,000 people", 100_000, 10_000, None),
    ("36,439 people", 36_439, 1, None),
    ("36 439 people", 36_439, 1, None),
    ("36.439 people", 36_439, 1, None),
    ("120 votes", 120, 1, None),
    ("2.4 million refugees", 2_400_000, 100_000, None),
    ("2.4m refugees", 2_400_000, 100_000, None),
    ("3 million refugees", 3_000_000, 1_000_000, None),
    ("half a million homes", 500_000, 100_000, None),
    ("two and a half million", 2_500_000, 100_000, None),
    ("36k dead", 36_000, 1_000, None),
    ("$3.8bn a year", 3_800_000_000, 100_000_000, "USD"),
    ("US$ 3.8 billion", 3_800_000_000, 100_000_000, "USD"),
    ("3.1 billion dollars", 3_100_000_000, 100_000_000, "USD"),
    ("£5m", 5_000_000, 1_000_000, "GBP"),
    ("12.5 per cent", 12.5, 0.1, "percent"),
    ("twelve in favour", 12, 1, None),
    ("sixty-five states", 65, 1, None),
    ("a hundred and forty-one states", 141, 1, None),
    ("one hundred and one thousand two hundred and six", 101_206, 1, None),
    ("a dozen members", 12, 1, None),
    ("two dozen members", 24, 4, None),
    ("half a dozen members", 6, 1, None),
    ("fifteen to nil", 15, 1, None),
    ("two-thirds of them", 2 / 3, 0.1, "fraction"),
    ("a third of the members", 1 / 3, 0.1, "fraction"),
    ("twice", 2, 1, "times"),
]


@pytest.mark.parametrize(("text", "value", "step", "unit"), READ)
def test_reads_value_precision_and_unit(text: str, value: float, step: float, unit: str | None) -> None:
    mention = find_numbers(text)[0]
    assert (mention.value, mention.step, mention.unit) == (pytest.approx(value), pytest.approx(step), unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("nine votes to two", [9, 2]),
        ("14-1-0", [14, 1, 0]),
        ("five and ten", [5, 10]),
        ("no votes against, thirteen for", [0, 13]),
        ("no vote was taken", []),
        ("three, four or five", [3, 4, 5]),
    ],
)
def test_reads_every_number_of_a_run_on_its_own(text: str, values: list[int]) -> None:
    assert [mention.integer for mention in find_numbers(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [("the forty-fourth veto", 44), ("its 3rd", 3), ("10,000th meeting", 10_000), ("a third veto", 3), ("first", 1)],
)
def test_ordinals_are_marked(text: str, value: int) -> None:
    mention = find_numbers(text)[0]
    assert (mention.value, mention.ordinal) == (value, True)


@pytest.mark.parametrize(
    "text", ["S/2025/353", "MH17", "COVID-19", "https://example.org/2024/12", "9/11", "at 10:30", "me@12.example"]
)
def test_leaves_out_digits_that_count_nothing(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "least"), [("thousands of", 2_000), ("tens of thousands", 20_000), ("several hundred", 200)]
)
def test_vague_numbers_are_marked_and_bounded_below_only(text: str, least: int) -> None:
    mention = find_numbers(text)[0]
    assert mention.vague
    assert (mention.bounds.lower, mention.bounds.upper) == (least, None)


ADMITTED = [
    # words, the record's value, right or not
    ("the toll has passed 18,000", 19_667, True),
    ("the Council has passed 16 resolutions", 58, False),
    ("had passed twelve such texts", 20, False),
    ("36,000", 36_439, True),
    ("36,000", 36_501, False),
    ("36,000", 35_500, True),
    ("120", 121, False),
    ("2.4 million", 2_422_514, True),
    ("2.4 million", 2_460_000, False),
    ("over 36,000", 36_439, True),
    ("over 60,000", 54_607, False),
    ("over 36,000", 36_000, False),
    ("at least 36,000", 36_000, True),
    ("no fewer than 36,000", 35_999, False),
    ("more than 30,000", 73_000, True),
    ("36,000 or more", 36_000, True),
    ("nearly 60,000", 59_600, True),
    ("nearly 60,000", 47_500, False),
    ("nearly 60,000", 61_000, False),
    ("almost three million", 2_350_000, False),
    ("about 1,200", 1_195, True),
    ("some 914,000", 914_221, True),
    ("around 60,000", 54_607, False),
    ("roughly $68 billion", 68_030_900_000, True),
    ("up to 1.9 million", 1_900_000, True),
    ("adds up to 1.9 million", 1_500_000, False),
    ("as many as 50,000", 54_607, False),
    ("fewer than 200", 193, True),
    ("under 190", 193, False),
    ("exactly 193", 193, True),
    ("just over 50,000", 70_000, False),
]


@pytest.mark.parametrize(("text", "value", "right"), ADMITTED)
def test_a_hedge_is_an_interval(text: str, value: float, right: bool) -> None:
    assert find_numbers(text)[0].admits(value) is right


def test_a_lower_bound_far_below_the_value_is_true_and_misleads() -> None:
    bounds = hedge("over").bounds(30_000, 1_000)
    assert bounds.admits(73_000)
    assert bounds.misleads(73_000)
    assert not bounds.misleads(36_000)


def test_a_hedge_is_marked_with_its_place() -> None:
    text = "killed more than 30,000 people"
    mention = find_numbers(text)[0]
    assert mention.hedge == "over"
    assert mention.hedge_start is not None
    assert text[mention.hedge_start : mention.start].strip() == "more than"


WORDS = st.sampled_from(
    [
        "one",
        "two",
        "twenty",
        "hundred",
        "thousand",
        "million",
        "and",
        "a",
        "an",
        "half",
        "third",
        "dozen",
        "of",
        "no",
        "nil",
        "1",
        "1,",
        "1,000",
        "3rd",
        "$",
        "-",
        ".",
        "/",
        "@",
        "over",
        "some",
        "bn",
        "tens",
        "dozens",
        "hundreds",
        "İ",
        "ß",
        "’",
    ]
)


@given(st.lists(WORDS, max_size=60), st.sampled_from(["", " ", "-"]))
def test_offsets_lie_in_the_text_in_order_and_apart(words: list[str], joint: str) -> None:
    text = joint.join(words)
    position = 0
    for mention in find_numbers(text):
        assert position <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == text[mention.start : mention.end].strip()
        position = mention.end


@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    for mention in find_numbers(text):
        assert mention.bounds.lower is not None or mention.bounds.upper is not None
