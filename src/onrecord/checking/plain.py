"""A claim as plain values, for JSON: what the text asserts, its members by the codes they had on the day."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from onrecord.checking.docket import Docket
from onrecord.checking.members import code_on, codes_on
from onrecord.reading.claims.figure import Figure
from onrecord.reading.claims.vote import Members, VoteClaim

OFFSETS = ("start", "end", "hedge_start", "hedge_end")
PLAIN = (str, int, float)
LEFT_OUT = (*OFFSETS, "sentence", "said_by", "present")


def plain_claim(claim: VoteClaim, docket: Docket, on: date | None) -> dict[str, Any]:
    """A claim's fields but for offsets and those of which the text says nothing; `body` unless it is a figure's.

    Members are a list of codes, as far as the words tell which they are, beside `members_as_written`.
    """
    body = {} if isinstance(claim, Figure) else {"body": docket.body}
    plain: dict[str, Any] = _plain(claim, docket, on)
    return body | plain


def _plain(value: Any, docket: Docket, on: date | None) -> Any:
    if value is None or isinstance(value, PLAIN):
        return value
    if isinstance(value, tuple | list):
        return [_plain(item, docket, on) for item in value]
    if not is_dataclass(value):
        return value.isoformat() if isinstance(value, date) else value
    shown: dict[str, Any] = {}
    for name, usual in _shown(value.__class__):
        item = getattr(value, name)
        if item is usual:  # as most are, and nothing is shown of them
            continue
        if isinstance(item, Members):
            shown |= {name: _codes(item, docket, on), f"{name}_as_written": item.text}
        elif item != usual:
            shown[name] = _plain(item, docket, on)
    return {name: item for name, item in shown.items() if item not in ("", [], {})}


def _codes(members: Members, docket: Docket, on: date | None) -> list[str]:
    meant = codes_on(members, docket, on) if on is not None else None
    if meant is None:
        meant = frozenset(code for named in members.named if (code := code_on(named, on)) is not None)
    return sorted(meant)


@cache
def _shown(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """Names of fields, and what they have where the text says nothing of it."""
    return tuple((field.name, field.default) for field in fields(kind) if field.name not in LEFT_OUT)
