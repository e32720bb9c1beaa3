"""A member's terms on the Security Council, and how to say them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from onrecord.checking.docket import Docket
from onrecord.checking.finding import Evidence
from onrecord.checking.words import day, listing, number
from onrecord.reading.intervals import Interval
from onrecord.record.model import Membership

SUCCESSOR = {"SUN": "RUS", "RUS": "SUN"}
"""Russia continues the Soviet Union's membership: one seat under two codes."""
SOURCE = "Terms of the Security Council's members (unsc-api after the published list; equal to who voted on every vote)"
SLACK = timedelta(days=3)
"""Terms begin and end at a year's turn; words for the days around it are right."""
MOST_TERMS = 6
"""Of more, the last are named."""


def terms_of(code: str, docket: Docket) -> list[Membership]:
    """In the order of time, a predecessor's of the same seat among them."""
    codes = {code, SUCCESSOR.get(code, code)}
    return sorted((m for m in docket.record.memberships("unsc") if m.member in codes), key=lambda m: m.start)


def during(terms: Iterable[Membership], when: Interval) -> list[Membership]:
    """The terms that share a day with the stretch."""
    return [term for term in terms if when.meets(Interval(term.start, term.end))]


def near(day_: date | None, when: Interval, before: bool = True) -> bool:
    """Whether the day lies in the stretch, or within a few days of it; `before` is whether those before it count."""
    if day_ is None:
        return False
    start = when.start - SLACK if before and when.start and when.start > date.min + SLACK else when.start
    end = when.end + SLACK if when.end and when.end < date.max - SLACK else when.end
    return day_ in Interval(start, end)


def span(term: Membership) -> str:
    """As in "1999–2000", "from 1 January 1946", "since 24 December 1991"."""
    if term.end is None:
        return f"since {day(term.start)}"
    if (term.start.month, term.start.day, term.end.month, term.end.day) == (1, 1, 12, 31):
        return str(term.start.year) if term.start.year == term.end.year else f"{term.start.year}–{term.end.year}"
    return f"from {day(term.start)} to {day(term.end)}"


def spans(terms: list[Membership]) -> str:
    """All terms in a few words; of a long list the last ones."""
    shown = [span(term) for term in terms[-MOST_TERMS:]]
    earlier = len(terms) - len(shown)
    return listing([*shown, f"{number(earlier)} earlier"] if earlier else shown)


def evidence(terms: Iterable[Membership]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            "memberships",
            f"unsc:{term.member}:{term.start}",
            SOURCE,
            date=term.start,
            says=f"{term.kind} seat {span(term)}",
        )
        for term in terms
    )
