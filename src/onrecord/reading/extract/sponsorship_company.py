"""Who put forward a text besides those just named: "as did the Americans", "So was Dakar.", "Peru too."."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.claims.vote import Sponsor
from onrecord.reading.extract.authors import authors_at
from onrecord.reading.extract.sponsorship_words import sponsor_claim
from onrecord.reading.parsed import Phrase, Sentence

_SO = re.compile(r"\W*(?:and |but )?so (?:did|do|was|were|is|are|had|has|have) ", re.IGNORECASE)
_AS = re.compile(r"(?:,| –| —)? (?:as|and so) (?:did|do|was|were|is|are|had|has|have) ", re.IGNORECASE)
_TOO = re.compile(r",? (?:too|as well|also|likewise)\W*")
_VOTED = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)\b|abstain|veto|against|favou?r|in support|oppos|said (?:yes|no))", re.IGNORECASE
)


def of_others(
    sentence: Sentence, found: list[Phrase], said: list[Sponsor], before: Sponsor | None, text_before: str
) -> list[Sponsor]:
    """What the sentence's last claim says, or the one `before` it, told of others in few words; `text_before` is the
    sentence before, which must tell of no votes that "so did Peru" may mean.
    """
    text = sentence.text
    if said:
        end = said[-1].end - sentence.start
        match = _AS.match(text, end)
        if match is not None and _VOTED.search(text, 0, match.start()) is not None:
            return []  # "Britain abstained on the Brazilian text, as did Russia"
        return _of(sentence, found, said[-1], match.end(), match.start()) if match is not None else []
    if before is None or before.sentence != sentence.index - 1 or _VOTED.search(text_before) is not None:
        return []
    match = _SO.match(text)
    if match is not None and before.naming:
        return []  # "I raised my hand for the Spanish text. So did China": not to write it
    if match is not None:
        return _of(sentence, found, before, match.end(), match.start())
    last = sentence.chunks[found[0].last].end - sentence.start if len(found) == 1 else -1
    if last >= 0 and _TOO.fullmatch(text, last) is not None:
        first = sentence.chunks[found[0].first].start - sentence.start
        return _of(sentence, found, before, first, first) if not text[:first].strip(" –—-") else []
    return []


def _of(sentence: Sentence, found: list[Phrase], told: Sponsor, at: int, start: int) -> list[Sponsor]:
    """The claim of those named from the offset `at` on, where nothing else is said of them."""
    chunks = sentence.chunks
    first = next((i for i, c in enumerate(chunks) if c.start - sentence.start >= at), None)
    authors = authors_at(chunks, found, first) if first is not None else None
    if authors is None or not (authors.members.named or authors.members.groups):
        return []
    behind = chunks[authors.last + 1 : authors.last + 2]
    if behind and behind[0].is_word and behind[0].lower not in ("too", "as well", "also", "likewise", "and", "but"):
        return []
    opening = next(i for i, c in enumerate(chunks) if c.start - sentence.start >= start and c.is_word)
    claim = sponsor_claim(sentence, opening, authors.last, authors, co=True, negated=told.negated, loose=told.loose)
    return [replace(claim, known=told.known, role=told.role, naming=False)]
