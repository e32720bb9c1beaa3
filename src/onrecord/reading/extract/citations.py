"""Resolutions and drafts cited by number, however written: "resolutions 242 and 338", "UNSCR 1701", "A/RES/46/86"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.citation_alone import dated_or_named, may_be_cited, named_so, of_a_month, said_of_it
from onrecord.reading.extract.citation_bare import (
    ASSEMBLY_NUMBERS,
    bare,
    close_to,
    heads_a_vote,
    is_number,
    listed,
    next_number,
    predicated,
)
from onrecord.reading.extract.citation_rows import (
    had_votes,
    is_year,
    next_in_a_row,
    passed_so,
    voted_on_it,
    was_adopted,
    was_written,
)
from onrecord.reading.extract.spoken_numbers import NUMBER_WORDS, spoken_number
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

YEAR = re.compile(r"\s*,?\s*(?:\(\s*(1[89]\d\d|20\d\d)\s*\)|(?:of|from)\s+(1[89]\d\d|20\d\d)\b)")
_ROMAN = re.compile(r"\s*(?:([A-E])\s*)?\(\s*([IVXL]+|E?S-[IVXL\d]+)\s*\)")
_NUMBER = re.compile(r"(?:ES-\d+/\d+|\d{1,4}(?:/\d{1,4}[A-Z]?)?)(?![\w%])(?!,\d{3})", re.I)
_SYMBOL = re.compile(r"[SA]/(?:RES/)?[A-Z0-9./()\-]*\d[A-Za-z0-9./()\-]*")
_EMERGENCY = re.compile(r"ES-\d{1,2}/\d{1,2}(?![\d/])")
_A_QUANTITY = re.compile(r"\s*(?:percent|%|votes?\b|members?\b|times\b|years?\b|days\b|months?\b|people\b|-)")
_A_COUNT = re.compile(r"\s+(?:to|against)\s+(?:\d{1,3}\b|none\b|nil\b|zero\b|one\b)")
_OF_A_SIDE = re.compile(r"\s+(?:voted |were |was )?(?:against|opposed|opposing|abst\w*|nays?|noes|for|in favou?r)\b")
_NAMED = re.compile(
    r"(?i:\b(?:resolutions?[.:,]?|res\.|UNSCR|SCR|RES/|(?:number|no\.) )\s*)"
    r"((?:\d{2,4}(?![\d/])(?: \(\d{4}\))?(?:, | and |, and )?)+)"
)
_VOTED_ON = re.compile(
    r"(?i:\b(?:abstain(?:ed|s|ing)? (?:on|from)|vot(?:ed|es|e|ing) (?:on|for|against)|vetoed|tribunal,|text|draft)) "
    r"\(?([2-9]\d\d|1\d{3}|2[0-8]\d\d)(?=[,.;:)]|$| and \d| in | (?:together |along )?with [A-Z]| alongside )"
)
"""A number alone that was voted on, in a text that may never say "resolution": "abstained on 943"."""
_IN_MONTHS = re.compile(
    r"\b(?:on|for|against) (1\d{3}|2[0-8]\d\d) (?:in|of) [A-Z][a-z]+\b(?: \d{4})?,? (?:and )?"
    r"(?:on|for|against) (1\d{3}|2[0-8]\d\d) (?:in|of) [A-Z]"
)
"""Numbers alone, each with its month: "on 1160 in March, on 1199 in September"."""
_CARRIED = re.compile(
    r"(?:(?<=[.;:,(–—] )|(?<=and )|(?<=then )|(?<=\n)|\A)(?:[Ff]irst )?([2-9]\d\d|1\d{3}|2[0-8]\d\d) "
    r"(?:got|had|won|received|passed|(?:was|were) (?:adopted|carried|passed)|went through|sailed through) "
    r"(?:(?:by|with|on|only|just|a|the|full|bare) )*"
    r"(?:(?:\d\d?|[a-z]+) (?:votes?\b|to (?:\d\d?|[a-z]+)\b|yeses|in favou?r|for\b)|unanimous|\d\d?[-–]\d)"
    r"|(?:\A|(?<=[.;:,(–—] )|(?<=and )|(?<=that )|(?<=\n))([2-9]\d\d|1\d{3}|2[0-8]\d\d) was "
    r"(?:\w+ (?:to )?(?:zero|nil|nothing|none|love)|unanimous)\b"
)
"""A number alone that had so many votes: "660 got fourteen votes"."""
_HEADING = re.compile(
    r"(?:\A|(?<=[.;:!?\n(] )|(?<=[\n(]))(1[0-8]\d\d|20[3-9]\d|2[1-8]\d\d)"
    r"(?= ?[=(:]|, (?!\d)| (?:came|was|is|had|has|got|passed|went|called|asked|did|speaks|says|dates)\b)"
)
"""A number alone at a clause's head, in a text that speaks of resolutions: "2712 (November) was Malta's"."""
_OF_RESOLUTIONS = re.compile(r"\b[Rr]esolutions?\b")
_ALONE = re.compile(
    r"[ (]([2-9]\d\d|1\d{3}|2[0-8]\d\d)(?=[,.;:)]|$| and \d| in | (?:together |along )?with | alongside )"
)
"""Its end, which is sooner looked for."""
MAY_CITE = re.compile(r"[0-9/]|[^\x00-\x7f]")
"""What no citation does without: a digit, of whatever script, or a symbol's stroke."""
_WITH_YEAR = re.compile(r"(\d{1,4})/((?:19|20)\d\d)$")
LAST_ROMAN_SESSION = 1975
"""To its thirtieth session the Assembly numbered its resolutions in one series, as the Council does."""
_WORDS = word_sets("clause_words.csv")
ELSEWHERE = _WORDS["other_resolution"]
BODIES = _WORDS["other_body"]
"""Right in front of "resolution", or its owner."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A resolution or draft that the text cites: its symbol and the chunks that hold it."""

    symbol: str
    start: int
    end: int
    first: int
    last: int
    sure: bool = True
    """Whether the text says whose resolution it is; a bare number may be the other body's."""
    alone: bool = False
    """A number that only the year beside it makes a resolution's, so that nothing can be held against it."""


