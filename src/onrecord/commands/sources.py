"""List where the record comes from: publisher, terms, how to cite it, and the version read.

Example:
  onrecord sources --format json
"""

from __future__ import annotations

import argparse

from onrecord.commands.listing import Listing, add_format, print_listing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    import onrecord

    record = onrecord.open()
    sources = record.sources.values()
    if options.format == "table":
        columns: tuple[str, ...] = ("id", "title", "publisher", "terms")
        rows: list[tuple[str | None, ...]] = [(s.id, s.title, s.publisher, s.terms) for s in sources]
    else:
        columns = ("id", "title", "publisher", "terms", "citation", "url", "version", "note")
        rows = [(s.id, s.title, s.publisher, s.terms, s.citation, s.url, s.version, s.note) for s in sources]
    note = f"record {record.version}; --format json gives citations, versions and remarks"
    print_listing(Listing(columns, rows, [source.citation for source in sources], note=note), record, options)
    return 0
