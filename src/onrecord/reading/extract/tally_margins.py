"""Numbers of votes that are a difference or a sum and no side's: "failed by two votes", "those against and those
abstaining were 67"; and what may be either: "passed by 37 votes".
"""

from __future__ import annotations

import re

from onrecord.reading.claims.vote import Tally
from onrecord.reading.extract.tally_words import WIDEST_MARGIN
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

MERELY = ("just", "mere", "a mere", "barely", "scarcely")
WON = word_sets("tally_words.csv")["won_or_lost"]
_BY = re.compile(r"\bby (?:only |just |a mere |some |about )?\Z")
_ENDS = re.compile(r"(?: votes?)?(?! ?(?:to|against|for|in)\b)\s*(?:[.,;:!?)—–]|and\b|but\b|$)")
_SIDE = r"(?:noes|nays|against|abst\w+|absent)"
_BOTH_SIDES = re.compile(rf"\b{_SIDE} and (?:the |those |from )?(?:no |who )?{_SIDE}\b[^.;:]*\Z", re.IGNORECASE)


def by_so_many(sentence: Sentence, claim: Tally) -> bool:
    """ "It passed by 37 votes", of which a second number says nothing."""
    told = claim.yes
    if not isinstance(told, NumberMention) or claim.no is not None or claim.abstain is not None:
        return False
    return _BY.search(sentence.text, 0, told.start) is not None and _ENDS.match(sentence.text, told.end) is not None


def of_two_sides(sentence: Sentence, claim: Tally) -> bool:
    """ "Those against and those abstaining were 67": both together, and not the side named last; "the one voted yes,
    the other no": each of two.
    """
    given = [p for p in (claim.yes, claim.no, claim.abstain) if isinstance(p, NumberMention)]
    if len(given) != 1:
        return False
    return " and " in sentence.text and _BOTH_SIDES.search(sentence.text, 0, given[0].start) is not None


def margin(sentence: Sentence, claim: Tally) -> bool:
    """ "Failed by two votes": by how many it missed, not how many it got."""
    if claim.yes is None or isinstance(claim.yes, int) or claim.no is not None or claim.abstain is not None:
        return False
    if claim.yes.value > WIDEST_MARGIN:
        return False
    chunks = sentence.chunks
    at = next((i for i, c in enumerate(chunks) if c.number is claim.yes), 0)
    before = [i for i in range(max(0, at - 4), at) if chunks[i].lower == "by"]
    if not before:
        return False
    lone = claim.yes.value == 1 and before[-1] == at - 1  # "kept it out by one vote": that of one against
    if lone or any(c.verb("fail", "defeat") is not None for c in chunks[: before[-1]]):
        return True
    # "won by only four votes, 50 to 46"
    mere = any(c.has("only") or c.lower in MERELY for c in chunks[before[-1] + 1 : at])
    return mere or any(c.lower in WON for c in chunks[max(0, before[-1] - 4) : before[-1]])
