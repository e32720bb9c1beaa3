"""Vote events from rows of their table; the class is built once for thousands of rows, so the words are looked up."""

from __future__ import annotations

from typing import Any

from onrecord.record.model import Certainty, Kind, Modality, Outcome, VoteEvent

_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
_KINDS = {kind.value: kind for kind in Kind}
_MODALITIES = {modality.value: modality for modality in Modality}
_CERTAINTIES = {certainty.value: certainty for certainty in Certainty}


def vote_event(row: tuple[Any, ...]) -> VoteEvent:
    """From a row in the order of the table's columns."""
    (id, body, day, order, outcome, kind, modality, resolution, draft, meeting, title, agenda_item, *rest) = row
    yes, no, abstain, not_voting, members, known, vetoed_by, certainty, sources, url, chapter_vii, note = rest
    return VoteEvent(
        id=id,
        body=body,
        date=day,
        order=order,
        outcome=_OUTCOMES[outcome],
        kind=_KINDS[kind],
        modality=_MODALITIES[modality],
        resolution=resolution,
        draft=draft,
        meeting=meeting,
        title=title,
        agenda_item=agenda_item,
        yes=yes,
        no=no,
        abstain=abstain,
        not_voting=not_voting,
        members=members,
        votes_known=known,
        vetoed_by=tuple(vetoed_by or ()),
        certainty=_CERTAINTIES[certainty],
        sources=tuple(sources or ()),
        url=url,
        chapter_vii=chapter_vii,
        note=note,
    )
