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
