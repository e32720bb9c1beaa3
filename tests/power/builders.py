"""References for large weighted games that share no code with the package: great whole numbers.

The polynomial is one Python integer with room for a coefficient every so many bytes, so multiplying by
(1 + x**weight) is one shift and one addition; a player is taken out again by dividing coefficient by coefficient.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from onrecord.power import Totals


def one_great_number(weights: Sequence[int], quota: int, places: Sequence[int] | None = None) -> Totals:
    """Winning coalitions of [quota; weights] and the swings of all players, or of those at some places."""
    width = len(weights) // 8 + 1
    kept = (1 << (8 * width * quota)) - 1
    product = 1
    for weight in sorted(weights):
        product += (product << (8 * width * weight)) & kept
        product &= kept
    packed = product.to_bytes(width * quota, "little")
    below = [int.from_bytes(packed[start : start + width], "little") for start in range(0, len(packed), width)]
    asked = weights if places is None else [weights[place] for place in places]
    swings = {weight: _swings(below, weight, quota) for weight in set(asked)}
    return Totals(len(weights), (1 << len(weights)) - sum(below), tuple(swings[weight] for weight in asked))


def _swings(below: Sequence[int], weight: int, quota: int) -> int:
    if weight == 0:
        return 0
    total = 0
    for residue in range(min(weight, quota)):
        # Going up in steps of the weight, what the player is not in is what there is less what it was in.
        without = 0
        for place in range(residue, quota, weight):
            without = below[place] - without
        last = residue + (quota - 1 - residue) // weight * weight
        total += without if last >= quota - weight else 0
    return total


def rows_of_great_numbers(kinds: Sequence[Sequence[int]], most: Sequence[int], places: Sequence[int]) -> Totals:
    """Coalitions with at most so much of each weight, and the swings in the game where the others may not be fewer.

    One whole number a total of all weights but the last, the last being packed; players are taken out one by one.
    """
    width = len(kinds) + 1
    mask = (1 << (width * (most[-1] + 1))) - 1
    rows = dict.fromkeys(product(*(range(own + 1) for own in most[:-1])), 0)
    rows[(0,) * (len(most) - 1)] = 1

    def moved(packed: dict[tuple[int, ...], int], totals: tuple[int, ...], kind: Sequence[int]) -> int:
        before = tuple(own - by for own, by in zip(totals, kind, strict=False))
        return (packed.get(before, 0) << (width * kind[-1])) & mask

    for kind in kinds:
        for totals in reversed(rows):
            rows[totals] += moved(rows, totals, kind)
    swings = []
    for place in places:
        without: dict[tuple[int, ...], int] = {}
        for totals, number in rows.items():
            without[totals] = number - moved(without, totals, kinds[place])
        swings.append(2 * _unpacked(without, width) - _unpacked(rows, width))
    return Totals(len(kinds), _unpacked(rows, width), tuple(swings))


def _unpacked(rows: dict[tuple[int, ...], int], width: int) -> int:
    """All the numbers packed in all rows, added up."""
    total = 0
    for packed in rows.values():
        while packed:
            total += packed & ((1 << width) - 1)
            packed >>= width
    return total
