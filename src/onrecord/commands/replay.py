"""Every recorded vote again under another rule: what flips, both ways, by whom and when.

Only known votes count. Where a proposal adds seats, what would rest on states that did not sit is listed as open,
unless --estimates gives their votes, which are marked as estimates.

Examples:
  onrecord replay --rule two-vetoes
  onrecord replay --rule no-veto --topic gaza-war-since-2023
  onrecord replay --rule g4 --since 1991-12-24 --picture g4.png
  onrecord replay --rule no-veto,two-vetoes,g4,my-rule.yml
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.commands.arguments import add_period
from onrecord.commands.listing import Listing, add_format, print_listing, sources_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.record.model import Option
    from onrecord.record.store import Record
    from onrecord.scenarios import Flip, Replay


_MOST_NAMES = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rule",
        required=True,
        metavar="RULE,...",
        help="a proposal by name (onrecord rule lists them) or a .yml file of your own; of several, what each changes",
    )
    parser.add_argument("--body", default="unsc", help="whose votes (default: unsc)")
    parser.add_argument("--topic", help="only votes of one topic set (onrecord topics lists them)")
    add_period(parser)
    parser.add_argument("--open", action="store_true", help="list the open votes too, not only their number")
    parser.add_argument(
        "--estimates", type=Path, metavar="FILE", help="CSV of vote_event, member, option for states that did not sit"
    )
    parser.add_argument("--picture", type=Path, metavar="FILE", help="draw a timeline into a .png, .svg or .pdf file")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    import onrecord
    from onrecord.errors import InputError
    from onrecord.scenarios import Change, recorded_ballots, replay_ballots

    record = onrecord.open()
    rules = [rule.strip() for rule in options.rule.split(",") if rule.strip()]
    estimates = _estimates(options.estimates, record) if options.estimates else None
    counted = recorded_ballots(record, options.body, options.topic, options.since, options.until)
    replays = [replay_ballots(record, rule, counted, options.body, estimates) for rule in rules]
    if len(replays) != 1:
        if not replays or options.open or options.picture:
            raise InputError("--open and --picture take one --rule" if replays else "--rule names no rule")
        print_listing(_compared(replays, record), record, options)
        return 0
    [found] = replays
    if options.picture is not None:
        from onrecord.pictures import replay_timeline

        replay_timeline(found, {code: member.name for code, member in record.members.items()}, options.picture)
    shown = [flip for flip in found.flips if options.open or flip.change is not Change.OPEN]
    print_listing(_listing(found, shown, record, options.format == "table"), record, options)
    return 0


def _compared(replays: Sequence[Replay], record: Record) -> Listing:
    """One row a rule: how many votes come out otherwise."""
    from onrecord.scenarios import Change

    columns = ("rule", "would be adopted", "would fail", "open", "as they did", "not known", "title")
    rows = [
        (
            found.rule,
            *(found.changed.get(change, 0) for change in (Change.CARRIED, Change.LOST, Change.OPEN)),
            found.unchanged,
            found.not_known,
            found.title,
        )
        for found in replays
    ]
    note = (
        f"{replays[0].considered:,} votes looked at. Would be adopted: failed then. Would fail: adopted then. Open: "
        "rests on the votes of states that did not sit.\n--rule with one of them lists its votes.\n"
        f"record {record.version}"
    )
    return Listing(columns, rows, ["; ".join(found.references) for found in replays], note=note)


def _listing(found: Replay, shown: list[Flip], record: Record, brief: bool) -> Listing:
    columns = ["date", "vote_event", "was", "tally", "becomes", "by", "title"] + (
        [] if brief else ["change", "estimated", "reason"]
    )
    rows: list[tuple[Any, ...]] = []
    for flip in shown:
        event = flip.event
        becomes = "open" if flip.change == "open" else str(flip.becomes)
        by = " ".join(flip.by)
        if brief:
            by = _named(flip.by, record)
            title = event.title if len(event.title) <= 60 else f"{event.title[:57]}..."
            rows.append(
                (event.date, event.id, event.outcome, event.tally, becomes + " (estimated)" * flip.estimated, by, title)
            )
        else:
            rows.append((event.date, event.id, event.outcome, event.tally, becomes, by, event.title,
                         str(flip.change), flip.estimated, flip.reason))  # fmt: skip
    sources = [sources_of(record, flip.event.sources) for flip in shown]
    return Listing(tuple(columns), rows, sources, found.title, _summary(found, record) if brief else "")


def _named(members: tuple[str, ...], record: Record) -> str:
    names = [record.members[code].name if code in record.members else code for code in members]
    return ", ".join(names if len(names) <= _MOST_NAMES else [*names[: _MOST_NAMES - 1], f"{len(names) - 2} more"])


def _summary(found: Replay, record: Record) -> str:
    from onrecord.scenarios import Change

    carried, lost, still_open = found.of(Change.CARRIED), found.of(Change.LOST), found.of(Change.OPEN)
    if not found.considered:
        return f"No recorded vote fits what was asked for: there is nothing to decide again.\nrecord {record.version}"
    lines = [
        f"{found.considered:,} votes looked at: {_number(carried)} that failed would have been adopted, "
        f"{_number(lost)} that were adopted would have failed, {found.unchanged:,} come out as they did."
    ]
    if not carried and not lost:
        surely = " for certain" if still_open else ""
        lines = [f"{found.considered:,} votes looked at: none would have come out otherwise{surely}."]
    if still_open:
        lines.append(
            f"{len(still_open):,} would rest on the votes of states that did not sit, which nobody knows "
            "(--open lists them)."
        )
    if found.not_known:
        lines.append(f"{found.not_known:,} cannot be decided again, since the record does not hold their counts.")
    if any(flip.estimated for flip in found.flips):
        lines.append("Votes marked (estimated) were filled in from the estimates given, not from the record.")
    lines += _by_whom("Adopted without these vetoes", carried, record)
    lines += _by_whom("Failed for want of these votes in favour", lost, record)
    lines += [f"Rests on: {reference}" for reference in found.references]
    return "\n".join((*lines, f"record {record.version}"))


def _number(flips: tuple[Flip, ...]) -> str:
    return f"{len(flips):,}" if flips else "none"


def _by_whom(head: str, flips: tuple[Flip, ...], record: Record) -> list[str]:
    counted = Counter(member for flip in flips for member in flip.by)
    if not counted:
        return []
    named = [f"{_named((code,), record)} {number}" for code, number in counted.most_common(8)]
    return [f"{head}: {', '.join(named)}."]


def _estimates(path: Path, record: Record) -> Mapping[str, Mapping[str, Option]]:
    """Votes by vote event and member from a CSV file; InputError names the row that cannot be used."""
    import csv

    from onrecord.errors import InputError
    from onrecord.record.model import Option

    options = {option.value: option for option in Option}
    known = {event.id for body in record.bodies for event in record.vote_events(body)}
    found: dict[str, dict[str, Option]] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            if not {"vote_event", "member", "option"} <= set(rows.fieldnames or ()):
                raise InputError(f"{path}: the first line must name the columns vote_event, member, option")
            for number, row in enumerate(rows, start=2):
                if row["vote_event"] not in known:
                    raise InputError(f"{path}, line {number}: no vote event {row['vote_event']!r} in the record")
                if row["option"] not in options:
                    raise InputError(f"{path}, line {number}: {row['option']!r} is none of {', '.join(options)}")
                found.setdefault(row["vote_event"], {})[row["member"]] = options[row["option"]]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read: {error}") from None
    return found
