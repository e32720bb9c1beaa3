"""The subject with which a clause opens: "On Palestinian membership it abstained", or by which it names a text: "Rwanda
voted for the Syria one". What the clause tells is of a vote on that, and not of the one spoken of before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.checking.choosing import Candidate, Link
from onrecord.checking.docket import Docket
from onrecord.checking.finding import Verdict
from onrecord.checking.judgement import Holds, judge
from onrecord.checking.relevance import relevance
from onrecord.checking.settlers.no_vote_meant import DOUBTFUL
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.words import text_of
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import Position, Tally, VoteClaim
from onrecord.reading.parsed import Sentence, finite, is_demonym

OPENING = frozenset({"on", "over", "as for", "as to", "regarding", "concerning", "when it came to", "in the case of"})
LONGEST = 12
"""Chunks of such a subject at most."""
SURE, VERY_SURE = 0.5, 0.8
"""Relevance from which the words are a vote's subject, and from which they single one vote out."""
NEAR = 0.85
"""Share of the highest relevance from which an event is meant as well."""
SHARED = 0.6
"""Share of it from which the vote spoken of before is on that subject too."""
MOST = 40
FRESH = timedelta(days=3 * 366)
"""How long before an article a vote may lie that it names by no more than its subject."""
POINTS = 10.0


def on_its_subject(
    claim: VoteClaim, sentence: Sentence, link: Link, docket: Docket, article: date | None, carried: bool
) -> Link:
    """What a claim is about, where its clause opens with a subject: of what `link` means, or of another vote.

    `carried` is whether what `link` means was told of before, and the claim names neither a day nor a symbol itself.
    """
    if link.together or not isinstance(claim, Position | Tally):
        return link
    apart = _not_where(sentence, claim) if isinstance(claim, Position) else None
    words = apart or (_subject(sentence, claim) if isinstance(claim, Position) else None)
    another = None
    if words is None and carried:
        another = _matter_of_another(sentence, claim)
        words = another or _named_by_its_place(sentence, claim, link, docket)
    if words is None:
        return link
    found = relevance(docket, [words])
    if found.most < SURE:
        return link
    meant = [e for e in link.events if found.get(e.id, 0.0) >= NEAR * found.most]
    if meant:
        return replace(link, events=meant)
    if any(found.get(e.id, 0.0) >= SHARED * found.most for e in link.events):
        return link
    if not carried and not apart and link.basis in ("date", "symbol"):
        return link
    events = docket.events
    close = [events[place] for place in found.highest(MOST)]
    close = [e for e in close if found.get(e.id, 0.0) >= NEAR * found.most]
    if article is not None:
        close = [e for e in close if article - FRESH <= e.date <= article]
    sure = len(close) == 1 and not another and found.most >= VERY_SURE
    return Link(close, candidates=[Candidate(close[0], POINTS)] if sure else [], basis="subject" if close else "none")


def of_the_matter_named(claim: Position, settled: Settled, sentence: Sentence, docket: Docket) -> Settled:
    """What contradicts "Britain vetoed the text on Suez", held against a vote on Haiti of those days: where just one
    other of late was on the matter named and bears the words out, that one is meant.
    """
    words = _subject(sentence, claim) or _matter_of_another(sentence, claim)
    event = settled.events[0]
    named = words is not None and any(word[:1].isupper() for word in words.split())
    if (
        words is None
        or not named
        or "cite" in sentence.kinds
        or any(claim.start <= c.start < claim.end for c in sentence.dates)
    ):
        return settled
    found = relevance(docket, [words])
    if found.most < SURE or found.get(event.id, 0.0) >= SHARED * found.most:
        return settled
    near = docket.between(event.date - OF_LATE, event.date + OF_LATE)
    others = [
        e for e in near if e.id not in {e.id for e in settled.events} and found.get(e.id, 0.0) >= NEAR * found.most
    ]
    judged = [(e, judge(claim, e, docket)) for e in others]
    held = [(e, j) for e, j in judged if j.holds is Holds.YES]
    if not held:
        return settled
    if len(judged) == 1:
        return Settled(Verdict.SUPPORTED, held[0][1].reason, (held[0][0],), confidence=0.6)
    reason = f"{settled.reason[:-1]}; but {text_of(held[0][0])} may be meant, of which it holds."
    return settled.left_open(reason, DOUBTFUL)


OF_LATE = timedelta(days=62)
"""How far apart the votes may lie that a text tells of together."""


