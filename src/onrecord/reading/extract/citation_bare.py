"""Numbers of resolutions that no word names as such: "1701 (2006)", "827: the tribunal", "it bears the number 502"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.citation_rows import (
    DID,
    MOST_STATES,
    NEAR,
    is_year,
)
from onrecord.reading.extract.reference_words import CAME, said_to_be
from onrecord.reading.extract.spoken_numbers import NUMBER_WORDS
from onrecord.reading.parsed import Sentence

_OF_A_YEAR = re.compile(r",\s+the\s+(?:19|20)\d\d\s+resolution\b")
_BESIDE = re.compile(r",\s+the\s+(?:(?:19|20)\d\d\s+)?resolution\b")
_IN_FULL = re.compile(r"\s*\((?:1946|19[4-9]\d|20\d\d)\)(?!\s*%)")
_GLOSSED = re.compile(r"\s*\([^()\d]{2,40}(?:19|20)\d\d\)")
_BARE = re.compile(r"\s*,?\s*(?:\((?:1946|19[4-9]\d|20\d\d)\)|of\s+(?:[A-Z][a-z]+\s+)?(?:19[4-9]\d|20\d\d)\b)")
ASSEMBLY_NUMBERS = 2900
"""No resolution of the Council is numbered so high; the Assembly's first series went to 3541."""
ONE_OF_THEM = ("one", "first", "it", "exception", "exceptions", "last", "second", "third", "latest", "other", "others")
"""What a number is said to be, in a text that cites others."""
CLOSES = frozenset({"in", "with", "together with", "along with", "alongside"})
"""What goes on behind a number of a resolution that stands alone, and behind no number that counts."""
FOUR = 4
FAR = 1500
"""How far a number alone may lie from those that a text cites, above 1000."""


def is_number(chunk: Chunk, digits: int) -> bool:
    return chunk.text.isdigit() and digits <= len(chunk.text) <= 4 and chunk.date is None


def bare(sentence: Sentence, at: int, leads: bool) -> bool:
    """A number alone: "1701 (2006)"; at a sentence's head or behind others, "713, of September 1991" as well."""
    chunk = sentence.chunks[at]
    behind = chunk.end - sentence.start
    if len(chunk.text) == 4 and _IN_FULL.match(sentence.text, behind):
        return not (at and sentence.chunks[at - 1].has("determiner"))
    if _GLOSSED.match(sentence.text, behind) and at and sentence.chunks[at - 1].has("preposition"):
        # "Abstained on 478 (Jerusalem, 1980), on 1860 (Gaza, 2009)"
        return any(c.verb("abstain", "veto", "vote", "no", "yes") is not None for c in sentence.chunks[:at])
    if _OF_A_YEAR.match(sentence.text, behind):
        return True  # "They quote 690, the 1991 resolution that promised a vote"
    if not leads or (at and sentence.chunks[at - 1].has("preposition", "determiner")):
        return False
    return _BARE.match(sentence.text, behind) is not None or _BESIDE.match(sentence.text, behind) is not None


def predicated(chunks: list[Chunk], at: int, known: Sequence[int]) -> bool:
    """ "The resolution that created UNIFIL is 425", "it bears the number 502", "then came 618", after other numbers."""
    chunk = chunks[at]
    if is_year(chunk.text) or not at:
        return False
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    dated = following is not None and at + 2 < len(chunks) and chunks[at + 2].date is not None
    dated = dated and following is not None and following.lower in ("in", "of", "on")
    if following is not None and following.is_word and not (following.date or following.has("and") or dated):
        return False
    link = said_to_be(chunks, at)
    if int(chunk.text) <= MOST_STATES and chunks[at - 1].lower not in NUMBER_WORDS:
        return False  # "In March it had been 141"
    if link is not None and any(
        c.has("cite") or c.lower.startswith("resolution") for c in chunks[max(0, link - 14) : at]
    ):
        return True
    if link is not None and chunks[at - 1].lower in NUMBER_WORDS and chunks[link - 1].has("pronoun_text", "text"):
        return True
    if (
        link is not None
        and link > 1
        and chunks[link - 1].lower == "number"
        and chunks[link - 2].lower in ("its", "the")
    ):
        return True
    number = int(chunk.text)
    near = number < ASSEMBLY_NUMBERS and any(abs(number - k) <= (FAR if number >= 1000 else NEAR) for k in known)
    if not near:
        return False
    came = chunks[at - 1].lower in ("came", "follows", "followed")
    # "So was 2254 in December"
    came = came or " ".join(c.lower for c in chunks[max(0, at - 2) : at]).endswith(("so was", "so were"))
    it = link is not None and (chunks[link - 1].has("pronoun_text", "text") or chunks[link - 1].lower in ONE_OF_THEM)
    return came or it or chunks[at - 1].lower in NUMBER_WORDS


