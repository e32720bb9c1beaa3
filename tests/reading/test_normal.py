"""What a text is read as, character by character, and the way back to its own."""

from __future__ import annotations

import pytest

from onrecord.reading.normal import normalise


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("It wasn&rsquo;t vetoed &ndash; or was it&#63;", "It wasn't vetoed – or was it?"),
        ("AT&T and R&D abstained; a &lt b", "AT&T and R&D abstained; a &lt b"),
        ("The <b>United States</b> vetoed it.", "The United States vetoed it."),
        ("<p>China abstained.</p><p>So did Russia.</p>", "\n\nChina abstained.\n\n\n\nSo did Russia.\n\n"),
        ('1 < 2 > 0, <br class="x">and <nobody> knows', "1 < 2 > 0, \nand <nobody> knows"),
    ],
)
def test_html_left_in_a_text_is_what_it_stands_for(text: str, read: str) -> None:
    assert normalise(text).text == read


def test_the_way_back_leads_to_the_words_as_they_stand() -> None:
    text = "<li>China&rsquo;s delegate <em>abstained</em>.</li>"
    normal = normalise(text)
    start = normal.text.index("delegate")
    first, last = normal.original(start, start + len("delegate abstained"))
    assert text[first:last] == "delegate <em>abstained"


WRAPPED = """The Council met on Tuesday to vote on a text that its three
African members had drafted. It fell, because it was the
United States that vetoed it, and fourteen votes in favour
were no help to them. They will try again in a month, when
the chair passes to somebody who is more of their mind.

France
Japan
Malta
"""


def test_lines_that_a_column_broke_are_one_and_others_are_not() -> None:
    plain = normalise(WRAPPED).text
    assert len(plain) == len(WRAPPED)
    assert "three African" in plain
    assert "the United States" in plain
    assert "France\nJapan\nMalta\n" in plain


@pytest.mark.parametrize(
    "text",
    [
        "Russia vetoed it,\nfor the third time\nFrance abstained\nand the rest voted for it\nand went home.",
        "The United States vetoed the text that the council of ten\nThe United Kingdom abstained on what it had wanted",
    ],
)
def test_lines_that_somebody_ended_stay_apart(text: str) -> None:
    assert normalise(text).text == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Chad, of course, abstained.", "Chad abstained."),
        ("Chad, of course, and Mali abstained.", "Chad, and Mali abstained."),
        ("They were Chad, naturally, Mali and Togo.", "They were Chad, Mali and Togo."),
        ("Mali was against in New York as usual, after a long and bitter debate.", "Mali was against."),
        ("The talks in New York failed.", "The talks in New York failed."),
        ("After the talks it was adopted.", "After the talks it was adopted."),
    ],
)
def test_what_is_said_in_passing_is_left_out(text: str, read: str) -> None:
    assert normalise(text).text == read


def test_what_somebody_did_told_by_a_detour_keeps_its_opening() -> None:
    normal = normalise("So it was. What Chad did was to abstain.")
    assert normal.text == "So it was. Chad did abstain."
    assert normal.original(normal.text.index("Chad"), len(normal.text)) == (11, 40)
