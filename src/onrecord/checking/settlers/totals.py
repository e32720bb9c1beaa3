"""How many there were in all at a year's end: "by New Year the Soviets had 110 vetoes", "closed 1961 with 101"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from onrecord.checking.belonging import BORNE_OUT
from onrecord.checking.settlers.settled import Settled
from onrecord.reading.claims.frequency import Count
from onrecord.reading.dates import DateMention
from onrecord.record.model import VoteEvent

AHEAD = timedelta(days=45)
"""A year that ends so soon is told of as if it had."""
Settle = Callable[[Count, date | None], Settled | None]
"""What counts a claim's acts up to a day."""


def settle_total(claim: Count, article: date | None, event: VoteEvent | None, settle: Settle) -> Settled | None:
    """In all up to the end of the year that is meant, or within it; else as its words were read without that year.

    A year without a number is that of the vote told of, which an article may tell of long afterwards.
    """
    assert claim.closing is not None
    ordinary = replace(claim, closing=None)
    first: Settled | None = None
    for sense, day in _senses(claim, claim.closing, article, event):
        settled = settle(sense, day)
        if settled is not None and settled.verdict in BORNE_OUT:
            return settled
        first = first or settled
    otherwise = settle(ordinary, article)
    if first is None and otherwise is not None and _days(claim.closing, article, event):
        return otherwise.left_open()  # of a time that is still to come
    if first is None or (otherwise is not None and otherwise.verdict in BORNE_OUT):
        return otherwise
    # "Began the year with two vetoes": in all by then, or the first ones that it cast in it
    return first.left_open() if claim.closing.vague or _later_that_year(claim, event, settle) else first


def _later_that_year(claim: Count, event: VoteEvent | None, settle: Settle) -> bool:
    """ "Britain then stood at six": at the end of the year, though not yet when the vote told of was taken."""
    if claim.closing is None or claim.closing.form != "then" or event is None:
        return False
    settled = settle(_plain(claim), date(event.date.year, 12, 31))
    return settled is not None and settled.verdict in BORNE_OUT


def _senses(
    claim: Count, closing: DateMention, article: date | None, event: VoteEvent | None
) -> Iterator[tuple[Count, date]]:
    """The claim of all time and of the year alone, for each time that may be meant, and up to when it counts."""
    plain = _plain(claim)
    for end in _days(closing, article, event):
        if article is not None and end > article + AHEAD:
            continue  # "it reached ten by the end of 2012", in a text of that March
        day = min(end, article) if article is not None else end
        yield plain, day
        if closing.form not in ("then", "day"):
            whole = DateMention(closing.start, closing.end, "calendar", year=end.year)
            yield replace(plain, acts=replace(plain.acts, period=(*plain.acts.period, whole))), day


def _plain(claim: Count) -> Count:
    """The claim of all time, without what only names the year."""
    acts, closing = claim.acts, claim.closing
    others = tuple(d for d in acts.period if closing is None or d.end <= closing.start or closing.end <= d.start)
    acts = replace(acts, period=others, narrated=False, untimed=False, by_then=False, up_to_now=False)
    return replace(claim, closing=None, acts=acts)


def _days(closing: DateMention, article: date | None, event: VoteEvent | None) -> list[date]:
    told = event.date if event is not None else None
    if closing.form == "then":
        return [told, told - timedelta(days=1)] if told is not None else []
    if closing.form == "calendar" and closing.year is not None:
        return [date(closing.year, 12, 31)]
    named = date(closing.year, 1, 1) if closing.year is not None else None
    bases = (told, named, article) if closing.from_context else (article or told,)
    days = [day for base in bases if base is not None for day in [_end(closing, base)]]
    return list(dict.fromkeys(days))


def _end(closing: DateMention, base: date) -> date:
    """The last day of the time that is named as from that day."""
    if closing.form == "day":
        return base
    named = replace(closing, from_context=False, year=None).when(base)
    return named.end if named is not None and named.end is not None else date(base.year, 12, 31)


STOOD = re.compile(r"\b(?:stood|was|were|numbered|rose|climbed|reached|brought|took|raised|came)\b", re.IGNORECASE)
"""Past tenses of what a sum does: it was so when the vote told of was taken."""


def when_told_of(claim: Count, event: VoteEvent, settle: Settle) -> Settled | None:
    """ "The Soviet total now stood at 102": with the vote told of, or before it; None where that does not fit."""
    acts = claim.acts
    if (
        claim.quantity is None
        or claim.ordinal is not None
        or acts.what != "veto"
        or acts.since
        or acts.tenure is not None
    ):
        return None
    if any(d.form != "then" for d in acts.period):
        return None
    for day in (event.date, event.date - timedelta(days=1)):
        settled = settle(_plain(claim), day)
        if settled is not None and settled.verdict in BORNE_OUT:
            return settled
    return None
