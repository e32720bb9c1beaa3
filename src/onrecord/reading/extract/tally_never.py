"""What no vote ever was: "never before had a draft got one vote", "no text had ever got fifteen"."""

from __future__ import annotations

import re

from onrecord.reading.claims.vote import Tally
from onrecord.reading.parsed import Sentence

OF_DENIAL = frozenset({"never", "once", "ever", "no"})
"""Words without one of which nothing is denied of all votes."""
_NEVER = re.compile(
    r"\b(?:never|not once)(?: before| since| again| yet)?,? (?:had|has|have)\b|"
    r"\b(?:had|has|have) (?:never|not once)\b|"
    r"\b(?:no|not (?:one|a single)) (?:\w+ )?(?:draft|text|resolution|proposal|motion|paper)s? "
    r"(?:had|has|have) (?:ever|before|yet)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:–—]|, (?:and|but|while)\b")


def never_so(sentence: Sentence, claim: Tally) -> bool:
    """Whether the count is denied of every vote, so that it is none of the vote told of."""
    if sentence.words.isdisjoint(OF_DENIAL):
        return False
    text, end = sentence.text, claim.end - sentence.start
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, claim.start - sentence.start)), default=0)
    match = _NEVER.search(text, start, end)
    return match is not None and _CLAUSE.search(text, match.end(), end) is None
