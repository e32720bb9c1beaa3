"""Sums of vetoes: "the number of Russian vetoes on Syria stands at 17", "that brings Moscow's total to 120"."""

from __future__ import annotations

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts, Count
from onrecord.reading.claims.vote import Members
from onrecord.reading.extract.acts import Act, able, is_veto_noun
from onrecord.reading.extract.bounds import bounded
from onrecord.reading.extract.context import earlier_here, inherited, spoken_of
from onrecord.reading.extract.counted import counted_claim, led_by
from onrecord.reading.extract.counted_times import times
from onrecord.reading.extract.doers import doer, owner, resolved
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch, clause
from onrecord.reading.extract.with_soviets import SAID
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Phrase, Sentence
from onrecord.reading.table import word_sets

_WORDS = word_sets("frequency.csv")
SUMS = _WORDS["sum"]
STANDS = _WORDS["stands"]
BRINGS = _WORDS["brings_to"]
NUMBERS = ("number", "numbered", "total", "totalled", "totaled", "count")
"""Verbs between vetoes and their number: "its vetoes now number 41"."""
NEAR = 4
FEW = 2
ASIDE = 8
"""Chunks at most between commas, in front of "now stands at"."""
COUNTED_IN = frozenset({"included", "counted", "counting", "including", "excluded", "excluding", "added"})
MOST_COUNTED = 300
"""Nobody has cast more vetoes; other sums are of other things."""


def sum_told(
    sentence: Sentence, found: list[Phrase], at: int, discourse: Discourse, quantity: NumberMention
) -> Count | None:
    """What the number at chunk `at` gives as the sum of somebody's vetoes."""
    chunks = sentence.chunks
    first = at
    while first > 0 and chunks[first - 1].text not in (".", ";", ","):
        first -= 1
    first = _before_an_aside(chunks, first)
    head = next((i for i in range(at - 1, first - 1, -1) if is_veto_noun(chunks, i)), None)
    sum_word = next((i for i in range(first, at) if chunks[i].lower in SUMS), None)
    opens = max(led_by(sentence, at), 0)
    if sum_word is None and (head is None or chunks[opens].lower not in NUMBERS):
        return None
    if any(c.has("modal", "unreal", "negation") for c in chunks[first:at]):
        return None
    if head is not None and chunks[opens].lower in NUMBERS and chunks[head].lower.endswith("s"):
        return _made(sentence, found, at, first, head, head, discourse, quantity)
    if sum_word is None or not (_linked(chunks, first, at) or _brought(chunks, first, opens + 1)):
        return None
    return _made(sentence, found, at, first, sum_word, head, discourse, quantity)


def _before_an_aside(chunks: list[Chunk], first: int) -> int:
    """ "Moscow's total, Soviet years included, now stands at 138": where the words before the aside begin."""
    comma = next((i for i in range(first - 2, max(first - ASIDE, 0), -1) if chunks[i].text == ","), None)
    said = comma is not None and any(c.lower in COUNTED_IN or c.has(*SAID) for c in chunks[comma:first])
    if comma is None or chunks[first - 1].text != "," or not said:
        return first
    while comma > 0 and chunks[comma - 1].text not in (".", ";", ","):
        comma -= 1
    return comma


def up_to_another(chunks: list[Chunk], at: int, last: int) -> int:
    """ "France's count stands at 17, Britain's at 32": without the other's."""
    for place in range(at + 1, last):
        joint = chunks[place].text == "," or chunks[place].has("and")
        if joint and chunks[place + 1].has("member", "determiner"):
            return place - 1
    return last


def _linked(chunks: list[Chunk], first: int, at: int) -> bool:
    near = chunks[max(first, at - NEAR) : at]
    return any(c.has("be") or c.text == ":" or not STANDS.isdisjoint(c.lower.split()) for c in near)


def _brought(chunks: list[Chunk], first: int, at: int) -> bool:
    """ "That brings Moscow's total on Syria to seventeen"."""
    return chunks[at - 1].lower == "to" and any(c.lower in BRINGS for c in chunks[max(0, first - 1) : at])


def _context(sentence: Sentence, found: list[Phrase], first: int, discourse: Discourse) -> Acts | None:
    """The vetoes spoken of: in the same sentence ("vetoed it, bringing its total to 95"), else before it."""
    here = earlier_here(sentence, first, discourse)
    who = doer(sentence, found, here, discourse) if here is not None and here.what == "veto" else None
    if who is not None and who[0].named:
        return Acts(who[0], "veto")
    context = spoken_of(discourse, sentence, "veto")
    if context is None and sentence.index - discourse.veto_named_in <= 1:
        return Acts(Members(), "veto")  # "There were seven vetoes last year. Washington's total stands at 88"
    return context


def _made(
    sentence: Sentence,
    found: list[Phrase],
    at: int,
    first: int,
    noun: int,
    head: int | None,
    discourse: Discourse,
    quantity: NumberMention,
) -> Count | None:
    """`noun` is the sum's word; where no veto is named in the sentence, those spoken of before are meant."""
    context = _context(sentence, found, first, discourse)
    if head is None and (context is None or not FEW <= quantity.value <= MOST_COUNTED):
        return None
    owned = (owner(sentence, head) if head is not None else None) or owner(sentence, noun)
    if owned is None and head is not None:
        owned = doer(sentence, found, Act("veto", head, head, False), discourse)  # "of vetoes cast by Russia"
    members = resolved(owned[0], sentence, found, owned[1], discourse, "veto") if owned is not None else None
    if members is not None and not (members.named and able(members, "veto")):
        return None
    said_alone = sentence.chunks[noun].lower in ("total", "running total") or noun > at
    if members is None and (head is not None or not said_alone or context is None or not context.members.named):
        return None
    last = up_to_another(sentence.chunks, at, clause(sentence, at).last)
    whole = Stretch(first, last, head if head is not None else noun)
    excluded = frozenset((owned[1],)) if owned is not None else frozenset()
    when = times(sentence, whole, ordinal=False)
    counted = bounded(sentence, found, whole, members or Members(), "veto", when, excluded)
    if members is None and context is not None:
        counted = inherited(counted, context, narrowed=False)
    return counted_claim(sentence, at, whole, counted, quantity)
