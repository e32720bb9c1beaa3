"""Figures of people and states: "over 36,000 people have been killed in Gaza", "2.4 million Palestine refugees".

A number, what it measures and where stand close together; what counts only a part ("killed on Tuesday", "of them
children") is none, for no series measures it. Money is read in `aid.py`.
"""

from __future__ import annotations

import re

from onrecord.reading import figure_words as vocabulary
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.figure import Figure
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.figure_measures import SINGLE_DAY, Found, Memory, measured, piece, words_of
from onrecord.reading.grammar import Sentence
from onrecord.reading.numbers import NumberMention
from onrecord.reading.phrasing import Words

LEAST = 40
MOST = 24
"""Numbers of one sentence that are looked at; more make it a table, which asserts nothing that this layer reads."""
DATE_REACH = 24
"""Characters behind a date within which a number may be the date's own: "by 1960 there were 99"."""
ATTACK = (800, 2000)
"""People killed in Israel: between these bounds the attack of 7 October 2023 is meant."""
_SAYS_THAT = re.compile(r"\bthat\b|\bsaid\b|\bsays\b|\breported\b", re.IGNORECASE)
_TO_DATE = re.compile(r"\s*(?:as of|back in|in|by|at|on|for|during)?\s*")
"""What may stand between a figure and a date of its own: "70 by 1950", "1.1 million in 1960"."""
_OF_THESE = re.compile(r"\b(?:of|among) (?:these|those|them|whom|which)\b", re.IGNORECASE)
_REMEMBERED = ("gaza", "west-bank", "syria", "ukraine", "palestine")
_MEMBERS_OF_THE_UN = re.compile(
    r"\b(?:United Nations|UN)\b.{0,60}\bmember\b|\bmember\b.{0,40}\b(?:United Nations|UN)\b"
)
_OWNER = re.compile(r"\w+(?:'s)? (?:alone|hosts?|hosted|has|had|was home|is home|shelter)")


def figures(sentence: Sentence, memory: Memory, words: Words) -> list[Figure]:
    """Figures in the order of the sentence; `memory` is carried from sentence to sentence."""
    text = sentence.text
    claims: list[Figure] = []
    numbers = [c.number for c in sentence.chunks if c.number is not None and _countable(c.number)][:MOST]
    speaks = not vocabulary.gate().isdisjoint(words) or memory.speaks_of(sentence) is not None
    last: Found | None = None
    if numbers and speaks and not sentence.withdrawn:
        spoken: str | None = None
        for number in numbers:
            found = measured(sentence, number, memory, last)
            if found is None or not _asserted(sentence, found):
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
    return claims


def _countable(number: NumberMention) -> bool:
    return not number.ordinal and not number.vague and number.unit is None and number.value >= LEAST


def _topic(sentence: Sentence, memory: Memory) -> None:
    """A question that asks for a figure says what the next number is: "How many have died in Syria?"."""
    pattern, meaning = vocabulary.measure_words("after")
    match = pattern.search(sentence.text) if sentence.question else None
    if match is not None:
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


def _is_part(sentence: Sentence, found: Found, first: int, last: int, series: vocabulary.Covered | None) -> bool:
    text = sentence.text
    if found.measure not in ("killed", "injured"):
        return False
    if vocabulary.words("part_scope").search(text, first, last):
        return True
    for chunk in sentence.dates:
        mention = chunk.date
        start, end = chunk.start - sentence.start, chunk.end - sentence.start
        if mention is None or not first <= start < last:
            continue
        if mention.role in ("since", "after") and series is not None and series.counts_from is not None:
            if not _from_the_start(mention, series):
                return True
        elif _short(mention) and mention.role == "at" and not found.names:
            reported = _SAYS_THAT.search(text, max(0, start - 12), found.number.start) if end <= found.start else None
            if found.number.value < SINGLE_DAY and not reported:
                return True
    return False


def _short(mention: DateMention) -> bool:
    """A day, a week, a month: less than the whole of a war."""
    return mention.form in ("weekday", "day", "span") or (mention.form == "unit" and mention.unit in ("week", "month"))


def _from_the_start(mention: DateMention, series: vocabulary.Covered) -> bool:
    begins = series.counts_from
    if begins is None:
        return True
    named = mention.when(None)
    if named is None or named.start is None:
        return mention.month in (None, begins.month)
    return abs((named.start - begins).days) <= 31 or begins in named


# --- where -----------------------------------------------------------------------------------


