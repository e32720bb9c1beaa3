"""Lay a published export over the record, or a newer edition of one.

Known by their headers: the UN Digital Library's voting files of the Security Council and the General Assembly, Voeten's
roll calls as unvotes (votes and roll calls together) or Harvard Dataverse has them, Voteview's members, rollcalls and
votes (given together), and onrecord's own exports. Any other table is read with --body and --map. A file is plain CSV,
.gz or .zip. What differs from the record is reported before anything is written; it is taken whole or not at all.

Examples:
  onrecord import 2026_02_06_sc_voting.csv --dry-run
  onrecord import --list
  onrecord import votes.csv --body hrc --states --map vote_event=id --map date=day --map member=state --map option=vote
"""

from __future__ import annotations

import argparse
import codecs
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.commands.arguments import day

if TYPE_CHECKING:
    from onrecord.record.importing import Export, Report
    from onrecord.record.model import Option
    from onrecord.record.sources.mapped import Mapped


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="what to import")
    parser.add_argument("--dry-run", action="store_true", help="report what would change and write nothing")
    parser.add_argument("--list", action="store_true", help="the imports laid over the record")
    parser.add_argument("--remove", metavar="NAME", help="take one import away again")
    parser.add_argument("--edition", type=day, metavar="DAY", help="day of the edition, where its name does not say it")
    parser.add_argument("--encoding", type=_encoding, default="utf-8", help="of the text; UTF-8 where not given")
    parser.add_argument(
        "--delimiter", type=_delimiter, help="between the cells, one sign or `tab`; found in the header where not given"
    )
    parser.add_argument("--progress", action="store_true", help="say how far it is, also when not on a terminal")
    parser.add_argument(
        "--keep-printed-totals",
        action="store_true",
        help="take vote events whose totals disagree with their votes; the votes count, the totals are noted",
    )
    table = parser.add_argument_group("any other table")
    table.add_argument("--body", help="whose votes they are: unsc, unga, or a new body such as hrc")
    table.add_argument("--body-name", help="what a new body is called")
    table.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="vote_event, date, member and option are needed (the last two not with --wide); "
        "title, resolution, draft, meeting, agenda_item, url, note, outcome, yes, no, abstain, not_voting, members",
    )
    table.add_argument(
        "--options",
        metavar="WORD=OPTION,...",
        help="what the table writes for yes, no, abstain and not voting; WORD=none is no vote",
    )
    table.add_argument("--wide", action="store_true", help="every column that is not mapped is a member")
    table.add_argument("--ignore", default="", metavar="COLUMN,...", help="columns of a wide table to leave out")
    table.add_argument("--date-format", default="%Y-%m-%d", help="such as %%d.%%m.%%Y")
    table.add_argument("--states", action="store_true", help="the members of the new body are states")


def run(options: argparse.Namespace) -> int:
    from onrecord.errors import InputError

    if options.list:
        return _list()
    if options.remove:
        from onrecord.record import overlay

        removed = overlay.remove(options.remove)
        print(f"removed {removed.name}: {removed.title} ({', '.join(removed.files)})")
        return 0
    if not options.files:
        raise InputError("name a file to import, or say --list or --remove NAME")
    from onrecord.record.importing import import_export
    from onrecord.record.store import open_record

    for export in _exports(options):
        name = next(iter(export.request.files.values())).name
        report = import_export(
            export,
            open_record(),
            dry_run=options.dry_run,
            tell=_Progress(name, options.progress),
            before_writing=lambda report: _show(report, options.dry_run),
        )
        if report.written:
            print(f"  written as {report.written}; onrecord import --remove {report.written} takes it away again")
    return 0


def _exports(options: argparse.Namespace) -> list[Export]:
    from onrecord.record.importing import Export
    from onrecord.record.sources import mapped
    from onrecord.record.sources.publication import Request
    from onrecord.record.sources.recognise import recognise

    def request(files: Mapping[str, Path]) -> Request:
        return Request(
            files,
            encoding=options.encoding,
            delimiter=options.delimiter,
            edition=options.edition,
            keep_printed_totals=options.keep_printed_totals,
        )

    if options.body or options.map:
        how = _mapped(options)
        return [
            Export(
                "table",
                f"table of votes, {how.body}",
                lambda asked, record: mapped.read(asked, record, how),
                request({"votes": path}),
                settings=repr(how),
            )
            for path in options.files
        ]
    return [
        Export(found.format.id, found.format.title, found.format.read, request(found.files))
        for found in recognise(options.files, options.encoding, options.delimiter)
    ]


