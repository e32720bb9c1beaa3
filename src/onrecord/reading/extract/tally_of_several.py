"""Counts of several texts in one sentence: "660 got fourteen votes, 661 thirteen and 678 twelve"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.citations import Cited
from onrecord.reading.extract.tally_words import Part, numbered, supposed
from onrecord.reading.parsed import Sentence

COUNCIL = 15
BETWEEN = frozenset(
    {"with", "by", "only", "just", "got", "had", "won", "a", "mere", "it", "was", "then", "later", "after",
     "afterwards", "even", "also", "still", "as", "much", "the", "same", "later,", "received", "drew", "made"}
)  # fmt: skip
"""Words between a text's number and the votes that it got."""
REACH = 9
"""Chunks between them."""
Bounds = tuple[int, int]


PLACES = frozenset({"first", "second", "third", "fourth", "former", "latter", "other"})
CALLED = frozenset({"one", "text", "draft", "vote", "version", "motion"})


def in_their_order(sentence: Sentence) -> list[Cited]:
    """What stands for the numbers of texts told of before: "The first got nine votes, the second 13"."""
    if len(sentence.words & PLACES) < 2:
        return []
    chunks = sentence.chunks
    found = []
    for at, chunk in enumerate(chunks[1:], 1):
        led = chunk.lower.split()[0] == "the" or chunks[at - 1].lower == "the"
        if chunk.lower.split()[-1] in PLACES and led:
            last = at + (at + 1 < len(chunks) and chunks[at + 1].lower in CALLED)
            found.append(Cited("", chunk.start, chunks[last].end, at, last))
    return found


def elided(sentence: Sentence, groups: list[list[Part]], cited: Sequence[Cited]) -> list[list[Part]]:
    """The groups with those for which only the number is told: "…, 661 thirteen and 678 twelve"."""
    if len(cited) < 2 or not groups or not _yes_first(groups[0]) or cited[0].first > groups[0][0].first:
        return groups
    chunks = sentence.chunks
    made = list(groups)
    for one, following in zip(cited[1:], [*cited[2:], None], strict=True):
        end = following.first if following is not None else len(chunks)
        if one.first < groups[0][0].first or any(one.last < g[0].first < end for g in groups):
            continue
        at = _number_behind(chunks, one.last + 1, min(end, one.last + 1 + REACH))
        if at is not None and at < sentence.unreal_from and not supposed(sentence, at) and not numbered(chunks, at):
            number = chunks[at].number
            made.append([Part("yes", number if number is not None else 0, at, at)])
    return sorted(made, key=lambda g: g[0].first)


def _yes_first(group: list[Part]) -> bool:
    return group[0].role == "yes"


def _number_behind(chunks: list[Chunk], first: int, end: int) -> int | None:
    for at in range(first, end):
        chunk = chunks[at]
        if chunk.date is not None:
            continue
        if chunk.cardinal is not None:
            following = chunks[at + 1] if at + 1 < len(chunks) else None
            closed = following is None or not following.is_word or following.has("and", "but", "vote_noun", "yes_noun")
            return at if 0 < chunk.cardinal <= COUNCIL and closed else None
        if chunk.text not in ",:(" and chunk.lower not in BETWEEN and not chunk.has("preposition", "and"):
            return None
    return None


def bounds(sentence: Sentence, groups: list[list[Part]], cited: Sequence[Cited]) -> list[Bounds | None]:
    """For each group the chunks within which its claim has to stay, where each of several has a text of its own."""
    if len(cited) < 2 or not groups or cited[0].first > groups[0][0].first:
        return [None] * len(groups)
    if len(groups) == 1:
        return [_behind_others(sentence.chunks, [c for c in cited if c.last < groups[0][0].first])]
    found: list[Bounds | None] = []
    previous = -1
    for group, following in zip(groups, [*groups[1:], None], strict=True):
        first, last = group[0].first, max(part.last for part in group)
        own = [c for c in cited if previous < c.first < first]
        others = [c for c in cited if last < c.first and (following is None or c.first < following[0].first)]
        begins = _with_its_noun(sentence.chunks, own[0].first) if own and previous >= 0 else 0
        ends = len(sentence.chunks) - 1
        if others and following is not None:
            ends = _without_joint(sentence.chunks, _with_its_noun(sentence.chunks, others[0].first) - 1, last)
        found.append((begins, ends))
        previous = last
    return found


def _behind_others(chunks: list[Chunk], before: list[Cited]) -> Bounds | None:
    """ "After 1737 and 1747, both unanimous, 1803 had fourteen votes": behind those of which something else is told."""
    run = before[-1].first
    for one, then in zip(reversed(before[:-1]), reversed(before), strict=False):
        if any(c.is_word and not c.has("and", "cite", "text") for c in chunks[one.last + 1 : then.first]):
            told = any(c.has("unanimous", "verb", "be", "have") for c in chunks[one.last + 1 : then.first])
            return (_with_its_noun(chunks, run), len(chunks) - 1) if told else None
        run = one.first
    return None


def _with_its_noun(chunks: list[Chunk], at: int) -> int:
    while at > 0 and (chunks[at - 1].has("cite", "determiner", "preposition") or chunks[at - 1].has("text")):
        at -= 1
    return at


def _without_joint(chunks: list[Chunk], at: int, least: int) -> int:
    while at > least and (not chunks[at].is_word or chunks[at].has("and", "but") or chunks[at].lower == "then"):
        at -= 1
    return at
