"""Acts that lean on those spoken of before: "it has done so 28 times", "none of those were cast alone"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.claims.frequency import Acts
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.context import members_in
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch
from onrecord.reading.parsed import Phrase, Sentence


def leaning(
    sentence: Sentence, found: list[Phrase], stretch: Stretch, at: int, verb: int, discourse: Discourse, context: Acts
) -> Acts | None:
    """What the clause adds to the acts spoken of, `verb` being the word that stands for them; None where nobody did."""
    named = members_in(sentence, found, stretch, verb, discourse)
    if named is None and not (context.members.named or context.members.groups):
        return None
    members, excluded = named if named is not None else (Members(), frozenset())
    when = times(sentence, stretch, ordinal=False)
    return bounded(sentence, found, replace(stretch, head=at), members, context.what, when, excluded)
