"""What a part of the world has at the Council's table: "Africa has no permanent seat", "holds three elected seats"."""

from __future__ import annotations

import re

from onrecord.reading.claims.membership import Membership
from onrecord.reading.claims.vote import Members
from onrecord.reading.date_distances import count_of
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


GROUPS = {
    **PEOPLES,
    "latin america and the caribbean": "Latin American",
    "the latin american and caribbean group": "Latin American",
    "the african group": "African",
    "eastern europe": "Eastern European",
    "western europe": "Western European",
    "western europe and others": "Western European",
    "the western europeans and others": "Western European",
    "the western european and others group": "Western European",
    "the western group": "Western European",
    "the eastern european group": "Eastern European",
    "the east europeans": "Eastern European",
    "the eastern europeans": "Eastern European",
    "the latin americans": "Latin American",
    "the africans": "African",
    "the asians": "Asian",
    "the asian group": "Asian",
    "the asia-pacific group": "Asian",
    "asia and the pacific": "Asian",
}
"""The adjective of those who sit for a part of the world."""
_NUMBER = r"(?P<number>one|two|three|four|five|six|seven|eight|nine|ten)"
_FROM = rf"(?:(?P<place>{'|'.join(sorted(GROUPS, key=len, reverse=True))})\b)"
_ADJECTIVE = r"(?P<whose>African|Latin American|Arab|Asian|European|Eastern European|East European|Western European)"
_CHOSEN = r"(?P<kind>elected |non-permanent |rotating )?"
_THERE = r"(?: on (?:the|this) (?:Security )?Council| of the (?:Security )?Council)?"
_HOLDS = (
    r"(?:currently |now |then |alone )?(?:has|have|had|holds?|held|fills?|filled|occup(?:y|ies|ied)|gets?|got|"
    r"(?:is|are|was|were) (?:given|allotted|entitled to|guaranteed))"
)
_GIVEN = r"(?:gets?|got|has to make do with|have to make do with|(?:is|are) (?:given|allotted|entitled to|guaranteed))"
"""Before a number of seats that need not be called so."""
_SO_MANY = tuple(
    re.compile(source, re.IGNORECASE)
    for source in (
        rf"\b{_NUMBER} of (?:the|its) (?:(?:ten|fifteen|six|eleven) )?{_CHOSEN}(?:members|seats|ten|fifteen|states)"
        rf"{_THERE} (?:is|are|was|were) (?:currently |now |then )?(?:from {_FROM}|{_ADJECTIVE}\b)",
        rf"\b{_FROM} {_HOLDS} "
        rf"(?:only |just )?{_NUMBER} (?:of (?:the|its) )?(?:(?:ten|fifteen|six|eleven) )?{_CHOSEN}"
        r"(?:seats|members|places|seat)\b",
        rf"\b{_FROM} {_GIVEN} (?:only |just )?{_NUMBER}(?=\s*(?:[.;:,)]|\Z|and\b))",
        rf"\b(?:there (?:are|were)|the (?:Security )?Council (?:has|had|counts|counted)) "
        rf"(?:currently |now |then )?{_NUMBER} {_CHOSEN}{_ADJECTIVE} (?:members|states|countries)\b",
    )
)
_ON_IT = r"(?:on|in|at) (?:it|the (?:UN )?(?:Security )?(?:Council|table))"
_ENDS = (
    r"(?=\s*(?:[.;:)]|,? (?:then|now|today|at the time|at that time|that year|in those days)\b|,? (?:and|but)\b|\Z))"
)
_NOBODY_THERE = tuple(
    re.compile(source, re.IGNORECASE)
    for source in (
        rf"\b{_NONE} {_WHOSE}(?: {_STATE})? (?:sat|sits|served|serves|was|is) (?:then |now )?{_ON_IT}{_ENDS}",
        rf"\b{_NONE} {_WHOSE}(?: {_STATE})? (?:had|has|held|holds) a seat(?: {_ON_IT})?{_ENDS}",
        rf"\bthere (?:was|is) (?:then |now )?{_NONE} {_WHOSE}(?: {_STATE})? {_ON_IT}{_ENDS}",
        rf"\bthe (?:Security )?Council (?:had|has) (?:then |now )?{_NONE} {_WHOSE} {_STATE}(?: {_ON_IT})?{_ENDS}",
    )
)
""" "No Arab state sat on the Council then"."""
_GOES_ON = re.compile(r"\s*(?::|,? (?:and|or) |, (?!which|where|but|while|as|so)|[(–—])")
"""Behind it stands another region, or who they are."""
_COUNTED = frozenset(
    {"seats", "seat", "members", "ten", "places", "fifteen", "state", "country", "member", "nation"}
    | {"african", "arab", "asian", "european", "american"}
    | {"get", "gets", "got", "given", "guaranteed", "make", "allotted"}
)


def seats_counted(sentence: Sentence, words: Words) -> list[Membership]:
    """How many seats a part of the world has: "three of the ten elected members are African"."""
    if words.isdisjoint(_COUNTED) or sentence.question or sentence.withdrawn:
        return []
    match = next((m for pattern in _SO_MANY if (m := pattern.search(sentence.text)) is not None), None)
    if match is not None and _GOES_ON.match(sentence.text, match.end()):
        return []
    told = [c.date for c in sentence.dates if c.date is not None]
    if match is None and all(d.form == "then" or d.from_context for d in told):
        match = next((m for pattern in _NOBODY_THERE if (m := pattern.search(sentence.text)) is not None), None)
    if match is None:
        return []
    named = match.groupdict()
    place, whose = named.get("place"), named.get("whose")
    adjective = GROUPS[place.lower()] if place else (whose or "").title()
    of_old = (word in f" {match.group().lower()} " for word in (" were ", " was ", " had ", " held ", " counted "))
    claim = Membership(
        sentence.start + match.start(), sentence.start + match.end(), sentence.index,
        sentence.speaker_at(sentence.start + match.start()),
        members=Members(adjective=adjective, text=match.group()), form="seats",
        kind="elected" if named.get("kind") else None, quantity=count_of((named.get("number") or "no").lower()) or 0,
        past=any(of_old),
        loose=not named.get("kind"),
    )  # fmt: skip
    return [claim]


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
