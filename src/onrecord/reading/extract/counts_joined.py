"""Two counts that "and" joins: "Russia vetoed four drafts and abstained on fourteen resolutions", "46 resolutions and
seven vetoes".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.parsed import Sentence


def parted(
    claims: Sequence[Count | Generalisation], claim: Count | Generalisation, sentence: Sentence
) -> tuple[list[Count | Generalisation], Count | Generalisation]:
    """The claims and the one behind them, each up to the "and" between their numbers where they count other acts."""
    before = claims[-1] if claims else None
    if not isinstance(before, Count) or not isinstance(claim, Count) or before.acts.what == claim.acts.what:
        return list(claims), claim
    if before.quantity is None or claim.quantity is None or claim.start >= before.end:
        return list(claims), claim
    one, other = (sentence.start + c.quantity.start for c in (before, claim) if c.quantity is not None)
    joint = next((i for i, c in enumerate(sentence.chunks) if one < c.start < other and c.has("and", "but")), None)
    if joint is None or not joint or sentence.chunks[joint].end >= other:
        return list(claims), claim
    last = joint - 1 - (not sentence.chunks[joint - 1].is_word)
    ended = replace(before, end=sentence.chunks[last].end)
    if before.acts.members == claim.acts.members and not (before.acts.period or before.acts.since):
        # "America vetoed three drafts but abstained on two resolutions this year": both of them this year
        shared = replace(before.acts, period=claim.acts.period, since=claim.acts.since)
        timed = bool(shared.period or shared.since)
        ended = replace(ended, acts=replace(shared, narrated=False, untimed=False) if timed else before.acts)
    return [*claims[:-1], ended], replace(claim, start=sentence.chunks[joint + 1].start)
