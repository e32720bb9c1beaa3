"""Count vetoes under each published counting rule, side by side; with --by or --list, list them.

Examples:
  onrecord vetoes
  onrecord vetoes --by USA --since 2023-10-07
  onrecord vetoes --rule dhl_list --list --format csv
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from onrecord.commands.arguments import add_period, codes, in_period
from onrecord.commands.listing import Listing, add_format, print_listing, sources_of

if TYPE_CHECKING:
    from onrecord.record.model import CountedVeto
    from onrecord.record.store import Record

BOTH = "RUS+SUN"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--by", default="", metavar="CODE,...", help="list the vetoes of these members; RUS,SUN for both"
    )
    parser.add_argument("--rule", help="under one counting rule alone; see the heads of the columns")
    parser.add_argument("--list", action="store_true", help="list the vetoed votes instead of counting")
    parser.add_argument(
        "--published", action="store_true", help="counts that others have published, beside the record's"
    )
    add_period(parser)
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    import onrecord

    record = onrecord.open()
    rules = (options.rule,) if options.rule else tuple(record.counting_rules)
    vetoes = {rule: [v for v in record.vetoes(rule) if in_period(options, v.date, v.date)] for rule in rules}
    if options.published:
        listing = _published(record)
    elif options.by or options.list:
        listing = _list(record, vetoes, codes(record, options.by) if options.by else ())
    else:
        listing = _counts(record, vetoes)
    print_listing(listing, record, options)
    return 0


def _counts(record: Record, vetoes: dict[str, list[CountedVeto]]) -> Listing:
    members = sorted({veto.member for counted in vetoes.values() for veto in counted})
    rows = [(m, record.members[m].name, *(_count(counted, m) for counted in vetoes.values())) for m in members]
    if {"RUS", "SUN"} <= set(members):
        rows.append(
            (BOTH, "Russia with the Soviet Union", *(_count(counted, "RUS", "SUN") for counted in vetoes.values()))
        )
    distinct = [len({veto.vote_event for veto in counted}) for counted in vetoes.values()]
    rows.append(("", "votes or drafts vetoed", *distinct))
    notes = [f"{rule.id}: {rule.title}. {rule.counts} {rule.uncertainty}" for rule in _rules(record, vetoes)]
    sources = ["; ".join(rule.reference for rule in _rules(record, vetoes))] * len(rows)
    return Listing(("member", "name", *vetoes), rows, sources, note="\n".join((*notes, f"record {record.version}")))


def _count(vetoes: list[CountedVeto], *members: str) -> int:
    return sum(veto.member in members for veto in vetoes)


def _list(record: Record, vetoes: dict[str, list[CountedVeto]], by: tuple[str, ...]) -> Listing:
    """One row a vetoed vote and member, with a mark under each rule that counts it."""
    counted = {rule: {(veto.vote_event, veto.member) for veto in found} for rule, found in vetoes.items()}
    keys = {pair for pairs in counted.values() for pair in pairs if not by or pair[1] in by}
    events = {id: record.vote_event(id) for id, _ in keys}
    ordered = sorted(keys, key=lambda key: (events[key[0]].date, events[key[0]].order, key))
    rows: list[tuple[Any, ...]] = []
    for id, member in ordered:
        event = events[id]
        marks = ["counts" if (id, member) in pairs else "" for pairs in counted.values()]
        rows.append((event.date, id, member, event.tally, event.kind, event.title, *marks))
    sources = [sources_of(record, events[id].sources) for id, _ in ordered]
    totals = ", ".join(f"{rule} {sum(not by or m in by for _, m in pairs)}" for rule, pairs in counted.items())
    columns = ("date", "vote_event", "member", "tally", "kind", "title", *vetoes)
    return Listing(columns, rows, sources, note=f"{totals}; record {record.version}")


def _published(record: Record) -> Listing:
    rows = []
    for published in record.published_counts:
        members = {"RUS_SUN": ("RUS", "SUN")}.get(published.what, (published.what,))
        counts = [
            sum(veto.member in members and veto.date <= published.date for veto in record.vetoes(rule))
            if set(members) <= set(record.members)
            else None
            for rule in record.counting_rules
        ]
        rows.append((published.date, published.what, published.count, published.stated_by, *counts))
    columns = ("date", "what", "published", "stated_by", *record.counting_rules)
    return Listing(columns, rows, [published.source for published in record.published_counts])


def _rules(record: Record, vetoes: dict[str, list[CountedVeto]]) -> list[Any]:
    return [record.counting_rules[rule] for rule in vetoes]
