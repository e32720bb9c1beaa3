"""Which of the times that a sentence names are of something that happened: not "until May", "since the war of 1973"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.checking.clauses_apart import ACTS_AS_NOUNS, set_off, was_then
from onrecord.reading.chunks import Chunk
from onrecord.reading.dates import DateMention
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

ENDS = frozenset({"to", "until", "till", "through", "by", "expires", "expire", "than"})
"""Words before a date that make it the end of something, not the day of a vote."""
_WORDS = word_sets("thread_words.csv", "checking")
RETURNED = _WORDS["returned"]
TOOK = ("took", "takes", "take", "not")
""" "Not until May" and "it took until May" say that it happened then."""
REMEMBERED = _WORDS["remembered"]
TO_COME = ("will", "'ll", "would", "shall", "may", "might", "could", "should", "must")
"""Words that put a date before which they stand in the future, or in doubt."""
CLAUSE = 15
"""Chunks before a date in which its clause is taken to begin."""
LIKENED = ("as", "like", "unlike")
"""Words that set one time beside another."""
AND_AGAIN = ("done", "already", "also", "again", "so", "just")
COMPARISON = 9
"""Chunks from such a word to its date."""
FROM_BACK = 5
"""Chunks before a date in which "from abstaining" stands."""


def left_behind(chunks: list[Chunk], dated: Chunk) -> bool:
    """ "Went from abstaining in May to voting for it", "rose from 120 in May to 153": of what is no longer so."""
    place = chunks.index(dated)
    opening = [c.lower for c in chunks[max(0, place - FROM_BACK) : place]]
    before = chunks[max(0, place - FROM_BACK) : place]
    voted = any(c.has(*ACTS_AS_NOUNS) or c.cardinal is not None for c in before)
    return "from" in opening and voted and place + 1 < len(chunks) and chunks[place + 1].lower in ("to", "into")


def comparison(chunks: list[Chunk], place: int) -> int | None:
    """Where a comparison begins that the date at `place` closes: "as it had in March", "exactly as last year"."""
    for back in range(place - 1, max(place - COMPARISON, -1), -1):
        chunk = chunks[back]
        if chunk.lower in LIKENED:
            return chunk.start
        if (
            chunk.date is not None
            or chunk.lower in AND_AGAIN
            or chunk.has("pronoun_member", "do", "have", "be", "preposition", "determiner")
        ):
            continue
        if not chunk.has("council", "assembly", "adverb"):
            return None
    return None


def that_day(mention: DateMention) -> bool:
    """ "That day", "the same day": the day of what was told of last."""
    return mention.form == "distance" and mention.step == 0 and mention.unit == "day"


def each_day(chunk: Chunk) -> tuple[DateMention, ...]:
    """ "19 and 26 September" are two days, "5 or 6 September" is one of two; "By June" is June."""
    mention = chunk.date
    if mention is None:
        return ()
    if mention.role == "until":
        return (replace(mention, role="at"),)
    if mention.until is None or mention.day is None or " and " not in chunk.text:
        return (mention,)
    return (replace(mention, role="at", until=None), replace(mention.until, start=mention.start, end=mention.end))


def dates_told(sentence: Sentence) -> tuple[DateMention, ...]:
    """The last date "at" which a sentence without claims of its own says something happened.

    What stands in brackets with other words ("Letters, 9 November") dates a page, not an event.
    """
    chunks = sentence.chunks
    dated = [
        c.date
        for at, c in enumerate(chunks)
        if c.date is not None
        and is_at(chunks, c)
        and not (_in_a_note(chunks, at) or left_behind(chunks, c) or was_then(chunks, at))
        and comparison(chunks, at) is None
    ]
    # "By 7 January the Council had a draft": it was voted on about then
    dated = [replace(d, role="at", day=None, weekday=None) if d.role == "until" else d for d in dated]
    days = [d for d in dated if d.form == "calendar" and d.day is not None]
    if "text" in sentence.kinds and len({d.weekday for d in dated if d.form == "weekday"}) > 1:
        return ()  # "three drafts on Tuesday, one on Saturday": which is told of next is open
    return tuple(days[-1:] if dated and dated[-1].form == "weekday" and days else dated[-1:])


def dates_an_event(sentence: Sentence, dated: Chunk) -> bool:
    """Whether the text tells of that time itself: not "until May", "since the war began in April", "which took its seat
    in January,".
    """
    chunks = sentence.chunks
    place = chunks.index(dated)
    told = is_at(chunks, dated) and comparison(chunks, place) is None
    return told and not set_off(sentence, dated, chunks[-1].end)


def _in_a_note(chunks: list[Chunk], at: int) -> bool:
    """Whether a date closes a bracket that opens with other words."""
    if at < 3 or at + 1 >= len(chunks) or chunks[at + 1].text != ")" or chunks[at - 1].text != ",":
        return False
    return any(c.text == "(" for c in chunks[max(0, at - 5) : at - 1])


NAMING = _WORDS["naming"]
SAYS = _WORDS["says"]


def is_at(chunks: list[Chunk], chunk: Chunk) -> bool:
    """Whether it dates an event: not "until 31 October", "since the war of 1973", "a year after the war"."""
    if chunk.date is None or chunk.date.from_elsewhere:
        return False
    if chunk.date.role != "at" and not _days_beside(chunk.date) and not _by_then(chunks, chunk):
        return False
    if chunk.date.form in ("era", "fiscal") or (chunk.date.form == "span" and chunk.date.step == 0):
        return False
    place = chunks.index(chunk)
    if chunk.date.form == "day" and place and chunks[place - 1].lower in SAYS:
        return False  # "Chad abstained, its government claims today"
    if place and chunk.date.form == "calendar" and chunks[place - 1].lower in NAMING:
        return False  # "made 11 July a day of remembrance"
    if chunk.date.form == "weekday" and place == 1 and chunks[0].text in "([" and chunks[2:] and not chunks[2].is_word:
        return False  # "(Sunday) What stuck with me …": when it was written
    if chunk.date.form == "weekday" and any(c.lower in REMEMBERED for c in chunks[max(0, place - 4) : place]):
        return False  # "I remember the Friday night when": of whichever year
    if place > 1 and chunks[place - 1].has("preposition") and chunks[place - 2].lower.split()[-1] == "than":
        return False
    if place > 1 and chunks[place - 1].lower == "to" and chunks[place - 2].lower.split()[-1] in RETURNED:
        return True
    if place and chunks[place - 1].lower in ENDS:
        if chunks[place - 1].lower == "than":
            if place > 1 and chunks[place - 2].lower in ("less", "more", "fewer"):
                return True  # "less than a year later, in August 1972"
            # "Better than March, when 141 condemned the invasion": what follows is of then.
            return [c.lower for c in chunks[place + 1 : place + 3]] in ([",", "when"], [",", "where"])
        return place > 1 and chunks[place - 1].lower == "until" and chunks[place - 2].lower in TOOK
    for back in range(place - 1, max(place - CLAUSE, -1), -1):
        if chunks[back].text in ",;:—":
            return True
        if chunks[back].lower == "before" and chunks[back + 1].has("council", "assembly"):
            continue  # "It came before the Council on Monday"
        if chunks[back].lower == "may" and chunks[back + 1].lower in ("i", "we"):
            continue  # "May I remind the House what happened in February 2012"
        if chunks[back].lower in TO_COME and any(c.lower in ASKING for c in chunks[back + 1 : back + 4]):
            continue  # "I would only ask the House to look at the vote of 25 February 2022"
        if chunks[back].date is None and (
            chunks[back].lower in TO_COME or chunks[back].lower in ("since", "before", "until")
        ):
            # "Readers will recall August 2020, when …" looks back all the same.
            remembered = any(c.lower in REMEMBERED for c in chunks[back + 1 : back + 6])
            then = [c.lower for c in chunks[place + 1 : place + 3]] == [",", "when"]
            return chunks[back].lower in TO_COME and (remembered or then)
    return True


ASKING = _WORDS["asking"]


def _by_then(chunks: list[Chunk], chunk: Chunk) -> bool:
    """ "By June a call for a ceasefire had nine votes" opens with the time of the vote."""
    opens = [c for c in chunks if c.start < chunk.end]
    clause = next((i for i in range(len(opens) - 1, -1, -1) if opens[i].text == ";"), -1)
    opens = opens[clause + 1 :]
    return (
        chunk.date is not None
        and chunk.date.role == "until"
        and chunk.date.form in ("calendar", "season")
        and opens[0].lower.startswith(("by", "as late as"))
        and len(opens) <= 2
    )


def _days_beside(mention: DateMention) -> bool:
    """ "5 or 6 September", "19 and 26 September": days of one month, each of which may be meant."""
    return mention.role == "between" and mention.day is not None and mention.until is not None
