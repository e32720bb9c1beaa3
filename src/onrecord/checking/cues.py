"""What in a text points to the vote that a claim is about: body, symbols, dates, sponsors, rival texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.checking.citing import (
    TEXT_WORDS,
    TURNS,
    beside_cited,
    between,
    chunks_of,
    dates_of_others,
    only_symbol,
    other_text,
    symbols_of,
)
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position, Sponsor, Tally, VoteClaim, whole
from onrecord.reading.dates import DateMention
from onrecord.reading.parsed import Sentence, finite
from onrecord.reading.read import Reading

LARGEST_COUNCIL = 15
LEAD_IN = 2
"""Sentences before a claim whose date and subject are still its own."""
ENDS = frozenset({"to", "until", "till", "through", "by", "expires", "expire", "than"})
"""Words before a date that make it the end of something, not the day of a vote."""
TOOK = ("took", "takes", "take", "not")
""" "Not until May" and "it took until May" say that it happened then."""
PLUPERFECT = ("had", "'d", "had not", "hadn't")
OTHER_TEXT = frozenset(
    (
        "another",
        "second",
        "rival",
        "counter",
        "similar",
        "separate",
        "competing",
        "alternative",
        "third",
        "fourth",
        "own",
        "previous",
        "earlier",
        "prior",
        "past",
        "former",
        "preceding",
    )
)
"""Words in front of a text that set it apart from the one spoken of before."""
WHO = ("who", "which", "whose", "whom")
AFTER = ("after", "since", "before", "despite")
"""Words before a participle that tells of another time: "after chickening out in December"."""
WENT_BEFORE = (*AFTER, "following", "unlike")
"""Words that open what went before the vote told of."""
CLAUSE_HEAD = 7
"""Chunks in which the words stand that open a clause."""
TO_COME = ("will", "'ll", "would", "shall", "may", "might", "could", "should", "must")
"""Words that put a date before which they stand in the future, or in doubt."""
ANOTHER_CLAUSE = (*TURNS, "having")
CLAUSE = 15
"""Chunks before a date in which its clause is taken to begin."""
LATER = ("later", "afterwards", "then", "earlier", "before", "next", "after")
"""Words that end what only says when, in front of a text newly brought in."""
LONGEST_HEAD = 7
"""Chunks from an article to its noun."""
NEAR_END = 10
"""Chunks between a claim and a date behind it."""


@dataclass(frozen=True, slots=True)
class Cues:
    """What points to one claim's vote."""

    body: str
    symbols: tuple[str, ...]
    dates: tuple[DateMention, ...]
    dates_led: bool
    """The dates or symbols stand in a sentence that leads up to the claim's."""
    lead_in: range
    """The sentences without claims that lead up to it."""
    sponsors: frozenset[str]
    authors: frozenset[str]
    """Who is said to have written the text spoken of."""
    marker: int | None
    """Where the word stands that sets its text apart from the one before ("a rival draft")."""
    other: int | None
    """Where the claim names another text than the one that its sentence cites."""
    beside_cited: bool
    """Whether what its sentence cites is another text."""
    introduced: bool
    """Whether its sentence begins with a text not spoken of before: "A draft by Panama got nine votes"."""
    amendment: bool
    told_back: bool
    """In the pluperfect, of a time before the one spoken of."""
    inserted: bool
    """A relative clause that the sentence goes on after, or "after abstaining in December"."""
    uncovered: str | None
    """A kind of vote that the record mostly does not hold: `procedural` (straw polls too), `appointment`."""


