"""Counting games of several weights by decision diagrams, whatever the size of the weights.

Bolus, "Power indices of simple games and vector-weighted majority games by means of binary decision diagrams",
European Journal of Operational Research 210 (2011): one diagram a majority, in which the weights still missing that
lead to the same answers share a node; the diagrams are then joined by "and" and "or". Numbers of coalitions by size
are packed into one whole number, 1 << (size * bits), so that adding and multiplying them are single operations.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.power.counts import Counts
from onrecord.power.game import Bar, Every, Formula, Game, PowerError

MOST_PLAYERS = 700
"""The diagrams are built by recursion, one call a player."""
MOST_NODES = 400_000
_LOSES, _WINS = 0, 1


@dataclass(slots=True)
class _Diagram:
    """Nodes by number; 0 and 1 are the answers "loses" and "wins", reached as soon as the rest cannot matter."""

    level: list[int] = field(default_factory=lambda: [-1, -1])
    without: list[int] = field(default_factory=lambda: [_LOSES, _WINS])
    joined: list[int] = field(default_factory=lambda: [_LOSES, _WINS])
    known: dict[tuple[int, int, int], int] = field(default_factory=dict)

    def node(self, level: int, without: int, joined: int) -> int:
        if without == joined and without <= _WINS:
            return without
        key = (level, without, joined)
        if key not in self.known:
            if len(self.level) >= MOST_NODES:
                raise PowerError(f"the game's decision diagram has more than {MOST_NODES:,} nodes")
            self.known[key] = len(self.level)
            self.level.append(level)
            self.without.append(without)
            self.joined.append(joined)
        return self.known[key]


def count_by_decision_diagram(game: Game) -> Counts:
    """Winning coalitions and swings by size, exact; PowerError where the diagram grows too large."""
    if game.size > MOST_PLAYERS:
        raise PowerError(f"a decision diagram takes at most {MOST_PLAYERS} players, not {game.size}")
    order = sorted(range(game.size), key=lambda player: -_importance(game, player))
    diagram = _Diagram()
    root = _of_formula(diagram, game, game.formula, order)
    bits = game.size + 1
    completions = _Completions(diagram, game.size, bits)
    arrivals = _arrivals(diagram, root, bits)
    swings = [0] * game.size
    for node, paths in arrivals.items():
        gained = completions(diagram.joined[node], diagram.level[node] + 1)
        gained -= completions(diagram.without[node], diagram.level[node] + 1)
        swings[order[diagram.level[node]]] += paths * gained
    winning = _unpacked(completions(root, 0), game.size + 1, bits)
    return Counts(winning, tuple(_unpacked(own, game.size, bits) for own in swings))


def _importance(game: Game, player: int) -> float:
    return sum(row[player] / (sum(row) or 1) for row in game.weights)


def _of_formula(diagram: _Diagram, game: Game, formula: Formula, order: Sequence[int]) -> int:
    if isinstance(formula, Bar):
        return _Majority(diagram, [game.weights[formula.weight][player] for player in order]).node(0, formula.quota)[0]
    nodes = [_of_formula(diagram, game, part, order) for part in formula.parts]
    whole = nodes[0]
    absorbing = _LOSES if isinstance(formula, Every) else _WINS
    for node in nodes[1:]:
        whole = _joined(diagram, whole, node, absorbing, {})
    return whole


class _Majority:
    """The diagram of one weighted majority: at each level, intervals of missing weight and the node each leads to."""

    def __init__(self, diagram: _Diagram, weights: Sequence[int]) -> None:
        self.diagram = diagram
        self.weights = weights
        self.remaining = [sum(weights[level:]) for level in range(len(weights) + 1)]
        self.starts: list[list[int]] = [[] for _ in weights]
        self.intervals: list[list[tuple[int, int, int]]] = [[] for _ in weights]

    def node(self, level: int, missing: int) -> tuple[int, int, int]:
        """The node for that much weight missing, and the least and most missing weight that share it."""
        remaining = self.remaining[level]
        if missing <= 0:
            return _WINS, -self.remaining[0], 0
        if missing > remaining:
            return _LOSES, remaining + 1, self.remaining[0]
        place = bisect_right(self.starts[level], missing) - 1
        if place >= 0 and missing <= self.intervals[level][place][2]:
            return self.intervals[level][place]
        weight = self.weights[level]
        without, low, high = self.node(level + 1, missing)
        joined, low_joined, high_joined = self.node(level + 1, missing - weight)
        low, high = max(low, low_joined + weight, 1), min(high, high_joined + weight, remaining)
        interval = (self.diagram.node(level, without, joined), low, high)
        self.starts[level].insert(place + 1, low)
        self.intervals[level].insert(place + 1, interval)
        return interval


def _joined(diagram: _Diagram, left: int, right: int, absorbing: int, known: dict[tuple[int, int], int]) -> int:
    """The diagram of both ("and", where losing absorbs) or of either ("or", where winning does)."""
    if left in (right, absorbing) or right == 1 - absorbing:
        return left
    if right == absorbing or left == 1 - absorbing:
        return right
    key = (left, right) if left < right else (right, left)
    if key not in known:
        without = _joined(diagram, diagram.without[left], diagram.without[right], absorbing, known)
        joined = _joined(diagram, diagram.joined[left], diagram.joined[right], absorbing, known)
        known[key] = diagram.node(diagram.level[left], without, joined)
    return known[key]


class _Completions:
    """For a node reached at a level: winning ways to go on, by how many more players join, packed."""

    def __init__(self, diagram: _Diagram, size: int, bits: int) -> None:
        self.free = [(1 + (1 << bits)) ** (size - level) for level in range(size + 1)]
        self.ways: list[int] = [0] * len(diagram.level)
        for node in sorted(range(_WINS + 1, len(diagram.level)), key=lambda node: -diagram.level[node]):
            after = diagram.level[node] + 1
            self.ways[node] = self(diagram.without[node], after) + (self(diagram.joined[node], after) << bits)

    def __call__(self, node: int, level: int) -> int:
        return self.free[level] if node == _WINS else self.ways[node]


def _arrivals(diagram: _Diagram, root: int, bits: int) -> dict[int, int]:
    """For every node reached from the root: the ways to arrive there, by how many players have joined, packed."""
    arrivals = {root: 1} if root > _WINS else {}
    reached = [root] if root > _WINS else []
    while reached:
        following: dict[int, int] = {}
        for node in reached:
            for child, ways in (
                (diagram.without[node], arrivals[node]),
                (diagram.joined[node], arrivals[node] << bits),
            ):
                if child > _WINS:
                    following[child] = following.get(child, 0) + ways
        arrivals |= following
        reached = list(following)
    return arrivals


def _unpacked(packed: int, length: int, bits: int) -> tuple[int, ...]:
    mask = (1 << bits) - 1
    return tuple((packed >> (bits * size)) & mask for size in range(length))
