"""What is said of the resolution just cited without its number: "it dates from November 2024", "it deals with Mali"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Reference
from onrecord.reading.clauses import clause_end
from onrecord.reading.extract.citations import Cited
from onrecord.reading.extract.reference_words import only_year
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Phrase, Sentence, finite
from onrecord.reading.table import word_sets

_WORDS = word_sets("clause_words.csv")
FROM, ABOUT_WHAT = _WORDS["is_from"], _WORDS["is_about"]
SET_UP = _WORDS["set_up"]
SHORTEST = 4
"""Words of "It created the tribunal"."""
OF_THE_CALENDAR = frozenset({"calendar", "weekday", "day", "season", "decade"})
NEAR = 4
"""Chunks between "it dates" and its date."""


def leads(sentence: Sentence, cited: Sequence[Cited]) -> bool:
    """Whether what is cited last is what the sentence tells of: its subject, or what was adopted."""
    before = sentence.chunks[: cited[-1].first]
    return len({one.symbol for one in cited}) == 1 and all(
        c.verb("adopt", "pass") is not None for c in before if finite(c) and not c.has("text")
    )


def said_of_it(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Reference | None:
    """What a sentence without a citation says of the one cited just before."""
    if discourse.cited is None or sentence.index - discourse.cited_in != 1:
        return None
    if any(c.has("council" if discourse.cited.startswith("A/") else "assembly") for c in sentence.chunks):
        return None
    begins = _subject_end(sentence.chunks) if discourse.cited_first else None
    if begins is not None and (told := _told(sentence, found, discourse.cited, begins)) is not None:
        discourse.cited_in = sentence.index
        return told
    return _it_set_up(sentence, found, discourse.cited)


def _dated(sentence: Sentence, symbol: str, first: Chunk, date: Chunk) -> Reference | None:
    if (said := date.date) is None or said.role not in ("at", "since", "between") or said.form not in OF_THE_CALENDAR:
        return None
    year = only_year(said)
    return Reference(
        first.start, date.end, sentence.index, sentence.speaker_at(first.start), symbol,
        year=said.year if year else None, date=None if year else said,
    )  # fmt: skip


def _subject_end(chunks: list[Chunk]) -> int | None:
    """Behind "it", "the text" or "its date" at a sentence's head: the chunk of what is said of it."""
    at = 0
    while at < len(chunks) and (chunks[at].has("and", "but") or chunks[at].lower in ("so", "now", ",", "well")):
        at += 1
    if at + 2 >= len(chunks):
        return None
    if chunks[at].lower in ("it", "this", "that") and not chunks[at + 1].has("text"):
        return at + 1
    if chunks[at].lower in ("the", "this", "that") and chunks[at + 1].has("text"):
        return at + 2
    return None


def _told(sentence: Sentence, found: list[Phrase], symbol: str, at: int) -> Reference | None:
    chunks = sentence.chunks
    if any(c.has("negation", "modal") for c in chunks[at : at + 3]):
        return None
    words = " ".join(c.lower for c in chunks[at : at + NEAR])
    length = _spelled(words, FROM)
    if length:
        date = next((c for c in chunks[at : at + length + 2] if c.date is not None), None)
        return _dated(sentence, symbol, chunks[0], date) if date is not None else None
    length = _spelled(words, ABOUT_WHAT)
    if not length or any(c.date is not None for c in chunks[at : at + length + 1]):
        return None
    last = clause_end(sentence, found, at)
    base = sentence.start
    said = sentence.text[chunks[at].start - base : chunks[last].end - base]
    speaker = sentence.speaker_at(chunks[0].start)
    return Reference(chunks[0].start, chunks[last].end, sentence.index, speaker, symbol, subject=said)


def _spelled(words: str, known: frozenset[str]) -> int:
    """Of how many words the longest wording is with which the words begin."""
    return max((len(one.split()) for one in known if f"{words} ".startswith(f"{one} ")), default=0)


def _it_set_up(sentence: Sentence, found: list[Phrase], symbol: str) -> Reference | None:
    """ "Resolution 955 was adopted in 1994. It created the tribunal for Rwanda": what the text just cited did."""
    chunks = sentence.chunks
    if len(chunks) < SHORTEST or chunks[0].lower != "it" or chunks[1].lower not in SET_UP or symbol.startswith("A/"):
        return None
    last = clause_end(sentence, found, 1)
    words = sentence.text[chunks[1].start - sentence.start : chunks[last].end - sentence.start]
    speaker = sentence.speaker_at(chunks[0].start)
    return Reference(chunks[0].start, chunks[last].end, sentence.index, speaker, symbol, subject=words)
