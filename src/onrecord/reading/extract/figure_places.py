"""Where a figure is for: its own clause's place, else the sentence's, else the one that the text spoke of."""

from __future__ import annotations

import re

from onrecord.reading import figure_words as vocabulary
from onrecord.reading.extract.figure_measures import Found, Memory, countable, number_start, piece
from onrecord.reading.parsed import Sentence

ATTACK = (800, 2000)
"""People killed in Israel: between these bounds the attack of 7 October 2023 is meant."""
_REMEMBERED = ("gaza", "west-bank", "syria", "ukraine", "palestine")
_IN_ISRAEL = re.compile(r"\bin Israel,? (?:it was |there were |were )?$")
_MINISTRY = re.compile(r"\bthe (?:health )?ministry(?:'s| has| says| counts| puts)\b", re.IGNORECASE)
"""Whose count needs no other name: the Gaza Ministry of Health's."""
ELSEWHERE = "elsewhere"
"""Places of which no series tells."""
_IN = re.compile(r"\b(?:in|across|inside|within|around|throughout|from)(?: all of| the whole of)? $", re.IGNORECASE)
_OWNER = re.compile(r"\w+(?:'s)? (?:alone|hosts?|hosted|has|had|was home|is home|shelter)")


def remembered_place(memory: Memory) -> str | None:
    """The place that the sentences before leave in mind."""
    return next((place for text in reversed(memory.texts) if (place := _spoken_place(text)) is not None), None)


def names_a_place(text: str, measure: str) -> bool:
    """Whether it names a place that a series of the measure is of: of the killed, not Lebanon."""
    pattern, meaning = vocabulary.places()
    of_it = {place for counted, place, _ in vocabulary.covered() if counted == measure}
    return any(meaning[m.group().lower()] in of_it for m in pattern.finditer(text))


def _spoken_place(text: str) -> str | None:
    """The place that a sentence leaves in mind; Gaza where it names several."""
    pattern, meaning = vocabulary.places()
    named = [
        place
        for m in pattern.finditer(text)
        if (place := meaning[m.group().lower()]) in _REMEMBERED and not _listed(text, m)
    ]
    return ("gaza" if "gaza" in named else named[0]) if named else None


def _listed(text: str, name: re.Match[str]) -> bool:
    """ "Russia, Belarus, Syria and Eritrea voted no": one of several who did something, and no place."""
    return _IN_A_LIST.search(text[: name.start()]) is not None and _GOES_ON.match(text, name.end()) is not None


_IN_A_LIST = re.compile(r"(?:[A-Z][\w'’-]*,|[A-Z][\w'’-]*,? and|:) (?:the )?$")
_LEADS_IN = re.compile(r"(?:and |but |while )?(?:in|across|on|inside|over in) ", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:, (?:and )?(?:the )?[A-Z]|,? and (?:the )?[A-Z]|[.;)]|$|,? (?:said|voted|abstained|were)\b)")
"""In front of a name and behind it, where it is one of a list."""


def place_of(sentence: Sentence, found: Found, memory: Memory, first: int, last: int) -> str | None:
    """The place that the figure's own clause names, else the sentence, else the text before."""
    text = sentence.text
    pattern, meaning = vocabulary.places()
    allowed = {place for measure, place, _ in vocabulary.covered() if measure == found.measure}
    hits = [(m.start(), meaning[m.group().lower()]) for m in pattern.finditer(text)]
    hits = [(at, place) for at, place in hits if place in allowed]
    own = [hit for hit in hits if first <= hit[0] < last] or hits
    if found.measure in ("killed", "hostages") and _october_7(text, found, own):
        return "israel"
    if found.measure == "refugees":
        hits = [(at, place) for at, place in hits if place == "palestine" or _owns(text, at)]
    hits = [(at, place) for at, place in hits if place != "israel"]
    specific = [hit for hit in hits if hit[1] != "palestine"] or hits
    spoken = remembered_place(memory)
    remembered = spoken if spoken in allowed else None
    others = [hit for hit in specific if not first <= hit[0] < last]
    inside = [hit for hit in specific if first <= hit[0] < last]
    taken = {hit for hit in others if _in_another_figure(sentence, found, hit[0])}
    for choice in (inside, [hit for hit in others if hit not in taken]):
        if choice:
            return min(choice, key=lambda hit: abs(hit[0] - found.number.start))[1]
    default = {"member_states": "united-nations", "refugees": "palestine"}.get(found.measure)
    of_the_war = None if default or remembered else _of_the_war(text, memory, allowed)
    return default or remembered or of_the_war or (others[0][1] if others else None)


