"""Figures: "over 36,000 people have been killed in Gaza", "the toll stands at 36,000", "2.4 million Palestine refugees".

A number, what it measures and where stand close together; what counts only a part ("killed on Tuesday", "of them
children") is none, for no series measures it. Money is read in `aid.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reading import figure_words as vocabulary
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.figure import Figure
from onrecord.reading.dates import DateMention
from onrecord.reading.grammar import Sentence
from onrecord.reading.numbers import NumberMention

REACH = 90
"""Characters between a number and the word that says what it measures."""
MEMORY = 2
"""Sentences for which a measure or a place spoken of is still understood."""
LEAST = 40
MOST = 24
"""Numbers of one sentence that are looked at; more make it a table, which asserts nothing that this layer reads."""
SINGLE_DAY = 1000
"""Deaths on one day stay below this in every war that the record counts; larger numbers are totals."""
_PIECE_END = re.compile(r",(?!\d)|[;:—()\"]|\.\s")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
_TAKES_LIVES = re.compile(r"\b(?:claim|cost|tak|took|lost|los|end)\w*\b[^,;]{0,30}\Z", re.IGNORECASE)
_PALESTINE_REFUGEES = re.compile(r"Palestin|UNRWA|the Agency|Relief and Works", re.IGNORECASE)
_SAYS_THAT = re.compile(r"\bthat\b|\bsaid\b|\bsays\b|\breported\b", re.IGNORECASE)
_NO_NOUN = re.compile(r"\s*(?:[.,;:)!?\"]|\Z|of them\b|in all\b|and\b|but\b|by\b|in\b|at\b|on\b|today\b|now\b)")


@dataclass(slots=True)
class Memory:
    """What the text was speaking of, for figures that leave it out."""

    measure: str | None = None
    measure_at: int = -99
    place: str | None = None
    place_at: int = -99
    aid_at: int = -99


@dataclass(slots=True)
class _Found:
    """A number with the word that says what it measures."""

    number: NumberMention
    measure: str
    word: str
    start: int
    """Of the stretch from the first to the last of the two, in the sentence."""
    end: int
    names: bool = False
    """Whether a noun names it ("death toll")."""


def figures(sentence: Sentence, memory: Memory) -> list[Figure]:
    """Figures in the order of the sentence; `memory` is carried from sentence to sentence."""
    text = sentence.text
    here = _place(sentence, None, memory)
    claims: list[Figure] = []
    numbers = [c for c in sentence.chunks if c.number is not None and _countable(c.number)][:MOST]
    if (
        numbers
        and not sentence.question
        and not sentence.withdrawn
        and (vocabulary.gate().search(text) or _remembers(memory, sentence))
    ):
        last: _Found | None = None
        for chunk in numbers:
            found = _measured(sentence, chunk.number, memory, last)
            if found is not None and _asserted(sentence, found):
                last = found
                claim = _claim(sentence, found, memory)
                if claim is not None:
                    claims.append(claim)
                memory.measure, memory.measure_at = found.measure, sentence.index
    if here is not None:
        memory.place, memory.place_at = here, sentence.index
    return claims


def _countable(number: NumberMention) -> bool:
    return not number.ordinal and not number.vague and number.unit is None and number.value >= LEAST


def _remembers(memory: Memory, sentence: Sentence) -> bool:
    return memory.measure is not None and sentence.index - memory.measure_at <= MEMORY


# --- what is measured ------------------------------------------------------------------------


def _measured(sentence: Sentence, number: NumberMention | None, memory: Memory, last: _Found | None) -> _Found | None:
    if number is None:
        return None
    text = sentence.text
    head = _head(text, number.end)
    if head in ("part", "other"):
        return None
    return (
        _after(text, number, head)
        or _before(text, number, head)
        or _named(text, number, sentence)
        or _understood(text, number, head, memory, sentence, last)
    )


def _head(text: str, end: int) -> str | None:
    """What kind of noun the number counts: `person`, `part`, `other`; None where the next words do not say."""
    if text.startswith("-", end) and not text.startswith("-odd", end):
        return "other"
    position = end
    for _ in range(4):
        match = _WORD.search(text, position, end + 60)
        if match is None or re.search(r"[,;:.()]", text[position : match.start()]):
            return None
        for kind in ("part", "other", "person"):
            if vocabulary.words(kind).match(text, match.start()):
                return kind
        if vocabulary.measure_words("after")[0].match(text, match.start()):
            return None
        position = match.end()
    return None


def _after(text: str, number: NumberMention, head: str | None) -> _Found | None:
    pattern, meaning = vocabulary.measure_words("after")
    match = pattern.search(text, number.end, min(len(text), number.end + REACH))
    if match is None:
        return None
    gap = text[number.end : match.start()]
    if re.search(r"[;:]|\.\s|\b(?:who|which|and|but|while|as)\b(?! (?:children|women|more))", gap) and not _aside(gap):
        return None
    if re.search(r"\d", gap) or len(_WORD.findall(gap)) > 10:
        return None
    word = match.group().lower()
    if word == "lives" and not (_TAKES_LIVES.search(text[: number.start]) and len(gap) < 20):
        return None
    if word == "refugees" and not _PALESTINE_REFUGEES.search(text):
        return None
    if head is None and len(_WORD.findall(gap)) > 4:
        return None
    return _Found(number, meaning[word], word, _number_start(number), match.end())


def _aside(gap: str) -> bool:
    """Whether the joining words stand within an aside: ", mostly women and children,"."""
    return gap.count(",") >= 2 or gap.rstrip().endswith(
        ("who have been", "who had been", "who were", "who have", "who had")
    )


def _before(text: str, number: NumberMention, head: str | None) -> _Found | None:
    start = _number_start(number)
    pattern, meaning = vocabulary.measure_words("before")
    match = None
    for match in pattern.finditer(text, max(0, start - 40), start):  # noqa: B007
        pass
    if match is None or (head != "person" and not _NO_NOUN.match(text, number.end)):
        return None
    gap = text[match.end() : start].strip().lower()
    if gap not in ("", "an estimated", "some", "as many as", "another", "up to", "the", "at", "more than", "well"):
        return None
    return _Found(number, meaning[match.group().lower()], match.group(), match.start(), number.end)


def _named(text: str, number: NumberMention, sentence: Sentence) -> _Found | None:
    """ "The death toll in Gaza, officials say, has passed 36,000"."""
    start = _number_start(number)
    pattern, meaning = vocabulary.measure_words("names")
    match = None
    for match in pattern.finditer(text, max(0, start - REACH), start):  # noqa: B007
        pass
    if match is None:
        return None
    gap = text[match.end() : start]
    between = [c for c in sentence.chunks if c.number is not None and match.end() <= c.start - sentence.start < start]
    if between or re.search(r"[;:]|\.\s| and | but ", gap):
        return None
    word = match.group().lower()
    if word in (
        "dead",
        "deaths",
        "killed",
        "wounded",
        "injured",
        "injuries",
        "refugees",
        "hostages",
        "members",
        "toll",
        "registered",
        "rolls",
        "membership",
        "fatalities",
    ) and not re.search(
        r"\b(?:at|is|was|stands|stood|reached|passed|exceed\w*|top\w*|number\w*|total\w*|to|were|are|hit|surpassed|of)\s*(?:\w+ )?$",
        gap + " ",
    ):
        return None
    return _Found(number, meaning[word], word, match.start(), number.end, names=True)


def _understood(
    text: str, number: NumberMention, head: str | None, memory: Memory, sentence: Sentence, last: _Found | None
) -> _Found | None:
    """The measure of the number before, where this one has none of its own: "and by 2000 there were 3.7 million"."""
    if head is not None or not _NO_NOUN.match(text, number.end) or number.value < SINGLE_DAY:
        return None
    measure = last.measure if last is not None else memory.measure if _remembers(memory, sentence) else None
    if measure is None or (last is None and measure not in ("refugees", "killed")):
        return None
    if last is None and measure == "killed":
        return None
    if (
        last is None
        and sentence.chunks[0].date is None
        and _place_words(text) is None
        and not any(c.date for c in sentence.chunks)
    ):
        return None
    start = _number_start(number)
    return _Found(number, measure, "", start, number.end)


def _number_start(number: NumberMention) -> int:
    before = number.hedge_start is not None and number.hedge_start < number.start
    return number.hedge_start if before and number.hedge_start is not None else number.start


# --- is it said, and of the whole? -----------------------------------------------------------


def _asserted(sentence: Sentence, found: _Found) -> bool:
    first, last = piece(sentence.text, found.start, found.end)
    for position, chunk in enumerate(sentence.chunks):
        start = chunk.start - sentence.start
        if first <= start < last and chunk.date is None:
            if chunk.has("modal", "unreal") and not chunk.has("realised") and start < found.end:
                return False
            if position >= sentence.unreal_from and start <= found.number.start:
                return False
    return True


def piece(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch between commas and clause marks around `start` to `end`, without space at its ends."""
    first = 0
    for match in _PIECE_END.finditer(text, 0, start):
        first = match.end()
    after = _PIECE_END.search(text, end)
    last = after.start() if after else len(text.rstrip(".!?\"' "))
    while first < start and text[first] in " \"'.,":
        first += 1
    while last > end and text[last - 1] in " .,!?'\"":
        last -= 1
    return first, max(last, end)


