"""Totals told of whoever has them: "closed the year with 110 vetoes", "ended 1955 on 75", "Britain now stands at 32,
America at 67", "Britain had six by then, France three", "that makes 17 for France".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Count
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import able, is_veto_noun
from onrecord.reading.extract.context import spoken_of
from onrecord.reading.extract.counted import counted_claim, led_by
from onrecord.reading.extract.counted_times import is_year, times
from onrecord.reading.extract.doers import noun_asserted, owners, resolved
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.extract.sums import up_to_another
from onrecord.reading.grammar import subject_of
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

_WORDS = word_sets("frequency.csv")
ENDED, ENTERED, STANDS, REACHES = (
    _WORDS["ended"],
    _WORDS["year_entered"] | _WORDS["year_begun"],
    _WORDS["stays_at"],
    _WORDS["reaches"],
)
SUMS, MAKING = _WORDS["sum"], _WORDS["makes"]
ON = frozenset({"on", "at", "with"})
PUT_AT = frozenset({"on", "at", "to"})
PUTS = _WORDS["brings_to"] | {"puts", "put", "leaves", "left", "gets", "got"}
THAT = frozenset({"that", "this", "it", "which"})
ADVERBS = frozenset(
    {"now", "then", "today", "still", "already", "thus", "thereby", "therefore", "once", "out", "up", "even"}
)
BEHIND = frozenset(
    {"by", "since", "when", "as", "and", "but", "in", "at", "to", "behind", "against", "so", "after", "that"}
)
"""Words that may follow the number, or the vetoes, where these are not of one matter ("vetoes on Syria")."""
OVER = 6
"""Chunks at most between the verb and its number."""
MOST = 300


def total_told(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """None where the number is none of somebody's vetoes in all."""
    chunks = sentence.chunks
    if not 1 < quantity.value <= MOST or at < 2 or is_year(chunks[at]) or not noun_asserted(chunks, at):
        return None
    named = at + 1 < len(chunks) and is_veto_noun(chunks, at + 1)
    last = at + named
    behind = chunks[last + 1] if last + 1 < len(chunks) else None
    for_whom = behind is not None and behind.lower == "for" and not named
    if (
        behind is not None
        and behind.is_word
        and behind.date is None
        and not (for_whom or behind.has("adverb", "with_soviets", "without_soviets"))
    ):
        if behind.lower not in BEHIND:
            return None
    if any(c.has("negation", "modal") for c in chunks[max(0, at - OVER) : at]):
        return None
    context = spoken_of(discourse, sentence, "veto")
    if not named and context is None:
        return None
    who = _of_another(sentence, at, discourse)
    if who is not None:
        return _inheriting(sentence, at, last, who, discourse, quantity)
    if for_whom:
        return _for_somebody(sentence, found, at, quantity)
    opens = led_by(sentence, at) + 1
    if (put := _put_at(chunks, opens)) is not None:
        whole = Stretch(clause(sentence, at).first, last, at)
        return counted_claim(sentence, at, whole, Acts(put, "veto", by_then=True), quantity)
    verb = _verb(chunks, opens) if opens > 1 else None
    if verb is None:
        return None
    subject = subject_of(sentence, found, verb)
    if subject is None or any(c.lower in SUMS for c in chunks[subject.last + 1 : verb]):
        return None
    if subject.members.pronoun and _of_a_vote(chunks[: subject.first]):
        return None
    members = resolved(subject.members, sentence, found, subject.first, discourse, "veto")
    if members is None or not members.named or not able(members, "veto"):
        return None
    whole = Stretch(
        min(subject.first, clause(sentence, verb).first),
        max(last, up_to_another(chunks, last, clause(sentence, at).last)),
        at,
    )
    when = times(sentence, whole, ordinal=False).period
    return counted_claim(sentence, at, whole, Acts(members, "veto", period=when, by_then=not when), quantity)


def _of_a_vote(before: list[Chunk]) -> bool:
    """ "The vote came back each autumn, until in 1987 it stood at 123": how many were for it, and no one's vetoes."""
    voted = any(c.has("vote_noun", "text") for c in before)
    return voted and not any(c.has("veto_noun") or c.verb("veto") is not None for c in before)


