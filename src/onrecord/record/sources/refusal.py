"""The one error of the readers: which file, which row and column, what stands there and what was expected."""

from __future__ import annotations

from onrecord.errors import InputError


def printable(text: str) -> str:
    """The text on one line, without the control characters by which a file could command the terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


class RefusalError(InputError):
    """A file that is not taken, so that nothing of it is.

    Rows are counted as a spreadsheet does: the header is row 1.
    """

    def __init__(
        self,
        file: str,
        problem: str,
        *,
        row: int | None = None,
        column: str | None = None,
        expected: str | None = None,
    ) -> None:
        where = [file]
        if row is not None:
            where.append(f"row {row}")
        if column is not None:
            where.append(f"column {column}")
        super().__init__(printable(f"{', '.join(where)}: {problem}" + (f"; expected {expected}" if expected else "")))
        self.file, self.row, self.column, self.problem, self.expected = file, row, column, problem, expected
