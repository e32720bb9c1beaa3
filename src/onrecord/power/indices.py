"""Power indices from counts of winning coalitions and swings, as exact fractions; each names the paper it is from.

Where a function takes `Totals`, sizes do not matter; `Counts.totals` gives them.
"""

from __future__ import annotations

from fractions import Fraction
from math import factorial

from onrecord.power.counts import Counts, Totals

Values = tuple[Fraction, ...]


def banzhaf(totals: Totals) -> Values:
    """Absolute Banzhaf index: the chance to decide when every other vote is a coin toss.

    Penrose, "The Elementary Statistics of Majority Voting", Journal of the Royal Statistical Society 109 (1946);
    Banzhaf, Rutgers Law Review 19 (1965); Dubey and Shapley, Mathematics of Operations Research 4 (1979).
    """
    return tuple(Fraction(swings, 1 << (totals.size - 1)) for swings in totals.swings)


def banzhaf_normalised(totals: Totals) -> Values:
    """Banzhaf's index as shares of all swings (Banzhaf 1965; "Banzhaf index" in Felsenthal and Machover 1998)."""
    everything = sum(totals.swings)
    return tuple(Fraction(swings, everything) for swings in totals.swings)


def shapley_shubik(counts: Counts) -> Values:
    """The chance to be pivotal when members come to favour a proposal in random order.

    Shapley and Shubik, "A Method for Evaluating the Distribution of Power in a Committee System", American Political
    Science Review 48 (1954).
    """
    size = len(counts.swings)
    orders = [factorial(before) * factorial(size - 1 - before) for before in range(size)]
    whole = factorial(size)
    known: dict[tuple[int, ...], Fraction] = {}
    for swings in counts.swings:
        if swings not in known:
            known[swings] = Fraction(sum(map(int.__mul__, orders, swings)), whole)
    return tuple(known[swings] for swings in counts.swings)


def collectivity(totals: Totals) -> Fraction:
    """Coleman's power of a collectivity to act: the share of coalitions that win.

    Coleman, "Control of Collectivities and the Power of a Collectivity to Act", in Lieberman (ed.), Social Choice
    (1971).
    """
    return Fraction(totals.winning, 1 << totals.size)


def coleman_prevent(totals: Totals) -> Values:
    """Coleman's power to prevent action: the share of winning coalitions that a member can undo (Coleman 1971)."""
    return tuple(Fraction(swings, totals.winning) for swings in totals.swings)


def coleman_initiate(totals: Totals) -> Values:
    """Coleman's power to initiate action: the share of losing coalitions that a member can turn (Coleman 1971)."""
    losing = (1 << totals.size) - totals.winning
    return tuple(Fraction(swings, losing) for swings in totals.swings)


def rae(totals: Totals) -> Values:
    """Rae's index: how often the outcome is what the member voted for.

    Rae, "Decision-Rules and Individual Values in Constitutional Choice", American Political Science Review 63 (1969);
    half of one plus the absolute Banzhaf index (Dubey and Shapley 1979).
    """
    return tuple((1 + value) / 2 for value in banzhaf(totals))
