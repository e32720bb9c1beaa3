"""The page: whole without a network or a script, every finding marked and listed, and nothing in it runs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import lxml.html
import pytest

from onrecord.checking.finding import CheckedDocument, Verdict
from onrecord.record.model import Option
from onrecord.record.store import open_record
from onrecord.report.formats import render
from onrecord.report.marked_text import marked_paragraphs
from onrecord.report.seat_plan import draw, seat_plan, summary

from .checked_examples import ARTICLE, ASSEMBLY, MARCH, NOVEMBER, VETO, article, check_of, checked, finding

VOID = {"meta", "link", "br", "img", "hr", "input"}
HOSTILE = (
    "<script>window.hacked=1</script><img src=x onerror=window.hacked=1> \"'> </p></div></article></main>"
    "<style>*{display:none}</style> & &amp; &lt; <!-- ]]> <a href='javascript:window.hacked=1'>x</a>"
)


class Balance(HTMLParser):
    """Fails on a tag that is closed out of turn or never."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen[tag] += 1
        self.attributes |= {name for name, _ in attrs}
        self.ids.update(value or "" for name, value in attrs if name == "id")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parsed(page: str) -> Balance:
    balance = Balance()
    balance.feed(page)
    balance.close()
    assert balance.open == []
    return balance


def page_of(*documents: CheckedDocument) -> str:
    return render(check_of(*documents), "html")


def shown_text(page: str) -> str:
    [text] = lxml.html.fromstring(page).xpath("//div[@class='text']")
    for reference in text.xpath(".//a[contains(@class, 'reference')]"):
        reference.drop_tree()
    return " ".join(text.text_content().split())


def test_the_page_is_well_formed_and_every_identifier_is_used_once() -> None:
    balance = parsed(page_of(article(), article()))
    assert max(balance.ids.values()) == 1
    assert not [name for name in balance.attributes if name.startswith("on")]


def test_the_article_is_there_word_for_word() -> None:
    assert shown_text(page_of(article())) == " ".join(ARTICLE.split())


def test_each_finding_is_marked_referred_to_and_listed() -> None:
    tree = lxml.html.fromstring(page_of(article()))
    for number, each in enumerate(sorted(article().findings, key=lambda one: (one.start, one.end)), start=1):
        marks = tree.xpath(f"//div[@class='text']//span[@data-finding='{number}']")
        assert marks
        assert all(each.verdict in mark.get("class").split() for mark in marks)
        [reference] = tree.xpath(f"//a[@id='d1-r{number}']")
        assert reference.get("href") == f"#d1-f{number}"
        assert reference.get("aria-label") == f"Finding {number}, {each.verdict}"
        [entry] = tree.xpath(f"//li[@id='d1-f{number}']")
        assert each.reason in entry.text_content()
        assert each.text in entry.text_content()


def test_marks_cover_exactly_their_finding_however_findings_overlap() -> None:
    findings = sorted(article().findings, key=lambda one: (one.start, one.end))
    tree = lxml.html.fromstring("<div>" + "".join(marked_paragraphs(ARTICLE, findings, "d1", None)) + "</div>")
    for reference in tree.xpath(".//a"):
        reference.drop_tree()
    for number, each in enumerate(findings, start=1):
        covered = "".join(mark.text_content() for mark in tree.xpath(f".//span[@data-finding='{number}']"))
        assert covered == each.text


def test_a_fourth_finding_over_the_same_words_is_still_reached_by_its_number() -> None:
    findings = [replace(article().findings[0], end=end) for end in (86, 80, 75, 70)]
    html = "".join(
        marked_paragraphs(ARTICLE, [replace(f, text=ARTICLE[f.start : f.end]) for f in findings], "d1", None)
    )
    assert [f'id="d1-r{number}"' in html for number in (1, 2, 3, 4)] == [True] * 4


def test_headings_bylines_and_items_of_a_list_stand_apart() -> None:
    head = "A fifth No\nBy A Correspondent\n5 June 2025\n\nThe Council met."
    assert len([*marked_paragraphs(head, [], "d1", None)]) == 4
    item = "- an item of a list that goes on for as long as a line does\n"
    assert len([*marked_paragraphs(f"The Council:\n\n{item}{item}", [], "d1", None)]) == 3


