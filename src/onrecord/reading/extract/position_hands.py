"""Positions told by the hands that somebody's delegate raised or kept down: "Moscow's hand went up against it", "up
went the Russian hand", "the Iraqi hand stayed down".
"""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Position
from onrecord.reading.extract.noun_owners import owner_of, supposed
from onrecord.reading.extract.spans import clause_end, lead_in
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import speaks_of_votes
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

UP = frozenset({"up", "aloft", "raised", "rose", "climbed"})
DOWN = frozenset({"down", "folded", "still"})
MOVED = word_sets("tally_words.csv")["hands_moved"]
REACH = 8
"""Chunks behind the hand within which it says for or against what it was raised."""


def hand_position(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """What the hand at chunk `at` did, as far as the sentence speaks of a vote; None where nobody's state owns it."""
    chunks = sentence.chunks
    owner = owner_of(sentence, at)
    if owner is None or not owner.members.named or sentence.question:
        return None
    if not (speaks_of_votes(sentence) or discourse.voted_near(sentence) or discourse.text_before(sentence)):
        return None
    choice, last = _raised(chunks, at, owner)
    if choice is None or supposed(sentence, owner.first, last):
        return None
    first = lead_in(chunks, found, owner.first)
    return Position(
        *sentence.placed(first, clause_end(sentence, found, last), at), members=owner.members, choice=choice
    )


def _raised(chunks: list[Chunk], at: int, owner: Phrase) -> tuple[str | None, int]:
    """How a hand that goes up or stays down votes, and the last chunk that says so."""
    before = [c.lower for c in chunks[max(0, owner.first - 3) : owner.first] if not c.has("determiner")]
    fronted = before[-2:-1] == ["up"] and before[-1] in MOVED
    moved = next((i for i in range(at + 1, min(at + 3, len(chunks))) if chunks[i].lower in MOVED), None)
    if not fronted and moved is None:
        return None, at
    state = range(at + 1, min((moved or at) + 4, len(chunks)))
    if any(chunks[i].lower in DOWN for i in state):
        return "abstain", next(i for i in state if chunks[i].lower in DOWN)
    up = next((i for i in state if chunks[i].lower in UP or chunks[i].lower.endswith(" up")), None)
    if up is None and not fronted:
        return None, at
    for position in range((up or at) + 1, min((up or at) + REACH, len(chunks))):
        if chunks[position].has("no_noun"):
            return "no", position
        if chunks[position].has("yes_noun"):
            return "yes", position
        if chunks[position].text in ",;:—–" or chunks[position].has("but", "and"):
            break
    return None, at


def hand_again(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """What the hand did that the name at chunk `at` owns without a noun, where hands were spoken of before: "the German
    hand stayed down. Bosnia's went up".
    """
    chunks = sentence.chunks
    if at + 3 >= len(chunks) or chunks[at + 2].lower not in MOVED:
        return None
    owner = Phrase(at, at + 1, Members(tuple(named_by(chunks[at])), text=chunks[at].text))
    choice, last = _raised(chunks, at + 1, owner)
    guessed = choice is None
    if choice is None and chunks[at + 3].lower in UP and (at + 4 >= len(chunks) or not chunks[at + 4].is_word):
        # raised for it, unless the hands before were those against
        choice, last = ("no" if discourse.last_choice == "no" else "yes"), at + 3
    if choice is None or supposed(sentence, at, last):
        return None
    placed = sentence.placed(lead_in(chunks, found, at), last, at)
    return Position(*placed, members=owner.members, choice=choice, loose=guessed and discourse.last_choice != "abstain")
