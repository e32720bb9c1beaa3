"""What in a text points to the vote that a claim is about: body, symbols, dates, sponsors, rival texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.checking.amending import changes_words, speaks_of_amendment
from onrecord.checking.body_told_of import BODIES, body_of, of_the_assembly, there
from onrecord.checking.citing import (
    a_while_later,
    beside_cited,
    dates_of_others,
    of_an_older_text,
    only_symbol,
    other_text,
    set_beside,
    symbols_of,
)
from onrecord.checking.clauses_apart import (
    WENT_BEFORE,
    WHO,
    among_causes,
    between_commas,
    opens_what_went_before,
    set_off,
    since_then,
)
from onrecord.checking.counts_with import tallies_with
from onrecord.checking.dated import dates_of_claim
from onrecord.checking.named_behind import named_behind
from onrecord.checking.offices import Terms, in_office, speaks_of_a_second_term
from onrecord.checking.set_apart import introduced, marker, order, pluperfect, walked_out_then
from onrecord.checking.summons import summons
from onrecord.checking.times_of_events import comparison, dates_told
from onrecord.checking.whose_text import codes_named, told_sponsors
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Outcome, Position, Sponsor, Tally, VoteClaim
from onrecord.reading.dates import DateMention
from onrecord.reading.extract.voting_words import VOTING_KINDS
from onrecord.reading.parsed import Sentence, finite, in_brackets
from onrecord.reading.read import Reading
from onrecord.reading.table import word_sets

LEAD_IN = 2
"""Sentences before a claim whose date and subject are still its own."""
SHORT = 5
"""Chunks of a bare answer, with who speaks and its mark."""
ANSWERS = 3
"""Such answers to one question, at most."""
OPENING = 2
"""Chunks with which a sentence may open before it says when."""
CONCEDED = 12
"""Chunks from "though" to the date of what it concedes."""
TURN_BACK = 6
"""Sentences before a claim in which a body and a full date turn to another vote."""
_AS_IT_WAS = re.compile(r"\b(?:as|like) (?:it|they|he|she|we) (?:was|were|had|did)\b")
"""Words that bring in a vote by the way: "it was a US draft, as it was in July 2018, when …"."""
EXPECTING = word_sets("thread_words.csv", "checking")["expecting"]
DAY_OF = frozenset({"time", "night", "day", "morning", "evening", "afternoon", "eve", "anniversary", "weekend"})
ON_THE_DAY_OF = re.compile(
    r"\b[Oo]n the (?:very )?(?:night|day|morning|evening|afternoon|eve|anniversary|weekend) "
    r"(?:of|before|after|that|when)\b"
    r"|^The (?:first|second|third|last) time (?!that|since|was|ever|in)"
)
"""Words that say when something was by what else happened then, or in its turn."""


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
    likened: bool
    """Behind "as it had in March", of what the vote told of is only likened to."""
    went_before: bool
    """Said of what went before the vote told of: "after the Srebrenica veto, on which China abstained"."""
    order: tuple[int, ...]
    """Which of several texts it is about: "on the first two drafts", "the third got eleven votes"."""
    elsewhen: bool
    """Whether it is dated by what is no date: "on the night of the invasion"."""
    summons: bool
    """Whether it tells of the Council's calling the Assembly."""
    uncovered: str | None
    """A kind of vote that the record mostly does not hold: `procedural` (straw polls too), `appointment`."""
    offices: tuple[Terms, ...]
    """When those whom the claim names, or under whom it says that it happened, were in office."""


