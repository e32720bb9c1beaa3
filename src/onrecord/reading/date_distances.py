"""Make a mention of times told by distance: "two days later", "a fortnight ago", "the year after", "last week"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading import date_grammar as grammar
from onrecord.reading.date_mention import DateMention
from onrecord.reading.number_words import parse_words

Match = re.Match[str]
Before = list[DateMention]
"""The mentions found so far."""

WINDOW = 48
"""Characters before a unit in which its number stands."""
NOUN_FOLLOWS = re.compile(
    r" (?!(?:(?:it|he|she|they|we|I|you) had|there (?:was|were|had been)|and|but|or|"
    r"by|with|in|to|came|followed|got|had|were|was)\b)(?:[A-Za-z]|\")"
)
_BACK = {"last": -1, "this past": -1, "the previous": -1, "the preceding": -1}
_AHEAD = {"next": 1, "the next": 1, "the coming": 1, "coming": 1, "the following": 1, "the very next": 1}
STEPS = _BACK | _AHEAD
FROM_CONTEXT = {
    "that", "that same", "that very", "same", "the same", "the very same", "the following", "the previous",
    "the preceding", "the next", "the very next",
}  # fmt: skip
_ROLLING = {"the past", "past", "the last"}


def determiner_of(match: Match) -> str:
    return " ".join((match["determiner"] or "").lower().split())


_THAT = re.compile(
    r" (?:that|this)(?: one| vote| veto| text| draft)?"
    r"(?=[,.;:)]|$| (?:it|he|she|they|we|the|came|comes|followed|[A-Z])\b)"
)
"""Behind "the year after", what has been spoken of rather than something that is named next."""


def named_next(text: str, end: int) -> bool:
    """ "The day after the coup", where "the day after that" and "the day after it had passed" name nothing."""
    return bool(NOUN_FOLLOWS.match(text, end)) and _THAT.match(text, end) is None


_NEAR = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}


def near_day(text: str, match: Match, before: Before) -> DateMention:
    word = " ".join(match["word"].lower().split())
    if word not in _NEAR and word.startswith(("the ", "that ")):
        if word.endswith((" before", " after")):
            step = -1 if word.endswith(" before") else 1
            told = _distance(match.start(), match.end(), 1, "day", step, from_context=True)
            return replace(told, from_elsewhere=named_next(text, match.end()))
        step = 1 if re.search(r"\b(?:next|following)\b", word) else -1 if "previous" in word else 0
        return _distance(match.start(), match.end(), 1, "day", step, from_context=True)
    return DateMention(match.start(), match.end(), "day", step=_NEAR.get(word, 0))


def _distance(start: int, end: int, count: int, unit: str, step: int, from_context: bool) -> DateMention:
    return DateMention(start, end, "distance", count=count, unit=unit, step=step, from_context=from_context)


def unit_of_time(text: str, match: Match, before: Before) -> DateMention | None:
    """As in "this month", "last year", "the following day", "the week before"."""
    determiner, word = determiner_of(match), match["unit"].lower()
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
    context, step = determiner in FROM_CONTEXT, STEPS.get(determiner, 0)
    if unit == "day":
        next_day = determiner == "next" and not text.startswith(" of", end)
        return _distance(start, end, 1, "day", step, from_context=True) if context or next_day else None
    return DateMention(start, end, "unit", unit=unit, step=step, from_context=context)


def _the_unit(text: str, match: Match, unit: str) -> DateMention | None:
    more = (match["more"] or "").strip().lower()
    if more == "before last":
        return DateMention(match.start(), match.end(), "unit", unit=unit, step=-2)
    if more == "to come":
        return DateMention(match.start(), match.end(), "unit", unit=unit, step=1)
    if more:
        step = -1 if more in ("before", "earlier") else 1
        elsewhere = more in ("before", "after") and named_next(text, match.end())
        return replace(
            _distance(match.start(), match.end(), 1, unit, step, from_context=True), from_elsewhere=elsewhere
        )
    if unit in ("year", "month") and _OWNS_A_NUMBER.match(text, match.end("unit")):
        return DateMention(match.start(), match.end("unit"), "unit", unit=unit)
    window = text[max(0, match.start() - 16) : match.start()].lower()
    told = re.search(r"(?<!\w)(?:of|in|during|late|early|later|earlier) \Z", window)
    if unit != "day" and (told or (unit == "year" and _SUMMED_FOR.search(window))):
        owned = text.startswith((" of", " in"), match.end("unit")) or _YEAR_FOLLOWS.match(text, match.end("unit"))
        return None if owned else DateMention(match.start(), match.end("unit"), "unit", unit=unit)
    return None


_OWNED = re.compile(r"(?<!\w)(?:one|a|its|his|her|their|our|another|for the|the) \Z")
"""In front of "last year" where it is the last of a row: "one last year of sanctions", "its last month"."""
_SUMMED_FOR = re.compile(r"\b(?:tally|total|count|score|sum) for \Z")
"""In front of "the year" that a number is told for."""
_OWNS_A_NUMBER = re.compile(
    r"['’]s (?:only |sole |lone )?(?:(?:first|second|third|fifth|ninth|\w+th|\d+(?:st|nd|rd|th)) |"
    r"(?:\w+ ){0,2}?(?=vetoe?s?\b|resolutions?\b))",
    re.IGNORECASE,
)
"""Behind "the year" where what is counted of it follows: "the year's fourth veto"."""
_YEAR_FOLLOWS = re.compile(rf" {grammar.YEAR}(?!\d)")
_DIRECTIONS = {"ago": -1, "back": -1, "earlier": -1, "before": -1, "previously": -1, "later": 1, "after": 1, "hence": 1,
               "afterward": 1, "afterwards": 1, "thereafter": 1}  # fmt: skip


def counted_time(text: str, match: Match, before: Before) -> DateMention | None:
    """As in "two months ago", "a week earlier", "in twelve days", "the past two years"."""
    offset = max(before[-1].end if before else 0, match.start() - WINDOW)
    window = text[offset : match.start()].lower()
    found = grammar.count_before().search(window)
    if found is None:
        return _uncounted(text, match, window, offset)
    vague = found["count"] in grammar.words("vague_count")
    count = 2 if vague else count_of(found["count"])
    unit = grammar.words("unit")[match["unit"].lower()]
    direction, frame = (match["direction"] or "").lower(), " ".join((found["frame"] or "").split())
    if count is None or not 0 < count < 3000:
        return None
    number_start, frame_start = offset + found.start("count"), offset + found.start()
    mention = DateMention(number_start, match.end(), "distance", count=count, unit=unit, vague=vague)
    hedge = _HEDGED.search(window[: found.start("count")]) if unit in ("year", "decade", "century") else None
    if hedge is not None and hedge.lastgroup is not None:
        mention = replace(mention, hedge=hedge.lastgroup)
    if match["half"] and unit in ("year", "decade", "century"):
        mention = replace(mention, count=count * HALVES[unit] * 2 + HALVES[unit], unit=_HALVED[unit])
    if re.search(r"\bhalf \Z", window[: found.start("count")]) and found["count"] in ("a", "one"):
        if unit not in HALVES:
            return None
        mention = replace(mention, start=mention.start - len("half "), count=HALVES[unit], unit=_HALVED[unit])
    if direction == "time":
        return replace(mention, form="span", step=1)
    if direction == "today":
        # "Two years today.": so long ago to the day
        ago = replace(mention, start=0, end=0, step=-1) if unit in ("month", "year", "decade") and not frame else None
        return DateMention(number_start, match.end(), "day", within=ago) if ago is not None else None
    if direction == "on" and not frame and _TIME_PASSED.match(text, match.end()):
        return replace(mention, step=1, from_context=True)
    since = direction in ("", "today") and unit != "day" and _SINCE.match(text, match.end("unit")) is not None
    if since and _IT_IS.search(window[: found.start("count")]):
        return replace(mention, end=match.end("unit"), step=-1)
    if not direction and unit != "day" and _OF_ITS_OWN.match(text, match.end("unit")):
        return replace(mention, start=frame_start, end=match.end("unit"), form="span")
    if direction in ("on", "now", ""):
        return _framed(replace(mention, end=match.end("unit"), form="span"), frame, frame_start)
    elsewhere = direction in ("before", "after") and named_next(text, match.end())
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


_OF_ITS_OWN = re.compile(r" (?:in which|during which|that (?:saw|brought|included)|which saw)(?!\w)")
"""Behind "a week" where what was done in it follows."""
_HEDGED = re.compile(
    r"\b(?:(?P<over>over|more than|well over|upwards of)|(?P<under>almost|nearly|close to|less than|just under|under)|"
    r"(?P<about>about|around|some|roughly))(?: half)? \Z"
)
HALVES = {"year": 6, "decade": 5, "century": 50}
_HALVED = {"year": "month", "decade": "year", "century": "year"}
"""Half of a unit, in which smaller ones."""
_IT_IS = re.compile(
    r"\bit(?:'s|’s| is| has been)(?: (?:now|but|only|just|barely|hardly|all of|nearly|almost|some|about|around|"
    r"more than|less than|under|well over|over|a|half))*"
    r" \Z"
)
"""In front of "two years since France vetoed it": so long ago."""
_SINCE = re.compile(r"(?: this (?:week|month|spring|summer|autumn|fall|winter)| today)? since ")
_TIME_PASSED = re.compile(r"[,.;:]|$| (?:it|he|she|they|we|and|but|in|at|came|was|were|is|are|Russia|China)(?!\w)")
"""Behind "five years on", where a journey would go on with "the road"."""
HOURS_A_DAY = 24


def _uncounted(text: str, match: Match, window: str, offset: int) -> DateMention | None:
    """As in "weeks later", "just days before": some of the unit."""
    direction = (match["direction"] or "").lower()
    if not match["unit"].lower().endswith("s") or direction not in ("later", "earlier", "after", "before"):
        return None
    elsewhere = direction in ("before", "after") and named_next(text, match.end())
    unit, step = grammar.words("unit")[match["unit"].lower()], _DIRECTIONS[direction]
    told = _distance(match.start(), match.end(), 2, unit, step, from_context=True)
    return replace(told, vague=True, from_elsewhere=elsewhere)


def hours(text: str, match: Match, before: Before) -> DateMention | None:
    """As in "an hour later", "48 hours later", "minutes before": the same day, or one of the next."""
    offset = max(before[-1].end if before else 0, match.start() - WINDOW)
    found = grammar.count_before().search(text[offset : match.start()].lower())
    direction = match["direction"].lower()
    if direction in ("before", "after") and named_next(text, match.end()):
        return None
    count = None if found is None or found["count"] in grammar.words("vague_count") else count_of(found["count"])
    days = (count or 0) // HOURS_A_DAY if match["unit"].lower().startswith("hour") else 0
    start = match.start() if found is None else offset + found.start("count")
    context = direction != "ago"
    return _distance(start, match.end(), days, "day", _DIRECTIONS[direction], from_context=context)


def _framed(mention: DateMention, frame: str, frame_start: int) -> DateMention | None:
    """A stretch up to now ("the past two years"), or to come ("the next two weeks"), or either ("in two weeks")."""
    if frame.endswith(("past", "last")):
        return replace(mention, step=-1, start=frame_start)
    if frame.endswith(("next", "coming")):
        return replace(mention, step=1, start=frame_start)
    if frame in ("in", "within", "inside", "inside of") or frame.endswith((" space of", " course of", " span of")):
        return mention
    return None


def count_of(words: str) -> int | None:
    """The number that a word or figures before a unit of time say; None where they are none."""
    if words.isdigit():
        return int(words)
    known = grammar.words("count").get(words)
    if known:
        return int(known)
    parsed = parse_words(words)
    return int(parsed[0].value) if len(parsed) == 1 else None
