"""The time over which a clause counts, and when the act that an ordinal numbers took place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.acts import CLAUSE_ENDS
from onrecord.reading.extract.stretches import MOVES, Stretch
from onrecord.reading.parsed import Sentence

ROUNDED_FROM = 5
"""So many years and more are told in round figures."""
HALF_A_YEAR = 6
_TERM = re.compile(
    r"^(?:this|its current|their current|its present|during its|in its|in this|over its|in their)(?: \w+)? "
    r"(?:term|stint|years|mandate on)\b"
)
OPENS_TERM = ("this", "its", "their", "during", "in", "over")
YEARS = (1945, 2100)
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
STRETCHES = ("span", "unit", "decade", "season", "fiscal", "era")
SINCE_REACH = 10
BETWEEN_REACH = 18
"""Chunks from "between" to the second of two acts that are each told with more than a date."""
AND_BACK = 8


@dataclass(frozen=True, slots=True)
class Times:
    period: tuple[DateMention, ...] = ()
    at: tuple[DateMention, ...] = ()
    since: str = ""
    since_chunks: frozenset[int] = frozenset()
    """Chunks of what is said behind "since", which tell of the time and not of the subject."""


def times(sentence: Sentence, stretch: Stretch, ordinal: bool) -> Times:
    """Dates that bound the counting, and those at which the numbered act took place."""
    chunks = sentence.chunks
    period: list[DateMention] = []
    at: list[DateMention] = []
    shared_year = _shared_year(chunks, stretch)
    told: set[int] = set()
    for index in range(_behind_reporting(chunks, stretch), stretch.last + 1):
        mention = (
            _first_years(chunks, index)
            or chunks[index].date
            or _span(chunks, index)
            or _ages(chunks, index)
            or bare_year(chunks, index)
            or _named(chunks, index)
        )
        if mention is not None and _left_out(chunks, index, mention):
            period.append(replace(mention, role="before"))
            continue
        if mention is None or _tells_when(chunks, index, mention, stretch) or _aside(chunks, index, stretch):
            continue
        mention = _rounded(chunks, index, mention)
        if index > 1 and chunks[index - 1].lower == "to" and chunks[index - 2].lower.endswith(LASTS):
            mention = _up_to(mention, chunks[index - 2].date)
            period = [d for d in period if d.form not in ("unit", "span")]
        if mention.form == "calendar" and mention.year is None and index in shared_year:
            mention = replace(mention, year=shared_year[index])
        moved = _moved(chunks, index, stretch.first)
        if moved is not None:
            told.update(range(moved, index + 1))
            role = MOVES.get(chunks[moved].lower, "until")
            if role == "between":
                second = any(c.has("and") for c in chunks[index - AND_BACK : index])
                role = "until" if period and period[-1].role == "since" and second else "since"
            period.append(replace(mention, role=role if mention.role == "at" else mention.role))
        elif mention.role != "at" or not ordinal or _bounds_ordinal(chunks, index, stretch.head, mention):
            period.append(mention)
        else:
            at.append(mention)
    since, behind = _since_words(chunks, stretch, told)
    if not since and any(
        chunks[i].lower.startswith(OPENS_TERM) and _TERM.search(" ".join(c.lower for c in chunks[i : i + 4]))
        for i in range(stretch.first, stretch.last + 1)
    ):
        since = "its term"
    return Times(tuple(period), tuple(at), since, frozenset(told | behind))


AGES = {"decades": (20, "year"), "years": (2, "year"), "months": (2, "month"), "weeks": (2, "week")}
"""The least that "in decades" or "in years" says."""


def _ages(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "Its first resolution on Burma in decades", "has not vetoed anything in years"."""
    told = AGES.get(chunks[at].lower)
    if told is None or at == 0 or chunks[at - 1].lower not in ("in", "for"):
        return None
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    if behind is not None and behind.is_word and not behind.has("and", "but", "preposition"):
        return None
    if behind is not None and behind.lower in ("of", "to"):
        return None  # "in years of war", "in years to come"
    return DateMention(chunks[at - 1].start, chunks[at].end, "span", unit=told[1], count=told[0])


