"""Apply a function to a stream in order, in this process or in several, holding only a window of it at a time."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from onrecord.errors import OnrecordError

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 3
"""Batches handed out for each process before the oldest is waited for."""
_BATCH_ITEMS = 32
_BATCH_WEIGHT = 256_000


@dataclass(frozen=True, slots=True)
class Work(Generic[Item, Result]):
    """What is done to each item; between processes all of it is pickled."""

    function: Callable[[Item], Result]
    prepare: Callable[[], object]
    """Runs once in each process that is started, before the first item."""
    weigh: Callable[[Item], int]
    """How much an item asks, in bytes or the like; light ones travel together."""


def mapped(work: Work[Item, Result], items: Iterable[Item], jobs: int) -> Generator[Result]:
    """`work.function` of every item, in the items' order; one job is this process, which needs no preparing.

    OnrecordError where a process dies.
    """
    if jobs == 1:
        yield from map(work.function, items)
        return
    # Spawned, not forked: a fork would copy the threads and locks of the open record.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(work.prepare,))
    try:
        yield from _in_order(
            lambda batch: pool.submit(_each, work.function, batch), _batches(work, items), jobs * _AHEAD
        )
    except BrokenProcessPool:
        raise OnrecordError("a process of --jobs died, perhaps for want of memory; try fewer jobs") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(
    hand_out: Callable[[list[Item]], Future[list[Result]]], batches: Iterator[list[Item]], window: int
) -> Iterator[Result]:
    running = deque(hand_out(batch) for batch in islice(batches, window))
    while running:
        results = running.popleft().result()
        running.extend(hand_out(batch) for batch in islice(batches, 1))
        yield from results


def _batches(work: Work[Item, Result], items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += work.weigh(item)
        if len(batch) == _BATCH_ITEMS or weight >= _BATCH_WEIGHT:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _begin(prepare: Callable[[], object]) -> None:
    # An interrupt goes to the whole group; the parent alone answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    prepare()


def _each(function: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return [function(item) for item in batch]
