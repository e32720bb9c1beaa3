"""Names of states in writing that has no capitals: "us vetoed, georgia and turkey voted for".

In other writing these words mean something else as well, and are names only with a capital.
"""

from __future__ import annotations

import re

from onrecord.reading.table import word_sets

_SETS = word_sets("small_letters.csv")
UNCAPITALISED = frozenset(name.title() for name in _SETS["uncapitalised"]) | {"US"}
"""The names as they are read there."""
_CAPITALISED = re.compile(r"[A-Z][a-z]")
_NAMES = re.compile(rf"\b(?:{'|'.join(sorted(_SETS['uncapitalised'], key=len, reverse=True))})\b")
_US = re.compile(
    r"(?:(?<=\bthe )|(?<=\bby )|\A|(?<=[.,;:!?/&] )|(?<=\band )|(?<=\bbut ))us"
    r"(?= (?:(?:also|again|alone|just|then|only|even) )?"
    r"(?:veto|voted|votes|vote no|abst|block|kill|oppos|says? no|said no|no\b|against\b|stopped|used its|cast|did it))"
    r"|(?<=\bthe )us\b"
)
"""Where "us" is the country: before a verb of voting, or behind an article."""


def capitalised(text: str) -> str:
    """The sentence with those names as they are written elsewhere, where it has no capitals; each as long as before."""
    if not text or _CAPITALISED.search(text, 1):
        return text
    if text[0].isupper() and " us " not in text and not _NAMES.search(text):
        return text
    return _US.sub("US", _NAMES.sub(lambda name: name.group().title(), text))
