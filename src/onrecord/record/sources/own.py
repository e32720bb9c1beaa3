"""onrecord's own exports (CSV, Parquet or Popolo with a datapackage.json), checked before anything is believed.

Every CSV cell is held against the schema; keys, references and counts are checked by query in all three formats.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.errors import RecordError
from onrecord.record.datapackage import FILE, read_description
from onrecord.record.layers import Layers, layers, load_tables
from onrecord.record.model import Source
from onrecord.record.schema import TABLES
from onrecord.record.sources import cells
from onrecord.record.sources.opening import Progress, megabytes
from onrecord.record.sources.publication import Format, Publication, Reading, ReadVoteEvent, Record, Request
from onrecord.record.sources.refusal import RefusalError
from onrecord.record.sources.seats import recorded_days, refuse_unseated
from onrecord.record.sources.table import Row, Table, open_table

LARGEST = 1_000_000_000
"""Bytes of one file of an export; the shipped record's largest, its votes as CSV, has 32 MB."""


def is_export(path: Path) -> bool:
    return path.name == FILE or (path / FILE).is_file()


def read(request: Request, record: Record) -> Reading:
    folder = request.files["export"]
    folder = folder.parent if folder.name == FILE else folder
    try:
        description = read_description(folder)
        exported = layers(folder)
    except RecordError as error:
        raise RefusalError(str(folder), str(error)) from None
    _check_files(folder)
    connection = _load(folder, exported)
    _check(connection, folder)
    source = Source(
        id="onrecord",
        title=f"an export of onrecord, version {description.get('version', 'unknown')}",
        publisher="onrecord",
        terms="those of its sources",
        citation=f"onrecord, version {description.get('version', 'unknown')}",
    )
    others = {
        name: connection.execute(f"select * from {name}").fetchall()
        for name in TABLES
        if name not in ("vote_events", "votes")
    }
    return Reading(Publication(source, ()), _vote_events(exported, folder, record), Progress(0), tables=others)


def _check_files(folder: Path) -> None:
    for path in folder.iterdir():
        if path.suffix in (".csv", ".parquet", ".json") and path.stat().st_size > LARGEST:
            raise RefusalError(
                str(path), f"is {megabytes(path.stat().st_size)}", expected=f"at most {megabytes(LARGEST)}"
            )
    for name, table in TABLES.items():
        path = folder / f"{name}.csv"
        if not path.is_file():
            continue
        with open_table(path, LARGEST, delimiter=",", rows_required=False) as (opened, rows):
            if opened.header != table.column_names:
                raise RefusalError(
                    str(path),
                    f"the header is {', '.join(opened.header)}",
                    row=1,
                    expected=", ".join(table.column_names),
                )
            for row in rows:
                _check_cells(row, name)


def _check_cells(row: Row, name: str) -> None:
    for column, cell in zip(TABLES[name].columns, row.cells, strict=True):
        if not cell:
            if column.required:
                raise row.refuse(column.name, "is empty", column.description)
        elif column.type == "date":
            cells.day(row, column.name, cells.EARLIEST, cells.LATEST)
        elif column.type == "integer":
            cells.count(row, column.name)
        elif column.type == "boolean" and cell not in ("true", "false"):
            raise row.refuse(column.name, f"{cell!r} is not true or false", "true or false")
        elif column.type == "number" and not cells.is_number(cell):
            raise row.refuse(column.name, f"{cell!r} is not a number", "a number")
        elif column.words and cell not in column.words:
            raise row.refuse(column.name, f"{cell!r} is not known", f"one of {', '.join(column.words)}")


def _load(folder: Path, exported: Layers) -> Any:
    import duckdb

    connection = duckdb.connect()
    try:
        load_tables(connection, exported)
    except duckdb.Error as error:
        first = str(error).strip().splitlines()[0]
        raise RefusalError(str(folder), f"cannot be read: {first}", expected="an export as onrecord wrote it") from None
    return connection


def _check(connection: Any, folder: Path) -> None:
    """Refuse keys that stand twice, references to nothing, words that mean nothing, counts that are not the votes'."""
    for name, table in TABLES.items():
        key = ", ".join(f'"{column}"' for column in table.key)
        twice = connection.execute(f"select {key} from {name} group by all having count(*) > 1 limit 1").fetchone()
        if twice:
            raise RefusalError(
                str(folder), f"{name}: {' '.join(map(str, twice))} stands twice", expected="every row once"
            )
        for column, other, other_key in table.foreign_keys:
            lost = connection.execute(
                f'select "{column}" from {name} where "{column}" not in (select "{other_key}" from {other}) limit 1'
            ).fetchone()
            if lost:
                raise RefusalError(
                    str(folder), f"{name}: {lost[0]!r} is not in {other}", column=column, expected="its row"
                )
    for name, word in ((name, word) for name, table in TABLES.items() for word in table.columns_of_words):
        known = ", ".join(f"'{allowed}'" for allowed in word.words)
        odd = connection.execute(
            f'select "{word.name}" from {name} where "{word.name}" not in ({known}) limit 1'
        ).fetchone()
        if odd:
            raise RefusalError(
                str(folder), f"{name}: {odd[0]!r} is not known", column=word.name, expected=f"one of {known}"
            )
    uncounted = connection.execute(
        "select e.id, e.yes, e.no, e.abstain, v.yes, v.no, v.abstain from vote_events e join (select vote_event, "
        "count(*) filter (option = 'yes') as yes, count(*) filter (option = 'no') as no, "
        "count(*) filter (option = 'abstain') as abstain from votes group by vote_event) v on v.vote_event = e.id "
        "where e.votes_known and (e.yes, e.no, e.abstain) <> (v.yes, v.no, v.abstain) limit 1"
    ).fetchone()
    if uncounted:
        said, counted = ("-".join(map(str, uncounted[part : part + 3])) for part in (1, 4))
        raise RefusalError(str(folder), f"{uncounted[0]} has the counts {said} and votes {counted}", expected=counted)


def _vote_events(exported: Layers, folder: Path, record: Record) -> Iterator[ReadVoteEvent]:
    from onrecord.record.store import Record as Opened

    opened = Opened(exported)
    recorded = recorded_days(record, "unsc")
    place = Row(Table(str(folder), (), {}), 0, ())
    for body in opened.bodies:
        votes = opened.all_votes(body)
        for event in opened.vote_events(body):
            of_event = votes.get(event.id, {})
            if body == "unsc" and event.votes_known:
                refuse_unseated(place, None, record, event, of_event, recorded)
            yield ReadVoteEvent(event, of_event, place)


FORMAT = Format("onrecord", "an export of onrecord", (), read)
