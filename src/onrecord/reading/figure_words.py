"""The words by which a figure is recognised, compiled once from the tables of measures, places and scopes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.reading import phrasing
from onrecord.reading.number_words import any_of
from onrecord.reading.phrasing import COMMON, Words
from onrecord.reading.table import phrases, rows


@dataclass(frozen=True, slots=True)
class Covered:
    """A row of `tables/figure_series.csv`: which series measure what, where and of whom."""

    series: tuple[str, ...]
    counts_from: date | None
    """The day that the series counts from, where it adds up."""


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words as whole words, in any case, longest first."""
    return re.compile(rf"(?<![\w-])(?:{any_of(words)})(?!\w)", re.IGNORECASE)


@cache
def measure_words(side: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """The words that stand `after` a number, `before` it as its verb, or as what `names` it; each with its measure."""
    meaning = {
        phrase.lower(): row["measure"]
        for row in rows("figure_measures.csv")
        if row["place_of_word"] == side
        for phrase in phrases(row["words"])
    }
    return pattern(meaning), meaning


@cache
def places() -> tuple[re.Pattern[str], dict[str, str]]:
    meaning = {phrase.lower(): row["place"] for row in rows("figure_places.csv") for phrase in phrases(row["words"])}
    return pattern(meaning), meaning


@cache
def covered() -> dict[tuple[str, str, str], Covered]:
    """By measure, place and population."""
    return {
        (row["measure"], row["place"], row["population"]): Covered(
            tuple(row["series"].split()), date.fromisoformat(row["counts_from"]) if row["counts_from"] else None
        )
        for row in rows("figure_series.csv")
    }


@cache
def publishers() -> dict[str, re.Pattern[str]]:
    """By series, where several measure one thing: the words that name its publisher."""
    return {row["series"]: pattern(phrases(row["words"])) for row in rows("figure_publishers.csv")}


@cache
def words(kind: str, table: str = "figure_words.csv") -> re.Pattern[str]:
    """All words of a class."""
    return pattern(phrase for row in rows(table) if row["class"] == kind for phrase in phrases(row["words"]))


@cache
def gate() -> Words:
    """Single words without one of which a sentence names no measure."""
    sides = ("after", "before", "names")
    return frozenset().union(*(phrasing.words_of(words) for side in sides for words in measure_words(side)[1])) - COMMON
