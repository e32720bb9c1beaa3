"""Votes told by how long before or after another they were: "twelve days after Washington had vetoed the mission"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from onrecord.checking.docket import Docket
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Reference, Tally, VoteClaim
from onrecord.reading.dates import DateMention
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence, finite
from onrecord.reading.read import Reading
from onrecord.reading.table import word_sets

CAME = word_sets("thread_words.csv", "checking")["came"]
OPENING = 2
"""Chunks with which a sentence may open before it says when."""
ENDS = frozenset(",;:—–()")


@dataclass(frozen=True, slots=True)
class ToldFrom:
    """When a vote was, as told from another."""

    dates: tuple[DateMention, ...]
    symbols: tuple[str, ...]
    """The texts that its own clause cites."""
    anchor_symbols: tuple[str, ...] = ()
    """Those that the other vote was on, where the sentence cites them."""
    anchor: DateMention | None = None
    """The other's date, where the sentence gives it."""


def distances(sentence: Sentence) -> list[Chunk]:
    """The distances of a sentence that count from what it goes on to name: not "two weeks before had got two votes"."""
    found = [c for c in sentence.dates if c.date is not None and c.date.form == "distance" and c.date.from_elsewhere]
    return [
        c
        for c in found
        if not any(finite(n) or n.lower in CAME for n in sentence.chunks if c.end <= n.start <= c.end + 1)
        and not _day_again(sentence, c)
    ]


def _day_again(sentence: Sentence, distance: Chunk) -> bool:
    """ "On 27 October 2023, three weeks after the war broke out, …": how far on the day is that was just given."""
    for dated in sentence.dates:
        day = dated.date
        whole = day is not None and day.form == "calendar" and day.year is not None and day.role == "at"
        if whole and sentence.text[dated.end - sentence.start : distance.start - sentence.start].strip() == ",":
            return True
    return False


def told_from(reading: Reading, claim: VoteClaim) -> ToldFrom | None:
    """When the claim's vote was, where "two days after" stands in front of it."""
    sentence = reading.sentences[claim.sentence]
    if isinstance(claim, Reference):
        return None
    if "when" in sentence.words and (day := _told_of_then(sentence, claim)) is not None:
        return ToldFrom((day,), ())
    before = [c for c in distances(sentence) if _is_behind(sentence, claim, c)]
    if not before or (mention := before[-1].date) is None:
        return None
    distance = before[-1]
    cited = reading.cited[claim.sentence]
    closes = next((c.start for c in sentence.chunks if c.start > distance.end and c.text in ENDS), sentence.end)
    symbols = tuple(c.symbol for c in cited if distance.end <= c.start < closes)
    own = [c.date for c in sentence.dates if c.date is not None and distance.end <= c.start < closes]
    if own or symbols:
        return ToldFrom(tuple(d for d in own[:1] if d.role == "at"), symbols)
    opens = distance in sentence.chunks[:OPENING]
    others = [c for c in cited if (c.start >= closes if opens else c.end <= distance.start)]
    dated = [c for c in sentence.dates if c.date is not None and _dates_a_day(c.date, mention)]
    dated = [c for c in dated if (c.start >= closes if opens else c.end <= distance.start)]
    if opens and not (others or dated):
        return None
    anchor = (dated[0] if opens else dated[-1]).date if dated else None
    back = replace(mention, step=-mention.step, from_elsewhere=False, from_context=True)
    return ToldFrom((back,), (), tuple(c.symbol for c in others[:1]), anchor)


def _told_of_then(sentence: Sentence, claim: VoteClaim) -> DateMention | None:
    """ "Its first since the one of 1 June 2018, when the Kuwaiti text had ten votes": the day before "when"."""
    chunks = sentence.chunks
    at = next((i for i, c in enumerate(chunks) if c.lower == "when" and i and _begins_behind(sentence, claim, c)), 0)
    named = at - 1 - (chunks[at - 1].text == ",")
    day = chunks[named].date if at and named >= 0 else None
    if day is None or day.form != "calendar" or day.month is None or day.from_context:
        return None
    back = day.role in SINCE or any(c.lower in SINCE for c in chunks[:named])
    return replace(day, role="at") if back else None


