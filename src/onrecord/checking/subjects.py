"""How well the subject of each vote event fits the words of a sentence or an article.

An inverted index with inverse document frequencies (Spärck Jones, A statistical interpretation of term
specificity, Journal of Documentation 28, 1972) over the terms that `subjects_phrases` finds.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.checking.subjects_events import event_subjects
from onrecord.checking.subjects_phrases import PERMANENT_TERMS, phrases_for
from onrecord.record.model import Kind, Outcome, VoteEvent
from onrecord.record.store import Record

_PLAIN_WORD = 0.4
"""A word that no table knows, against a term that one does."""
_USUAL_ACTOR = 0.3
"""A permanent member: in a text about votes it is mostly the one who voted."""
_AUTHOR = 0.8
"""Who wrote a text: it tells rival texts apart, and says little of their subject."""
_ACT = "act:"
"""Terms for what a text does (renews, ends, condemns) refine; they never make an event relevant alone."""
_FOCUS = 0.1
"""How much of the relevance hangs on how much of the event's own subject the query names."""
_ASIDE = 0.93
"""A rival text that found no majority, an amendment, a part: of two votes on one subject the less spoken of."""
_KEPT = 64
"""Relevances kept, since the threads of a text often ask for the same."""
_NAMED = 0.85
"""Strength from which a term is named outright rather than brought along."""
_MAIN_KINDS = frozenset((Kind.RESOLUTION, Kind.DRAFT))

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]
"""Events by their place among all of the body's, in the order in which they were taken."""


class SubjectIndex:
    """The subjects of one body's vote events, asked by terms."""

    def __init__(self, record: Record, body: str) -> None:
        """Read the body's events once; `body` is `unsc` or `unga`."""
        self._phrases = phrases_for(record.aliases)
        read = sorted(event_subjects(record, body, self._phrases), key=lambda row: (row[0].date, row[0].order))
        self._subjects = {event.id: subject for event, subject in read}
        self.ids = list(self._subjects)
        """In the order in which the votes were taken."""
        self.places = {event_id: place for place, event_id in enumerate(self.ids)}
        self.prominence = np.array([_prominence(event) for event, _ in read])
        """By place: how readily an event is what a text means, among those of its subject."""
        self._weigh_terms()
        self._relevance = lru_cache(maxsize=_KEPT)(self._reckoned)

    def terms(self, text: str, on: date | None = None) -> frozenset[str]:
        """The subject terms of a text: `member:PRK`, `place:darfur`, `issue:chemical-weapons`, or a plain word.

        `on` is the day the text speaks of, where it is known: phrases that meant something else then are
        left out.
        """
        return frozenset(self._phrases.weigh(text, on))

    def main_terms(self, text: str, on: date | None = None) -> frozenset[str]:
        """The terms that the text names itself, without those that its phrases only bring along."""
        return frozenset(term for term, strength in self._phrases.weigh(text, on).items() if strength >= 1.0)

    def subject_terms(self, vote_event_id: str) -> frozenset[str]:
        """The terms an event is found by; KeyError where the body has no such event."""
        return frozenset(self._subjects[vote_event_id])

    def about(self, terms: frozenset[str], loosely: bool = False) -> frozenset[str]:
        """Ids of the events whose subject names every one of the terms outright, or `loosely` at all; none for no
        terms.
        """
        if not terms:
            return frozenset()
        least = 0.0 if loosely else _NAMED
        fitting: set[int] | None = None
        for term in terms:
            if (postings := self._postings.get(term)) is None:
                return frozenset()
            named = postings.events[postings.strengths >= least].tolist()
            fitting = set(named) if fitting is None else fitting.intersection(named)
        return frozenset(map(self.ids.__getitem__, fitting or ()))

    def knows(self, term: str) -> bool:
        """Whether any event's subject has the term."""
        return term in self._weights

    def weight(self, terms: Iterable[str]) -> float:
        """How much the terms tell of a subject: rare ones more, plain words and permanent members little."""
        return sum(map(self._weight_of, sorted(terms)))

    def relevance(self, terms: Iterable[str]) -> Relevance:
        """Vote event id to relevance, 0 < r <= 1, for the events that share a subject with the terms.

        The share of the terms' weight that the event's subject covers, lowered a little where the
        subject has much that the terms do not name. Plain words that the index does not know count for
        nothing; subjects of the table that it does not know count as unmet.
        """
        return self._relevance(frozenset(terms))

    def _reckoned(self, terms: frozenset[str]) -> Relevance:
        weights = {term: self._weight_of(term) for term in sorted(terms)}
        known = [term for term in weights if term in self._postings]
        found = sorted((self._postings[t] for t in known if not t.startswith(_ACT)), key=_rows, reverse=True)
        met: Numbers = np.zeros(len(self.ids))
        if found:
            # All at once; each event's weights are added in the order of the terms, as one term after another would.
            having = np.concatenate([postings.events for postings in found])
            added = np.concatenate([postings.weights for postings in found])
            met += np.bincount(having, added, minlength=len(self.ids))
        for term in known if found else ():
            if term.startswith(_ACT):
                events = self._postings[term].events
                met[events[met[events] > 0]] += weights[term]
        return Relevance(self, met, sum(weights.values()))

    def _weigh_terms(self) -> None:
        """Each term's weight, and for each term the events that have it with what it adds there."""
        frequency: dict[str, float] = {}
        for subject in self._subjects.values():
            for term, strength in subject.items():
                frequency[term] = frequency.get(term, 0.0) + strength
        count = len(self._subjects)
        self._unmet = math.log(1 + count)
        self._weights = {term: _kind(term) * math.log(1 + count / max(f, 1.0)) for term, f in frequency.items()}
        having: dict[str, list[tuple[int, float]]] = {term: [] for term in frequency}
        sizes: list[float] = []
        for place, subject in enumerate(self._subjects.values()):
            size = 0.0
            for term, strength in subject.items():
                size += self._weights[term] * strength
                having[term].append((place, strength))
            sizes.append(size or 1.0)
        self._postings: dict[str, _Postings] = {}
        for term, rows in having.items():
            events, strengths = zip(*rows, strict=True)
            of_each = np.array(strengths)
            self._postings[term] = _Postings(np.array(events, dtype=np.intp), of_each, self._weights[term] * of_each)
        self.sizes = np.array(sizes)
        """By place: the weight of all the terms of an event's subject."""

    def _weight_of(self, term: str) -> float:
        weight = self._weights.get(term)
        if weight is None:
            return _kind(term) * self._unmet if ":" in term and not term.startswith(_ACT) else 0.0
        return weight


