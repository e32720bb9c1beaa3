"""Whom a rule is said of, where it is said of members that are named: "France, which could have stopped it"."""

from __future__ import annotations

import re

from onrecord.reading.claims.vote import Members
from onrecord.reading.parsed import Phrase, Sentence

_BEFORE_COULD = re.compile(
    r"[,()]*\s*(?:'s|(?:either|any|both|each|neither|one) of (?:whom|which|them|the two|the three)|who|which|"
    r"(?:who|which) (?:both|each|alone|also)|alone|also|too|each|both|itself|still|and|that)?\s*,?|"
    r"(?:'s|s') (?:no|noes|votes?|veto|\w+ vote).{0,20}"
)
_THEIR_OWN = re.compile(
    r"\b(?:its|their|that|this|her|his) (?:no|vote|own vote|vote against|negative(?: vote)?)\Z|, it\Z"
)
_ANY_OF_THEM = re.compile(
    r"(?:\A|[.;:,] |\b(?:and|but|though|although) )"
    r"(?P<any>(?P<some>one|two|three)(?= of the)|either|both|each|any one|any|neither)"
    r"(?: of (?:them|these|those|whom|the (?P<all>two|three|four|five)))?(?: alone)?,?\s*\Z",
    re.IGNORECASE,
)
_SIZES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def any_of_them(
    sentence: Sentence, found: list[Phrase], at: int, earlier: Members | None
) -> tuple[Members | None, int, int | None]:
    """ "Moscow and Beijing abstained. Either could have stopped it": those just named, and how many of them; `earlier`
    are those of the sentence before.
    """
    match = _ANY_OF_THEM.search(sentence.text, 0, at)
    here = [p.members for p in found if len(p.members.named) > 1]
    here = here if here and sentence.chunks[found[0].first].start - sentence.start < at else []
    several = here[0] if here else earlier
    if match is None or several is None:
        return None, 0, None
    if match["all"] is not None and _SIZES[match["all"].lower()] != len(several.named):
        return None, 0, None
    return several, match.start("any"), _SIZES[match["some"].lower()] if match["some"] else None


def who(sentence: Sentence, found: list[Phrase], at: int, owning: bool = False) -> tuple[Members | None, int]:
    """The members named last before the offset, with nothing but a relative clause's opening between; where `owning`
    also further off, as those whose vote "its no" is.
    """
    best: Phrase | None = None
    for named in found:
        if sentence.chunks[named.last].end - sentence.start <= at and (named.members.named or named.members.groups):
            best = named
    if best is None:
        return None, 0
    gap = sentence.text[sentence.chunks[best.last].end - sentence.start : at].strip().lower()
    if not (_BEFORE_COULD.fullmatch(gap) or (owning and _THEIR_OWN.search(gap))):
        return None, 0
    if gap.lstrip(", ").startswith("which") and len(best.members.named) > 1 and not best.members.groups:
        # "Poland, Spain and the Soviet Union, which could have killed it": the last of them
        last = best.members.named[-1]
        return Members((last,), text=last.text), sentence.chunks[best.last].start - sentence.start
    return best.members, sentence.chunks[best.first].start - sentence.start
