"""How texts were carried over time: the first without unanimity, never against a vote, so many years in a row."""

from __future__ import annotations

import pytest

from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.lexicon import lexicon
from onrecord.reading.read import read
from onrecord.record.layers import SHIPPED, Layers
from onrecord.record.store import Record

WORDS = lexicon(Record(Layers((SHIPPED,))).aliases)


def claims(text: str) -> list[Count | Generalisation]:
    return [c for c in read(text, WORDS).claims if isinstance(c, Count | Generalisation)]


GENERAL = [
    # text, form, how the texts were carried
    ("It was the first unanimous renewal of the force since 2014.", "first", "unanimous"),
    ("For the first time in ten years the mandate was renewed without unanimity.", "first", "divided"),
    ("It was the first time that an extension of UNIFIL had failed to win unanimity.", "first", "divided"),
    ("These were the first abstentions on the mission since 2006.", "first", "abstained"),
    ("It is the first time that nobody has voted against the mission's renewal.", "first", "unopposed"),
    ("The Mali sanctions had never before been renewed on a split vote.", "never", "divided"),
    ("Not one renewal of the panel had drawn so much as an abstention.", "never", "abstained"),
    ("No vote on the mission had been anything but unanimous.", "never", "divided"),
    ("Not since 2017 has the mandate been renewed unanimously.", "never", "unanimous"),
    ("Not one resolution of last year had a single vote against it.", "never", "opposed"),
    ("Every text on the Somali pirates since 2008 has been unanimous.", "every", "unanimous"),
    ("UNIFIL had always been renewed unanimously.", "every", "unanimous"),
    ("They were the only noes the mission has ever met with.", "only", "opposed"),
]


@pytest.mark.parametrize(("text", "form", "carried"), GENERAL)
def test_what_is_said_of_how_texts_were_carried(text: str, form: str, carried: str) -> None:
    (claim,) = claims(text)
    assert isinstance(claim, Generalisation)
    assert (claim.form, claim.acts.what, claim.acts.carried) == (form, "adopted", carried)


ROWS = [
    # text, order, by what it is counted, what
    ("It was the second year in a row that the force was not renewed unanimously.", 2, "year", "adopted"),
    ("For the third year running the embargo scraped by on nine.", 3, "year", "adopted"),
    ("It was the fourth consecutive renewal of the mission without unanimity.", 4, "vote", "adopted"),
    ("For the third year in a row China abstained on the renewal.", 3, "year", "abstain"),
    ("It was the second straight time that Russia vetoed a text on Syria.", 2, "vote", "veto"),
]


@pytest.mark.parametrize(("text", "order", "by", "what"), ROWS)
def test_so_many_in_a_row(text: str, order: int, by: str, what: str) -> None:
    (claim,) = claims(text)
    assert isinstance(claim, Count)
    assert (claim.ordinal, claim.in_a_row, claim.acts.what) == (order, by, what)


ONE_VOTE = [
    "The resolution was adopted unanimously.",
    "There were no abstentions.",
    "It was the first American abstention on Cuba.",
    "No African member voted against it.",
]


@pytest.mark.parametrize("text", ONE_VOTE)
def test_what_is_told_of_one_vote_or_of_a_member_is_not_of_all_texts(text: str) -> None:
    assert not [c for c in claims(text) if c.acts.carried]
