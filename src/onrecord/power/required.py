"""Setting aside the players without whom nothing wins, which leaves a smaller and simpler game of the others.

A permanent member is such a player when everybody votes yes or no ("blocker" in Felsenthal and Machover, The
Measurement of Voting Power, 1998, definition 2.3.4).
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.power.counts import Counts
from onrecord.power.game import Bar, Every, Formula, Game, simplified


def required_players(game: Game) -> tuple[int, ...]:
    """Players whose absence makes even the coalition of all others lose."""
    everybody = range(game.size)
    return tuple(player for player in everybody if not game.wins([other for other in everybody if other != player]))


def without_required(game: Game, required: Sequence[int]) -> Game | None:
    """The game of the other players, the required ones taken as in favour; None where every coalition then wins."""
    held = game.totals(required)
    others = [player for player in range(game.size) if player not in set(required)]
    formula = lowered(game.formula, held)
    if formula is None or not others:
        return None
    rows = tuple(tuple(row[player] for player in others) for row in game.weights)
    return simplified(Game(tuple(game.players[player] for player in others), rows, formula))


def lowered(formula: Formula, held: Sequence[int]) -> Formula | None:
    """The formula for the weight still missing; None where nothing is."""
    if isinstance(formula, Bar):
        quota = formula.quota - held[formula.weight]
        return Bar(formula.weight, quota) if quota > 0 else None
    rest = [lowered(part, held) for part in formula.parts]
    missing = tuple(part for part in rest if part is not None)
    if isinstance(formula, Every):
        return Every(missing) if missing else None
    return type(formula)(missing) if len(missing) == len(rest) else None


def with_required(counts: Counts | None, required: Sequence[int], size: int) -> Counts:
    """Counts of the whole game from those of the game of the others (None: every coalition of them wins)."""
    others = size - len(required)
    if counts is None:
        counts = _everything_wins(others)
    shift = (0,) * len(required)
    winning = shift + counts.winning
    own = winning[1:]
    remaining = iter(counts.swings)
    swings = tuple(own if player in required else (shift + next(remaining))[:size] for player in range(size))
    return Counts(winning, swings)


def _everything_wins(size: int) -> Counts:
    row = [1]
    for _ in range(size):
        row = [left + right for left, right in zip([0, *row], [*row, 0], strict=True)]
    return Counts(tuple(row), ((0,) * size,) * size)
