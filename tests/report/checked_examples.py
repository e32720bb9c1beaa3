"""Checked documents made by hand, so that reports are tested apart from the check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.checking.finding import (
    ArticleDate,
    Check,
    CheckedDocument,
    ClaimKind,
    Evidence,
    Finding,
    Quotation,
    Verdict,
    Why,
)

ARTICLE = (
    "A fifth No\n\n"
    "The United States on Wednesday vetoed a demand for a lasting truce in Gaza, and the other 14 members voted in "
    "favour. It was the only vote against, “a lonely hand”, as one delegate put it.\n\n"
    "Washington has stopped every Council text on the war since October 2023. It was its fifth veto on Gaza since "
    "then, after one of a Brazilian draft in its first month. A text needs nine votes and no veto to pass.\n\n"
    "More than 60,000 people had died by then, according to officials. Guyana, an elected member until the end of "
    "2025, had put the text forward with nine others; France, one of the five permanent members, stood with them.\n\n"
    "The General Assembly may now take it up. What will it do?\n"
)

VETO = Evidence(
    "vote_events", "S/2025/353@2025-06-04", "UN Digital Library", date(2025, 6, 4), draft="S/2025/353", tally="14-1-0",
    url="https://docs.un.org/S/2025/353",
)  # fmt: skip
MARCH = Evidence(
    "vote_events", "S/RES/2728", "UN Digital Library", date(2024, 3, 25), resolution="S/RES/2728",
    draft="S/2024/254", tally="14-0-1",
)  # fmt: skip
NOVEMBER = replace(MARCH, id="S/RES/2712", date=date(2023, 11, 15), resolution="S/RES/2712", draft=None, tally="12-0-3")
ASSEMBLY = Evidence(
    "vote_events", "A/RES/68/262", "UN Digital Library", date(2014, 3, 27), resolution="A/RES/68/262",
    tally="100-11-58",
)  # fmt: skip
TOLL = Evidence(
    "figures", "gaza-killed-moh:2025-06-04", "Gaza Ministry of Health", date(2025, 6, 4), value=54607,
    says="killed in Gaza since 7 October 2023",
)  # fmt: skip
TERM = Evidence("memberships", "unsc:GUY:2024-01-01", "UN Digital Library", says="Guyana, elected, 2024 to 2025")
RULE = Evidence("counting_rules", "un-library", "Dag Hammarskjöld Library", says="draft resolutions only")


def finding(text: str, words: str, verdict: Verdict, reason: str, *evidence: Evidence, **fields: Any) -> Finding:
    start = text.index(words)
    kind = fields.pop("kind", ClaimKind.POSITION)
    claim = fields.pop("claim", {"body": "unsc"})
    return Finding(start, start + len(words), words, kind, claim, verdict, reason, evidence, **fields)


def checked(text: str, findings: Sequence[Finding] = (), **fields: Any) -> CheckedDocument:
    known = {"id": "veto.txt", "source": "veto.txt", "date": ArticleDate(date(2025, 6, 5), "inferred")} | fields
    return CheckedDocument(text=text, findings=tuple(findings), **known)


def article() -> CheckedDocument:
    """One article with each verdict, findings that nest and findings that cross."""
    found = [
        finding(
            ARTICLE, "The United States on Wednesday vetoed a demand for a lasting truce in Gaza", Verdict.SUPPORTED,
            "The United States voted against S/2025/353 on 4 June 2025, the only vote against; as a permanent member's "
            "it blocked the draft.", VETO, claim={"body": "unsc", "members": ["USA"], "choice": "veto"},
        ),
        finding(
            ARTICLE, "the other 14 members voted in favour", Verdict.SUPPORTED,
            "All 14 other members voted in favour of S/2025/353 on 4 June 2025.", VETO,
        ),
        finding(
            ARTICLE, "It was the only vote against, “a lonely hand”", Verdict.SUPPORTED,
            "One member, the United States, voted against S/2025/353.", VETO, kind=ClaimKind.TALLY,
            said_by="one delegate",
        ),
        finding(
            ARTICLE, "Washington has stopped every Council text on the war since October 2023", Verdict.CONTRADICTED,
            "The Council adopted S/RES/2712 on 15 November 2023 and S/RES/2728 on 25 March 2024, and the United States "
            "abstained on both.", NOVEMBER, MARCH, kind=ClaimKind.GENERALISATION,
        ),
        finding(
            ARTICLE, "It was its fifth veto on Gaza since then, after one of a Brazilian draft in its first month",
            Verdict.DEPENDS, "It was the fifth if amendments are left out, as in the UN library's list, and the sixth "
            "if they count.", VETO, RULE, kind=ClaimKind.COUNT,
        ),
        finding(
            ARTICLE, "fifth veto on Gaza since then, after one of a Brazilian draft in its first month. A text needs "
            "nine votes and no veto", Verdict.UNSETTLED, "Several vetoes fit, and they differ.", ASSEMBLY,
            kind=ClaimKind.REFERENCE, why=Why.AMBIGUOUS,
        ),
        finding(
            ARTICLE, "a Brazilian draft", Verdict.UNSETTLED, "The record holds no sponsors for that draft.",
            kind=ClaimKind.SPONSORSHIP, why=Why.NOT_COVERED,
        ),
        finding(
            ARTICLE, "More than 60,000 people had died by then", Verdict.CONTRADICTED,
            "Gaza's health ministry gave 54,607 on 4 June 2025; the text says over 5,393 more.", TOLL,
            kind=ClaimKind.FIGURE,
        ),
        finding(
            ARTICLE, "Guyana, an elected member until the end of 2025", Verdict.SUPPORTED,
            "Guyana was elected for 2024 and 2025.", TERM, kind=ClaimKind.MEMBERSHIP,
        ),
    ]  # fmt: skip
    start = ARTICLE.index("“a lonely hand”")
    quoted = Quotation(start, start + 15, "“a lonely hand”", "one delegate", "put it")
    return checked(ARTICLE, found, quotations=(quoted,), title="A fifth No", url="https://news.example/fifth-no")


def check_of(*documents: CheckedDocument) -> Check:
    return Check("2026.1", {"unsc": date(2026, 4, 7)}, documents)