def _put_at(chunks: list[Chunk], at: int) -> Members | None:
    """ "The veto takes Washington to 87", "that puts America on 87"."""
    if at < 3 or chunks[at - 1].lower not in PUT_AT or not chunks[at - 2].has("member"):
        return None
    verb = at - 3 - chunks[at - 3].has("determiner")
    if verb < 1 or chunks[verb].lower not in PUTS:
        return None
    if chunks[verb - 1].lower not in THAT and not is_veto_noun(chunks, verb - 1):
        return None
    whose = owners(chunks, at - 2)[0]
    return whose if whose.named and able(whose, "veto") else None


def _verb(chunks: list[Chunk], at: int) -> int | None:
    """Where the verb stands of which the number says how far somebody has come: "ended 1955 on", "had reached"."""
    if chunks[at - 1].lower in REACHES:
        return at - 1
    both = chunks[at - 1].lower.split()
    if len(both) == 2 and both[0] in STANDS and both[1] in ON:
        return at - 1
    if chunks[at - 1].lower not in ON:
        return None
    year = False
    for place in range(at - 2, max(at - OVER, -1), -1):
        chunk = chunks[place]
        if chunk.lower in ENDED or chunk.lower in ENTERED or _entered(chunks, place):
            return place if year else None
        if chunk.lower in STANDS:
            return place if not year else None
        if chunk.date is not None or is_year(chunk) or chunk.lower in ("year", "decade"):
            year = True
        elif not (chunk.has("determiner", "adverb") or chunk.lower in ADVERBS or chunk.lower in ("in", "into")):
            return None
    return None


def _entered(chunks: list[Chunk], at: int) -> bool:
    """ "Went into" and "rang in" of two chunks."""
    return at + 1 < len(chunks) and f"{chunks[at].lower} {chunks[at + 1].lower}" in ENTERED


def _of_another(sentence: Sentence, at: int, discourse: Discourse) -> Members | None:
    """Whose the number is that follows another's in the same sentence: ", America at sixty-seven", "Britain's 32"."""
    chunks = sentence.chunks
    if discourse.counted_in != sentence.index or discourse.counted is None or discourse.counted.what != "veto":
        return None
    place = at - 1 - (chunks[at - 1].lower in ON)
    place -= chunks[place].lower == "'s"
    before = place - 1 - (chunks[place - 1].has("determiner"))
    if place == at - 1 or discourse.counted.tenure is not None:
        return None  # "Britain had six, France three": read with other words left out
    if before < 1 or not (chunks[before].text in ",;" or chunks[before].has("and")):
        return None
    if not any(c.number is not None for c in chunks[max(0, before - 3) : before]):
        return None
    whose = owners(chunks, place)[0] if chunks[place].has("member") else None
    return whose if whose is not None and whose.named and able(whose, "veto") else None


def _inheriting(
    sentence: Sentence, at: int, last: int, who: Members, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    context = discourse.counted
    if context is None or context.members.named == who.named:
        return None
    first = next(i for i in range(at - 1, -1, -1) if sentence.chunks[i].has("member"))
    first -= sentence.chunks[first - 1].has("determiner")
    return counted_claim(sentence, at, Stretch(first, last, at), replace(context, members=who, alone=False), quantity)


def _for_somebody(sentence: Sentence, found: list[Phrase], at: int, quantity: NumberMention) -> Count | None:
    """ "That makes 17 for France", "the count was 101 for Moscow"."""
    chunks = sentence.chunks
    whose = next((p for p in found if at + 1 < p.first <= at + 3), None)
    if whose is None or not whose.members.named or not able(whose.members, "veto"):
        return None
    first = clause(sentence, at).first
    opening = [c.lower for c in chunks[first:at] if c.lower not in ADVERBS]
    made = len(opening) > 1 and opening[0] in THAT and not MAKING.isdisjoint(opening[1:])
    summed = any(w in SUMS for w in opening) and any(c.has("be") or c.lower in STANDS for c in chunks[first:at])
    if not (made or summed):
        return None
    when = times(sentence, Stretch(first, whose.last, at), ordinal=False).period
    acts = Acts(whose.members, "veto", period=when, by_then=not when)
    return counted_claim(sentence, at, Stretch(first, whose.last, at), acts, quantity)
