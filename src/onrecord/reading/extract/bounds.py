"""What bounds the acts that a claim counts: the time, the subject, on one's own or together, which texts.

Read from the words of one clause, dates and subjects wherever in it they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.frequency import Acts
from onrecord.reading.claims.vote import Members, Named
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.acts import CLAUSE_ENDS, VERBS, is_text, says, spoken
from onrecord.reading.grammar import Phrase, Sentence

REACH = 30
BRACKET = 6
"""Chunks of the longest bracket that does not interrupt a clause."""
TAIL = 12
TAILS = ("over", "on", "against", "about", "concerning", "both", "each", "mostly", "mainly", "including", "most")
MOVES = {
    "since": "since", "until": "until", "till": "until", "before": "before", "after": "after", "between": "between",
    "by the end of": "until", "until the end of": "until",
}
"""Words that say which end of the counting the date behind them is, also where more words stand between."""
ROUNDED_FROM = 5
"""So many years and more are told in round figures."""
HALF_A_YEAR = 6
_TERM = re.compile(r"^(?:this|its current|their current|its present|during its|in its|in this|over its|in their)(?: \w+)? (?:term|stint|years|mandate on)\b")
YEARS = (1945, 2100)
LASTING = {"years": "year", "year": "year", "months": "month", "decades": "decade", "decade": "decade", "weeks": "week"}
STRETCHES = ("span", "unit", "decade", "season", "fiscal", "era")
SINCE_REACH = 10
COMPANY = ("with", "alongside", "by", "of")
LEADING = ("leader", "administration")
SENTENCE_QUOTES = ('"',)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The chunks of a claim: its clause, and where the counted act is named in it."""

    first: int
    last: int
    head: int
    """The number, or the noun or verb of the act: what stands behind it tells of it."""


def clause(sentence: Sentence, at: int, ends: int | None = None) -> Stretch:
    """The clause around chunk `at`; `ends` is a later chunk that it is known to hold."""
    chunks = sentence.chunks
    first = at
    while first > 0:
        if chunks[first - 1].text == ")" and (opening := _bracket(chunks, first - 1, -1)) is not None:
            first = opening
        elif _breaks(chunks, first - 1, at):
            break
        else:
            first -= 1
    last = ends if ends is not None else at
    while last + 1 < len(chunks) and last - at < REACH:
        if (dated := _further_dates(chunks, last + 1)) > last:
            last = dated
        elif chunks[last + 1].text == "(" and (closing := _bracket(chunks, last + 1, 1)) is not None:
            last = closing
        elif _closes(chunks, last + 1):
            break
        else:
            last += 1
    return Stretch(_with_lead(chunks, first), last, at)


def _further_dates(chunks: list[Chunk], at: int) -> int:
    """Past a comma behind which only dates follow: "in 1991 or 1992, nor in 2013", "did so twice, in 1950"."""
    if chunks[at].text != ",":
        return at - 1
    position = at + 1
    while position < len(chunks) and (chunks[position].lower in ("nor", "or", "and", "in", "on", "both", "the") or chunks[position].date is not None):
        position += 1
    coordinated = at + 1 < len(chunks) and chunks[at + 1].lower == "and"
    ends = position >= len(chunks) or chunks[position].text in (".", ";", ":", "—", ")", "!") or (chunks[position].text == "," and not coordinated)
    return position - 1 if ends and any(c.date is not None for c in chunks[at + 1 : position]) else at - 1


def _bracket(chunks: list[Chunk], at: int, step: int) -> int | None:
    """The other end of a short bracket, which belongs to the clause around it: "resolution 1718 (2006)"."""
    other = ")" if step > 0 else "("
    for length in range(1, BRACKET):
        position = at + step * length
        if 0 <= position < len(chunks) and chunks[position].text == other:
            return position
    return None


def _breaks(chunks: list[Chunk], at: int, head: int) -> bool:
    """Whether a clause begins behind this chunk."""
    chunk = chunks[at]
    if chunk.text in CLAUSE_ENDS or chunk.text in SENTENCE_QUOTES:
        return True
    if chunk.text in (",", ".", "!", "?"):
        return True
    if chunk.text in "–-" and at and chunks[at - 1].end < chunk.start:
        return True
    if chunk.lower == "but" and _counts(chunks, at + 1):
        return False  # "vetoed but twice"
    return chunk.has("but") and chunk.lower not in MOVES and chunk.lower not in ("as", "when", "where")


