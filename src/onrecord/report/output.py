"""Where an answer goes: a terminal, a pipe, or a file that is whole or not there at all; and progress on the way."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from onrecord.errors import InputError
from onrecord.report.formats import Style

_WIDEST = 100
"""Columns beyond which lines are hard to read."""
_EVERY = 0.2
"""Seconds between two lines of progress."""


@contextmanager
def open_output(path: str | None, format: str) -> Iterator[TextIO]:
    """Standard output, or a file that takes its name only when all is written.

    Every format but `text` is UTF-8 whatever the terminal's encoding; `text` shows what that cannot hold as `?`.
    """
    if path in (None, "-"):
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
            if format != "text":
                sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        # A device or a pipe is written to; a file is replaced.
        straight = os.path.exists(path) and not os.path.isfile(path)
        with open(path, "w", encoding="utf-8", newline="\n") if straight else _replacing(path) as file:
            yield file
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}") from None


@contextmanager
def _replacing(path: str) -> Iterator[TextIO]:
    target = Path(os.path.realpath(path))
    handle, unfinished = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            yield file
        os.chmod(unfinished, 0o666 & ~_umask())
        os.replace(unfinished, target)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(unfinished)


def style_for(stream: TextIO) -> Style:
    """Colours on a terminal that shows them, unless NO_COLOR (https://no-color.org) asks for none; lines to fit."""
    if not stream.isatty():
        return Style()
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Style(colour, min(shutil.get_terminal_size().columns, _WIDEST))


class Progress:
    """How many documents are done, on the last line of a terminal; silent where standard error is none."""

    def __init__(self, hidden: bool) -> None:
        self._hidden = hidden or not sys.stderr.isatty()
        self._started = self._shown = time.monotonic()
        self._done = 0

    def step(self) -> None:
        self._done += 1
        now = time.monotonic()
        if not self._hidden and now - self._shown >= _EVERY:
            self._shown = now
            rate = self._done / (now - self._started)
            sys.stderr.write(f"\r\x1b[K{self._done:,} checked, {rate:,.0f} a second")
            sys.stderr.flush()

    def clear(self) -> None:
        if not self._hidden:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


@contextmanager
def progress_line(what: str) -> Iterator[Callable[[float], None]]:
    """A function to be told how much is done, from 0 to 1, which shows it on the last line of a terminal."""
    hidden = not sys.stderr.isatty()
    started = time.monotonic()

    def told(done: float) -> None:
        if not hidden and done > 0:
            left = (time.monotonic() - started) * (1 - done) / done
            sys.stderr.write(f"\r\x1b[K{done:.0%} {what}, about {left:,.0f} seconds left")
            sys.stderr.flush()

    try:
        yield told
    finally:
        if not hidden:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
