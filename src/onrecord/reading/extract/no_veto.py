"""Vetoes denied by the noun: "no veto has been cast since 1989", "no French veto", and not "nobody has a veto"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.date_mention import BOUNDING
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.acts import Act, able, is_veto_noun, says
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.counted import general_claim
from onrecord.reading.extract.counted_times import STRETCHES, is_year, times
from onrecord.reading.extract.doers import (
    doer,
    noun_asserted,
    owner,
    somebody,
)
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.parsed import Phrase, Sentence, finite
from onrecord.reading.table import word_sets

NEAR = 6
"""Chunks behind "no veto" within which its own verb stands."""


def limited(claim: Generalisation) -> bool:
    """Whether a time is named over which the denial is meant, so that it is more than one vote's."""
    return bool(claim.acts.since) or any(
        d.role in BOUNDING or d.form in STRETCHES or (d.form == "calendar" and d.month is None)
        for d in claim.acts.period
    )


def _what_befell_it(chunks: list[Chunk], head: int, last: int) -> bool:
    """ "No American veto has been joined by another member", "no veto was ever overturned": that it was cast stands."""
    behind = chunks[head + 1 : last + 1]
    for at, chunk in enumerate(behind):
        if chunk.lower == "had" and at and behind[at - 1].lower in ("has", "have", "ever"):
            return True  # "no American veto has had company"
        been = at and (behind[at - 1].has("be", "ever") or behind[at - 1].lower in ("been", "ever"))
        if been and chunk.lower.split()[0] in BEFELL:
            return True
    return False


_WORDS = word_sets("position_words.csv")
BEFELL = _WORDS["befell"]
INVOLVED = _WORDS["involved"]


def _not_in_it(chunks: list[Chunk], head: int) -> bool:
    """ "No veto was involved": in the vote spoken of."""
    behind = [c.lower for c in chunks[head + 1 : head + 4]]
    return (
        bool(behind)
        and chunks[head + 1].has("be")
        and any(c.split()[-1] in INVOLVED or c in INVOLVED for c in behind[1:])
    )


STOPS = ("veto", "block", "no", "defeat")
"""Meanings of what a veto does to a text."""


def _did_something(chunks: list[Chunk], head: int) -> bool:
    """ "No country's veto has hurt us more": what the vetoes did, and not that none were cast."""
    if chunks[head - 1].lower not in ("'s", "'"):
        return False
    behind = [c for c in chunks[head + 1 : head + 4] if not c.has("adverb")]
    done = bool(behind) and behind[0].has("have") and len(behind) > 1
    return done and not behind[1].has("be") and behind[1].verb(*STOPS) is None


OWNS = ("has", "have", "holds", "hold", "had", "held", "having")


def _has_none(chunks: list[Chunk], at: int, head: int) -> bool:
    """ "On procedure nobody has a veto", "no elected member holds one": what the rule gives, and not what was done."""
    if at and head == at + 1 and chunks[at].lower == "no" and chunks[at - 1].lower in OWNS:
        return True  # "Russia, which in this case had no veto"
    owns = next((i for i in range(at + 1, head) if chunks[i].lower in OWNS), None)
    return owns is not None and all(c.has("determiner") for c in chunks[owns + 1 : head])


def _supposed(chunks: list[Chunk], at: int, head: int) -> bool:
    """ "With nine votes and no veto it would have passed": on what condition, and not what was."""
    opens = next((i for i in range(at, max(at - 8, -1), -1) if chunks[i].lower in ("with", "given", "had")), None)
    return opens is not None and any(c.has("modal") for c in chunks[head + 1 : head + 5])


