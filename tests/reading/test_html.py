"""The article in a page: its text alone, and the date the page itself gives."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.reading.html import read_page

PAGE = """<!DOCTYPE html><html><head><title>A fifth No | The Harbour</title>{head}</head><body>
<header><nav><a href="/">Home</a><a href="/world">World news</a></nav></header>
<div id="cookie-banner"><p>We use cookies. No Council has ever vetoed one. Accept all of them?</p></div>
<article><h1>A fifth No</h1>{byline}
<p>On Wednesday the United States vetoed a draft on Gaza &mdash; the other 14 members voted in favour.</p>
<p>It was <b>the fifth</b> time since <a href="/x">October 2023</a> that it did so, as of 12 March 2003 and before.</p>
</article>
<section class="comments-area"><h2>Comments</h2><ol class="comment-list"><li>
<p>China vetoed it as well, I am quite sure of it.</p>
<time datetime="2024-01-02">2 January</time></li></ol></section>
<footer>Copyright 2019 The Harbour. All rights reserved.</footer></body></html>"""


def page(head: str = "", byline: str = "") -> str:
    return PAGE.format(head=head, byline=byline)


def test_the_article_is_all_that_is_left_of_a_page() -> None:
    found = read_page(page())
    assert found is not None
    assert found.text.splitlines()[-2:] == [
        "On Wednesday the United States vetoed a draft on Gaza — the other 14 members voted in favour.",
        "It was the fifth time since October 2023 that it did so, as of 12 March 2003 and before.",
    ]
    for other in ("cookies", "China", "Home", "Copyright"):
        assert other not in found.text


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta property="article:published_time" content="2025-06-05T23:30:00-04:00">', ""),
        ('<meta name="DC.date.issued" content="2025-06-05">', ""),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-06-05T10:00"}</script>',
            "",
        ),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"datePublished":"2025-06-05"}]}'
            "</script>",
            "",
        ),
        ("", '<time datetime="2025-06-05">Thursday</time>'),
        ('<link rel="canonical" href="https://harbour.example/2025/06/05/fifth-no">', ""),
        (
            '<meta property="article:modified_time" content="2025-09-01">'
            '<meta property="article:published_time" content="2025-06-05">',
            "",
        ),
    ],
)
def test_the_date_is_the_one_the_page_says_it_was_published(head: str, byline: str) -> None:
    found = read_page(page(head, byline))
    assert found is not None
    assert found.date == date(2025, 6, 5)


def test_an_archives_page_may_be_older_than_the_web() -> None:
    found = read_page(page('<meta property="article:published_time" content="1975-06-06">'))
    assert found is not None
    assert found.date == date(1975, 6, 6)


def test_a_date_in_the_prose_the_comments_or_the_footer_is_not_the_articles() -> None:
    found = read_page(page())
    assert found is not None
    assert found.date is None


def test_title_and_address_are_the_pages_own_and_only_a_web_address_is_kept() -> None:
    found = read_page(page('<link rel="canonical" href="https://harbour.example/fifth-no">'))
    assert found is not None
    assert (found.title, found.url) == ("A fifth No", "https://harbour.example/fifth-no")
    hostile = read_page(page('<link rel="canonical" href="javascript:alert(1)">'))
    assert hostile is not None
    assert hostile.url is None


@pytest.mark.parametrize(
    "html", ["", "<html></html>", "<html><body><script>vetoed()</script></body></html>", "<" * 9999]
)
def test_a_page_without_an_article_has_none(html: str) -> None:
    assert read_page(html) is None


def test_a_page_nested_beyond_all_measure_does_no_harm() -> None:
    found = read_page("<html><body>" + "<div>" * 50_000 + "The draft failed." + "</div>" * 50_000)
    assert found is None or found.text == "The draft failed."