def _is_part(sentence: Sentence, found: _Found, first: int, last: int, series: vocabulary.Covered | None) -> bool:
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
        elif mention.form in ("weekday", "day", "span") and mention.role == "at" and not found.names:
            reported = _SAYS_THAT.search(text, max(0, start - 12), found.number.start) if end <= found.start else None
            if found.number.value < SINGLE_DAY and not reported:
                return True
    return False


def _from_the_start(mention: DateMention, series: vocabulary.Covered) -> bool:
    begins = series.counts_from
    if begins is None:
        return True
    named = mention.when(None)
    if named is None or named.start is None:
        return mention.month in (None, begins.month)
    return abs((named.start - begins).days) <= 31 or begins in named


# --- where, when -----------------------------------------------------------------------------


def _place_words(text: str) -> str | None:
    match = vocabulary.places()[0].search(text)
    return vocabulary.places()[1][match.group().lower()] if match else None


def _place(sentence: Sentence, found: _Found | None, memory: Memory) -> str | None:
    """The place that the sentence names, nearest to the number; without a number, the one to remember."""
    pattern, meaning = vocabulary.places()
    hits = [(m.start(), meaning[m.group().lower()]) for m in pattern.finditer(sentence.text)]
    if found is None:
        named = [place for _, place in hits if place in ("gaza", "west-bank", "syria", "ukraine", "palestine")]
        return ("gaza" if "gaza" in named else named[0]) if named else None
    allowed = {place for measure, place, _ in vocabulary.covered() if measure == found.measure}
    hits = [(at, place) for at, place in hits if place in allowed]
    specific = [(at, place) for at, place in hits if place not in ("israel", "palestine", "united-nations")]
    if found.measure in ("killed", "hostages") and _october_7(sentence, found):
        return "israel"
    if found.measure == "refugees":
        specific = [(at, place) for at, place in specific if _owns(sentence.text, at, found)]
    hits = specific or [(at, place) for at, place in hits if place != "israel"]
    if hits:
        return min(hits, key=lambda hit: abs(hit[0] - found.number.start))[1]
    if found.measure == "member_states":
        return "united-nations"
    if found.measure == "refugees":
        return "palestine"
    remembered = memory.place if sentence.index - memory.place_at <= MEMORY + 1 else None
    return remembered if remembered in allowed else None