def test_a_blank_line_parts_paragraphs_and_else_every_line_is_one() -> None:
    wrapped = "A line that goes on for as long as lines of a letter do,\nand then another."
    assert len([*marked_paragraphs(f"{wrapped}\n\nthree", [], "d1", None)]) == 2
    assert len([*marked_paragraphs("One\ntwo\nthree", [], "d1", None)]) == 3
    assert [*marked_paragraphs("", [], "d1", None)] == []


def test_no_line_ends_within_a_count() -> None:
    found = finding(ARTICLE, "A fifth No", Verdict.SUPPORTED, "It was adopted (13-0-2), as S/RES/2803.")
    assert 'adopted <span class="unbroken">(13-0-2)</span>, as' in page_of(checked(ARTICLE, [found]))


def test_the_title_is_not_shown_twice() -> None:
    first, *_ = marked_paragraphs(ARTICLE, [], "d1", "A fifth No")
    assert first.startswith("<p hidden>A fifth No")


def test_verdicts_differ_by_line_and_by_sign_and_not_by_colour_alone() -> None:
    page = page_of(article())
    lines = {each: re.search(rf"\.mark\.{each} {{ text-decoration-style: (\w+)", page) for each in Verdict}
    assert len({line and line.group(1) for line in lines.values()}) == len(Verdict)
    signs = {each: re.search(rf'\.reference\.{each}::after {{ content: "(.)"', page) for each in Verdict}
    assert len({sign and sign.group(1) for sign in signs.values()}) == len(Verdict)


def luminance(colour: str) -> float:
    """Relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2)."""
    digits = colour.strip("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    shares = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", [0, 1], ids=["light", "dark"])
