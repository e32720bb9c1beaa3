"""Which resolutions a text cites, in what typography, and what it says of them beyond the number."""

from __future__ import annotations

from functools import lru_cache

import pytest

from onrecord.reading.claims.vote import Reference
from onrecord.reading.lexicon import Lexicon, lexicon
from onrecord.reading.read import read
from onrecord.record.layers import SHIPPED, Layers
from onrecord.record.store import Record


@lru_cache(maxsize=1)
def words() -> Lexicon:
    return lexicon(Record(Layers((SHIPPED,))).aliases)


def cited(text: str) -> list[str]:
    return [one.symbol for sentence in read(text, words()).cited for one in sentence]


def references(text: str) -> list[Reference]:
    return [claim for claim in read(text, words()).claims if isinstance(claim, Reference)]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Resolution 1325 still matters.", ["S/RES/1325"]),
        ("Resolutions 242 and 338 still matter.", ["S/RES/242", "S/RES/338"]),
        ("Resolutions 242, 338 and 497 still matter.", ["S/RES/242", "S/RES/338", "S/RES/497"]),
        ("UNSCR 1701 still matters.", ["S/RES/1701"]),
        ("Res. 1701 still matters.", ["S/RES/1701"]),
        ("Security Council resolution no. 1701 still matters.", ["S/RES/1701"]),
        ("The resolution, number 1701, still matters.", ["S/RES/1701"]),
        ("The truce resolution, 1701, still matters.", ["S/RES/1701"]),
        ("S/RES/1701 (2006) still matters.", ["S/RES/1701"]),
        ("1701 (2006) still matters.", ["S/RES/1701"]),
        ("Draft S/2020/654 was vetoed.", ["S/2020/654"]),
        ("A/RES/46/86 still matters.", ["A/RES/46/86"]),
        ("Resolution 68/262 still matters.", ["A/RES/68/262"]),
        ("Resolution ES-11/1 still matters.", ["A/RES/ES-11/1"]),
        ("General Assembly resolution 194 (III) still matters.", ["A/RES/194(III)"]),
        ("General Assembly resolution 194 still matters.", ["A/RES/194"]),
        ("Resolution 3379 still matters.", ["A/RES/3379"]),
        ("House Resolution 894 was adopted.", []),
        ("The resolution won 120 votes.", []),
        ("A resolution 90 days old.", []),
    ],
)
def test_a_number_is_read_as_the_symbol_it_stands_for(text: str, symbols: list[str]) -> None:
    assert cited(text) == symbols


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Resolution 1701 (2006) still matters.", 2006),
        ("Resolution 1701 of 2006 still matters.", 2006),
        ("Resolution 1701, of 2006, still matters.", 2006),
        ("The 2006 resolution 1701 still matters.", 2006),
        ("Resolution 1701 was adopted in 2006.", 2006),
        ("In 2006 the Council adopted resolution 1701.", 2006),
        ("UNIFIL was set up by resolution 425 in 1978.", 1978),
    ],
)
def test_the_year_that_a_resolution_is_said_to_be_of(text: str, year: int) -> None:
    assert references(text)[0].year == year


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Resolution 1701, adopted in August 2006, still matters.", "Resolution 1701, adopted in August 2006"),
        ("Resolution 1701 of 11 August 2006 still matters.", "Resolution 1701 of 11 August 2006"),
        ("Yesterday's resolution, number 1701, still matters.", "Yesterday's resolution, number 1701"),
        ("In August resolution 1701 ended the war.", "In August resolution 1701 ended the war"),
        ("Resolution 1701 (August 2006) still matters.", "Resolution 1701 (August 2006)"),
    ],
)
def test_the_date_that_a_resolution_is_said_to_be_of(text: str, stretch: str) -> None:
    claim = references(text)[0]
    assert claim.date is not None
    assert text[claim.start : claim.end] == stretch


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Resolution 1701, which ended the war in Lebanon, still matters.", "which ended the war in Lebanon"),
        ("Resolution 1325 on women still matters.", "on women"),
        ("Resolution 1701 (the truce in Lebanon) still matters.", "the truce in Lebanon"),
        ("Resolution 1701 extended the force in Lebanon.", "extended the force in Lebanon"),
        ("Resolution 1325 is the one about women and peace.", "is the one about women and peace"),
        ("Palau was recommended under resolution 963.", "Palau was recommended"),
    ],
)
def test_the_subject_that_a_resolution_is_said_to_have(text: str, subject: str) -> None:
    assert (references(text)[0].subject or "").strip() == subject


@pytest.mark.parametrize(
    "text",
    [
        "It was given the number 1701.",
        "It went into the books as resolution 1701.",
        "It goes down as resolution 1701.",
    ],
)
def test_a_text_may_be_said_to_have_a_number(text: str) -> None:
    [claim] = references(f"The Council adopted a truce for Lebanon in August 2006. {text}")
    assert (claim.symbol, claim.of_it) == ("S/RES/1701", True)


@pytest.mark.parametrize(
    "text",
    ["Then came 1874 in June 2009.", "1874 followed in June 2009.", "It began with resolution 1718 in October 2006."],
)
def test_a_number_may_be_said_to_have_come_at_a_time(text: str) -> None:
    assert references(f"Resolution 2375 still matters. {text}")[-1].date is not None


def test_a_resolution_may_be_dated_in_the_next_sentence() -> None:
    assert references("Resolution 1701 is famous. It dates from August 2006.")[0].symbol == "S/RES/1701"


NOTHING = [
    "Resolution 1701 still matters.",
    "On Monday Russia cited resolution 242.",
    "On Monday resolution 242 was quoted by the minister.",
    "The minister invoked resolution 242 in 2005.",
    "The mandate under resolution 1701 ends in December.",
    "Was resolution 1701 adopted in 2006?",
    "Resolution 418, which the African group had drafted, passed.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_number_alone_or_a_date_that_is_not_its_own_is_no_claim(text: str) -> None:
    assert references(text) == []
