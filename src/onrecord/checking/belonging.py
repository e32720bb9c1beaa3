"""Which answers are findings: of the United Nations' votes and figures, and of no other body's."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.checking.finding import Verdict, Why
from onrecord.checking.settlers.settled import Settled
from onrecord.reading.another_body import in_that_body
from onrecord.reading.claims.figure import Figure
from onrecord.reading.claims.frequency import Count, Generalisation
from onrecord.reading.claims.membership import Membership, Size
from onrecord.reading.claims.rule import Rule
from onrecord.reading.claims.vote import Position, Sponsor, Tally, VoteClaim
from onrecord.reading.parsed import Sentence
from onrecord.reading.read import Reading
from onrecord.record.model import VETO_HOLDERS

ANOTHER_ORGAN = "another UN organ"
LEGISLATURES = ("a legislature", "a legislature's answer to a veto")
BORNE_OUT = (Verdict.SUPPORTED, Verdict.DEPENDS)


def borne_out(reading: Reading, answered: Sequence[tuple[VoteClaim, Settled]]) -> frozenset[str]:
    """The votes that a text is known to speak of: it says something true of them that is no other body's, or two."""
    sure: set[str] = set()
    doubtful: dict[str, set[int]] = {}
    for claim, settled in answered:
        if settled.verdict in BORNE_OUT and len(settled.events) == 1 and isinstance(claim, Tally | Position):
            event = settled.events[0].id
            if _elsewhere(reading.sentences[claim.sentence]) is None:
                sure.add(event)
            else:
                doubtful.setdefault(event, set()).add(claim.start)
    return frozenset(sure.union(event for event, starts in doubtful.items() if len(starts) > 1))


def belongs(reading: Reading, claim: VoteClaim, settled: Settled, known: frozenset[str]) -> bool:
    """Whether it is a finding: the United Nations' vote or figure, and not said better by another claim."""
    if isinstance(claim, Figure | Membership | Size | Rule):
        return True
    if (elsewhere := _elsewhere(reading.sentences[claim.sentence])) is not None:
        # The Assembly votes on who sits in the Human Rights Council; no parliament's vote is the United Nations'.
        own = (elsewhere == ANOTHER_ORGAN and not _voted_there(reading, claim)) or any(
            event.id in known for event in settled.events
        )
        return settled.verdict in BORNE_OUT and own
    at_odds = settled.verdict is Verdict.CONTRADICTED and reading.speaks_of_the_united_nations
    if isinstance(claim, Position) and not at_odds and _vetoes_elsewhere(reading, claim):
        return False
    if settled.verdict is Verdict.CONTRADICTED and isinstance(claim, Generalisation):
        if reading.normal.text[claim.start : claim.end].count('"') == 1:
            return False  # "People say that China “never vetoes”": another's words
    if settled.verdict in BORNE_OUT or reading.speaks_of_the_united_nations:
        return True
    if isinstance(claim, Count | Generalisation):
        if any(_elsewhere(sentence) in LEGISLATURES for sentence in reading.sentences):
            return False  # "The Senate told him so, and he vetoed it. Obama did it twelve times."
        return claim.acts.what in ("veto", "vetoed") or claim.acts.noun.startswith(("resolution", "draft"))
    if settled.verdict is Verdict.CONTRADICTED and isinstance(claim, Tally):
        # A bare count in a text that speaks of no state and no United Nations may be some committee's, unless the
        # text says something true of the same vote and the count gives but one side more.
        told = any(isinstance(c, Position | Sponsor) for c in reading.claims)
        one_side = claim.yes is None or claim.no is None
        return told or (one_side and any(event.id in known for event in settled.events))
    if settled.verdict is Verdict.CONTRADICTED or settled.events or settled.why is Why.NOT_COVERED:
        return True
    return isinstance(claim, Position) and len(claim.members.named) > 1


OF_THE_COUNCIL = ("text", "cite", "council", "pronoun_text", "no_noun", "vote_noun")
"""Kinds of words that a claim has of the Council's texts and votes."""


def _voted_there(reading: Reading, claim: VoteClaim) -> bool:
    """ "Voted against the resolution in the Human Rights Council": a vote of that organ's own."""
    chunks = reading.sentences[claim.sentence].chunks
    named = (i for i, c in enumerate(chunks) if c.has("elsewhere") and claim.start <= c.start < claim.end)
    return any(in_that_body(chunks, i) for i in named)


def _vetoes_elsewhere(reading: Reading, claim: Position) -> bool:
    """ "Hungary vetoed the fifty billion": what no member of the Council could, of what is none of its texts."""
    if claim.choice != "veto" or claim.negated or len(claim.members.named) != 1 or claim.members.groups:
        return False
    if any(alias.code in VETO_HOLDERS for alias in claim.members.named[0].aliases):
        return False
    said = [c for c in reading.sentences[claim.sentence].chunks if claim.start <= c.start < claim.end]
    return not any(c.has(*OF_THE_COUNCIL) for c in said)


def _elsewhere(sentence: Sentence) -> str | None:
    """Which other body a sentence speaks of, as `tables/elsewhere.csv` has it."""
    entries = (chunk.get("elsewhere") for chunk in sentence.chunks) if sentence.elsewhere else ()
    return next((entry.value for entry in entries if entry is not None), None)
