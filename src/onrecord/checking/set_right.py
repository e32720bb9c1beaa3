"""Whether a text sets right what it has just told: "The Americans vetoed it. They did not, they abstained": then both
are of one vote.
"""

from __future__ import annotations

import re

from onrecord.reading.claims.vote import Position, VoteClaim
from onrecord.reading.read import Reading
from onrecord.reading.table import any_of, word_sets

_WRONG = any_of(word_sets("thread_words.csv", "checking")["wrong"])
_BEHIND = re.compile(
    r"\W*(?:(?:but|no|nope|well|sorry|actually|in fact)\b\W*)*"
    r"(?:(?:they|it|he|she|we) (?:did|had|has|have)(?: not|n't)(?=\s*(?:[,.;:!–—]|\Z))"
    rf"|(?:(?:that|this|which) (?:is|was) )?(?:{_WRONG})(?=\s*(?:[,.;:!–—]|\Z)))",
    re.IGNORECASE,
)
"""Right behind what is set right."""
_QUOTED = re.compile(
    rf"[^.;:!?'\"’”]{{0,24}}['\"’”]\)? (?:is|was|are|were) (?:simply |quite |plainly |just )?(?:{_WRONG})\b",
    re.IGNORECASE,
)
"""The same behind words that are quoted: "your headline ('adopted unanimously') is off"."""


def set_right(reading: Reading, claim: VoteClaim) -> bool:
    text = reading.normal.text
    if isinstance(claim, Position) and _BEHIND.match(text, claim.end) is not None:
        return True
    return _QUOTED.match(text, claim.end) is not None
