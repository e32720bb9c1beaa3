"""Which of the dates that a sentence names is the day of the vote that a claim is about."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, takewhile

from onrecord.checking.citing import TURNS, between
from onrecord.checking.clauses_apart import (
    CLAUSE_HEAD,
    WENT_BEFORE,
    behind_the_comma,
    of_another_act,
    set_off,
    tells,
)
from onrecord.checking.times_of_events import comparison, each_day, is_at, left_behind, that_day
from onrecord.checking.told_now import said_of_now
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position, Tally, VoteClaim
from onrecord.reading.dates import DateMention
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence, finite
from onrecord.reading.table import word_sets

ANOTHER_CLAUSE = (*TURNS, "having")
CHOSE = word_sets("thread_words.csv", "checking")["chose"]
A_FEW = 5
SIDES = ("for", "against")
NEAR_END = 10
"""Chunks between a claim and a date behind it."""


def dates_of_claim(sentence: Sentence, claim: VoteClaim, others: list[Chunk]) -> tuple[DateMention, ...]:
    """The dates "at" which the claim's clause says it happened; two joined by "and" stand for two votes.

    `others` are dates of texts that the claim is not about.
    """
    dated = [
        c
        for c in sentence.dates
        if c not in others
        and (is_at(sentence.chunks, c) or _of_those_years(claim, c))
        and not _set_beside(sentence, c, claim)
        and not (left_behind(sentence.chunks, c) and not (isinstance(claim, Tally) and claim.start < c.start))
    ]
    if dated and isinstance(claim, Position) and (now := said_of_now(sentence, claim)) is not None:
        dated = [c for c in dated if c.start > now.start or not _of_another_act(sentence, c, now, claim)]
    if (since := _which_then(sentence, claim)) is not None:
        return (since,)
    chosen = _chosen(sentence, claim, dated) if dated else None
    if chosen is None:
        return ()
    chosen = _that_day(dated, chosen)
    if _in_its_brackets(sentence, chosen, claim):
        return tuple(_of_the_year(sentence, chosen, day) for day in each_day(chosen))
    return tuple(_of_the_year(sentence, c, day) for c in _joined(sentence, dated, chosen) for day in each_day(c))


def _of_another_act(sentence: Sentence, dated: Chunk, now: Chunk, claim: Position) -> bool:
    """Whether the day is of what was before: "had abstained in May, now …", "in May it had abstained, now …"."""
    if of_another_act(sentence, dated, claim):
        return True
    clause = list(takewhile(lambda c: c.is_word, between(sentence, dated.end, now.start)))
    return any(c.lower == "had" for c in clause) and not tells(clause, claim)


def _in_its_brackets(sentence: Sentence, dated: Chunk, claim: VoteClaim) -> bool:
    """ "On 20 February and 18 April (membership, 12-1-2)": of the day before the brackets and not of both."""
    gap = between(sentence, dated.end, _counting_from(sentence, claim))
    return bool(gap) and gap[0].text == "(" and not any(c.text == ")" for c in gap)


def _of_those_years(claim: VoteClaim, dated: Chunk) -> bool:
    """ "Between 2011 and 2013 Germany abstained on Libya": at some time in those years."""
    told = dated.date
    within = isinstance(claim, Position) and claim.start <= dated.start < claim.end
    return within and told is not None and told.role == "between" and told.form == "calendar" and told.year is not None


def _which_then(sentence: Sentence, claim: VoteClaim) -> DateMention | None:
    """ "The first such text since March 1980, which Carter's envoy supported": it was that one which he supported."""
    chunks = sentence.chunks
    start = _counting_from(sentence, claim)
    for chunk in sentence.dates:
        place = chunks.index(chunk)
        if chunk.date is None or chunk.date.role != "since" or place + 2 >= len(chunks) or chunk.start > start:
            continue
        relative = chunks[place + 2]
        led = chunks[place + 1].text == "," and relative.lower in ("which", "when", "where")
        if led and relative.start <= start and not any(
            finite(c) or c.text in ",;:—" for c in chunks[place + 3 :] if c.end <= start
        ):  # fmt: skip
            return replace(chunk.date, role="at")
    return None


def _counting_from(sentence: Sentence, claim: VoteClaim) -> int:
    """Where the claim says what it says: of a count its first number, since its words may begin far in front of it."""
    counts = _counts(sentence, claim)
    return counts if counts is not None else claim.start


def _counts(sentence: Sentence, claim: VoteClaim) -> int | None:
    """Where its first number stands, of a score ("12-1-2") or in words; None of what gives none."""
    if not isinstance(claim, Tally):
        return None
    starts = [sentence.start + p.start for p in (claim.yes, claim.no, claim.abstain) if isinstance(p, NumberMention)]
    if starts or claim.yes is None:
        return min(starts, default=None)
    score = _SCORE.search(sentence.text, claim.start - sentence.start, claim.end - sentence.start)
    return sentence.start + score.start() if score is not None else None


_SCORE = re.compile(r"\b\d{1,3} ?[-–—:] ?\d{1,3}\b")


def _set_beside(sentence: Sentence, dated: Chunk, claim: VoteClaim) -> bool:
    """ "Algiers, as a year ago, took no part": the date of what the claim is only likened to."""
    place = sentence.chunks.index(dated)
    start = comparison(sentence.chunks, place)
    far = start if start is not None else _unlike_what(sentence.chunks, place)
    if far is not None and _unlike(sentence.chunks, far, place):
        return True
    if start is not None and start <= claim.start < dated.end < claim.end:
        # "As in the Council on 15 March, China abstained", not "as in March, when Gabon had voted yes"
        gap = [c.lower for c in between(sentence, dated.end, claim.end)[:2]]
        elsewhere = any(c.has("council", "assembly", "have") for c in between(sentence, start, dated.start))
        return elsewhere and gap[:1] == [","] and gap[1:] not in (["when"], ["where"])
    if start is None or start <= claim.start < dated.end:
        return False
    return claim.start < start or not _goes_on_from(sentence, dated, claim)


def _unlike_what(chunks: list[Chunk], place: int) -> int | None:
    """Where "unlike the text on Chad of 15 July" begins, whose date stands at `place`."""
    for back in range(place - 1, max(place - UNLIKE, -1), -1):
        if not chunks[back].is_word or finite(chunks[back]):
            return None
        if chunks[back].lower == "unlike":
            return chunks[back].start
    return None


UNLIKE = 10
"""Chunks in front of a date in which stands what something is unlike."""


def _unlike(chunks: list[Chunk], start: int, place: int) -> bool:
    """ "On 12 October, unlike on 30 September, Brazil voted yes": of the other day, whatever stands before it."""
    opens = next((c for c in chunks if c.start == start), None)
    if opens is None or opens.lower != "unlike":
        return False
    behind = range(place + 1, len(chunks))
    closes = next((i for i in behind if chunks[i].text == "," or chunks[i].has("pronoun_text") or finite(chunks[i])), 0)
    if not closes or chunks[closes].text != ",":
        return closes > 0 and chunks[closes].has("pronoun_text")  # "unlike July's on Korea it was not unanimous"
    return [c.lower for c in chunks[closes + 1 : closes + 2]] not in (["when"], ["where"], ["which"])


def _goes_on_from(sentence: Sentence, dated: Chunk, claim: VoteClaim) -> bool:
    """ "As in February, when the Emirates had voted yes", "as on 4 April a draft failed": what follows is of then."""
    gap = [c.lower for c in without_who_says(between(sentence, dated.end, claim.start + 1))]
    return (gap[:1] != [","] and dated.end < claim.start) or gap[1:2] in (["when"], ["where"])


def without_who_says(gap: list[Chunk]) -> list[Chunk]:
    """Without "he adds" of ", he adds, when Chad abstained"."""
    closes = next((i for i, c in enumerate(gap[1:], 1) if c.text == ","), 0)
    return gap[closes:] if 1 < closes <= A_FEW and any(c.has("reporting") for c in gap[:closes]) else gap


def _that_day(dated: list[Chunk], chosen: Chunk) -> Chunk:
    """ "There was 13 July: that day the draft got ten votes" gives the day itself in the same sentence."""
    if chosen.date is None or not that_day(chosen.date):
        return chosen
    before = [c for c in dated if c.end <= chosen.start and c.date is not None and (c.date.day or c.date.month)]
    return before[-1] if before else chosen


def _of_the_year(sentence: Sentence, chunk: Chunk, day: DateMention) -> DateMention:
    """ "The two vetoes of 1986, one at the end of July": a month without a year is of the year named before it; and "in
    December 1971 Moscow's draft, on the 5th," of the month.
    """
    if day.form != "calendar" or day.year is not None or day.unit is not None:
        return day
    if day.month is None:
        return _of_the_month(sentence, chunk, day)
    for other in reversed(sentence.chunks):
        year = other.date
        if other.end > chunk.start or year is None or year.form != "calendar" or year.year is None:
            continue
        return replace(day, year=year.year) if year.month is None and year.role == "at" else day
    return day


def _of_the_month(sentence: Sentence, chunk: Chunk, day: DateMention) -> DateMention:
    other = next((c.date for c in reversed(sentence.dates) if c.end <= chunk.start), None)
    if other is None or day.day is None or other.form != "calendar" or other.month is None or other.role != "at":
        return day
    if other.year is None or other.day is not None or other.until is not None:
        return day
    return replace(day, month=other.month, year=other.year, from_context=False)


def _of_the_day(chunk: Chunk, day: Chunk) -> bool:
    """Whether a date adds to a day that is told beside it: its weekday, or its year in front of it."""
    told, own = chunk.date, day.date
    if told is None or own is None or told.form == "weekday":
        return told is not None
    year = told.form == "calendar" and told.role == "at" and told.year is not None and told.month is None
    return year and own.year is None and chunk.end <= day.start


def _chosen(sentence: Sentence, claim: VoteClaim, dated: list[Chunk]) -> Chunk | None:
    """The claim's own date, else the last before it, else the next behind it, where no other clause stands between."""
    if not (isinstance(claim, Position) and claim.noun):
        dated = [c for c in dated if not _of_the_act_before(sentence, c)]
    if len(dated) > 1:
        dated = [c for c in dated if not (_names_another_event(sentence, c) or _counted_in(sentence, c))] or dated
    inside = [c for c in dated if claim.start <= c.start < claim.end and not set_off(sentence, c, claim.end, claim)]
    if len(inside) > 1 and isinstance(claim, Position):
        inside = behind_the_comma(sentence, claim, inside)
    if len(inside) > 2 and isinstance(claim, Position) and len(_joined(sentence, inside, inside[-1])) > 1:
        inside = inside[:-1]  # "abstained in October but voted for in February and last week": the pair is of one act
    days = [c for c in inside if c.date is not None and c.date.form == "calendar" and c.date.day is not None]
    if len(days) == 1 and all(c in days or _of_the_day(c, days[0]) for c in inside):
        return days[0]  # "On 13 January, late on a Sunday", "in 1950 it was nine on 25 June"
    if (
        len(inside) > 1
        and isinstance(claim, Position)
        and _joined_on(between(sentence, inside[-2].end, inside[-1].start))
    ):
        tail = between(sentence, inside[-2].end, inside[-1].start)
        # "had stayed away on 2 August, and voted no four days later", "opposed it in May and chose to abstain in June"
        return inside[-1] if tells(tail, claim) or not tells(sentence.chunks, claim) else inside[-2]
    if inside and isinstance(claim, Position) and (own := _told_behind(sentence, claim, inside, dated)) is not None:
        return own
    if len(inside) > 1 and _right_before_its_verb(sentence, inside[-1]):
        return inside[-1]
    if inside:
        return _before_its_number(sentence, claim, inside) if len(inside) > 1 else inside[0]
    before = [c for c in dated if c.end <= claim.start]
    if before:
        gap = between(sentence, before[-1].end, claim.start)
        if gap and not gap[0].is_word and (own := _right_behind(sentence, claim, dated)) is not None:
            return own
        if gap and gap[0].text == "(" and not any(c.text == ")" for c in gap):
            return before[-1]  # "alone on 28 March (on Korea; China abstained)"
        words = [c.lower for c in gap[:2]]
        if words == [",", "when"] or (
            words == [","] and sentence.text.startswith("when ", claim.start - sentence.start)
        ):
            return before[-1]
        if len(dated) > 1 and any(c.text == ";" or c.lower in TURNS for c in gap):
            return _right_behind(sentence, claim, dated)
        gap = between(sentence, before[-1].end, _counting_from(sentence, claim))
        if any(c.lower.split()[-1] in ("after", "before") and not _closed(gap, c) for c in gap):
            return None
        return None if set_off(sentence, before[-1], claim.start + 1, claim) else before[-1]
    after = [c for c in dated if c.start >= claim.end]
    if not after:
        return None
    gap = between(sentence, claim.end, after[0].start)
    if gap and gap[0].lower == "when" and len(gap) < NEAR_END and _says_what_happened(gap[1:]):
        return after[0]  # "Only Chad abstained when the mission was set up on 30 August"
    if [c.text for c in gap] == [":"] and sentence.text[after[0].end - sentence.start :].startswith("'s "):
        return after[0]  # "143 to five: Wednesday's vote was a shade better than March's"
    behind = [c for c in sentence.chunks if c.start >= after[0].end][:3]
    while gap and gap[-1].has("determiner"):
        gap = gap[:-1]
    if _right_before_its_verb(sentence, after[0]) or any(map(_moved_from, pairwise(gap))):
        return None
    joined = bool(gap) and gap[-1].has("and") and bool(behind)
    if joined and (finite(behind[0]) or _somebody_did(behind)):
        # "She raised her hand, and a few minutes later explained that she had not meant it", "and next day they tabled"
        return None
    if any(c.text in "–(" for c in gap) and _somebody_did([c for c in behind if c.text != ","], "member", "group"):
        return None  # "Chad abstained – in May it had voted yes"
    if len(gap) > NEAR_END or any(
        c.has("but", "relative") or c.text in ";:—" or c.lower in ANOTHER_CLAUSE for c in gap
    ):
        return None
    return after[0]


