"""How the members of a region parted, where the region is named first: "of the permanent five three were in favour, one
was against and one abstained", "Africa split: 28 in favour, 17 abstaining".
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Part, Position
from onrecord.reading.extract.one_choice import one_choice
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.partial import region_named
from onrecord.reading.regions import WITHIN
from onrecord.reading.share_words import part_at
from onrecord.reading.table import word_sets

KINDS = frozenset({"abstention_noun", "no_noun", "yes_noun", "nonvoting_noun", "verb"})
PARTED = word_sets("tally_words.csv")["parted"]
"""What is said of a region whose members did not vote alike."""
SKIPPED = frozenset(
    {
        "the",
        "the two",
        "the three",
        "the four",
        "the five",
        "the ten",
        "both",
        "all",
        "its",
        "of",
        "all of",
        "among",
        "of the",
        "those",
        "and",
    }
)
OF_THEM = frozenset(
    {"of", "them", "its", "the", "those", "these", "of them", "were", "was", "have", "had", "of these", "of those"}
)
NONE = frozenset({"none", "not one", "no one", "nobody", "not a single one"})
ALL = frozenset({"all", "both", "every one", "each", "all of them"})
LONGEST = 9
"""Chunks of what one part of them did."""


def fronted(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """What such a sentence says of each part."""
    if sentence.kinds.isdisjoint(KINDS) or sentence.withdrawn or not sentence.unreal_from or not sentence.chunks:
        return []
    opened = region_opens(sentence.chunks)
    if opened is None:
        return []
    adjective, at = opened
    chunks = sentence.chunks
    told: list[Position] = []
    while at < min(len(chunks), sentence.unreal_from):
        end = next((i for i in range(at, len(chunks)) if chunks[i].text in ",;:.—–" or _joins(chunks, i)), len(chunks))
        if end > at and end - at <= LONGEST:
            one = _of_part(sentence, found, at, end - 1, adjective, discourse)
            if one is not None:
                told.append(one)
            elif chunks[at].cardinal is not None:
                break  # "in Africa three newspapers were for it and two against"
        at = end + 1
        while at < len(chunks) and (chunks[at].has("and", "but") or chunks[at].lower in ("while", "whereas", "with")):
            at += 1
    return told


def region_opens(chunks: list[Chunk]) -> tuple[str, int] | None:
    """The region with which the sentence begins, and the chunk behind it from which its parts are told."""
    at = 0
    inside = chunks[0].lower.split()[-1] in WITHIN
    named = region_named(chunks, 0)
    while named is None and at + 1 < len(chunks) and _leads(chunks[at]):
        at += 1
        named = region_named(chunks, at)
    if named is None or named[1] + 2 >= len(chunks):
        return None
    behind = named[1] + 1
    if inside:
        return named[0], behind + (chunks[behind].text in ",:")
    parted = behind
    while parted < len(chunks) and parted < behind + 4 and chunks[parted].is_word:
        if chunks[parted].lower in PARTED:
            mark = next((i for i in range(parted + 1, len(chunks)) if chunks[i].text in ",;:—–"), None)
            return (named[0], mark + 1) if mark is not None and mark <= parted + 5 else None
        parted += 1
    return None


def _leads(chunk: Chunk) -> bool:
    skipped = chunk.lower in SKIPPED or chunk.lower in WITHIN
    return skipped or chunk.cardinal is not None or chunk.has("member_noun")


def _joins(chunks: list[Chunk], at: int) -> bool:
    """Whether "and" at a chunk begins what another part did: "and two abstained"."""
    if not (chunks[at].has("and", "but") or chunks[at].lower in ("while", "whereas", "with")):
        return False
    then = chunks[at + 1] if at + 1 < len(chunks) else None
    other = then is not None and then.lower == "the" and at + 2 < len(chunks) and chunks[at + 2].lower == "other"
    return then is not None and (
        other or then.cardinal is not None or then.lower in NONE or part_at(chunks, at + 1) is not None
    )


def _of_part(
    sentence: Sentence, found: list[Phrase], first: int, last: int, adjective: str, discourse: Discourse
) -> Position | None:
    chunks = sentence.chunks
    quantity = chunks[first].cardinal
    if chunks[first].lower == "the" and first < last and chunks[first + 1].lower == "other":
        quantity, first = 1, first + 1
    nobody, everybody = chunks[first].lower in NONE, chunks[first].lower in ALL
    part: Part | None = None
    start = first + 1
    if quantity is None and not nobody and not everybody:
        vague = part_at(chunks, first)
        if vague is None:
            return None
        start, part = first + vague[0], vague[1]
    while start <= last and (chunks[start].lower in OF_THEM or chunks[start].has("member_noun", "adverb", "be")):
        start += 1
    if start > last or any(p.members.named for p in found if first <= p.first <= last):
        return None
    text = " ".join(c.text for c in chunks[first:start])
    so_many = quantity or None
    members = Members(adjective=adjective, quantity=so_many, nobody=nobody or quantity == 0, part=part, text=text)
    told = one_choice(sentence, found, start, last, members, discourse)
    if told is None or told.first != start:
        return None
    placed = sentence.placed(first, told.last)
    return Position(
        *placed, members=members, choice=told.choice, loose=told.loose, aimed=told.aimed, stance=told.stance
    )
