"""What speaks against holding a figure against a series, though its words fit: it is another's count, of a part of
what the series counts, or of a time that the text does not date.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from onrecord.reading import date_grammar as grammar
from onrecord.reading import figure_words as vocabulary
from onrecord.reading.claims.figure import Doubt
from onrecord.reading.date_distances import count_of
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.figure_measures import Found, number_start
from onrecord.reading.intervals import shift
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import any_of, word_sets

ADDING_UP = frozenset({"killed", "injured"})
"""Measures whose series add up from one day on."""
GROWING = frozenset({"refugees", "member_states"})
"""Measures that have had fewer the further back."""
_WORDS = word_sets("figure_words.csv")
_AT_AN_EVENT = re.compile(
    r"\b(?:when|by the time|at the time|at that time|at that point|on the day|the day (?:the|that|after|before)|"
    r"the (?:night|week|month) (?:the|that|after|before)|then|in those days|until (?:the|then)|just (?:before|after)|"
    r"(?:on|at|by) (?:the|its) anniversary|"
    r"before (?:the|a|that|this|it|its|their|any))\b",
    re.IGNORECASE,
)
"""Words of a time that no date tells."""
_STILL_SO = re.compile(r"\b(?:is|are|has|have|now|today|so far|to date|currently)\b", re.IGNORECASE)
_STRETCH = re.compile(
    r"\b(?:since|after|following|during|throughout|(?:over|between|through) (?:the|this|that|these|those))\b(?! \d)",
    re.IGNORECASE,
)
_IN_THE = re.compile(r"\b(?:in|at|near|around|across|inside|by|from) (?:the|its|their|this|that|these|those)\b", re.I)
_A_NOUN = re.compile(r"(?:\s+(?:[\w'’-]+)){0,4}")
_AT_ONE_PLACE = re.compile(r" (?:for|around|at|near) [A-Z]")
"""Behind the noun of a fight: "the battle for Aleppo"."""
_ANOTHER = re.compile(r"\b(?:another|a further|an additional|an extra) \Z", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more|additional|further|new)\b")
BEGUN_LATER = ("since", "after", "between")
"""Roles of a time that a part of the count belongs to."""
LEADS_IN = 60
"""Characters before the clause of a figure in which a time may stand that is told of it."""
_LONGER_AGO = 31
"""Days between the day that a series counts from and a day that means the same to those who write."""


def doubt(
    sentence: Sentence, found: Found, first: int, last: int, dated: DateMention | None, reached: DateMention | None,
    counts_from: date | None,
) -> Doubt | None:  # fmt: skip
    """Why the figure may be none of the series', though it counts the same.

    `first` to `last` is its clause, `dated` its date, `reached` a time told as so long after the beginning.
    """
    text = sentence.text
    if _anothers(sentence, found):
        return Doubt.ANOTHERS
    if found.measure in GROWING and dated is None and _AT_AN_EVENT.match(text):
        return Doubt.TIME
    if found.measure == "refugees" and vocabulary.words("field").search(text, first, found.number.start):
        return Doubt.PART
    if counts_from is None:
        return None
    if _of_a_part(text, found, first, last) or _of_a_stretch(sentence, found, first, counts_from, reached):
        return Doubt.PART
    untold = dated is None and reached is None and not _STILL_SO.search(text, first, last)
    opening = _AT_AN_EVENT.match(text) or _AT_AN_EVENT.search(text, first, last)
    return Doubt.TIME if untold and opening is not None else None


# --- whose it is -----------------------------------------------------------------------------


def _anothers(sentence: Sentence, found: Found) -> bool:
    """ "A study puts the real toll at 64,000", "Israel says that 17,000 have been killed"."""
    text, start = sentence.text, number_start(found.number)
    if vocabulary.words("truer").search(text, 0, start) is not None:
        return True
    source = vocabulary.words("another_source").search(text)
    named = source.end() if source is not None else None
    if named is None:
        named = next(
            (
                chunk.end - sentence.start
                for chunk in sentence.chunks
                if chunk.has("member") and _claims_it().match(text, chunk.end - sentence.start, start)
            ),
            None,
        )
    if named is None:
        return False
    return named > start or _publisher_counts().search(text, named, start) is None


@cache
def _claims_it() -> re.Pattern[str]:
    verbs = any_of(_WORDS["claims_it"])
    return re.compile(rf",?(?: (?:has|have|had|itself|now|still|also|\w+ly))* (?:{verbs})\b", re.IGNORECASE)


@cache
def _publisher_counts() -> re.Pattern[str]:
    """The publisher of a series as the one that says how many: "the ministry counts", and not "of the ministry"."""
    publishers = any_of(_WORDS["publisher"])
    return re.compile(rf"(?<!of )(?:{publishers})\b[^.;,]{{0,20}}\b(?:{any_of(_WORDS['claims_it'])})\b", re.IGNORECASE)


# --- of what part, and of what time ----------------------------------------------------------


def _of_a_part(text: str, found: Found, first: int, last: int) -> bool:
    """ "In the south 12,000 died", "air strikes killed 30,000", "15,000 more", "the number of women killed"."""
    if (
        _MORE.match(text, found.number.end + 1)
        or _ANOTHER.search(text, 0, number_start(found.number))
        or vocabulary.words("cause").search(text, first, last)
    ):
        return True
    part = _part_counted().search(text, first, found.number.start)
    if part is not None and not vocabulary.words("also_these").search(text, first, last):
        return True
    return any(not _is_the_whole(text, match.end()) for match in _IN_THE.finditer(text, first, last))


@cache
def _part_counted() -> re.Pattern[str]:
    part = any_of(_WORDS["part"])
    return re.compile(
        rf"\b(?:number|count|toll|figures?|total|deaths?|dead|killed) (?:of|for|among) (?:the )?(?:\w+ )?(?:{part})\b|"
        rf"\b(?:{part}) (?:killed|dead|deaths|casualties)\b",
        re.IGNORECASE,
    )


def _is_the_whole(text: str, end: int) -> bool:
    """Whether a noun behind "in the" is the place or the war that the series is of."""
    behind = _A_NOUN.match(text, end)
    whole = None if behind is None else vocabulary.words("whole_noun").search(text, end, behind.end())
    return whole is not None and _AT_ONE_PLACE.match(text, whole.end()) is None


def _of_a_stretch(sentence: Sentence, found: Found, first: int, counts_from: date, reached: DateMention | None) -> bool:
    """ "Since the vote", "this year", "from January to March": a time that begins later than the series."""
    text, told = sentence.text, []
    for chunk in sentence.dates:
        mention, start, end = chunk.date, chunk.start - sentence.start, chunk.end - sentence.start
        told.append((start, end))
        if mention is None or (reached is not None and start < reached.end and reached.start < end):
            continue
        if mention.role in ("since", "after") and mention.form != "then" and from_the_start(mention, counts_from):
            continue
        if mention.role in BEGUN_LATER or mention.until is not None:
            return True
        if not found.names and not found.understood and _lasts(mention, counts_from):
            return True
    for match in _STRETCH.finditer(text, max(0, first - LEADS_IN)):
        dated = any(start <= match.end() + 1 and match.start() < end for start, end in told)
        begun = reached is not None and match.start() < reached.end and reached.start <= match.end()
        if not dated and not begun and not _is_the_whole(text, match.end()):
            return True
    return False


def _lasts(mention: DateMention, counts_from: date) -> bool:
    if mention.form == "calendar":
        return mention.month is None and mention.role == "at" and mention.year != counts_from.year
    return mention.form in ("span", "season") or (mention.form == "unit" and mention.unit in ("month", "year"))


def from_the_start(mention: DateMention, counts_from: date) -> bool:
    """Whether a time since when was counted is the day that the series counts from, as people write it."""
    named = mention.when(None)
    if named is None or named.start is None:
        return mention.month in (None, counts_from.month)
    return abs((named.start - counts_from).days) <= _LONGER_AGO or counts_from in named


# --- so long after the beginning -------------------------------------------------------------


_ANNIVERSARY = re.compile(
    r"\b(?P<count>first|second|third|fourth|fifth) anniversary\b"
    r"(?! of (?!(?:the |its |this |that |Hamas's |Russia's )?(?:\w+ )?"
    r"(?:war|wars|attacks?|invasion|massacre|beginning|outbreak|assault|onslaught|7 October|October 7)\b))",
    re.IGNORECASE,
)
"""Of the day that a series counts from, and of no other."""
_YEARS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}


def _anniversary(text: str, counts_from: date) -> DateMention | None:
    """ "On the first anniversary of the war": the day itself."""
    match = _ANNIVERSARY.search(text)
    reached = shift(counts_from, _YEARS[match["count"].lower()], "year") if match is not None else None
    if match is None or reached is None:
        return None
    first, last = match.span()
    return DateMention(first, last, "calendar", year=reached.year, month=reached.month, day=reached.day)


@cache
def _so_long() -> tuple[re.Pattern[str], ...]:
    count = rf"(?P<count>(?:a )?hundred|(?:{any_of(grammar.words('count'))})(?:-[a-z]+)?|\d{{1,4}}|half an?)"
    unit = r"(?P<unit>day|week|month|year)s?"
    hedge = r"(?:just |only |barely |about |some |nearly |almost |more than |over |less than |the |its |their )*"
    ways = (
        rf"\b(?:after|within|inside|in|over|took|taken) {hedge}(?:first )?{count} {unit}\b(?! ago)",
        rf"\bfirst (?:{count} )?{unit}\b",
        rf"\b{count} {unit} (?:into|in\b(?= the (?:war|conflict))|in(?=[,.])|on(?=[,.]))",
        r"\b(?:by|on) (?P<unit>day) (?P<count>\d{1,4})\b",
    )
    return tuple(re.compile(way, re.IGNORECASE) for way in ways)


def since_the_beginning(text: str, counts_from: date) -> DateMention | None:
    """ "After six months", "a year into the war", "on day 100": counted from the series' first day."""
    if (anniversary := _anniversary(text, counts_from)) is not None:
        return anniversary
    matches = [match for way in _so_long() if (match := way.search(text)) is not None]
    if not matches:
        return None
    match = min(matches, key=re.Match.start)
    words, unit = (match["count"] or "one").lower(), match["unit"].lower()
    count = count_of(words) or 0
    reached = shift(counts_from, count, unit) if count else None
    if reached is None:
        return None
    long = unit in ("month", "year")
    return DateMention(
        match.start(),
        match.end(),
        "calendar",
        year=reached.year,
        month=reached.month,
        day=None if long else reached.day,
    )
