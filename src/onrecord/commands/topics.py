"""List the curated sets of vote events, or what one of them holds and why.

Examples:
  onrecord topics
  onrecord topics gaza-ceasefire
"""

from __future__ import annotations

import argparse

from onrecord.commands.listing import Listing, add_format, print_listing, sources_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("topic", nargs="?", metavar="TOPIC", help="one set's vote events")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    import onrecord
    from onrecord.errors import RecordError

    record = onrecord.open()
    if options.topic is None:
        rows = [(t.id, len(t.entries), t.title, t.checked) for t in record.topics.values()]
        listing = Listing(("topic", "vote_events", "title", "checked"), rows, ["curated for this record"] * len(rows))
        print_listing(listing, record, options)
        return 0
    if options.topic not in record.topics:
        raise RecordError(f"no topic {options.topic!r}; there are {', '.join(record.topics)}")
    topic = record.topics[options.topic]
    events = [record.vote_event(entry.vote_event) for entry in topic.entries]
    listing = Listing(
        ("date", "vote_event", "tally", "outcome", "vetoed_by", "scope", "calls_for", "verb", "note"),
        [
            (e.date, e.id, e.tally, e.outcome, e.vetoed_by, entry.scope, entry.calls_for, entry.verb, entry.note)
            for entry, e in zip(topic.entries, events, strict=True)
        ],
        [sources_of(record, event.sources) for event in events],
        title=f"{topic.title}\n{topic.description}",
        note=f"checked: {topic.checked}; record {record.version}",
    )
    print_listing(listing, record, options)
    return 0