def next_number(chunks: list[Chunk], at: int, known: Sequence[int]) -> bool:
    """ "Number 84 gave the Americans the command", "on 19 May number 824 called …", in a text that cites others."""
    if not at or not is_number(chunks[at], 2) or chunks[at - 1].lower not in NUMBER_WORDS:
        return False
    before, number = chunks[at - 2] if at > 1 else None, int(chunks[at].text)
    opens = before is None or before.has("and", "but") or not before.is_word
    reach = BESIDE
    if len(chunks[at].text) > TWO:
        behind = chunks[at + 1] if at + 1 < len(chunks) else None
        opens = (opens or (before is not None and before.date is not None)) and behind is not None and _acts(behind)
        reach = FAR if number >= 1000 else NEAR
    return opens and any(0 < abs(number - other) <= reach for other in known)


TWO = 2
BESIDE = 20
"""How far a number that opens a clause may lie from those that a text cites."""


def heads_a_vote(chunks: list[Chunk], at: int) -> bool:
    """ "1559: passed with nine", "1701, unanimous": what a note calls a resolution, the number in front of its vote."""
    digits = chunks[at].text
    if at + 2 >= len(chunks) or len(digits) != FOUR or is_year(digits) or int(digits) > ASSEMBLY_NUMBERS:
        return False
    if any(c.is_word for c in chunks[:at]) or chunks[at + 1].text not in ":,–—=":
        return False
    behind = chunks[at + 2 : at + 2 + HEADED]
    return any(
        c.has("vote_noun", "abstention_noun", "veto_noun", "undissented", "unanimous") or c.verb(*VOTED_SO)
        for c in behind
    )


HEADED = 7
"""Chunks behind a number at the head of a sentence within which its vote is told."""
VOTED_SO = ("pass", "adopt", "act", "abstain", "vote", "veto", "yes", "no")


def close_to(digits: str, known: Sequence[int]) -> bool:
    """Whether a number of four digits lies near the resolutions that the text names: "1172, of 1998"."""
    return len(digits) == FOUR and digits.isdigit() and any(abs(int(digits) - other) <= FAR for other in known)


def listed(sentence: Sentence, at: int, known: Sequence[int]) -> bool:
    """A number alone where resolutions are spoken of: "827: the tribunal", "abstained on 1199", "got 688, which …".

    `known` are the numbers cited so far; what lies far from all of them is none.
    """
    chunks = sentence.chunks
    chunk = chunks[at]
    if chunk.text.startswith("0"):
        return False
    number = int(chunk.text)
    if number > ASSEMBLY_NUMBERS or is_year(chunk.text):
        return False
    reach = FAR if number >= 1000 else NEAR
    if not any(abs(number - other) <= reach for other in known):
        return False
    before = chunks[at - 1] if at else None
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if before is None or before.text == ";" or all(not c.is_word for c in chunks[:at]):
        return following is not None and (
            following.text in ":,"
            or (number >= 1000 and (_acts(following) or following.lower in CAME or _told_of(following)))
        )
    if following is not None and following.is_word and not _goes_on(following, number):
        return False
    if before.text == "(":
        closed = following is not None and (following.text == ")" or (number >= 1000 and following.text in ",:;"))
        return closed and at > 1 and chunks[at - 2].is_word
    if number >= 1000:
        return not before.has("determiner")
    closed = following is None or not following.is_word or following.date is not None or following.lower in CLOSES
    apposed = before.text == "," and at > 1 and chunks[at - 2].is_word and closed
    return apposed or (closed and before.lower in ("on", "got", "with", "as", "under", "for", "against", "behind"))


def _told_of(following: Chunk) -> bool:
    """ "2720 was co-sponsored by Malta", "2712 (November)", of one text, and no number."""
    return following.lower in ("was", "is", "(", "=", "'s")


def _goes_on(following: Chunk, number: int) -> bool:
    """Whether what follows is no noun that the number counts."""
    if _acts(following) or following.date is not None:
        return True
    if following.has("and", "preposition", "relative", "adverb", "be", "verb"):
        return True
    return number >= 1000 and following.lower in DID


def _acts(chunk: Chunk) -> bool:
    return chunk.verb("act", "adopt", "put", "pass", "use", "abstain", "veto") is not None or chunk.has("have")
