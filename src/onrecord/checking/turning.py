"""Where a text turns back to a vote that it spoke of before ("this time", "the second of these", "on South Sudan"), or
gives a count that cannot be of the same one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from onrecord.checking.cues import Cues
from onrecord.checking.fitting import conflict, same_dates
from onrecord.checking.listed_days import listed_before
from onrecord.checking.thread import Thread
from onrecord.checking.times_told import in_a_year
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome, Position, Sponsor, Tally, VoteClaim, whole
from onrecord.reading.parsed import Sentence
from onrecord.reading.read import Reading

SIDES = ("for", "against")
NEWS = ("weekday", "day")
LATELY = timedelta(days=60)
"""How far from its own day the last vote that a text dates lies, where another is its news."""
"""Forms of the dates of what has just happened."""
SUBJECT = ("on", "over", "about")
"""Words before what was voted on: "abstained on South Sudan"."""
ORDER = {"first": 0, "former": 0, "second": 1, "latter": 1, "third": 2}
_PLACE = rf"the ({'|'.join(ORDER)})(?: of (?:these|them|the two|the three)(?: \w+)?"
_PLACE += r"|(?: \w+)? vote| text| draft| resolution| motion| proposal| ballot| occasion| one| case)?"
IN_ORDER = re.compile(
    rf"(?<!was )(?<!were )(?<!is )(?<!be )\b{_PLACE}(?:(?<!for the first) time)?(?: only| alone| too| as well)?\W*$"
)
"""The end of words that say which of the votes spoken of just before."""
IN_FRONT = re.compile(
    rf"^\W*(?:(?:but|and) )?(?:in|on|as for|for|over|at|with|during|to)(?: the case of)? the ({'|'.join(ORDER)})"
    r"(?: of (?:these|them|the two|those))?(?: (?:case|vote|instance|text|draft|one|occasion|ballot))?,",
    re.I,
)
"""The beginning of a sentence that says so: "In the first case there were 74 abstentions", "On the latter, …"."""
IN_FRONT_BARE = re.compile(
    rf"^\W*(?:(?i:in) the ({'|'.join(ORDER)}) (?i:case|instance|vote)\b|"
    rf"(?i:(?:but |and )?(?:on|over)) the ({'|'.join(ORDER)}) (?=the |only |all |both |even |[A-Z]))"
)
RIGHT_BEHIND = re.compile(
    rf"(?: (?:it|this|the text))? (?:on |in )?the ({'|'.join(ORDER)})"
    r"(?: (?:time|occasion|one|case|vote|text|draft|resolution|motion|proposal))?(?=[,.;:)]|$| and | but )",
    re.I,
)
"""The same right behind a claim: "was in favour the first time"."""
IN_ITS_CLAUSE = re.compile(
    rf"[,;] (?:but |and )?(?:in|on|at) the ({'|'.join(ORDER)})(?: (?:case|vote|one|instance))?,? $", re.I
)
"""The same in front of a clause: "in the first case Latvia was for it, in the second it was against"."""
WRITTEN = re.compile(
    rf"\W*(?:the )?({'|'.join(ORDER)})(?: of (?:these|them|the two))?"
    r"(?: (?:text|draft|paper|one|resolution|proposal|motion))?,? (?:was|were|is|had|came|comes|by|from)\b",
    re.I,
)
"""The beginning of words on who wrote one of several: "the second came from Malta"."""
SUFFERED = re.compile(
    rf"\W*(?:(?:and|but|while) )?the ({'|'.join(ORDER)})(?: of (?:these|them|the two))?"
    r"(?: (?:text|draft|paper|one|resolution|proposal|motion))? (?:was|were|is|had been|has been) (?:[a-z]+ ){1,3}by\b",
    re.I,
)
"""The same on who did what to one of several: "the first was opposed by Peru"."""
COUNTED = re.compile(
    rf"\W*(?:(?:and|but|while) )?(?:the )?({'|'.join(ORDER)})(?: of (?:these|them|the two))?"
    r"(?: (?:text|draft|paper|one|resolution|proposal|motion|vote))?,? (?!time|round|day|week|month|year|paragraph)",
    re.I,
)
"""The same on how many voted for one of several: "the first got nine votes, the second 13"."""
BECAME = re.compile(
    rf"\W*(?:(?:and|but|while) )?(?:the )?({'|'.join(ORDER)})(?: of (?:these|them|the two))?"
    r"(?: (?:text|draft|paper|one|resolution|proposal|motion))?"
    r" (?:was|were|had|failed|fell|passed|died|went|sank|got|did|ran|met|foundered|never|also|then|only)\b",
    re.I,
)
"""The same on what became of one of several: "the first was vetoed, the second fell short"."""
REACH = 32
"""Characters in front of a clause in which it stands."""
NEAR = (2, 3)
"""Sentences before the claim in which those votes were spoken of, the nearer first."""
OF_TWO, OF_THREE = 2, 3
IN_A_ROW = 4
"""Sentences before the claim within which all of three votes are told of."""
BACK = 3
"""Threads among which the one spoken of is looked for."""
BEHIND = 3
"""Sentences behind a vote of the body that the text goes back to, within which it does."""

ACTS_EARLY = 6
"""Chunks in which a sentence says who did something."""


THAT_TEXT = tuple(f" that {word}" for word in ("text", "draft", "resolution", "motion", "paper", "proposal"))
"""The end of words on the vote told of last: "Panama voted for that text"."""


def that_time(sentence: Sentence, claim: VoteClaim, before: int) -> bool:
    """ "Norway abstained then; Ireland voted yes": of the vote told of last, as is what a semicolon joins to it.

    `before` is where a claim ended that was.
    """
    if 0 <= before < claim.start and before >= sentence.start:
        between = [c.lower for c in sentence.chunks if before <= c.start < claim.start]
        return between[:2] == ["then", ";"]
    if of_that_one(sentence, claim):
        return True
    own = sentence.text[claim.start - sentence.start : claim.end - sentence.start]
    if isinstance(claim, Position) and own.endswith(THAT_TEXT):
        return True
    at = next((i for i, c in enumerate(sentence.chunks) if c.start >= claim.end), len(sentence.chunks))
    if sentence.text[: claim.end - sentence.start].endswith((" that time", " on that occasion")):
        return at >= len(sentence.chunks) or not sentence.chunks[at].is_word
    behind = [c.lower for c in sentence.chunks[at : at + 2]]
    return behind[:1] in (["then"], ["back then"], ["that time"], ["on that occasion"]) and not (
        len(behind) > 1 and behind[1][0].isalnum()
    )


def of_that_one(sentence: Sentence, claim: VoteClaim) -> bool:
    """ "Mali, which had sat that one out, was in favour today": of the vote told of last, whatever else is dated."""
    own = sentence.text[claim.start - sentence.start : claim.end - sentence.start]
    return isinstance(claim, Position) and own.removesuffix(" out").endswith(" that one")


def latest(found: Sequence[Thread], told: Thread | None, body: str, article: date | None) -> Thread | None:
    """The thread of the latest vote, where another than the one told last is; None where nothing tells."""
    if told is None or article is None:
        return None
    days = [(_day(thread, article), thread) for thread in found if thread.body == body and not thread.went_before]
    known = [(day, thread) for day, thread in days if day is not None]
    best = max(known, key=lambda one: one[0], default=None)
    own = next((day for day, thread in known if thread is told), None)
    if best is not None and own is None and told.symbols and not told.dates:
        # "Late on Friday Russia vetoed … . In September it passed resolution 943. This time Britain was for it"
        return best[1] if all(mention.form in NEWS for mention in best[1].dates) else None
    if best is not None and best[1] is told and article - best[0] > LATELY:
        # "Four abstained. In February it had been three. Ten said yes now": the one without a day is the news
        fresh = (t for t in found if t.body == body and not (t.dates or t.symbols or t.went_before))
        return next(fresh, None)
    return best[1] if best is not None and own is not None and best[0] > own else None


def _day(thread: Thread, article: date) -> date | None:
    if not (thread.dates or thread.symbols):
        return article
    ends = [interval.end for mention in thread.dates if (interval := mention.resolve(article)) is not None]
    return max((end for end in ends if end is not None), default=None)


def place_told(sentence: Sentence, claim: VoteClaim) -> tuple[int | None, bool]:
    """Which of the votes told of just before the claim means, 0 the first ("Yemen stayed away from the first of
    these", "in the case of the latter Yemen did"), and whether what opens its sentence says so.
    """
    text, start, end = sentence.text, claim.start - sentence.start, claim.end - sentence.start
    if isinstance(claim, Sponsor) and (match := WRITTEN.match(text[start:end])) is not None:
        return ORDER[match[1].lower()], False
    if isinstance(claim, Position) and (match := IN_ORDER.search(text[start:end])) is not None:
        return ORDER[match[1].lower()], False
    if isinstance(claim, Position) and (match := SUFFERED.match(text[start:end])) is not None:
        return ORDER[match[1].lower()], False
    if isinstance(claim, Position) and (match := RIGHT_BEHIND.match(text[end : end + REACH])) is not None:
        return ORDER[match[1].lower()], False
    if isinstance(claim, Position) and (match := IN_ITS_CLAUSE.search(text[max(0, start - REACH) : start])) is not None:
        return ORDER[match[1].lower()], False
    if isinstance(claim, Outcome) and (match := BECAME.match(text[start:end])) is not None:
        return ORDER[match[1].lower()], False
    if isinstance(claim, Tally) and (match := COUNTED.match(text[start:end])) is not None:
        return ORDER[match[1].lower()], False
    if not isinstance(claim, Position | Tally) or _another_clause(text[:end]):
        return None, False
    match = IN_FRONT.match(text) or IN_FRONT_BARE.match(text)
    said = next((place for place in match.groups() if place), None) if match is not None else None
    return (None if said is None else ORDER[said.lower()]), match is not None


def in_order(found: Sequence[Thread], body: str, place: int, sentence: int) -> Thread | None:
    """The thread that comes so many-eth of those told just before."""
    all_told = [t for t in found if t.body == body and not t.went_before]
    first_told = [min(t.sentences) for t in all_told]
    if len({i for i in first_told if i >= sentence - IN_A_ROW}) == len(first_told) == OF_THREE:
        return all_told[place]  # "On Monday …. On Tuesday …. On Friday …. Chad was for the first."
    for back in NEAR:
        near = [t for t in found if t.body == body and max(t.sentences) >= sentence - back]
        if len(near) >= max(place + 1, 2):
            return near[place]
    # the only two of which the text has told at all
    return all_told[place] if len(all_told) == OF_TWO > place else None


def of_several_votes(sentence: Sentence) -> bool:
    """ "There were two drafts in one night": what "the first" behind it is of."""
    counted = (i for i, c in enumerate(sentence.chunks) if (c.cardinal or 0) > 1 and c.date is None)
    return any(c.has("text", "vote_noun", "veto_noun") for i in counted for c in sentence.chunks[i + 1 : i + 4])


def only_two(found: Sequence[Thread], body: str) -> bool:
    """Whether the text tells of no more votes of the body than two."""
    return sum(thread.body == body and not thread.went_before for thread in found) == OF_TWO


def untold(claim: Position, place: int, own: Thread, found: Sequence[Thread], reading: Reading) -> bool:
    """ "Voted for the second", where the text told of one vote that was understood, or where that is another than the
    claim was read with.
    """
    if any(listed_before(reading, claim)):
        return False
    meant = in_order(found, own.body, place, claim.sentence)
    if meant is None:
        return place > 0 and claim in own.carried
    return own.dates_led and max(meant.sentences) < min(own.sentences)


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


def told_of_there(
    found: Sequence[Thread], current: Thread | None, sentences: Sequence[Sentence], claim: VoteClaim, lead_in: range
) -> Thread | None:
    """The same, and the current one, where a sentence that dates another vote leads up to the claim without naming the
    place: "Brazil's had twelve. America's, yesterday, … . Britain abstained on Brazil's".
    """
    place = _voted_on(sentences[claim.sentence], claim) if isinstance(claim, Position) else None
    if place is None or current is None or any(place in sentences[index].text for index in lead_in):
        return None
    if _names(current, sentences, place):
        return current
    return by_place(found, current, sentences, claim)


def _voted_on(sentence: Sentence, claim: Position) -> str | None:
    chunks = [c for c in sentence.chunks if c.start < claim.end]
    for at in range(len(chunks) - 1, 0, -1):
        if chunks[at].start < claim.start:
            return None
        if not chunks[at].has("member"):
            continue
        before = at - 1
        while before > 0 and chunks[before].has("determiner"):
            before -= 1
        if before > 1 and chunks[before - 1].has("text") and chunks[before - 2].lower in ("a", "an", "another"):
            return None  # "vetoed a text on Korea": one not yet spoken of
        if chunks[before].lower in SUBJECT or (chunks[before].lower in SIDES and _own(sentence, chunks[at])):
            return chunks[at].text
    return None


def _own(sentence: Sentence, owner: Chunk) -> bool:
    """ "Voted for Malta's": a possessive without a noun, which stands for a text."""
    behind = [c for c in sentence.chunks if c.start >= owner.end][:2]
    if not behind or behind[0].lower not in ("'s", "'"):
        return False
    return len(behind) < 2 or not behind[1].is_word or behind[1].has("and", "but")


def _names(thread: Thread, sentences: Sequence[Sentence], place: str) -> bool:
    return any(place in sentences[index].text for index in thread.sentences | thread.lead_in)


def also_did(sentence: Sentence) -> bool:
    """ "The Council also ended the mission in Sudan": another of the acts of the body that the text told of."""
    chunks = sentence.chunks[:ACTS_EARLY]
    also = next((at for at, chunk in enumerate(chunks) if chunk.lower == "also"), 0)
    body = also and (chunks[also - 1].has("council", "assembly") or chunks[also - 1].lower == "it")
    return bool(body) and any(c.verb("act", "adopt") is not None for c in chunks[also + 1 : also + 3])


def of_those(found: list[Thread], current: Thread | None, claim: Position, seen: Cues) -> Thread | None:
    """ "Brazil was among the 72": the vote told of before that counted so many, not the one told of last."""
    if claim.total is None or current is None:
        return None
    said, own = whole(claim.total), counts_told(current, claim.choice)
    if said in own:
        return current if seen.dates_led else None
    fitting = (t for t in reversed(found) if t.body == seen.body and said in counts_told(t, claim.choice))
    return next(fitting, None)


def in_that_body(found: list[Thread], reading: Reading, claim: VoteClaim, seen: Cues) -> Thread | None:
    """ "In the Council Britain had abstained", "Japan, for it in the Council, abstained in the Assembly": the vote of
    that body told of just before that of the other.
    """
    chunks = reading.sentences[claim.sentence].chunks
    told_there = [*chunks[:3], *(c for c in chunks if claim.start <= c.start < claim.end)]
    if not isinstance(claim, Position) or not any(
        c.has("council", "assembly") and b.lower in ("in", "at") for b, c in pairwise(told_there)
    ):
        return None
    told = [t for t in found if t.body == seen.body and not t.amendment]
    return told[-1] if told and claim.sentence - max(told[-1].sentences) <= BEHIND else None


def by_sponsors(found: list[Thread], seen: Cues) -> Thread | None:
    """The thread whose text is by the same sponsors, or the rival text that nobody has been named for yet."""
    for thread in reversed(found):
        if thread.body != seen.body or not thread.sponsors & seen.sponsors or thread.amendment != seen.amendment:
            continue
        if not (thread.sponsors <= seen.sponsors or seen.sponsors <= thread.sponsors):
            continue  # "a text by Ceylon and Tunisia … The text, by Ceylon, Liberia and Cuba, had nine votes"
        if thread.symbols and not thread.dates and (in_a_year(seen) or (seen.dates and not seen.dates_led)):
            continue  # "Resolution 2669, drafted by Britain, … . In 2007 a British draft had been vetoed"
        if seen.dates and not (thread.dates or thread.symbols) and dated_since(found, thread):
            continue  # "Its own text got one. … On 24 April … . In May a Russian text got seven"
        if seen.introduced and seen.dates and not (seen.dates_led or thread.dates) and thread.after is not None:
            if thread.after.dates and not same_dates(thread.after.dates, seen.dates):
                continue  # "On 25 August … . A Soviet paper was lost. … A Soviet draft of 31 October had four"
        if not seen.dates or not thread.dates or same_dates(thread.dates, seen.dates):
            return thread
    if seen.dates or not found or not conflict(found[-1].sponsors, seen.sponsors):
        return None
    unnamed = (t for t in reversed(found[:-1]) if t.body == seen.body and not t.sponsors)
    return next((t for t in unnamed if t.marker is not None), None)


def dated_since(found: list[Thread], thread: Thread) -> bool:
    """Whether the text has turned to another vote, by its date, since it told of the thread."""
    return any(t.dates for t in found[found.index(thread) + 1 :])


def tells_apart(current: Thread | None, seen: Cues) -> bool:
    """Whether a claim says of its text that it is not the one told of."""
    if current is None:
        return False
    if seen.order and current.order and seen.order != current.order:
        return True
    return (seen.marker is not None and current.marker != seen.marker) or seen.amendment != current.amendment


def returns(current: Thread | None, seen: Cues) -> bool:
    """Whether the text turns from an amendment back to what it would have changed."""
    if current is None or not current.amendment or seen.amendment:
        return False
    return not seen.dates and seen.marker is None and seen.other is None
