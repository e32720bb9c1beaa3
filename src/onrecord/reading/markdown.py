"""Markdown read as prose: its markup covered character for character, so that offsets stay the file's.

Marks after CommonMark 0.31 and the tables of GitHub's dialect. A cover is a soft hyphen, which reading drops
as a character that prints nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_COVER = "\u00ad"
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.{0,20000}?)^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M)
_FIELD = re.compile(r"^(title|date|url|canonical_url|link)[ \t]*:[ \t]*(\S.{0,1000}?)[ \t]*\r?$", re.M)
_FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})")

_WHOLE = tuple(
    re.compile(pattern, re.M | re.S)
    for pattern in (
        r"^[ ]{0,3}\[[^\[\]\n]{1,200}\]:[^\n]*",  # where a reference link or footnote leads
        r"\[\^[^\[\]\s]{1,100}\]",  # a footnote's mark
        r"</?[A-Za-z][^<>\n]{0,500}>",  # a tag, or an address between angle brackets
        r"^[ ]{0,3}(?:=+|-{2,}|(?:[*_-][ ]*){3,})[ \t]*\r?$",  # a heading's underline, a rule
        r"^[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)+\|?[ \t]*\r?$",  # the line below a table's head
        r"^[ ]{0,3}#{1,6}(?=[ \t])",
        r"^[ ]{0,3}>+",
        r"(?<=[^\s*\\])\*{1,3}|(?<![\\*])\*{1,3}(?=[^\s*])",
        r"(?<![\w\\])_{1,3}(?=[^\s_])|(?<=[^\s_\\])_{1,3}(?!\w)",
        r"`{1,3}|~~",
        r"\\(?=[!-/:-@\[-`{-~])",
    )
)
_ADDRESS = r"\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:[ \t]+\"[^\"\n]{0,500}\")?\)"
_PICTURE = re.compile(rf"!\[[^\[\]\n]{{0,1000}}\]{_ADDRESS}")
_LINK = re.compile(rf"(\[)([^\[\]\n]{{0,1000}})(\](?:{_ADDRESS}|\[[^\[\]\n]{{0,200}}\]))")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    title: str | None = None
    url: str | None = None
    date: date | None = None


def front_matter(text: str) -> FrontMatter:
    """The title, address and date that a file's front matter (YAML between `---` lines) gives."""
    block = _FRONT_MATTER.match(text)
    if not block:
        return FrontMatter()
    fields = {name: value.strip("'\"") for name, value in _FIELD.findall(block.group(1))}
    return FrontMatter(
        fields.get("title"),
        fields.get("canonical_url") or fields.get("url") or fields.get("link"),
        _day(fields.get("date", "")),
    )


def cover_markup(text: str) -> str:
    """The text with every mark covered and every other character in its place; as long as the text."""
    block = _FRONT_MATTER.match(text)
    covered = _covered(block.group()) + text[block.end() :] if block else text
    covered = _cover_fenced_code(covered)
    covered = _cover_comments(_PICTURE.sub(lambda match: _covered(match.group()), covered))
    covered = _LINK.sub(lambda link: _covered(link.group(1)) + link.group(2) + _covered(link.group(3)), covered)
    for pattern in _WHOLE:
        covered = pattern.sub(lambda match: _covered(match.group()), covered)
    return covered.replace("|", " ")


def _covered(markup: str) -> str:
    return re.sub(r"[^\r\n]", _COVER, markup)


def _cover_comments(text: str) -> str:
    pieces, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces += [text[position:start], _covered(text[start : end + 3])]
        position = end + 3
    return "".join(pieces) + text[position:]


def _cover_fenced_code(text: str) -> str:
    lines = text.splitlines(keepends=True)
    fence: str | None = None
    for number, line in enumerate(lines):
        opened = _FENCE.match(line)
        if fence is None and not opened:
            continue
        lines[number] = _covered(line)
        if fence is None and opened:
            fence = opened.group(1)
        elif opened and fence and opened.group(1).startswith(fence):
            fence = None
    return "".join(lines)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
