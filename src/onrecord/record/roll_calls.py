"""Roll-calls: of every vote event what a decision rule looks at, without titles, meetings and sources.

Rules are held against all votes of a body at once; the rest of a vote event is read for the few that are shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from onrecord.record.model import Kind, Modality, Option, Outcome, VoteEvent

_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
_KINDS = {kind.value: kind for kind in Kind}
_MODALITIES = {modality.value: modality for modality in Modality}
_OPTIONS = {option.value: option for option in Option}


class RollCall(NamedTuple):
    """One vote event as a rule sees it. (Tuples are made quickest.)"""

    vote_event: str
    body: str
    date: date
    outcome: Outcome
    kind: Kind
    modality: Modality
    resolution: str | None
    counts: tuple[int | None, int | None, int | None, int | None]
    """Yes, no, abstaining, not voting, as the record gives them."""
    vetoed_by: tuple[str, ...]
    votes: Mapping[str, Option]
    """By member's code, in its order; empty where the record does not say who voted how."""


def roll_call(event: VoteEvent, votes: Mapping[str, Option]) -> RollCall:
    """Of a vote event at hand."""
    counts = (event.yes, event.no, event.abstain, event.not_voting)
    return RollCall(
        event.id, event.body, event.date, event.outcome, event.kind, event.modality, event.resolution, counts,
        event.vetoed_by, votes,
    )  # fmt: skip


def roll_calls(body: str, rows: Sequence[tuple[Any, ...]]) -> tuple[RollCall, ...]:
    """From the answer to the question of that name (questions.py)."""
    # Many votes are the same, unanimous ones above all: they are read once.
    read = {cast_by: _votes(cast_by) for cast_by in {row[-1] for row in rows}}
    return tuple(
        RollCall(
            id, body, day, _OUTCOMES[outcome], _KINDS[kind], _MODALITIES[modality], resolution,
            (yes, no, abstain, not_voting), tuple(vetoed_by or ()), read[cast_by],
        )
        for id, day, outcome, kind, modality, resolution, yes, no, abstain, not_voting, vetoed_by, cast_by in rows
    )  # fmt: skip


def _votes(cast_by: str | None) -> Mapping[str, Option]:
    pairs = (text.partition(" ") for text in cast_by.split("|")) if cast_by else ()
    return MappingProxyType({member: _OPTIONS[option or "yes"] for member, _, option in pairs})
