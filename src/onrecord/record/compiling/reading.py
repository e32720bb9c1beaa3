"""Read the CSV and YAML files that a compile starts from, with errors that say which file and row is wrong."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.errors import InputError

MASTERS = Path(__file__).resolve().parent.parent / "masters"


def csv_rows(path: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Rows as dictionaries; InputError where the file or one of the columns is missing."""
    if not path.is_file():
        raise InputError(f"{path}: no such file; compile needs it")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            raise InputError(f"{path}: no column {missing[0]!r}; it has {', '.join(reader.fieldnames or ())}")
        for row in reader:
            if None in row or None in row.values():
                raise InputError(f"{path}, row {reader.line_num}: not as many values as the header has columns")
            yield row


def yaml_document(path: Path) -> Any:
    import yaml

    try:
        with path.open(encoding="utf-8") as file:
            return yaml.safe_load(file)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; compile needs it") from None
    except yaml.YAMLError as error:
        raise InputError(f"{path}: not readable as YAML: {str(error).splitlines()[0]}") from error


def checked(item: Any, path: Path, required: Mapping[str, type], optional: Mapping[str, type]) -> dict[str, Any]:
    """The mapping with its keys and types looked over; InputError that names the file, the entry and what is wrong."""
    if not isinstance(item, dict):
        raise InputError(f"{path}: {str(item)[:60]!r} stands where keys and values are expected")
    named = next((str(item[key]) for key in ("id", "vote_id", "date") if key in item), "an entry")
    for key in required:
        if key not in item:
            raise InputError(f"{path}: {named} has no {key!r}")
    for key, value in item.items():
        expected = required.get(key) or optional.get(key)
        if expected is None:
            known = ", ".join((*required, *optional))
            raise InputError(f"{path}: {named} has {key!r}, which means nothing here; the keys are {known}")
        if not isinstance(value, expected):
            raise InputError(f"{path}: {key} of {named} is {value!r}; expected {_NAMES[expected]}")
    return item


_NAMES = {str: "text", list: "a list", dict: "keys and values", int: "a whole number", date: "a day as YYYY-MM-DD"}


def whole(text: str) -> int | None:
    return int(text) if text else None


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def required_day(row: Mapping[str, str], column: str, path: Path) -> date:
    try:
        return date.fromisoformat(row[column])
    except ValueError:
        raise InputError(f"{path}: {column} is {row[column]!r}; expected a day as YYYY-MM-DD") from None
