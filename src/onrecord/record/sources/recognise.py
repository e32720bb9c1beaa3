"""Which published format a file is in, told by its header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.record.sources import own, undl_general_assembly, undl_security_council, voeten, voteview
from onrecord.record.sources.publication import Format, Part
from onrecord.record.sources.refusal import RefusalError
from onrecord.record.sources.table import header_of

FORMATS: tuple[Format, ...] = (
    undl_security_council.FORMAT,
    undl_general_assembly.FORMAT,
    voeten.UNVOTES_FORMAT,
    voeten.DATAVERSE_FORMAT,
    voteview.FORMAT,
)
_NEAR = 0.6
"""Share of a format's columns from which a header is taken for that format's with some missing."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A format and the files that together are one export of it."""

    format: Format
    files: dict[str, Path]


def recognise(paths: Sequence[Path], encoding: str = "utf-8", delimiter: str | None = None) -> tuple[Recognised, ...]:
    """The exports that the files are, in the order given; RefusalError where one is none, or a part is missing."""
    exports: list[Recognised] = []
    for path in paths:
        if own.is_export(path):
            exports.append(Recognised(own.FORMAT, {"export": path}))
            continue
        format, part = _format(path, encoding, delimiter)
        open_export = next((held for held in exports if held.format is format and part.name not in held.files), None)
        if open_export is None:
            exports.append(Recognised(format, {part.name: path}))
        else:
            open_export.files[part.name] = path
    for export in exports:
        missing = [part.name for part in export.format.parts if part.name not in export.files]
        if missing:
            given = ", ".join(f"{name} in {path.name}" for name, path in export.files.items())
            raise RefusalError(
                str(next(iter(export.files.values()))),
                f"belongs to {export.format.title}, whose {' and '.join(missing)} file is missing ({given})",
                expected=f"{', '.join(part.name for part in export.format.parts)} given together",
            )
    return tuple(exports)


def _format(path: Path, encoding: str, delimiter: str | None) -> tuple[Format, Part]:
    largest = max(part.largest for format in FORMATS for part in format.parts)
    header = header_of(path, largest, encoding, delimiter)
    parts = [(format, part) for format in FORMATS for part in format.parts]
    fitting = [(format, part) for format, part in parts if set(part.columns) <= set(header)]
    if fitting:
        return max(fitting, key=lambda found: len(found[1].columns))
    format, part = max(parts, key=lambda found: _share(found[1], header))
    if _share(part, header) < _NEAR:
        known = "; ".join(format.title for format in (*FORMATS, own.FORMAT))
        raise RefusalError(
            str(path),
            f"the header is of no known format: {', '.join(header)[:400]}",
            row=1,
            expected=f"{known}; or say what its columns are with --body and --map",
        )
    missing = [column for column in part.columns if column not in header]
    raise RefusalError(
        str(path),
        f"the header lacks {', '.join(missing)}",
        row=1,
        expected=f"{', '.join(part.columns)}, as {format.title} has",
    )


def _share(part: Part, header: Sequence[str]) -> float:
    return sum(column in header for column in part.columns) / len(part.columns)
