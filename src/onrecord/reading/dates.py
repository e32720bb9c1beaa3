"""Find expressions of time in running text, with offsets, role and what is written of them.

The grammar is our own: general extractors read "2728" as a year and the modal "may" as a month. Its words are in
`tables/calendar_words.csv` and `tables/eras.csv`; what the mentions mean is in `date_mention.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onrecord.reading import date_grammar as grammar
from onrecord.reading.date_forms import BUILDERS
from onrecord.reading.date_mention import DateMention
from onrecord.reading.date_years import OF_A_MONTH
from onrecord.reading.intervals import Interval, shift
from onrecord.reading.numbers import address_spans, inside

__all__ = ["DateMention", "Interval", "find_dates"]

_WINDOW = 24
"""Characters before a mention in which its role and part are looked for."""
WIDE = 48
"""As many where something that happened stands between."""
LEAP_YEAR = 2024
"""Any in which all days of the calendar are."""
_PARTED = ("calendar", "unit", "season", "decade", "fiscal")
_DATES = re.compile(r"\b(?:dat(?:es?|ed|ing)|stem(?:s|med|ming)?|hail(?:s|ed)?|veto|vote|draft|text|resolution) from $")
"""Words before a time from which something merely dates: "its first veto dates from 1946", "a text from 2014"."""
NEAR = 40
"""Characters before a time in which those words stand."""
_COMPARED = re.compile(
    r"\b(?:up|down|compared|rose|risen|fell|dropped) (?:from|with|to) (?:the |only |just )?[\w-]+ "
    r"(?:votes |states |countries )?(?:in|on|at|back in|cast in|last|the year before)\b(?P<then> ?[^.;:,]*)$"
)
"""Words before a time that is only what something is compared with."""
_MOVES_START = ("since", "until", "before", "after")
_TO = re.compile(r" (?:and|to|until|till|through) (?:in |the )?| ?[-–] ?")
_NAMELY = re.compile(r",? on (?:the )?|, (?:the )?| \((?:on )?")
""" "Four days before, on 31 October"."""
_A_WEEKDAY = re.compile(r",? (?:which was |it was |still |late on |early on )?an? | \(an? ")
""" "7 January, a Monday"."""
_ONLY_TO = re.compile(r" (?:to|until|till|through) | ?[-–] ?")
_WEEKDAY_TO_DAY = re.compile(r",? (?:the )?| \(")
_ONWARD = re.compile(r" (?:onwards?(?!\w)|on(?=[,.;:)!?]|$| (?:it|they|he|she|we|and|but|nobody|no|not)\b))")


def find_dates(text: str) -> list[DateMention]:
    """Every expression of time in order, none overlapping; offsets are code points. Linear in the text."""
    text = grammar.in_another_case().sub(lambda match: match.group().title(), text)
    found: list[DateMention] = []
    addresses = address_spans(text)
    position = 0
    for match in grammar.anchors().finditer(text):
        form = match.lastgroup or ""
        if match.start() < position or inside(match.start(), addresses):
            continue
        inner = grammar.forms()[form].match(text, match.start())
        mention = BUILDERS[form](text, inner, found) if inner else None
        if mention is None:
            continue
        mention = _with_role(text, _with_part(text, mention, position), position)
        _add(text, mention, found)
        position = found[-1].end
    return [_settled(text, mention) for mention in found if not _of_a_comparison(text, mention)]


def _of_a_comparison(text: str, mention: DateMention) -> bool:
    """ "153 were for, up from 120 in October": the time of what is compared, not of what is told; "rose from 120 in
    October to 153" tells of both.
    """
    if text.startswith(" to ", mention.end):
        return False
    match = _COMPARED.search(text[max(0, mention.start - NEAR) : mention.end].lower())
    return match is not None and " to " not in match["then"]


def _window(text: str, mention: DateMention, position: int) -> str:
    return text[max(position, mention.start - _WINDOW) : mention.start].lower()


def _with_part(text: str, mention: DateMention, position: int) -> DateMention:
    if mention.form not in _PARTED or mention.day is not None:
        return mention
    match = grammar.part_before().search(_window(text, mention, position))
    if match is None:
        return mention
    part = grammar.words("part")[match["part"]]
    start = mention.start - (len(match.string) - match.start())
    return replace(mention, start=start, part=None if part == "whole" else part)


def _with_role(text: str, mention: DateMention, position: int) -> DateMention:
    """The mention with the role that the word before it gives; "since Wednesday's vote" is since the vote."""
    if mention.role != "at" or text.startswith("'s ", mention.end):
        return mention
    happened = grammar.role_of_what_happened().search(text[max(position, mention.start - WIDE) : mention.start].lower())
    if happened is not None:
        return replace(mention, role=grammar.words("role")[happened["role"]])
    window = _window(text, mention, position)
    # "since the nineties": a decade's name begins behind its article
    match = grammar.role_before().search(window.removesuffix("the ") if mention.form == "decade" else window)
    if match is None or (mention.form == "decade" and match["role"] == "through"):
        return mention
    role = grammar.words("role")[match["role"]]
    if role == mention.role:
        return mention
    moved = mention.start - (len(window) - match.start())
    if match["role"] == "through" and _GOT.search(text[max(0, moved - NEAR) : moved]):
        return mention  # "the text went through yesterday"
    return replace(mention, role=role, start=moved if role in _MOVES_START else mention.start)


_GOT = re.compile(
    r"\b(?:w[eo]nt|go(?:es|ing|ne)?|g[eo]ts?|sail\w*|squeak\w*|scrap\w*|push\w*|ramm?\w*|rush\w*|steer\w*|wav\w*|vot\w*|"
    r"nodd?\w*|came|come|slip\w*|squeez\w*|slid\w*|limp\w*|it|text|draft|resolution)\s*$",
    re.IGNORECASE,
)
"""Words before "through" with which it is part of a verb."""


def _add(text: str, mention: DateMention, found: list[DateMention]) -> None:
    """Appends the mention, or makes one of it and the last where they are a range or a weekday with its date."""
    last = found[-1] if found else None
    if last is None or last.until is not None:
        found.append(mention)
        return
    gap = text[last.end : mention.start]
    if mention.year is not None and (gap in _JOINED or _JOINED_IN.fullmatch(gap)):
        _share_year(text, mention, found)
        last = found[-1]
    if gap in OF_A_MONTH and _only_a_year(mention) and last.form in ("calendar", "season") and _lacks_a_year(last):
        found[-1] = replace(last, end=mention.end, year=mention.year)
    elif last.form in ("weekday", "distance") and (day := _beside_a_day(text, last, mention)) is not None:
        found[-1] = day
    elif last.form == "weekday" and mention.day and _WEEKDAY_TO_DAY.fullmatch(gap):
        found[-1] = replace(mention, start=last.start, weekday=last.weekday, role=last.role)
    elif last.form == "distance" and last.from_context and mention.day and _NAMELY.fullmatch(gap):
        found[-1] = replace(mention, start=last.start)
    elif mention.form == "weekday" and last.form == "calendar" and last.day and _A_WEEKDAY.fullmatch(gap):
        found[-1] = replace(last, end=mention.end, weekday=mention.weekday)
    elif last.form == "era" and mention.form == "calendar" and gap in (" in ", " on "):
        found[-1] = replace(last, end=mention.end)
    elif last.from_elsewhere and last.form == "distance" and gap == " " and (day := _days_from(last, mention)):
        found[-1] = day
    elif (part := _part_of(last, mention, gap)) is not None:
        found[-1] = part
    elif _is_range(last, mention, gap):
        year = mention.year if last.form == "calendar" and last.year is None else last.year
        first = replace(last, end=mention.end, year=year, role="between", until=replace(mention, role="at"))
        found[-1] = first
    else:
        alike = last.within is not None and _fineness(last) == _fineness(mention) and mention.year is None
        if alike and mention.form == last.form and mention.within is None and _AND_IN.fullmatch(gap):
            mention = replace(mention, within=last.within)  # "this year, in June and in September"
        if _alike_before(text, last, mention):
            found[-1] = replace(last, unit=mention.unit, step=mention.step)
        found.append(mention)


def _only_a_year(mention: DateMention) -> bool:
    return mention.form == "calendar" and mention.year is not None and mention.month is None and mention.until is None


def _lacks_a_year(mention: DateMention) -> bool:
    return mention.year is None and mention.role == "at" and mention.unit is None and not mention.from_context


def _alike_before(text: str, one: DateMention, other: DateMention) -> bool:
    """ "In February and in September of last year": a month without a year in front of another whose year is told."""
    bare = one.form == other.form == "calendar" and one.role == "at" and one.unit is None and one.year is None
    told = other.unit == "year" and other.step != 0 and one.within is None and one.until is None
    months = one.month is not None and other.month is not None and one.day is None and other.day is None
    gap = text[one.end : other.start]
    in_order = (one.month or 0) < (other.month or 0) and not one.from_context
    return bare and told and months and in_order and "and" in gap and _AND_IN.fullmatch(gap) is not None


def _share_year(text: str, mention: DateMention, found: list[DateMention]) -> None:
    """ "In October, December and February 2024", "in July and in October 2019": the year of the last, or the one before
    it, is that of the others.
    """
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
        between = text[one.end : mention.start]
        listed = place == len(found) - 1 or between in (", ", ", in ", ", on ")
        alike = one.form == mention.form == "calendar" and one.role == mention.role == "at" and one.until is None
        if not (listed and alike) or one.year is not None or one.month is None or mention.month is None:
            return
        if (one.day is None) != (mention.day is None) or mention.year is None:
            return
        earlier = (one.month, one.day or 0) <= (mention.month, mention.day or 0)
        if not earlier and between not in _JOINED and between != ", ":
            return  # "in October and in February 2024": of which year the first is they leave open
        found[place] = mention = replace(one, year=mention.year if earlier else mention.year - 1)


_AND_IN = re.compile(r",?(?: and| or)?(?: then)?(?: again)?(?: in| on)? ?")
_JOINED = (" and ", " or ", ", and ", " & ")
_JOINED_IN = re.compile(r",? (?:and|or)(?: then)?(?: again)?(?: once)? (?:in|on) ")
_OF = re.compile(r",? (?:of|in|on) (?:the )?| ")
_THEN_IN = re.compile(r", (?:in|on|at) | (?:in|on) | ")
WEEKS = {"week": 7, "fortnight": 14}
FINENESS = {
    "day": 1,
    "weekday": 1,
    "weekend": 2,
    "week": 2,
    "fortnight": 2,
    "month": 3,
    "season": 4,
    "year": 5,
    "decade": 6,
}


def _fineness(mention: DateMention) -> int:
    """How short a time it names: days, weeks, months, years."""
    if mention.form == "calendar":
        return 1 if mention.day is not None else 3 if mention.month is not None else 5
    return FINENESS.get(mention.unit or mention.form, 9)


def _part_of(last: DateMention, mention: DateMention, gap: str) -> DateMention | None:
    """ "Thursday of last week", "June two years ago"; "a year ago, in July", "thirty years after, in October 2023"."""
    if last.role != "at" or mention.role not in ("at", "since") or last.within or mention.from_elsewhere:
        return None
    relative = ("unit", "distance")
    if mention.form in relative and last.form in ("weekday", "calendar", "season") and _OF.fullmatch(gap):
        if last.year is None and _fineness(last) < _fineness(mention) and not (last.from_context and last.step):
            return replace(last, end=mention.end, within=replace(mention, role="at", start=0, end=0))
    same = last.form == "unit" and last.from_context and last.step == 0 and mention.form == "calendar"
    if same and gap in (" of ", " in ") and mention.month is None and mention.year is not None:
        return replace(last, end=mention.end, within=replace(mention, role="at", start=0, end=0))
    if last.form in relative and not last.from_elsewhere and mention.role == "at" and _THEN_IN.fullmatch(gap):
        if mention.form == "day" and mention.step == 0 and last.form == "distance" and last.unit in WEEKS:
            return DateMention(last.start, mention.end, "day", step=last.step * (last.count or 1) * WEEKS[last.unit])
        # "A year ago last month", where "a year ago, last month" is two times
        now = mention.form in ("day", "unit") and not mention.from_context and (mention.step == 0 or gap == " ")
        finer = mention.form in ("weekday", "calendar", "season") or (now and last.form == "distance")
        if finer and _fineness(mention) < max(_fineness(last), 5 if mention.year else 0):
            if mention.year is not None:
                return replace(mention, start=last.start)
            return replace(mention, start=last.start, within=replace(last, start=0, end=0))
    return None


def _days_from(distance: DateMention, fixed: DateMention) -> DateMention | None:
    """The day that lies so many days from a day of the calendar: two days before Christmas 2016."""
    if fixed.form != "calendar" or fixed.month is None or fixed.day is None or fixed.until is not None:
        return None
    if distance.count is None or distance.unit not in ("day", "week") or distance.vague:
        return None
    try:
        day = date(fixed.year or LEAP_YEAR, fixed.month, fixed.day)
    except ValueError:
        return None
    moved = shift(day, distance.step * distance.count, distance.unit)
    if moved is None or (fixed.year is None and moved.year != LEAP_YEAR):
        return None
    year = moved.year if fixed.year is not None else None
    return replace(fixed, start=distance.start, role=distance.role, year=year, month=moved.month, day=moved.day)


def _beside_a_day(text: str, last: DateMention, mention: DateMention) -> DateMention | None:
    """ "The Monday before Christmas", "the week after 4 July": one day of the seven beside it, or all of them."""
    if mention.form != "calendar" or mention.day is None or text[last.end : mention.start] != " ":
        return None
    if last.form == "weekday":
        direction = {"before": -1, "after": 1}.get(mention.role, 0)
        fixed = replace(mention, role="at")
    else:
        one_week = last.unit == "week" and last.count == 1 and last.from_elsewhere
        direction = last.step if one_week and text[last.start : last.start + 4].lower() == "the " else 0
        fixed = mention
    if not direction:
        return None
    week = DateMention(0, 0, "distance", count=1, unit="week", step=direction)
    far, near = _days_from(week, fixed), _days_from(replace(week, unit="day"), fixed)
    if far is None or near is None:
        return None
    first, final = (far, near) if direction < 0 else (near, far)
    stretch = replace(first, start=last.start, end=mention.end, role="between", until=replace(final, role="at"))
    return replace(last, end=mention.end, from_context=False, within=stretch) if last.form == "weekday" else stretch


def _is_range(first: DateMention, last: DateMention, gap: str) -> bool:
    if first.role in ("from", "between"):
        return bool(_TO.fullmatch(gap)) or (last.role == "until" and gap == " ")
    both = first.form == last.form == "calendar" and first.role == "at"
    return both and (first.day is None) == (last.day is None) and bool(_ONLY_TO.fullmatch(gap))


def _settled(text: str, mention: DateMention) -> DateMention:
    """With one of the six roles: what was left open ("from" without "to") is a beginning, but of what dates from it."""
    if mention.role == "from" and _DATES.search(text, max(0, mention.start - NEAR), mention.start):
        return replace(mention, role="at")
    if mention.role == "from" or (mention.role == "at" and _ONWARD.match(text, mention.end)):
        return replace(mention, role="since")
    return replace(mention, role="at") if mention.role == "to" or _alone(mention) else mention


def _alone(mention: DateMention) -> bool:
    return mention.role == "between" and mention.until is None and mention.form != "span"
