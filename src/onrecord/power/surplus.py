"""Winning coalitions that can neither spare nor weaken a member, in one weighted majority, by their surplus.

Such a coalition loses when a member makes way for a weaker one who is not in it, or for nobody (Alonso-Meijide and
Freixas, Decision Support Systems 49, 2010). In a coalition with so much more than the quota, a member is therefore in
only together with all who are weaker by no more than that: the classes of members fall into chains, each of which is
in from some class downwards. Generating functions then count by weight (for those of weighted games see Brams and
Affuso, Theory and Decision 7, 1976).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import comb, gcd, lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.power.game import PowerError, in_figures, weighted
from onrecord.power.ways import count_without_sizes

MOST_STEPS = 1_000_000_000
"""A minute."""
Integers = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class _Class:
    """Players who can take each other's place."""

    weight: int
    number: int


@dataclass(frozen=True, slots=True)
class _Option:
    """So many of one class of a chain, and all of the weaker classes."""

    place: int
    """Of the class."""
    members: int
    ways: int
    weight: int


Chain = list[_Option]


def shift_containing(weights: Sequence[int], quota: int) -> list[Fraction]:
    """For each player of [quota; weights], how many shift-minimal winning coalitions contain it.

    PowerError where counting them takes too long.
    """
    swings = count_without_sizes(weighted(quota, weights)).swings
    classes, quota = _classes(weights, swings, quota)
    stretches = list(_stretches(classes))
    steps = sum(sum(map(len, chains)) * len(chains).bit_length() * (quota + end) for _, end, chains in stretches)
    if steps > MOST_STEPS:
        raise PowerError(
            f"counting the shift-minimal winning coalitions of {len(weights)} players with such weights takes "
            f"{in_figures(steps)} steps, too many"
        )
    found = [0] * len(classes)
    for start, end, chains in stretches:
        nobody: Integers = np.zeros(quota + end, dtype=object)
        nobody[0] = 1
        for chain, others in _each_with_the_others(chains, nobody, 1):
            _add(found, classes, chain, others, (quota + start, quota + end))
    strengths = sorted({own for own in swings if own}, reverse=True)
    by_swings = {0: 0, **dict(zip(strengths, found, strict=True))}
    return [Fraction(by_swings[own]) for own in swings]


def _classes(weights: Sequence[int], swings: Sequence[int], quota: int) -> tuple[list[_Class], int]:
    """Players with as many swings, the strongest first, all of a class with the same weight; the quota in such weights.

    Who can take each other's place may weigh their mean; who is never needed weighs nothing and is left out.
    """
    alike: dict[int, list[int]] = {}
    for weight, own in zip(weights, swings, strict=True):
        if own:
            alike.setdefault(own, []).append(weight)
    ordered = [alike[own] for own in sorted(alike, reverse=True)]
    means = [Fraction(sum(own), len(own)) for own in ordered]
    scale = lcm(*(mean.denominator for mean in means))
    whole = [int(mean * scale) for mean in means]
    common = gcd(*whole)
    classes = [_Class(weight // common, len(own)) for weight, own in zip(whole, ordered, strict=True)]
    return classes, -(-quota * scale // common)


def _stretches(classes: Sequence[_Class]) -> Iterator[tuple[int, int, list[Chain]]]:
    """Stretches of surplus (from the first up to but not with the second), each with the chains that it makes."""
    weights = [*(own.weight for own in classes), 0]
    gaps = [heavier - lighter for heavier, lighter in pairwise(weights)]
    for start, end in pairwise(sorted({0, *gaps})):
        chains: list[list[int]] = []
        for place, gap in enumerate(gaps):
            if place == 0 or gaps[place - 1] > start:
                chains.append([])
            chains[-1].append(place)
            if place == len(gaps) - 1 and gap <= start:
                # Whoever of these is in makes one part of it whom it could spare.
                chains.pop()
        yield start, end, [_options(classes, chain) for chain in chains]


def _options(classes: Sequence[_Class], chain: Sequence[int]) -> Chain:
    options: Chain = []
    below = 0
    for place in reversed(chain):
        number, weight = classes[place].number, classes[place].weight
        options += [_Option(place, own, comb(number, own), below + own * weight) for own in range(1, number + 1)]
        below += number * weight
    return options


def _each_with_the_others(chains: Sequence[Chain], table: Integers, reach: int) -> Iterator[tuple[Chain, Integers]]:
    """Each chain, and how many ways all the others have to come to each weight.

    The table, of which `reach` cells are filled, has those outside these chains.
    """
    if len(chains) == 1:
        yield chains[0], table
        return
    half = len(chains) // 2
    for own, others in ((chains[:half], chains[half:]), (chains[half:], chains[:half])):
        with_others, far = table, reach
        for chain in others:
            with_others, far = _joined_by(chain, with_others, far)
        yield from _each_with_the_others(own, with_others, far)


def _joined_by(chain: Chain, table: Integers, reach: int) -> tuple[Integers, int]:
    joined = table.copy()
    far = reach
    for option in chain:
        most = min(len(table) - option.weight, reach)
        if most > 0:
            part: Any = table[:most]
            joined[option.weight : option.weight + most] += part if option.ways == 1 else part * option.ways
            far = max(far, option.weight + most)
    return joined, far


def _add(found: list[int], classes: Sequence[_Class], chain: Chain, others: Integers, fitting: tuple[int, int]) -> None:
    """Add, for each class of the chain, the coalitions of a fitting weight that contain one given player of it."""
    strongest_first = sorted({option.place for option in chain})
    for option in chain:
        low, high = (max(0, bound - option.weight) for bound in fitting)
        fits = int(others[low:high].sum()) if low < high else 0
        found[option.place] += fits * comb(classes[option.place].number - 1, option.members - 1)
        for place in strongest_first:
            if place > option.place:
                found[place] += fits * option.ways
