"""Beside whom a member voted as an active verb tells it: "went along with them", "China, joined by India, said no"."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members, Position
from onrecord.reading.extract.position_apart import left_out
from onrecord.reading.extract.position_scope import (
    COMPANY,
    united,
)
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.voting_words import Act, speaks_of_votes
from onrecord.reading.grammar import phrase_from
from onrecord.reading.parsed import Phrase, Sentence


def of_those_counted(named: Members, discourse: Discourse) -> bool:
    """ "The Americans went first: nine for, three against. Pretoria joined them": those counted last may be meant."""
    single = len(named.named) == 1 and not named.groups
    return single and bool(discourse.tallies) and discourse.tallies[-1].sentence == discourse.last_in


def along(chunks: list[Chunk], act: Act) -> bool:
    """ "Italy went along", with nobody and nothing named behind it."""
    behind = chunks[act.last + 1] if act.last + 1 < len(chunks) else None
    return chunks[act.at].lower.split()[-1] == "along" and (behind is None or not behind.is_word)


def along_on_several(chunks: list[Chunk], act: Act) -> bool:
    """ "Byelorussia went along with them both times", "on both": as they had, which need not be in favour."""
    said = " ".join(c.lower for c in chunks[act.at : act.last + 5])
    return "along with" in said and any(f" {words}" in said for words in SEVERAL_VOTES)


SEVERAL_VOTES = ("on both", "both times", "each time", "every time", "on each", "on all", "all three times", "twice")


def named_before(found: list[Phrase], companions: Members, first: int) -> Members | None:
    """Whom the sentence itself named before "with him", "with them"."""
    several = companions.text.lower() not in ("it", "him", "her")
    before = [p.members for p in found if p.last < first and p.members.named]
    return before[-1] if before and (len(before[-1].named) > 1) == several else None


def one_by_one(companions: Members, sentence: Sentence, discourse: Discourse) -> Members | None:
    """ "India abstained, Brazil abstained, and Gabon joined them": those of whom the sentence told one by one."""
    if companions.text.lower() != "them":
        return None
    told = [members for index, members in discourse.subjects if index == sentence.index and len(members.named) == 1]
    if len(told) < 2 or any(members.groups for members in told):
        return None
    return reduce(united, told)


def left_alone(
    sentence: Sentence, found: list[Phrase], act: Act, doer: Phrase, discourse: Discourse
) -> Position | None:
    """ "Not one other member voted with Khrushchev": he alone did as he did."""
    named = discourse.resolve_pronoun(act.companions, sentence) if act.companions is not None else None
    if any(c.has("relative") for c in sentence.chunks[doer.last + 1 : act.at]):
        # "will surprise nobody who has followed Moscow"
        return None
    if named is None or len(named.named) != 1 or not (speaks_of_votes(sentence) or discourse.voted_near(sentence)):
        return None
    chunks = sentence.chunks
    alone = Position(
        start=chunks[min(doer.first, act.at)].start, end=chunks[act.last].end, sentence=sentence.index,
        said_by=sentence.speaker_at(chunks[act.at].start), members=named, choice="alone",
    )  # fmt: skip
    if but := left_out(sentence, found):
        # "nobody but Chad voted with Cuba"
        few = Members(but, text=" ".join(one.text for one in but))
        return replace(alone, members=few, choice="with", companions=named, only=True)
    return alone


def joined_by(chunks: list[Chunk], found: list[Phrase], members: Members, first: int, verb: int) -> Members:
    """With those named between subject and verb: "China was joined by India in abstaining"."""
    opened = first + 1 < verb and chunks[first + 1].text in "(,–—"
    words = [c.lower for c in chunks[first + 2 : first + 6]] if opened else []
    width = next((n for n in (4, 3, 1) if len(words) >= n and " ".join(words[:n]) in COMPANY), 0)
    if width:
        beside = phrase_from(chunks, found, first + 2 + width)
        closed = beside is not None and beside.last + 1 < verb and chunks[beside.last + 1].text in "),–—"
        if beside is not None and closed and beside.members.named:
            return united(members, beside.members)
    for at in range(first + 1, verb - 2):
        if chunks[at].verb("join") and chunks[at + 1].lower == "by":
            phrase = phrase_from(chunks, found, at + 2)
            if phrase is not None and phrase.members.named and phrase.last < verb:
                return united(members, phrase.members)
    return members
