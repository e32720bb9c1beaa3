"""`claimreview` and `annotations` use the published vocabularies, and rate no author and no outlet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from onrecord.report.formats import render
from onrecord.report.words import address, web_address

from .checked_examples import ARTICLE, ASSEMBLY, MARCH, TOLL, VETO, article, check_of, checked

THING = {"@type", "@id", "name", "identifier", "url", "description", "alternateName"}
CREATIVE_WORK = THING | {
    "author", "creditText", "datePublished", "headline", "inLanguage", "isBasedOn", "temporalCoverage", "text",
}  # fmt: skip
SCHEMA_ORG = {
    "CreativeWork": CREATIVE_WORK,
    "Claim": CREATIVE_WORK | {"appearance", "firstAppearance", "claimInterpreter"},
    "ClaimReview": CREATIVE_WORK | {"claimReviewed", "itemReviewed", "reviewBody", "reviewRating", "reviewAspect"},
    "Rating": THING | {"author", "bestRating", "ratingExplanation", "ratingValue", "reviewAspect", "worstRating"},
    "Organization": THING,
}
"""Properties that https://schema.org gives each type, of those one could want here."""

WEB_ANNOTATION = {
    "Annotation": {"@context", "id", "type", "motivation", "generator", "body", "target", "created", "creator"},
    "Software": {"type", "id", "name", "nickname", "homepage"},
    "TextualBody": {"type", "id", "value", "format", "language", "purpose", "textDirection"},
    "SpecificResource": {"type", "id", "source", "selector", "purpose", "scope", "state"},
    "TextPositionSelector": {"type", "start", "end", "refinedBy"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix", "refinedBy"},
}
"""Properties by class, from the Web Annotation Data Model, sections 3 and 4."""
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
    "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(part)


def reviews(*documents) -> list[dict[str, Any]]:  # type: ignore[no-untyped-def]
    answer = json.loads(render(check_of(*documents), "claimreview"))
    assert answer["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = answer["@graph"]
    return found


def annotations(*documents) -> list[dict[str, Any]]:  # type: ignore[no-untyped-def]
    found: list[dict[str, Any]] = json.loads(render(check_of(*documents), "annotations"))
    return found


@pytest.mark.parametrize("read", [reviews, annotations])
def test_there_is_one_for_each_finding_in_order(read) -> None:  # type: ignore[no-untyped-def]
    assert read() == []
    assert read(checked("Nothing."), checked("Nothing.")) == []
    assert len(read(checked("Nothing."), article(), checked("Nothing."), article())) == 2 * len(article().findings)


def test_claim_reviews_use_only_what_schema_org_has() -> None:
    for each in objects(reviews(article())):
        assert set(each) <= SCHEMA_ORG[each["@type"]], each["@type"]


def test_a_claim_review_says_what_was_claimed_where_and_how_it_stands() -> None:
    review = reviews(article())[3]
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == article().findings[3].text
    assert review["reviewRating"]["alternateName"] == "Contradicted"
    assert review["reviewRating"]["ratingExplanation"] == article().findings[3].reason
    assert review["itemReviewed"]["appearance"]["url"] == "https://news.example/fifth-no"
    assert [row["identifier"] for row in review["isBasedOn"]] == ["S/RES/2712", "S/RES/2728"]


def test_no_author_or_outlet_is_rated() -> None:
    for review in reviews(article()):
        assert review["author"] == {"@type": "Organization", "name": "onrecord"}
        assert not {"author", "creator", "publisher"} & set(review["itemReviewed"])
        assert not {"author", "creator", "publisher"} & set(review["itemReviewed"]["appearance"])
        assert not {"ratingValue", "bestRating", "worstRating"} & set(review["reviewRating"])


def test_annotations_use_only_what_the_model_has() -> None:
    for each in objects(annotations(article())):
        assert set(each) <= WEB_ANNOTATION[each["type"]], each["type"]
        assert each.get("motivation", "linking") in MOTIVATIONS
        assert each.get("purpose", "linking") in MOTIVATIONS


def test_an_annotation_points_at_its_words_by_position_and_by_quotation() -> None:
    for annotation in annotations(article()):
        assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
        position, quotation = annotation["target"]["selector"]
        assert ARTICLE[position["start"] : position["end"]] == quotation["exact"]
        around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
        assert around in ARTICLE


def test_an_annotation_carries_verdict_reason_and_where_to_read_on() -> None:
    verdict, reason, *links = annotations(article())[3]["body"]
    assert (verdict["purpose"], verdict["value"]) == ("classifying", "contradicted")
    assert reason["value"] == article().findings[3].reason
    assert [link["source"] for link in links] == [
        "https://undocs.org/S/RES/2712(2023)",
        "https://undocs.org/S/RES/2728(2024)",
    ]


@pytest.mark.parametrize("read", [reviews, annotations])
def test_every_identifier_is_an_iri_of_its_own(read) -> None:  # type: ignore[no-untyped-def]
    identifiers = [each.get("@id") or each["id"] for each in read(article())]
    assert len(set(identifiers)) == len(identifiers)
    for identifier in identifiers:
        assert re.fullmatch(r"ni:///sha-256;[A-Za-z0-9_-]{43}\?kind=[a-z]+#char=\d+,\d+", identifier)


def test_a_text_without_an_address_is_named_by_its_digest() -> None:
    target = annotations(replace(article(), url=None))[0]["target"]
    assert target["source"].startswith("ni:///sha-256;")
    hostile = annotations(replace(article(), url="javascript:alert(1)"))[0]["target"]
    assert hostile["source"].startswith("ni:///sha-256;")


@pytest.mark.parametrize(
    ("evidence", "url"),
    [
        (VETO, "https://undocs.org/S/2025/353"),
        (MARCH, "https://undocs.org/S/RES/2728(2024)"),
        (ASSEMBLY, "https://undocs.org/A/RES/68/262"),
        (TOLL, None),
        (replace(TOLL, url="https://data.example/toll"), "https://data.example/toll"),
        (replace(TOLL, url="javascript:alert(1)"), None),
        (replace(VETO, draft="S/<b>\"'"), "https://undocs.org/S/%3Cb%3E%22%27"),
    ],
)
def test_evidence_is_looked_up_by_symbol_or_at_its_own_web_address(evidence, url) -> None:  # type: ignore[no-untyped-def]
    assert address(evidence) == url


@pytest.mark.parametrize("url", [None, "", "ftp://x.example", "data:text/html,x", "http://[", "//x.example"])
def test_only_web_addresses_are_followed(url: str | None) -> None:
    assert web_address(url) is None
