"""Numbers behind the word that says what they count: "For: 13", "Yes – 12", "abstentions two", "a yes from twelve"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.tally_ballots import number_of
from onrecord.reading.extract.tally_words import (
    ROLES,
    Part,
    counting,
    voting_around,
)
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

MARKS = frozenset(":–—-=|")
NUMBERED = word_sets("tally_words.csv")["numbered"]


def label_first(sentence: Sentence, at: int) -> list[Part]:
    """ "For: 13", "Yes – 12", "FOR 11", "abstentions two", "👍 13"."""
    chunks = sentence.chunks
    if (source := _from_whom(chunks, at)) is not None:
        return [source]
    position = at - 1
    marked = False
    counted = position > 0 and chunks[position].lower in NUMBERED
    if counted or (position > 1 and chunks[position].has("be") and _number_of(chunks, position)):
        counted = marked = True
        position -= 1
    while (
        position >= 0
        and at - position < 4
        and (
            chunks[position].text in MARKS
            or chunks[position].has("vote_noun")
            or chunks[position].lower in ("votes", "were")
        )
    ):
        marked = marked or chunks[position].text in MARKS
        position -= 1
    if position < 0:
        return []
    label = chunks[position]
    role = next((r for kind, r in ROLES if kind in label.kinds), None)
    if position > 0 and chunks[position - 1].lower in ("voted", "voting"):
        position -= 1
    if role is None or (
        position > 0
        and chunks[position - 1].is_word
        and not chunks[position - 1].has("vote_noun", "and", "determiner")
        and chunks[position - 1].cardinal is None
        and not (counted and chunks[position - 1].lower == "of")
    ):
        return []
    if (
        position > 0
        and (chunks[position - 1].cardinal is not None or chunks[position - 1].has("nobody"))
        and not marked
        and not _labelled(chunks, position - 1)
    ):
        return []
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if _of_several_votes(chunks, at):
        return []
    if following is not None and following.lower == "of" and position > 0 and chunks[position - 1].cardinal is not None:
        # "five against: three of the five …"
        return []
    if following is not None and following.has("modal"):
        # "Yes: nine will do"
        return []
    own_label = counting(chunks, at + 1) if following is not None else False
    told = position > 0 and chunks[position - 1].is_word and chunks[position - 1].cardinal is None
    if own_label and told:
        # "nobody voted against: two for, …"
        return []
    if (
        following is not None
        and following.is_word
        and not marked
        and not (label.text.isupper() or not label.text.isascii() or counting(chunks, at + 1))
    ):
        return []
    plain = (
        label.text.isupper()
        or not label.text.isascii()
        or label.lower.endswith("s")
        or following is None
        or following.text in ",;/|."
    )
    if not marked and not (plain and (voting_around(sentence, at) or len(chunks) < 16)):
        return []
    number = chunks[at].number
    if number is None and marked and chunks[at].has("nobody"):
        return [Part(role, 0, position, at)]  # "Against: nobody"
    return (
        [] if number is None or (number.value < 1 and not marked and not plain) else [Part(role, number, position, at)]
    )


def _number_of(chunks: list[Chunk], be: int) -> bool:
    """ "The number of abstentions was two"."""
    before = [c.lower for c in chunks[max(0, be - 5) : be]]
    return "number" in before and "of" in before


def _of_several_votes(chunks: list[Chunk], at: int) -> bool:
    """ "Noes: fourteen, then ten", "abstentions: 14 both times": of one vote after another."""
    behind = [c.lower for c in chunks[at + 1 : at + 4]]
    if behind[:1] == [","]:
        behind = behind[1:]
    return behind[:1] == ["then"] or behind[:2] in (["both", "times"], ["each", "time"], ["every", "time"])


def _from_whom(chunks: list[Chunk], at: int) -> Part | None:
    """ "A yes from twelve of the members", "a No by two"."""
    if at < 2 or chunks[at - 1].lower not in ("from", "by"):
        return None
    role = next(
        (r for kind, r in ROLES if chunks[at - 2].has(kind) and not chunks[at - 2].has("preposition", "verb")), None
    )
    return None if role is None else Part(role, number_of(chunks[at]), at - 2, at)


def _labelled(chunks: list[Chunk], at: int) -> bool:
    """Whether the numbers up to chunk `at` have their labels in front: "👍 13 👎 1", not "13👍 1👎"."""
    while at >= 1 and chunks[at].cardinal is not None and counting(chunks, at - 1):
        at -= 2
    return at < 0 or chunks[at].cardinal is None