def _owns(text: str, at: int, found: _Found) -> bool:
    """Whether the refugees are that country's: "in Jordan", "Jordan alone hosts", and not "Jordan voted"."""
    before = text[max(0, at - 4) : at].lower()
    return before.endswith("in ") or bool(
        re.match(r"\w+(?:'s)? (?:alone|hosts?|hosted|has|had|was home|is home|shelter)", text[at:])
    )


def _october_7(sentence: Sentence, found: _Found) -> bool:
    cue = vocabulary.words("october_7").search(sentence.text)
    if cue is None or found.number.value > 5000:
        return False
    before = sentence.text[max(0, cue.start() - 8) : cue.start()].lower()
    since = before.rstrip().endswith(("since", "after", "before"))
    gaza = re.search(r"\bin (?:the )?Gaza|\bPalestinians\b|\bGazans\b", sentence.text)
    return found.measure == "hostages" or (not since and not (gaza and found.number.value > 2500))


def _other_place(sentence: Sentence, found: _Found) -> str | None:
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


def _when(sentence: Sentence, found: _Found, first: int, last: int) -> tuple[DateMention | None, DateMention | None]:
    """The time that the figure is for and the stretch it was gathered over, as far as the sentence says."""
    dates = [c for c in sentence.dates if c.date is not None]
    point: Chunk | None = None
    period: DateMention | None = None
    for chunk in dates:
        mention = chunk.date
        if mention is None:
            continue
        if mention.role == "between" or mention.until is not None:
            period = mention
        elif mention.role in ("at", "until") and not (mention.form == "span" and mention.role == "at"):
            nearer = point is None or abs(chunk.start - sentence.start - found.start) < abs(
                point.start - sentence.start - found.start
            )
            inside = first <= chunk.start - sentence.start < last
            if nearer and (inside or chunk.start - sentence.start < found.start or point is None):
                point = chunk
    return (point.date if point else None), period


