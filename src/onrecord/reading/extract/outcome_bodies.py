"""What a body did that became of a text: "the Council extended the mandate", "the Assembly imposed an embargo"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.assertion import negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome
from onrecord.reading.extract.outcome_votes import NONE, claim_of
from onrecord.reading.extract.outcome_words import (
    every_time,
    in_a_chronicle,
    no_claim,
    object_of,
    of_amendment,
    to_do,
)
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_ways import ends_an_evil
from onrecord.reading.lexicon import Entry
from onrecord.reading.nouns import Noun
from onrecord.reading.parsed import Phrase, Sentence

OF_ONE_DAY = 4
"""Texts that the Council may well decide on together."""
TO_THE_VOTE = 8
"""Chunks within which a body puts a text to the vote, which says nothing of how it went."""
BODY_DOES = {"adopt": "adopted", "act": "adopted", "defeat": "failed", "block": "failed"}
SINCE_THEN = frozenset({"since", "since then", "ever since"})


def body_does(
    sentence: Sentence, found: list[Phrase], at: int, entry: Entry, noun: Noun, unable: bool, discourse: Discourse
) -> Outcome | None:
    chunks = sentence.chunks
    if entry.value in ("defeat", "block") and ends_an_evil(chunks, at):
        entry = replace(entry, value="act")  # "rejected Russia's annexations" by what it adopted
    outcome = BODY_DOES.get(entry.value)
    if outcome is None or entry.form == "gerund" or every_time(sentence, found, at):
        return None
    if entry.form in ("base", "third") and entry.value == "act" and not in_a_chronicle(sentence, at):
        return None
    if (entry.value == "act" and _ever_since(chunks, at)) or _one_after_another(chunks, at):
        return None
    if entry.value == "act" and "to the vote" in " ".join(c.lower for c in chunks[at : at + TO_THE_VOTE]):
        return None  # "the Council put the draft to the vote"
    object_ = object_of(chunks, found, at)
    spelled_in = chunks[at].lower == "rejected it"
    if (
        entry.value in ("defeat", "block")
        and not spelled_in
        and (object_ is None or object_.kind in ("members", "body"))
    ):
        return None
    if entry.value == "block" and object_ is not None and object_.kind == "other":
        return None
    if object_ is not None and no_claim(chunks, object_):
        return None
    if object_ is not None and object_.kind == "text":
        named = chunks[max(at + 1, object_.first - 1) : object_.last + 1]
        if any((c.cardinal or 0) > OF_ONE_DAY and c.date is None for c in named[:-1]):
            return None  # "the Council adopted 46 resolutions": how many in all, and what became of none
    none = object_ is not None and any(c.lower in NONE for c in chunks[object_.first : object_.last + 1])
    none = none or (at + 1 < len(chunks) and chunks[at + 1].lower in NONE)
    if none and _ever_since(chunks, at):
        return None
    if object_ is None and entry.value == "adopt" and not unable and not none and not to_do(chunks, at):
        return None
    undone = entry.value == "act" and (negated(sentence, at, noun.last) or unable)
    if entry.value == "act" and (object_ is None or (undone and noun.kind != "body")):
        return None
    text = spelled_in or (
        object_ is not None and (object_.kind == "pronoun" or (object_.kind == "text" and entry.value != "act"))
    )
    amendment = object_ is not None and of_amendment(chunks, object_)
    return claim_of(
        sentence,
        found,
        noun,
        at,
        outcome,
        unable,
        act=not text and outcome == "adopted",
        loose=undone or (not text and not unable),
        none=none,
        amendment=amendment,
        by_body=not undone,
        owner=_owner(chunks, object_, discourse),
    )


def _owner(chunks: list[Chunk], object_: Noun | None, discourse: Discourse) -> str:
    """The sentence before, where "its mandate" stands for a mission that only that one names."""
    if object_ is None or chunks[object_.first].lower not in ("its", "their"):
        return ""
    return discourse.last_text


ROWS = frozenset({"rounds", "sets", "packages", "waves", "batches", "layers", "series", "string", "raft", "succession"})
"""Nouns for what was done by many texts: "nine rounds of sanctions"."""


def _one_after_another(chunks: list[Chunk], at: int) -> bool:
    """ "Had adopted nine rounds of sanctions", "approved a string of embargoes": in many votes."""
    behind = chunks[at + 1 : at + 7]
    return any(row.lower in ROWS and of.lower == "of" for row, of in pairwise(behind))


def _ever_since(chunks: list[Chunk], at: int) -> bool:
    """ "Since 2006 the Council has imposed sanctions": by many texts over the years, and not by the one told of."""
    perfect = any(c.lower in ("has", "have", "had") for c in chunks[max(0, at - 3) : at])
    return perfect and any((c.date is not None and c.date.role == "since") or c.lower in SINCE_THEN for c in chunks)
