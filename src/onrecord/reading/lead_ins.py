"""Words in front of a statement that say nothing of their own: "As you will recall, …", "Note that …", "Well, …", "In
the end …".

The words are in `tables/clause_words.csv`.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.reading.in_passing import after_talks
from onrecord.reading.table import any_of, word_sets


def behind_lead_in(text: str, start: int, end: int) -> int:
    """Where the statement itself begins; `start` where nothing leads in to it."""
    while (match := _lead_in().match(text, start, end)) is not None:
        start = match.end()
    return start


@cache
def _lead_in() -> re.Pattern[str]:
    """One such opening with its comma, colon or "that", before more words."""
    words = word_sets("clause_words.csv")
    who, knowing = any_of(words["who_knows"]), any_of(words["knowing"])
    known = rf"(?:just |much )?as (?:{who}) (?:(?:{any_of(words['may_know'])}) )?(?:{knowing})(?: by now)?"
    mark = r"(?:[,:]| ?[–—])"
    bare = rf"(?:{known}|{any_of(words['leading_in'])}|{after_talks()}){mark}"
    that = rf"(?:{any_of(words['leading_in_that'])}) that"
    unmarked = rf"(?:{any_of(words['leading_in_unmarked'])})(?! of\b|,? \d),?"
    joining = rf"and(?= (?:{any_of(words['behind_joining'])})\b| \d{{4}}\b)"
    return re.compile(rf"(?:{bare}|{that}|{unmarked}|{joining})\s+(?=\w)", re.IGNORECASE)
