"""Which body voted, and when, as those tell who are said to have voted: so many states, some without a seat, some that
are no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.checking.body_told_of import counted
from onrecord.checking.docket import NAMES_OF_STATES, Docket
from onrecord.checking.judgement import parts
from onrecord.checking.members import codes_on
from onrecord.reading.claims.vote import LARGEST_COUNCIL, Position, Tally, VoteClaim, whole
from onrecord.reading.read import Reading
from onrecord.record.model import VoteEvent

TELLING = 3
"""States named at once, from which what few do tells the vote."""
MANY = 4
"""States whose votes are told of, from which the body need not be named."""
SEVERAL = 2
"""Members without a seat that one text would hardly place on the Council by mistake."""


def of_states(claims: Sequence[VoteClaim], reading: Reading) -> bool:
    """Whether so many states are said to have voted, where no other body is spoken of, that the United Nations' name
    need not be.
    """
    own = (c for c in claims if not reading.sentences[c.sentence].elsewhere)
    voted = (c.members.named for c in own if isinstance(c, Position) and not (c.loose or c.noun))
    return len({named.text for group in voted for named in group}) >= MANY


def assembly_counts(reading: Reading, assembly: Docket) -> bool:
    """Whether a count that a text gives is one of the Assembly's own, larger than the Council's can be."""
    told = (c for c in reading.claims if isinstance(c, Tally) and counted(c) > LARGEST_COUNCIL)
    for claim in told:
        given = {role: whole(value) for role, value in parts(claim).items()}
        count = (given.get("yes"), given.get("no"), given.get("abstain"))
        if "yes" in given and "no" in given and count in assembly.by_tally:
            return not reading.sentences[claim.sentence].elsewhere
    return False


def without_seats(claims: Sequence[VoteClaim], best: VoteEvent | None, docket: Docket) -> bool:
    """Whether several of those said to have voted had no seat, so that the Assembly's vote is meant."""
    if docket.body != "unsc" or best is None:
        return False
    seats = docket.seats(best.date)
    told = [c for c in claims if not (isinstance(c, Position) and c.stance)] or claims
    # "Fourteen voted for it. Israel rejects it, Jordan backs it": states without a vote say so as well
    said = [(c, codes_on(c.members, docket, best.date)) for c in told if isinstance(c, Position)]
    without = {code for _, codes in said if codes for code in codes if code not in seats}
    in_favour = all(isinstance(c, Position) and c.choice == "yes" for c in claims)
    return len(without) >= SEVERAL or (bool(without) and in_favour)


def of_several(claim: VoteClaim) -> bool:
    """Whether it names so many that did what few do, or one that alone did, that a vote which bears it out is hardly
    another.
    """
    if not isinstance(claim, Position) or claim.choice not in ("no", "abstain", "with"):
        return False
    return len(claim.members.named) >= TELLING or (claim.only and not claim.negated and bool(claim.members.named))


def last_day_of_states(claims: Sequence[VoteClaim], docket: Docket) -> date | None:
    """The last day on which all that are named as voting were states: 24 December 1991 for the Soviet Union.

    None where all still are.
    """
    named = (n for claim in claims if isinstance(claim, Position) for n in claim.members.named)
    lasts = ([docket.states_ended.get(a.code) for a in n.aliases if a.kind in NAMES_OF_STATES] for n in named)
    return min((max(filter(None, days)) for days in lasts if days and all(days)), default=None)
