"""A numbered resolution or draft with the date, year or subject it is said to have."""

from __future__ import annotations

import re

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Reference
from onrecord.reading.grammar import Sentence

_YEAR = re.compile(r"\s*\(\s*(1[89]\d\d|20\d\d)\s*\)|\s+of\s+(1[89]\d\d|20\d\d)\b")
_ROMAN = re.compile(r"\s*\(\s*([IVXL]+|ES-[IVXL\d]+)\s*\)")
_NUMBER = re.compile(r"\d{1,4}(?:/\d{1,4}[A-Z]?)?")
_SYMBOL = re.compile(r"[SA]/(?:RES/)?[A-Z0-9./()\-]*\d[A-Za-z0-9./()\-]*")


class Cited:
    """A resolution or draft symbol in the text: its symbol and the chunks that hold it."""

    __slots__ = ("assembly", "end", "first", "last", "start", "symbol")

    def __init__(self, symbol: str, start: int, end: int, first: int, last: int) -> None:
        self.symbol, self.start, self.end, self.first, self.last = symbol, start, end, first, last


COUNCIL_NUMBERS = 3_000
"""The Council's resolutions stay below this; the Assembly's plain numbers of 1946 to 1976 went to 3541."""


def citations(sentence: Sentence, named: str | None, spoken_of: str) -> list[Cited]:
    """Every resolution or draft cited by number; the body that the sentence names, and the one spoken of before."""
    body = named or ("unga?" if spoken_of == "unga" else "unsc")
    found: list[Cited] = []
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        match = _SYMBOL.fullmatch(chunk.text.rstrip(".,;:"))
        if match and any(ch.isdigit() for ch in chunk.text):
            found.append(Cited(chunk.text.rstrip(".,;:)") if chunk.text.count("(") < chunk.text.count(")") else chunk.text.rstrip(".,;:"), chunk.start, chunk.end, at, at))
        elif chunk.has("cite") or (chunk.has("text") and chunk.lower.startswith("resolution")) or chunk.lower in ("number", "no", "no."):
            if chunk.lower in ("number", "no", "no.") and not any(c.has("text", "cite") for c in chunks[max(0, at - 4) : at]):
                continue
            found.extend(_numbers_after(sentence, at, body))
    return found


def _numbers_after(sentence: Sentence, at: int, body: str) -> list[Cited]:
    chunks = sentence.chunks
    found: list[Cited] = []
    position = at + 1
    while position < len(chunks) and (chunks[position].lower in ("number", "no", "no.", "nos", "nos.", "#") or (chunks[position].text in ".,#" and position == at + 1)):
        position += 1
    while position < len(chunks):
        offset = chunks[position].start - sentence.start
        match = _NUMBER.match(sentence.text, offset)
        if match is None or not chunks[position].text[0].isdigit() or sentence.text[offset : offset + 6].count(",") and re.match(r"\d,\d{3}", sentence.text[offset:]):
            break
        following = sentence.text[match.end() : match.end() + 6]
        if re.match(r"\s*(?:percent|%|votes|members|times|years|days)", following):
            break
        roman = _ROMAN.match(sentence.text, match.end())
        end = roman.end() if roman else match.end()
        symbol = _symbol(match.group(), roman.group(1) if roman else None, body)
        last = position
        while last + 1 < len(chunks) and chunks[last + 1].start < sentence.start + end:
            last += 1
        found.append(Cited(symbol, chunks[position].start, sentence.start + end, position, last))
        position = last + 1
        year = _YEAR.match(sentence.text, end)
        while year and position < len(chunks) and chunks[position].start < sentence.start + year.end():
            position += 1
        if position + 1 < len(chunks) and (chunks[position].has("and") or chunks[position].text == ",") and chunks[position + 1].text[0].isdigit():
            position += 1
            continue
        break
    return found


def _symbol(number: str, roman: str | None, body: str) -> str:
    """`body` is the one that the sentence names; where it only stands in an earlier one it ends in "?"."""
    if roman:
        return f"A/RES/{number}({roman})"
    if "/" in number or body == "unga" or (body == "unga?" and int(number) > COUNCIL_NUMBERS):
        return f"A/RES/{number}"
    return f"S/RES/{int(number)}"


def references(sentence: Sentence, cited: list[Cited]) -> list[Reference]:
    """The citations that assert something beyond the number: a year, a date, a subject."""
    if sentence.question or sentence.withdrawn:
        return []
    claims: list[Reference] = []
    for one in cited:
        if one.first >= sentence.unreal_from:
            continue
        claim = _reference(sentence, one)
        if claim is not None:
            claims.append(claim)
    return claims


def _reference(sentence: Sentence, cited: Cited) -> Reference | None:
    chunks = sentence.chunks
    first = max(0, cited.first - 1) if cited.first and chunks[cited.first - 1].has("cite", "text") else cited.first
    start, end = chunks[first].start, cited.end
    year = _YEAR.match(sentence.text, cited.end - sentence.start)
    said_by = sentence.speaker_at(start)
    if year is not None:
        value = int(year.group(1) or year.group(2))
        return Reference(start, sentence.start + year.end(), sentence.index, said_by, cited.symbol, year=value)
    following = chunks[cited.last + 1 : cited.last + 7]
    for index, chunk in enumerate(following):
        if chunk.date is not None:
            return Reference(start, chunk.end, sentence.index, said_by, cited.symbol, date=chunk.date)
        if not (chunk.lower in ("of", ",", "on", "in", "(", "passed", "from", "dated", "voted", "which was", "was") or chunk.verb("adopt") or chunk.has("be", "unanimous", "relative")):
            break
        if index > 5:
            break
    dated = _dated_before(sentence, cited, first)
    if dated is not None:
        return Reference(dated.start, max(end, dated.end), sentence.index, said_by, cited.symbol, date=dated.date)
    if len(following) > 1 and following[0].text in (",", "—", "(") and (following[1].lower in ("which", "the", "that", "a", "its", "creating") or following[1].has("verb")):
        last = _subject_end(chunks, cited.last + 1)
        subject = sentence.text[chunks[cited.last + 1].end - sentence.start : chunks[last].end - sentence.start]
        return Reference(start, chunks[last].end, sentence.index, said_by, cited.symbol, subject=subject)
    return None


def _subject_end(chunks: list[Chunk], at: int) -> int:
    position = at + 1
    while position + 1 < len(chunks) and chunks[position + 1].text not in ",;:—)." and position - at < 24:
        position += 1
    return position


def _dated_before(sentence: Sentence, cited: Cited, first: int) -> Chunk | None:
    """ "On 13 July 1960 resolution 143 asked …", "Yesterday's resolution, number 1483", "adopted resolution 2728 on Monday"."""
    chunks = sentence.chunks
    position = first - 1
    steps = 0
    while position >= 0 and steps < 3:
        chunk = chunks[position]
        if chunk.date is not None:
            if position + 1 < len(chunks) and any(c.verb("act", "adopt", "pass", "fail") for c in chunks[cited.last + 1 : cited.last + 4]):
                return chunk
            if any(c.lower == "'s" for c in chunks[position : position + 2]) or chunk.text.endswith("'s"):
                return chunk
            return None
        if not (chunk.text in ",(" or chunk.has("determiner", "text") or chunk.lower == "'s"):
            return None
        position -= 1
        steps += 1
    return None
