"""How often members voted alike.

Two members agree on a vote event when both took part and chose the same option; where one of them took no part the
event says nothing of the pair (Lijphart, The Analysis of Bloc Voting in the General Assembly, American Political
Science Review 57, 1963). The matrix of all pairs is a product of 0/1 matrices, one column a member.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.record.model import Option, VoteEvent

if TYPE_CHECKING:
    import numpy as np

    from onrecord.record.tables import Tables

TOOK_PART = (Option.YES, Option.NO, Option.ABSTAIN)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two members over some vote events."""

    votes: int
    """Vote events on which both took part: the number that the share rests on."""
    same: int
    opposite: int
    """One voted yes, the other no."""

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None where there is no vote to compare."""
        return self.same / self.votes if self.votes else None


def agreement(votes: Iterable[Mapping[str, Option]], one: str, other: str) -> Agreement:
    """Compare two members, vote event by vote event."""
    compared = same = opposite = 0
    for options in votes:
        first, second = options.get(one), options.get(other)
        if first in TOOK_PART and second in TOOK_PART:
            compared += 1
            same += first is second
            opposite += {first, second} == {Option.YES, Option.NO}
    return Agreement(compared, same, opposite)


def agreement_by_year(
    events: Iterable[VoteEvent], votes: Mapping[str, Mapping[str, Option]], one: str, other: str
) -> dict[int, Agreement]:
    """By calendar year, years without a vote to compare left out."""
    by_year: dict[int, list[Mapping[str, Option]]] = {}
    for event in events:
        by_year.setdefault(event.date.year, []).append(votes.get(event.id, {}))
    found = {year: agreement(options, one, other) for year, options in sorted(by_year.items())}
    return {year: result for year, result in found.items() if result.votes}


@dataclass(frozen=True, slots=True)
class AgreementMatrix:
    """Every pair of members over some vote events; all three matrices are symmetric."""

    members: tuple[str, ...]
    votes: np.ndarray[Any, np.dtype[np.int32]]
    """(members, members): vote events on which both took part."""
    same: np.ndarray[Any, np.dtype[np.int32]]
    """(members, members): events on which both chose the same option."""

    def share(self) -> np.ndarray[Any, np.dtype[np.float64]]:
        """(members, members): between 0 and 1; NaN where there is no vote to compare."""
        import numpy as np

        with np.errstate(invalid="ignore", divide="ignore"):
            shares: np.ndarray[Any, np.dtype[np.float64]] = self.same / self.votes
        return shares


def agreement_matrix(
    members: tuple[str, ...],
    member: np.ndarray[Any, np.dtype[Any]],
    event: np.ndarray[Any, np.dtype[Any]],
    option: np.ndarray[Any, np.dtype[Any]],
) -> AgreementMatrix:
    """From one row a vote: index of the member, of the vote event, and of the option in TOOK_PART.

    Rows whose event or option is -1 are left out.
    """
    import numpy as np

    kept = (event >= 0) & (option >= 0)
    member, event, option = member[kept], event[kept], option[kept]
    events, options, size = int(event.max(initial=-1)) + 1, len(TOOK_PART), len(members)
    # Counts stay far below 2**24, so 32-bit floats hold them exactly and use the fast matrix product.
    chosen = np.zeros((events * options, size), dtype=np.float32)
    chosen[event * options + option, member] = 1
    took_part = chosen.reshape(events, options, size).sum(axis=1)
    same, votes = chosen.T @ chosen, took_part.T @ took_part
    return AgreementMatrix(members, votes.astype(np.int32), same.astype(np.int32))


def matrix_over(tables: Tables, body: str, where: str) -> AgreementMatrix:
    """The matrix over a body's vote events that fit a condition on rows `e` of `vote_events`.

    Enumerations number members and vote events several times faster than joins on their strings do.
    """
    numbered = {
        "numbered_member": f"select distinct member from {{votes {body}}} order by member",
        "numbered_event": f"select e.id from {{vote_events}} e where {where} order by e.id",
    }
    for name, values in numbered.items():
        tables.execute(f"drop type if exists {name}")
        tables.execute(f"create type {name} as enum ({values})")
    options = " ".join(f"when '{option.value}' then {place}" for place, option in enumerate(TOOK_PART))
    columns = tables.execute(
        "select enum_code(member::numbered_member)::integer as member, "
        "coalesce(enum_code(try_cast(vote_event as numbered_event)), -1)::integer as event, "
        f"case option {options} else -1 end::tinyint as option from {{votes {body}}}"
    ).fetchnumpy()
    [(codes,)] = tables.execute("select enum_range(null::numbered_member)").fetchall()
    return agreement_matrix(tuple(codes), columns["member"], columns["event"], columns["option"])