def cues(reading: Reading, claim: VoteClaim, body_before: str, last: int, beside: Iterable[VoteClaim]) -> Cues:
    """`last` is the sentence of the claim before; `beside` are the sponsorships and counts of the same sentence."""
    beside = tuple(beside)
    sentence = reading.sentences[claim.sentence]
    lead_in = range(max(last + 1, claim.sentence - LEAD_IN), claim.sentence)
    symbols = symbols_of(reading, claim)
    dates = _dates(sentence, claim, dates_of_others(reading, claim, symbols))
    led, own_dates = False, bool(dates)
    if not symbols and not dates:
        symbols = next((s for i in reversed(lead_in) if (s := only_symbol(reading, i))), ())
        dates = () if symbols else next((d for i in reversed(lead_in) if (d := _dates_of(reading.sentences[i]))), ())
        led = bool(symbols or dates)
    other = other_text(reading, claim)
    body = _body(reading, claim, body_before, (c for c in beside if isinstance(c, Tally)))
    if symbols:
        body = "unga" if symbols[0].startswith("A/") else "unsc"
    return Cues(
        body=body,
        symbols=symbols,
        dates=dates,
        dates_led=led,
        lead_in=lead_in,
        authors=_named(claim) if isinstance(claim, Sponsor) and claim.known and not claim.negated else frozenset(),
        sponsors=_sponsors(claim, (c for c in beside if isinstance(c, Sponsor))),
        marker=_marker(reading, claim, lead_in) if other is None or not other.indefinite else other.place,
        other=other.place if other is not None else None,
        introduced=_introduced(sentence),
        beside_cited=beside_cited(reading, claim),
        amendment=any(_amendment(c) for c in chunks_of(sentence, claim)) or _count_on_amendments(sentence, claim),
        told_back=any(
            c.lower in PLUPERFECT and not _set_off(sentence, c, claim.end) for c in chunks_of(sentence, claim)
        ),
        inserted=_inserted(sentence, claim),
        uncovered=_uncovered(reading, (claim.sentence,) if own_dates else (*lead_in, claim.sentence)),
    )


def _amendment(chunk: Chunk) -> bool:
    return (entry := chunk.get("text")) is not None and entry.value == "amendment"


def _count_on_amendments(sentence: Sentence, claim: VoteClaim) -> bool:
    """ "Whose two amendments had been turned away with five and seven votes": the amendments' votes."""
    if not isinstance(claim, Tally) or "text" not in sentence.kinds:
        return False
    for chunk in reversed([c for c in sentence.chunks if c.end <= claim.start]):
        if chunk.text in ",;:—" or chunk.has("but", "relative"):
            return False
        if chunk.has("text"):
            return _amendment(chunk)
    return False


# --- body ------------------------------------------------------------------------------------


def _body(reading: Reading, claim: VoteClaim, before: str, tallies: Iterable[Tally]) -> str:
    """The body last named before the claim's end in its sentence, else what a count betrays, else the one before."""
    if isinstance(claim, Position) and claim.choice == "veto":
        return "unsc"
    named: str | None = None
    sentence = reading.sentences[claim.sentence]
    chunks = () if sentence.kinds.isdisjoint(("assembly", "council")) else sentence.chunks
    for at, chunk in enumerate(chunks):
        if chunk.start >= claim.end and named is not None:
            break
        if chunk.has("assembly"):
            # What is sent, handed or moved "to the Assembly" was voted on elsewhere.
            named = named if any(c.lower == "to" for c in chunks[max(0, at - 2) : at]) else "unga"
        elif chunk.has("council"):
            named = (named or "unsc") if chunk.lower.startswith("the council") else "unsc"
    if named is not None:
        return named
    for tally in (claim,) if isinstance(claim, Tally) else tallies:
        if counted(tally) > LARGEST_COUNCIL:
            return "unga"
        if tally.yes is not None and whole(tally.yes) > LARGEST_COUNCIL // 2:
            return "unsc"
    return before


def counted(tally: Tally) -> int:
    """How many votes it counts in all."""
    return sum(whole(v) for v in (tally.yes, tally.no, tally.abstain, tally.not_voting) if v is not None)


# --- dates -----------------------------------------------------------------------------------


def _dates(sentence: Sentence, claim: VoteClaim, others: list[Chunk]) -> tuple[DateMention, ...]:
    """The dates "at" which the claim's clause says it happened; two joined by "and" stand for two votes.

    `others` are dates of texts that the claim is not about.
    """
    dated = [c for c in sentence.chunks if c.date is not None and c not in others and _at(sentence.chunks, c)]
    chosen = _chosen(sentence, claim, dated) if dated else None
    if chosen is None:
        return ()
    chosen = _that_day(dated, chosen)
    return tuple(_of_the_year(sentence, c, day) for c in _joined(sentence, dated, chosen) for day in _each_day(c))


