"""All, every, never, the first, the last, the only one: what a sentence says of every act of a kind."""

from __future__ import annotations

import pytest

from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.lexicon import lexicon
from onrecord.reading.read import read
from onrecord.record.layers import SHIPPED, Layers
from onrecord.record.store import Record

RECORD = Record(Layers((SHIPPED,)))
WORDS = lexicon(RECORD.aliases)


def generalisations(text: str) -> list[Generalisation]:
    return [c for c in read(text, WORDS).claims if isinstance(c, Generalisation)]


def whose(claim: Generalisation) -> list[str]:
    return sorted({alias.code for named in claim.acts.members.named for alias in named.aliases})


DENIED = [
    ("It was not the first time that Washington had blocked a Gaza text.", True),
    ("It was not Washington's first veto on Gaza.", True),
    ("It wasn't the first US veto on Gaza.", True),
    ("It was hardly the first US veto on Gaza.", True),
    ("It was far from the first US veto on Gaza.", True),
    ("It was by no means the first time that Russia had used its veto.", True),
    ("Not for the first time, Washington vetoed a Gaza text in November 2024.", True),
    ("It was not the only American veto of 2024.", True),
    ("Nor was Thursday's veto Washington's first of the year.", True),
    ("It was the first American veto since 2011.", False),
    ("That, believe it or not, was the first American veto in twenty years.", False),
    ("It was not only the first US veto on Gaza, but the last.", False),
    ("Not until 1970 did the US cast its first veto.", False),
    ("Russia did not cast its first veto on Syria until 2011.", False),
]


@pytest.mark.parametrize(("text", "denied"), DENIED)
def test_a_place_among_acts_may_be_denied(text: str, denied: bool) -> None:
    assert generalisations(text)[0].denied is denied


FORMS = [
    # text, form, what, whose
    ("China has never vetoed alone.", "never", "veto", ["CHN"]),
    ("France has not vetoed anything since December 1989.", "never", "veto", ["FRA"]),
    ("No British veto has been cast since 1989.", "never", "veto", ["GBR"]),
    ("Not once since October has Washington voted for a Russian draft.", "never", "yes", ["USA"]),
    ("The United States has yet to veto a text on Africa.", "never", "veto", ["USA"]),
    ("At no time since 1989 has Britain used its veto.", "never", "veto", ["GBR"]),
    ("In the whole of the 1990s France cast no veto.", "never", "veto", ["FRA"]),
    ("Say what you like about the French: they have not vetoed anything since 1989.", "never", "veto", ["FRA"]),
    ("Washington has blocked every ceasefire text.", "every", "veto", ["USA"]),
    ("China abstained, as it has on every resolution on Haiti.", "every", "abstain", ["CHN"]),
    ("China has always voted against sanctions on Cuba.", "every", "no", ["CHN"]),
    ("All ceasefire drafts on Gaza have been vetoed by Washington.", "every", "veto", ["USA"]),
    ("It was the first American veto since 2011.", "first", "veto", ["USA"]),
    ("For the first time since 2016 France abstained on a text about Israel.", "first", "abstain", ["FRA"]),
    ("Not until March 1970 did the United States use its veto.", "first", "veto", ["USA"]),
    ("Not since 2011 had Washington vetoed a resolution.", "first", "veto", ["USA"]),
    ("Britain last used its veto in 1989.", "last", "veto", ["GBR"]),
    ("The last French veto came in December 1989.", "last", "veto", ["FRA"]),
    ("The last time France vetoed was in 1989.", "last", "veto", ["FRA"]),
    ("It was the only veto that France ever cast by itself.", "only", "veto", ["FRA"]),
    ("Only China has used the veto since 2020.", "sole", "veto", ["CHN"]),
    ("China is the only country to have vetoed a text on climate change.", "sole", "veto", ["CHN"]),
    ("China has cast more vetoes than any other permanent member.", "most", "veto", ["CHN"]),
    ("No country has vetoed as often as France.", "most", "veto", ["FRA"]),
    ("China uses its veto least of the five.", "fewest", "veto", ["CHN"]),
    ("More than half of all American vetoes have concerned Israel.", "share", "veto", ["USA"]),
]


@pytest.mark.parametrize(("text", "form", "what", "members"), FORMS)
def test_what_is_said_of_all(text: str, form: str, what: str, members: list[str]) -> None:
    claim = generalisations(text)[0]
    assert (claim.form, claim.acts.what, whose(claim)) == (form, what, members)


def test_a_denial_of_anybody_is_of_all_who_may_be_meant() -> None:
    claim = generalisations("No African member has voted against a resolution since 1990.")[0]
    assert (claim.form, claim.acts.members.adjective, claim.acts.what) == ("never", "African", "no")


def test_the_body_is_said_never_to_have_acted() -> None:
    claim = generalisations("The Security Council has never adopted a resolution on Cuba.")[0]
    assert (claim.form, claim.acts.what, whose(claim)) == ("never", "adopted", [])


def test_every_one_of_the_acts_counted_before() -> None:
    text = "China has cast seventeen vetoes since 2007, every one of them in the company of the Russians."
    claim = generalisations(text)[0]
    assert claim.universe is not None
    assert (claim.form, claim.acts.companions_chose, claim.universe.companions_chose) == ("every", "same", "")


def test_others_who_voted_otherwise_on_the_same_texts() -> None:
    claim = generalisations("China has never blocked anything that Russia voted for.")[0]
    assert claim.acts.companions is not None
    assert (claim.acts.companions.named[0].text, claim.acts.companions_chose) == ("Russia", "yes")


def test_what_became_of_every_text() -> None:
    claim = generalisations("Every sanctions text on Pyongyang since 2006 had been adopted unanimously.")[0]
    assert (claim.form, claim.acts.what, claim.acts.carried) == ("every", "adopted", "unanimous")


def test_the_first_of_anybody_and_who_is_said_to_have_done_it() -> None:
    claim = generalisations("The first veto of all was the Soviet Union's, in February 1946.")[0]
    assert (claim.form, claim.of_all, len(claim.at)) == ("first", True, 1)


SPANS = [
    ("On Monday Washington vetoed the text, its first veto since 2006.", "its first veto since 2006"),
    ("The last of all came in December 1989, over Panama. French vetoes are rare.", None),
    ("They never met, and China has never vetoed alone.", "China has never vetoed alone"),
]


@pytest.mark.parametrize(("text", "said"), SPANS)
def test_a_claim_covers_its_own_clause(text: str, said: str | None) -> None:
    found = [text[c.start : c.end] for c in generalisations(text)]
    assert found == ([said] if said is not None else [])


NONE = [
    "A permanent member can veto any resolution.",
    "Every resolution needs nine votes.",
    "China rarely vetoes alone.",
    "Russia would veto every such text.",
    "Has China ever vetoed alone?",
    "If France had never vetoed, we would not be here.",
    "All fifteen members voted for the text.",
    "It was never tested.",
    "Britain and the United States have never vetoed each other's drafts.",
    "The first draft was watered down.",
    "It was the first time that the envoy had spoken.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_generalises_about_no_vote(text: str) -> None:
    assert generalisations(text) == []


def test_no_sentence_gives_two_claims_of_one_stretch() -> None:
    text = "For the first time since 2016 China abstained on every text that it had never vetoed before."
    found = [c for c in read(text, WORDS).claims if isinstance(c, Count | Generalisation)]
    assert all(a is b or a.end <= b.start or b.end <= a.start for a in found for b in found)