def _somebody_did(behind: list[Chunk], *named: str) -> bool:
    """Whether a clause opens with "they", "it" and its verb; of what else it may open with, `named` says the kinds."""
    return bool(behind) and behind[0].has("pronoun_member", "pronoun_text", *named) and any(map(finite, behind[1:]))


def _moved_from(pair: tuple[Chunk, Chunk]) -> bool:
    """ "Nine were against, down from ten a year ago": the day of the number that it was before."""
    return pair[0].lower in ("up", "down") and pair[1].lower == "from"


def _says_what_happened(gap: list[Chunk]) -> bool:
    """Between "when" and a date: one clause, and no "when it came to the embargo imposed in May"."""
    if any(c.has("council", "assembly") for c in gap[:3]):
        return True
    if any(c.text in ",;:—" or c.has("relative", "but") for c in gap) or any(c.lower == "to" for c in gap[:3]):
        return False
    return sum(finite(c) and not before.has("be", "have") for before, c in pairwise(gap)) == 1


def _names_another_event(sentence: Sentence, dated: Chunk) -> bool:
    """ "On 20 November it condemned the April bombing": a month by which something else than a vote is called."""
    month = dated.date
    if month is None or month.form != "calendar" or month.day is not None or month.month is None:
        return False
    place = sentence.chunks.index(dated)
    behind = sentence.chunks[place + 1 : place + 2]
    if not place or not sentence.chunks[place - 1].has("determiner") or not behind or not behind[0].is_word:
        return False
    return behind[0].text.islower() and not (behind[0].kinds or behind[0].entries)


