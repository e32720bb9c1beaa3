"""What one cell may say: a date, a count, a vote. Each refuses with the row, the column and what was expected."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date

from onrecord.record.model import Option
from onrecord.record.sources.table import Row

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?")
_COUNT = re.compile(r"(\d{1,6})(?:\.0+)?")
KEEP = "--keep-printed-totals takes it and notes the difference"
EARLIEST, LATEST = date(1000, 1, 1), date(2999, 12, 31)
"""Days between which terms and figures may lie."""

EMPTY = ("", "NA", "NaN", "nan", "NULL", "None")
"""How published tables write that a cell says nothing."""


def day(row: Row, column: str, earliest: date, latest: date | None = None) -> date:
    """An ISO date from `earliest` to `latest` (today where not given)."""
    text, latest = row[column], latest or date.today()
    found = _DATE.fullmatch(text)
    try:
        read = date(*map(int, found.groups())) if found else None
    except ValueError:
        read = None
    if read is None:
        raise row.refuse(column, f"{text!r} is not a date", "a day as YYYY-MM-DD")
    if not earliest <= read <= latest:
        raise row.refuse(column, f"{read} is out of range", f"a day from {earliest} to {latest}")
    return read


def count(row: Row, column: str) -> int | None:
    """A whole number, also written as 14.0; None where the column is absent or the cell empty."""
    text = row.get(column)
    if text in EMPTY:
        return None
    found = _COUNT.fullmatch(text)
    if found is None:
        raise row.refuse(column, f"{text!r} is not a count", "a whole number")
    return int(found.group(1))


def is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def option(row: Row, column: str, options: Mapping[str, Option | None]) -> Option | None:
    """What the cell's code stands for; None for a code that means the member was not one."""
    text = row[column]
    if text not in options:
        raise row.refuse(column, f"{text!r} is not a vote option", f"one of {', '.join(map(repr, options))}")
    return options[text]


def given(row: Row, column: str) -> str | None:
    """The cell's text, or None where the column is absent or the cell empty."""
    text = row.get(column)
    return None if text in EMPTY else text


def same_throughout(rows: Sequence[Row], columns: Sequence[str]) -> None:
    """Refuse rows of one vote event that differ in a column that belongs to the event."""
    first = rows[0]
    places = [(first.table.place[column], column) for column in columns if column in first.table.place]
    for row in rows[1:]:
        for place, column in places:
            if row.cells[place] != first.cells[place]:
                raise row.refuse(
                    column,
                    f"{row.cells[place][:80]!r} differs from the vote event's first row, {first.number}",
                    f"{first.cells[place][:80]!r}",
                )


def refuse_second_vote(row: Row, column: str, member: str, earlier: Row) -> Exception:
    """The error for a member that stands twice under one vote event."""
    if row.cells == earlier.cells:
        return row.refuse(None, f"repeats row {earlier.number}", "every row once")
    return row.refuse(column, f"{member} votes a second time, first in row {earlier.number}", "one vote a member")


def check_totals(row: Row, columns: Mapping[str, str], counted: Mapping[str, object], keep: bool) -> dict[str, int]:
    """Refuse printed totals that differ from the counted votes, or hand them back where `keep` lets them pass.

    `columns` leads from the record's name of a count to the file's column; empty cells say nothing.
    """
    differing: dict[str, int] = {}
    for name, column in columns.items():
        printed = count(row, column)
        if printed is not None and printed != counted[name]:
            if not keep:
                raise row.refuse(
                    column,
                    f"{printed} is printed and the rows of this vote event have {counted[name]}",
                    f"{counted[name]}, unless the file is cut short; {KEEP}",
                )
            differing[name] = printed
    return differing
