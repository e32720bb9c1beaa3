"""The shipped record, opened once, with no import of the user's over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.record.layers import SHIPPED, Layers
from onrecord.record.store import Record

PUBLISHED = Path(__file__).resolve().parents[2] / ".." / "shared" / "data"


@pytest.fixture(scope="session")
def record() -> Record:
    return Record(Layers((SHIPPED,)))


@pytest.fixture(autouse=True)
def no_imports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path / "user"))


@pytest.fixture(scope="session")
def published() -> Path:
    """The published copies that the record is compiled from; they are not part of the repository."""
    if not (PUBLISHED / "SOURCES.md").is_file():
        pytest.skip("the published copies of the sources are not beside this repository")
    return PUBLISHED.resolve()
