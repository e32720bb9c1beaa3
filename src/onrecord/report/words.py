"""The words that several reports share: verdicts, dates, counts, and where a document can be read."""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from datetime import date
from urllib.parse import quote, urlsplit

from onrecord.checking.finding import ArticleDate, CheckedDocument, Evidence, Finding, Verdict, Why
from onrecord.record.model import Option, Outcome

VERDICT_MEANS: dict[Verdict, str] = {
    Verdict.SUPPORTED: "The record bears out everything the passage asserts.",
    Verdict.CONTRADICTED: "The record covers the matter and says otherwise.",
    Verdict.DEPENDS: "True under one published way of counting or source, false under another.",
    Verdict.UNSETTLED: "The record cannot settle it; the note says why.",
}
WHY_MEANS: dict[Why, str] = {
    Why.NOT_COVERED: "not covered by the record",
    Why.NOT_FOUND: "no such event in the record",
    Why.AMBIGUOUS: "several events fit and differ",
}
OPTION_MEANS: dict[Option, str] = {
    Option.YES: "in favour",
    Option.NO: "against",
    Option.ABSTAIN: "abstained",
    Option.NOT_VOTING: "took no part",
}
OUTCOME_MEANS: dict[Outcome, str] = {
    Outcome.ADOPTED: "adopted",
    Outcome.VETOED: "vetoed",
    Outcome.NOT_ADOPTED: "not adopted",
    Outcome.UNKNOWN: "outcome not known",
}
_BASIS_MEANS = {"given": "given with the text", "metadata": "from the document", "inferred": "inferred from the text"}
_COUNCIL_RESOLUTION = re.compile(r"S/RES/\d+$")


def capital(words: str) -> str:
    """The words with a capital first letter and the rest as it is."""
    return words[:1].upper() + words[1:]


def day(value: date) -> str:
    return f"{value.day} {value:%B} {value.year}"


def article_date(value: ArticleDate) -> str:
    """As in "5 June 2025, inferred from the text"; "date not known"."""
    if value.value is None:
        return "date not known"
    return f"{day(value.value)}, {_BASIS_MEANS.get(value.basis, value.basis)}"


def verdict(finding: Finding) -> str:
    """As in "contradicted"; "unsettled: not covered by the record"."""
    return f"{finding.verdict}: {WHY_MEANS[finding.why]}" if finding.why else str(finding.verdict)


def counts(verdicts: Mapping[Verdict, int]) -> str:
    """As in "3 supported, 1 contradicted"; verdicts that no finding has are left out."""
    return ", ".join(f"{verdicts[each]:,} {each}" for each in Verdict if verdicts.get(each))


def edition(version: str, as_of: Mapping[str, date], body_names: Mapping[str, str]) -> str:
    """As in "record 2026.1; Security Council votes to 7 April 2026"."""
    reach = ", ".join(f"{body_names.get(body, body)} votes to {day(last)}" for body, last in sorted(as_of.items()))
    return f"record {version}; {reach}" if reach else f"record {version}"


def symbol(evidence: Evidence) -> str | None:
    """What the row's document is looked up by."""
    return evidence.resolution or evidence.symbol or evidence.draft


def address(evidence: Evidence) -> str | None:
    """Where the row's document can be read: on undocs.org by symbol, else at the row's own web address."""
    looked_up = symbol(evidence)
    if looked_up and looked_up.startswith(("S/", "A/")):
        if evidence.date and _COUNCIL_RESOLUTION.match(looked_up):
            looked_up = f"{looked_up}({evidence.date.year})"
        return f"https://undocs.org/{quote(looked_up, safe='/().')}"
    return web_address(evidence.url)


def web_address(url: str | None) -> str | None:
    """The address where it is one a browser may follow from an untrusted page, else None."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def text_identifier(document: CheckedDocument) -> str:
    """A name for the text as checked: its digest as RFC 6920 writes one, `ni:///sha-256;...`."""
    digest = urlsafe_b64encode(bytes.fromhex(document.sha256)).rstrip(b"=").decode("ascii")
    return f"ni:///sha-256;{digest}"


def passage_identifier(document: CheckedDocument, finding: Finding) -> str:
    """A name for one finding: the text's, the kind of claim, and the span as RFC 5147 writes one."""
    return f"{text_identifier(document)}?kind={finding.kind}#char={finding.start},{finding.end}"