def _that_day(dated: list[Chunk], chosen: Chunk) -> Chunk:
    """ "There was 13 July: that day the draft got ten votes" gives the day itself in the same sentence."""
    mention = chosen.date
    if mention is None or not (mention.form == "distance" and mention.step == 0 and mention.unit == "day"):
        return chosen
    before = [c for c in dated if c.end <= chosen.start and c.date is not None and c.date.day is not None]
    return before[-1] if before else chosen


def _of_the_year(sentence: Sentence, chunk: Chunk, day: DateMention) -> DateMention:
    """ "The two vetoes of 1986, one at the end of July": a month without a year is of the year named before it."""
    if day.form != "calendar" or day.month is None or day.year is not None or day.unit is not None:
        return day
    for other in reversed(sentence.chunks):
        year = other.date
        if other.end > chunk.start or year is None or year.form != "calendar" or year.year is None:
            continue
        return replace(day, year=year.year) if year.month is None and year.role == "at" else day
    return day


def _each_day(chunk: Chunk) -> tuple[DateMention, ...]:
    """ "19 and 26 September" are two days, "5 or 6 September" is one of two; "By June" is June."""
    mention = chunk.date
    if mention is None:
        return ()
    if mention.role == "until":
        return (replace(mention, role="at"),)
    if mention.until is None or " and " not in chunk.text:
        return (mention,)
    return (replace(mention, role="at", until=None), replace(mention.until, start=mention.start, end=mention.end))


def _dates_of(sentence: Sentence) -> tuple[DateMention, ...]:
    """The last date "at" which a sentence without claims of its own says something happened.

    What stands in brackets with other words ("Letters, 9 November") dates a page, not an event.
    """
    chunks = sentence.chunks
    dated = (c for at, c in enumerate(chunks) if c.date is not None and _at(chunks, c) and not _in_a_note(chunks, at))
    return tuple(c.date for c in dated if c.date is not None)[-1:]


def _in_a_note(chunks: list[Chunk], at: int) -> bool:
    """Whether a date closes a bracket that opens with other words."""
    if at < 3 or at + 1 >= len(chunks) or chunks[at + 1].text != ")" or chunks[at - 1].text != ",":
        return False
    return any(c.text == "(" for c in chunks[max(0, at - 5) : at - 1])


def _at(chunks: list[Chunk], chunk: Chunk) -> bool:
    """Whether it dates an event: not "until 31 October", "since the war of 1973", "a year after the war"."""
    if chunk.date is None or chunk.date.from_elsewhere:
        return False
    if chunk.date.role != "at" and not _days_beside(chunk.date) and not _by_then(chunks, chunk):
        return False
    if chunk.date.form in ("era", "fiscal") or (chunk.date.form == "span" and chunk.date.step == 0):
        return False
    place = chunks.index(chunk)
    if place > 1 and chunks[place - 1].has("preposition") and chunks[place - 2].lower.split()[-1] == "than":
        return False
    if place and chunks[place - 1].lower in ENDS:
        return place > 1 and chunks[place - 1].lower == "until" and chunks[place - 2].lower in TOOK
    for back in range(place - 1, max(place - CLAUSE, -1), -1):
        if chunks[back].text in ",;:—":
            return True
        if chunks[back].date is None and chunks[back].lower in ("since", "before", "until", *TO_COME):
            return False
    return True


def _by_then(chunks: list[Chunk], chunk: Chunk) -> bool:
    """ "By June a call for a ceasefire had nine votes" opens with the time of the vote."""
    opens = [c for c in chunks if c.start < chunk.end]
    return (
        chunk.date is not None
        and chunk.date.role == "until"
        and chunk.date.form == "calendar"
        and opens[0].lower.startswith("by")
        and len(opens) <= 2
    )


def _days_beside(mention: DateMention) -> bool:
    """ "5 or 6 September", "19 and 26 September": days of one month, each of which may be meant."""
    return mention.role == "between" and mention.day is not None and mention.until is not None


