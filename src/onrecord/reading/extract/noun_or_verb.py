"""Whether a word that may be a noun or a verb of voting is the noun: "Washington's veto", "the support", "the
vetoes of", "a Western-backed resolution".
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.parsed import Phrase, covering, finite
from onrecord.reading.quantified import NUMERAL_PRONOUNS
from onrecord.reading.table import word_sets

EVER = ("always", "never", "often", "came", "were", "have")
TAKING = ("take", "takes", "took", "taken")
_WORDS = word_sets("position_words.csv")
HOLDING = _WORDS["holding"]


def is_noun(chunks: list[Chunk], found: list[Phrase], at: int, form: str) -> bool:
    """ "Washington's veto", "the vetoes of …", "the support", "a US veto": the noun, not the verb."""
    if form not in ("base", "third") or at == 0:
        return at == 0 and form == "base"
    chunk, before = chunks[at], chunks[at - 1]
    if before.lower in ("to", "not", "n't", "did not") or before.has("modal", "do"):
        return False
    if chunk.has("veto_noun", "vote_noun"):
        if before.lower in TAKING:
            return True  # "it took vetoes to stop it"
        if form == "third" and (
            before.lower in OF_WHAT_KIND or (at > 1 and before.text in "'\"”’" and _said(chunks, at - 2))
        ):
            return True  # "needs three more votes", "nine 'yes' votes"
        if form == "third" and before.lower in NUMERAL_PRONOUNS:
            return True  # "without the two vetoes it would have passed"
        if form == "third" and (before.lower in HOLDING or before.has("have", "preposition")):
            return True  # "China and Russia, which hold vetoes"
        if before.text == "," and form == "third" and _heads_a_number(chunks, at):
            return True  # "Britain, vetoes in all its history: 32"
        if before.has("member") and form == "third":
            following = chunks[at + 1] if at + 1 < len(chunks) else None
            if following is not None and (following.lower in EVER or following.has("verb")):
                return True  # "the French vetoes came always together with others"
            demonym = (entry := before.get("member")) is not None and entry.form == "demonym"
            return demonym or (
                following is not None and following.has("have", "be", "preposition") and following.lower not in ("on",)
            )
        if form == "base" and (_several_before(found, chunks, at) or _inverted_before(chunks, at)):
            return False
        if (
            before.has("member", "of_adjective", "determiner", "only")
            or before.lower in ("'s", "no")
            or before.number is not None
        ):
            return True
        return before.has("preposition") or (not before.entries and form == "base" and before.text.islower())
    return form == "base" and (
        before.has("determiner", "preposition", "of_adjective")
        or before.lower == "'s"
        or (before.number is not None and before.number.ordinal)
    )


OF_WHAT_KIND = _WORDS["kind_of_vote"]


def _heads_a_number(chunks: list[Chunk], at: int) -> bool:
    """Whether a colon with a number behind it ends the words that the noun begins."""
    mark = next((i for i in range(at + 1, min(at + HEADING, len(chunks) - 1)) if chunks[i].text in (":", "=")), None)
    return mark is not None and chunks[mark + 1].number is not None and not any(map(finite, chunks[at + 1 : mark]))


HEADING = 9


def _said(chunks: list[Chunk], at: int) -> bool:
    return chunks[at].lower in OF_WHAT_KIND


def _inverted_before(chunks: list[Chunk], at: int) -> bool:
    """ "Neither did Malta vote for it", "did France veto"."""
    return at > 1 and (chunks[at - 2].has("do", "neither") or chunks[at - 2].lower.endswith(" did"))


def _several_before(found: list[Phrase], chunks: list[Chunk], at: int) -> bool:
    """Several names right before, and an object behind: "China and Russia veto US bid"."""
    phrase = covering(found, at - 1)
    if phrase is None or len(phrase.members.named) < 2 or at + 1 >= len(chunks):
        return False
    following = chunks[at + 1]
    return (following.is_word and not following.has("be", "have", "preposition", "verb", "modal")) or following.has(
        "text"
    )


def compounded(chunks: list[Chunk], at: int) -> bool:
    """ "A Western-backed resolution"."""
    return at > 0 and chunks[at - 1].text == "-" and chunks[at - 1].end == chunks[at].start
