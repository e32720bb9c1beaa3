"""List the figure series, or one series' values with whose figures they are.

Examples:
  onrecord figures
  onrecord figures gaza-killed-moh --since 2025-01-01 --format csv
"""

from __future__ import annotations

import argparse

from onrecord.commands.listing import Listing, add_format, day, print_listing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("series", nargs="?", metavar="SERIES", help="one series' values")
    parser.add_argument("--since", type=day, metavar="DAY", help="first day, YYYY-MM-DD")
    parser.add_argument("--until", type=day, metavar="DAY", help="last day")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    import onrecord

    record = onrecord.open()
    if options.series is None:
        print_listing(
            Listing(
                ("series", "values", "first", "last", "place", "title"),
                [
                    (s.id, len(values), values[0].end, values[-1].end, s.place, s.title)
                    for s in record.series.values()
                    if (values := record.figures(s.id))
                ],
                [f"{series.publisher} ({series.terms})" for series in record.series.values()],
            ),
            record,
            options,
        )
        return 0
    values = [
        value
        for value in record.figures(options.series)
        if (options.since is None or value.end >= options.since)
        and (options.until is None or value.start <= options.until)
    ]
    series = record.series[options.series]
    rows = [(v.start, v.end, v.value, v.unit, v.bound, v.verified, v.note) for v in values]
    columns = ("start", "end", "value", "unit", "bound", "verified", "note")
    title = f"{series.title}\n{series.publisher}; {series.population}; terms: {series.terms}"
    listing = Listing(columns, rows, [value.source for value in values], title, f"record {record.version}")
    print_listing(listing, record, options)
    return 0
