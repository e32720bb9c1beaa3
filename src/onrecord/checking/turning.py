"""Where a text turns back to a vote that it spoke of before ("this time", "the second of these", "on South Sudan"), or
gives a count that cannot be of the same one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.reading.claims.vote import Position, Tally, VoteClaim, whole
from onrecord.reading.parsed import Sentence

if TYPE_CHECKING:
    from onrecord.checking.threads import Thread

THIS_TIME = ("this time", "this time around", "this time round")
SUBJECT = ("on", "over", "about")
"""Words before what was voted on: "abstained on South Sudan"."""
ORDER = {"first": 0, "former": 0, "second": 1, "latter": 1, "third": 2}
IN_ORDER = re.compile(
    rf"(?<!was )(?<!were )(?<!is )(?<!be )\bthe ({'|'.join(ORDER)})(?: of (?:these|them|the two|the three)(?: \w+)?"
    r"|(?: \w+)? vote| text| draft| occasion| one)?\W*$"
)
"""The end of words that say which of the votes spoken of just before."""
IN_FRONT = re.compile(
    rf"^\W*(?:(?:but|and) )?(?:in|on|as for|for|over|at|with|during|to)(?: the case of)? the ({'|'.join(ORDER)})"
    r"(?: of (?:these|them|the two|those))?(?: (?:case|vote|instance|text|draft|one|occasion|ballot))?,",
    re.I,
)
"""The beginning of a sentence that says so: "In the first case there were 74 abstentions", "On the latter, …"."""
IN_FRONT_BARE = re.compile(rf"^\W*in the ({'|'.join(ORDER)}) (?:case|instance|vote)\b", re.I)
NEAR = 2
"""Sentences before the claim in which those votes were spoken of."""
BACK = 3
"""Threads among which the one spoken of is looked for."""


def this_time(sentence: Sentence, claim: VoteClaim) -> bool:
    """Whether the claim, or the word right before it, says that it is of the latest vote."""
    chunks = [c for c in sentence.chunks if c.start < claim.end]
    inside = [i for i, c in enumerate(chunks) if c.start >= claim.start]
    return bool(inside) and any(c.lower in THIS_TIME for c in chunks[max(0, inside[0] - 1) :])


def that_time(sentence: Sentence, claim: VoteClaim, before: int) -> bool:
    """ "Norway abstained then; Ireland voted yes": of the vote told of last, as is what a semicolon joins to it.

    `before` is where a claim ended that was.
    """
    if 0 <= before < claim.start and before >= sentence.start:
        between = [c.lower for c in sentence.chunks if before <= c.start < claim.start]
        return between[:2] == ["then", ";"]
    at = next((i for i, c in enumerate(sentence.chunks) if c.start >= claim.end), len(sentence.chunks))
    behind = [c.lower for c in sentence.chunks[at : at + 2]]
    return behind[:1] in (["then"], ["back then"], ["that time"], ["on that occasion"]) and not (
        len(behind) > 1 and behind[1][0].isalnum()
    )


def latest(found: Sequence[Thread], told: Thread | None, body: str, article: date | None) -> Thread | None:
    """The thread of the latest vote, where another than the one told last is; None where nothing tells."""
    if told is None or article is None:
        return None
    days = [(_day(thread, article), thread) for thread in found if thread.body == body and not thread.went_before]
    known = [(day, thread) for day, thread in days if day is not None]
    best = max(known, key=lambda one: one[0], default=None)
    own = next((day for day, thread in known if thread is told), None)
    return best[1] if best is not None and own is not None and best[0] > own else None


def _day(thread: Thread, article: date) -> date | None:
    if not (thread.dates or thread.symbols):
        return article
    ends = [interval.end for mention in thread.dates if (interval := mention.resolve(article)) is not None]
    return max((end for end in ends if end is not None), default=None)


def in_order(found: Sequence[Thread], body: str, sentences: Sequence[Sentence], claim: VoteClaim) -> Thread | None:
    """ "Yemen stayed away from the first of these", "in the case of the latter Yemen did": the thread that comes so
    many-eth of those told just before.
    """
    sentence, text = claim.sentence, sentences[claim.sentence].text
    start = sentences[sentence].start
    match, back = IN_ORDER.search(text[claim.start - start : claim.end - start]), NEAR
    match = match if isinstance(claim, Position) else None
    if match is None and isinstance(claim, Position | Tally) and not _another_clause(text[: claim.end - start]):
        match, back = IN_FRONT.match(text) or IN_FRONT_BARE.match(text), NEAR + 1
    if match is None:
        return None
    near = [t for t in found if t.body == body and max(t.sentences) >= sentence - back]
    place = ORDER[match[1].lower()]
    return near[place] if len(near) >= max(place + 1, 2) else None


def _another_clause(words: str) -> bool:
    """Whether a semicolon parts them, so that what opens them is said of what stands before it only."""
    return ";" in words


def counted_so(found: Sequence[Thread], current: Thread | None, claim: Position) -> Thread | None:
    """ "One of the fifteen back then": the thread whose count is that, where the current one's is another."""
    if claim.total is None or current is None:
        return None
    said = whole(claim.total)
    own = counts_told(current, claim.choice)
    if not own or said in own:
        return None
    fitting = [t for t in found if said in counts_told(t, claim.choice)]
    return fitting[0] if len(fitting) == 1 else None


