"""Make a mention of each form that `date_grammar` finds, or refuse it: a year needs a cue, "may" is mostly a verb."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from onrecord.reading import date_grammar as grammar
from onrecord.reading.date_distances import (
    FROM_CONTEXT,
    STEPS,
    Before,
    Match,
    counted_time,
    determiner_of,
    hours,
    named_next,
    near_day,
    unit_of_time,
)
from onrecord.reading.date_mention import DateMention
from onrecord.reading.date_years import (
    IN_A_LIST,
    bare_year,
    decade_of,
    fiscal_year,
    short_year,
    span_of_years,
    spelt_decade,
    spelt_year,
    two_figures,
)
from onrecord.reading.table import any_of

_MONTH_CUES = re.compile(
    r"(?<!\w)(?:in|since|until|till|by|of|from|to|between|early|late|mid|during|before|after|through|for|around|on|than|"
    r"last|this|next|that|half of|end of) \Z|mid-\Z"
)
LAST_DAY = 31
"""Of a month not named, which may have fewer."""
COMMON_YEAR = 2023
"""Any without a 29 February."""
_PRESENT = ("the", "this", "the old", "last")
NOT_ANY_WEEK = re.compile(r"(?:Easter|Good|Black|Bloody|Ash|Maundy|Whit|Palm|Super|Holy|Cyber) $")
"""In front of a weekday that comes once a year, or came once."""
_WHICH_YEAR = {"that": 0, "this": 0, "the same": 0, "last": -1, "the old": -1, "the previous": -1, "the following": 1}


def _month_number(match: Match) -> int:
    name = match["month"]
    return int(grammar.words("month").get(name) or grammar.words("month_short")[name])


def _iso(text: str, match: Match, before: Before) -> DateMention:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    return DateMention(match.start(), match.end(), "calendar", year=year, month=month, day=day)


def _day(text: str, match: Match, before: Before) -> DateMention:
    """As in "4 June 2025", "June 4th", "27-28 February"."""
    day, month = _number(match["day"]), _month_number(match)
    mention = DateMention(match.start(), match.end(), "calendar", month=month, day=day)
    mention = _of_year(mention, match)
    if match["last_day"]:
        return replace(mention, role="between", until=replace(mention, day=_number(match["last_day"])))
    return mention


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _ordinal_day(text: str, match: Match, before: Before) -> DateMention:
    """As in "the fifth of May 1993"."""
    day = int(grammar.words("ordinal_day")[match["ordinal"]])
    mention = DateMention(match.start(), match.end(), "calendar", month=_month_number(match), day=day)
    return _of_year(mention, match)


def _bare_day(text: str, match: Match, before: Before) -> DateMention | None:
    """As in "on the 7th": of the month that the text speaks of."""
    day = _number(match["day"])
    return _of_the_month_before(match, day, before) if day <= LAST_DAY else None


def _of_the_month_before(match: Match, day: int, before: Before) -> DateMention:
    """As in "in November they were back, and on the 30th": of the month named before, else of that of the text."""
    month = before[-1] if before else None
    told = month is not None and month.form == "calendar" and month.day is None and month.role in ("at", "until")
    if month is not None and month.month is not None and told:
        return DateMention(match.start(), match.end(), "calendar", year=month.year, month=month.month, day=day)
    return DateMention(match.start(), match.end(), "calendar", day=day, from_context=True)


def _weekday_day(text: str, match: Match, before: Before) -> DateMention | None:
    """As in "Friday the 22nd": of the latest month, up to the one that the text speaks of, in which it was a Friday."""
    ordinal = match["ordinal"]
    day = int(grammar.words("ordinal_day").get(ordinal) or _number(ordinal))
    weekday = int(grammar.words("weekday")[match["weekday"]])
    if day > LAST_DAY:
        return None
    return DateMention(match.start(), match.end(), "calendar", day=day, weekday=weekday, from_context=True)


def _edge_day(text: str, match: Match, before: Before) -> DateMention:
    """As in "the last day of October", "the first day of that month"."""
    first = match["edge"] == "first"
    if match["month"]:
        month = _month_number(match)
        told = _of_year(DateMention(match.start(), match.end(), "calendar", month=month), match)
        return replace(told, day=1 if first else monthrange(told.year or COMMON_YEAR, month)[1])
    if match["of_year"]:
        month, day = (1, 1) if first else (12, 31)
        return DateMention(match.start(), match.end(), "calendar", year=int(match["of_year"]), month=month, day=day)
    which, unit = match["outer"], match["unit"]
    outer = DateMention(0, 0, "unit", unit=unit, step=_WHICH_YEAR.get(which, 0), from_context=which not in _PRESENT)
    if unit == "year":
        month, day = (1, 1) if first else (12, 31)
        return DateMention(match.start(), match.end(), "calendar", month=month, day=day, within=outer)
    return DateMention(match.start(), match.end(), "calendar", day=1 if first else LAST_DAY, within=outer)


def _day_of_month(text: str, match: Match, before: Before) -> DateMention:
    """As in "the eighth of this month", "the 4th of that month"."""
    ordinal, which = match["ordinal"], match["which_month"]
    day = int(grammar.words("ordinal_day").get(ordinal) or _number(ordinal))
    if which in ("that", "the same"):
        return DateMention(match.start(), match.end(), "calendar", day=day, from_context=True)
    month = DateMention(0, 0, "unit", unit="month", step=_WHICH_YEAR[which], from_context=which not in ("this", "last"))
    return DateMention(match.start(), match.end(), "calendar", day=day, within=month)


def _spelt_day(text: str, match: Match, before: Before) -> DateMention:
    """As in "on the ninth": of the month that the text speaks of."""
    return _of_the_month_before(match, int(grammar.words("ordinal_day")[match["ordinal"]]), before)


_ABOUT = re.compile(r"\b(?:at|over|around|round|about) $", re.IGNORECASE)


def _holiday(text: str, match: Match, before: Before) -> DateMention:
    month, day = map(int, grammar.words("holiday")[match["holiday"]].split("-"))
    if match["holiday"].lower() == "christmas" and _ABOUT.search(text[max(0, match.start() - 8) : match.start()]):
        # The season, and not the day.
        return _of_year(DateMention(match.start(), match.end(), "calendar", month=month, part="late"), match)
    return _of_year(DateMention(match.start(), match.end(), "calendar", month=month, day=day), match)


def _slashed(text: str, match: Match, before: Before) -> DateMention | None:
    """Figures alone, where they leave no doubt which of them is the month; dotted dates give the day first."""
    return _in_figures(match, int(match["year"]))


def _slashed_short(text: str, match: Match, before: Before) -> DateMention | None:
    """ "22/5/14", "22.05.14"; not the number of a paragraph, "3.2.10"."""
    if match["mark"] == "." and len(match["month"]) < len("05"):
        return None
    return _in_figures(match, two_figures(match["short"]))


def _in_figures(match: Match, year: int) -> DateMention | None:
    first, second, mark = int(match["day"]), int(match["month"]), match["mark"]
    if match.group().count(mark) != 2 or (mark != "." and first <= 12 and second <= 12 and first != second):
        return None
    day, month = (second, first) if second > 12 else (first, second)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return DateMention(match.start(), match.end(), "calendar", year=year, month=month, day=day)


def _of_year(mention: DateMention, match: Match) -> DateMention:
    if match["year"]:
        return replace(mention, year=int(match["year"]))
    if match["short"]:
        return replace(mention, year=two_figures(match["short"]))
    which = " ".join((match["which"] or "").split())
    if which:
        context = which not in ("this", "last")
        return replace(mention, from_context=context, step=_WHICH_YEAR[which], unit="year")
    return mention


_OPEN = re.compile(r"(?:^|[,(\n–—;]) ?$")
_CLOSED = re.compile(r"[.:)](?!\w)|\s*$")
"""Beside a month that heads what is told: "North Korea, March.", "March: …"."""
_VOTED_ON = re.compile(rf" (?:{any_of(grammar.words('months_text'))})s?\b")


def _month(text: str, match: Match, before: Before) -> DateMention | None:
    determiner, name = determiner_of(match), match["month"]
    start = match.start() if determiner not in ("", "the") else match.start("month")
    if match["more"] and (told := _beside(text, match, determiner)) is not None:
        return replace(told, form="calendar", month=_month_number(match), unit="month")
    mention = _of_year(DateMention(start, match.end(), "calendar", month=_month_number(match)), match)
    if mention.unit or mention.year:
        return replace(mention, start=match.start("month"))
    if determiner in ("", "the", "past", "coming"):
        doubtful = name in grammar.words("month_also_word") or name not in grammar.words("month")
        cue = _MONTH_CUES.search(text[max(0, start - 16) : start].lower())
        listed = before and before[-1].month and IN_A_LIST.fullmatch(text[before[-1].end : start])
        alone = _OPEN.search(text[max(0, start - 3) : start]) and _CLOSED.match(text, match.end())
        owner = determiner == "the" and _VOTED_ON.match(text, match.end())  # "the May text"
        plain = not doubtful or cue or listed or alone or owner
        return replace(mention, start=match.start("month")) if plain else None
    if _of_somebody(text, match, determiner):
        return None
    context = determiner in FROM_CONTEXT and determiner != "the next"
    return replace(mention, from_context=context, step=STEPS.get(determiner, 0), unit="month")


def _weekday(text: str, match: Match, before: Before) -> DateMention | None:
    determiner, name = determiner_of(match), match["weekday"]
    number = int(grammar.words("weekday").get(name) or grammar.words("weekday_short")[name])
    start = match.start("weekday") if determiner in ("", "the") else match.start()
    if NOT_ANY_WEEK.search(text, max(0, start - 8), start):
        return None
    if match["more"] and (told := _beside(text, match, determiner)) is not None:
        return replace(told, form="weekday", weekday=number)
    step, context = STEPS.get(determiner, 0), determiner in FROM_CONTEXT
    if determiner == "this past":
        step = 0
    if determiner == "the" or (context and step == 0):
        return DateMention(start, match.end("weekday"), "weekday", weekday=number, from_context=True, vague=True)
    return DateMention(start, match.end("weekday"), "weekday", weekday=number, step=step, from_context=context)


def _weekend(text: str, match: Match, before: Before) -> DateMention:
    """As in "over the weekend", "last weekend": Saturday and Sunday."""
    determiner = determiner_of(match)
    start = match.start() if determiner not in ("", "the") else match.end() - len("weekend")
    context = determiner in FROM_CONTEXT
    return DateMention(start, match.end(), "unit", unit="weekend", step=STEPS.get(determiner, 0), from_context=context)


_A_WEEK_OFF = ("week", "week ago")


def _beside(text: str, match: Match, determiner: str) -> DateMention | None:
    """As in "the May after", "the Friday before last", "Friday last"; None where something else is counted from."""
    more = match["more"].lower()
    if more == "last":
        return DateMention(match.start(), match.end(), "weekday", step=-1) if determiner in ("", "on") else None
    if more in _A_WEEK_OFF:
        # "On Friday week", told of what was: the Friday before the last one
        return DateMention(match.start(), match.end(), "weekday", step=-2) if determiner in ("", "last") else None
    if determiner != "the":
        return None
    if more == "before last":
        return DateMention(match.start(), match.end(), "weekday", step=-2)
    if named_next(text, match.end()):
        return None
    step = -1 if more in ("before", "preceding") else 1
    return DateMention(match.start(), match.end(), "weekday", step=step, from_context=True)


def _nth_weekday(text: str, match: Match, before: Before) -> DateMention | None:
    """As in "the last Sunday of June 1950"."""
    wanted = int(grammar.words("weekday")[match["weekday"]])
    month, year = _month_number(match), int(match["year"])
    days = [d for d in range(1, monthrange(year, month)[1] + 1) if date(year, month, d).isoweekday() == wanted]
    which = match["which_one"].lower()
    place = -1 if which in ("last", "final") else int(grammar.words("ordinal_day")[which]) - 1
    if place >= len(days):
        return None
    return DateMention(match.start(), match.end(), "calendar", year=year, month=month, day=days[place])


def _season(text: str, match: Match, before: Before) -> DateMention | None:
    written = match.groupdict()
    year = int(written["year"]) if written.get("year") else None
    if written.get("short"):
        year = two_figures(written["short"])
    determiner, name = determiner_of(match), grammar.words("season")[match["season"]]
    if written.get("more") and (told := _beside(text, match, determiner)) is not None:
        return replace(told, form="season", name=name)
    if year is None and match["season"] == "fall" and text.startswith(" of", match.end()):
        return None
    if year is None and _of_somebody(text, match, determiner):
        return None
    if determiner in ("the", "coming", "past") and year is None and not match.group().endswith("that year"):
        return None
    context = determiner in FROM_CONTEXT or match.group().endswith("that year")
    start = match.start("season") if determiner in ("", "the", "in the") else match.start()
    end = match.start("more") - 1 if written.get("more") else match.end()
    return DateMention(start, end, "season", year=year, name=name, from_context=context, step=STEPS.get(determiner, 0))


_OWNER = re.compile(r"(?:['’]s?|\b(?:his|her|its|their)) \Z", re.I)


def _of_somebody(text: str, match: Match, determiner: str) -> bool:
    """ "Obama's last autumn in office", "the last summer of the war": counted from no article's day."""
    if determiner == "the last":
        return text.startswith(" of ", match.end())
    return determiner in ("last", "next") and _OWNER.search(text, max(0, match.start() - 8), match.start()) is not None


