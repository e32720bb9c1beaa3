"""The patterns of dates in running text, built from `tables/calendar_words.csv` and `eras.csv`.

Every form is one small pattern with named groups; `ANCHORS` holds them all in one alternation, so that a text is
walked once. What stands before an anchor (role, part, number) is read backwards from it, in a short window.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.reading.scanning import Scanner
from onrecord.reading.table import any_of, phrases, rows

YEAR = r"(?:1[89]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|d)?"
_DETERMINER = (
    r"this past|the past|the last|the next|the coming|the current|the same|the following|the previous|the preceding|"
)
_DETERMINER += r"the very next|the very same|that same|that very|this|last|past|next|coming|that|the|same"

_THAT_DAY = r"(?:(?<=[Oo]n )|(?<=hours of )|(?<=night of )|(?<=morning of )|(?<=afternoon of )|(?<=evening of )"
_THAT_DAY += r"|(?<=draft of )|(?<=text of )|(?<=paper of )|(?<=resolution of )|(?<=motion of )|(?<=veto of ))"


@cache
def words(kind: str) -> dict[str, str]:
    """Each word of a class and its value."""
    return {
        phrase: row["value"]
        for row in rows("calendar_words.csv")
        if row["class"] == kind
        for phrase in phrases(row["words"])
    }


@cache
def forms() -> dict[str, re.Pattern[str]]:
    """The pattern of each form, in the order in which they are tried."""
    month = any_of(words("month") | words("month_short"))
    weekday, short_weekday = any_of(words("weekday")), any_of(words("weekday_short"))
    season, unit = any_of(words("season")), any_of(words("unit"))
    determiner = rf"(?i:(?P<determiner>{_DETERMINER}) )?"
    date_after = rf"(?= (?:the )?{_DAY} (?:{month})\b|,? (?:{month}) {_DAY}\b)"
    which = r"that|this|the same|last|the previous|the following"
    short = r"'(?P<short>\d\d)(?![\d%]|,\d\d\d)"
    no_year = rf"(?!,? (?:of )?(?:{YEAR}|'\d\d))"
    goes_on = r"[,.;:)!?]|\Z| (?=\d)| (?:the|it|they|he|she|we|and|when|was|had|in|on|over|to|by|as|saw|brought)\b"
    after_month = rf"(?:'|(?=(?:4[5-9]|[5-9]\d)(?:{goes_on})))(?P<short>\d\d)(?![\d%]|,\d\d\d)"
    # "They vetoed it in 72, then nothing till 97", as chats are written
    led = r"(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Tt]il )|(?<=[Tt]ill )|(?<=[Uu]ntil ))"
    alone = r"[.;:)!?]|\Z|,(?! \d)| (?:it|they|he|she|we|i|when|over|all alone|alone|both|with|together)\b"
    scored = r"(?<=[a-z]{3} )(?=(?:4[5-9]|[5-9]\d):? \d{1,3}[-–]\d)"  # "macedonia 99 13-1"
    of_year = rf"(?:,? (?:of )?(?:(?P<year>{YEAR})(?![\d%])|{after_month})| (?:of )?(?P<which>{which}) year)"
    # "That December night in 1961"
    one_night = rf"(?: (?:night|evening|afternoon|morning|day|week|weekend)s? (?:of|in)(?= {YEAR}(?![\d%])))?"
    more = rf"before last|before|after|following|preceding|last(?! (?:{unit}|{season}|{weekday}|{month}))"
    # "On Friday week it fell"
    week = r"week(?: ago|(?=[,.;:)]|$| (?:the|it|they|he|she|we|when)\b| [A-Z]))"
    more_of_day = rf"(?: (?P<more>{more}|{week})(?!\w))?"
    more = rf"(?: (?P<more>{more})(?!\w))?"
    direction = "afterwards?|thereafter|"
    direction += (
        "ago|back(?=[,;.:)]|$| (?:it|he|she|we|they|on|in|at|when|the)\\b)|later|earlier|before|after|previously"
    )
    direction += "|on|hence|time|now|today(?=[.,;:!?]|$)"
    # "On the 13th Moscow vetoed it", where "on the 38th Parallel" is no day
    named_who_voted = r" (?:[A-Z][\w'’-]+,? (?:and |the )?){1,4}(?:again |once more |both |all )?"
    named_who_voted += r"(?:vetoed|voted|abstained|blocked|used|cast|killed|stood|tabled|opposed|supported)\b"
    # "On Saturday the fourth went through", where "Saturday the fourth," is a day
    few_day = rf"(?:{any_of(FEW)})(?=[,.;:)]|$| (?:it|of|at|in|we|they|he|she|and)\b)"
    other_day = any_of(set(words("ordinal_day")) - FEW)
    patterns = {
        "iso": r"(?P<year>(?:18|19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])",
        "era": rf"(?i:{_era_pattern()})",
        "day_month": rf"(?:the )?(?P<day>{_DAY})(?:(?: and | to | or |-|–)(?P<last_day>{_DAY}))?(?: of)? "
        rf"(?P<month>{month})(?!\w)(?:{of_year})?",
        "nth_weekday": rf"(?:the )?(?P<which_one>first|second|third|fourth|fifth|last|final) (?P<weekday>{weekday}) "
        rf"(?:of|in) (?P<month>{month}),? (?P<year>{YEAR})(?![\d%])",
        "ordinal_day": rf"(?:the )?(?P<ordinal>{any_of(words('ordinal_day'))})(?: day)? of (?P<month>{month})(?!\w|'s)"
        rf"(?:{of_year})?",
        "day_of_month": rf"(?:the )?(?P<ordinal>{any_of(words('ordinal_day'))}|\d{{1,2}}(?:st|nd|rd|th)) of "
        r"(?P<which_month>this|that|the same|last|the previous|the following) month",
        "weekday_day": rf"(?:the )?(?P<weekday>{weekday}),? (?:the )?(?P<ordinal>{few_day}|{other_day}|"
        rf"\d{{1,2}}(?:st|nd|rd|th))(?! (?:of|{month}|time|day|vote|veto|draft|text|resolution|round|one|"
        r"year|month|week|term|attempt|in|straight|running|consecutive|successive)\b)",
        "edge_day": r"(?:the )?(?:very )?(?P<edge>first|last|final) day of "
        rf"(?:(?P<month>{month})(?!\w|'s)(?:{of_year})?|"
        r"(?P<outer>the|this|that|the same|the old|last|the previous|the following) (?P<unit>month|year)"
        rf"|(?P<of_year>{YEAR})(?!\d))",
        "bare_day": rf"(?:{_THAT_DAY}the|(?<![^.;:\n] )The) (?P<day>\d{{1,2}}(?:st|nd|rd|th))(?=[.,;:)]|$| "
        r"(?:the|it|by|with|and|or|but|at|in|he|she|they|we|when|after|came|to|a|asking|calling|for|from|this|its|his|"
        r"got|had|was|were|found|failed|fell|passed|went|drew|won|received|took|ended|died|did|that|which|there|nobody|"
        r"no one|only|all|both|so|our|not|again|\d{3,4}(?! )|Mrs?|Ms|Sir|Dr|Lord)"
        rf"(?!\w)|{named_who_voted})",
        "spelt_day": rf"{_THAT_DAY}the (?P<ordinal>{any_of(set(words('ordinal_day')) - FEW)})(?=[.,;:)]|$| "
        rf"(?:by|the|it|with|and|but|at|he|she|they|we|when|after|came)(?!\w)|{named_who_voted})",
        "holiday": rf"(?P<holiday>{any_of(words('holiday'))})(?!\w)(?:{of_year})?",
        "slashed": r"(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})[./-](?P<year>(?:19|20)\d\d)",
        "slashed_short": r"(?P<day>\d{1,2})(?P<mark>[./])(?P<month>\d{1,2})[./](?P<short>\d\d)(?![\d%]|,\d\d\d)",
        "month_day": rf"(?P<month>{month}) (?:the )?(?P<day>{_DAY})(?:(?: and | to | or |-|–)(?P<last_day>{_DAY}))?"
        rf"(?![\d%]|[.,]\d|:\d)(?:{of_year})?",
        "month": rf"{determiner}(?P<month>{month})(?!\w){one_night}(?:{of_year}|{more})?",
        "weekend": rf"(?i:(?P<determiner>{_DETERMINER}) weekend)",
        "weekday": rf"{determiner}(?P<weekday>{weekday}|(?:{short_weekday})(?:{date_after}))(?!\w){more_of_day}",
        "season": rf"{determiner}(?P<season>{season})(?:(?: of)? (?:(?P<year>{YEAR})(?!\d)|{short})| of that year)",
        "bare_season": rf"(?i:(?P<determiner>in the|{_DETERMINER})) (?P<season>{season}){no_year}{more}",
        "near_day": r"(?i:(?P<word>the day before yesterday|yesterday|today|tonight|tomorrow|last night|"
        r"this (?:morning|afternoon|evening)|"
        r"(?:the|that) (?:(?:very )?(?:next|following|same)|previous|very) (?:morning|evening|afternoon|night)|"
        r"that (?:evening|night|morning|afternoon)|the (?:night|evening|afternoon|morning) (?:before|after)))",
        "unit": rf"(?i:(?P<determiner>{_DETERMINER}) (?P<unit>{unit}))"
        r"(?P<more> (?:before last|before|after|earlier|later|to come))?",
        "count": rf"(?i:(?P<unit>{unit})'?(?P<half> and a half)?"
        rf"(?:(?: (?:almost|nearly))? to the (?:very )?day(?= (?:{direction})\b))?(?: (?P<direction>{direction}))?)",
        "hours": rf"(?i:(?P<unit>{any_of(words('short_unit'))}) (?P<direction>later|earlier|before|after|ago))",
        "spelt_decade": rf"(?i:the (?:early |mid-|late )?(?P<spelt>{any_of(words('spelt_decade'))}))",
        "decade": r"(?i:the )?(?P<decade>(?:18|19|20)\d0)'?s",
        "fiscal": rf"(?i:fiscal(?: year)? |FY ?)(?P<year>{YEAR}|\d\d(?!\d))",
        "years": rf"(?P<year>{YEAR})(?:[-–/]|(?<=years \d\d\d\d) (?:to|through|till) )(?P<last>{YEAR}|\d\d)(?!\d)",
        "spelt_year": _spelt_year(),
        "year": rf"(?P<year>{YEAR})(?!\d)",
        "short_year": rf"(?:'|{led}(?=(?:4[5-9]|[5-9]\d)(?:{alone}))|{scored})(?P<short>\d\d)(?![\d%]|,\d\d\d)",
        "then": r"(?i:(?P<word>then|at (?:that|the) time|in those days))",
    }
    return {form: re.compile(rf"(?:{pattern})(?!\w)(?!/\w)") for form, pattern in patterns.items()}


UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
CENTURIES = ("nineteen", "twenty", "two thousand")
"""What a year in words begins with."""


def _spelt_year() -> str:
    """ "Nineteen fifty-six", "twenty fourteen", "two thousand and three"."""
    units, teens, tens = ("|".join(words) for words in (UNITS, TEENS, TENS))
    nineteen = rf"(?P<nineteen>(?:{tens})(?:[ -](?:{units}))?|{teens}|oh[ -](?:{units}))"
    twenty = rf"(?P<twenty>(?:twenty)(?:[ -](?:{units}))?|{teens})"
    thousand = rf"(?P<thousand>(?:{tens})(?:[ -](?:{units}))?|{teens}|{units})"
    return rf"(?i:nineteen[ -]{nineteen}|twenty[ -]{twenty}|two thousand(?: and)? {thousand})"


def _era_pattern() -> str:
    days, others = (
        any_of(
            phrase for row in rows("eras.csv") if (row["yearly"] == "yes") is yearly for phrase in phrases(row["words"])
        )
        for yearly in (True, False)
    )
    no_year = rf"(?!\w)(?!\.?,? ?{YEAR})"
    back_then = r" (?:of )?last year|,? (?:one|two|three|four|five|ten|\d+) years ago"
    return (
        r"(?P<role>ever since|since|after|before|prior to|until|till|during|throughout|by|in|when|"
        r"at the time of) "
        r"(?:(?P<edge>the end|the close|the start|the beginning|the outbreak) of )?"
        rf"(?P<era>(?:{days})(?!{back_then})|{others}){no_year}"
        rf"(?:(?:'s)? (?P<verb>ended|was over|end|began|broke out|started))?(?:,?(?:{back_then})\b)?"
    )


_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
OPENINGS = (
    "this", "the", "that", "last", "past", "same", "next", "coming", "ever", "since", "after", "before", "prior",
    "until", "till", "during", "throughout", "by", "in", "when", "at", "then", "first", "second", "third", "fourth",
    "fifth", "final", "yesterday", "today", "tonight", "tomorrow", "fiscal", "fy", "'", "nineteen", "twenty", "two",
)  # fmt: skip
"""What the forms may begin with, besides digits and the words of the tables."""


NEAR_DAYS = ("weekend", "yesterday", "today", "tonight", "tomorrow", "morning", "afternoon", "evening", "night")
BACK_THEN = ("then", "time", "days")
"""Words for times near the day that is spoken of."""


@cache
def anchors() -> Scanner:
    """All forms in one alternation; the name of the group that matched is the form's."""
    each = "|".join(f"(?P<{form}>{re.sub(r'[?]P<[a-z_]+>', '?:', p.pattern)})" for form, p in forms().items())
    kinds = (
        "month", "month_short", "weekday", "weekday_short", "season", "unit", "short_unit", "ordinal_day", "holiday",
    )  # fmt: skip
    return Scanner(
        re.compile(rf"(?<!\w)(?<![/$€£@#])(?<!\d[.,:])(?:{each})"),
        (*OPENINGS, *(word for kind in kinds for word in words(kind))),
    )


