"""Numbers so far from the record's that the text rather counts other acts than its words were taken for.

Who errs about a count is off by a few; what is off by a multiple, or where the record holds none, was mostly said of
another member, time or matter that the words before tell. Only words that say all three themselves are held to them.
"""

from __future__ import annotations

import re

from onrecord.reading.claims.frequency import Acts
from onrecord.reading.claims.vote import VoteClaim

TIMES = 3
"""So many times more or less than the record's is far off."""
BY = 3
"""Numbers that differ by no more than this are near each other."""


def far_off(claimed: float, sizes: list[int]) -> bool:
    """Whether a number is far from every one that the record may be taken to hold."""
    return all(_far(claimed, size) for size in sizes)


def _far(claimed: float, size: int) -> bool:
    if not size and claimed:
        return True
    return abs(claimed - size) > BY and max(claimed, size) > TIMES * min(claimed, size)


_EVER = re.compile(
    r"\b(?:ever|in (?:(?:all |its |their |his |her |the )?(?:[A-Z]\w+'s? |whole )?)history|of all time)\b"
)
"""Words that say that all there were are counted: "the second British veto in history"."""
MANY = 10
"""So many acts where the text knows of none, or of one, are of another time or matter than it means."""


def own_words(claim: VoteClaim, near: str) -> str:
    """The claim's own words, with which what stands near by ends."""
    return near[len(near) - (claim.end - claim.start) :]


def names_them(claim: VoteClaim, acts: Acts, near: str) -> bool:
    """Whether the claim's own words, at the end of `near`, name whose acts they are."""
    own = own_words(claim, near).lower()
    return bool(acts.members.named) and all(name.text.lower() in own for name in acts.members.named)


def says_all(claim: VoteClaim, acts: Acts, near: str) -> bool:
    """Whether the claim's own words, at the end of `near`, say whose acts and when, and set none apart."""
    named_year = acts.told_from is not None and acts.told_from.form == "calendar"
    timed = (
        acts.up_to_now
        or _EVER.search(own_words(claim, near)) is not None
        or any(d.role != "until" and (named_year or not d.from_context) for d in acts.period)
    )
    narrowed = acts.alone or acts.together or acts.companions is not None or acts.told_of_texts or acts.outcome
    return names_them(claim, acts, near) and timed and not narrowed
