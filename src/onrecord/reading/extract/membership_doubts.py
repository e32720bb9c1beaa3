"""What may not be said of a seat of the Council's: an envoy who comes to its meeting, a term on another council."""

from __future__ import annotations

import re

from onrecord.reading.claims.vote import Members
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.membership_state import MEMORY, Hit, Memory, words_of_class
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.phrasing import Words

_PERSONS = ("leader", "envoy", "administration")
"""Kinds of names that stand for a state while somebody holds an office."""
_OF_A_SEAT = re.compile(
    r"\b(?:seats?|terms?|stint|tenure|elected|permanent|members?|membership|serv\w+|years?)\b", re.IGNORECASE
)
"""Words that only a state's seat is spoken of in."""
_CHAIR_TAKEN = re.compile(
    r"\b(?:takes?|took|taken|taking)(?: up)? (?:its|his|her|their|a|the) (?:seat|place)s?\b", re.I
)
_AT_A_MEETING = re.compile(
    r"\b(?:comes?|came|coming|got|went)(?: back)? to\b|"
    r"\b(?:is|are|was|were|been|be|back|sat|sits|sit|sitting) (?:\w+ )?at (?:the|that|this)\b",
    re.IGNORECASE,
)
"""Words for coming before the Council, or being heard there, as well as for belonging to it."""
_STATE = re.compile(r"\b(?:country|nation|state|government)\b")
"""Between an envoy and a seat that is the state's: "her envoy said that the country sat there"."""
_BEGINNING = (1, 12)
"""Months in which a term begins or is about to."""
_BY_THE_DAY = ("weekday", "day")
_OTHER_GATE = frozenset({"council", "ecosoc", "councils"})


def may_be_a_visit(
    sentence: Sentence, found: list[Phrase], members: Members, hit: Hit, form: str, date: DateMention | None
) -> bool:
    """Whether the words may tell of who came to a meeting or left it, and not of who has a seat."""
    if form == "times":
        return _by_persons(sentence, found, members, hit)
    if form not in ("start", "end", "seat", "off"):
        return False
    words = sentence.text[hit.start : hit.end]
    if _AT_A_MEETING.search(words):
        return True
    in_person = _by_persons(sentence, found, members, hit)
    if _CHAIR_TAKEN.search(words):
        return date is None or date.form in _BY_THE_DAY or in_person
    if _OF_A_SEAT.search(words):
        return False
    on_a_day = date is not None and (
        date.form in _BY_THE_DAY or (date.day is not None and date.month not in _BEGINNING)
    )
    return (form == "start" and on_a_day) or in_person


def of_a_person(members: Members) -> bool:
    """ "Obama's second term ends in January": an office, and no seat of a state's."""
    return bool(members.named) and all(
        bool(named.aliases) and all(alias.kind in _PERSONS for alias in named.aliases) for named in members.named
    )


_WHEN = r"(?:when|while|by the time|during|before|after|until|at the time of|on the day)"
_OF_THE_VOTE = re.compile(
    r"\b(?:it|this|that|they|vot\w+|adopt\w*|pass\w*|approv\w+|resolutions?|texts?|drafts?|veto\w*|[Cc]ouncil)\b"
)
_BEHIND = re.compile(rf",?(?: \w+)?,? {_WHEN} (?P<clause>[^.;:]*)")
_FRONTED = re.compile(rf"\W*(?:and |but )?{_WHEN} (?P<clause>[^.;:,]*),", re.IGNORECASE)


def at_another_time(text: str, hit: Hit) -> bool:
    """ "Spain was there when the war began": at a time that is told by what happened, and not that of a vote."""
    told = _BEHIND.match(text, hit.end) or _FRONTED.match(text[: hit.start])
    return told is not None and _OF_THE_VOTE.search(told["clause"]) is None


def _by_persons(sentence: Sentence, found: list[Phrase], members: Members, hit: Hit) -> bool:
    """ "Haley sat at its table", "the Sudanese envoy joined it", "Benin's president left"."""
    if any(alias.kind in _PERSONS for named in members.named for alias in named.aliases):
        return True
    own = next((p for p in found if p.members is members), None)
    if own is None or not any(c.has("delegate") for c in sentence.chunks[own.first : own.last + 1]):
        return False
    return _STATE.search(sentence.text, sentence.chunks[own.last].end - sentence.start, hit.start) is None


def notes_councils(sentence: Sentence, memory: Memory, words: Words) -> None:
    """Keep in mind which council was named last: the Security Council or another."""
    if words.isdisjoint(_OTHER_GATE) and "unsc" not in words:
        return
    if words_of_class("security").search(sentence.text):
        memory.security_at = sentence.index
    if words_of_class("other_council").search(sentence.text):
        memory.elsewhere_at = max(memory.elsewhere_at, sentence.index)
        memory.house_at = sentence.index


def of_another_council(sentence: Sentence, memory: Memory) -> bool:
    """Whether "the Council" is one that was named by another name since the Security Council was."""
    recent = sentence.index - memory.elsewhere_at <= MEMORY
    return recent and memory.security_at < sentence.index and memory.security_at <= memory.elsewhere_at


def only_of_another_council(sentences: list[Sentence]) -> bool:
    """Whether a text names another council and never the Security Council."""
    other = [s for s in sentences if not s.words.isdisjoint(_OTHER_GATE)]
    if not any(words_of_class("other_council").search(sentence.text) for sentence in other):
        return False
    return not any(words_of_class("security").search(sentence.text) for sentence in sentences)