def _counted_in(sentence: Sentence, dated: Chunk) -> bool:
    """ "By September it vetoed again, for the third time that year": the time over which the times are counted."""
    place = sentence.chunks.index(dated)
    before = [c for c in sentence.chunks[max(0, place - A_FEW) : place] if not c.has("preposition")]
    if not before or not before[-1].has("times", "veto_noun"):
        return bool(before) and before[-1].lower in ONCE
    return any(c.number is not None and c.number.ordinal for c in before[:-1])


ONCE = ("for the first time", "the first time")


def _right_behind(sentence: Sentence, claim: VoteClaim, dated: list[Chunk]) -> Chunk | None:
    """ "Japan, vetoed in September 1952, was let in unanimously in December 1956": the date that closes the claim."""
    behind = next((c for c in dated if c.start >= claim.end), None)
    gap = between(sentence, claim.end, behind.start) if behind is not None else []
    return behind if len(gap) == 1 and gap[0].has("preposition") else None


def _told_behind(sentence: Sentence, claim: Position, inside: list[Chunk], dated: list[Chunk]) -> Chunk | None:
    """ "Voted no in October, yes on Tuesday": the second is told between the two dates, and not before the first."""
    closing = _right_behind(sentence, claim, dated) or (inside[-1] if len(inside) > 1 else None)
    other = inside[-2] if closing is inside[-1] else inside[-1]
    if closing is None or not of_another_act(sentence, other, claim):
        return None
    gap = between(sentence, other.end, closing.start)
    while gap and gap[-1].has("preposition", "determiner") and gap[-1].lower not in SIDES:
        gap = gap[:-1]
    plain = 0 < len(gap) < A_FEW and not any(map(finite, gap))
    return closing if plain and tells(gap[-1:], claim) else None


