"""The subject of a vote event as terms: its title, agenda item, topic notes, authors and added words.

Titles are librarians' wording, and many failed drafts have none but their agenda item's; what reporters call
such a text stands in `tables/events_subjects.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from onrecord.checking.subjects_phrases import Phrases, author_term
from onrecord.reading.table import rows
from onrecord.record.model import Sponsorship, VoteEvent
from onrecord.record.store import Record

_COVER = re.compile(
    r"\b(?:identical )?(?:letters?|telegrams?|cablegrams?|notifications?)\b[^;]{0,300}?"
    r"\b(?:to|addressed to) the (?:president of the security[ -]council|secretary-general)",
    re.IGNORECASE,
)
"""Who wrote to whom: a letter's senders are often its subject, but not when they are many."""
_TITLE, _WORDS, _NOTE, _AGENDA, _SENDERS, _TOPIC = 1.0, 1.0, 0.9, 0.6, 0.5, 0.4
"""How much a term counts by where it stands: title, added words, a topic's note on the event, and so on."""
_FEW = 3
"""So many sponsors, where no lead is known, may each be spoken of as the author."""


def event_subjects(record: Record, body: str, phrases: Phrases) -> Iterator[tuple[VoteEvent, dict[str, float]]]:
    """Each vote event of a body with its terms and their strengths, 0 to 1, in the record's order."""
    added, topics = _added_words(), _topic_words(record)
    read: dict[tuple[str, int], Mapping[str, float]] = {}
    for event in record.vote_events(body):
        texts = [*_texts(event), *topics.get(event.id, ()), *added.get(event.id, ())]
        era = phrases.era(event.date)
        subject = dict.fromkeys(_authors(record.sponsorship(event.id)), 1.0)
        for text, strength in texts:
            found = read.get((text, era))
            if found is None:
                found = read[text, era] = phrases.weigh(text, event.date)
            for term, own in found.items():
                if subject.get(term, 0.0) < own * strength:
                    subject[term] = own * strength
        yield event, subject


def _texts(event: VoteEvent) -> Iterator[tuple[str, float]]:
    cover = _COVER.search(event.title)
    if cover:
        yield cover.group(), _SENDERS
        yield event.title[: cover.start()] + " " + event.title[cover.end() :], _TITLE
    else:
        yield event.title, _TITLE
    if event.agenda_item and event.agenda_item != event.title:
        yield event.agenda_item, _AGENDA


def _authors(sponsorship: Sponsorship | None) -> Iterator[str]:
    if sponsorship:
        authors = sponsorship.leads or (sponsorship.sponsors if len(sponsorship.sponsors) <= _FEW else ())
        yield from map(author_term, authors)


def _added_words() -> Mapping[str, list[tuple[str, float]]]:
    added: dict[str, list[tuple[str, float]]] = {}
    for row in rows("events_subjects.csv", "checking"):
        added.setdefault(row["vote_event"], []).append((row["words"], _WORDS))
    return added


def _but_votes(note: str | None) -> str | None:
    """A note without what it says of who voted how, which is no subject: "Ukraine took no part"."""
    return "; ".join(part for part in re.split("[;,]", note) if not _VOTED.search(part)) if note else note


_VOTED = re.compile(r"\b(?:took no part|the record has)\b")


def _topic_words(record: Record) -> Mapping[str, list[tuple[str, float]]]:
    words: dict[str, list[tuple[str, float]]] = {}
    for topic in record.topics.values():
        for entry in topic.entries:
            texts: Iterable[str | None] = (entry.calls_for, _but_votes(entry.note))
            words.setdefault(entry.vote_event, []).extend((text, _NOTE) for text in texts if text)
            words[entry.vote_event].append((topic.title, _TOPIC))
    return words
