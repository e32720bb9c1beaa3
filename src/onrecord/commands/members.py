"""List who sat on a body on a day: permanent or elected, terms, regional groups.

Example:
  onrecord members --on 1990-08-02
"""

from __future__ import annotations

import argparse

from onrecord.commands.arguments import day
from onrecord.commands.listing import Listing, add_format, print_listing, sources_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--on", type=day, metavar="DAY", help="YYYY-MM-DD (default: the last day the record is complete to)"
    )
    parser.add_argument("--body", default="unsc", help="default: unsc")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    import onrecord
    from onrecord.errors import RecordError

    record = onrecord.open()
    if not record.memberships(options.body):
        note = record.bodies[options.body].note or ""
        raise RecordError(f"the record holds no terms of {options.body!r}. {note}".strip())
    on = options.on or record.as_of[options.body]
    seats = record.seats(options.body, on)
    if not seats:
        raise RecordError(f"nobody sat on {options.body!r} on {on}, as far as the record's terms reach")
    columns = ("member", "name", "kind", "start", "end", "regional_group")
    rows = [
        (term.member, record.members[term.member].name, term.kind, term.start, term.end, term.regional_group)
        for term in seats
    ]
    title = f"{record.bodies[options.body].name} on {on}: {len(seats)} members"
    sources = [sources_of(record, ("sc-membership",)) if options.body == "unsc" else options.body] * len(rows)
    print_listing(Listing(columns, rows, sources, title, f"record {record.version}"), record, options)
    return 0
