"""How many members the Council has, how many of them permanent or elected, and for how many years they sit."""

from __future__ import annotations

import re

from onrecord.reading.claims.membership import Size
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.figures import piece
from onrecord.reading.grammar import Sentence
from onrecord.reading.numbers import NumberMention

MEMORY = 2
"""Sentences for which the Council's size is still the topic."""
_COUNCIL = r"(?:Security Council|Council|UNSC|body)"
_KIND = r"(?P<kind>permanent|elected|non-permanent|nonpermanent|rotating|temporary)"
_MEMBERS = r"(?:member states|members|states|countries|nations|seats|governments)"
_STOP = r"(?=[.,;:)]|\s*$| and\b| but\b| of them\b| in those\b| then\b| at the\b| today\b| now\b)"
_VOTED = re.compile(r"\b(?:vot\w+|abstain\w*|abstention\w*|vetoe?\w*|favou?r|against|backed|support\w*|oppos\w+)\b", re.IGNORECASE)
_UNREAL = re.compile(r"\b(?:would|could|should|might|may|must|want\w*|propos\w+|demand\w*|call\w* for|reform\w* would|if)\b", re.IGNORECASE)
_BEFORE = tuple(
    re.compile(expression + r"\Z", re.IGNORECASE)
    for expression in (
        rf"{_COUNCIL}(?:'s membership)?(?:,[^,;]{{0,40}},)? (?:then |now |still |today |currently |only )*(?:has|had|have|consists of|consisted of|is made up of|was made up of|comprises|comprised|numbers|numbered|counts|counted|is composed of|was composed of|has had|had only|was a body of|is a body of)(?: only| just| then| now| had)*(?: of)? ",
        rf"\b{_KIND} members? (?:numbered|number|are|were|come to) (?:only |just )?",
    )
)
_THERE = re.compile(r"\b(?:there (?:are|were)|it (?:has|had|has had|now has|then had|counts|counted|numbers)) (?:only |just |now |then |still )*\Z", re.IGNORECASE)
_OF_KIND = re.compile(rf" {_KIND} (?:members|seats|ones|members' seats)\b", re.IGNORECASE)
_SIT = re.compile(rf" (?:{_MEMBERS} )?(?:sit|sat|make up|made up|serve|served|belong to|belonged to) (?:on|in|at)? ?(?:the )?(?:UN |United Nations )?{_COUNCIL}", re.IGNORECASE)
_OF_THEM = re.compile(r" (?:of (?:them|those|these|its members|which|whom|the members|the seats)|members|seats)?,? ?(?:(?:are|were|being|is|sit|sat|have been) )?(?P<kind>permanent|for good|permanently|for ever|forever|elected|non-permanent|rotating|by election)\b", re.IGNORECASE)
_MEMBERS_AFTER = re.compile(rf"(?: {_KIND})?(?: {_MEMBERS}|{_STOP})", re.IGNORECASE)
_YEARS_AFTER = re.compile(r"[ -]years?\b", re.IGNORECASE)
_YEARS_BEFORE = re.compile(r"\b(?:elected|chosen|sit|sits|serve|serves|seats|terms?|stay|remain|members|in)\b(?: \w+){0,4}? (?:for|of|last|lasts) (?:a term of |terms of |only |just )?\Z", re.IGNORECASE)
_TERM_AFTER = re.compile(r"-year (?:terms?|seats?|stints?)\b", re.IGNORECASE)
_GREW = re.compile(r"\b(?:enlarged|expanded|grew|grown|increased|raised|widened|extended|went|rose|growing)\b[^.;:]{0,30}?\b(?:from \w+ (?:members |seats |states )?)?to \Z", re.IGNORECASE)
_FOR_GOOD = ("permanent", "for good", "permanently", "for ever", "forever")


class Memory:
    """When the text last spoke of the Council and of its size."""

    __slots__ = ("council_at", "size_at")

    def __init__(self) -> None:
        self.council_at = self.size_at = -99


