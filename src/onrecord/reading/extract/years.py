"""The fewest or the most since a year: "the Council adopted 44 resolutions in 2025, the fewest since 1991"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.context import spoken_of
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.grammar import Sentence

FEWEST = ("fewest", "fewer", "lowest")
MOST = ("most", "more", "highest")
OF_THE_BODY = ("adopted", "vetoed", "vote", "failed")
REACH = 9


def by_years(sentence: Sentence, at: int, discourse: Discourse) -> Generalisation | None:
    """What is said of a year's number against those of the years before; the number is the one just counted."""
    chunks = sentence.chunks
    lower = chunks[at].lower
    since = _since(chunks, at)
    context = spoken_of(discourse, sentence)
    if lower not in (*FEWEST, *MOST) or since is None or context is None or context.what not in OF_THE_BODY:
        return None
    compared = lower not in ("fewer", "more") or any(c.lower == "any" for c in chunks[at : at + REACH])
    if not context.period or not compared:
        return None
    around = clause(sentence, at)
    last = max(around.last, next(i for i, c in enumerate(chunks) if c.date is since))
    stretch = Stretch(max(around.first, at - 1), last, at)
    return Generalisation(
        chunks[stretch.first].start,
        chunks[stretch.last].end,
        sentence.index,
        sentence.speaker_at(chunks[at].start),
        acts=replace(context, companions=None, companions_chose=""),
        form="fewest_years" if lower in FEWEST else "most_years",
        at=(since,),
    )


def _since(chunks: list[Chunk], at: int) -> DateMention | None:
    for chunk in chunks[at + 1 : at + REACH]:
        if chunk.text in ";:—.":
            return None
        if chunk.date is not None and chunk.date.role == "since" and chunk.date.year is not None:
            return chunk.date
    return None