def citations(sentence: Sentence, body: str, known: Sequence[int]) -> list[Cited]:
    """Every resolution or draft cited by number in a sentence; `body` is the one the text speaks of.

    `known` are the numbers of the Council's resolutions that the text names as such, near which a number alone may
    be one too.
    """
    found: list[Cited] = []
    chunks = sentence.chunks
    if MAY_CITE.search(sentence.text) is None or not any(c.text[0].isdigit() or c.text[1:2] == "/" for c in chunks):
        return _spoken(sentence)
    done = -1
    for at, chunk in enumerate(chunks):
        if at <= done:
            continue
        if (symbol := _symbol(chunk.text)) is not None:
            found.append(_revised(chunks, at, symbol))
        elif chunk.text.startswith("ES") and (urgent := _of_an_emergency_session(sentence, at)) is not None:
            found.append(urgent)
        elif _opens(chunks, at) and not _of_another_body(sentence, at):
            found.extend(_numbers_after(sentence, at, body))
        elif (numbered := _by_session(chunks, at)) is not None:
            found.append(numbered)
        elif next_number(chunks, at, known) or (
            is_number(chunk, 3)
            and not (at and chunks[at - 1].text == "/")
            and not _behind_another(sentence, at)
            and (
                predicated(chunks, at, known)
                or next_in_a_row(chunks, at, known)
                or had_votes(chunks, at, known)
                or was_adopted(chunks, at, known)
                or passed_so(chunks, at, known)
                or voted_on_it(chunks, at)
                or was_written(chunks, at, known)
                or heads_a_vote(chunks, at)
                or bare(sentence, at, bool(found) or at == 0 or close_to(chunk.text, known))
                or listed(sentence, at, known)
            )
        ):
            found.extend(_numbers_after(sentence, at - 1, body))
        elif is_number(chunk, 3) and (dated_or_named(chunks, at) or said_of_it(chunks, at)):
            alone = not of_a_month(chunks, at) and named_so(chunks, at) is None
            found.extend(replace(one, alone=alone) for one in _numbers_after(sentence, at - 1, body))
        done = max(done, found[-1].last) if found else done
    return sorted([*found, *_spoken(sentence)], key=lambda c: c.start)


