"""Where the record's rows come from: the shipped tables, with the user's imports laid over them.

An overlay is a folder of tables in the record's own layout (schema.py), any of them missing. Its rows replace those
below that have the same key; the votes of an event are replaced as one, so that a later edition never mixes with an
earlier one. Overlays lie in `imports/` in the user's data folder, laid over in the order of their names.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import RecordError
from onrecord.record.datapackage import FILE, read_description
from onrecord.record.schema import TABLES, Table
from onrecord.record.tabular import identifier, paths_literal, read_csv_sql

SHIPPED = Path(__file__).resolve().parent / "data"
DATA_FOLDER_VARIABLE = "ONRECORD_DATA"


def data_folder() -> Path:
    """The user's data folder: $ONRECORD_DATA, else the platform's own place for it. It need not exist."""
    named = os.environ.get(DATA_FOLDER_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("onrecord", appauthor=False)


def overlays() -> list[Path]:
    """The imports in the user's data folder, lowest first; unfinished ones begin with a dot and are left out."""
    folder = data_folder() / "imports"
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


@dataclass(frozen=True, slots=True)
class Layers:
    """The folders that a record is read from, lowest first."""

    folders: tuple[Path, ...]

    def select(self, table: Table, body: str | None = None) -> str:
        """A query for the table's rows over all layers; `body` alone, where the table is kept in a file a body."""
        found = [sql for folder in self.folders if (sql := _read(folder, table, body))]
        if not found:
            raise RecordError(f"{self.folders[0]}: no table {table.name!r}; the record is not whole")
        query = found[0]
        key = ", ".join(identifier(name) for name in table.replaced_by)
        columns = ", ".join(identifier(name) for name in table.column_names)
        for sql in found[1:]:
            query = (
                f"select {columns} from ({query}) where ({key}) not in (select ({key}) from ({sql})) "
                f"union all select {columns} from ({sql})"
            )
        return query

    @property
    def in_parquet(self) -> bool:
        """Whether rows can be found without reading whole tables, as they can in Parquet alone."""
        return all((folder / "vote_events.parquet").is_file() for folder in self.folders[:1])

    def version(self) -> str:
        """The lowest layer's version, with the names of what lies over it."""
        version = str(read_description(self.folders[0]).get("version", "unknown"))
        return "+".join((version, *(folder.name for folder in self.folders[1:])))


def layers(path: Path | None = None) -> Layers:
    """The shipped record with the user's imports over it, or the one record at `path` alone."""
    if path is None:
        return Layers((SHIPPED, *overlays()))
    if not (path / FILE).is_file():
        raise RecordError(f"{path}: no record there; a folder with {FILE} is expected")
    return Layers((path,))


def _read(folder: Path, table: Table, body: str | None) -> str | None:
    one = folder / f"{table.name}-{body}.parquet"
    if body and one.is_file():
        return _parquet((one,), table)
    parquet = [folder / f"{table.name}.parquet"]
    if table is TABLES["votes"]:
        parquet += sorted(folder.glob("votes-*.parquet"))
    parquet = [path for path in parquet if path.is_file()]
    if parquet:
        return _parquet(parquet, table)
    csv = folder / f"{table.name}.csv"
    if csv.is_file():
        return read_csv_sql(table, csv)
    from onrecord.record import popolo

    return popolo.read_sql(folder, table)


def load_tables(connection: Any, layers: Layers) -> None:
    """Copy every table into the connection's memory."""
    for name, table in TABLES.items():
        connection.execute(f"create table {identifier(name)} as {layers.select(table)}")


def _parquet(paths: Iterable[Path], table: Table) -> str:
    columns = ", ".join(identifier(name) for name in table.column_names)
    return f"select {columns} from read_parquet({paths_literal(paths)})"
