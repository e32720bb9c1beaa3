"""Counts that a position in the same words tells better: "six abstained: Algeria, Brazil, …"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.claims.vote import Position, Tally, whole

SOME_OF_THEM = ("among them", "among those", "included", "with them", "with him")
"""Behind a count they name some of those counted."""


def told_by(tally: Tally, held: list[Position], text: str) -> bool:
    """Whether a position says the same and more: "six abstained: Algeria, Brazil, …".

    The votes that a text won, in so many words, are told of the text as well as of those that gave them.
    """
    if tally.others is not None:
        # "Two did not agree: Cuba and Yemen"
        return any(p.negated and p.members.named and p.start <= tally.end and tally.start <= p.end for p in held)
    roles = ("yes", "no", "abstain", "not voting")
    parts = (tally.yes, tally.no, tally.abstain, tally.not_voting)
    given = [r for r, part in zip(roles, parts, strict=True) if part is not None]
    return len(given) == 1 and any(
        p.choice == given[0]
        and (p.only or p.members.others or p.members.everyone or (p.total is not None and not _won(p, tally, text)))
        and p.start <= tally.end
        and tally.start <= p.end
        for p in held
    )


def counted_apart(position: Position, tallies: list[Tally]) -> Position:
    """ "The text had six abstentions, among them Chad": that it was six is what the count says, not what Chad did."""
    if position.total is None or len(position.members.named) >= whole(position.total):
        return position
    counts = [
        part
        for t in tallies
        if t.start <= position.end and position.start <= t.end
        for part in (t.no, t.abstain, t.not_voting)
        if part is not None
    ]
    return replace(position, total=None) if position.total in counts else position


def _won(position: Position, tally: Tally, text: str) -> bool:
    """Whether the number counts votes in favour, or more members than are named: "sixteen were against, New Zealand
    among them" counts sixteen and tells of one.
    """
    total = whole(position.total) if position.total is not None else 0
    if position.choice == "yes" and (
        " votes" in text[tally.start : tally.end] or 0 < len(position.members.named) < total
    ):
        return True
    words = text[tally.start : max(tally.end, position.end)]
    return len(position.members.named) < total and any(some in words for some in SOME_OF_THEM)
