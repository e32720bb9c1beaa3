"""Texts by number: "the third Gaza text that Washington has vetoed", "a second resolution on Myanmar"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import single
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.context import told
from onrecord.reading.extract.counted_times import EVENTS, times
from onrecord.reading.extract.doers import chunks_of, doer, said_to_happen
from onrecord.reading.extract.numbered import (
    Numbered,
    numbered_claim,
    order_of,
)
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.parsed import Phrase, Sentence

NEAR = 2
ON = ("on", "for", "against", "over")


def of_text(sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse) -> Numbered | None:
    """ "The third Gaza text that Washington has vetoed", "a second resolution on Myanmar"."""
    chunks = sentence.chunks
    if at > 1 and chunks[at - 1].lower == "the" and chunks[at - 2].lower in ON:
        return None  # "On the second draft Chad abstained": of those that the text tells of
    order = order_of(chunks, at)
    stretch = replace(clause(sentence, at, head), head=head)
    for act in told(sentence, discourse):
        behind = head < act.first <= stretch.last
        if (
            act.verbal
            and behind
            and (
                act.passive
                or any(c.has("relative", "member") for c in chunks[head + 1 : act.first])
                or act.form in ("past", "participle")
            )
        ):
            passive = act.passive or chunks[act.first - 1].has("text")
            who = doer(sentence, found, replace(act, passive=passive), discourse)
            if passive and act.what == "veto":
                stretch = replace(_noun_phrase(chunks, stretch, act.last), head=act.last)
                if who is None and _in_a_time(sentence, stretch):
                    who = Members(everyone=True), act.first  # "the sixth draft vetoed in 2024"
            if (
                who is None
                or not (who[0].named or who[0].groups or who[0].everyone)
                or not said_to_happen(sentence, act)
            ):
                return None
            when = times(sentence, stretch, ordinal=True)
            counted = bounded(sentence, found, stretch, who[0], act.what, when, chunks_of(found, who[0]))
            return numbered_claim(sentence, at, stretch, counted, when, order)
    before = [a for a in told(sentence, discourse) if a.verbal and not a.passive and 0 < at - a.last <= NEAR]
    if before and said_to_happen(sentence, before[-1]) and chunks[at - 1].lower in ("their", "its", "a", "his"):
        # "Russia and China vetoed their second Gaza text of the war"
        who = doer(sentence, found, before[-1], discourse)
        if who is not None and (who[0].named or who[0].groups):
            when = times(sentence, stretch, ordinal=True)
            counted = bounded(sentence, found, stretch, who[0], before[-1].what, when, chunks_of(found, who[0]))
            return replace(numbered_claim(sentence, at, stretch, counted, when, order), restated=True)
    return _of_body(sentence, found, at, head, stretch, order)


def _noun_phrase(chunks: list[Chunk], stretch: Stretch, verb: int) -> Stretch:
    """Without the predicate: "the sixth draft vetoed this year would have opened the crossings"."""
    ends = (i for i in range(verb + 1, stretch.last + 1) if chunks[i].has("be", "have", "modal"))
    last = next(ends, stretch.last + 1) - 1
    return replace(stretch, last=last - (last > verb and chunks[last].has("and", "but")))


def _in_a_time(sentence: Sentence, stretch: Stretch) -> bool:
    when = times(sentence, stretch, ordinal=True)
    return bool(when.period or when.since)


def _of_body(
    sentence: Sentence, found: list[Phrase], at: int, head: int, stretch: Stretch, order: int
) -> Numbered | None:
    """Of the Council: its second resolution on a country, the fourth package of sanctions."""
    chunks = sentence.chunks
    entry = chunks[head].get("text")
    when = times(sentence, stretch, ordinal=True)
    dated = any(d.role == "since" for d in when.period)
    bounded_so = dated or any(word in EVENTS for word in when.since.lower().split())
    any_text = entry is not None and entry.value != "resolution"
    if any_text and not (bounded_so and chunks[head].lower in single("any_text")):
        return None
    body = any(c.has("council", "same_body") for c in chunks[stretch.first : stretch.last + 1])
    cited = any(
        c.has("cite") and i != head for i, c in enumerate(chunks[stretch.first : stretch.last + 1], start=stretch.first)
    )
    adopted = any(c.verb("adopt", "pass") is not None for c in chunks[head + 1 : head + 12]) or any(
        c.date is not None for c in chunks[head + 1 : stretch.last + 1]
    )
    copula = any(c.has("be") for c in chunks[max(stretch.first, at - 4) : at])
    if not (body or adopted or copula or (cited and chunks[head].lower in single("group_of_texts"))):
        return None
    behind = any(
        c.lower in ("on", "of", "about", "over", "against", "concerning", "for")
        and not any(w.has("council", "assembly") for w in chunks[i + 1 : i + 3])
        for i, c in enumerate(chunks[head + 1 : stretch.last + 1], start=head + 1)
    )
    if not behind and head == at + 1:
        return None
    if any(c.lower in ("session", "sessions", "meeting", "sitting") for c in chunks[head + 1 : stretch.last + 1]):
        return None  # "the third resolution of the emergency session": of one session's
    counted = bounded(sentence, found, stretch, Members(), "adopted", when)
    if any_text:
        counted = replace(counted, what="vote", noun="resolution")  # "the twelfth text on the Gulf": of those carried
    plain = [
        c
        for c in chunks[at + 1 : head]
        if c.is_word and not c.entries and c.text[:1].islower() and c.lower not in single("between")
    ]
    if chunks[head].lower in single("group_of_texts") or plain:
        counted = replace(counted, noun="packages")
    return numbered_claim(sentence, at, stretch, replace(counted, outcome=""), when, order)
