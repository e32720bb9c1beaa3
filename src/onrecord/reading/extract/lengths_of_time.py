"""How long a time lasts over which is counted, and which years it means: "in half a century", "the decade to 2020"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.dates import DateMention
from onrecord.reading.number_words import parse_words
from onrecord.reading.parsed import finite

LASTING = {
    "years": "year",
    "year": "year",
    "months": "month",
    "decades": "decade",
    "decade": "decade",
    "weeks": "week",
    "days": "day",
}
HOURS = 24
AGES = {"decades": (20, "year"), "years": (2, "year"), "months": (2, "month"), "weeks": (2, "week")}
"""The least that "in decades" or "in years" says."""


def ages(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "Its first resolution on Burma in decades", "has not vetoed anything in years"."""
    told = AGES.get(chunks[at].lower)
    if told is None or at == 0 or chunks[at - 1].lower not in ("in", "for"):
        return None
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    if behind is not None and behind.is_word and not (behind.has("and", "but", "preposition", "be") or finite(behind)):
        return None
    if behind is not None and behind.lower in ("of", "to"):
        return None  # "in years of war", "in years to come"
    return DateMention(chunks[at - 1].start, chunks[at].end, "span", unit=told[1], count=told[0])


FIRST_YEAR = 1946
"""In which the Security Council and the General Assembly first met."""
BODIES = ("council", "assembly", "body", "organisation", "organization", "un", "u.n.", "nations", "its", "the")
"""Whose first years are those of the United Nations."""


