"""Whether it is denied only that nobody else did so: "Chad was not the only one to abstain", "not alone in its No"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.claims.vote import Position
from onrecord.reading.parsed import Sentence

SINGLED_OUT = frozenset({"only", "sole", "lone", "alone"})
_DENIED = r"(?:\bnot|n't|\bnever|\bhardly|\bscarcely|\bfar from)(?: (?:quite|exactly|entirely|being|of course|even))?"
_NOT_ONLY = re.compile(
    rf"{_DENIED} (?:(?:the|a) (?:only|sole|lone)\b(?! (?:time|text|draft|reason|thing|resolution|issue|question|day))"
    r"|alone\b)"
    r"|^not only (?:the )?(?=[A-Z])|^neither [^,;.:]{1,40} alone\b"
    r"|\b(?:did not|didn't) (?:vote|say|abstain|veto|stand|oppose|object)\b[^,;.:]{0,30}\balone\b",
    re.IGNORECASE,
)
_AND_MORE = re.compile(
    r"\bnot only (?:vot|abstain|veto|oppos|reject|block|support|back|said|say|stay|took|refus|walk)\w*\b", re.IGNORECASE
)
"""In front of what was done and more: "not only abstained but walked out"."""


def not_only(claim: Position, sentence: Sentence) -> Position:
    """The claim, denied no more, with `not_alone` where that is so."""
    if sentence.words.isdisjoint(SINGLED_OUT) or claim.members.nobody:
        return claim
    words = sentence.text[claim.start - sentence.start : claim.end - sentence.start]
    if claim.negated and _AND_MORE.search(words) is not None:
        return replace(claim, negated=False, only=False)
    if _NOT_ONLY.search(words) is None:
        return claim
    if claim.choice == "alone":
        return replace(claim, negated=True)
    neither = words.lower().startswith("neither ")  # "neither Chad nor Mali was alone in it": each had the other
    return replace(claim, negated=False, only=False, only_of=None, not_alone=not neither)
