"""The clause that a count or a generalisation is told in: where it begins and ends, what leads in, what is added."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.reading.chunks import Chunk
from onrecord.reading.extract.acts import CLAUSE_ENDS
from onrecord.reading.parsed import Phrase, Sentence, finite
from onrecord.reading.table import word_sets

REACH = 30
BRACKET = 6
"""Chunks of the longest bracket that does not interrupt a clause."""
LONG_BRACKET = 20
TAIL = 12
TAILS = ("over", "on", "against", "about", "concerning", "both", "each", "mostly", "mainly", "including", "most")
MOVES = {
    "since": "since",
    "until": "until",
    "till": "until",
    "before": "before",
    "after": "after",
    "between": "between",
    "by the end of": "until",
    "until the end of": "until",
}
"""Words that say which end of the counting the date behind them is, also where more words stand between."""
FROM = ("from", "since", "until", "till", "by")
THROUGHOUT = ("during", "throughout", "under", "over", "within")
SENTENCE_QUOTES = ('"',)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The chunks of a claim: its clause, and where the counted act is named in it."""

    first: int
    last: int
    head: int
    """The number, or the noun or verb of the act: what stands behind it tells of it."""


@lru_cache(maxsize=64)
def clause(sentence: Sentence, at: int, ends: int | None = None) -> Stretch:
    """The clause around chunk `at`; `ends` is a later chunk that it is known to hold."""
    chunks = sentence.chunks
    first = at
    while first > 0:
        if chunks[first - 1].text == ")" and (opening := _bracket(chunks, first - 1, -1)) is not None:
            first = opening
        elif _breaks(chunks, first - 1):
            break
        else:
            first -= 1
    last = ends if ends is not None else at
    while last + 1 < len(chunks) and last - at < REACH:
        if (dated := _further_dates(chunks, last + 1)) > last:
            last = dated
        elif (told := _each_dated(chunks, first, last + 1)) > last:
            last = told
        elif chunks[last + 1].text == "(" and (closing := _thrown_in(chunks, last + 1)) is not None:
            last = closing
        elif closes(chunks, last + 1):
            break
        else:
            last += 1
    if first and first < at and chunks[first].lower in ("and", "but", "or"):
        first += 1
        return Stretch(first, last, at)
    if first > 1 and chunks[first - 1].text == ":" and (heading := _dated_heading(chunks, first - 1)) is not None:
        return Stretch(heading, last, at)
    if first > 1 and chunks[first].lower in ("when", "in which") and chunks[first - 1].text == ",":
        year = chunks[first - 2]
        if year.date is not None or (year.number is not None and year.text.isdigit() and len(year.text) == len("2017")):
            return Stretch(first - 2, last, at)  # "2017, when Moscow used it six times"
    return Stretch(_with_lead(chunks, first), last, at)


def _dated_heading(chunks: list[Chunk], colon: int) -> int | None:
    """ "30 April 1981: three vetoes", "Last, December 1971, Dacca: three vetoes": where the dated heading begins."""
    first = colon
    while first > 0 and colon - first < LONGEST_HEADING and chunks[first - 1].text not in "-–—•*.;":
        first -= 1
        if finite(chunks[first]):
            return None
    dates = [i for i in range(first, colon) if chunks[i].date is not None]
    return first if len(dates) == 1 and (first == 0 or chunks[first - 1].text in "-–—•*.;") else None


LONGEST_HEADING = 7


def _further_dates(chunks: list[Chunk], at: int) -> int:
    """Past a comma behind which only dates follow: "in 1991 or 1992, nor in 2013", "did so twice, in 1950"."""
    if chunks[at].text != ",":
        return at - 1
    position = at + 1
    while position < len(chunks) and (
        chunks[position].lower in ("nor", "or", "and", "in", "on", "both", "the") or chunks[position].date is not None
    ):
        position += 1
    coordinated = at + 1 < len(chunks) and chunks[at + 1].lower == "and"
    ends = (
        position >= len(chunks)
        or chunks[position].text in (".", ";", ":", "—", ")", "!")
        or (chunks[position].text == "," and not coordinated)
    )
    return position - 1 if ends and any(c.date is not None for c in chunks[at + 1 : position]) else at - 1


