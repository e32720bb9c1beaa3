"""A quantity that a figure series in the record measures: dead, injured, displaced, refugees, aid, member states."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.dates import DateMention
from onrecord.reading.numbers import NumberMention


class Doubt(StrEnum):
    """Why a figure that a series does not bear out may be another's, or of less than the series counts."""

    ANOTHERS = "another's"
    """The text gives it as the count of somebody else than the series' publisher."""
    PART = "part"
    """Of a place within, of a cause, of some of the people, or of a shorter time."""
    TIME = "time"
    """Of a time that the text does not date."""


@dataclass(frozen=True, slots=True)
class Figure(VoteClaim):
    measure: str
    """A row of `tables/figure_measures.csv`: `killed`, `displaced`, `aid` and so on."""
    place: str | None
    """A row of `tables/figure_places.csv`, or a country's code where no series covers it."""
    number: NumberMention
    words: str
    """The number with its hedge, as written."""
    series: tuple[str, ...] = ()
    """The record's series that measure it, the first the one that the words fit best; empty where none does."""
    date: DateMention | None = None
    """The time that the quantity is for, where the text says it; else it is for the article's date."""
    period: DateMention | None = None
    """The stretch that it was gathered over: "between 1949 and 1996"."""
    kind: str | None = None
    """Of money: `yearly`, `total`, `agreement`."""
    attributed: bool = False
    """Whether the text gives it as the publisher's own count."""
    whole: bool = False
    """Whether words say that it is the whole of what the series counts ("the death toll", "since the war began")."""
    reached: DateMention | None = None
    """The time told as so long after the series' first day: "after six months", "a year into the war"."""
    doubt: Doubt | None = None
    """What speaks against holding it against the series, where that does not bear it out."""
