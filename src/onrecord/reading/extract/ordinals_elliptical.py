"""Ordinals without a noun: "Russia's first, in May 1993", "was its twenty-second", "the fourth of the Gaza war"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import THAT_DAY, Acts
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import CLAUSE_ENDS, able, among, is_veto_noun
from onrecord.reading.extract.bounds import bounded, cast_at_once
from onrecord.reading.extract.context import earlier_here, inherited, on_the_same, says_of_them, spoken_of
from onrecord.reading.extract.counted_times import of_that_time, times
from onrecord.reading.extract.doers import bound, doer, owner
from onrecord.reading.extract.numbered import ANYBODY, Numbered, for_whom, in_whose_name, numbered_claim, order_of
from onrecord.reading.extract.state import OF_TWO, Discourse
from onrecord.reading.extract.stretches import Stretch, behind_copula, clause
from onrecord.reading.parsed import Phrase, Sentence

TEXTS_FOR = ("for", "against", "on", "in favour of", "in favor of")
UPON = ("around", "about", "after", "before", "by", "until", "at", "from", "with", *TEXTS_FOR)
"""Prepositions that make "the third" a moment or a text, not what is told: "by the third", "was for the first"."""
AWAY = 7
"""Chunks between a copula and its ordinal, an aside included."""


def elliptical_ordinal(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Numbered | None:
    """ "The Russian Federation's first, in May 1993", "was the fourth of the Gaza war", "was its twenty-second"."""
    chunks = sentence.chunks
    owned = owner(sentence, at)
    stretch = clause(sentence, at)
    predicate = any(
        c.has("be") or (c.lower in ("'s", "makes", "made") and i and chunks[i - 1].lower in ("that", "it", "this"))
        for i, c in enumerate(chunks[:at])
        if i >= at - AWAY
    )
    whose = for_whom(sentence, found, at)
    predicate = predicate or whose is not None or _called(chunks, at)
    here = earlier_here(sentence, at, discourse)
    if owned is not None and len(owned[0].named) > 1 and not able(owned[0], "veto") and chunks[at - 1].lower == "'s":
        # "It was Russia's sixteenth veto on Syria and China's tenth": China's alone
        owned = Members(owned[0].named[-1:], text=owned[0].named[-1].text), at - 2
    if owned is not None and owned[1] < at - 3:
        owned = None
    for_one = _for_the_one_behind(sentence, found, at)
    if for_one is not None and not able(for_one.members, "veto") and discourse.vetoed_in >= sentence.index - 1:
        return None  # "Russia vetoed it. It was the third for Germany": who has no veto
    if owned is None and not predicate and here is None:
        return None
    if here is not None and here.last == at - 2 and chunks[at - 1].lower == "the" and chunks[here.first].verb("veto"):
        return None  # "it had vetoed the first in March": the first text
    if owned is None and at > 1 and chunks[at - 1].lower == "the" and chunks[at - 2].lower in UPON:
        return None
    if owned is None and COUNTED_AS.search(" ".join(c.lower for c in chunks[max(0, at - 5) : at])) is not None:
        return None  # "it had been counted as the ninth": as one of so many
    apposed = _beside_the_veto(chunks, at) or (here is not None and _cast_by(sentence, found, at) is not None)
    if (
        owned is None
        and not predicate
        and not apposed
        and not (
            chunks[at - 1].lower in ("the", "a", "an")
            and at + 1 < len(chunks)
            and (chunks[at + 1].lower in ("of", "since", "that", "in", "this") or for_one is not None)
        )
    ):
        return None
    if owned is None and predicate and _one_of_those(sentence, found, at):
        return None
    if any(c.has("relative") for c in chunks[at + 1 : at + 3]) and "company" in sentence.words:
        return None  # "the second in which it had only Chad for company"
    context = spoken_of(discourse, sentence)
    if whose is not None and context is not None and not among(whose.members, context.members):
        # "Cuba and Yemen abstained. For China it was the third": of what China was told to have done
        vetoed = among(whose.members, discourse.vetoer) or (context.what == "veto" and able(whose.members, "veto"))
        context = Acts(whose.members, "veto") if vetoed else None
    if here is not None:
        who = _cast_by(sentence, found, at) or doer(sentence, found, here, discourse) or owner(sentence, here.last)
        members = (
            who[0]
            if who is not None and (who[0].named or who[0].groups or who[0].everyone)
            else (context.members if context is not None else Members())
        )
        context = Acts(members, here.what)
    elif apposed and (by := _cast_by(sentence, found, at)) is not None:
        context = Acts(by[0], "veto")
    if context is None or context.what not in ("veto", "no", "abstain"):
        return None
    members = Members()
    excluded: frozenset[int] = frozenset()
    if owned is not None:
        got = bound(owned[0], sentence, found, owned[1], discourse, context.what)
        if got is None:
            return None
        members, excluded = got, frozenset(range(owned[1], at))
    elif for_one is not None:
        members, excluded = for_one.members, frozenset(range(for_one.first, for_one.last + 1))
    elif (by_name := in_whose_name(sentence, found, at)) is not None:
        members, excluded = by_name
    elif at + 2 < len(chunks) and chunks[at + 1].lower == "of" and chunks[at + 2].lower in OF_TWO:
        got = bound(Members(pronoun=True, text=chunks[at + 2].lower), sentence, found, at, discourse, context.what)
        if got is None:
            return None
        members = got
    else:
        for phrase in found:
            if at < phrase.first <= at + 2 and chunks[at + 1].lower in ("that", "which"):
                members, excluded = phrase.members, frozenset(range(phrase.first, phrase.last + 1))
    when = times(sentence, stretch, ordinal=True)
    if not when.at and at + 2 < len(chunks) and chunks[at + 1].text == ",":
        when = replace(when, at=tuple(c.date for c in chunks[at + 1 : at + 5] if c.date is not None))
        ends = max(
            (i for i in range(at + 1, min(at + 5, len(chunks))) if chunks[i].date is not None), default=stretch.last
        )
        stretch = Stretch(stretch.first, max(stretch.last, ends), stretch.head)
    own = bounded(sentence, found, stretch, members, context.what, when, excluded, behind_copula(chunks, stretch))
    counted = inherited(own, replace(context, period=()), narrowed=False)
    before = _part_of_what_was_counted(chunks, at, context.what, sentence, discourse) if owned is None else None
    if before is not None:
        nearest = sorted((*when.at, *own.period), key=lambda d: d.start)[:1]
        told = tuple(of_that_time(d, before.period) for d in nearest)
        counted = inherited(replace(own, period=()), before, narrowed=True)
        counted = replace(counted, tenure=before.tenure, term=before.term, back=False)
        when = replace(when, at=told)
    if for_one is not None and members is for_one.members and discourse.counted_in == sentence.index:
        # "The sixteenth veto on Syria for Russia and the tenth for China": on the same, in the same time
        untimed = all(d.form == "then" for d in own.period) and own.since in ("", THAT_DAY)
        shared = discourse.counted if untimed else None
        if shared is not None:
            counted = replace(counted, period=shared.period, since=shared.since, subject=shared.subject, back=False)
    if owned is not None and (shared := _shared_time(chunks, at, owned[1], own, sentence, discourse)) is not None:
        counted = replace(counted, period=shared.period, since=shared.since, subject=shared.subject, back=False)
    elif owned is not None and own.subject and not (own.period or own.since) and discourse.counted is not None:
        if discourse.counted_in == sentence.index and (
            chunks[owned[1] - 1].has("and") or chunks[owned[1] - 1].text == ","
        ):
            # "Moscow's fourth veto this year and its second over Ukraine": this year, it may be
            counted = replace(counted, told_when=discourse.counted.period)
    if (same := _of_the_same_row(chunks, at, own, sentence, discourse)) is not None:
        counted = replace(counted, subject=same.subject, period=counted.period or same.period, back=False)
    if counted.what == "veto" and owned is None and (so_many := cast_at_once(chunks[:at])) is not None:
        counted = replace(counted, at_once=so_many)
    if at + 1 < len(chunks) and chunks[at + 1].lower in ("as well", "too", "also"):
        # "It was London's first veto on Suez, and it was Paris's first as well"
        counted = replace(inherited(own, context, narrowed=True), back=False)
    if owned is not None and not predicate and not own.subject and discourse.counted is not None:
        counted = replace(counted, subject=discourse.counted.subject)
    if owned is None and predicate and on_the_same(own, sentence, discourse):
        # "It has used it 30 times to shield Israel. Friday's was the 31st"
        counted = inherited(own, replace(context, period=()), narrowed=True)
    if not (counted.members.named or counted.members.groups or counted.members.everyone):
        return None
    if chunks[stretch.first].has("be") and stretch.first and chunks[stretch.first - 1].text == ",":
        # "China's veto of January 1997, on Guatemala, was its first since 1955"
        first = stretch.first
        while first and chunks[first - 1].text not in CLAUSE_ENDS:
            first -= 1
        if not when.at:
            dated = (c.date for c in chunks[first : stretch.first] if c.date is not None and c.date.role == "at")
            when = replace(when, at=tuple(dated))
        stretch = replace(stretch, first=first)
    return numbered_claim(sentence, at, stretch, counted, when, order_of(chunks, at))


COUNTED_AS = re.compile(
    r"\b(?:been|was|were|is|are) (?:counted|reckoned|seen|taken|regarded|booked)(?: on)?(?: as)? the$"
)


def _called(chunks: list[Chunk], at: int) -> bool:
    """ "Some call it the sixth since 1991", "his papers say 'only the third this century'": numbered by others."""
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    if behind is None or not (behind.date is not None or behind.lower in NUMBERED_BY):
        return False
    word = at - 1
    while word > 0 and (chunks[word].text in "\"'" or chunks[word].has("determiner", "only", "adverb")):
        word -= 1
    word -= chunks[word].lower == "as"
    if word > 0 and chunks[word].lower in ("it", "this", "that"):
        return chunks[word - 1].lower.split()[0] in CALLING
    quoted = any(c.text in "\"'" or c.has("only") for c in chunks[word + 1 : at])
    return quoted and word >= 0 and chunks[word].has("reporting")


CALLING = frozenset({"call", "calls", "called", "count", "counts", "counted", "reckon", "number", "makes", "made"})


def _for_the_one_behind(sentence: Sentence, found: list[Phrase], at: int) -> Phrase | None:
    """ "It was the sixteenth for Russia and the tenth for China": of each alone."""
    chunks = sentence.chunks
    if at + 2 >= len(chunks) or chunks[at + 1].lower != "for":
        return None
    named = at + 2 + chunks[at + 2].has("determiner")
    phrase = next((p for p in found if p.first <= named <= p.last and p.members.named), None)
    ends = phrase is not None
    return phrase if ends else None


def _part_of_what_was_counted(
    chunks: list[Chunk], at: int, what: str, sentence: Sentence, discourse: Discourse
) -> Acts | None:
    """ "In 2017 Russia cast five on Syria, the first of them in February": the acts counted just before."""
    before = discourse.counted
    if before is None or before.what != what or not says_of_them(chunks, at):
        return None
    far = discourse.counted_in < sentence.index - 1
    # "the third of those in which Britain joined"
    return None if far or any(c.has("relative") for c in chunks[at + 3 : at + 5]) else before


def _shared_time(
    chunks: list[Chunk], at: int, first: int, own: Acts, sentence: Sentence, discourse: Discourse
) -> Acts | None:
    """ "Russia's second veto of the year, China's first": in the time and on the matter that the first was told of."""
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    beside = first > 0 and (chunks[first - 1].text in BESIDE or chunks[first - 1].has("and", "but"))
    if not beside or own.period or own.since or (behind is not None and behind.is_word):
        return None
    return discourse.counted if discourse.counted_in == sentence.index else None


def _of_the_same_row(chunks: list[Chunk], at: int, own: Acts, sentence: Sentence, discourse: Discourse) -> Acts | None:
    """ "Thursday's was its tenth on Syria, yesterday's its eleventh": on the matter that the first was told of."""
    before = discourse.counted
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    if before is None or discourse.counted_in != sentence.index or (behind is not None and behind.is_word):
        return None
    row = at >= ROW and chunks[at - 1].lower in ("its", "their", "the") and chunks[at - 2].lower == "'s"
    return before if row and chunks[at - 3].date is not None and not (own.period or own.since) else None


ROW = 3


def _cast_by(sentence: Sentence, found: list[Phrase], at: int) -> tuple[Members, int] | None:
    """ "The sixth (cast) by the United States", "the first by anyone"."""
    behind = [c.lower for c in sentence.chunks[at + 1 : at + 3]]
    if behind[:1] == ["by"] and behind[1:] and behind[1] in ANYBODY:
        return Members(everyone=True), at + 2
    for phrase in found:
        between = [c.lower for c in sentence.chunks[at + 1 : phrase.first]] if phrase.first > at else []
        if "by" in between and set(between) <= {"cast", "by", "the", "wielded", "used"} and phrase.members.named:
            return phrase.members, phrase.first
    return None


def _beside_the_veto(chunks: list[Chunk], at: int) -> bool:
    """ "The American veto, the sixth on Gaza", "her veto, the first in more than six years": the noun it numbers."""
    if at < 3 or chunks[at - 1].lower != "the" or chunks[at - 2].text not in BESIDE:
        return False
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    told = behind is not None and (behind.lower in NUMBERED_BY or behind.date is not None)
    # a count of votes may stand between: "the veto, 14-1, the sixth on Gaza"
    nouns = range(at - 3, max(at - 9, -1), -1)
    left_out = (i for i in nouns if chunks[i].is_word and chunks[i].number is None and chunks[i].date is None)
    noun = next((i for i in left_out if chunks[i].lower != "on"), None)
    return told and noun is not None and (is_veto_noun(chunks, noun) or chunks[noun].lower.endswith(" veto"))


BESIDE = (",", "(", "—", "–", "-")
NUMBERED_BY = (
    "on",
    "over",
    "since",
    "of",
    "in",
    "this",
    "that",
    "by",
    "cast",
    "for",
    "against",
    "from",
    "to",
    "within",
)


def _one_of_those(sentence: Sentence, found: list[Phrase], at: int) -> bool:
    """ "The Americans were the third": of those who voted so on one text; no act of theirs is numbered."""
    chunks = sentence.chunks
    copula = next((i for i in range(at - 1, max(at - 4, 0), -1) if chunks[i].has("be")), None)
    if copula is None or not all(c.has("determiner", "adverb", "only") for c in chunks[copula + 1 : at]):
        return False
    return any(p.last == copula - 1 and (p.members.named or p.members.groups) for p in found)
