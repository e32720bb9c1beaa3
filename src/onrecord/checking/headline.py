"""What a text opens with, and its next sentence dates: "Fourteen arms went up. On Wednesday Washington vetoed …"."""

from __future__ import annotations

from onrecord.checking.cues import LEAD_IN
from onrecord.checking.fitting import counts_apart, other_count
from onrecord.checking.thread import Thread
from onrecord.reading.read import Reading

OF_THE_NEWS = ("weekday", "day")
"""Forms of dates that tell the news: "on Wednesday", "yesterday"."""
TIME_OPENS = ("on", "in", "at", "after", "before", "during", "when", "by")
"""Words with which a sentence says when."""


def with_its_headline(found: list[Thread], reading: Reading) -> list[Thread]:
    """ "Fourteen arms went up and one stayed down. On Wednesday Washington vetoed …": what a text opens with, and says
    nothing more of, is of the vote that its next sentence dates.
    """
    if len(found) < 2:
        return found
    first, following = found[:2]
    dated = following.dates and not following.dates_led and all(d.form in OF_THE_NEWS for d in following.dates)
    bare = not (first.dates or first.symbols or first.sponsors or first.amendment) and first.marker is None
    bare = bare and not first.elsewhen
    told = max(first.sentences)
    # "Berlin voted no. On Tuesday the Assembly …": which body it was is told by what follows.
    same = first.body == following.body or not first.body_named
    if not (dated and bare and same and 0 <= min(following.sentences) - told <= 1):
        return found
    if told > LEAD_IN or any(other_count(following, claim) for claim in first.claims):
        return found
    if any(counts_apart(following, claim) for claim in first.claims):
        return found
    if any(reading.sentences[index].chunks[0].lower.split()[0] in TIME_OPENS for index in first.sentences):
        # "On the night of the invasion" is another time.
        return found
    following.claims[:0] = first.claims
    following.carried[:0] = first.carried
    following.offices[:0] = first.offices
    following.sentences |= first.sentences
    following.after = None
    for thread in found[2:]:
        thread.after = following if thread.after is first else thread.after
    return found[1:]