# --- the claim -------------------------------------------------------------------------------


def _claim(sentence: Sentence, found: _Found, memory: Memory) -> Figure | None:
    text = sentence.text
    first, last = _bounded(sentence, found)
    civilians = vocabulary.words("civilian").search(text, max(first, found.start - 20), last) is not None
    place = _place(sentence, found, memory)
    covered: vocabulary.Covered | None = None
    if place is not None:
        covered = vocabulary.covered().get((found.measure, place, "civilians" if civilians else ""))
        if covered is None and civilians and place in ("gaza", "palestine", "west-bank", "israel"):
            covered = vocabulary.covered().get((found.measure, place, ""))
            covered = covered if place in ("west-bank", "israel") else None
    elsewhere = (
        _other_place(sentence, found)
        if place is None or (place == memory.place and _place_words(text) is None)
        else None
    )
    if elsewhere is not None:
        place, covered = elsewhere, None
    if place is None or _is_part(sentence, found, first, last, covered):
        return None
    if covered is None and found.number.value < SINGLE_DAY:
        return None
    date, period = _when(sentence, found, first, last)
    whole = found.names or vocabulary.words("whole_scope").search(text) is not None
    return Figure(
        sentence.start + first, sentence.start + last, sentence.index, sentence.speaker_at(sentence.start + first),
        measure=found.measure, place=place, number=found.number, words=words_of(text, found.number),
        series=covered.series if covered else (), date=date, period=period, whole=whole,
        attributed=vocabulary.words("publisher").search(text) is not None,
    )  # fmt: skip


def words_of(text: str, number: NumberMention) -> str:
    """The number with its hedge, as written."""
    start = _number_start(number)
    after = number.hedge_end if number.hedge_end is not None and number.hedge_end > number.end else number.end
    return text[start:after].strip()


def _bounded(sentence: Sentence, found: _Found) -> tuple[int, int]:
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
        if number.end < found.start and back > number.end:
            first = max(first, back + 5)
    return first, last
