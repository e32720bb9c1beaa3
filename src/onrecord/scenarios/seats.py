"""Who sits where a rule is to be applied on a day: the file's members, the record's, and seats nobody held."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from onrecord.rules import DecisionRule, RuleError

if TYPE_CHECKING:
    from onrecord.record.store import Record


def members_on(rule: DecisionRule, record: Record | None, on: date) -> tuple[str, ...]:
    """Codes of the members, in the file's order, or permanent members first and by name.

    Seats that a proposed rule adds are veto holders the record does not know and then "new seat 1" and so on.
    RuleError where the record does not say who sat.
    """
    if rule.members:
        return tuple(rule.members)
    sitting = _recorded(rule, record, on) if record is not None else ()
    if not sitting and rule.size is None:
        raise RuleError(f"the record does not say who sat on {rule.body_name} on {on}")
    if not sitting:
        sitting = rule.veto_holders
    sitting += tuple(holder for holder in rule.veto_holders if holder not in sitting)
    missing = (rule.size or len(sitting)) - len(sitting)
    if missing < 0:
        raise RuleError(f"{rule.body_name} has {rule.size} seats, but {len(sitting)} members sat on {on}")
    return (*sitting, *(f"new seat {number}" for number in range(1, missing + 1)))


def _recorded(rule: DecisionRule, record: Record, on: date) -> tuple[str, ...]:
    if rule.body not in record.bodies:
        return ()

    def name(member: str) -> str:
        letters = unicodedata.normalize("NFKD", record.members[member].name)
        return "".join(letter for letter in letters if not unicodedata.combining(letter))

    seats = sorted(record.seats(rule.body, on), key=lambda term: (term.kind != "permanent", name(term.member)))
    if seats:
        return tuple(term.member for term in seats)
    # The Assembly's terms are not in the record; its last recorded vote by then names every member, voting or not.
    voted = (event for event in reversed(record.vote_events(rule.body)) if event.date <= on and event.votes_known)
    last = next(voted, None)
    return tuple(sorted(record.votes(last.id), key=name)) if last else ()
