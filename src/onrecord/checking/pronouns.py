"""Whom else a pronoun may mean: "the lone no was Panama's, not, as I had thought, the Spaniard's: he abstained"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.checking.docket import Docket
from onrecord.checking.judgement import Holds, judge
from onrecord.checking.members import code_on
from onrecord.reading.claims.vote import Members, Named, Position
from onrecord.reading.parsed import Sentence
from onrecord.reading.read import Reading
from onrecord.record.model import VoteEvent

ONE = frozenset({"it", "he", "she", "its", "his", "her", "the latter", "the former"})
BACK = 1
"""Sentences before its own in which a pronoun's member may stand."""


def another_meant(claim: Position, reading: Reading, docket: Docket, event: VoteEvent) -> str | None:
    """The name near by of another member that did as said, where only a pronoun says who did."""
    own = reading.sentences[claim.sentence]
    if len(claim.members.named) != 1 or claim.members.groups or not _by_pronoun(claim, own):
        return None
    that_day = docket.between(event.date, event.date)
    for sentence in reversed(reading.sentences[max(0, claim.sentence - BACK) : claim.sentence + 1]):
        for chunk in reversed(sentence.chunks):
            entry = chunk.get("member")
            if entry is None or chunk.start >= claim.start:
                continue
            other = Named(chunk.text, entry.aliases)
            if code_on(other, event.date) == code_on(claim.members.named[0], event.date):
                continue
            meant = replace(claim, members=Members((other,), text=other.text))
            if any(judge(meant, of_that_day, docket).holds is Holds.YES for of_that_day in that_day):
                return other.text
    return None


def _by_pronoun(claim: Position, sentence: Sentence) -> bool:
    said = [chunk for chunk in sentence.chunks if claim.start <= chunk.start < claim.end]
    if any(chunk.text == claim.members.named[0].text for chunk in said):
        return False
    return any(chunk.has("pronoun_member") and chunk.lower in ONE for chunk in said)
