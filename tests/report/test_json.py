"""`json` and `jsonl` keep the contract `onrecord.check/1`: these keys, with these meanings."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from onrecord.checking.finding import ArticleDate
from onrecord.report.formats import render

from .checked_examples import ARTICLE, TOLL, VETO, article, check_of, checked

DOCUMENT = {"id", "source", "sha256", "date", "findings", "quotations"}
FINDING = {"start", "end", "text", "kind", "claim", "said_by", "verdict", "why", "reason", "evidence", "confidence"}
EVIDENCE = {"vote_event", "date", "tally", "source", "url"}


def test_json_is_one_object_with_the_schema_the_record_and_the_documents() -> None:
    answer = json.loads(render(check_of(article(), checked("Nothing.", id="b")), "json"))
    assert answer["schema"] == "onrecord.check/1"
    assert set(answer["record"]) == {"version", "as_of"}
    assert date.fromisoformat(answer["record"]["as_of"]["unsc"])
    assert [document["id"] for document in answer["documents"]] == ["veto.txt", "b"]


def test_json_of_no_documents_is_still_an_answer() -> None:
    assert json.loads(render(check_of(), "json"))["documents"] == []


def test_jsonl_is_one_element_of_documents_a_line_with_schema_and_record_added() -> None:
    check = check_of(article(), checked("Nothing.", id="b"))
    whole = json.loads(render(check, "json"))
    heading = {"schema": whole["schema"], "record": whole["record"]}
    lines = [json.loads(line) for line in render(check, "jsonl").splitlines()]
    assert lines == [heading | document for document in whole["documents"]]


def test_every_key_of_the_contract_is_there_whatever_its_value() -> None:
    [document] = json.loads(render(check_of(article()), "json"))["documents"]
    assert set(document) >= DOCUMENT
    for finding in document["findings"]:
        assert set(finding) >= FINDING
        for evidence in finding["evidence"]:
            assert set(evidence) >= EVIDENCE
    assert set(document["quotations"][0]) >= {"start", "end", "text", "speaker", "cue"}


def test_offsets_count_code_points_of_the_text_that_the_answer_carries() -> None:
    text = "🕊️ Ⅷ " + ARTICLE
    moved = [replace(each, start=each.start + 5, end=each.end + 5) for each in article().findings]
    [document] = json.loads(render(check_of(checked(text, moved)), "json"))["documents"]
    assert document["text"] == text
    for finding in document["findings"]:
        assert document["text"][finding["start"] : finding["end"]] == finding["text"]


def test_a_vote_is_named_as_one_and_a_figure_is_not() -> None:
    example = article().findings[0]
    findings = [replace(example, evidence=(VETO, TOLL))]
    [document] = json.loads(render(check_of(checked(ARTICLE, findings)), "json"))["documents"]
    vote, figure = document["findings"][0]["evidence"]
    assert (vote["vote_event"], vote["draft"], vote["tally"]) == ("S/2025/353@2025-06-04", "S/2025/353", "14-1-0")
    assert vote["date"] == "2025-06-04"
    assert (figure["vote_event"], figure["value"]) == (None, 54607)


def test_an_unknown_date_is_null_with_its_basis() -> None:
    unknown = checked("Nothing.", date=ArticleDate(None, "unknown"))
    [document] = json.loads(render(check_of(unknown), "json"))["documents"]
    assert document["date"] == {"value": None, "basis": "unknown"}
