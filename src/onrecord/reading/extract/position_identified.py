"""Who alone did what is told of them first: "the only countries to abstain were Gabon and Ghana", "the sole African
member against it was Mali".
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position
from onrecord.reading.extract.one_choice import one_choice
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, ends_at
from onrecord.reading.partial import region_named
from onrecord.reading.table import word_sets

OPENS = frozenset({"only", "sole", "lone", "the only", "only one", "single", "only ones"})
LONGEST = 14
"""Chunks from "the only" to the form of "to be"."""
DENIED = 3
"""Chunks behind those states in which "not to vote for it", "that did not vote for it" are denied."""
STATES = word_sets("crowd_words.csv")["states"]
THOSE = frozenset({"ones", "one", "two", "three", "four", "five", "country", "state", "nation", "member", "government"})
IN_BETWEEN = frozenset({"other", "big", "major", "others"})


def identified(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """The claim of the first such clause of a sentence."""
    if not found or sentence.withdrawn or sentence.words.isdisjoint(OPENS):
        return []
    chunks = sentence.chunks
    only = next(
        (
            i
            for i, c in enumerate(chunks)
            if c.has("only") or c.lower in OPENS or (c.has("realised") and c.lower.startswith("only "))
        ),
        None,
    )
    if only is None or only >= sentence.unreal_from or not _opens(chunks, only):
        return []
    be = next((i for i in range(only + 1, min(only + LONGEST, len(chunks))) if _is_or_was(chunks, i)), None)
    named = phrase_from(chunks, found, be + 1) if be is not None else None
    if be is None or named is None or not named.members.named or not ends_at(chunks, named.last + 1):
        return []
    one = chunks[only].has("realised") and chunks[only].lower.startswith("only ")
    of, region = (only + 1, None) if one else _whom(chunks, only + 1, be)
    if of is None or any(p.members.named for p in found if only < p.first < be):
        return []
    denied = next((i for i in range(of, min(of + DENIED, be)) if chunks[i].has("negation")), None)
    opens = of if denied is None else denied + 1
    told = one_choice(sentence, found, opens, be - 1, named.members, discourse)
    if told is None or told.choice == "veto" or any(c.date is not None or c.has("have", "text") for c in chunks[of:be]):
        return []
    first = only - 1 if only and chunks[only - 1].has("determiner") else only
    return [
        Position(
            *sentence.placed(first, named.last),
            members=named.members,
            choice=told.choice,
            negated=denied is not None,
            only=region is None,
            only_of=region,
            loose=told.loose,
            aimed=told.aimed,
            stance=told.stance,
        )
    ]


def named_behind_count(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """ "Two were against it, Cuba and Yemen": just as many are named as were counted."""
    chunks = sentence.chunks
    comma = next((i for i, c in enumerate(chunks) if c.text in ",:–—(" and i > 1), None)
    named = phrase_from(chunks, found, comma + 1) if comma is not None else None
    number = chunks[0].cardinal if chunks else None
    if named is None or comma is None or number is None or sentence.withdrawn or comma >= sentence.unreal_from:
        return []
    ends = named.last + 1 >= len(chunks) or chunks[named.last + 1].text in ".;!)"
    if len(named.members.named) != number or not ends or any(p.members.named for p in found if p.first < comma):
        return []
    first = 1 + (chunks[1].has("member_noun", "be") and chunks[1].lower != "be")
    first += first < comma and chunks[first].has("be")
    told = one_choice(sentence, found, first, comma - 1, named.members, discourse)
    if told is None or told.first != first or told.loose or told.stance:
        return []
    total = chunks[0].number
    return [Position(*sentence.placed(0, named.last), members=named.members, choice=told.choice, total=total)]


def _opens(chunks: list[Chunk], only: int) -> bool:
    """Whether a clause begins with "the only"."""
    first = only - (only > 0 and chunks[only - 1].has("determiner"))
    return first == 0 or not chunks[first - 1].is_word or chunks[first - 1].has("and", "but")


def _is_or_was(chunks: list[Chunk], at: int) -> bool:
    return chunks[at].lower in ("was", "were", "is", "are", ":", "being")


def _whom(chunks: list[Chunk], at: int, be: int) -> tuple[int | None, str | None]:
    """Where what they did begins, behind "countries", "African members", "ones", and the region that keeps it."""
    while at < be and (chunks[at].cardinal is not None or chunks[at].lower in IN_BETWEEN):
        at += 1
    if at >= be:
        return None, None
    if chunks[at].lower in ("to", "who", "that") and chunks[at - 1].cardinal is not None:
        return at + 1, None  # "the only two to vote no"
    region = region_named(chunks, at)
    if region is not None:
        return region[1] + 1, region[0]
    if chunks[at].has("member_noun") or chunks[at].lower in STATES | THOSE:
        return at + 1, None
    return None, None
