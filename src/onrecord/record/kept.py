"""Rows of whole tables kept in files, so that what reads all of them need not start DuckDB first.

Some come with the record. The others lie in the user's cache folder, a file a question, and hold for the very tables
they were read from: any table changed, added or taken away is read again. Nothing depends on them; where they cannot
be written, all is as without.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any
from zlib import crc32

from onrecord.record.layers import DATA_FOLDER_VARIABLE, data_folder
from onrecord.record.tabular import replacing
from onrecord.version import __version__

Rows = list[tuple[Any, ...]]


def cache_folder() -> Path:
    """`cache` in $ONRECORD_DATA, else the platform's own place for what can be made again. It need not exist."""
    if os.environ.get(DATA_FOLDER_VARIABLE):
        return data_folder() / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("onrecord", appauthor=False)


def kept(folders: Sequence[Path], asked: Sequence[Any], ask: Callable[[], Rows]) -> Rows:
    """The rows that `ask` gives for what is asked of tables in these folders, from an earlier run where kept."""
    read_from = [*asked, *_fingerprint(folders)]
    path = cache_folder() / f"{crc32(str([asked, *folders]).encode()):08x}.json"
    rows = kept_rows(path, read_from)
    if rows is None:
        rows = ask()
        with suppress(OSError, TypeError):
            path.parent.mkdir(parents=True, exist_ok=True)
            keep_rows(path, read_from, rows)
    return rows


def kept_rows(path: Path, read_from: Sequence[Any]) -> Rows | None:
    """The rows in a file that `keep_rows` wrote; None where there is none, or it was read from anything else."""
    with suppress(OSError, ValueError, LookupError, TypeError):
        document = json.loads(path.read_bytes())
        if document["read_from"] == read_from:
            return _rows(document)
    return None


def keep_rows(path: Path, read_from: Sequence[Any], rows: Rows) -> None:
    """Write rows with what they were read from, a row a line; days as texts, and which columns hold them beside."""
    days = [place for place in range(len(rows[0]) if rows else 0) if any(isinstance(row[place], date) for row in rows)]
    head = f'{{"read_from":{_json(read_from)},"days":{_json(days)},"rows":[\n'
    text = head + ",\n".join(map(_json, rows)) + "\n]}\n"
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8")


def _fingerprint(folders: Sequence[Path]) -> list[Any]:
    """What tells one state of the tables from another: the edition and every file with its size and time."""
    found: list[Any] = [__version__]
    for folder in folders:
        with os.scandir(folder) as entries:
            states = [(entry.path, entry.stat()) for entry in entries]
        found += sorted([path, state.st_size, state.st_mtime_ns] for path, state in states)
    return found


def _rows(document: dict[str, Any]) -> Rows:
    rows: list[list[Any]] = document["rows"]
    for place in document["days"]:
        for row in rows:
            if row[place] is not None:
                row[place] = date.fromisoformat(row[place])
    return [tuple(row) for row in rows]


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=date.isoformat).encode
