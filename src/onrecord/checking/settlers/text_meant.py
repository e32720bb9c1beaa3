"""Whose text a claim that a vote belies is of: that of those named, or one before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from onrecord.checking.docket import Docket
from onrecord.checking.settlers.no_vote_meant import (
    DOUBTFUL,
)
from onrecord.checking.settlers.settled import Settled
from onrecord.checking.thread import Thread
from onrecord.checking.words import text_of
from onrecord.reading.claims.vote import Members, Position, Sponsor, VoteClaim
from onrecord.reading.read import Reading

LATELY = timedelta(days=62)
"""How long before a vote another text on the same subject may be the one that is spoken of."""
THEIR_TEXT = re.compile(r"\b(?:Their|Her|His|their|her|his) (?:own )?(?:text|draft|version|paper|counter-draft)\b")
HAD_WRITTEN = re.compile(r"\b(?:had|having)\b")
TAKEN_OVER = 2
"""Sentences behind "Peru had written it" in which those may be named who put it to the vote instead."""


def codes(members: Iterable[Members]) -> set[str]:
    return {alias.code for one in members for named in one.named for alias in named.aliases}


def of_their_own_text(claim: VoteClaim, thread: Thread, settled: Settled, reading: Reading, docket: Docket) -> Settled:
    """ "Having vetoed the American text, Moscow voted for this one": of a text of theirs, voted on just before this;
    or, "Moscow supported the American text", of one whose authors the record does not know.
    """
    told = [claim] if isinstance(claim, Sponsor) else [
        c for c in reading.claims_in(claim.sentence)
        if isinstance(c, Sponsor) and c.start < claim.end and claim.start < c.end
    ]  # fmt: skip
    if not told or not settled.events:
        return settled
    event = settled.events[0]
    authors = codes(c.members for c in told if c.loose and not c.negated)
    own = docket.record.sponsorship(event.id)
    named = [c.members for c in thread.claims if isinstance(c, Sponsor) and c.end <= claim.start]
    if authors and named and not authors & {*codes(named), *((*own.leads, *own.sponsors) if own is not None else ())}:
        return settled.left_open("The words may be of another text than that of those named before.", DOUBTFUL)
    if isinstance(claim, Position) and claim.choice != "veto":
        if not authors or own is not None or docket.body == "unsc" or authors & codes(named):
            return settled
        return settled.left_open("Whose text that was is not in the record, and another may be meant.", DOUBTFUL)
    topics = set(docket.record.topics_of(event.id))
    for other in docket.between(event.date - LATELY, event.date):
        row = docket.record.sponsorship(other.id)
        if other is event or row is None or not topics.intersection(docket.record.topics_of(other.id)):
            continue
        if not authors.isdisjoint((*row.leads, *row.sponsors)):
            return settled.left_open(f"{settled.reason[:-1]}; but {text_of(other)} may be meant.", DOUBTFUL)
    return settled


def before_others_did(claim: Sponsor, settled: Settled, reading: Reading, docket: Docket) -> Settled:
    """ "Peru had written it. Then Chad, Mali and Togo took it out of her hands": true at first, as the text goes on.
    "Their text had ten authors" may be of another than the one voted on.
    """
    if THEIR_TEXT.search(reading.normal.text, reading.sentences[claim.sentence].start, claim.end):
        return settled.left_open(f"{settled.reason[:-1]}; but whose text is meant cannot be told.", DOUBTFUL)
    row = docket.record.sponsorship(settled.events[0].id) if settled.events else None
    sentences = reading.sentences[claim.sentence : claim.sentence + TAKEN_OVER + 1]
    if row is None or len(row.sponsors) < 2 or not HAD_WRITTEN.search(reading.normal.text[claim.start : claim.end]):
        return settled
    behind = [c for s in sentences for c in s.chunks if c.start >= claim.end]
    named = {a.code for c in behind if (entry := c.get("member")) is not None for a in entry.aliases}
    if not named.issuperset(row.sponsors):
        return settled
    return settled.left_open(f"{settled.reason[:-1]}; the words may be of an earlier draft.", DOUBTFUL)
