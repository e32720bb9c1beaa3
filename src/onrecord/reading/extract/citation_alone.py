"""Numbers of resolutions that stand alone beside their date or as a name: "465, from March 1980", "we call it 2334"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reading.chunks import Chunk
from onrecord.reading.date_mention import DateMention
from onrecord.reading.extract.citation_rows import LAST_NUMBER, MOST_STATES, is_year
from onrecord.reading.extract.spoken_numbers import NUMBER_WORDS
from onrecord.reading.parsed import Sentence, finite
from onrecord.reading.table import word_sets

_WORDS = word_sets("clause_words.csv")
QUOTING = _WORDS["quoting"]
IS_FROM = _WORDS["is_from"]
NAMES_IT = _WORDS["names_it"]
"""What stands in front of a number as the name of the text just told of: "known as 2334", "its number: 2334"."""
LONGEST = max(len(words.split()) for words in NAMES_IT)
OWNERS = frozenset({"its", "their", "his", "her", "our", "'s", "'"})
"""In front of what is somebody's: "Carter's 465 of 1980"."""
FROM = frozenset({"from", "of", "dated"})
PASSED_IN = 7
"""Chunks between a number and its date in "465, adopted under Carter in March 1980"."""
FOUR = 4


def of_a_month(chunks: list[Chunk], at: int) -> bool:
    """ "465, from March 1980", "242 of November 1967", "446 (March 1979)": no other number is dated so."""
    date = _date_beside(chunks, at)
    before = chunks[at - 1] if at else None
    sure = before is None or not before.is_word or before.has("and") or before.lower in SURELY | OWNERS | QUOTING
    sure = sure and not (at > 1 and before is not None and before.has("and") and chunks[at - TWO].text.isdigit())
    return sure and date is not None and date.year is not None and date.month is not None


SURELY = frozenset({"in", "on", "under", "with", "like", "unlike", "as", "through", "via"})
"""Behind these a number that counts nothing is the name of something."""


def dated_or_named(chunks: list[Chunk], at: int) -> bool:
    """ "435 (1978)", "435, adopted in 1978", "we call it 435": a number alone that may be a resolution's."""
    beside = _date_beside(chunks, at) is not None or passed_by_the_body(chunks, at)
    return beside or named_so(chunks, at) is not None


def passed_by_the_body(chunks: list[Chunk], at: int) -> bool:
    """ "In 1967 the Council passed 242": so many of a time or one by its number, which its date has to tell."""
    if at < TWO or not _may_be_one(chunks[at]) or not _closed(chunks, at + 1):
        return False
    return chunks[at - 1].verb("adopt", "pass") is not None and chunks[at - TWO].has("council", "assembly")


def _date_beside(chunks: list[Chunk], at: int) -> DateMention | None:
    if not (_may_be_one(chunks[at]) and _opens(chunks, at)):
        return None
    place = at + 1
    if (links := _spelled(chunks, place)) and _closed(chunks, place + links + 1):
        return _date(chunks, place + links)
    if place < len(chunks) and chunks[place].text == "(":
        return _date(chunks, place + 1) if place + 2 < len(chunks) and chunks[place + 2].text == ")" else None
    apart = place < len(chunks) and chunks[place].text == ","
    place += apart
    if place < len(chunks) and chunks[place].lower in FROM:
        return _date(chunks, place + 1) if _closed(chunks, place + 2) else None
    return _date(chunks, date_of_passing(chunks, place)) if apart else None


def date_of_passing(chunks: list[Chunk], at: int) -> int:
    """Where the date stands of what was "adopted under Carter in March 1980"; past the end where there is none."""
    if at < len(chunks) and chunks[at].verb("adopt", "pass") is not None:
        for behind in range(at + 1, min(at + PASSED_IN, len(chunks))):
            if chunks[behind].date is not None:
                return behind
            if not chunks[behind].is_word or finite(chunks[behind]) or chunks[behind].lower in OF_ANOTHER:
                break
    return len(chunks)


OF_ANOTHER = frozenset({"after", "before", "since", "until", "to", "for", "of", "despite", "because"})
"""Behind "adopted" these lead to another thing's date."""


