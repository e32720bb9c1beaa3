"""Which member a published code and name stand for on a day (codes.csv, which says whose codes they are)."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.record.model import Member
from onrecord.record.sources import cells
from onrecord.record.sources.table import Row


class _Entry(NamedTuple):
    member: str
    start: date | None
    end: date | None

    def covers(self, on: date) -> bool:
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


@cache
def _entries(source: str) -> Mapping[tuple[str, str], tuple[_Entry, ...]]:
    """By code and name, either of which may be empty, in which case it is left open."""
    found: dict[tuple[str, str], list[_Entry]] = defaultdict(list)
    with files("onrecord.record.sources").joinpath("codes.csv").open(encoding="utf-8") as table:
        for line in csv.DictReader(table):
            if line["source"] == source:
                start, end = (date.fromisoformat(line[side]) if line[side] else None for side in ("start", "end"))
                key = line["code"].upper(), line["name"].upper()
                found[key].append(_Entry(line["member"], start, end))
                if all(key) and source != "undl":
                    found[key[0], ""].append(_Entry(line["member"], start, end))
                    found["", key[1]].append(_Entry(line["member"], start, end))
    return {key: tuple(entries) for key, entries in found.items()}


class Codes:
    """Published codes and names of one source, read against the record's members."""

    def __init__(self, source: str, members: Mapping[str, Member], codes_are_ours: bool) -> None:
        self._entries, self._members, self._ours = _entries(source), members, codes_are_ours

    def member(self, row: Row, code_column: str, name_column: str | None, on: date) -> str:
        """The member's code in the record; RefusalError where code or name is unknown, or they name two members."""
        # "NA" is Namibia's code and also how R writes that there is none: the name decides.
        code = (cells.given(row, code_column) or "").upper()
        name = row.get(name_column).upper() if name_column else ""
        if both := self._on(code, name, on):
            return both
        by_code, by_name = self._on(code, "", on), self._on("", name, on)
        if by_code is None and self._ours and code in self._members:
            by_code = code
        if by_name and by_code and by_name != by_code:
            raise row.refuse(code_column, f"code {code} is {by_code} and the name {name} is {by_name}", "one member")
        found = by_code or by_name
        if found is None or found not in self._members:
            column = code_column if code or not name_column else name_column
            shown = f"{row.get(code_column)!r}" + (f" ({row.get(name_column)})" if name_column else "")
            raise row.refuse(column, f"{shown} is no known member", "a member's code as in onrecord members")
        return found

    def named(self, row: Row, column: str, text: str, on: date) -> str:
        """The member that `text` stands for, be it a code or a printed name."""
        words = text.upper()
        found = self._on(words, "", on) or self._on("", words, on) or (words if self._ours else None)
        if found is None or found not in self._members:
            raise row.refuse(column, f"{text!r} is no known member", "a member's code as in onrecord members")
        return found

    def _on(self, code: str, name: str, on: date) -> str | None:
        if not code and not name:
            return None
        return next((entry.member for entry in self._entries.get((code, name), ()) if entry.covers(on)), None)
