"""Imports in the user's data folder: each a folder of tables in the record's layout, written whole or not at all.

An import is prepared in a folder whose name begins with a dot, which the record does not read, put safely on the disk
and then given its name in one step (see layers.py for how it is laid over the shipped tables).
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.record.datapackage import FILE, describe, to_json
from onrecord.record.layers import data_folder, overlays
from onrecord.record.model import Option, VoteEvent
from onrecord.record.rows import TABLE_OF, row
from onrecord.record.schema import TABLES, Table
from onrecord.record.tabular import csv_cells, identifier, literal, read_csv_sql, write_parquet

MANIFEST = "import.json"
_UNFINISHED = ".unfinished-"
_ABANDONED_AFTER = 86_400
"""Seconds after which an unfinished import is what a crash left behind."""


@dataclass(frozen=True, slots=True)
class Imported:
    """One import, as its manifest has it."""

    name: str
    format: str
    title: str
    files: tuple[str, ...]
    sha256: tuple[str, ...]
    settings: str
    """What the user asked for, as text; the same file under other settings is another import."""
    imported: str
    """Day and time, UTC."""
    edition: str | None
    new: int
    filled: int
    changed: int
    conflicting: int


def imports() -> tuple[Imported, ...]:
    """All imports, in the order in which they are laid over the record."""
    return tuple(_read(folder) for folder in overlays())


def remove(name: str) -> Imported:
    """Take one import away again; InputError where there is none of that name."""
    found = {folder.name: folder for folder in overlays()}
    if name not in found:
        raise InputError(f"no import {name!r}; there are {', '.join(found) or 'none'}")
    removed = _read(found[name])
    # Out of the record's sight in one step; what follows may then be interrupted.
    hidden = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=found[name].parent)) / name
    found[name].rename(hidden)
    shutil.rmtree(hidden.parent)
    return removed


def _read(folder: Path) -> Imported:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        values = {part.name: manifest[part.name] for part in fields(Imported) if part.name != "name"}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{folder}: no import of onrecord's; {MANIFEST} cannot be read ({error})") from error
    values["files"], values["sha256"] = tuple(values["files"]), tuple(values["sha256"])
    return Imported(name=folder.name, **values)


class Layer:
    """Tables being written, row by row, so that memory does not grow with the file that is imported."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, self._stack = folder, stack
        self._writers: dict[str, Any] = {}
        self._rows: dict[str, int] = {}

    def write(self, item: object) -> None:
        """One of the record's classes as a row of its table."""
        self.write_row(TABLE_OF[type(item)], row(item))

    def write_votes(self, event: VoteEvent, votes: Mapping[str, Option]) -> None:
        for member, option in votes.items():
            self._write("votes", f"votes-{event.body}", (event.id, member, option.value))

    def write_row(self, table: str, values: Sequence[Any]) -> None:
        """A row with its values as they are, in the order of the table's columns."""
        self._write(table, table, csv_cells(TABLES[table], values))

    def _write(self, table: str, file: str, cells: Sequence[Any]) -> None:
        if file not in self._writers:
            path = self.folder / f"{file}.csv"
            opened = self._stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            self._writers[file] = csv.writer(opened, lineterminator="\n")
            self._writers[file].writerow(TABLES[table].column_names)
            self._rows[file] = 0
        self._writers[file].writerow(cells)
        self._rows[file] += 1

    def finish(self, manifest: Imported) -> None:
        """Turn what was written into Parquet with a description, and the manifest beside it."""
        import duckdb

        self._stack.close()
        files: dict[str, list[str]] = {}
        rows: dict[str, int] = {}
        with duckdb.connect() as connection:
            connection.execute(f"set temp_directory = {literal(str(self.folder / 'sorting'))}")
            for file, count in self._rows.items():
                table = TABLES["votes" if file.startswith("votes-") else file]
                _to_parquet(connection, table, self.folder, file)
                files.setdefault(table.name, []).append(f"{file}.parquet")
                rows[table.name] = rows.get(table.name, 0) + count
        shutil.rmtree(self.folder / "sorting", ignore_errors=True)
        (self.folder / FILE).write_text(to_json(describe(self.folder, files, rows, manifest.imported, [])), "utf-8")
        (self.folder / MANIFEST).write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n", "utf-8")


@contextmanager
def layer(folder: Path | None = None) -> Iterator[Layer]:
    """A layer to write to; whatever happens, nothing of it is in the record before `commit`, and nothing is left."""
    folder = folder or data_folder() / "imports"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        place = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder))
    except OSError as error:
        raise InputError(f"{folder}: cannot be written to: {error.strerror}; ONRECORD_DATA names another") from error
    try:
        with ExitStack() as stack:
            yield Layer(place, stack)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def commit(written: Layer, manifest: Imported) -> Imported:
    """Put a finished layer on the disk and into the record, in one step, under the next number."""
    for path in (*written.folder.iterdir(), written.folder):
        _sync(path)
    folder = written.folder.parent
    numbers = [int(path.name[:4]) for path in folder.iterdir() if path.name[:4].isdigit()]
    name = f"{max(numbers, default=0) + 1:04}-{manifest.format}"
    written.folder.rename(folder / name)
    _sync(folder)
    return _read(folder / name)


def _to_parquet(connection: Any, table: Table, folder: Path, file: str) -> None:
    path = folder / f"{file}.csv"
    connection.execute(f"create or replace table {identifier(table.name)} as {read_csv_sql(table, path)}")
    write_parquet(connection, table, folder / f"{file}.parquet")
    connection.execute(f"drop table {identifier(table.name)}")
    path.unlink()


def _sync(path: Path) -> None:
    """Have the disk hold what was written, where the system lets a folder or file be opened for that."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def _sweep(folder: Path) -> None:
    """Clear away what crashed imports have left behind."""
    for path in folder.glob(f"{_UNFINISHED}*"):
        if time.time() - path.stat().st_mtime > _ABANDONED_AFTER:
            shutil.rmtree(path, ignore_errors=True)
