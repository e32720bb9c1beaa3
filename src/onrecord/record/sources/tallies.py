"""Counts of votes by the record's names for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypedDict

from onrecord.record.model import Option


class Counts(TypedDict):
    yes: int
    no: int
    abstain: int
    not_voting: int
    members: int


def counts(votes: Mapping[str, Option]) -> Counts:
    chosen = Counter(votes.values())
    return Counts(
        yes=chosen[Option.YES],
        no=chosen[Option.NO],
        abstain=chosen[Option.ABSTAIN],
        not_voting=chosen[Option.NOT_VOTING],
        members=len(votes),
    )
