"""The date that an article prints of itself: on a line of its head, behind the place in front of its first sentence, or
beside "Published" at its foot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.reading.dates import DateMention, find_dates

HEAD, FOOT = 3_000, 1_500
"""Characters in which it is looked for."""
HEAD_LINES = 20
"""Lines, those left blank not counted."""
LONGEST_LINE = 160
PROSE = 220
"""Characters from which a line is a paragraph; behind the second one what is dated is told of."""
SMALL_WORDS = 12
"""Characters that may stand beside the date besides the words for that: a section's name."""
_PUBLISHED = re.compile(
    r"\b(?:(?:first|last|originally) )?(?:published|updated|posted|modified|issued|printed|date|dated|on|at|by)\b"
    r"|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?|\b(?:GMT|BST|UTC|CET|CEST|E[SD]T|P[SD]T)\b",
    re.IGNORECASE,
)
"""What stands beside a date that is an article's own."""
_CUE = re.compile(
    r"\b(?:published|updated|posted|modified|issued|printed|filed|uploaded|added|dated?)(?: on| at)?\W{0,3}\Z",
    re.IGNORECASE,
)
"""What leads a date that is an article's own, whatever else stands on the line."""
_MASTHEAD = re.compile(
    r"\b(?:Vol(?:ume)?|(?:No|Nr)(?=\W{0,2}\d)|Issue|Price|Edition|Est|Late City|paise|pence|cents|kopecks)\b"
)
_HEADED = re.compile(r"(?:\d{1,2}\.? [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2},?) (?:19|20)\d\d ?[:–—-] ?\S")
"""A line that a whole date leads, as one of a chronology."""
_OF_AN_EVENT = re.compile(
    r"\b(?:resolutions?|votes?|vetoe?[sd]?|voting|sessions?|meetings?|council|assembly|photo|picture|file)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:\A|  |[|·•–—,;:/-] ?)\Z")
_BEHIND = re.compile(r" ?(?:\Z|  |[|·•–—,;:/(-])")
_WORD = re.compile(r"[^\W\d_]{4,}")
_BYLINE = re.compile(
    r"(?:By|From|Our)\b[^.!?]{0,60}\b"
    r"(?:correspondents?|board|staff|reporters?|editors?|desk|agenc(?:y|ies)|writers?|columnists?|newsroom)\b",
    re.IGNORECASE,
)
"""Who wrote it, where no name is given: "By our diplomatic correspondent"."""
_PIECE = re.compile(
    r"\b(?:essays?|columns?|diary|letter|editorial|comment|commentary|leader|notebook|newsletter|blog|opinion|briefing|"
    r"bulletin|digest|dispatch|despatch|podcast|weekly|journal|gazette|miscellany|causerie)\b",
    re.IGNORECASE,
)
"""What a regular piece is called, beside the day of this one: "The Monday essay – 12 July 2004"."""
_PLACE = re.compile(
    r"(?P<bracket>\()?(?P<place>[A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+){0,3})"
    r", (?P<date>[^()–—]{8,20}?)\)?,?(?: ?\([^)]{2,30}\))? ?(?P<dash>--?|[–—]|[.:]) "
)
"""What leads an agency's text: "UNITED NATIONS, June 9, 2010 (agency) – ", "(New York, 3 March 2021) – "."""


_DAY_ALONE = re.compile(
    r"\s*(?:[A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+){0,2}, )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?"
    r"(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},) (?:19|20)\d\d\. (?=[A-Z])"
)
"""A letter's or a diary's day, with the place or without, in front of its first sentence."""


def dateline(text: str) -> date | None:
    """The day that an article says it was published; None where it does not."""
    prose = 0
    lines = _lines(text[:HEAD])[:HEAD_LINES]
    if sum(_HEADED.match(line) is not None for line in lines) > 1:
        return None  # "4 May 1980: …", "5 June 1980: …": a list of what happened when
    for line in lines:
        if prose > 1:
            break
        if len(line) > PROSE:
            prose += 1
        day = _printed(line) if len(line) <= LONGEST_LINE else None
        if day is None:
            day = _behind_place(line)
        if day is not None:
            return day
    if (day := _alone(text[:HEAD])) is not None:
        return day
    for line in _lines(text[-FOOT:]):
        if len(line) <= LONGEST_LINE:
            for found, day in _days(line):
                if _CUE.search(line[: found.start]):
                    return day
    return None


def _lines(text: str) -> list[str]:
    stripped = (line.strip(" \t.,-–—|*_#") for line in text.splitlines())
    return [line for line in stripped if len(line) >= 6]


def _days(line: str) -> Iterator[tuple[DateMention, date]]:
    """The whole dates of a line, no stretches among them."""
    for found in find_dates(line):
        if found.form != "calendar" or found.year is None or found.day is None or found.until is not None:
            continue
        interval = found.resolve(None)
        if interval is not None and interval.end is not None:
            yield found, interval.end


def _printed(line: str) -> date | None:
    found = list(_days(line))
    if not found or (len(found) > 1 and not _CUE.search(line[: found[0][0].start])):
        return None
    mention, day = found[0]
    before, behind = line[: mention.start], line[mention.end :]
    if len(_PUBLISHED.sub("", before + behind).strip(" ,.:|-–—")) <= SMALL_WORDS or _CUE.search(before):
        return day
    if _MASTHEAD.search(before + behind):
        return day
    set_apart = _BEFORE.search(before) is not None and _BEHIND.match(behind) is not None
    names = all(word[0].isupper() for word in _WORD.findall(_PUBLISHED.sub("", before + behind)))
    names = names or _PIECE.search(line) is not None
    return day if set_apart and (names or _BYLINE.match(line)) and not _OF_AN_EVENT.search(line) else None


def _behind_place(line: str) -> date | None:
    match = _PLACE.match(line)
    if match is None or not (match["bracket"] or match["place"].isupper() or match["dash"] in "–—--"):
        return None
    found = [day for mention, day in _days(match["date"]) if (mention.start, mention.end) == (0, len(match["date"]))]
    return found[0] if found and not find_dates(match["place"]) else None


def _alone(text: str) -> date | None:
    """The day that is all of a text's first sentence, where nothing later is told of as in a list of what happened."""
    match = _DAY_ALONE.match(text)
    found = next(_days(match.group()), None) if match is not None else None
    if match is None or found is None:
        return None
    later = any(d.year is not None and d.year > found[1].year for d in find_dates(text[match.end() :]))
    return None if later or any(day >= found[1] for _, day in _days(text[match.end() :])) else found[1]
