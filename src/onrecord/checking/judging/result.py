"""What judging a claim by one vote event gives: whether it holds, and why in words.

A text is held against dozens of events before one is chosen, so the words are made only when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Holds(StrEnum):
    YES = "yes"
    NO = "no"
    DEPENDS = "depends"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judgement:
    holds: Holds
    said: str | Callable[[], str] = ""
    """The reason, or how to say it."""
    codes: frozenset[str] = field(default=frozenset())
    """The members it is about, where it names any."""
    doubtful: bool = False
    """The words may have been misread: a No counts only on an event that another claim bears out."""

    @property
    def reason(self) -> str:
        return self.said if isinstance(self.said, str) else self.said()


UNKNOWN = Judgement(Holds.UNKNOWN)


def contrary(judged: Judgement) -> Judgement:
    """The same of the contrary, where it is known at all."""
    turned = {Holds.YES: Holds.NO, Holds.NO: Holds.YES}
    return replace(judged, holds=turned.get(judged.holds, judged.holds))