def _behind_reporting(chunks: list[Chunk], stretch: Stretch) -> int:
    """Past "Your leader of 20 September says that", whose date is that of what is said."""
    for index in range(stretch.first, stretch.head - 1):
        if chunks[index].has("reporting") and (
            chunks[index].lower.endswith(" that") or chunks[index + 1].lower == "that"
        ):
            return index + 1
    return stretch.first


def _shared_year(chunks: list[Chunk], stretch: Stretch) -> dict[int, int]:
    """ "On 25 February and 30 September 2022": the year of the second is the first's."""
    found: dict[int, int] = {}
    for index in range(stretch.first, stretch.last - 1):
        one, other = chunks[index].date, chunks[index + 2].date
        if (
            one is not None
            and other is not None
            and chunks[index + 1].lower in ("and", "or", ",")
            and other.year is not None
        ):
            found[index] = other.year
    return found


FIRST_YEAR = 1946
"""In which the Security Council and the General Assembly first met."""
BODIES = ("council", "assembly", "body", "organisation", "organization", "un", "u.n.", "nations", "its", "the")
"""Whose first years are those of the United Nations."""


def _first_years(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "In its first ten years", "the Council's first decade": from 1946; of others, it cannot be told here."""
    chunk, number = chunks[at], chunks[at].number
    said = chunk.lower.split()
    whole = chunk.date is not None and chunk.date.form == "span" and "first" in said
    first = at if whole else next((i for i in (at - 1, at - 2) if i > 0 and chunks[i].lower in ("first", "opening")), 0)
    following = chunks[at + 1].lower if at + 1 < len(chunks) else ""
    decade = "decade" in said
    counted = number is not None and number.integer is not None and not number.ordinal and following == "years"
    if whole and chunk.date is not None:
        count = chunk.date.count or 0 if chunk.date.unit == "year" else 0
    else:
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


def _span(chunks: list[Chunk], at: int) -> DateMention | None:
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
    return DateMention(number.start, number.end, "span", count=number.integer, unit=unit) if unit is not None else None


DECADES = {
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
    "noughties": 2000,
}


def _decade(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "In the eighties"."""
    year = DECADES.get(chunks[at].lower)
    if year is None or not at or chunks[at - 1].lower not in ("the", "early", "late"):
        return None
    return DateMention(chunks[at].start, chunks[at].end, "decade", year=year)


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
    for words, count in CENTURIES.items():
        if chunks[at].lower != words[0] or tuple(c.lower for c in chunks[at : at + len(words)]) != words:
            continue
        if count % 25 == 0 or any(c.lower in ("for", "in", "within") for c in chunks[max(0, at - 5) : at]):
            return DateMention(chunks[at].start, chunks[at].end, "span", count=count * ABOUT, unit="month")
    return None


ABOUT = 11
"""Months of each year of a time told in parts of a century, which nobody counts to the month."""


def _named(chunks: list[Chunk], at: int) -> DateMention | None:
    return _season(chunks, at) or _decade(chunks, at) or _century(chunks, at) or _of_the_year(chunks, at)


def _of_the_year(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "Its seventh veto of the year in the Council"."""
    if chunks[at].lower != "year" or [c.lower for c in chunks[max(0, at - 2) : at]] != ["of", "the"]:
        return None
    return DateMention(chunks[at].start, chunks[at].end, "unit", unit="year")


def _season(chunks: list[Chunk], at: int) -> DateMention | None:
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


def _aside(chunks: list[Chunk], at: int, stretch: Stretch) -> bool:
    """Whether a date stands in a relative clause between commas: "Malta, which leaves today, has never …"."""
    if at >= stretch.head:
        return False
    opening = next((i for i in range(at, stretch.first, -1) if chunks[i].text == ","), None)
    closing = any(chunks[i].text == "," for i in range(at, stretch.head))
    return opening is not None and closing and chunks[opening + 1].has("relative")


LASTS = ("year", "years", "months", "decade", "decades")


def _up_to(end: DateMention, lasting: DateMention | None) -> DateMention:
    """ "In the decade to 2020", "in the five years to 2015"; "in the year to June"."""
    count = lasting.count or 1 if lasting is not None else 0
    length = count * (10 if lasting is not None and lasting.unit == "decade" else 1)
    if lasting is None or lasting.unit not in ("year", "decade") or end.year is None or end.month or length <= 1:
        return replace(end, role="until")
    return replace(end, role="between", year=end.year - length + 1, until=replace(end, role="at"))


LEAVING_OUT = ("before", "until", "prior to", "ahead of", "excluding", "without", "discounting")


def _left_out(chunks: list[Chunk], at: int, mention: DateMention) -> bool:
    """ "Before Tuesday's vote", "not counting yesterday's": the vote of that day is none of those counted."""
    if mention.form not in ("weekday", "day") or mention.role != "at" or not at:
        return False
    before = chunks[at - 1]
    owns = at + 1 < len(chunks) and chunks[at + 1].lower == "'s"
    return owns and (before.has("exception") or before.lower in LEAVING_OUT)


def _tells_when(chunks: list[Chunk], at: int, mention: DateMention, stretch: Stretch) -> bool:
    """ "With Wednesday's vote", "has on Monday vetoed": the day of the vote, and not the time over which is counted."""
    if mention.form not in ("weekday", "day") or mention.role != "at":
        return False
    if at + 1 < len(chunks) and chunks[at + 1].lower == "'s":
        return True
    return (
        any(c.lower in ("has", "have", "had") for c in chunks[stretch.first : stretch.head])
        and mention.form == "weekday"
    )


def _rounded(chunks: list[Chunk], at: int, mention: DateMention) -> DateMention:
    """ "In almost ten years", "for 35 years": as many months as the words need, years being rounded."""
    if mention.form != "span" or mention.unit != "year" or mention.count is None or mention.count < ROUNDED_FROM:
        return mention
    before = " ".join(c.lower for c in chunks[max(0, at - 4) : at + 1])
    if any(word in before for word in ("more than", "over", "at least", "fully", "last", "past", "previous")):
        return mention
    short = any(word in before for word in ("almost", "nearly", "close to", "just under"))
    return replace(mention, count=mention.count * 12 - (mention.count if short else HALF_A_YEAR), unit="month")


def is_year(chunk: Chunk) -> bool:
    """Four figures that can only be a year of the United Nations' time."""
    number = chunk.number
    return (
        number is not None
        and not number.ordinal
        and len(chunk.text) == 4
        and chunk.text.isdigit()
        and YEARS[0] <= number.value <= YEARS[1]
    )


def bare_year(chunks: list[Chunk], at: int) -> DateMention | None:
    """A year that stands by itself between commas or before a colon: "a lean year, 2025: …"."""
    chunk = chunks[at]
    if not is_year(chunk) or chunk.number is None or (at > 0 and chunks[at - 1].has("cite")):
        return None
    following = chunks[at + 1].text if at + 1 < len(chunks) else "."
    if following in ("and", "or") and at + 2 < len(chunks) and is_year(chunks[at + 2]):
        following = ","
    if (at == 0 or chunks[at - 1].text == ".") and following.lower() in ("saw", "brought", "had", "witnessed", "was"):
        following = ","
    return (
        DateMention(chunk.number.start, chunk.number.end, "calendar", year=int(chunk.text))
        if following in (",", ":", ".", ")", ";")
        else None
    )


def _moved(chunks: list[Chunk], at: int, floor: int) -> int | None:
    """The "since" whose clause the date dates: "since Norway joined the Council in January 2021"."""
    mention = chunks[at].date
    if mention is None or mention.role != "at" or mention.form == "span":
        return None
    if at >= floor + 3 and mention.form == "decade" and [c.lower for c in chunks[at - 3 : at]][:2] == ["end", "of"]:
        return at - 3
    for position in range(at - 1, max(at - BETWEEN_REACH, floor) - 1, -1):
        chunk = chunks[position]
        if at - position > SINCE_REACH and chunk.lower != "between":
            continue
        if (chunk.text in CLAUSE_ENDS and chunk.text != "(") or chunk.text == ",":
            return None
        if chunk.lower == "to" and position > floor and chunks[position - 1].lower in ("down", "up"):
            return position
        if chunk.lower in MOVES:
            return (
                position
                if chunk.lower == "between" or not any(c.date is not None for c in chunks[position:at])
                else None
            )
    return None


def _bounds_ordinal(chunks: list[Chunk], at: int, head: int, mention: DateMention) -> bool:
    """Whether a date says within which time an ordinal counts ("of the year", "in 2024"), not when the act was."""
    if mention.form in STRETCHES and not (mention.form == "unit" and mention.unit == "day"):
        return mention.form != "unit" or mention.unit != "week" or chunks[at - 1].lower in ("of", "in")
    if at < head or mention.form != "calendar" or mention.day is not None:
        return False
    between = chunks[head + 1 : at]
    return not any(c.text == "," or c.has("verb", "be") or c.lower == "came" for c in between)


def _since_words(chunks: list[Chunk], stretch: Stretch, told: set[int]) -> tuple[str, set[int]]:
    """What "since" says without a date: "since the war began", "since taking office"; "of the new century"."""
    for position in range(stretch.first, stretch.last):
        if chunks[position].lower in ("new", "this", "21st", "twenty-first") and chunks[position + 1].lower in (
            "century",
            "millennium",
        ):
            return f"{chunks[position].lower} {chunks[position + 1].lower}", {position, position + 1}
    for position in range(stretch.first, stretch.last + 1):
        if chunks[position].lower not in OPENS_THEN:
            continue
        spelled = tuple(c.lower for c in chunks[position : position + len(FROM_THEN[0])])
        length = next((len(words) for words in FROM_THEN if spelled[: len(words)] == words), 0)
        if length or _after_that(chunks, position):
            return "that day", set(range(position, position + (length or TWO)))
    for position in range(stretch.first, stretch.last + 1):
        if chunks[position].lower == "since" and position not in told and chunks[position].date is None:
            if [c.lower for c in chunks[position + 1 : position + 2]] == ["long"]:
                continue  # "the quietest year since long"
            if position == stretch.last or chunks[position + 1].text in (",", ".", ")"):
                return "that day", {position}  # "has not done so since"
            if position + 2 < len(chunks) and _season(chunks, position + 2) is not None:
                continue
            last = position
            while (
                last < stretch.last
                and chunks[last + 1].text not in (",", ".")
                and last - position < 9
                and not _done_since(chunks, position, last)
            ):
                last += 1
            behind = chunks[position + 1 : last + 1]
            if any(c.date is not None and c.date.role == "since" for c in behind):
                return "", set(range(position, last + 1))  # "since the Bangladesh affair of 1972": its date says when
            return " ".join(c.text for c in behind), set(range(position, last + 1))
    return "", set()


FROM_THEN = (("from", "that", "day"), ("from", "that", "moment"), ("from", "that", "vote"), ("from", "then"),
             ("ever", "since"), ("thereafter",))  # fmt: skip
OPENS_THEN = frozenset({"after", *(words[0] for words in FROM_THEN)})
TWO = 2


def _after_that(chunks: list[Chunk], at: int) -> bool:
    """ "After that nobody …": a time, and not "after that vote"."""
    if [c.lower for c in chunks[at : at + TWO]] != ["after", "that"] or at + TWO >= len(chunks):
        return False
    following = chunks[at + TWO]
    return following.text == "," or following.has(
        "nobody", "member", "council", "pronoun_member", "negation", "not_one"
    )


BEGINNINGS = (
    "began",
    "begun",
    "started",
    "erupted",
    "ended",
    "collapsed",
    "fell",
    "dissolved",
    "founded",
    "created",
    "out",
    "office",
    "power",
    "elected",
    "inaugurated",
)


def _done_since(chunks: list[Chunk], since: int, at: int) -> bool:
    """Whether what "since" says is complete at this chunk: "since the war began | the United States …"."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if (
        at > since
        and chunks[at].lower in BEGINNINGS
        and (following is None or following.lower not in ("apart", "under"))
    ):
        return True
    named = following is not None and (
        following.has("member") or (following.lower == "the" and at + 2 < len(chunks) and chunks[at + 2].has("member"))
    )
    return at > since + 1 and named and not chunks[at].has("preposition", "of_adjective")
