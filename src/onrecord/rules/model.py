"""A body's decision rule as plain frozen classes: majorities, who may veto, and on what authority.

Terms follow the Charter (affirmative vote, permanent member, present and voting) and Felsenthal and Machover,
The Measurement of Voting Power (1998): a rule takes a division of the members into yes, abstaining, no and absent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from onrecord.record.model import Outcome

MEMBERS = "members"
"""The weight that gives every member one."""
PROCEDURAL = "procedural"
"""The matter on which nobody has a veto."""


class Among(StrEnum):
    """What a share is a share of."""

    ALL = "all"
    PRESENT_AND_VOTING = "present and voting"
    """Those who vote yes or no (rule 86 of the Assembly's rules of procedure)."""


@dataclass(frozen=True, slots=True)
class Majority:
    """Enough weight in favour: `needed` as an amount, or as a share of the weight of all or of those voting."""

    of: str
    """`members`, or the name of one of the rule's weights."""
    needed: Fraction
    share: bool = False
    strictly: bool = False
    """More than `needed` instead of at least as much."""
    among: Among = Among.ALL

    def met(self, in_favour: int, against: int, total: int) -> bool:
        base = total if self.among is Among.ALL else in_favour + against
        return in_favour >= self.amount(base)

    def amount(self, base: int) -> int:
        """The least whole weight in favour that meets it when `base` is what shares are counted of."""
        # Thousands of votes are held against a bar: whole numbers are much quicker than fractions.
        bar, parts = self.needed.numerator * (base if self.share else 1), self.needed.denominator
        return bar // parts + 1 if self.strictly else max(-(-bar // parts), 1)


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must be met."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part is enough."""

    parts: tuple[Condition, ...]


Condition = Majority | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Veto:
    """Members whose vote against stops what has the majority."""

    holders: tuple[str, ...]
    needed: int = 1
    """How many of them must vote against."""
    abstention_blocks: bool = False
    absence_blocks: bool = False
    called: str = "veto holder"
    """What the body calls a holder: "permanent member"."""


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """How one body decides one kind of matter, as the rule stood over one stretch of time."""

    id: str
    """`unsc/substantive/1966-01-01`: body or scenario, matter, first day."""
    body: str
    body_name: str
    matter: str
    carried_by: Condition
    veto: Veto | None = None
    start: date | None = None
    end: date | None = None
    """First and last day; None where it is open."""
    size: int | None = None
    """How many members the body has; None where it follows from who sits."""
    members: Mapping[str, str] = field(default_factory=dict)
    """Code to name, where the file lists them; else the record's memberships say who sits."""
    weights: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Name of the weight to member code to weight; `members` is implied."""
    references: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """A scenario's rule may hold only for votes in these topic sets; elsewhere the body's own rule stands."""

    @property
    def veto_holders(self) -> tuple[str, ...]:
        return self.veto.holders if self.veto else ()

    @property
    def affirmative_votes_needed(self) -> int | None:
        """The fixed number of members that must vote in favour; None where there is no such number."""
        for majority in majorities(self.carried_by):
            if majority.of == MEMBERS and majority.among is Among.ALL:
                if not majority.share:
                    return majority.amount(0)
                return majority.amount(self.size) if self.size is not None else None
        return None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a rule makes of one division of the members, and why."""

    outcome: Outcome
    reason: str
    """One plain sentence."""
    in_favour: int
    against: int
    abstaining: int
    not_voting: int
    blocking: tuple[str, ...] = ()
    """Members whose votes against stopped what had the majority; empty unless the outcome is `vetoed`."""
    unheeded: tuple[str, ...] = ()
    """Veto holders that voted against without effect: the majority was missing, or more of them were needed."""


def majorities(condition: Condition) -> Iterator[Majority]:
    """Every majority in a condition, in order."""
    if isinstance(condition, Majority):
        yield condition
    else:
        for part in condition.parts:
            yield from majorities(part)