def _mapped(options: argparse.Namespace) -> Mapped:
    from onrecord.errors import InputError
    from onrecord.record.sources.mapped import PLAIN_OPTIONS, Mapped, check

    if not options.body:
        raise InputError("--map needs --body: whose votes the table has")
    mapped = Mapped(
        body=options.body,
        columns=dict(_pair(text, "--map", "FIELD=COLUMN") for text in options.map),
        body_name=options.body_name,
        options=_options(options.options) if options.options else PLAIN_OPTIONS,
        wide=options.wide,
        ignored=tuple(name for name in options.ignore.split(",") if name),
        date_format=options.date_format,
        states=options.states,
    )
    check(mapped)
    return mapped


def _options(text: str) -> dict[str, Option | None]:
    from onrecord.errors import InputError
    from onrecord.record.model import Option

    options: dict[str, Option | None] = {}
    for pair in text.split(","):
        word, name = _pair(pair, "--options", "WORD=OPTION")
        if name not in (*Option, "none"):
            raise InputError(f"--options {pair}: {name!r} is no option; there are {', '.join(Option)} and none")
        options[word] = None if name == "none" else Option(name)
    return options


def _pair(text: str, argument: str, shape: str) -> tuple[str, str]:
    from onrecord.errors import InputError

    left, sign, right = text.rpartition("=") if argument == "--options" else text.partition("=")
    if not sign or not right:
        raise InputError(f"{argument} {text!r}: expected {shape}")
    return left.strip(), right.strip()


def _encoding(text: str) -> str:
    try:
        return codecs.lookup(text).name
    except LookupError:
        raise argparse.ArgumentTypeError(f"{text!r} is no encoding; such as utf-8 or cp1252") from None


def _delimiter(text: str) -> str:
    sign = "\t" if text == "tab" else text
    if len(sign) != 1 or sign in '"\r\n':
        raise argparse.ArgumentTypeError(f"{text!r} is no delimiter; one sign such as ; or the word tab")
    return sign


class _Progress:
    """Says on standard error how far a long file is read, at most twice a second."""

    def __init__(self, name: str, asked: bool) -> None:
        self._name, self._terminal = name, sys.stderr.isatty()
        self._shown, self._next = asked or self._terminal, time.monotonic() + 1

    def __call__(self, done: int, total: int) -> None:
        if self._shown and time.monotonic() >= self._next:
            self._next = time.monotonic() + 0.5
            end = "\r" if self._terminal else "\n"
            print(f"{self._name}: {done * 100 // max(total, 1)} % read", end=end, file=sys.stderr, flush=True)


def _list() -> int:
    from onrecord.record import overlay

    imports = overlay.imports()
    for held in imports:
        print(
            f"{held.name}  {held.imported}  {', '.join(held.files)}: {held.title}"
            f"{f', edition of {held.edition}' if held.edition else ''}; {held.new:,} new, {held.filled:,} filled in, "
            f"{held.changed:,} changed, {held.conflicting:,} conflicting"
        )
    if not imports:
        print("nothing is laid over the shipped record")
    return 0


def _show(report: Report, dry_run: bool) -> None:
    """The report, while nothing is written yet."""
    from onrecord.record.sources.refusal import printable

    name = ", ".join(path.name for path in report.files)
    if report.already:
        print(f"{name}: imported already, as {report.already}; nothing changes")
        return
    edition = f", edition of {report.edition}" if report.edition else ""
    print(f"{name}: {report.title}{edition}; {report.vote_events:,} vote events with {report.votes:,} votes")
    by_body = ", ".join(f"{body} {count:,}" for body, count in sorted(report.new_by_body.items()))
    print(f"  new          {report.new:,} vote events" + (f" ({by_body})" if by_body else ""))
    print(f"  filled in    {report.filled:,} values that were empty")
    print(f"  changed      {report.changed:,} values, by a later edition of the same source")
    print(f"  conflicting  {report.conflicting:,} values; the record's stand, these are kept as disagreements")
    _show_further(report)
    for kind in ("changed", "conflicting"):
        facts = report.examples[kind]
        for fact in facts:
            print(printable(f"  {kind}: {fact.vote_event} {fact.field}: {fact.before or 'nothing'} -> {fact.after}"))
        rest = getattr(report, kind) - len(facts)
        if rest:
            print(f"  {kind}: and {rest:,} more")
    if report.adds_nothing:
        print("  nothing changes")
    elif dry_run:
        print("  nothing is written (--dry-run)")


def _show_further(report: Report) -> None:
    if report.known:
        print(f"  known        {report.known:,} differences that the record already notes")
    if report.worded_otherwise:
        print(f"  wording      {report.worded_otherwise:,} titles, symbols and remarks differ; the record's stay")
    if report.new_members:
        print(f"  members      {report.new_members:,} new")
    for table, count in report.rows_by_table.items():
        print(f"  {table}: {count:,} new rows")
    for table, count in report.tables_kept.items():
        print(f"  {table}: {count:,} entries differ; the record's stay")
