"""What a sentence says is not so."""

from __future__ import annotations

import pytest

from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import Position
from onrecord.reading.lexicon import Lexicon, lexicon
from onrecord.reading.read import read
from onrecord.record.layers import SHIPPED, Layers
from onrecord.record.store import Record


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return lexicon(Record(Layers((SHIPPED,))).aliases)


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that Russia vetoed resolution 2728.",
        "Nor is it right that Russia vetoed resolution 2728.",
        "It is a myth that Russia vetoed resolution 2728.",
        "I was mistaken when I wrote that Russia vetoed resolution 2728.",
        "There is no truth in the rumour that Russia vetoed resolution 2728.",
        "Russia did not, as your paper has it, veto resolution 2728.",
        "Russia did not, contrary to what we wrote, veto resolution 2728.",
        "The paper wrongly claimed that Russia vetoed resolution 2728.",
        "Contrary to reports that Russia vetoed resolution 2728, it passed.",
    ],
)
def test_what_one_member_is_denied_to_have_done_it_did_not_do(text: str, words: Lexicon) -> None:
    positions = [c for c in read(text, words).claims if isinstance(c, Position)]
    assert [(p.choice, p.negated) for p in positions] == [("veto", True)]


def test_of_a_count_that_is_denied_nothing_is_asserted(words: Lexicon) -> None:
    assert not read("It is untrue that resolution 2728 passed by 15 votes to none.", words).claims


def test_what_stands_behind_the_denial_is_asserted(words: Lexicon) -> None:
    text = "It is wrong to say that China vetoed resolution 1973: it abstained."
    positions = [c for c in read(text, words).claims if isinstance(c, Position)]
    assert [(p.choice, p.negated) for p in positions] == [("veto", True), ("abstain", False)]


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that Canada sat on the Security Council in 2011.",
        "The claim that Canada sat on the Security Council in 2011 is false.",
    ],
)
def test_who_is_denied_to_have_sat_there_did_not(text: str, words: Lexicon) -> None:
    seats = [c for c in read(text, words).standing if isinstance(c, Membership)]
    assert [(s.form, s.negated) for s in seats] == [("seat", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The claim that Ghana has never sat on the Security Council is false.",
        "It is wrong to say that the Security Council has twenty members.",
        "It is not true that a resolution of the Security Council needs ten votes.",
        "The claim that France cast its last veto in 1976 was removed.",
        "I struck the line saying that Canada voted for resolution 1973.",
        "Myth 3: China vetoed resolution 2803.",
        "True or false: Germany is a permanent member of the Security Council.",
        "China vetoed resolution 2803. True or false?",
    ],
)
def test_of_what_else_is_denied_or_taken_out_nothing_is_asserted(text: str, words: Lexicon) -> None:
    reading = read(text, words)
    assert [*reading.claims, *reading.standing] == []
