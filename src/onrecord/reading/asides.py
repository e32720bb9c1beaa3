"""What is thrown in between a subject and its verb: an apposition, a clause between commas or dashes."""

from __future__ import annotations

from onrecord.reading.assertion import CLAUSE_MARKS
from onrecord.reading.chunks import Chunk
from onrecord.reading.governing import governed, is_pronoun
from onrecord.reading.listing import SET_APART
from onrecord.reading.parsed import Phrase, covering, possessed
from onrecord.reading.table import word_sets

DASHES = frozenset("—–-")
OPENING = word_sets("clause_words.csv")["aside_opening"]
"""Words that open what is thrown in between a subject and its verb: "Mali, after Paris had begged, abstained"."""
SAID = 5
"""Chunks of "Mali, said Paris, …" between its commas, and one."""


def over_asides(chunks: list[Chunk], found: list[Phrase], at: int, floor: int) -> int:
    """Left over brackets, dashes and commas that close something inserted."""
    position = at
    while position >= floor:
        text = chunks[position].text
        if text == ")":
            opened = opening(chunks, position)
            if opened == position:
                return position
            position = opened - 1
        elif text in DASHES and (opened_at := _dash_before(chunks, position, floor)) is not None:
            position = opened_at - 1
        elif text == "," and (comma := _before_aside(chunks, found, position, floor)) is not None:
            position = comma - 1
        elif chunks[position].lower in ("itself", "themselves", "himself", "herself", '"', "'", "all", "each", "both"):
            if is_pronoun(chunks[position]) and covering(found, position - 1) is None:
                return position
            position -= 1
        else:
            return position
    return position


def _dash_before(chunks: list[Chunk], at: int, floor: int) -> int | None:
    dash = chunks[at]
    if dash.text == "-" and (
        dash.start == chunks[at - 1].end or (at + 1 < len(chunks) and chunks[at + 1].start == dash.end)
    ):
        return None
    for position in range(at - 1, max(at - 25, floor), -1):
        if chunks[position].text == dash.text:
            return position
        if chunks[position].text in ";:":
            return None
    return None


def _before_aside(chunks: list[Chunk], found: list[Phrase], comma: int, floor: int) -> int | None:
    """The comma that opens what this one closes: "Syria, God forgive it, raised its hand"; None where it closes
    nothing.
    """
    for other in range(comma - 1, max(comma - 18, floor), -1):
        if chunks[other].text in CLAUSE_MARKS:
            return None
        if chunks[other].text != "," or covering(found, other) is not None:
            continue
        head = before_the_body(chunks, other - 1)
        phrase = covering(found, head)
        number = head - (chunks[head].lower in ("more", "others"))
        counted = chunks[number].cardinal is not None
        if phrase is None and not counted:
            continue
        begins = other + 1
        while begins + 2 < comma and _in_passing(chunks[begins]):
            begins += 1
        inside = chunks[begins]
        if phrase is not None and governed(chunks, phrase.first):
            # "Cuba, unlike Yemen, which abstained, voted no", "Chad defied Mali, which abstained, and …"
            return _opened(chunks, phrase.first) or other if inside.has("relative") else None
        if inside.has("relative", "preposition", "among") or inside.lower in OPENING:
            return other
        if inside.lower.endswith("ing") and begins > other + 1:
            return other  # "Chad, probably fearing Mali, abstained"
        following = chunks[begins + 1].lower if begins + 1 < comma else ""
        if inside.has("so") or inside.lower.endswith("ed by") or (inside.lower.endswith("ed") and following == "by"):
            return other
        if chunks[comma - 1].has("reporting") and (inside.lower in ("so", "or", "at") or comma - other <= SAID):
            return other  # "Mali, the Swiss envoy said, abstained"
        if chunks[comma - 1].has("among") or chunks[comma - 1].lower in SET_APART | {"included", "exception"}:
            return other
        for at in range(other + 1, comma):
            named = covering(found, at)
            if named is not None and phrase is not None and phrase.members.named and not named.members.named:
                continue
            if named is not None and phrase is not None and _same(phrase, named):
                continue
            if (
                named is not None
                and named.first == at
                and not governed(chunks, at)
                and not possessed(chunks, named.last)
            ):
                return None
        return other
    return None


def _in_passing(chunk: Chunk) -> bool:
    """ "Only because", "probably fearing", "even after": what may stand in front of the word that opens an aside."""
    if chunk.lower in OPENING - {"even"}:
        return False
    return chunk.has("only", "adverb") or chunk.lower in ("even", "just") or chunk.lower.endswith("ly")


def before_the_body(chunks: list[Chunk], at: int) -> int:
    """ "The other 11 members of the Security Council": whom it is said of, left over the body that they sit on."""
    if not chunks[at].has("council", "assembly"):
        return at
    of = at - 1 - (at > 0 and chunks[at - 1].has("determiner"))
    return of - 1 if of > 0 and chunks[of].lower == "of" else at


def _opened(chunks: list[Chunk], first: int) -> int | None:
    """The comma before the preposition that governs the phrase, where one stands there."""
    for position in range(first - 1, max(first - 4, 0), -1):
        if chunks[position].text == ",":
            return position
    return None


def _same(one: Phrase, other: Phrase) -> bool:
    """Whether a name is said again: "Lebanon, poor Lebanon"."""
    return one.members.named == other.members.named or (
        len(one.members.named) == 1
        and len(other.members.named) == 1
        and one.members.named[0].aliases == other.members.named[0].aliases
    )


def opening(chunks: list[Chunk], at: int) -> int:
    for position in range(at, max(at - 40, -1), -1):
        if chunks[position].text == "(":
            return position
    return at
