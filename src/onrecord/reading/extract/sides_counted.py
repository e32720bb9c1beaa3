"""How those voted who were so many: a number said again ("one of the 58") is that of the side counted before."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reading.claims.vote import Tally, whole

COUNCIL_SIZES = (11, 15)
"""Members of the Council until 1965 and since."""
TALLIES_BACK = 8


@dataclass(slots=True)
class SidesCounted:
    """The counts told so far."""

    tallies: list[Tally] = field(default_factory=list)
    numbers_told: list[tuple[int, str]] = field(default_factory=list)
    """How many were said to have voted how, outside of a count: "fourteen delegates put up their hands for it"."""

    def role_of(self, value: int) -> str | None:
        """Which part of a tally given before had this value: "China was one of the 58"; None where two had."""
        for tally in reversed(self.tallies[-TALLIES_BACK:]):
            roles = [
                role
                for role, part in (
                    ("yes", tally.yes),
                    ("no", tally.no),
                    ("abstain", tally.abstain),
                    ("not voting", tally.not_voting),
                )
                if part is not None and whole(part) == value
            ]
            if roles and tally.either_way and roles[0] in ("yes", "no"):
                return None
            if roles:
                return roles[0] if len(roles) == 1 and not self._had_by_another(value, roles[0]) else None
        told = {choice for number, choice in self.numbers_told[-TALLIES_BACK:] if number == value}
        return next(iter(told)) if len(told) == 1 else None

    def _had_by_another(self, value: int, role: str) -> bool:
        first = self.first_role_of(value)
        return first is not None and role in ("yes", "no")

    def first_role_of(self, value: int) -> str | None:
        """ "It got seven. Also seven against.": those for, where as many were against."""
        told = {one: part for t in self.tallies[-2:] for one in ("yes", "no") if (part := getattr(t, one)) is not None}
        return "yes" if len(told) > 1 and all(whole(part) == value for part in told.values()) else None

    def rest_of(self, value: int) -> str | None:
        """What those did whom the last tally leaves over: "eleven votes to none, and the four who would not join"."""
        last = self.tallies[-1] if self.tallies else None
        if last is None or last.yes is None or last.no is None or last.abstain is not None:
            return None
        return "abstain" if whole(last.yes) + whole(last.no) + value in COUNCIL_SIZES else None

    def all_but(self, value: int, before: int) -> bool:
        """Whether the last tally before that sentence tells only who was in favour, and so many are then left over."""
        last = next((tally for tally in reversed(self.tallies[-2:]) if tally.sentence < before), None)
        if last is None or last.yes is None or last.no is not None or last.abstain is not None:
            return False
        return whole(last.yes) + value in COUNCIL_SIZES
