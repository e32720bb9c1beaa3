"""Votes that a government has its own delegate cast: "Moscow instructed its ambassador to veto it", "Obama told Rice
to abstain".
"""

from __future__ import annotations

from onrecord.reading.assertion import asserted, negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import OPTIONS, Members, Position
from onrecord.reading.delegates import PERSONS
from onrecord.reading.extract.spans import clause_end
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import Act
from onrecord.reading.grammar import doer_of
from onrecord.reading.parsed import Phrase, Sentence, covering
from onrecord.reading.table import word_sets

ORDERED = word_sets("position_words.csv")["having_it_cast"]
OWN = frozenset({"its", "his", "her", "their"})


def ordered(sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse) -> Position | None:
    """What the delegate was told to do, taken as done: only a vote that bears it out shows that it was."""
    chunks = sentence.chunks
    if act.form != "base" or act.choice not in (*OPTIONS, "veto") or act.at < 2 or act.denied:
        return None
    verb = _ordering(chunks, found, act.at)
    doer = doer_of(sentence, found, verb) if verb is not None else None
    if verb is None or doer is None or doer.last >= verb or not asserted(sentence, verb, doer.last, "past"):
        return None
    members = discourse.resolve_pronoun(doer.members, sentence)
    if members is None or not members.named or members.first_person or negated(sentence, verb, doer.last):
        return None
    whom = covering(found, act.at - 2)
    if whom is not None and whom is not doer and not _same_state(whom.members, members):
        return None
    placed = sentence.placed(doer.first, clause_end(sentence, found, act.last), act.at)
    return Position(*placed, members=members, choice=act.choice, loose=True, block=act.block)


def _ordering(chunks: list[Chunk], found: list[Phrase], verb: int) -> int | None:
    """Where "ordered" stands in front of whom it was said to and "to", of which `verb` is the verb."""
    whom = verb - 2
    if chunks[verb - 1].lower != "to":
        return None
    named = covering(found, whom)
    if named is not None and named.members.named:
        before = named.first - 1
    elif (chunks[whom].has("delegate") or chunks[whom].lower in PERSONS) and chunks[whom - 1].lower in OWN:
        before = whom - 2
    else:
        return None
    while before > 0 and (chunks[before].has("determiner") or chunks[before].lower in OWN):
        before -= 1
    return before if before > 0 and chunks[before].lower in ORDERED else None


def _same_state(one: Members, other: Members) -> bool:
    """ "Obama told Rice", both of one state; not "Moscow told Damascus"."""
    ours, theirs = ({alias.code for name in m.named for alias in name.aliases} for m in (one, other))
    return bool(ours & theirs)
