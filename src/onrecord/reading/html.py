"""The article in an HTML page: its text without boilerplate, its title, address and date of publication.

Extraction by trafilatura (Barbaresi 2021, doi:10.18653/v1/2021.acl-demo.15), dates by htmldate
(Barbaresi 2020, doi:10.21105/joss.02439), from the page's metadata only: a date guessed from a page's prose is
the check's to infer.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

_PUBLISHED = {
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
}
_PUBLISHED_IN_JSON_LD = re.compile(r'"datePublished"\s*:\s*"([^"]{10,40})"')
_NOT_THE_ARTICLE = re.compile(r"(?:^|[\s_-])(?:comments?|respond|disqus|cookies?|consent|gdpr)(?:$|[\s_-])", re.I)
"""In an element's class or id: readers' comments and the notices laid over a page."""
_MAY_HOLD_THE_ARTICLE = ("article", "main", "h1")


@dataclass(frozen=True, slots=True)
class Page:
    text: str
    """Paragraphs parted by a line break."""
    title: str | None
    url: str | None
    date: date | None


def read_page(html: str) -> Page | None:
    """The article in the page, or None where it holds none."""
    from trafilatura import bare_extraction, load_html

    tree = load_html(html)
    if tree is None:
        return None
    _drop_what_is_not_the_article(tree)
    published = _date_published(tree)
    found: Any = bare_extraction(
        tree, include_comments=False, with_metadata=True, date_extraction_params={"extensive_search": False}
    )
    if found is None or not (found.text or "").strip():
        return None
    return Page(found.text, found.title or None, _web_address(found.url), published)


def _drop_what_is_not_the_article(tree: Any) -> None:
    body = tree.find("body")
    if body is None:
        return
    for element in [*body.iterdescendants("div", "section", "aside", "ol", "ul", "dialog", "form")]:
        named = f"{element.get('class', '')} {element.get('id', '')}"
        if _NOT_THE_ARTICLE.search(named) and not any(element.iterdescendants(*_MAY_HOLD_THE_ARTICLE)):
            element.drop_tree()


def _date_published(tree: Any) -> date | None:
    """The date that the page's own fields give; htmldate, which takes none before 1995, where they are silent."""
    from htmldate import find_date

    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if name.lower() in _PUBLISHED and (day := _day(element.get("content", ""))):
            return day
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        stated = _PUBLISHED_IN_JSON_LD.search(script.text or "")
        if stated and (day := _day(stated.group(1))):
            return day
    return _day(find_date(deepcopy(tree), original_date=True, extensive_search=False) or "")


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        return None


def _web_address(url: str | None) -> str | None:
    return url if url and urlsplit(url).scheme in ("http", "https") else None
