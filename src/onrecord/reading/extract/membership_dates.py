"""Which of a sentence's dates go with what it says of a seat: "sat there in 1990 and 1991", "Chad's last month"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.membership_state import Hit
from onrecord.reading.parsed import Sentence

NEAR_DATES = 8
"""Characters between how often a seat was held and when."""
FIRST_SINCE = re.compile(r"\b(?:first|last|only one)(?: (?:seat|time|term|turn|spell))? $")
"""In front of "since 1972", which then tells of an earlier term."""


def last_days(text: str, hit: Hit) -> bool:
    """ "Chad's last month on the Council", which names no month."""
    return hit.form == "end" and _LAST_DAYS.match(text, hit.start) is not None


def _both_years(sentence: Sentence, dated: list[Chunk]) -> tuple[DateMention | None, int]:
    """ "In 1990 and 1991" names the two years of a term; a date by itself is that alone."""
    first, mention = dated[0], dated[0].date
    if mention is not None and len(dated) > 1 and mention.until is None and mention.role == "at":
        other = dated[1].date
        joined = sentence.text[first.end - sentence.start : dated[1].start - sentence.start] == " and "
        years = [m.year for m in (mention, other) if m is not None and m.form == "calendar" and m.month is None]
        if joined and other is not None and len(years) == 2 and years[0] and years[1] == years[0] + 1:
            return replace(mention, role="between", until=other), dated[1].end - sentence.start
    return mention, first.end - sentence.start


_LAST_DAYS = re.compile(r"(?:'s|s'|its|their|our) (?:last|final) \w+", re.IGNORECASE)
_OF_A_NOUN = re.compile(r"(?:(?<!Council)(?<!members) of|'s) $")
"""Before a date that belongs to a noun: "Brazil, an abstainer of October, is no longer there"."""
_IN_APPOSITION = re.compile(r", (?:a|an|the|itself|once|also) [^,;:]{0,40}$", re.IGNORECASE)
"""Before a date that belongs to what is thrown in: "Cyprus, a member of the UN since 1960, has never sat there"."""
_RELATIVE = re.compile(r", (?:which|who|whose)\b[^,;:]*$")


def _in_a_relative(text: str, start: int, end: int, hit: int) -> bool:
    """ "Chad, which last sat there in 2014, takes over from Togo": a date of what is thrown in before the predicate."""
    return text.startswith(",", end) and end < hit and _RELATIVE.search(text[:start]) is not None


_ENDS = re.compile(r"\s*(?:[.,;:)]|\Z)")
_JOINED = re.compile(r"(?:,|,? and|,)(?: again| then| finally| later)?(?: in| for| from)? (?:the (?:single )?year )?")


def other_times(sentence: Sentence, hit: Hit, date: DateMention | None) -> tuple[DateMention, ...]:
    """ "In 1979-80 and in 2000-01", "twice, in 1977-78 and again in 2001": the other times that are told together."""
    run: list[Chunk] = []
    for chunk in sentence.dates:
        mention = chunk.date
        if mention is None or mention.form != "calendar" or mention.role not in ("at", "between"):
            continue
        gap = sentence.text[run[-1].end - sentence.start : chunk.start - sentence.start] if run else ""
        if run and not _JOINED.fullmatch(gap.rstrip() + " "):
            if any(c.date is date for c in run):
                break
            run = []
        run.append(chunk)
    told = [c.date for c in run if c.date is not None]
    if hit.form == "only":
        return (date,) if date is not None and date.form == "calendar" else ()
    if hit.form == "times":
        near = bool(run) and abs(run[0].start - sentence.start - hit.end) < NEAR_DATES
        return tuple(told) if near and (len(told) == hit.quantity or _by_both_years(told, hit.quantity)) else ()
    ends = bool(run) and _ENDS.match(sentence.text, run[-1].end - sentence.start) is not None
    years = (m for m in told if m is not date and (m.role == "between" or (ends and m.year and m.month is None)))
    return tuple(years) if any(m is date for m in told) else ()


def _by_both_years(told: list[DateMention], terms: int | None) -> bool:
    """ "Twice, in 1977 and 1978 and again in 2001 and 2002": each term by both of its years."""
    pairs = list(zip(told[::2], told[1::2], strict=False))
    return len(told) == 2 * (terms or 0) and all(
        one.year is not None and then.year == one.year + 1 for one, then in pairs
    )


_WITH_THE_MONTH = re.compile(r",? (?:along )?with (?:the|that|this) (month|year)\b(?!'s)")
"""Behind what says that a term ends: the month, or year, that the text is at."""
_UP_TO = re.compile(r"\b(?:since|until|till|from|through)\s*\Z")
"""At the end of what is thrown in, whose time must follow: ", a member until the end of the year before"."""
_ENDED = re.compile(r"(?:ed|ran out|was up|was over|\bdidn't|\bdid)\b")


def date_of(sentence: Sentence, hit: Hit) -> tuple[DateMention | None, int]:
    """The date that goes with the predicate: the first close after it, else the last before it; and where it ends."""
    if hit.form == "end" and (match := _WITH_THE_MONTH.match(sentence.text, hit.end)) is not None:
        past = _ENDED.search(sentence.text, max(0, hit.start - len(" did not ")), hit.end) is not None
        month = DateMention(match.start(1), match.end(), "unit", unit=match[1], part="end", from_context=past)
        return month, match.end()
    reach = 8 if sentence.text[hit.start] == "," and not _UP_TO.search(sentence.text, hit.start, hit.end) else 45
    after = [
        c
        for c in sentence.dates
        if (hit.end if hit.form == "year" or last_days(sentence.text, hit) else hit.start)
        <= c.start - sentence.start
        <= hit.end + reach
        and (hit.form == "again" or not FIRST_SINCE.search(sentence.text[: c.start - sentence.start]))
        and not c.lower.endswith(" on")  # "Togo, ten years on, is there again"
    ]
    if after and not re.search(
        r"[;:]|,.{12}|\band (?:its|their|the|has|have)\b", sentence.text[hit.end : after[0].start - sentence.start]
    ):
        return _both_years(sentence, after)
    if sentence.text[hit.start] == "," and not sentence.text[hit.start : hit.end].lower().startswith(
        (", then", ", now")
    ):
        return None, hit.end
    before = [
        c
        for c in sentence.dates
        if c.end - sentence.start <= hit.start
        and not c.lower.endswith(" on")
        and not FIRST_SINCE.search(sentence.text[: c.start - sentence.start])
        and not _OF_A_NOUN.search(sentence.text[: c.start - sentence.start])
        and not _IN_APPOSITION.search(sentence.text[: c.start - sentence.start])
        and not _in_a_relative(sentence.text, c.start - sentence.start, c.end - sentence.start, hit.start)
    ]
    if before and last_days(sentence.text, hit) and (before[-1].date is None or before[-1].date.form != "calendar"):
        return None, hit.end  # "Tomorrow is their last day there"
    if before and not re.search(r"[;:]", sentence.text[before[-1].end - sentence.start : hit.start]):
        return before[-1].date, hit.end
    return None, hit.end
