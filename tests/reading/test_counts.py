"""How often and for the how-manieth time: which acts a sentence counts, whose, on what, over what time."""

from __future__ import annotations

import pytest

from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.lexicon import lexicon
from onrecord.reading.read import read
from onrecord.record.layers import SHIPPED, Layers
from onrecord.record.store import Record

RECORD = Record(Layers((SHIPPED,)))
WORDS = lexicon(RECORD.aliases)


def claims(text: str) -> list[Count | Generalisation]:
    return [c for c in read(text, WORDS).claims if isinstance(c, Count | Generalisation)]


def counts(text: str) -> list[Count]:
    return [c for c in claims(text) if isinstance(c, Count)]


def whose(claim: Count | Generalisation) -> list[str]:
    return sorted({alias.code for named in claim.acts.members.named for alias in named.aliases})


ORDINALS = [
    # text, order, what, whose
    ("It was the third American veto since October.", 3, "veto", ["USA"]),
    ("Washington cast its sixth veto on Thursday.", 6, "veto", ["USA"]),
    ("The US has used its veto for the fifth time this year.", 5, "veto", ["USA"]),
    ("It was the second time in July that Beijing had used its veto.", 2, "veto", ["CHN"]),
    ("Fifth US veto on Gaza since Oct 7!!", 5, "veto", ["USA"]),
    ("For France it was the 18th veto in all.", 18, "veto", ["FRA"]),
    ("China abstained for the fourth time on a Haiti text.", 4, "abstain", ["CHN"]),
    ("It was only the second time that Japan voted against a draft.", 2, "no", ["JPN"]),
    ("Tuesday's vote was China's twenty-second veto.", 22, "veto", ["CHN"]),
    ("The US vetoed the text on Monday, its third veto of the war.", 3, "veto", ["USA"]),
    ("The third Gaza text that Washington has vetoed was Algerian.", 3, "veto", ["USA"]),
    ("French vetoes are rare. Its second, in 1947, is forgotten.", 2, "veto", ["FRA"]),
]


@pytest.mark.parametrize(("text", "order", "what", "members"), ORDINALS)
def test_an_ordinal_numbers_an_act_of_its_owner(text: str, order: int, what: str, members: list[str]) -> None:
    claim = counts(text)[-1]
    assert (claim.ordinal, claim.acts.what, whose(claim)) == (order, what, members)


QUANTITIES = [
    # text, value, what, whose
    ("Britain has used its veto 32 times.", 32, "veto", ["GBR"]),
    ("Ninety-five times the United States has cast its veto.", 95, "veto", ["USA"]),
    ("Since 1990 France has cast two vetoes.", 2, "veto", ["FRA"]),
    ("Washington has vetoed more than 45 drafts.", 45, "veto", ["USA"]),
    ("Five drafts on Haiti have been vetoed by China.", 5, "veto", ["CHN"]),
    ("France voted against three resolutions last year.", 3, "no", ["FRA"]),
    ("Switzerland abstained twice in 2023.", 2, "abstain", ["CHE"]),
    ("China has vetoed but twice since 1991.", 2, "veto", ["CHN"]),
    ("China has used its veto sparingly: only five times since 1945.", 5, "veto", ["CHN"]),
    ("Obama's envoys used the veto exactly once in eight years.", 1, "veto", ["USA"]),
    ("The number of French vetoes now stands at 17.", 17, "veto", ["FRA"]),
    ("Having vetoed three times, Paris abstained.", 3, "veto", ["FRA"]),
]


@pytest.mark.parametrize(("text", "value", "what", "members"), QUANTITIES)
def test_a_number_counts_the_acts_of_whoever_does_them(text: str, value: int, what: str, members: list[str]) -> None:
    claim = counts(text)[0]
    assert claim.quantity is not None
    assert (claim.quantity.integer, claim.acts.what, whose(claim)) == (value, what, members)


