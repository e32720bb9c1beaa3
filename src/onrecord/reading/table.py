"""Read the tables of words beside this package: CSV that a non-programmer can open and mend."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


def rows(name: str) -> Iterator[dict[str, str]]:
    """Each row of `tables/NAME` by its column names; raises FileNotFoundError where there is no such table."""
    with files("onrecord.reading").joinpath(f"tables/{name}").open("r", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def phrases(cell: str) -> list[str]:
    """The phrases of a cell, which "|" keeps apart."""
    return [phrase.strip() for phrase in cell.split("|") if phrase.strip()]


@cache
def word_sets(name: str) -> Mapping[str, frozenset[str]]:
    """Class to its words, of a table with the columns `class` and `words`."""
    return {row["class"]: frozenset(phrases(row["words"])) for row in rows(name)}
