"""Words that tell of several votes at once, of which no one position can be read: "has vetoed it eighteen times"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.chunks import Chunk
from onrecord.reading.table import word_sets

ONE_AFTER_ANOTHER = re.compile(r"\bone (?:\S+ ){1,4}after (?:another|the other|the next)\b")
COMPARED = re.compile(
    r"\b(?:more|fewer|most|fewest|half|third|quarter|majority|share|bulk) "
    r"(?:(?:of|the|all|its|their|on \w+|[\w'’]+) ){0,4}?veto(?:e?s)\b"
    r"|\bveto(?:ed|es) (?:more|fewer|twice as many|as many) (?:\w+ ){1,3}(?:in|on|over|under|than|as|since|this|last)\b"
    r"|\b(?:veto|it) (?:(?:less|more|as) (?:often|much|frequently) (?:than|as)|less than|oftener than)\b",
    re.IGNORECASE,
)
"""Words for a part of many vetoes, or more of them than another's: "has cast half of all vetoes"."""
YEAR_BY_YEAR = re.compile(
    r"\b(?:each|every) (?:single )?(?:year|time|month|spring|summer|autumn|winter|renewal|occasion)\b"
    r"[^.;]{0,24}\b(?:since|from)\b"
    r"|\byear (?:after|in,?) (?:year|year out)\b"
)
"""Words that tell of each of many votes: "has abstained every year since 2019"."""
NOTHING_ELSE = re.compile(
    r"\b(?:anything|any thing|aught|any other way|otherwise|other things?|nothing)(?: else)? "
    r"(?:but|except|save|besides|other than|than)\b(?! unanim)"
)
"""Words behind "never" for what is always done: "has never done anything but vote no"."""
EVERY_YEAR = word_sets("frequency.csv")["every_year"]
EACH = frozenset({"each", "every"})
HOW = 3
OBJECTS = ("determiner", "text", "cite", "council", "of_adjective", "pronoun_text", "yes_noun", "place")


def denied_of_all(chunks: list[Chunk], first: int) -> bool:
    """ "Never before had China vetoed twice within a week": denied of all the time before, and told of no vote."""
    before = " ".join(c.lower for c in chunks[max(0, first - NEVER_BACK) : first])
    return "never before" in before


NEVER_BACK = 3


def alone_or_not(chunks: list[Chunk], first: int, last: int) -> bool:
    """ "Has vetoed, alone or with Cuba, ten of them", "had cast no veto, alone or in company, since 1999": of many."""
    reach = range(first, min(last + 3, len(chunks) - 1))
    return any(chunks[i].lower == "alone" and chunks[i + 1].lower == "or" for i in reach)


def every_year(chunks: list[Chunk], inside: Sequence[int]) -> bool:
    """ "Has voted against it every year", "year after year it voted no", and not "voted no, as every year"."""
    if not inside:
        return False
    for at in range(max(0, inside[0] - 2), min(inside[-1] + 2, len(chunks))):
        if chunks[at].lower in EVERY_YEAR:
            opens = at == 0 or not chunks[at - 1].is_word or chunks[at - 1].has("and", "but")
            likened = any(c.lower in ("as", "like", "unlike") for c in chunks[max(0, at - 3) : at])
            return (at >= inside[0] or opens) and not likened
    return False


def how_often(chunks: list[Chunk], first: int) -> bool:
    """ "That is how often Russia has vetoed such texts", "the number of times that it did"."""
    before = [c.lower for c in chunks[max(0, first - HOW) : first]]
    words = " ".join(before)
    return words.endswith(("how often", "how many times", "how many", "number of times", "number of times that"))


def since_then(chunks: list[Chunk], inside: Sequence[int]) -> bool:
    """ "Only three of the five have used their veto since 1990": of no one vote."""
    perfect = any(chunks[i].lower in ("has", "have") for i in inside)
    return perfect and any((day := chunks[i].date) is not None and day.role == "since" for i in inside)