def _begins_behind(sentence: Sentence, claim: VoteClaim, when: Chunk) -> bool:
    """Whether what is told begins behind the word, in its clause."""
    if isinstance(claim, Tally) and claim.start < when.start < claim.end:
        return _counts_behind(sentence, claim, when, [])
    between = [c for c in sentence.chunks if when.end <= c.start < claim.start]
    return when.start <= claim.start and not any(
        c.text in ";:—–(" or c.date is not None or c.has("but") for c in between
    )


SINCE = frozenset({"since", "before", "after", "until"})


def counted_on(reading: Reading, claim: VoteClaim) -> ToldFrom | None:
    """ "Two days after Russia vetoed it, 141 states …": when the claim's vote was, told from what its sentence opens
    with.
    """
    sentence = reading.sentences[claim.sentence]
    opening = [c for c in distances(sentence) if c in sentence.chunks[:OPENING]]
    if not opening or (mention := opening[0].date) is None or isinstance(claim, Reference):
        return None
    comma = next((c.start for c in sentence.chunks if c.start > opening[0].end and c.text == ","), None)
    if comma is None or (claim.start < comma and _told_by(sentence, opening[0].end, min(comma, claim.end))):
        return None
    if claim.end < comma:
        return None
    cited, dated = reading.cited[claim.sentence], [c for c in sentence.dates if c is not opening[0]]
    places = [*(c.start for c in cited), *(c.start for c in dated)]
    if any(comma < place < claim.end for place in places):
        return None
    days = [c.date for c in dated if c.start < comma and c.date is not None and _dates_a_day(c.date, mention)]
    symbols = tuple(c.symbol for c in cited if c.start < comma)
    on = replace(mention, from_elsewhere=False, from_context=True)
    return ToldFrom((on,), (), symbols[:1], days[0] if days else None)


def _dates_a_day(anchor: DateMention, distance: DateMention) -> bool:
    """Whether a date is as close as the distance that is counted from it."""
    if anchor.role != "at" or anchor.from_context or anchor.form != "calendar" or anchor.month is None:
        return anchor.form in ("weekday", "day") and not anchor.from_context
    return anchor.day is not None or distance.unit in ("month", "year")


def day_told_from(told: ToldFrom, dockets: Mapping[str, Docket], article: date | None) -> date | None:
    """The day of the vote from which another's time is told, where the sentence says which or when that was."""
    for symbol in told.anchor_symbols:
        for event in dockets["unga" if symbol.startswith("A/") else "unsc"].with_symbol(symbol):
            return event.date
    interval = told.anchor.resolve(article) if told.anchor is not None else None
    return interval.end if interval is not None else None


def _is_behind(sentence: Sentence, claim: VoteClaim, distance: Chunk) -> bool:
    """Whether what the claim tells stands behind the distance, in the same clause."""
    if claim.start >= distance.end:
        between = [c for c in sentence.chunks if distance.end <= c.start < claim.start]
        return not any(c.text in ENDS for c in between)
    if claim.end <= distance.end:
        return False
    closes = next((c.start for c in sentence.chunks if c.start > distance.end and c.text in ENDS), claim.end)
    if not _told_by(sentence, distance.end, min(closes, claim.end)):
        return False  # "Six days after the raid, America vetoed it"
    own = [c for c in sentence.chunks if claim.start <= c.start < claim.end]
    earlier, later = [c for c in own if c.start < distance.start], [c for c in own if c.start >= distance.end]
    if isinstance(claim, Tally):
        return _counts_behind(sentence, claim, distance, earlier)
    acts = [c for c in earlier if finite(c) or c.has("verb", "member")]
    came = len(acts) == 1 and (acts[0].has("be") or acts[0].lower in CAME)
    return (not acts or came) and any(finite(c) or c.has("verb") for c in later)


def _told_by(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a verb stands there that tells something: not in "after the raid came sanctions"."""
    verb = next((c for c in sentence.chunks if start <= c.start < end and (finite(c) or c.has("verb"))), None)
    return verb is not None and verb.lower not in CAME


def _counts_behind(sentence: Sentence, claim: Tally, distance: Chunk, earlier: list[Chunk]) -> bool:
    given = (claim.yes, claim.no, claim.abstain)
    starts = [sentence.start + part.start for part in given if isinstance(part, NumberMention)]
    if starts:
        return min(starts) >= distance.end
    return claim.unanimous and not any(c.has("unanimous", "undissented", "nobody", "not_one") for c in earlier)
