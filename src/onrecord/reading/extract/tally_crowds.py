"""Counts of states that a text says did something, in whatever words: "165 nations stood with Cuba", "eleven countries
on the Council deplored the landing". They are of a vote as far as the record bears the very number out; else such words
are of whatever they may be of.
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.reading.chunks import MOST_MEMBERS, Chunk
from onrecord.reading.claims.vote import Tally
from onrecord.reading.extract.tally_words import ROLES
from onrecord.reading.extract.voting_words import of_what_was_cast
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

MAJORITIES = (range(7, 16), range(40, 194))
"""How many have voted alike in the Council, and in the Assembly."""
_WORDS = word_sets("crowd_words.csv")
STATES, NO_VOTE, AGAINST, PAST, READY = (_WORDS[kind] for kind in ("states", "no_vote", "against", "past", "ready"))
PART_OF = ("of", "by", "all", "other", "those", "than", "some", "over", "nearly")
"""Words in front of a number that make it no count of all who voted so."""
_BEFORE = re.compile(
    r"\b(?:before|ahead of|until|after|during) (?:the|a|any|its|their|that) (?:vote|ballot|debate|meeting)\b"
)
"""What was done then was no vote."""
BEHIND = 3
"""Chunks from the number to what it counts."""
REACH = 6
"""Chunks behind the states in which their verb begins."""


def crowd(sentence: Sentence) -> Tally | None:
    """The first such count in a sentence that tells of no vote in plainer words."""
    chunks = sentence.chunks
    if not sentence.numbered or _BEFORE.search(sentence.text):
        return None
    for at, chunk in enumerate(chunks):
        value = chunk.cardinal
        if value is None or at >= sentence.unreal_from or not any(value in numbers for numbers in MAJORITIES):
            continue
        if at and (chunks[at - 1].lower in PART_OF or chunks[at - 1].has("only")):
            continue
        if at > 1 and chunks[at - 1].lower == "the" and chunks[at - 2].lower == "of":
            continue  # "eleven of the fifteen members"
        noun = next((i for i in range(at + 1, min(at + 1 + BEHIND, len(chunks))) if chunks[i].lower in STATES), None)
        if noun is None:
            noun = _of_all_seated(chunks, at)
        those = _those_that(chunks, at, noun)
        noun = those if noun is None else noun
        if noun is None or any(c.text[:1].isupper() or not c.is_word for c in chunks[at + 1 : noun]):
            continue
        verb = _verb(chunks, noun + 1 + (those is not None and noun != those))
        if verb is None or of_what_was_cast(chunks, verb):
            continue
        last = next((i for i in range(verb, len(chunks)) if chunks[i].text in ".;:,—–"), len(chunks)) - 1
        placed = sentence.placed(at, last, at)
        if any(c.lower in AGAINST for c in chunks[verb : last + 1]):
            return Tally(*placed, no=chunk.number, stray=True)
        return Tally(*placed, yes=chunk.number, stray=True)
    return None


def _of_all_seated(chunks: list[Chunk], at: int) -> int | None:
    """The last chunk of "eleven of the fifteen", "141 of the 193"."""
    behind = chunks[at + 1 : at + 4]
    if len(behind) < 3 or behind[0].lower != "of" or behind[1].lower not in ("the", "its", "all"):
        return None
    if behind[2].cardinal not in SEATED:
        return None
    last = at + 3
    return last + 1 if last + 1 < len(chunks) and chunks[last + 1].lower in STATES else last


SEATED = (11, 15, *range(50, 194))
"""Members of the Council, and of the Assembly."""


def _those_that(chunks: list[Chunk], at: int, noun: int | None) -> int | None:
    """The relative of "the 141 that condemned the invasion", "the 141 states which voted for it"."""
    place = at + 1 if noun is None else noun + 1
    if at == 0 or chunks[at - 1].lower != "the" or place >= len(chunks):
        return None
    if at > 1 and chunks[at - 2].has("among", "preposition") and chunks[at - 2].lower not in ("than", "by", "like"):
        return None  # "was among the 143 that voted for it" tells of one of them
    return place if chunks[place].lower in ("that", "which", "who") else None


def _verb(chunks: list[Chunk], first: int) -> int | None:
    """Where a verb in the past stands behind the states, one that may be of a vote."""
    for at in range(first, min(first + REACH, len(chunks))):
        chunk = chunks[at]
        ready = chunk.lower in ("was", "were") and at + 1 < len(chunks) and chunks[at + 1].lower.split()[0] in READY
        if ready or (chunk.is_word and _past(chunk) and chunk.lower not in NO_VOTE):
            return at
        if not chunk.is_word or chunk.has("relative", "be", "have", "modal", "negation") or chunk.lower in NO_VOTE:
            return None
        if chunk.lower == "to":
            return None  # "the only one of the fifteen members to oppose it"
        if not (chunk.has("preposition", "determiner", "adverb", "council", "assembly") or chunk.text[:1].isupper()):
            return None
    return None


def _past(chunk: Chunk) -> bool:
    if chunk.verb("cosponsor") is not None:
        return False
    return chunk.has("verb") or (chunk.text.islower() and (chunk.lower.endswith("ed") or chunk.lower in PAST))


def of_a_crowd(chunks: list[Chunk]) -> bool:
    """ "412 for, 88 against": more than any body of the United Nations has members."""
    for chunk, then in pairwise(chunks):
        number = chunk.number
        if number is None or number.ordinal or number.unit or number.value <= MOST_MEMBERS:
            continue
        if any(kind in then.kinds for kind, _ in ROLES) and "verb" not in then.kinds:
            return True
    return False
