"""A stream is answered in order, in one process or several, and never read far ahead of what is answered."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from onrecord.errors import OnrecordError
from onrecord.report.stream import Work, mapped


def slow_when_even(number: int) -> int:
    time.sleep(0.01 * (number % 2 == 0))
    return number * number


def die(number: int) -> int:
    os._exit(1)


def nothing() -> None: ...


def light(number: int) -> int:
    return 1


def heavy(number: int) -> int:
    return 1_000_000


@pytest.mark.parametrize("jobs", [1, 2])
def test_answers_keep_the_order_of_the_input(jobs: int) -> None:
    work = Work(slow_when_even, nothing, heavy)
    assert [*mapped(work, range(20), jobs)] == [number * number for number in range(20)]


@pytest.mark.parametrize(("jobs", "weigh", "ahead"), [(1, light, 1), (2, light, 32 * 2 * 4), (2, heavy, 2 * 4)])
def test_the_input_is_never_read_far_ahead_of_the_answers(jobs: int, weigh, ahead: int) -> None:  # type: ignore[no-untyped-def]
    read = 0

    def numbers() -> Iterator[int]:
        nonlocal read
        for number in range(600):
            read += 1
            yield number

    for answered, _ in enumerate(mapped(Work(light, nothing, weigh), numbers(), jobs)):
        assert read - answered <= ahead


def test_a_stream_may_be_left_before_its_end() -> None:
    answers = mapped(Work(light, nothing, heavy), iter(range(10**9)), 2)
    assert next(answers) == 1
    answers.close()


def test_a_process_that_dies_is_an_error_and_no_traceback() -> None:
    with pytest.raises(OnrecordError, match="a process of --jobs died"):
        [*mapped(Work(die, nothing, heavy), range(3), 2)]
