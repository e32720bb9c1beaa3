"""What every count's claim is made of, whichever way it is told."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.assertion import negated
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Count, Generalisation
from onrecord.reading.claims.vote import Members
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.acts import Act, able, says, spoken
from onrecord.reading.extract.bounds import bounded, noun_of
from onrecord.reading.extract.counted_times import STRETCHES, bare_year, times
from onrecord.reading.extract.doers import said_to_happen
from onrecord.reading.extract.stretches import Stretch, tail
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence

ADVERBS = {"once": 1, "twice": 2, "thrice": 3}
NEVER = ("never", "never before", "not once", "nobody", "no one")
IN_ONE_SITTING = 3
"""So many times a member may be told to have abstained on one occasion; more are told of a longer time."""
SEVERAL_DAYS = 2
"""So many dates told before are of as many occasions: "180 in July, 183 in December: two texts from which …"."""
FEW = 2
"""Fewer texts than this are a position ("vetoed one text"), not a count."""


def count_of_act(
    sentence: Sentence,
    found: list[Phrase],
    stretch: Stretch,
    act: Act,
    who: tuple[Members, int],
    at: int,
    head: int,
    quantity: NumberMention,
) -> Count | None:
    chunks = sentence.chunks
    subject = next((p for p in found if p.members is who[0]), None)
    subject_last = subject.last if subject is not None and subject.last < act.first else -1
    if not said_to_happen(sentence, act, subject_last) or (act.verbal and negated(sentence, act.first, subject_last)):
        return None
    if any(c.lower in NEVER for c in chunks[stretch.first : act.first]):
        return None  # "never had one member vetoed three times in a war"
    quantity = hedged_behind(chunks, head, quantity)
    added = stretch.first > 0 and chunks[stretch.first - 1].has("and") and stretch.first <= act.first
    wide = Stretch(
        stretch.first if added else min(stretch.first, who[1], act.first),
        max(stretch.last, head),
        act.last if act.verbal else head,
    )
    excluded = frozenset(range(subject.first, subject.last + 1)) if subject is not None else frozenset((who[1],))
    when = times(sentence, wide, ordinal=False)
    if not (when.period or when.since):
        when = replace(when, period=_led_in(chunks, wide.first))
    counted = bounded(sentence, found, wide, who[0], act.what, when, excluded)
    counted = replace(counted, noun=noun_of(chunks[min(at, act.first) : wide.last + 1]))
    if counted.companions is None and spoken(chunks[wide.first : wide.last + 1], "at_side"):
        beside = next((p.members for p in reversed(found) if p.last < wide.first and able(p.members, act.what)), None)
        if beside is None or beside == who[0]:
            return None  # "had vetoed six times at its side": at whose is not told
        counted = replace(counted, companions=beside, companions_chose="same")
    if counted.alone and any(_never_alone(chunks, i) for i in range(wide.first + 1, wide.last + 1)):
        counted = replace(counted, alone=False)
    auxiliaries = chunks[subject_last + 1 : act.first]
    if subject is not None and subject_last > 0:
        auxiliaries = [*chunks[max(0, subject.first - 2) : subject.first], *auxiliaries]  # "five times has America …"
    if act.form == "gerund" or (act.first and chunks[act.first - 1].lower in ("having", "after having")):
        counted = replace(counted, back=not counted.period)
    counted = replace(
        counted,
        narrated=not counted.back
        and (bool(counted.noun) or quantity.value <= IN_ONE_SITTING)
        and _narrated(auxiliaries, act, counted)
        and sum(c.date is not None for c in chunks[: wide.first]) < SEVERAL_DAYS,
        untimed=_untimed(auxiliaries, chunks[wide.first : wide.last + 1], counted),
    )
    return counted_claim(sentence, at, wide, counted, quantity)


def hedged_behind(chunks: list[Chunk], head: int, quantity: NumberMention) -> NumberMention:
    """ "Fifteen texts or so", "fifteen texts on Syria, give or take": a hedge behind what is counted."""
    hedge = _hedge_at(chunks, head + 1)
    commas = (i for i in range(head + 1, min(head + HEDGED_WITHIN, len(chunks))) if chunks[i].text == ",")
    hedge = hedge or next((said for i in commas if (said := _hedge_at(chunks, i + 1, closed=True))), None)
    return replace(quantity, hedge=hedge) if hedge is not None and quantity.hedge is None else quantity


def _hedge_at(chunks: list[Chunk], at: int, *, closed: bool = False) -> str | None:
    """The hedge that the words from the chunk on are; `closed` where nothing else may stand up to the next mark."""
    for length in (3, 2, 1):
        hedge = BEHIND.get(" ".join(c.lower for c in chunks[at : at + length]))
        ends = at + length >= len(chunks) or not chunks[at + length].is_word
        if hedge is not None and (ends or not closed):
            return hedge
    return None


HEDGED_WITHIN = 9
"""Chunks behind what is counted within which a hedge may stand between commas."""
BEHIND = {"or so": "about", "or thereabouts": "about", "give or take": "about", "more or less": "about",
          "or more": "at_least", "at least": "at_least", "at most": "up_to", "or fewer": "up_to"}  # fmt: skip
"""Hedges of `tables/hedges.csv` by the words behind what is counted."""


def _led_in(chunks: list[Chunk], first: int) -> tuple[DateMention, ...]:
    """ "Moscow's worst year was 2022: it vetoed four drafts": the time named before the colon."""
    if first < 2 or chunks[first - 1].text != ":":
        return ()
    opens = max((i for i in range(first - 1) if chunks[i].text in ".;:"), default=-1) + 1
    told = [c.date for c in chunks[opens : first - 1] if c.date is not None]
    bare = [year for i in range(opens, first - 1) if (year := bare_year(chunks, i)) is not None]
    named = [d for d in told or bare if d.form in STRETCHES or (d.form == "calendar" and d.day is None)]
    shared = next((d.year for d in named if d.year is not None), None)
    # "180 in July 1963, 181 in August: two texts from which …"
    return tuple(replace(d, year=shared) if d.form == "calendar" and d.year is None else d for d in named)


def _never_alone(chunks: list[Chunk], at: int) -> bool:
    """ "Cast three vetoes and never alone": all of them with others."""
    return bool(says(chunks, at, "alone")) and (chunks[at - 1].has("negation") or chunks[at - 1].lower in NEVER)


def _narrated(auxiliaries: list[Chunk], act: Act, counted: Acts) -> bool:
    """Whether texts are told of as on one occasion: neither "has vetoed" nor a time says over how long to count."""
    if counted.period or counted.since or counted.tenure is not None or act.what not in ("veto", "no", "abstain"):
        return False
    if not counted.noun and act.what == "veto":
        return False
    return not any(c.has("have", "ever") for c in auxiliaries[-4:])


def _untimed(auxiliaries: list[Chunk], words: list[Chunk], counted: Acts) -> bool:
    """Whether the past is told without saying when, so that not all time need be meant: "it cast four vetoes"."""
    if counted.period or counted.since or counted.tenure is not None or counted.what != "veto" or spoken(words, "ever"):
        return False
    return not any(c.has("have", "ever") for c in auxiliaries[-4:])


def general_claim(
    sentence: Sentence, stretch: Stretch, at: int, counted: Acts, form: str, when: tuple[DateMention, ...] = ()
) -> Generalisation:
    chunks = sentence.chunks
    return Generalisation(
        *sentence.placed(stretch.first, tail(chunks, stretch.last), at),
        acts=counted,
        form=form,
        at=when,
    )


def counted_claim(sentence: Sentence, at: int, stretch: Stretch, counted: Acts, quantity: NumberMention) -> Count:
    chunks = sentence.chunks
    return Count(
        *sentence.placed(stretch.first, tail(chunks, stretch.last), at),
        acts=counted,
        quantity=quantity,
    )


def led_by(sentence: Sentence, at: int) -> int:
    """The chunk in front of the number at chunk `at` with its hedge: "number" of "number well over a hundred"."""
    chunks, number = sentence.chunks, sentence.chunks[at].number
    start = number.hedge_start if number is not None else None
    place = at - 1
    while start is not None and place >= 0 and chunks[place].start - sentence.start >= start:
        place -= 1
    return place