def _of_an_emergency_session(sentence: Sentence, at: int) -> Cited | None:
    """ "Those rights came with ES-10/23"."""
    chunks = sentence.chunks
    match = _EMERGENCY.match(sentence.text, chunks[at].start - sentence.start)
    if match is None or (at and chunks[at - 1].text == "/"):
        return None
    end = sentence.start + match.end()
    last = max(i for i in range(at, len(chunks)) if chunks[i].start < end)
    return Cited(f"A/RES/{match.group()}", chunks[at].start, end, at, last)


def _by_session(chunks: list[Chunk], at: int) -> Cited | None:
    """A resolution of the Assembly by its session and number alone, as counted since 1976: "it was 71/258"."""
    if at + 2 >= len(chunks) or chunks[at + 1].text != "/" or (at and chunks[at - 1].text == "/"):
        return None
    session, number = chunks[at], chunks[at + 2]
    joined = session.end == chunks[at + 1].start and chunks[at + 1].end == number.start
    if not (joined and session.text.isdigit() and number.text.isdigit() and len(number.text) == 3):
        return None
    if not FIRST_SESSION <= int(session.text) <= LAST_SESSION or (at + 3 < len(chunks) and chunks[at + 3].text == "/"):
        return None
    return Cited(f"A/RES/{session.text}/{number.text}", session.start, number.end, at, at + 2, sure=False)


FIRST_SESSION, LAST_SESSION = 31, 90
"""Sessions of the Assembly whose resolutions are numbered so."""


def _spoken(sentence: Sentence) -> list[Cited]:
    """Numbers said in words."""
    chunks = sentence.chunks if sentence.numbered else []
    found: list[Cited] = []
    for at, chunk in enumerate(chunks):
        if chunk.number is None or not chunk.number.in_words or (found and at <= found[-1].last):
            continue
        said = spoken_number(chunks, at)
        if said is not None:
            number, last = said
            found.append(Cited(f"S/RES/{number}", chunk.start, chunks[last].end, at, last, sure=False))
    return found


def perhaps_cited(sentence: Sentence, cited: Sequence[Cited], body: str) -> list[Cited]:
    """The numbers alone of a sentence with a date that may be resolutions', beside those that are."""
    if not (sentence.dates and sentence.numbered):
        return []
    taken = {one.first for one in cited}
    found = (_number(sentence, at, at, body) for at in may_be_cited(sentence) if at not in taken)
    return [replace(one, sure=False, alone=True) for one in found if one is not None]


def numbers_named(text: str) -> tuple[int, ...]:
    """The numbers of resolutions that a text names as such, anywhere."""
    apart = any(not is_year(n) for n in _ALONE.findall(text))
    named = {int(n) for run in _NAMED.findall(text) for n in re.findall(r"\d{2,4}(?![\d/])", run)}
    if apart:
        named.update(int(n) for n in _VOTED_ON.findall(text) if not is_year(n))
    if " in " in text or " of " in text:
        named.update(int(n) for found in _IN_MONTHS.findall(text) for n in found if not is_year(n))
    if _OF_RESOLUTIONS.search(text) is not None:
        named.update(int(n) for n in _HEADING.findall(text))
    named.update(int(n) for found in _CARRIED.findall(text) for n in found if n and not is_year(n))
    return tuple(sorted(named))


def _symbol(text: str) -> str | None:
    """A document's symbol without the marks that only end its sentence or bracket."""
    if text[1:2] != "/":
        return None
    ends = ".,;:)" if text.count("(") < text.count(")") else ".,;:"
    symbol = text.rstrip(ends)
    return symbol if _SYMBOL.fullmatch(symbol) else None


def _revised(chunks: list[Chunk], at: int, symbol: str) -> Cited:
    """The document, "S/4050/Rev. 1" written apart put together."""
    if symbol.endswith("/Rev") and at + 1 < len(chunks) and chunks[at + 1].text.isdigit():
        number = chunks[at + 1]
        return Cited(f"{symbol}.{number.text}", chunks[at].start, number.end, at, at + 1)
    return Cited(_without_year(symbol), chunks[at].start, chunks[at].start + len(symbol), at, at)


