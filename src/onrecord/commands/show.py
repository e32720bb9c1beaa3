"""Show one vote event, or every one of a meeting or day: who voted how, the outcome and the rule that made it so.

Examples:
  onrecord show S/RES/2803
  onrecord show S/2024/173
  onrecord show S/PV.9929
  onrecord show 2024-02-20
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.record.model import Disagreement, VoteEvent
    from onrecord.record.store import Record
    from onrecord.rules import Decision, DecisionRule

OPTIONS = {"yes": "In favour", "no": "Against", "abstain": "Abstaining", "not voting": "Took no part"}
COLOURS = {"adopted": "32", "vetoed": "31", "not adopted": "33"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "query",
        metavar="SYMBOL|DAY",
        help="id, draft or meeting symbol, resolution or its number, or YYYY-MM-DD",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(options: argparse.Namespace) -> int:
    import onrecord

    record = onrecord.open()
    events = record.find(options.query)
    if not events:
        raise record.not_found(options.query)
    shown = [_shown(record, event) for event in events]
    if options.format == "json":
        import json

        as_of = {body: str(last) for body, last in record.as_of.items()}
        document = {
            "record": {"version": record.version, "as_of": as_of},
            "vote_events": [_document(record, event) for event in shown],
        }
        print(json.dumps(document, ensure_ascii=False, indent=1))
        return 0
    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    print("\n\n".join("\n".join(_lines(record, event, coloured)) for event in shown))
    print(f"\nRecord {record.version}")
    return 0


@dataclass(frozen=True, slots=True)
class _Shown:
    event: VoteEvent
    votes: Mapping[str, Any]
    permanent: frozenset[str]
    rule: DecisionRule | None
    decision: Decision | None


def _shown(record: Record, event: VoteEvent) -> _Shown:
    from onrecord.rules import RuleError, decide, rule_of

    votes = record.votes(event.id)
    permanent = frozenset(term.member for term in record.seats(event.body, event.date) if term.kind == "permanent")
    try:
        rule = rule_of(event)
    except RuleError:
        # An imported body need not come with a rule of its own.
        return _Shown(event, votes, permanent, None, None)
    decision = decide(rule, event, votes if event.votes_known else {}, _names(record))
    return _Shown(event, votes, permanent, rule, decision)


def _names(record: Record) -> dict[str, str]:
    return {code: member.name for code, member in record.members.items()}


def _lines(record: Record, shown: _Shown, coloured: bool) -> Iterator[str]:
    event = shown.event
    outcome = (
        f"\033[{COLOURS[event.outcome]}m{event.outcome}\033[0m"
        if coloured and event.outcome in COLOURS
        else event.outcome
    )
    how = "without a vote" if event.modality == "without vote" else f"{event.tally} (yes-no-abstain)"
    yield f"{event.id}  {outcome} {how}"
    yield event.title
    place = [record.bodies[event.body].name, f"{event.date.day} {event.date:%B %Y}", event.meeting]
    yield ", ".join(part for part in place if part)
    details = {
        "Resolution": event.resolution if event.resolution != event.id else None,
        "Draft": event.draft,
        "Kind": event.kind,
        "Item": event.agenda_item,
        "Chapter VII": {True: "yes", False: "no", None: None}[event.chapter_vii],
        "Sponsors": _sponsors(record, event),
    }
    yield from (f"{label}: {value}" for label, value in details.items() if value)
    yield from _votes(record, shown)
    if shown.decision:
        yield f"Outcome: {shown.decision.reason}"
    if shown.rule:
        from onrecord.rules import in_words

        yield f"Rule: {in_words(shown.rule, _names(record))} [{shown.rule.id}]"
    if topics := record.topics_of(event.id):
        yield f"Topics: {', '.join(topics)}"
    sure = "" if event.certainty == "confirmed" else f" ({event.certainty})"
    yield f"Sources: {_sources(record, event)}{sure}"
    yield from (_difference(record, found) for found in record.disagreements(event.id))
    yield from (f"{label}: {value}" for label, value in (("Remark", event.note), ("Look it up", event.url)) if value)


def _difference(record: Record, found: Disagreement) -> str:
    field, _, code = found.field.partition(":")
    what = f"vote of {_names(record).get(code, code)}" if code else field
    state = "resolved" if found.resolved else "not resolved"
    both = f"{found.chosen} here, {found.other} in {_who(record, found.source)}"
    return f"Disagreement on the {what}: {both}; {state}: {found.reason}"


def _votes(record: Record, shown: _Shown) -> Iterator[str]:
    event = shown.event
    if not shown.votes:
        yield "Votes: the record does not say who voted how"
        return
    if event.modality == "without vote":
        yield "Votes: none was taken; the UN's voting data counts every member as in favour"
        return
    if not event.votes_known:
        yield "Votes: only these are known"
    for option, label in OPTIONS.items():
        names = sorted(_marked(record, shown, code) for code, chosen in shown.votes.items() if chosen == option)
        if names:
            between = "; " if any("," in name for name in names) else ", "
            yield f"{label} ({len(names)}): {between.join(names)}"
    if shown.permanent:
        yield "* permanent member"


def _marked(record: Record, shown: _Shown, code: str) -> str:
    name = record.members[code].name if code in record.members else code
    return f"{name}*" if code in shown.permanent else name


def _sponsors(record: Record, event: VoteEvent) -> str | None:
    found = record.sponsorship(event.id)
    if found is None:
        return None
    names = [record.members[code].name for code in found.sponsors]
    many = f"{', '.join(names[:12])} and {len(names) - 12} others" if len(names) > 13 else ", ".join(names)
    leads = ", ".join(record.members[code].name for code in found.leads)
    parts = [many, f"led by {leads}" if leads and found.leads != found.sponsors else "", found.as_group or ""]
    sure = "complete list" if found.complete else "list may not be complete"
    parts.append(sure if found.verified else "from general knowledge")
    return "; ".join(part for part in parts if part)


def _sources(record: Record, event: VoteEvent) -> str:
    return "; ".join(_who(record, key) for key in event.sources)


def _who(record: Record, key: str) -> str:
    if key not in record.sources:
        return key
    source = record.sources[key]
    return f"{source.title} ({source.publisher})"


def _document(record: Record, shown: _Shown) -> dict[str, Any]:
    event = shown.event
    sponsorship = record.sponsorship(event.id)
    return {
        "id": event.id,
        "body": event.body,
        "date": str(event.date),
        "outcome": event.outcome,
        "reason": shown.decision.reason if shown.decision else None,
        "rule": {"id": shown.rule.id, "references": list(shown.rule.references)} if shown.rule else None,
        "kind": event.kind,
        "modality": event.modality,
        "resolution": event.resolution,
        "draft": event.draft,
        "meeting": event.meeting,
        "title": event.title,
        "agenda_item": event.agenda_item,
        "chapter_vii": event.chapter_vii,
        "counts": {"yes": event.yes, "no": event.no, "abstain": event.abstain, "not voting": event.not_voting},
        "votes_known": event.votes_known,
        "votes": dict(shown.votes),
        "permanent_members": sorted(shown.permanent),
        "vetoed_by": list(event.vetoed_by),
        "sponsors": list(sponsorship.sponsors) if sponsorship else None,
        "leads": list(sponsorship.leads) if sponsorship else None,
        "sponsors_complete": sponsorship.complete if sponsorship else None,
        "topics": list(record.topics_of(event.id)),
        "disagreements": [
            {name: getattr(found, name) for name in ("field", "chosen", "other", "source", "resolved", "reason")}
            for found in record.disagreements(event.id)
        ],
        "certainty": event.certainty,
        "source": _sources(record, event),
        "sources": list(event.sources),
        "url": event.url,
        "note": event.note,
    }
