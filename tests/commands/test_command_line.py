"""The command line itself: which commands there are, what their help says, what a wrong call is told."""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[2]


def module_of(command: str) -> ModuleType:
    return import_module("onrecord.commands." + {"import": "import_"}.get(command, command))


def run(*arguments: str, program: str = "from onrecord.cli import main; sys.exit(main())") -> tuple[int, str]:
    """Exit status and what is printed, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", f"import sys; {program}", *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("asked", [(), ("-h",), ("--help",)])
def test_without_a_command_all_are_listed(asked: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(asked) == 0
    listed = capsys.readouterr().out
    assert [line.split()[0] for line in listed.splitlines() if line.startswith("  ")][:-1] == list(COMMANDS)


def test_the_list_of_commands_costs_no_import() -> None:
    program = "from onrecord.cli import main; main([]); print(*(n for n in sys.modules if n.startswith('onrecord')))"
    _, printed = run(program=program)
    assert set(printed.splitlines()[-1].split()) == {"onrecord", "onrecord.cli", "onrecord.version"}


@pytest.mark.parametrize("command", COMMANDS)
def test_help_keeps_each_example_on_a_line(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    examples = [line for line in (module_of(command).__doc__ or "").splitlines() if line.startswith("  onrecord")]
    assert examples
    assert set(examples) <= set(capsys.readouterr().out.splitlines())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_argument_is_explained(command: str) -> None:
    parser = argparse.ArgumentParser()
    module_of(command).add_arguments(parser)
    assert [action.dest for action in parser._actions if not action.help] == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("chekc", "no command 'chekc'; did you mean check; see onrecord --help"),
        ("vetos", "no command 'vetos'; did you mean vetoes; see onrecord --help"),
        ("frobnicate", "no command 'frobnicate'; see onrecord --help"),
    ],
)
def test_an_unknown_command_is_told_the_nearest(typed: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([typed]) == 2
    assert capsys.readouterr().err == f"onrecord: {said}\n"


def test_python_runs_the_package_as_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "onrecord", "--version"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("onrecord ")


def test_a_reader_that_has_read_enough_may_leave() -> None:
    writer = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "sql", "select * from votes limit 50000", "--format", "csv"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    assert writer.stdout.readline() == b"vote_event,member,option,source,record_version\n"
    writer.stdout.close()
    assert (writer.wait(), writer.stderr.read()) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
@pytest.mark.parametrize("arguments", [("votes",), ("check", "examples/column.txt"), ("rule",)])
def test_an_output_that_takes_no_more_is_said_in_one_line(arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", *arguments], stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT
        )
    assert (done.returncode, done.stderr) == (2, f"onrecord {arguments[0]}: No space left on device\n")


@pytest.mark.parametrize(
    ("closed", "status", "said"), [("<&-", 2, "onrecord check: standard input is empty\n"), (">&-", 0, "")]
)
def test_a_closed_stream_is_no_fault(closed: str, status: int, said: str) -> None:
    given = "-" if closed == "<&-" else "examples/column.txt"
    command = f"{shlex.quote(sys.executable)} -m onrecord check {given} {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stderr) == (status, said)
