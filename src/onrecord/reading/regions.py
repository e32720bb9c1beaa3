"""Places and groups within which a vote is told of: "in Africa", "of the BRICS", "nine Common Market countries".

Their words are in `tables/region_words.csv`, by the adjective that `onrecord.checking` knows their members by.
"""

from __future__ import annotations

from functools import cache

from onrecord.reading.chunks import Chunk
from onrecord.reading.table import phrases, rows, word_sets

WITHIN = frozenset({"in", "from", "of", "among", "amongst", "within", "across", "throughout", "inside", "out of"})
"""Words in front of a region that keep what is said to its members."""
LONGEST = 5
"""Chunks that name a region at most."""
PARTS = 3
"""Words in front of "countries" that may say which are meant."""
WHOLE = frozenset({"un", "u.n.", "united nations", "member", "other", "more", "of", "the"})
"""Words there that leave all meant: "138 UN member states"."""


@cache
def _words() -> dict[str, str]:
    return {words: row["class"] for row in rows("region_words.csv") for words in phrases(row["words"])}


def region_at(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    """The region named from chunk `at` on, by its adjective, and the last chunk of its name."""
    found: tuple[str, int] | None = None
    said = ""
    for last in range(at, min(at + LONGEST, len(chunks))):
        said = f"{said} {chunks[last].lower}".lstrip()
        if said in _words():
            found = _words()[said], last
    return found


def region_behind(chunks: list[Chunk], at: int) -> tuple[str, int] | None:
    """ "In Africa", "of the BRICS", "from all of Latin America" from chunk `at` on."""
    if at >= len(chunks) or chunks[at].lower.split()[-1] not in WITHIN:
        return None
    start = at + 1
    while start < len(chunks) and chunks[start].lower in ("all", "of", "the whole", "whole", "all of"):
        start += 1
    named = region_at(chunks, start)
    if named is not None or chunks[at].lower.split()[-1] == "in":
        return named
    while start < len(chunks) and (
        chunks[start].has("determiner") or chunks[start].cardinal or chunks[start].lower in COUNTED
    ):
        start += 1
    if start >= len(chunks):
        return None
    group = chunks[start].get("group")
    adjective = chunks[start].text if chunks[start].has("of_adjective") else None
    if group is None and adjective is None:
        return None
    noun = start + 1 < len(chunks) and chunks[start + 1].has("member_noun")
    return (group.value if group is not None else adjective or ""), start + noun


def region_before(chunks: list[Chunk], at: int) -> str | None:
    """The region within which what stands at chunk `at` is said: "in Africa nobody", "from the EU, three"."""
    end = at - 1
    while end > 0 and (chunks[end].text in ",:" or chunks[end].has("only", "adverb") or chunks[end].lower in SAID):
        end -= 1
    for start in range(end - 1, max(end - LONGEST - 2, -1), -1):
        if chunks[start].lower.split()[-1] in WITHIN and _opens(chunks, start):
            named = region_behind(chunks, start)
            if named is not None and named[1] == end:
                return named[0]
    return None


def _opens(chunks: list[Chunk], at: int) -> bool:
    """Whether nothing stands before that "in" or "of" could belong to: not "the draft of the ten"."""
    return at == 0 or not chunks[at - 1].is_word or chunks[at - 1].has("and", "but", "relative", "adverb")


COUNTED = ("the two", "the three", "the four", "the five", "the ten", "the nine")
NO_ONE = frozenset({"nobody", "not_one"})
SAID = frozenset({"there", "was", "were", "is", "are", "it"})
"""Words between a region and the number within it: "in Europe there was only one"."""


def counts_a_region(chunks: list[Chunk]) -> bool:
    """Whether a sentence counts only members of a region or a group: "in Africa nobody did", "of the P5 three"."""
    return any(
        ((c.number is not None and c.cardinal is not None) or not NO_ONE.isdisjoint(c.kinds)) and of_a_part(chunks, at)
        for at, c in enumerate(chunks)
    )


def counts_within(chunks: list[Chunk]) -> bool:
    """Whether a region or group in front of a number keeps it to its members: "of the G8 two said no"."""
    return any(
        c.number is not None and c.cardinal is not None and region_before(chunks, at) is not None
        for at, c in enumerate(chunks)
    )


def of_a_part(chunks: list[Chunk], at: int) -> bool:
    """Whether the number or "nobody" at chunk `at` is of some members alone: "nine Common Market countries"."""
    if region_before(chunks, at) is not None or _of_own_circle(chunks, at):
        return True
    if at + 2 < len(chunks) and chunks[at + 1].has("of_adjective", "group") and chunks[at + 2].has(*CHOSEN):
        return not chunks[at + 2].has("verb")  # "only one Western abstention", not "four Europeans abstaining"
    behind = at + 1
    while behind < len(chunks) and chunks[behind].has("member_noun"):
        behind += 1
    if region_behind(chunks, behind) is not None:
        return True
    stretch = chunks[at + 1 : at + 2 + PARTS]
    noun = next((i for i, c in enumerate(stretch) if c.has("member_noun")), None)
    if not noun:
        return False
    parts = stretch[:noun]
    which = any(c.text[:1].isupper() and not c.entries and c.lower not in WHOLE for c in parts)
    return which and not any(c.has("verb", "be", "have", "relative") or not c.is_word for c in parts)


CHOSEN = ("abstention_noun", "no_noun", "yes_noun", "vote_noun")

_WORDS = word_sets("name_words.csv")
CIRCLE = _WORDS["circle"]
OWN = frozenset({"our", "their", "its", "your", "my", "this", "that", "'s"})
CIRCLE_REACH = 7


def _of_own_circle(chunks: list[Chunk], at: int) -> bool:
    """Whether a number or "none" stands behind "of our partners", "in its own neighbourhood", which no table knows."""
    for noun in range(at - 1, max(at - 6, 0), -1):
        if chunks[noun].lower.split()[-1] not in CIRCLE:
            continue
        for start in range(noun - 1, max(noun - CIRCLE_REACH, -1), -1):
            if chunks[start].lower.split()[-1] in WITHIN and _opens(chunks, start):
                return any(not OWN.isdisjoint(c.lower.split()) for c in chunks[start:noun])
    return False


KINDS_OF_STATE = _WORDS["kind_of_state"]


def counts_a_kind(chunks: list[Chunk], start: int) -> bool:
    """Whether the number that begins at the offset `start` counts states of one kind only: "four island states"."""
    at = next((i for i, c in enumerate(chunks) if c.start <= start < c.end), None)
    if at is None or at + 2 >= len(chunks) or chunks[at + 1].lower not in KINDS_OF_STATE:
        return False
    return any(c.has("member_noun") for c in chunks[at + 2 : at + 4])
