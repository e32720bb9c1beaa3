"""The shipped record and what checking makes of it, loaded once, with no import of the user's over it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from onrecord.checking.check import Checker
from onrecord.checking.docket import Docket
from onrecord.record.layers import SHIPPED, Layers
from onrecord.record.store import Record


@pytest.fixture(scope="session")
def checker() -> Checker:
    return Checker(Record(Layers((SHIPPED,))))


@pytest.fixture(scope="session")
def dockets(checker: Checker) -> Mapping[str, Docket]:
    return checker.dockets


@pytest.fixture(scope="session")
def council(checker: Checker) -> Docket:
    return checker.dockets["unsc"]


@pytest.fixture(scope="session")
def assembly(checker: Checker) -> Docket:
    return checker.dockets["unga"]
