"""All of those that a number counted: "the six: China, Russia, …", "Chad and Mali made up the two", "the rest were
Nauru and Palau".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import OPTIONS, Members, Position, whole
from onrecord.reading.extract.meant_by_pronouns import SIZES
from onrecord.reading.extract.state import Discourse
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, covering, ends_at
from onrecord.reading.table import word_sets

BACK = 1
"""Sentences between what was said and the words that lean on it."""
COUNTED_BACK = 2
"""Sentences between a count and the names of those counted."""
MAKING_UP = word_sets("position_words.csv")["making_up"]


def the_counted(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "The six: China, Russia, …", "Argentina and India were the two": who they were that a count before gave."""
    chunks = sentence.chunks
    if any(c.has("negation") for c in chunks[at : at + 2]):
        return None  # "the one was not Argentina"
    if (others := _the_others_were(sentence, found, at, discourse)) is not None:
        return others
    behind = phrase_from(chunks, found, at + 1)
    behind = _and_a_region(chunks, found, behind) if behind is not None else None
    if behind is not None and behind.members.named and closes(sentence, behind.last):
        sizes = _sizes(behind.members)
        ends = at - chunks[at - 1].has("be")
        counted = next((n for size in sizes if (n := _number_before(chunks, ends, size)) is not None), None)
        pronoun = at > 0 and chunks[at - 1].lower in ("they", "these", "those", "it", "that", "this")
        if counted is not None or (
            pronoun
            and at == 1
            and chunks[at].has("be")
            and discourse.counted_choice is not None
            and not any(
                c.has("relative") for c in chunks[behind.last + 1 :]
            )  # "it was the Irish, and they, who abstained"
        ):
            first = counted if counted is not None else 0
            return _as_counted(sentence, behind, first, behind.last, discourse)
        return None
    if (rest := _the_rest(sentence, found, at, discourse)) is not None:
        return rest
    before = covering(found, at - 1) if at > 0 else None
    if before is None or not before.members.named or not (chunks[at].has("be") or makes_up(chunks, at)):
        return None
    behind_it = range(at + 1, min(at + 4 if makes_up(chunks, at) else at + 3, len(chunks)))
    number = next((i for i in behind_it if value_of(chunks[i]) is not None), None)
    definite = number is not None and (chunks[number].lower.startswith("the ") or chunks[number - 1].lower == "the")
    if number is None or not definite or not closes(sentence, number):
        return None
    if value_of(chunks[number]) != len(before.members.named):
        return None
    return _as_counted(sentence, before, before.first, number, discourse)


