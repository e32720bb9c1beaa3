"""Articles as JSON lines: one bad line is one refusal that names it, and nothing is read ahead."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.reading import jsonl
from onrecord.reading.jsonl import Line, open_lines, read_article, read_lines


def article(data: bytes) -> jsonl.Document:
    return read_article(Line("in.jsonl", 17, data))


def test_a_line_gives_all_its_fields() -> None:
    found = article(
        b'{"id": "a", "text": "It failed.", "date": "2025-06-05", "title": "T", "url": "https://x.example", '
        b'"source": "Harbour", "claims": [1, 2]}'
    )
    assert (found.id, found.text, found.given_date) == ("a", "It failed.", date(2025, 6, 5))
    assert (found.title, found.url, found.source) == ("T", "https://x.example", "Harbour")


@pytest.mark.parametrize("given", ["null", '"2025-06-05T23:10:00Z"', '"2025-06-05"'])
def test_a_date_may_carry_a_time_or_be_missing(given: str) -> None:
    found = article(f'{{"id": "a", "text": "It failed.", "date": {given}}}'.encode())
    assert found.given_date == (None if given == "null" else date(2025, 6, 5))


def test_a_numbers_id_is_kept_as_text() -> None:
    assert article(b'{"id": 7, "text": "It failed."}').id == "7"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"nonsense", "not a JSON object"),
        (b'{"id": "a", "text": "cut sho', "not a JSON object"),
        (b"[1]", "expected"),
        (b'{"id": "a"}', 'object missing required field "text"'),
        (b'{"text": "It failed."}', 'object missing required field "id"'),
        (b'{"id": "a", "text": 3}', "expected"),
        (b'{"id": "a", "text": " "}', "the text of 'a' is empty"),
        (b'{"id": "a", "text": "It failed.", "date": "June"}', "'June' is not a date; write it as 2025-06-05"),
        (b'{"id": "a", "text": "\xff"}', "not UTF-8 text"),
    ],
)
def test_a_bad_line_is_refused_with_its_number_and_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as refused:
        article(data)
    assert str(refused.value).startswith(f"in.jsonl, line 17: {said}")


def test_lines_keep_their_numbers_past_blank_ones_and_a_byte_order_mark() -> None:
    stream = io.BytesIO(b'\xef\xbb\xbf{"a":1}\r\n\n   \n{"b":2}')
    assert [(line.number, line.data) for line in read_lines(stream, "f")] == [(1, b'{"a":1}'), (4, b'{"b":2}')]


def test_a_line_beyond_the_limit_is_refused_and_the_next_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAXIMUM_BYTES", 10)
    lines = [*read_lines(io.BytesIO(b"x" * 35 + b"\n{}\n"), "-")]
    assert [(line.number, line.data) for line in lines] == [(1, None), (2, b"{}")]
    with pytest.raises(InputError, match="standard input, line 1: longer than 10 bytes"):
        read_article(lines[0])


def test_no_line_is_read_before_it_is_asked_for() -> None:
    stream = io.BytesIO(b"{}\n" * 1000)
    next(read_lines(stream, "-"))
    assert stream.tell() == len(b"{}\n")


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    for path, said in ((tmp_path, "is a folder"), (tmp_path / "none", "No such file")):
        with pytest.raises(InputError, match=said), open_lines(str(path)):
            pass
