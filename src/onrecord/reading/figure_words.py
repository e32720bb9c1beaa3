"""The words by which a figure is recognised, compiled once from the tables of measures, places and scopes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.reading import phrasing
from onrecord.reading.phrasing import COMMON, Words
from onrecord.reading.table import class_pattern, pattern, phrases, rows

_FIRST = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Covered:
    """A row of `tables/figure_series.csv`: which series measure what, where and of whom."""

    series: tuple[str, ...]
    counts_from: date | None
    """The day that the series counts from, where it adds up."""


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
def first_words(side: str) -> Words:
    """Of each of its phrases the first, without one of which no text holds any."""
    return frozenset(match.group() for phrase in measure_words(side)[1] if (match := _FIRST.search(phrase)))


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


def words(kind: str) -> re.Pattern[str]:
    """All words of a class of `tables/figure_words.csv`."""
    return class_pattern("figure_words.csv", kind)


@cache
def gate() -> Words:
    """Single words without one of which a sentence names no measure."""
    sides = ("after", "before", "names")
    return frozenset().union(*(phrasing.words_of(words) for side in sides for words in measure_words(side)[1])) - COMMON
