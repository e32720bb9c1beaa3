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

    counts = onrecord.open().export(options.folder, options.format)
    print(f"{options.folder}: {sum(counts.values()):,} rows in {len(counts)} tables", file=sys.stderr)
    return 0
