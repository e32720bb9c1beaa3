"""Figures of people and states: "over 36,000 people have been killed in Gaza", "2.4 million Palestine refugees".

A number, what it measures and where stand close together; what counts only a part ("killed on Tuesday", "of them
children") is none, for no series measures it. Money is read in `aid.py`.
"""

from __future__ import annotations

import re

from onrecord.reading import figure_words as vocabulary
from onrecord.reading.claims.figure import Figure
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.figure_doubts import ADDING_UP, doubt, from_the_start, since_the_beginning
from onrecord.reading.extract.figure_measures import (
    SINGLE_DAY,
    YEAR_LED,
    Found,
    Memory,
    countable,
    measured,
    piece,
    words_of,
)
from onrecord.reading.extract.figure_places import names_a_place, other_place, place_of
from onrecord.reading.extract.figure_times import is_earlier, time_of
from onrecord.reading.parsed import Sentence
from onrecord.reading.phrasing import Words
from onrecord.reading.table import any_of, word_sets

MOST = 24
"""Numbers of one sentence that are looked at; more make it a table, which asserts nothing that this layer reads."""
_SAYS_THAT = re.compile(r"\bthat\b|\bsaid\b|\bsays\b|\breported\b", re.IGNORECASE)
_THESE = "(?:these|those|them|whom|which)"
_OF_THESE = re.compile(rf"\b(?:of|among) {_THESE}\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:the dead\b[^.;]{0,40}\b(?:counted|count)|count(?:s|ed|ing)? (?:of )?the dead|death toll)\b", re.IGNORECASE
)
_MEMBERS_OF_THE_UN = re.compile(
    r"\b(?:United Nations|UN)\b.{0,60}\bmember\b|\bmember\b.{0,40}\b(?:United Nations|UN)\b"
)


def figures(sentence: Sentence, memory: Memory, words: Words) -> list[Figure]:
    """Figures in the order of the sentence; `memory` is carried from sentence to sentence."""
    text = sentence.text
    claims: list[Figure] = []
    chunks = sentence.chunks if sentence.numbered else []
    numbers = [c.number for c in chunks if c.number is not None and (countable(c.number) or c.number.ordinal)][:MOST]
    speaks = not vocabulary.gate().isdisjoint(words) or memory.speaks_of(sentence) is not None
    last: Found | None = None
    if numbers and speaks and not sentence.withdrawn:
        spoken: str | None = None
        for number in numbers:
            found = measured(sentence, number, memory, last)
            if found is None or not _asserted(sentence, found):
                continue
            if is_earlier(sentence, number):
                last, spoken = found, spoken or found.measure
                continue
            claim = _claim(sentence, found, memory, claims[-1] if claims else None)
            if claim is not None and not (found.understood and memory.value == number.value):
                claims.append(claim)
                memory.value = number.value
            last, spoken = found, spoken or found.measure
        if spoken is not None:
            memory.measure, memory.measure_at = spoken, sentence.index
    if last is None and speaks:
        _topic(sentence, memory)
    memory.texts.append(text)
    memory.told = next((c.date for c in reversed(sentence.dates) if c.date and c.date.year), memory.told)
    return claims


def _topic(sentence: Sentence, memory: Memory) -> None:
    """A question that asks for a figure says what the next number is: "How many have died in Syria?"; so does who
    says that the dead were counted.
    """
    pattern, meaning = vocabulary.measure_words("after")
    match = pattern.search(sentence.text) if sentence.question else _COUNTED.search(sentence.text)
    if match is not None and not sentence.question:
        memory.measure, memory.measure_at = "killed", sentence.index
    elif match is not None:
        memory.measure, memory.measure_at = meaning[match.group().lower()], sentence.index
    elif _MEMBERS_OF_THE_UN.search(sentence.text):
        memory.measure, memory.measure_at = "member_states", sentence.index


# --- is it said, and of the whole? -----------------------------------------------------------


def _asserted(sentence: Sentence, found: Found) -> bool:
    first, last = piece(sentence.text, found.start, found.end)
    if sentence.question:
        whole = vocabulary.words("question").match(sentence.text.lstrip("\"' ")) is not None
        if whole or last >= len(sentence.text.rstrip("?!\"' ")):
            return False
    for position, chunk in enumerate(sentence.chunks):
        start = chunk.start - sentence.start
        if first <= start < last and chunk.date is None:
            if chunk.has("modal", "unreal") and not chunk.has("realised") and start < found.end:
                return False
            if position >= sentence.unreal_from and start <= found.number.start:
                return False
    return True


