"""The house: data flows one way through its rooms, and no module waits for one that waits for it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src"
EVERYWHERE = {"errors", "version"}
MAY_IMPORT: Mapping[str, set[str]] = {
    "record": set(),
    "reading": {"record"},
    "rules": {"record"},
    "power": {"rules"},
    "scenarios": {"record", "rules", "power"},
    "checking": {"record", "reading", "rules"},
    "report": {"record", "reading", "checking"},
    "verifying": {"record", "rules"},
    "pictures": {"record", "rules", "power", "scenarios"},
    "commands": {
        *("onrecord", "record", "reading", "checking", "report", "rules", "power", "scenarios"),
        *("verifying", "pictures"),
    },
    "onrecord": {"record", "checking"},
    "cli": {"commands"},
    "__main__": {"cli"},
    "errors": set(),
    "version": set(),
}
"""Room to the rooms it stands on; what commands print and files draw comes last, and nothing runs back up."""


@cache
def modules() -> Mapping[str, Path]:
    return {_name(path): path for path in sorted((SOURCE / "onrecord").rglob("*.py"))}


def _name(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(module: str, *, at_start: bool) -> Iterator[str]:
    """The project's modules that one imports, in all, or when it is itself imported."""
    tree = ast.parse(modules()[module].read_text(encoding="utf-8"))
    for node in _nodes(tree, at_start):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("onrecord"):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in modules() else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("onrecord"))


def _nodes(tree: ast.AST, at_start: bool) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        later = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for_types = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        if not (at_start and (later or for_types)):
            yield node
            yield from _nodes(node, at_start)


def room(module: str) -> str:
    _, _, inner = module.partition(".")
    return inner.split(".")[0] if inner else "onrecord"


@pytest.mark.parametrize("module", modules())
def test_a_room_stands_only_on_those_below_it(module: str) -> None:
    allowed = MAY_IMPORT[room(module)] | EVERYWHERE | {room(module)}
    assert [other for other in imported(module, at_start=False) if room(other) not in allowed] == []


def test_no_module_waits_for_one_that_waits_for_it() -> None:
    try:
        TopologicalSorter({module: set(imported(module, at_start=True)) for module in modules()}).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_a_claim_is_fields_and_knows_no_verdict() -> None:
    for module in modules():
        if module.startswith("onrecord.reading.claims."):
            assert {room(other) for other in imported(module, at_start=False)} <= {"reading", "record"}


def test_the_rooms_are_those_of_this_list() -> None:
    assert {room(module) for module in modules()} == set(MAY_IMPORT)
