"""One claim on how members voted, held against one vote: who did what it says, and how to name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.checking.docket import Docket
from onrecord.checking.words import DID, capital, event_on, listing, names
from onrecord.reading.claims.vote import Position
from onrecord.record.model import Option, VoteEvent

OPTIONS = {
    "yes": Option.YES,
    "no": Option.NO,
    "abstain": Option.ABSTAIN,
    "not voting": Option.NOT_VOTING,
    "veto": Option.NO,
}
MANY = 11
"""Members from which a reason does not name them one by one."""


@dataclass(slots=True)
class Case:
    """One claim held against one event."""

    claim: Position
    event: VoteEvent
    docket: Docket
    votes: Mapping[str, Option]

    def at(self) -> str:
        """ "Resolution 2735 on 10 June 2024 (14-0-1)"."""
        return f"{event_on(self.event)} ({self.event.tally})"

    def names(self, codes: Iterable[str]) -> str:
        """The members as they were called on the day."""
        return names(codes, self.docket.record, self.event.date)

    def how(self, codes: Iterable[str]) -> str:
        """ "China voted for and Russia abstained on resolution 2735 on 10 June 2024 (14-0-1)"."""
        by_option: dict[Option | None, list[str]] = {}
        for code in sorted(codes):
            by_option.setdefault(self.votes.get(code), []).append(code)
        parts = [
            f"{self.many(members)} {DID[option] if option is not None else 'is not recorded as voting on'}"
            for option, members in by_option.items()
        ]
        return f"{capital(listing(parts))} {self.at()}"

    def many(self, codes: list[str]) -> str:
        """The names; of most of the body "all members but Russia"."""
        rest = [code for code in self.votes if code not in codes]
        if len(codes) < MANY or len(rest) >= len(codes):
            return self.names(codes)
        return f"all members but {self.names(rest)}" if rest else f"all {len(codes)} members"

    def did(self) -> frozenset[str]:
        """Whoever did what the claim says."""
        if self.claim.choice == "veto":
            return frozenset(self.event.vetoed_by)
        options = OPTIONS.get(self.claim.choice), OPTIONS.get(self.claim.or_else or "")
        return frozenset(c for c, o in self.votes.items() if o in options)

    def authors(self) -> frozenset[str]:
        """Whose votes go without saying where it is told whom a text won."""
        row = self.docket.record.sponsorship(self.event.id) if self.claim.won else None
        return frozenset((*row.leads, *row.sponsors)) if row is not None else frozenset()

    def sizes(self) -> tuple[int, ...]:
        """How many did what the claim says: all of them, and those that the text won besides its authors."""
        return len(self.did()), len(self.did() - self.authors())