def cues(reading: Reading, claim: VoteClaim, body_before: str, last: int) -> Cues:
    """`last` is the sentence of the claim before."""
    beside = reading.claims_in(claim.sentence)
    sentence = reading.sentences[claim.sentence]
    lead_in = range(_led_from(reading, claim.sentence, last), claim.sentence)
    since = range(max(last + 1, claim.sentence - TURN_BACK), claim.sentence)
    amending = changes_words(sentence, claim)
    symbols = () if amending else symbols_of(reading, claim)
    if symbols and isinstance(claim, Position):
        # "Cuba and Yemen, which had abstained on 661, voted against"
        cited = [c for c in reading.cited[claim.sentence] if c.symbol in symbols and claim.start <= c.start < claim.end]
        if cited and all(set_off(sentence, sentence.chunks[c.last], claim.end, claim) for c in cited):
            symbols = ()
    if symbols and isinstance(claim, Tally) and of_the_assembly(sentence, claim, symbols):
        symbols = ()  # "the Council took it to the Assembly by its resolution 303, and there 104 states …"
    dates = dates_of_claim(sentence, claim, [*dates_of_others(reading, claim, symbols), *_of_seats(reading, claim)])
    if isinstance(claim, Sponsor) and claim.then:
        dates = ()  # "Britain had put it in blue on Friday": the vote was another day
    if (later := _later_than_cited(reading, claim, symbols, dates)) is not None:
        symbols, dates = (symbols, ()) if claim.end <= later else ((), dates)
    led, own_dates = False, bool(dates)
    if not symbols and not dates:
        symbols = named_behind(reading, claim)
    if not symbols and not dates:
        # "Then came 1203. Chad's motion went down twelve to three": of no resolution
        lost = told_lost(beside)
        another = introduced(sentence)
        if not another:
            since_then = (i for i in _since_then(reading, lead_in) if not _left_to_the_other(reading, i, claim))
            symbols = next((s for i in since_then if (s := only_symbol(reading, i))), ())
            symbols = () if lost and "/RES/" in "".join(symbols) else symbols
        led_by = (i for i in reversed(lead_in) if not _told_in_passing(reading, i, claim.sentence))
        # "Four days later came 661. A Maltese draft got two votes": another day's
        another = another or lost
        led_by = (i for i in led_by if not (reading.cited[i] and (another or _left_to_the_other(reading, i, claim))))
        dates = () if symbols else next((d for i in led_by if (d := _led_by(reading, i))), ())
        led = bool(symbols or dates)
    other = other_text(reading, claim)
    body = body_of(reading, claim, body_before, tallies_with(reading, claim))
    if led and symbols and body == "unga" and there(reading, claim):
        symbols, led = (), False  # "The Council called the Assembly by its resolution 303. Chad was in favour there"
    if symbols:
        body = "unga" if symbols[0].startswith("A/") else "unsc"
    return Cues(
        body=body,
        symbols=symbols,
        dates=dates,
        dates_led=led,
        lead_in=lead_in,
        authors=codes_named(claim) if isinstance(claim, Sponsor) and claim.known and not claim.negated else frozenset(),
        sponsors=told_sponsors(sentence, claim, (c for c in beside if isinstance(c, Sponsor))),
        marker=marker(reading, claim, since) if other is None or not other.indefinite else other.place,
        other=other.place if other is not None else None,
        introduced=introduced(sentence),
        beside_cited=beside_cited(reading, claim),
        amendment=amending or ("text" in sentence.kinds and speaks_of_amendment(sentence, claim)),
        told_back=not sentence.words.isdisjoint(("had", "d", "hadn"))
        and any(
            claim.start <= c.start < claim.end
            and pluperfect(sentence.chunks, at)
            and not (_said_before(sentence, c) or _said_of_a_text(sentence, c) or set_off(sentence, c, claim.end))
            for at, c in enumerate(sentence.chunks)
        ),
        inserted=_inserted(sentence, claim),
        likened=_likened(sentence, claim, dates if own_dates else ()) or set_beside(reading, claim, symbols),
        went_before=_went_before(sentence, claim),
        order=order(sentence, claim),
        elsewhen=not DAY_OF.isdisjoint(sentence.words) and ON_THE_DAY_OF.search(sentence.text) is not None,
        summons=body == "unsc" and not isinstance(claim, Sponsor) and summons(sentence, claim),
        uncovered=_uncovered(reading, (claim.sentence,) if own_dates else (*lead_in, claim.sentence)),
        offices=tuple(in_office(sentence, claim)),
    )


