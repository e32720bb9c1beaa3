"""Numbers whose noun stands before or is left out: "American vetoes of 1976: six", "Russia vetoed five"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import Act, able, is_veto_noun
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.context import told
from onrecord.reading.extract.counted import FEW, count_of_act, counted_claim, led_by
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.doers import doer, noun_asserted, owner
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

NUMBERED = word_sets("tally_words.csv")["numbered"]
STANDS = word_sets("frequency.csv")["stays_at"]
LONGEST = 12
"""Chunks of a heading."""


def headed_count(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """Whose vetoes the heading names, or the Council's; None where it names no time and nobody."""
    chunks = sentence.chunks
    opens = led_by(sentence, at)
    if opens < 0:
        return None
    led = chunks[opens].text in (":", "=") or chunks[opens].lower in NUMBERED or _stands_at(chunks, opens + 1)
    if not led:
        return None
    first = at - 1
    while first > 0 and chunks[first - 1].text not in (".", ";", ":", "—"):
        first -= 1
    head = next((i for i in range(first, at - 1) if is_veto_noun(chunks, i)), None)
    if head is None or at - first > LONGEST or any(c.has("be", "have", "modal", "negation") for c in chunks[first:at]):
        return None
    owned = owner(sentence, head) or doer(sentence, found, Act("veto", head, head, False), discourse)
    if owned is None and (owned := _named_in_front(chunks, found, first, head)) is not None:
        first = owned[1]
    members = owned[0] if owned is not None else Members()
    if members.pronoun or not able(members, "veto") or not noun_asserted(chunks, head):
        return None
    behind = clause(sentence, at).last if chunks[at - 1].text != ":" else at
    whole = Stretch(first, behind, head)
    when = times(sentence, whole, ordinal=False)
    if not (when.period or when.since or members.named):
        return None
    left_out = frozenset(i for p in found if p.members is members for i in range(p.first, p.last + 1))
    excluded = left_out or (frozenset(range(owned[1], head)) if owned is not None else frozenset())
    counted = bounded(sentence, found, whole, members, "veto" if members.named else "vetoed", when, excluded)
    return counted_claim(sentence, at, whole, counted, quantity)


def _named_in_front(chunks: list[Chunk], found: list[Phrase], first: int, head: int) -> tuple[Members, int] | None:
    """ "Britain, vetoes in all its history: 32"."""
    phrase = next((p for p in found if first <= p.first < head and p.members.named), None)
    apart = phrase is not None and all(c.text in "-–—•*,." for c in chunks[first : phrase.first])
    if phrase is None or not apart or chunks[phrase.last + 1].text not in ",(–—":
        return None
    return (phrase.members, phrase.first) if phrase.last + 2 + (chunks[head - 1].lower == "of") * 2 >= head else None


def _stands_at(chunks: list[Chunk], at: int) -> bool:
    """ "American vetoes now stand at 95"."""
    return at > 2 and chunks[at - 1].lower == "at" and chunks[at - 2].lower in STANDS


MOST = 500
"""From which on a number behind "vetoed" is a resolution's: "vetoed 1860"."""


def vetoed_so_many(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """ "The year before, Russia vetoed five, one of them with China": of texts, which the words before name."""
    chunks = sentence.chunks
    act = next((a for a in told(sentence, discourse) if a.verbal and a.last == at - 1 and a.what == "veto"), None)
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    ends = behind is None or not behind.is_word or behind.date is not None or behind.lower in ("in", "on", "and")
    if act is None or act.passive or not ends or not FEW <= quantity.value < MOST or chunks[at].date is not None:
        return None
    who = doer(sentence, found, act, discourse)
    if who is None or not (who[0].named or who[0].groups) or not able(who[0], "veto"):
        return None
    return count_of_act(sentence, found, clause(sentence, at), act, who, at, at, quantity)
