"""Numbers of those on the other side, of a text's friends and foes, of the lights on the board of the Assembly."""

from __future__ import annotations

from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.state import ACROSS, Discourse
from onrecord.reading.extract.tally_ballots import number_of
from onrecord.reading.extract.tally_subjects import no_count
from onrecord.reading.extract.tally_words import Part
from onrecord.reading.extract.voting import acts_at
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

NEAR = 8
"""Chunks between those who were on the other side and that."""
ACROSS_FROM = word_sets("tally_words.csv")["across_from"]
FRIENDS = {
    "friend": "yes", "friends": "yes", "ally": "yes", "allies": "yes", "admirer": "yes", "admirers": "yes",
    "well-wishers": "yes", "champions": "yes", "patrons": "yes", "defenders": "yes",
    "foe": "no", "foes": "no", "enemy": "no", "enemies": "no", "adversary": "no", "adversaries": "no",
    "detractors": "no",
    "critics": "no", "critic": "no", "antagonists": "no", "rejecters": "no",
}  # fmt: skip
"""What those are called that a text has for it or against it."""
PRESENT = frozenset({"has", "have", "gets", "get", "wins", "win", "finds", "find"})
COLOURS = {
    "green": "yes", "greens": "yes", "red": "no", "reds": "no", "yellow": "abstain", "yellows": "abstain",
    "white": "abstain", "amber": "abstain", "grey": "abstain", "gray": "abstain",
}  # fmt: skip
FULL = range(9, 16)
"""Votes for and against in the Council."""
MOST_ELSEWHERE = 60
BOARD = frozenset({"board", "screen", "lights", "buttons", "scoreboard"})
"""Where votes are shown by colour."""


def across(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> list[Part]:
    """ "Britain vetoed alone; eight members were on the other side": those who voted otherwise than it did."""
    chunks = sentence.chunks
    counted = at - 1
    while counted >= 0 and at - counted < 2 * NEAR and chunks[counted].cardinal is None:
        if chunks[counted].text == ",":
            # "fourteen members, Chad among them, were on the other side"
            counted = next((i for i in range(counted - 1, max(counted - NEAR, -1), -1) if chunks[i].text == ","), 0) - 1
            continue
        plain = chunks[counted].has("member_noun", "be", "adverb") or chunks[counted].lower in ACROSS_FROM
        if not plain:
            return []
        counted -= 1
    if counted < 0 or chunks[counted].cardinal is None or no_count(chunks, counted):
        return []
    acts = (acts_at(sentence, found, i) for i in range(counted - 1, -1, -1))
    said = next((a[0].choice for a in acts if a and a[0].choice in ACROSS and not a[0].needs), None)
    role = ACROSS.get(said) if said is not None else discourse.other_side(sentence)
    return [] if role is None else [Part(role, number_of(chunks[counted]), counted, at)]


def befriended(chunks: list[Chunk], at: int, position: int) -> str | None:
    """ "The draft found twelve friends and one enemy", "it had twelve members behind it": what a text has."""
    role = FRIENDS.get(chunks[position].lower)
    if role is None and (chunks[at].cardinal or 0) > ALLIES and _behind_the_text(chunks, at, position):
        role = "yes"
    elif role is None or position > at + 1:
        return None
    got = next(
        (i for i in range(at - 1, max(at - 7, 0), -1) if chunks[i].has("obtain") and chunks[i].lower not in PRESENT),
        None,
    )
    before = chunks[max(0, got - 7) : got] if got is not None else []
    text = any(c.has("text", "cite", "pronoun_text") for c in before)
    # "on the embargo we had one friend": besides ourselves
    whose = any(c.has("first_person") or c.lower in ("we", "i") for c in before[-3:])
    return role if text and not whose else None


ALLIES = 2
"""Members up to which those behind "it" may be behind a state."""


def _behind_the_text(chunks: list[Chunk], at: int, position: int) -> bool:
    stand = position == at + 1 or (position == at + 2 and chunks[at + 1].has("member_noun"))
    words = [c.lower for c in chunks[position : position + 3]]
    return stand and (words[:2] == ["behind", "it"] or words == ["on", "its", "side"])


SIDE = ("with", "behind", "beside", "alongside")
OURS = ("us", "it", "him", "her", "them", "me")
MOST = 97
"""States from which on so many together are the majority of the Assembly, whose texts were carried."""


def beside_us(chunks: list[Chunk], at: int, position: int, ours: str | None) -> str | None:
    """ "Fifty with us, eight against", "nine were behind it and two against": those for, where others are against;
    "141 on our side", "six against us", where it was told how our side voted (`ours`).
    """
    following = chunks[position + 1] if position + 1 < len(chunks) else None
    if following is None or position > at + 2 + chunks[at + 1].has("member_noun"):
        return None
    ends = position + 2 >= len(chunks) or not chunks[position + 2].is_word
    ends = ends or chunks[position + 2].has("and", "preposition")
    lead = chunks[position].lower
    if ends and (following.text == "us" or following.lower == "our side"):
        states = lead == "for" and position == at + 2 and chunks[at + 1].has("member_noun")
        states = states and (position + 2 >= len(chunks) or not chunks[position + 2].is_word)
        if lead in ("with", "behind", "for", "on") and ours is None and (states or (chunks[at].cardinal or 0) >= MOST):
            return "yes"
    if lead not in SIDE or following.lower not in OURS:
        return None
    # "128 against him, nine with him": he may be whom the text condemned.
    against = any(c.lower == "against" and before.cardinal is not None for before, c in pairwise(chunks))
    against = against and not any(c.lower == "against" and after.lower in OURS for c, after in pairwise(chunks))
    return "yes" if ends and against else None


def on_the_board(chunks: list[Chunk], at: int) -> str | None:
    """ "141 green, five red and 35 yellow" on the board of the Assembly."""
    role = COLOURS.get(chunks[at + 1].lower)
    if role is None:
        return None
    if any(c.lower in BOARD for c in chunks):
        return role if sum(c.lower in COLOURS for c in chunks) > 1 else None
    counted = {COLOURS[then.lower] for c, then in pairwise(chunks) if c.cardinal is not None and then.lower in COLOURS}
    numbers = [c.cardinal or 0 for c, then in pairwise(chunks) if then.lower in COLOURS]
    both = counted >= {"yes", "no"} and (sum(numbers) in FULL or sum(numbers) > MOST_ELSEWHERE)
    return role if both or len(counted) == len(set(COLOURS.values())) else None
