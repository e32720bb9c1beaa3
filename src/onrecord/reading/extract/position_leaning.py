"""Positions told by a name and hardly more, where a noun before it is left out: "Bosnia's went up", "the Spanish one
hurt"; and by what others had for or against a text: "over the objections of Cuba", "with French support".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.claims.vote import Position
from onrecord.reading.extract.noun_deciding import SUPPORT, decided_by
from onrecord.reading.extract.noun_owners import owner_of
from onrecord.reading.extract.position_hands import hand_again
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import speaks_of_votes
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence, is_demonym, possessed
from onrecord.reading.table import word_sets

_WORDS = word_sets("position_words.csv")
OBJECTIONS = _WORDS["objections"]
AGAINST = _WORDS["in_spite_of"]
REACH = 6
"""Chunks before the objections within which the words stand that say that they were overridden."""
CARRIED = ("adopt", "pass")
VOTED_ON = ("text", "cite", "pronoun_text")


def leaning_on_noun(sentence: Sentence, found: list[Phrase], discourse: Discourse) -> list[Position]:
    """What a sentence says by names that own a noun left out, or an objection."""
    if sentence.withdrawn or sentence.unreal_from == 0:
        return []
    told: list[Position] = []
    handed = sentence.index - discourse.hands_in <= HANDS_BACK or "hand" in sentence.kinds
    if not handed and sentence.words.isdisjoint(OPENING_WORDS):
        return told
    for at, chunk in enumerate(sentence.chunks[: sentence.unreal_from]):
        claim: Position | None = None
        if chunk.lower in OBJECTIONS:
            claim = _overridden(sentence, found, at)
        elif chunk.lower in SUPPORT:
            claim = decided_by(sentence, found, at)
        elif chunk.lower in ("one", "ones") and discourse.last_noun and discourse.last_in == sentence.index:
            claim = _the_other_one(sentence, at, discourse)
        elif chunk.lower in SEAT and at + 2 < len(sentence.chunks):
            claim = _empty_seat(sentence, found, at, discourse)
        elif handed and chunk.has("member") and possessed(sentence.chunks, at):
            claim = hand_again(sentence, found, at, discourse)
        if claim is not None:
            told.append(claim)
    return told


HANDS_BACK = 2
"""Sentences back to where hands were spoken of, which a name alone may still own."""
SEAT = ("chair", "seat", "place", "chairs", "seats")
OPENING_WORDS = OBJECTIONS | SUPPORT | {"one", "ones", *SEAT}
"""What `leaning_on_noun` asks of a word where no hands are spoken of, to pass over most sentences cheaply."""
EMPTY = _WORDS["empty_seat"]


def _empty_seat(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Position | None:
    """ "The chair of Rwanda was empty", "Syria's seat stayed vacant"."""
    chunks = sentence.chunks
    of = chunks[at + 1].lower == "of"
    phrase = phrase_from(chunks, found, at + 2) if of else owner_of(sentence, at)
    if phrase is None or not phrase.members.named or not (discourse.voted_near(sentence) or speaks_of_votes(sentence)):
        return None
    behind = max(phrase.last, at) + 1
    for position in range(behind, min(behind + 4, len(chunks))):
        if chunks[position].lower.split()[-1] in EMPTY:
            first = min(at, phrase.first)
            first -= first > 0 and chunks[first - 1].has("determiner")
            return Position(*sentence.placed(first, position, at), members=phrase.members, choice="not voting")
        still = chunks[position].has("be", "adverb") or chunks[position].lower in ("stood", "stayed", "remained", "was")
        if not still:
            return None
    return None


def _overridden(sentence: Sentence, found: list[Phrase], at: int) -> Position | None:
    """ "Adopted over the objections of Cuba and Yemen", "carried despite Polish opposition"."""
    chunks = sentence.chunks
    owner, first, last = owner_of(sentence, at), at, at
    if owner is not None:
        first = owner.first
    elif at + 2 < len(chunks) and chunks[at + 1].lower in ("of", "from", "by"):
        owner = phrase_from(chunks, found, at + 2)
        last = owner.last if owner is not None else at
    if owner is None or not owner.members.named:
        return None
    before = chunks[max(0, first - REACH) : first]
    words = f" {' '.join(c.lower for c in before)} "
    carried = any(c.verb(*CARRIED) is not None for c in chunks) and sentence.kinds.intersection(VOTED_ON)
    if not carried or not any(f" {against} " in words for against in AGAINST):
        return None
    claim = Position(*sentence.placed(first, last, at), members=owner.members, choice="yes", negated=True)
    return replace(claim, loose=True)


def _the_other_one(sentence: Sentence, at: int, discourse: Discourse) -> Position | None:
    """ "The Polish abstention surprised nobody, the Spanish one hurt"."""
    chunks = sentence.chunks
    if at < 2 or not is_demonym(chunks[at - 1]) or not chunks[at - 2].has("determiner") or discourse.last_negated:
        return None
    owner = owner_of(sentence, at)
    if owner is None or discourse.last_choice is None or discourse.last_choice in ("with", "alone"):
        return None
    return Position(*sentence.placed(at - 2, at), members=owner.members, choice=discourse.last_choice, noun=True)
