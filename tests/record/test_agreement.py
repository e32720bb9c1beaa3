"""How often members voted alike: by hand, by year, and all pairs at once against one pair at a time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.agreement import TOOK_PART, agreement, agreement_by_year, agreement_matrix
from onrecord.record.model import Option
from onrecord.record.searching import Search
from onrecord.record.store import Record

YES, NO, ABSTAIN, ABSENT = Option.YES, Option.NO, Option.ABSTAIN, Option.NOT_VOTING


@pytest.mark.parametrize(
    ("votes", "compared", "same", "opposite", "share"),
    [
        ([{"A": YES, "B": YES}], 1, 1, 0, 1.0),
        ([{"A": YES, "B": NO}], 1, 0, 1, 0.0),
        ([{"A": YES, "B": ABSTAIN}], 1, 0, 0, 0.0),
        ([{"A": ABSTAIN, "B": ABSTAIN}], 1, 1, 0, 1.0),
        ([{"A": YES, "B": ABSENT}], 0, 0, 0, None),
        ([{"A": ABSENT, "B": ABSENT}], 0, 0, 0, None),
        ([{"A": YES}], 0, 0, 0, None),
        ([{"A": YES, "B": YES}, {"A": NO, "B": YES}, {"A": NO, "B": ABSENT}], 2, 1, 1, 0.5),
    ],
)
def test_agreement_of_two(
    votes: list[dict[str, Option]], compared: int, same: int, opposite: int, share: float | None
) -> None:
    found = agreement(votes, "A", "B")
    assert (found.votes, found.same, found.opposite, found.share) == (compared, same, opposite, share)
    assert agreement(votes, "B", "A") == found


MEMBERS = ("A", "B", "C", "D")


@given(st.lists(st.dictionaries(st.sampled_from(MEMBERS), st.sampled_from(list(Option))), max_size=20))
def test_the_matrix_holds_every_pair_s_agreement(votes: list[dict[str, Option]]) -> None:
    rows = [
        (MEMBERS.index(member), event, TOOK_PART.index(option) if option in TOOK_PART else -1)
        for event, options in enumerate(votes)
        for member, option in options.items()
    ]
    columns = np.array(rows, dtype=np.int32).reshape(-1, 3)
    matrix = agreement_matrix(MEMBERS, columns[:, 0], columns[:, 1], columns[:, 2])
    for i, one in enumerate(MEMBERS):
        for j, other in enumerate(MEMBERS):
            found = agreement(votes, one, other)
            assert (matrix.votes[i, j], matrix.same[i, j]) == (found.votes, found.same)


@pytest.mark.parametrize("body", ["unsc", "unga"])
def test_the_record_s_matrix_equals_the_plain_self_join(record: Record, body: str) -> None:
    matrix = record.agreement_matrix(body)
    place = {member: index for index, member in enumerate(matrix.members)}
    joined = record.sql(
        "select a.member, b.member, count(*), count(*) filter (a.option = b.option) from votes a join votes b "
        "using (vote_event) where a.option <> 'not voting' and b.option <> 'not voting' "
        f"and vote_event in (select id from vote_events where body = '{body}') group by all"
    ).fetchall()
    votes, same = np.zeros_like(matrix.votes), np.zeros_like(matrix.same)
    for one, other, compared, alike in joined:
        votes[place[one], place[other]], same[place[one], place[other]] = compared, alike
    assert (votes == matrix.votes).all()
    assert (same == matrix.same).all()


def test_a_search_narrows_the_matrix(record: Record) -> None:
    matrix = record.agreement_matrix("unsc", Search(topic="climate-security"))
    assert matrix.votes.max() == 1


def test_no_votes_no_pairs(record: Record) -> None:
    matrix = record.agreement_matrix("unsc", Search(text="no such words"))
    assert matrix.votes.sum() == 0
    assert np.isnan(matrix.share()).all()


def test_by_year_adds_up_to_all(record: Record) -> None:
    votes = record.all_votes("unsc")
    by_year = agreement_by_year(record.vote_events("unsc"), votes, "USA", "GBR")
    total = agreement(votes.values(), "USA", "GBR")
    assert sum(found.votes for found in by_year.values()) == total.votes
    assert sum(found.same for found in by_year.values()) == total.same
    assert list(by_year) == sorted(by_year)
