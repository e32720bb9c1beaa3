"""Days and numbers that a sentence lists, of which a text then says the first and the second.

"Two votes, on 18 June and 23 November. The first was eight to none. France abstained on the second."
"""

from __future__ import annotations

import re

from onrecord.checking.times_of_events import each_day, is_at
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position, VoteClaim
from onrecord.reading.dates import DateMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.read import Reading

NEAR = 3
"""Sentences from the list to what goes back to it."""
PLACES = {"first": 0, "former": 0, "earlier": 0, "second": 1, "latter": 1, "third": 2, "last": -1}
TOGETHER = {"two": 2, "three": 3}
_PLACE = re.compile(
    rf"\b[Tt]he ({'|'.join(PLACES)})\b(?! (?:time|veto|to|that|such|in|since|ever|person|country|state|member|week|day"
    rf"|draft resolution))(?<!last(?= \w))(?: ({'|'.join(TOGETHER)})\b)?"
)
_PREDICATE = re.compile(r"\w (?:was|were|is|made|became|makes|being) \Z")
BEFORE = 24
"""Characters in front of a claim's words in which its place may stand."""
_ORDINAL = ("first", "second", "former", "latter", "third", "earlier", "last")


def listed_before(reading: Reading, claim: VoteClaim) -> tuple[tuple[DateMention, ...], tuple[str, ...]]:
    """The day, or else the number, that the claim's place in a list means; nothing where there is none."""
    sentence = reading.sentences[claim.sentence]
    if sentence.words.isdisjoint(_ORDINAL):
        return (), ()
    place = _place(sentence, claim)
    if place is None:
        return (), ()
    for index in range(claim.sentence - 1, max(-1, claim.sentence - NEAR - 1), -1):
        days = tuple(_days(reading.sentences[index]))
        symbols = tuple(c.symbol for c in reading.cited[index])
        if len(symbols) > 1 and len(symbols) >= len(days):
            return (), symbols[place]  # "on 1160 in March, on 1199 in September"
        if len(days) > 1:
            return days[place], ()
    return (), ()


def _place(sentence: Sentence, claim: VoteClaim) -> slice | None:
    start, end = claim.start - sentence.start, claim.end - sentence.start
    matches = _PLACE.finditer(sentence.text, max(0, start - BEFORE), end)
    found = [m for m in matches if m.start() >= start or not re.search(r"[,;:]", sentence.text[m.end() + 2 : start])]
    if isinstance(claim, Position):
        # "Algeria was the third": of those who did so
        found = [m for m in found if not _PREDICATE.search(sentence.text[start : max(start, m.start())])]
    if not found:
        return None
    first = PLACES[found[-1][1]]
    last = first + TOGETHER.get(found[-1][2] or "", 1)
    return slice(first, last or None)


def _days(sentence: Sentence) -> list[DateMention]:
    """The days of a sentence, each of which the text gives in full or by its month."""
    chunks = sentence.chunks
    dated = [c for at, c in enumerate(chunks) if c.date is not None and is_at(chunks, c) and not _thrown_in(chunks, at)]
    told = [day for c in dated for day in each_day(c)]
    return told if all(day.form == "calendar" and day.month is not None for day in told) else []


def _thrown_in(chunks: list[Chunk], at: int) -> bool:
    """ "In February and, two weeks ago, in July": another word for the day that is named beside it."""
    mention = chunks[at].date
    enclosed = 0 < at < len(chunks) - 1 and chunks[at - 1].text == chunks[at + 1].text == ","
    return enclosed and mention is not None and mention.form == "distance"
