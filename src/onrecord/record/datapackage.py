"""The record's `datapackage.json`: what the tables hold, by Frictionless Data Package v1.

https://specs.frictionlessdata.io/data-package/
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.errors import RecordError
from onrecord.record.schema import TABLES, Column, Table

FILE = "datapackage.json"


def describe(
    folder: Path,
    files: Mapping[str, Sequence[str]],
    rows: Mapping[str, int],
    version: str,
    sources: Sequence[Mapping[str, str | None]],
) -> dict[str, Any]:
    """The description of the tables in `folder`; `files` gives each table's file names."""
    return {
        "profile": "data-package",
        "name": "onrecord-record",
        "title": "What the United Nations decided: votes, members, vetoes, sponsors, topics, figures",
        "version": version,
        "licenses": [
            {
                "name": "UN-terms",
                "title": "Facts from United Nations records: copyright United Nations, non-commercial use with "
                "attribution; other terms by source",
            }
        ],
        "sources": [
            {"title": source["title"], "path": source["url"], "citation": source["citation"], "terms": source["terms"]}
            if source["url"]
            else {"title": source["title"], "citation": source["citation"], "terms": source["terms"]}
            for source in sources
        ],
        "resources": [_resource(TABLES[name], folder, files[name], rows[name]) for name in TABLES if name in files],
    }


def json_resource(folder: Path, file: str, title: str) -> dict[str, Any]:
    """The description of a JSON document that is no table."""
    path = folder / file
    return {
        "name": path.stem.replace("_", "-"),
        "title": title,
        "path": file,
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{sha256(path)}",
    }


def read_description(folder: Path) -> dict[str, Any]:
    path = folder / FILE
    try:
        description = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RecordError(f"{folder}: no record there; {FILE} is missing") from None
    except (ValueError, OSError) as error:
        raise RecordError(f"{path}: not readable as a data package: {error}") from error
    if not isinstance(description, dict) or "resources" not in description:
        raise RecordError(f"{path}: not a data package; it has no resources")
    return description


def described_files(folder: Path) -> dict[str, str]:
    """The sha256 of every file that the folder's description lists, by file name."""
    found: dict[str, str] = {}
    for resource in read_description(folder)["resources"]:
        paths = [resource["path"]] if isinstance(resource["path"], str) else resource["path"]
        found |= dict(zip(paths, resource["hash"].removeprefix("sha256:").split("+"), strict=True))
    return found


def sha256(path: Path) -> str:
    import hashlib

    return hashlib.sha256(path.read_bytes()).hexdigest()


def to_json(description: Mapping[str, Any]) -> str:
    return json.dumps(description, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Table, folder: Path, files: Sequence[str], rows: int) -> dict[str, Any]:
    paths = [folder / name for name in files]
    format = paths[0].suffix.lstrip(".")
    resource: dict[str, Any] = {
        "name": table.name.replace("_", "-"),
        "title": table.title,
        "path": files[0] if len(files) == 1 else list(files),
        "profile": "tabular-data-resource",
        "format": format,
        "mediatype": "text/csv" if format == "csv" else "application/vnd.apache.parquet",
        "encoding": "utf-8",
        "rows": rows,
        "bytes": sum(path.stat().st_size for path in paths),
        "hash": "sha256:" + "+".join(sha256(path) for path in paths),
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
        },
    }
    if table.foreign_keys:
        resource["schema"]["foreignKeys"] = [
            {"fields": column, "reference": {"resource": other.replace("_", "-"), "fields": key}}
            for column, other, key in table.foreign_keys
        ]
    return resource


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    if column.separator:
        field["arrayItem"] = {"type": "string", "delimiter": column.separator}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.words:
        constraints["enum"] = list(column.words)
    if constraints:
        field["constraints"] = constraints
    return field
