"""The terminal's answer: each sentence that matters, its findings, reasons and evidence, and what it all comes to."""

from __future__ import annotations

import re
from datetime import date

import pytest

from onrecord.checking.finding import ArticleDate, Verdict
from onrecord.report.folding import columns, fold, printable
from onrecord.report.formats import Style, render

from .checked_examples import VETO, article, check_of, checked, finding

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def lines_of(*documents, style: Style | None = None) -> list[str]:  # type: ignore[no-untyped-def]
    return render(check_of(*documents), "text", style=style).splitlines()


def test_a_finding_stands_below_its_sentence_with_reason_and_evidence() -> None:
    text = "It rained. The US vetoed it on Wednesday, he said. The Council met."
    found = finding(text, "The US vetoed it", Verdict.SUPPORTED, "It blocked the draft.", VETO, said_by="he")
    assert lines_of(checked(text, [found]))[:9] == [
        "veto.txt",
        "5 June 2025, inferred from the text",
        "",
        "The US vetoed it on Wednesday, he said.",
        "  supported “The US vetoed it” (said by he)",
        "      It blocked the draft.",
        "      S/2025/353@2025-06-04 (14-1-0)",
        "",
        "1 supported.",
    ]


def test_standard_input_is_called_so() -> None:
    assert lines_of(checked("It rained.", id="-", source="-"))[0] == "Standard input"


def test_findings_in_one_sentence_share_it() -> None:
    lines = lines_of(article())
    assert sum("the other 14 members voted in favour." in line for line in lines) == 1


def test_unsettled_findings_say_why() -> None:
    assert any(
        line.startswith("  unsettled: not covered by the record “a Brazilian draft”") for line in lines_of(article())
    )


def test_a_text_without_findings_says_so() -> None:
    assert lines_of(checked("The Council met."))[-2] == "Nothing that the record can settle."


def test_verdicts_are_counted_for_each_document_and_for_all() -> None:
    lines = lines_of(article(), article())
    assert lines.count("4 supported, 2 contradicted, 1 depends, 2 unsettled.") == 2
    assert lines[-2] == "2 documents: 8 supported, 4 contradicted, 2 depends, 4 unsettled."


def test_the_record_is_named_with_the_day_each_body_is_known_to() -> None:
    assert re.fullmatch(
        r"Record \S+; General Assembly votes to \d+ \w+ \d{4}, Security Council votes to \d+ \w+ \d{4}\.",
        lines_of(article())[-1],
    )


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (ArticleDate(date(2025, 6, 5), "given"), "5 June 2025, given with the text"),
        (ArticleDate(date(2025, 6, 5), "metadata"), "5 June 2025, from the document"),
        (ArticleDate(date(2025, 6, 5), "inferred"), "5 June 2025, inferred from the text"),
        (ArticleDate(None, "unknown"), "Date not known"),
    ],
)
def test_the_date_comes_with_its_basis(when: ArticleDate, said: str) -> None:
    assert said in lines_of(checked("The Council met.", date=when))


def test_there_are_colours_only_where_they_are_asked_for_and_they_change_no_word() -> None:
    plain = render(check_of(article()), "text")
    coloured = render(check_of(article()), "text", style=Style(colour=True))
    assert "\x1b" not in plain
    assert ESCAPE.sub("", coloured) == plain
    for code in ("32", "1;31", "33", "36"):
        assert f"\x1b[{code}m" in coloured


@pytest.mark.parametrize("width", [30, 60, 100])
def test_lines_keep_to_the_width_and_lose_no_word(width: int) -> None:
    folded = lines_of(article(), style=Style(width=width))
    longest_word = max(len(word) for line in folded for word in line.split())
    assert max(map(len, folded)) <= max(width, longest_word + 6)
    assert " ".join(folded).split() == " ".join(lines_of(article())).split()


def test_wide_characters_count_twice() -> None:
    folded = [*fold([("联合国 安全理事会", "")], 10, "", "  ")]
    assert ["".join(text for text, _ in line.pieces) for line in folded] == ["联合国", "安全理事会"]
    assert columns("e\u0301") == 1


def test_an_article_cannot_drive_the_terminal() -> None:
    text = "The US \x1b[2J\x1b]0;owned\x07 vetoed\x9b31m it\u202e.\r\x08 "
    found = finding(text, "US \x1b[2J\x1b]0;owned\x07 vetoed\x9b31m it", Verdict.SUPPORTED, "So \x1b[1mit did.", VETO)
    shown = render(check_of(checked(text, [found], id="\x1b[31mname")), "text")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert "␛[2J" in shown


def test_a_sentence_of_megabytes_is_shown_around_its_findings_only() -> None:
    text = "and so it went on " * 100_000 + "the US vetoed it " + "and on " * 100_000
    shown = render(check_of(checked(text, [finding(text, "the US vetoed it", Verdict.SUPPORTED, "It did.")])), "text")
    assert "the US vetoed it" in shown
    assert len(shown) < 2000


def test_printable_leaves_ordinary_text_alone() -> None:
    assert printable("Côte d’Ivoire — 13 voix") == "Côte d’Ivoire — 13 voix"