def _remembered(memory: Memory) -> str | None:
    """The place that the sentences before leave in mind."""
    return next((place for text in reversed(memory.texts) if (place := _spoken_place(text)) is not None), None)


def _spoken_place(text: str) -> str | None:
    """The place that a sentence leaves in mind; Gaza where it names several."""
    pattern, meaning = vocabulary.places()
    named = [place for m in pattern.finditer(text) if (place := meaning[m.group().lower()]) in _REMEMBERED]
    return ("gaza" if "gaza" in named else named[0]) if named else None


def _place(sentence: Sentence, found: Found, memory: Memory, first: int, last: int) -> str | None:
    """The place that the figure's own clause names, else the sentence, else the text before."""
    text = sentence.text
    pattern, meaning = vocabulary.places()
    allowed = {place for measure, place, _ in vocabulary.covered() if measure == found.measure}
    hits = [(m.start(), meaning[m.group().lower()]) for m in pattern.finditer(text)]
    hits = [(at, place) for at, place in hits if place in allowed]
    if found.measure in ("killed", "hostages") and _october_7(text, found, hits):
        return "israel"
    if found.measure == "refugees":
        hits = [(at, place) for at, place in hits if place == "palestine" or _owns(text, at)]
    hits = [(at, place) for at, place in hits if place != "israel"]
    specific = [hit for hit in hits if hit[1] != "palestine"] or hits
    spoken = _remembered(memory)
    remembered = spoken if spoken in allowed else None
    others = [hit for hit in specific if not first <= hit[0] < last]
    inside = [hit for hit in specific if first <= hit[0] < last]
    taken = {hit for hit in others if _in_another_figure(sentence, found, hit[0])}
    for choice in (inside, [hit for hit in others if hit not in taken]):
        if choice:
            return min(choice, key=lambda hit: abs(hit[0] - found.number.start))[1]
    default = {"member_states": "united-nations", "refugees": "palestine"}.get(found.measure)
    return default or remembered or (others[0][1] if others else None)


def _in_another_figure(sentence: Sentence, found: Found, at: int) -> bool:
    """Whether a place outside the figure's clause stands in the clause of another number."""
    first, last = piece(sentence.text, at, at)
    numbers = (c.number for c in sentence.chunks if c.number is not None and c.number is not found.number)
    return any(first <= number.start < last and _countable(number) for number in numbers)


def _owns(text: str, at: int) -> bool:
    """Whether the refugees are that country's: "in Jordan", "Jordan alone hosts", and not "Jordan voted"."""
    return text[max(0, at - 4) : at].lower().endswith("in ") or _OWNER.match(text, at) is not None


def _october_7(text: str, found: Found, hits: list[tuple[int, str]]) -> bool:
    """Whether those killed (or taken) in Israel on 7 October 2023 are meant."""
    if found.measure == "hostages":
        return True
    if found.number.value > 5000:
        return False
    cue = vocabulary.words("october_7").search(text)
    elsewhere = any(place not in ("israel", "palestine") for _, place in hits)
    if cue is None:
        in_israel = any(place == "israel" for _, place in hits) and not re.search(r"\bPalestinians?\b", text)
        return in_israel and not elsewhere and ATTACK[0] <= found.number.value <= ATTACK[1]
    since = text[max(0, cue.start() - 8) : cue.start()].lower().rstrip().endswith(("since", "after", "before"))
    return not since and not (elsewhere and found.number.value > ATTACK[1])


def _other_place(sentence: Sentence, found: Found) -> str | None:
    """A country that no series of the measure covers, where the sentence says that it is the place."""
    for position, chunk in enumerate(sentence.chunks):
        entry = chunk.get("member")
        if entry is None or chunk.has("blocked"):
            continue
        before = sentence.chunks[position - 1].lower if position else ""
        close = abs(chunk.start - sentence.start - found.number.end) <= 25
        if before in ("in", "across", "inside", "within") or (entry.form in ("people", "demonym") and close):
            return chunk.text
    return None


# --- when ------------------------------------------------------------------------------------


def _when(sentence: Sentence, found: Found) -> tuple[DateMention | None, DateMention | None]:
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
    before = [c for c in points if c.end - sentence.start <= number.start]
    if found.measure == "member_states" and not own and _founding(sentence, number, found.end):
        return DateMention(0, 0, "era", name="united-nations"), period
    after = [c for c in points[:1] if not _another_number(sentence, number, c)]
    chosen = own[:1] or before[-1:] or after
    return (chosen[0].date if chosen else None), period