def _chosen(sentence: Sentence, claim: VoteClaim, dated: list[Chunk]) -> Chunk | None:
    """The claim's own date, else the last before it, else the next behind it, where no other clause stands between."""
    if not (isinstance(claim, Position) and claim.noun):
        dated = [c for c in dated if not _of_the_act_before(sentence, c)]
    inside = [c for c in dated if claim.start <= c.start < claim.end and not _set_off(sentence, c, claim.end)]
    if inside:
        return inside[0]
    before = [c for c in dated if c.end <= claim.start]
    if before:
        gap = between(sentence, before[-1].end, claim.start)
        if len(dated) > 1 and any(c.text == ";" or c.lower in TURNS for c in gap):
            return None
        if any(c.lower.split()[-1] in ("after", "before") for c in gap):
            return None
        return None if _set_off(sentence, before[-1], claim.start + 1) else before[-1]
    after = [c for c in dated if c.start >= claim.end]
    if not after:
        return None
    gap = between(sentence, claim.end, after[0].start)
    if len(gap) > NEAR_END or any(
        c.has("but", "relative") or c.text in ";:—" or c.lower in ANOTHER_CLAUSE for c in gap
    ):
        return None
    return after[0]


def _of_the_act_before(sentence: Sentence, dated: Chunk) -> bool:
    """ "After the Soviet veto of the previous day the Council adopted …": the day of what went before it."""
    place = sentence.chunks.index(dated)
    opening = sentence.chunks[max(0, place - CLAUSE_HEAD) : place]
    if not any(c.lower in WENT_BEFORE for c in opening) or any(c.text == "," for c in opening):
        return False
    if opening[-1].lower == "of":
        return opening[-2].has("veto_noun", "abstention_noun", "no_noun")
    behind = sentence.chunks[place + 1 : place + 5]
    owned = bool(behind) and behind[0].lower in ("'s", "'")
    return owned and opening[-1].lower in WENT_BEFORE and any(c.has("veto_noun", "abstention_noun") for c in behind)


def _set_off(sentence: Sentence, dated: Chunk, end: int) -> bool:
    """ "India, which had abstained in October, voted yes": the date belongs to the inserted clause alone."""
    chunks = sentence.chunks
    if not any(c.text == "," for c in between(sentence, dated.end, end)):
        return False
    place = chunks.index(dated)
    for back in range(place - 1, max(place - 12, 0), -1):
        if chunks[back].has("relative") and chunks[back].lower in WHO:
            return chunks[back - 1].text == ","
        if chunks[back].text == ",":
            return _apposed(chunks, back, place)
    return False


def _apposed(chunks: list[Chunk], comma: int, dated: int) -> bool:
    """ "Eritrea, a no in March, moved to abstain": what it was at another time, set off by commas."""
    inside = chunks[comma + 1 : dated]
    closed = dated + 1 < len(chunks) and chunks[dated + 1].text == ","
    if not closed or comma == 0 or not chunks[comma - 1].has("member", "member_noun", "group"):
        return False
    return any(c.has("no_noun", "yes_noun", "abstention_noun", "abstainer") for c in inside) and not any(
        finite(c) and not c.has("abstention_noun") for c in inside
    )


def _joined(sentence: Sentence, dated: list[Chunk], chosen: Chunk) -> list[Chunk]:
    """The date, and one that "and" joins to it: "in June and again in September"."""
    place = dated.index(chosen)
    for other in (place + 1, place - 1):
        if not 0 <= other < len(dated):
            continue
        pair = sorted((dated[other], chosen), key=lambda c: c.start)
        gap = between(sentence, pair[0].end, pair[1].start)
        if not 0 < len(gap) <= 3 or not gap[0].has("and"):
            continue
        if all(c.has("and", "preposition") or c.lower in ("again", "then") for c in gap):
            return pair
    return [chosen]


# --- texts -----------------------------------------------------------------------------------


def _sponsors(claim: VoteClaim, sponsors: Iterable[Sponsor]) -> frozenset[str]:
    """Who is said to have put the claim's text forward: codes of every reading of the names."""
    if isinstance(claim, Sponsor) and claim.known:
        return frozenset()
    for sponsor in (claim,) if isinstance(claim, Sponsor) else sponsors:
        if sponsor.start < claim.end and claim.start < sponsor.end:
            return _named(sponsor)
    return frozenset()


