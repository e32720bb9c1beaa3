"""Who they were of whom so many were counted before: "Moscow was the one, Beijing the other", "They were Chad and
Mali"; and that those told of last were all: "Just them.", "They were the only ones."
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import CHOICES, Position
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, covering, ends_at
from onrecord.reading.table import word_sets

BACK = 1
"""Sentences between the count and the names."""
TWO = 2
ONE = (["was", "the", "one"], ["was", "one"], ["is", "the", "one"], ["is", "one"], ["for", "one"])
OTHER = (["the", "other"], ["was", "the", "other"], ["the", "second"], ["was", "the", "second"], ["is", "the", "other"])
"""What stands behind the name of either."""
ONE_IN_FRONT = (["the", "one", "was"], ["one", "was"], ["the", "one", "is"], ["one", "is"], ["the", "first", "was"])
OTHER_IN_FRONT = (["the", "other", "was"], ["the", "other"], ["the", "second", "was"], ["the", "other", "is"],
                  ["and", "the", "other"])  # fmt: skip
THEY = (["they", "were"], ["these", "were"], ["those", "were"], ["they", "are"], ["those", "two", "were"])
WORDS = frozenset({"other", "second", "they", "these", "those", "one"})
"""One of them is in every sentence that is read here."""


def the_one(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """Nothing where no count was given just before, or two of its parts were as many as are named."""
    if WORDS.isdisjoint(sentence.words) or not discourse.tallies or sentence.withdrawn or sentence.question:
        return []
    if sentence.index - max(discourse.last_in, discourse.one_in) > BACK:
        return []
    words = [c.lower for c in sentence.chunks]
    told: list[Position] = []
    named = False  # whether one of the two was told of
    for phrase in found:
        size = len(phrase.members.named)
        first = phrase.first - sentence.chunks[phrase.first - 1].has("determiner") if phrase.first else 0
        opened, behind = words[:first], words[phrase.last + 1 :]
        if size > 1 and opened in THEY and ends_at(sentence.chunks, phrase.last + 1):
            choice = discourse.role_of(size)
            if choice is not None:
                told.append(Position(*sentence.placed(0, phrase.last), members=phrase.members, choice=choice))
            continue
        choice = discourse.role_of(TWO) if size == 1 else None
        if choice is None:
            continue
        one, other = _said(opened, behind, ONE_IN_FRONT, ONE), _said(opened, behind, OTHER_IN_FRONT, OTHER)
        if one is None and (other is None or not (named or discourse.one_in == sentence.index - 1)):
            continue
        before, after = one or other or (0, 0)
        if not ends_at(sentence.chunks, phrase.last + after + 1):
            continue
        named = named or one is not None
        discourse.one_in = sentence.index
        placed = sentence.placed(first - before, phrase.last + after)
        told.append(Position(*placed, members=phrase.members, choice=choice))
    return told


def named_as(chunks: list[Chunk], found: list[Phrase], others: Phrase, last: int) -> Phrase | None:
    """Who the others are said to be: "Ethiopia and Chad were the other two who abstained", "the other two who abstained
    with China were Ethiopia and Chad"; `last` is where what they did ends.
    """
    opens = others.first
    while opens and chunks[opens - 1].has("determiner"):
        opens -= 1
    before = covering(found, opens - 2) if opens > 1 and chunks[opens - 1].has("be") else None
    if before is not None and before.members.named:
        return before
    be = next((i for i in range(last + 1, min(last + RELATIVE, len(chunks))) if chunks[i].has("be")), None)
    if be is None or any(c.text in ",;:—" for c in chunks[last + 1 : be]):
        return None
    behind = phrase_from(chunks, found, be + 1)
    return behind if behind is not None and behind.members.named else None


RELATIVE = 8
"""Chunks between what some did and who they were."""
ONLY_THEY = word_sets("position_words.csv")["only_they"]


def only_they(sentence: Sentence, discourse: Discourse) -> Position | None:
    members, choice = discourse.last_members, discourse.last_choice
    if sentence.index - discourse.last_in != 1 or members is None or sentence.question or sentence.withdrawn:
        return None
    if choice not in CHOICES or discourse.last_negated or not members.named:
        return None
    words = [c.lower for c in sentence.chunks if c.is_word and not c.has("and", "but", "adverb")]
    told = " ".join(words)
    if told not in ONLY_THEY and " ".join(c.lower for c in sentence.chunks if c.is_word) not in ONLY_THEY:
        return None
    at = next(i for i, c in enumerate(sentence.chunks) if c.is_word)
    last = max(i for i, c in enumerate(sentence.chunks) if c.is_word)
    return Position(*sentence.placed(at, last), members=members, choice=choice, only=True)


def _said(
    opened: list[str], behind: list[str], in_front: tuple[list[str], ...], after: tuple[list[str], ...]
) -> tuple[int, int] | None:
    """How many words in front of the name, or behind it, say which of the two it is."""
    front = next((words for words in in_front if opened[-len(words) :] == words and _opens(opened, len(words))), None)
    if front is not None:
        return len(front), 0
    back = next((words for words in sorted(after, key=len, reverse=True) if behind[: len(words)] == words), None)
    return (0, len(back)) if back is not None and _opens(opened, 0) else None


def _opens(opened: list[str], words: int) -> bool:
    """Whether a clause begins where those words do."""
    before = opened[: len(opened) - words]
    return not before or not before[-1][0].isalnum() or before[-1] in ("and", "but")
