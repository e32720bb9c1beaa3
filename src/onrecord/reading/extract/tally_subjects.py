"""How many are the subject of a verb of voting, or its agent."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.tally_words import (
    SPANS,
    is_count,
    numbered,
)
from onrecord.reading.numbers import NumberMention
from onrecord.reading.table import word_sets

FEWEST_STATES = 21
"""More than any Council has members."""
SEATED = frozenset({"members", "council members", "delegations", "member states", "states"})
"""What members of a body are called also where its vote is not spoken of."""
OF_THE_COUNCIL, OLD_COUNCIL, FULL_COUNCIL = 5, 11, 15
_WORDS = word_sets("tally_words.csv")
STANDS_FOR = _WORDS["one_told_of"]
MAJORITY = _WORDS["majority"]


def no_count(chunks: list[Chunk], at: int) -> bool:
    """ "As one", "this one", "no one": a word, not a number; "three more yeses than in March" is a difference."""
    if at + 1 < len(chunks) and chunks[at + 1].lower in SPANS:
        return True  # "six months were agreed"
    if at + 1 < len(chunks) and chunks[at + 1].has("author"):
        return True  # "backed by 136 co-sponsors"
    if at + 2 < len(chunks) and chunks[at + 1].lower == "of" and chunks[at + 2].has("author"):
        return True  # "had dozens of co-sponsors"
    if at + 1 < len(chunks) and chunks[at + 1].lower in ("more", "fewer", "less"):
        return any(c.lower.split()[0] == "than" for c in chunks[at + 2 : at + 6])
    if at and chunks[at - 1].lower == "all except":
        return True
    if at > 1 and at + 1 < len(chunks) and chunks[at - 1].lower == "the" and chunks[at - 2].has("among"):
        if chunks[at + 1].has("verb", "be"):
            return True  # "one of the five abstained"
    if at > 1 and (chunks[at - 1].lower == "but" or chunks[at - 1].has("exception")):
        # "all but two countries voted for it", "every member of the Council save one"
        if any(c.has("every", "everybody", "nobody") for c in chunks[max(0, at - 7) : at - 1]):
            return True
    if chunks[at].lower == "one" and at > 1 and chunks[at - 1].lower in ("only", "other", "sole"):
        # "Pakistan was the only one against", "the only other one"
        return any(c.lower == "the" for c in chunks[max(0, at - 3) : at - 1])
    if chunks[at].lower == "one" and at + 1 < len(chunks) and chunks[at + 1].has("relative"):
        if any(c.has("be") for c in chunks[max(0, at - 3) : at]):
            return True  # "Chad was one that abstained"
    if chunks[at].lower == "one" and at > 0 and chunks[at - 1].lower == "the" and at + 1 < len(chunks):
        return chunks[at + 1].has("relative") or chunks[at + 1].lower in ("to", "in", "on", "whom", "you", "we", "they")
    before = chunks[at - 1] if at > 0 and chunks[at].lower == "one" else None
    if before is not None and before.lower == "for" and at > 1 and chunks[at - 2].text == ",":
        return True  # "Malta, for one, abstained"
    if before is None:
        return False
    of_a_text = at > 1 and chunks[at - 2].has("determiner") and (before.has("member") or before.date is not None)
    return of_a_text or before.lower in STANDS_FOR


def of_a_part(chunks: list[Chunk], at: int) -> bool:
    """ "Africa's three members", "our two countries", "the eight states of the region": how many belong to somewhere,
    and not how many did so.
    """
    if at < 1 or at + 1 >= len(chunks) or not chunks[at + 1].has("member_noun"):
        return False
    if chunks[at - 1].lower == "the" and _of_a_region(chunks, at + 2):
        return True
    owns = at > 1 and chunks[at - 1].lower in ("'s", "'")
    return owns and not chunks[at - 2].has("council", "assembly", "same_body") and chunks[at - 2].lower not in BODIES


def _of_a_region(chunks: list[Chunk], at: int) -> bool:
    """Whether what follows says where states lie that are just so many: "of the region", "around the lake"."""
    following = next((c for c in chunks[at + 1 : at + 4] if not c.has("determiner") and c.lower != "the"), None)
    if at >= len(chunks) or chunks[at].lower not in PLACING or following is None:
        return False
    voters = following.has("council", "assembly", "same_body", "member_noun", "pronoun_member", "vote_noun", "text")
    return not (voters or following.number is not None or following.lower in BODIES or following.has("verb", "group"))


def _few(chunk: Chunk) -> bool:
    return (chunk.cardinal or 0) < FEWEST_STATES


PLACING = _WORDS["placing"]
BODIES = ("un", "u.n.", "body", "world", "organisation", "organization", "nations", "united nations")
"""Whose members are all that there are."""
OF_ALL = ("of", "the", "other", "these", "'s")
"""In front of how many there are, of whom some did so: "165 of the UN's 193 members"."""


def number_of_them(chunks: list[Chunk], last: int, votes: bool, carried: bool) -> int | None:
    """Where the number stands of a subject that ends at `last`: "thirteen members of the Security Council", "nine of
    them", "eleven", "twelve members, from Chad to Chile,".
    """
    at = last
    if at > 0 and chunks[at].text == ",":
        at = next((i - 1 for i in range(at - 1, max(at - 9, 0), -1) if chunks[i].text == ","), -1)
    noun = of = False
    while at >= 0 and last - at < 14:
        chunk = chunks[at]
        if chunk.cardinal is not None and (at == 0 or chunks[at - 1].lower not in OF_ALL):
            value = chunk.cardinal
            some = votes and OF_THE_COUNCIL <= value <= FULL_COUNCIL
            noun = noun or value >= FEWEST_STATES
            if value == 0 or numbered(chunks, at) or chunks[max(at - 1, 0)].lower == "all":
                return None
            if not (noun or (of and votes) or (some and (carried or _of_the_fifteen(chunks, at)))):
                return None
            return None if no_count(chunks, at) else at
        if not (
            chunk.has("member_noun", "council", "assembly", "determiner", "of_adjective", "same_body")
            or chunk.lower
            in (
                "of",
                "them",
                "world",
                "body",
                "organisation",
                "organization",
                "us",
                "'s",
                "whom",
                "un",
                "u.n.",
                "same",
                "security",
            )
            or chunk.cardinal is not None
        ):
            return None
        noun = (
            noun
            or (chunk.has("member_noun") and (votes or chunk.lower in SEATED))
            or (chunk.cardinal in (FULL_COUNCIL, 11) and last == at)
        )
        of = of or chunk.lower == "of"
        at -= 1
    return None


def _of_the_fifteen(chunks: list[Chunk], at: int) -> bool:
    """ "Of the Council's fifteen members eleven deplored it"."""
    return any(c.lower == "of" for c in chunks[max(0, at - 10) : at]) and any(
        c.has("council", "member_noun") for c in chunks[max(0, at - 10) : at]
    )


def agent_behind(chunks: list[Chunk], verb: int) -> tuple[int, NumberMention, int] | None:
    """The number behind "by" that a passive names: "backed by thirteen members", "opposed by only two"."""
    for position in range(verb + 1, min(verb + 4, len(chunks))):
        if chunks[position].lower != "by":
            continue
        first = position + 1
        while first < len(chunks) and (
            chunks[first].has("only", "determiner")
            or chunks[first].lower in ("just", "all", "as", "many", "no", "fewer", "than")
            or (chunks[first].lower in MAJORITY and any(c.cardinal for c in chunks[first + 1 : first + 4]))
        ):
            first += 1
        if first >= len(chunks) or chunks[first].cardinal is None:
            return None
        if first + 1 < len(chunks) and chunks[first + 1].text == "-":
            return None  # "approved by the 15-nation Council"
        if first + 1 < len(chunks) and chunks[first + 1].has("vote_noun"):
            # "rejected by two votes to seven"
            return None
        last = first
        while last + 1 < len(chunks) and (
            chunks[last + 1].has("member_noun", "council")
            or (
                last + 2 < len(chunks)
                and chunks[last + 1].lower in ("of", "the")
                and (chunks[last + 2].has("council", "determiner") or is_count(chunks[last + 2]))
            )
        ):
            last += 1
        number = chunks[first].number
        all_of_them = any(c.lower.split()[0] == "all" for c in chunks[position + 1 : first])
        if all_of_them and chunks[first].cardinal not in (OLD_COUNCIL, FULL_COUNCIL) and _few(chunks[first]):
            return None  # "agreed by all ten of its authors"
        return None if number is None else (first, number, last)
    return None
