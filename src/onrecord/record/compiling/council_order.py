"""The order of the Council's votes within a day, as far as meetings, symbols and numbers show it.

Amendments and parts come before the text they belong to (provisional rules of procedure of the Security Council,
rules 32 and 36); resolutions are numbered in the order of their adoption.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from onrecord.record.compiling.council import Draft


def put_in_order(events: Mapping[str, Draft]) -> list[Draft]:
    """All events by day and place; sets each one's `order`, from 1."""
    by_day: defaultdict[date, list[Draft]] = defaultdict(list)
    for event in events.values():
        by_day[event.date].append(event)
    ordered: list[Draft] = []
    for day in sorted(by_day):
        for place, event in enumerate(_day(by_day[day]), 1):
            event.order = place
            ordered.append(event)
    return ordered


def _day(events: list[Draft]) -> list[Draft]:
    ordered = sorted(events, key=_place)
    numbered = iter(sorted((event for event in events if event.resolution), key=lambda e: _numbers(e.resolution)))
    ordered = [next(numbered) if event.resolution else event for event in ordered]
    for event in sorted((event for event in events if event.before), key=lambda e: e.id):
        ordered.remove(event)
        ordered.insert(next(place for place, other in enumerate(ordered) if other.id == event.before), event)
    return ordered


def _place(event: Draft) -> tuple[object, ...]:
    meeting = re.match(r"S/PV\.(\d+)", event.meeting or "")
    text = event.kind not in ("amendment", "part")
    return (int(meeting[1]) if meeting else 10**6, text, _numbers(event.draft or event.id), _numbers(event.id))


def _numbers(symbol: str | None) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", symbol or ""))
