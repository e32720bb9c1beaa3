"""List vote events by body, member, topic, day, outcome and words; everything given must hold.

Examples:
  onrecord votes --vetoed-by USA --since 2023-10-07
  onrecord votes --body unsc --member CHN --option abstain --year 2011
  onrecord votes --with GBR --against USA --format csv
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.commands.arguments import add_period, codes, year
from onrecord.commands.listing import Listing, add_format, print_listing, sources_of

if TYPE_CHECKING:
    from onrecord.record.model import VoteEvent


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--body", help="unsc, unga or an imported body")
    parser.add_argument("--member", default="", metavar="CODE,...", help="members that took --option")
    parser.add_argument("--option", choices=("yes", "no", "abstain", "not voting"), help="how --member acted")
    parser.add_argument("--vetoed-by", default="", metavar="CODE,...", help="vetoed by any of these")
    parser.add_argument("--topic", help="in a curated set; see onrecord topics")
    add_period(parser)
    parser.add_argument("--year", type=year, metavar="YEAR", help="in one calendar year")
    parser.add_argument("--outcome", choices=("adopted", "vetoed", "not adopted", "unknown"), help="what became of it")
    parser.add_argument(
        "--with", dest="with_members", default="", metavar="CODE,...", help="all on one side, yes or no"
    )
    parser.add_argument(
        "--against", default="", metavar="CODE,...", help="all on the other side; with --with or --member"
    )
    parser.add_argument("--text", default="", metavar="WORDS", help="words in title, agenda item or remark")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    import onrecord
    from onrecord.errors import InputError
    from onrecord.record.model import Option, Outcome
    from onrecord.record.searching import Search

    record = onrecord.open()
    if options.year and (options.since or options.until):
        raise InputError("--year stands for --since and --until; give one or the other")
    if options.option and not options.member:
        raise InputError("--option says how --member acted; give --member too")

    def asked(text: str) -> tuple[str, ...]:
        return codes(record, text) if text else ()

    found = record.search(
        Search(
            body=options.body,
            since=date(options.year, 1, 1) if options.year else options.since,
            until=date(options.year, 12, 31) if options.year else options.until,
            outcome=Outcome(options.outcome) if options.outcome else None,
            topic=options.topic,
            members=asked(options.member),
            option=Option(options.option) if options.option else None,
            vetoed_by=asked(options.vetoed_by),
            with_members=asked(options.with_members),
            against_members=asked(options.against),
            text=options.text,
        )
    )
    if options.format == "table":
        columns, rows = _short(found)
    else:
        columns, rows = _whole(found)
    sources = [sources_of(record, event.sources) for event in found]
    note = f"{len(rows):,} vote events; record {record.version}"
    print_listing(Listing(columns, rows, sources, note=note), record, options)
    return 0


Rows = list[tuple[object, ...]]


def _whole(events: Sequence[VoteEvent]) -> tuple[tuple[str, ...], Rows]:
    columns = (
        *("vote_event", "date", "resolution", "draft", "yes", "no", "abstain", "not_voting", "outcome", "vetoed_by"),
        *("certainty", "title"),
    )
    return columns, [tuple(getattr(event, {"vote_event": "id"}.get(c, c)) for c in columns) for event in events]


def _short(events: Sequence[VoteEvent]) -> tuple[tuple[str, ...], Rows]:
    """The columns that fit a screen: the counts as one, the title cut."""
    rows: Rows = []
    for e in events:
        title = e.title if len(e.title) <= 80 else f"{e.title[:79]}…"
        rows.append((e.date, e.id, e.tally, e.outcome, e.vetoed_by, title))
    return ("date", "vote_event", "tally", "outcome", "vetoed_by", "title"), rows
