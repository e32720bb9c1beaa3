"""How many did with those just named: "Chile voted against, as did thirteen others"; that all of them did is said of
those named, with how many they were altogether.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.claims.vote import Position
from onrecord.reading.extract.state import Discourse
from onrecord.reading.parsed import Sentence

NEAR_BY = 2
"""Sentences back to which others named who voted may be some of "thirteen others"."""
OPTIONS = ("yes", "no", "abstain")


def and_so_did_others(sentence: Sentence, did: int, discourse: Discourse) -> Position | None:
    """`did` is the chunk of "as did", "and so did", behind which the number stands."""
    chunks = sentence.chunks
    at = did + 1
    if at + 1 >= len(chunks) or not chunks[at].cardinal or not chunks[at + 1].has("other"):
        return None
    last = at + 1 + (at + 2 < len(chunks) and chunks[at + 2].has("member_noun"))
    ends = last + 1 >= len(chunks) or not chunks[last + 1].is_word
    others, named, choice = chunks[at].number, discourse.last_members, discourse.last_choice
    if others is None or not ends or named is None or not named.named or named.groups or choice not in OPTIONS:
        return None
    if sentence.index - discourse.last_in > 1 or discourse.last_negated or discourse.last_companions is not None:
        return None
    # Where others were named too, the thirteen may be beside them or may be they.
    told = [members for told_in, members in discourse.voters if sentence.index - told_in <= NEAR_BY]
    return Position(
        *sentence.placed(did, last, did), members=named, choice=choice,
        total=replace(others, value=others.value + len(named.named)), loose=len(told) > 1,
    )  # fmt: skip
