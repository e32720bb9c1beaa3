"""What somebody did, told by a detour: "What Britain did was to abstain", "all that Chad could do was abstain".

The words are in `tables/clause_words.csv`.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.reading.table import any_of, word_sets

_GATE = re.compile(r" (?:was|is) (?:to )?[a-z]")


def pseudo_clefts(text: str) -> list[tuple[int, int]]:
    """The stretches of each such detour, in order, without which it says the same: "Britain did abstain"."""
    if _GATE.search(text) is None:
        return []
    return [match.span(group) for match in _detour().finditer(text) for group in ("opens", "turns")]


@cache
def _detour() -> re.Pattern[str]:
    words = word_sets("clause_words.csv")
    begins = r"(?:\A|(?<=[.!?:;\n—–] )|(?<=[\n—–(\"])|(?<=, )|(?<= (?:and|but) ))"
    named = r"(?-i:(?=[A-Z]|[Tt]he |[Oo]ur |[Ii]t |[Tt]hey |[Hh]e |[Ss]he |[Ww]e |[Ii] ))"
    who = rf"{named}(?:[\w'.-]+ ){{0,4}}?[\w'.-]+(?: did)?"
    do = rf"(?:(?<= did)|(?<! did) (?:{any_of(words['doing_all'])}))"
    turns = rf"(?P<turns>{do}(?:,? (?:then|there|here|in the end|now))? (?:was|is)(?: to)?)"
    return re.compile(rf"{begins}(?P<opens>(?:{any_of(words['all_done'])}) ){who}{turns}(?= [a-z])", re.IGNORECASE)