def told_lost(claims: Iterable[VoteClaim]) -> bool:
    """Whether a count among them, or the body's own deed, is told as that of a text that was not carried."""
    return any(
        c.lost if isinstance(c, Tally) else isinstance(c, Outcome) and c.by_body and c.negated and c.outcome == CARRIED
        for c in claims
    )


CARRIED = "adopted"


def counts_from_elsewhere(sentence: Sentence, claim: VoteClaim) -> bool:
    """ "A month after the coup the Council …": whether a sentence opens with a time that is told from no vote."""
    opening = (c for c in sentence.chunks[:OPENING] if c.start < claim.end)
    return any(c.date is not None and c.date.form == "distance" and c.date.from_elsewhere for c in opening)


def _later_than_cited(
    reading: Reading, claim: VoteClaim, symbols: tuple[str, ...], dates: tuple[DateMention, ...]
) -> int | None:
    """ "We voted for 502, and two months later, when London vetoed, we abstained": where a while after what was cited
    is named, which is not the time of the text cited.
    """
    if not symbols or len(dates) != 1:
        return None
    start = reading.sentences[claim.sentence].start
    cited = [c.end for c in reading.cited[claim.sentence] if c.symbol in symbols]
    place = start + dates[0].start
    apart = claim.end <= place or (max(cited, default=0) <= claim.start and place < claim.end)
    return place if a_while_later(dates[0]) and cited and max(cited) <= place and apart else None


def _of_seats(reading: Reading, claim: VoteClaim) -> list[Chunk]:
    """The days from which somebody sits or which a figure is for: "Bahrain only joined in January; Japan signed it"."""
    standing = [s for s in reading.standing_in(claim.sentence) if s.end <= claim.start or claim.end <= s.start]
    if not standing:
        return []
    chunks = reading.sentences[claim.sentence].chunks
    return [c for c in chunks if c.date is not None and any(s.start <= c.start < s.end for s in standing)]


DEADLINES = frozenset(("deadline", "ultimatum", "expiry"))
"""Words of a day that was set for others."""


def _led_by(reading: Reading, index: int) -> tuple[DateMention, ...]:
    """The date to which a sentence without a vote leads the next one, unless a seat or an older text has it.

    "The referendum went ahead two days later" says nothing of when those voted who are spoken of next.
    """
    sentence = reading.sentences[index]
    if in_brackets(sentence):
        return ()
    if not sentence.words.isdisjoint(DEADLINES) and sentence.kinds.isdisjoint(VOTING_KINDS):
        return ()  # "The deadline was 15 January."
    others = [(s.start - sentence.start, s.end - sentence.start) for s in reading.standing_in(index)]
    others += [
        (c.start - sentence.start, c.end - sentence.start)
        for c in reading.claims_in(index)
        if of_an_older_text(reading, c)
    ]
    told = tuple(d for d in dates_told(sentence) if not any(start <= d.start < end for start, end in others))
    told = tuple(d for d in told if not (_of_the_others(sentence, d) or _voted_then(sentence, d)))
    told = tuple(d for d in told if d.year is not None or not walked_out_then(sentence, _place_of(sentence, d)))
    if not any(d.form == "distance" and d.from_context for d in told) or not sentence.kinds.isdisjoint(VOTING_KINDS):
        return told
    at = next((i for i, c in enumerate(sentence.chunks) if c.date is not None and c.date in told), 0)
    clause = next((i for i in range(at - 1, -1, -1) if sentence.chunks[i].text in ".:;*"), -1)
    return told if at - clause - 1 <= OPENING else ()


def _since_then(reading: Reading, lead_in: range) -> Iterator[int]:
    """The sentences that lead up to a claim, nearest first, as far back as where the text goes on to another time:
    "That was resolution 502. But two months later the same Council wanted a ceasefire. It had nine votes."
    """
    for index in reversed(lead_in):
        yield index
        if any(map(a_while_later, _led_by(reading, index))):
            return


