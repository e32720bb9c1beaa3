"""Who can still carry or block a draft, given how some members will vote.

Members are codes or names joined by commas; those not named are undecided.

Examples:
  onrecord whip unsc --yes USA,GBR,FRA,DNK,GRC,SVN,KOR --no DZA --abstain PAK --on 2025-06-01
  onrecord whip eu-council --no POL,HUN
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from onrecord.commands.arguments import add_rule, codes, rule_asked

if TYPE_CHECKING:
    from onrecord.record.model import Option
    from onrecord.record.store import Record
    from onrecord.rules import DecisionRule
    from onrecord.scenarios import Ways, Whip

_SHOWN = 6
_MOST_NAMES = 12
_MOST_LISTED = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    for option, says in (
        ("yes", "members in favour"),
        ("no", "members against"),
        ("abstain", "members that will abstain"),
        ("absent", "members that will take no part"),
    ):
        parser.add_argument(f"--{option}", default="", metavar="CODE,...", help=says)
    add_rule(parser, "who sits and which rule holds that day")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(options: argparse.Namespace) -> int:
    import onrecord
    from onrecord.scenarios import whip

    record = onrecord.open()
    rule, members, names = rule_asked(options, record)
    positions = _positions(options, rule, record, members)
    found = whip(rule, members, positions, names)
    print(_json(found) if options.format == "json" else _text(found, rule, positions, names, options.on))
    return 0


def _positions(
    options: argparse.Namespace, rule: DecisionRule, record: Record, members: Sequence[str]
) -> dict[str, Option]:
    from onrecord.record.model import Option
    from onrecord.scenarios import WhipError

    positions: dict[str, Option] = {}
    lists = {"yes": Option.YES, "no": Option.NO, "abstain": Option.ABSTAIN, "absent": Option.NOT_VOTING}
    for name, option in lists.items():
        text = getattr(options, name).strip()
        for member in _members(text, rule, record, members) if text else ():
            if member not in members:
                raise WhipError(f"--{name} names {member}, which has no seat; the members are {', '.join(members)}")
            if positions.get(member, option) is not option:
                raise WhipError(f"{member} is named under --{name} and as {positions[member]} as well; name it once")
            positions[member] = option
    return positions


def _members(text: str, rule: DecisionRule, record: Record, members: Sequence[str]) -> tuple[str, ...]:
    """Codes from codes or names; those of the rule's own file first."""
    own = {name.casefold(): code for code, name in rule.members.items()} | {code.casefold(): code for code in members}
    found: list[str] = []
    for part in (part.strip() for part in text.split(",")):
        found += [own[part.casefold()]] if part.casefold() in own else codes(record, part)
    return tuple(found)


def _text(found: Whip, rule: DecisionRule, positions: dict[str, Option], names: dict[str, str], on: date) -> str:
    from onrecord.rules import in_words
    from onrecord.rules.words import gathered

    def listed(members: Sequence[str]) -> str:
        shown = gathered([names.get(member, member) for member in members[:_MOST_LISTED]])
        hidden = max(0, len(members) - _MOST_LISTED)
        return ", ".join(shown) + (f" and {hidden} more" if hidden else "")

    lines = [f"{rule.body_name}, {on}", in_words(rule, names), "", _status(found)]
    for option in dict.fromkeys(positions.values()):
        members = [member for member, own in positions.items() if own is option]
        lines.append(f"  {option} ({len(members)}): {listed(members)}")
    if found.undecided:
        lines.append(f"  undecided ({len(found.undecided)}): {listed(found.undecided)}")
    if found.status == "open":
        lines.append(f"Should the undecided all abstain: {found.as_it_stands.reason}")
        lines += _ways(found.ways_to_win, names, "To carry it, the other undecided abstaining")
        lines += _blocking(found, names)
        lines += _pivotal(found, names)
    if found.indispensable:
        lines.append(f"It would fall if any one of these turned against it: {listed(found.indispensable)}")
    return "\n".join(lines)


def _status(found: Whip) -> str:
    if found.status == "open":
        return "Open."
    if not found.undecided:
        return f"{found.status.capitalize()}. {found.as_it_stands.reason}"
    if found.status == "lost":
        return f"Lost, even with all the undecided in favour. {found.at_best.reason}"
    return f"Carried, even with all the undecided against. {found.at_worst.reason}"


