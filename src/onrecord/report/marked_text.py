"""An article's text as HTML paragraphs with its findings underlined, however they overlap.

Findings are cut at each other's ends; each stretch carries the marks of the findings that cover it, on up to
three lines below the text, given out as one colours an interval graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from html import escape
from itertools import pairwise

from onrecord.checking.finding import Finding

_LINES = 3
"""Underlines that fit below one line of text."""
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_LINE_END = re.compile(r"\n(?:[ \t\r]*\n)?")
_LIST_MARK = re.compile(r"[ \t]*(?:[-*•–]|\d{1,2}[.)]) ")
_SHORT_LINE = 50
"""Characters: headings, bylines and dates are shorter, wrapped lines longer."""
_FORBIDDEN: dict[int, str] = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)], "\ufffd")
_FORBIDDEN |= {0x09: "\t", 0x0A: "\n", 0x0D: " ", 0x0C: " "}
"""What HTML's syntax does not allow in text, after the HTML Standard, 13.1.4."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    covered_by: tuple[int | None, ...]
    """For each line below the text the number of the finding drawn on it."""
    ends: tuple[int, ...]
    """Numbers of the findings that end with it."""


def safe(text: str) -> str:
    """Text as HTML text or attribute value: nothing in it is markup."""
    return escape(text.translate(_FORBIDDEN), quote=True)


def marked_paragraphs(text: str, findings: Sequence[Finding], prefix: str, title: str | None) -> Iterator[str]:
    """`<p>` elements; finding n (from 1) is marked `data-finding="n"` and followed by a link to `#{prefix}-f{n}`.

    A paragraph that only says the title again, which stands above the text, is there and not shown.
    """
    stretches = _stretches(len(text), findings)
    stretch = _Stretch(0, 0, (), ())
    for start, end in _paragraphs(text):
        pieces = []
        position = start
        while position < end:
            while stretch.end <= position:
                stretch = next(stretches)
            until = min(stretch.end, end)
            pieces.append(_marked(text[position:until], stretch, findings))
            if until == stretch.end:
                pieces += [_reference(number, findings[number - 1], prefix) for number in stretch.ends]
            position = until
        again = title is not None and text[start:end].strip() == title and len(pieces) == 1
        yield f"<p{' hidden' if again else ''}>{''.join(pieces)}</p>\n"


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans that together hold all the text: parted by blank lines where it has any, else line by line.

    A line that is much shorter than a wrapped one, and what stands before the mark of a list, are apart as well.
    """
    wrapped = _BLANK_LINE.search(text) is not None
    position = line = 0
    for match in _LINE_END.finditer(text):
        blank = text.count("\n", match.start(), match.end()) > 1
        apart = not wrapped or blank or match.start() - line < _SHORT_LINE or _LIST_MARK.match(text, match.end())
        line = match.end()
        if apart and text[position : match.start()].strip():
            yield position, match.end()
            position = match.end()
    if position < len(text):
        yield position, len(text)


def _stretches(length: int, findings: Sequence[Finding]) -> Iterator[_Stretch]:
    """The text cut wherever a finding begins or ends; linear in the findings but for their sorting."""
    starting = sorted(range(len(findings)), key=lambda index: (findings[index].start, -findings[index].end))
    cuts = sorted({0, length} | {edge for each in findings for edge in (each.start, each.end)})
    running: list[tuple[int, int]] = []
    lines: list[int | None] = [None] * _LINES
    upcoming = 0
    for start, end in pairwise(cuts):
        lines = [None if number and findings[number - 1].end <= start else number for number in lines]
        while upcoming < len(starting) and findings[starting[upcoming]].start <= start:
            number = starting[upcoming] + 1
            heappush(running, (findings[number - 1].end, number))
            if None in lines:
                lines[lines.index(None)] = number
            upcoming += 1
        ends = []
        while running and running[0][0] <= end:
            ends.append(heappop(running)[1])
        yield _Stretch(start, end, tuple(lines), tuple(ends))


def _marked(piece: str, stretch: _Stretch, findings: Sequence[Finding]) -> str:
    marked = safe(piece)
    for line, number in enumerate(stretch.covered_by, start=1):
        if number is not None:
            marked = (
                f'<span class="mark {findings[number - 1].verdict} line{line}" data-finding="{number}">{marked}</span>'
            )
    return marked


def _reference(number: int, finding: Finding, prefix: str) -> str:
    described = safe(f"Finding {number}, {finding.verdict}")
    return (
        f'<a class="reference {finding.verdict}" id="{prefix}-r{number}" href="#{prefix}-f{number}" '
        f'data-finding="{number}" aria-label="{described}">{number}</a>'
    )
