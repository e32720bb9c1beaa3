"""What "since" means where no date follows: "since the war began", "since taking office", "since resolution 1718"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from onrecord.checking.docket import Docket
from onrecord.reading.table import phrases, rows

_RESOLUTION = re.compile(r"\bres(?:olution|\.)? (\d{1,4})\b", re.IGNORECASE)


def beginning(words: str, docket: Docket) -> date | str | None:
    """The first day, or whose: `tenure`, `seat` (of whoever is named), `topic`, `year`, `vote`; None where it cannot be
    told.
    """
    cited = _RESOLUTION.search(words)
    if cited is not None:
        events = docket.with_symbol(f"S/RES/{cited[1]}")
        return events[0].date if events else None
    lower = f" {words.lower()} "
    for phrase, start in _rows():
        if f" {phrase}" in lower:
            return start
    return None


@cache
def _rows() -> tuple[tuple[str, date | str], ...]:
    return tuple(
        (phrase.lower(), row["start"] if row["start"].isalpha() else date.fromisoformat(row["start"]))
        for row in rows("since_words.csv", "checking")
        for phrase in phrases(row["words"])
    )
