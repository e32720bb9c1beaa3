"""Whether a sentence that names a body other than the United Nations' own tells of that body's votes."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.regions import region_at
from onrecord.reading.table import word_sets

_WORDS = word_sets("name_words.csv")
ATTRIBUTE = _WORDS["attribute"]


def _a_union(chunk: Chunk) -> bool:
    entry = chunk.get("elsewhere")
    return entry is not None and entry.value in ("another body", "the European Union")


def _says_who(chunks: list[Chunk], at: int) -> bool:
    """Whether the body at chunk `at` only tells who somebody is: "its NATO partners", "Norway, also in NATO,", "alone
    among the 27", "though it is in the Commonwealth".
    """
    if not _a_union(chunks[at]):
        return False
    if at + 1 < len(chunks) and chunks[at + 1].lower in ATTRIBUTE:
        return True
    first = at - 1
    while first > 0 and (chunks[first].has("determiner", "and") or chunks[first].lower in ("the", "both", "eu")):
        first -= 1
    before = chunks[first - 1] if first > 0 else None
    if before is None:
        return False
    if chunks[first].lower == "of":
        return before.lower in MEMBERS or (before.has(*WHO_OF_THEM) and region_at(chunks, first + 1) is not None)
    return chunks[first].lower in ("in", "inside", "outside") and (
        before.has("be") or before.lower in ("also", "still", "both", "too", "but", "though", "not", ",")
    )


MEMBERS = _WORDS["belonging_to"]
WHO_OF_THEM = ("everybody", "nobody", "not_one", "every", "member_noun")


def another_body_acts(chunks: list[Chunk]) -> bool:
    """Whether it is another body that acts, in a sentence that names one."""
    acting = [i for i, c in enumerate(chunks) if "elsewhere" in c.kinds]
    if all(_says_who(chunks, i) for i in acting):
        return False
    if any(
        (c.has("council", "assembly") and not _of_our_town(c)) or (c.has("cite") and not c.has("text")) for c in chunks
    ):
        return False
    if any(_its_own(chunks, i) or in_that_body(chunks, i) for i in acting):
        return True
    return not any(c.has("cite") or (c.has("text") and c.lower.startswith(("draft", "resolution"))) for c in chunks)


def _of_our_town(chunk: Chunk) -> bool:
    """ "Our council passed its budget", in small letters."""
    return chunk.lower.startswith("our ") and chunk.text.split()[-1].islower()


DECIDING = ("adopt", "defeat", "pass", "yes", "no", "vote")


def _its_own(chunks: list[Chunk], at: int) -> bool:
    """ "A Senate resolution", "the Knesset passed a resolution": the text is that body's own."""
    if at + 1 >= len(chunks):
        return False
    behind = chunks[at + 1]
    return behind.has("text") or behind.verb(*DECIDING) is not None


VOTING = ("text", "vote_noun", "no_noun", "yes_noun", "abstention_noun")


def in_that_body(chunks: list[Chunk], at: int) -> bool:
    """ "Voted against the resolution in the Human Rights Council", "abstained at UNESCO", "a text of Congress"."""
    place = at - 1
    while place > 0 and chunks[place].has("determiner"):
        place -= 1
    if place < 1 or chunks[place].lower not in ("in", "at", "of", "before"):
        return chunks[at].lower.startswith(("in ", "at ")) and at > 0 and _votes(chunks[at - 1])
    return _votes(chunks[place - 1])


def _votes(chunk: Chunk) -> bool:
    return chunk.has(*VOTING) or chunk.verb(*DECIDING, "abstain", "veto", "block") is not None