_IN_ONE_COUNTRY = re.compile(
    r"\brefugees (?:who )?(?:live |lived |living |registered |are )?(?:in|across|throughout) "
    r"(?!the (?:Middle|Near) East|the region|Palestine|UNRWA)(?:the )?[A-Z]"
)
"""Of refugees in one place, no series of all of them tells."""
OF_ONE_COUNTRY = ("-jordan", "-lebanon", "-syria")
"""Ends of the series of the refugees in one country."""
REACH_OF_PLACE = 30
"""Characters behind a figure in which the place may stand."""


def _is_part(sentence: Sentence, found: Found, first: int, last: int, series: vocabulary.Covered | None) -> bool:
    text = sentence.text
    of_all = series is None or not series.series[0].endswith(OF_ONE_COUNTRY)
    if found.measure == "refugees" and of_all and _IN_ONE_COUNTRY.search(text, first, last + REACH_OF_PLACE):
        return True
    if found.measure == "hostages":
        return vocabulary.words("hostages_since").search(text, first, last) is not None
    if found.measure not in ("killed", "injured"):
        return False
    if vocabulary.words("part_scope").search(text, first, last) or _OF_THEM.match(text, found.number.end):
        return True
    if _OF_WHICH.search(text, 0, found.number.start) is not None or _REGION.search(text, first, last) is not None:
        return True
    for chunk in sentence.dates:
        mention = chunk.date
        start, end = chunk.start - sentence.start, chunk.end - sentence.start
        if mention is None or not first <= start < last:
            continue
        if mention.role in ("since", "after") and series is not None and series.counts_from is not None:
            if not from_the_start(mention, series.counts_from):
                return True
        elif _short(mention) and mention.role == "at" and not found.names:
            reported = _SAYS_THAT.search(text, max(0, start - 12), found.number.start) if end <= found.start else None
            if found.number.value < SINGLE_DAY and not reported:
                return True
    return False


_OF_THEM = re.compile(
    r" of (?:them|these|those|whom|(?:the|its|their) (?:dead|killed|victims|wounded|injured|total))\b"
)
_OF_WHICH = re.compile(rf"\bof {_THESE},? (?:(?:some|about|around|nearly|almost|over|more than) )?\Z")
"""Beside a number, words that make it one of the part of those counted before: "of whom some 900"."""
_REGION = re.compile(
    r"\b[Ii]n (?:the )?(?!Gaza\b)[A-Z][\w-]+(?: [A-Z][\w-]+)? "
    rf"(?:{any_of(word_sets('figure_words.csv')['part_of_a_country'])})\b"
)
"""A part of the country that the figures are of."""


def _short(mention: DateMention) -> bool:
    """A day, a week, a month: less than the whole of a war."""
    return mention.form in ("weekday", "day", "span") or (mention.form == "unit" and mention.unit in ("week", "month"))


# --- the claim -------------------------------------------------------------------------------


def _claim(sentence: Sentence, found: Found, memory: Memory, before: Figure | None) -> Figure | None:
    text = sentence.text
    first, last = _bounded(sentence, found) if not found.aside else (found.start, found.end)
    civilians = _civilians(sentence, found, memory, first, last, before)
    place = place_of(sentence, found, memory, first, last)
    covered = _series(found.measure, place, civilians) if place is not None else None
    by_the_un = place == "ukraine" and _UN_VERIFIED.search(text) is not None and _FIGHTERS.search(text) is None
    if place is not None and covered is None and (by_the_un or _told_of_civilians(text, found.start)):
        # "Civilian casualties in Ukraine: 8,173 killed", where no other dead are counted, nor others by the UN
        civilians, covered = True, _series(found.measure, place, civilians=True)
    elsewhere = other_place(sentence, found) if place is None or not names_a_place(text, found.measure) else None
    if elsewhere is not None:
        place, covered = elsewhere, None
    if place is None or _is_part(sentence, found, first, last, covered):
        return None
    if covered is None and found.number.value < SINGLE_DAY:
        return None
    memory.civilians = civilians
    date, period = time_of(sentence, found)
    if date is None and period is None and _OF_THESE.search(text, 0, found.end):
        date = memory.date
    if (date is None or date.form == "then") and period is None:
        date = _year_led(text) or (memory.told if _THEN.search(text) else None)
    if date is None and found.aside and " of that " in found.word:
        date = memory.told or DateMention(0, 0, "then")
    memory.date = date
    adds_up = covered is not None and found.measure in ADDING_UP and place != "israel"
    counts_from = covered.counts_from if covered is not None and adds_up else None
    reached = since_the_beginning(text, counts_from) if counts_from is not None and not _dated(date) else None
    doubted = doubt(sentence, found, first, last, date or period, reached, counts_from) if covered is not None else None
    whole = found.names or found.understood or vocabulary.words("whole_scope").search(text) is not None
    return Figure(
        sentence.start + first, sentence.start + last, sentence.index, sentence.speaker_at(sentence.start + first),
        measure=found.measure, place=place, number=found.number, words=words_of(text, found.number),
        series=_published(text[first:last], covered.series) if covered else (), date=date, period=period, whole=whole,
        attributed=vocabulary.words("publisher").search(text) is not None,
        reached=reached, doubt=doubted,
    )  # fmt: skip


