"""In which body the vote was that a claim tells of: the one named last, what a count betrays, or the one before."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.checking.citing import TURNS, between
from onrecord.checking.clauses_apart import set_off
from onrecord.checking.set_apart import pluperfect
from onrecord.checking.summons import goes_on_there, summoned
from onrecord.checking.times_of_events import comparison
from onrecord.reading.chunks import Chunk
from onrecord.reading.claims.vote import LARGEST_COUNCIL, Outcome, Position, Sponsor, Tally, VoteClaim, whole
from onrecord.reading.numbers import NumberMention
from onrecord.reading.parsed import Sentence, finite
from onrecord.reading.read import Reading

BODIES = ("assembly", "council", "in_assembly", "in_council")
"""Kinds of words that name a body, by itself or inside a verb: "sailed through the General Assembly"."""


def of_the_assembly(sentence: Sentence, claim: Tally, symbols: tuple[str, ...]) -> bool:
    """Whether a sentence that names both bodies, and cites the Council's texts, counts more votes than it has."""
    both = "council" in sentence.kinds and "assembly" in sentence.kinds
    return both and counted(claim) > LARGEST_COUNCIL and all(s.startswith("S/") for s in symbols)


def body_of(reading: Reading, claim: VoteClaim, before: str, tallies: Iterable[Tally]) -> str:
    """The body last named before the claim's end in its sentence, else what a count betrays, else the one before."""
    if is_a_veto(claim) or (isinstance(claim, Sponsor) and _vetoed(reading, claim)):
        return "unsc"
    named: str | None = None
    counts = (claim,) if isinstance(claim, Tally) and claim.yes is not None else tuple(tallies)
    sentence = reading.sentences[claim.sentence]
    chunks: list[Chunk] = [] if sentence.kinds.isdisjoint(BODIES) else sentence.chunks
    for at, chunk in enumerate(chunks):
        if chunk.kinds.isdisjoint(BODIES):
            continue
        # what a text begins with is of the first body that it names
        turned = sentence.index > 0 and _turned_from(sentence, claim, chunk)
        if chunk.start >= claim.end and (named is not None or turned):
            counts = tuple(tally for tally in counts if tally is claim or tally.start < chunk.start)
            break
        if _done_there(chunks, at):
            continue  # "the Council endorsed what the Assembly had done: thirteen were in favour"
        if chunk.start < claim.end and set_off(sentence, chunk, claim.end):
            continue  # "Brazil, which had abstained in the Council, voted for it"
        if _only_likened(chunks, at, claim):
            # "China abstained as it had in the Council on 15 March, when it was 13 to 1"
            counts = tuple(tally for tally in counts if tally is claim or tally.start < chunk.start)
            continue
        if chunk.has("assembly", "in_assembly"):
            # What is sent, handed or moved "to the Assembly" was voted on elsewhere.
            sent = any(c.lower == "to" for c in chunks[max(0, at - 2) : at])
            if goes_on_there(chunks, at, claim):
                named = "unga"
            elif summoned(chunks, at):
                named = "unga" if any(counted(t) > LARGEST_COUNCIL for t in counts) else "unsc"
            else:
                named = named if sent else "unga"
        elif not _of_its_members(chunks, at):
            within = any(c.lower == "in" for c in chunks[max(0, at - 1) : at])
            named = (named or "unsc") if chunk.lower.startswith("the council") and not within else "unsc"
    too_many = any(counted(tally) > LARGEST_COUNCIL for tally in counts)
    # "Fifty-eight abstained, China foremost": of how many they are some
    some_of = claim.total if isinstance(claim, Position) else None
    too_many = too_many or (some_of is not None and whole(some_of) > LARGEST_COUNCIL)
    if named is not None:
        # "The Assembly swapped its Commission for a Council, by 170 votes to four": the count says whose vote it was.
        asked = isinstance(claim, Tally) and _asked_by_them(sentence, claim)
        return "unga" if too_many and (asked or any(c.has("assembly") for c in chunks)) else named
    if too_many or there(reading, claim):
        return "unga"
    for tally in counts:
        alone = tally.stray and tally.no is None and tally.abstain is None and before == "unga"
        if tally.yes is not None and whole(tally.yes) > LARGEST_COUNCIL // 2 and not alone:
            return "unsc"
    return "unsc" if "veto_noun" in sentence.kinds else before


