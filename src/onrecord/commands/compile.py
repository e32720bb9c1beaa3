"""Build the record's tables from published copies of its sources and the masters in the package.

SRC holds the copies (sc/, ga/, figures/, country_codes.csv); DEST gets Parquet tables and datapackage.json. The same
sources and masters give the same bytes. Every invariant is verified first; where one breaks nothing is written.

Example:
  onrecord compile published src/onrecord/record/data
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=Path, metavar="SRC", help="folder of published copies")
    parser.add_argument("destination", type=Path, metavar="DEST", help="folder for the tables")


def run(options: argparse.Namespace) -> int:
    from onrecord.errors import InputError
    from onrecord.record.compiling.compile import compile_record
    from onrecord.record.writing import replacing_folder

    if not options.source.is_dir():
        raise InputError(f"{options.source}: no such folder")
    with replacing_folder(options.destination) as folder:
        counts = compile_record(options.source, folder)
        _verify(folder)
    for name, count in counts.items():
        print(f"{name:<18} {count:>9,}", file=sys.stderr)
    return 0


def _verify(folder: Path) -> None:
    import onrecord
    from onrecord.errors import RecordError
    from onrecord.verifying import verify

    breaks = [found for check in verify(onrecord.open(folder)) for found in check.unexplained]
    if breaks:
        first = "; ".join(f"{found.row}: {found.what}" for found in breaks[:3])
        raise RecordError(f"{len(breaks)} rows break an invariant, so nothing was written. {first}")
