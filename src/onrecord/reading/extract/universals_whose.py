"""Whose all vetoes of a time were: "every veto this year was Russian", "all of them were cast by Russia or China"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Generalisation
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.extract.acts import is_veto_noun
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.doers import owner
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.grammar import phrase_from
from onrecord.reading.naming import named_by
from onrecord.reading.parsed import Phrase, Sentence, is_demonym, possessed

NONE = frozenset({"none", "not one", "not a single one", "not one of"})
NEAR = 7
"""Chunks from "none" to the vetoes."""
REACH = 10
"""Chunks from the noun to the verb that says whose they were."""
CAST = frozenset({"cast", "used", "wielded", "made", "exercised", "been", "either", "all", "exclusively", "solely"})
JOINING = frozenset({",", "and", "or"})


def all_were_theirs(sentence: Sentence, found: list[Phrase], at: int, noun: int) -> Generalisation | None:
    """What the word at chunk `at` says of every veto of a time, whoever cast it."""
    if any(c.cardinal is not None for c in sentence.chunks[at + 1 : noun]):
        return None  # "all four vetoes": how many there were is told as well
    told = _told(sentence, found, at, noun)
    if told is None:
        return None
    members, universe, said = told
    acts = replace(universe, members=members)
    return Generalisation(*sentence.placed(said.first, said.last, at), acts=acts, form="every", universe=universe)


def none_were_theirs(sentence: Sentence, found: list[Phrase], at: int) -> Generalisation | None:
    """ "None of this year's vetoes was Chinese", "none of the vetoes since 1989 has been Britain's"."""
    chunks = sentence.chunks
    if chunks[at].lower not in NONE:
        return None
    noun = next((i for i in range(at + 1, min(at + NEAR, len(chunks))) if is_veto_noun(chunks, i)), None)
    told = _told(sentence, found, at, noun) if noun is not None else None
    if told is None:
        return None
    members, universe, said = told
    return Generalisation(
        *sentence.placed(said.first, said.last, at), acts=replace(universe, members=members), form="never"
    )


def _told(sentence: Sentence, found: list[Phrase], at: int, noun: int) -> tuple[Members, Acts, Stretch] | None:
    """Whose the vetoes were or were not, which vetoes, and the words that say so."""
    chunks = sentence.chunks
    if not is_veto_noun(chunks, noun) or owner(sentence, noun) is not None:
        return None
    verb = next((i for i in range(noun + 1, min(noun + REACH, len(chunks))) if chunks[i].has("be", "have")), None)
    between = [c for c in chunks[noun + 1 : verb or noun] if c.lower not in CAST]
    if verb is None or any(not c.is_word or c.has("relative", "modal", "verb") for c in between):
        return None
    told = _whose(chunks, found, verb + 1)
    around = clause(sentence, at, verb)
    when = times(sentence, around, ordinal=False)
    if told is None or not when.period:
        return None
    members, last = told
    universe = bounded(sentence, found, Stretch(at, verb - 1, noun), Members(everyone=True), "veto", when, frozenset())
    return members, universe, replace(around, last=max(around.last, last))


def _whose(chunks: list[Chunk], found: list[Phrase], at: int) -> tuple[Members, int] | None:
    """Those to whom the words behind the verb give the vetoes, and the last chunk that names them."""
    while at < len(chunks) and (chunks[at].lower in CAST or chunks[at].has("adverb", "be")):
        at += 1
    by = at < len(chunks) and chunks[at].lower == "by"
    at += by
    if at >= len(chunks):
        return None
    phrase = phrase_from(chunks, found, at)
    if phrase is not None and phrase.members.named and not is_demonym(chunks[phrase.last]):
        owned = chunks[phrase.last].lower in ("'s", "'") or possessed(chunks, phrase.last)
        return (phrase.members, phrase.last + (by is False)) if by or owned else None
    named, last = _adjectives(chunks, at)
    ends = last + 1 >= len(chunks) or not chunks[last + 1].is_word or chunks[last + 1].has("preposition", "but")
    if not named or by or not ends:
        return None
    return Members(tuple(named), text=" ".join(c.text for c in chunks[at : last + 1])), last


def _adjectives(chunks: list[Chunk], at: int) -> tuple[list[Named], int]:
    """ "Russian, Chinese or American", and of one name "Russia's"."""
    named: list[Named] = []
    last = at - 1
    while at < len(chunks) and is_demonym(chunks[at]):
        named += named_by(chunks[at])
        last = at
        at += 1
        while at < len(chunks) and chunks[at].lower in JOINING:
            at += 1
    return named, last
