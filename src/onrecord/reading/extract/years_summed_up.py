"""A year told by what it came to: "the Council ends the year with 46 resolutions", "the year's harvest: 46"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.counted_times import is_year
from onrecord.reading.parsed import finite
from onrecord.reading.table import word_sets

_WORDS = word_sets("frequency.csv")
ENDING = _WORDS["ended"]
BRINGING = _WORDS["year_brought"]
SUM = _WORDS["yield"]
REACH = 8
LIST = 14
"""Chunks from a heading's mark to a number in its list."""
HEADING = SUM | _WORDS["summing_up"] | {"the", "in", "of", "for", "'s", "and", "its", "year", "whole", "all", "on"}
"""What a heading of a year's numbers may hold besides the year and the Council."""


def sums_up(chunks: list[Chunk], at: int) -> bool:
    """Whether the number at chunk `at` is what a year came to."""
    if at < 2:
        return False
    if heading_of_a_year(chunks, at) is not None:
        return True
    if _year(chunks, at) is None:
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
    year = heading_of_a_year(chunks, at) or (_year(chunks, at) if sums_up(chunks, at) else None)
    if year is None:
        return ()
    if (said := year.date) is not None:
        return (said,)
    if is_year(year):
        return (DateMention(year.start, year.end, "calendar", year=int(year.text)),)
    return (DateMention(year.start, year.end, "unit", unit="year", step=0),)


def heading_of_a_year(chunks: list[Chunk], at: int) -> Chunk | None:
    """The year of "2024 in numbers: 46 resolutions; seven vetoes", "Last year: 46 resolutions" that a list stands
    under.
    """
    mark = next((i for i in range(at - 1, max(at - LIST, 0), -1) if chunks[i].text in (":", "—", "–")), None)
    if mark is None or any(finite(c) and not c.has("text", "veto_noun") for c in chunks[mark + 1 : at]):
        return None
    listed = chunks[at - 1]
    if listed.is_word and not listed.has("and"):
        return None
    heading, summing = chunks[:mark], SUM | _WORDS["summing_up"]
    if not any(c.lower in summing or c.has("council") for c in heading):
        both = any(c.lower == "resolutions" for c in chunks[mark:]) and any(c.has("veto_noun") for c in chunks[mark:])
        if not both:
            return None  # "Gaza in the Council. 2024: three resolutions": on a matter
    years = [c for c in heading if _is_a_year(c)]
    others = (c for c in heading if c not in years and c.lower not in HEADING and not c.has("council"))
    return years[0] if len(years) == 1 and not any(others) else None


def _is_a_year(chunk: Chunk) -> bool:
    said = chunk.date
    if said is not None:
        whole = said.form == "calendar" and said.year is not None and said.month is None
        return whole or (said.form == "unit" and said.unit == "year")
    return is_year(chunk)


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
