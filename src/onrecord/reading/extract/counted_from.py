"""From when and until when something is counted, where its own words leave that to what was told before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import THAT_DAY, Acts, Count, Generalisation
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.counted_times import bare_year, is_year
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Sentence

SENTENCES_BACK = 2
"""Sentences in which what was counted, or when, is remembered."""
Told = TypeVar("Told", bound=Count | Generalisation)


def last_day(chunks: list[Chunk]) -> DateMention | None:
    """The last day of a known year among the chunks."""
    days = (c.date for c in reversed(chunks) if c.date is not None and c.date.form == "calendar")
    return next((d for d in days if d.day is not None and d.year is not None and d.role == "at"), None)


def years_named(chunks: list[Chunk]) -> list[DateMention]:
    """Every year named among the chunks, also that of a day."""
    dates = [
        c.date or bare_year(chunks, i)
        for i, c in enumerate(chunks)
        if c.date is not None or (c.number is not None and is_year(c))
    ]
    calendar = (d for d in dates if d is not None and d.form == "calendar" and d.year is not None)
    return [DateMention(d.start, d.end, "calendar", year=d.year) for d in calendar]


def _that_year(claim: Told, sentence: Sentence, discourse: Discourse) -> DateMention | None:
    """ "American vetoes of 1976: six. France vetoed twice that year": the one year named shortly before."""
    here = years_named([c for c in sentence.chunks if c.end <= claim.start])
    for reach in (YEAR_BACK, SENTENCES_BACK):
        near = [*(year for index, year in discourse.years if sentence.index - index <= reach), *here]
        if len({year.year for year in near}) == 1:
            return near[-1]
    return None


def _since_then(claim: Told, sentence: Sentence, discourse: Discourse) -> Told:
    """ "The last British one? 23 December 1989. The French have not used theirs since that day": from the day named."""
    own = claim.acts
    if any(d.form == "span" and d.from_context and d.role == "between" for d in own.period):
        named = [c.date for c in sentence.chunks if c.end <= claim.start and c.date is not None and c.date.year]
        return replace(claim, acts=replace(own, told_from=named[-1])) if named and own.told_from is None else claim
    bare = own.since == THAT_DAY or any(d.form == "then" and d.role == "since" for d in own.period)
    then = bare or any(d.from_context and d.unit == "day" and not d.step for d in own.period)
    if any(d.from_context and d.form == "unit" and d.unit == "month" and not d.step for d in own.period):
        # "Its last was in March 1997. That month there were two"
        month = (
            discourse.told_of if discourse.told_of is not None and sentence.index - discourse.told_of[0] <= 1 else None
        )
        return replace(claim, acts=replace(own, told_from=month[1])) if month is not None else claim
    if any(d.from_context and d.form == "unit" and d.unit == "year" and not d.step for d in own.period):
        year = _that_year(claim, sentence, discourse)
        return replace(claim, acts=replace(own, told_from=year)) if year is not None else claim
    if not then or own.told_from is not None:
        return claim
    day = last_day([c for c in sentence.chunks if c.end <= claim.start])
    if day is None and discourse.dated is not None and sentence.index - discourse.dated[0] <= SENTENCES_BACK:
        day = discourse.dated[1]
    if day is not None:
        return replace(claim, acts=replace(own, told_from=day))
    if bare and (told := _told_last(claim, sentence, discourse)) is not None:
        # "Its last was in December 1989. It has cast none since"
        return replace(claim, acts=replace(own, told_from=told))
    return claim


def _told_last(claim: Told, sentence: Sentence, discourse: Discourse) -> DateMention | None:
    """The month, or else the one year, named last before the claim and no earlier than in the sentence before."""
    near = [c.date for c in sentence.chunks if c.end <= claim.start and c.date is not None]
    if named := [d for d in near if d.form == "calendar" and d.year is not None and d.role == "at"]:
        return named[-1]
    if (told := discourse.told_of) is not None and sentence.index - told[0] <= 1:
        return told[1]
    years = {year.year: year for index, year in discourse.years if sentence.index - index <= 1}
    return next(iter(years.values())) if len(years) == 1 else None


YEAR_BACK = 6
AFTERWARDS = ("again", "after", "afterwards", "thereafter", "afterward", "any more", "anymore")


def _never_again(claim: Told, sentence: Sentence, discourse: Discourse) -> Told:
    """ "In 1993 it abstained, and never after on Libya": after the time named last, else after the vote spoken of."""
    own = claim.acts
    inside = [c for c in sentence.chunks if claim.start <= c.start < claim.end]
    bounded = own.since or any(d.role in ("since", "after", "between") for d in own.period)
    again = any(c.lower in AFTERWARDS for c, n in zip(inside, [*inside[1:], None], strict=True)
                if c.lower != "after" or n is None or not n.is_word or n.has("preposition"))  # fmt: skip
    if not isinstance(claim, Generalisation) or claim.form != "never" or bounded or not again:
        return claim
    if len(own.members.named) > 1 and any(c.lower == "they" for c in inside):
        own = replace(own, together=True)  # "vetoed the same text, and not until 2007 that they did it again"
    before = [c.date for c in sentence.chunks if c.end <= claim.start and c.date is not None]
    named = [d for d in before if d.form == "calendar" and d.year is not None]
    if not named and discourse.dated is not None and sentence.index - discourse.dated[0] <= SENTENCES_BACK:
        named = [discourse.dated[1]]
    if named:
        return replace(claim, acts=replace(own, period=(*own.period, replace(named[-1], role="after"))))
    return replace(claim, acts=replace(own, since=THAT_DAY))


def _before_that(claim: Told, sentence: Sentence, discourse: Discourse) -> Told:
    """ "As they had in January 2007. Before that they had not done so since 1972", "In 2022 …. Before that it had cast
    26": before the time just named.
    """
    opening = " ".join(c.lower for c in sentence.chunks[:3])
    if not opening.startswith(BEFORE_THAT):
        return claim
    told, counted = discourse.told_of, discourse.counted
    dated = told[1] if told is not None and sentence.index - told[0] == 1 else None
    if isinstance(claim, Generalisation) and counted is not None and sentence.index - discourse.counted_in == 1:
        # "The fourth time since 2007 that they had. Before that they had not done it since 1972"
        dated = next((d for d in counted.period if d.form == "calendar" and d.role == "since"), dated)
    if isinstance(claim, Count):
        acts = claim.acts
        if acts.period or acts.since or acts.tenure or claim.ordinal is not None or acts.what != "veto":
            return claim
        years = {year.year: year for index, year in discourse.years if sentence.index - index == 1}
        dated = dated or (next(iter(years.values())) if len(years) == 1 else None)
    if dated is None or (isinstance(claim, Generalisation) and claim.form != "never"):
        return claim
    own = [d for d in claim.acts.period if d != dated]
    return replace(claim, acts=replace(claim.acts, period=(*own, replace(dated, role="before"))))


BEFORE_THAT = ("before that", "until then", "till then", "before then", "up to then", "prior to that")
PERFECT = ("has", "have", "'ve", "hasn't", "haven't")


def framed(claim: Told, sentence: Sentence, discourse: Discourse) -> Told:
    """ "By the end of 1965 …. The United States had cast none": the pluperfect tells of the time up to which the words
    before counted.
    """
    claim = _since_then(
        _never_again(_before_that(claim, sentence, discourse), sentence, discourse), sentence, discourse
    )
    claim = _in_the_same_time(claim, sentence, discourse)
    own = claim.acts
    frame = tuple(d for d in own.period if d.role in ("until", "before"))
    if frame:
        discourse.frame, discourse.frame_in = replace(own, period=frame), sentence.index
        return claim
    said = {c.lower.split(" ")[0] for c in sentence.chunks if claim.start <= c.start < claim.end}
    had = "had" in said
    if (opens := _opening_since(sentence, claim)) is not None and not had:
        claim = replace(claim, acts=replace(claim.acts, period=(opens,)))
    if not said.isdisjoint(PERFECT) and not had:
        claim = replace(claim, acts=replace(claim.acts, up_to_now=True))
        own = claim.acts
    if had and own.period and all(d.role in ("since", "after") for d in own.period):
        return replace(claim, acts=replace(own, by_then=True))  # "had used it only twice since the war"
    if own.period or own.since or own.tenure is not None or not had:
        return claim
    if discourse.frame is None or sentence.index - discourse.frame_in > SENTENCES_BACK:
        return replace(claim, acts=replace(own, by_then=True))
    discourse.frame_in = sentence.index
    return replace(claim, acts=replace(own, period=discourse.frame.period))


SAME_TIME = re.compile(
    r"\b(?:in|over|during|within|for|throughout) (?:all )?(?:the same|that|those|this same|that same) "
    r"(?:\w+ )?(?:time|period|years|stretch|span|decades?|interval|months|weeks)\b|\bin the meantime\b|\bin between\b",
    re.IGNORECASE,
)


def _in_the_same_time(claim: Told, sentence: Sentence, discourse: Discourse) -> Told:
    """ "Since 1990 Russia has cast 30. In the same time Britain has cast none": over what was counted before."""
    own = claim.acts
    if own.period or own.since or own.tenure is not None or own.last is not None:
        return claim
    first = max(0, claim.start - sentence.start - FRONTED)
    if SAME_TIME.search(sentence.text, first, claim.end - sentence.start) is None:
        return claim
    before = discourse.counted
    if before is None or not (before.period or before.since) or sentence.index - discourse.counted_in > SENTENCES_BACK:
        return replace(claim, acts=replace(own, since="that time"))  # which time is meant cannot be told
    told_from = own.told_from or before.told_from
    return replace(claim, acts=replace(own, period=before.period, since=before.since, told_from=told_from))


def in_the_time_counted(chunks: list[Chunk], at: int, own: Acts, before: Acts) -> Acts:
    """ "There were seven vetoes this year. Russia cast four": in the same year; "has cast four" may be of all times."""
    in_front = [c for c in chunks[: at - 1] if not c.has("determiner", "and", "but")]
    said_outright = len(in_front) == 1 and in_front[0].has("member")
    ends = at + 1 >= len(chunks) or not chunks[at + 1].is_word
    if own.period or own.since or own.tenure is not None or not (said_outright and ends):
        return own  # "Before that Russia cast four", "Britain, in its day, cast 29"
    return replace(own, period=before.period) if all(d.role == "at" for d in before.period) else own


FRONTED = 60
"""Characters before a claim in which words may lead in to it."""
IN_ALL = frozenset({"ever", "altogether", "total", "all", "overall", "founding", "history"})


def _opening_since(sentence: Sentence, claim: Told) -> DateMention | None:
    """ "Since 1970 China has vetoed eight texts, and Russia has vetoed 13": what opens a sentence holds of both."""
    own = claim.acts
    at = next((i for i, c in enumerate(sentence.chunks) if c.date is not None), 0)
    opens = sentence.chunks[at].date if not at or not sentence.chunks[at - 1].is_word else None
    if opens is None or opens.role != "since" or own.period or own.since or own.tenure is not None or own.untimed:
        return None
    before = sentence.text[: claim.start - sentence.start]
    behind = [c for c in sentence.chunks if claim.start <= c.start < claim.end]
    if ";" in before or any(c.lower in IN_ALL or c.date is not None for c in behind):
        return None
    return opens
