"""Whom a text leaves out of those it tells of: "everyone voted for it except Syria", "the Africans voted for it; the
exception was Mali", "the Europeans supported it, though not Germany".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.claims.vote import Named, Position, VoteClaim
from onrecord.reading.excepting import excepts
from onrecord.reading.extract.state import Discourse
from onrecord.reading.governing import governed
from onrecord.reading.grammar import phrase_from
from onrecord.reading.listing import SET_APART
from onrecord.reading.parsed import Phrase, Sentence, covering, ends_at
from onrecord.reading.regions import region_behind

EXCEPTION = frozenset({"exception", "exceptions"})
HOLDING = frozenset({"though", "although", "if", "albeit", "but", ",", "–", "—", "("})
"""What stands in front of the "not" that takes some out: "the Arabs voted for it, though not Iraq"."""
NEAR = 4
"""Chunks between "exception" and who it was."""
BACK = 1
"""Sentences between what is told of a group and whom the text then leaves out of it."""


def left_out(sentence: Sentence, found: list[Phrase]) -> tuple[Named, ...]:
    """Whom the sentence leaves out: "everyone voted for it except Syria", "with the exception of Syria, all
    members did", "all did, the one exception being Syria".
    """
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if chunk.lower in SET_APART and (phrase := covering(found, at - 1)) is not None:
            return phrase.members.named
        if chunk.has("exception") and excepts(chunks, at):
            phrase = phrase_from(chunks, found, at + 1)
            if phrase is not None:
                return phrase.members.named
        if chunk.lower in EXCEPTION and (named := _was_the_exception(sentence, found, at)):
            return named
        if chunk.lower != "but" or not at:
            continue
        phrase = phrase_from(chunks, found, at + 1)
        nobody = covering(found, at - 1)
        if nobody is not None and nobody.members.nobody and phrase is not None and phrase.members.named:
            return phrase.members.named  # "nobody but China voted against it"
        if chunks[at - 1].is_word and phrase is not None and ends_at(sentence.chunks, phrase.last + 1):
            return phrase.members.named
    return ()


def _was_the_exception(sentence: Sentence, found: list[Phrase], at: int) -> tuple[Named, ...]:
    """ "The exception was Mali", "with one exception: Mali", "Mali being the exception"."""
    chunks = sentence.chunks
    for position in range(at + 1, min(at + 1 + NEAR, len(chunks))):
        phrase = covering(found, position)
        if phrase is not None:
            return phrase.members.named if phrase.first == position else ()
        if chunks[position].is_word and not chunks[position].has("be", "determiner", "only"):
            break
    be = next((i for i in range(at - 1, max(at - 1 - NEAR, 0), -1) if chunks[i].has("be")), None)
    before = covering(found, be - 1) if be is not None else None
    return () if before is None or governed(chunks, before.first) else before.members.named


def taken_out(sentence: Sentence, found: list[Phrase]) -> tuple[Named, ...]:
    """Whom the sentence leaves out of a group, looser words included: "though not Germany", "without Hungary"."""
    if named := left_out(sentence, found):
        return named
    chunks = sentence.chunks
    for phrase in found:
        before = phrase.first - 1
        if not phrase.members.named or before < 0:
            continue
        word = chunks[before].lower
        including = word == "including" and before > 0
        negation = before - including
        if chunks[negation].lower != "not" or (not including and not ends_at(sentence.chunks, phrase.last + 1)):
            continue
        if negation == 0 or including or chunks[negation - 1].lower in HOLDING:
            return phrase.members.named
    return ()


def without_exceptions(claims: list[VoteClaim], sentence: Sentence, found: list[Phrase]) -> list[VoteClaim]:
    """The claims of a text up to a sentence, what is said of a group kept to those whom the sentence leaves in it, and
    "only" to the group.
    """
    groups = [i for i in range(max(0, len(claims) - 12), len(claims)) if _of_a_group(claims[i], sentence)]
    if not groups and not any(_of_nobody_there(c, sentence) for c in claims[-12:]):
        return claims
    made = list(claims)
    own = [i for i in groups if made[i].sentence == sentence.index]
    telling = own or not any(isinstance(c, Position) and c.sentence == sentence.index for c in claims[-12:])
    named = taken_out(sentence, found)
    for at in own or groups:
        claim = made[at]
        if named and isinstance(claim, Position) and not claim.members.but and telling:
            made[at] = replace(claim, members=replace(claim.members, but=named))
    if named:
        made = [
            replace(c, members=replace(c.members, but=named))
            if isinstance(c, Position) and _of_nobody_there(c, sentence)
            else c
            for c in made
        ]
    if not groups:
        return made
    last = made[groups[-1]]
    assert isinstance(last, Position)
    for at in range(groups[-1] + 1, len(made)):
        claim = made[at]
        if isinstance(claim, Position) and claim.sentence == sentence.index:
            made[at] = _within(claim, last, sentence)
    return made


def others_within(sentence: Sentence, claims: list[Position]) -> list[Position]:
    """ "Of the permanent members Russia abstained, the others voted yes": the others of those members."""
    if not any(c.members.others and c.members.adjective is None for c in claims):
        return claims
    chunks = sentence.chunks
    opens = next((i for i in range(min(2, len(chunks))) if chunks[i].is_word and not chunks[i].has("and", "but")), 0)
    within = region_behind(chunks, opens)
    if within is None:
        return claims
    return [
        replace(c, members=replace(c.members, adjective=within[0]))
        if c.members.others and c.members.adjective is None and not c.members.nobody
        else c
        for c in claims
    ]


def _of_a_group(claim: VoteClaim, sentence: Sentence) -> bool:
    return isinstance(claim, Position) and sentence.index - claim.sentence <= BACK and claim.members.of_a_group


def _of_nobody_there(claim: VoteClaim, sentence: Sentence) -> bool:
    """ "No European voted no but Prague"."""
    return (
        isinstance(claim, Position)
        and claim.sentence == sentence.index
        and claim.members.nobody
        and claim.members.adjective is not None
        and not claim.members.but
    )


def _within(claim: Position, group: Position, sentence: Sentence) -> Position:
    """ "The Europeans voted for it; only Germany abstained", "Germany was the sole exception": of those Europeans."""
    if claim.choice == "alone" and not sentence.words.isdisjoint(EXCEPTION):
        return replace(claim, choice=group.choice, negated=not group.negated)
    if not claim.only or claim.only_of is not None or claim.choice == group.choice:
        return claim
    return replace(claim, only_of=group.members.adjective or group.members.groups[0])


UNREAD_BACK = 2
"""Sentences before "everybody else" in which one may be told of that did not do so."""


def besides_the_unread(sentence: Sentence, claims: list[Position], discourse: Discourse) -> list[Position]:
    """ "Chad would not say yes or no. Everybody else was in favour.": the others than Chad too, of whom no vote was
    understood.
    """
    if not any(c.members.others and c.members.quantity is None for c in claims):
        return claims
    voted = {index for index, _ in discourse.voters}
    back = range(sentence.index - UNREAD_BACK, sentence.index)
    unread = [m for index, m in discourse.subjects if index in back and index not in voted and len(m.named) == 1]
    named = tuple(name for members in unread for name in members.named)
    return [
        replace(c, members=replace(c.members, but=(*c.members.but, *named)))
        if c.members.others and c.members.quantity is None and not (c.members.nobody or c.members.adjective)
        else c
        for c in claims
    ]