def _subject(sentence: Sentence, claim: VoteClaim) -> str | None:
    """The words behind "on" that open the claim's clause, where they are no day, number, text or pronoun."""
    chunks = sentence.chunks
    at = next((i for i, c in enumerate(chunks) if c.end > claim.start), 0)
    opens = next((i + 1 for i in range(at - 1, -1, -1) if chunks[i].text in ".;:—–" or _turns(chunks, i)), 0)
    while opens < len(chunks) and (chunks[opens].has("and", "but") or not chunks[opens].is_word):
        opens += 1
    if opens >= len(chunks) or chunks[opens].lower not in OPENING:
        return None
    last = opens
    for position in range(opens + 1, min(opens + 1 + LONGEST, len(chunks))):
        chunk = chunks[position]
        if chunk.text == "," or chunk.date is not None or finite(chunk) or chunk.has("pronoun_member"):
            break
        if chunk.cardinal is not None or (chunk.number is not None and chunk.number.ordinal) or chunk.has("cite"):
            return None
        last = position
    behind = chunks[last + 1] if last + 1 < len(chunks) else None
    last = _before_voter(chunks, opens, last) if behind is not None and finite(behind) else last
    inside = chunks[opens + 1 : last + 1]
    if not inside or chunks[last].end > claim.end or not _names_something(inside):
        return None
    return sentence.text[inside[0].start - sentence.start : inside[-1].end - sentence.start]


def _not_where(sentence: Sentence, claim: VoteClaim) -> str | None:
    """The place in "Chad was alone on Haiti; not on Nauru, though, where Mali abstained", behind which the claim is."""
    chunks = sentence.chunks
    at = next((i for i, c in enumerate(chunks) if c.end > claim.start), 0)
    at = at if chunks[at].lower in WHERE else at - 1
    if at < 3 or chunks[at].lower not in WHERE or chunks[at - 1].text != ",":
        return None
    place = at - 2
    while place > 1 and (chunks[place].has("adverb", "but") or chunks[place].text == ","):
        place -= 1
    denied = [c for c in chunks[max(0, place - 3) : place] if c.has("negation") or c.lower == "unlike"]
    return chunks[place].text if denied and chunks[place].text[:1].isupper() and chunks[place].date is None else None


WHERE = frozenset({"where", "on which", "over which"})


def _turns(chunks: list[Chunk], at: int) -> bool:
    """ "On Macedonia Chad abstained, and on Guatemala it was in favour": whether the clause behind has its own."""
    named = chunks[at + 1 : at + 3]
    return (
        chunks[at].lower in ("and", "but", "while", "whereas")
        and len(named) > 1
        and named[0].lower in OPENING
        and named[1].text[:1].isupper()
        and named[1].date is None
    )


def _named_by_its_place(sentence: Sentence, claim: VoteClaim, link: Link, docket: Docket) -> str | None:
    """The place of "the Gaza text", "the Syria one"; not of who may have put it forward, "the Brazil draft"."""
    if "text" not in sentence.kinds and sentence.words.isdisjoint(ONE):
        return None
    chunks = [c for c in sentence.chunks if claim.start <= c.start < claim.end]
    for article, place, noun in zip(chunks, chunks[1:], chunks[2:], strict=False):
        if article.lower != "the" or not (noun.has("text") or noun.lower in ONE) or is_demonym(place):
            continue
        entry = place.get("member")
        if not place.text[:1].isupper() or place.text.isupper() or (entry is None and place.entries):
            continue
        codes = {alias.code for alias in entry.aliases} if entry is not None else set()
        if not any(docket.votes(event).keys() & codes for event in link.events):
            return place.text
    return None


def _matter_of_another(sentence: Sentence, claim: VoteClaim) -> str | None:
    """The matter in "Chad had just vetoed a text on Haiti", "Chad, which had abstained on Haiti"."""
    if not isinstance(claim, Position) or sentence.words.isdisjoint(ABOUT):
        return None
    chunks = sentence.chunks
    for at in range(1, len(chunks) - 1):
        if chunks[at].lower not in ABOUT or not claim.start < chunks[at].start < claim.end:
            continue
        of_a_text = chunks[at - 1].has("text") or chunks[at - 1].lower in ONE
        if not of_a_text and not (chunks[at - 1].has("verb") and chunks[at + 1].text[:1].isupper()):
            continue
        ends = range(at + 1, min(at + 1 + LONGEST, len(chunks)))
        last = next((i for i in ends if not chunks[i].is_word or chunks[i].date or finite(chunks[i])), ends.stop) - 1
        inside = chunks[at + 1 : last + 1]
        if not inside or not _names_something(inside):
            return None
        return sentence.text[inside[0].start - sentence.start : inside[-1].end - sentence.start]
    return None


ABOUT = frozenset({"on", "about", "over", "concerning", "regarding"})
ONE = frozenset({"one", "vote", "ballot"})


def _before_voter(chunks: list[Chunk], opens: int, last: int) -> int:
    """Where the subject ends in front of those who voted: "on climate India voted no"."""
    while last > opens and (chunks[last].has("member", "group", "and", "delegate") or chunks[last].text == ","):
        last -= 1
    if last == opens and all(c.has("member") for c in chunks[opens + 1 : opens + 3]):
        return opens + 1  # "on Colombia Washington abstained"
    return last


def _names_something(inside: Sequence[Chunk]) -> bool:
    words = [c for c in inside if c.is_word and not c.has("determiner", "pronoun_text", "preposition", "other")]
    return any(not c.has("text", "vote_noun", "only", "last_word", "veto_noun") for c in words)
