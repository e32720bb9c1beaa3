"""When a figure is for: the date that goes with its number, and the stretch that it was gathered over."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading import figure_words as vocabulary
from onrecord.reading.chunks import Chunk
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.figure_measures import Found, countable, number_start
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence

DATE_REACH = 24
"""Characters behind a date within which a number may be the date's own: "by 1960 there were 99"."""
_TO_DATE = re.compile(r"\s*(?:as of|back in|in|by|at|on|for|during)?\s*")
"""What may stand between a figure and a date of its own: "70 by 1950", "1.1 million in 1960"."""


_CLAUSE_ENDS = re.compile(r"[,;.](?!\d)| and ")
_PARTED = re.compile(r"\s*(?:;|,?\s+(?:and|but|while)\s)")
"""What begins a clause of its own behind a date."""
_RISEN = re.compile(r"\bfrom\b[^.;]{0,60}\b(?:to|past|beyond)(?: well)? $", re.IGNORECASE)
"""Before the later of two figures: "from 24,000 in January to 37,000" dates the earlier."""
_RELATIVE = re.compile(
    r"(?:,|;|\b(?:and|but|while|as)\b) (?:the|a|an|its|their|his|her) [^,;.]* (?:that|which|who|where) [^,;.]*$"
)
"""A clause of another subject, with a relative one in it, before a date."""
_EARLIER = re.compile(
    r"\b(?:up |down )?from (?:an (?:initial|earlier|estimated) |a previous |the (?:initial|previous) )?$", re.IGNORECASE
)
_BETWEEN_TWO = re.compile(r"\bbetween\b[^,.;]{0,50}\band\b", re.IGNORECASE)
"""Two moments, of which the later of two figures is not of the first: "between May and the vote it rose to 44,000"."""
_ITS_DATE = re.compile(r"\s*(?:[a-z]+ (?:[a-z]+ )?)?(?:as of|back in|in|by|at|on|for|during)?\s*")
"""Between an earlier figure and its own date: "from 51 founders in 1945"."""
_NOW = re.compile(r"\b(?:now|today|nowadays|currently|at present|these days|as I write|so far|to date|this year)\b")


def is_earlier(sentence: Sentence, number: NumberMention) -> bool:
    """ "Rose from 24,000 to 37,000", "1,200, down from 1,400": a figure that no longer holds, without its own date."""
    if _EARLIER.search(sentence.text[: number_start(number)]) is None:
        return False
    ends = [c.start - sentence.start for c in sentence.dates]
    return not any(end >= number.end and _ITS_DATE.fullmatch(sentence.text, number.end, end) for end in ends)


def time_of(sentence: Sentence, found: Found) -> tuple[DateMention | None, DateMention | None]:
    """The time that the figure is for and the stretch it was gathered over, as far as the sentence says."""
    number, period = found.number, None
    points: list[Chunk] = []
    for chunk in sentence.dates:
        mention = chunk.date
        if mention is None:
            continue
        if mention.role == "between" or mention.until is not None:
            period = mention
        elif mention.role in ("at", "until") and mention.form != "span":
            points.append(chunk)
    own = [c for c in points if right_behind(sentence, c, found.end) or right_behind(sentence, c, number.end)]
    points = [c for c in points if not _of_the_scope(sentence, number, c)]
    if (risen := _RISEN.search(sentence.text[: number_start(number)])) is not None:
        points = [c for c in points if not risen.start() < c.start - sentence.start < number.start]
        for two in _BETWEEN_TWO.finditer(sentence.text, 0, risen.start()):
            points = [c for c in points if not two.start() < c.start - sentence.start < two.end()]
    before = [c for c in points if c.end - sentence.start <= number.start]
    if before and _of_now(sentence, number, before[-1]):
        return None, period
    if risen is None and found.measure == "member_states" and not own and _founding(sentence, number, found.end):
        return DateMention(0, 0, "era", name="united-nations"), period
    after = [
        c for c in points[:1] if not _another_number(sentence, number, c) and not _of_a_relative(sentence, found, c)
    ]
    chosen = own[:1] or before[-1:] or after
    date = chosen[0].date if chosen else None
    return (_with_year(date, sentence) if found.measure == "member_states" else date), period


def _with_year(date: DateMention | None, sentence: Sentence) -> DateMention | None:
    """ "In 1955 it had sixty until December": of the one year that the sentence names."""
    if date is None or date.form != "calendar" or date.year is not None or date.step:
        return date
    years = {c.date.year for c in sentence.dates if c.date is not None and c.date.form == "calendar" and c.date.year}
    return replace(date, year=years.pop()) if len(years) == 1 else date


def _of_the_scope(sentence: Sentence, number: NumberMention, date: Chunk) -> bool:
    """Whether the date says since when was counted: "43,000 dead since the war broke out a year ago"."""
    start = date.start - sentence.start
    return start > number.end and re.search(r"\b(?:since|after)\b", sentence.text[number.end : start]) is not None


def _of_now(sentence: Sentence, number: NumberMention, date: Chunk) -> bool:
    """ "It had 2.4 million in 1990 and there are 6 million now": the clause of a number that says it is of today."""
    start = max(
        date.end - sentence.start, *(sentence.text.rfind(mark, 0, number.start) for mark in (";", ", ", " and "))
    )
    closing = _CLAUSE_ENDS.search(sentence.text, number.end)
    return _NOW.search(sentence.text, start, closing.start() if closing else len(sentence.text)) is not None


def _founding(sentence: Sentence, number: NumberMention, end: int) -> bool:
    """Whether the number is that of the founders: "started with 51 members"."""
    numbers = [c.number.end for c in sentence.chunks if c.number is not None and c.number.end < number.start]
    start = max([0, number.start - 60, *numbers])
    if numbers:
        # "51 states founded it, 193 belong today"
        start = max(start, sentence.text.rfind(",", start, number.start))
    later = (c.number.start for c in sentence.chunks if c.number is not None and c.number.start > number.end)
    stop = min([len(sentence.text), end + 40, *later])
    closed = sentence.text.find(";", end, stop)
    stop = closed if closed >= 0 else stop
    start = max(start, sentence.text.rfind(";", start, number.start))
    return vocabulary.words("founding").search(sentence.text, start, stop) is not None


def _another_number(sentence: Sentence, number: NumberMention, date: Chunk) -> bool:
    """Whether a date behind the number belongs to a later one: not "51 when it began in 1945, and 99 by 1960"."""
    parted = _PARTED.match(sentence.text, date.end - sentence.start) is not None
    reach = date.start if parted else date.end + DATE_REACH
    numbers = (c.number for c in sentence.chunks if c.number is not None and c.start <= reach)
    return any(n.start > number.end and countable(n) for n in numbers)


def _of_a_relative(sentence: Sentence, found: Found, date: Chunk) -> bool:
    """ "65,000 are dead, and the famine that was declared in August spreads": what the date is said of is another."""
    return _RELATIVE.search(sentence.text, found.end, max(found.end, date.start - sentence.start)) is not None


def right_behind(sentence: Sentence, chunk: Chunk, end: int) -> bool:
    """Whether a date follows what ends there with nothing but a preposition between."""
    start = chunk.start - sentence.start
    return end <= start and _TO_DATE.fullmatch(sentence.text, end, start) is not None