FEW = frozenset(("first", "second", "third", "fourth", "fifth"))
"""Ordinals that may count texts or votes as well as days."""


def may_stand_in(text: str, words: frozenset[str]) -> bool:
    """Whether a sentence, of these words in lower case, can hold an expression of time."""
    return not _telling().isdisjoint(words) or _DIGIT.search(text) is not None


@cache
def _telling() -> frozenset[str]:
    """The words of which any form has one, where it has no digit."""
    kinds = (
        "month", "month_short", "weekday", "weekday_short", "season", "unit", "short_unit", "holiday", "spelt_decade",
        "ordinal_day",
    )  # fmt: skip
    phrases_of_time = (
        *NEAR_DAYS,
        *BACK_THEN,
        *CENTURIES,
        *eras_by_words(),
        *(phrase for kind in kinds for phrase in words(kind)),
    )
    return frozenset(_WORD.findall(phrase.lower())[-1] for phrase in phrases_of_time)


@cache
def in_another_case() -> re.Pattern[str]:
    """Names of days and months in capitals, as in a story's first words, or in the small letters of a chat; those that
    are words besides only where what stands beside them says that they are months.
    """
    words_too = words("month_also_small_word").keys()
    names = [name for name in (*words("month"), *words("weekday")) if name not in words_too]
    plain = any_of([form for name in names for form in (name.upper(), name.lower())])
    short = [name.lower() for name in words("month_short") if not name.endswith(".")]
    cued = any_of([*(form for name in words_too for form in (name.upper(), name.lower())), *short])
    cues = r"\d |\dst |\dnd |\drd |\dth |\bin |\bsince |\buntil |\blast |\bof "
    behind = "|".join(f"(?<={cue})" for cue in cues.split("|"))
    day = r",? (?:'?\d{1,2}(?:[,.;:)]|\Z| (?:19|20)\d\d)|(?:19|20)\d\d\b)"
    shouted = any_of([name.upper() for name in words("month_short")])
    headed = rf"(?:{shouted})(?= \d{{1,2}}(?:[,.;:)]|\Z))"  # "AUG. 27, 1998: …", as lists of dates are headed
    dated = rf"(?:{any_of(short)})(?= (?:4[5-9]|[5-9]\d)\b)"  # "sept 72"
    return re.compile(rf"(?<![\w-])(?:{plain}|{headed}|{dated}|(?:{behind})(?:{cued})|(?:{cued})(?={day}))(?![\w-])")


