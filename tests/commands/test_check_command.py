"""`onrecord check`: what it takes, what it writes where, and its exit status."""

from __future__ import annotations

import io
import json
import os
import sys
import threading
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.report import answers as answering

VETO = "On 4 June 2025 the United States vetoed a draft on Gaza. The other 14 members voted in favour."
WRONG = "On 4 June 2025 China vetoed draft S/2025/353."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "veto.txt").write_text(VETO, encoding="utf-8")
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "veto.md").write_text(VETO.replace("United States", "**United States**"), encoding="utf-8")
    head = "<head><meta property='article:published_time' content='2025-06-05'></head>"
    (tmp_path / "veto.html").write_text(f"<html>{head}<body><p>{VETO}</p></body></html>", encoding="utf-8")
    return tmp_path


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def lines(*articles: dict[str, str]) -> bytes:
    return b"".join(json.dumps(article).encode() + b"\n" for article in articles)


def test_documents_are_answered_in_the_order_they_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "wrong.txt", "veto.txt", "veto.html", "--format", "jsonl"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [document["id"] for document in found] == ["wrong.txt", "veto.txt", "veto.html"]
    assert found[2]["text"] == VETO
    assert found[2]["date"] == {"value": "2025-06-05", "basis": "metadata"}


def test_a_markdown_files_offsets_are_its_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "veto.md", "--format", "json"]) == 0
    [document] = json.loads(capsys.readouterr().out)["documents"]
    text = (folder / "veto.md").read_text(encoding="utf-8")
    assert document["text"] == text
    assert document["findings"]
    for found in document["findings"]:
        assert text[found["start"] : found["end"]] == found["text"]


def test_standard_input_is_an_article(folder: Path, monkeypatch, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    typed(monkeypatch, VETO.encode())
    assert main(["check", "-", "--format", "jsonl"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["id"], document["source"]) == ("-", "-")


def test_a_date_given_rules_and_a_lines_own_rules_over_it(monkeypatch, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    typed(monkeypatch, lines({"id": "a", "text": VETO, "date": "2025-06-05"}, {"id": "b", "text": VETO}))
    assert main(["check", "--jsonl", "-", "--date", "2025-07-01", "--format", "jsonl"]) == 0
    dates = [json.loads(line)["date"] for line in capsys.readouterr().out.splitlines()]
    assert dates == [{"value": "2025-06-05", "basis": "given"}, {"value": "2025-07-01", "basis": "given"}]


def test_a_bad_line_is_named_the_rest_answered_and_the_status_2(
    monkeypatch, capsys: pytest.CaptureFixture[str]
) -> None:  # type: ignore[no-untyped-def]
    good = [{"id": str(number), "text": VETO} for number in range(16)]
    typed(monkeypatch, lines(*good) + b'{"id": 17, "te\n' + lines({"id": "last", "text": VETO}))
    assert main(["check", "--jsonl", "-", "--format", "jsonl"]) == 2
    said = capsys.readouterr()
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == [*map(str, range(16)), "last"]
    [complaint] = said.err.splitlines()
    assert complaint.startswith("onrecord check: standard input, line 17: not a JSON object")


def test_unusable_files_are_named_one_a_line_and_the_good_ones_answered(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "none.txt", "veto.txt", "empty.txt", ".", "--format", "json"]) == 2
    said = capsys.readouterr()
    assert [document["id"] for document in json.loads(said.out)["documents"]] == ["veto.txt"]
    assert [line.split(": ", 1)[1] for line in said.err.splitlines()] == [
        "none.txt: No such file or directory",
        "empty.txt is empty",
        ". is a folder; name the files in it",
    ]


UNUSABLE = [
    # bytes, what is said of them
    (b"%PDF-1.7 a page", "is a PDF, not text; save the article as plain text or HTML first"),
    (b"PK\x03\x04 a book", "is a zip archive (a Word, OpenDocument or EPUB file is one), not text; save the article"),
    (VETO.encode() + bytes(9), "is binary, not text (9 control characters in"),
    (VETO.encode("utf-16-le"), "looks like UTF-16LE without a byte order mark; convert it to UTF-8 first"),
    (VETO.encode("utf-16-be"), "looks like UTF-16BE without a byte order mark; convert it to UTF-8 first"),
    ("L’été. ".encode("windows-1252") + VETO.encode(), "is not UTF-8 text (byte 0x92 in line 1); convert it to UTF-8"),
    (VETO.encode() + "é".encode()[:1], "is not UTF-8 text (byte 0xC3 in line 1); convert it to UTF-8"),
    (b"", "is empty"),
    (b"\xef\xbb\xbf", "is empty"),
    (b"<html><body></body></html>", "holds no article text; save the article itself, as text or HTML"),
]


@pytest.mark.parametrize(("data", "complaint"), UNUSABLE, ids=[said[:40] for _, said in UNUSABLE])
def test_what_is_no_article_is_refused_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], data: bytes, complaint: str
) -> None:
    (folder / "bad").write_bytes(data)
    assert main(["check", "bad", "veto.txt", "--format", "jsonl"]) == 2
    said = capsys.readouterr()
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == ["veto.txt"]
    [line] = said.err.splitlines()
    assert line.startswith(f"onrecord check: bad {complaint}")


