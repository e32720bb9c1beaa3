"""Import one published export: read it, hold it against the record, lay what it adds over it, whole or not at all."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Protocol

from onrecord.record import overlay
from onrecord.record.comparing import Comparison, Fact
from onrecord.record.comparing import Record as ComparedRecord
from onrecord.record.model import Membership, Source
from onrecord.record.schema import TABLES
from onrecord.record.sources.publication import Publication, Reading, Request
from onrecord.record.sources.publication import Record as ReadRecord
from onrecord.record.sources.refusal import RefusalError
from onrecord.record.sources.table import ScatteredRowsError

Row = tuple[Any, ...]

SHOWN = 20
"""How many facts of a kind a report holds; the counts are of all."""


class Record(ReadRecord, ComparedRecord, Protocol):
    """The part of the record that an import asks."""

    def memberships(self, body: str) -> tuple[Membership, ...]: ...

    @property
    def as_of(self) -> Mapping[str, date]: ...

    def table(self, name: str) -> Any: ...


@dataclass(slots=True)
class Report:
    """What an import adds to the record, or would add."""

    title: str
    files: tuple[Path, ...]
    edition: date | None
    vote_events: int = 0
    votes: int = 0
    new: int = 0
    new_by_body: dict[str, int] = field(default_factory=dict)
    filled: int = 0
    changed: int = 0
    conflicting: int = 0
    known: int = 0
    worded_otherwise: int = 0
    new_members: int = 0
    examples: dict[str, list[Fact]] = field(default_factory=lambda: {"filled": [], "changed": [], "conflicting": []})
    rows_by_table: dict[str, int] = field(default_factory=dict)
    """Rows new to the other tables of the record, where the export has them."""
    tables_kept: dict[str, int] = field(default_factory=dict)
    """Rows that the other tables have otherwise; the record's own stay."""
    already: str | None = None
    """The import that holds this very file already."""
    written: str | None = None
    """The name of the import that was written."""

    @property
    def adds_nothing(self) -> bool:
        return not (self.new or self.filled or self.changed or self.conflicting or self.rows_by_table)


Read = Callable[[Request, ReadRecord], Reading]
Tell = Callable[[int, int], None]
"""Told the bytes read and the bytes in all, vote event by vote event."""


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be imported: files of one format and how to read them."""

    format: str
    title: str
    read: Read
    request: Request
    settings: str = ""
    """Whatever else decides what is read; the same file under other settings is another import."""


def import_export(
    export: Export,
    record: Record,
    *,
    dry_run: bool = False,
    tell: Tell = lambda done, total: None,
    before_writing: Callable[[Report], None] = lambda report: None,
) -> Report:
    """Read the export and lay what it adds over the record; `before_writing` gets the report while nothing is written.

    Raises RefusalError, and leaves the record as it was, where the export is unusable; so does whatever
    `before_writing` raises. With `dry_run` nothing is written.
    """
    sums = tuple(map(_sha256, export.request.files.values()))
    for earlier in overlay.imports():
        if earlier.sha256 == sums and earlier.settings == export.settings:
            report = Report(export.title, tuple(export.request.files.values()), None, already=earlier.name)
            before_writing(report)
            return report
    reading = export.read(export.request, record)
    try:
        return _import(export, reading, record, sums, dry_run, tell, before_writing)
    except (ScatteredRowsError, RefusalError):
        if not reading.scattered():
            raise
    reading = export.read(replace(export.request, gather=True), record)
    return _import(export, reading, record, sums, dry_run, tell, before_writing)


def _import(
    export: Export,
    reading: Reading,
    record: Record,
    sums: tuple[str, ...],
    dry_run: bool,
    tell: Tell,
    before_writing: Callable[[Report], None],
) -> Report:
    publication = reading.publication
    paths = tuple(export.request.files.values())
    key = source_key(publication, record.sources, sums[-1])
    report = Report(export.title, paths, publication.edition)
    with ExitStack() as stack:
        aside = Path(stack.enter_context(tempfile.TemporaryDirectory())) if dry_run else None
        layer = stack.enter_context(overlay.layer(aside))
        latest = _lay_vote_events(reading, Comparison(record, publication, key, paths[-1].name), layer, report, tell)
        _lay_newcomers(publication, key, record, layer, report, latest)
        _lay_tables(reading, record, layer, report)
        before_writing(report)
        if not report.adds_nothing and not dry_run:
            manifest = _manifest(export, sums, report)
            layer.finish(manifest)
            report.written = overlay.commit(layer, manifest).name
    return report


def _manifest(export: Export, sums: tuple[str, ...], report: Report) -> overlay.Imported:
    return overlay.Imported(
        name="",
        format=export.format,
        title=export.title,
        files=tuple(path.name for path in report.files),
        sha256=sums,
        settings=export.settings,
        imported=datetime.now(UTC).isoformat(timespec="seconds"),
        edition=report.edition.isoformat() if report.edition else None,
        new=report.new,
        filled=report.filled,
        changed=report.changed,
        conflicting=report.conflicting,
    )


def source_key(publication: Publication, sources: Mapping[str, Source], sha256: str) -> str:
    """What the record calls this edition of the source: its own id where that is free, else with the edition's day."""
    if publication.source.id not in sources:
        return publication.source.id
    return f"{publication.source.id}-{publication.edition or sha256[:8]}"


