"""Rows of whole tables kept between runs, so that what reads all of them need not start DuckDB first.

They lie in the user's cache folder, a file a query, and hold for the very tables they were read from: any table
changed, added or taken away is read again. Nothing depends on them; where they cannot be written, all is as without.
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
from onrecord.version import __version__

Rows = list[tuple[Any, ...]]


def cache_folder() -> Path:
    """`cache` in $ONRECORD_DATA, else the platform's own place for what can be made again. It need not exist."""
    if os.environ.get(DATA_FOLDER_VARIABLE):
        return data_folder() / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("onrecord", appauthor=False)


def kept(folders: Sequence[Path], query: str, parameters: Sequence[Any], ask: Callable[[], Rows]) -> Rows:
    """The rows that `ask` gives for the query over tables in these folders, from an earlier run where they are kept."""
    asked = f"{query} {list(parameters)}"
    path = cache_folder() / f"{crc32(asked.encode()):08x}.json"
    read_from = [asked, *_fingerprint(folders)]
    with suppress(OSError, ValueError, LookupError, TypeError):
        document = json.loads(path.read_bytes())
        if document["read_from"] == read_from:
            return _rows(document)
    rows = ask()
    with suppress(OSError, TypeError):
        _write(path, {"read_from": read_from, **_document(rows)})
    return rows


def _fingerprint(folders: Sequence[Path]) -> list[Any]:
    """What tells one state of the tables from another: the edition and every file with its size and time."""
    found: list[Any] = [__version__]
    for folder in folders:
        with os.scandir(folder) as entries:
            states = [(entry.path, entry.stat()) for entry in entries]
        found += sorted([path, state.st_size, state.st_mtime_ns] for path, state in states)
    return found


def _document(rows: Rows) -> dict[str, Any]:
    """Days are written as texts, and which columns hold them beside the rows."""
    width = len(rows[0]) if rows else 0
    days = [place for place in range(width) if any(isinstance(row[place], date) for row in rows)]
    plain = [[value.isoformat() if isinstance(value, date) else value for value in row] for row in rows]
    return {"days": days, "rows": plain}


def _rows(document: dict[str, Any]) -> Rows:
    rows: list[list[Any]] = document["rows"]
    for place in document["days"]:
        for row in rows:
            if row[place] is not None:
                row[place] = date.fromisoformat(row[place])
    return [tuple(row) for row in rows]


def _write(path: Path, document: dict[str, Any]) -> None:
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_text(text, encoding="utf-8")
    os.replace(unfinished, path)