def _dated(date: DateMention | None) -> bool:
    """Whether a date of the calendar is told, next to which a length of time says nothing more."""
    return date is not None and date.form in ("calendar", "weekday", "day")


_THEN = re.compile(r"\b(?:then|at the time|at that time|in those days|by then)\b")


def _year_led(text: str) -> DateMention | None:
    """ "1960 ended with 99": the year that is the sentence's subject."""
    match = YEAR_LED.match(text)
    return None if match is None else DateMention(match.start(1), match.end(1), "calendar", year=int(match[1]))


_UN_VERIFIED = re.compile(
    r"\b(?:UN|U\.N\.|United Nations|OHCHR|human[- ]rights office|monitors)\b.{0,40}"
    r"\b(?:verified|confirmed|counted|recorded|documented|verif(?:y|ies)|confirms|counts|records)\b"
    r"|\b(?:verified|confirmed|counted|recorded|documented) by the (?:UN|U\.N\.|United Nations)\b"
)
"""The United Nations count the civilians of that war, and nobody else."""
_FIGHTERS = re.compile(r"\b(?:soldiers?|troops|combatants|fighters|servicemen|military|army)\b", re.IGNORECASE)


def _told_of_civilians(text: str, end: int) -> bool:
    """Whether the sentence speaks of civilians, and of nobody who fights, before the figure."""
    return vocabulary.words("civilian").search(text, 0, end) is not None and _FIGHTERS.search(text, 0, end) is None


def _civilians(sentence: Sentence, found: Found, memory: Memory, first: int, last: int, before: Figure | None) -> bool:
    text = sentence.text
    if vocabulary.words("civilian").search(text, max(first, found.start - 20), last):
        return True
    bare = not found.names and not text[found.number.end : found.end].removesuffix(found.word).strip()
    others = any(c.has("member") for c in sentence.chunks) or _FIGHTERS.search(text) is not None
    still = bare and found.number.end < found.end and not others
    inherits = (before is not None and " and " in text[: found.start]) or found.understood or still
    return inherits and memory.civilians and vocabulary.words("person").search(text, found.number.end, last) is None


def _series(measure: str, place: str, civilians: bool) -> vocabulary.Covered | None:
    covered = vocabulary.covered().get((measure, place, "civilians" if civilians else ""))
    if covered is None and civilians and place in ("west-bank", "israel"):
        return vocabulary.covered().get((measure, place, ""))
    return covered


def _published(text: str, series: tuple[str, ...]) -> tuple[str, ...]:
    """Of several series the one whose publisher the sentence names."""
    named = tuple(s for s in series if (words := vocabulary.publishers().get(s)) is not None and words.search(text))
    return named or series


def _bounded(sentence: Sentence, found: Found) -> tuple[int, int]:
    """The clause of the figure, cut where another figure's begins."""
    first, last = piece(sentence.text, found.start, found.end)
    for chunk in sentence.chunks:
        number = chunk.number
        if number is None or number is found.number or not countable(number):
            continue
        cut = sentence.text.find(" and ", found.end, last)
        if number.start > found.end and found.end <= cut < number.start:
            last = min(last, cut)
        back = sentence.text.rfind(" and ", first, found.start)
        if number.end < found.start and back >= number.end:
            first = max(first, back + 5)
    return first, last