def _of_the_scope(sentence: Sentence, number: NumberMention, date: Chunk) -> bool:
    """Whether the date says since when was counted: "43,000 dead since the war broke out a year ago"."""
    start = date.start - sentence.start
    return start > number.end and re.search(r"\b(?:since|after)\b", sentence.text[number.end : start]) is not None


def _founding(sentence: Sentence, number: NumberMention, end: int) -> bool:
    """Whether the number is that of the founders: "started with 51 members"."""
    numbers = (c.number.end for c in sentence.chunks if c.number is not None and c.number.end < number.start)
    start = max([0, number.start - 60, *numbers])
    later = (c.number.start for c in sentence.chunks if c.number is not None and c.number.start > number.end)
    stop = min([len(sentence.text), end + 40, *later])
    return vocabulary.words("founding").search(sentence.text, start, stop) is not None


def _another_number(sentence: Sentence, number: NumberMention, date: Chunk) -> bool:
    """Whether a date behind the number belongs to a later one."""
    numbers = (c.number for c in sentence.chunks if c.number is not None and c.start <= date.end + DATE_REACH)
    return any(n.start > number.end and _countable(n) for n in numbers)


def right_behind(sentence: Sentence, chunk: Chunk, end: int) -> bool:
    """Whether a date follows what ends there with nothing but a preposition between."""
    start = chunk.start - sentence.start
    return end <= start and _TO_DATE.fullmatch(sentence.text, end, start) is not None


# --- the claim -------------------------------------------------------------------------------


def _claim(sentence: Sentence, found: Found, memory: Memory, before: Figure | None) -> Figure | None:
    text = sentence.text
    first, last = _bounded(sentence, found)
    civilians = _civilians(text, found, memory, first, last, before)
    place = _place(sentence, found, memory, first, last)
    covered = _series(found.measure, place, civilians) if place is not None else None
    elsewhere = _other_place(sentence, found) if place is None or _only_remembered(place, memory, text) else None
    if elsewhere is not None:
        place, covered = elsewhere, None
    if place is None or _is_part(sentence, found, first, last, covered):
        return None
    if covered is None and found.number.value < SINGLE_DAY:
        return None
    memory.civilians = civilians
    date, period = _when(sentence, found)
    if date is None and period is None and _OF_THESE.search(text, 0, found.end):
        date = memory.date
    memory.date = date
    whole = found.names or found.understood or vocabulary.words("whole_scope").search(text) is not None
    return Figure(
        sentence.start + first, sentence.start + last, sentence.index, sentence.speaker_at(sentence.start + first),
        measure=found.measure, place=place, number=found.number, words=words_of(text, found.number),
        series=_published(text[first:last], covered.series) if covered else (), date=date, period=period, whole=whole,
        attributed=vocabulary.words("publisher").search(text) is not None,
    )  # fmt: skip


def _civilians(text: str, found: Found, memory: Memory, first: int, last: int, before: Figure | None) -> bool:
    if vocabulary.words("civilian").search(text, max(first, found.start - 20), last):
        return True
    inherits = (before is not None and " and " in text[: found.start]) or found.understood
    return inherits and memory.civilians and vocabulary.words("person").search(text, found.number.end, last) is None


def _series(measure: str, place: str, civilians: bool) -> vocabulary.Covered | None:
    covered = vocabulary.covered().get((measure, place, "civilians" if civilians else ""))
    if covered is None and civilians and place in ("west-bank", "israel"):
        return vocabulary.covered().get((measure, place, ""))
    return covered


def _only_remembered(place: str, memory: Memory, text: str) -> bool:
    return place == _remembered(memory) and vocabulary.places()[0].search(text) is None


def _published(text: str, series: tuple[str, ...]) -> tuple[str, ...]:
    """Of several series the one whose publisher the sentence names."""
    named = tuple(s for s in series if (words := vocabulary.publishers().get(s)) is not None and words.search(text))
    return named or series


def _bounded(sentence: Sentence, found: Found) -> tuple[int, int]:
    """The clause of the figure, cut where another figure's begins."""
    first, last = piece(sentence.text, found.start, found.end)
    for chunk in sentence.chunks:
        number = chunk.number
        if number is None or number is found.number or not _countable(number):
            continue
        cut = sentence.text.find(" and ", found.end, last)
        if number.start > found.end and found.end <= cut < number.start:
            last = min(last, cut)
        back = sentence.text.rfind(" and ", first, found.start)
        if number.end < found.start and back >= number.end:
            first = max(first, back + 5)
    return first, last
