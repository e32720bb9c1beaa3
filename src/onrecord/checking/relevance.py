"""Which vote events a stretch of text may be about by its subject, apart from who is said to have voted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.checking.docket import Docket
from onrecord.checking.subjects import Relevance, SubjectIndex
from onrecord.checking.subjects_phrases import member_term
from onrecord.reading.claims.vote import Position, VoteClaim

ENOUGH = 3.0
"""Weight of the terms that a subject takes, a country's name having about five; of less, whatever fits, fits little."""


def relevance(docket: Docket, texts: Sequence[str], claims: Iterable[VoteClaim] = ()) -> Relevance:
    """Vote event id to relevance, 0 to 1; of sentences that name nothing but the voters of their claims, nothing is.

    Sentence by sentence, since the same ones are asked after alone, with their neighbours and as part of a document.
    """
    index = docket.subjects
    terms = frozenset[str]().union(*map(index.terms, texts))
    said = index.weight(terms - voters(" ".join(texts), claims, index))
    found = index.relevance(terms if said > 0 else ())
    return found if said >= ENOUGH else found.lowered(said / ENOUGH)


def voters(text: str, claims: Iterable[VoteClaim], index: SubjectIndex) -> frozenset[str]:
    """Those said to have voted, unless the vote is said to have been on them as well: "for Rwanda, … and Rwanda"."""
    named = [name for claim in claims if isinstance(claim, Position) for name in claim.members.named]
    texts = {name.text for name in named}
    subjects = {one for one in texts if _voted_on(one, text)}
    voting = [name for name in named if name.text not in subjects]
    if not voting:
        return frozenset()
    # a name may stand for a place besides: that Yugoslavia voted makes no text one on the former Yugoslavia
    places = (term for term in index.terms("; ".join({n.text: n for n in voting})) if term.startswith("place:"))
    return frozenset(member_term(alias.code) for name in voting for alias in name.aliases).union(places)


def _voted_on(name: str, text: str) -> bool:
    """Whether the text has the name behind a word that says what a vote was on."""
    place = text.find(name)
    while place >= 0 and not text.endswith(LEADS, 0, place):
        place = text.find(name, place + 1)
    return place >= 0 and re.search(rf"\b(?:{'|'.join(ON)}) (?:the )?{re.escape(name)}\b", text) is not None


ON = ("on", "over", "about", "concerning", "for")
"""Words in front of what a vote was on."""
LEADS = tuple(f"{word}{article}" for word in ON for article in (" ", " the "))
