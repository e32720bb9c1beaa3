"""The counts told together with a claim: those of its sentence, and the bare one that follows what became of a text."""

from __future__ import annotations

from onrecord.reading.claims.vote import Outcome, Tally, VoteClaim
from onrecord.reading.read import Reading


def tallies_with(reading: Reading, claim: VoteClaim) -> tuple[Tally, ...]:
    """Those of the claim's own sentence, else the one behind: "The resolution is adopted. 141 in favour, 5 against"."""
    own = tuple(t for t in reading.claims_in(claim.sentence) if isinstance(t, Tally))
    return own or tally_behind(reading, claim)


def tally_behind(reading: Reading, claim: VoteClaim) -> tuple[Tally, ...]:
    """The count that opens the sentence behind an outcome, where that sentence names nothing else."""
    following = claim.sentence + 1
    if not isinstance(claim, Outcome) or following >= len(reading.sentences):
        return ()
    sentence = reading.sentences[following]
    if sentence.paragraph != reading.sentences[claim.sentence].paragraph or sentence.chunks[0].number is None:
        return ()
    if reading.bodies[following] is not None or any(c.date is not None for c in sentence.chunks):
        return ()
    return tuple(t for t in reading.claims_in(following) if isinstance(t, Tally) and t.start == sentence.start)
