"""For the how-manieth time: "for the sixth time since October", "the fourth time that it voted against the force"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import OF_MEMBERS, Acts
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import CLAUSE_ENDS, Act, able, is_veto_noun
from onrecord.reading.extract.bounds import bounded, noun_of
from onrecord.reading.extract.context import (
    earlier_here,
    inherited,
    members_in,
    on_the_same,
    says_again,
    spoken_of,
    told,
)
from onrecord.reading.extract.council import council_time
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.doers import bound, chunks_of, doer, doer_or_anybody, done_by
from onrecord.reading.extract.numbered import Numbered, numbered_claim, order_of, pronoun_before
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.grammar import subject_of
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets


def of_time(sentence: Sentence, found: list[Phrase], at: int, head: int, discourse: Discourse) -> Numbered | None:
    """ "For the sixth time since October the US vetoed …", "it was the fourth time that it voted against the force"."""
    chunks = sentence.chunks
    if _on_that_occasion(chunks, at, head):
        return None
    order = order_of(chunks, at)
    stretch = clause(sentence, at, head)
    aside = _aside_before_that(chunks, stretch.last + 1)
    act = _numbered_act(sentence, stretch, aside.stop - 1 if aside else head, discourse)
    if aside and (act is None or act.first < aside.stop):
        return None  # "the first time since 1976, when it did so on Korea, that so many ministers came"
    if act is None and (means := _by_its_veto(sentence, found, head, discourse)) is not None:
        members, last = means
        wide = Stretch(stretch.first, max(stretch.last, last), head)
        when = times(sentence, wide, ordinal=True)
        counted = bounded(sentence, found, wide, members, "veto", when, chunks_of(found, members))
        return numbered_claim(sentence, at, wide, counted, when, order)
    if act is None:
        sided = _sided(sentence, found, at, stretch, order, discourse)
        if sided is not None:
            return sided
        of_body = council_time(sentence, at, head, order)
        if of_body is not None:
            return of_body
        return _time_alone(sentence, found, at, head, stretch, discourse)
    wide = Stretch(min(stretch.first, act.first), max(stretch.last, clause(sentence, act.last).last), head)
    who = doer_or_anybody(sentence, found, act, discourse)
    if who is None:
        return None
    if not done_by(sentence, found, act, who[0]):
        return None
    wide = Stretch(min(wide.first, who[1]), wide.last, wide.head)
    when = times(sentence, wide, ordinal=True)
    counted = bounded(sentence, found, wide, who[0], act.what, when, chunks_of(found, who[0]) | frozenset(aside))
    counted = replace(counted, noun=noun_of(chunks[act.last : wide.last + 1]))
    if aside:
        counted = replace(counted, tenure=None, term=None)
    restated = not pronoun_before(sentence, at) and not any(c.lower == "that" for c in chunks[head + 1 : act.first])
    return numbered_claim(sentence, at, wide, counted, when, order, restated=restated)


def _aside_before_that(chunks: list[Chunk], comma: int) -> range:
    """ "The first time since 1976, when it kept Vietnam out, that …": what is thrown in, empty where nothing is."""
    if comma >= len(chunks) or chunks[comma].text != ",":
        return range(0)
    for at in range(comma + 1, min(comma + LONGEST_ASIDE, len(chunks) - 2)):
        if chunks[at].text == "," and chunks[at + 1].lower == "that":
            return range(comma, at + 1)
        if chunks[at].text in ";:.":
            break
    return range(0)


LONGEST_ASIDE = 16
"""Chunks that may stand between "the first time since 1976," and "that"."""
LEADING = ("preposition", "be", "and", "but", "determiner", "negation", "have", "modal", "adverb")
"""Kinds of words in front of "the first time" that make it how often: "it was not the first time"."""


def _on_that_occasion(chunks: list[Chunk], at: int, head: int) -> bool:
    """ "Albania abstained the first time; the second time it voted for it": on which of two, not for how many."""
    if at < 1 or chunks[at - 1].lower != "the":
        return False
    before = chunks[at - 2] if at > 1 else None
    behind = chunks[head + 1] if head + 1 < len(chunks) else None
    ends = behind is None or not behind.is_word or behind.has("and", "but")
    told = before is not None and before.is_word and not before.has(*LEADING)
    if told:
        return ends
    first = any(one.lower == "first" and other.has("times") for one, other in pairwise(chunks[: at - 1]))
    return first and not (behind is not None and behind.lower == "that")


def _by_its_veto(
    sentence: Sentence, found: list[Phrase], head: int, discourse: Discourse
) -> tuple[Members, int] | None:
    """ "The eighth time that Russia has protected Assad with its veto": whose, and the last chunk."""
    chunks = sentence.chunks
    for position in range(head + 1, min(head + 14, len(chunks))):
        if chunks[position].text in CLAUSE_ENDS:
            return None
        if is_veto_noun(chunks, position) and {"with", "by", "through"} & {
            c.lower for c in chunks[position - 3 : position]
        }:
            act = Act("veto", position, position, False)
            who = doer(sentence, found, act, discourse)
            if who is not None and able(who[0], "veto") and (who[0].named or who[0].groups):
                return who[0], clause(sentence, position).last
    return None


def _sided(
    sentence: Sentence, found: list[Phrase], at: int, stretch: Stretch, order: int, discourse: Discourse
) -> Numbered | None:
    """ "China sided with Russia for the fifth time": the same way on one text."""
    chunks = sentence.chunks
    joined = next((i for i in range(stretch.first, at) if chunks[i].verb("join")), None)
    if joined is None:
        return _side_by_side(sentence, found, at, stretch, order, discourse)
    subject = subject_of(sentence, found, joined)
    partner = next((p for p in found if joined < p.first <= joined + 3 and p.members.named), None)
    if subject is None or partner is None:
        return None
    members = bound(subject.members, sentence, found, subject.first, discourse)
    context = spoken_of(discourse, sentence)
    if members is None or not members.named:
        return None
    when = times(sentence, stretch, ordinal=True)
    what = context.what if context is not None and context.what in ("no", "abstain") else "veto"
    counted = Acts(
        members,
        what,
        period=when.period,
        since=when.since,
        back=True,
        companions=partner.members,
        companions_chose="same",
    )
    return numbered_claim(sentence, at, stretch, counted, when, order, restated=True)


def _side_by_side(
    sentence: Sentence, found: list[Phrase], at: int, stretch: Stretch, order: int, discourse: Discourse
) -> Numbered | None:
    """ "It is the second time in eighteen months that Beijing and Moscow stand together"."""
    chunks = sentence.chunks
    ends = max(stretch.last, clause(sentence, stretch.last).last)
    both = next((p for p in found if at < p.first <= ends + 1 and len(p.members.named) > 1), None)
    context = spoken_of(discourse, sentence, "veto") or spoken_of(discourse, sentence)
    if both is None or context is None or context.what not in ("veto", "no", "abstain"):
        return None
    behind = chunks[both.last + 1 : both.last + 5]
    words = " ".join(c.lower for c in behind)
    if not any(w in words for w in ("together", "side by side", "in tandem", "join forces", "joined forces", "as one")):
        return None
    wide = Stretch(stretch.first, max(stretch.last, min(both.last + 2, len(chunks) - 1)), stretch.head)
    when = times(sentence, wide, ordinal=True)
    counted = Acts(both.members, context.what, period=when.period, since=when.since, together=True)
    return numbered_claim(sentence, at, wide, counted, when, order)


def _numbered_act(sentence: Sentence, stretch: Stretch, head: int, discourse: Discourse) -> Act | None:
    """The act that "the third time" numbers: the nearest verb behind it in its clause, else the last one before it."""
    mentioned = [act for act in told(sentence, discourse) if act.verbal]
    chunks = sentence.chunks
    for act in mentioned:
        if act.first > head and not any(_ends_clause(chunks, i) for i in range(head + 1, act.first)):
            return act
    before = [act for act in mentioned if stretch.first <= act.first < head]
    if before:
        return before[-1]
    if stretch.first and chunks[stretch.first - 1].text == ",":
        # "Russia vetoed the text, for the third time this year"
        wider = [act for act in mentioned if act.last < stretch.first]
        if wider and chunks[stretch.first].lower.split()[0] in ("for", "the", "and"):
            return wider[-1]
    return None


def _ends_clause(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.text in CLAUSE_ENDS:
        return True
    return chunk.has("but") and chunk.lower in (
        "but",
        "while",
        "whereas",
        "although",
        "though",
        "because",
        "when",
        "after",
        "before",
    )


def _tells_itself(chunk: Chunk) -> bool:
    """Whether a word behind "the third time that" tells what was done, which is no vote told before: "was elected"."""
    return chunk.has("verb") or (chunk.lower.endswith("ed") and chunk.lower not in ("used", "happened", "occurred"))


def _tells_another_deed(chunks: list[Chunk], head: int, stretch: Stretch) -> bool:
    """ "It was the second time this week that people were shot": of which deed, the words behind tell themselves."""
    behind = chunks[head + 1 : stretch.last + 1]
    if any(_tells_itself(c) for c in behind):
        return True
    that = next((i for i, c in enumerate(behind) if c.lower == "that"), len(behind))
    return any(c.is_word for c in behind[that + 1 :]) and not any(
        word in HAPPENED for c in behind[that + 1 :] for word in c.lower.split()
    )


HAPPENED = word_sets("frequency.csv")["happened"]


def _beside_another_deed(chunks: list[Chunk], stretch: Stretch) -> bool:
    """ "In the House 21 Democrats broke ranks, the third time in a month": said of what the same sentence tells."""
    apposed = stretch.first > 0 and chunks[stretch.first - 1].text == ","
    before = chunks[: stretch.first]
    return apposed and any(
        (c.has("verb") or (c.lower.endswith("ed") and len(c.lower) > SHORTEST)) and not c.has("text") for c in before
    )


SHORTEST = 4
"""Letters of "need", "seed"."""


def _time_alone(
    sentence: Sentence, found: list[Phrase], at: int, head: int, stretch: Stretch, discourse: Discourse
) -> Numbered | None:
    """ "It was the third time this year": the act is the one told before."""
    chunks = sentence.chunks
    again = says_again(chunks, head + 1, stretch.last)
    opening = chunks[stretch.first : at]
    refers = any(c.lower in ("it", "this", "that", "which", "yesterday", "marking") for c in opening) or (
        stretch.first > 0
        and chunks[stretch.first - 1].text == ","
        and chunks[stretch.first].lower in ("the", "for", "marking")
    )
    if again < 0 and (not refers or _tells_another_deed(chunks, head, stretch)):
        return None
    context = spoken_of(discourse, sentence)
    here = earlier_here(sentence, at, discourse)
    if here is None and again < 0 and _beside_another_deed(chunks, stretch):
        return None
    if here is not None and here.verbal:
        who = doer(sentence, found, here, discourse)
        context = Acts(who[0], here.what) if who is not None else context
    if context is None or context.what not in OF_MEMBERS:
        return None
    own_members: Members = Members()
    excluded: frozenset[int] = frozenset()
    if again >= 0:
        named = members_in(sentence, found, stretch, again, discourse)
        if named is not None:
            own_members, excluded = named
    when = times(sentence, stretch, ordinal=True)
    own = bounded(sentence, found, replace(stretch, head=head), own_members, context.what, when, excluded)
    narrowed = here is None and again < 0 and on_the_same(own, sentence, discourse)
    counted = inherited(own, replace(context, period=()), narrowed=narrowed)
    if not (counted.members.named or counted.members.groups):
        return None
    return numbered_claim(sentence, at, stretch, counted, when, order_of(chunks, at))
