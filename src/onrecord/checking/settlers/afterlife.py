"""What became of a resolution after its vote, no claim on the vote: "In 2018 Trump tore up resolution 2231"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.checking.choosing import Link
from onrecord.checking.offices import held_on, in_office
from onrecord.checking.settlers.settled import Settled
from onrecord.reading.claims.vote import Outcome, Position, VoteClaim
from onrecord.reading.read import Reading
from onrecord.record.model import Outcome as Became

LONG_AFTER = timedelta(days=300)
_AT_THE_VOTE = re.compile(
    r"\bveto|\breject|\bfail|\bvot|\bdefeat|\badopt|\bpass|\bblock|\bturned down\b|\bfell\b|\bcarried\b", re.IGNORECASE
)
"""Words for what happens to a text when it is put to the vote, and hardly later."""


def of_its_afterlife(
    claim: VoteClaim, link: Link, settled: Settled, reading: Reading, article: date | None
) -> Settled | None:
    """The contradiction; None where an adopted text is only said to be dead, and left open where the words are of a
    later time or of somebody who was not yet, or no longer, in office.
    """
    if link.basis != "symbol" or not link.events or any(e.outcome is not Became.ADOPTED for e in link.events):
        return settled
    words = reading.normal.text[claim.start : claim.end]
    if isinstance(claim, Outcome):
        return settled if _AT_THE_VOTE.search(words) is not None else None
    if not isinstance(claim, Position):
        return settled
    sentence = reading.sentences[claim.sentence]
    voted = link.events[0].date
    if (claim.block or claim.stance) and _AT_THE_VOTE.search(words) is None:
        told = [c.date.resolve(article) for c in sentence.dates if c.date is not None and c.date.role == "at"]
        if any(t is not None and t.start is not None and t.start - voted > LONG_AFTER for t in told):
            return settled.left_open("The words are of a later time than the vote.")
    if any(not held_on(terms, voted) for terms in in_office(sentence, claim)):
        return settled.left_open(f"{settled.reason[:-1]}; who is named was not in office then.")
    return settled
