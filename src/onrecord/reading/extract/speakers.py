"""Whose words a quotation in the sentence are: '"We tabled it," said the French ambassador'."""

from __future__ import annotations

from onrecord.reading.parsed import Phrase, Sentence

NEXT_TO = 3
"""Characters between a quotation and the name of who is quoted."""


def speaking(sentence: Sentence, found: list[Phrase], own: Phrase | None = None) -> Phrase | None:
    """The member named among the words that name the speaker of the quotation that `own` stands in, or of any."""
    for start, end, speaker in sentence.quoted:
        if own is not None and not start <= sentence.chunks[own.first].start < end:
            continue
        for phrase in found:
            first, last = sentence.chunks[phrase.first], sentence.chunks[phrase.last]
            outside = last.end <= start or first.start >= end
            if not outside or not phrase.members.named:
                continue
            if speaker and phrase.members.named[0].text in speaker:
                return phrase
            if not speaker and 0 <= first.start - end <= NEXT_TO and _speaks(sentence, phrase.last + 1):
                return phrase
    return None


def _speaks(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.chunks) and sentence.chunks[at].has("reporting")
