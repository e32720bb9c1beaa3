"""Whatever the text and wherever its findings lie, each format renders it and what it says can be read back."""

from __future__ import annotations

import json

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.checking.finding import ArticleDate, CheckedDocument, ClaimKind, Finding, Quotation, Verdict, Why
from onrecord.errors import InputError
from onrecord.record.store import open_record
from onrecord.report.formats import FORMATS, Style, make_report, render, setting_for

from .checked_examples import ASSEMBLY, MARCH, RULE, TERM, TOLL, VETO, article, check_of, checked
from .test_page import parsed, shown_text

RECORD = open_record()
WORDS = st.text(max_size=40)
MAYBE = st.none() | WORDS
CLAIMS = st.dictionaries(WORDS, WORDS, max_size=2)
EVIDENCE = st.lists(st.sampled_from([VETO, MARCH, ASSEMBLY, TOLL, TERM, RULE]), max_size=3).map(tuple)
DATES = st.just(ArticleDate(None, "unknown")) | st.dates().map(lambda day: ArticleDate(day, "given"))
ALPHABET = st.one_of(
    st.sampled_from("ab .\n\r\t<>&\"'\u00ad\u200f\u202e\x1b\x00\x85\u2028é🕊"), st.characters(codec="utf-8")
)


@st.composite
def documents(draw: st.DrawFn) -> CheckedDocument:
    text = draw(st.text(ALPHABET, min_size=1, max_size=120))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 60)).map(
        lambda span: (span[0], min(len(text), sum(span)))
    )
    findings = [
        Finding(
            start, end, text[start:end], draw(st.sampled_from(ClaimKind)), draw(CLAIMS), draw(st.sampled_from(Verdict)),
            draw(WORDS), draw(EVIDENCE), draw(st.none() | st.sampled_from(Why)), draw(MAYBE), draw(st.floats(0, 1)),
        )
        for start, end in draw(st.lists(spans, max_size=6))
    ]  # fmt: skip
    quotations = tuple(
        Quotation(start, end, text[start:end], draw(MAYBE), draw(MAYBE))
        for start, end in draw(st.lists(spans, max_size=2))
    )
    return checked(
        text, findings, id=draw(WORDS), title=draw(MAYBE), url=draw(MAYBE), source=draw(MAYBE), quotations=quotations,
        date=draw(DATES),
    )  # fmt: skip


def rendered(document: CheckedDocument, format: str) -> str:
    return render(check_of(document), format, RECORD)


@settings(deadline=None, max_examples=60)
@given(documents())
def test_json_gives_back_the_text_and_every_span_of_it(document: CheckedDocument) -> None:
    [answer] = json.loads(rendered(document, "json"))["documents"]
    assert answer["text"] == document.text
    assert len(answer["findings"]) == len(document.findings)
    for found in answer["findings"] + answer["quotations"]:
        assert answer["text"][found["start"] : found["end"]] == found["text"]
    lines = rendered(document, "jsonl").split("\n")
    assert lines[1:] == [""]
    assert json.loads(lines[0]).items() >= answer.items()


@settings(deadline=None, max_examples=60)
@given(documents())
def test_linked_data_parses_and_quotes_the_text(document: CheckedDocument) -> None:
    reviews = json.loads(rendered(document, "claimreview"))["@graph"]
    assert [review["claimReviewed"] for review in reviews] == [found.text for found in document.findings]
    annotations = json.loads(rendered(document, "annotations"))
    assert len(annotations) == len(document.findings)
    for annotation in annotations:
        position, quotation = annotation["target"]["selector"]
        assert document.text[position["start"] : position["end"]] == quotation["exact"]


@settings(deadline=None, max_examples=60)
@given(documents())
def test_the_page_is_well_formed_and_holds_the_text(document: CheckedDocument) -> None:
    page = rendered(document, "html")
    balance = parsed(page)
    assert balance.seen["script"] == 1
    assert max(balance.ids.values()) == 1
    assert len(lxml.html.fromstring(page).xpath("//li[starts-with(@id, 'd1-f')]")) == len(document.findings)
    printable = "".join(mark if mark.isprintable() or mark.isspace() else "\ufffd" for mark in document.text)
    shown = shown_text(page)
    assert [m for m in shown if m.isalnum()] == [m for m in printable if m.isalnum()]


@settings(deadline=None, max_examples=60)
@given(documents(), st.booleans(), st.none() | st.integers(1, 90))
def test_the_terminal_gets_no_control_but_line_ends_and_colours(
    document: CheckedDocument, colour: bool, width: int | None
) -> None:
    shown = render(check_of(document), "text", RECORD, Style(colour, width))
    for code in ("32", "1;31", "33", "36", "1", "2", "0"):
        shown = shown.replace(f"\x1b[{code}m", "" if colour else f"\x1b[{code}m")
    assert not [mark for mark in shown if (ord(mark) < 32 and mark != "\n") or 0x7F <= ord(mark) < 0xA0]


@pytest.mark.parametrize("format", FORMATS)
def test_parts_put_together_are_the_whole(format: str) -> None:
    one, two, three = article(), checked("Nothing.", id="b"), article()
    report = make_report(format, setting_for(RECORD))
    parts = [part for place, each in enumerate((one, two, three), 1) if (part := report.document(each, place))]
    assert report.separator.join(parts) in render(check_of(one, two, three), format, RECORD)


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(
        InputError, match="no format 'pdf'; there are text, html, json, jsonl, claimreview, annotations"
    ):
        make_report("pdf", setting_for(RECORD))
