"""What judging a claim by one vote event gives: whether it holds, and why in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Holds(StrEnum):
    YES = "yes"
    NO = "no"
    DEPENDS = "depends"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judgement:
    holds: Holds
    reason: str = ""
    codes: frozenset[str] = field(default=frozenset())
    """The members it is about, where it names any."""


UNKNOWN = Judgement(Holds.UNKNOWN)