def _without_year(symbol: str) -> str:
    return re.sub(r"\s*\((?:19|20)\d\d\)$", "", symbol)


def _resolution(chunk: Chunk) -> bool:
    return chunk.lower.split()[-1].startswith("resolution")


def _opens(chunks: list[Chunk], at: int) -> bool:
    """Whether a resolution's number may follow: "resolution", "UNSCR", "number" behind a resolution."""
    chunk = chunks[at]
    if "cite" in chunk.kinds or ("text" in chunk.kinds and _resolution(chunk)):
        return True
    if chunk.lower == "unsc" and at + 1 < len(chunks):
        return is_number(chunks[at + 1], 3)
    if chunk.lower in NUMBER_WORDS:
        if at and chunks[at - 1].cardinal is not None:
            return False  # "a motion that had 113 yes, 35 no, 13 abstaining"
        if at and chunks[at - 1].has("text") and not chunks[at - 1].has("cite") and not _resolution(chunks[at - 1]):
            return at + 1 < len(chunks) and is_number(chunks[at + 1], 3)  # "Russian text no. 2"
        return any(c.has("text", "cite") or "adopt" in c.kinds for c in chunks[max(0, at - 12) : at])
    if chunk.text in ",(" and at and at + 1 < len(chunks):
        # "the settlements resolution, 2334, passed", "the Hariri tribunal (1757)"
        following = chunks[at + 2].text if at + 2 < len(chunks) else "."
        count = chunks[at - 1].number
        ordinal = count is not None and count.ordinal and following == ","
        return (chunks[at - 1].has("text", "cite") or ordinal) and is_number(chunks[at + 1], 3) and following in ",)."
    if chunk.lower == "as":
        return (
            at + 1 < len(chunks)
            and is_number(chunks[at + 1], 3)
            and any(c.verb("adopt") for c in chunks[max(0, at - 5) : at])
        )
    return False


def _of_another_body(sentence: Sentence, at: int) -> bool:
    """Whether it is a parliament's or another organisation's: "House Resolution 894", "UNESCO resolution 12"."""
    before = sentence.chunks[max(0, at - 4) : at]
    owner = next((c for c in reversed(before) if c.lower not in ("'s", "'")), None)
    if owner is not None and (owner.lower in BODIES or owner.text == "WHO"):
        return True
    if any(c.has("council", "assembly") for c in before):
        return False
    return any(c.has("elsewhere") or c.lower in ELSEWHERE for c in before) or (
        sentence.elsewhere and not any(c.has("council", "assembly") for c in sentence.chunks)
    )


def _behind_another(sentence: Sentence, at: int) -> bool:
    """ "House Resolution 1146": whether the number stands right behind another body's word for a text."""
    opens = at - 1
    return opens > 0 and _opens(sentence.chunks, opens) and _of_another_body(sentence, opens)


def _numbers_after(sentence: Sentence, at: int, body: str) -> list[Cited]:
    chunks = sentence.chunks
    found: list[Cited] = []
    position = at + 1
    if at > 0 and chunks[at - 1].cardinal is not None and [c.text for c in chunks[position : at + 2]] == [","]:
        if any(len(c.text) <= TWO_DIGITS for c in chunks[at + 2 : at + 3]):
            return found  # "of the year's 46 resolutions, 30 were unanimous"
    while (
        position < len(chunks)
        and position < at + 5
        and (chunks[position].lower in NUMBER_WORDS or (chunks[position].text in ".,#(" and position <= at + 2))
    ):
        position += 1
    if (
        position > at + 1
        and position < len(chunks)
        and chunks[position - 1].text == "("
        and len(chunks[position].text) == 4
        and chunks[position].date
    ):
        return found
    while position < len(chunks):
        one = _number(sentence, position, at, body)
        if one is None:
            break
        found.append(one)
        position = one.last + 1
        year = YEAR.match(sentence.text, one.end - sentence.start)
        while year and position < len(chunks) and chunks[position].start < sentence.start + year.end():
            position += 1
        separators = 0
        while (
            position < len(chunks) and separators < 3 and (chunks[position].text == "," or chunks[position].has("and"))
        ):
            separators += 1
            position += 1
        if not separators or position >= len(chunks) or not chunks[position].text[0].isdigit():
            break
        if (day := chunks[position].date) is not None and day.month is not None:
            break  # "resolution 487, 19 June 1981"
    return found