def _each_dated(chunks: list[Chunk], first: int, at: int) -> int:
    """The last chunk of a list that gives each of the acts counted from `first` on its time: "two drafts, one in
    March and the other in May", "three: in March, in May and in June"; the one before `at` where none begins there.
    """
    if chunks[at].text not in BEFORE_A_LIST or at + 2 >= len(chunks):
        return at - 1
    position, listed = at, 0
    while position < len(chunks) and (chunks[position].text in BEFORE_A_LIST or chunks[position].has("and")):
        one = position + 1
        one += one < len(chunks) and chunks[one].has("and")
        while one < len(chunks) and chunks[one].lower in OPENS_EACH:
            one += 1
        dated = one + (one < len(chunks) and chunks[one].lower in ("in", "on", "from"))
        when = chunks[dated].date if dated < len(chunks) else None
        if when is None or when.form != "calendar":
            break
        position, listed = dated + 1, listed + 1
    if listed < 2 or all(c.cardinal != listed and TIMES.get(c.lower) != listed for c in chunks[first:at]):
        return at - 1
    return position - 1


BEFORE_A_LIST = frozenset(",:—–-(")
TIMES = {"twice": 2, "both": 2, "thrice": 3}
OPENS_EACH = frozenset({"one", "the", "the one", "other", "the other", "another", "a", "first", "the first", "second",
                        "the second", "third", "the third", "a third", "a second"})  # fmt: skip
"""Words with which each of a list of acts is told: "one in March, another in May"."""


def _thrown_in(chunks: list[Chunk], at: int) -> int | None:
    """The end of a bracket that interrupts a clause: "used two vetoes (Guatemala in 1997, Macedonia in 1999) to …"."""
    closing = _bracket(chunks, at, 1, LONG_BRACKET)
    if closing is None or closing - at < BRACKET:
        return closing
    goes_on = closing + 1 < len(chunks) and chunks[closing + 1].has("preposition")
    goes_on = goes_on or (closing + 1 < len(chunks) and chunks[closing + 1].lower.split()[-1] == "to")
    return closing if goes_on else None


def _bracket(chunks: list[Chunk], at: int, step: int, longest: int = BRACKET) -> int | None:
    """The other end of a short bracket, which belongs to the clause around it: "resolution 1718 (2006)"."""
    other = ")" if step > 0 else "("
    for length in range(1, longest):
        position = at + step * length
        if 0 <= position < len(chunks) and chunks[position].text == other:
            return position
    return None


def _breaks(chunks: list[Chunk], at: int) -> bool:
    """Whether a clause begins behind this chunk."""
    chunk = chunks[at]
    if chunk.text in CLAUSE_ENDS or chunk.text in SENTENCE_QUOTES:
        return True
    if chunk.text in (",", ".", "!", "?"):
        return True
    if chunk.text in "–-" and at and chunks[at - 1].end < chunk.start:
        return True
    if _numbers_another(chunks, at) or (chunk.lower == "and" and _predicates(chunks, at)):
        return True
    if chunk.lower == "and" and at + 2 < len(chunks) and chunks[at + 2].has("be") and chunks[at + 1].lower in WHAT_WAS:
        return True  # "Chad vetoed it and it was its first"
    if chunk.lower == "but" and _counts(chunks, at + 1):
        return False  # "vetoed but twice"
    if chunk.lower == "so" and at + 1 < len(chunks) and chunks[at + 1].lower in ("far", "much"):
        return False
    return "but" in chunk.kinds and chunk.lower not in MOVES and chunk.lower not in ("as", "when", "where")


WHAT_WAS = frozenset({"it", "this", "that"})


