"""Figures, seats and rules read from any text: spans lie in it, and repeated text costs only its length."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.lexicon import lexicon
from onrecord.reading.read import read
from onrecord.record.store import open_record

WORDS = st.sampled_from(
    [
        "Gaza", "Israel", "killed", "dead", "36,000", "over", "nearly", "half", "a", "million", "the", "of",
        "and", "in", "Council", "Security Council", "seat", "term", "elected", "member", "permanent", "needs",
        "nine", "votes", "veto", "could", "have", "blocked", "Russia", "Germany", "no", "1999", "June", "since",
        "until", ",", ".", ";", "?", "if", "$3.8bn", "aid", "a year", "refugees", "Jordan", "UNRWA", "of them",
        "its", "who", "joined", "left", "never", "’s",
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(WORDS, max_size=60))
def test_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    reading = read(text, lexicon(open_record().aliases))
    for claim in reading.standing:
        assert 0 <= claim.start < claim.end <= len(reading.normal.text)
