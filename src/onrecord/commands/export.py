"""Write the whole record to a folder, with a datapackage.json that describes it.

csv and parquet hold every table; popolo holds bodies, members, terms, motions, vote events and votes as Popolo JSON
and the other tables as CSV. Each can be opened again: onrecord.open(Path("DIR")).

Example:
  onrecord export record --format csv
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder, or an earlier export")
    parser.add_argument("--format", choices=("csv", "parquet", "popolo"), default="parquet", help="default: parquet")


def run(options: argparse.Namespace) -> int:
    import onrecord
    from onrecord.errors import InputError
    from onrecord.record.datapackage import FILE

    folder: Path = options.folder
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder}: is a file; export needs a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / FILE).is_file():
        raise InputError(f"{folder}: holds other files and is no earlier export; name a new folder")
    try:
        counts = onrecord.open().export(folder, options.format)
    except OSError as error:
        raise InputError(f"{folder}: cannot be written: {error.strerror}") from error
    print(f"{folder}: {sum(counts.values()):,} rows in {len(counts)} tables", file=sys.stderr)
    return 0
