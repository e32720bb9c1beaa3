"""Say how often two members voted alike, by year, with the number of votes it rests on; or every pair.

A vote counts where both took part (yes, no or abstain); it is the same where both chose the same option.

Examples:
  onrecord agree USA GBR
  onrecord agree RUS CHN --body unsc --topic syria-war
  onrecord agree --matrix --body unga --since 2020-01-01 --format csv
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from onrecord.commands.arguments import add_period, codes
from onrecord.commands.listing import Listing, add_format, print_listing, sources_of

if TYPE_CHECKING:
    from onrecord.record.searching import Search
    from onrecord.record.store import Record


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("members", nargs="*", metavar="MEMBER", help="two members")
    parser.add_argument("--matrix", action="store_true", help="every pair of members instead")
    parser.add_argument("--body", default="unsc", help="default: unsc")
    parser.add_argument("--topic", help="votes in a curated set; see onrecord topics")
    add_period(parser)
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    import onrecord
    from onrecord.errors import InputError
    from onrecord.record.searching import Search

    record = onrecord.open()
    search = Search(body=options.body, topic=options.topic, since=options.since, until=options.until)
    if options.matrix == bool(options.members):
        raise InputError("give two members, or --matrix for every pair")
    if options.matrix:
        print_listing(_matrix(record, search), record, options)
        return 0
    members = codes(record, ",".join(options.members))
    if len(members) != 2:
        raise InputError(f"agreement is between two members; {len(members)} were given")
    print_listing(_pair(record, search, *members), record, options)
    return 0


def _pair(record: Record, search: Search, one: str, other: str) -> Listing:
    from onrecord.record.agreement import agreement, agreement_by_year

    events = record.search(search)
    votes = record.all_votes(search.body or "")
    by_year = agreement_by_year(events, votes, one, other)
    total = agreement((votes.get(event.id, {}) for event in events), one, other)
    rows: list[tuple[Any, ...]] = [
        (label, found.votes, found.same, found.opposite, found.share)
        for label, found in [*((str(year), found) for year, found in by_year.items()), ("all", total)]
    ]
    sources = sorted({key for event in events for key in event.sources})
    names = " and ".join(record.members[code].name for code in (one, other))
    title = f"{names} in the {record.bodies[search.body or ''].name}"
    columns = ("year", "votes", "same", "opposite", "share")
    return Listing(columns, rows, [sources_of(record, sources)] * len(rows), title, f"record {record.version}")


def _matrix(record: Record, search: Search) -> Listing:
    """One row a pair, in the order of the codes; pairs that never voted together are left out."""
    matrix = record.agreement_matrix(search.body or "", search)
    rows = [
        (one, other, int(matrix.votes[i, j]), int(matrix.same[i, j]), float(matrix.same[i, j] / matrix.votes[i, j]))
        for i, one in enumerate(matrix.members)
        for j, other in enumerate(matrix.members)
        if i < j and matrix.votes[i, j]
    ]
    source = sources_of(record, sorted({key for event in record.search(search) for key in event.sources}))
    columns = ("member", "other", "votes", "same", "share")
    return Listing(columns, rows, [source] * len(rows), note=f"{len(rows):,} pairs; record {record.version}")
