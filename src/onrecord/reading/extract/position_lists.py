"""Those who voted so, named line by line under a heading: "Abstained:", "Three members abstained:", "AGAINST"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position
from onrecord.reading.extract.voting_words import CHOICES, DENIED, NOUNS, speaks_of_votes
from onrecord.reading.parsed import Phrase, Sentence, covering

LONGEST_LABEL = 5
"""Words of a heading without a colon."""
LONGEST_HEADING = 24
CONNECTING = ("and", "determiner", "of_adjective", "abbreviated")
OF_A_LABEL = ("verb", "abstention_noun", "no_noun", "nonvoting_noun", "yes_noun", "vote_noun", "text", "cite",
              "determiner", "member_noun", "relative", "council", "preposition")  # fmt: skip
"""Kinds of words of which a label has nothing else: "For the text (3)", unlike "For more news"."""
NOT_A_HEADING = ("negation", "modal", "condition", "unreal", "veto_noun")


def headings(sentences: Sequence[Sentence], phrases: Sequence[list[Phrase]]) -> dict[int, str]:
    """By the sentence that is nothing but names, what the heading above says that those named did."""
    listed: dict[int, str] = {}
    for at in range(1, len(sentences)):
        if not phrases[at] or not _only_names(sentences[at], phrases[at]):
            continue
        choice = listed.get(at - 1) or _heading(sentences[at - 1], phrases[at - 1])
        if choice is not None:
            listed[at] = choice
    return listed


def under_heading(sentence: Sentence, found: list[Phrase], choice: str) -> list[Position]:
    return [
        Position(*sentence.placed(phrase.first, phrase.last), members=phrase.members, choice=choice)
        for phrase in found
        if phrase.members.named
    ]


def _only_names(sentence: Sentence, found: list[Phrase]) -> bool:
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        phrase = covering(found, at)
        if phrase is not None:
            if not phrase.members.named or phrase.members.groups:
                return False
        elif chunk.is_word and not chunk.has(*CONNECTING) and not (at == 0 and chunk.cardinal is not None):
            return False
    return not sentence.question and ":" not in sentence.text


def _heading(sentence: Sentence, found: list[Phrase]) -> str | None:
    """What a line says that those below it did, where it names nobody itself."""
    chunks = sentence.chunks
    if sentence.question or sentence.withdrawn or any(p.members.named for p in found) or len(chunks) > LONGEST_HEADING:
        return None
    if any(c.has(*NOT_A_HEADING) for c in chunks):
        return None
    words = [c for c in chunks if c.is_word]
    bare = chunks[-1].is_word or chunks[-1].text == ")"
    if not words or (chunks[-1].text != ":" and not (bare and len(words) <= LONGEST_LABEL)):
        return None
    label = len(words) <= LONGEST_LABEL and all(c.has(*OF_A_LABEL) or c.number is not None for c in words)
    told = {
        choice
        for at, chunk in enumerate(chunks)
        if (choice := _choice(chunk)) is not None and (label or not chunk.has("preposition"))
    }
    return told.pop() if len(told) == 1 and (label or speaks_of_votes(sentence)) else None


def _choice(chunk: Chunk) -> str | None:
    for meaning, choice in CHOICES.items():
        if meaning not in DENIED and meaning != "block" and chunk.verb(meaning) is not None:
            return choice
    return next((choice for kind, choice in NOUNS if chunk.has(kind)), None)
