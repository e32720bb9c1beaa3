"""The command line: parse, call, print. Each command is a module of `onrecord.commands`, imported when called."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from onrecord.version import __version__

COMMANDS: dict[str, str] = {
    "check": "hold articles against the record",
    "show": "one vote event, or a day's",
    "votes": "a table of vote events",
    "members": "who sat on a body on a day",
    "vetoes": "vetoes under each counting rule",
    "agree": "how often two members voted alike",
    "topics": "the curated sets of vote events",
    "figures": "the figure series",
    "sources": "where the record comes from",
    "sql": "read-only SQL over the record",
    "export": "write the record as CSV, Parquet or Popolo",
    "import": "lay a published export over the record",
    "verify": "every invariant of the record, and what breaks it",
    "compile": "build the shipped tables from the published sources",
    "rule": "how a body decides, in words",
    "whip": "who can still carry or block a draft",
    "power": "voting power under a body's rules",
    "replay": "every recorded vote again under another rule",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 a check or verification found something, 2 unusable arguments or input."""
    # What a command reads it needs until it ends: looking for garbage in it again and again finds none.
    gc.set_threshold(100_000)
    atexit.register(_leave_garbage)
    _open_streams()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0] in ("-h", "--help"):
        print(_help())
        return 0
    if arguments[0] == "--version":
        print(f"onrecord {__version__}")
        return 0
    name = arguments.pop(0)
    if name not in COMMANDS:
        print(f"onrecord: no command {name!r}{_meant(name)}; see onrecord --help", file=sys.stderr)
        return 2
    module = import_module(f"onrecord.commands.{name}" + ("_" if name == "import" else ""))
    parser = argparse.ArgumentParser(prog=f"onrecord {name}", description=module.__doc__, formatter_class=_Help)
    module.add_arguments(parser)
    from onrecord.errors import OnrecordError

    try:
        options = parser.parse_args(arguments)
        status: int = module.run(options)
        sys.stdout.flush()
    except OnrecordError as error:
        print(f"onrecord {name}: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        _discard_output()
        return 0
    except OSError as error:
        _discard_output()
        where = f"{error.filename}: " if error.filename else ""
        print(f"onrecord {name}: {where}{error.strerror or error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"onrecord {name}: stopped", file=sys.stderr)
        return 130
    return status


def _open_streams() -> None:
    """A stream that the caller has closed reads as empty and takes what is written."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 (open to the end)


def _discard_output() -> None:
    """What is still unwritten has nowhere to go, and must not be tried again when Python ends."""
    from contextlib import suppress

    with suppress(OSError, ValueError), open(os.devnull, "w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


class _Help(argparse.HelpFormatter):
    """Fills the paragraphs of a description to the terminal's width, and leaves those with indented lines alone."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        paragraphs = text.strip().split("\n\n")
        return "\n\n".join(p if "\n  " in p else super(_Help, self)._fill_text(p, width, indent) for p in paragraphs)


def _meant(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    return f"; did you mean {near[0]}" if near else ""


def _leave_garbage() -> None:
    """Spare a process that ends the last search for garbage; DuckDB complains of what it finds in place then."""
    if "duckdb" not in sys.modules:
        gc.freeze()


def _help() -> str:
    width = max(map(len, COMMANDS))
    lines = "\n".join(f"  {name:<{width}}  {what}" for name, what in COMMANDS.items())
    return (
        "usage: onrecord COMMAND [ARGUMENTS]\n\n"
        "Holds what people write about the United Nations against what the United Nations did.\n\n"
        f"{lines}\n\n  onrecord COMMAND --help says what each takes; onrecord --version the version."
    )
