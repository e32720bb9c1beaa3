"""Parts of the members of a region or group: "most African states", "several of the elected ten", "half of Asia"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Part
from onrecord.reading.parsed import Phrase, finite
from onrecord.reading.regions import region_at
from onrecord.reading.share_words import may_open_part, part_at

BETWEEN = frozenset(
    {"of", "the", "the two", "the three", "the four", "the five", "the ten", "all", "its", "those", "these", "of the",
     "of all", "all the", "other", "council", "'s"}
)  # fmt: skip
"""Words between a part and those of whom it is one: "most of the 54 African states"."""
SEATS = {"GROUP:P5": "permanent", "GROUP:E10": "elected"}
"""Adjectives of groups of seats."""


def part_of_region(chunks: list[Chunk], at: int) -> Phrase | None:
    """The phrase that begins with such a part at chunk `at`."""
    if chunks[at].number is None and not may_open_part(chunks[at].lower):
        return None
    told = part_at(chunks, at)
    if told is None:
        return None
    length, part = told
    start = at + length
    while start < len(chunks) and (chunks[start].lower in BETWEEN or chunks[start].cardinal is not None):
        start += 1
    named = region_named(chunks, start) if start < len(chunks) else None
    if named is None:
        return None
    if named[0].islower() and chunks[named[1]].lower == named[0]:
        return None  # "most permanent": an adjective of something else
    text = " ".join(c.text for c in chunks[at : named[1] + 1])
    return Phrase(at, named[1], Members(adjective=named[0], part=part, text=text))


def region_named(chunks: list[Chunk], start: int) -> tuple[str, int] | None:
    """The adjective of "African states", "the elected ten", "Latin America", "Europeans", and the last chunk."""
    chunk = chunks[start]
    behind = start + 1 < len(chunks) and chunks[start + 1].has("member_noun", "group_noun")
    if (group := chunk.get("group")) is not None:
        european = chunk.lower == "european members"
        return SEATS.get(group.value, "European" if european else group.value), start + behind
    if chunk.has("of_adjective"):
        people = chunk.lower.endswith("s") or (start + 1 < len(chunks) and finite(chunks[start + 1]))
        return (chunk.text, start + behind) if behind or people else None
    named = region_at(chunks, start)
    if named is None:
        return None
    noun: int = named[1] + 1
    if noun < len(chunks) and chunks[noun].lower in ("'s", "'"):
        noun += 1  # "half of Africa's states"
        if noun >= len(chunks) or not chunks[noun].has("member_noun"):
            return None
    return named[0], noun if noun < len(chunks) and chunks[noun].has("member_noun") else named[1]


def one_of_region(chunks: list[Chunk], at: int) -> Phrase | None:
    """ "One of the permanent members | abstained", where no name stands beside it of which it says what it is."""
    opens = at == 0 or chunks[at - 1].text in ".;:—–" or chunks[at - 1].has("and", "but")
    if not opens:
        return None
    start = at + 1
    while start < len(chunks) and (chunks[start].lower in BETWEEN or chunks[start].cardinal is not None):
        start += 1
    named = region_named(chunks, start) if start < len(chunks) else None
    if named is None or named[1] + 1 >= len(chunks) or not finite(chunks[named[1] + 1]):
        return None
    text = " ".join(c.text for c in chunks[at : named[1] + 1])
    return Phrase(at, named[1], Members(adjective=named[0], part=Part(fewest=1), text=text))
