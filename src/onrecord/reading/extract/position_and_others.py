"""How many did with those just named: "Chile voted against, as did thirteen others"; that all of them did is said of
those named, with how many they were altogether.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Position
from onrecord.reading.extract.state import Discourse
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence

NEAR_BY = 2
"""Sentences back to which others named who voted may be some of "thirteen others"."""
OPTIONS = ("yes", "no", "abstain")
BESIDE = frozenset({"and", "with", "along with", "together with", "alongside", "plus", "as well as", "beside"})


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


def altogether(chunks: list[Chunk], doer: Phrase, members: Members, last: int) -> NumberMention | None:
    """How many did so with "India and 34 others", "Peru, with ten others,", "voted for it along with ten others".

    `last` is the chunk that ends what they did.
    """
    if not members.named or members.groups or doer.last >= last:
        return None
    within = range(doer.first + 1, min(doer.last + 4, last))
    behind = range(last + 1, min(last + 4, len(chunks)))
    for at in (*within, *(i for i in behind if chunks[i].lower != "and")):
        others: NumberMention | None = None
        if chunks[at].lower in BESIDE and at + 2 < len(chunks):
            others = chunks[at + 1].number
        if others is not None and chunks[at + 1].cardinal is not None and _all_of_the_others(chunks, at + 2):
            return replace(others, value=others.value + len(members.named))
    return None


def _all_of_the_others(chunks: list[Chunk], at: int) -> bool:
    """ "Others", "other members", and not "other Europeans" or "others of the ten"."""
    if chunks[at].lower == "others":
        end = at + 1
    elif chunks[at].lower == "other" and at + 1 < len(chunks) and chunks[at + 1].has("member_noun"):
        end = at + 2
    else:
        return False
    following = chunks[end] if end < len(chunks) else None
    return following is None or following.lower not in ("of", "from", "in", "who", "which", "that", "among")
