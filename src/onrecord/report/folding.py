"""Fold coloured text to a width in columns, and make foreign text safe to print.

Widths after Unicode Standard Annex 11 (East Asian Width); controls shown as the Unicode block Control Pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import combining, east_asian_width

_PRINTABLE: dict[int, str | None] = {code: chr(0x2400 + code) for code in range(0x20)}
_PRINTABLE |= {0x7F: "␡", 0x09: " ", 0x0A: " ", 0x0D: " ", 0x2028: " ", 0x2029: " "}
_PRINTABLE |= dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], "\ufffd")
_PRINTABLE |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xAD, 0x200B, 0xFEFF])
"""Control characters, line ends and lone surrogates; embeddings and what prints nothing are left out."""
_WORD = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Line:
    indent: str
    pieces: Sequence[tuple[str, str]]
    """Runs of text, each with its colour."""


def printable(text: str) -> str:
    """The text with nothing in it that moves a cursor, starts an escape sequence or turns the writing round."""
    return text.translate(_PRINTABLE)


def fold(pieces: Sequence[tuple[str, str]], width: int | None, first: str, rest: str) -> Iterator[Line]:
    """Lines at most `width` columns wide, breaking between words only; one line where `width` is None."""
    indent = first
    line: list[tuple[str, str]] = []
    used = columns(indent)
    gap = ""
    for word in _words(pieces):
        if word is None:
            gap = " " if line else ""
            continue
        wide = sum(columns(part) for part, _ in word)
        if width is not None and gap and used + 1 + wide > width:
            yield Line(indent, _joined(line))
            indent, line, used, gap = rest, [], columns(rest), ""
        if gap:
            line.append((gap, line[-1][1] if line[-1][1] == word[0][1] else ""))
        line += word
        used += len(gap) + wide
        gap = ""
    if line:
        yield Line(indent, _joined(line))


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(mark) else 2 if east_asian_width(mark) in "WF" else 1 for mark in text)


def _words(pieces: Sequence[tuple[str, str]]) -> Iterator[list[tuple[str, str]] | None]:
    """Each word as its coloured parts, and None for the space between two."""
    word: list[tuple[str, str]] = []
    for text, colour in pieces:
        for part in _WORD.findall(printable(text)):
            if not part.isspace():
                word.append((part, colour))
                continue
            if word:
                yield word
            word = []
            yield None
    if word:
        yield word


def _joined(pieces: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    joined: list[tuple[str, str]] = []
    for text, colour in pieces:
        if joined and joined[-1][1] == colour:
            joined[-1] = (joined[-1][0] + text, colour)
        else:
            joined.append((text, colour))
    return joined