ELLIPSIS = [
    # text, values of the counts in order
    ("The Soviet Union vetoed 90 times. The United States has done so 28 times since 1990.", [90, 28]),
    ("Between 2011 and 2022 Russia vetoed seventeen drafts on Syria, China ten.", [17, 10]),
    ("Britain has cast 32 vetoes. Seven of them were cast alone.", [32, 7]),
    ("Critics count Russian vetoes. Forty-one since 1991, they say.", [41]),
    ("In 1981 the United States cast five vetoes. In 1982 there were eight.", [5, 8]),
]


@pytest.mark.parametrize(("text", "values"), ELLIPSIS)
def test_a_bare_number_counts_what_was_spoken_of(text: str, values: list[int]) -> None:
    found = counts(text)
    assert [c.quantity.integer if c.quantity else None for c in found] == values
    assert all(c.acts.what == "veto" for c in found)


def test_a_part_keeps_the_time_and_the_members_of_the_whole() -> None:
    whole, part = counts("Last year the United States cast seven vetoes. Three of them fell in a single sitting.")
    assert (part.of_those, part.acts.one_day, whose(part)) == (True, True, ["USA"])
    assert [d.form for d in part.acts.period] == [d.form for d in whole.acts.period]


TIMES = [
    # text, roles of the dates that bound the count, whether words without a date do
    ("Russia has vetoed six texts since March 2014.", ["since"], False),
    ("Between 1974 and 1989 Britain vetoed 20 texts.", ["between"], False),
    ("It was the fourth time since Ankara joined in January 2009 that it voted against the force.", ["since"], False),
    ("Since the war began the Americans have vetoed three texts.", [], True),
    ("By the end of the 1960s the Soviet Union had used the veto 80 times.", ["until"], False),
    ("On Monday Russia cast its third veto.", [], False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "roles", "words"), TIMES)
def test_which_dates_bound_a_count(text: str, roles: list[str], words: bool) -> None:
    acts = counts(text)[0].acts
    assert ([d.role for d in acts.period], bool(acts.since)) == (roles, words)


HOW = [
    ("China has vetoed alone three times.", "alone", True),
    ("Last year alone China vetoed three texts.", "alone", False),
    ("France and Britain have vetoed together 13 times.", "together", True),
    ("China has vetoed alongside Russia 14 times.", "companions_chose", "same"),
    ("On 13 December 1955 Moscow cast fifteen vetoes in a single sitting.", "one_day", True),
    ("Russia vetoed two amendments.", "noun", "amendments"),
    ("Russia has vetoed two draft resolutions.", "noun", "draft resolutions"),
]


@pytest.mark.parametrize(("text", "field", "value"), HOW)
def test_how_and_with_whom(text: str, field: str, value: object) -> None:
    assert getattr(counts(text)[0].acts, field) == value


COUNCIL = [
    ("The Security Council adopted 44 resolutions in 2025.", "adopted", 44),
    ("Last week the Council voted five times on aid to Syria.", "vote", 5),
    ("In twelve days the Council has put four draft resolutions on Gaza to the vote.", "vote", 4),
    ("Seven vetoes were cast in 2024.", "vetoed", 7),
    ("Six drafts were vetoed last year.", "vetoed", 6),
]


@pytest.mark.parametrize(("text", "what", "value"), COUNCIL)
def test_what_the_council_did_so_often(text: str, what: str, value: int) -> None:
    claim = counts(text)[0]
    assert claim.quantity is not None
    assert (claim.acts.what, claim.quantity.integer, whose(claim)) == (what, value, [])


NO_COUNT = [
    "Three members abstained.",
    "The resolution got nine votes, with six abstentions.",
    "Two of the ten elected members leave in December.",
    "The first veto fell on Tuesday, the second on Friday.",
    "Should Russia veto again, it would be its fifth veto this year.",
    "Will it be the sixth American veto?",
    "Russia could cast its third veto of the month on Friday.",
    "Washington has threatened a fourth veto.",
    "The ambassador spoke for the third time.",
    "The Council met twice on Wednesday.",
    "A thirty-day extension was vetoed by Moscow.",
    "Russia vetoed the two drafts.",
    "One veto is enough.",
]


@pytest.mark.parametrize("text", NO_COUNT)
def test_what_is_no_count(text: str) -> None:
    assert counts(text) == []
