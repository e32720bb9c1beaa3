"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.reading.sentences import sentences

CUT = [
    # a plain word ends a sentence also before a name
    ["The Security Council met.", "A rival draft was vetoed."],
    ["They spoke of the West Bank.", "France voted yes."],
    ["It took a month.", "China abstained."],
    ["Fourteen members voted yes.", "One did not."],
    ["Russia voted no.", "China abstained."],
    ["China voted No.", "France voted Yes."],
    ["On 4 June it sat.", "Nobody spoke."],
    ["Can Cuba veto?", "No.", "Does Chad?", "A: No.", "Who can?"],
    ["“We won.”", "France smiled."],
    ["It passed.", "14 voted for it."],
    # abbreviations do not
    ["Gen. Smith met Sen. Graham and Mr. Putin.", "It rained."],
    ["Resolution No. 2728 of the U.N. Council passed on Jan. 5.", "See Art. 27 of it."],
    ["Which?", "No. 2728 was adopted."],
    ["Draft No. S/2024/173 failed.", "The U.S. Congress met."],
    # a list of counts is one
    ["For: 13. Against: 0. Abstaining: 2."],
]


@pytest.mark.parametrize("parts", CUT, ids=" ".join)
def test_a_full_stop_ends_a_sentence_where_no_abbreviation_needs_it(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[span.start : span.end] for span in sentences(text)] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A fifth veto\n\nThe Council met", ["A fifth veto", "The Council met"]),
        ("- Russia: no\n- China: yes", ["- Russia: no", "- China: yes"]),
        ("the Council\nmet today", ["the Council\nmet today"]),
    ],
)
def test_a_line_ends_one_where_the_next_begins_anew(text: str, parts: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentences(text)] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Russia vetoed it in 2017, and in 2019 only China was with it.",
            ["Russia vetoed it in 2017", "in 2019 only China was with it."],
        ),
        ("Chad stood aside; on Friday, it voted no.", ["Chad stood aside", "on Friday, it voted no."]),
        ("Mali did so in 2016 and in 2017.", ["Mali did so in 2016 and in 2017."]),
        ("Mali voted no in 2016, and in 2017 abstained.", ["Mali voted no in 2016, and in 2017 abstained."]),
        ("They met (it rained; in 2019 it had snowed there).", ["They met (it rained; in 2019 it had snowed there)."]),
    ],
)
def test_a_clause_with_a_time_of_its_own_is_one_by_itself(text: str, parts: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentences(text)] == parts


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("As you will recall, Mali voted no.", "Mali voted no."),
        ("Note that it was, as we know, the second.", "it was, as we know, the second."),
        ("Well, remember that nobody came.", "nobody came."),
        ("Note the date: it was Friday.", "Note the date: it was Friday."),
        ("As you know Mali, you know Chad.", "As you know Mali, you know Chad."),
    ],
)
def test_what_leads_in_to_a_statement_is_no_part_of_it(text: str, stated: str) -> None:
    (span,) = sentences(text)
    assert text[span.start : span.end] == stated


@pytest.mark.parametrize("text", ["", " \n ", "a" * 50_000, "word " * 20_000, ". " * 20_000, "\n" * 20_000])
def test_they_hold_all_of_the_text_in_order_and_are_never_long(text: str) -> None:
    spans = sentences(text)
    assert all(0 < span.end - span.start <= 2_000 for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert sum(len(text[span.start : span.end].replace(" ", "")) for span in spans) == len("".join(text.split()))