BEGUN = (" began", " broke out", " started", "invaded", "invaded ukraine")
"""How the name of an era ends that tells of its first day."""


def _era(text: str, match: Match, before: Before) -> DateMention:
    role = grammar.words("role").get(match["role"].lower(), "at")  # "when Crimea was annexed"
    edge, verb = (match["edge"] or "").lower(), (match["verb"] or "").lower()
    begins = "start" in edge or "begin" in edge or "outbreak" in edge or verb in ("began", "broke out", "started")
    ends = bool(edge or verb) and not begins
    name = grammar.eras_by_words()[match["era"].lower()]
    step = -1 if begins else 1 if ends or role in ("since", "after") else -1 if role == "before" else 0
    if role == "until" and match["era"].lower().endswith(BEGUN):
        step = -1  # "until the war in Syria began"
    start = match.start() if role != "at" or " " in match["role"] else match.start("era")
    return DateMention(start, match.end(), "era", role, name=name, step=step)


def _then(text: str, match: Match, before: Before) -> DateMention | None:
    window = text[max(0, match.start() - 8) : match.start()].lower()
    if match["word"].lower() == "then" and not re.search(r"(?<!\w)(?:since|until|till|by|before) \Z", window):
        return None
    return DateMention(match.start(), match.end(), "then")


BUILDERS: dict[str, Callable[[str, Match, Before], DateMention | None]] = {
    "iso": _iso,
    "era": _era,
    "day_month": _day,
    "nth_weekday": _nth_weekday,
    "ordinal_day": _ordinal_day,
    "bare_day": _bare_day,
    "weekday_day": _weekday_day,
    "edge_day": _edge_day,
    "holiday": _holiday,
    "slashed": _slashed,
    "slashed_short": _slashed_short,
    "month_day": _day,
    "month": _month,
    "weekend": _weekend,
    "weekday": _weekday,
    "season": _season,
    "bare_season": _season,
    "near_day": near_day,
    "unit": unit_of_time,
    "count": counted_time,
    "hours": hours,
    "spelt_decade": spelt_decade,
    "spelt_day": _spelt_day,
    "day_of_month": _day_of_month,
    "decade": decade_of,
    "fiscal": fiscal_year,
    "years": span_of_years,
    "spelt_year": spelt_year,
    "year": bare_year,
    "short_year": short_year,
    "then": _then,
}