def sizes(sentence: Sentence, memory: Memory) -> list[Size]:
    """Claims in the order of the sentence."""
    text = sentence.text
    if re.search(_COUNCIL, text):
        memory.council_at = sentence.index
    if sentence.question or sentence.withdrawn or sentence.index - memory.council_at > MEMORY + 1:
        return []
    claims: list[Size] = []
    for chunk in sentence.chunks:
        number = chunk.number
        if number is None or number.ordinal or number.integer is None or not 1 <= number.integer <= 30 or number.unit:
            continue
        read = _read(sentence, number, memory)
        conditional = any(c.start - sentence.start <= number.start for c in sentence.chunks[sentence.unreal_from :][:1])
        if read is None or conditional or _UNREAL.search(text, max(0, number.start - 60), number.start):
            continue
        claims.append(_claim(sentence, number, *read))
        memory.size_at = sentence.index
    return claims


def _read(sentence: Sentence, number: NumberMention, memory: Memory) -> tuple[str, str | None, bool] | None:
    """What is counted, of which kind of member, and whether it became so then."""
    text = sentence.text
    before, after = text[max(0, number.start - 90) : number.start], text[number.end : number.end + 80]
    spoken = sentence.index - memory.size_at <= MEMORY
    if _YEARS_AFTER.match(after):
        elected = re.search(r"\b(?:elected|non-permanent|members?|seats?)\b", text, re.IGNORECASE)
        if _YEARS_BEFORE.search(before) and elected and re.search(r"\b(?:elected|non-permanent)\b", text, re.IGNORECASE):
            return "years", "elected", False
        general = _TERM_AFTER.match(after) and re.search(r"\b(?:elected|non-permanent) (?:members|seats|states)\b", text, re.IGNORECASE)
        return ("years", "elected", False) if general else None
    if _GREW.search(before) and re.search(_COUNCIL, before):
        return "members", None, True
    if _SIT.match(after):
        return "members", None, False
    for expression in _BEFORE:
        match = expression.search(before)
        following = _MEMBERS_AFTER.match(after)
        if match and following and not _VOTED.match(text, number.end + 1):
            kind = match.groupdict().get("kind") or following.groupdict().get("kind")
            return "members", _kind(kind), False
    of_them = _OF_THEM.match(after)
    if of_them and (spoken or re.search(_COUNCIL, before)) and not _VOTED.search(after):
        return "members", _kind(of_them["kind"]), False
    of_kind = _OF_KIND.match(after)
    if of_kind and re.search(r"\b(?:has|have|had|with|plus|and|are|were|comprises|includes|of)\s\Z", before) and not _VOTED.search(text):
        return "members", _kind(of_kind["kind"]), False
    if spoken and _THERE.search(before) and _MEMBERS_AFTER.match(after):
        following = _MEMBERS_AFTER.match(after)
        return "members", _kind(following["kind"] if following else None) or _last_kind(text, number), False
    return None


def _kind(word: str | None) -> str | None:
    if word is None:
        return None
    return "permanent" if word.lower() in _FOR_GOOD else "elected"


def _last_kind(text: str, number: NumberMention) -> str | None:
    """ "Today there are ten of them", said after "elected members numbered six"."""
    return "elected" if text.startswith(" of them", number.end) and number.integer in (6, 10) else None


def _claim(sentence: Sentence, number: NumberMention, what: str, kind: str | None, changed: bool) -> Size:
    first, last = piece(sentence.text, number.start, number.end)
    past = re.search(r"\b(?:(?<!has )(?<!have )had|were|was|numbered|consisted|comprised|counted|sat)\b", sentence.text[first:last]) is not None
    return Size(
        sentence.start + first, sentence.start + last, sentence.index, sentence.speaker_at(sentence.start + first),
        quantity=number.integer or 0, kind=kind, what=what, date=nearest_date(sentence, number.start), changed=changed,
        past=past,
    )  # fmt: skip


def nearest_date(sentence: Sentence, offset: int) -> DateMention | None:
    """The last date before the offset, else the first after it, with no clause mark between."""
    before = [c for c in sentence.dates if c.start - sentence.start <= offset]
    if before and ";" not in sentence.text[before[-1].end - sentence.start : offset]:
        return before[-1].date
    after = [c for c in sentence.dates if c.start - sentence.start > offset]
    if after and not re.search(r"[;:,]", sentence.text[offset : after[0].start - sentence.start]):
        return after[0].date
    return None
