"""`--format text`: the sentences that matter, each finding coloured by verdict, its reason and its evidence.

Colours are ANSI's eight (ECMA-48), beside words that say the same. Article text is printed with its control
characters replaced, so that no article can drive the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.checking.finding import CheckedDocument, Finding, Verdict
from onrecord.reading.sentences import sentences
from onrecord.report.folding import fold
from onrecord.report.formats import Report, Setting, Totals, verdicts_of
from onrecord.report.words import article_date, capital, counts, edition, verdict

_COLOURS = {
    Verdict.SUPPORTED: "32",
    Verdict.CONTRADICTED: "1;31",
    Verdict.DEPENDS: "33",
    Verdict.UNSETTLED: "36",
}
_FAINT, _BOLD = "2", "1"
_AROUND = 600
"""Characters to look through on either side of a finding for its sentence."""
_SHOWN_AROUND = 240
"""Characters of a long sentence shown on either side of its findings."""
_QUOTED = 120
"""Characters of a finding quoted before its reason."""
_EVIDENCE_SHOWN = 8


@dataclass(frozen=True, slots=True)
class _Passage:
    """A stretch of the text to print, and the findings that lie in it."""

    start: int
    end: int
    findings: Sequence[Finding]


class Terminal:
    separator = "\n"
    has_title = False

    def __init__(self, setting: Setting) -> None:
        self._style = setting.style
        self._edition = edition(setting.version, setting.as_of, setting.body_names)

    def start(self, title: str | None) -> str:
        return ""

    def document(self, document: CheckedDocument, place: int) -> str:
        name = "Standard input" if document.id == "-" else document.id
        lines = [*self._folded([(document.title or name, _BOLD)])]
        if document.title:
            lines += self._folded([(name, "")])
        lines += self._folded([(capital(article_date(document.date)), "")])
        for passage in _passages(document):
            lines += ["", *self._sentence(document.text, passage)]
            for finding in passage.findings:
                lines += self._finding(finding)
        found = counts(verdicts_of(document)) or "nothing that the record can settle"
        return "\n".join([*lines, "", *self._folded([(capital(found) + ".", "")])]) + "\n"

    def finish(self, totals: Totals) -> str:
        if not totals.documents:
            return ""
        lines = [*self._folded([(capital(self._edition) + ".", _FAINT)])]
        if totals.documents > 1:
            summed = f"{totals.documents:,} documents: {counts(totals.verdicts) or 'nothing found'}."
            lines = ["", *self._folded([(summed, "")]), *lines]
        return "\n".join(lines) + "\n"

    def _sentence(self, text: str, passage: _Passage) -> Iterator[str]:
        pieces: list[tuple[str, str]] = []
        position = passage.start
        for finding in passage.findings:
            start, end = max(finding.start, position), finding.end
            if start < end:
                pieces += [(text[position:start], ""), (text[start:end], _COLOURS[finding.verdict])]
                position = end
        pieces.append((text[position : passage.end], ""))
        return self._folded(pieces)

    def _finding(self, finding: Finding) -> Iterator[str]:
        quoted = " ".join(finding.text.split())
        quoted = quoted if len(quoted) <= _QUOTED else quoted[:_QUOTED].rstrip() + "…"
        saying = f" (said by {finding.said_by})" if finding.said_by else ""
        yield from self._folded(
            [(verdict(finding), _COLOURS[finding.verdict]), (f"  “{quoted}”{saying}", "")], "  ", "      "
        )
        yield from self._folded([(finding.reason, "")], "      ", "      ")
        if finding.evidence:
            shown = [f"{row.id} ({row.tally})" if row.tally else row.id for row in finding.evidence[:_EVIDENCE_SHOWN]]
            more = len(finding.evidence) - len(shown)
            listed = " · ".join(shown) + (f" · and {more:,} more" if more else "")
            yield from self._folded([(listed, _FAINT)], "      ", "      ")

    def _folded(self, pieces: Sequence[tuple[str, str]], first: str = "", rest: str = "") -> Iterator[str]:
        for line in fold(pieces, self._style.width, first, rest):
            yield line.indent + "".join(self._coloured(words, colour) for words, colour in line.pieces)

    def _coloured(self, words: str, colour: str) -> str:
        return f"\x1b[{colour}m{words}\x1b[0m" if self._style.colour and colour else words


def _passages(document: CheckedDocument) -> Iterator[_Passage]:
    """The sentences that hold findings, in order; findings that share one are printed below it together."""
    start = end = 0
    together: list[Finding] = []
    for finding in sorted(document.findings, key=lambda each: (each.start, each.end)):
        if together and finding.start < end:
            end = max(end, finding.end)
        else:
            if together:
                yield _Passage(start, end, together)
            start, end = _sentence_around(document.text, finding)
            together = []
        together.append(finding)
    if together:
        yield _Passage(start, end, together)


def _sentence_around(text: str, finding: Finding) -> tuple[int, int]:
    offset = max(0, finding.start - _AROUND)
    window = text[offset : finding.end + _AROUND]
    touching = [
        span for span in sentences(window) if span.start + offset < finding.end and span.end + offset > finding.start
    ]
    start = min([span.start + offset for span in touching] + [finding.start])
    end = max([span.end + offset for span in touching] + [finding.end])
    return max(start, finding.start - _SHOWN_AROUND), min(end, finding.end + _SHOWN_AROUND)


def make(setting: Setting) -> Report:
    return Terminal(setting)
