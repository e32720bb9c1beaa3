"""`--format html`: one self-contained page, the article with its findings marked, each opening its evidence.

Every finding stands in full in a list below its article, which is what prints and what is read where scripts do
not run; the script only shows one entry at a time beside the text. Nothing is fetched, and the page's policy
(Content Security Policy Level 3) lets nothing but its own script and style act.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from onrecord.checking.finding import CheckedDocument, Finding, Verdict
from onrecord.record.store import Record
from onrecord.report.evidence_html import evidence_html, first_shown, plan_symbols, plans_for
from onrecord.report.formats import Report, Setting, Totals, file_name, title_of, verdicts_of
from onrecord.report.marked_text import marked_paragraphs, safe
from onrecord.report.words import VERDICT_MEANS, article_date, capital, edition, verdict, web_address
from onrecord.version import __version__

_TALLY = re.compile(r"\(?\b\d+-\d+-\d+\b\)?")
_UNBROKEN = r'<span class="unbroken">\g<0></span>'
"""A line's end within a count makes it hard to read."""


class Page:
    separator = "\n"
    has_title = True

    def __init__(self, setting: Setting) -> None:
        self._record: Record = setting.record
        self._edition = edition(setting.version, setting.as_of, setting.body_names)

    def start(self, title: str | None) -> str:
        style, script = _asset("page.css"), _asset("page.js")
        policy = f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'"
        return (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}; base-uri 'none'; form-action 'none'\">\n"
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="referrer" content="no-referrer">\n'
            f'<meta name="generator" content="onrecord {safe(__version__)}">\n'
            f"<title>{safe(title or 'No articles')} · held against the record</title>\n"
            f"<style>{style}</style>\n</head>\n<body>\n{_masthead(self._edition)}\n<main>\n"
        )

    def document(self, document: CheckedDocument, place: int) -> str:
        prefix = f"d{place}"
        findings = sorted(document.findings, key=lambda each: (each.start, each.end))
        text = "".join(marked_paragraphs(document.text, findings, prefix, title_of(document)))
        plans = plans_for(findings, self._record)
        first = first_shown(findings)
        listed = "".join(
            _entry(finding, number, prefix, evidence_html(finding.evidence, plans, prefix, number, first))
            for number, finding in enumerate(findings, start=1)
        )
        return (
            f'<article class="document" id="{prefix}" aria-labelledby="{prefix}-title">\n{_heading(document, prefix)}'
            f'<div class="text" lang="" dir="auto">\n{text}</div>\n{plan_symbols(plans, prefix)}'
            f'<section class="findings" aria-labelledby="{prefix}-list">\n<h2 id="{prefix}-list">Findings</h2>\n'
            + (f"<ol>\n{listed}</ol>\n" if listed else "<p>Nothing in this text that the record can settle.</p>\n")
            + "</section>\n</article>\n"
        )

    def finish(self, totals: Totals) -> str:
        return f"</main>\n{_foot(self._edition)}\n<script>{_asset('page.js')}</script>\n</body>\n</html>\n"


def _masthead(record: str) -> str:
    return (
        '<header class="masthead"><p class="maker">onrecord</p>'
        f'<p class="edition">Held against the {safe(record)}.</p></header>'
    )


def _heading(document: CheckedDocument, prefix: str) -> str:
    url = web_address(document.url)
    title = title_of(document)
    name = file_name(document.source) if document.source else title
    source = (
        f'<a href="{safe(url)}" rel="noopener noreferrer">{safe(url)}</a>'
        if url
        else safe(name if name != title else "")
    )
    about = [capital(article_date(document.date)), *([f"<span>{source}</span>"] if source else [])]
    found = verdicts_of(document)
    keys = "".join(
        f'<li class="{each}"><span class="mark {each} line1">{found[each]:,} {each}</span></li>'
        for each in Verdict
        if found[each]
    )
    counts = f'<ul class="counts" aria-label="Findings by verdict">{keys}</ul>\n' if keys else ""
    return (
        f'<header>\n<h1 id="{prefix}-title" dir="auto">{safe(title)}</h1>\n'
        f'<p class="about">{" · ".join(about)}</p>\n{counts}</header>\n'
    )


def _entry(finding: Finding, number: int, prefix: str, evidence: str) -> str:
    said = f'<p class="said-by">As said by {safe(finding.said_by)}</p>\n' if finding.said_by else ""
    return (
        f'<li class="finding {finding.verdict}" id="{prefix}-f{number}" data-finding="{number}">\n'
        f'<p class="verdict"><span class="number">{number}</span> {safe(capital(verdict(finding)))}</p>\n'
        f'<blockquote dir="auto"><a href="#{prefix}-r{number}">{safe(finding.text)}</a></blockquote>\n{said}'
        f'<p class="reason">{_TALLY.sub(_UNBROKEN, safe(finding.reason))}</p>\n'
        f"{evidence}</li>\n"
    )


def _foot(record: str) -> str:
    meanings = "".join(
        f'<dt><span class="mark {each} line1">{capital(each)}</span></dt><dd>{safe(meaning)}</dd>'
        for each, meaning in VERDICT_MEANS.items()
    )
    return (
        '<footer class="foot"><h2>How to read this</h2>\n'
        f"<dl>{meanings}</dl>\n"
        "<p>Each marked passage asserts something that a published record can settle; passages without a mark were not "
        "checked. A verdict is about the passage, never about its author or outlet.</p>\n"
        f"<p>onrecord {safe(__version__)}; {safe(record)}.</p></footer>"
    )


@cache
def _asset(name: str) -> str:
    return files("onrecord.report").joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")


def make(setting: Setting) -> Report:
    return Page(setting)
