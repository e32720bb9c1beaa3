"""What somebody did, told by a detour: "What Britain did was to abstain", "all that Chad could do was abstain".

The words are in `tables/clause_words.csv`.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.reading.table import any_of, word_sets

_GATE = re.compile(r" (?:was|is) (?:to )?[a-z]")


def pseudo_clefts(text: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The two stretches of each such detour, its opening and its turn, without which it says the same: "Britain did
    abstain".
    """
    if _GATE.search(text) is None:
        return []
    return [(match.span("opens"), match.span("turns")) for match in _detour().finditer(text)]


@cache
def _detour() -> re.Pattern[str]:
    words = word_sets("clause_words.csv")
    begins = r"(?:\A|(?<=[.!?:;\n—–] )|(?<=[\n—–(\"])|(?<=, )|(?<= (?:and|but) ))"
    named = r"(?-i:(?=[A-Z]|[Tt]he |[Oo]ur |[Ii]t |[Tt]hey |[Hh]e |[Ss]he |[Ww]e |[Ii] ))"
    who = rf"{named}(?:[\w'.-]+ ){{0,4}}?[\w'.-]+(?: did)?"
    do = rf"(?:(?<= did)|(?<! did) (?:{any_of(words['doing_all'])}))"
    turns = rf"(?P<turns>{do}(?:,? (?:then|there|here|in the end|now))? (?:was|is)(?: to)?)"
    return re.compile(rf"{begins}(?P<opens>(?:{any_of(words['all_done'])}) ){who}{turns}(?= [a-z])", re.IGNORECASE)
