"""One article from bytes: what kind of document it is, its text, and what it says of itself.

Byte order marks and declared encodings as the WHATWG Encoding Standard orders them; what is not text is
refused with the reason and the remedy.
"""

from __future__ import annotations

import codecs
import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError

MAXIMUM_BYTES = 100_000_000
"""The largest article taken, in bytes."""
MAXIMUM_HTML_BYTES = 20_000_000
"""The largest HTML page taken, in bytes; its tree takes some twenty times as much memory."""

_STANDARD_INPUT = "-"
_MARKDOWN = {".md", ".markdown", ".mdown"}
_HTML = {".html", ".htm", ".xhtml"}
_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_DECLARED_CHARSET = re.compile(rb"<meta[^<>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_READ_AS_WINDOWS = {"ascii", "iso8859-1"}
"""Labels that the Encoding Standard reads as windows-1252."""
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive (a Word, OpenDocument or EPUB file is one)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a sound or picture file"),
)
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\r\x0b\x0c\x1b\x08"))


@dataclass(frozen=True, slots=True)
class Document:
    """One article as the check takes it."""

    id: str
    text: str
    """What offsets refer to: the file's text, or for HTML the article's, extracted."""
    source: str | None = None
    title: str | None = None
    url: str | None = None
    given_date: date | None = None
    """Given beside the text (a `date` field)."""
    metadata_date: date | None = None
    """What the document says of itself."""
    prose: str | None = None
    """The text with its markup covered, at the same offsets; None where the text is plain."""


def read_document(path: str) -> Document:
    """The article in the file at `path`, or on standard input for `-`; InputError where it cannot be used."""
    return document_from_bytes(read_bytes(path), path)


def read_bytes(path: str) -> bytes:
    """The file's bytes, or standard input's for `-`, never more than the limit."""
    if path == _STANDARD_INPUT:
        return _bounded(sys.stdin.buffer, "standard input")
    try:
        if Path(path).is_dir():
            raise InputError(f"{path} is a folder; name the files in it")
        with open(path, "rb") as file:
            return _bounded(file, path)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from None
    except ValueError:
        raise InputError(f"{path!r} is not a path") from None


def document_from_bytes(data: bytes, name: str) -> Document:
    """The article in `data`; `name` is its path or `-`, and its ending says what markup to expect."""
    shown = "standard input" if name == _STANDARD_INPUT else name
    text = decode(data, shown)
    ending = Path(name).suffix.lower()
    if ending in _HTML or _LOOKS_LIKE_HTML.match(text, 0, 4096):
        return _from_html(text, len(data), name, shown)
    if not text.strip("\ufeff \t\r\n\x0b\x0c\u00a0"):
        raise InputError(f"{shown} is empty")
    if ending in _MARKDOWN:
        from onrecord.reading.markdown import cover_markup, front_matter

        said = front_matter(text)
        return Document(name, text, name, said.title, said.url, metadata_date=said.date, prose=cover_markup(text))
    return Document(name, text, name)


def decode(data: bytes, shown: str) -> str:
    """The text in `data`: by byte order mark, as UTF-8, or as the encoding an HTML page declares.

    InputError names what else it looks to be, or the first byte that is not UTF-8 and its line.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding, shown)
    for signature, what in _OTHER_FORMATS:
        if data.startswith(signature):
            raise InputError(f"{shown} is {what}, not text; save the article as plain text or HTML first")
    if (unmarked := _unmarked_encoding(data)) is not None:
        raise InputError(
            f"{shown} looks like {unmarked} without a byte order mark; "
            f"convert it to UTF-8 first, for example with iconv -f {unmarked} -t UTF-8"
        )
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > len(data) // 100:
        raise InputError(f"{shown} is binary, not text ({controls:,} control characters in {len(data):,} bytes)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_as(data, _declared_encoding(data), shown)


def _unmarked_encoding(data: bytes) -> str | None:
    """UTF-16 in the order of bytes in which Latin letters, each with a zero byte, show it to be."""
    most = len(data) // 2 * 8 // 10
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) > 1 and max(even, odd) > most and not min(even, odd):
        return "UTF-16LE" if odd else "UTF-16BE"
    return None


def _decode_as(data: bytes, encoding: str, shown: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{data[error.start]:02X} in line {line:,}"
        advice = "convert it to UTF-8 first, for example with iconv -f WINDOWS-1252 -t UTF-8"
        raise InputError(f"{shown} is not {encoding.upper()} text ({found}); {advice}") from None


def _declared_encoding(data: bytes) -> str:
    declared = _DECLARED_CHARSET.search(data, 0, 4096)
    if not declared:
        return "utf-8"
    try:
        name = codecs.lookup(declared.group(1).decode("ascii")).name
    except LookupError:
        return "utf-8"
    return "windows-1252" if name in _READ_AS_WINDOWS else name


def _from_html(text: str, size: int, name: str, shown: str) -> Document:
    if size > MAXIMUM_HTML_BYTES:
        raise InputError(f"{shown} is an HTML page of {size:,} bytes; the most taken is {MAXIMUM_HTML_BYTES:,}")
    from onrecord.reading.html import read_page

    page = read_page(text)
    if page is None:
        raise InputError(f"{shown} holds no article text; save the article itself, as text or HTML")
    return Document(name, page.text, name, page.title, page.url, metadata_date=page.date)


def _bounded(stream: BinaryIO, shown: str) -> bytes:
    data = stream.read(MAXIMUM_BYTES + 1)
    if len(data) > MAXIMUM_BYTES:
        raise InputError(f"{shown} is larger than {MAXIMUM_BYTES:,} bytes, the most taken for one article; split it")
    return data
