"""What part of a member's acts: "more than half of all American vetoes were on Israel", "most of them on Syria"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import able, is_veto_noun, says, spoken
from onrecord.reading.extract.bounds import alone, bounded, companions
from onrecord.reading.extract.context import inherited, of_which, spoken_of
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.doers import noun_asserted, owner, resolved, word_before
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause, tail
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.share_words import may_be_share, told_share

WITH = ("with", "alongside", "together with")


def share(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """The claim that a share told at chunk `at` makes of vetoes, by what they were about or with whom cast."""
    chunks = sentence.chunks
    if (of_last := _of_the_last(sentence, found, at, discourse)) is not None:
        return of_last
    length, bounds = told_share(chunks, at) if may_be_share(chunks, at) else (0, None)
    if bounds is None and _all_but(chunks, at) is None:
        return None
    exceptions = _all_but(chunks, at) if bounds is None else None
    if exceptions is not None:
        length, bounds = ALL_BUT - (chunks[at + 2].lower == "one of"), (0.0, 1.0)
    if bounds is None or not noun_asserted(chunks, at):
        return None
    of = at + length
    universe: Acts | None
    fronted = of_which(sentence, found, at, discourse) if at and chunks[at - 1].text == "," else None
    if fronted is not None:
        universe, last = fronted, of - 1
    elif of < len(chunks) and chunks[of].lower in ("of", "one of"):
        universe, last = _universe(sentence, found, of, discourse)
    elif (chunks[at].lower == "most" or chunks[of - 1].lower in EVERY) and at == clause(sentence, at).first:
        universe, last = _universe(sentence, found, of - 1, discourse)  # "Most American vetoes have been on Israel"
    else:
        return None
    if universe is None:
        return None
    latest = next((i for i in range(of + 1, min(of + NEAR, len(chunks) - 1)) if chunks[i].lower in LAST), None)
    if latest is not None and (size := chunks[latest + 1].cardinal) is not None:
        universe = replace(universe, last=size)  # "all but one of its last ten vetoes"
    made = _of_part(sentence, found, at, last, universe)
    return replace(made, share=bounds, exceptions=exceptions) if made is not None else None


def _of_part(sentence: Sentence, found: list[Phrase], at: int, last: int, universe: Acts) -> Generalisation | None:
    """What is said of a part of the acts, by what they were about or with whom they were done."""
    chunks = sentence.chunks
    around = clause(sentence, at, last)
    behind = Stretch(last + 1, around.last, last)
    topic = next(
        (i for i in range(last + 1, around.last + 1) if says(chunks, i, "about") or chunks[i].lower in WITH), None
    )
    company, chose = companions(sentence, found, behind, universe.members)
    on_their_own = alone(chunks[last + 1 : around.last + 1])
    if any(chunks[p.first - 1].has("be") and p.first == around.last for p in found if p.first > last):
        return None  # "all but two of the vetoes on it were American": of everybody's
    if topic is None and company is None and not on_their_own:
        return None
    if company is None and spoken(chunks[last + 1 : around.last + 1], "one_day"):
        return None  # "fell on one day": not on what
    told = company is None and topic is not None
    about = " ".join(c.text for c in chunks[topic : around.last + 1]) if told else ""
    acts = replace(
        universe, subject=f"{universe.subject} {about}", companions=company, companions_chose=chose, alone=on_their_own
    )
    return Generalisation(
        *sentence.placed(around.first, tail(chunks, around.last), at),
        acts=acts,
        form="share",
        universe=universe,
        share=(0.0, 1.0),
    )


NEAR = 5
"""Chunks from "accounts for" to the share, with "by itself for" or "well over" between."""


def _all_but(chunks: list[Chunk], at: int) -> int | None:
    """How many are excepted by "all but three of its vetoes"."""
    if len(chunks) <= at + ALL_BUT or chunks[at].lower not in ("all", "every one") or chunks[at + 1].lower != "but":
        return None
    return 1 if chunks[at + 2].lower == "one of" else chunks[at + ALL_BUT - 1].cardinal


def is_part(chunks: list[Chunk], at: int) -> bool:
    """Whether a number stands there as part of something: "seven of"."""
    return chunks[at].number is not None and at + 1 < len(chunks) and chunks[at + 1].lower == "of"


def _of_the_last(sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse) -> Generalisation | None:
    """ "Seven of the last ten Russian vetoes were about Ukraine"."""
    chunks = sentence.chunks
    part = chunks[at].cardinal
    if part is None or at + 4 >= len(chunks) or not is_part(chunks, at):
        return None
    last = next((i for i in range(at + 2, min(at + 6, len(chunks))) if chunks[i].lower in LAST), None)
    size = chunks[last + 1].cardinal if last is not None and last + 1 < len(chunks) else None
    if last is None or size is None or part > size or not noun_asserted(chunks, at):
        return None
    universe, ends = _universe(sentence, found, at + 1, discourse)
    if universe is None:
        return None
    universe = replace(universe, last=size)
    made = _of_part(sentence, found, at, ends, universe)
    return replace(made, exceptions=size - part) if made is not None else None


EVERY = ("all", "every", "nearly all", "almost all")
LAST = ("last", "past", "latest", "most recent", "previous")
ALL_BUT = 3


def _cast_by(sentence: Sentence, found: list[Phrase], of: int, head: int) -> tuple[Acts | None, int]:
    """ "Of the vetoes that Beijing has cast since 1971", "of all vetoes by France"."""
    chunks = sentence.chunks
    agent = next((p for p in found if head < p.first <= head + 4 and able(p.members, "veto")), None)
    if agent is None or not agent.members.named:
        return None, of
    last = agent.last
    if word_before(chunks, agent.first) not in ("by", "from", "of"):
        verb = next((i for i in range(last + 1, min(last + 4, len(chunks))) if chunks[i].verb("use") is not None), None)
        if verb is None:
            return None, of
        last = verb
    while last + 1 < len(chunks) and (
        chunks[last + 1].date is not None
        or chunks[last + 1].lower in ("since", "in")
        or (says(chunks, last + 1, "alone") and chunks[last].verb("use"))
    ):
        last += 1
    whole = Stretch(of, last, head)
    excluded = frozenset(range(agent.first, agent.last + 1))
    when = times(sentence, whole, ordinal=False)
    return bounded(sentence, found, whole, agent.members, "veto", when, excluded), last


def _dated_end(chunks: list[Chunk], last: int) -> int:
    """The last chunk of the dates behind chunk `last`."""
    while last + 1 < len(chunks) and chunks[last + 1].date is not None:
        last += 1
    return last


def _universe(sentence: Sentence, found: list[Phrase], of: int, discourse: Discourse) -> tuple[Acts | None, int]:
    """The acts of which a share is told, and the last chunk that names them."""
    chunks = sentence.chunks
    named = next((i for i in range(of + 1, min(of + 4, len(chunks))) if is_veto_noun(chunks, i)), None)
    if named is not None and (cast := _cast_by(sentence, found, of, named))[0] is not None:
        return cast
    if says(chunks, of, "of_them") and not is_veto_noun(chunks, min(of + says(chunks, of, "of_them"), len(chunks) - 1)):
        context = spoken_of(discourse, sentence, "veto")
        if context is None or not context.members.named:
            return None, of
        last = of + says(chunks, of, "of_them") - 1
        dated = Stretch(last, _dated_end(chunks, last), last)
        when = times(sentence, dated, ordinal=False)
        own = Acts(Members(), "veto", period=when.period, since=when.since)  # "almost all of its vetoes since 2000"
        return inherited(own, context, narrowed=True), dated.last
    head = next((i for i in range(of + 1, min(of + 9, len(chunks))) if is_veto_noun(chunks, i)), None)
    owned = owner(sentence, head) if head is not None else None
    if head is None:
        return None, of
    if owned is None or owned[1] < of:
        return _cast_by(sentence, found, of, head)
    members = resolved(owned[0], sentence, found, owned[1], discourse, "veto")
    if members is None or not members.named:
        return None, of
    last = _dated_end(chunks, head)
    whole = Stretch(of, last, head)
    return bounded(
        sentence, found, whole, members, "veto", times(sentence, whole, ordinal=False), frozenset(range(owned[1], head))
    ), last
