"""Check every invariant of the record and list what breaks it, with the reason where the data gives one.

Exit status 1 where a break has no explanation.

Example:
  onrecord verify --format json
"""

from __future__ import annotations

import argparse

from onrecord.commands.listing import Listing, add_format, print_listing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--breaks", action="store_true", help="list every break, explained ones too")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    import onrecord
    from onrecord.verifying import verify

    record = onrecord.open()
    checks = list(verify(record))
    unexplained = sum(len(check.unexplained) for check in checks)
    if options.breaks or unexplained:
        found = [(check.id, b.row, b.what, b.explanation) for check in checks for b in check.breaks]
        listing = Listing(("invariant", "row", "what", "explanation"), found, ["this record"] * len(found))
    else:
        rows = [(c.id, c.title, c.examined, len(c.breaks) - len(c.unexplained), len(c.unexplained)) for c in checks]
        columns = ("invariant", "what holds", "examined", "explained", "unexplained")
        note = f"record {record.version}; --breaks lists what is explained"
        listing = Listing(columns, rows, ["this record"] * len(rows), note=note)
    print_listing(listing, record, options)
    return 1 if unexplained else 0
