"""Fold typography away so that every later layer sees plain characters, and map offsets back.

Quotes, dashes and spaces fold one to one; characters that print nothing (soft hyphens, marks of direction, zero-width
spaces, the joiners and skin tones of emoji) are dropped, and so are the quotation marks of a choice that only names a
side (the “no” camp), what is taken back in the same breath ("ten, sorry, eleven"), whose account a sentence denies
("did not, as you write, veto it"), and the second hyphen of a typed dash; apostrophes that were left out are put in.
Only these need a map. HTML that was left in a text is what it stands for, its tags a break of line or nothing, and
lines that were broken to fit a column are one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import chain, pairwise
from types import MappingProxyType

from onrecord.reading.apostrophes import left_out, mended
from onrecord.reading.in_passing import in_passing
from onrecord.reading.pseudo_clefts import pseudo_clefts
from onrecord.reading.taken_back import faltering, taken_back
from onrecord.reading.thrown_in import thrown_in
from onrecord.reading.wrapped import unwrapped

_ONE_TO_ONE = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "´": "'", "`": "'", "′": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "−": "-", "–": "–", "―": "—",
        "\u00a0": " ", "\u1680": " ", "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ", "\u2004": " ",
        "\u2005": " ", "\u2006": " ", "\u2007": " ", "\u2008": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ",
        "\u205f": " ", "\u3000": " ", "\t": " ", "\r": " ", "\x0b": " ", "\x0c": " ", "…": ".",
    }
)  # fmt: skip
INVISIBLE = "".join(
    chr(code)
    for first, last in (
        (0xAD, 0xAD), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069), (0xFE0E, 0xFE0F),
        (0xFEFF, 0xFEFF), (0x1F3FB, 0x1F3FF),
    )
    for code in range(first, last + 1)
)  # fmt: skip
"""What prints nothing: soft hyphens, marks of direction, zero-width spaces, joiners and skin tones of emoji."""
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_HYPHEN_AS_DASH = re.compile(r"(?:(?<=[^\W\d_] )|(?<=[)!?] ))-(?= [^\W\d_])")
"""A hyphen with a space on both sides, which is a dash of those who have no key for one."""
_TYPED_DASH = re.compile(r"(?<=[\w.,;:)\"' ])(?<!\n )--(?=[\w(\"' ])")
"""Two hyphens, which are a dash of those who have only a typewriter; one of them is then dropped."""
_DASH_BETWEEN_DIGITS = re.compile(r"(?<=\d)[–—](?=\d)")


@dataclass(frozen=True, slots=True)
class Normal:
    text: str
    offsets: tuple[int, ...] | None
    """For each character of `text` its place in the original; None where nothing was dropped nor put in."""
    passing: Mapping[int, int] = field(default_factory=dict)
    """Start to end, in the original, of what was dropped because it is only said in passing."""
    opening: Mapping[int, int] = field(default_factory=dict)
    """End to start, in the original, of what was dropped in front of what it opens: "What" of "What Chad did was"."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """A span of the normal text as a span of the original."""
        if self.offsets is None or start >= end:
            return start, end
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        return self.opening.get(first, first), self.passing.get(last, last)


_QUOTED_VOTE = re.compile(
    r'"(?P<said>no|yes|aye|nay|nyet|abstain|against|for)"(?= (?:camp|column|side|votes?|voters?)\b)', re.IGNORECASE
)
"""A choice in quotation marks that says only whose side is meant: the “no” camp."""


_REFERENCE = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
_TAG = re.compile(
    r"</?(?:(?P<line>br)|(?P<block>p|div|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|article|section|figure|figcaption)"
    r"|b|i|u|em|strong|a|span|sup|sub|small|mark|q|cite|time)(?:\s[^<>]{0,400})?/?>",
    re.IGNORECASE,
)
_NOTHING = "\u200b"


def _without_html(text: str) -> str:
    """The same length: each reference the one character that it stands for, each tag a break or nothing, and what is
    left of them what prints nothing.
    """
    text = _TAG.sub(_broken, text) if "<" in text else text
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def _broken(tag: re.Match[str]) -> str:
    marks = "\n\n" if tag["block"] else "\n" if tag["line"] else ""
    return marks.ljust(len(tag[0]), _NOTHING)


def _referred(reference: re.Match[str]) -> str:
    character = unescape(reference[0])
    return character.ljust(len(reference[0]), _NOTHING) if len(character) == 1 else reference[0]


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in their order, those that share a character as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def normalise(text: str, names: Mapping[str, bool] = MappingProxyType({})) -> Normal:
    """The plain text and the way back; linear in the text. `names`, as for `left_out`, may own something."""
    if "&" in text or "<" in text:
        text = _without_html(text)
    folded = mended(unwrapped(text.translate(_ONE_TO_ONE)))
    if "--" in folded:
        folded = _TYPED_DASH.sub("—\u200b", folded)
    offsets: tuple[int, ...] | None = None
    dropped = [match.span() for match in _INVISIBLE.finditer(folded)] if not folded.isascii() else []
    if '"' in folded:
        marks = (at for match in _QUOTED_VOTE.finditer(folded) for at in (match.start(), match.end("said")))
        dropped = sorted([*dropped, *((at, at + 1) for at in marks)])
    passing = dict(in_passing(folded))
    detours = pseudo_clefts(folded)
    opening = {end: start for (start, end), _ in detours}
    left_out_there = [*thrown_in(folded), *chain.from_iterable(detours), *passing.items()]
    if back := [*taken_back(folded), *faltering(text), *left_out_there]:
        dropped = _joined([*dropped, *back])
    if dropped:
        kept: list[int] = []
        position = 0
        for start, end in dropped:
            kept.extend(range(position, start))
            position = end
        kept.extend(range(position, len(folded)))
        offsets = tuple(kept)
        folded = "".join(folded[place] for place in kept)
    places = left_out(folded, names)
    if places:
        pieces = list(pairwise((0, *places, len(folded))))
        origin = offsets if offsets is not None else range(len(folded))
        kept = []
        for start, end in pieces:
            kept.extend(origin[start:end])
            kept.append(kept[-1])
        offsets = tuple(kept[:-1])
        folded = "'".join(folded[start:end] for start, end in pieces)
    if " - " in folded:
        folded = _HYPHEN_AS_DASH.sub("–", folded)
    return Normal(_DASH_BETWEEN_DIGITS.sub("-", folded), offsets, passing, opening)
