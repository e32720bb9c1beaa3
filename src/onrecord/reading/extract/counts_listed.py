"""Vetoes counted in a list, member by member: "Vetoes: America 87, Britain 29", "Veto count. China: 19."."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Count
from onrecord.reading.extract.acts import able
from onrecord.reading.extract.counted import counted_claim
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence, covering

MARKS = (":", "=", "–", "—", "-", "(", "has", "with", "'s")
"""Between a name and its number."""
BEHIND = (",", ";", ".", ")", "and", "/", "|", "times", "(")
PERSONS = frozenset({"leader", "envoy"})


def listed_count(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """The number behind a name in such a list; None where no heading says that vetoes are counted."""
    chunks = sentence.chunks
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    if not at or (behind is not None and behind.lower not in BEHIND):
        return None
    name = _name(found, chunks, at)
    if name is None or not name.members.named or not able(name.members, "veto"):
        return None
    if any(a.kind in PERSONS for n in name.members.named for a in n.aliases):
        return None
    told = _told_beside(chunks, name.first, sentence, discourse) if chunks[at - 1].text == ":" else None
    if told is None:
        return None
    return counted_claim(sentence, at, Stretch(name.first, at, at), replace(told, members=name.members), quantity)


def _told_beside(chunks: list[Chunk], first: int, sentence: Sentence, discourse: Discourse) -> Acts | None:
    """ "Britain stands at 32, France at 17; China: 21": the vetoes that the sentence counts of others."""
    told = discourse.counted if discourse.counted_in == sentence.index else None
    opens = first > 1 and (chunks[first - 1].text in ";," or chunks[first - 1].has("and"))
    return told if opens and told is not None and told.what == "veto" and told.members.named else None


def _name(found: list[Phrase], chunks: list[Chunk], at: int) -> Phrase | None:
    """Whom the number stands behind."""
    before = at - 1
    if chunks[before].lower in MARKS:
        before -= 1
    return covering(found, before) if before >= 0 else None
