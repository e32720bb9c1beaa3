"""Where those came from who voted one way: "half of the abstentions were African", "of the 12 noes, ten came from
Europe".
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Part, Position
from onrecord.reading.parsed import Sentence
from onrecord.reading.partial import region_named
from onrecord.reading.share_words import part_at
from onrecord.reading.table import any_of, word_sets

_WORDS = word_sets("tally_words.csv")
_STATES = any_of(word_sets("crowd_words.csv")["states"])
_THOSE = rf"(?:those|{_STATES}) (?:(?:who|that|which|to have) )?(?:had )?"
_SIDES = {
    choice: re.compile(rf"\b(?:{any_of(_WORDS[f'{choice}_side'])}|{_THOSE}(?:{any_of(_WORDS[f'{choice}_deed'])}))\b")
    for choice in ("yes", "no", "abstain")
}
KINDS = frozenset({"abstention_noun", "no_noun", "yes_noun"})
LINKS = frozenset({"came", "come", "were", "was", "are", "is", "coming", "being", "hailed"})
"""Of which one stands in every such sentence."""
FROM = frozenset({"from", "cast", "by", "in", "all", "the", "cast by", "from the"})
INSIDE = frozenset({"the", "all", "those", "these", "its", "of the", "all the", "all of the"})
LONGEST_PART = 4


def from_regions(sentence: Sentence) -> list[Position]:
    """What a sentence says of the regions whose members were on a side."""
    if KINDS.isdisjoint(sentence.kinds) or sentence.words.isdisjoint(LINKS) or sentence.withdrawn:
        return []
    chunks, low = sentence.chunks, sentence.text.lower()
    told: list[Position] = []
    for choice, words in _SIDES.items():
        for match in words.finditer(low):
            first = next((i for i, c in enumerate(chunks) if c.end > sentence.start + match.start()), len(chunks))
            last = next((i for i, c in enumerate(chunks) if c.end >= sentence.start + match.end()), len(chunks))
            if last < min(len(chunks), sentence.unreal_from):
                told += _of_side(sentence, first, last, choice)
    return told


def _of_side(sentence: Sentence, first: int, last: int, choice: str) -> list[Position]:
    """What is told of a side that stands at the chunks `first` to `last`."""
    chunks = sentence.chunks
    of = first - 1
    while of > 0 and (chunks[of].cardinal is not None or chunks[of].lower in INSIDE):
        of -= 1
    if of < 0 or chunks[of].lower.split()[-1] not in ("of", "among"):
        return []
    if of and chunks[of - 1].is_word:
        return _linked(sentence, *_part_before(chunks, of), last + 1, choice)
    told: list[Position] = []
    at = last + 1
    while at + 1 < len(chunks) and (chunks[at].text == "," or chunks[at].has("and")):
        at += 1 + (chunks[at].text == "," and chunks[at + 1].has("and"))
        if at >= len(chunks):
            break
        part, number = _part_here(chunks, at)
        at += part[0] if part is not None else 1
        while at < len(chunks) and (chunks[at].lower in ("of", "them", "of them") or chunks[at].has("member_noun")):
            at += 1
        one = _linked(sentence, of, part[1] if part is not None else None, number, at, choice)
        told += one
        if not one:
            break
        at = next((i for i, c in enumerate(chunks) if c.start >= one[0].end), len(chunks))
    return told


def _part_here(chunks: list[Chunk], at: int) -> tuple[tuple[int, Part] | None, int | None]:
    number = chunks[at].cardinal
    return (None, number) if number is not None else (part_at(chunks, at), None)


def _part_before(chunks: list[Chunk], of: int) -> tuple[int, Part | None, int | None]:
    """Where the part begins that ends right before "of", and which it is."""
    if chunks[of - 1].cardinal is not None:
        return of - 1, None, chunks[of - 1].cardinal
    for start in range(max(0, of - LONGEST_PART), of):
        told = part_at(chunks, start)
        if told is not None and start + told[0] in (of, of + 1):
            return start, told[1], None
    return of, None, None


def _linked(
    sentence: Sentence, first: int, part: Part | None, number: int | None, at: int, choice: str
) -> list[Position]:
    """The claim, where chunk `at` says where that part came from."""
    chunks = sentence.chunks
    if (part is None and number is None) or at + 1 >= len(chunks) or chunks[at].lower.split()[0] not in LINKS:
        return []
    at += 1
    while at < len(chunks) and (chunks[at].lower in FROM or chunks[at].has("adverb")):
        at += 1
    named = region_named(chunks, at) if at < len(chunks) else None
    if named is None and at < len(chunks) and chunks[at].has("of_adjective"):
        named = chunks[at].text, at
    if named is None:
        return []
    text = " ".join(c.text for c in chunks[first : named[1] + 1])
    of_side = replace(part, of_side=True) if part is not None else None
    members = Members(adjective=named[0], part=of_side, quantity=number, text=text)
    return [Position(*sentence.placed(first, named[1]), members=members, choice=choice)]
