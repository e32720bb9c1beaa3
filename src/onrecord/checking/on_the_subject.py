"""Votes on what a text names, of which all that it tells is so, without a time: "Germany abstained on Libya"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds, judge
from onrecord.checking.relevance import voters
from onrecord.checking.scope_rows import PLACES
from onrecord.checking.subjects_phrases import PERMANENT_TERMS
from onrecord.reading.claims.vote import VoteClaim
from onrecord.record.model import Kind, VoteEvent

SEVERAL = 6
"""Of more votes than these what is told says too little of which it means."""
MATTERS = ("member:", "place:", "issue:", "war:", "mission:")
"""Kinds of terms that name what a vote was about."""


def on_the_subject(
    texts: Sequence[str], claims: Sequence[VoteClaim], docket: Docket, until: date | None
) -> list[VoteEvent]:
    """The events up to a day, in the order of their ids; none where they are too many to be meant."""
    for terms in _subjects(texts, claims, docket):
        found = [
            event
            for event_id in sorted(docket.subjects.about(terms))
            if (event := docket.by_id[event_id]).kind is not Kind.AMENDMENT
            and (until is None or event.date <= until)
            and all(judge(claim, event, docket).holds is Holds.YES for claim in claims)
        ]
        if 0 < len(found) <= SEVERAL:
            return found
    return []


def _subjects(texts: Sequence[str], claims: Sequence[VoteClaim], docket: Docket) -> Iterator[frozenset[str]]:
    """All that the texts name apart from who voted; then only the states and places."""
    terms = frozenset[str]().union(*map(docket.subjects.main_terms, texts)) - PERMANENT_TERMS
    terms -= voters(" ".join(texts), claims, docket.subjects)
    whole = frozenset(term for term in terms if term.startswith(MATTERS))
    where = frozenset(term for term in whole if term.startswith(PLACES))
    yield whole
    if where != whole:
        yield where
