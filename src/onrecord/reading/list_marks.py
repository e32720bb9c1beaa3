"""What stands between the names of a list: commas, "and", what is thrown in: "India and, disgracefully, Germany"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.listing import acts_next, names_member
from onrecord.reading.small_letters import UNCAPITALISED

SEPARATORS = frozenset(",/+·|&")
BESIDES = frozenset({"plus", "together with", "along with", "as well as"})
"""What adds names to a list, closed by "and" or not: "Chad and Togo, plus Mali"."""
LONGEST_ASIDE = 8
LONGEST_BRACKET = 5
WHOSE = frozenset({"everybody", "everyone", "nobody", "no one"})
"""Whose surprise or relief it may be that somebody else did so."""


def after_separator(chunks: list[Chunk], at: int, joined: bool, flag: bool) -> int | None:
    """Where the next name of a list may begin; None where the list ends."""
    position = at
    while position < len(chunks) and position - at < 3 and _separates(chunks, position):
        if chunks[position].lower not in BESIDES and joined:
            if chunks[position].has("and") and not (position > at and chunks[position].lower == "and"):
                return None
            following = chunks[position + 1] if position + 1 < len(chunks) else chunks[position]
            if chunks[position].text == "," and following.has("and") and following.lower not in BESIDES:
                return None
        position += 1
    if position > at and position + 2 < len(chunks) and chunks[position].lower == "with":
        # "Zorin, and with him Ceylon and Liberia"
        beside = chunks[position - 1].has("and") and chunks[position + 1].lower in ("him", "her", "it", "them")
        position += 2 * beside
    if position == at and _run_together(chunks, at):
        return at
    if position == at:
        return at if flag and at < len(chunks) and is_flag(chunks[at]) else None
    return after_aside(chunks, position)


def _run_together(chunks: list[Chunk], at: int) -> bool:
    """ "brazil india gabon abstained", as those write who use no commas: names up to a verb of voting."""
    position = at
    small = all(c.text.islower() or c.text in UNCAPITALISED for c in chunks[at - 1 : at + 1])
    if not small or chunks[at - 1].has("first_person"):
        return False
    while position < len(chunks) and names_member(chunks[position]):
        position += 1
    told = position > at and position < len(chunks) and acts_next(chunks[: position + 1], position)
    return told and not any(c.text in ",;" for c in chunks[max(0, at - 4) : at])


def _separates(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.text in SEPARATORS:
        return True
    if chunk.text == "-":
        return chunk.start == chunks[at - 1].end and at + 1 < len(chunks) and chunks[at + 1].start == chunk.end
    return (chunk.has("and") and chunk.lower not in ("alongside", "nor")) or chunk.lower == "nor"


def after_aside(chunks: list[Chunk], at: int) -> int:
    """Past a word thrown in: "India and, disgracefully, Germany", "Togo and – surprise – Kenya"."""
    if at < len(chunks) and chunks[at].text == "(":
        return _past_brackets(chunks, at)
    if at < len(chunks) and (chunks[at].text in "–—" or chunks[at - 1].text == ","):
        mark = chunks[at].text if chunks[at].text in "–—" else ","
        first = at + 1 if mark != "," else at
        if first < len(chunks) and chunks[first].has("but"):
            return at  # "Chad's and Mali's, while the third, Togo's, was not": another clause
        led = first < len(chunks) and chunks[first].lower in ("with", "to") and chunks[first - 2].has("and")
        for position in range(first, min(first + LONGEST_ASIDE * (1 + led), len(chunks))):
            if chunks[position].text == mark and position > first:
                return position + 1
            if led and names_member(chunks[position]) and position > first + 1:
                # "and, with a haste that did Ottawa no credit, Canada"
                continue
            counted = chunks[position].cardinal is not None  # "sanctions on Iran, ten for, Chad and Mali against"
            if chunks[position].lower == "'s" or (led and chunks[position].lower in WHOSE):
                continue  # "and, to everybody's surprise, Chad"
            if names_member(chunks[position]) or chunks[position].has("verb", "group") or not chunks[position].is_word:
                break
            if counted:
                break
    return at


def _past_brackets(chunks: list[Chunk], at: int) -> int:
    """ "France, Britain and (Nationalist) China": what stands in brackets in front of a name."""
    for position in range(at + 1, min(at + LONGEST_BRACKET, len(chunks) - 1)):
        if chunks[position].text == ")":
            return position + 1 if names_member(chunks[position + 1]) else at
        if not chunks[position].is_word or names_member(chunks[position]) or chunks[position].has("verb", "group"):
            break
    return at


def is_flag(chunk: Chunk) -> bool:
    return "\U0001f1e6" <= chunk.text[0] <= "\U0001f1ff"