def _of_the_war(text: str, memory: Memory, allowed: set[str]) -> str | None:
    """ "Three years. 12,600 civilians killed": of the one war that the text turns out to be about."""
    ministry = _MINISTRY.search(text)
    if not (ministry or vocabulary.words("civilian").search(text) or vocabulary.words("publisher").search(text)):
        return None
    pattern, meaning = vocabulary.places()
    named = {
        meaning[m.group().lower()]
        for sentence in memory.whole
        for m in pattern.finditer(sentence.text)
        if not _listed(sentence.text, m)
    }
    counted = named & set(_REMEMBERED) - {"palestine"}
    if ministry and (not counted or "gaza" in counted) and "lebanon" not in named:
        counted = {"gaza"}
    place = next(iter(counted)) if len(counted) == 1 else None
    return place if place in allowed else None


def _in_another_figure(sentence: Sentence, found: Found, at: int) -> bool:
    """Whether a place outside the figure's clause stands in the clause of another number."""
    first, last = piece(sentence.text, at, at)
    if _LEADS_IN.match(sentence.text, first) is not None and sentence.text[last : last + 1] == ",":
        last = piece(sentence.text, last + 1, last + 1)[1]  # "; in the West Bank, more than 700"
    numbers = (c.number for c in sentence.chunks if c.number is not None and c.number is not found.number)
    return any(first <= number.start < last and countable(number) for number in numbers)


def _owns(text: str, at: int) -> bool:
    """Whether the refugees are that country's: "in Jordan", "Jordan alone hosts", and not "Jordan voted"."""
    return text[max(0, at - 4) : at].lower().endswith("in ") or _OWNER.match(text, at) is not None


def _october_7(text: str, found: Found, hits: list[tuple[int, str]]) -> bool:
    """Whether those killed (or taken) in Israel on 7 October 2023 are meant."""
    if found.measure == "hostages":
        return True
    if found.number.value > 5000:
        return False
    if ATTACK[0] <= found.number.value <= ATTACK[1] and _IN_ISRAEL.search(text[: number_start(found.number)]):
        return True  # "35,000 dead in Gaza; in Israel 1,200 on the day it began"
    cue = vocabulary.words("october_7").search(text)
    elsewhere = any(place not in ("israel", "palestine") for _, place in hits)
    if cue is None:
        in_israel = any(place == "israel" for _, place in hits) and not re.search(r"\bPalestinians?\b", text)
        return in_israel and not elsewhere and ATTACK[0] <= found.number.value <= ATTACK[1]
    since = text[max(0, cue.start() - 8) : cue.start()].lower().rstrip().endswith(("since", "after", "before"))
    return not since and not (elsewhere and found.number.value > ATTACK[1])


def other_place(sentence: Sentence, found: Found) -> str | None:
    """A country by its code, or a part of one by its name, that no series of the measure covers, where the sentence
    says that it is the place.
    """
    for name in vocabulary.places()[0].finditer(sentence.text):
        if vocabulary.places()[1][name.group().lower()] == ELSEWHERE and _IN.search(sentence.text[: name.start()]):
            return name.group()
    for position, chunk in enumerate(sentence.chunks):
        entry = chunk.get("member")
        if entry is None or chunk.has("blocked"):
            continue
        before = sentence.chunks[position - 1].lower if position else ""
        close = abs(chunk.start - sentence.start - found.number.end) <= 25
        if before in ("in", "across", "inside", "within") or (entry.form in ("people", "demonym") and close):
            return entry.aliases[0].code if entry.aliases else chunk.text
    return None