@pytest.mark.parametrize("word", ["word ", "w", "1", "(", "Russia, ", "vetoed "])
def test_a_line_of_ten_megabytes_is_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    size = 10_000_000 if word in ("word ", "w") else 40_000
    text = word * (size // len(word))
    typed(monkeypatch, lines({"id": "long", "text": text}, {"id": "short", "text": VETO}))
    assert main(["check", "--jsonl", "-", "--format", "jsonl"]) == 0
    assert [len(json.loads(line)["text"]) for line in capsys.readouterr().out.splitlines()] == [len(text), len(VETO)]


def test_repeated_text_has_as_many_findings_as_it_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "often.txt").write_text(f"{WRONG}\n\n" * 400, encoding="utf-8")
    assert main(["check", "often.txt", "--format", "jsonl"]) == 0
    [document] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    contradicted = [found for found in document["findings"] if found["verdict"] == "contradicted"]
    assert len(contradicted) == 400
    assert all(found["text"] in WRONG for found in contradicted)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["veto.txt"], 0),
        (["wrong.txt"], 0),
        (["veto.txt", "--strict"], 0),
        (["wrong.txt", "--strict"], 1),
        (["wrong.txt", "empty.txt", "--strict"], 2),
        (["none.txt"], 2),
        (["--jsonl", "none.jsonl"], 2),
        ([], 2),
        (["-", "--jsonl", "-"], 2),
        (["veto.txt", "--output", "no/such/folder/a.html"], 2),
    ],
)
def test_the_exit_status_says_what_happened(folder: Path, arguments: list[str], status: int) -> None:
    assert main(["check", *arguments]) == status


@pytest.mark.parametrize("wrong", [["--date", "June"], ["--jobs", "0"], ["--jobs", "many"], ["--format", "pdf"]])
def test_wrong_arguments_are_refused_before_anything_is_read(folder: Path, wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", "veto.txt", *wrong])
    assert stopped.value.code == 2


def test_several_processes_answer_as_one_does(folder: Path, monkeypatch, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    data = lines(*({"id": str(number), "text": VETO} for number in range(70))) + b"nonsense\n"
    said = []
    for jobs in ("1", "2"):
        typed(monkeypatch, data)
        assert main(["check", "wrong.txt", "none.txt", "--jsonl", "-", "--format", "html", "--jobs", jobs]) == 2
        said.append(capsys.readouterr())
    assert said[0] == said[1]


def test_an_output_file_is_whole_or_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "veto.txt", "--format", "html", "--output", "out.html"]) == 0
    assert capsys.readouterr().out == ""
    page = (folder / "out.html").read_bytes()
    assert page.startswith(b"<!DOCTYPE html>")

    def interrupted(question: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(answering, "answer", interrupted)
    assert main(["check", "wrong.txt", "--format", "html", "--output", "out.html"]) == 130
    assert (folder / "out.html").read_bytes() == page
    assert sorted(path.name for path in folder.iterdir() if "out" in path.name) == ["out.html"]


def test_a_dash_for_the_output_is_standard_output(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "veto.txt", "--format", "json", "--output", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["documents"][0]["id"] == "veto.txt"
    assert not (folder / "-").exists()


def test_an_output_that_is_no_file_is_written_to_and_stays_what_it_is(folder: Path) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    assert main(["check", "veto.txt", "--format", "json", "--output", "pipe"]) == 0
    reader.join()
    assert json.loads(read[0])["documents"][0]["id"] == "veto.txt"
    assert pipe.is_fifo()


def test_an_output_that_is_a_link_is_written_where_it_leads(folder: Path) -> None:
    (folder / "link.json").symlink_to("real.json")
    assert main(["check", "veto.txt", "--format", "json", "--output", "link.json"]) == 0
    assert (folder / "link.json").is_symlink()
    assert json.loads((folder / "real.json").read_text(encoding="utf-8"))["documents"]


def test_a_fault_of_our_own_costs_one_document_and_says_where_it_is(
    folder: Path, monkeypatch, capsys: pytest.CaptureFixture[str]
) -> None:  # type: ignore[no-untyped-def]
    check_text = answering.check_text

    def faulty(text: str, **fields: object) -> object:
        if text == WRONG:
            raise ZeroDivisionError("division\nby zero")
        return check_text(text, **fields)  # type: ignore[arg-type]

    monkeypatch.setattr(answering, "check_text", faulty)
    assert main(["check", "wrong.txt", "veto.txt", "--format", "jsonl"]) == 2
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 1
    [complaint] = said.err.splitlines()
    assert complaint.startswith("onrecord check: wrong.txt: a fault in onrecord itself (ZeroDivisionError: division by")
    assert "test_check_command.py, line" in complaint


def test_a_pipe_gets_no_colours_and_no_progress(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "veto.txt"]) == 0
    said = capsys.readouterr()
    assert "\x1b" not in said.out
    assert said.err == ""
