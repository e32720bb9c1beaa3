"""Counts whose doer stands apart from the verb, or beside the veto as its means: "six drafts have fallen to the
American veto", "that makes it six vetoes", "Moscow, with 18 vetoes to its name", "China vetoed too in ten of those".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.claims.frequency import Count
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import Act, able, is_veto_noun
from onrecord.reading.extract.context import spoken_of, told
from onrecord.reading.extract.counted import count_of_act
from onrecord.reading.extract.doers import owner
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

STOPPING = frozenset({"to", "by", "into", "with", "under", "through", "against", "because of", "from"})
"""Words between what was stopped and the veto that stopped it."""
MET = word_sets("clause_words.csv")["met_a_veto"]
MAKING = word_sets("frequency.csv")["makes"]
ENOUGH = 4
"""Chunks at most that "that now makes it" is told in."""
BEFORE_OWNER = 2


def stopped_by_veto(
    sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """ "Half a dozen texts have fallen to the American veto", "eighteen drafts ran into a Russian veto"."""
    chunks = sentence.chunks
    stretch = clause(sentence, at, head)
    stopped = veto_met(sentence, head, stretch.last)
    if stopped is None:
        return None
    position, owned = stopped
    act = Act("veto", position, position, False)
    told_of = count_of_act(sentence, found, stretch, act, owned, at, head, quantity)
    if told_of is None or not any(c.has("have") for c in chunks[head + 1 : position]):
        return told_of
    return replace(told_of, acts=replace(told_of.acts, narrated=False, untimed=False))


def veto_met(sentence: Sentence, head: int, last: int) -> tuple[int, tuple[Members, int]] | None:
    """The veto that stopped the texts at chunk `head`, and whose it was: "have fallen to the American veto", "died of a
    Russian veto".
    """
    chunks = sentence.chunks
    for position in range(head + 2, last + 1):
        if not is_veto_noun(chunks, position):
            continue
        owned = owner(sentence, position)
        if owned is None or not owned[0].named or owned[1] <= head or not able(owned[0], "veto"):
            return None
        lead = [c.lower for c in chunks[head + 1 : owned[1]] if not c.has("determiner")]
        met = not STOPPING.isdisjoint(lead[-BEFORE_OWNER:]) or " ".join(lead[-BEFORE_OWNER:]) in MET
        return (position, owned) if met else None
    return None


def summed_up(sentence: Sentence, at: int, discourse: Discourse) -> tuple[Members, int] | None:
    """ "That makes it 18 vetoes on Syria", "that's six vetoes now": of whoever's were spoken of."""
    chunks = sentence.chunks
    opening = chunks[clause(sentence, at).first : at]
    if not 2 <= len(opening) <= ENOUGH or opening[0].lower not in ("that", "this", "it", "which", "and"):
        return None
    if not any(c.lower in MAKING for c in opening[1:]) or any(c.has("negation", "modal") for c in opening):
        return None
    context = spoken_of(discourse, sentence, "veto")
    members = context.members if context is not None else None
    return (members, at) if members is not None and members.named and able(members, "veto") else None


def who_has(
    sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse
) -> tuple[Members, int] | None:
    """ "Moscow, with 18 vetoes on Syria, disagreed", "with 18 vetoes to its name, Russia …"."""
    chunks = sentence.chunks
    if at < 1 or chunks[at - 1].lower not in ("with", "having"):
        return None
    if at > 1 and chunks[at - 2].text == ",":
        return _able(next((p for p in found if p.last == at - 3), None))
    if at > 1 and chunks[at - 2].is_word:
        return None
    comma = next((i for i in range(head + 1, min(head + REACH, len(chunks))) if chunks[i].text == ","), None)
    behind = None if comma is None else next((p for p in found if comma < p.first <= comma + BEFORE_OWNER), None)
    return _able(behind)


REACH = 14


def _able(phrase: Phrase | None) -> tuple[Members, int] | None:
    if phrase is None or not phrase.members.named or not able(phrase.members, "veto"):
        return None
    return phrase.members, phrase.first


def led_by_times(sentence: Sentence, at: int, stretch: Stretch, discourse: Discourse) -> Act | None:
    """ "Eighteen times since 2011, Russia has vetoed …": the verb of the clause behind the comma."""
    chunks = sentence.chunks
    comma = stretch.last + 1
    leads = at == stretch.first or (at == stretch.first + 1 and chunks[stretch.first].lower in ("on", "in"))
    if not leads or comma + 1 >= len(chunks) or chunks[comma].text != ",":
        return None
    main = clause(sentence, comma + 1)
    return next((a for a in told(sentence, discourse) if a.verbal and main.first <= a.first <= main.last), None)
