"""List the figure series, or one series' values with whose figures they are.

Examples:
  onrecord figures
  onrecord figures gaza-killed-moh --since 2025-01-01 --format csv
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from onrecord.commands.arguments import add_period, in_period
from onrecord.commands.listing import Listing, add_format, print_listing

if TYPE_CHECKING:
    from onrecord.record.store import Record


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("series", nargs="?", metavar="SERIES", help="one series' values")
    add_period(parser)
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    import onrecord

    record = onrecord.open()
    listing = _series(record) if options.series is None else _values(record, options)
    print_listing(listing, record, options)
    return 0


def _series(record: Record) -> Listing:
    found = [(series, record.figures(series.id)) for series in record.series.values()]
    return Listing(
        ("series", "values", "first", "last", "place", "title"),
        [
            (series.id, len(values), min(v.start for v in values), values[-1].end, series.place, series.title)
            for series, values in found
            if values
        ],
        [f"{series.publisher} ({series.terms})" for series, values in found if values],
        note=f"record {record.version}",
    )


def _values(record: Record, options: argparse.Namespace) -> Listing:
    values = [value for value in record.figures(options.series) if in_period(options, value.start, value.end)]
    series = record.series[options.series]
    return Listing(
        ("start", "end", "value", "unit", "bound", "verified", "note"),
        [(v.start, v.end, v.value, v.unit, v.bound, v.verified, v.note) for v in values],
        [value.source for value in values],
        title=f"{series.title}\n{series.publisher}; {series.population}; terms: {series.terms}",
        note=f"record {record.version}",
    )