def test_words_stand_out_from_the_paper_by_day_and_by_night(palette: int) -> None:
    roots = re.findall(r":root \{(.*?)\}", page_of(article()), re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#\w+);", roots[palette]))
    for paper in ("paper", "raised", "shown"):
        for ink in ("ink", "quiet", *Verdict):
            light, dark = sorted((luminance(colours[paper]), luminance(colours[ink])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, paper)


def test_nothing_is_fetched_and_only_the_pages_own_script_may_run() -> None:
    page = page_of(article())
    policy = lxml.html.fromstring(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not re.search(r"<(?:link|img|iframe|object|embed|base)\b|@import|url\(|\ssrc=", page)


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    found = finding(HOSTILE, "<script>window.hacked=1</script><img src=x", Verdict.SUPPORTED, HOSTILE, said_by=HOSTILE)
    evidence = replace(VETO, id=HOSTILE, draft=HOSTILE, source=HOSTILE, says=HOSTILE, url="javascript:window.hacked=1")
    hostile = checked(
        HOSTILE, [replace(found, evidence=(evidence,))], id=HOSTILE, title=HOSTILE, source=HOSTILE,
        url='javascript:"><script>window.hacked=1</script>',
    )  # fmt: skip
    page = page_of(hostile)
    calm = parsed(page_of(checked("x" * 60, [replace(found, text="x")], url=None)))
    balance = parsed(page)
    assert (balance.seen["script"], balance.seen["style"]) == (1, 1)
    assert set(balance.seen) <= set(calm.seen) | {"table", "thead", "tbody", "tr", "th", "td", "code", "div"}
    assert not [link for link in lxml.html.fromstring(page).xpath("//@href") if not link.startswith(("#", "https://"))]
    assert shown_text(page) == " ".join(HOSTILE.split())


def test_a_page_is_called_after_its_articles() -> None:
    def title(*documents: CheckedDocument) -> str:
        return str(lxml.html.fromstring(page_of(*documents)).findtext(".//title"))

    assert title(article()) == "A fifth No · held against the record"
    assert title(checked("x", id="/home/me/a.txt", source="/home/me/a.txt")) == "a.txt · held against the record"
    assert title(checked("x", id="-", source="-")) == "Standard input · held against the record"
    assert title(checked("x", id="a/7", source="Harbour")) == "a/7 · held against the record"
    headed = checked("A veto in winter\n\nIt came on Wednesday.", id="a.txt", source="a.txt")
    assert title(headed) == "A veto in winter · held against the record"
    for first in ("On Wednesday it came.", "22 November 2024", "Dear reader,", "Veto"):
        plain = checked(f"{first}\n\nIt came on Wednesday.", id="a.txt", source="a.txt")
        assert title(plain) == "a.txt · held against the record"
    assert title(checked("x"), article()) == "veto.txt and others · held against the record"


def test_a_page_to_send_away_does_not_tell_the_folders_of_the_sender() -> None:
    assert "/home/me" not in page_of(checked("x", id="/home/me/a.txt", source="/home/me/a.txt"))
    assert "/home/me" not in page_of(checked("x", id="/home/me/a.txt", source="/home/me/a.txt", title="T"))


def test_an_article_without_findings_says_so() -> None:
    assert "Nothing in this text that the record can settle." in page_of(checked("It rained."))


@pytest.mark.parametrize(
    ("vote_event", "seats", "permanent", "said"),
    [
        ("S/2025/353@2025-06-04", 15, 5, "14 in favour; 1 against: United States; vetoed"),
        ("S/RES/2728", 15, 5, "14 in favour; 1 abstained: United States; adopted"),
    ],
)
def test_the_seat_plan_shows_every_member_and_its_vote(vote_event: str, seats: int, permanent: int, said: str) -> None:
    plan = seat_plan(open_record(), vote_event)
    assert plan is not None
    drawn, _ = draw(plan)
    assert drawn.count('class="chair"') == seats
    assert drawn.count('class="ring"') == permanent
    assert drawn.count('class="seat no ') == len(plan.having(Option.NO))
    assert summary(plan) == said


def test_a_council_of_eleven_has_eleven_seats() -> None:
    record = open_record()
    event = next(each for each in record.vote_events("unsc") if each.date.year < 1960 and each.votes_known)
    plan = seat_plan(record, event.id)
    assert plan is not None
    assert draw(plan)[0].count('class="chair"') == 11


def test_seats_stand_apart_and_within_the_picture() -> None:
    plan = seat_plan(open_record(), "S/2025/353@2025-06-04")
    assert plan is not None
    drawn, view_box = draw(plan)
    _, _, width, height = map(float, view_box.split())
    places = [(float(x), float(y)) for x, y in re.findall(r'class="chair" cx="([\d.]+)" cy="([\d.]+)"', drawn)]
    for number, (x, y) in enumerate(places):
        assert 20 < x < width - 20
        assert 20 < y < height - 10
        for other_x, other_y in places[number + 1 :]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 > 27**2


def test_a_vote_is_drawn_once_and_referred_to_after() -> None:
    tree = lxml.html.fromstring(page_of(article()))
    assert len(tree.xpath("//symbol[@id='d1-plan-S/2025/353@2025-06-04']")) == 1
    first, second = tree.xpath("//li[@id='d1-f1']//figure"), tree.xpath("//li[@id='d1-f2']//figure")
    assert first[0].get("class") == "vote"
    assert second[0].get("class") == "vote again"
    assert "see finding 1" in tree.xpath("//li[@id='d1-f2']//p[@class='see']")[0].text


def test_a_vote_of_the_assembly_is_a_bar_with_its_names() -> None:
    found = finding(ARTICLE, "vetoed", Verdict.SUPPORTED, "It did.", ASSEMBLY)
    tree = lxml.html.fromstring(page_of(checked(ARTICLE, [found])))
    assert len(tree.xpath("//svg[@class='bar']/rect")) == 4
    assert "In favour (100)" in tree.xpath("//figure")[0].text_content()


def test_a_long_row_of_votes_is_drawn_in_part_and_listed_in_full() -> None:
    events = [event for event in open_record().vote_events("unsc") if event.votes_known][-9:]
    rows = [replace(VETO, id=event.id, draft=event.draft, date=event.date) for event in events]
    found = finding(ARTICLE, "vetoed", Verdict.SUPPORTED, "It did.", *rows)
    tree = lxml.html.fromstring(page_of(checked(ARTICLE, [found])))
    assert len(tree.xpath("//figure")) == 6
    assert len(tree.xpath("//tbody/tr")) == 9


def test_evidence_that_the_record_does_not_hold_is_still_listed() -> None:
    found = finding(
        ARTICLE, "vetoed", Verdict.SUPPORTED, "It did.", replace(VETO, id="S/1/1@1999-01-01"), NOVEMBER, MARCH
    )
    tree = lxml.html.fromstring(page_of(checked(ARTICLE, [found])))
    assert len(tree.xpath("//figure")) == 2
    assert len(tree.xpath("//tbody/tr")) == 3