def counts_told(thread: Thread, choice: str) -> set[int]:
    """How many the thread says did so."""
    tallies = (c for c in thread.claims if isinstance(c, Tally))
    return {whole(part) for t in tallies if (part := getattr(t, choice.replace(" ", "_"), None)) is not None}


def by_place(
    found: Sequence[Thread], current: Thread | None, sentences: Sequence[Sentence], claim: VoteClaim
) -> Thread | None:
    """The thread that alone names the place that a vote is said to have been on, where the current one does not."""
    place = _voted_on(sentences[claim.sentence], claim) if isinstance(claim, Position) else None
    if place is None or current is None or claim.sentence in current.sentences or _names(current, sentences, place):
        return None
    naming = [t for t in found[-BACK:] if t.body == current.body and _names(t, sentences, place)]
    return naming[0] if len(naming) == 1 else None


def _voted_on(sentence: Sentence, claim: Position) -> str | None:
    chunks = [c for c in sentence.chunks if c.start < claim.end]
    for at in range(len(chunks) - 1, 0, -1):
        if chunks[at].start < claim.start:
            return None
        if chunks[at].has("member") and chunks[at - 1].lower in SUBJECT:
            return chunks[at].text
    return None


def _names(thread: Thread, sentences: Sequence[Sentence], place: str) -> bool:
    return any(place in sentences[index].text for index in thread.sentences | thread.lead_in)


def other_count(thread: Thread, claim: VoteClaim) -> bool:
    """Whether the thread has another count already: those for and those against are both others."""
    if not isinstance(claim, Tally) or claim.yes is None or claim.no is None:
        return False
    for told in thread.claims:
        if not isinstance(told, Tally) or told.yes is None:
            continue
        if whole(told.yes) == whole(claim.yes):
            if told.no is not None and whole(told.no) != whole(claim.no) and told.sentence != claim.sentence:
                return True
            continue
        if told.no is None or whole(told.no) != whole(claim.no):
            return told.no is not None or told.sentence != claim.sentence
    return False


def counts_apart(thread: Thread, claim: VoteClaim) -> bool:
    """Whether the thread counts other votes in favour: "143 to five, more than in March, when 141 voted for it"."""
    if not isinstance(claim, Tally) or claim.yes is None:
        return False
    told = [c.yes for c in thread.claims if isinstance(c, Tally) and c.yes is not None]
    return any(whole(yes) != whole(claim.yes) for yes in told)
