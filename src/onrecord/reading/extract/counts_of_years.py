"""Another year's number beside one just told: "44 resolutions in 2025, two fewer than in 2024", "down from 46", "the
year before: 46", "twice in 2012, once in 2014 and five times in 2017".
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import OF_THE_BODY, Acts, Count
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.acts import is_text, is_veto_noun
from onrecord.reading.extract.counted import ADVERBS, counted_claim
from onrecord.reading.extract.counted_times import is_year
from onrecord.reading.extract.state import Discourse
from onrecord.reading.extract.stretches import Stretch
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

BACK = 2
MOST_COUNTED = 300
COMPARED = ("fewer", "less", "more")
LEADS_TO = frozenset({"against", "with", "to", "from", "after"})
"""Words between the one number and the other: "down from 46", "compared with 46"."""
ENDS = frozenset({",", ".", ";", ")", "!", "—", "–", ":", "and", "but"})
SPELLED = {"the year before": -1, "the previous year": -1, "the preceding year": -1, "the year after": 1,
           "the following year": 1, "the next year": 1}  # fmt: skip
MADE = word_sets("frequency.csv")["year_made"]


def of_another_year(sentence: Sentence, at: int, discourse: Discourse, quantity: NumberMention) -> Count | None:
    """What was just counted, in another year, by its own number or by how far that differs."""
    context = discourse.counted
    if context is None or sentence.index - discourse.counted_in > BACK or quantity.value >= MOST_COUNTED:
        return None
    if not (context.what in OF_THE_BODY or (context.what == "veto" and context.members.named)):
        return None
    told = context.period[0] if len(context.period) == 1 else None
    if told is None or not _one_year(told) or context.since or context.tenure is not None:
        return None
    chunks = sentence.chunks
    if (held := _difference(chunks, at, context, told)) is not None:
        made = counted_claim(sentence, at, Stretch(at, held[0], at), context, quantity)
        return replace(made, than=held[1], fewer=chunks[at + 1].lower != "more")
    named = _year_behind(chunks, at, context, told) or _year_before(chunks, at, context, told)
    if named is None or any(c.has("unreal") for c in chunks[:at]):
        return None
    if discourse.counted_in < sentence.index and any(
        c.number is not None and c.date is None and not is_year(c) for c in chunks[:at]
    ):
        return None  # "the rain was 30 inches; in 2024 it was 25": of what that number told
    return _claim(sentence, at, named[0], context, told, named[1], quantity)


def _claim(
    sentence: Sentence,
    at: int,
    reach: tuple[int, int],
    context: Acts,
    told: DateMention,
    year: DateMention,
    quantity: NumberMention,
) -> Count:
    acts = replace(context, period=(year,), told_from=context.told_from or told, narrated=False, untimed=False)
    return counted_claim(sentence, at, Stretch(reach[0], reach[1], at), acts, quantity)


def _one_year(told: DateMention) -> bool:
    if told.role != "at":
        return False
    return (told.form == "calendar" and told.year is not None and told.month is None) or (
        told.form == "unit" and told.unit == "year"
    )


def _difference(chunks: list[Chunk], at: int, context: Acts, told: DateMention) -> tuple[int, DateMention] | None:
    """ "Two fewer than in 2024", "three more vetoes than the year before": the last chunk, and the other year."""
    sign = at + 1
    than = next((i for i in range(sign + 1, min(sign + 4, len(chunks))) if chunks[i].lower == "than"), None)
    if than is None or chunks[sign].lower not in COMPARED:
        return None
    if not all(is_text(c) or is_veto_noun(chunks, i) for i, c in enumerate(chunks[sign + 1 : than], sign + 1)):
        return None
    named = _other_year(chunks, than + 1, context, told)
    return (named[1], named[0]) if named is not None else None


def _year_behind(
    chunks: list[Chunk], at: int, context: Acts, told: DateMention
) -> tuple[tuple[int, int], DateMention] | None:
    """ "Down from 46 in 2024", "against 46 the year before"."""
    before = chunks[at - 1].lower if at else ""
    head = _times(chunks, at)
    if not _listed(chunks, at) if head is not None else before.split()[-1:] and before.split()[-1] not in LEADS_TO:
        return None
    named = _other_year(chunks, (at if head is None else head) + 1, context, told)
    return ((at, named[1]), named[0]) if named is not None and _ends(chunks, named[1] + 1) else None


def of_its_own_time(claim: Count, sentence: Sentence, at: int) -> Count:
    """The claim, of no other time than the number's own where each has its own: "in 1963, twice in 1970, in 1971"."""
    chunks = sentence.chunks
    head = _head(chunks, at)
    if head is None or not _dated(chunks, head):
        return claim
    joint = [c.has("and") or c.date is not None for c in chunks[head + 3 : head + 5]]
    behind = _listed(chunks, at)
    mention = chunks[head + 2].date
    assert mention is not None
    of_more = len(claim.acts.period) > 1 or all(d.start != mention.start for d in claim.acts.period)
    others = of_more and any(_item(chunks, i) for i in range(head + 3, len(chunks)))
    if joint == [True, True] or not (behind or others):
        return claim  # "three times in 2011 and 2012, and once in 2014"
    start, end, *_ = sentence.placed(at if behind else _at(chunks, claim.start), head + 2, at)
    own = next((d for d in claim.acts.period if d.start == mention.start), mention)
    years = {d.year for d in claim.acts.period if d.year is not None}
    if own.form == "calendar" and own.year is None and len(years) == 1:
        own = replace(own, year=years.pop())  # "its vetoes of 1976: one in January, two in June"
    return replace(claim, start=start, end=end, acts=replace(claim.acts, period=(own,)))


