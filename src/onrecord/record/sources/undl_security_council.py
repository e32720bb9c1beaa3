"""The UN Digital Library's Security Council voting file (record 4055387): adopted resolutions, a row a member.

Read by column name, so that the layout of 2025 and the one with `vote_note` and `modality` are one format.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from onrecord.record.model import Body, Certainty, Kind, Modality, Option, Outcome, VoteEvent
from onrecord.record.sources import cells, undl
from onrecord.record.sources.opening import Progress
from onrecord.record.sources.publication import Format, Publication, Reading, Record, Request, scattered
from onrecord.record.sources.seats import recorded_days, refuse_unseated
from onrecord.record.sources.table import Row
from onrecord.record.sources.tallies import counts

PART = undl.part(200_000_000, "description", "agenda")
"""The file of February 2026 has 41,349 rows in about 25 MB."""

BODY = Body("unsc", "United Nations Security Council", "Security Council")
_SYMBOL = re.compile(r"(S/RES/\d+)(?:\s*\(\d{4}\))?")
_WITHOUT_VOTE = re.compile(r"without (?:a )?vote|acclamation|consensus", re.IGNORECASE)


def read(request: Request, record: Record) -> Reading:
    on = undl.edition(request)
    progress = Progress(0)
    publication = Publication(undl.source("Security Council", 4055387, on), (BODY,), on)

    recorded = recorded_days(record, "unsc")

    def describe(row: Row, day: date, votes: Mapping[str, Option]) -> VoteEvent:
        event = _vote_event(row, day, votes)
        refuse_unseated(row, "ms_code", record, event, votes, recorded)
        return event

    return Reading(
        publication,
        undl.vote_events(request, record, PART, describe, progress),
        progress,
        scattered=lambda: scattered(request, PART, undl.undl_id),
    )


def _vote_event(row: Row, day: date, votes: Mapping[str, Option]) -> VoteEvent:
    found = _SYMBOL.fullmatch(row["resolution"])
    if not found:
        raise row.refuse("resolution", f"{row['resolution']!r} is no resolution of the Council", "such as S/RES/2803")
    said = f"{row.get('vote_note')} {row.get('modality')}"
    return VoteEvent(
        id=found[1],
        body="unsc",
        date=day,
        order=0,
        outcome=Outcome.ADOPTED,
        kind=Kind.RESOLUTION,
        modality=Modality.WITHOUT_VOTE if _WITHOUT_VOTE.search(said) else Modality.VOTE,
        resolution=found[1],
        draft=cells.given(row, "draft"),
        meeting=cells.given(row, "meeting"),
        title=_title(row["description"]) or found[1],
        agenda_item=cells.given(row, "agenda"),
        votes_known=True,
        vetoed_by=(),
        certainty=Certainty.CONFIRMED,
        sources=("undl",),
        url=undl.link(row),
        **counts(votes),
    )


def _title(description: str) -> str:
    """The library's short title alone: out of "Security Council resolution 24 (1947) [on admission of ...]"."""
    bracketed = re.fullmatch(r"(?:Security Council resolution )?\d+ \(\d{4}\) \[(?:on )?(.+)\]", description)
    return bracketed[1] if bracketed else description


FORMAT = Format("undl-sc", "UN Digital Library, Security Council voting data", (PART,), read)
