"""Run one SELECT over copies of the record's tables; it can read them and nothing else, no files and no network.

Tables: bodies, members, memberships, vote_events, votes, disagreements, sponsors, topics, topic_events,
counting_rules, counted_vetoes, published_counts, aliases, groups, series, figures, sources.

Examples:
  onrecord sql "select outcome, count(*) from vote_events where body = 'unsc' group by all"
  onrecord sql "describe votes"
"""

from __future__ import annotations

import argparse

from onrecord.commands.listing import Listing, add_format, print_listing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", help="one SELECT, in DuckDB's SQL")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    import duckdb

    import onrecord
    from onrecord.errors import RecordError

    record = onrecord.open()
    relation = record.sql(options.query)
    try:
        rows = [tuple(tuple(v) if isinstance(v, list) else v for v in row) for row in relation.fetchall()]
    except duckdb.Error as error:
        raise RecordError(f"the query cannot be run: {str(error).strip().splitlines()[0]}") from error
    sources = [f"computed from the record's tables: {options.query}"] * len(rows)
    print_listing(Listing(tuple(relation.columns), rows, sources), record, options)
    return 0
