"""A reference for large weighted games that shares no code with the package: one great whole number.

The polynomial is one Python integer with room for a coefficient every so many bytes, so multiplying by
(1 + x**weight) is one shift and one addition; a player is taken out again by dividing coefficient by coefficient.
"""

from __future__ import annotations

from collections.abc import Sequence

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