TWO_DIGITS = 2


def _number(sentence: Sentence, at: int, opening: int, body: str) -> Cited | None:
    chunks = sentence.chunks
    offset = chunks[at].start - sentence.start
    match = _NUMBER.match(sentence.text, offset)
    if match is None or _A_QUANTITY.match(sentence.text, match.end()):
        return None
    if _A_COUNT.match(sentence.text, match.end()) and not chunks[opening].lower.endswith("s"):
        return None  # "passed a resolution 94 to 3"
    if len(match.group()) < len("100") and chunks[at - 1].text == "," and _OF_A_SIDE.match(sentence.text, match.end()):
        return None  # "128 voted for the resolution, 9 against"
    roman = _ROMAN.match(sentence.text, match.end())
    end = roman.end() if roman else match.end()
    last = at
    while last + 1 < len(chunks) and chunks[last + 1].start < sentence.start + end:
        last += 1
    year = YEAR.match(sentence.text, end)
    said_year = int(year.group(1) or year.group(2)) if year else None
    number = match.group()
    if (with_year := _WITH_YEAR.match(number)) is not None and int(with_year.group(1)) < ASSEMBLY_NUMBERS:
        # "1325/2000", as some write the Council's 1325 of 2000
        return Cited(f"S/RES/{int(with_year.group(1))}", chunks[at].start, sentence.start + end, at, last)
    whose, sure = _whose(chunks, opening, number, roman is not None, said_year, body)
    if whose == "unga":
        symbol = (
            f"A/RES/{number}"
            + (f"({roman.group(2)})" if roman else "")
            + (f"[{roman.group(1)}]" if roman and roman.group(1) else "")
        )
    else:
        symbol = f"S/RES/{int(number)}"
    return Cited(symbol, chunks[at].start, sentence.start + end, at, last, sure)


def _handed_over(chunks: list[Chunk], opening: int) -> Chunk | None:
    """The Assembly to which the Council took a matter: "the Council sent it to the Assembly through its resolution"."""
    if not any(c.has("council") for c in chunks[:opening]):
        return None
    for at in range(opening - 1, max(opening - HANDED, 0), -1):
        if chunks[at].has("assembly"):
            before = chunks[at - 1 - chunks[at - 1].has("determiner")].lower.split()
            return chunks[at] if before[-1] in ("to", "of", "before", "into", "called", "convened", "asked") else None
    return None


HANDED = 12


def _whose(
    chunks: list[Chunk], opening: int, number: str, roman: bool, year: int | None, body: str
) -> tuple[str, bool]:
    """Which body's resolution it is, and whether the text says so."""
    if roman or "/" in number:
        return "unga", True
    if int(number) > ASSEMBLY_NUMBERS:
        return "unga", True
    handed = _handed_over(chunks, opening)
    for chunk in reversed(chunks[max(0, opening - 3) : opening + 1]):
        if chunk is not handed and (
            chunk.has("assembly") or chunk.lower.startswith(("unga", "ga ", "general assembly"))
        ):
            return "unga", True
        if chunk.has("council") or chunk.lower.startswith(("unsc", "scr", "security council")):
            return "unsc", True
    for of, chunk in pairwise(chunks[opening + 1 : opening + 5]):
        # "resolution 2758 of the General Assembly"
        if of.lower == "of" and chunk.has("assembly", "council"):
            return ("unga" if chunk.has("assembly") else "unsc"), True
    if year is not None and year > LAST_ROMAN_SESSION:
        return "unsc", True
    for chunk in reversed(chunks[:opening]):
        if chunk.has("assembly") and chunk is not handed:
            return "unga", False
        if chunk.has("council"):
            return "unsc", False
    if body == "unga" and any(c.has("same_body") for c in chunks):
        return "unga", False
    return "unsc", False
