"""A year told by what it came to: "the Council ends the year with 46 resolutions", "the year's harvest: 46"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.dates import DateMention
from onrecord.reading.table import word_sets

_WORDS = word_sets("frequency.csv")
ENDING = _WORDS["ended"]
BRINGING = _WORDS["year_brought"]
SUM = _WORDS["yield"]
REACH = 8


def sums_up(chunks: list[Chunk], at: int) -> bool:
    """Whether the number at chunk `at` is what a year came to."""
    if at < 2 or _year(chunks, at) is None:
        return False
    before = chunks[at - 1]
    if before.lower in ("with", "on", "at"):
        return any(c.lower in ENDING for c in chunks[max(0, at - REACH) : at])
    if before.has("and"):
        return any(c.lower in BRINGING for c in chunks[max(0, at - REACH) : at - 1])  # "saw 46 resolutions and seven"
    if before.text in ":—–" or before.has("be"):
        return any(c.lower in SUM for c in chunks[max(0, at - REACH) : at])
    return before.lower in BRINGING


def the_year(chunks: list[Chunk], at: int) -> tuple[DateMention, ...]:
    """ "The year" that is summed up, where no other time is told: that of the text."""
    year = _year(chunks, at) if sums_up(chunks, at) else None
    if year is None:
        return ()
    if (said := year.date) is not None:
        return (said,)
    return (DateMention(year.start, year.end, "unit", unit="year", step=0),)


def _year(chunks: list[Chunk], at: int) -> Chunk | None:
    """The chunk of "the year", "this year" or "2024" in front of the number."""
    for place in range(at - 1, max(at - REACH, -1), -1):
        chunk = chunks[place]
        said = chunk.date
        if said is not None:
            whole = said.form == "calendar" and said.year is not None and said.month is None
            return chunk if whole or (said.form == "unit" and said.unit == "year") else None
        if chunk.lower == "year" and place and chunks[place - 1].lower in ("the", "its", "this"):
            return chunk
    return None