def closes(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.lower == "then" and at and (chunks[at - 1].has("be", "have") or chunks[at - 1].lower in FROM):
        return False  # "that was then adopted", "from then until May"
    if chunk.lower == "so" and at + 1 < len(chunks) and chunks[at + 1].lower in ("far", "much"):
        return False
    if chunk.text in CLAUSE_ENDS or chunk.text in SENTENCE_QUOTES or chunk.text in (",", ".", "!", "?"):
        return True
    if _numbers_another(chunks, at) or (chunk.lower == "and" and _predicates(chunks, at)):
        return True
    if counts_another_time(chunks, at):
        return True
    if chunk.lower == "and" and at + 2 < len(chunks):
        named, behind = chunks[at + 1], chunks[at + 2]
        if named.lower in ("it", "they", "he", "she") or (
            named.lower == "there" and behind.has("be", "modal", "have", "verb")
        ):
            return True
        if named.lower == "the" and behind.has("member") and at + 3 < len(chunks):
            named, behind = behind, chunks[at + 3]
        if _goes_on(chunks, at):
            return False
        if named.has("member") and (
            behind.has("negation", "ever", "have", "do", "nobody")
            or behind.number is not None
            or behind.lower in SO_OFTEN
            or (behind.has("verb") and not behind.has("text"))
        ):
            return True
    if chunk.text in "–-" and at and chunks[at - 1].end < chunk.start:
        return True
    if chunk.lower == "but" and (_counts(chunks, at + 1) or chunks[at - 1].lower in ("anything", "nothing", "all")):
        return False
    return "but" in chunk.kinds and chunk.lower not in MOVES and chunk.lower not in ("as", "where")


SO_OFTEN = frozenset({"once", "twice", "thrice", "none", "not one", "not once", "never"})
"""Behind "and" and a name: how often that member did what is counted."""


def counts_another_time(chunks: list[Chunk], at: int) -> bool:
    """ "Ten in the 1990s and fourteen between 2000 and 2009", "93 in 1993 against just 44 in 2025"."""
    chunk = chunks[at]
    if chunk.lower not in JOINTS or (chunk.lower != "and" and chunks[at - 1].date is None):
        return False
    number = at + 1
    number += number < len(chunks) and chunks[number].lower in ("in", "during")
    dated = number < len(chunks) and chunks[number].date is not None
    if dated and chunk.lower == "and":
        number += 1  # "… and in 2025 44"
    while number < len(chunks) and (chunks[number].has("only") or chunks[number].lower in MERELY):
        number += 1
    if number + 1 >= len(chunks) or chunks[number].cardinal is None or chunks[number].date is not None:
        return False
    behind = chunks[number + 1]
    if dated:
        return not behind.is_word and any(c.number is not None for c in chunks[max(0, at - COUNTED_BEFORE) : at])
    return behind.date is not None or behind.lower in ("in", "from", "since", "under", "between")


JOINTS = frozenset(("and", "against", "to", "compared with", "versus"))
"""Between what is counted in one time and what in another."""
MERELY = ("just", "a", "mere", "merely", "barely", "another", "as many as", "no fewer than")
COUNTED_BEFORE = 6


COUNTS = ("count", "reckoning", "tally", "arithmetic", "books", "list", "score", "counts", "lists")
COUNTED_BY = 10
"""Chunks in which it stands by whose count something has its number."""


def _numbers_another(chunks: list[Chunk], at: int) -> bool:
    """ "… and its third veto in a year": behind "and" another act is numbered."""
    if chunks[at].lower != "and":
        return False
    opens = at + 1
    opens += opens < len(chunks) and chunks[opens].has("counted_aside")
    if chunks[opens : opens + 1] and chunks[opens].lower == "by":
        # "… and by the count of my friends America's eighty-fifth"
        named = (i for i in range(opens + 1, min(opens + COUNTED_BY, len(chunks))) if chunks[i].has("member"))
        first = next(named, len(chunks))
        opens = first if any(c.lower in COUNTS for c in chunks[opens:first]) else opens
    for position in range(opens, min(opens + 3, len(chunks))):
        chunk = chunks[position]
        if chunk.number is not None and chunk.number.ordinal:
            before = chunks[at - 1]
            return position > at + 1 and not (before.number is not None and before.number.ordinal)
        if not (chunk.has("determiner", "member", "only", "adverb") or chunk.lower in ("'s", "'")):
            return False
    return False


def _predicates(chunks: list[Chunk], at: int) -> bool:
    """Whether "and" adds a predicate to another: "has cast 29 vetoes and has not touched it since 1989"."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is None or not following.has("have", "modal", "do"):
        return False
    return any(c.has("verb", "be", "have") for c in chunks[max(0, at - 8) : at])


def _goes_on(chunks: list[Chunk], at: int) -> bool:
    """Whether "and" joins the names of one subject: "twice in a week Russia and China blocked …"."""
    if at == 0 or not chunks[at - 1].has("member"):
        return False
    before = chunks[max(0, at - 7) : at - 1]
    relative = max((i for i, c in enumerate(before) if c.has("relative")), default=-1)
    before = before[relative + 1 :]
    governed = at >= 2 and chunks[at - 2].has("preposition", "verb")
    return not governed and not any(c.has("verb", "be", "have", "do") for c in before)


def _counts(chunks: list[Chunk], at: int) -> bool:
    return at < len(chunks) and (chunks[at].lower in ("once", "twice", "thrice") or chunks[at].number is not None)


def _thrown_between(chunks: list[Chunk], first: int, end: int) -> bool:
    """ "Too", "by contrast", "as in 1976" between the commas behind the words that say when."""
    words = " ".join(c.lower for c in chunks[first:end])
    return words in THROWN_IN or words.split()[0] in LIKENING


THROWN_IN = word_sets("frequency.csv")["thrown_in"]
LIKENING = ("as", "like", "unlike")
WHEN_THAT_WAS = frozenset({"when", "where", "in which", "the year in which", "the year that", "the year when"})


def _tells_of_then(chunks: list[Chunk], at: int) -> bool:
    """ "…, when it cast its first", "…, in which it acted alone"."""
    by_a_vote = chunks[at].lower == "in" and at + 1 < len(chunks) and chunks[at + 1].lower == "which"
    return by_a_vote or chunks[at].lower in WHEN_THAT_WAS


def _with_lead(chunks: list[Chunk], first: int) -> int:
    """With the words that lead in before a comma, where they only say when or on what: "Since October, …"."""
    if first < 2 or chunks[first - 1].text != ",":
        return first
    end = first - 1
    start = _segment(chunks, end - 1)
    if start > 1 and _thrown_between(chunks, start, end) and chunks[start - 1].text == ",":
        # "In 1975, too, it had used it six times", "in 1975, as in 1976, …"
        end = start - 1
        start = _segment(chunks, end - 1)
    if start > 1 and _tells_of_then(chunks, start) and chunks[start - 2].date is not None:
        # "Since 1970, when it cast its first, nobody …"
        end = start - 1
        start = _segment(chunks, end - 1)
    if start > 1 and all(c.date is not None or c.number is not None or c.has("and") for c in chunks[start : first - 1]):
        # "For two years running, 1991 and 1992, nobody …"
        start = _segment(chunks, start - 2) if chunks[start - 1].text == "," else start
    if start > 0 and chunks[start - 1].text == ",":
        # "In 2021, the quietest year in a long time, only one …"
        opening = _segment(chunks, start - 2)
        apposed = chunks[start].has("determiner") and chunks[start - 2].date is not None
        if opening > 0 or not apposed or any(c.has("verb", "member") for c in chunks[start : first - 1]):
            return first
        start = opening
    start += start + 1 < end and chunks[start].lower in ("and", "but", "yet")
    lead = chunks[start:end]
    opens = (
        lead[0].date is not None
        or lead[0].has("preposition", "exception")
        or lead[0].lower in MOVES
        or lead[0].lower in THROUGHOUT
        or [c.lower for c in lead[:2]] == ["so", "far"]
    )
    if (
        opens
        and len(lead) <= 12
        and not any(
            c.has("verb", "be", "have", "do") and not c.has("preposition", "yes_noun", "text", "vote_noun")
            for c in lead
        )
    ):
        return start
    return first


def says_when(chunks: list[Chunk], stretch: Stretch) -> range:
    """The aside of "since 1970, when it cast its first, nobody …": where what leads a clause in tells of its time."""
    opens = next((i for i in range(stretch.first + 2, stretch.head) if _tells_of_then(chunks, i)), stretch.head)
    if opens >= stretch.head or chunks[opens - 1].text != "," or chunks[opens - 2].date is None:
        return range(0)
    ends = next((i for i in range(opens, stretch.head) if chunks[i].text == ","), stretch.head)
    return range(opens, ends) if ends < stretch.head else range(0)


def of_whom_next(sentence: Sentence, found: list[Phrase]) -> range:
    """Where "Since 1970, when it cast its first, Chad has …" tells by a pronoun of whom the clause behind it names."""
    chunks = sentence.chunks
    if sentence.words.isdisjoint(("when", "where", "which")):
        return range(0)
    aside = says_when(chunks, Stretch(0, len(chunks) - 1, len(chunks) - 1))
    if not aside or not chunks[aside.start + 1].has("pronoun_member"):
        return range(0)
    named = any(aside.stop < phrase.first <= aside.stop + 2 for phrase in found)
    return range(chunks[aside.start].start, chunks[aside.stop].end) if named else range(0)


def _segment(chunks: list[Chunk], last: int) -> int:
    """Where the words between commas begin that end at chunk `last`."""
    start = last
    while start > 0 and chunks[start - 1].text not in CLAUSE_ENDS and chunks[start - 1].text not in ('"', ","):
        start -= 1
    return start


def tail(chunks: list[Chunk], last: int) -> int:
    """The last chunk of the claim's words, with an afterthought that says on what: ", over Panama"."""
    if (
        last + 2 >= len(chunks)
        or chunks[last + 1].text != ","
        or (chunks[last + 2].lower not in TAILS and chunks[last + 2].lower not in ("both times", "each time"))
    ):
        return last
    end = last + 2
    while end + 1 < len(chunks) and end - last < TAIL and not closes(chunks, end + 1):
        end += 1
    return (
        last
        if any(
            c.has("verb", "be", "modal") and not c.has("yes_noun", "preposition") for c in chunks[last + 2 : end + 1]
        )
        else end
    )


def behind_copula(chunks: list[Chunk], stretch: Stretch) -> int | None:
    """ "Tuesday's vote on the strait was its second": what stands before "was" tells of the vote."""
    if any(chunks[i].lower in ("on", "over") and i <= stretch.first + 1 for i in range(stretch.first, stretch.head)):
        return None
    found = [
        i
        for i in range(stretch.first, stretch.head)
        if chunks[i].has("be") or chunks[i].lower in ("marked", "became", "represented")
    ]
    return found[-1] + 1 if found else None


def across(chunks: list[Chunk], stretch: Stretch) -> Stretch:
    """With the predicate behind a parenthesis: "China's first veto, so its diplomats say, came in 1972"."""
    if stretch.last + 1 >= len(chunks) or chunks[stretch.last + 1].text != ",":
        return stretch
    for position in range(stretch.last + 2, min(stretch.last + 16, len(chunks) - 1)):
        if chunks[position].text in (";", ":", "."):
            return stretch
        if chunks[position].text == "," and (
            chunks[position + 1].has("be") or chunks[position + 1].lower in ("came", "fell", "dates", "occurred")
        ):
            last = position + 1
            while last + 1 < len(chunks) and not closes(chunks, last + 1):
                last += 1
            return Stretch(stretch.first, last, stretch.head)
    return stretch
