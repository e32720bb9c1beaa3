"""What is said to have become of a text, with nothing on who voted how."""

from __future__ import annotations

from functools import lru_cache

import pytest

from onrecord.reading.claims.vote import Outcome
from onrecord.reading.lexicon import Lexicon, lexicon
from onrecord.reading.read import read
from onrecord.record.layers import SHIPPED, Layers
from onrecord.record.store import Record


@lru_cache(maxsize=1)
def words() -> Lexicon:
    return lexicon(Record(Layers((SHIPPED,))).aliases)


def outcomes(text: str) -> list[Outcome]:
    return [claim for claim in read(text, words()).claims if isinstance(claim, Outcome)]


BECAME = [
    # sentence, outcome, denied, the stretch that says so
    ("The Council adopted the text.", "adopted", False, "The Council adopted the text"),
    ("The motion went through.", "adopted", False, "The motion went through"),
    ("The resolution was adopted on Monday.", "adopted", False, "The resolution was adopted on Monday"),
    ("The draft sailed through the Council.", "adopted", False, None),
    ("A bid to end the embargo failed on Friday.", "failed", False, "A bid to end the embargo failed on Friday"),
    ("The draft Peru tabled fell.", "failed", False, None),
    ("The text fell one vote short.", "failed", False, None),
    ("The draft lacked the votes.", "failed", False, None),
    ("The draft, a compromise, came to nothing.", "failed", False, None),
    ("The resolution was voted down.", "failed", False, None),
    ("The Council threw out the text.", "failed", False, None),
    ("The resolution sank.", "failed", False, None),
    ("The resolution was vetoed.", "vetoed", False, None),
    ("The draft came up short on Monday.", "failed", False, "The draft came up short on Monday"),
    ("The text did not pass.", "adopted", True, None),
    ("The draft was not adopted.", "adopted", True, None),
    ("The Council failed to adopt the resolution.", "adopted", True, None),
    ("The Council could not agree on a text.", "adopted", True, None),
    ("Two drafts were tabled. Neither was adopted.", "adopted", True, None),
    ("Two texts were voted on. The second, milder one failed as well.", "failed", False, None),
    ("Eight members backed the text, and it was not enough.", "failed", False, "it was not enough"),
    ("The text never made it past the Council.", "failed", False, None),
    ("The draft never saw the light of day.", "failed", False, None),
    ("The text did not get past the Council.", "adopted", True, None),
    ("The draft ended up in the bin.", "failed", False, None),
    ("The draft fell victim to a veto.", "vetoed", False, None),
    ("The draft failed by two votes in the Council.", "failed", False, None),
    ("The text was carried on Tuesday.", "adopted", False, None),
    ("The draft got the Security Council's blessing.", "adopted", False, None),
]


@pytest.mark.parametrize(("text", "outcome", "denied", "stretch"), BECAME, ids=[row[0] for row in BECAME])
def test_what_became_of_a_text(text: str, outcome: str, denied: bool, stretch: str | None) -> None:
    claim = outcomes(text)[-1]
    assert (claim.outcome, claim.negated) == (outcome, denied)
    if stretch is not None:
        assert text[claim.start : claim.end] == stretch


ACTS = [
    "On Monday the Council extended the mission in Cyprus.",
    "The sanctions on Iraq were lifted on Monday.",
    "Mongolia was let in on Monday.",
    "UNIFIL lives for another year.",
    "The mission in Sudan gets its final extension.",
    "The mission in Mali was wound up.",
    "The Assembly condemned the invasion.",
]


@pytest.mark.parametrize("text", ACTS)
def test_what_a_text_did_says_that_it_was_adopted(text: str) -> None:
    claim = outcomes(text)[0]
    assert (claim.outcome, claim.act, bool(claim.words)) == ("adopted", True, True)


def test_the_next_text_may_meet_the_fate_of_the_one_before() -> None:
    assert [c.outcome for c in outcomes("The draft failed. A second draft met the same end.")] == ["failed", "failed"]


def test_it_is_the_body_where_a_body_leads_the_sentence_before() -> None:
    claims = outcomes("In May the Council ended the mission in Mali. In June it ended the mission in Sudan.")
    assert [c.by_body for c in claims] == [True, True]


def test_an_amendment_is_told_from_its_text() -> None:
    assert outcomes("The amendment was rejected.")[0].amendment


NOTHING = [
    "The draft may fail.",
    "If the draft fails, the Council will meet again.",
    "Will the text pass?",
    "The Council should adopt the text.",
    "The Council has never adopted a text on Peru.",
    "Every time the Council has asked for reports, they came.",
    "Only one draft was vetoed.",
    "The text was vetoed by Russia.",
    "The resolution was adopted by twelve votes to none.",
    "The Council adopted its agenda.",
    "The plan was carried out in May.",
    "The Council passed resolution 1325.",
    "The House passed the bill.",
    "The people have waited and were not asked.",
    "The Council tells its members about the text.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_outcome_or_is_said_better_by_another_claim(text: str) -> None:
    assert outcomes(text) == []
