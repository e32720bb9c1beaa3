"""What stands beside a number that counts votes: another number, or the end of what it counts."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.tally_subjects import FEWEST_STATES
from onrecord.reading.extract.tally_words import (
    ROLES,
    SPANS,
)

FEWEST_NEEDED = 9
"""Votes that a text has needed in the Council since 1966."""


def one_more(chunks: list[Chunk], at: int) -> bool:
    """ "One more vote and it would have passed": what there was not."""
    return (
        chunks[at + 1 : at + 2] != []
        and chunks[at + 1].lower == "more"
        and any(c.lower in ("would", "'d") for c in chunks[at + 2 :])
    )


def besides_a_veto(chunks: list[Chunk], at: int) -> bool:
    """ "Was vetoed by two members, with one more against it": besides those that vetoed it."""
    more = chunks[at + 1].lower in ("more", "other", "further") if at + 1 < len(chunks) else False
    return more and any(c.has("veto_noun") or c.verb("veto") is not None for c in chunks[:at])


def with_the_others(chunks: list[Chunk], at: int) -> bool:
    """ "It was thirteen with two abstentions", "ten and nobody against": those in favour, and no word for them."""
    if at + 1 < len(chunks) and chunks[at + 1].has("undissented") and "with" in chunks[at + 1].lower:
        return True
    if at + 3 >= len(chunks) or chunks[at + 1].lower not in ("with", "and", "plus"):
        return False
    if any(c.cardinal is not None for c in chunks[max(0, at - 4) : at]):
        return False
    if chunks[at + 2].cardinal is not None and chunks[at + 3].has("abstention_noun"):
        return True
    nobody = chunks[at + 2].has("nobody", "not_one") or chunks[at + 2].lower in ("no", "none", "zero")
    return nobody and chunks[at + 3].has("no_noun") and not chunks[at + 3].has("yes_noun")


def set_against(chunks: list[Chunk], at: int) -> int | None:
    """ "14 votes against one", "116 against only six": where the number of those against stands."""
    position = at + 1
    while position < len(chunks) and chunks[position].lower in ("votes", "vote", "voices"):
        position += 1
    if position >= len(chunks) or chunks[position].lower not in (
        "against",
        "votes against",
        "vote against",
        "hands against",
        "to only",
        "versus",
        "vs",
    ):
        return None
    position += 1
    while position < len(chunks) and (
        chunks[position].has("only", "determiner") or chunks[position].lower in ("just", "mere", "barely")
    ):
        position += 1
    if position >= len(chunks) or chunks[position].cardinal is None:
        return None
    following = chunks[position + 1] if position + 1 < len(chunks) else None
    told = following is not None and following.has("vote_noun", "text", *(kind for kind, _ in ROLES))
    return None if told else position


def ends_there(chunks: list[Chunk], position: int, at: int) -> bool:
    """ "Three against Russia" is a count, "three for Iran" need not be; "13 for the text" and "thirteen for, two
    against" are.
    """
    following = chunks[position + 1] if position + 1 < len(chunks) else None
    if any(c.lower in SPANS for c in chunks[position + 2 : position + 4]):
        if following is not None and following.number is not None and chunks[position].lower == "for":
            return False  # "ten of them for two years"
    if following is None or not following.is_word or following.has("and", "but") or following.number is not None:
        return True
    if following.lower in ("it", "this") or following.has("nobody", "undissented"):
        return True
    if following.lower == "us" and chunks[position].lower == "for":
        return any(c.has("no_noun") for c in chunks[position + 2 :])  # "ten for us, one against"
    if following.date is not None or (following.has("preposition") and _dated(chunks, position + 2)):
        return True  # "161 for on 28 July"
    if following.lower.endswith("ing") and not following.has("member"):
        # "165 for lifting the blockade", "twelve for letting it in, Chad abstaining"
        others = any(c.has("abstention_noun", "no_noun") for c in chunks[position + 2 :])
        if (chunks[at].cardinal or 0) >= (FEWEST_NEEDED if others else FEWEST_STATES):
            return True
    if following.lower in ("on", "over") and at > 1 and chunks[at - 1].text == ",":
        # "13 in favour, 1 against on a British text"
        return chunks[at - 2].has(*(kind for kind, _ in ROLES))
    if _another_part(chunks, position + 1):
        return True
    return any(c.has("text") for c in chunks[position + 1 : position + 4]) and not (
        position == at + 1 and chunks[position].lower == "for" and following.lower in ("good", "now")
    )


def _dated(chunks: list[Chunk], at: int) -> bool:
    return at < len(chunks) and chunks[at].date is not None


def _another_part(chunks: list[Chunk], at: int) -> bool:
    """Whether what it was for and then another part of the count follow: "twelve for Palestine, two abstentions",
    "seven were for a ceasefire and withdrawal, four against", "ten for a truce, America against".
    """
    roles = [kind for kind, _ in ROLES]
    for mark in range(at + 1, min(at + FOR_WHAT, len(chunks) - 2)):
        whose = chunks[mark + 1].cardinal is not None or chunks[mark + 1].has("member")
        joint = chunks[mark].text in ",;" or chunks[mark].has("and")
        if joint and whose and chunks[mark + 2].has(*roles):
            return True
        if chunks[mark].has("verb", *roles) or not chunks[mark].is_word:
            return False
    return False


FOR_WHAT = 9
"""Chunks that may tell what votes were for, before another part of the count."""
