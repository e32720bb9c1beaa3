"""The fewest or the most of all years, or since one: "the Council adopted 44 resolutions in 2025, the fewest since
1991", "still the record", "more than in any other year".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import OF_THE_BODY, Acts, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.acts import is_text
from onrecord.reading.extract.context import spoken_of
from onrecord.reading.extract.counted_times import is_year
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

FEWEST = ("fewest", "fewer", "lowest")
MOST = ("most", "more", "highest")
BUSY = ("busiest", "fullest", "heaviest")
_WORDS = word_sets("frequency.csv")
LEAN = _WORDS["leanest"]
OPENING = frozenset((*FEWEST, *MOST, *BUSY, *LEAN, "record"))
OF_ALL = _WORDS["of_all_years"]
RECORD_BEFORE = frozenset({"a", "the", "new", "still", "absolute", "remains", "an"})
RECORD_BEHIND = _WORDS["record_behind"]
LOW = frozenset({"low", "lows"})
REACH = 9


def by_years(sentence: Sentence, at: int, discourse: Discourse) -> Generalisation | None:
    """What is said of a year's number against those of the years before; the number is the one just counted."""
    chunks = sentence.chunks
    lower = chunks[at].lower
    if lower not in OPENING:
        return None
    since = _since(chunks, at)
    context = spoken_of(discourse, sentence)
    if lower in BUSY or lower in LEAN:
        return _busiest(sentence, at, context, since)
    if since is None and (reach := _against_all(chunks, at)) is not None:
        return _of_all_years(sentence, at, reach, context) if context is not None else None
    if (
        (lower not in FEWEST and lower not in MOST)
        or since is None
        or context is None
        or context.what not in OF_THE_BODY
    ):
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
    if year is None or not dates or dates[0].year is None or dates[0].month is not None:
        return None
    if since is None:
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
        at=(since,) if since is not None else (),
    )


def _against_all(chunks: list[Chunk], at: int) -> int | None:
    """The last chunk of "the most ever", "more than in any other year", "still the record"; None where it is none."""
    lower = chunks[at].lower
    if lower == "record":
        if not at or chunks[at - 1].lower not in RECORD_BEFORE:
            return None
        behind = " ".join(c.lower for c in chunks[at + 1 : at + 4])
        ends = at + 1 >= len(chunks) or chunks[at + 1].text in ",.;)!—–:"
        if ends:
            return at
        told = next((words for words in RECORD_BEHIND if behind.startswith(words)), None)
        return at + len(told.split()) if told is not None else None
    for place in range(at + 1, min(at + 4, len(chunks))):
        behind = " ".join(c.lower for c in chunks[place : place + 5])
        words = max((w for w in OF_ALL if f"{behind} ".startswith(f"{w} ")), key=len, default=None)
        if words is not None and (lower not in ("more", "fewer") or words.startswith("than")):
            return place + len(words.split()) - 1
        if not (is_text(chunks[place]) or chunks[place].has("veto_noun") or chunks[place].lower in NUMBER):
            return None
    return None


NUMBER = word_sets("tally_words.csv")["number"]


def _of_all_years(sentence: Sentence, at: int, last: int, context: Acts) -> Generalisation | None:
    year = context.period[0] if len(context.period) == 1 else None
    counts = context.what in OF_THE_BODY or (context.what == "veto" and bool(context.members.named))
    if year is None or year.role != "at" or not counts or context.since or context.tenure is not None:
        return None
    if not ((year.form == "calendar" and year.month is None) or (year.form == "unit" and year.unit == "year")):
        return None
    fewest = sentence.chunks[at].lower in FEWEST or sentence.chunks[last].lower in LOW
    first = at - (at > 0 and sentence.chunks[at - 1].has("determiner", "adverb"))
    return Generalisation(
        *sentence.placed(first, last, at),
        acts=replace(context, companions=None, companions_chose=""),
        form="fewest_years" if fewest else "most_years",
    )


def _since(chunks: list[Chunk], at: int) -> DateMention | None:
    for chunk in chunks[at + 1 : at + REACH]:
        if chunk.text in ";:—.":
            return None
        if chunk.date is not None and chunk.date.role == "since":
            return chunk.date
    return None
