"""The one thing that a stretch of a sentence says was done on a vote, by a verb or by a noun."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.claims.vote import CHOICES, Members
from onrecord.reading.extract.position_loose import how_loose
from onrecord.reading.extract.position_scope import aimed
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting import acts_at
from onrecord.reading.extract.voting_words import NOUNS, Act, of_a_stance, tells
from onrecord.reading.parsed import Phrase, Sentence


@dataclass(frozen=True, slots=True)
class Told:
    """A choice, where its words stand, and how surely they are of a vote."""

    choice: str
    first: int
    last: int
    loose: bool = False
    aimed: bool = False
    stance: bool = False


def one_choice(
    sentence: Sentence, found: list[Phrase], first: int, last: int, members: Members, discourse: Discourse
) -> Told | None:
    """The choice told of the members from chunk `first` to `last`; None where there is none, or several."""
    chunks = sentence.chunks
    told: Told | None = None
    at = first
    while at <= last:
        if chunks[at].has("negation", "modal"):
            return None
        act = (
            next((a for a in acts_at(sentence, found, at) if a.choice in CHOICES), None) if tells(chunks[at]) else None
        )
        if act is not None:
            one = _by_verb(sentence, act, members, discourse) if act.last <= last else None
            if one is None:
                return None
        else:
            one = _by_noun(sentence, at, last)
        if one is not None and told is not None and told.choice != one.choice:
            return None
        told = told or one
        at = one.last + 1 if one is not None else at + 1
    return told


def _by_verb(sentence: Sentence, act: Act, members: Members, discourse: Discourse) -> Told | None:
    loose = None if act.denied else how_loose(sentence, act, members, discourse)
    if loose is None:
        return None
    at_deed = aimed(sentence, act.at, act.last, act.choice)
    return Told(act.choice, act.at, act.last, loose, at_deed, of_a_stance(sentence.chunks, act))


def _by_noun(sentence: Sentence, at: int, last: int) -> Told | None:
    """ "Against", "in favour", "a no vote"; not "against the oil embargo"."""
    chunks = sentence.chunks
    choice = next((c for kind, c in NOUNS if chunks[at].has(kind)), None)
    if choice is None:
        return None
    behind = at + 1
    if chunks[at].has("preposition") and behind <= last and chunks[behind].is_word:
        if not any(c.has("text", "cite", "pronoun_text") for c in chunks[behind : behind + 3]):
            return None
    return Told(choice, at, at)
