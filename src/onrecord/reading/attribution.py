"""Who says what: quotations with their speakers, and sentences reported as somebody's words."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTED = re.compile(r"\"([^\"\n]{3,1200})\"|(?<![\w'])'((?:[^'\n]|(?<=\w)'(?=\w)){3,1200})'(?!\w)")
_CUES = (
    "said", "says", "told", "added", "adds", "noted", "notes", "stated", "states", "declared", "declares", "argued", "argues",
    "claimed", "claims", "insisted", "insists", "explained", "explains", "wrote", "writes", "tweeted", "posted", "announced",
    "warned", "warns", "acknowledged", "admitted", "recalled", "recalls", "remarked", "complained", "replied", "responded",
    "proclaimed", "proclaiming", "concluded", "continued", "condemned", "asserted", "asserts", "maintained", "alleged",
    "boasted", "observed", "stressed", "reported", "according to",
)  # fmt: skip
_CUE = "|".join(_CUES)
_NAME = r"(?:(?:[A-Z][\w.'-]*|of|the|for|de|al|bin|US|UN|UK)(?:\s+|$)){1,9}"
_BEFORE = re.compile(rf"(?P<who>(?:the |an? |his |her |its |their )?[\w .'’-]{{2,70}}?)\s+(?:has |had |have |also |later |then |further )?(?P<cue>{_CUE})\b[^.\"]{{0,60}}?[:,]?\s*(?:that\s*)?$")
_AFTER = re.compile(rf"^[\s,.]*(?P<cue>{_CUE})\s+(?P<who>[^,.;:\"()]{{2,70}})|^[\s,.]*(?P<who2>[^,.;:\"()]{{2,60}}?)\s+(?P<cue2>{_CUE})\b")
_REPORTED = re.compile(rf"^(?P<who>[^,.;:\"]{{2,80}}?)\s+(?:has |had |have |also |later |then )?(?P<cue>said|says|claimed|claims|argued|argues|insisted|insists|stated|noted|told [\w ]{{2,30}}|added|declared|maintained|alleged|wrote|complained|recalled|announced|acknowledged|admitted)\s+(?:on \w+\s+|that\s+|yesterday\s+)", re.I)
_TRAILING = re.compile(r",\s+(?P<cue>said|says|according to)\s+(?P<who>[^,.;:\"]{2,70})[.]?$|,\s+(?P<who2>(?:the |an? )?[^,.;:\"]{2,60}?)\s+(?P<cue2>said|says|told \w+|added|noted|claimed|argued|wrote)(?:\s+(?:afterwards|later|on \w+|yesterday))?[.]?$")
_LEADING = re.compile(r"^According to (?P<who>[^,.;:\"]{2,80}),", re.I)


@dataclass(frozen=True, slots=True)
class Quoted:
    start: int
    end: int
    """The words between the marks."""
    speaker: str | None
    cue: str | None


def quotations(text: str) -> list[Quoted]:
    found: list[Quoted] = []
    speaker: str | None = None
    for match in _QUOTED.finditer(text):
        group = 1 if match.group(1) is not None else 2
        start, end = match.span(group)
        if end - start < 12 and " " not in text[start:end]:
            continue
        who, cue = _speaker(text, match.start(), match.end())
        speaker = who or speaker if cue else who
        found.append(Quoted(start, end, who, cue))
    return found


def _speaker(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    before = text[max(0, start - 160) : start].rsplit("\n", 1)[-1]
    match = _BEFORE.search(before)
    if match:
        return _clean(match.group("who")), match.group("cue")
    after = text[end : end + 120].split("\n", 1)[0]
    match = _AFTER.match(after)
    if match:
        return _clean(match.group("who") or match.group("who2")), match.group("cue") or match.group("cue2")
    return None, None


def _clean(who: str | None) -> str | None:
    if who is None:
        return None
    who = re.split(r"[.!?]\s+|,\s+", who.strip(" ,'\""))[-1].strip()
    who = re.sub(r"^(?:and|but|as|when|while|then|after|in a statement)\s+", "", who, flags=re.I)
    return who or None


def reported_by(sentence: str) -> str | None:
    """Whose words a sentence without quotation marks gives: "the minister said that …", "…, officials said"."""
    match = _LEADING.match(sentence) or _TRAILING.search(sentence) or _REPORTED.match(sentence)
    if match is None:
        return None
    groups = match.groupdict()
    return _clean(groups.get("who") or groups.get("who2"))
