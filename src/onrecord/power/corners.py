"""The losing coalitions of a game as a sum over boxes: those below a corner, which has one bound a weight.

A coalition loses a majority when it lies below the quota of its weight; "all of" and "any of" become sums and products
of such indicators, and a product of two boxes is the box below the lesser bounds (inclusion and exclusion).
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.power.game import Bar, Every, Formula, Game, PowerError, Some

MOST_TERMS = 400
Corner = tuple[int, ...]
Terms = dict[Corner, int]
"""How often the box below each corner is added (or taken away, where negative)."""


def losing_terms(game: Game, size: int | None = None) -> Terms:
    """The boxes whose sum is 1 for a losing coalition and 0 for a winning one.

    A bound one above all of a weight is none. With a size, weights that only count members are taken as settled by it.
    PowerError where the formula is too involved.
    """
    limits = tuple(sum(row) + 1 for row in game.weights)
    counting = counting_rows(game) if size is not None else frozenset()

    def terms(formula: Formula) -> Terms:
        if isinstance(formula, Bar):
            place = formula.weight
            if place in counting:
                return {limits: 1} if size is not None and size < formula.quota else {}
            bound = min(formula.quota, limits[place])
            return {(*limits[:place], bound, *limits[place + 1 :]): 1} if bound > 0 else {}
        parts = [terms(part) for part in formula.parts]
        whole = parts[0]
        for part in parts[1:]:
            whole = _either(whole, part) if isinstance(formula, Every) else _both(whole, part)
            if len(whole) > MOST_TERMS:
                raise PowerError(f"the rule's majorities combine in more than {MOST_TERMS} ways")
        return whole

    return terms(game.formula)


def _both(left: Terms, right: Terms) -> Terms:
    product: Terms = {}
    for one, times in left.items():
        for other, as_often in right.items():
            corner = tuple(map(min, one, other))
            product[corner] = product.get(corner, 0) + times * as_often
    return {corner: times for corner, times in product.items() if times}


def _either(left: Terms, right: Terms) -> Terms:
    both = _both(left, right)
    corners = dict.fromkeys((*left, *right, *both))
    added = {c: left.get(c, 0) + right.get(c, 0) - both.get(c, 0) for c in corners}
    return {corner: times for corner, times in added.items() if times}


def counting_rows(game: Game) -> frozenset[int]:
    """Weights that are one for every member."""
    return frozenset(number for number, row in enumerate(game.weights) if set(row) == {1})


def dual(game: Game) -> Game:
    """The game whose winning coalitions are those whose absence loses here; it has the same swings, mirrored."""
    return Game(game.players, game.weights, _mirrored(game.formula, [sum(row) for row in game.weights]))


def _mirrored(formula: Formula, totals: Sequence[int]) -> Formula:
    if isinstance(formula, Bar):
        return Bar(formula.weight, totals[formula.weight] + 1 - formula.quota)
    parts = tuple(_mirrored(part, totals) for part in formula.parts)
    return Some(parts) if isinstance(formula, Every) else Every(parts)
