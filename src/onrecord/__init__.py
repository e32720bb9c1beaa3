"""Hold what people write about the United Nations against what the United Nations did.

`onrecord.open()` gives the record; `onrecord.check(...)` holds a text against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.version import __version__

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from onrecord.checking.finding import Check
    from onrecord.record.store import Record

__all__ = ["__version__", "check", "open"]


def open(path: Path | None = None) -> Record:
    """The shipped record with the user's imports laid over it, or the one in the folder `path` alone.

    Raises RecordError where there is no record at `path`.
    """
    from onrecord.record.store import open_record

    return open_record(path)


def check(text: str, date: date | str | None = None, record: Record | None = None) -> Check:
    """Hold a text against the record: every statement that the record can settle, with verdict, rows and reason.

    `date` is the article's, a date or written "2025-06-05"; without it the text's own date line is taken, or the date
    is inferred where the text allows it. Offsets in the answer count Unicode code points of `text`. Raises InputError
    where what is given as the date is none.
    """
    from onrecord.checking.check import check_text, shared_checker
    from onrecord.checking.finding import Check

    checker = shared_checker(record)
    document = check_text(text, date, checker.record)
    return Check(checker.record.version, checker.record.as_of, (document,))