def no_veto(sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse) -> Generalisation | None:
    chunks = sentence.chunks
    if not noun_asserted(chunks, at) or _not_in_it(chunks, head) or _has_none(chunks, at, head):
        return None
    if _did_something(chunks, head) or _supposed(chunks, at, head):
        return None
    behind = [c.lower for c in chunks[head + 1 : head + 3]]
    if behind[:1] == ["on"] and behind[1:] and behind[1] in ("it", "that", "them", "this", "either", "both"):
        return None  # "no veto on it was ever cast": of one text, told before
    stretch = replace(clause(sentence, at, head), head=head)
    if _what_befell_it(chunks, head, stretch.last):
        return None
    owned = owner(sentence, head)
    members: Members | None = owned[0] if owned is not None and owned[1] > at else None
    first = stretch.first
    excluded: frozenset[int] = frozenset() if members is None or owned is None else frozenset((owned[1],))
    if members is None:
        verb = next((i for i in range(at - 1, max(at - 4, -1), -1) if chunks[i].has("have", "verb")), None)
        who = doer(sentence, found, Act("veto", verb, head, True, "past"), discourse) if verb is not None else None
        if who is not None and not able(who[0], "veto"):
            who = (Members(everyone=True), stretch.first)
        if who is not None:
            members = who[0]
            excluded = frozenset(i for p in found if p.members is members for i in range(p.first, p.last + 1))
            first = min(first, who[1])
        else:
            named = doer(sentence, found, Act("veto", head, head, False), discourse)
            members = named[0] if named is not None else _spoken_of(sentence, at, discourse)
    if members is None or not somebody(members):
        return None
    when = times(sentence, stretch, ordinal=False)
    counted = bounded(sentence, found, stretch, members, "veto", when, excluded)
    claim = general_claim(sentence, replace(stretch, first=first), at, counted, "never")
    ever = any(
        says(chunks, i, "ever") or chunks[i].lower in ("at all", "whatsoever") for i in range(at, stretch.last + 1)
    )
    perfect = any(c.lower in ("has", "have", "had") for c in chunks[stretch.first : min(head + NEAR, stretch.last) + 1])
    claim = replace(claim, past_perfect=any(c.lower == "had" for c in chunks[stretch.first : stretch.last + 1]))
    ever = ever or chunks[at].lower == "never"
    return claim if limited(claim) or ever or (perfect and bool(claim.acts.subject.strip())) else None


def _spoken_of(sentence: Sentence, at: int, discourse: Discourse) -> Members:
    """ "And Britain? Not a single veto since 1989.": whoever the sentence before named, where this one has no verb."""
    before = discourse.subject_for(sentence)
    verbless = not any(finite(c) or c.has("be", "have", "do") for c in sentence.chunks)
    opens = not any(c.is_word and not c.has("adverb") for c in sentence.chunks[:at])
    meant = before is not None and len(before.named) == 1 and able(before, "veto")
    return before if before is not None and meant and opens and verbless else Members(everyone=True)


def year_without(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "2013 passed without a single veto"."""
    chunks = sentence.chunks
    head = next((i for i in range(at + 1, min(at + 4, len(chunks))) if is_veto_noun(chunks, i)), None)
    stretch = clause(sentence, at, at)
    if head is None or any(c.has("negation") or c.lower == "no" for c in chunks[stretch.first : at]):
        return None
    wide = Stretch(0 if is_year(chunks[0]) else stretch.first, max(stretch.last, head), head)
    went = any(
        c.lower in ("passed", "went", "ended", "closed", "came", "by", "was") or says(chunks, i, "without_it")
        for i, c in enumerate(chunks[wide.first : at], wide.first)
    )
    when = times(sentence, wide, ordinal=False)
    bare = is_year(chunks[wide.first])
    if not when.period and bare:
        year = chunks[wide.first]
        when = replace(when, period=(DateMention(year.start, year.end, "calendar", year=int(year.text)),))
    if not went or not when.period:
        return None
    who = _who_went_without(sentence, found, at, head, discourse)
    if who is None:
        return None
    counted = bounded(sentence, found, wide, who, "veto", when)
    claim = general_claim(sentence, wide, at, replace(counted, subject=""), "never")
    return claim if limited(claim) or bare else None


def _who_went_without(
    sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse
) -> Members | None:
    """Whose veto there was none of: "2013 passed without a Russian veto", "France got by without one until 1956"."""
    owned = owner(sentence, head)
    if owned is not None and owned[1] > at:
        return owned[0]
    verb = next((i for i in (at - 1, at - 2) if i > 0 and i + says(sentence.chunks, i, "without_it") == at), None)
    if verb is None:
        return Members(everyone=True)
    who = doer(sentence, found, Act("veto", verb, head, True, "past"), discourse)
    return who[0] if who is not None and somebody(who[0]) and able(who[0], "veto") else None
