"""How well the subject of each vote event fits the words of a sentence or an article.

An inverted index with inverse document frequencies (Spärck Jones, A statistical interpretation of term
specificity, Journal of Documentation 28, 1972) over the terms that `subjects_phrases` finds.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from onrecord.checking.subjects_phrases import Phrases, author_term, member_term, read_table, subject_rows
from onrecord.record.model import Kind, Outcome, VoteEvent
from onrecord.record.store import Record

_COVER = re.compile(
    r"\b(?:identical )?(?:letters?|telegrams?|cablegrams?|notifications?)\b[^;]{0,300}?"
    r"\b(?:to|addressed to) the (?:president of the security[ -]council|secretary-general)",
    re.IGNORECASE,
)
"""Who wrote to whom: a letter's senders are often its subject, but not when they are many."""
_TITLE, _WORDS, _NOTE, _AGENDA, _COVER_NOTE, _TOPIC = 1.0, 1.0, 0.9, 0.5, 0.5, 0.4
"""How much a term counts by where it stands: title, added words, a topic's note on the event, and so on."""
_PLAIN_WORD = 0.5
"""A word that no table knows, against a term that one does."""
_USUAL_ACTOR = 0.3
"""A permanent member: in a text about votes it is mostly the one who voted."""
_AUTHOR = 0.5
"""Who wrote a text: it tells rival texts apart, and says little of their subject."""
_USUAL_ACTORS = frozenset(map(member_term, ("CHN", "FRA", "GBR", "RUS", "USA")))
_FEW = 3
"""So many sponsors, where no lead is known, may each be spoken of as the author."""
_ACT = "act:"
"""Terms for what a text does (renews, ends, condemns) refine; they never make an event relevant alone."""
_MAIN_KINDS = frozenset((Kind.RESOLUTION, Kind.DRAFT))
_ASIDE = 0.96
"""A rival text that found no majority, an amendment, a part: of two votes on one subject the less spoken of."""
_FOCUS = 0.15
"""How much of the relevance hangs on how much of the event's own subject the query names."""


class SubjectIndex:
    """The subjects of one body's vote events, asked by terms."""

    def __init__(self, record: Record, body: str) -> None:
        """Read the body's events once; `body` is `unsc` or `unga`."""
        self._phrases = Phrases(record.aliases, subject_rows())
        self._events: list[str] = []
        self._numbers: dict[str, int] = {}
        self._subjects: list[dict[str, float]] = []
        self._prominence: list[float] = []
        added, topics = _added_words(), _topic_words(record)
        for event in record.vote_events(body):
            self._numbers[event.id] = len(self._events)
            self._events.append(event.id)
            texts = [*_texts(event), *topics.get(event.id, ()), *((words, _WORDS) for words in added.get(event.id, ()))]
            subject = self._weigh(texts, event.date)
            sponsorship = record.sponsorship(event.id)
            for author in (sponsorship.leads or sponsorship.sponsors[:_FEW]) if sponsorship else ():
                subject[author_term(author)] = 1.0
            self._subjects.append(subject)
            aside = event.outcome is Outcome.NOT_ADOPTED or event.kind not in _MAIN_KINDS
            self._prominence.append(_ASIDE if aside else 1.0)
        self._weigh_terms()

    def terms(self, text: str, on: date | None = None) -> frozenset[str]:
        """The subject terms of a text: `member:PRK`, `place:darfur`, `issue:chemical-weapons`, or a plain word.

        `on` is the day the text speaks of, where it is known: phrases that meant something else then are
        left out.
        """
        return frozenset(self._phrases.weigh(text, on))

    def subject_terms(self, vote_event_id: str) -> frozenset[str]:
        """The terms an event is found by; KeyError where the body has no such event."""
        return frozenset(self._subjects[self._numbers[vote_event_id]])

    def relevance(self, terms: Iterable[str]) -> dict[str, float]:
        """Vote event id to relevance, 0 < r <= 1, for the events that share a subject with the terms.

        The share of the terms' weight that the event's subject covers, lowered a little where the
        subject has much that the terms do not name. Plain words that the index does not know count for
        nothing; subjects of the table that it does not know count as unmet.
        """
        wanted = {term: weight for term in set(terms) if (weight := self._weight_of(term))}
        scores: dict[int, float] = {}
        for term in wanted:
            if not term.startswith(_ACT):
                for number, weight in self._postings.get(term, ()):
                    scores[number] = scores.get(number, 0.0) + weight
        if not scores:
            return {}
        for term, weight in wanted.items():
            if term.startswith(_ACT):
                for number in scores:
                    if term in self._subjects[number]:
                        scores[number] += weight
        total = sum(wanted.values())
        return {
            self._events[number]: self._prominence[number]
            * score
            / total
            * (1 - _FOCUS + _FOCUS * min(1.0, score / self._sizes[number]))
            for number, score in scores.items()
        }

    def _weigh(self, texts: Iterable[tuple[str, float]], on: date) -> dict[str, float]:
        subject: dict[str, float] = {}
        for text, strength in texts:
            for term, own in self._phrases.weigh(text, on).items():
                if subject.get(term, 0.0) < own * strength:
                    subject[term] = own * strength
        return subject

    def _weigh_terms(self) -> None:
        frequency: dict[str, float] = {}
        for subject in self._subjects:
            for term, strength in subject.items():
                frequency[term] = frequency.get(term, 0.0) + strength
        count = len(self._subjects)
        self._unmet = math.log(1 + count)
        self._weights = {term: _kind(term) * math.log(1 + count / max(f, 1.0)) for term, f in frequency.items()}
        self._postings: dict[str, list[tuple[int, float]]] = {}
        self._sizes: list[float] = []
        for number, subject in enumerate(self._subjects):
            size = 0.0
            for term, strength in subject.items():
                weight = self._weights[term] * strength
                size += weight
                self._postings.setdefault(term, []).append((number, weight))
            self._sizes.append(size or 1.0)

    def _weight_of(self, term: str) -> float:
        weight = self._weights.get(term)
        if weight is None:
            return _kind(term) * self._unmet if ":" in term and not term.startswith(_ACT) else 0.0
        return weight


def _kind(term: str) -> float:
    if ":" not in term:
        return _PLAIN_WORD
    if term.startswith("author:"):
        return _AUTHOR
    return _USUAL_ACTOR if term in _USUAL_ACTORS else 1.0


def _texts(event: VoteEvent) -> Iterator[tuple[str, float]]:
    cover = _COVER.search(event.title) if len(event.title) > 60 else None
    if cover:
        yield cover.group(), _COVER_NOTE
        yield event.title[: cover.start()] + " " + event.title[cover.end() :], _TITLE
    else:
        yield event.title, _TITLE
    if event.agenda_item and event.agenda_item != event.title:
        yield event.agenda_item, _AGENDA


def _added_words() -> Mapping[str, list[str]]:
    added: dict[str, list[str]] = {}
    for row in read_table("events_subjects.csv"):
        added.setdefault(row["vote_event"], []).append(row["words"])
    return added


def _topic_words(record: Record) -> Mapping[str, list[tuple[str, float]]]:
    words: dict[str, list[tuple[str, float]]] = {}
    for topic in record.topics.values():
        for entry in topic.entries:
            texts = words.setdefault(entry.vote_event, [])
            texts.append((topic.title, _TOPIC))
            texts.extend((text, _NOTE) for text in (entry.calls_for, entry.note) if text)
    return words
