"""Never, of what was told before: "Britain vetoed alone on Rhodesia; France never did", "not once on its own"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.claims.frequency import Acts, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import Act
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.context import inherited, members_in, says_again, spoken_of, told
from onrecord.reading.extract.counted import general_claim
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.doers import doer, somebody
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.parsed import Phrase, Sentence


def never_so(
    sentence: Sentence, found: list[Phrase], at: int, stretch: Stretch, discourse: Discourse
) -> Generalisation | None:
    """ "The United States not once", "China has never done so", "not once on its own"."""
    chunks = sentence.chunks
    again = says_again(chunks, at, stretch.last)
    behind = chunks[at + 1 : stretch.last + 1]
    if any(
        c.lower == "so" and then.is_word and not then.has("preposition", "and", "have")
        for c, then in pairwise(chunks[at + 1 : at + 4])
    ):
        return None  # "was never so angry"
    if any(c.lower.startswith("carried") for c in behind):
        return None  # "it was never carried out": of a plan
    if again < 0 and (
        any(c.has("verb", "be", "unreal") for c in behind)
        or any(c.is_word and not c.entries and c.date is None and c.number is None for c in behind)
    ):
        return None
    earlier = [a for a in told(sentence, discourse) if a.last < at]
    if not earlier and _told_before(sentence, found, stretch):
        return None
    context = _counted_there(sentence, found, earlier[-1], discourse) if earlier else spoken_of(discourse, sentence)
    if context is None:
        return None
    named = members_in(sentence, found, stretch, at, discourse)
    members, excluded = named if named is not None else (Members(), frozenset())
    when = times(sentence, stretch, ordinal=False)
    own = bounded(sentence, found, replace(stretch, head=at), members, context.what, when, excluded)
    if not (own.alone or own.companions or own.period or named is not None):
        return None
    counted = inherited(own, context, narrowed=True)
    if excluded:
        stretch = replace(stretch, first=min(excluded))
    if not somebody(counted.members):
        return None
    if named is None and len(counted.members.named) > 1 and any("its" in c.lower.split() for c in behind):
        return None  # "Never again on its own", behind what several did
    had = any(c.lower.split()[0] == "had" for c in chunks[stretch.first : stretch.last + 1])
    return replace(general_claim(sentence, stretch, at, counted, "never"), past_perfect=had)


def _counted_there(sentence: Sentence, found: list[Phrase], act: Act, discourse: Discourse) -> Acts:
    """What the clause of an act tells of: whose it was, on what, when and in whose company."""
    who = doer(sentence, found, act, discourse)
    members = who[0] if who is not None else Members()
    own = replace(clause(sentence, act.first, act.last), head=act.last)
    subject = next((p for p in found if p.members is members), None)
    excluded = frozenset(range(subject.first, subject.last + 1)) if subject is not None else frozenset[int]()
    return bounded(sentence, found, own, members, act.what, times(sentence, own, ordinal=False), excluded)


def _told_before(sentence: Sentence, found: list[Phrase], stretch: Stretch) -> bool:
    """ "India accepted it two days later; Egypt never did": whether a clause in front tells of another's deed."""
    chunks = sentence.chunks
    for phrase in found:
        if phrase.last + 1 >= stretch.first:
            return False
        led = phrase.first > 0 and (
            chunks[phrase.first - 1].has("preposition") or chunks[phrase.first - 1].lower in LIKENED
        )
        behind = chunks[phrase.last + 1]
        if not led and behind.is_word and not behind.has("and", "but", "preposition"):
            return True
    return False


LIKENED = ("unlike", "like", "with")
