"""What is shouted is read as others write it, each letter in its place."""

from __future__ import annotations

import pytest

from onrecord.reading.small_letters import whispered

SHOUTED = {
    "THE US VETOED S/2024/353, 14-1, ON 4 JUNE.": "The US vetoed S/2024/353, 14-1, on 4 june.",
    "CHAD WAS WITH US THAT DAY. So was Mali.": "Chad was with us that day. So was Mali.",
    "Nobody moved. NOT ONE OF THEM ABSTAINED THEN! So it passed.": "Nobody moved. Not one of them abstained then! "
    "So it passed.",
}
AS_IT_STANDS = [
    "AGAINST: CHINA, RUSSIA, CHAD AND MALI",
    "FOR 11 (USA, UK).",
    "The US, UK and USSR voted for S/RES/2803.",
    "BREAKING NEWS",
]


@pytest.mark.parametrize(("text", "said"), SHOUTED.items())
def test_a_sentence_in_capitals_is_read_without_them(text: str, said: str) -> None:
    assert whispered(text) == said
    assert len(said) == len(text)


@pytest.mark.parametrize("text", AS_IT_STANDS)
def test_labels_and_short_names_keep_theirs(text: str) -> None:
    assert whispered(text) == text
