"""One vote that is only supposed: "one Chinese No and it would have been dead", "a single Russian hand would do"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import able
from onrecord.reading.listing import CONJUNCTIONS
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, Sentence, is_demonym, possessed
from onrecord.reading.table import word_sets

ONES = frozenset({"one", "single", "a", "an", "any", "just", "another", "lone", "solitary", "only", "with", "but",
                  "more", "extra"})  # fmt: skip
"""Words in front of a vote that is supposed."""
NOUNS = ("no_noun", "veto_noun", "abstention_noun", "vote_noun", "hand")
OPENS = (".", ";", ":", "—", "–", "(", ",")
SUPPOSED = frozenset({"would", "could", "'d", "might"})
BEFORE_NOUN = 5
"""Chunks from the word for one to the vote."""
BEFORE_MODAL = 11
_WORDS = word_sets("rule_words.csv")
FATAL = _WORDS["one_vote_fatal"]
STOPPING = _WORDS["stop"]
NOTHING = frozenset({"nothing", "difference", "little"})
BEHIND_MODAL = 6
IN_GENERAL = _WORDS["one_vote_in_general"]
SPEAKING_SO = SUPPOSED | {"is", *IN_GENERAL}
"""Without one of these words no vote is only supposed or spoken of in general."""
EVERYTHING = frozenset({"everything", "anything", "any", "whatever", "all", "nothing", "no"})
FOR_GOOD = frozenset({"final", "enough", "sufficient", "fatal", "like any other", "one vote"})
"""What one vote is in general, told in the present."""


@dataclass(frozen=True, slots=True)
class OneVote:
    """A vote supposed or spoken of in general, and what it would do."""

    first: int
    noun: int
    modal: int


def one_votes(sentence: Sentence) -> list[OneVote]:
    """Each where a clause opens with one vote and goes on with what that would or could do."""
    chunks = sentence.chunks
    found: list[OneVote] = []
    if sentence.kinds.isdisjoint(NOUNS) or sentence.words.isdisjoint(SPEAKING_SO):
        return found
    for at, chunk in enumerate(chunks):
        owner = chunk.has("member") and possessed(chunks, at)
        one = owner or not ONES.isdisjoint(chunk.lower.split())
        if one and _opens(chunks, at) and (noun := _noun(chunks, at + owner)) is not None:
            modal = _modal(chunks, noun)
            if modal is not None:
                found.append(OneVote(at, noun, modal))
    return found


def _opens(chunks: list[Chunk], at: int) -> bool:
    before = chunks[at - 1] if at else None
    return before is None or before.text in OPENS or before.has("but") or before.lower in ("and", "that", "so")


def _noun(chunks: list[Chunk], at: int) -> int | None:
    for position in range(at + 1, min(at + BEFORE_NOUN + 1, len(chunks))):
        chunk = chunks[position]
        if chunk.has(*NOUNS) and not chunk.has("preposition"):
            return position
        if not chunk.is_word or chunk.has("preposition", "be", "have", "text") or chunk.lower in CONJUNCTIONS:
            return None
    return None


def _modal(chunks: list[Chunk], noun: int) -> int | None:
    """The "would" of the vote itself, or of what follows from it: "one No and the thing would be dead"."""
    for position in range(noun + 1, min(noun + BEFORE_MODAL + 1, len(chunks))):
        chunk = chunks[position]
        if chunk.lower.split()[0] in SUPPOSED or _in_general(chunks, position):
            return position
        finite = chunk.has("be", "do", "relative", "but") or chunk.verb("vote", "abstain", "veto") is not None
        if chunk.text in ".;:—–" or (finite and not chunk.has(*NOUNS)):
            return None
    return None


def _in_general(chunks: list[Chunk], at: int) -> bool:
    """ "A Russian No stops everything", "one No from Paris is enough": no one vote."""
    behind = chunks[at + 1 : at + 4]
    if chunks[at].lower in IN_GENERAL:
        return bool(behind) and not EVERYTHING.isdisjoint(behind[0].lower.split())
    if chunks[at].lower != "is" or not behind:
        return False
    said = " ".join(c.lower for c in behind)
    return any(said.startswith(words) for words in FOR_GOOD) or said.startswith(("the end", "a No", "a no "))


def only_supposed(sentence: Sentence, found: list[OneVote], start: int) -> bool:
    """Whether a claim that begins at the offset is of the vote that is supposed."""
    chunks = sentence.chunks
    return any(chunks[one.first].start <= start <= chunks[one.modal].start for one in found)


def stops_it(sentence: Sentence, found: list[Phrase]) -> list[tuple[int, int, Members, bool]]:
    """Of whom it is said that one vote of theirs would have stopped a text, or nothing; with the chunks that say so.

    Where nine were just in favour any member's No would have stopped a text, and where it failed anyway no veto would
    have: what is told of those who can veto is kept where it would have, and of others where it would not.
    """
    chunks = sentence.chunks
    told: list[tuple[int, int, Members, bool]] = []
    for one in one_votes(sentence):
        whose = _whose(chunks, found, one)
        if whose is None:
            continue
        cut = next((i for i in range(one.modal + 1, len(chunks)) if chunks[i].text in ",.;:—–()"), len(chunks))
        behind = chunks[one.modal + 1 : min(one.modal + 1 + BEHIND_MODAL, cut)]
        words = {word for c in (chunks[one.modal], *behind) for word in c.lower.split()}
        idle = any(c.has("negation") for c in (chunks[one.modal], *behind)) or not NOTHING.isdisjoint(words)
        against = chunks[one.noun].has("no_noun", "veto_noun") or any(
            c.lower == "against" for c in chunks[one.noun : one.modal]
        )
        fatal = not words.isdisjoint(STOPPING) or (against and not words.isdisjoint(FATAL))
        if not idle and not against and chunks[one.noun].has("abstention_noun"):
            continue  # "a Chinese abstention would have blocked it", which is no veto
        if idle != able(whose, "veto") and (fatal or (idle and against)):
            told.append((one.first, one.modal + len(behind), whose, idle))
    return told


def _whose(chunks: list[Chunk], found: list[Phrase], one: OneVote) -> Members | None:
    phrase = next((p for p in found if one.first <= p.first < one.modal and p.members.named), None)
    if phrase is not None:
        return None if phrase.members.first_person else phrase.members
    owner = next((c for c in chunks[one.first + 1 : one.noun] if is_demonym(c)), None)
    owner = chunks[one.first] if owner is None and possessed(chunks, one.first) else owner
    return Members(tuple(named_by(owner)), text=owner.text) if owner is not None else None
