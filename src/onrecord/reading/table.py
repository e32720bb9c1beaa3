"""Read the tables of words beside the packages: CSV that a non-programmer can open and mend."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files


def rows(name: str, room: str = "reading") -> Iterator[dict[str, str]]:
    """Each row of a room's `tables/NAME` by its column names; raises FileNotFoundError where there is no such table."""
    with files(f"onrecord.{room}").joinpath(f"tables/{name}").open("r", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def phrases(cell: str) -> list[str]:
    """The phrases of a cell, which "|" keeps apart."""
    return [phrase.strip() for phrase in cell.split("|") if phrase.strip()]


@cache
def word_sets(name: str, room: str = "reading") -> Mapping[str, frozenset[str]]:
    """Class to its words, of a room's table with the columns `class` and `words`."""
    found: dict[str, set[str]] = {}
    for row in rows(name, room):
        found.setdefault(row["class"], set()).update(phrases(row["words"]))
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def class_pattern(name: str, kind: str) -> re.Pattern[str]:
    """Any of a class's words as whole words, in any case."""
    return pattern(word_sets(name)[kind])


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words as whole words, in any case, longest first."""
    return re.compile(rf"(?<![\w-])(?:{any_of(words)})(?!\w)", re.IGNORECASE)


def any_of(words: Iterable[str]) -> str:
    """The source of a pattern for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
