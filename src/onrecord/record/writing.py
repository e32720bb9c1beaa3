"""Write the tables of a connection as a folder that can be opened again: Parquet, CSV or Popolo."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.record import popolo
from onrecord.record.datapackage import FILE, describe, described_files, json_resource, to_json
from onrecord.record.schema import SOURCES, TABLES
from onrecord.record.tabular import identifier, replacing, write_csv, write_parquet

FORMATS = ("csv", "parquet", "popolo")


def write_record(connection: Any, destination: Path, version: str, format: str) -> dict[str, int]:
    """Write every table in one of FORMATS, and `datapackage.json`; gives the rows by table."""
    writers = {"csv": write_csv_record, "parquet": write_parquet_record, "popolo": write_popolo_record}
    return writers[format](connection, destination, version)


@contextmanager
def replacing_folder(destination: Path) -> Iterator[Path]:
    """A folder to write to, whose files take the place of an earlier record in `destination` once all are written."""
    if destination.exists() and not destination.is_dir():
        raise InputError(f"{destination}: is a file; a folder is needed")
    try:
        destination.mkdir(parents=True, exist_ok=True)
        earlier = set(described_files(destination)) if (destination / FILE).is_file() else set()
        others = sorted({path.name for path in destination.iterdir()} - earlier - {FILE})
        if others:
            raise InputError(f"{destination}: holds other files ({others[0]}) and is no record; name a new folder")
        with tempfile.TemporaryDirectory(dir=destination, prefix=".writing-") as folder:
            yield Path(folder)
            # Without its description the folder is no record, so that none is ever half the old and half the new.
            (destination / FILE).unlink(missing_ok=True)
            for name in earlier:
                (destination / name).unlink(missing_ok=True)
            for path in sorted(Path(folder).iterdir(), key=lambda path: path.name == FILE):
                path.replace(destination / path.name)
    except OSError as error:
        raise InputError(f"{error.filename or destination}: cannot be written: {error.strerror}") from error


def write_parquet_record(connection: Any, destination: Path, version: str) -> dict[str, int]:
    """The shipped layout: a file a table, the votes in one file a body, so that one body's can be read alone."""
    destination.mkdir(parents=True, exist_ok=True)
    files = {name: [f"{name}.parquet"] for name in TABLES}
    bodies = [body for (body,) in connection.execute("select id from bodies order by id").fetchall()]
    files["votes"] = [f"votes-{body}.parquet" for body in bodies]
    for name, table in TABLES.items():
        if name != "votes":
            write_parquet(connection, table, destination / files[name][0])
    for body, file in zip(bodies, files["votes"], strict=True):
        where = f"vote_event in (select id from vote_events where body = '{body}')"
        write_parquet(connection, TABLES["votes"], destination / file, where)
    return _describe(connection, destination, version, files)


def write_csv_record(connection: Any, destination: Path, version: str) -> dict[str, int]:
    destination.mkdir(parents=True, exist_ok=True)
    files = {name: [f"{name}.csv"] for name in TABLES}
    for name, table in TABLES.items():
        write_csv(connection, table, destination / files[name][0])
    return _describe(connection, destination, version, files)


def write_popolo_record(connection: Any, destination: Path, version: str) -> dict[str, int]:
    """Popolo's classes as JSON, and as CSV the tables that Popolo has no class for."""
    destination.mkdir(parents=True, exist_ok=True)
    popolo.write(connection, destination)
    files = {name: [f"{name}.csv"] for name in TABLES if name not in popolo.TABLES_OF_FILES}
    for name in files:
        write_csv(connection, TABLES[name], destination / files[name][0])
    return _describe(connection, destination, version, files, popolo.TITLES)


def _describe(
    connection: Any,
    destination: Path,
    version: str,
    files: Mapping[str, list[str]],
    documents: Mapping[str, str] | None = None,
) -> dict[str, int]:
    counts = {
        name: int(connection.execute(f"select count(*) from {identifier(name)}").fetchall()[0][0]) for name in TABLES
    }
    keys = SOURCES.column_names
    columns = ", ".join(map(identifier, keys))
    cited = connection.execute(f"select {columns} from sources order by id").fetchall()
    description = describe(destination, files, counts, version, [dict(zip(keys, row, strict=True)) for row in cited])
    for file, title in (documents or {}).items():
        description["resources"].append(json_resource(destination, file, title))
    with replacing(destination / FILE) as temporary:
        temporary.write_text(to_json(description), encoding="utf-8")
    return counts