def _left_to_the_other(reading: Reading, index: int, claim: VoteClaim) -> bool:
    """ "The Council called the Assembly, resolution 462. In the Assembly it was 104 to 18": of a text of its own."""
    there = reading.bodies[claim.sentence] == "unga" and "council" not in reading.sentences[claim.sentence].kinds
    return there and reading.bodies[index] == "unsc" and all(c.symbol.startswith("S/") for c in reading.cited[index])


def _told_in_passing(reading: Reading, index: int, sentence: int) -> bool:
    """Whether a sentence of another paragraph names its time amid the rest: "his one veto, in 2011, fell on …"."""
    before, after = reading.sentences[index], reading.sentences[sentence]
    if before.paragraph == after.paragraph or not any(map(finite, before.chunks)):
        return False
    return not any(c.date is not None for c in before.chunks[:4])


def _led_from(reading: Reading, sentence: int, last: int) -> int:
    """The first sentence, since the last that told of a vote, whose date and subject are still the claim's own."""
    first = max(last + 1, _question_before(reading.sentences, sentence) - LEAD_IN)
    for index in range(first - 1, max(last, sentence - TURN_BACK - 1), -1):
        if reading.bodies[index] is not None and any(d.year for d in dates_told(reading.sentences[index])):
            return index  # "It was 26 September 1950, and the Council met."
    sentences = reading.sentences
    opening = next((i for i in range(first - 1, last, -1) if _opens_paragraph(sentences, i)), None)
    if opening is not None and sentences[opening].paragraph == sentences[sentence].paragraph:
        if any(d.year and d.month is None for d in dates_told(sentences[opening])):
            return opening  # "Who remembers 1971? …"
    return first


def _question_before(sentences: list[Sentence], sentence: int) -> int:
    """ "Did anybody vote against it? No one. Of course not.": the question before a sentence, with answers between that
    say nothing by themselves of which vote is meant; else the sentence.
    """
    index = sentence - 1
    while index > 0 and sentence - index <= ANSWERS and len(sentences[index].chunks) <= SHORT:
        if sentences[index - 1].question:
            return index - 1
        index -= 1
    return sentence


def _opens_paragraph(sentences: list[Sentence], index: int) -> bool:
    return index == 0 or sentences[index - 1].paragraph != sentences[index].paragraph


def _likened(sentence: Sentence, claim: VoteClaim, dates: tuple[DateMention, ...]) -> bool:
    """ "China abstained, as it had in the Council on 15 March, when Russia stood alone"."""
    for place, chunk in enumerate(sentence.chunks):
        if chunk.kinds.isdisjoint(BODIES) and (chunk.date is None or chunk.date not in dates):
            continue
        start = likened_from(sentence.chunks, place)
        if start is not None and start > sentence.chunks[0].start and start <= claim.end and claim.start >= start - 1:
            return True
    return False


def likened_from(chunks: list[Chunk], place: int) -> int | None:
    """Where the words begin that only liken another vote to the one told of, whose date stands at `place`."""
    return comparison(chunks, place) or _conceded(chunks, place)


def _conceded(chunks: list[Chunk], place: int) -> int | None:
    """Where "though it had voted yes in the Council on 15 March", "than the 141 of March 2022" begin, whose date stands
    at `place`.
    """
    for back in range(place - 1, max(place - CONCEDED, 0), -1):
        if chunks[back].text in ",;:—":
            return None
        if chunks[back].lower == "than" and any(c.cardinal is not None for c in chunks[back : back + 3]):
            return chunks[back].start  # "far fewer than the 141 that condemned it in March 2022"
        if chunks[back].lower in ("though", "although", "even though"):
            return chunks[back].start if any(c.lower == "had" for c in chunks[back:place]) else None
    return None


