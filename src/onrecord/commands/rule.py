"""How a body decides: the rule in words, its parameters and what they rest on.

Without a name, the bodies and proposals that come with onrecord are listed; a name may also be a YAML file.

Examples:
  onrecord rule unsc --on 1960-01-01
  onrecord rule eu-council
  onrecord rule my-club.yml
"""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING, Any

from onrecord.commands.arguments import day

if TYPE_CHECKING:
    from onrecord.rules import BodyFile, DecisionRule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("body", nargs="?", help="a body or proposal by name, or a .yml file")
    parser.add_argument("--on", type=day, default=date.today(), metavar="DAY", help="that day's (default: today's)")
    parser.add_argument("--matter", help="one kind of matter alone, such as procedural")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(options: argparse.Namespace) -> int:
    from onrecord.rules import body_file, decision_rule

    if options.body is None:
        print(_shipped())
        return 0
    file = body_file(options.body)
    matters = [options.matter] if options.matter else list(file.rules)
    rules = [decision_rule(options.body, options.on, matter) for matter in matters]
    if options.format == "json":
        import json

        print(json.dumps([_plain(rule) for rule in rules], ensure_ascii=False, indent=1))
    else:
        print(_text(file, rules, options.on))
    return 0


def _shipped() -> str:
    from onrecord.rules import body_file, shipped

    lines = []
    for head, folder in (("Bodies", ""), ("Proposals for the Security Council", "reforms")):
        names = [name for name, own in shipped().items() if own == folder]
        width = max(map(len, names))
        lines += [head, *(f"  {name:<{width}}  {body_file(name).name}" for name in names), ""]
    return "\n".join((*lines, "onrecord rule NAME says how each decides."))


def _text(file: BodyFile, rules: list[DecisionRule], on: date) -> str:
    names = _names(file)
    blocks = [f"{file.name}, {on}"]
    if file.description:
        blocks.append(file.description)
    blocks += [_one(rule, names, several=len(file.rules) > 1) for rule in rules]
    return "\n\n".join(blocks)


def _one(rule: DecisionRule, names: dict[str, str], several: bool) -> str:
    from onrecord.rules import in_words
    from onrecord.rules.words import gathered

    lines = [f"{rule.matter.capitalize()}: " * several + in_words(rule, names)]
    stretch = [f"since {rule.start}" if rule.start else "", f"until {rule.end}" if rule.end else ""]
    parameters = {
        "in force": " ".join(part for part in stretch if part) or "at all times",
        "members": rule.size,
        "votes in favour needed": rule.affirmative_votes_needed,
        "who may veto": ", ".join(gathered([names.get(holder, holder) for holder in rule.veto_holders])) or "nobody",
        "vetoes needed": rule.veto.needed if rule.veto else None,
        "only on topics": ", ".join(rule.topics) or None,
        "rule": rule.id,
    }
    width = max(map(len, parameters))
    lines += [f"  {key:<{width}}  {value}" for key, value in parameters.items() if value is not None]
    lines += ["  rests on", *(f"  - {reference}" for reference in rule.references)]
    return "\n".join(lines)


def _names(file: BodyFile) -> dict[str, str]:
    if not file.seated:
        return {}
    import onrecord

    return {code: member.name for code, member in onrecord.open().members.items()}


def _plain(rule: DecisionRule) -> dict[str, Any]:
    from onrecord.rules import in_words

    return {
        "id": rule.id,
        "body": rule.body,
        "matter": rule.matter,
        "start": rule.start and rule.start.isoformat(),
        "end": rule.end and rule.end.isoformat(),
        "size": rule.size,
        "affirmative_votes_needed": rule.affirmative_votes_needed,
        "veto_holders": list(rule.veto_holders),
        "vetoes_needed": rule.veto.needed if rule.veto else None,
        "topics": list(rule.topics),
        "words": in_words(rule),
        "references": list(rule.references),
    }
