"""The time over which a clause counts, and when the act that an ordinal numbers took place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import THAT_DAY
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.acts import CLAUSE_ENDS
from onrecord.reading.extract.lengths_of_time import (
    LASTS,
    ages,
    as_many,
    first_years,
    lasting,
    named,
    season,
    up_to,
    years_after,
    years_up_to,
)
from onrecord.reading.extract.stretches import MOVES, Stretch, says_when
from onrecord.reading.parsed import Sentence
from onrecord.reading.table import word_sets

ROUNDED_FROM = 5
"""So many years and more are told in round figures."""
HALF_A_YEAR = 6
_TERM = re.compile(
    r"^(?:this|its current|their current|its present|during its|in its|in this|over its|in their)(?: \w+)? "
    r"(?:term|stint|years|mandate on)\b"
)
OPENS_TERM = ("this", "its", "their", "during", "in", "over")
YEARS = (1945, 2100)
STRETCHES = ("span", "unit", "decade", "season", "fiscal", "era")
SINCE_REACH = 10
BETWEEN_REACH = 18
"""Chunks from "between" to the second of two acts that are each told with more than a date."""
AND_BACK = 8


@dataclass(frozen=True, slots=True)
class Times:
    period: tuple[DateMention, ...] = ()
    at: tuple[DateMention, ...] = ()
    since: str = ""
    since_chunks: frozenset[int] = frozenset()
    """Chunks of what is said behind "since" or "before", which tell of the time and not of the subject."""
    ended: str = ""


def times(sentence: Sentence, stretch: Stretch, ordinal: bool) -> Times:
    """Dates that bound the counting, and those at which the numbered act took place."""
    chunks = sentence.chunks
    period: list[DateMention] = []
    at: list[DateMention] = []
    earlier: list[int] = []
    shared_year = _shared_year(chunks, stretch)
    told: set[int] = set()
    aside = {*says_when(chunks, stretch), *_told_by_the_way(chunks, stretch)}
    for index in range(_behind_reporting(chunks, stretch), stretch.last + 1):
        if index in aside:
            continue
        mention = (
            first_years(chunks, index)
            or chunks[index].date
            or lasting(chunks, index)
            or ages(chunks, index)
            or as_many(chunks, index)
            or bare_year(chunks, index)
            or named(chunks, index)
        )
        if mention is not None and _left_out(chunks, index, mention):
            period.append(replace(mention, role="before"))
            continue
        if ordinal and mention is not None and _one_of_those_before(chunks, index, mention, earlier):
            earlier.append(index)
            continue
        if mention is None or _likened(chunks, index) or _tells_when(chunks, index, mention, stretch):
            continue
        if mention.form == "span" and index and chunks[index - 1].lower in ("first", "opening"):
            mention = replace(mention, from_elsewhere=True)  # "for the first quarter of a century"
        mention = _rounded(chunks, index, mention)
        if (following := years_after(chunks, index, mention)) is not None:
            period = [d for d in period if d.form != "distance"]
            mention = following
        if (long := years_up_to(chunks, index, mention)) is not None:
            period = [d for d in period if d.form not in ("unit", "span")]
            mention = long
        elif index > 1 and chunks[index - 1].lower == "to" and chunks[index - 2].lower.endswith(LASTS):
            mention = up_to(mention, chunks[index - 2].date)
            period = [d for d in period if d.form not in ("unit", "span")]
        if mention.form == "calendar" and mention.year is None and index in shared_year:
            mention = replace(mention, year=shared_year[index])
        moved = _moved(chunks, index, stretch)
        if moved is not None:
            told.update(range(moved, index + 1))
            role = MOVES.get(chunks[moved].lower, "until")
            if role == "between":
                second = any(c.has("and") for c in chunks[index - AND_BACK : index])
                role = "until" if period and period[-1].role == "since" and second else "since"
            period.append(replace(mention, role=role if mention.role == "at" else mention.role))
        elif mention.role != "at" or not ordinal or _bounds_ordinal(chunks, index, stretch.head, mention):
            period.append(mention)
        else:
            at.append(mention)
    since, behind = _since_words(chunks, stretch, told)
    ended, ending = _ended_words(chunks, stretch)
    if not since and any(
        chunks[i].lower.startswith(OPENS_TERM) and _TERM.search(" ".join(c.lower for c in chunks[i : i + 4]))
        for i in range(stretch.first, stretch.last + 1)
    ):
        since = "its term"
    return Times(_of_that_year(period), tuple(at), since, frozenset(told | behind | ending), ended)


def _of_that_year(period: list[DateMention]) -> tuple[DateMention, ...]:
    """ "Two in 2019, one in September and one in December", "in June 2025 and September": months of the year before;
    "last October and November": those of the same year.
    """
    found: list[DateMention] = []
    named: DateMention | None = None
    for mention in period:
        plain = mention.form == "calendar" and mention.role == "at" and mention.until is None
        if plain and (mention.year is not None or mention.step):
            named = mention
        elif plain and mention.month is not None and named is not None and (named.month or 0) < mention.month:
            mention = named = replace(mention, year=named.year, unit=named.unit, step=named.step)
        found.append(mention)
    return tuple(found)


def of_that_time(mention: DateMention, period: tuple[DateMention, ...]) -> DateMention:
    """ "In 2017 it cast five, the last of them on 17 November": with the year in which the acts were counted, where the
    day has none of its own.
    """
    year = period[0].year if len(period) == 1 and period[0].role == "at" and period[0].until is None else None
    bare = mention.form == "calendar" and mention.year is None
    return replace(mention, year=year) if bare and year is not None else mention


def _one_of_those_before(chunks: list[Chunk], at: int, mention: DateMention, earlier: list[int]) -> bool:
    """ "The third time that it vetoed such a text, after March 2014 and July 2015": when it had done so before."""
    if mention.role == "after":
        return at > 0 and chunks[at - 1].text in (",", "(", "—", "–")
    return bool(earlier) and at - earlier[-1] <= 2 and (chunks[at - 1].text == "," or chunks[at - 1].has("and"))


def _behind_reporting(chunks: list[Chunk], stretch: Stretch) -> int:
    """Past "Your leader of 20 September says that", whose date is that of what is said."""
    for index in range(stretch.first, stretch.head - 1):
        if chunks[index].has("reporting") and (
            chunks[index].lower.endswith(" that") or chunks[index + 1].lower == "that"
        ):
            return index + 1
    return stretch.first


def _told_by_the_way(chunks: list[Chunk], stretch: Stretch) -> range:
    """ "Chen, who left in March, vetoed three texts": what is said of the doer between commas dates nothing counted."""
    closes = next((i for i in range(stretch.head - 1, stretch.first, -1) if chunks[i].text in ASIDE), 0)
    for opens in range(closes - 1, 1, -1):
        if chunks[opens].text in ASIDE:
            break
        if chunks[opens].lower in WHO and chunks[opens - 1].text == chunks[closes].text:
            return range(max(opens, stretch.first), closes)
    return range(0)


ASIDE = frozenset(",—–")
WHO = ("who", "whose", "which")


def _shared_year(chunks: list[Chunk], stretch: Stretch) -> dict[int, int]:
    """ "On 25 February and 30 September 2022": the year of the second is the first's."""
    found: dict[int, int] = {}
    for index in range(stretch.first, stretch.last - 1):
        one, other = chunks[index].date, chunks[index + 2].date
        if (
            one is not None
            and other is not None
            and chunks[index + 1].lower in ("and", "or", ",")
            and other.year is not None
        ):
            found[index] = other.year
    return found


