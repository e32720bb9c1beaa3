"""Hold what people write about the United Nations against what the United Nations did.

`onrecord.open()` gives the record; `onrecord.check(...)` holds a text against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.record.store import Record

__all__ = ["__version__", "check", "open"]


def open(path: Path | None = None) -> Record:
    """The shipped record with the user's imports laid over it, or the one in the folder `path` alone.

    Raises RecordError where there is no record at `path`.
    """
    from onrecord.record.store import open_record

    return open_record(path)


def __getattr__(name: str) -> Any:
    # `check` brings the readers of text with it, which whoever asks the record alone need not load.
    if name == "check":
        from onrecord.checking import check

        return check
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