@cache
def eras_by_words() -> dict[str, str]:
    return {phrase.lower(): row["era"] for row in rows("eras.csv") for phrase in phrases(row["words"])}


@cache
def role_before() -> re.Pattern[str]:
    """A role word at the end of a window; in lower case."""
    return re.compile(rf"(?<!\w)(?P<role>{any_of(words('role'))})[ ]?\Z")


@cache
def role_of_what_happened() -> re.Pattern[str]:
    """ "After the attack of", "since the invasion on": the role of a date by which something else is dated; in lower
    case, at the end of a window.
    """
    return re.compile(
        r"(?<!\w)(?P<role>after|since|following|before|until) (?:the|its|their|his|her|that|an?) "
        r"(?:(?!vote|veto|resolution|draft|text|adoption|meeting|session|council|assembly|security |general |committee)"
        r"[\w'’-]+ ){1,2}(?:of|on) (?:the )?\Z"
    )


@cache
def part_before() -> re.Pattern[str]:
    """A word for a part of the time at the end of a window; in lower case."""
    return re.compile(rf"(?<!\w)(?:the )?(?P<part>{any_of(words('part'))})[ ]?\Z")


@cache
def count_before() -> re.Pattern[str]:
    """A number, exact or vague, and the words that frame it, at the end of a window; in lower case."""
    vague = any_of(words("vague_count"))
    number = rf"(?:(?:{any_of(words('count'))})(?:-[a-z]+)?|\d{{1,4}})"
    return re.compile(
        r"(?<!\w)(?P<frame>(?:in|within|over|inside) the (?:space|course|span) of|inside of|"
        r"(?:(?:in|over|within|during|for|after) )?the (?:past|last|next|coming|first)|"
        r"in|inside|over|within|during|for|after|last|past|next|the|those|these)?"
        rf"(?: ?(?:just|only|almost|nearly|about|some|more than|over|barely|exactly|around|less than|under))? ?"
        rf"(?<![\w-])(?P<count>{number}|{vague}) (?:single )?\Z"
    )