def _spelled(chunks: list[Chunk], at: int) -> int:
    """Over how many chunks the words run with which a date is told: "is from", "dates back to"."""
    words = [c.lower for c in chunks[at : at + FOUR]]
    return next((n for n in range(len(words), 0, -1) if " ".join(words[:n]) in IS_FROM), 0)


def _date(chunks: list[Chunk], at: int) -> DateMention | None:
    """The year, month or day at chunk `at`."""
    date = chunks[at].date if at < len(chunks) else None
    return date if date is not None and date.form == "calendar" and date.role in ("at", "since") else None


def _closed(chunks: list[Chunk], at: int) -> bool:
    """Whether what stands at chunk `at` is no noun that the words before it tell of: "242 of 1967 cases"."""
    if at >= len(chunks) or not chunks[at].is_word:
        return at >= len(chunks) or chunks[at].text not in ("'", "'s")
    if chunks[at].lower in ("on", "onward", "onwards") and chunks[at - 1].date is not None:
        return False  # "465 from 1980 on"
    return finite(chunks[at]) or chunks[at].has("and", "but", "preposition", "relative", "adverb", "negation", "ever")


def _may_be_one(chunk: Chunk) -> bool:
    digits = chunk.text
    if chunk.date is not None or not digits.isdigit() or digits.startswith("0"):
        return False
    return MOST_STATES < int(digits) < LAST_NUMBER and not is_year(digits)


def _opens(chunks: list[Chunk], at: int) -> bool:
    """Whether what stands before the number leaves it alone: no article, no noun, no other number, no "some"."""
    before = chunks[at - 1] if at else None
    if before is None or before.lower in OWNERS or before.lower in QUOTING:
        return True
    if not before.is_word:
        return before.text in OPENING
    if before.number is not None or before.lower in HEDGES:
        return False
    return before.has("preposition", "and", "but", "relative", "be", "adverb") or before.lower in LEADING


OPENING = frozenset({",", ";", ":", ".", "(", "—", "–", '"', "\n"})
HEDGES = frozenset(
    {
        "about",
        "around",
        "some",
        "over",
        "than",
        "nearly",
        "almost",
        "only",
        "just",
        "to",
        "least",
        "up",
        "between",
        "at",
    }
)
"""Behind these a number counts something."""
LEADING = frozenset({"what", "then", "came", "there", "under", "like", "unlike", "as", "got"})


def may_be_cited(sentence: Sentence) -> Iterator[int]:
    """Where a number stands alone that nothing counts by: "446 had said so in 1979", "what 242 asked for"."""
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if _may_be_one(chunk) and _opens(chunks, at) and (_closed(chunks, at + 1) or chunks[at + 1].has("have", "be")):
            yield at


def named_so(chunks: list[Chunk], at: int) -> int | None:
    """Where the words begin behind which a number is the name of the text just told of: "everybody calls it 2334"."""
    chunk = chunks[at]
    if not chunk.text.isdigit() or chunk.date is not None or len(chunk.text) > FOUR or not _closed(chunks, at + 1):
        return None
    end = at
    while end and (chunks[end - 1].lower in NUMBER_WORDS or chunks[end - 1].has("determiner", "adverb")):
        end -= 1
    for last in {at, end}:
        for first in range(max(0, last - LONGEST), last):
            if " ".join(c.lower for c in chunks[first:last]) in NAMES_IT:
                return first
    return None


def said_of_it(chunks: list[Chunk], at: int) -> bool:
    """ "That was 678", "it was 2118": what only its fitting the text told of makes a name of it."""
    be = at - 1
    while be > 1 and chunks[be].has("adverb"):
        be -= 1
    opens = be == 1 or (be > 1 and (not chunks[be - TWO].is_word or chunks[be - TWO].has("and", "but")))
    return (
        opens
        and chunks[be].has("be")
        and chunks[be - 1].lower in THAT
        and _may_be_one(chunks[at])
        and _closed(chunks, at + 1)
    )


TWO = 2
THAT = frozenset({"that", "this", "it"})
