"""What counts as an article, and how each kind of unusable input is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.reading import document as reading
from onrecord.reading.document import decode, document_from_bytes, read_document

SAID = "Côte d’Ivoire abstained."


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("utf-32-be", b"\x00\x00\xfe\xff"),
    ],
)
def test_text_is_read_as_utf8_or_as_its_byte_order_mark_says(encoding: str, mark: bytes) -> None:
    assert decode(mark + SAID.encode(encoding), "a.txt") == SAID


@pytest.mark.parametrize("label", ["windows-1252", "ISO-8859-1", "us-ascii"])
def test_a_page_that_is_not_utf8_is_read_in_the_encoding_it_declares(label: str) -> None:
    page = f"<html><head><meta charset={label}></head><body><article><p>{SAID}</p></article></body></html>"
    assert document_from_bytes(page.encode("windows-1252"), "a.html").text == SAID


def test_a_wrong_declaration_does_not_spoil_a_page_in_utf8() -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body><article><p>{SAID}</p></article></body></html>'
    assert document_from_bytes(page.encode(), "a.html").text == SAID


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.txt is empty"),
        (b" \r\n\t ", "a.txt is empty"),
        (b"\xef\xbb\xbf", "a.txt is empty"),
        (b"%PDF-1.7\n...", "a.txt is a PDF, not text"),
        (b"PK\x03\x04rest", "a.txt is a zip archive"),
        (b"\x89PNG\r\n\x1a\n", "a.txt is a picture"),
        (b"veto\x00veto", "a.txt is binary"),
        (b"\x01\x02\x03\x04" * 50, "a.txt is binary"),
        ("Deux voix\nC\xf4te d'Ivoire".encode("latin-1"), "a.txt is not UTF-8 text (byte 0xF4 in line 2)"),
        (b"\xff\xfeodd", "a.txt is not UTF-16-LE text"),
        (b"<html><body></body></html>", "a.txt holds no article text"),
    ],
)
def test_what_is_not_an_article_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as refused:
        document_from_bytes(data, "a.txt")
    assert str(refused.value).startswith(said)
    assert "\n" not in str(refused.value)


def test_wrong_encoding_comes_with_a_remedy() -> None:
    with pytest.raises(InputError, match="iconv -f WINDOWS-1252 -t UTF-8"):
        document_from_bytes("é".encode("latin-1"), "a.txt")


def test_a_file_of_200_megabytes_is_refused_by_its_size_and_never_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(InputError, match=r"long\.txt is larger than 100,000,000 bytes"):
        read_document(str(path))


def test_a_line_of_ten_megabytes_is_an_article_like_any_other() -> None:
    line = "The Council met. " * 600_000
    assert document_from_bytes(line.encode(), "a.txt").text == line


def test_an_html_page_has_its_own_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAXIMUM_HTML_BYTES", 40)
    with pytest.raises(InputError, match=r"an HTML page of 55 bytes; the most taken is 40"):
        document_from_bytes(b"<html><body><p>The Council met on it.</p></body></html>", "a.html")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: folder / "none.txt", "No such file"),
        (lambda folder: folder, "is a folder; name the files in it"),
        (lambda folder: Path("bad\0name"), "is not a path"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused(tmp_path: Path, make, said: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InputError, match=said):
        read_document(str(make(tmp_path)))


def test_plain_text_is_taken_as_it_stands() -> None:
    text = "  A “vote” — 13\u00a0to\u00ad 2\r\n\r\n\u200fEnd.\n"
    found = document_from_bytes(text.encode(), "a.txt")
    assert (found.text, found.prose, found.id, found.source) == (text, None, "a.txt", "a.txt")


def test_html_is_known_by_its_start_where_the_name_does_not_say() -> None:
    page = b"\n<!-- saved -->\n<!DOCTYPE html><html><body><p>China abstained on the draft.</p></body></html>"
    assert document_from_bytes(page, "-").text == "China abstained on the draft."


def test_text_that_speaks_of_html_is_no_page() -> None:
    assert document_from_bytes(b"An <html> tag is no veto.", "a.txt").text == "An <html> tag is no veto."


def test_markdown_keeps_the_files_own_offsets_and_gives_its_prose_beside_it() -> None:
    text = '---\ntitle: "A fifth No"\ndate: 2025-06-05\n---\n\n**China** [abstained](https://x.example/a).\n'
    found = document_from_bytes(text.encode(), "note.md")
    assert found.text == text
    assert (found.title, found.metadata_date) == ("A fifth No", date(2025, 6, 5))
    assert found.prose is not None
    assert len(found.prose) == len(text)
    assert found.prose.replace("\u00ad", "").strip() == "China abstained."


@given(st.binary(max_size=400))
def test_any_bytes_are_an_article_or_refused(data: bytes) -> None:
    try:
        found = document_from_bytes(data, "a.txt")
    except InputError:
        return
    assert found.text.strip()