def _named(sponsor: Sponsor) -> frozenset[str]:
    named = (alias.code for name in sponsor.members.named for alias in name.aliases)
    return frozenset((*named, *sponsor.members.groups))


def _marker(reading: Reading, claim: VoteClaim, lead_in: range) -> int | None:
    """Where the claim, its sentence before it or one that leads up to it sets its text apart from the one before."""
    own = _marked(reading.sentences[claim.sentence], claim.end)
    if own is not None:
        return own
    return next((m for i in reversed(lead_in) if (m := _marked(reading.sentences[i])) is not None), None)


def _marked(sentence: Sentence, end: int | None = None) -> int | None:
    found: int | None = None
    for at, chunk in enumerate(sentence.chunks if "text" in sentence.kinds else ()):
        if end is not None and chunk.start >= end:
            break
        entry = chunk.get("text")
        if entry is None:
            continue
        before = sentence.chunks[max(0, at - 4) : at]
        after = [c.lower for c in sentence.chunks[at + 1 : at + 4]]
        ordinal = any(c.number is not None and c.number.ordinal and c.number.value > 1 for c in before)
        owned = after[:1] == ["of"] and any("own" in word.split() for word in after)
        authored = _of_its_own_making(sentence.chunks, at)
        if entry.value == "rival" or ordinal or owned or authored or _told_apart(before):
            found = chunk.start
    return found


def _told_apart(before: list[Chunk]) -> bool:
    return any(c.lower.split()[-1] in OTHER_TEXT for c in before)


def _of_its_own_making(chunks: list[Chunk], at: int) -> bool:
    """ "Abstained on the paper it had brought", "on the text that it had itself tabled": its own."""
    behind = chunks[at + 1 : at + 6]
    pronoun = next((i for i, c in enumerate(behind[:2]) if c.lower in ("it", "they", "he", "she", "we")), None)
    if pronoun is None or any(c.has("vote", "abstention_noun") for c in behind):
        return False
    return any(c.verb("sponsor") is not None for c in behind[pronoun + 1 :]) and any(
        c.lower in PLUPERFECT for c in behind[pronoun + 1 : pronoun + 2]
    )


def _introduced(sentence: Sentence) -> bool:
    chunks = sentence.chunks[_after_the_time(sentence.chunks) :]
    if not chunks or chunks[0].lower not in ("a", "an", "another"):
        return False
    for chunk in chunks[1:LONGEST_HEAD]:
        if (entry := chunk.get("text")) is not None:
            return entry.value in ("draft", "resolution", "rival") or chunk.lower in TEXT_WORDS
        if not chunk.is_word or chunk.has("be", "have", "relative") or chunk.date is not None:
            return False
    return False


def _after_the_time(chunks: list[Chunk]) -> int:
    """Where a sentence begins behind words that only say when: "An hour later", "On the same day,", "Then"."""
    for at, chunk in enumerate(chunks[:LONGEST_HEAD]):
        if chunk.lower.split()[-1] in LATER or (chunk.date is not None and at < 3):
            return at + 2 if at + 1 < len(chunks) and chunks[at + 1].text == "," else at + 1
        if not chunk.is_word or finite(chunk) or chunk.has("member", "text"):
            return 0
    return 0


def _inserted(sentence: Sentence, claim: VoteClaim) -> bool:
    chunks = [c for c in sentence.chunks if claim.start <= c.start]
    place = len(sentence.chunks) - len(chunks)
    if place and chunks and sentence.chunks[place - 1].lower in AFTER and chunks[0].lower.endswith("ing"):
        return True
    opens = any(
        before.text == "," and c.has("relative") and c.lower in WHO
        for before, c in pairwise(chunks[:9])
        if c.start < claim.end
    )
    closes = next((c for c in chunks if c.start >= claim.end), None)
    return opens and closes is not None and closes.text == ","


def _uncovered(reading: Reading, sentences: Iterable[int]) -> str | None:
    for sentence in (reading.sentences[index] for index in sentences):
        if "uncovered" in sentence.kinds:
            return next(entry.value for c in sentence.chunks if (entry := c.get("uncovered")) is not None)
    return None
