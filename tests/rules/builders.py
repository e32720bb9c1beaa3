"""Small votes for the tests: a Council with its permanent members and E1, E2, ... as the elected ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.record.model import Certainty, Kind, Modality, Option, Outcome, VoteEvent
from onrecord.rules import decision_rule


def council(
    on: date, no: Sequence[str] = (), abstain: Sequence[str] = (), absent: Sequence[str] = ()
) -> dict[str, Option]:
    """The whole Council of that day voting in favour, but for those named."""
    rule = decision_rule("unsc", on)
    assert rule.size is not None
    elected = [f"E{number}" for number in range(1, rule.size - len(rule.veto_holders) + 1)]
    votes = dict.fromkeys([*rule.veto_holders, *elected], Option.YES)
    for option, members in ((Option.NO, no), (Option.ABSTAIN, abstain), (Option.NOT_VOTING, absent)):
        assert set(members) <= set(votes)
        votes |= dict.fromkeys(members, option)
    return votes


def vote_event(
    id: str,
    on: date,
    kind: Kind,
    resolution: str | None = None,
    modality: Modality = Modality.VOTE,
    yes: int | None = 11,
) -> VoteEvent:
    return VoteEvent(
        id=id, body="unsc", date=on, order=1, outcome=Outcome.UNKNOWN, kind=kind, modality=modality,
        resolution=resolution, draft=None, meeting=None, title="", agenda_item=None, yes=yes, no=0, abstain=0,
        not_voting=0, members=None, votes_known=False, vetoed_by=(), certainty=Certainty.CONFIRMED, sources=(),
    )  # fmt: skip