def named_beside(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "Those four, Chad, Mali, Niger and Togo, have no coast": who they were, thrown in behind the number."""
    if not discourse.tallies or at == 0 or phrase_from(sentence.chunks, found, at + 1) is None:
        return None
    return the_counted(sentence, found, at, discourse)


def _the_others_were(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "The nine included Togo; the rest were Nauru and Palau": the others of those that a number counted."""
    chunks = sentence.chunks
    phrase = phrase_from(chunks, found, at + 1) if at and chunks[at].lower in ("were", "are", "was") else None
    opens = next((i for i in range(max(0, at - 3), at) if chunks[i].lower in ("the rest", "rest")), None)
    total, told, choice = discourse.last_total, discourse.last_members, discourse.last_choice
    if phrase is None or opens is None or not phrase.members.named or not closes(sentence, phrase.last):
        return None
    if total is None or told is None or choice not in OPTIONS or discourse.last_negated:
        return None
    most = len(told.named) + len(phrase.members.named)
    if sentence.index - discourse.last_in > BACK or not 1 < most <= whole(total):
        return None
    return Position(*sentence.placed(opens, phrase.last, at), members=phrase.members, choice=choice)


def _the_rest(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "France and Peru were among the five that abstained. Mali, Chad and Benin were the rest."."""
    chunks = sentence.chunks
    phrase = covering(found, at - 1) if at > 0 and chunks[at].has("be") else None
    last = at + 2 if [c.lower for c in chunks[at + 1 : at + 3]] == ["the", "rest"] else at + 1
    if phrase is None or last >= len(chunks) or chunks[last].lower not in ("rest", "the rest"):
        return None
    total, told, choice = discourse.last_total, discourse.last_members, discourse.last_choice
    if total is None or told is None or choice is None or discourse.last_negated or not closes(sentence, last):
        return None
    if sentence.index - discourse.last_in > BACK or whole(total) != len(told.named) + len(phrase.members.named):
        return None
    return Position(*sentence.placed(phrase.first, last, at), members=phrase.members, choice=choice, total=total)


def _sizes(members: Members) -> tuple[int, ...]:
    """How many they may be: a group beside names may be spelled out by them or be more of them."""
    named = len(members.named)
    more = sum(int(group[-1]) for group in members.groups if group[-1].isdigit())
    more += members.quantity or 0 if members.adjective is not None else 0
    return (named + more, named) if more else (named,)


def _and_a_region(chunks: list[Chunk], found: list[Phrase], phrase: Phrase) -> Phrase:
    """ "The six: China, Russia, Pakistan and all three Africans"."""
    joint = phrase.last + 1
    if joint + 1 >= len(chunks) or not (chunks[joint].has("and") or chunks[joint].text in "+,&"):
        return phrase
    joint += chunks[joint].text == "," and chunks[joint + 1].has("and")
    other = phrase_from(chunks, found, joint + 1)
    if other is None or other.members.adjective is None or other.members.quantity is None or other.members.named:
        return phrase
    members = replace(phrase.members, adjective=other.members.adjective, quantity=other.members.quantity)
    return replace(phrase, last=other.last, members=members)


def makes_up(chunks: list[Chunk], at: int) -> bool:
    """ "Chad and Mali made up the two", "formed the pair", "accounted for the two": who they were that were counted."""
    if chunks[at].lower.startswith("account"):
        return at + 1 < len(chunks) and chunks[at + 1].lower == "for"
    return chunks[at].lower in MAKING_UP


def value_of(chunk: Chunk) -> int | None:
    return SIZES.get(chunk.lower, chunk.cardinal)


def closes(sentence: Sentence, last: int) -> bool:
    chunks = sentence.chunks
    behind = chunks[last + 1] if last + 1 < len(chunks) else None
    if behind is not None and (behind.text == "(" or behind.has("and", "but", "relative")):
        return False
    return ends_at(chunks, last + 1)


def _number_before(chunks: list[Chunk], at: int, size: int) -> int | None:
    """Where "the six" begins that ends before chunk `at`."""
    if at and size == 1 and chunks[at - 1].lower in ("that one", "this one"):
        return at - 1
    if at > 3 and [c.lower for c in chunks[at - 2 : at]] == ["in", "question"]:
        at -= 2  # "the four countries in question"
    if at > 1 and chunks[at - 1].has("member_noun"):
        at -= 1
    if at == 0 or value_of(chunks[at - 1]) != size:
        return None
    described = at > 2 and chunks[at - 2].text.islower() and not chunks[at - 2].entries
    if described and chunks[at - 2].number is None and chunks[at - 3].lower == "the":
        return at - 3  # "the brave four"
    if chunks[at - 1].lower.startswith("the "):
        return at - 1
    return at - 2 if at > 1 and chunks[at - 2].lower in ("the", "those", "these", "all") else None


def _as_counted(sentence: Sentence, phrase: Phrase, first: int, last: int, discourse: Discourse) -> Position | None:
    if sentence.index - discourse.last_in > COUNTED_BACK:
        return None
    chunks = sentence.chunks
    told = {c.cardinal for c in chunks[first : last + 1]} | {value_of(c) for c in chunks[first : last + 1]}
    size = next((s for s in _sizes(phrase.members) if s in told), len(phrase.members.named))
    choice = discourse.role_of(size)
    if choice is None:
        return None
    return Position(
        *sentence.placed(first, last),
        members=phrase.members,
        choice=choice,
        total=next((c.number for c in chunks[first : last + 1] if c.cardinal == size), None),
    )
