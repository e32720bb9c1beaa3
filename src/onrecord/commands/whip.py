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

from onrecord.commands.listing import codes, day

if TYPE_CHECKING:
    from onrecord.record.model import Option
    from onrecord.record.store import Record
    from onrecord.rules import DecisionRule
    from onrecord.scenarios import Ways, Whip

_SHOWN = 6
_MOST_NAMES = 12


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("body", help="a body or proposal by name, or a .yml file")
    for option, says in (
        ("yes", "members in favour"),
        ("no", "members against"),
        ("abstain", "members that will abstain"),
        ("absent", "members that will take no part"),
    ):
        parser.add_argument(f"--{option}", default="", metavar="CODE,...", help=says)
    parser.add_argument("--on", type=day, metavar="DAY", help="who sits and which rule holds that day (default: today)")
    parser.add_argument("--matter", help="the kind of matter, such as procedural")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> int:
    import onrecord
    from onrecord.rules import decision_rule
    from onrecord.scenarios import members_on, whip

    record = onrecord.open()
    on = options.on or date.today()
    rule = decision_rule(options.body, on, options.matter)
    members = members_on(rule, record, on)
    positions = _positions(options, rule, record, members)
    names = {code: member.name for code, member in record.members.items()} | dict(rule.members)
    found = whip(rule, members, positions)
    print(_json(found) if options.format == "json" else _text(found, rule, positions, names, on))
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

    def listed(members: Sequence[str]) -> str:
        return ", ".join(names.get(member, member) for member in members)

    heads = {
        "carried": "Carried, whatever the undecided do.",
        "lost": "Lost, whatever the undecided do.",
        "open": "Open.",
    }
    lines = [f"{rule.body_name}, {on}", in_words(rule, names), "", heads[found.status]]
    for option in dict.fromkeys(positions.values()):
        members = [member for member, own in positions.items() if own is option]
        lines.append(f"  {option} ({len(members)}): {listed(members)}")
    lines.append(f"  undecided ({len(found.undecided)}): {listed(found.undecided)}")
    lines.append(f"As it stands, the undecided abstaining: {found.as_it_stands.reason}")
    if found.status == "open":
        lines += ["Fewest to win, the other undecided abstaining:", *_ways(found.ways_to_win, names)]
        if found.must_not_oppose:
            lines.append(f"None of these must vote against: {listed(found.must_not_oppose)}")
        lines += ["Fewest to block, voting against:", *_ways(found.ways_to_block, names)]
        lines += _pivotal(found, names)
    if found.indispensable:
        lines.append(f"It would fall if one of these turned against it: {listed(found.indispensable)}")
    return "\n".join(lines)


def _ways(ways: Ways | None, names: dict[str, str]) -> list[str]:
    if ways is None:
        return ["  too many combinations to look through"]
    if ways.fewest == 0:
        return ["  none: it passes if they do"]
    from onrecord.rules.words import joined

    lines = []
    for way in ways.ways[:_SHOWN]:
        whole = [names.get(member, member) for number, group in way.parts if number == len(group) for member in group]
        some = [f"{number} of {joined(_some(group, names))}" for number, group in way.parts if number < len(group)]
        lines.append(f"  {ways.fewest}: " + "; ".join([joined(whole)] * bool(whole) + some))
    hidden = len(ways.ways) - _SHOWN
    if hidden > 0 or not ways.complete:
        lines.append(
            f"  and {f'{hidden:,} or ' if hidden > 0 else ''}{'more' if not ways.complete else 'as many'} such ways"
        )
    return lines


def _some(members: Sequence[str], names: dict[str, str]) -> list[str]:
    named = [names.get(member, member) for member in members[:_MOST_NAMES]]
    return named if len(members) <= _MOST_NAMES else [*named, f"{len(members) - _MOST_NAMES} more"]


def _pivotal(found: Whip, names: dict[str, str]) -> list[str]:
    if found.chances is None:
        return ["Who decides how often is out of reach of exact counting here."]
    alike: dict[float, list[str]] = {}
    for member in found.pivotal:
        alike.setdefault(float(found.chances[member]), []).append(names.get(member, member))
    rows = [f"  {chance:7.2%}  {', '.join(members)}" for chance, members in sorted(alike.items(), reverse=True)]
    return ["How often each decides, were the others to toss coins:", *rows]


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
        "undecided": found.undecided,
        "must_not_oppose": found.must_not_oppose,
        "pivotal": found.pivotal,
        "chances": None if found.chances is None else {member: float(own) for member, own in found.chances.items()},
        "indispensable": found.indispensable,
        "ways_to_win": plain(found.ways_to_win),
        "ways_to_block": plain(found.ways_to_block),
    }
    return json.dumps(document, ensure_ascii=False, indent=1)
