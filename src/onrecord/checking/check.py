"""Hold a text against the record: read it, link its claims to vote events, settle each, say why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from onrecord.checking.answering import answer
from onrecord.checking.datelines import dateline
from onrecord.checking.dating import infer_date
from onrecord.checking.docket import Docket
from onrecord.checking.finding import ArticleDate, CheckedDocument, Finding, Quotation
from onrecord.checking.gate import worth_reading
from onrecord.reading.jsonl import day_of
from onrecord.reading.lexicon import Lexicon, lexicon
from onrecord.reading.read import Reading, read
from onrecord.record.store import Record, open_record

BLOCK = 50_000
"""Characters read at a time: what a text says that long before no longer tells what "it" means, and so the work stays
linear in the text."""


class Checker:
    """Holds what is loaded once: the record arranged for checking, and the words."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.lexicon: Lexicon = lexicon(record.aliases)
        self.dockets = {body: Docket(record, body) for body in ("unsc", "unga")}

    def check(
        self,
        text: str,
        *,
        id: str = "",
        source: str | None = None,
        date: date | None = None,
        basis: str = "given",
        title: str | None = None,
        url: str | None = None,
    ) -> CheckedDocument:
        """Findings in the order of the text; `date` is the article's, `basis` how it is known."""
        when = ArticleDate(date, basis if date is not None else "unknown")
        findings: list[Finding] = []
        quotations: list[Quotation] = []
        if worth_reading(text):
            if date is None and (stated := dateline(text)) is not None:
                when = ArticleDate(stated, "metadata")
            for start, end in blocks(text):
                block = text[start:end]
                if len(block) < len(text) and not worth_reading(block):
                    continue
                reading = read(block, self.lexicon)
                if when.value is None and (inferred := infer_date(reading, self.dockets)) is not None:
                    when = ArticleDate(inferred, "inferred")
                findings += answer(block, reading, self.dockets, when, start)
                quotations += _quotations(block, reading, start)
        return CheckedDocument(id, source, text, when, tuple(findings), tuple(quotations), title, url)


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of at most `BLOCK` characters, cut at the end of a paragraph, a line or a sentence where there is
    one.
    """
    start = 0
    while start < len(text):
        end = min(start + BLOCK, len(text))
        if end < len(text):
            cuts = (text.rfind(mark, start + BLOCK // 2, end) + len(mark) for mark in ("\n\n", "\n", ". ", " "))
            end = next((cut for cut in cuts if cut > start + BLOCK // 2), end)
        yield start, end
        start = end


def _quotations(block: str, reading: Reading, offset: int) -> Iterator[Quotation]:
    for quoted in reading.quotations:
        start, end = reading.normal.original(quoted.start, quoted.end)
        yield Quotation(start + offset, end + offset, block[start:end], quoted.speaker, quoted.cue)


def check_text(
    text: str,
    date: date | str | None = None,
    record: Record | None = None,
    *,
    id: str = "",
    source: str | None = None,
    metadata_date: date | None = None,
    title: str | None = None,
    url: str | None = None,
) -> CheckedDocument:
    """Check one text; a given date rules over the document's own, and that over what can be inferred.

    Raises InputError where what is given as the date is none.
    """
    when, basis = (day_of(date, "date"), "given") if date is not None else (metadata_date, "metadata")
    return shared_checker(record).check(text, id=id, source=source, date=when, basis=basis, title=title, url=url)


def shared_checker(record: Record | None = None) -> Checker:
    """One checker a process for the record that ships, and one for each given."""
    return _of(_shipped() if record is None else record)


@lru_cache(maxsize=1)
def _shipped() -> Record:
    return open_record()


@lru_cache(maxsize=4)
def _of(record: Record) -> Checker:
    return Checker(record)
