"""The UN Digital Library's General Assembly voting file (record 4060887): recorded votes on adopted resolutions.

Read by column name, so that the layout of 2025 and the one with `vote_note` are one format.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from onrecord.record.compiling.assembly import agenda_item, short_title
from onrecord.record.model import Body, Certainty, Kind, Modality, Option, Outcome, VoteEvent
from onrecord.record.sources import cells, undl
from onrecord.record.sources.opening import Progress
from onrecord.record.sources.publication import Format, Publication, Reading, Record, Request, scattered
from onrecord.record.sources.table import Row
from onrecord.record.sources.tallies import counts

PART = undl.part(1_500_000_000, "session", "title", "agenda_title")
"""The file of February 2026 has 947,434 rows in 364 MB."""

BODY = Body("unga", "United Nations General Assembly", "General Assembly")
_SYMBOL = re.compile(r"A/(?:RES|DEC)/\S.*")


def read(request: Request, record: Record) -> Reading:
    on = undl.edition(request)
    progress = Progress(0)
    publication = Publication(undl.source("General Assembly", 4060887, on), (BODY,), on, complete=True)
    return Reading(
        publication,
        undl.vote_events(request, record, PART, _vote_event, progress),
        progress,
        scattered=lambda: scattered(request, PART, undl.undl_id),
    )


def _vote_event(row: Row, day: date, votes: Mapping[str, Option]) -> VoteEvent:
    symbol = row["resolution"]
    if not _SYMBOL.fullmatch(symbol):
        raise row.refuse(
            "resolution", f"{symbol!r} is no resolution or decision of the Assembly", "such as A/RES/68/262"
        )
    return VoteEvent(
        id=symbol,
        body="unga",
        date=day,
        order=0,
        outcome=Outcome.ADOPTED,
        kind=Kind.RESOLUTION,
        modality=Modality.VOTE,
        resolution=symbol,
        draft=cells.given(row, "draft"),
        meeting=cells.given(row, "meeting"),
        title=short_title(row["title"]) or symbol,
        agenda_item=agenda_item(row["agenda_title"] or "N/A"),
        votes_known=True,
        vetoed_by=(),
        certainty=Certainty.CONFIRMED,
        sources=("undl",),
        url=undl.link(row),
        **counts(votes),
    )


FORMAT = Format("undl-ga", "UN Digital Library, General Assembly voting data", (PART,), read)