LEAVING_OUT = ("before", "until", "prior to", "ahead of", "excluding", "without", "discounting")


def _likened(chunks: list[Chunk], at: int) -> bool:
    """ "In 1975, as in 1976, it had used it six times": the year that is only like the one told of."""
    before = [c.lower for c in chunks[max(0, at - TWO) : at]]
    return before[-1:] in (["as in"], ["unlike in"], ["unlike"]) or before in (["as", "in"], ["unlike", "in"])


def _left_out(chunks: list[Chunk], at: int, mention: DateMention) -> bool:
    """ "Before Tuesday's vote", "not counting yesterday's": the vote of that day is none of those counted."""
    if mention.form not in ("weekday", "day") or mention.role != "at" or not at:
        return False
    before = chunks[at - 1]
    owns = at + 1 < len(chunks) and chunks[at + 1].lower == "'s"
    return owns and (before.has("exception") or before.lower in LEAVING_OUT)


def _tells_when(chunks: list[Chunk], at: int, mention: DateMention, stretch: Stretch) -> bool:
    """ "With Wednesday's vote", "has on Monday vetoed": the day of the vote, and not the time over which is counted."""
    if mention.form not in ("weekday", "day") or mention.role != "at":
        return False
    if at + 1 < len(chunks) and chunks[at + 1].lower == "'s":
        return True
    return (
        any(c.lower in ("has", "have", "had") for c in chunks[stretch.first : stretch.head])
        and mention.form == "weekday"
    )


