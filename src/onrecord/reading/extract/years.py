"""The fewest or the most since a year: "the Council adopted 44 resolutions in 2025, the fewest since 1991"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.acts import is_text
from onrecord.reading.extract.context import spoken_of
from onrecord.reading.extract.counted_times import is_year
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.parsed import Sentence

FEWEST = ("fewest", "fewer", "lowest")
MOST = ("most", "more", "highest")
OF_THE_BODY = ("adopted", "vetoed", "vote", "failed")
BUSY = ("busiest", "fullest", "heaviest")
LEAN = ("leanest", "quietest", "thinnest", "slowest", "calmest", "slimmest", "emptiest")
OPENING = frozenset((*FEWEST, *MOST, *BUSY, *LEAN))
REACH = 9


def by_years(sentence: Sentence, at: int, discourse: Discourse) -> Generalisation | None:
    """What is said of a year's number against those of the years before; the number is the one just counted."""
    chunks = sentence.chunks
    lower = chunks[at].lower
    if lower not in OPENING:
        return None
    since = _since(chunks, at)
    context = spoken_of(discourse, sentence)
    if lower in (*BUSY, *LEAN):
        return _busiest(sentence, at, context, since)
    if lower not in (*FEWEST, *MOST) or since is None or context is None or context.what not in OF_THE_BODY:
        return None
    compared = lower not in ("fewer", "more") or any(c.lower == "any" for c in chunks[at : at + REACH])
    if not context.period or not compared:
        return None
    around = clause(sentence, at)
    last = max(around.last, next(i for i, c in enumerate(chunks) if c.date is since))
    stretch = Stretch(max(around.first, at - 1), last, at)
    return Generalisation(
        *sentence.placed(stretch.first, stretch.last, at),
        acts=replace(context, companions=None, companions_chose=""),
        form="fewest_years" if lower in FEWEST else "most_years",
        at=(since,),
    )


def _busiest(sentence: Sentence, at: int, context: Acts | None, since: DateMention | None) -> Generalisation | None:
    """ "The busiest single year since the Cold War is 2017": of what was counted before, or of resolutions."""
    chunks = sentence.chunks
    year = next((i for i in range(at + 1, min(at + 5, len(chunks))) if chunks[i].lower in ("year", "years")), None)
    dates = [c.date for c in chunks if c.date is not None and c.date.form == "calendar" and c.date.role == "at"]
    bare = [c for c in chunks if is_year(c) and c.date is None]
    if not dates and bare:
        dates = [DateMention(bare[0].start, bare[0].end, "calendar", year=int(bare[0].text))]
    if year is None or since is None or not dates or dates[0].year is None or dates[0].month is not None:
        return None
    body = any(c.has("council", "assembly") for c in chunks) or any(is_text(c) for c in chunks)
    what = context.what if context is not None else ""
    what = {"veto": "vetoed", "": "adopted" if body else ""}.get(what, what)
    if what not in OF_THE_BODY:
        return None
    around = clause(sentence, at)
    return Generalisation(
        *sentence.placed(around.first, around.last, at),
        acts=Acts(Members(), what, period=(dates[0],)),
        form="most_years" if chunks[at].lower in BUSY else "fewest_years",
        at=(since,),
    )


def _since(chunks: list[Chunk], at: int) -> DateMention | None:
    for chunk in chunks[at + 1 : at + REACH]:
        if chunk.text in ";:—.":
            return None
        if chunk.date is not None and chunk.date.role == "since":
            return chunk.date
    return None