def _right_before_its_verb(sentence: Sentence, dated: Chunk) -> bool:
    """ "Came back on 1 August and on 6 September vetoed a draft": the day of what follows it, and not of both."""
    place = sentence.chunks.index(dated)
    before = sentence.chunks[max(0, place - 2) : place]
    led = bool(before) and (before[-1].has("and") or (before[-1].has("preposition") and before[0].has("and")))
    behind = sentence.chunks[place + 1 : place + 2]
    return led and bool(behind) and finite(behind[0]) and behind[0].has("verb")


def _joined_on(gap: list[Chunk]) -> bool:
    """ "… on 2 August, and four days later voted no", "… last March and abstained in October"."""
    return any(
        (one.text == "," and other.has("and", "but"))
        or (one.has("and", "but") and (finite(other) or other.has("be", "have") or other.lower.split()[0] in CHOSE))
        for one, other in pairwise(gap)
    )


def _before_its_number(sentence: Sentence, claim: VoteClaim, inside: list[Chunk]) -> Chunk:
    """ "On the seventh it was fourteen to one, yesterday thirteen to one": the day right before the count."""
    before = [c for c in inside if c.end <= (_counts(sentence, claim) or 0)]
    return before[-1] if before and before[-1].date is not None and before[-1].date.role == "at" else inside[0]


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


def _closed(gap: list[Chunk], word: Chunk) -> bool:
    """ "In July, twenty years after the massacre, Russia", "in July it was the same, after the massacre: eleven for":
    what marks set off leaves the date to what follows.
    """
    before = any(c.text == "," for c in gap if c.start < word.start)
    return before and any(c.text in ",:" for c in gap if c.start > word.start)


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
        joined = all(c.has("and", "preposition") or c.lower in ("again", "then") for c in gap)
        if joined and not _right_before_its_verb(sentence, pair[1]):
            return pair
    return [chosen]
