"""Whose votes decided what became of a text: "carried with Britain's vote", "defeated by the votes of France", "passed
with French support".
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position
from onrecord.reading.extract.noun_owners import owner_of, supposed
from onrecord.reading.extract.spoken_numbers import NUMBER_WORDS
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, covering
from onrecord.reading.table import word_sets

WITH = frozenset({"with", "by", "thanks to", "on", "through", "despite"})
PASSED, FELL = ("pass", "adopt"), ("fail", "defeat", "block")
DONE = ("act", "put")
"""What a body does by a resolution: "the Council cut the mission with Chad's own vote"."""
DENIED = 3
"""Chunks before a verb in which it is denied."""
DECIDING = ("council", "assembly", "cite", "text", "pronoun_text")
_WORDS = word_sets("position_words.csv")
SUPPORT = _WORDS["support"]
REACH = 14
"""Chunks before the votes within which the word stands that says what became of the text."""


def _whose_it_was(chunks: list[Chunk], found: list[Phrase], at: int) -> tuple[Phrase | None, int]:
    """ "That of Cuba", "Cuba's": whose the one vote was, and the last chunk that says so."""
    if chunks[at].lower == "that" and at + 2 < len(chunks) and chunks[at + 1].lower == "of":
        phrase = phrase_from(chunks, found, at + 2)
    else:
        phrase = covering(found, at)
    return phrase, phrase.last if phrase is not None else at


def _of_a_body(chunks: list[Chunk], verb: int) -> bool:
    """ "The Council cut", "number 912 cut", "the mission was renewed": what a body does and somebody else may not."""
    decides = any(c.has(*DECIDING) or c.lower in NUMBER_WORDS for c in chunks[:verb])
    return decides or (verb > 0 and chunks[verb - 1].has("be"))


def decided_by(sentence: Sentence, found: list[Phrase], at: int) -> Position | None:
    """Those whose vote it was were for what passed, and against what fell by their votes."""
    chunks = sentence.chunks
    supported = chunks[at].lower in SUPPORT
    if not (supported or chunks[at].lower in ("vote", "votes")) or (
        at + 1 < len(chunks) and chunks[at + 1].has("no_noun", "yes_noun")
    ):
        return None
    owner, first, last = owner_of(sentence, at), at, at
    single = at > 0 and (chunks[at - 1].has("only") or chunks[at - 1].cardinal == 1)
    if owner is None and single and at + 2 < len(chunks) and chunks[at + 1].text in ",:–—(":
        # "foundered on a single vote, that of Cuba"
        owner, last = _whose_it_was(chunks, found, at + 2)
        first = at - 1
    elif owner is not None and (supported or chunks[at - 1].lower in ("'s", "'", "our", "own")):
        first = owner.first
    elif at + 1 < len(chunks) and chunks[at + 1].lower == "of" and chunks[at - 1].cardinal is None:
        owner = phrase_from(chunks, found, at + 2)
        last = owner.last if owner is not None else at
    else:
        return None
    while first > 0 and chunks[first - 1].has("determiner"):
        first -= 1
    if owner is None or not owner.members.named or first == 0 or chunks[first - 1].lower not in WITH:
        return None
    if not sentence.words.isdisjoint(("each", "every", "always")):
        return None  # "renewed each time with China's vote"
    if supposed(sentence, first, last) or (supported and chunks[first - 1].lower not in ("with", "thanks to")):
        return None
    before = range(first - 2, max(first - REACH, -1), -1)
    for position in before:
        chunk = chunks[position]
        if chunk.text in ";:—–" or chunk.has("but", "relative", "negation", "modal", "unreal"):
            return None
        if chunk.text == "," and (supported or position < first - 2):
            return None  # "passed, with Chad's own vote"
        fate = chunk.verb(*PASSED, *FELL, *DONE)
        if fate is not None and fate.form in ("past", "participle", "third"):
            if fate.value in DONE and (supported or not _of_a_body(chunks, position)):
                return None
            if any(c.has("negation", "modal") for c in chunks[max(0, position - DENIED) : position]):
                return None
            passed, despite = fate.value in (*PASSED, *DONE), chunks[first - 1].lower == "despite"
            if not passed and chunks[first - 1].lower == "with" and fate.value == "fail":
                return None
            return Position(
                *sentence.placed(position, last, at),
                members=owner.members,
                choice="yes" if passed != despite else "no",
                stance=supported,
            )
    return None