def _closes(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.text in CLAUSE_ENDS or chunk.text in (",", ".", "!", "?", *SENTENCE_QUOTES):
        return True
    if chunk.lower == "and" and at + 2 < len(chunks):
        named, behind = chunks[at + 1], chunks[at + 2]
        if named.lower in ("it", "they", "he", "she"):
            return True
        if named.lower == "the" and behind.has("member") and at + 3 < len(chunks):
            named, behind = behind, chunks[at + 3]
        if named.has("member") and (behind.has("negation", "ever", "have", "do") or behind.number is not None or (behind.has("verb") and not behind.has("text"))):
            return True
    if chunk.text in "–-" and at and chunks[at - 1].end < chunk.start:
        return True
    if chunk.lower == "but" and _counts(chunks, at + 1):
        return False
    return chunk.has("but") and chunk.lower not in MOVES and chunk.lower not in ("as", "where")


def _counts(chunks: list[Chunk], at: int) -> bool:
    return at < len(chunks) and (chunks[at].lower in ("once", "twice", "thrice") or chunks[at].number is not None)


def _with_lead(chunks: list[Chunk], first: int) -> int:
    """With the words that lead in before a comma, where they only say when or on what: "Since October, …"."""
    if first < 2 or chunks[first - 1].text != ",":
        return first
    start = first - 2
    while start > 0 and chunks[start - 1].text not in CLAUSE_ENDS and chunks[start - 1].text not in ('"', ","):
        start -= 1
    if start > 0 and chunks[start - 1].text == ",":
        return first
    lead = chunks[start : first - 1]
    opens = lead[0].date is not None or lead[0].has("preposition") or lead[0].lower in MOVES
    if opens and len(lead) <= 12 and not any(c.has("verb", "be", "have", "do") and not c.has("preposition", "yes_noun", "text") for c in lead):
        return start
    return first


def tail(chunks: list[Chunk], last: int) -> int:
    """The last chunk of the claim's words, with an afterthought that says on what: ", over Panama", ", both times on Syria"."""
    if last + 2 >= len(chunks) or chunks[last + 1].text != "," or chunks[last + 2].lower not in TAILS and chunks[last + 2].lower not in ("both times", "each time"):
        return last
    end = last + 2
    while end + 1 < len(chunks) and end - last < TAIL and not _closes(chunks, end + 1):
        end += 1
    return last if any(c.has("verb", "be", "modal") and not c.has("yes_noun", "preposition") for c in chunks[last + 2 : end + 1]) else end


# --- time ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Times:
    period: tuple[DateMention, ...] = ()
    at: tuple[DateMention, ...] = ()
    since: str = ""
    since_chunks: frozenset[int] = frozenset()
    """Chunks of what is said behind "since", which tell of the time and not of the subject."""


def times(sentence: Sentence, stretch: Stretch, ordinal: bool) -> Times:
    """Dates that bound the counting, and those at which the numbered act took place."""
    chunks = sentence.chunks
    period: list[DateMention] = []
    at: list[DateMention] = []
    shared_year = _shared_year(chunks, stretch)
    told: set[int] = set()
    for index in range(stretch.first, stretch.last + 1):
        mention = chunks[index].date or _span(chunks, index) or _bare_year(chunks, index) or _season(chunks, index)
        if mention is None or _tells_when(chunks, index, mention, stretch) or _aside(chunks, index, stretch):
            continue
        mention = _rounded(chunks, index, mention)
        if mention.form == "calendar" and mention.year is None and index in shared_year:
            mention = replace(mention, year=shared_year[index])
        moved = _moved(chunks, index, stretch.first)
        if moved is not None:
            told.update(range(moved, index + 1))
            role = MOVES.get(chunks[moved].lower, "until")
            if role == "between":
                role = "until" if period and period[-1].role == "since" and chunks[index - 1].lower == "and" else "since"
            period.append(replace(mention, role=role if mention.role == "at" else mention.role))
        elif mention.role != "at" or not ordinal or _bounds_ordinal(chunks, index, stretch.head, mention):
            period.append(mention)
        else:
            at.append(mention)
    since, behind = _since_words(chunks, stretch, told)
    if not since and any(_TERM.search(" ".join(c.lower for c in chunks[i : i + 4])) for i in range(stretch.first, stretch.last + 1)):
        since = "its term"
    return Times(tuple(period), tuple(at), since, frozenset(told | behind))


def _shared_year(chunks: list[Chunk], stretch: Stretch) -> dict[int, int]:
    """ "On 25 February and 30 September 2022": the year of the second is the first's."""
    found: dict[int, int] = {}
    for index in range(stretch.first, stretch.last - 1):
        one, other = chunks[index].date, chunks[index + 2].date
        if one is not None and other is not None and chunks[index + 1].lower in ("and", "or", ",") and other.year is not None:
            found[index] = other.year
    return found


def _span(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "For forty years": a number of years that no date names, with the preposition before it."""
    number = chunks[at].number
    if number is None or number.ordinal or number.integer is None or at + 1 >= len(chunks) or not at:
        return None
    unit = LASTING.get(chunks[at + 1].lower)
    before = [c.lower for c in chunks[max(0, at - 3) : at]]
    if unit is None or not {"for", "in"} & set(before):
        return None
    return DateMention(number.start, number.end, "span", count=number.integer, unit=unit)


def _season(chunks: list[Chunk], at: int) -> DateMention | None:
    """ "Its second veto of the summer"."""
    name = "autumn" if chunks[at].lower == "fall" else chunks[at].lower
    if name not in ("spring", "summer", "autumn", "winter") or at < 2 or [c.lower for c in chunks[at - 2 : at]] != ["of", "the"]:
        return None
    return DateMention(chunks[at].start, chunks[at].end, "season", name=name)


def _aside(chunks: list[Chunk], at: int, stretch: Stretch) -> bool:
    """Whether a date stands in a relative clause between commas: "Malta, which leaves today, has never …"."""
    if at >= stretch.head:
        return False
    opening = next((i for i in range(at, stretch.first, -1) if chunks[i].text == ","), None)
    closing = any(chunks[i].text == "," for i in range(at, stretch.head))
    return opening is not None and closing and chunks[opening + 1].has("relative")


def _tells_when(chunks: list[Chunk], at: int, mention: DateMention, stretch: Stretch) -> bool:
    """ "With Wednesday's vote", "has on Monday vetoed": the day of the vote, and not the time over which is counted."""
    if mention.form not in ("weekday", "day") or mention.role != "at":
        return False
    if at + 1 < len(chunks) and chunks[at + 1].lower == "'s":
        return True
    return any(c.lower in ("has", "have", "had") for c in chunks[stretch.first : stretch.head]) and mention.form == "weekday"


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
    return number is not None and not number.ordinal and len(chunk.text) == 4 and chunk.text.isdigit() and YEARS[0] <= number.value <= YEARS[1]


def _bare_year(chunks: list[Chunk], at: int) -> DateMention | None:
    """A year that stands by itself between commas or before a colon: "a lean year, 2025: …"."""
    chunk = chunks[at]
    if not is_year(chunk) or chunk.number is None:
        return None
    following = chunks[at + 1].text if at + 1 < len(chunks) else "."
    if (at == 0 or chunks[at - 1].text == ".") and following.lower() in ("saw", "brought", "had", "witnessed", "was"):
        following = ","
    return DateMention(chunk.number.start, chunk.number.end, "calendar", year=int(chunk.text)) if following in (",", ":", ".", ")", ";") else None


def _moved(chunks: list[Chunk], at: int, floor: int) -> int | None:
    """The "since" whose clause the date dates: "since Norway joined the Council in January 2021"."""
    mention = chunks[at].date
    if mention is None or mention.role != "at" or mention.form == "span":
        return None
    if at >= floor + 3 and mention.form == "decade" and [c.lower for c in chunks[at - 3 : at]][:2] == ["end", "of"]:
        return at - 3
    for position in range(at - 1, max(at - SINCE_REACH, floor) - 1, -1):
        chunk = chunks[position]
        if (chunk.text in CLAUSE_ENDS and chunk.text != "(") or chunk.text == ",":
            return None
        if chunk.lower in MOVES:
            return position if chunk.lower == "between" or not any(c.date is not None for c in chunks[position:at]) else None
    return None


def _bounds_ordinal(chunks: list[Chunk], at: int, head: int, mention: DateMention) -> bool:
    """Whether a date says within which time an ordinal counts ("of the year", "in 2024"), not when the act was."""
    if mention.form in STRETCHES and not (mention.form == "unit" and mention.unit == "day"):
        return mention.form != "unit" or mention.unit != "week" or chunks[at - 1].lower in ("of", "in")
    if at < head or mention.form != "calendar" or mention.day is not None:
        return False
    between = chunks[head + 1 : at]
    return not any(c.text == "," or c.has("verb", "be") or c.lower == "came" for c in between)


def _since_words(chunks: list[Chunk], stretch: Stretch, told: set[int]) -> tuple[str, set[int]]:
    """What "since" says without a date: "since the war began", "since taking office"; "of the new century"."""
    for position in range(stretch.first, stretch.last):
        if chunks[position].lower in ("new", "this", "21st", "twenty-first") and chunks[position + 1].lower in ("century", "millennium"):
            return f"{chunks[position].lower} {chunks[position + 1].lower}", {position, position + 1}
    for position in range(stretch.first, stretch.last + 1):
        if chunks[position].lower == "since" and position not in told and chunks[position].date is None:
            last = position
            while last < stretch.last and chunks[last + 1].text not in (",", ".") and last - position < 9 and not _done_since(chunks, position, last):
                last += 1
            behind = chunks[position + 1 : last + 1]
            return " ".join(c.text for c in behind), set(range(position, last + 1))
    return "", set()


BEGINNINGS = ("began", "begun", "started", "erupted", "ended", "collapsed", "fell", "dissolved", "founded", "created", "out", "office", "power", "elected", "inaugurated")


def _done_since(chunks: list[Chunk], since: int, at: int) -> bool:
    """Whether what "since" says is complete at this chunk: "since the war began | the United States …"."""
    if at > since and chunks[at].lower in BEGINNINGS:
        return True
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    named = following is not None and (following.has("member") or (following.lower == "the" and at + 2 < len(chunks) and chunks[at + 2].has("member")))
    return at > since + 1 and named and not chunks[at].has("preposition", "of_adjective")


def tenure(sentence: Sentence, stretch: Stretch) -> Members | None:
    """Leaders or administrations named in the clause: "under Obama", "the Trump years", "the Biden administration"."""
    found = []
    chunks = sentence.chunks
    for at in range(stretch.first, stretch.last + 1):
        entry = chunks[at].get("member")
        other = [c.lower for c in chunks[at + 1 : at + 3]] in (["'s", "predecessor"], ["'s", "successor"])
        if entry is not None and not other and all(alias.kind in LEADING for alias in entry.aliases):
            found.append(Named(chunks[at].text, entry.aliases))
    return Members(tuple(found)) if found else None


# --- how, with whom, on which texts ----------------------------------------------------------


def alone(chunks: list[Chunk]) -> bool:
    """Whether the words say that nobody else did so; "last year alone" does not."""
    for at in range(len(chunks)):
        if says(chunks, at, "alone") and not (at and (chunks[at - 1].date is not None or chunks[at - 1].lower in ("time", "that"))):
            return True
    return False


def companions(sentence: Sentence, found: list[Phrase], stretch: Stretch, doers: Members) -> tuple[Members | None, str]:
    """Others who voted on the same texts, and how: "with Russia", "anything that Russia voted for"."""
    chunks = sentence.chunks
    for phrase in found:
        if not stretch.head < phrase.first <= stretch.last or not (phrase.members.named or phrase.members.groups):
            continue
        if phrase.members == doers or _same_names(phrase.members, doers):
            continue
        before = chunks[phrase.first - 1]
        if before.lower in ("the", "both") and phrase.first >= 2:
            before = chunks[phrase.first - 2]
        company = before.lower in ("with", "alongside", "together with", "along with", "jointly with") or (
            before.lower in COMPANY and any(c.lower in ("company", "side", "together", "jointly", "joined", "tandem") for c in chunks[max(0, phrase.first - 5) : phrase.first])
        )
        if before.lower == "without":
            return phrase.members, "apart"
        if company:
            return phrase.members, "same"
        if before.has("relative") or (before.has("text") and phrase.last < stretch.last):
            chose = _chose(chunks, phrase.last + 1, stretch.last)
            if chose:
                return phrase.members, chose
    return None, ""


def _same_names(one: Members, other: Members) -> bool:
    return bool(one.named) and {n.text for n in one.named} == {n.text for n in other.named}


def _chose(chunks: list[Chunk], first: int, last: int) -> str:
    """How a relative clause says that its subject voted."""
    for position in range(first, min(first + 4, last + 1)):
        for entry in chunks[position].entries:
            if entry.kind != "verb":
                continue
            if entry.value == "vote":
                following = chunks[position + 1 : position + 3]
                return "no" if any(c.has("no_noun") for c in following) else "yes" if any(c.has("yes_noun") for c in following) else ""
            if entry.value in VERBS:
                return VERBS[entry.value]
    return ""


def outcome(chunks: list[Chunk]) -> str:
    """What became of the texts, where a participle or a relative clause says so: "a resolution that was adopted"."""
    for at, chunk in enumerate(chunks):
        entry = chunk.verb("adopt", "pass")
        if entry is None or entry.form not in ("past", "participle") or not at:
            continue
        before = chunks[max(0, at - 5) : at]
        if any(is_text(c) for c in before) and not any(c.has("but", "verb") and not is_text(c) for c in before):
            return "adopted"
    return ""


def told_of_texts(chunks: list[Chunk]) -> str:
    """A relative clause or an infinitive behind the texts, which may single some of them out."""
    for at, chunk in enumerate(chunks[:-2]):
        if not is_text(chunk):
            continue
        opens = chunks[at + 1].has("relative") or (chunks[at + 1].lower == "to" and not chunks[at + 2].has("determiner", "member"))
        owned = chunks[at + 1].lower in ("it", "they") and not chunks[at + 2].has("preposition")
        if opens or owned:
            return " ".join(c.text for c in chunks[at + 1 :])
    return ""


def noun_of(chunks: list[Chunk]) -> str:
    """The text's word for what is counted: "draft resolutions", "amendments"; empty where it names the act alone."""
    named = [c.lower.split()[0] if not c.has("text") else c.lower for c in chunks if is_text(c)]
    if any("amendment" in noun for noun in named):
        return "amendments"
    return next(iter(named), "")


def behind_copula(chunks: list[Chunk], stretch: Stretch) -> int | None:
    """ "Tuesday's vote on the strait was its second": what stands before "was" tells of the vote, not of what is counted."""
    if any(chunks[i].lower in ("on", "over") and i <= stretch.first + 1 for i in range(stretch.first, stretch.head)):
        return None
    found = [i for i in range(stretch.first, stretch.head) if chunks[i].has("be") or chunks[i].lower in ("marked", "became", "represented")]
    return found[-1] + 1 if found else None


def across(chunks: list[Chunk], stretch: Stretch) -> Stretch:
    """With the predicate behind a parenthesis: "China's first veto, so its diplomats say, came in 1972"."""
    if stretch.last + 1 >= len(chunks) or chunks[stretch.last + 1].text != ",":
        return stretch
    for position in range(stretch.last + 2, min(stretch.last + 16, len(chunks) - 1)):
        if chunks[position].text in (";", ":", "."):
            return stretch
        if chunks[position].text == "," and (chunks[position + 1].has("be") or chunks[position + 1].lower in ("came", "fell", "dates", "occurred")):
            last = position + 1
            while last + 1 < len(chunks) and not _closes(chunks, last + 1):
                last += 1
            return Stretch(stretch.first, last, stretch.head)
    return stretch


def bounded(
    sentence: Sentence, found: list[Phrase], stretch: Stretch, members: Members, what: str, when: Times, excluded: frozenset[int] = frozenset(),
    told_from: int | None = None,
) -> Acts:
    """The acts that a clause counts; `excluded` chunks (who acts), and those before `told_from`, do not tell of the subject."""
    chunks = sentence.chunks
    inside = chunks[stretch.first : stretch.last + 1]
    own = [c for i, c in enumerate(inside, start=stretch.first) if i not in when.since_chunks]
    joined, chose = companions(sentence, found, stretch, members)
    left_out = set(excluded) | set(when.since_chunks) | set(range(stretch.first, stretch.first if told_from is None else told_from))
    if joined is not None:
        left_out |= {i for p in found if p.members == joined for i in range(p.first, p.last + 1)}
    subject = " ".join(
        c.text for i, c in enumerate(inside, start=stretch.first) if i not in left_out and c.date is None and c.number is None and c.text != ","
    )
    return Acts(
        members=members, what=what, noun=noun_of(chunks[stretch.head : stretch.last + 1]), subject=subject, period=when.period, since=when.since,
        tenure=tenure(sentence, stretch), one_day=spoken(inside, "one_day"), alone=alone(own), together=spoken(own, "together") and joined is None,
        companions=joined, companions_chose=chose, outcome=outcome(own),
        told_of_texts="" if joined is not None or outcome(own) else told_of_texts(own),
    )  # fmt: skip
