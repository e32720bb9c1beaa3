"""docs/record.md says what the code does: every table and column, every master, and commands that run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.record.compiling.reading import MASTERS
from onrecord.record.schema import TABLES, Table

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "record.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    onrecord (.+)$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(shlex.split(command)) == 0
    assert capsys.readouterr().out


def test_the_program_runs() -> None:
    pytest.importorskip("pandas")
    [program] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(program, "docs/record.md", "exec"), {})


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_every_column_is_told_as_the_schema_tells_it(table: Table) -> None:
    [section] = re.findall(rf"^### {table.name}\n(.*?)(?=^### |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    told = re.findall(r"^\| `(\w+)` \| ([\w ]+) \| (.+) \|$", section, re.MULTILINE)
    stated = [(c.name, "list of strings" if c.separator else c.type, c.description) for c in table.columns]
    assert told == stated
    assert table.title in section


def test_every_master_is_told() -> None:
    told = set(re.findall(r"`([\w/*]+\.(?:csv|yml))`", PAGE))
    there = {path.name for path in MASTERS.iterdir() if path.is_file()} | {"topics/*.yml"}
    assert told == there
