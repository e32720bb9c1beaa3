"""Files of bodies and rules: what they may say, and the line and reason that a bad one is answered with."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import OnrecordError
from onrecord.record.model import Option, Outcome
from onrecord.rules import (
    RuleError,
    RuleFileError,
    body_file,
    decision_rule,
    in_words,
    outcome,
    procedural_votes,
    shipped,
)
from onrecord.rules.documents import read_document
from onrecord.rules.reading import read_body

BAD = sorted((Path(__file__).parent / "bad").glob("*.yml"))
TODAY = date(2026, 1, 1)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_is_answered_with_line_and_reason(path: Path) -> None:
    expected = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# error: ")
    with pytest.raises(OnrecordError) as caught:
        body_file(str(path))
    assert expected in str(caught.value)
    assert "\n" not in str(caught.value)


def written(tmp_path: Path, text: str) -> str:
    path = tmp_path / "club.yml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_values_hold_from_their_dates_on(tmp_path: Path) -> None:
    name = written(
        tmp_path,
        """
id: club
name: Club
members:
  A: {votes: {2000-01-01: 3, 2010-01-01: 5}}
  B: {votes: 2}
  C: {2005-01-01: {votes: 2}, 2015-01-01: ~}
carried_by: {of: votes, more_than: {2000-01-01: 50%, 2012-01-01: 2/3}}
references: [Statutes]
""",
    )
    weights = {year: decision_rule(name, date(year, 6, 1)).weights["votes"] for year in (2001, 2006, 2011, 2016)}
    assert weights == {
        2001: {"A": 3, "B": 2},
        2006: {"A": 3, "B": 2, "C": 2},
        2011: {"A": 5, "B": 2, "C": 2},
        2016: {"A": 5, "B": 2},
    }
    assert decision_rule(name, date(2012, 6, 1)).carried_by != decision_rule(name, date(2011, 6, 1)).carried_by
    assert decision_rule(name, date(2006, 6, 1)).end == date(2009, 12, 31)
    with pytest.raises(RuleError, match="club has no rule for 1999-12-31; it has one for 2000-01-01 to 2004-12-31"):
        decision_rule(name, date(1999, 12, 31))


def test_weights_may_be_sums_of_others(tmp_path: Path) -> None:
    name = written(
        tmp_path,
        """
id: fund
name: Fund
weights: {votes: {shares: 2, members: 10}}
members: {A: {shares: 5}, B: {shares: 0}}
carried_by: {of: votes, at_least: 20}
""",
    )
    assert decision_rule(name, TODAY).weights["votes"] == {"A": 20, "B": 10}


def test_several_majorities_at_once_and_either_of_two(tmp_path: Path) -> None:
    name = written(
        tmp_path,
        """
id: union
name: Union
members: {A: {people: 60}, B: {people: 30}, C: {people: 8}, D: {people: 2}}
carried_by:
  any:
    - all:
        - {at_least: 50%}
        - {of: people, at_least: 65%}
    - {all_but: 1}
""",
    )
    rule = decision_rule(name, TODAY)

    def carried(in_favour: str) -> bool:
        votes = {member: Option.YES if member in in_favour else Option.NO for member in "ABCD"}
        return outcome(rule, votes).outcome is Outcome.ADOPTED

    assert [carried(members) for members in ("A", "AB", "AC", "AD", "BC", "BCD")] == [
        False, True, True, False, False, True,
    ]  # fmt: skip
    assert in_words(rule).startswith(
        "A proposal is carried when either at least 2 of the 4 members vote in favour and members with at least 65% "
        "of the people (65 of 100) vote in favour, or at least 3 of the 4 members vote in favour."
    )


@pytest.mark.parametrize(
    ("treatment", "option", "expected"),
    [
        ("", Option.ABSTAIN, Outcome.ADOPTED),
        (", abstention: blocks", Option.ABSTAIN, Outcome.VETOED),
        (", abstention: blocks", Option.NOT_VOTING, Outcome.ADOPTED),
        (", absence: blocks", Option.NOT_VOTING, Outcome.VETOED),
        (", absence: blocks", Option.ABSTAIN, Outcome.ADOPTED),
    ],
)
def test_a_file_says_whether_a_veto_holder_s_abstention_or_absence_blocks(
    tmp_path: Path, treatment: str, option: Option, expected: Outcome
) -> None:
    text = f"id: a\nname: A\nmembers: [A, B, C]\ncarried_by: {{at_least: 2}}\nveto: {{holders: [A]{treatment}}}\n"
    rule = decision_rule(written(tmp_path, text), TODAY)
    assert outcome(rule, {"A": option, "B": Option.YES, "C": Option.YES}).outcome is expected


def test_a_proposal_changes_only_what_it_names() -> None:
    own, other = decision_rule("unsc", TODAY), decision_rule("two-vetoes", TODAY)
    assert (other.carried_by, other.size, other.veto_holders) == (own.carried_by, own.size, own.veto_holders)
    assert (own.veto and own.veto.needed, other.veto and other.veto.needed) == (1, 2)
    assert decision_rule("no-veto", TODAY).veto is None


def test_a_file_cannot_amend_itself_in_a_circle(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yml", tmp_path / "two.yml"
    one.write_text(f"id: one\nname: One\namends: {two}\n", encoding="utf-8")
    two.write_text(f"id: two\nname: Two\namends: {one}\n", encoding="utf-8")
    with pytest.raises(RuleError, match="a file cannot amend itself"):
        body_file(str(one))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"id: \xe9t\xe9"])
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "club.yml"
    path.write_bytes(content)
    with pytest.raises(RuleFileError):
        body_file(str(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match=r"none\.yml: cannot be read: No such file"):
        body_file(str(tmp_path / "none.yml"))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab:{}[]-,~ \n'\"&*!|>%0123456789", max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    with contextlib.suppress(RuleFileError):
        read_body(read_document(f"id: x\nname: y\nmembers: [A, B]\ncarried_by: {text}\n", "given"))


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_rule_has_references_and_words(name: str) -> None:
    file = body_file(name)
    assert file.rules
    for rules in file.rules.values():
        for rule in rules:
            assert rule.references
            assert in_words(rule).startswith("A proposal is carried when ")


def test_every_procedural_vote_names_its_authority() -> None:
    assert len(procedural_votes()) == 13
    assert all(vote.reference and vote.about for vote in procedural_votes().values())


@pytest.mark.parametrize(
    ("name", "on", "weight", "members", "total"),
    [
        ("us-electoral-college", date(2024, 11, 5), "electors", 51, 538),
        ("eu-council", date(2008, 1, 1), "votes", 27, 345),
        ("eu-council", date(1958, 1, 1), "votes", 6, 17),
        ("imf", date(2024, 2, 1), "quota", 190, 4_762_720),
        ("imf", date(2024, 2, 1), "votes", 190, 4_762_720 + 190 * 1459),
        ("imf", date(2025, 1, 1), "votes", 191, 4_763_720 + 191 * 1452),
    ],
)
def test_shipped_weights_add_up(name: str, on: date, weight: str, members: int, total: int) -> None:
    weights = decision_rule(name, on).weights[weight]
    assert (len(weights), sum(weights.values())) == (members, total)
