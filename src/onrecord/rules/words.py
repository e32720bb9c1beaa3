"""Rules and numbers in plain English, from the parameters alone, so that the words cannot drift from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from onrecord.rules.model import MEMBERS, Among, AnyOf, Condition, DecisionRule, Majority, Veto, majorities

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SHARES = {Fraction(1, 2): "half", Fraction(2, 3): "two thirds", Fraction(3, 4): "three quarters"}


def number(amount: int) -> str:
    return f"{amount:,}"


def counted(amount: int, thing: str, in_words: bool = False) -> str:
    """`1 vote`, `13 votes`; with `in_words` as in prose: "a permanent member", "two permanent members"."""
    plural = thing if thing.endswith("s") or amount == 1 else f"{thing}s"
    if in_words and amount == 1:
        return f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}"
    return f"{_NUMBERS[amount] if in_words and amount < len(_NUMBERS) else number(amount)} {plural}"


def joined(parts: Sequence[str], word: str = "and") -> str:
    """Parts as a sentence lists them: `A`, `A and B`, `A, B and C`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def gathered(names: Sequence[str], each: bool = False) -> list[str]:
    """Names with numbered ones in a row told together: `new seat 1`, `new seat 2`, `new seat 3` as `new seats 1 to 3`.

    With `each` as "any of new seats 1 to 3", for sentences that are about one of them.
    """
    told: list[str] = []
    runs: list[tuple[str, int, int]] = []
    for name in names:
        stem, _, last = name.rpartition(" ")
        place = int(last) if stem and last.isdecimal() else None
        if place is not None and runs and runs[-1][0] == stem and runs[-1][2] + 1 == place:
            runs[-1] = (stem, runs[-1][1], place)
            told[-1] = f"{'any of ' * each}{stem}s {runs[-1][1]} to {place}"
            continue
        told.append(name)
        runs.append((stem, place, place) if place is not None else ("", 0, 0))
    return told


def share_in_words(majority: Majority) -> str:
    share = _SHARES.get(majority.needed) or f"{float(majority.needed * 100):g}%"
    if majority.strictly:
        return "a majority" if majority.needed == Fraction(1, 2) else f"more than {share}"
    return f"at least {share}"


def in_words(rule: DecisionRule, names: Mapping[str, str] | None = None) -> str:
    """The whole rule in sentences: what a proposal needs, who can stop it, what abstention and absence do."""
    sentences = [f"A proposal is carried when {_needs(rule.carried_by, rule)}."]
    if rule.veto:
        sentences.append(_stops(rule.veto, {**rule.members, **(names or {})}))
    sentences.append(_abstention(rule))
    return " ".join(sentences)


def _needs(condition: Condition, rule: DecisionRule) -> str:
    if isinstance(condition, Majority):
        return _majority(condition, rule)
    inner = [_needs(part, rule) for part in condition.parts]
    if isinstance(condition, AnyOf):
        return ", or ".join([f"either {inner[0]}", *inner[1:]])
    return joined(inner)


def _majority(majority: Majority, rule: DecisionRule) -> str:
    if majority.among is Among.PRESENT_AND_VOTING:
        if majority.of == MEMBERS:
            return f"{share_in_words(majority)} of the members present and voting vote in favour"
        return f"members with {share_in_words(majority)} of the {majority.of} of those voting vote in favour"
    whole = rule.size if majority.of == MEMBERS else sum(rule.weights[majority.of].values())
    if whole is None:
        least = share_in_words(majority) if majority.share else f"at least {majority.amount(0)}"
        return f"{least} of all members vote in favour"
    amount = number(majority.amount(whole))
    if majority.of == MEMBERS:
        return f"at least {amount} of the {number(whole)} members vote in favour"
    if majority.share:
        share = f"{share_in_words(majority)} of the {majority.of} ({amount} of {number(whole)})"
        return f"members with {share} vote in favour"
    return f"members with at least {amount} of the {number(whole)} {majority.of} vote in favour"


def _stops(veto: Veto, names: Mapping[str, str]) -> str:
    holders = ", ".join(gathered([names.get(holder, holder) for holder in veto.holders]))
    if veto.needed == 1:
        return f"One vote against by {counted(1, veto.called, in_words=True)} ({holders}) stops it."
    return f"It takes {counted(veto.needed, veto.called, in_words=True)} voting against it ({holders}) to stop it."


def _abstention(rule: DecisionRule) -> str:
    if any(majority.among is Among.PRESENT_AND_VOTING for majority in majorities(rule.carried_by)):
        return "Members that abstain or are absent are not counted."
    effect = "Abstaining or staying away has the effect of not voting in favour"
    if rule.veto is None:
        return f"{effect}."
    holder = counted(1, rule.veto.called, in_words=True)
    does = {"abstains": rule.veto.abstention_blocks, "does not take part": rule.veto.absence_blocks}
    stopping = [act for act, blocks in does.items() if blocks]
    if stopping:
        return f"{effect}; {holder} that {joined(stopping, 'or')} stops the proposal too."
    return f"{effect}; {holder} that abstains or does not take part stops nothing."
