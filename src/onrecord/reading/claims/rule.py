"""What a body's rules require or allow, also as a possibility that was not used."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.claims.vote import Members, VoteClaim
from onrecord.reading.dates import DateMention


@dataclass(frozen=True, slots=True)
class Rule(VoteClaim):
    statement: str
    """`votes needed`, `least` (the event's votes are the fewest that carry), `short by`, `share needed`,
    `one no stops`, `noes needed`, `veto applies`, `consent of all`, `abstention stops`, `could stop`, `counts as veto`
    (the members' vote against), `holds veto`, `holders` (how many hold it), `no veto needed`, `elected veto`, `one
    vote each`, `re-election`, `elected by`, `recommendation`, `appointment` (of the Secretary-General),
    `ratification` (of changes of the Charter), `blocking number` (so many that withhold a Yes stop any text), `to
    spare`, `not reached` (so many votes), `enough` (the event's votes are as many as carry), `enough votes` (so many
    would carry), `too few` (so many votes carry nothing), `rotation` (so many are elected each year), `binding` (what
    the body decides), `binding text` (the text spoken of), `unanimity`, `uniting for peace`, `party to a dispute`
    (abstains)."""
    body: str = "unsc"
    quantity: int | None = None
    share: float | None = None
    matter: str | None = None
    """`procedural` where the words say so."""
    members: Members | None = None
    negated: bool = False
    names_body: bool = False
    """Whether the sentence itself names the Council."""
    date: DateMention | None = None
    past: bool = False
    will_do: bool = False
    """Said of votes that are enough, which may be more than must be."""
    of_old: bool = False
    """Told of an earlier time that has no date: "before that it was seven", "seven of eleven"."""
