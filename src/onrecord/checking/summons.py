"""Where a text speaks of the Council's calling the General Assembly, or sending it a matter (resolution 377 A).

Such a vote is the Council's, though the Assembly is named, and another than the vote on the substance.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain

from onrecord.checking.docket import Docket
from onrecord.checking.scope_rows import Scope
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import VoteClaim
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import any_of, word_sets
from onrecord.record.model import Kind

REACH = 11
"""Chunks between the verb and the Assembly."""
BEHIND = 4
"""Chunks between the Assembly and a verb behind it: "the Assembly was called into session"."""
TO_IT = frozenset(("to", "into", "before"))
TO_MEET = frozenset(("meet", "convene", "assemble", "gather"))


def summoned(chunks: list[Chunk], at: int) -> bool:
    """Whether the Assembly named at that place is what is called, or where something is sent."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is not None and (following.lower in ("'s", "'") or following.has("text", "vote_noun")):
        return False
    before = [c.lower for c in chunks[max(0, at - REACH) : at]]
    stop = next((len(before) - i for i, word in enumerate(reversed(before)) if word in (",", ";", "—", "and")), 0)
    before = before[stop:]
    if TO_IT.intersection(before[-2:]):
        return not _forms("send").isdisjoint(before)
    in_session = any(word.endswith("session") for word in before)
    near = before if in_session else before[-BEHIND:]
    if not _forms("call").isdisjoint(word.split()[0] for word in near):
        return True
    behind = [c.lower for c in chunks[at + 1 : at + 1 + BEHIND]]
    if behind[:1] == ["to"] and behind[1:2] and behind[1] in TO_MEET:
        return True  # "paving the way for the Assembly to meet"
    called = next((i for i, word in enumerate(behind) if word in _forms("call")), None)
    return called is not None and any(c.has("be") for c in chunks[at + 1 : at + 1 + called])


def summons(sentence: Sentence, claim: VoteClaim) -> bool:
    """Whether the last mention of the Assembly in the claim's words, or before them, is one of its being called."""
    if "assembly" not in sentence.kinds:
        return False
    chunks = sentence.chunks
    named = [at for at, chunk in enumerate(chunks) if chunk.has("assembly") and chunk.start < claim.end]
    behind = (at for at, chunk in enumerate(chunks) if chunk.has("assembly") and chunk.start >= claim.end)
    place = next(chain(reversed(named), behind), None)
    return place is not None and summoned(chunks, place) and not goes_on_there(chunks, place, claim)


def goes_on_there(chunks: list[Chunk], at: int, claim: VoteClaim) -> bool:
    """ "Took its case to the Assembly, which voted 138 to 9": what follows happened there."""
    behind = [c.lower for c in chunks[at + 1 : at + 3]]
    relative = behind[:1] in (["which"], ["where"]) or behind in ([",", "which"], [",", "where"])
    return relative and claim.start > chunks[at].start


def _forms(kind: str) -> frozenset[str]:
    return word_sets("summons_words.csv")[kind]


def speaks_of_summons(words: str) -> bool:
    """Whether words that tell what is counted tell of calls to the Assembly."""
    return _summons_told().search(words) is not None


@cache
def _summons_told() -> re.Pattern[str]:
    call, send = any_of(_forms("call")), any_of(_forms("send"))
    return re.compile(
        rf"\b(?:{send})\b.{{1,50}}?\b(?:to|into|before) (?:the )?(?:UN |General )*Assembly\b"
        rf"|\b(?:{call})\b.{{1,50}}?\b(?:Assembly|emergency (?:special )?session)\b"
        r"|\bemergency special sessions?\b|\bsummons\b"
    )


@lru_cache(maxsize=4)
def summons_scope(docket: Docket) -> Scope:
    """The Council's resolutions that called the Assembly, or sent it a matter (377 A (V))."""
    called = frozenset(
        e.id
        for e in docket.events
        if e.kind is Kind.PROCEDURAL
        and e.resolution is not None
        and not SENDING.isdisjoint(docket.subjects.subject_terms(e.id))
    )
    return Scope("texts that send a matter to the General Assembly", called, True)


def also_without_summons(found: list[Scope], docket: Docket) -> list[Scope]:
    """ "Its first resolution on the war": few mean the one by which the Council only sent it to the Assembly."""
    called = summons_scope(docket).events or frozenset()
    further = [
        replace(scope, title=f"{scope.title} other than calls to the Assembly", events=scope.events - called)
        for scope in found
        if scope.events is not None and not called.isdisjoint(scope.events) and scope.events - called
    ]
    return [*found, *further]


SENDING = frozenset(("issue:emergency-session", "issue:uniting-for-peace"))