def _rounded(chunks: list[Chunk], at: int, mention: DateMention) -> DateMention:
    """ "In almost ten years", "for 35 years": as many months as the words need, years being rounded."""
    if mention.form != "span" or mention.unit != "year" or mention.count is None or mention.count < ROUNDED_FROM:
        return mention
    before = " ".join(c.lower for c in chunks[max(0, at - 4) : at + 1])
    if any(word in before for word in ("more than", "over", "at least", "fully", "last", "past", "previous")):
        return mention
    short = any(word in before for word in ("almost", "nearly", "close to", "just under"))
    return replace(mention, count=mention.count * 12 - (mention.count if short else HALF_A_YEAR), unit="month")


def is_year(chunk: Chunk) -> bool:
    """Four figures that can only be a year of the United Nations' time."""
    number = chunk.number
    return (
        number is not None
        and not number.ordinal
        and len(chunk.text) == 4
        and chunk.text.isdigit()
        and YEARS[0] <= number.value <= YEARS[1]
    )


def bare_year(chunks: list[Chunk], at: int) -> DateMention | None:
    """A year that stands by itself between commas or before a colon: "a lean year, 2025: …"."""
    chunk = chunks[at]
    if not is_year(chunk) or chunk.number is None or (at > 0 and chunks[at - 1].has("cite")):
        return None
    following = chunks[at + 1].text if at + 1 < len(chunks) else "."
    if following in ("and", "or") and at + 2 < len(chunks) and is_year(chunks[at + 2]):
        following = ","
    if (at == 0 or chunks[at - 1].text == ".") and following.lower() in ("saw", "brought", "had", "witnessed", "was"):
        following = ","
    return (
        DateMention(chunk.number.start, chunk.number.end, "calendar", year=int(chunk.text))
        if following in (",", ":", ".", ")", ";")
        else None
    )


def _moved(chunks: list[Chunk], at: int, stretch: Stretch) -> int | None:
    """The "since" whose clause the date dates: "since Norway joined the Council in January 2021".

    Not "fell apart after two drafts failed on 3 May", where what is counted is of that clause itself.
    """
    mention, floor = chunks[at].date, stretch.first
    if mention is None or mention.role != "at" or mention.form == "span":
        return None
    if at >= floor + 3 and mention.form == "decade" and [c.lower for c in chunks[at - 3 : at]][:2] == ["end", "of"]:
        return at - 3
    for position in range(at - 1, max(at - BETWEEN_REACH, floor) - 1, -1):
        chunk = chunks[position]
        if at - position > SINCE_REACH and chunk.lower != "between":
            continue
        if (chunk.text in CLAUSE_ENDS and chunk.text != "(") or chunk.text == ",":
            return None
        if chunk.lower == "to" and position > floor and chunks[position - 1].lower in ("down", "up"):
            return position
        if chunk.lower in MOVES:
            if chunk.lower == "after" and position < stretch.head < at:
                return None
            if _then_told(chunks, position) or (chunk.lower == "before" and chunks[position + 1].lower in ("in", "on")):
                return None  # "before that the Americans had vetoed twice in 2006", "twice before in 2012"
            return (
                position
                if chunk.lower == "between" or not any(c.date is not None for c in chunks[position:at])
                else None
            )
    return None


