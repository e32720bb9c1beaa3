"""Whose "we" is quoted behind a sentence on an envoy: "The Swedish envoy came out. 'We leave in 2018,' she said."."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.membership_state import MEMORY, Memory
from onrecord.reading.lexicon import Entry
from onrecord.reading.parsed import Phrase, Sentence

WE = frozenset({"we", "us", "our"})
PRONOUNS = frozenset({"he", "she", "they", "the envoy", "the ambassador", "the minister", "the diplomat"})
SPOKEN_FOR = frozenset({"for", "of"})


def notes_envoys(sentence: Sentence, found: list[Phrase], memory: Memory) -> None:
    """Keep in mind the one state whose envoy a sentence speaks of; forget it where another's is."""
    if "delegate" not in sentence.kinds:
        return
    named = [p for p in found if p.members.named]
    memory.envoy = None
    if len(named) == 1 and len(named[0].members.named) == 1 and _of_its_envoy(sentence, named[0]):
        memory.envoy, memory.envoy_at, memory.envoy_in = named[0].members.named[0], sentence.index, sentence.text


def _of_its_envoy(sentence: Sentence, phrase: Phrase) -> bool:
    """ "The Swedish envoy", "Sweden's ambassador", "speaking for Sweden, the ambassador"."""
    chunks = sentence.chunks
    if any(c.has("delegate") for c in chunks[phrase.first : phrase.last + 3]):
        return True
    before = chunks[phrase.first - 1].lower if phrase.first else ""
    return before in SPOKEN_FOR and any(c.has("delegate") for c in chunks[max(0, phrase.first - 4) : phrase.first])


def as_its_envoy(sentence: Sentence, found: list[Phrase], memory: Memory) -> list[Phrase] | None:
    """The phrases with "we" naming the envoy's state, where the envoy is quoted; else None."""
    who = memory.envoy
    if who is None or not sentence.quoted or sentence.words.isdisjoint(WE) or sentence.index == memory.envoy_at:
        return None
    if sentence.index - memory.envoy_at > MEMORY or not all(_speaks(by, memory) for _, _, by in sentence.quoted):
        return None
    memory.envoy_at = sentence.index
    for chunk in sentence.chunks:
        if chunk.lower in WE and "member" not in chunk.kinds:
            entry = Entry("member", "", "demonym" if chunk.lower == "our" else "people", who.aliases)
            chunk.entries = (*(e for e in chunk.entries if e.kind != "first_person"), entry)
            chunk.kinds = frozenset(e.kind for e in chunk.entries)
    we = Members(named=(who,), text=who.text)
    return [replace(p, members=we) if p.members.first_person else p for p in found]


def _speaks(speaker: str | None, memory: Memory) -> bool:
    return speaker is not None and (speaker.lower() in PRONOUNS or speaker in memory.envoy_in)