def _voted_then(sentence: Sentence, mention: DateMention) -> bool:
    """ "Washington, which this year has blocked texts on Gaza, was absent": of another vote than what follows."""
    if "relative" not in sentence.kinds or sentence.kinds.isdisjoint(VOTING_KINDS):
        return False
    dated = next((c for c in sentence.chunks if c.date is mention), None)
    return dated is not None and set_off(sentence, dated, sentence.chunks[-1].end)


def _place_of(sentence: Sentence, mention: DateMention) -> int:
    return next((i for i, c in enumerate(sentence.chunks) if c.date is mention), 0)


def _of_the_others(sentence: Sentence, mention: DateMention) -> bool:
    """ "It was the fifth veto of the kind: the other four fell in 1975": of others than the one told of."""
    place = _place_of(sentence, mention)
    opens = next((i + 1 for i in range(place - 1, -1, -1) if sentence.chunks[i].text in ".:;–—"), 0)
    for one, behind in pairwise(sentence.chunks[opens : place + 1]):
        if one.lower in ("others", "the others") or (one.has("other") and behind.cardinal is not None):
            return True
    return False


# --- body ------------------------------------------------------------------------------------


# --- texts -----------------------------------------------------------------------------------


def _said_before(sentence: Sentence, had: Chunk) -> bool:
    """ "Chad had said that it would not be bullied, and it abstained": what went before the vote itself."""
    behind = [c for c in sentence.chunks if c.start >= had.end][:3]
    return any(c.has("reporting") or c.lower in EXPECTING for c in behind)


def _said_of_a_text(sentence: Sentence, had: Chunk) -> bool:
    """ "The text which Washington had written was vetoed": who wrote it, which had to be before."""
    behind = next((c for c in sentence.chunks if c.start >= had.end and not c.has("adverb")), None)
    return behind is not None and behind.verb("sponsor", "put") is not None


def _inserted(sentence: Sentence, claim: VoteClaim) -> bool:
    if isinstance(claim, Sponsor) and between_commas(sentence, claim):
        return True
    chunks = [c for c in sentence.chunks if claim.start <= c.start]
    place = len(sentence.chunks) - len(chunks)
    if _AS_IT_WAS.search(sentence.text[: claim.start - sentence.start]):
        return True
    opens = any(
        before.text == ","
        and ((c.has("relative") and c.lower in WHO) or opens_what_went_before(sentence.chunks, place + at))
        for at, (before, c) in enumerate(pairwise(chunks[:9]), 1)
        if c.start < claim.end
    )
    if not opens and isinstance(claim, Position) and "when" in sentence.words and since_then(sentence, claim, place):
        return True
    if not opens and isinstance(claim, Position) and claim.noun:
        return among_causes(sentence, claim, place)
    closes = next((c for c in chunks if c.start >= claim.end), None)
    return opens and closes is not None and closes.text == ","


def _went_before(sentence: Sentence, claim: VoteClaim) -> bool:
    """Whether a claim stands in a relative clause of a veto or a vote behind "after", and the sentence goes on."""
    if "relative" not in sentence.kinds:
        return False
    before = [c for c in sentence.chunks if c.end <= claim.start]
    closes = next((c for c in sentence.chunks if c.start >= claim.end), None)
    if len(before) < 4 or closes is None or closes.text != "," or not before[-1].has("relative"):
        return False
    at = len(before) - (3 if before[-2].has("preposition") else 2)
    if before[at].text != "," or not before[at - 1].has("veto_noun", "vote_noun", "text"):
        return False
    return any(c.lower.split()[-1] in WENT_BEFORE for c in before[max(0, at - 5) : at - 1])


def _uncovered(reading: Reading, sentences: Iterable[int]) -> str | None:
    for sentence in (reading.sentences[index] for index in sentences):
        if "uncovered" in sentence.kinds:
            return next(entry.value for c in sentence.chunks if (entry := c.get("uncovered")) is not None)
        if speaks_of_a_second_term(sentence):
            return "appointment"
    return None
