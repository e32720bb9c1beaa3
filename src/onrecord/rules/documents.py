"""YAML read with the place of every value kept, so that a bad rule file is answered with the line and the reason.

Dated values follow policyengine-core's idea of a parameter: a mapping whose keys are all dates holds, from each date
on, the value under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import NoReturn

import yaml

from onrecord.errors import InputError

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LARGEST_FILE = 20_000_000
_LARGEST_NUMBER = 10**18
_DEEPEST = 40


class RuleFileError(InputError):
    """A file of bodies and rules says something that cannot be; the message names file, line and entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a document, and where it stands: plain (`str`, `None`), a tuple or a mapping of entries."""

    value: str | tuple[Entry, ...] | Mapping[str, Entry] | None
    source: str
    line: int
    path: str

    def wrong(self, reason: str) -> NoReturn:
        """Raise RuleFileError for this entry."""
        where = f"{self.source}, line {self.line}"
        raise RuleFileError(f"{where}: {self.path}: {reason}" if self.path else f"{where}: {reason}")

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.value, Mapping)

    @property
    def is_list(self) -> bool:
        return isinstance(self.value, tuple)

    def mapping(self, allowed: Iterable[str] | None = None, required: Iterable[str] = ()) -> Mapping[str, Entry]:
        """The entries by key; keys that are not `allowed`, or `required` ones that are absent, are errors."""
        if not isinstance(self.value, Mapping):
            self.wrong(f"a mapping of keys to values is expected here, not {self.described()}")
        known = None if allowed is None else sorted(allowed)
        for key, entry in self.value.items():
            if known is not None and key not in known:
                entry.wrong(f"no such key here; the keys are {', '.join(known)}")
        for key in required:
            if key not in self.value:
                self.wrong(f"the key {key!r} is missing")
        return self.value

    def items(self) -> tuple[Entry, ...]:
        if not isinstance(self.value, tuple):
            self.wrong(f"a list is expected here, not {self.described()}")
        return self.value

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value.strip():
            self.wrong(f"a text is expected here, not {self.described()}")
        return " ".join(self.value.split())

    def texts(self) -> tuple[str, ...]:
        """A list of texts, or one text standing for itself."""
        return tuple(item.text() for item in self.items()) if self.is_list else (self.text(),)

    def one_of(self, choices: Iterable[str]) -> str:
        options = tuple(choices)
        if self.text() not in options:
            self.wrong(f"{self.text()!r} is none of {', '.join(options)}")
        return self.text()

    def integer(self, least: int = 0) -> int:
        text = self.text().replace("_", "")
        if not text.lstrip("+-").isascii() or not text.lstrip("+-").isdigit():
            self.wrong(f"a whole number is expected here, not {self.described()}")
        if len(text) > 20 or abs(int(text)) > _LARGEST_NUMBER:
            self.wrong(f"{text[:24]} is too large a number; at most {_LARGEST_NUMBER:.0e} is accepted")
        if int(text) < least:
            self.wrong(f"{text} is {'negative' if int(text) < 0 else 'too small'}; it must be at least {least}")
        return int(text)

    def quantity(self) -> tuple[Fraction, bool]:
        """A number, or a share written as "55%" or "2/3"; the flag says that it is a share."""
        text = self.text().replace("_", "")
        share = text.endswith("%") or "/" in text
        if len(text) > 40 or "e" in text.lower():
            self.wrong(f"{text[:44]!r} is not a number that a rule can use")
        try:
            number = Fraction(text.removesuffix("%").strip()) / (100 if text.endswith("%") else 1)
        except (ValueError, ZeroDivisionError):
            self.wrong(f"a number or a share such as 55% or 2/3 is expected here, not {text!r}")
        if number < 0:
            self.wrong(f"{text} is negative")
        if number > _LARGEST_NUMBER:
            self.wrong(f"{text} is too large a number; at most {_LARGEST_NUMBER:.0e} is accepted")
        return number, share

    def day(self) -> date:
        day = _as_date(self.text())
        return self.wrong(f"a date such as 1966-01-01 is expected here, not {self.text()!r}") if day is None else day

    def described(self) -> str:
        if self.value is None:
            return "nothing"
        if isinstance(self.value, str):
            return repr(self.value[:60])
        return "a list" if isinstance(self.value, tuple) else "a mapping"


def read_document(text: str, source: str) -> Entry:
    """Parse one YAML document; RuleFileError names the line of what is malformed or given twice."""
    if len(text) > _LARGEST_FILE:
        raise RuleFileError(f"{source}: {len(text):,} characters are too many for a file of rules")
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise RuleFileError(_syntax_error(source, error)) from None
    if node is None:
        raise RuleFileError(f"{source}, line 1: the file is empty")
    return _entry(node, source, "", 0)


def read_file(path: Path) -> Entry:
    """Read a YAML file from disk; RuleFileError where it cannot be read."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise RuleFileError(f"{path}: {path.stat().st_size:,} bytes are too many for a file of rules")
        return read_document(path.read_text(encoding="utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise RuleFileError(f"{path}: not a text in UTF-8 (byte {error.start})") from None
    except OSError as error:
        raise RuleFileError(f"{path}: cannot be read: {error.strerror}") from None


def _syntax_error(source: str, error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "not YAML"
    return f"{source}, line {mark.line + 1}: {problem}" if mark else f"{source}: {problem}"


def _entry(node: yaml.Node, source: str, path: str, depth: int) -> Entry:
    line = node.start_mark.line + 1
    if depth > _DEEPEST:
        raise RuleFileError(f"{source}, line {line}: nested more than {_DEEPEST} deep")
    if isinstance(node, yaml.ScalarNode):
        empty = node.tag.endswith(":null") or (not node.value and node.style is None)
        return Entry(None if empty else str(node.value), source, line, path)
    if isinstance(node, yaml.SequenceNode):
        children = enumerate(node.value, start=1)
        return Entry(tuple(_entry(n, source, f"{path}[{i}]", depth + 1) for i, n in children), source, line, path)
    entries: dict[str, Entry] = {}
    for key_node, value_node in node.value:
        place = f"{source}, line {key_node.start_mark.line + 1}"
        if not isinstance(key_node, yaml.ScalarNode):
            raise RuleFileError(f"{place}: a key must be a plain word")
        key = str(key_node.value)
        if key in entries:
            raise RuleFileError(
                f"{place}: {path + '.' if path else ''}{key} is given twice, first in line {entries[key].line}"
            )
        child = _entry(value_node, source, f"{path}.{key}" if path else key, depth + 1)
        entries[key] = replace(child, line=key_node.start_mark.line + 1)
    return Entry(entries, source, line, path)


def _as_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def is_dated(entry: Entry) -> bool:
    return isinstance(entry.value, Mapping) and bool(entry.value) and all(map(_as_date, entry.value))


def is_referenced(entry: Entry) -> bool:
    """Whether the entry is a value with its reference beside it: `{value: 15, reference: "..."}`."""
    return isinstance(entry.value, Mapping) and "value" in entry.value and set(entry.value) <= {"value", "reference"}


def dates_of_change(entry: Entry) -> Iterator[date]:
    """Every date on which some value in the document changes."""
    if is_dated(entry):
        yield from map(date.fromisoformat, entry.mapping())
    if isinstance(entry.value, Mapping):
        for child in entry.value.values():
            yield from dates_of_change(child)
    elif isinstance(entry.value, tuple):
        for child in entry.value:
            yield from dates_of_change(child)


def on_date(entry: Entry, on: date, references: list[str]) -> Entry:
    """The document as it stood on that day, without dated values; the references of what applied are appended.

    A key whose dated value has not begun, or has ended with an empty one, is left out.
    """
    if is_dated(entry):
        current = [day for day in map(date.fromisoformat, entry.mapping()) if day <= on]
        if not current:
            return replace(entry, value=None)
        return on_date(entry.mapping()[max(current).isoformat()], on, references)
    if is_referenced(entry):
        fields = entry.mapping()
        if "reference" in fields:
            references.extend(fields["reference"].texts())
        return replace(on_date(fields["value"], on, references), line=entry.line, path=entry.path)
    if isinstance(entry.value, Mapping):
        children = {key: (child, on_date(child, on, references)) for key, child in entry.value.items()}
        return replace(
            entry,
            value={key: now for key, (was, now) in children.items() if now.value is not None or not is_dated(was)},
        )
    if isinstance(entry.value, tuple):
        return replace(entry, value=tuple(on_date(child, on, references) for child in entry.value))
    return entry


def amended(base: Entry, change: Entry) -> Entry:
    """The base with the change laid over it: mappings key by key, everything else replaced; an empty value removes."""
    mergeable = base.is_mapping and change.is_mapping and not (is_dated(base) or is_dated(change))
    if not mergeable or is_referenced(base) or is_referenced(change):
        return change
    merged = dict(base.mapping())
    for key, entry in change.mapping().items():
        merged[key] = amended(merged[key], entry) if key in merged else entry
    return replace(change, value=merged)
