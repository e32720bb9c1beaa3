"""Make a mention of each form that `date_grammar` finds, or refuse it: a year needs a cue, "may" is mostly a verb."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from onrecord.reading import date_grammar as grammar
from onrecord.reading.date_mention import DateMention
from onrecord.reading.number_words import parse_words

Match = re.Match[str]
Before = list[DateMention]
"""The mentions found so far."""

_WINDOW = 48
_YEAR_CUES = re.compile(
    r"(?:(?<!\w)(?:in|of|since|until|till|through|by|before|after|from|during|between|early|late|mid|year|around|as|"
    r"circa|about|spring|summer|autumn|fall|winter|the|its|their|his|a|an|that|for|ending|ended|than|into|throughout|"
    r"to|come|dated|both|[a-z]+'s?) |\(|(?<!\w)(?:mid|pre|post|end)-|(?:half|end|start|beginning|middle) of )\Z"
)
_NUMBERED = re.compile(r"(?:resolutions?|unscr|res\.?|number|nos?\.|meeting|paragraph|article|line|page) (?:the )?\Z")
_NAME_BEFORE = re.compile(r"(?:\A|[.,;:!?(–—\n] ?)[A-Z][\w'’-]+ \Z")
_SENTENCE_BEFORE = re.compile(r"(?:\A|[.!?:;—–]['\"”’)]? |\n)\Z")
_LEADS = re.compile(
    r" (?:it|they|we|the (?:same|next)|came|brought|saw) |"
    r"[,:](?! (?:adopted|passed|carried|approved|was|is|which)\b)"
)
_ENDS_NAME = re.compile(r"[,:;.)–—]| [–—-] |\Z")
LAST_NAMED = 2029
"""Years named after a place or a war, as in "Darfur 2005:", end here; later ones are goals and visions."""
_LIST = re.compile(r",? (?:and |or |to )?|,? ?[-–]\s?")
_WORD_AFTER = re.compile(r" ([A-Za-z]+)")
_MONTH_CUES = re.compile(
    r"(?<!\w)(?:in|since|until|till|by|of|from|to|between|early|late|mid|during|before|after|through|for|around|on|"
    r"last|this|next|that|half of|end of) \Z|mid-\Z"
)
_NOUN_FOLLOWS = re.compile(r" (?!(?:it|he|she|they|we|I|you) had\b)(?:[A-Za-z]|\")")
FIRST_YEAR = 1945
"""The first that two figures can stand for: "'46" is 1946, "'26" is 2026."""
_BACK = {"last": -1, "this past": -1, "the previous": -1, "the preceding": -1}
_AHEAD = {"next": 1, "the next": 1, "the coming": 1, "coming": 1, "the following": 1, "the very next": 1}
_STEPS = _BACK | _AHEAD
_FROM_CONTEXT = {
    "that", "that same", "that very", "the same", "the very same", "the following", "the previous", "the preceding",
    "the next", "the very next",
}  # fmt: skip
_ROLLING = {"the past", "past", "the last"}
_WHICH_YEAR = {"that": 0, "this": 0, "the same": 0, "last": -1, "the previous": -1, "the following": 1}


def _determiner(match: Match) -> str:
    return " ".join((match["determiner"] or "").lower().split())


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
    return DateMention(match.start(), match.end(), "calendar", day=day, from_context=True) if day <= 31 else None


def _day_of_month(text: str, match: Match, before: Before) -> DateMention:
    """As in "the eighth of this month", "the 4th of that month"."""
    ordinal, which = match["ordinal"], match["which_month"]
    day = int(grammar.words("ordinal_day").get(ordinal) or _number(ordinal))
    month = DateMention(0, 0, "unit", unit="month", step=_WHICH_YEAR[which], from_context=which not in ("this", "last"))
    return DateMention(match.start(), match.end(), "calendar", day=day, within=month)


def _spelt_day(text: str, match: Match, before: Before) -> DateMention:
    """As in "on the ninth": of the month that the text speaks of."""
    day = int(grammar.words("ordinal_day")[match["ordinal"]])
    return DateMention(match.start(), match.end(), "calendar", day=day, from_context=True)


def _holiday(text: str, match: Match, before: Before) -> DateMention:
    month, day = map(int, grammar.words("holiday")[match["holiday"]].split("-"))
    return _of_year(DateMention(match.start(), match.end(), "calendar", month=month, day=day), match)


def _slashed(text: str, match: Match, before: Before) -> DateMention | None:
    """Figures alone, where they leave no doubt which of them is the month; dotted dates give the day first."""
    first, second, year = int(match["day"]), int(match["month"]), int(match["year"])
    if match["mark"] == "/" and first <= 12 and second <= 12 and first != second:
        return None
    day, month = (second, first) if second > 12 else (first, second)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return DateMention(match.start(), match.end(), "calendar", year=year, month=month, day=day)


def _short(figures: str) -> int:
    """The year that two figures stand for."""
    return FIRST_YEAR + (int(figures) - FIRST_YEAR) % 100


def _of_year(mention: DateMention, match: Match) -> DateMention:
    if match["year"]:
        return replace(mention, year=int(match["year"]))
    if match["short"]:
        return replace(mention, year=_short(match["short"]))
    which = " ".join((match["which"] or "").split())
    if which:
        context = which not in ("this", "last")
        return replace(mention, from_context=context, step=_WHICH_YEAR[which], unit="year")
    return mention


def _month(text: str, match: Match, before: Before) -> DateMention | None:
    determiner, name = _determiner(match), match["month"]
    start = match.start() if determiner not in ("", "the") else match.start("month")
    if match["more"] and (told := _beside(text, match, determiner)) is not None:
        return replace(told, form="calendar", month=_month_number(match), unit="month")
    mention = _of_year(DateMention(start, match.end(), "calendar", month=_month_number(match)), match)
    if mention.unit or mention.year:
        return replace(mention, start=match.start("month"))
    if determiner in ("", "the", "past", "coming"):
        doubtful = name in grammar.words("month_also_word") or name not in grammar.words("month")
        cue = _MONTH_CUES.search(text[max(0, start - 16) : start].lower())
        listed = before and before[-1].month and _LIST.fullmatch(text[before[-1].end : start])
        return None if doubtful and not cue and not listed else replace(mention, start=match.start("month"))
    context = determiner in _FROM_CONTEXT and determiner != "the next"
    return replace(mention, from_context=context, step=_STEPS.get(determiner, 0), unit="month")


def _weekday(text: str, match: Match, before: Before) -> DateMention:
    determiner, name = _determiner(match), match["weekday"]
    number = int(grammar.words("weekday").get(name) or grammar.words("weekday_short")[name])
    start = match.start("weekday") if determiner in ("", "the") else match.start()
    if match["more"] and (told := _beside(text, match, determiner)) is not None:
        return replace(told, form="weekday", weekday=number)
    step, context = _STEPS.get(determiner, 0), determiner in _FROM_CONTEXT
    if determiner == "this past":
        step = 0
    if determiner == "the":
        return DateMention(start, match.end("weekday"), "weekday", weekday=number, from_context=True, vague=True)
    return DateMention(start, match.end("weekday"), "weekday", weekday=number, step=step, from_context=context)


_THAT = re.compile(r" (?:that|this)(?=[,.;:)]|$| (?:it|he|she|they|we|the|[A-Z])\b)")
"""Behind "the year after", what has been spoken of rather than something that is named next."""


def _named_next(text: str, end: int) -> bool:
    return bool(_NOUN_FOLLOWS.match(text, end)) and _THAT.match(text, end) is None


def _beside(text: str, match: Match, determiner: str) -> DateMention | None:
    """As in "the May after", "the Friday before last", "Friday last"; None where something else is counted from."""
    more = match["more"].lower()
    if more == "last":
        return DateMention(match.start(), match.end(), "weekday", step=-1) if determiner in ("", "on") else None
    if determiner != "the":
        return None
    if more == "before last":
        return DateMention(match.start(), match.end(), "weekday", step=-2)
    if _NOUN_FOLLOWS.match(text, match.end()):
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
        year = _short(written["short"])
    determiner, name = _determiner(match), grammar.words("season")[match["season"]]
    if written.get("more") and (told := _beside(text, match, determiner)) is not None:
        return replace(told, form="season", name=name)
    if year is None and match["season"] == "fall" and text.startswith(" of", match.end()):
        return None
    if determiner in ("the", "coming", "past") and year is None and not match.group().endswith("that year"):
        return None
    context = determiner in _FROM_CONTEXT or match.group().endswith("that year")
    start = match.start("season") if determiner in ("", "the", "in the") else match.start()
    end = match.start("more") - 1 if written.get("more") else match.end()
    return DateMention(start, end, "season", year=year, name=name, from_context=context, step=_STEPS.get(determiner, 0))


_NEAR = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}


def _near_day(text: str, match: Match, before: Before) -> DateMention:
    word = " ".join(match["word"].lower().split())
    if word not in _NEAR and word.startswith(("the ", "that ")):
        if word.endswith((" before", " after")):
            step = -1 if word.endswith(" before") else 1
            told = _distance(match.start(), match.end(), 1, "day", step, from_context=True)
            return replace(told, from_elsewhere=_named_next(text, match.end()))
        step = 1 if re.search(r"\b(?:next|following)\b", word) else -1 if "previous" in word else 0
        return _distance(match.start(), match.end(), 1, "day", step, from_context=True)
    return DateMention(match.start(), match.end(), "day", step=_NEAR.get(word, 0))


def _distance(start: int, end: int, count: int, unit: str, step: int, from_context: bool) -> DateMention:
    return DateMention(start, end, "distance", count=count, unit=unit, step=step, from_context=from_context)


def _unit(text: str, match: Match, before: Before) -> DateMention | None:
    """As in "this month", "last year", "the following day", "the week before"."""
    determiner, word = _determiner(match), match["unit"].lower()
    unit, plural = grammar.words("unit")[word], word.endswith("s")
    start, end = match.start(), match.end("unit")
    if plural:
        if text.startswith(" of ", end):
            return None
        if determiner in _ROLLING | {"last", "next", "coming", "the next", "the coming"}:
            step = 1 if determiner in _AHEAD else -1
            return DateMention(start, end, "span", count=2, unit=unit, step=step, vague=True)
        return None
    if determiner in ("last", "next") and _OWNED.search(text[max(0, start - 10) : start].lower()):
        return None
    if determiner == "the":
        return _the_unit(text, match, unit) if unit != "century" else None
    if determiner == "the last" and text.startswith(" of ", end):
        return None
    if determiner in _ROLLING and unit != "day":
        return DateMention(start, end, "span", "at", count=1, unit=unit, step=-1)
    context, step = determiner in _FROM_CONTEXT, _STEPS.get(determiner, 0)
    if unit == "day":
        next_day = determiner == "next" and not text.startswith(" of", end)
        return _distance(start, end, 1, "day", step, from_context=True) if context or next_day else None
    return DateMention(start, end, "unit", unit=unit, step=step, from_context=context)


def _the_unit(text: str, match: Match, unit: str) -> DateMention | None:
    more = (match["more"] or "").strip().lower()
    if more == "before last":
        return DateMention(match.start(), match.end(), "unit", unit=unit, step=-2)
    if more:
        step = -1 if more in ("before", "earlier") else 1
        elsewhere = more in ("before", "after") and _named_next(text, match.end())
        return replace(
            _distance(match.start(), match.end(), 1, unit, step, from_context=True), from_elsewhere=elsewhere
        )
    window = text[max(0, match.start() - 16) : match.start()].lower()
    if unit != "day" and re.search(r"(?<!\w)(?:of|in|during|late|early|later|earlier) \Z", window):
        owned = text.startswith((" of", " in"), match.end("unit")) or _YEAR_FOLLOWS.match(text, match.end("unit"))
        return None if owned else DateMention(match.start(), match.end("unit"), "unit", unit=unit)
    return None


_OWNED = re.compile(r"(?<!\w)(?:one|a|its|his|her|their|our|another|for the|the) \Z")
"""In front of "last year" where it is the last of a row: "one last year of sanctions", "its last month"."""
_YEAR_FOLLOWS = re.compile(rf" {grammar.YEAR}(?!\d)")
_DIRECTIONS = {"ago": -1, "back": -1, "earlier": -1, "before": -1, "previously": -1, "later": 1, "after": 1, "hence": 1}


def _count(text: str, match: Match, before: Before) -> DateMention | None:
    """As in "two months ago", "a week earlier", "in twelve days", "the past two years"."""
    offset = max(before[-1].end if before else 0, match.start() - _WINDOW)
    window = text[offset : match.start()].lower()
    found = grammar.count_before().search(window)
    if found is None:
        return _uncounted(text, match, window, offset)
    vague = found["count"] in grammar.words("vague_count")
    count = 2 if vague else _counted(found["count"])
    unit = grammar.words("unit")[match["unit"].lower()]
    direction, frame = (match["direction"] or "").lower(), " ".join((found["frame"] or "").split())
    if count is None or not 0 < count < 3000:
        return None
    number_start, frame_start = offset + found.start("count"), offset + found.start()
    mention = DateMention(number_start, match.end(), "distance", count=count, unit=unit, vague=vague)
    if match["half"] and unit in ("year", "decade", "century"):
        mention = replace(mention, count=count * HALVES[unit] * 2 + HALVES[unit], unit=_HALVED[unit])
    if re.search(r"\bhalf \Z", window[: found.start("count")]) and found["count"] in ("a", "one"):
        if unit not in HALVES:
            return None
        mention = replace(mention, start=mention.start - len("half "), count=HALVES[unit], unit=_HALVED[unit])
    if direction == "time":
        return replace(mention, form="span", step=1)
    if direction == "on" and not frame and _TIME_PASSED.match(text, match.end()):
        return replace(mention, step=1, from_context=True)
    if direction in ("on", "now", ""):
        return _framed(replace(mention, end=match.end("unit"), form="span"), frame, frame_start)
    elsewhere = direction in ("before", "after") and _named_next(text, match.end())
    if frame == "the" and direction in ("before", "after"):
        step = _DIRECTIONS[direction]
        whole = replace(mention, start=frame_start, form="span", step=step, from_context=True, role="between")
        return None if elsewhere else whole
    return replace(
        mention,
        step=_DIRECTIONS[direction],
        from_context=direction not in ("ago", "back", "hence"),
        from_elsewhere=elsewhere,
    )


HALVES = {"year": 6, "decade": 5, "century": 50}
_HALVED = {"year": "month", "decade": "year", "century": "year"}
"""Half of a unit, in which smaller ones."""
_TIME_PASSED = re.compile(r"[,.;:]|$| (?:it|he|she|they|we|and|but|in|at|came|was|were|is|are|Russia|China)(?!\w)")
"""Behind "five years on", where a journey would go on with "the road"."""
_BARE = re.compile(r"(?<!\w)(?:only |just |barely |some |mere |within )?\Z")
HOURS_A_DAY = 24


def _uncounted(text: str, match: Match, window: str, offset: int) -> DateMention | None:
    """As in "weeks later", "just days before": some of the unit."""
    direction = (match["direction"] or "").lower()
    if not match["unit"].lower().endswith("s") or direction not in ("later", "earlier", "after", "before"):
        return None
    elsewhere = direction in ("before", "after") and _named_next(text, match.end())
    unit, step = grammar.words("unit")[match["unit"].lower()], _DIRECTIONS[direction]
    told = _distance(match.start(), match.end(), 2, unit, step, from_context=True)
    return replace(told, vague=True, from_elsewhere=elsewhere)


def _hours(text: str, match: Match, before: Before) -> DateMention | None:
    """As in "an hour later", "48 hours later", "minutes before": the same day, or one of the next."""
    offset = max(before[-1].end if before else 0, match.start() - _WINDOW)
    found = grammar.count_before().search(text[offset : match.start()].lower())
    direction = match["direction"].lower()
    if direction in ("before", "after") and _named_next(text, match.end()):
        return None
    count = None if found is None or found["count"] in grammar.words("vague_count") else _counted(found["count"])
    days = (count or 0) // HOURS_A_DAY if match["unit"].lower().startswith("hour") else 0
    start = match.start() if found is None else offset + found.start("count")
    context = direction != "ago"
    return _distance(start, match.end(), days, "day", _DIRECTIONS[direction], from_context=context)


def _spelt_decade(text: str, match: Match, before: Before) -> DateMention:
    year = int(grammar.words("spelt_decade")[match["spelt"].lower()])
    return DateMention(match.start("spelt"), match.end(), "decade", year=year)


def _framed(mention: DateMention, frame: str, frame_start: int) -> DateMention | None:
    """A stretch up to now ("the past two years"), or to come ("the next two weeks"), or either ("in two weeks")."""
    if frame.endswith(("past", "last")):
        return replace(mention, step=-1, start=frame_start)
    if frame.endswith(("next", "coming")):
        return replace(mention, step=1, start=frame_start)
    if frame in ("in", "within", "inside", "inside of") or frame.endswith((" space of", " course of", " span of")):
        return mention
    return None


def _counted(words: str) -> int | None:
    if words.isdigit():
        return int(words)
    known = grammar.words("count").get(words)
    if known:
        return int(known)
    parsed = parse_words(words)
    return int(parsed[0].value) if len(parsed) == 1 else None


def _decade(text: str, match: Match, before: Before) -> DateMention:
    return DateMention(match.start("decade"), match.end(), "decade", year=int(match["decade"]))


def _fiscal(text: str, match: Match, before: Before) -> DateMention:
    year = int(match["year"])
    return DateMention(match.start(), match.end(), "fiscal", year=year if year > 99 else 2000 + year)


def _years(text: str, match: Match, before: Before) -> DateMention | None:
    first, last = int(match["year"]), int(match["last"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 100:
        return None
    until = DateMention(match.start("last"), match.end(), "calendar", year=last)
    return DateMention(match.start(), match.end(), "calendar", "between", year=first, until=until)


def _year(text: str, match: Match, before: Before) -> DateMention | None:
    start = match.start()
    window = text[max(0, start - 24) : start].lower()
    if _NUMBERED.search(window):
        return None
    after = _WORD_AFTER.match(text, match.end())
    if after and after[1] in grammar.words("counted"):
        return None
    listed = before and before[-1].year and _LIST.fullmatch(text[before[-1].end : start])
    heads = text.startswith((":", " –", " —", " -"), match.end()) and _LINE_BEGINS.search(
        text[max(0, start - 4) : start]
    )
    cued = _YEAR_CUES.search(window) or text.startswith(("'s", ", when ", " when "), match.end())
    if heads or listed or cued or _named_with(text, match):
        return DateMention(start, match.end(), "calendar", year=int(match["year"]))
    return None


_LINE_BEGINS = re.compile(r"(?:^|\n)\W*\Z")
"""In front of the year that a line of a list tells of."""


def _named_with(text: str, match: Match) -> bool:
    """ "Darfur 2005: they abstained", "2010, the right to water": the year stands by a name, or leads a sentence."""
    if not FIRST_YEAR <= int(match["year"]) <= LAST_NAMED:
        return False
    if _LEADS.match(text, match.end()) and _SENTENCE_BEFORE.search(text[max(0, match.start() - 3) : match.start()]):
        return True
    if not _ENDS_NAME.match(text, match.end()):
        return False
    return bool(_NAME_BEFORE.search(text[max(0, match.start() - 24) : match.start()]))


def _short_year(text: str, match: Match, before: Before) -> DateMention | None:
    """As in "in '99"."""
    if not _YEAR_CUES.search(text[max(0, match.start() - 24) : match.start()].lower()):
        return None
    return DateMention(match.start(), match.end(), "calendar", year=_short(match["short"]))


def _era(text: str, match: Match, before: Before) -> DateMention:
    role = grammar.words("role")[match["role"].lower()]
    edge, verb = (match["edge"] or "").lower(), (match["verb"] or "").lower()
    begins = "start" in edge or "begin" in edge or "outbreak" in edge or verb in ("began", "broke out", "started")
    ends = bool(edge or verb) and not begins
    name = grammar.eras_by_words()[match["era"].lower()]
    step = -1 if begins else 1 if ends or role in ("since", "after") else -1 if role == "before" else 0
    start = match.start() if role != "at" else match.start("era")
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
    "holiday": _holiday,
    "slashed": _slashed,
    "month_day": _day,
    "month": _month,
    "weekday": _weekday,
    "season": _season,
    "bare_season": _season,
    "near_day": _near_day,
    "unit": _unit,
    "count": _count,
    "hours": _hours,
    "spelt_decade": _spelt_decade,
    "spelt_day": _spelt_day,
    "day_of_month": _day_of_month,
    "decade": _decade,
    "fiscal": _fiscal,
    "years": _years,
    "year": _year,
    "short_year": _short_year,
    "then": _then,
}
