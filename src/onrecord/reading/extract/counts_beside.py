"""How often others did what was just counted: "Russia vetoed twice in 2018, the US once", "Britain had one"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.extract.acts import says
from onrecord.reading.extract.bounds import LEADING
from onrecord.reading.extract.context import on_a_matter, spoken_of
from onrecord.reading.extract.counted import counted_claim, led_by
from onrecord.reading.extract.counts_misread import acts_dated
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence, finite

HAD = ("had", "has", "cast", "used", "did so", "did it", "did", "so", "also", "likewise", "too", "as well")
"""What may stand between a name and its number."""
BETWEEN = 4
"""Chunks of it at most."""
OF_A_TENURE = ("his", "her", "their", "term", "terms", "presidency", "mandate", "tenure", "office")
GOES_ON = ("in", "since", "over", "during", "too", "then")


def of_another(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """Of others, in the time and on the subject counted before; None where that was not bounded, unless the verb is
    shared: "Britain has used it 17 times and France ten".
    """
    chunks = sentence.chunks
    opens = led_by(sentence, at) + 1
    context = spoken_of(discourse, sentence)
    if context is None or context.what not in ("veto", "no", "abstain"):
        return None
    if not (context.period or context.since or (discourse.counted_in == sentence.index and _joined_to(chunks, opens))):
        return None
    if acts_dated(context) or behind_another_deed(sentence, opens, discourse):
        return None
    if discourse.counted_in < sentence.index and any(c.date is not None or c.lower == "since" for c in chunks[:at]):
        return None  # the sentence has a time of its own
    before = opens - 1
    while before > 0 and opens - before < BETWEEN and chunks[before].lower in HAD:
        before -= 1
    if before > 0 and chunks[before].text == "," and (before < opens - 1 or _left_out(chunks, before)):
        before -= 1  # "Washington, also three", "; China, none"
    phrase = next((p for p in found if p.last == before and p.members.named), None)
    if phrase is None or phrase.members.named == context.members.named:
        return None
    first = phrase.first - (phrase.first > 0 and chunks[phrase.first - 1].has("determiner"))
    if first and chunks[first - 1].is_word and not chunks[first - 1].has("and", "but"):
        return None
    last = at + 2 if [c.lower for c in chunks[at + 1 : at + 3]] == ["at", "all"] else at
    last += last + 1 < len(chunks) and chunks[last + 1].lower == "times"
    behind = chunks[last + 1] if last + 1 < len(chunks) else None
    if behind is not None and behind.is_word and not behind.has("and", "but") and behind.lower not in GOES_ON:
        return None
    if behind is not None and behind.is_word and behind.lower in GOES_ON and any(c.date for c in chunks[last + 1 :]):
        return None  # its own time is read with it
    if any(c.lower in OF_A_TENURE for c in chunks[last + 1 : last + 6]):
        return None  # "Trump cast three in his first term"
    acts = replace(context, members=phrase.members, back=False, told_from=None)
    if last + 1 < len(chunks) and (of_all := says(chunks, last + 1, "in_all")):
        acts = replace(acts, period=(), since="", told_on="", told_when=())
        last += of_all
    if all(a.kind in LEADING for named in phrase.members.named for a in named.aliases):
        # "the Biden team cast four, the Obama team one": each in its own time
        acts = replace(acts, tenure=phrase.members, period=(), since="")
    elif context.tenure is not None:
        return None  # "Obama vetoed once in eight years; Mr Bush nine times": in another's time
    return counted_claim(sentence, at, Stretch(first, last, at), acts, quantity)


def behind_another_deed(sentence: Sentence, at: int, discourse: Discourse) -> bool:
    """ "Russia scored four goals, America three": a name and a number, behind a clause that counts something else."""
    chunks = sentence.chunks
    name = at - 1
    while name > 0 and chunks[name].has("member", "determiner"):
        name -= 1
    if discourse.counted_in == sentence.index or name < 1 or name == at - 1 or chunks[name].text not in (",", ";"):
        return False
    return any(
        (finite(c) or c.has("obtain")) and c.verb("veto", "no", "abstain", "use", "block") is None
        for c in chunks[:name]
    )


def _left_out(chunks: list[Chunk], comma: int) -> bool:
    """ "The Soviets had cast 29; China, none": a comma in place of the verb, behind a name that opens the clause."""
    name = comma - 1
    while name > 0 and chunks[name].has("member", "determiner", "and"):
        name -= 1
    return name > 0 and chunks[name].text == ";" and chunks[comma - 1].has("member")


def _joined_to(chunks: list[Chunk], at: int) -> bool:
    """Whether a name alone stands between the number and "and", or the mark behind another number."""
    name = at - 1
    if chunks[name].text == "," and _left_out(chunks, name):
        return True
    if not chunks[name].has("member"):
        return False
    while name > 0 and chunks[name].has("member", "determiner"):
        name -= 1
    return name > 0 and (chunks[name].lower == "and" or chunks[name].text in ",;")


def beside_counted(claim: Count | Generalisation, sentence: Sentence, discourse: Discourse) -> Count | Generalisation:
    """ "Russia has cast 18 vetoes on Syria. China has cast ten": with the matter and time of the count before, which
    may be meant where the claim names none.
    """
    before = discourse.counted
    if not isinstance(claim, Count) or claim.quantity is None or claim.ordinal is not None or before is None:
        return claim
    own = claim.acts
    near = sentence.index - discourse.counted_in <= 1
    another = bool(own.members.named) and own.members.named != before.members.named
    if not near or not another or own.what != before.what or own.since or on_a_matter(own.subject):
        return claim
    if any(
        says(sentence.chunks, i, "in_all") for i, c in enumerate(sentence.chunks) if claim.start <= c.start < claim.end
    ):
        return claim
    told_when = () if own.period else before.told_when or before.period
    return replace(claim, acts=replace(own, told_on=before.told_on or before.subject, told_when=told_when))
