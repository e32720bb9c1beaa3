"""On what subject an act is said to have been: "Britain's last veto, in December 1989, was over Panama".

What the verb says of the act is not what marks it off: it is not "the last of its vetoes over Panama".
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.table import word_sets

ON = ("on", "over", "about", "concerning", "against")
HAPPENED = word_sets("frequency.csv")["struck"]
REACH = 16
BETWEEN = ("cast", "used", "came", "one", "made", "issued", "wielded", "all", "also", "in fact", "actually")
"""Words that may stand between "was" and "over"."""


def said_to_be_on(chunks: list[Chunk], noun: int) -> tuple[str, int, int] | None:
    """The words for the subject, the chunk of the verb in front of them and their last; `noun` is the act's chunk."""
    verb = next((i for i in range(noun + 1, min(noun + REACH, len(chunks))) if _says(chunks, i, noun)), None)
    if verb is None:
        return None
    for position in range(verb + 1, min(verb + REACH, len(chunks))):
        chunk = chunks[position]
        following = chunks[position + 1] if position + 1 < len(chunks) else None
        named = chunk.has("member") and position == verb + 1
        if named or (chunk.lower in ON and following is not None and _names_a_subject(following)):
            first = position if named else position + 1
            last = first
            while last + 1 < len(chunks) and _goes_on(chunks[last + 1]):
                last += 1
            return " ".join(c.text for c in chunks[position : last + 1]), verb, last
        if not (
            chunk.date is not None or chunk.text == "," or chunk.lower in BETWEEN or chunk.has("preposition", "be")
        ):
            return None
    return None


def _says(chunks: list[Chunk], at: int, noun: int) -> bool:
    """Whether the verb stands right behind the noun, or behind what commas throw in."""
    if not (chunks[at].has("be") or chunks[at].lower in HAPPENED):
        return False
    between = chunks[noun + 1 : at]
    if any(c.text in ";:.—" or c.has("relative", "negation", "and", "but") for c in between):
        return False
    return not between or (between[0].text in ",(" and between[-1].text in ",)") or all(_of_the_act(c) for c in between)


def _of_the_act(chunk: Chunk) -> bool:
    """ "Its last veto of all in the Council was over …"."""
    return chunk.date is not None or chunk.has("preposition", "determiner", "council") or chunk.lower in ("ever", "all")


def _names_a_subject(chunk: Chunk) -> bool:
    return chunk.date is None and chunk.number is None and chunk.is_word


def _goes_on(chunk: Chunk) -> bool:
    if chunk.date is not None or not (chunk.is_word or chunk.text in ("'s", "-")):
        return False
    return not chunk.has("but", "relative", "and") and chunk.lower not in ("in", "when", "where", "back", "two", "on")