def first_years(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "In its first ten years", "the Council's first decade": from 1946; of others, it cannot be told here."""
    chunk, number = chunks[at], chunks[at].number
    said = chunk.lower.split()
    whole = chunk.date is not None and chunk.date.form == "span" and "first" in said
    first = at if whole else next((i for i in (at - 1, at - 2) if i > 0 and chunks[i].lower in ("first", "opening")), 0)
    following = chunks[at + 1].lower if at + 1 < len(chunks) else ""
    decade = "decade" in said
    counted = number is not None and number.integer is not None and not number.ordinal and following == "years"
    count = 10 if decade else number.integer or 0 if counted and number is not None else 0
    if not count or (not first and not whole):
        return None
    behind = [c.lower for c in chunks[at + 1 + (counted and not whole) : at + 6]]
    owner = next((chunks[i] for i in range(first - 1, -1, -1) if chunks[i].lower not in ("'s", "'", "very")), None)
    of_body = whole or (owner is not None and (owner.lower in BODIES or owner.has("council", "assembly", "un")))
    ours = of_body and (behind[:1] != ["of"] or any(word in BODIES[:-2] or word == "existence" for word in behind))
    last = DateMention(chunk.start, chunk.end, "calendar", year=FIRST_YEAR + count - 1)
    if not ours:
        return replace(last, from_elsewhere=True, form="span", year=None, count=count, unit="year")
    return replace(last, role="between", year=FIRST_YEAR, until=last)


def lasting(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "For forty years": a number of years that no date names, with the preposition before it."""
    number = chunks[at].number
    if number is None or number.ordinal or at + 1 >= len(chunks) or not at:
        return None
    unit = LASTING.get(chunks[at + 1].lower)
    if number.integer is None:
        halves = unit == "year" and not (number.value * 2) % 1 and chunks[at - 1].lower in ("for", "in", "within")
        months = round(number.value * 12) - 1  # told to the half-year, and so not to the day
        return DateMention(number.start, number.end, "span", count=months, unit="month") if halves else None
    before = [c.lower for c in chunks[max(0, at - 3) : at]]
    rounded = before[-2:] in (["more", "than"], ["less", "than"], ["just", "over"], ["just", "under"])
    around = [c.lower for c in chunks[max(0, at - 5) : at]] if rounded else before
    if not {"for", "in", "within"} & set(around):
        return None
    if chunks[at + 1].lower == "hours":
        return DateMention(number.start, number.end, "span", count=-(-number.integer // HOURS), unit="day")
    if unit is None:
        return None
    made = DateMention(number.start, number.end, "span", count=number.integer, unit=unit)
    if at + 2 < len(chunks) and chunks[at + 2].lower == "before":
        return replace(made, role="between", step=-1, from_context=True)  # "in the 24 years before that"
    return made


def as_many(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "Its second veto in as many days", "four drafts in as many weeks": as long as the number in front says."""
    unit = LASTING.get(chunks[at].lower)
    if unit is None or at < SECOND + 2 or [c.lower for c in chunks[at - 3 : at]] != ["in", "as", "many"]:
        return None
    told = (c.number.integer for c in reversed(chunks[max(0, at - REACH) : at]) if c.number is not None and not c.date)
    count = next(told, None)
    if count is None or count < SECOND:
        return None
    return DateMention(chunks[at - 3].start, chunks[at].end, "span", count=count, unit=unit)


SECOND = 2
REACH = 12
"""Chunks before "as many days" among which the number stands."""


CENTURIES = {
    ("half", "a", "century"): 50,
    ("half", "century"): 50,
    ("quarter", "of", "a", "century"): 25,
    ("a", "quarter", "century"): 25,
    ("a quarter", "of", "a", "century"): 25,
    ("a quarter", "century"): 25,
    ("a", "decade"): 10,
    ("two", "decades"): 20,
    ("three", "decades"): 30,
    ("four", "decades"): 40,
}


def _century(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "In half a century", "for close on a decade"."""
    if chunks[at].lower in ("20th", "twentieth") and [c.lower for c in chunks[at + 1 : at + 2]] == ["century"]:
        return DateMention(chunks[at].start, chunks[at + 1].end, "era", name="20th-century")
    for words, count in CENTURIES.items():
        if chunks[at].lower != words[0] or tuple(c.lower for c in chunks[at : at + len(words)]) != words:
            continue
        if count % 25 == 0 or any(c.lower in ("for", "in", "within") for c in chunks[max(0, at - 5) : at]):
            return DateMention(chunks[at].start, chunks[at].end, "span", count=count * ABOUT, unit="month")
    return None


ABOUT = 11
"""Months of each year of a time told in parts of a century, which nobody counts to the month."""


def named(chunks: list[Chunk], at: int) -> DateMention | None:
    return season(chunks, at) or _century(chunks, at) or _of_the_year(chunks, at)


def _of_the_year(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "Its seventh veto of the year in the Council"."""
    if chunks[at].lower != "year" or [c.lower for c in chunks[max(0, at - 2) : at]] != ["of", "the"]:
        return None
    return DateMention(chunks[at].start, chunks[at].end, "unit", unit="year")


def season(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "Its second veto of the summer"."""
    name = "autumn" if chunks[at].lower == "fall" else chunks[at].lower
    if (
        name not in ("spring", "summer", "autumn", "winter")
        or at < 2
        or chunks[at - 1].lower != "the"
        or chunks[at - 2].lower not in ("of", "since", "over", "during", "in")
    ):
        return None
    role = "since" if chunks[at - 2].lower == "since" else "at"
    return DateMention(chunks[at].start, chunks[at].end, "season", role, name=name)


LASTS = ("year", "years", "months", "decade", "decades")


def up_to(end: DateMention, told: DateMention | None) -> DateMention:
    """ "In the decade to 2020", "in the five years to 2015"; "in the year to June"."""
    count = told.count or 1 if told is not None else 0
    length = count * (10 if told is not None and told.unit == "decade" else 1)
    if told is None or told.unit not in ("year", "decade") or end.year is None or end.month or length <= 1:
        return replace(end, role="until")
    return replace(end, role="between", year=end.year - length + 1, until=replace(end, role="at"))


_YEARS_AFTER = re.compile(
    r"(?:(a|an|one|two|three|four|five|ten|twenty|\d+) )?(years?|decades?|century) (?:after|following)\b"
)
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "twenty": 20}
IN_YEARS = {"year": 1, "decade": 10, "century": 25}
"""Of a century a quarter is told of: "for a quarter of a century after 1972"."""


def years_after(chunks: list[Chunk], at: int, mention: DateMention) -> DateMention | None:
    """ "For two decades after 1972", "in the 25 years after 1972": the years that followed."""
    if mention.form != "calendar" or mention.year is None or mention.month is not None or mention.role != "at":
        return None
    words = " ".join(c.lower for c in chunks[max(0, at - 1) : at + 1])
    match = _YEARS_AFTER.search(words)
    if match is None:
        return None
    told = match[1] or "a"
    length = (int(told) if told.isdigit() else NUMBERS[told]) * IN_YEARS[match[2].rstrip("s")]
    last = replace(mention, year=mention.year + length - 1)
    return replace(mention, role="between", year=mention.year + 1, until=last)


_YEARS_UP_TO = re.compile(
    r"\b(?:in|over|during|within|throughout) (?:(?:the|those|these) )?(?:([a-z]+|\d+) )?(years|decades?) "
    r"(?:immediately |directly |just )?(before|prior to|preceding|up to|to|until|till|leading up to) \d{4}$"
)
BEFORE = ("before", "prior to", "preceding")


def years_up_to(chunks: list[Chunk], at: int, mention: DateMention) -> DateMention | None:
    """ "In the four years before 2011", which leaves that year out; "in the three years up to 2010"."""
    if mention.form != "calendar" or mention.year is None or mention.month is not None:
        return None
    match = _YEARS_UP_TO.search(" ".join(c.lower for c in chunks[max(0, at - UP_TO_REACH) : at + 1]))
    if match is None:
        return None
    told = match[1] or ("one" if match[2] == "decade" else "")
    number = int(told) if told.isdigit() else next((int(n.value) for n in parse_words(told)), 0)
    if not number:  # "in the years before 2011", "in the good years up to 2010": from when is open
        return replace(mention, form="span", year=None, count=2, unit="year", from_elsewhere=True)
    last = mention.year - (match[3] in BEFORE)
    first = last - number * IN_YEARS[match[2].rstrip("s")] + 1
    return replace(mention, role="between", year=first, until=replace(mention, role="at", year=last))


UP_TO_REACH = 6
