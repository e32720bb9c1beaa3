"""Who those were that a count before gave, one by one or as the rest: "Pakistan was one, Somalia the other", "the
rest were China and Brazil", "the four who would not join were …".
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Position
from onrecord.reading.extract.meant_by_pronouns import SIZES
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import NOUNS
from onrecord.reading.governing import governed
from onrecord.reading.grammar import phrase_from
from onrecord.reading.numbers import find_numbers
from onrecord.reading.parsed import Phrase, Sentence, covering, finite
from onrecord.reading.table import word_sets

BACK = 2
"""Sentences between a count and the names of those counted."""
PAIR = re.compile(r"(?:Mb?1[,&;]*Mb?O|1b?[:,]?M[,&;]*Ob?[:,]?M)(?![Mw])")
"""Two members, each told as one of two: M a member, 1 "one", O "the other", b "to be"."""
FURTHER = re.compile(r"(?:^|[,;&])(?:Mb?F|Fb:?M)(?![Mw])")
"""A further one: "Mali another", "the third was Mali"."""
ONE = frozenset({"one", "one of them", "the one", "the first", "the former"})
OTHER = frozenset({"the other", "other", "the second", "the latter"})
AGAIN = frozenset(
    {
        "another",
        "a second",
        "a third",
        "a fourth",
        "a fifth",
        "a sixth",
        "the third",
        "the fourth",
        "the fifth",
        "the last",
    }
)
_WORDS_OF_OTHER, _WORDS_OF_AGAIN = (frozenset(words.split()[-1] for words in wordings) for wordings in (OTHER, AGAIN))
"""Words of which a sentence must have one that tells the other, or a further one."""
REST = frozenset({"the rest", "the others", "the remainder", "others", "rest"})
_WORDS = word_sets("position_words.csv")
FOUND_THERE = _WORDS["found_there"]
JOINING = _WORDS["going_along"]
REFUSING = _WORDS["stayed_out"]
ALSO = frozenset({"also", "again", "once", "more", "still", "of", "them", "those", "too", "naturally", "surprisingly"})


def told_one_by_one(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """What a sentence says of those that were counted before; None where it says nothing of the kind."""
    if sentence.withdrawn or sentence.unreal_from == 0:
        return None
    if (led := _among_those_led(sentence, found, discourse)) is not None or sentence.index - discourse.last_in > BACK:
        return led
    if sentence.index - discourse.last_in > 1 and find_numbers(discourse.last_text):
        return None  # "Two were against. Two spoke afterwards. One was Chad, the other Mali.": of those counted between
    return _of_two(sentence, found, discourse) or (
        _the_four_who(sentence, found, discourse) if discourse.tallies else None
    )


LOOKING = 6
LOOK = frozenset({"look", "guess", "see", "notice", "who"})
"""Words with which the reader's eye is led to some of those counted."""


