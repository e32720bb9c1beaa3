"""The counts told together with a claim: those of its sentence, and the bare one that follows what became of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checking.citing import chunks_of
from onrecord.checking.fitting import counts_apart, other_count
from onrecord.checking.set_apart import called_by
from onrecord.reading.claims.vote import Outcome, Sponsor, Tally, VoteClaim
from onrecord.reading.read import Reading

if TYPE_CHECKING:
    from onrecord.checking.thread import Thread


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


AFTERWARDS = ("then", "finally", "eventually", "at last", "in the end")
"""Words with which a count is of a vote that came after the one counted before."""


def count_of_another_text(reading: Reading, thread: Thread, claim: VoteClaim) -> bool:
    """ "The Afghan text had thirteen votes. The Iranian text had ten": other numbers, of texts called otherwise;
    "Russia's texts found four supporters each. Twelve then voted for a third": of what came after.
    """
    if any(other_count(thread, t) or counts_apart(thread, t) for t in tally_behind(reading, claim)):
        return True
    if not isinstance(claim, Tally) or not counts_apart(thread, claim):
        return False
    sentences = reading.sentences
    if claim.sentence not in thread.sentences:
        own_words = chunks_of(sentences[claim.sentence], claim)
        if any(c.lower in AFTERWARDS for c in own_words):
            return True
        between_them = sentences[max(thread.sentences) + 1 : claim.sentence]
        if len(between_them) == 1 and "then" in between_them[0].words and "member" in between_them[0].kinds:
            return True  # "Thirteen said yes. Moscow then asked for six months. It got two votes."
    own = called_by(sentences[claim.sentence], claim)
    told = [called_by(sentences[c.sentence], c) for c in thread.claims if isinstance(c, Tally)]
    if thread.symbols and not reading.cited[claim.sentence]:
        # "Resolution 1244 was fourteen to nil. Moscow's draft got three": a number calls a text too
        named = own or any(isinstance(c, Sponsor) for c in reading.claims_in(claim.sentence))
        return bool(named) and not any(own & other for other in told)
    return bool(own) and all(other and not own & other for other in told)
