"""Voting power of any body's rules: exact indices, with abstention too, and estimates where exact is out of reach.

from datetime import date
from onrecord.power import game_of, measure
from onrecord.rules import decision_rule

council = game_of(decision_rule("unsc", date(2025, 1, 1)))
measure(council, ["shapley-shubik"]).values["shapley-shubik"][0]        # Fraction(421, 2145)
"""

from onrecord.power.counts import Counts, Totals
from onrecord.power.game import Bar, Every, Game, PowerError, Some, game_of, weighted
from onrecord.power.measure import INDICES, Power, measure, measure_with_abstention
from onrecord.power.monte_carlo import Estimates, GeneralGame, estimate_banzhaf, estimate_shapley_shubik
from onrecord.power.ternary import TernaryGame
from onrecord.power.ways import count, count_without_sizes

__all__ = [
    "INDICES",
    "Bar",
    "Counts",
    "Estimates",
    "Every",
    "Game",
    "GeneralGame",
    "Power",
    "PowerError",
    "Some",
    "TernaryGame",
    "Totals",
    "count",
    "count_without_sizes",
    "estimate_banzhaf",
    "estimate_shapley_shubik",
    "game_of",
    "measure",
    "measure_with_abstention",
    "weighted",
]
