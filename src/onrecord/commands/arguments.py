"""What several commands take alike: a day, a stretch of days, members by code or name."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.record.store import Record
    from onrecord.rules import DecisionRule


def day(text: str) -> date:
    """An argument's type: a day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as 2025-06-05") from None


def year(text: str) -> int:
    """An argument's type: a calendar year of four digits."""
    if len(text) != 4 or not text.isascii() or not text.isdigit() or text == "0000":
        raise argparse.ArgumentTypeError(f"{text!r} is not a year; write it as 2025")
    return int(text)


def add_period(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--since", type=day, metavar="DAY", help="first day, YYYY-MM-DD")
    parser.add_argument("--until", type=day, metavar="DAY", help="last day")


def in_period(options: argparse.Namespace, first: date, last: date) -> bool:
    """Whether a stretch of days touches the one that `add_period` asked for."""
    return (options.since is None or last >= options.since) and (options.until is None or first <= options.until)


def add_rule(parser: argparse.ArgumentParser, on: str) -> None:
    parser.add_argument("body", help="a body or proposal by name, or a .yml file")
    parser.add_argument("--on", type=day, default=date.today(), metavar="DAY", help=f"{on} (default: today)")
    parser.add_argument("--matter", help="the kind of matter, such as procedural")


def rule_asked(options: argparse.Namespace, record: Record) -> tuple[DecisionRule, tuple[str, ...], dict[str, str]]:
    """The rule that `add_rule` asked for, who sits under it that day, and what members are called."""
    from onrecord.rules import decision_rule
    from onrecord.scenarios import members_on

    rule = decision_rule(options.body, options.on, options.matter)
    names = {code: member.name for code, member in record.members.items()} | dict(rule.members)
    return rule, members_on(rule, record, options.on), names


def codes(record: Record, text: str) -> tuple[str, ...]:
    """Member codes from codes or names joined by commas: "USA", "United States,France"; RecordError where unknown."""
    from onrecord.errors import RecordError

    found = []
    for part in (part.strip() for part in text.split(",")):
        if part.upper() in record.members:
            found.append(part.upper())
            continue
        named = {alias.code for alias in record.aliases if alias.alias.casefold() == part.casefold()}
        named |= {code for code, member in record.members.items() if part.casefold() == member.name.casefold()}
        named &= set(record.members)
        if len(named) != 1:
            may = f" may be {', '.join(sorted(named))}" if named else " names no member"
            raise RecordError(f"{part!r}{may}; write the code, such as USA, RUS or SUN")
        found.extend(named)
    return tuple(found)