def _blocking(found: Whip, names: dict[str, str]) -> list[str]:
    from onrecord.rules.words import gathered, joined

    if 0 < len(found.must_not_oppose) <= _MOST_NAMES:
        who = joined(gathered([names.get(member, member) for member in found.must_not_oppose], each=True), "or")
        return [f"A vote against by {who} is enough to defeat it."]
    return _ways(found.ways_to_block, names, "To block it by voting against, all the others in favour")


def _ways(ways: Ways | None, names: dict[str, str], head: str) -> list[str]:
    if ways is None:
        return [f"{head}: too many combinations to look through."]
    if ways.fewest == 0:
        return [f"{head}: nobody more is needed."]
    from onrecord.rules.words import counted, gathered, joined

    lines = [f"{head}, it takes {counted(ways.fewest, 'member')}:"]
    for way in ways.ways[:_SHOWN]:
        whole = [names.get(member, member) for number, group in way.parts if number == len(group) for member in group]
        some = [
            f"{'one' if number == 1 else f'any {number}'} of {joined(_some(group, names))}"
            for number, group in way.parts
            if number < len(group)
        ]
        lines.append("  - " + "; with ".join([joined(gathered(whole))] * bool(whole) + some))
    hidden = len(ways.ways) - _SHOWN
    if hidden > 0:
        lines.append(f"  and {counted(hidden, 'more such set')}" + (" at least" if not ways.complete else ""))
    elif not ways.complete:
        lines.append("  and maybe more such sets")
    return lines


def _some(members: Sequence[str], names: dict[str, str]) -> list[str]:
    from onrecord.rules.words import gathered

    named = [names.get(member, member) for member in members]
    told = gathered(named)
    return told if len(told) <= _MOST_NAMES else [*named[:_MOST_NAMES], f"{len(named) - _MOST_NAMES} more"]


def _pivotal(found: Whip, names: dict[str, str]) -> list[str]:
    if found.chances is None:
        return ["How often each would decide is out of reach of exact counting here."]
    from onrecord.rules.words import joined

    alike: dict[float, list[str]] = {}
    for member in found.pivotal:
        alike.setdefault(float(found.chances[member]), []).append(member)
    rows = [
        f"  {chance:7.2%}  {joined(_some(members, names))}" for chance, members in sorted(alike.items(), reverse=True)
    ]
    lines = [
        "How often each would decide, if every other undecided member voted yes or no by the toss of a coin:",
        *rows,
    ]
    return [*lines, *_if_others_abstain(found, names)]


def _if_others_abstain(found: Whip, names: dict[str, str]) -> list[str]:
    """Members who decide nothing while all vote, yet are in a smallest way to win or to block."""
    used = {
        member
        for ways in (found.ways_to_win, found.ways_to_block)
        for way in (ways.ways if ways else ())
        for _, group in way.parts
        for member in group
    }
    others = [member for member in found.undecided if member in used and member not in found.pivotal]
    from onrecord.rules.words import joined

    return [f"These decide only where others abstain: {joined(_some(others, names))}"] if others else []


def _json(found: Whip) -> str:
    import json

    def plain(ways: Ways | None) -> object:
        if ways is None:
            return None
        listed = [[{"of": list(members), "number": number} for number, members in way.parts] for way in ways.ways]
        return {"fewest": ways.fewest, "complete": ways.complete, "ways": listed}

    document = {
        "status": found.status,
        "as_it_stands": {"outcome": found.as_it_stands.outcome, "reason": found.as_it_stands.reason},
        "at_best": {"outcome": found.at_best.outcome, "reason": found.at_best.reason},
        "at_worst": {"outcome": found.at_worst.outcome, "reason": found.at_worst.reason},
        "undecided": found.undecided,
        "must_not_oppose": found.must_not_oppose,
        "pivotal": found.pivotal,
        "chances": None if found.chances is None else {member: float(own) for member, own in found.chances.items()},
        "indispensable": found.indispensable,
        "ways_to_win": plain(found.ways_to_win),
        "ways_to_block": plain(found.ways_to_block),
    }
    return json.dumps(document, ensure_ascii=False, indent=1)
