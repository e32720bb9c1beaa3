"""Markdown's marks are covered, the words stay, and no offset moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.markdown import cover_markup


@pytest.mark.parametrize(
    ("markdown", "prose"),
    [
        ("# The *fifth* veto", " The fifth veto"),
        ("**Russia** and __China__ abstained", "Russia and China abstained"),
        ("the [US](https://x.example/a_(b)) vetoed", "the US vetoed"),
        ('see [the text][1] and [it](/x "a title")', "see the text and it"),
        ("it passed[^1], said <https://x.example>", "it passed, said "),
        ("![a hall](hall.png)It failed", "It failed"),
        ("> China abstained", " China abstained"),
        ("it got `13` votes", "it got 13 votes"),
        ("3 * 4 * 5 and file_name_here", "3 * 4 * 5 and file_name_here"),
        ("* one\n- two", "* one\n- two"),
        ("```\nvetoed = 3\n```\nIt passed", "\n\n\nIt passed"),
        ("a <!-- vetoed --> b", "a  b"),
        ("| For | Against |\n|-----|:-------:|\n| 13 | 2 |", "  For   Against  \n\n  13   2  "),
        ("It \\*passed\\*", "It *passed*"),
        ("S/PV.9929 and A/RES/68/262", "S/PV.9929 and A/RES/68/262"),
    ],
)
def test_marks_go_and_words_stay(markdown: str, prose: str) -> None:
    covered = cover_markup(markdown)
    assert covered.replace("\u00ad", "") == prose
    assert len(covered) == len(markdown)


@given(st.text(alphabet='ab1 \n*_`~#>|-=[]()!<>/\\^:".é—', max_size=200))
def test_every_character_that_is_not_covered_stays_in_its_place(markdown: str) -> None:
    covered = cover_markup(markdown)
    assert len(covered) == len(markdown)
    for before, after in zip(markdown, covered, strict=True):
        assert after in (before, "\u00ad") or (before, after) == ("|", " ")


@pytest.mark.parametrize("unit", ["[", "[a](", "<a ", "<!--", "***", "_ ", "```\n", "---\n", "|-", "![a", "[a]["])
def test_the_cover_of_a_long_run_of_marks_is_as_long_as_the_run(unit: str) -> None:
    run = unit * 50_000
    assert len(cover_markup(run)) == len(run)
