"""Apostrophes left out, torn off or spoilt are read as they were meant, and every place leads back to the text."""

import pytest

from onrecord.reading.apostrophes import left_out, mended
from onrecord.reading.normal import normalise

NAMES = {"russia": True, "china": True, "korea": True, "turkey": False}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("It didnt pass, and Russia wont say why.", "It didn't pass, and Russia won't say why."),
        ("Russias veto was not Chinas.", "Russia's veto was not China's."),
        ("russias vote and the UKs", "russia's vote and the UK's"),
        ("Turkeys vote on turkeys", "Turkey's vote on turkeys"),
        ("the Koreas, both Koreas and Koreas vote", "the Koreas, both Koreas and Korea's vote"),
        ("after Mondays vote the Security Councils members", "after Monday's vote the Security Council's members"),
        ("on Mondays the councils of cities meet", "on Mondays the councils of cities meet"),
        ("as was its wont, in the last years of the war", "as was its wont, in the last years of the war"),
        ("last years text, todays vote", "last year's text, today's vote"),
        ("Russia s veto wasn t a surprise", "Russia's veto wasn't a surprise"),
        ("the US?s envoy didn\ufffdt speak", "the US's envoy didn't speak"),
        ("Did the US? The council", "Did the US? The council"),
    ],
)
def test_apostrophes_stand_where_they_were_meant(written: str, meant: str) -> None:
    assert normalise(written, NAMES).text == meant


def test_places_lead_back_through_apostrophes_put_in_and_marks_dropped() -> None:
    text = "Chinas so\u00adcalled veto didnt count, said Russias envoy"
    normal = normalise(text, NAMES)
    for word, written in (
        ("China's", "Chinas"),
        ("socalled", "so\u00adcalled"),
        ("didn't", "didnt"),
        ("envoy", "envoy"),
    ):
        start = normal.text.index(word)
        first, last = normal.original(start, start + len(word))
        assert text[first:last] == written


def test_a_text_without_such_writing_is_left_as_it_is() -> None:
    text = "The Russians said it was China's veto, not theirs; Lots of texts failed."
    assert left_out(text, NAMES) == []
    assert mended(text) == text
    assert normalise(text, NAMES).offsets is None
