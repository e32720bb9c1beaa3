"""Who speaks, in front of what is said: "MAZ: They abstained." in a script, a chat or a thread. The label is no part of
the sentence, so that "they" opens it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from onrecord.reading.sentences import Span

_LABEL = re.compile(
    r"^[ \t]*(?P<label>[@<]?(?P<who>[^\W\d_](?:[\w.' -]{0,26}[\w.])?)>?(?: ?\([^()\n]{1,30}\))?:)[ \t]+(?=\S)",
    re.MULTILINE,
)
_OF_VOTES = re.compile(
    r"\b(?:q|a|question|answer|votes?|voting|for|against|yes|no|noes|ayes?|nays?|abst\w*|absent|favou?r|result|draft|"
    r"text|resolutions?|council|assembly|sponsors?|veto\w*|opposed|update|note|day|first|second|third|then|and|but|"
    r"http|https|re|ps|n\.?b|motion|tally|outcome|total|not)\b",
    re.IGNORECASE,
)
"""Words of what stands in front of a colon and is no speaker, or tells what the line is about."""
OFTEN = 2
"""Lines that begin with a label from which on it is a speaker's."""


def without_labels(text: str, spans: list[Span], names_member: Callable[[str], bool]) -> list[Span]:
    """The spans, those that begin a line with a recurring speaker's label without it; `names_member` says of words
    whether they name a member, whose vote the line may tell.
    """
    if text.count(":") < OFTEN:
        return spans
    labels = list(_LABEL.finditer(text))
    often = Counter(match["who"].lower() for match in labels)
    speakers = {
        who for who, times in often.items() if times >= OFTEN and not _OF_VOTES.search(who) and not names_member(who)
    }
    ends = {
        match.start("label"): match.end()
        for match in labels
        if match["who"].lower() in speakers and not names_member(match["label"])
    }
    if not ends:
        return spans
    found = (Span(ends.get(span.start, span.start), span.end) for span in spans)
    return [span for span in found if span.start < span.end]