def _among_those_led(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "Among the noes one finds Cuba and Syria", "look who is in the thirteen: Niger and Zambia"."""
    chunks = sentence.chunks
    among = (i for i, c in enumerate(chunks[:LOOKING]) if c.lower.startswith("among") or (i and c.lower == "in"))
    opening = next(among, None)
    looking = opening is not None and any(c.lower == "who" for c in chunks[:opening])
    led = [c for c in chunks[:opening] if c.is_word and not c.has("and", "but")]
    if opening is None or any(not (looking and (c.has("be") or c.lower in LOOK)) for c in led):
        return None
    head = range(opening + 1, min(opening + 4, len(chunks)))
    noun = next((i for i in head if any(chunks[i].has(kind) for kind, _ in NOUNS)), None)
    if noun is None:
        noun = next((i for i in head if chunks[i].cardinal is not None), None)
        choice = discourse.role_of(chunks[noun].cardinal or 0) if noun is not None else None
    elif chunks[noun].has("preposition") and chunks[noun - 1].lower.split()[-1] not in ("those", "ones"):
        return None
    else:
        choice = next(choice for kind, choice in NOUNS if chunks[noun].has(kind))
    if noun is None or choice is None:
        return None
    verb = next((i for i in range(noun + 1, min(noun + 9, len(chunks))) if chunks[i].lower in FOUND_THERE), None)
    phrase = phrase_from(chunks, found, verb + 1) if verb is not None else _behind_mark(chunks, found, noun)
    if phrase is None or not phrase.members.named or not _closed(chunks, phrase.last):
        return None
    told = _position(sentence, Phrase(opening, phrase.last, phrase.members), phrase.members, choice)
    return replace(told, negated=any(c.has("negation") for c in chunks[opening + 1 : noun]))


def _behind_mark(chunks: list[Chunk], found: list[Phrase], noun: int) -> Phrase | None:
    """ "Among the noes: Cuba", "among the twenty, to general surprise, Costa Rica": no verb, and names to the end."""
    if noun + 2 >= len(chunks) or chunks[noun + 1].text not in ",:–—" or any(finite(c) for c in chunks[noun:]):
        return None
    phrase = next((p for p in found if p.first > noun and p.members.named), None)
    if phrase is None or governed(chunks, phrase.first):
        return None
    opens = phrase.first - 1 - chunks[phrase.first - 1].has("determiner")
    return phrase if chunks[opens].text in ",:–—" else None


def further_one(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "Chad was one of the three, Mali another", "the rest were …": more of those of whom one was named last."""
    if discourse.last_total is None or discourse.last_choice is None or sentence.index - discourse.last_in > 1:
        return None
    if sentence.withdrawn or sentence.unreal_from == 0:
        return None
    if (rest := _the_rest(sentence, found, discourse)) is not None:
        return rest
    if _WORDS_OF_AGAIN.isdisjoint(sentence.words):
        return None
    marks, places = _marked(sentence.chunks, found)
    match = FURTHER.search(marks)
    if match is None:
        return None
    named = [places[i] for i in range(*match.span()) if marks[i] == "M"]
    phrase = covering(found, named[0])
    return None if phrase is None else _position(sentence, phrase, phrase.members, discourse.last_choice)


def _of_two(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    if _WORDS_OF_OTHER.isdisjoint(sentence.words):
        return None
    marks, places = _marked(sentence.chunks, found)
    match = PAIR.search(marks)
    if match is None:
        return None
    named = [covering(found, places[i]) for i in range(*match.span()) if marks[i] == "M"]
    choice = discourse.role_of(2)
    if choice is None or len(named) != 2 or any(p is None or len(p.members.named) != 1 for p in named):
        return None
    one, other = (p for p in named if p is not None)
    both = replace(one.members, named=one.members.named + other.members.named)
    return _position(sentence, replace(one, last=other.last), both, choice)


def _marked(chunks: list[Chunk], found: list[Phrase]) -> tuple[str, list[int]]:
    """The sentence as a row of letters, one a chunk or phrase, and the chunk that each stands for."""
    marks: list[str] = []
    places: list[int] = []
    position = 0
    while position < len(chunks):
        phrase = covering(found, position)
        width = 1
        if phrase is not None and phrase.first == position and phrase.members.named:
            mark, width = "M", phrase.last - phrase.first + 1
        else:
            mark, width = _mark(chunks, position)
        if mark:
            marks.append(mark)
            places.append(position)
        position += width
    return "".join(marks), places


def _mark(chunks: list[Chunk], at: int) -> tuple[str, int]:
    lower = chunks[at].lower
    two = f"{lower} {chunks[at + 1].lower}" if at + 1 < len(chunks) else lower
    if two in ONE or two == "one of":
        return "1", 2
    if lower in ONE or (chunks[at].has("among") and lower == "one of"):
        return "1", 1
    for words, width in ((two, 2), (lower, 1)):
        if words in OTHER:
            return "O", width
        if words in AGAIN:
            return "F", width
    if chunks[at].has("be"):
        return "b", 1
    if lower in ("and", "&", "while"):
        return "&", 1
    if chunks[at].text in ",;:":
        return chunks[at].text, 1
    if not chunks[at].is_word:
        return "." if chunks[at].text in ".–—(!" else "", 1
    if lower in ALSO or lower.endswith("ly") or chunks[at].has("determiner", "adverb"):
        return "", 1
    return "w", 1


# --- the rest --------------------------------------------------------------------------------


def _the_rest(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "The rest were China, Brazil and Peru", "the other three: …", after one of a number was named."""
    total, choice = discourse.last_total, discourse.last_choice
    if total is None or choice is None or discourse.last_members is None or discourse.last_negated:
        return None
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if not (chunk.has("be") or chunk.text in ":–—") or at == 0:
            continue
        phrase = phrase_from(chunks, found, at + 1)
        first = _rest_before(chunks, found, at)
        if phrase is None or first is None or not _closed(chunks, phrase.last):
            continue
        left = int(total.value) - len(discourse.last_members.named)
        if not phrase.members.named or phrase.members.groups or len(phrase.members.named) != left:
            return None
        return _position(sentence, Phrase(first, phrase.last, phrase.members), phrase.members, choice)
    return None


def _rest_before(chunks: list[Chunk], found: list[Phrase], at: int) -> int | None:
    """Where "the rest" or "the other three" begins that ends before chunk `at`."""
    others = covering(found, at - 1)
    first = others.first if others is not None and others.members.others and not others.members.named else None
    if first is None and chunks[at - 1].lower in REST:
        first = at - 1
    if first is None and chunks[at - 1].cardinal is not None and at > 1:
        first = at - 2 if chunks[at - 2].lower in ("the other", "other", "remaining", "the remaining") else None
    while first is not None and first > 0 and chunks[first - 1].has("determiner"):
        first -= 1
    opened = first is not None and (first == 0 or not chunks[first - 1].is_word or chunks[first - 1].has("and", "but"))
    return first if opened else None


# --- those who would not ---------------------------------------------------------------------


def _the_four_who(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> Position | None:
    """ "The four who would not join were …", "the two missing were …", "the two others were …": the rest of a count, as
    many as are named.
    """
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if not ("be" in chunk.kinds or chunk.text == ":") or at < 2:
            continue
        phrase = phrase_from(chunks, found, at + 1)
        if phrase is None or not phrase.members.named or phrase.members.groups or not _closed(chunks, phrase.last):
            continue
        size = len(phrase.members.named)
        reach = range(at - 1, max(at - 10, -1), -1)
        number = next((i for i in reach if (chunks[i].cardinal or SIZES.get(chunks[i].lower)) == size), None)
        if number is None or not _left_over(chunks, number, at):
            continue
        choice = discourse.role_of(size) or discourse.rest_of(size)
        if choice == "yes" or (choice is None and not discourse.all_but(size, sentence.index)):
            return None
        told = _position(
            sentence, Phrase(max(0, number - 1), phrase.last, phrase.members), phrase.members, choice or "yes"
        )
        return replace(told, total=chunks[number].number) if choice is not None else replace(told, negated=True)
    return None


def _left_over(chunks: list[Chunk], number: int, at: int) -> bool:
    """Whether the words around a number, up to chunk `at`, say that those are the ones who did not go along."""
    behind = chunks[number + 1 : at]
    before = "the" if chunks[number].lower in SIZES else chunks[number - 1].lower if number else ""
    if before in OTHER_SO_MANY:
        return not behind
    return before == "the" and ([c.lower for c in behind] == ["others"] or _stayed_out(behind))


OTHER_SO_MANY = frozenset({"other", "the other", "remaining", "the remaining", "missing", "the missing"})


def _stayed_out(words: list[Chunk]) -> bool:
    """Whether the words behind a number say that those did not go along, and in no way of their own."""
    if any(c.verb("abstain", "veto", "yes", "no", "not_voting") is not None or not c.is_word for c in words):
        return False
    if words and words[0].lower in REFUSING:
        return True
    if not words or not words[0].has("relative"):
        return False
    denied = any(c.has("negation") or c.lower in REFUSING for c in words[1:])
    auxiliary = ("negation", "modal", "do", "have", "be", "adverb", "pronoun_text")
    return denied and all(c.has(*auxiliary) or c.lower in JOINING | REFUSING for c in words[1:])


def _closed(chunks: list[Chunk], last: int) -> bool:
    following = chunks[last + 1] if last + 1 < len(chunks) else None
    return following is None or not following.is_word or following.has("but")


def _position(sentence: Sentence, phrase: Phrase, members: Members, choice: str) -> Position:
    chunks = sentence.chunks
    last = phrase.last
    while last + 1 < len(chunks) and chunks[last + 1].is_word and chunks[last + 1].lower in OTHER | AGAIN | {"the"}:
        last += 1
    return Position(*sentence.placed(phrase.first, last), members=members, choice=choice)
