"""Voting power under a body's rules: how much each member can decide, exactly.

Members with the same power share a row; CSV and JSON have a row a member, with the exact fraction.

Examples:
  onrecord power unsc
  onrecord power unsc --abstention
  onrecord power eu-council --index all
  onrecord power imf --matter "eighty-five per cent" --index banzhaf
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.commands.arguments import add_rule, rule_asked
from onrecord.commands.listing import Listing, add_format, print_listing

if TYPE_CHECKING:
    from onrecord.power import Power
    from onrecord.rules import DecisionRule

_USUAL = ("shapley-shubik", "banzhaf", "banzhaf-normalised")
_WITH_ABSTENTION = ("shapley-shubik", "banzhaf")
_MOST_NAMES = 6


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--index",
        metavar="NAME,...",
        help="shapley-shubik, banzhaf, banzhaf-normalised, coleman-prevent, coleman-initiate, rae, public-good, "
        "deegan-packel, johnston, shift, or all",
    )
    add_rule(parser, "members and rule of that day")
    parser.add_argument("--abstention", action="store_true", help="with abstention as a third choice")
    parser.add_argument("--samples", type=int, metavar="N", help="estimate from N random draws instead of counting")
    parser.add_argument("--seed", type=int, default=0, help="of the random draws (default: 0)")
    parser.add_argument("--picture", type=Path, metavar="FILE", help="draw bars into a .png, .svg or .pdf file")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    import onrecord

    record = onrecord.open()
    rule, members, names = rule_asked(options, record)
    power, note = _measured(options, rule, members)
    by_member = options.format != "table"
    listing = _by_member(power, rule, names, note) if by_member else _by_class(power, rule, names, note, options.on)
    if options.picture is not None and power.values:
        from onrecord.pictures import power_bars

        power_bars(power, rule, names, options.picture)
    print_listing(listing, record, options)
    return 0


def _measured(options: argparse.Namespace, rule: DecisionRule, members: Sequence[str]) -> tuple[Power, str]:
    from onrecord.power import INDICES, PowerError, TernaryGame, game_of, measure, measure_with_abstention
    from onrecord.power.measure import is_slow
    from onrecord.report.output import progress_line

    game = game_of(rule, members)
    indices = _indices(options, INDICES)
    if options.abstention:
        if options.samples is not None:
            raise PowerError("--abstention is worked out exactly; leave --samples out")
        coin = "With abstention the coin has three sides, each as likely: yes, abstention and no."
        with progress_line("counted") as progress:
            return measure_with_abstention(TernaryGame(rule, tuple(members)), indices, progress), coin
    slow = [] if options.index or options.samples else [index for index in indices if is_slow(game, index)]
    note = f"--index {','.join(slow)} may take minutes here and is left out unless asked for" if slow else ""
    chosen = [index for index in indices if index not in slow]
    with progress_line("counted") as progress:
        return measure(game, chosen, options.samples, options.seed, progress), note


def _indices(options: argparse.Namespace, known: Mapping[str, Any]) -> tuple[str, ...]:
    if options.index is None:
        return _WITH_ABSTENTION if options.abstention or options.samples is not None else _USUAL
    if options.index.strip() == "all":
        return tuple(known)
    return tuple(part.strip() for part in options.index.split(",") if part.strip())


def _by_class(power: Power, rule: DecisionRule, names: Mapping[str, str], note: str, on: date) -> Listing:
    """One row for all members with the same weights and values, the mightiest first."""
    from onrecord.rules.reading import ONE_MATTER

    weights = list(rule.weights)
    alike: dict[tuple[Any, ...], list[str]] = {}
    for place, player in enumerate(power.players):
        own = tuple(rule.weights[weight][player] for weight in weights)
        values = tuple(column[place] for column in power.values.values())
        errors = tuple(column[place] for column in power.standard_errors.values())
        alike.setdefault((values, errors, own, player in rule.veto_holders), []).append(names.get(player, player))
    ordered = sorted(alike.items(), key=lambda item: tuple(-float(value) for value in (*item[0][0], *item[0][2])))
    rows = [
        (_shortened(who), len(who), *own, *(f"{float(value):.6f}" for value in values), *(f"{e:.6f}" for e in errors))
        for (values, errors, own, _), who in ordered
    ]
    errors_heads = [f"{index} ±" for index in power.standard_errors]
    columns = ("members", "number", *weights, *power.values, *errors_heads)
    only = f"This holds for votes on {', '.join(rule.topics)} alone." if rule.topics else ""
    said = (*_meanings(power), _whole(power), *_left_out(power), note, only, f"Rule: {rule.id}")
    lines = [line for line in said if line]
    matter = f" ({rule.matter})" if rule.matter != ONE_MATTER else ""
    title = f"{rule.body_name}{matter} on {on}: voting power of {len(power.players)} members"
    return Listing(columns, rows, [rule.id] * len(rows), title, "\n".join(lines))


def _by_member(power: Power, rule: DecisionRule, names: Mapping[str, str], note: str) -> Listing:
    columns = ["member", "name", *rule.weights]
    for index in power.values:
        columns += [index, f"{index}_standard_error" if index in power.standard_errors else f"{index}_exact"]
    rows = []
    for place, player in enumerate(power.players):
        row: list[Any] = [player, names.get(player, player), *(own[player] for own in rule.weights.values())]
        for index, values in power.values.items():
            beside = power.standard_errors.get(index)
            row += [float(values[place]), beside[place] if beside else str(values[place])]
        rows.append(tuple(row))
    return Listing(tuple(columns), rows, [rule.id] * len(rows), note=note)


def _whole(power: Power) -> str:
    if power.collectivity is None:
        return ""
    return f"Of all ways to vote yes or no, {float(power.collectivity):.4%} carry a proposal (Coleman's power to act)."


def _meanings(power: Power) -> list[str]:
    """What each column says, in a line."""
    from onrecord.power import INDICES

    return [f"{index}: {INDICES[index].says}" for index in power.values]


def _left_out(power: Power) -> list[str]:
    return [f"{index}: {reason}" for index, reason in power.left_out.items()]


def _shortened(names: Sequence[str]) -> str:
    from onrecord.rules.words import gathered

    told = gathered(names)
    if len(told) <= _MOST_NAMES:
        return ", ".join(told)
    return f"{', '.join(names[: _MOST_NAMES - 1])} and {len(names) - _MOST_NAMES + 1} more"
