"""docs/power.md says what the code does: its commands run, its files load, every key and index is told."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.power import INDICES
from onrecord.rules import body_file, shipped
from onrecord.rules.reading import _BODY_KEYS, _MAJORITY_KEYS, _MATTER_KEYS, _VETO_KEYS

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "power.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    onrecord (.+)$", GUIDE, flags=re.MULTILINE)
FILES = re.findall(r"```yaml\n(.*?)```", GUIDE, flags=re.DOTALL)
PROGRAMS = re.findall(r"```python\n(.*?)```", GUIDE, flags=re.DOTALL)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_guide_runs(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(shlex.split(command)) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize("number", range(len(FILES)))
def test_every_file_of_the_guide_is_a_file_of_rules(number: int, tmp_path: Path) -> None:
    path = tmp_path / "guide.yml"
    path.write_text(FILES[number], encoding="utf-8")
    assert body_file(str(path)).rules


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_program_of_the_guide_prints_what_it_says(program: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(program, "docs/power.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    said = re.findall(r"print\(.*\) +# (.+)$", program, flags=re.MULTILINE)
    assert said
    assert printed[: len(said)] == said


@pytest.mark.parametrize("key", sorted({*_BODY_KEYS, *_MATTER_KEYS, *_MAJORITY_KEYS, *_VETO_KEYS}))
def test_every_key_is_told(key: str) -> None:
    assert f"`{key}`" in GUIDE


@pytest.mark.parametrize("name", [*INDICES, *shipped()])
def test_every_index_and_every_shipped_rule_is_told(name: str) -> None:
    assert f"`{name}`" in GUIDE