class Relevance(Mapping[str, float]):
    """Vote event id to relevance; reckoned when asked for, of all events at once."""

    def __init__(self, index: SubjectIndex, met: Numbers, wanted: float, factors: tuple[float, ...] = ()) -> None:
        """`met` is, by place, the weight of the terms that an event's subject has, and `wanted` that of all of them."""
        self._index, self._met, self._wanted, self._factors = index, met, wanted, factors
        self._highest: dict[int, list[int]] = {}

    def lowered(self, factor: float) -> Relevance:
        """The same, each times the factor."""
        return Relevance(self._index, self._met, self._wanted, (*self._factors, factor))

    @cached_property
    def rated(self) -> Numbers:
        """The relevance of each of the body's events, by place; 0 of those that share no subject with the terms.

        That is how much of what is asked for the terms of an event name, and a little of how much they name of its own
        subject.
        """
        index, met = self._index, self._met
        if not self._wanted:
            return np.zeros(len(met))
        # In place, since each step is over all events.
        named = met / index.sizes
        np.minimum(named, 1.0, out=named)
        named *= _FOCUS
        named += 1 - _FOCUS
        rated: Numbers = index.prominence * met
        rated /= self._wanted
        rated *= named
        for factor in self._factors:
            rated *= factor
        return rated

    @cached_property
    def most(self) -> float:
        """The relevance of the most relevant event; 0 where none is."""
        return float(self.rated.max(initial=0.0))

    def highest(self, most: int) -> list[int]:
        """The places of the most relevant events, best first."""
        known = self._highest.get(most)
        if known is None:
            leading = self._met.nonzero()[0]
            rated = self.rated[leading]
            if len(leading) > most:
                kept = rated >= np.partition(rated, -most)[-most]
                leading, rated = leading[kept], rated[kept]
            best = (-rated).argsort(kind="stable")[:most]
            known = self._highest[most] = leading[best].tolist()
        return known

    def __getitem__(self, vote_event_id: str) -> float:
        place = self._index.places[vote_event_id]
        if not self._met[place]:
            raise KeyError(vote_event_id)
        return float(self.rated[place])

    def __iter__(self) -> Iterator[str]:
        return map(self._index.ids.__getitem__, np.flatnonzero(self._met))

    def __len__(self) -> int:
        return int(np.count_nonzero(self._met))


class _Postings(NamedTuple):
    """The events whose subject has a term."""

    events: Places
    strengths: Numbers
    weights: Numbers
    """What the term adds to the relevance of each."""


def _rows(postings: _Postings) -> int:
    return len(postings.events)


def _kind(term: str) -> float:
    if ":" not in term:
        return _PLAIN_WORD
    if term.startswith("author:"):
        return _AUTHOR
    return _USUAL_ACTOR if term in PERMANENT_TERMS else 1.0


def _prominence(event: VoteEvent) -> float:
    aside = event.outcome is Outcome.NOT_ADOPTED or event.kind not in _MAIN_KINDS
    return _ASIDE if aside else 1.0