def _at(chunks: list[Chunk], start: int) -> int:
    return next(i for i, c in enumerate(chunks) if c.start >= start)


def _times(chunks: list[Chunk], at: int) -> int | None:
    """Where "twice" or "five times" that begins at chunk `at` ends."""
    if chunks[at].lower in ADVERBS:
        return at
    timed = chunks[at].cardinal is not None and at + 1 < len(chunks) and chunks[at + 1].has("times")
    return at + 1 if timed else None


def _head(chunks: list[Chunk], at: int) -> int | None:
    """The same, or the bare number of "two in June"."""
    return at if chunks[at].cardinal is not None and _dated(chunks, at) else _times(chunks, at)


def _dated(chunks: list[Chunk], head: int) -> bool:
    return head + 2 < len(chunks) and chunks[head + 1].lower in WITHIN and chunks[head + 2].date is not None


def _listed(chunks: list[Chunk], at: int) -> bool:
    """Whether another time stands in front of it, behind a comma or "and"."""
    before = at - 1
    while before > 0 and (chunks[before].text == "," or chunks[before].has("and")):
        before -= 1
    return before < at - 1 and chunks[before].date is not None


def _item(chunks: list[Chunk], at: int) -> bool:
    head = _head(chunks, at)
    return head is not None and _dated(chunks, head) and _listed(chunks, at)


WITHIN = ("in", "during")


def _year_before(
    chunks: list[Chunk], at: int, context: Acts, told: DateMention
) -> tuple[tuple[int, int], DateMention] | None:
    """ "In 1993 it had managed ninety-three", "the year before: 46"."""
    if not _ends(chunks, at + 1):
        return None
    for first in range(at - 1, -1, -1):
        named = _other_year(chunks, first, context, told)
        if named is not None:
            opens = first - (first > 0 and chunks[first - 1].has("preposition"))
            alone = opens == 0 or chunks[opens - 1].text in ENDS or chunks[opens - 1].has("and", "but")
            return ((opens, at), named[0]) if alone and named[1] < at else None
        chunk = chunks[first]
        if not (chunk.has("be", "have", "only") or chunk.lower in MADE or chunk.lower == "that"):
            return None
    return None


def _ends(chunks: list[Chunk], at: int) -> bool:
    return at >= len(chunks) or chunks[at].lower in ENDS


def _other_year(chunks: list[Chunk], at: int, context: Acts, told: DateMention) -> tuple[DateMention, int] | None:
    """The year named from chunk `at` on, and the last chunk that names it; None where it is the one already told."""
    if at < len(chunks) and chunks[at].lower in ("in", "for", "of"):
        at += 1
    if at >= len(chunks):
        return None
    mention, number = chunks[at].date, chunks[at].number
    if is_year(chunks[at]) and mention is None and number is not None:
        mention = DateMention(number.start, number.end, "calendar", year=int(chunks[at].text))
    if mention is None:
        spelled = " ".join(c.lower for c in chunks[at : at + 3])
        step = SPELLED.get(spelled)
        return (_shifted(told, step), at + 2) if step is not None else None
    if not _one_year(mention) and not (mention.form == "distance" and mention.unit == "year"):
        return None
    if mention.form == "distance" or mention.from_context:
        that = at + 1 < len(chunks) and chunks[at + 1].lower == "that"
        anchor = told if that or context.told_from is None or not _one_year(context.told_from) else context.told_from
        if mention.vague or (mention.role != "at"):
            return None
        return _shifted(anchor, mention.step * (mention.count or 1)), at + that
    same = mention.form == told.form and mention.year == told.year and mention.step == told.step
    return None if same else (mention, at)


def _shifted(told: DateMention, years: int) -> DateMention:
    """So many years from one told, which is named or counted from the text's own."""
    return replace(told, year=told.year + years) if told.year is not None else replace(told, step=told.step + years)
