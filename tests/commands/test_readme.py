"""README.md and docs/check.md say what the program does: their commands run, their tables are complete."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from onrecord.checking.finding import ClaimKind, Verdict, Why
from onrecord.cli import COMMANDS, main
from onrecord.report.formats import FORMATS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHECK = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
TOLD = re.findall(r"^    onrecord (.+?)(?: +#.*)?$", README, re.MULTILINE)
COLUMN = (ROOT / "examples" / "column.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("told", TOLD)
def test_every_command_runs(
    told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("column.txt").write_text(COLUMN, encoding="utf-8")
    Path("column.html").write_text(f"<html><body><p>{COLUMN}</p></body></html>", encoding="utf-8")
    Path("articles.jsonl").write_text('{"id": "a", "text": "Russia vetoed resolution 2735."}\n', encoding="utf-8")
    assert main(shlex.split(told)) == 0
    assert capsys.readouterr().out or Path("answer.html").exists()


def test_the_program_says_what_the_record_says(capsys: pytest.CaptureFixture[str]) -> None:
    [program] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(program, "README.md", "exec"), {})
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["supported", "supported"]


def test_every_verdict_and_every_reason_for_none_is_told() -> None:
    assert re.findall(r"^\| (supported|contradicted|depends|unsettled) \|", README, re.MULTILINE) == list(Verdict)
    for page in (README, CHECK):
        assert [why for why in Why if f"`{why}`" not in page] == []


def test_every_kind_of_claim_and_every_format_is_told() -> None:
    assert re.findall(r"^\| `(\w+)` \|", CHECK, re.MULTILINE) == list(ClaimKind)
    assert [name for name in FORMATS if f"`{name}`" not in CHECK] == []


def test_the_commands_that_are_told_exist() -> None:
    assert {told.split()[0] for told in TOLD} <= set(COMMANDS)


def test_the_rooms_that_are_told_exist() -> None:
    rooms = re.findall(r"^\| `(\w+)/`(?:, `(\w+)/`)? \|", README, re.MULTILINE)
    told = {room for pair in rooms for room in pair if room}
    there = {path.parent.name for path in (ROOT / "src" / "onrecord").glob("*/__init__.py")}
    assert told == there