def _asked_by_them(sentence: Sentence, claim: Tally) -> bool:
    """ "143 states asked that the Council look again": the Council is told of behind what so many did."""
    start = claim.yes.start + sentence.start if isinstance(claim.yes, NumberMention) else None
    if start is None:
        return False
    did = next((c.end for c in sentence.chunks if c.start > start and finite(c)), sentence.end)
    return all(c.start > did for c in sentence.chunks if not c.kinds.isdisjoint(BODIES))


def there(reading: Reading, claim: VoteClaim) -> bool:
    """ "The Council called the Assembly. Hungary was in favour there": in the body named last before."""
    sentence = reading.sentences[claim.sentence]
    if "there" not in sentence.words or not isinstance(claim, Position) or claim.noun or not claim.sentence:
        return False
    at = next((i for i, c in enumerate(sentence.chunks) if c.lower == "there" and c.end + 1 >= claim.start), None)
    if at is None:
        return False
    if sentence.chunks[at].end != claim.end and not any(c.has("member") for c in sentence.chunks[at + 1 : at + 2]):
        return False
    before = reading.sentences[claim.sentence - 1].chunks
    last = next((c for c in reversed(before) if not c.kinds.isdisjoint(BODIES)), None)
    return last is not None and last.has("assembly", "in_assembly")


def is_a_veto(claim: VoteClaim) -> bool:
    """Whether it tells of a veto, which there is in the Council only."""
    if isinstance(claim, Position):
        return claim.choice == "veto"
    return isinstance(claim, Outcome) and claim.outcome == "vetoed"


def _vetoed(reading: Reading, claim: Sponsor) -> bool:
    """ "The Assembly met after Russia vetoed an Albanian draft", "in April Malta's own draft: Washington vetoed it":
    whose text it was, of one that was vetoed.
    """
    sentence = reading.sentences[claim.sentence]
    if sentence.kinds.isdisjoint(BODIES) and any(map(is_a_veto, reading.claims_in(claim.sentence))):
        return True
    before = next((c for c in reversed(sentence.chunks) if c.end <= claim.start and not c.has("determiner")), None)
    return before is not None and before.verb("veto") is not None


def _only_likened(chunks: list[Chunk], at: int, claim: VoteClaim) -> bool:
    """Whether what the claim tells is only likened to what the body named did: "as in the Council, it abstained"."""
    start = comparison(chunks, at)
    if start is None:
        return False
    if claim.start < start:
        return True
    fronted = all(not c.is_word or c.has("and", "but", "adverb") for c in chunks if c.start < start)
    comma = next((i for i in range(at + 1, len(chunks) - 1) if chunks[i].text == ","), None)
    if not fronted or comma is None or chunks[comma + 1].start >= claim.end:
        return False
    return chunks[comma + 1].lower not in ("when", "where", "with")


def _done_there(chunks: list[Chunk], at: int) -> bool:
    """Whether a body is named for what it had done before, which another then took up."""
    before = chunks[at - 1 - chunks[at - 1].has("determiner")].lower if at > 1 else ""
    behind = chunks[at + 1 : at + 3]
    return before in ("what", "that", "which") and len(behind) > 1 and pluperfect(chunks[: at + 3], at + 1)


def _turned_from(sentence: Sentence, claim: VoteClaim, body: Chunk) -> bool:
    """ "Britain abstained, as it had in the Council": what is named behind another beginning is not the claim's."""
    turning = (*TURNS, "as", "like", "though", "although", "even though", "despite", "after")
    return any(c.text == ";" or c.lower in turning for c in between(sentence, claim.end, body.start))


def _of_its_members(chunks: list[Chunk], at: int) -> bool:
    """ "Japan, then a member of the Security Council,", "of the five permanent members of the Security Council": says
    who somebody is, not where the vote was.
    """
    before = " ".join(c.lower for c in chunks[max(0, at - 4) : at]).split()
    return ("member" in before or "permanent" in before) and "of" in before[-2:]


def counted(tally: Tally) -> int:
    """How many votes it counts in all."""
    return sum(whole(v) for v in (tally.yes, tally.no, tally.abstain, tally.not_voting) if v is not None)
