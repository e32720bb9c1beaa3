"""What a part of the world has at the Council's table: "Africa has no permanent seat", "no Arab state is permanent"."""

from __future__ import annotations

import re

from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import Members
from onrecord.reading.parsed import Sentence
from onrecord.reading.phrasing import Words

PEOPLES = {
    "africa": "African",
    "latin america": "Latin American",
    "the arab world": "Arab",
    "the arab states": "Arab",
    "asia": "Asian",
    "europe": "European",
}
"""The adjective of those who live there."""
_PLACE = rf"(?P<place>{'|'.join(PEOPLES)})"
_WHOSE = r"(?P<whose>African|Latin American|Arab|Asian|European)"
_NONE = r"(?:no|not one|not a single|not even one)"
_STATE = r"(?:country|state|nation|member|government)"
_SEAT = r"permanent (?:seat|member|place|chair|representative)\b"
_WITHOUT = tuple(
    re.compile(source, re.IGNORECASE)
    for source in (
        rf"\b{_PLACE} (?:still |yet |today |now |as yet )?(?:has|have|had|holds?) (?:still |as yet )?{_NONE} {_SEAT}",
        rf"\b{_PLACE} (?:has|have|holds?) [^.;]{{3,60}} (?:and|but) {_NONE} {_SEAT}",
        rf"\b{_PLACE} (?:is|remains) (?:still )?without an? {_SEAT}",
        rf"\b{_PLACE} (?:still )?lacks an? {_SEAT}",
        rf"\b{_NONE} {_WHOSE} {_STATE} (?:has|holds|had|is|sits as|was) (?:ever )?(?:a )?permanent (?:seat|member)\b",
        rf"\b{_NONE} {_WHOSE} {_STATE} (?:is |sits )?among the (?:five )?permanent (?:members|five)\b",
        rf"\bnone of the (?:five )?permanent (?:members|five) (?:is|comes from) (?:{_WHOSE}|{_PLACE})\b",
    )
)
_WITH = re.compile(rf"\b{_PLACE} (?:has|have|holds?|enjoys?) (?:a|its|one) (?:own )?{_SEAT}", re.IGNORECASE)


def of_regions(sentence: Sentence, words: Words) -> list[Membership]:
    """Claims on the permanent seats of a part of the world."""
    if "permanent" not in words or sentence.question or sentence.withdrawn:
        return []
    match = next((m for pattern in _WITHOUT if (m := pattern.search(sentence.text)) is not None), None)
    none = match is not None
    match = match or _WITH.search(sentence.text)
    if match is None:
        return []
    named = match.groupdict()
    place, whose = named.get("place"), named.get("whose")
    adjective = PEOPLES[place.lower()] if place else (whose or "").title()
    claim = Membership(
        sentence.start + match.start(), sentence.start + match.end(), sentence.index,
        sentence.speaker_at(sentence.start + match.start()),
        members=Members(adjective=adjective, text=match.group()), form="region", kind="permanent",
        negated=none,
    )  # fmt: skip
    return [claim]