def _lay_vote_events(
    reading: Reading, comparison: Comparison, layer: overlay.Layer, report: Report, tell: Tell
) -> dict[str, date]:
    """Write what each vote event adds; gives the latest day of the file by body."""
    latest: dict[str, date] = {}
    for read in reading.vote_events:
        difference = comparison.compare(read)
        body = read.event.body
        latest[body] = max(latest.get(body, read.event.date), read.event.date)
        report.vote_events += 1
        report.votes += len(read.votes)
        report.known += difference.known
        report.worded_otherwise += difference.worded_otherwise
        if difference.new:
            report.new += 1
            report.new_by_body[body] = report.new_by_body.get(body, 0) + 1
        for kind in ("filled", "changed", "conflicting"):
            facts: tuple[Fact, ...] = getattr(difference, kind)
            setattr(report, kind, getattr(report, kind) + len(facts))
            report.examples[kind].extend(facts[: SHOWN - len(report.examples[kind])])
        if difference.event is not None:
            layer.write(difference.event)
            if difference.votes is not None:
                layer.write_votes(difference.event, difference.votes)
        for row in difference.disagreements:
            layer.write(row)
        tell(reading.progress.done, reading.progress.total)
    return latest


def _lay_tables(reading: Reading, record: Record, layer: overlay.Layer, report: Report) -> None:
    """Rows of the other tables that the record has nothing under the same key for; where it has, its own stay."""
    for name, rows in reading.tables.items():
        table = TABLES[name]
        keys = [table.column_names.index(column) for column in table.replaced_by]
        held = _by_key(record.table(name).fetchall(), keys)
        for key, group in _by_key(rows, keys).items():
            if key not in held:
                for values in group:
                    layer.write_row(name, values)
                report.rows_by_table[name] = report.rows_by_table.get(name, 0) + len(group)
            elif held[key] != group:
                report.tables_kept[name] = report.tables_kept.get(name, 0) + 1


def _by_key(rows: Iterable[Row], keys: Sequence[int]) -> dict[Row, list[Row]]:
    found: dict[Row, list[Row]] = {}
    for values in rows:
        found.setdefault(tuple(values[place] for place in keys), []).append(values)
    return {key: sorted(group, key=repr) for key, group in found.items()}


def _lay_newcomers(
    publication: Publication,
    key: str,
    record: Record,
    layer: overlay.Layer,
    report: Report,
    latest: Mapping[str, date],
) -> None:
    """Bodies, members, terms and the source that the record does not have."""
    if not (report.new or report.filled or report.changed or report.conflicting):
        return
    layer.write(replace(publication.source, id=key, version=str(publication.edition or "") or None))
    for member in publication.members.values():
        if member.code not in record.members:
            layer.write(member)
            report.new_members += 1
    for body in publication.bodies:
        if body.id in latest and body.id not in record.bodies:
            layer.write(body)
        elif body.id in latest and publication.complete and latest[body.id] > record.as_of[body.id]:
            layer.write(replace(record.bodies[body.id], complete_to=latest[body.id]))
    bodies = {term.body for term in publication.memberships}
    held = {
        (term.body, term.member, term.start)
        for body in bodies & record.bodies.keys()
        for term in record.memberships(body)
    }
    for term in publication.memberships:
        if term.body in latest and (term.body, term.member, term.start) not in held:
            layer.write(term)


def _sha256(path: Path) -> str:
    """Of a file, or of the names and contents of the files in a folder."""
    try:
        if path.is_dir():
            parts = "".join(f"{file.name} {_sha256(file)}\n" for file in sorted(path.iterdir()) if file.is_file())
            return hashlib.sha256(parts.encode()).hexdigest()
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise RefusalError(str(path), f"cannot be opened: {error.strerror}") from None
