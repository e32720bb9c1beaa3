"""docs/importing.md says what the code does: every format with its files and limits, and every option."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from onrecord.commands import import_
from onrecord.record.sources import mapped, own
from onrecord.record.sources.opening import megabytes
from onrecord.record.sources.publication import Format
from onrecord.record.sources.recognise import FORMATS

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "importing.md").read_text(encoding="utf-8")


def _line(id: str) -> str:
    return next(line for line in DOCUMENT.splitlines() if line.startswith(f"| `{id}` |"))


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.id)
def test_every_format_is_documented_with_its_files_and_limits(format: Format) -> None:
    line = _line(format.id)
    assert format.title in line
    assert f"| {', '.join(part.name for part in format.parts)} |" in line
    assert f"| {', '.join(megabytes(part.largest) for part in format.parts)} |" in line


def test_exports_and_tables_are_documented_with_their_limits() -> None:
    assert f"| {megabytes(own.LARGEST)} a file |" in _line(own.FORMAT.id)
    assert f"| {megabytes(mapped.LARGEST)} |" in _line("table")


def test_every_option_is_documented() -> None:
    parser = argparse.ArgumentParser(add_help=False)
    import_.add_arguments(parser)
    options = {name for action in parser._actions for name in action.option_strings}
    assert {name for name in options if name not in DOCUMENT} == set()
