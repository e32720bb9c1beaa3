"""Seats and terms: "an elected member until the end of 2025", "left the Council in 2023", "elected twelve times"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.claims.membership import Membership
from onrecord.reading.extract.membership_claim import began, claim_of
from onrecord.reading.extract.membership_company import of_others, tells_of_votes
from onrecord.reading.extract.membership_doubts import (
    notes_councils,
    of_another_council,
)
from onrecord.reading.extract.membership_envoys import as_its_envoy, notes_envoys
from onrecord.reading.extract.membership_gapped import gapped
from onrecord.reading.extract.membership_lists import ANSWERED_WITHIN, asks
from onrecord.reading.extract.membership_predicates import hits_in
from onrecord.reading.extract.membership_regions import of_regions, seats_counted
from onrecord.reading.extract.membership_shared import never_counted, shared
from onrecord.reading.extract.membership_state import MEMORY, WORDS, Memory, remember, words_of_class
from onrecord.reading.extract.speakers import with_who_speaks
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.phrasing import Words
from onrecord.reading.table import word_sets

_WORDS = word_sets("membership_words.csv")
_OF_COUNCIL = _WORDS["of_the_council"]
_OF_OTHERS = _WORDS["of_others"]
SHORT = 8
"""Words of a sentence that leaves out what the one before has said: "Togo is."."""
OF_TERMS, SEVERAL = ("start", "end", "elected", "leaving"), 3
"""What is said of how many so that the Council's terms can tell whether it is of them."""
_RELATIVE = re.compile(r", (?:who|which)\b")
_BEHIND_IT = re.compile(r"\s*,(?! (?:and|but|as|so|until|till|for|from)\b) \w")


def memberships(sentence: Sentence, found: list[Phrase], memory: Memory, words: Words) -> list[Membership]:
    """Claims in the order of the sentence; `memory` is carried from sentence to sentence."""
    text = sentence.text
    notes_envoys(sentence, found, memory)
    found = with_who_speaks(sentence, found)
    quoted = as_its_envoy(sentence, found, memory)
    found = quoted or found
    claims: list[Membership] = []
    before = memory.claim if sentence.index - memory.form_at <= 1 and not memory.by_the_way else None
    if not _OF_COUNCIL.isdisjoint(words):
        memory.seated_at = sentence.index
    if not _OF_OTHERS.isdisjoint(words):
        memory.house_at = sentence.index
    notes_councils(sentence, memory, words)
    answers = 0 < sentence.index - memory.asked_at <= ANSWERED_WITHIN
    counting = memory.form in ("times", "never") and sentence.index - memory.form_at <= 1
    carried_on = before is not None and before.form in ("seat", "end") and len(sentence.chunks) <= SHORT
    gate = answers or counting or carried_on or not word_sets(WORDS)["gate"].isdisjoint(words) or " on it " in text
    if gate and not sentence.question and not sentence.withdrawn:
        taken: list[tuple[int, int]] = []
        hits = hits_in(sentence, found, memory, words)
        if hits and (words_of_class("elsewhere").search(text) or of_another_council(sentence, memory)):
            hits = []
        for hit in hits:
            if any(hit.start < end and start < hit.end for start, end in taken):
                continue
            said = max((end for _, end in taken if end <= hit.start), default=0)
            claim = claim_of(sentence, found, memory, hit, said)
            if claim is not None:
                claims.append(claim)
                taken.append((hit.start, hit.end))
                memory.form, memory.form_at, memory.claim = claim.form, sentence.index, claim
                won = claim.form == "elected" and not claim.negated
                if (
                    won
                    or claim.form == "start"
                    or (claim.form == "seat" and claim.future)
                    or (claim.ordinal and began(claim))
                ):
                    memory.began_at = sentence.index
        claims.extend(gapped(sentence, claims))
        others = of_others(sentence, found, before, claims, memory.told_last)
        claims.extend(others)
        if others and not others[-1].loose:
            memory.form, memory.form_at, memory.claim = others[-1].form, sentence.index, others[-1]
        if sentence.index - memory.council_at <= MEMORY:
            claims.extend((*of_regions(sentence, words), *seats_counted(sentence, words)))
            claims.extend((*shared(sentence, found, words), *never_counted(sentence, words)))
        if _new_members(sentence, words):
            memory.began_at = sentence.index
    if sentence.question:
        asks(sentence, memory)
    memory.told_last = bool(claims) and not tells_of_votes(sentence)
    memory.by_the_way = bool(claims) and _within(sentence, claims[-1])
    remember(sentence, found, memory)
    if claims and len(claims[-1].members.named) == 1 and memory.subject_at != sentence.index:
        # "Cuba's seat": whose it is, which the naming of members leaves to what is owned.
        memory.subject, memory.subject_at = claims[-1].members, sentence.index
    if quoted is not None:
        claims = [replace(c, guessed=True) for c in claims]
    if memory.unnamed:
        claims = [replace(c, loose=True) for c in claims if c.form in OF_TERMS and len(c.members.named) >= SEVERAL]
    return sorted(claims, key=lambda claim: claim.start)


_CHOSEN = frozenset({"elected", "chose", "filled", "elects", "fills", "picked"})
_NEW_MEMBERS = re.compile(
    r"\b(?:elect(?:ed|s)|chose|fill(?:ed|s)|picked) (?:(?:five|the|its|ten|three|two|four|new|next|empty|vacant|of) )+"
    r"(?:(?:non-permanent|elected|rotating|Council|Security Council) )?(?:members|seats|newcomers|countries|states)\b"
)


def _new_members(sentence: Sentence, words: Words) -> bool:
    """ "On Tuesday the Assembly chose five new members": others whom "they replace" is said of next."""
    return not words.isdisjoint(_CHOSEN) and _NEW_MEMBERS.search(sentence.text) is not None


def _within(sentence: Sentence, claim: Membership) -> bool:
    """ "Chad, which sits there, had asked for changes": whether the sentence goes on behind a relative clause."""
    told = sentence.text[claim.start - sentence.start : claim.end - sentence.start]
    return (
        _RELATIVE.search(told) is not None and _BEHIND_IT.match(sentence.text, claim.end - sentence.start) is not None
    )
