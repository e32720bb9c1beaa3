"""Cut a text into sentences with offsets: nupunkt within a line, a line's end always ends one.

Headlines, list items and live-blog entries carry no full stop, so a line break that is followed by a
blank line, a list mark or a capital ends a sentence as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nupunkt import sent_spans

_BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*•·–—#>]|\d+[.)]\s)?\s*[\"'(]?[A-Z0-9•])")
_LONGEST = 4_000
"""Characters; a longer stretch without any end is cut at a space, so that no layer meets a line of megabytes."""


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


def sentences(text: str) -> list[Span]:
    """Spans without leading or trailing space, in order; empty ones are left out."""
    found: list[Span] = []
    position = 0
    for match in _BREAK.finditer(text):
        _cut(text, position, match.start(), found)
        position = match.end()
    _cut(text, position, len(text), found)
    return found


def _cut(text: str, start: int, end: int, found: list[Span]) -> None:
    for piece_start in range(start, end, _LONGEST * 4):
        piece_end = min(piece_start + _LONGEST * 4, end)
        piece = text[piece_start:piece_end]
        if not piece.strip():
            continue
        for first, last in sent_spans(piece):
            _keep(text, piece_start + first, piece_start + last, found)


def _keep(text: str, start: int, end: int, found: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        found.append(Span(start, cut))
        start = cut + 1
    if start < end:
        found.append(Span(start, end))
