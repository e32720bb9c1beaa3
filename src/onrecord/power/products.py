"""Tables of how many coalitions have which totals: products of (1 + x**offset) over the players, modulo.

An offset is how far a player moves a coalition along each axis of the table, one axis a weight. The product is made in
place and strip by strip, several players following each other through the table, so that what is worked on stays in
the processor's cache.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from onrecord.power.residues import ADDITIONS, Words, reduce_at_once

Place = tuple[int, ...]
_STRIP = 1 << 16
"""Cells worked on at once."""
_WORTH_A_CALL = 1 << 11
"""Cells, for which adding takes longer than calling."""


def filled(offsets: Sequence[Place], shape: Place, modulus: int) -> Words:
    """Coalitions by place, modulo: the product of (1 + x**offset) over the players, light ones first."""
    table = np.zeros(shape, dtype=np.uint64)
    table[(0,) * len(shape)] = 1
    fitting = [own for own in offsets if all(map(int.__lt__, own, shape))]
    fitting.sort(key=lambda own: sum(step / length for step, length in zip(own, shape, strict=True)))
    reach = [0] * len(shape)
    for start in range(0, len(fitting), ADDITIONS):
        group = fitting[start : start + ADDITIONS]
        moved = map(sum, zip(*group, strict=True))
        reach = [min(far + by, length - 1) for far, by, length in zip(reach, moved, shape, strict=True)]
        _multiply(table[tuple(slice(far + 1) for far in reach)], group, modulus)
    return table


def _multiply(part: Words, group: Sequence[Place], modulus: int) -> None:
    """Multiply by (1 + x**offset) for each of the group in place, from the last row to the first, strip by strip.

    Each player follows the one before at a distance, so that it meets rows that the one before is done with.
    """
    length = len(part)
    width = part[0].size
    strip = max(1, _STRIP // width)
    behind = list(accumulate((own[0] for own in group[1:]), initial=0))
    steps = [
        (own[0], distance, tuple(slice(by, None) for by in own[1:]), tuple(slice(-by or None) for by in own[1:]))
        for own, distance in zip(group, behind, strict=True)
    ]
    for end in range(length, -behind[-1], -strip):
        for by, distance, target, source in steps:
            low, high = max(by, end - strip + distance), min(length, end + distance)
            # Places taken so few at a time that none is added to itself moved need no copy.
            step = by if by * width > _WORTH_A_CALL else strip
            for top in range(high, low, -step):
                rows = slice(max(low, top - step), top)
                part[(rows, *target)] += part[(slice(rows.start - by, top - by), *source)]
        low, high = max(0, end - strip + behind[-1]), min(length, end + behind[-1])
        if low < high:
            reduce_at_once(part[low:high], modulus)


def bits_below(weights: Sequence[int], width: int) -> int:
    """An upper bound on the bits of the number of coalitions lighter than `width`: Chernoff's, never over 2**count."""
    count = len(weights)
    if count < 64:
        return count
    row = np.array(weights, dtype=np.float64)
    mean = max(float(row.mean()), 1.0)
    rates = np.concatenate(([0.0], np.geomspace(1e-4, 50.0, 80))) / mean
    bounds = [rate * width + np.logaddexp(0.0, -rate * row).sum() for rate in rates]
    return min(count, int(min(bounds) / np.log(2.0) * (1 + 1e-9)) + 2)