def _then_told(chunks: list[Chunk], at: int) -> bool:
    """ "Before that the Americans …": the time is over with the pronoun, and no date behind belongs to it."""
    if at + 2 >= len(chunks) or chunks[at + 1].lower not in ("that", "then", "it", "them"):
        return False
    following = chunks[at + 2]
    return following.text == "," or following.has("member", "determiner", "pronoun_member", "nobody", "council")


def _bounds_ordinal(chunks: list[Chunk], at: int, head: int, mention: DateMention) -> bool:
    """Whether a date says within which time an ordinal counts ("of the year", "in 2024"), not when the act was."""
    if mention.form in STRETCHES and not (mention.form == "unit" and mention.unit == "day"):
        if mention.form != "unit" or mention.unit != "week":
            return True
        return chunks[at - 1].lower in ("of", "in") or chunks[at - 1].has("times", "veto_noun")
    if at < head or mention.form != "calendar" or mention.day is not None:
        return False
    between = chunks[head + 1 : at]
    return not any(c.text == "," or c.has("verb", "be") or c.lower == "came" for c in between)


def _since_words(chunks: list[Chunk], stretch: Stretch, told: set[int]) -> tuple[str, set[int]]:
    """What "since" says without a date: "since the war began", "since taking office"; "of the new century"."""
    for position in range(stretch.first, stretch.last):
        if chunks[position].lower in ("new", "this", "21st", "twenty-first") and chunks[position + 1].lower in (
            "century",
            "millennium",
        ):
            return f"{chunks[position].lower} {chunks[position + 1].lower}", {position, position + 1}
    for position in range(stretch.first, stretch.last + 1):
        if chunks[position].lower not in OPENS_THEN:
            continue
        spelled = tuple(c.lower for c in chunks[position : position + len(FROM_THEN[0])])
        length = next((len(words) for words in FROM_THEN if spelled[: len(words)] == words), 0)
        if length or _after_that(chunks, position):
            return THAT_DAY, set(range(position, position + (length or TWO)))
    for position in range(stretch.first, stretch.last + 1):
        if chunks[position].lower == "since" and position not in told and chunks[position].date is None:
            if [c.lower for c in chunks[position + 1 : position + 2]] == ["long"]:
                continue  # "the quietest year since long"
            if position == stretch.last or chunks[position + 1].text in (",", ".", ")"):
                return THAT_DAY, {position}  # "has not done so since"
            if position + 2 < len(chunks) and season(chunks, position + 2) is not None:
                continue
            last = position
            while (
                last < stretch.last
                and chunks[last + 1].text not in (",", ".")
                and last - position < 9
                and not _done_since(chunks, position, last)
                and not _since_a_number(chunks, position, last)
            ):
                last += 1
            behind = chunks[position + 1 : last + 1]
            if any(c.date is not None and c.date.role == "since" for c in behind):
                return "", set(range(position, last + 1))  # "since the Bangladesh affair of 1972": its date says when
            return " ".join(c.text for c in behind), set(range(position, last + 1))
    return "", set()


def _since_a_number(chunks: list[Chunk], since: int, last: int) -> bool:
    """ "In the years since 1718 a text on Korea was vetoed": what a text's number stands for ends with it."""
    numbered = chunks[last].has("cite") or chunks[last].text.isdigit()
    return numbered and last <= since + 2 and chunks[last + 1].has("determiner")


