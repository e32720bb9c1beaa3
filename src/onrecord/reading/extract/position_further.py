"""One more than those just named: "four abstained; Germany made it five", "Chad, to its shame, was the third", "a
fifth no came from Lima".
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import CHOICES, Members, Position
from onrecord.reading.extract.spans import lead_in
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import NOUNS
from onrecord.reading.governing import governed
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, ends_at
from onrecord.reading.table import word_sets

BACK = 1
"""Sentences between those named and the one more."""
MAKING = word_sets("position_words.csv")["making_it"]
ADDING = frozenset({"it", "them", "that", "up", "a", "the", "to", "total", "as", "being", "rather", "just"})
FROM = frozenset({"was", "were", "came", "from", "by", "is", "being", "of", "that", "'s"})
ASIDE = 7
"""Words between commas that a writer may throw in behind a name: "Turkey, of all countries, a fifth"."""
LINKED = 4
"""Words between a name and the number that it makes."""


def one_more(
    sentence: Sentence, found: list[Phrase], discourse: Discourse, before: tuple[Members | None, int]
) -> list[Position]:
    """What a sentence says of somebody who did what those did whom the text named before.

    `before` are those whom the text up to the sentence named last, and where it did so.
    """
    last, told_in = (discourse.last_members, discourse.last_in) if discourse.last_in != sentence.index else before
    told = _after(sentence, found, discourse, last) if last is not None and sentence.index - told_in <= BACK else []
    if not told and discourse.last_in == sentence.index and discourse.last_members is not None:
        told = _after(sentence, found, discourse, discourse.last_members)
    return told


def _after(sentence: Sentence, found: list[Phrase], discourse: Discourse, last: Members) -> list[Position]:
    if discourse.last_choice not in CHOICES:
        return []
    if discourse.last_negated or sentence.withdrawn:
        return []
    chunks = sentence.chunks
    told: list[Position] = []
    for at, chunk in enumerate(chunks[: sentence.unreal_from]):
        if chunk.number is None or chunk.number.value != len(last.named) + 1 or _of_those_counted(chunks, at):
            continue
        spoken = (
            _named_before(chunks, found, at) if ends_at(chunks, at + 1) else _named_behind(chunks, found, at, discourse)
        )
        if spoken is None:
            continue
        phrase, first, end = spoken
        if len(phrase.members.named) == 1 and phrase.members.named[0] not in last.named:
            choice = "no" if discourse.last_choice == "veto" else discourse.last_choice
            placed = sentence.placed(lead_in(chunks, found, first), end, at)
            told.append(Position(*placed, members=phrase.members, choice=choice, further=len(last.named) + 1))
    return told


def _of_those_counted(chunks: list[Chunk], at: int) -> bool:
    """ "Twelve for, two against, Mali being the second": of the number that the sentence gave last."""
    number = chunks[at].number
    ordinal = number is not None and number.ordinal
    counted = next((c.cardinal for c in reversed(chunks[:at]) if c.cardinal is not None), None)
    return ordinal and number is not None and counted is not None and counted >= number.value > 1


def _named_before(chunks: list[Chunk], found: list[Phrase], at: int) -> tuple[Phrase, int, int] | None:
    """ "Germany made it five", "Turkey, shamefully, a fifth", "and Mali, of all states, was the third"."""
    number = chunks[at].number
    ordinal = number is not None and number.ordinal
    for phrase in reversed(found):
        if phrase.last >= at or not phrase.members.named or governed(chunks, phrase.first):
            continue
        behind = phrase.last + 1
        if chunks[behind].text == ",":
            closed = next((i for i in range(behind + 2, min(behind + 2 + ASIDE, at)) if chunks[i].text == ","), None)
            if closed is None and not ordinal:
                return None
            behind = closed + 1 if closed is not None else behind + 1
        words = chunks[behind:at]
        if len(words) > LINKED:
            return None
        made = any(c.lower in MAKING for c in words)
        linked = all(c.lower in MAKING | ADDING or c.has("be", "adverb", "determiner") for c in words)
        definite = ordinal and (chunks[at].lower.split()[0] in ("a", "the") or chunks[at - 1].lower in ("a", "the"))
        return (phrase, phrase.first, at) if linked and (definite or (made and not ordinal)) else None
    return None


def _named_behind(
    chunks: list[Chunk], found: list[Phrase], at: int, discourse: Discourse
) -> tuple[Phrase, int, int] | None:
    """ "A fifth abstention came from Berlin", "the third was Mali's"."""
    number = chunks[at].number
    if number is None or not number.ordinal:
        return None
    noun = at + 1
    told = next((choice for kind, choice in NOUNS if chunks[noun].has(kind)), None)
    if told is None or told != discourse.last_choice:
        return None
    end = noun + 1
    while end < len(chunks) and (chunks[end].lower in FROM or chunks[end].has("source_of", "be", "determiner")):
        end += 1
    phrase = phrase_from(chunks, found, end) if end > noun + 1 else None
    first = at - (chunks[at - 1].lower in ("a", "the") if at else 0)
    return (phrase, first, phrase.last) if phrase is not None and phrase.members.named else None