def _until_a_vote(chunks: list[Chunk], at: int, last: int) -> int | None:
    """The last chunk of whose vote ends a time: "until Chad it had …", "before the Chad vote", "before the vote on
    Chad"; `at` is that of "until".
    """
    led = chunks[at + 1].has("determiner")
    first = at + 1 + led
    voted = first < last and chunks[first].has(*VOTED) and chunks[first + 1].lower in ("on", "over")
    first += 2 * voted
    if first > last or not _names_a_place(chunks[first]):
        return None
    behind = chunks[first + 1 : first + 3]
    if behind and behind[0].has(*VOTED) and behind[0].text.islower():
        return first + 1
    if led and not voted:
        return None  # "before the Chadians had"
    subject = behind[1:] if behind and behind[0].has("determiner") else behind
    return first if not behind or not behind[0].is_word or (subject[:1] and subject[0].has(*DOING)) else None


DOING = ("member", "pronoun_member")
VOTED = ("text", "vote_noun", "veto_noun")


def _names_a_place(chunk: Chunk) -> bool:
    return chunk.has("member", "prefix") or (chunk.text.istitle() and not chunk.kinds and chunk.date is None)


def _ended_words(chunks: list[Chunk], stretch: Stretch) -> tuple[str, frozenset[int]]:
    """What "before" says without a date, where it names the beginning of some time: "before the war in Syria"."""
    for position in range(stretch.first, stretch.last):
        if chunks[position].lower not in ENDING:
            continue
        if (until := _until_a_vote(chunks, position, stretch.last)) is not None:
            told = chunks[position + 1 : until + 1]
            return " ".join(c.text for c in told), frozenset(range(position, until + 1))
        if chunks[position + 1].lower not in OPENS_EVENT:
            continue
        last = position + 1
        while last < stretch.last and last - position < ENDED_REACH and not ENDS_EVENT & {chunks[last + 1].lower}:
            last += 1
        behind = chunks[position + 1 : last + 1]
        event = next((i for i, c in enumerate(behind) if c.lower.split()[-1] in EVENTS), None)
        if event is None or any(c.date is not None or c.has("text", "vote_noun", "veto_noun") for c in behind):
            continue
        others = chunks[stretch.first : position] + chunks[last + 1 : stretch.last + 1]
        same = any(c.lower in THERE for c in others)  # "before the war in Syria it vetoed two texts on the country"
        return " ".join(c.text for c in behind), frozenset() if same else frozenset(range(position, last + 1))
    return "", frozenset()


ENDING = frozenset({"before", "until", "till", "prior to", "up to"})
OPENS_EVENT = frozenset({"the", "this", "that", "its", "their", "russia", "syria", "ukraine", "gaza", "israel"})
ENDS_EVENT = frozenset({",", ".", ";", ")", "—", "and", "but"})
_WORDS = word_sets("frequency.csv")
EVENTS = _WORDS["event"]
THERE = frozenset({"country", "there", "place", "matter", "territory", "subject", "issue"})
ENDED_REACH = 7


FROM_THEN = (("from", "that", "day"), ("from", "that", "moment"), ("from", "that", "vote"), ("from", "then"),
             ("ever", "since"), ("thereafter",))  # fmt: skip
OPENS_THEN = frozenset({"after", *(words[0] for words in FROM_THEN)})
TWO = 2


def _after_that(chunks: list[Chunk], at: int) -> bool:
    """ "After that nobody …": a time, and not "after that vote"."""
    if [c.lower for c in chunks[at : at + TWO]] != ["after", "that"] or at + TWO >= len(chunks):
        return False
    following = chunks[at + TWO]
    return following.text == "," or following.has(
        "nobody", "member", "council", "pronoun_member", "negation", "not_one"
    )


BEGINNINGS = _WORDS["beginning"]


def _done_since(chunks: list[Chunk], since: int, at: int) -> bool:
    """Whether what "since" says is complete at this chunk: "since the war began | the United States …"."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if (
        at > since
        and chunks[at].lower in BEGINNINGS
        and (following is None or following.lower not in ("apart", "under"))
    ):
        return True
    named = following is not None and (
        following.has("member") or (following.lower == "the" and at + 2 < len(chunks) and chunks[at + 2].has("member"))
    )
    return at > since + 1 and named and not chunks[at].has("preposition", "of_adjective", "determiner")
